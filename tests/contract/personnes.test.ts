import { afterEach, beforeEach, expect, test } from 'vitest';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let roche: string;
let mairie: string;
beforeEach(async () => {
  e = essai();
  roche = (await e.reussir('reseau.create', { nom: 'Paysage Roche', ville: 'Riom' })).id;
  mairie = (await e.reussir('reseau.create', { nom: 'Mairie de Volvic', ville: 'Volvic' })).id;
});
afterEach(() => e.fermer());

const ajouter = (organisationId: string, nom: string, reste: object = {}) =>
  e.reussir('reseau.saveInterlocuteur', { organisationId, nom, ...reste }).then(({ id }) => id);
const lire = (id: string) => e.reussir('reseau.personne', { id });
const surLaFiche = async (id: string) => (await e.reussir('reseau.get', { id })).interlocuteurs;
const proches = async (recherche: string) =>
  (await e.reussir('reseau.suggestPersonnes', { recherche })).map(({ nom }) => nom);

test('one person in two organisations: where now, where before, and each sheet says where else', async () => {
  const id = await ajouter(roche, 'Roche', { prenom: 'Claire', qualite: 'dirigeant', debut: '2020-01-06' });
  await e.reussir('reseau.saveFonction', {
    interlocuteurId: id,
    organisationId: mairie,
    qualite: 'elu',
    intitule: 'adjointe à l’emploi',
    debut: '2026-03-01',
  });
  expect((await lire(id)).fonctions).toMatchObject([
    { organisation: { id: mairie, nom: 'Mairie de Volvic', archivee: false }, qualite: 'elu', fin: null },
    { organisation: { id: roche }, qualite: 'dirigeant', debut: '2020-01-06' },
  ]);
  expect(await surLaFiche(roche)).toMatchObject([
    { id, qualite: 'dirigeant', ailleurs: [{ id: mairie, nom: 'Mairie de Volvic' }] },
  ]);
  const [ici] = await surLaFiche(roche);
  expect(await e.reussir('reseau.endFonction', { fonctionId: ici!.fonctionId, fin: '2026-03-20' })).toEqual({
    avant: null,
  });
  expect((await lire(id)).fonctions.map(({ fin }) => fin)).toEqual([null, '2026-03-20']);
  expect(await surLaFiche(mairie)).toMatchObject([{ id, ailleurs: [] }]);
  await e.reussir('reseau.endFonction', { fonctionId: ici!.fonctionId, fin: null });
  expect((await surLaFiche(roche))[0]!.fin).toBeNull();
});

test('several functions in the same organisation, each corrected on its own', async () => {
  const id = await ajouter(roche, 'Sow', { qualite: 'chef_equipe' });
  const { id: tuteur } = await e.reussir('reseau.saveFonction', {
    interlocuteurId: id,
    organisationId: roche,
    qualite: 'tuteur',
  });
  expect((await surLaFiche(roche)).map(({ qualite }) => qualite).sort()).toEqual(['chef_equipe', 'tuteur']);
  await e.reussir('reseau.saveFonction', {
    id: tuteur,
    interlocuteurId: id,
    organisationId: roche,
    qualite: 'tuteur',
    fin: '2026-01-31',
  });
  expect((await surLaFiche(roche)).map(({ qualite, fin }) => [qualite, fin])).toEqual([
    ['chef_equipe', null],
    ['tuteur', '2026-01-31'],
  ]);
  expect((await e.reussir('reseau.suggest', { recherche: 'roche' }))[0]!.interlocuteurs).toEqual([
    expect.objectContaining({ id, opposition: false }),
  ]);
});

test('a person is found by name, phone or e-mail, also after leaving; and opens from the search once', async () => {
  const id = await ajouter(roche, 'Œuvrard-N’Diaye', {
    prenom: 'Claire',
    telephone: '06 12 34 56 78',
    courriel: 'claire@roche.fr',
  });
  await e.reussir('reseau.saveFonction', { interlocuteurId: id, organisationId: mairie });
  await ajouter(mairie, 'Petit', { autreTelephone: '04 73 00 11 22', fin: '2024-12-31' });
  for (const recherche of ['oeuvrard', 'ndiaye claire', '06.12.34', 'CLAIRE@roche.fr', 'cl œu'])
    expect(await proches(recherche), recherche).toEqual(['Œuvrard-N’Diaye']);
  for (const recherche of ['petit', '0473001122', '+33 4 73 00 11 22'])
    expect(await proches(recherche), recherche).toEqual(['Petit']);
  for (const recherche of ['', ' ', 'o', '%', 'claire petit', 'riom'])
    expect(await proches(recherche)).toEqual([]);
  expect(await e.reussir('reseau.suggestPersonnes', { recherche: 'petit' })).toMatchObject([
    { organisations: [{ id: mairie, nom: 'Mairie de Volvic', fin: '2024-12-31' }] },
  ]);
  expect((await e.reussir('reseau.search', { recherche: 'oeuvrard' })).interlocuteurs).toEqual([
    expect.objectContaining({
      id,
      organisations: expect.arrayContaining([{ id: roche, nom: 'Paysage Roche' }]),
    }),
  ]);
});

