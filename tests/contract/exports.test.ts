import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const dernier = () => e.traces.fichiers.at(-1)!;
const classeur = () => readSheet(Buffer.from(dernier().contenu));
const csv = () => new TextDecoder().decode(dernier().contenu).split('\r\n');

test('the network leaves as a workbook, postcode and town apart', async () => {
  await e.reussir('reseau.create', {
    nom: '=1+1',
    siret: '42414308900037',
    telephone: '04 73 11 22 33',
    codePostal: '01000',
    ville: 'Bourg-en-Bresse',
  });
  expect(await e.reussir('reseau.export', { format: 'xlsx' })).toEqual({
    etat: 'enregistre',
    nom: 'reseau-2026-03-24.xlsx',
  });
  const [entetes, ligne] = await classeur();
  const lue = Object.fromEntries(entetes!.map((entete, rang) => [entete, ligne![rang]]));
  expect(lue).toMatchObject({
    Nom: '=1+1',
    SIRET: '424 143 089 00037',
    'Code postal': '01000',
    Ville: 'Bourg-en-Bresse',
    Téléphone: '04 73 11 22 33',
  });
});

test('salariés and immersions leave as their lists show them, in both formats', async () => {
  const { salarieId, organisationId, referentId } = await parcours(e);
  await e.reussir('immersions.create', saisieComplete(salarieId, organisationId, { referentId }));
  await e.reussir('salaries.export', { format: 'xlsx', etat: 'presents' });
  expect(dernier().nom).toBe('salaries-2026-03-24.xlsx');
  const salaries = await classeur();
  expect(salaries[0]!.slice(0, 4)).toEqual(['Nom', 'Prénom', 'Sexe', 'Naissance']);
  expect(salaries[1]![3]).toBeInstanceOf(Date);
  await e.reussir('salaries.export', { format: 'csv', recherche: 'personne de ce nom' });
  expect(csv()).toHaveLength(2);
  await e.reussir('immersions.export', { format: 'csv', etat: 'brouillons' });
  expect(csv()[1]).toMatch(/Brouillon/);
  await e.reussir('immersions.export', { format: 'xlsx' });
  expect(await classeur()).toHaveLength(2);
});

test.each(['reseau.export', 'salaries.export', 'immersions.export'] as const)(
  '%s refuses an unknown format beside its field',
  async (nom) => {
    for (const format of ['pdf', '', null, 'toString'])
      expect(await e.appeler(nom, { format } as unknown as Entree<typeof nom>)).toMatchObject({
        error: { champs: { format: 'Choisissez Excel ou CSV.' } },
      });
    expect(e.traces.fichiers).toEqual([]);
  },
);
