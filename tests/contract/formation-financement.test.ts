import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let rang = 500;
beforeEach(() => {
  e = essai();
  rang = 500;
});
afterEach(() => e.fermer());

const sql = (texte: string, ...valeurs: unknown[]) =>
  e.depot
    .base()
    .sqlite.prepare(texte)
    .run(...valeurs);

interface Session {
  titre: string;
  genre: string;
  heures: number;
  prevus: number;
  debut: string;
  fin: string;
  mode: 'heure_stagiaire' | 'forfait';
  centimes: number;
  surTempsTravail: boolean;
}

/** A session as the catalogue would hold it: 21 hours at 14 €, six trainees planned. */
function session(reste: Partial<Session> = {}): string {
  const { titre, genre, heures, prevus, debut, fin, mode, centimes, surTempsTravail } = {
    titre: 'Conduite de la débroussailleuse',
    genre: 'module_court',
    heures: 21,
    prevus: 6,
    debut: '2026-02-02',
    fin: '2026-02-06',
    mode: 'heure_stagiaire' as const,
    centimes: 1400,
    surTempsTravail: false,
    ...reste,
  };
  const action = idDeRang(++rang);
  sql(
    `INSERT INTO action_formation (id, titre, genre, created_at, updated_at) VALUES (?, ?, ?, '', '')`,
    action,
    titre,
    genre,
  );
  const id = idDeRang(++rang);
  sql(
    `INSERT INTO session_formation (id, numero, action_id, statut, debut, fin, minutes, sur_temps_travail, places_min,
       places_max, stagiaires_prevus, cout_mode, cout_centimes, created_at, updated_at)
     VALUES (?, ?, ?, 'confirmee', ?, ?, ?, ?, 6, 12, ?, ?, ?, '', '')`,
    id,
    `F2026-${String(rang).padStart(3, '0')}`,
    action,
    debut,
    fin,
    heures * 60,
    Number(surTempsTravail),
    prevus,
    mode,
    centimes,
  );
  return id;
}

const financeur = async (nom: string) => (await e.reussir('reseau.create', { nom })).id;

const ligne = (
  sessionId: string,
  organisationId: string | null,
  reste: Partial<Entree<'formation.saveFinancement'>> = {},
) =>
  e.reussir('formation.saveFinancement', {
    sessionId,
    organisationId,
    phase: 'pedagogique',
    exercice: 2026,
    part: 700,
    ...reste,
  });

const mouvement = (
  financementId: string,
  genre: 'demande' | 'accorde' | 'avance' | 'facture' | 'verse' | 'refuse',
  centimes: number,
  date = '2026-03-02',
) => e.reussir('formation.saveMouvement', { financementId, genre, centimes, date });

const lire = (sessionId: string) => e.reussir('formation.financement', { sessionId });
const phrases = async (sessionId: string) =>
  (await lire(sessionId)).avertissements.map(({ phrase }) => phrase);
const refus = async (reponse: ReturnType<Essai['appeler']>) => {
  const enveloppe = await reponse;
  return enveloppe.ok ? null : { ...enveloppe.error.champs, code: enveloppe.error.code };
};

