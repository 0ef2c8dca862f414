import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { actionDe, ajouterSession, journees, sessionDe } from '../formation.ts';
import { ajouterOrganisation, parcours } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

/** Puts a registration in a state, as the workflow would. */
function inscrire(sessionId: string, salarieId: string, statut: string, rang = 900): void {
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO inscription (id, session_id, salarie_id, statut, repere_le, created_at, updated_at)
       VALUES (?, ?, ?, ?, '2026-03-01', '', '')`,
    )
    .run(idDeRang(rang), sessionId, salarieId, statut);
}

const salarie = async (nom: string, sexe: 'F' | 'H' = 'F') =>
  (
    await e.reussir('salaries.create', {
      prenom: 'Awa',
      nom,
      sexe,
      naissance: '1990-01-01',
      telephone: '',
      contrats: [],
    })
  ).id;

describe('actions', () => {
  test('a name and a kind suffice; the rest is kept as given', async () => {
    const { id } = await e.reussir('formation.createAction', { titre: ' Caces 3 ', genre: 'habilitation' });
    expect(await e.reussir('formation.action', { id })).toMatchObject({
      titre: 'Caces 3',
      minutes: 0,
      prerequis: [],
      placesMax: 12,
      organisme: null,
      sessions: 0,
    });
    await e.reussir('formation.updateAction', {
      id,
      ...actionDe({
        certification: 'rs',
        certificationCode: ' rs 5616',
        theme: 'conduite',
        prerequis: ['Lire une consigne', '', ' Savoir compter '],
      }),
    });
    expect(await e.reussir('formation.action', { id })).toMatchObject({
      certificationCode: 'RS5616',
      prerequis: ['Lire une consigne', 'Savoir compter'],
    });
  });

  test('the list: words, kind, theme, body, put away and back, with its sessions', async () => {
    const organismeId = await ajouterOrganisation(e, 'Afpa');
    await e.reussir('formation.createAction', { titre: 'Bureautique', genre: 'atelier', theme: 'numerique' });
    const { actionId, sessionId } = await ajouterSession(e, {}, { organismeId });
    const titres = async (entree: Entree<'formation.actions'>) =>
      (await e.reussir('formation.actions', entree)).map(({ titre }) => titre);
    expect(await titres({})).toEqual(['Bureautique', 'Gestes et postures']);
    expect(await titres({ recherche: 'afpa' })).toEqual(['Gestes et postures']);
    expect(await titres({ theme: 'numerique' })).toEqual(['Bureautique']);
    expect(await titres({ organismeId, genre: 'module_court' })).toEqual(['Gestes et postures']);
    expect(await titres({ tri: 'prochaine' })).toEqual(['Gestes et postures', 'Bureautique']);
    expect(await e.reussir('formation.action', { id: actionId })).toMatchObject({
      sessions: 1,
      prochaineLe: '2026-04-07',
      derniereLe: null,
      organisme: { nom: 'Afpa', reconnu: false },
    });
    await e.reussir('formation.changeStatutSession', { id: sessionId, statut: 'annulee' });
    await e.reussir('formation.archiveAction', { id: actionId });
    expect(await titres({})).toEqual(['Bureautique']);
    expect(await e.reussir('formation.actions', { etat: 'archives' })).toMatchObject([{ sessions: 0 }]);
    await e.reussir('formation.restoreAction', { id: actionId });
    expect(await titres({})).toHaveLength(2);
  });

  test.each<[Partial<Entree<'formation.createAction'>>, string]>([
    [{ titre: '' }, 'titre'],
    [{ minutes: -60 }, 'minutes'],
    [{ coutCentimes: -1 }, 'coutCentimes'],
    [{ placesMin: 13 }, 'placesMax'],
    [{ certification: 'rncp', certificationCode: 'RS12' }, 'certificationCode'],
    [{ certification: 'rncp', certificationCode: '12 bis' }, 'certificationCode'],
    [{ certificationTitre: 'Titre pro' }, 'certification'],
    [{ theme: 'inconnu' }, 'theme'],
    [{ organismeId: idDeRang(999) }, 'organismeId'],
  ])('refuses %j', async (reste, champ) => {
    expect(await e.appeler('formation.createAction', actionDe(reste))).toMatchObject({
      error: { champs: { [champ]: expect.any(String) } },
    });
  });
});

describe('sessions', () => {
  test('numbers follow in their year; half-days come in order; the title tells it apart', async () => {
    const { actionId, sessionId } = await ajouterSession(e, {
      creneaux: journees('2026-04-08', '2026-04-07'),
    });
    const deux = await e.reussir('formation.createSession', sessionDe(actionId, { intitule: 'groupe 2' }));
    const suivante = await e.reussir(
      'formation.createSession',
      sessionDe(actionId, { debut: '2027-01-04', fin: '2027-01-05', creneaux: [] }),
    );
    const lire = (id: string) => e.reussir('formation.session', { id });
    const une = await lire(sessionId);
    expect(une).toMatchObject({ numero: 'F2026-001', titre: 'Gestes et postures', etat: 'envisagee' });
    expect(une.creneaux.map(({ date, demi }) => `${date} ${demi}`)).toEqual([
      '2026-04-07 matin',
      '2026-04-07 apres_midi',
      '2026-04-08 matin',
      '2026-04-08 apres_midi',
    ]);
    expect(await lire(deux.id)).toMatchObject({ numero: 'F2026-002', titre: 'Gestes et postures, groupe 2' });
    expect(await lire(suivante.id)).toMatchObject({ numero: 'F2027-001' });
  });

  test('filling: ours validated, seats of the partners; who is only spotted waits apart', async () => {
    const voisine = await ajouterOrganisation(e, 'La Recyclerie');
    const { sessionId } = await ajouterSession(e, {
      partenaires: [{ organisationId: voisine, places: 3, part: 250 }],
    });
    inscrire(sessionId, await salarie('Un', 'H'), 'valide', 901);
    inscrire(sessionId, await salarie('Deux'), 'entre', 902);
    inscrire(sessionId, await salarie('Trois'), 'repere', 903);
    inscrire(sessionId, await salarie('Quatre'), 'ecarte', 904);
    const fiche = await e.reussir('formation.session', { id: sessionId });
    expect(fiche).toMatchObject({
      remplissage: { min: 6, max: 12, nous: 2, partenaires: 3, enAttente: 1 },
      engages: 2,
      engagesFemmes: 1,
      inscriptions: { repere: 1, valide: 1, entre: 1, ecarte: 1, au_bout: 0 },
      partenaires: [{ organisation: { nom: 'La Recyclerie' }, places: 3, part: 250 }],
    });
    expect(fiche.points.map(({ code }) => code)).toEqual(['sous_minimum']);
    expect(await e.appeler('formation.archiveSession', { id: sessionId })).toMatchObject({
      error: { code: 'regle' },
    });
  });

  test('people of the needs it answers are registered, each once; a need of a support names nobody', async () => {
    const { salarieId } = await parcours(e);
    const { sqlite } = e.depot.base();
    const besoin = sqlite.prepare(
      `INSERT INTO besoin_formation (id, salarie_id, support, theme, origine, priorite, statut, created_at, updated_at)
       VALUES (?, ?, ?, 'securite', 'poste', 'haute', 'retenu', '', '')`,
    );
    const ids = [801, 802, 803].map(idDeRang) as [string, string, string];
    besoin.run(ids[0], salarieId, '');
    besoin.run(ids[1], salarieId, '');
    besoin.run(ids[2], null, 'espaces_verts');
    const { id: actionId } = await e.reussir('formation.createAction', actionDe({ theme: 'securite' }));
    expect(await e.reussir('formation.action', { id: actionId })).toMatchObject({ besoins: 3 });
    const { id } = await e.reussir('formation.createSession', sessionDe(actionId, { besoinIds: ids }));
    expect((await e.reussir('formation.session', { id })).inscriptions).toMatchObject({ repere: 1 });
    expect(await e.reussir('formation.action', { id: actionId })).toMatchObject({ besoins: 2 });
    await e.reussir('formation.changeStatutSession', { id, statut: 'annulee' });
    expect(await e.reussir('formation.action', { id: actionId })).toMatchObject({ besoins: 3 });
    await e.reussir('formation.changeStatutSession', { id, statut: 'confirmee' });
    expect(
      await e.appeler('formation.createSession', sessionDe(actionId, { besoinIds: [idDeRang(999)] })),
    ).toMatchObject({ error: { code: 'introuvable' } });
  });

  test('a half-day whose presences are entered stays', async () => {
    const { actionId, sessionId } = await ajouterSession(e);
    inscrire(sessionId, await salarie('Un'), 'entre', 901);
    e.depot
      .base()
      .sqlite.prepare(`INSERT INTO presence_formation VALUES (?, '2026-04-07', 'matin', 180, '', '')`)
      .run(idDeRang(901));
    const { besoinIds: _b, statut: _s, ...saisie } = sessionDe(actionId);
    const [, ...reste] = saisie.creneaux!;
    const refus = await e.appeler('formation.updateSession', { id: sessionId, ...saisie, creneaux: reste });
    expect(refus).toMatchObject({ error: { champs: { creneaux: expect.stringContaining('07/04/2026') } } });
    await e.reussir('formation.updateSession', {
      id: sessionId,
      ...saisie,
      creneaux: saisie.creneaux!.slice(0, 2),
      minutes: 420,
    });
    expect((await e.reussir('formation.session', { id: sessionId })).creneaux).toHaveLength(2);
  });

  test('decided, cancelled with its reason, put away, back; copied without its trainees', async () => {
    const { sessionId: id } = await ajouterSession(e);
    const lire = async (qui = id) => await e.reussir('formation.session', { id: qui });
    await e.reussir('formation.changeStatutSession', { id, statut: 'confirmee' });
    expect(await lire()).toMatchObject({ etat: 'a_venir' });
    await e.reussir('formation.changeStatutSession', { id, statut: 'annulee', motif: 'Formateur absent' });
    expect(await lire()).toMatchObject({ etat: 'annulee', motifAnnulation: 'Formateur absent', points: [] });
    const { id: copie } = await e.reussir('formation.duplicateSession', { id, debut: '2026-05-05' });
    expect(await lire(copie)).toMatchObject({
      numero: 'F2026-002',
      statut: 'envisagee',
      debut: '2026-05-05',
      fin: '2026-05-06',
    });
    expect((await lire(copie)).creneaux[3]).toEqual({
      date: '2026-05-06',
      demi: 'apres_midi',
      debut: 780,
      fin: 1020,
    });
    await e.reussir('formation.archiveSession', { id });
    expect((await e.reussir('formation.sessions', {})).total).toBe(1);
    expect((await e.reussir('formation.sessions', { etat: 'archives' })).total).toBe(1);
    await e.reussir('formation.restoreSession', { id });
    expect((await e.reussir('formation.sessions', { etat: 'annulees' })).lignes).toMatchObject([{ id }]);
  });

  test.each<[Partial<Entree<'formation.createSession'>>, string]>([
    [{ fin: '2026-04-06' }, 'fin'],
    [{ minutes: 0 }, 'minutes'],
    // 14 hours do not fit in a day.
    [{ fin: '2026-04-07', creneaux: [] }, 'minutes'],
    [{ debut: '2026-01-01', fin: '2036-01-01' }, 'fin'],
    [{ placesMin: 13 }, 'placesMax'],
    [{ coutCentimes: -1400 }, 'coutCentimes'],
    [{ creneaux: journees('2026-04-09') }, 'creneaux.0.date'],
    [{ creneaux: [...journees('2026-04-07'), ...journees('2026-04-07')] }, 'creneaux.2.demi'],
    [{ creneaux: [{ date: '2026-04-07', demi: 'matin', debut: 720, fin: 540 }] }, 'creneaux.0.fin'],
    [{ creneaux: [{ date: '2026-04-07', demi: 'matin', debut: 480, fin: 1020 }] }, 'creneaux.0.fin'],
    [
      {
        creneaux: [
          { date: '2026-04-07', demi: 'matin', debut: 540, fin: 780 },
          { date: '2026-04-07', demi: 'apres_midi', debut: 720, fin: 1020 },
        ],
      },
      'creneaux.1.debut',
    ],
    [{ support: 'nulle_part' }, 'support'],
    [{ referentId: idDeRang(999) }, 'referentId'],
    [{ actionId: idDeRang(999) }, 'actionId'],
    [{ partenaires: [{ organisationId: idDeRang(999), places: 1 }] }, 'partenaires.0.organisationId'],
  ])('refuses %j', async (reste, champ) => {
    const { id } = await e.reussir('formation.createAction', actionDe());
    expect(await e.appeler('formation.createSession', sessionDe(id, reste))).toMatchObject({
      error: { champs: { [champ]: expect.any(String) } },
    });
  });

  test('partners: twice the same, more seats than the session, more than the whole cost, more women than people', async () => {
    const organisationId = await ajouterOrganisation(e, 'La Recyclerie');
    const autre = await ajouterOrganisation(e, 'L’Atelier');
    const { id } = await e.reussir('formation.createAction', actionDe());
    const refus = async (partenaires: Entree<'formation.createSession'>['partenaires']) => {
      const enveloppe = await e.appeler('formation.createSession', sessionDe(id, { partenaires }));
      return enveloppe.ok ? null : Object.keys(enveloppe.error.champs ?? {});
    };
    const un = { organisationId, places: 2 };
    expect(await refus([un, un])).toEqual(['partenaires.1.organisationId']);
    expect(await refus([{ ...un, places: 13 }])).toEqual(['partenaires.0.places']);
    expect(
      await refus([
        { ...un, part: 600 },
        { organisationId: autre, places: 2, part: 500 },
      ]),
    ).toEqual(['partenaires.1.part']);
    expect(await refus([{ ...un, entres: 1, entresFemmes: 2 }])).toEqual(['partenaires.0.entresFemmes']);
    expect(await refus([{ ...un, entres: 2, entresFemmes: 2, part: 1000 }])).toBeNull();
  });
});

describe('the list', () => {
  test('views, years, words, orders, sums, export', async () => {
    e.nousSommesLe('2026-04-07');
    const organismeId = await ajouterOrganisation(e, 'Afpa');
    const { actionId, sessionId: enCours } = await ajouterSession(
      e,
      { organismeId, support: 'maraichage' },
      { theme: 'securite' },
    );
    const creer = async (
      debut: string,
      fin: string,
      reste: Partial<Entree<'formation.createSession'>> = {},
    ) =>
      (
        await e.reussir(
          'formation.createSession',
          sessionDe(actionId, { debut, fin, creneaux: [], ...reste }),
        )
      ).id;
    const passee = await creer('2025-12-15', '2026-01-16', { lieu: 'Riom' });
    const prochaine = await creer('2026-06-01', '2026-06-12', { statut: 'confirmee', minutes: 4200 });
    const idee = await creer('2026-09-01', '2026-09-02');
    inscrire(passee, await salarie('Un'), 'au_bout');
    const ids = async (entree: Entree<'formation.sessions'>) =>
      (await e.reussir('formation.sessions', entree)).lignes.map(({ id }) => id);
    expect(await ids({})).toEqual([idee, prochaine, enCours, passee]);
    expect(await ids({ etat: 'envisagees' })).toEqual([idee]);
    expect(await ids({ etat: 'a_venir' })).toEqual([prochaine]);
    expect(await ids({ etat: 'en_cours' })).toEqual([enCours]);
    expect(await ids({ etat: 'terminees' })).toEqual([passee]);
    expect(await ids({ annee: 2025 })).toEqual([passee]);
    expect(await ids({ annee: 2026, tri: 'duree', sens: 'desc' })).toHaveLength(4);
    expect((await ids({ tri: 'duree', sens: 'desc' }))[0]).toBe(prochaine);
    expect(await ids({ support: 'maraichage' })).toEqual([enCours]);
    expect(await ids({ organismeId })).toEqual([enCours]);
    expect(await ids({ recherche: 'riom' })).toEqual([passee]);
    expect(await ids({ recherche: 'F2026-002' })).toHaveLength(1);
    expect(await ids({ theme: 'francais' })).toEqual([]);
    expect(
      (await e.reussir('formation.sessions', { debut: 1, nombre: 2 })).lignes.map(({ id }) => id),
    ).toEqual([prochaine, enCours]);
    expect(await e.reussir('formation.sessionsComptes', { annee: 2025 })).toMatchObject({
      vues: { toutes: 1, terminees: 1, a_venir: 0 },
      total: 1,
      minutesPrevues: 8 * 840,
      minutesEngagees: 840,
      engages: 1,
    });
    // Cancelled sessions are told apart: the others are those whose hours follow.
    await e.reussir('formation.changeStatutSession', {
      id: passee,
      statut: 'annulee',
      motif: 'Formateur absent',
    });
    expect(await e.reussir('formation.sessionsComptes', { annee: 2025 })).toMatchObject({
      vues: { toutes: 1, annulees: 1 },
      total: 0,
      annulees: 1,
      minutesPrevues: 0,
    });
    await e.reussir('formation.changeStatutSession', { id: passee, statut: 'confirmee' });
    expect(await e.reussir('formation.sessionsFacettes', {})).toEqual({
      annees: [
        { annee: 2026, nombre: 4 },
        { annee: 2025, nombre: 1 },
      ],
      organismes: [{ id: organismeId, nom: 'Afpa', nombre: 1 }],
      themes: [{ id: 'securite', nom: 'Santé et sécurité au travail', nombre: 4 }],
      supports: [{ id: 'maraichage', nom: 'Maraîchage', nombre: 1 }],
    });
    await e.reussir('formation.sessionsExport', { format: 'csv', etat: 'en_cours' });
    const lignes = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu).trim().split('\r\n');
    expect(lignes).toHaveLength(2);
    expect(lignes[1]).toContain('Gestes et postures;Module court de professionnalisation');
  });
});

describe('the calendar', () => {
  test('half-days of the month, sessions of the year; cancelled ones left out', async () => {
    const { sessionId } = await ajouterSession(e, {
      debut: '2026-03-31',
      fin: '2026-04-01',
      creneaux: journees('2026-03-31', '2026-04-01'),
    });
    const { sessionId: annulee } = await ajouterSession(e, { intitule: 'groupe 2' });
    await e.reussir('formation.changeStatutSession', { id: annulee, statut: 'annulee' });
    const avril = await e.reussir('formation.calendrier', { annee: 2026, mois: 4 });
    expect(avril.rangees).toMatchObject([{ id: sessionId, creneaux: journees('2026-04-01') }]);
    expect((await e.reussir('formation.calendrier', { annee: 2026 })).rangees[0]!.creneaux).toHaveLength(4);
    expect((await e.reussir('formation.calendrier', { annee: 2025 })).rangees).toEqual([]);
  });

  test('on landscape sheets, previewed and as PDF; titles are texts', async () => {
    await parcours(e);
    await ajouterSession(e, {}, { titre: '<script>alert(1)</script>' });
    for (const mois of [4, null]) {
      await e.reussir('formation.calendrierPage', { annee: 2026, mois });
      expect(e.traces.pages.at(-1)).toContain('size: A4 landscape');
      expect(e.traces.pages.at(-1)).not.toContain('<script');
    }
    await e.reussir('formation.calendrierPdf', { annee: 2026, mois: 4 });
    expect(e.traces.fichiers.at(-1)!.nom).toBe('Formations-avril-2026.pdf');
  });
});
