import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { lireLigne } from '../bilans-appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };

type Saisie = Entree<'salaries.create'>;
const creer = async (prenom: string, reste: Partial<Saisie>): Promise<string> =>
  (
    await e.reussir('salaries.create', {
      prenom,
      nom: 'Œuvrard-N’Diaye',
      sexe: 'F',
      naissance: '1990-05-01',
      telephone: '',
      contrats: [],
      ...reste,
    })
  ).id;
const cddi = (debut: string, fin: string | null) => ({
  nature: 'cddi' as const,
  debut,
  fin,
  minutesHebdo: 1560,
});
const ligne = (code: string, axes: string[] = []) => lireLigne(e, code, axes, ANNEE);
const parts = async (code: string, axe: string) =>
  Object.fromEntries(
    (await ligne(code, [axe])).repartitions[0]!.parts.filter(({ mesure }) => mesure.valeur).map((part) => [
      part.code,
      part.mesure.valeur,
    ]),
  );

test('people are counted once, by the year of their birth, their contract and what their sheet says', async () => {
  await creer('Awa', {
    naissance: '1999-12-31',
    niveauFormation: '50',
    contrats: [cddi('2024-09-01', '2025-02-28'), cddi('2025-03-01', '2025-08-31')],
    criteres: [{ critere: 'rsa', constateLe: '2024-09-01', justificatif: '' }],
    projetEtat: 'valide',
    projetLe: '2025-06-01',
  });
  await creer('Bruno', {
    sexe: 'H',
    naissance: '1975-01-01',
    niveauFormation: '51',
    contrats: [cddi('2025-12-31', '2026-06-30')],
    projetEtat: 'valide',
    projetLe: '2026-01-05',
  });
  await creer('Carla', { contrats: [cddi('2025-05-01', null)] });
  await creer('Partie avant', { contrats: [cddi('2024-01-01', '2024-12-31')] });
  await creer('Vient après', { contrats: [cddi('2026-01-01', '2026-02-28')] });
  const archivee = await creer('Dominique', { contrats: [cddi('2025-01-15', '2025-03-14')] });
  await e.reussir('salaries.archive', { id: archivee });

  expect((await ligne('publics.presents')).mesure.valeur).toBe(4);
  expect((await ligne('publics.entrees')).mesure.valeur).toBe(3);
  expect((await ligne('publics.presents_fin')).mesure.valeur).toBe(2);
  expect(await parts('publics.presents', 'age')).toEqual({ '26_49': 3, '50_plus': 1 });
  expect(await parts('publics.presents', 'niveau')).toEqual({ infra: 1, cap: 1, '': 2 });
  expect((await ligne('publics.femmes')).mesure).toEqual({ valeur: 750, numerateur: 3, denominateur: 4 });
  expect((await ligne('publics.rsa')).mesure).toEqual({ valeur: 250, numerateur: 1, denominateur: 4 });
  const niveau = await ligne('publics.sans_diplome');
  expect([niveau.mesure.numerateur, niveau.mesure.denominateur, niveau.inconnus]).toEqual([1, 2, 2]);
  expect((await ligne('accompagnement.projets_valides')).mesure.valeur).toBe(1);
  const projets = await ligne('accompagnement.projets');
  expect([projets.mesure.numerateur, projets.mesure.denominateur, projets.inconnus]).toEqual([2, 2, 2]);
  const travailles = await ligne('publics.travailles');
  expect([travailles.mesure.valeur, travailles.inconnus]).toEqual([0, 4]);
  const { lignes } = await e.reussir('bilans.lignes', { ...ANNEE, indicateur: 'publics.entrees' });
  expect(lignes.map(({ titre }) => titre)).toEqual([
    'Bruno Œuvrard-N’Diaye',
    'Carla Œuvrard-N’Diaye',
    'Dominique Œuvrard-N’Diaye',
  ]);
});

test('freins and interviews: who is concerned, what is followed, how long it took', async () => {
  const awa = await creer('Awa', {
    contrats: [cddi('2025-01-06', '2025-12-31')],
    freins: [
      { frein: 'mobilite', interne: true, externe: true },
      { frein: 'logement', interne: false, externe: true },
    ],
  });
  await creer('Bruno', {
    sexe: 'H',
    contrats: [cddi('2025-01-06', '2025-12-31')],
    freins: [{ frein: 'mobilite', interne: false, externe: false }],
  });
  await creer('Sans contrat', { freins: [{ frein: 'sante', interne: true, externe: false }] });
  const entretien = (genre: 'diagnostic' | 'suivi', date: string, dureeMinutes: number | null) =>
    e.reussir('salaries.saveEntretien', {
      salarieId: awa,
      genre,
      date,
      dureeMinutes,
      texte: '',
      prochain: null,
    });
  await entretien('diagnostic', '2025-01-10', 90);
  await entretien('suivi', '2025-06-10', null);
  const { id: efface } = await entretien('suivi', '2025-07-10', 60);
  await e.reussir('salaries.archiveEntretien', { id: efface });
  await entretien('suivi', '2026-01-10', 60);

  expect((await ligne('freins.personnes')).mesure.valeur).toBe(2);
  expect(await parts('freins.personnes', 'frein')).toEqual({ mobilite: 2, logement: 1 });
  expect((await ligne('freins.total')).mesure.valeur).toBe(3);
  expect((await ligne('freins.accompagnes')).mesure).toEqual({ valeur: 667, numerateur: 2, denominateur: 3 });
  expect((await ligne('freins.interne')).mesure.valeur).toBe(1);
  expect((await ligne('freins.externe')).mesure.valeur).toBe(2);
  expect((await ligne('freins.deux')).mesure.valeur).toBe(1);

  expect((await ligne('accompagnement.entretiens')).mesure.valeur).toBe(2);
  expect((await ligne('accompagnement.heures')).mesure.valeur).toBe(90);
  expect((await ligne('accompagnement.durees')).mesure).toEqual({
    valeur: 500,
    numerateur: 1,
    denominateur: 2,
  });
  expect((await ligne('accompagnement.recus')).mesure).toEqual({
    valeur: 500,
    numerateur: 1,
    denominateur: 2,
  });
  expect((await ligne('accompagnement.par_personne')).mesure.valeur).toBe(200);
  expect((await ligne('accompagnement.diagnostics')).mesure.valeur).toBe(1);
});