describe('the plan of 2010–2011', () => {
  /** Modules of 17 to 35 h, compétences clés of 100 h, at 14 € per hour and trainee, six trainees at least. */
  const MODULES = [
    ['Logistique', 21, 8],
    ['Espaces verts', 35, 6],
    ['Restauration et tenue de caisse', 28, 6],
    ['Bâtiment', 35, 7],
    ['Nettoyage', 17, 10],
  ] as const;

  test('gives its hours, costs, shares and what remains', async () => {
    const [opco, region, etat, fonds, adec] = await Promise.all(
      ['OPCO', 'Région', 'État', 'Fonds paritaire', 'ADEC'].map(financeur),
    );
    const dates = { debut: '2011-03-07', fin: '2011-06-10' };
    for (const [titre, heures, prevus] of MODULES) {
      const id = session({ titre, heures, prevus, ...dates });
      await e.reussir('formation.repartirFinancement', {
        sessionId: id,
        phase: 'pedagogique',
        exercice: 2011,
        parts: [
          { organisationId: opco!, part: 700 },
          { organisationId: region!, part: 300 },
        ],
      });
      const cout = heures * prevus * 1400;
      expect(await lire(id), titre).toMatchObject({
        couts: [{ phase: 'pedagogique', exercice: 2011, centimes: cout, calcule: true }],
        bouclage: { cout, financeurs: cout, resteACharge: 0, ecart: 0 },
        avertissements: [
          { phrase: expect.stringContaining('ne sont pas demandés') },
          { phrase: expect.stringContaining('ne sont pas demandés') },
        ],
      });
    }
    const cles = session({
      titre: 'Compétences clés',
      genre: 'competences_cles',
      heures: 100,
      prevus: 12,
      ...dates,
    });
    await e.reussir('formation.repartirFinancement', {
      sessionId: cles,
      phase: 'pedagogique',
      exercice: 2011,
      parts: [
        { organisationId: etat!, part: 500 },
        { organisationId: fonds!, part: 500 },
      ],
    });
    const qualifiante = session({
      titre: 'Agent d’entretien',
      genre: 'certifiante',
      heures: 300,
      prevus: 10,
      mode: 'forfait',
      centimes: 13_000_000,
      ...dates,
    });
    await e.reussir('formation.repartirFinancement', {
      sessionId: qualifiante,
      phase: 'pedagogique',
      exercice: 2011,
      parts: [
        { organisationId: opco!, part: 333 },
        { organisationId: adec!, part: 333 },
      ],
    });
    expect((await lire(qualifiante)).bouclage).toMatchObject({
      cout: 13_000_000,
      financeurs: 8_666_667,
      resteACharge: 4_333_333,
      ecart: 4_333_333,
    });

    const annee = await e.reussir('formation.financements', { annee: 2011 });
    expect(annee.total).toBe(14);
    expect(
      annee.parFinanceur.map(({ organisation, nombre, retenu }) => [organisation?.nom, nombre, retenu]),
    ).toEqual([
      ['ADEC', 1, 4_333_333],
      ['État', 1, 840_000],
      ['Fonds paritaire', 1, 840_000],
      // 961 hours of short modules at 14 €: 13 454 €, and a third of the qualifying one.
      ['OPCO', 6, 941_780 + 4_333_334],
      ['Région', 5, 403_620],
    ]);
    expect(annee.totaux.retenu).toBe(1_345_400 + 1_680_000 + 8_666_667);
    expect((await e.reussir('formation.financements', { annee: 2010 })).lignes).toEqual([]);
  });
});

