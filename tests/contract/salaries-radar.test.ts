import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

/** Somebody whose contract ends on a day; tests live on 24/03/2026. */
async function jusque(nom: string, fin: string | null): Promise<{ salarieId: string; contratId: string }> {
  const { id: salarieId } = await e.reussir('salaries.create', {
    prenom: 'Awa',
    nom,
    sexe: 'F',
    naissance: '1990-01-01',
    telephone: '',
    contrats: [{ nature: 'cddi', debut: '2025-09-01', fin, minutesHebdo: 1560 }],
  });
  const { contrats } = await e.reussir('salaries.get', { id: salarieId });
  return { salarieId, contratId: contrats[0]!.id };
}

const radar = (entree: Entree<'salaries.radar'> = {}) => e.reussir('salaries.radar', entree);
const noms = async (entree: Entree<'salaries.radar'> = {}) =>
  (await radar(entree)).lignes.map(({ salarie }) => salarie.nom);

test('contracts that end within one, three and six months, with or without a next step', async () => {
  await jusque('Hier', '2026-03-23');
  await jusque('Aujourd’hui', '2026-03-24');
  await jusque('Un mois', '2026-04-24');
  await jusque('Plus d’un mois', '2026-04-25');
  const { contratId } = await jusque('Trois mois', '2026-06-24');
  await jusque('Six mois', '2026-09-24');
  await jusque('Après', '2026-09-25');
  await jusque('Sans terme', null);
  await e.reussir('salaries.saveSuite', { contratId, suite: 'emploi' });
  expect((await radar()).comptes).toEqual({
    1: { total: 2, sans: 2 },
    3: { total: 4, sans: 3 },
    6: { total: 5, sans: 4 },
  });
  expect(await noms({ mois: 1 })).toEqual(['Aujourd’hui', 'Un mois']);
  expect(await noms({ mois: 6, etape: 'avec' })).toEqual(['Trois mois']);
  expect(await noms({ mois: 3, etape: 'sans', sens: 'desc' })).toEqual([
    'Plus d’un mois',
    'Un mois',
    'Aujourd’hui',
  ]);
  expect(await noms({ mois: 6, tri: 'nom', recherche: 'mois' })).toEqual([
    'Plus d’un mois',
    'Six mois',
    'Trois mois',
    'Un mois',
  ]);
  expect((await radar({ mois: 1 })).lignes.map(({ jours }) => jours)).toEqual([0, 31]);
});

test('a renewal and an immersion to come are next steps; one under way is not', async () => {
  const { salarieId, organisationId } = await parcours(e);
  e.nousSommesLe('2026-07-01');
  const etapes = async () => (await radar()).lignes.find(({ salarie }) => salarie.id === salarieId)!.etapes;
  expect(await etapes()).toEqual([]);
  await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, { debut: '2026-07-02', fin: '2026-07-10' }),
  );
  expect(await etapes()).toMatchObject([{ genre: 'immersion', date: '2026-07-02' }]);
  e.nousSommesLe('2026-07-02');
  expect(await etapes()).toEqual([]);
  await e.reussir('sollicitations.recordEmbauche', {
    organisationId,
    salarieId,
    date: '2026-07-01',
    contrat: 'cdi',
  } as never);
  expect(await etapes()).toMatchObject([
    { genre: 'embauche', date: '2026-07-01', libelle: 'Atelier du Réemploi' },
  ]);
});

test('the radar leaves in a sheet of its own, one line per end', async () => {
  await jusque('Œuvrard-N’Diaye', '2026-04-24');
  await e.reussir('salaries.radarExport', { format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers[0]!.contenu);
  expect(csv).toContain('Œuvrard-N’Diaye;Awa;CDDI;24/04/2026;31;Aucune');
});

const duJour = (qui: 'moi' | 'equipe' = 'equipe') => e.reussir('salaries.duJour', { qui });

test('the day: interviews agreed on, goals due, contracts without next step a month before their end', async () => {
  const { salarieId, contratId } = await jusque('Diallo', '2026-04-30');
  expect(await duJour()).toEqual({
    lignes: [
      expect.objectContaining({ genre: 'contrat', id: contratId, echeance: '2026-03-31', fin: '2026-04-30' }),
    ],
    enRetard: 0,
    aujourdhui: 0,
  });
  await e.reussir('salaries.saveSuite', { contratId, suite: 'renouvellement' });
  expect((await duJour()).lignes).toEqual([]);
  const entretien = { salarieId, genre: 'suivi' as const };
  const { id } = await e.reussir('salaries.saveEntretien', {
    ...entretien,
    date: '2026-03-02',
    prochain: '2026-03-23',
  });
  await e.reussir('salaries.saveObjectif', {
    salarieId,
    libelle: 'Passer le code',
    fixeLe: '2026-03-02',
    echeance: '2026-03-31',
  });
  await e.reussir('salaries.saveObjectif', {
    salarieId,
    libelle: 'Plus tard',
    fixeLe: '2026-03-02',
    echeance: '2026-04-01',
  });
  expect(await duJour()).toMatchObject({
    lignes: [
      { genre: 'entretien', id, echeance: '2026-03-23' },
      { genre: 'objectif', libelle: 'Passer le code' },
    ],
    enRetard: 1,
    aujourdhui: 0,
  });
  await e.reussir('salaries.saveEntretien', { ...entretien, date: '2026-03-23' });
  expect((await duJour()).lignes).toMatchObject([{ genre: 'objectif' }]);
  // Somebody who has left reaches no goal any more.
  e.nousSommesLe('2026-05-01');
  expect((await duJour()).lignes).toEqual([]);
});

test('three goals due are one thing to do, late as soon as one of them is', async () => {
  const { salarieId } = await jusque('Diallo', '2026-12-31');
  const fixer = (libelle: string, echeance: string) =>
    e.reussir('salaries.saveObjectif', { salarieId, libelle, fixeLe: '2026-03-01', echeance });
  await fixer('Un', '2026-03-24');
  await fixer('Deux', '2026-03-24');
  expect(await duJour()).toMatchObject({ enRetard: 0, aujourdhui: 2 });
  await fixer('Trois', '2026-03-23');
  expect(await duJour()).toMatchObject({ enRetard: 1, aujourdhui: 0 });
});
