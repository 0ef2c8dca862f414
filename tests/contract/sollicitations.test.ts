import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let karine: string;
let denis: string;
beforeEach(async () => {
  e = essai();
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: 'CIP' },
      { prenom: 'Denis', nom: 'Morel', fonction: 'Directeur' },
    ],
  });
  [karine, denis] = membres.map(({ id }) => id) as [string, string];
});
afterEach(() => e.fermer());

type Notee = Entree<'sollicitations.record'>;
const NOTEE: Notee = { date: AUJOURDHUI, canal: 'telephone', resultat: 'a_suivre' };
const organisation = (nom: string) => ({ nom, ville: 'Riom', telephone: '04 73 11 22 33' });

/** Logs an exchange with a new organisation; returns both keys. */
async function noter(nom: string, saisie: Partial<Notee> = {}) {
  const { id, organisationIds, creations } = await e.reussir('sollicitations.record', {
    ...NOTEE,
    ...saisie,
    nouvelleOrganisation: organisation(nom),
  });
  return { id, organisationId: organisationIds[0]!, creations };
}
const historique = async (organisationId: string) =>
  (await e.reussir('sollicitations.ofOrganisation', { organisationId })).lignes;
const relancesDe = async (organisationId: string) =>
  (await e.reussir('sollicitations.relancesOf', { organisationId })).lignes;
const resume = (id: string) =>
  e.depot
    .base()
    .sqlite.prepare(
      'SELECT dernier_echange echange, prochaine_relance relance, archived_at archive FROM organisation WHERE id = ?',
    )
    .get(id);

test('one call creates the organisation, its interlocuteur, the exchange and the next action', async () => {
  const { id, organisationId } = await noter('Paysage Roche', {
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'interessee',
    texte: 'Demande la grille avant de décider.',
    nouvelInterlocuteur: { prenom: 'Claire', nom: 'Roche', fonction: 'Dirigeante' },
    relance: { libelle: 'Rappeler Mme Roche', echeance: '2026-04-02' },
  });
  expect(await historique(organisationId)).toMatchObject([
    {
      id,
      date: AUJOURDHUI,
      canal: 'visite',
      sens: 'sortante',
      nature: 'intermediation',
      resultat: 'interessee',
      texte: 'Demande la grille avant de décider.',
      auteur: { id: karine, nom: 'K. Brunet' },
      organisations: [{ id: organisationId, nom: 'Paysage Roche' }],
      interlocuteurs: [{ prenom: 'Claire', nom: 'Roche', intitule: 'Dirigeante' }],
      relance: { libelle: 'Rappeler Mme Roche', echeance: '2026-04-02', faitLe: null },
    },
  ]);
  expect(resume(organisationId)).toEqual({ echange: AUJOURDHUI, relance: '2026-04-02', archive: null });
});

test('the author is the member using the laptop', async () => {
  await e.reussir('parametres.chooseMembre', { id: denis });
  const { organisationId } = await noter('Paysage Roche');
  expect((await historique(organisationId))[0]!.auteur).toEqual({ id: denis, nom: 'D. Morel' });
});

test('an exchange with several organisations is one exchange, in the history of each', async () => {
  const roche = await noter('Paysage Roche');
  const durand = await noter('Ateliers Durand');
  const { id } = await e.reussir('sollicitations.record', {
    ...NOTEE,
    canal: 'reunion',
    organisationIds: [roche.organisationId, durand.organisationId, roche.organisationId],
    relance: { libelle: 'Envoyer le compte rendu', echeance: '2026-03-26' },
  });
  for (const { organisationId } of [roche, durand]) {
    const commun = (await historique(organisationId)).find((ligne) => ligne.id === id)!;
    expect(commun.organisations.map(({ nom }) => nom)).toEqual(['Ateliers Durand', 'Paysage Roche']);
    expect(await relancesDe(organisationId)).toHaveLength(1);
  }
  const { semaine } = await e.reussir('aujourdhui.get', { qui: 'equipe' });
  expect(semaine).toEqual({
    total: 3,
    canaux: [
      { canal: 'telephone', nombre: 2 },
      { canal: 'reunion', nombre: 1 },
    ],
  });
});

