import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let denis: string;
beforeEach(async () => {
  e = essai();
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [
      { prenom: 'Karine', nom: 'Brunet', fonction: '' },
      { prenom: 'Denis', nom: 'Morel', fonction: '' },
    ],
  });
  denis = membres[1]!.id;
});
afterEach(() => e.fermer());

const vues = () => e.reussir('reseau.vues', {});
const noms = async () => (await vues()).map(({ nom }) => nom);

test('a view is kept, renamed, given other filters, taken away and brought back', async () => {
  const filtres = { contact: 'dormant', mois: '9', secteur: 'batiment' };
  const { id } = await e.reussir('reseau.saveVue', { nom: '  Bâtiment endormi ', filtres });
  expect(await vues()).toEqual([{ id, nom: 'Bâtiment endormi', filtres, partagee: false }]);
  await e.reussir('reseau.renameVue', { id, nom: 'BTP en sommeil' });
  await e.reussir('reseau.saveVue', {
    id,
    nom: 'BTP en sommeil',
    filtres: { ville: 'Riom' },
    partagee: true,
  });
  expect(await vues()).toEqual([{ id, nom: 'BTP en sommeil', filtres: { ville: 'Riom' }, partagee: true }]);
  await e.reussir('reseau.archiveVue', { id });
  expect(await vues()).toEqual([]);
  await e.reussir('reseau.restoreVue', { id });
  expect(await noms()).toEqual(['BTP en sommeil']);
});

test('mine are mine, the team’s are everybody’s', async () => {
  const { id } = await e.reussir('reseau.saveVue', { nom: 'À moi', filtres: {} });
  await e.reussir('reseau.saveVue', { nom: 'À tous', filtres: {}, partagee: true });
  await e.reussir('parametres.chooseMembre', { id: denis });
  expect(await noms()).toEqual(['À tous']);
  expect(await e.appeler('reseau.renameVue', { id, nom: 'Prise' })).toMatchObject({
    error: { code: 'introuvable' },
  });
  await e.reussir('reseau.saveVue', { nom: 'À moi', filtres: {} });
});

test('a name is asked for, and serves once', async () => {
  const { id } = await e.reussir('reseau.saveVue', { nom: 'Mes élus', filtres: {} });
  expect(await e.appeler('reseau.saveVue', { nom: ' ', filtres: {} })).toMatchObject({
    error: { code: 'entree-invalide', champs: { nom: 'Donnez un nom à cette vue.' } },
  });
  expect(await e.appeler('reseau.saveVue', { nom: 'MES ELUS', filtres: {} })).toMatchObject({
    error: { code: 'regle', champs: { nom: 'Une vue porte déjà ce nom.' } },
  });
  await e.reussir('reseau.renameVue', { id, nom: 'Mes Élus' });
  await e.reussir('reseau.archiveVue', { id });
  await e.reussir('reseau.saveVue', { nom: 'Mes élus', filtres: {} });
  expect(await e.appeler('reseau.restoreVue', { id })).toMatchObject({ error: { code: 'regle' } });
});

test('filters of another version or another will are kept as text, bad ones refused', async () => {
  await e.reussir('reseau.saveVue', { nom: 'Ancienne', filtres: { stades: 'disparu', constructor: 'x' } });
  expect((await vues())[0]!.filtres).toEqual({ stades: 'disparu', constructor: 'x' });
  for (const filtres of [{ 'a b': 'x' }, { a: 1 }, { a: 'x'.repeat(1001) }, [], null, 'contact=dormant'])
    expect(await e.appeler('reseau.saveVue', { nom: 'X', filtres } as never)).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  expect(await e.appeler('reseau.archiveVue', { id: idDeRang(900) })).toMatchObject({
    error: { code: 'introuvable' },
  });
});
