import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ETAT } from '../../db/immersions-liste.ts';
import { requete } from '../../db/requetes.ts';
import type { Entree } from '../../shared/contrat.ts';
import { etatImmersion } from '../../shared/immersions/etat.ts';
import { VUES_IMMERSIONS } from '../../shared/immersions/liste.ts';
import type { Statut } from '../../shared/immersions/schema.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterOrganisation, parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'immersions.create'>;

const creer = (reste: Partial<Saisie> = {}) =>
  e.reussir(
    'immersions.create',
    saisieComplete(personnes.salarieId, personnes.organisationId, {
      referentId: personnes.referentId,
      ...reste,
    }),
  );

/** Puts an immersion in a state that only signatures, time or a bilan would give it. */
function mettre(
  id: string,
  ligne: Partial<{ statut: Statut; fin_prevue: string | null; minutes_faites: number }>,
) {
  const { sqlite } = e.depot.base();
  for (const [cle, valeur] of Object.entries(ligne))
    sqlite.prepare(`UPDATE immersion SET ${cle} = ? WHERE id = ?`).run(valeur, id);
}
function signer(id: string) {
  e.depot
    .base()
    .sqlite.prepare(
      "INSERT INTO immersion_signature VALUES (?, 'accueil', 'Léa', '2026-03-20', '2026-03-20')",
    )
    .run(id);
}
function conclure(
  id: string,
  faitLe: string | null,
  reste: { realisation?: string; decision?: string } = {},
) {
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO immersion_bilan (immersion_id, realisation, decision, fait_le, updated_at) VALUES (?, ?, ?, ?, '')`,
    )
    .run(id, reste.realisation ?? 'complete', reste.decision ?? '', faitLe);
}

const ids = async (entree: Entree<'immersions.list'>) =>
  (await e.reussir('immersions.list', entree)).lignes.map(({ id }) => id);

/** One immersion in each state, from the oldest to the latest. */
async function unDeChaque() {
  const autre = await ajouterOrganisation(e, 'Boulangerie Faure');
  const une = async (
    statut: Statut,
    debut: string | null,
    fin: string | null,
    organisationId = personnes.organisationId,
  ) => {
    const { id } = await creer({ debut, fin, organisationId });
    mettre(id, { statut });
    return id;
  };
  const faite = await une('terminee', '2025-03-03', '2025-03-07');
  conclure(faite, '2025-03-10');
  const arretee = await une('terminee', '2025-06-02', '2025-06-04', autre);
  mettre(arretee, { fin_prevue: '2025-06-13' });
  const passee = await une('signee', '2026-03-02', '2026-03-06');
  const enCours = await une('signee', '2026-03-23', '2026-03-27', autre);
  const partielle = await une('prete', '2026-04-07', '2026-04-10');
  signer(partielle);
  const aSigner = await une('prete', '2026-05-04', '2026-05-07', autre);
  const aVenir = await une('signee', '2026-06-01', '2026-06-05');
  const refusee = await une('refusee', '2026-07-01', '2026-07-03');
  const annulee = await une('annulee', '2026-08-03', '2026-08-05');
  const brouillon = await une('brouillon', null, null);
  return { autre, faite, arretee, passee, enCours, partielle, aSigner, aVenir, refusee, annulee, brouillon };
}

describe('the list', () => {
  test('each view holds its states, counted on its tab', async () => {
    const i = await unDeChaque();
    const attendues = {
      toutes: [
        i.brouillon,
        i.annulee,
        i.refusee,
        i.aVenir,
        i.aSigner,
        i.partielle,
        i.enCours,
        i.passee,
        i.arretee,
        i.faite,
      ],
      brouillons: [i.brouillon],
      a_signer: [i.aSigner, i.partielle],
      a_venir: [i.aVenir],
      en_cours: [i.enCours],
      bilan_attendu: [i.passee, i.arretee],
      terminees: [i.passee, i.arretee, i.faite],
      arretees: [i.annulee, i.refusee, i.arretee],
    };
    for (const etat of VUES_IMMERSIONS) expect(await ids({ etat }), etat).toEqual(attendues[etat]);
    const { vues } = await e.reussir('immersions.comptes', {});
    for (const etat of VUES_IMMERSIONS) expect(vues[etat], etat).toBe(attendues[etat].length);
    conclure(i.arretee, '2025-06-20');
    expect(await ids({ etat: 'bilan_attendu' })).toEqual([i.passee]);
    expect(await ids({ etat: 'arretees' })).toEqual([i.annulee, i.refusee, i.arretee]);
  });

  test('year, objet, référent, host, person, words', async () => {
    const i = await unDeChaque();
    const { id: decouverte } = await creer({
      debut: '2027-01-04',
      fin: '2027-01-08',
      objet: 'decouvrir',
      referentId: null,
    });
    expect(await ids({ annee: 2025 })).toEqual([i.arretee, i.faite]);
    expect(await ids({ annee: 2030 })).toEqual([]);
    expect(await ids({ objet: 'decouvrir' })).toEqual([decouverte]);
    expect(await ids({ referent: 'aucun' })).toEqual([decouverte]);
    expect(await ids({ referent: personnes.referentId, annee: 2027 })).toEqual([]);
    expect(await ids({ referent: 'moi', annee: 2025 })).toEqual([i.arretee, i.faite]);
    expect(await ids({ organisationId: i.autre })).toEqual([i.aSigner, i.enCours, i.arretee]);
    expect(await ids({ salarieId: idDeRang(999) })).toEqual([]);
    expect(await ids({ recherche: 'faure diallo' })).toEqual([i.aSigner, i.enCours, i.arretee]);
    expect(await ids({ recherche: '2027-001' })).toEqual([decouverte]);
    expect(await ids({ recherche: 'zz%_"[' })).toEqual([]);
    expect(
      (await e.reussir('immersions.comptes', { recherche: 'faure', etat: 'en_cours' })).vues,
    ).toMatchObject({
      toutes: 3,
      en_cours: 1,
      a_signer: 1,
    });
  });

  test('orders, both ways', async () => {
    const i = await unDeChaque();
    expect((await ids({ tri: 'debut', sens: 'asc' })).slice(0, 2)).toEqual([i.faite, i.arretee]);
    expect((await ids({ tri: 'debut', sens: 'asc' })).at(-1)).toBe(i.brouillon);
    expect((await ids({ tri: 'organisation', sens: 'desc' })).slice(0, 3)).toEqual([
      i.aSigner,
      i.enCours,
      i.arretee,
    ]);
    expect((await ids({ tri: 'numero', sens: 'asc' }))[0]).toBe(i.faite);
    expect((await ids({ tri: 'duree', sens: 'asc' }))[0]).toBe(i.brouillon);
    expect(await ids({ tri: 'salarie', sens: 'asc' })).toHaveLength(10);
    expect((await ids({ tri: 'fin', sens: 'asc' }))[0]).toBe(i.faite);
  });

  test('page after page, without a hole nor a repeat', async () => {
    await unDeChaque();
    const entiere = await e.reussir('immersions.list', {});
    const pages = await Promise.all(
      [0, 3, 6, 9].map((debut) => e.reussir('immersions.list', { debut, nombre: 3 })),
    );
    expect(pages.flatMap(({ lignes }) => lignes)).toEqual(entiere.lignes);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([10]));
    expect((await e.reussir('immersions.list', { debut: 1000, nombre: 3 })).lignes).toEqual([]);
  });

  test('sums: real hours once known, nothing for those refused or cancelled, each person once', async () => {
    const i = await unDeChaque();
    mettre(i.passee, { minutes_faites: 600 });
    expect(await e.reussir('immersions.comptes', { etat: 'terminees' })).toMatchObject({
      total: 3,
      minutes: 600 + 3 * 420 + 5 * 420,
      personnes: 1,
      organisations: 2,
    });
    expect(await e.reussir('immersions.comptes', { etat: 'arretees' })).toMatchObject({
      total: 3,
      minutes: 3 * 420,
    });
    expect(await e.reussir('immersions.comptes', { annee: 1950 })).toMatchObject({
      total: 0,
      minutes: 0,
      personnes: 0,
    });
  });

  test('what the filters offer: years, people and hosts that have immersions', async () => {
    const i = await unDeChaque();
    await ajouterOrganisation(e, 'Sans immersion');
    expect(await e.reussir('immersions.facettes', {})).toEqual({
      annees: [
        { annee: 2026, nombre: 7 },
        { annee: 2025, nombre: 2 },
      ],
      salaries: [{ id: personnes.salarieId, nom: 'Diallo Aminata', nombre: 10 }],
      organisations: [
        { id: personnes.organisationId, nom: 'Atelier du Réemploi', nombre: 7 },
        { id: i.autre, nom: 'Boulangerie Faure', nombre: 3 },
      ],
    });
  });

  test('the export is what the screen shows, in its order', async () => {
    await unDeChaque();
    await e.reussir('immersions.export', { format: 'csv', etat: 'a_signer', tri: 'debut', sens: 'asc' });
    const texte = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
    const [entetes, ...lignes] = texte.replace('\ufeff', '').trim().split('\r\n');
    expect(entetes).toMatch(/^Convention;Nom;Prénom;Accueil;/);
    expect(lignes.map((ligne) => ligne.split(';').slice(3, 7).join(' '))).toEqual([
      'Atelier du Réemploi Confirmer un projet professionnel 07/04/2026 10/04/2026',
      'Boulangerie Faure Confirmer un projet professionnel 04/05/2026 07/05/2026',
    ]);
  });

  test.each([
    [{ etat: 'en_retard' }],
    [{ annee: 20_000 }],
    [{ objet: 'x' }],
    [{ referent: 'tous' }],
    [{ tri: 'id; DROP TABLE immersion' }],
    [{ debut: -1 }],
    [{ nombre: 10_000 }],
    [{ salarieId: '../..' }],
  ])('refuses %j', async (entree) => {
    expect(await e.appeler('immersions.list', entree as never)).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  });

  test('the state in SQL is the state of the screens, for whatever is saved', async () => {
    const { id } = await creer();
    const { sqlite } = e.depot.base();
    const date = fc.constantFrom(null, '2026-03-23', AUJOURDHUI, '2026-03-25');
    fc.assert(
      fc.property(
        fc.constantFrom<Statut>('brouillon', 'prete', 'signee', 'terminee', 'refusee', 'annulee'),
        date,
        date,
        date,
        date,
        fc.boolean(),
        fc.boolean(),
        (statut, debut, fin, finPrevue, bilanLe, commence, signee) => {
          sqlite.prepare('DELETE FROM immersion_signature').run();
          sqlite.prepare('DELETE FROM immersion_bilan').run();
          sqlite
            .prepare('UPDATE immersion SET statut = ?, debut = ?, fin = ?, fin_prevue = ? WHERE id = ?')
            .run(statut, debut, fin, finPrevue, id);
          if (commence || bilanLe !== null) conclure(id, bilanLe);
          if (signee) signer(id);
          const lu = requete(e.depot.base(), `SELECT ${ETAT} FROM immersion i WHERE i.id = @id`)
            .pluck()
            .get({ id, today: AUJOURDHUI });
          const immersion = { statut, debut, fin, finPrevue, signatures: Number(signee), bilanLe };
          expect(lu).toBe(etatImmersion(immersion, AUJOURDHUI));
        },
      ),
    );
  });
});

describe('the calendar', () => {
  test('one row per person or per host, what touches the days, not those refused unless asked', async () => {
    const i = await unDeChaque();
    const mars = { du: '2026-03-01', au: '2026-03-31' };
    const { rangees } = await e.reussir('immersions.calendrier', mars);
    expect(rangees).toMatchObject([{ nom: 'Diallo Aminata', barres: [{ id: i.passee }, { id: i.enCours }] }]);
    const parAccueil = await e.reussir('immersions.calendrier', { ...mars, par: 'organisation' });
    expect(parAccueil.rangees.map(({ nom, barres }) => [nom, barres.length])).toEqual([
      ['Atelier du Réemploi', 1],
      ['Boulangerie Faure', 1],
    ]);
    const ete = { du: '2026-07-03', au: '2026-08-03' };
    expect((await e.reussir('immersions.calendrier', ete)).rangees).toEqual([]);
    expect(
      (await e.reussir('immersions.calendrier', { ...ete, sansSuite: true })).rangees[0]!.barres,
    ).toHaveLength(2);
  });

  test('on landscape sheets, previewed and as PDF; names are texts', async () => {
    const { id: organisationId } = await e.reussir('reseau.create', { nom: '<script>alert(1)</script>' });
    await creer({ organisationId });
    const avril = { du: '2026-04-01', au: '2026-04-30' };
    await e.reussir('immersions.calendrierPage', avril);
    expect(e.traces.pages.at(-1)).toContain('size: A4 landscape');
    expect(e.traces.pages.at(-1)).not.toContain('<script');
    await e.reussir('immersions.calendrierPdf', avril);
    expect(e.traces.fichiers.at(-1)!.nom).toBe('Immersions-avril-2026.pdf');
  });

  test.each([
    [{ du: '2026-04-30', au: '2026-04-01' }, 'au'],
    [{ du: '2026-01-01', au: '2027-12-31' }, 'au'],
    [{ du: '2026-02-30', au: '2026-03-01' }, 'du'],
  ])('refuses %j', async (entree, champ) => {
    expect(await e.appeler('immersions.calendrier', entree)).toMatchObject({
      error: { champs: { [champ]: expect.any(String) } },
    });
  });
});

describe('the history', () => {
  test('of a person and of a host: what came of each, and where the pair stands', async () => {
    const i = await unDeChaque();
    conclure(i.passee, '2026-03-09', { realisation: 'partielle', decision: 'projet_confirme' });
    conclure(i.enCours, null, { realisation: 'complete', decision: 'embauche' });
    const { lignes, cumuls } = await e.reussir('immersions.historique', { salarieId: personnes.salarieId });
    expect(lignes).toHaveLength(10);
    expect(lignes.find(({ id }) => id === i.passee)).toMatchObject({
      realisation: 'partielle',
      decision: 'projet_confirme',
    });
    // A bilan that is not closed says nothing yet.
    expect(lignes.find(({ id }) => id === i.enCours)).toMatchObject({ realisation: '', decision: '' });
    // Drafts, refused and cancelled ones are no days; the twelve months end with the last day agreed.
    expect(cumuls).toMatchObject([
      {
        organisation: { nom: 'Atelier du Réemploi' },
        au: '2026-06-05',
        jours: 14,
        joursMax: 60,
        conventions: 3,
        conventionsMax: 2,
      },
      { organisation: { nom: 'Boulangerie Faure' }, jours: 12, conventions: 3, au: '2026-05-07' },
    ]);
    expect(cumuls[0]!.possibleLe).toBe('2027-04-10');
    const accueil = await e.reussir('immersions.historique', { organisationId: i.autre });
    expect(accueil.lignes.map(({ id }) => id)).toEqual([i.aSigner, i.enCours, i.arretee]);
    expect(accueil.cumuls).toMatchObject([{ salarie: { nom: 'Aminata Diallo' } }]);
    expect(await e.reussir('immersions.historique', { organisationId: idDeRang(999) })).toEqual({
      lignes: [],
      cumuls: [],
    });
  });

  test('needs somebody to be about', async () => {
    expect(await e.appeler('immersions.historique', {})).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  });
});