describe('a session', () => {
  test('without any funding says what it costs, hour by hour, and that nobody pays', async () => {
    const id = session({ surTempsTravail: true });
    const { couts, bouclage, avertissements, exercices, parPhase } = await lire(id);
    expect(exercices).toEqual([2026]);
    expect(
      couts.map(({ phase, formule, centimes }) => [phase, formule.replace(/\u00a0/g, ' '), centimes]),
    ).toEqual([
      ['pedagogique', '6 stagiaires prévus × 21 h × 14,00 €', 176_400],
      ['salaires', '6 stagiaires prévus × 21 h × 12,02 €', 151_452],
    ]);
    expect(parPhase.map(({ phase }) => phase)).toEqual(['pedagogique', 'salaires']);
    expect(bouclage).toMatchObject({ cout: 327_852, financeurs: 0, resteACharge: 327_852, ecart: 327_852 });
    expect(avertissements).toMatchObject([{ niveau: 'info' }]);
  });

  test('follows the dated hourly cost, and typed costs in place of the formula', async () => {
    const id = session({ surTempsTravail: true });
    await e.reussir('parametres.saveSeuil', {
      code: 'coutHoraireSalaire',
      depuis: '2026-02-01',
      valeur: 1500,
    });
    expect((await lire(id)).couts[1]).toMatchObject({ phase: 'salaires', centimes: 189_000 });
    const { id: cout } = await e.reussir('formation.saveCout', {
      sessionId: id,
      phase: 'pedagogique',
      exercice: 2026,
      prevuCentimes: 180_000,
      reelCentimes: 190_000,
    });
    expect((await lire(id)).couts[0]).toMatchObject({ centimes: 190_000, calcule: false, formule: '' });
    expect(await phrases(id)).toContainEqual(expect.stringContaining('réels pour'));
    await e.reussir('formation.saveCout', {
      id: cout,
      sessionId: id,
      phase: 'annexes',
      libelle: 'Bus',
      exercice: 2026,
      prevuCentimes: 9000,
    });
    expect((await lire(id)).couts.map(({ phase }) => phase)).toEqual(['pedagogique', 'salaires', 'annexes']);
    await e.reussir('formation.archiveCout', { id: cout });
    expect((await lire(id)).saisis).toEqual([]);
    await e.reussir('formation.restoreCout', { id: cout });
    expect((await lire(id)).saisis).toMatchObject([{ libelle: 'Bus', prevuCentimes: 9000 }]);
  });

  test('goes from the demand to the last payment, step by step', async () => {
    const id = session();
    const opco = await financeur('OPCO');
    const { id: l } = await ligne(id, opco, { part: 1000, reference: 'D-2026-17' });
    const etat = async () => {
      const { lignes } = await lire(id);
      return [lignes[0]!.etat, lignes[0]!.aRecevoir, lignes[0]!.aRembourser];
    };
    expect(await etat()).toEqual(['a_demander', 0, 0]);
    await mouvement(l, 'demande', 176_400);
    await mouvement(l, 'accorde', 150_000);
    await mouvement(l, 'avance', 150_000);
    expect(await etat()).toEqual(['accorde', 150_000, 150_000]);
    await mouvement(l, 'facture', 150_000);
    expect(await etat()).toEqual(['facture', 150_000, 150_000]);
    const { id: verse } = await mouvement(l, 'verse', 100_000);
    expect(await etat()).toEqual(['verse_en_partie', 50_000, 50_000]);
    await e.reussir('formation.saveMouvement', {
      id: verse,
      financementId: l,
      genre: 'verse',
      centimes: 150_000,
      date: '2026-03-20',
    });
    expect(await etat()).toEqual(['solde', 0, 0]);
    expect(await phrases(id)).toEqual([
      expect.stringMatching(/264,00.€ sur 1.764,00.€ ne sont couverts par personne/),
      expect.stringMatching(/1.500,00.€ accordés sur 1.764,00.€ demandés/),
    ]);
    await e.reussir('formation.archiveMouvement', { id: verse });
    expect(await etat()).toEqual(['facture', 150_000, 150_000]);
    await e.reussir('formation.restoreMouvement', { id: verse });
    expect(await etat()).toEqual(['solde', 0, 0]);
    await e.reussir('formation.archiveFinancement', { ids: [l] });
    expect((await lire(id)).lignes).toEqual([]);
    await e.reussir('formation.restoreFinancement', { ids: [l] });
    expect((await lire(id)).lignes).toHaveLength(1);
  });

  test('is warned of every figure that does not hold', async () => {
    const id = session();
    const opco = await financeur('OPCO');
    const { id: l } = await ligne(id, opco, {
      part: 700,
      echeance: '2026-03-27',
      echeanceObjet: 'déposer le bilan',
    });
    await ligne(id, null, { part: 500 });
    await ligne(id, null, { exercice: 2027, part: 100 });
    await mouvement(l, 'accorde', 123_480, '2026-03-05');
    await mouvement(l, 'verse', 130_000, '2026-03-01');
    expect(await phrases(id)).toEqual([
      expect.stringMatching(
        /^Coûts pédagogiques : 2.116,80.€ de financements pour 1.764,00.€ de coût, soit 352,80.€ de trop\.$/,
      ),
      'Coûts pédagogiques 2026 : les parts font 120\u00a0% du coût.',
      'OPCO, coûts pédagogiques : « déposer le bilan » au 27/03/2026, dans 3 jours.',
      expect.stringMatching(/1.300,00.€ versés pour 1.234,80.€ accordés/),
      'OPCO, coûts pédagogiques : versé le 01/03/2026, avant d’être accordé le 05/03/2026. Vérifiez les dates.',
      expect.stringMatching(/^Fonds propres.*ne coûte rien en 2027/),
    ]);
    // Three months after the end, an advance is not back yet.
    await mouvement(l, 'avance', 200_000, '2026-03-05');
    e.nousSommesLe('2026-05-06');
    expect(await phrases(id)).not.toContainEqual(expect.stringContaining('remboursés'));
    e.nousSommesLe('2026-05-07');
    expect(await phrases(id)).toContainEqual(
      expect.stringMatching(/700,00.€ avancés ne sont pas remboursés/),
    );
    sql("UPDATE session_formation SET statut = 'annulee' WHERE id = ?", id);
    expect(await phrases(id)).toEqual([expect.stringContaining('Cette session est annulée')]);
    expect((await e.reussir('formation.financements', { annee: 2026 })).total).toBe(0);
    expect(await e.reussir('formation.echeancesFinancement', {})).toEqual([]);
  });

  test('shared with a partner costs what the partner does not pay; wages done follow the attendance', async () => {
    const id = session({ mode: 'forfait', centimes: 120_000, surTempsTravail: true });
    const autre = await financeur('SIAE voisine');
    sql(
      `INSERT INTO session_partenaire (id, session_id, organisation_id, places, updated_at) VALUES (?, ?, ?, 4, '')`,
      idDeRang(++rang),
      id,
      autre,
    );
    expect(await lire(id)).toMatchObject({
      partenaires: [{ organisation: { nom: 'SIAE voisine' }, places: 4, part: null, centimes: 40_000 }],
      couts: [{ phase: 'pedagogique', centimes: 80_000 }, { phase: 'salaires' }],
      salairesRealises: null,
    });
    const { id: salarieId } = await e.reussir('salaries.create', {
      prenom: 'Aminata',
      nom: 'Diallo',
      sexe: 'F',
      naissance: '1991-07-14',
      telephone: '',
      contrats: [],
    });
    const inscription = idDeRang(++rang);
    sql(
      `INSERT INTO inscription (id, session_id, salarie_id, statut, repere_le, created_at, updated_at)
       VALUES (?, ?, ?, 'entre', '2026-01-10', '', '')`,
      inscription,
      id,
      salarieId,
    );
    sql(
      `INSERT INTO presence_formation (inscription_id, date, demi, minutes, updated_at) VALUES (?, '2026-02-02', 'matin', 180, '')`,
      inscription,
    );
    expect(await lire(id)).toMatchObject({
      session: { engages: 1 },
      couts: [{ centimes: 80_000 }, { centimes: 21 * 1202 }],
      salairesRealises: { minutes: 180, centimes: 3606 },
    });
  });
});

