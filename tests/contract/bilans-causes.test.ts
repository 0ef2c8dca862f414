import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';

let e: Essai;
let organisationIds: string[];
beforeEach(async () => {
  e = essai();
  organisationIds = [];
  for (const nom of ['Paysage Roche', 'Ateliers Durand'])
    organisationIds.push((await e.reussir('reseau.create', { nom })).id);
});
afterEach(() => e.fermer());

const PERIODE = { debut: '2026-01-01', fin: '2026-12-31' };
const noter = (saisie: Partial<Entree<'sollicitations.record'>>) =>
  e.reussir('sollicitations.record', {
    date: AUJOURDHUI,
    canal: 'telephone',
    resultat: 'refus',
    organisationIds: organisationIds.slice(0, 1),
    ...saisie,
  });

test('causes add up to the refusals and unmet requests, those without one included; each opens its rows', async () => {
  await noter({ cause: 'prix' });
  await noter({ cause: 'prix' });
  await noter({});
  await noter({ resultat: 'non_honoree', cause: 'langue' });
  await noter({ resultat: 'accord' });
  const bilan = await e.reussir('bilans.compute', PERIODE);
  const parts = bilan.parCause.map(({ code, valeur, nom }) => [code, valeur, nom]);
  expect(parts).toEqual([
    ['prix', 2, expect.any(String)],
    ['langue', 1, expect.any(String)],
    ['', 1, undefined],
  ]);
  const refus = bilan.parResultat.filter(({ code }) => ['refus', 'non_honoree'].includes(code));
  expect(bilan.parCause.reduce((somme, { valeur }) => somme + valeur, 0)).toBe(
    refus.reduce((somme, { valeur }) => somme + valeur, 0),
  );
  for (const { code, valeur } of bilan.parCause) {
    const lignes = await e.reussir('bilans.rows', {
      ...PERIODE,
      figure: 'echanges',
      filtres: [{ axe: 'cause', code }],
    });
    expect(lignes.total, code).toBe(valeur);
  }
});

test('a channel of the structure is counted and told in its own words', async () => {
  e.depot
    .base()
    .sqlite.prepare(
      "INSERT INTO nomenclature_valeur (liste, code, label, created_at, updated_at) VALUES ('canaux', 'radio', 'Radio locale', '', '')",
    )
    .run();
  await noter({ canal: 'radio' });
  const { parCanal } = await e.reussir('bilans.compute', PERIODE);
  expect(parCanal.find(({ code }) => code === 'radio')).toMatchObject({ valeur: 1, nom: 'Radio locale' });
  const { lignes } = await e.reussir('bilans.rows', { ...PERIODE, figure: 'echanges' });
  expect(lignes[0]!.detail).toContain('Radio locale');
});

test('an exchange counts once, once per organisation reached, and each salarié once', async () => {
  const { id } = await e.reussir('salaries.create', {
    prenom: 'Amina',
    nom: 'Diallo',
    sexe: 'F',
    naissance: '1990-05-17',
    telephone: '',
    contrats: [],
  });
  await noter({ organisationIds, salarieIds: [id] });
  await noter({ salarieIds: [id] });
  const bilan = await e.reussir('bilans.compute', PERIODE);
  expect(bilan).toMatchObject({ echanges: { valeur: 2 }, touches: 3, salariesTouches: 1 });
});