test.each<[string, Partial<Notee>, string, string]>([
  ['tomorrow', { date: '2026-03-25' }, 'date', 'Un échange ne peut pas être daté dans le futur.'],
  ['before 1990', { date: '1989-12-31' }, 'date', 'Cette date est trop ancienne : vérifiez l’année.'],
  [
    'a day that does not exist',
    { date: '2026-02-30' },
    'date',
    'Cette date n’existe pas (attendu : jj/mm/aaaa).',
  ],
  [
    'a follow-up before the exchange',
    { date: '2026-03-20', relance: { libelle: 'Rappeler', echeance: '2026-03-19' } },
    'relance.echeance',
    'La suite ne peut pas précéder l’échange du 20/03/2026.',
  ],
  [
    'a follow-up without words',
    { relance: { libelle: '  ', echeance: AUJOURDHUI } },
    'relance.libelle',
    'Dites ce qu’il y aura à faire.',
  ],
  ['an unknown channel', { canal: 'fax' }, 'canal', 'Cette valeur n’est pas dans la liste.'],
  ['no channel', { canal: '' }, 'canal', 'Choisissez le moyen de l’échange.'],
  ['a channel that is no code', { canal: "x' OR 1" }, 'canal', 'Choisissez le moyen de l’échange.'],
  [
    'a sub-nature of another nature',
    { nature: 'formation', sousNature: 'job_dating' },
    'sousNature',
    'Cette précision ne va pas avec cette nature.',
  ],
  [
    'an unknown sub-nature',
    { sousNature: 'constructor' },
    'sousNature',
    'Cette valeur n’est pas dans la liste.',
  ],
  [
    'a cause without a refusal',
    { resultat: 'accord', cause: 'prix' },
    'cause',
    'Une cause ne se note qu’avec un refus ou une demande non honorée.',
  ],
  [
    'the cause of another result',
    { resultat: 'non_honoree', cause: 'prix' },
    'cause',
    'Cette cause ne va pas avec ce résultat.',
  ],
  ['a subject too long', { objet: 'a'.repeat(161) }, 'objet', '160 caractères au plus.'],
  ['no minute at all', { dureeMinutes: 0 }, 'dureeMinutes', 'Un échange dure au moins une minute.'],
  ['more than a day', { dureeMinutes: 1441 }, 'dureeMinutes', 'Un échange dure 24 heures au plus.'],
  ['half a minute', { dureeMinutes: 1.5 }, 'dureeMinutes', 'Indiquez un nombre entier de minutes.'],
  [
    'a salarié who does not exist',
    { salarieIds: [idDeRang(998)] },
    'salarieIds.0',
    'Ce salarié n’existe plus : retirez-le de l’échange.',
  ],
  [
    'a follow-up with neither day nor event',
    { relance: { libelle: 'Rappeler', echeance: null, evenement: '  ' } },
    'relance.echeance',
    'Choisissez un jour, ou dites ce que vous attendez.',
  ],
  [
    'a follow-up for nobody of the team',
    { relance: { libelle: 'Rappeler', echeance: AUJOURDHUI, responsableId: idDeRang(997) } },
    'relance.responsableId',
    'Cette personne n’est plus dans l’équipe.',
  ],
  ['an unknown nature', { nature: '__proto__' as never }, 'nature', 'Cette nature est inconnue.'],
  ['a text as long as a book', { texte: 'a'.repeat(4001) }, 'texte', '4000 caractères au plus.'],
  [
    'an interlocuteur without a name',
    { nouvelInterlocuteur: { prenom: 'Claire', nom: ' ' } },
    'nouvelInterlocuteur.nom',
    'Indiquez le nom de l’interlocuteur.',
  ],
])('%s is refused beside its field, and nothing is written', async (_cas, saisie, champ, phrase) => {
  const enveloppe = await e.appeler('sollicitations.record', {
    ...NOTEE,
    nouvelleOrganisation: organisation('Paysage Roche'),
    ...saisie,
  });
  expect(enveloppe).toMatchObject({ ok: false, error: { champs: { [champ]: phrase } } });
  const { sqlite } = e.depot.base();
  for (const table of ['organisation', 'interlocuteur', 'sollicitation', 'relance'])
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

test('an exchange needs an organisation that exists', async () => {
  expect(await e.appeler('sollicitations.record', NOTEE)).toMatchObject({
    ok: false,
    error: { champs: { organisationIds: 'Choisissez au moins une organisation.' } },
  });
  expect(
    await e.appeler('sollicitations.record', { ...NOTEE, organisationIds: [idDeRang(999)] }),
  ).toMatchObject({
    ok: false,
    error: { code: 'introuvable', champs: { 'organisationIds.0': /n’existe plus/ } },
  });
  for (const organisationIds of [["' OR 1=1 --"], [''], [{}], 'tout'])
    expect(await e.appeler('sollicitations.record', { ...NOTEE, organisationIds } as never)).toMatchObject({
      ok: false,
      error: { code: 'entree-invalide' },
    });
});

test('someone who works nowhere in the exchange is refused', async () => {
  const roche = await noter('Paysage Roche', { nouvelInterlocuteur: { nom: 'Roche' } });
  const durand = await noter('Ateliers Durand');
  const claire = (await historique(roche.organisationId))[0]!.interlocuteurs[0]!.id;
  expect(
    await e.appeler('sollicitations.record', {
      ...NOTEE,
      organisationIds: [durand.organisationId],
      interlocuteurIds: [claire],
    }),
  ).toMatchObject({ ok: false, error: { champs: { 'interlocuteurIds.0': /aucune des organisations/ } } });
});

test('an unknown field is refused, whatever it carries', async () => {
  const enveloppe = await e.appeler('sollicitations.record', {
    ...NOTEE,
    nouvelleOrganisation: organisation('Paysage Roche'),
    auteurId: denis,
  } as never);
  expect(enveloppe).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
});

test('the exchange that answers a follow-up closes it, and taking it back opens it again', async () => {
  const { organisationId } = await noter('Paysage Roche', {
    relance: { libelle: 'Rappeler', echeance: AUJOURDHUI },
  });
  const [due] = await relancesDe(organisationId);
  e.nousSommesLe('2026-03-25');
  const { id } = await e.reussir('sollicitations.record', {
    ...NOTEE,
    organisationIds: [organisationId],
    relanceId: due!.id,
  });
  expect(await relancesDe(organisationId)).toEqual([]);
  expect(resume(organisationId)).toMatchObject({ relance: null });
  await e.reussir('sollicitations.archive', { id });
  expect((await relancesDe(organisationId)).map((relance) => relance.id)).toEqual([due!.id]);
  await e.reussir('sollicitations.restore', { id });
  expect(await relancesDe(organisationId)).toEqual([]);
});

test('an archived exchange leaves the history with its follow-up; restored, both are back', async () => {
  const { id, organisationId } = await noter('Paysage Roche', {
    relance: { libelle: 'Rappeler', echeance: '2026-04-02' },
  });
  await e.reussir('sollicitations.archive', { id });
  expect(await historique(organisationId)).toEqual([]);
  expect(await relancesDe(organisationId)).toEqual([]);
  expect(resume(organisationId)).toEqual({ echange: null, relance: null, archive: null });
  await e.reussir('sollicitations.restore', { id });
  expect(await historique(organisationId)).toHaveLength(1);
  expect(resume(organisationId)).toEqual({ echange: AUJOURDHUI, relance: '2026-04-02', archive: null });
});

test('a follow-up removed before its exchange does not come back with it', async () => {
  const { id, organisationId } = await noter('Paysage Roche', {
    relance: { libelle: 'Rappeler', echeance: '2026-04-02' },
  });
  const [due] = await relancesDe(organisationId);
  await e.reussir('sollicitations.archiveRelance', { id: due!.id });
  e.nousSommesLe('2026-03-25');
  await e.reussir('sollicitations.archive', { id });
  await e.reussir('sollicitations.restore', { id });
  expect(await relancesDe(organisationId)).toEqual([]);
});

test('undoing what was just logged takes back what it created on the way', async () => {
  const { id, organisationId, creations } = await noter('Paysage Roche', {
    nouvelInterlocuteur: { nom: 'Roche' },
    relance: { libelle: 'Rappeler', echeance: '2026-04-02' },
  });
  expect(creations).toEqual([organisationId, expect.any(String)]);
  await e.reussir('sollicitations.undoRecord', { id, creations });
  expect(resume(organisationId)).toMatchObject({ archive: expect.any(String) });
  expect((await e.reussir('sollicitations.relances', { qui: 'equipe' })).plusTard).toBe(0);
});

test('undoing leaves what was created on the way but has been used since', async () => {
  const { id, organisationId, creations } = await noter('Paysage Roche');
  await e.reussir('sollicitations.planRelance', {
    organisationId,
    libelle: 'Rappeler',
    echeance: AUJOURDHUI,
  });
  await e.reussir('sollicitations.undoRecord', { id, creations });
  expect(resume(organisationId)).toEqual({ echange: null, relance: AUJOURDHUI, archive: null });
});

test('undoing leaves an organisation that was there before, even created at the same instant', async () => {
  const { organisationId } = await noter('Paysage Roche');
  const { id } = await e.reussir('sollicitations.record', { ...NOTEE, organisationIds: [organisationId] });
  await e.reussir('sollicitations.undoRecord', { id });
  expect(resume(organisationId)).toEqual({ echange: AUJOURDHUI, relance: null, archive: null });
});

test('correcting an exchange moves it from one organisation to another', async () => {
  const roche = await noter('Paysage Roche');
  const durand = await noter('Ateliers Durand', { date: '2026-03-02' });
  await e.reussir('sollicitations.update', {
    id: roche.id,
    date: '2026-03-10',
    canal: 'courriel',
    resultat: 'accord',
    texte: 'Accord écrit.',
    organisationIds: [durand.organisationId],
  });
  expect(await historique(roche.organisationId)).toEqual([]);
  expect(resume(roche.organisationId)).toMatchObject({ echange: null });
  expect((await historique(durand.organisationId))[0]).toMatchObject({
    date: '2026-03-10',
    canal: 'courriel',
  });
  expect(resume(durand.organisationId)).toMatchObject({ echange: '2026-03-10' });
});

test('correcting obeys the same rules, and an exchange that is gone is not corrected', async () => {
  const { id, organisationId } = await noter('Paysage Roche');
  const corriger = (saisie: object) =>
    e.appeler('sollicitations.update', {
      ...NOTEE,
      id,
      organisationIds: [organisationId],
      ...saisie,
    } as never);
  expect(await corriger({ date: '2026-03-25' })).toMatchObject({
    ok: false,
    error: { champs: { date: 'Un échange ne peut pas être daté dans le futur.' } },
  });
  expect(await corriger({ organisationIds: [] })).toMatchObject({
    ok: false,
    error: { champs: { organisationIds: 'Choisissez au moins une organisation.' } },
  });
  expect(await corriger({ id: idDeRang(999) })).toMatchObject({ ok: false, error: { code: 'introuvable' } });
  await e.reussir('sollicitations.archive', { id });
  expect(await corriger({})).toMatchObject({ ok: false, error: { code: 'introuvable' } });
});

test('the due list: late first, then the coming week, and the rest is counted', async () => {
  for (const [nom, echeance] of [
    ['Retard', '2026-03-21'],
    ['Aujourd’hui', '2026-03-24'],
    ['Dans la semaine', '2026-03-31'],
    ['Plus tard', '2026-04-01'],
  ] as const)
    await noter(nom, { date: '2026-03-20', relance: { libelle: `Rappeler ${nom}`, echeance } });
  const dues = await e.reussir('sollicitations.relances', { qui: 'moi' });
  expect(dues.lignes.map(({ organisation: { nom } }) => nom)).toEqual([
    'Retard',
    'Aujourd’hui',
    'Dans la semaine',
  ]);
  expect(dues).toMatchObject({ enRetard: 1, aujourdhui: 1, plusTard: 1 });
});

test('mine are those I am in charge of and those nobody is', async () => {
  const { organisationId } = await noter('Paysage Roche', {
    relance: { libelle: 'Rappeler', echeance: AUJOURDHUI },
  });
  await e.reussir('parametres.chooseMembre', { id: denis });
  expect((await e.reussir('sollicitations.relances', { qui: 'moi' })).lignes).toEqual([]);
  expect((await e.reussir('sollicitations.relances', { qui: 'equipe' })).lignes).toMatchObject([
    { organisation: { id: organisationId }, responsable: { nom: 'K. Brunet' } },
  ]);
});

test('a follow-up is done, taken back, postponed, and refuses a date before its exchange', async () => {
  const { organisationId } = await noter('Paysage Roche', {
    relance: { libelle: 'Rappeler', echeance: '2026-03-30' },
  });
  const { id } = (await relancesDe(organisationId))[0]!;
  await e.reussir('sollicitations.completeRelance', { id });
  expect((await historique(organisationId))[0]!.relance).toMatchObject({ faitLe: AUJOURDHUI });
  await e.reussir('sollicitations.uncompleteRelance', { id });
  expect(await e.reussir('sollicitations.postponeRelance', { id, echeance: '2026-04-07' })).toEqual({
    id,
    avant: { echeance: '2026-03-30', evenement: '' },
  });
  expect(resume(organisationId)).toMatchObject({ relance: '2026-04-07' });
  expect(await e.appeler('sollicitations.postponeRelance', { id, echeance: '2026-03-23' })).toMatchObject({
    ok: false,
    error: { champs: { echeance: 'La suite ne peut pas précéder l’échange du 24/03/2026.' } },
  });
});

test('an action planned on its own, removed and brought back', async () => {
  const { organisationId } = await noter('Paysage Roche');
  const { id } = await e.reussir('sollicitations.planRelance', {
    organisationId,
    libelle: 'Envoyer la plaquette',
    echeance: '2026-03-27',
  });
  expect(await relancesDe(organisationId)).toMatchObject([{ id, texte: '', interlocuteur: null }]);
  await e.reussir('sollicitations.archiveRelance', { id });
  expect(await relancesDe(organisationId)).toEqual([]);
  await e.reussir('sollicitations.restoreRelance', { id });
  expect(await relancesDe(organisationId)).toHaveLength(1);
  for (const operation of [
    'completeRelance',
    'uncompleteRelance',
    'archiveRelance',
    'restoreRelance',
  ] as const)
    expect(await e.appeler(`sollicitations.${operation}`, { id: idDeRang(999) })).toMatchObject({
      ok: false,
      error: { code: 'introuvable' },
    });
  expect(
    await e.appeler('sollicitations.planRelance', {
      organisationId: idDeRang(999),
      libelle: 'Rappeler',
      echeance: AUJOURDHUI,
    }),
  ).toMatchObject({ ok: false, error: { code: 'introuvable' } });
});

test('each member finds their own unfinished entries again, and a draft that is no draft is refused', async () => {
  const brouillon = {
    recherche: 'roch',
    organisations: [],
    interlocuteurIds: [],
    nouvelleOrganisation: null,
    nouvelInterlocuteur: null,
    date: '31/02',
    canal: 'telephone',
    sens: 'sortante',
    nature: '',
    resultat: 'a_suivre',
    texte: '<b>Rappellera',
    delai: 'quinzaine',
    echeance: null,
    libelle: null,
  } as const;
  const brouillons = [
    {
      ...brouillon,
      organisations: [],
      interlocuteurIds: [],
      salarieIds: [],
      sousNature: '',
      cause: '',
      objet: '',
      duree: '',
      evenement: '',
    },
  ];
  await e.reussir('sollicitations.keepBrouillons', { brouillons });
  expect(await e.reussir('sollicitations.brouillons', {})).toEqual({ brouillons });
  await e.reussir('parametres.chooseMembre', { id: denis });
  expect(await e.reussir('sollicitations.brouillons', {})).toEqual({ brouillons: [] });
  for (const mauvais of [{ ...brouillons[0], texte: 'x'.repeat(5001) }, { ...brouillons[0], cle: 1 }, 'x'])
    expect(
      await e.appeler('sollicitations.keepBrouillons', { brouillons: [mauvais] as never }),
    ).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
});

test('a draft another version wrote is forgotten, not an obstacle', async () => {
  await e.reussir('sollicitations.keepBrouillons', { brouillons: [] });
  e.depot
    .base()
    .sqlite.prepare("UPDATE reglage SET valeur = '[{}]' WHERE cle LIKE 'brouillons_noter_%'")
    .run();
  expect(await e.reussir('sollicitations.brouillons', {})).toEqual({ brouillons: [] });
});