describe('what is refused', () => {
  test('beside its field, and nothing is written', async () => {
    const id = session();
    const opco = await financeur('OPCO');
    const commun = { sessionId: id, organisationId: opco, phase: 'pedagogique' as const, exercice: 2026 };
    const essais: [Promise<unknown>, object][] = [
      [
        refus(e.appeler('formation.saveFinancement', commun)),
        { prevuCentimes: 'Indiquez une part ou un montant.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, part: 300, prevuCentimes: 100 })),
        { prevuCentimes: 'Indiquez une part ou un montant, pas les deux.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, part: 1001 })),
        { part: 'Une part ne dépasse pas 100 %.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, prevuCentimes: -1 })),
        { prevuCentimes: 'Ce montant est négatif.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, prevuCentimes: 1e9 })),
        { prevuCentimes: 'Ce montant dépasse un million d’euros.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, part: 300, exercice: 2062 })),
        { exercice: 'Cette session est de 2026 : un exercice de 2024 à 2029.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, part: 300, echeanceObjet: 'bilan' })),
        { echeance: 'Indiquez le jour de cette échéance.' },
      ],
      [
        refus(
          e.appeler('formation.saveFinancement', { ...commun, part: 300, organisationId: idDeRang(999) }),
        ),
        { organisationId: 'Ce financeur n’est plus dans votre réseau : choisissez-en un autre.' },
      ],
      [
        refus(e.appeler('formation.saveFinancement', { ...commun, part: 300, sessionId: idDeRang(999) })),
        { code: 'introuvable' },
      ],
      [
        refus(
          e.appeler('formation.repartirFinancement', {
            sessionId: id,
            phase: 'pedagogique',
            exercice: 2026,
            parts: [
              { organisationId: opco, part: 700 },
              { organisationId: opco, part: 400 },
            ],
          }),
        ),
        {
          'parts.1.part': 'Les parts font 110 % : 100 % au plus.',
          'parts.1.organisationId': 'Ce financeur figure deux fois.',
        },
      ],
      [
        refus(
          e.appeler('formation.saveCout', {
            sessionId: id,
            phase: 'annexes',
            exercice: 2026,
            prevuCentimes: 0.5,
          }),
        ),
        { prevuCentimes: 'Écrivez un montant en euros.' },
      ],
    ];
    for (const [reponse, attendu] of essais) expect(await reponse).toMatchObject(attendu);
    expect((await lire(id)).lignes).toEqual([]);
  });

  test('movements to come, without money, or on own funds; lines of another session', async () => {
    const id = session();
    const opco = await financeur('OPCO');
    const { id: l } = await ligne(id, opco);
    const { id: propres } = await ligne(id, null, { part: 300 });
    const un = { financementId: l, genre: 'demande' as const, centimes: 100, date: AUJOURDHUI };
    expect(await refus(e.appeler('formation.saveMouvement', { ...un, date: '2026-03-25' }))).toMatchObject({
      date: 'Cette date est à venir : notez l’étape une fois faite.',
    });
    expect(await refus(e.appeler('formation.saveMouvement', { ...un, centimes: 0 }))).toMatchObject({
      centimes: 'Indiquez le montant.',
    });
    expect(
      await refus(e.appeler('formation.saveMouvement', { ...un, financementId: propres })),
    ).toMatchObject({
      code: 'regle',
    });
    await e.reussir('formation.saveMouvement', un);
    expect(
      await refus(
        e.appeler('formation.saveFinancement', {
          id: l,
          sessionId: id,
          organisationId: null,
          phase: 'pedagogique',
          exercice: 2026,
          part: 700,
        }),
      ),
    ).toMatchObject({ organisationId: expect.stringContaining('garde un financeur') });
    const autre = session();
    expect(
      await refus(
        e.appeler('formation.saveFinancement', {
          id: l,
          sessionId: autre,
          organisationId: opco,
          phase: 'pedagogique',
          exercice: 2026,
          part: 700,
        }),
      ),
    ).toMatchObject({ code: 'introuvable' });
    sql("UPDATE session_formation SET archived_at = '2026-03-01' WHERE id = ?", id);
    expect(await refus(e.appeler('formation.saveMouvement', un))).toMatchObject({ code: 'regle' });
  });
});

describe('the lines of a year', () => {
  test('filters, sums, deadlines moved and met, and the export of what is shown', async () => {
    const un = session();
    const deux = session({ titre: 'Savoirs de base', debut: '2026-09-07', fin: '2026-12-18' });
    const [opco, region] = await Promise.all(['OPCO', 'Région'].map(financeur));
    const { id: a } = await ligne(un, opco!, {
      part: 700,
      echeance: '2026-04-01',
      echeanceObjet: 'facturer',
    });
    await ligne(un, null, { part: 300 });
    const { id: c } = await ligne(deux, region!, {
      part: null,
      prevuCentimes: 50_000,
      echeance: '2026-12-31',
    });
    await mouvement(a, 'accorde', 100_000);
    await mouvement(a, 'avance', 80_000);
    const ids = async (reste: Partial<Entree<'formation.financements'>>) =>
      (await e.reussir('formation.financements', { annee: 2026, ...reste })).lignes.map(({ id }) => id);
    expect(await ids({ financeur: opco })).toEqual([a]);
    expect(await ids({ financeur: 'propres' })).toHaveLength(1);
    expect(await ids({ etat: 'a_demander' })).toEqual([c]);
    expect(await ids({ phase: 'salaires' })).toEqual([]);
    expect(await ids({ attente: 'recevoir' })).toEqual([a]);
    expect(await ids({ attente: 'rembourser' })).toEqual([a]);
    expect(await ids({ attente: 'echeance' })).toEqual([a]);
    const { totaux, parFinanceur, financeurs } = await e.reussir('formation.financements', { annee: 2026 });
    expect(totaux).toMatchObject({ accorde: 100_000, retenu: 100_000 + 52_920 + 50_000, aRecevoir: 100_000 });
    expect(parFinanceur.map(({ organisation }) => organisation?.nom ?? null)).toEqual([
      'OPCO',
      'Région',
      null,
    ]);
    expect(financeurs.map(({ nom }) => nom)).toEqual(['OPCO', 'Région']);

    const dues = async () => (await e.reussir('formation.echeancesFinancement', {})).map(({ id }) => id);
    expect(await dues()).toEqual([a]);
    const avant = await e.reussir('formation.deplaceEcheance', { id: a, echeance: '2026-06-01' });
    expect(avant).toEqual({ echeance: '2026-04-01', objet: 'facturer' });
    expect(await dues()).toEqual([]);
    await e.reussir('formation.deplaceEcheance', { id: a, echeance: null });
    await e.reussir('formation.deplaceEcheance', { id: a, ...avant });
    expect(await e.reussir('formation.echeancesFinancement', {})).toMatchObject([
      { id: a, objet: 'facturer', titre: 'Conduite de la débroussailleuse' },
    ]);

    await e.reussir('formation.financementsExport', { annee: 2026, financeur: opco, format: 'csv' });
    const { nom, contenu } = e.traces.fichiers.at(-1)!;
    const lignes = new TextDecoder().decode(contenu).trim().split('\r\n');
    expect(nom).toBe('financements-formation-2026.csv');
    expect(lignes).toHaveLength(2);
    expect(lignes[1]).toContain(';OPCO;Coûts pédagogiques;2026;70\u00a0%;Accordé;1234,8;0;1000;');
  });
});
