import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const creer = async (saisie: Entree<'reseau.create'>) => (await e.reussir('reseau.create', saisie)).id;
const lire = (id: string) => e.reussir('reseau.get', { id });
const noms = async (recherche: string) =>
  (await e.reussir('reseau.list', { recherche })).lignes.map(({ nom }) => nom);
const refus = async (promesse: Promise<unknown>) =>
  ((await promesse) as { ok: boolean; error?: { code: string; message: string; champs?: object } }).error;

async function membre(): Promise<string> {
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [{ prenom: 'Karine', nom: 'Brunet', fonction: 'Conseillère' }],
  });
  return membres[0]!.id;
}

const PAYSAGE = {
  nom: 'Paysage Roche SARL',
  genre: 'marchand',
  categorie: 'entreprise',
  effectif: 9,
  naf: '8130Z',
  nafVersion: 'rev2',
  secteur: 'espaces_verts',
  zone: 'Riom Limagne',
  stade: 'interessee',
  implication: { decouverte: 'deja', formation: 'refuse' },
  saison: [10, 3, 4, 3],
  saisonNote: 'Deux pics : tontes et plantations.',
  conditions: ['vestiaires', 'permis_utile', 'vestiaires'],
  conditionsNote: 'Bus 12, arrêt Mairie.',
  recrutements: ['bouche_a_oreille'],
  recruteur: 'dirigeant',
  motivations: ['recruter', 'transmettre'],
  recrutementNote: 'Prend au printemps.',
  origine: 'club',
  originePrecision: 'Petit-déjeuner de 2024',
  roles: [
    { role: 'employeur', debut: '2024-01-15' },
    { role: 'client', debut: '2020-01-01', fin: '2022-12-31' },
  ],
  metiers: [
    { code: 'A1203', version: 'v4', libelle: 'Aménagement et entretien des espaces verts' },
    { libelle: 'Fauconnerie' },
  ],
} as const satisfies object;

test('everything a sheet can hold comes back as it was given, in order', async () => {
  const referentId = await membre();
  const id = await creer({ ...structuredClone(PAYSAGE), referentId } as never);
  const fiche = await lire(id);
  expect(fiche).toMatchObject({
    ...PAYSAGE,
    naf: '81.30Z',
    nafLibelle: 'Services d’aménagement paysager',
    taille: 'tpe',
    saison: [3, 4, 10],
    conditions: ['vestiaires', 'permis_utile'],
    referentId,
    referent: { id: referentId, prenom: 'Karine', nom: 'Brunet' },
    metiers: [
      { code: 'A1203', version: 'v4', libelle: 'Aménagement et entretien des espaces verts' },
      { code: '', version: '', libelle: 'Fauconnerie' },
    ],
    roles: [
      { role: 'employeur', debut: '2024-01-15', fin: null },
      { role: 'client', debut: '2020-01-01', fin: '2022-12-31' },
    ],
  });
});

test('found by its métiers, its NAF code and the towns of its other sites', async () => {
  const id = await creer(structuredClone(PAYSAGE) as never);
  await e.reussir('reseau.saveSite', { organisationId: id, nom: 'Dépôt', ville: 'Gerzat' });
  for (const recherche of ['entretien des espaces', 'fauconn', 'A1203', '81.30Z', 'paysager', 'gerzat'])
    expect(await noms(recherche), recherche).toEqual(['Paysage Roche SARL']);
  await e.reussir('reseau.update', { id, metiers: [] });
  expect(await noms('fauconn')).toEqual([]);
});

test('what a change leaves out stays as it is', async () => {
  const id = await creer(structuredClone(PAYSAGE) as never);
  const avant = await lire(id);
  await e.reussir('reseau.update', { id, ville: 'Riom' });
  expect(await lire(id)).toEqual({ ...avant, ville: 'Riom' });
  expect(await noms('riom fauconn')).toEqual(['Paysage Roche SARL']);
});

test('a role already known keeps its record; one taken out is gone', async () => {
  const id = await creer(structuredClone(PAYSAGE) as never);
  const [employeur] = (await lire(id)).roles;
  await e.reussir('reseau.update', { id, roles: [{ ...employeur!, fin: '2026-01-31' }] });
  expect((await lire(id)).roles).toEqual([{ ...employeur, fin: '2026-01-31' }]);
});

test.each([
  [9, 'tpe'],
  [10, 'pme'],
  [249, 'pme'],
  [250, 'ge'],
  [0, 'tpe'],
])('%i salariés: %s, whatever was chosen', async (effectif, taille) => {
  const id = await creer({ nom: 'X', effectif, taille: 'ge' });
  expect((await lire(id)).taille).toBe(taille);
});