test('what was said with a person: the ten last exchanges with each organisation', async () => {
  const id = await ajouter(roche, 'Roche');
  await e.reussir('reseau.saveFonction', { interlocuteurId: id, organisationId: mairie });
  const noter = (date: string, ...organisationIds: string[]) =>
    e.reussir('sollicitations.record', {
      date,
      canal: 'telephone',
      resultat: 'interessee',
      texte: date,
      organisationIds,
      interlocuteurIds: [id],
    });
  for (let jour = 1; jour <= 12; jour += 1) await noter(`2026-02-${String(jour).padStart(2, '0')}`, roche);
  await noter('2024-05-02', mairie);
  await noter('2026-03-02', roche, mairie);
  const { echanges, nombreEchanges } = await lire(id);
  expect(nombreEchanges).toBe(14);
  expect(echanges.map(({ date }) => date)).toEqual([
    '2026-03-02',
    ...['12', '11', '10', '09', '08', '07', '06', '05', '04'].map((jour) => `2026-02-${jour}`),
    '2024-05-02',
  ]);
  expect(echanges[0]!.organisations).toEqual([
    { id: mairie, nom: 'Mairie de Volvic' },
    { id: roche, nom: 'Paysage Roche' },
  ]);
});

test('identity is corrected everywhere at once; the search follows', async () => {
  const id = await ajouter(roche, 'Rocher');
  await e.reussir('reseau.saveFonction', { interlocuteurId: id, organisationId: mairie });
  await e.reussir('reseau.savePersonne', { id, nom: 'Roquet', autreTelephone: '0473112233' });
  for (const organisationId of [roche, mairie])
    expect(await surLaFiche(organisationId)).toMatchObject([{ nom: 'Roquet', autreTelephone: '0473112233' }]);
  expect((await e.reussir('reseau.list', { recherche: 'roquet' })).total).toBe(2);
  expect((await e.reussir('reseau.list', { recherche: 'rocher' })).total).toBe(0);
});

test('a function typed by mistake goes and comes back; the last one takes the person along', async () => {
  const id = await ajouter(roche, 'Sow');
  const { id: erreur } = await e.reussir('reseau.saveFonction', {
    interlocuteurId: id,
    organisationId: mairie,
    qualite: 'elu',
    debut: '2020-03-15',
  });
  const avant = await surLaFiche(mairie);
  const retiree = await e.reussir('reseau.removeFonction', { id: erreur });
  expect(await surLaFiche(mairie)).toEqual([]);
  expect((await lire(id)).archivedAt).toBeNull();
  await e.reussir('reseau.restoreFonction', retiree);
  expect(await surLaFiche(mairie)).toEqual(avant);

  await e.reussir('reseau.removeFonction', { id: erreur });
  const [ici] = await surLaFiche(roche);
  const derniere = await e.reussir('reseau.removeFonction', { id: ici!.fonctionId });
  expect(await surLaFiche(roche)).toEqual([]);
  expect((await lire(id)).archivedAt).not.toBeNull();
  await e.reussir('reseau.restoreFonction', derniere);
  expect(await surLaFiche(roche)).toEqual([ici]);
  expect((await e.reussir('reseau.list', { recherche: 'sow' })).total).toBe(1);
});

test('a function that exchanges rely on is ended, not taken back', async () => {
  const id = await ajouter(roche, 'Sow');
  await e.reussir('reseau.saveFonction', { interlocuteurId: id, organisationId: mairie });
  const { id: echange } = await e.reussir('sollicitations.record', {
    date: AUJOURDHUI,
    canal: 'telephone',
    resultat: 'interessee',
    organisationIds: [roche],
    interlocuteurIds: [id],
  });
  const [ici] = await surLaFiche(roche);
  expect(await e.appeler('reseau.removeFonction', { id: ici!.fonctionId })).toMatchObject({
    error: { code: 'regle', message: expect.stringContaining('notez plutôt son départ') },
  });
  await e.reussir('sollicitations.archive', { id: echange });
  await e.reussir('reseau.removeFonction', { id: ici!.fonctionId });
});

