import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

type Saisie = Entree<'salaries.create'>;

const fiche = (reste: Partial<Saisie> = {}): Saisie => ({
  prenom: 'Aminata',
  nom: 'Œuvrard-N’Diaye',
  sexe: 'F',
  naissance: '1991-07-14',
  telephone: '06 12 34 56 78',
  contrats: [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-08-31', minutesHebdo: 1560 }],
  ...reste,
});

const champs = async (saisie: unknown) => {
  const enveloppe = await e.appeler('salaries.create', saisie as Saisie);
  return enveloppe.ok ? null : enveloppe.error.champs;
};

const noms = async (entree: Entree<'salaries.list'>) =>
  (await e.reussir('salaries.list', entree)).map(({ nom }) => nom);

test('a salarié and its contracts are kept, changed, and read back', async () => {
  const { id } = await e.reussir('salaries.create', fiche());
  const lue = await e.reussir('salaries.get', { id });
  expect(lue).toMatchObject({ nom: 'Œuvrard-N’Diaye', telephone: '0612345678', archivedAt: null });
  const [contrat] = lue.contrats;
  await e.reussir('salaries.update', {
    id,
    ...fiche({
      prenom: 'Awa',
      contrats: [
        { ...contrat!, fin: '2026-03-31' },
        { nature: 'cddi', debut: '2026-04-01', fin: null, minutesHebdo: null },
      ],
    }),
  });
  const changee = await e.reussir('salaries.get', { id });
  expect(changee.prenom).toBe('Awa');
  expect(changee.contrats).toMatchObject([
    { id: contrat!.id, fin: '2026-03-31' },
    { debut: '2026-04-01', fin: null, minutesHebdo: null },
  ]);
  await e.reussir('salaries.update', { id, ...fiche({ contrats: [] }) });
  expect((await e.reussir('salaries.get', { id })).contrats).toEqual([]);
});

test('each impossible field is refused beside itself, and nothing is written', async () => {
  expect(
    Object.keys(
      (await champs(
        fiche({ prenom: ' ', nom: '', sexe: 'X' as never, naissance: '1991-02-30', telephone: '06 12' }),
      )) ?? {},
    ).sort(),
  ).toEqual(['naissance', 'nom', 'prenom', 'sexe', 'telephone']);
  const contrat = { nature: 'cddi' as const, debut: '2025-09-01', fin: '2025-08-31', minutesHebdo: 1560 };
  expect(await champs(fiche({ contrats: [contrat] }))).toEqual({
    'contrats.0.fin': 'La fin du contrat précède son début.',
  });
  expect(await champs(fiche({ contrats: [{ ...contrat, fin: null, minutesHebdo: 2881 }] }))).toEqual({
    'contrats.0.minutesHebdo': '48 heures par semaine au plus.',
  });
  expect(await e.reussir('salaries.list', {})).toEqual([]);
});

test.each([
  ['2009-09-01', null],
  ['2009-09-02', 'Cette personne aurait 15 ans au début de son contrat : 16 ans au moins.'],
  ['2025-09-02', 'Cette personne serait née après le début de son contrat.'],
  ['1904-09-01', 'Cette personne aurait 121 ans au début de son contrat : vérifiez l’année de naissance.'],
])('born on %s, contract from 01/09/2025: %s', async (naissance, phrase) => {
  expect((await champs(fiche({ naissance })))?.naissance ?? null).toBe(phrase);
});

test('a birth date is in the past, even without contract', async () => {
  const contrats: Saisie['contrats'] = [];
  expect(await champs(fiche({ naissance: '2026-03-24', contrats }))).toHaveProperty('naissance');
  expect(await champs(fiche({ naissance: '2026-03-23', contrats }))).toBeNull();
});

test('found by any part of the name or phone; the picker puts those under contract first', async () => {
  await e.reussir('salaries.create', fiche());
  await e.reussir('salaries.create', fiche({ nom: 'Abadie', contrats: [] }));
  for (const recherche of ['oeuvrard', 'ndiaye aminata', '06 12 34', 'minat'])
    expect(await noms({ recherche }), recherche).toContain('Œuvrard-N’Diaye');
  expect(await noms({ recherche: '% OR 1=1' })).toEqual([]);
  expect((await e.reussir('salaries.suggest', {})).map(({ nom }) => nom)).toEqual([
    'Œuvrard-N’Diaye',
    'Abadie',
  ]);
});

test('present, gone and archived people; sorted by name or end of contract', async () => {
  const jusque = (nom: string, fin: string | null) =>
    e.reussir('salaries.create', fiche({ nom, contrats: [{ ...fiche().contrats[0]!, fin }] }));
  await jusque('Sans terme', null);
  await jusque('Bientôt', '2026-04-30');
  await jusque('Aujourd’hui', '2026-03-24');
  await jusque('Partie', '2026-03-23');
  const { id } = await jusque('Rangée', '2026-05-01');
  await e.reussir('salaries.archive', { id });
  expect(await noms({ etat: 'presents', tri: 'fin' })).toEqual(['Aujourd’hui', 'Bientôt', 'Sans terme']);
  expect(await noms({ etat: 'sortis' })).toEqual(['Partie']);
  expect(await noms({ etat: 'archives' })).toEqual(['Rangée']);
  expect(await noms({ sens: 'desc' })).toEqual(['Sans terme', 'Partie', 'Bientôt', 'Aujourd’hui']);
  await e.reussir('salaries.restore', { id });
  expect(await noms({ etat: 'archives' })).toEqual([]);
});

test.each(['salaries.get', 'salaries.archive', 'salaries.restore'] as const)(
  '%s refuses an id that is unknown or no id at all',
  async (operation) => {
    expect(await e.appeler(operation, { id: idDeRang(999) })).toMatchObject({
      error: { code: 'introuvable' },
    });
    expect(await e.appeler(operation, { id: "' OR 1=1 --" })).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  },
);

test('hostile input: unknown key, someone else’s contract, a name full of markup', async () => {
  expect(await e.appeler('salaries.create', { ...fiche(), nir: '2910763113005' } as never)).toMatchObject({
    error: { code: 'entree-invalide' },
  });
  const { id: une } = await e.reussir('salaries.create', fiche());
  const { id: autre } = await e.reussir('salaries.create', fiche({ nom: 'Abadie' }));
  const [contrat] = (await e.reussir('salaries.get', { id: une })).contrats;
  expect(
    await e.appeler('salaries.update', { id: autre, ...fiche({ contrats: [{ ...contrat!, fin: null }] }) }),
  ).toMatchObject({ ok: false, error: { code: 'introuvable' } });
  expect((await e.reussir('salaries.get', { id: une })).contrats).toEqual([contrat]);
  expect((await e.reussir('salaries.get', { id: autre })).contrats).toHaveLength(1);
  const nom = '<script>alert(1)</script>';
  const { id } = await e.reussir('salaries.create', fiche({ nom }));
  expect((await e.reussir('salaries.get', { id })).nom).toBe(nom);
});