test('without a number of salariés, the size chosen is kept', async () => {
  expect((await lire(await creer({ nom: 'X', taille: 'pme', effectif: '' as never }))).taille).toBe('pme');
});

test.each<[string, object, string]>([
  ['an unknown sector', { secteur: 'spatial' }, 'secteur'],
  ['an unknown condition', { conditions: ['vestiaires', 'piscine'] }, 'conditions'],
  ['an unknown role', { roles: [{ role: 'rival' }] }, 'roles.0.role'],
  ['an empty role', { roles: [{ role: '' }] }, 'roles.0.role'],
  [
    'a role ended before it began',
    { roles: [{ role: 'client', debut: '2025-01-02', fin: '2025-01-01' }] },
    'roles.0.fin',
  ],
  ['the same role twice at once', { roles: [{ role: 'client' }, { role: 'client' }] }, 'roles.1.role'],
  ['a wrong NAF', { naf: '813Z' }, 'naf'],
  ['half a salarié', { effectif: 1.5 }, 'effectif'],
  ['a negative number', { effectif: -1 }, 'effectif'],
  ['a thirteenth month', { saison: [13] }, 'saison.0'],
  ['a stage of no list', { stade: 'amie' }, 'stade'],
  ['a level of no list', { implication: { decouverte: 'ravie' } }, 'implication.decouverte'],
  ['somebody outside the team', { referentId: '01900000-0000-7000-8000-999999999999' }, 'referentId'],
  ['a ROME code of another form', { metiers: [{ code: '1203A', libelle: 'X' }] }, 'metiers.0.code'],
  ['a métier without a name', { metiers: [{ code: 'A1203', libelle: ' ' }] }, 'metiers.0.libelle'],
])('%s is refused beside its field, and nothing is written', async (_quoi, saisie, champ) => {
  const id = await creer({ nom: 'Garage Petit' });
  const avant = await lire(id);
  for (const erreur of [
    await refus(e.appeler('reseau.update', { id, ville: 'Riom', ...saisie } as never)),
    await refus(e.appeler('reseau.create', { nom: 'Autre', ...saisie } as never)),
  ])
    expect(Object.keys(erreur?.champs ?? {})).toEqual([champ]);
  expect(await lire(id)).toEqual(avant);
  expect(await noms('autre')).toEqual([]);
});

test('a retired value stays savable on the sheet that carries it', async () => {
  const id = await creer({ nom: 'X', secteur: 'textile' });
  e.depot
    .base()
    .sqlite.prepare(
      "INSERT INTO nomenclature_valeur (liste, code, retire_le, created_at, updated_at) VALUES ('secteurs', 'textile', '2026-01-01', '', '')",
    )
    .run();
  await e.reussir('reseau.update', { id, secteur: 'textile', ville: 'Riom' });
  expect((await lire(id)).secteur).toBe('textile');
});

test('a site is written, corrected, taken out and put back; another organisation cannot touch it', async () => {
  const id = await creer({ nom: 'Paysage Roche' });
  const autre = await creer({ nom: 'Autre' });
  const { id: site } = await e.reussir('reseau.saveSite', {
    organisationId: id,
    nom: 'Dépôt de Gerzat',
    siret: '424 143 089 00037',
    telephone: '04 73 00 00 00',
    conditions: ['vestiaires'],
  });
  await e.reussir('reseau.saveSite', { organisationId: id, id: site, nom: 'Dépôt', ville: 'Gerzat' });
  expect((await lire(id)).sites).toMatchObject([{ id: site, nom: 'Dépôt', ville: 'Gerzat', siret: '' }]);
  expect(
    await refus(e.appeler('reseau.saveSite', { organisationId: autre, id: site, nom: 'À moi' })),
  ).toMatchObject({
    code: 'introuvable',
  });
  expect(
    await refus(e.appeler('reseau.saveSite', { organisationId: id, nom: ' ', siret: '123' })),
  ).toMatchObject({
    champs: { nom: expect.any(String), siret: expect.any(String) },
  });
  await e.reussir('reseau.archiveSite', { id: site });
  expect((await lire(id)).sites).toEqual([]);
  expect(await noms('gerzat')).toEqual([]);
  await e.reussir('reseau.restoreSite', { id: site });
  expect(await noms('gerzat')).toEqual(['Paysage Roche']);
});
