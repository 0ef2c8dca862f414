import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const lire = (qui: 'moi' | 'equipe' = 'equipe') => e.reussir('aujourdhui.get', { qui });

test('an empty base says so, then only what is still missing', async () => {
  expect((await lire()).vide).toEqual({ organisations: true, sollicitations: true });
  const { id } = await e.reussir('reseau.create', { nom: 'Ets Morel' });
  expect((await lire()).vide).toEqual({ organisations: false, sollicitations: true });
  await e.reussir('reseau.archive', { id });
  expect((await lire()).vide.organisations).toBe(true);
});

test('the year counts each organisation once per stage, by what it went as far as', async () => {
  const noter = (
    organisationId: string,
    date: string,
    resultat: 'interessee' | 'accord' | 'realisee' | 'refus',
  ) =>
    e.reussir('sollicitations.record', {
      date,
      canal: 'telephone',
      resultat,
      organisationIds: [organisationId],
    });
  const creer = async (nom: string) => (await e.reussir('reseau.create', { nom })).id;
  const [morel, roche, faure] = [await creer('Morel'), await creer('Roche'), await creer('Faure')];
  await noter(morel, '2026-01-01', 'interessee');
  await noter(morel, '2026-02-01', 'accord');
  await noter(morel, '2026-02-02', 'accord');
  await noter(roche, '2026-03-24', 'refus');
  await noter(faure, '2025-12-31', 'accord');
  expect((await lire()).entonnoir).toEqual({
    annee: 2026,
    contactees: 2,
    interessees: 1,
    engagees: 1,
    immersions: 0,
  });
});

test('an immersion announces its convention, its first day, its days, its last one', async () => {
  const { salarieId, organisationId, referentId } = await parcours(e);
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, { referentId }),
  );
  const annonces = async () => (await lire()).echeances.map(({ genre, date }) => `${genre} ${date}`);
  e.nousSommesLe('2026-03-31');
  expect(await annonces()).toEqual(['convention_a_finir 2026-04-07']);
  await e.reussir('immersions.issue', { id });
  expect(await annonces()).toEqual(['convention_a_signer 2026-04-07']);
  e.nousSommesLe('2026-04-06');
  expect((await lire()).immersions).toEqual([]);
  e.nousSommesLe('2026-04-07');
  expect(await annonces()).toEqual(['fin_immersion 2026-04-17']);
  expect((await lire()).immersions).toMatchObject([
    { id, debut: '2026-04-07', fin: '2026-04-17', salarie: { nom: 'Diallo' } },
  ]);
  expect((await lire()).entonnoir.immersions).toBe(1);
  e.nousSommesLe('2026-04-17');
  expect((await lire()).immersions).toHaveLength(1);
  e.nousSommesLe('2026-04-18');
  expect(await lire()).toMatchObject({ immersions: [], echeances: [] });
});

test('the end of a contract is announced two months before, unless another contract follows it', async () => {
  const { salarieId } = await parcours(e);
  e.nousSommesLe('2026-07-01');
  expect((await lire()).echeances).toEqual([]);
  e.nousSommesLe('2026-07-02');
  expect((await lire()).echeances).toMatchObject([
    { genre: 'fin_contrat', date: '2026-08-31', salarie: { id: salarieId } },
  ]);
  // Five weeks before, what is to follow is something to do: the list says it, and the card does not say it again.
  e.nousSommesLe('2026-07-24');
  expect((await lire()).echeances).toHaveLength(1);
  e.nousSommesLe('2026-07-25');
  expect((await lire()).echeances).toEqual([]);
  expect((await e.reussir('salaries.duJour', { qui: 'equipe' })).lignes).toHaveLength(1);
  const { contrats, archivedAt: _, ...fiche } = await e.reussir('salaries.get', { id: salarieId });
  const contratId = contrats[0]!.id;
  await e.reussir('salaries.saveSuite', { contratId, suite: 'emploi' });
  expect((await lire()).echeances).toHaveLength(1);
  expect((await e.reussir('salaries.duJour', { qui: 'equipe' })).lignes).toEqual([]);
  const suite = { nature: 'cddi' as const, debut: '2026-09-01', fin: '2027-02-28', minutesHebdo: 1560 };
  await e.reussir('salaries.update', {
    id: salarieId,
    prenom: fiche.prenom,
    nom: fiche.nom,
    sexe: fiche.sexe as 'F',
    naissance: fiche.naissance,
    telephone: fiche.telephone,
    contrats: [...contrats.map((contrat) => ({ ...contrat, nature: 'cddi' as const })), suite],
  });
  expect((await lire()).echeances).toEqual([]);
});