test('an objection is dated, shown everywhere the person is, and can be lifted', async () => {
  const id = await ajouter(roche, 'Petit');
  await e.reussir('reseau.opposer', { id, note: 'Par téléphone.' });
  expect(await lire(id)).toMatchObject({ oppositionLe: AUJOURDHUI, oppositionNote: 'Par téléphone.' });
  expect(await surLaFiche(roche)).toMatchObject([
    { oppositionLe: AUJOURDHUI, oppositionNote: 'Par téléphone.' },
  ]);
  expect((await e.reussir('reseau.suggest', { recherche: 'roche' }))[0]!.interlocuteurs).toMatchObject([
    { id, opposition: true },
  ]);
  expect(await e.reussir('reseau.suggestPersonnes', { recherche: 'petit' })).toMatchObject([
    { oppositionLe: AUJOURDHUI },
  ]);
  expect(await e.appeler('reseau.exportVcard', { interlocuteurId: id })).toMatchObject({
    error: { code: 'regle', message: expect.stringContaining('opposée') },
  });
  await e.reussir('reseau.opposer', { id, le: '2026-02-02', note: '' });
  expect(await lire(id)).toMatchObject({ oppositionLe: '2026-02-02' });
  expect(await e.appeler('reseau.opposer', { id, le: '2026-03-25' })).toMatchObject({
    error: { champs: { le: 'Cette date est à venir.' } },
  });
  await e.reussir('reseau.leverOpposition', { id });
  expect(await lire(id)).toMatchObject({ oppositionLe: null, oppositionNote: '' });
});

test('cards: of a person, of everyone here but those who object; read back without writing anything', async () => {
  const id = await ajouter(roche, 'Roche', {
    prenom: 'Claire',
    civilite: 'Mme',
    intitule: 'dirigeante',
    telephone: '06 12 34 56 78',
    note: 'Secret de famille',
  });
  const oppose = await ajouter(roche, 'Petit');
  await e.reussir('reseau.opposer', { id: oppose });
  await ajouter(roche, 'Partie', { fin: '2024-01-01' });
  await e.reussir('reseau.exportVcard', { interlocuteurId: id });
  await e.reussir('reseau.exportVcard', { organisationId: roche });
  expect(e.traces.fichiers.map(({ nom }) => nom)).toEqual(['claire-roche.vcf', 'paysage-roche.vcf']);
  for (const { contenu } of e.traces.fichiers) {
    const texte = new TextDecoder().decode(contenu);
    expect(texte).not.toContain('Secret');
    const { personnes } = await e.reussir('reseau.readVcard', {
      contenu: Buffer.from(contenu).toString('base64'),
    });
    expect(personnes).toMatchObject([
      {
        civilite: 'Mme',
        prenom: 'Claire',
        nom: 'Roche',
        organisation: 'Paysage Roche',
        intitule: 'dirigeante',
        telephone: '0612345678',
        ville: 'Riom',
      },
    ]);
  }
  expect(await e.appeler('reseau.exportVcard', { organisationId: mairie })).toMatchObject({
    error: { code: 'regle' },
  });
  expect(await e.appeler('reseau.readVcard', { contenu: btoa('Nom;Ville') })).toMatchObject({
    error: { code: 'fichier-illisible' },
  });
});

test('what cannot be is refused, in words', async () => {
  const id = await ajouter(roche, 'Sow', { debut: '2025-06-01' });
  const [ici] = await surLaFiche(roche);
  const refus = async (reponse: Promise<unknown>, attendu: object) =>
    expect(await reponse).toMatchObject({ ok: false, error: attendu });
  await refus(
    e.appeler('reseau.saveInterlocuteur', { organisationId: roche, nom: 'X', qualite: 'empereur' }),
    {
      champs: { qualite: 'Cette valeur n’est pas dans la liste.' },
    },
  );
  await refus(e.appeler('reseau.endFonction', { fonctionId: ici!.fonctionId, fin: '2025-05-31' }), {
    champs: { fin: 'Le départ ne peut pas précéder l’arrivée.' },
  });
  await refus(e.appeler('reseau.endFonction', { fonctionId: ici!.fonctionId, fin: '2026-03-25' }), {
    champs: { fin: expect.stringContaining('jour venu') },
  });
  await refus(
    e.appeler('reseau.saveFonction', { id: ici!.fonctionId, interlocuteurId: id, organisationId: mairie }),
    { code: 'introuvable' },
  );
  await e.reussir('reseau.archive', { id: mairie });
  await refus(e.appeler('reseau.saveFonction', { interlocuteurId: id, organisationId: mairie }), {
    code: 'regle',
    message: expect.stringContaining('archivée'),
  });
  await e.reussir('reseau.removeInterlocuteur', { id });
  for (const reponse of [
    e.appeler('reseau.savePersonne', { id, nom: 'Sow' }),
    e.appeler('reseau.opposer', { id }),
    e.appeler('reseau.endFonction', { fonctionId: ici!.fonctionId, fin: null }),
    e.appeler('reseau.personne', { id: idDeRang(77) }),
    e.appeler('reseau.removeFonction', { id: idDeRang(77) }),
    e.appeler('reseau.restoreFonction', {
      id: idDeRang(78),
      interlocuteurId: idDeRang(77),
      organisationId: roche,
    }),
    e.appeler('reseau.exportVcard', { interlocuteurId: idDeRang(77) }),
  ])
    await refus(reponse, { code: 'introuvable' });
});
