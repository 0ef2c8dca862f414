import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { lireLigne } from '../bilans-appui.ts';
import { annexeDe, conventionDe } from '../conventions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };
const ligne = (code: string, axes: string[] = [], periode = ANNEE) => lireLigne(e, code, axes, periode);
const valeur = async (code: string) => (await ligne(code)).mesure.valeur;

type Genre = NonNullable<Entree<'parametres.saveStructure'>['genre']>;
const structure = (genre: Genre) =>
  e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre,
    siret: '',
    adresse: '',
    codePostal: '',
    ville: '',
    telephone: '',
    courriel: '',
    conventionNumero: '',
    logo: '',
  });

let rang = 0;
/** Somebody with one contract, its hours by month and an exit on its last day. */
async function sorti(
  debut: string,
  date: string,
  motif: string,
  heures: Record<string, number> = {},
  sexe: 'F' | 'H' = 'F',
): Promise<{ salarieId: string; sortieId: string }> {
  rang += 1;
  const { id: salarieId } = await e.reussir('salaries.create', {
    prenom: 'Lou',
    nom: `Sortie ${rang}`,
    sexe,
    naissance: '1990-05-17',
    telephone: '',
    contrats: [{ nature: 'cddi', debut, fin: date, minutesHebdo: 1560 }],
  });
  const contratId = (await e.reussir('salaries.get', { id: salarieId })).contrats[0]!.id;
  const cases = Object.entries(heures).map(([mois, minutes]) => ({ contratId, mois, minutes }));
  if (cases.length > 0) await e.reussir('heures.save', { heures: cases });
  const { id: sortieId } = await e.reussir('sorties.create', { salarieId, date, motif });
  return { salarieId, sortieId };
}

describe('exits at each side of every threshold, read from the figures', () => {
  test('an ACI: three months to exceed, an hour in the year, withdrawals apart', async () => {
    await structure('ACI');
    // Three months to the day are not more than three; one day more is.
    await sorti('2025-01-01', '2025-03-31', '3', { '2025-02': 600 });
    await sorti('2025-01-01', '2025-04-01', '3', { '2025-02': 600 });
    // An hour worked in the year of the exit is asked for, and enough.
    await sorti('2024-01-01', '2025-02-28', '9', { '2024-06': 6000, '2025-01': 59 });
    await sorti('2024-01-01', '2025-02-28', '9', { '2024-06': 6000, '2025-01': 60 }, 'H');
    // Hours that nobody entered leave the duration to decide.
    await sorti('2024-01-01', '2025-06-30', '10');
    await sorti('2024-01-01', '2025-06-30', '5', { '2025-01': 600 });
    await sorti('2024-01-01', '2025-06-30', '7', { '2025-01': 600 });
    await sorti('2024-01-01', '2025-06-30', '17', { '2025-01': 600 });
    // Another year.
    await sorti('2024-01-01', '2024-12-31', '3', { '2024-06': 6000 });

    expect(await valeur('sorties.total')).toBe(8);
    const comptees = await ligne('sorties.comptees', ['categorie', 'sexe']);
    expect(comptees.mesure.valeur).toBe(5);
    expect(comptees.exclus).toEqual([
      { raison: 'Durée ou heures insuffisantes', nombre: 2 },
      { raison: 'Retrait des sorties constatées', nombre: 1 },
    ]);
    expect(
      Object.fromEntries(comptees.repartitions[0]!.parts.map(({ code, mesure }) => [code, mesure.valeur])),
    ).toEqual({ durable: 2, transition: 1, positive: 1, autre: 1, retrait: 0 });
    const dynamiques = await ligne('sorties.dynamiques');
    expect(dynamiques.mesure).toEqual({ valeur: 800, numerateur: 4, denominateur: 5 });
    expect(dynamiques.objectif).toMatchObject({ valeur: 600 });
    expect(dynamiques.atteint).toBe(true);
    const durables = await ligne('sorties.durables');
    expect(durables.mesure).toEqual({ valeur: 400, numerateur: 2, denominateur: 5 });
    expect(durables.objectif).toMatchObject({ valeur: 250 });
    expect(await valeur('sorties.transition')).toBe(200);
    expect(await valeur('sorties.positives')).toBe(200);
    expect(await valeur('sorties.autres')).toBe(200);
    expect(await valeur('sorties.retraits')).toBe(1);
    expect(await valeur('sorties.non_comptees')).toBe(2);
    expect(await valeur('sorties.doutes')).toBe(1);
    // 89 days × 0,0328767 = 2,93 months: the code of the ASP counts the first one.
    expect(await valeur('sorties.comptees_asp')).toBe(6);
    const { lignes } = await e.reussir('bilans.lignes', {
      ...ANNEE,
      indicateur: 'sorties.dynamiques',
      place: 'exclu',
      raison: 'Retrait des sorties constatées',
    });
    expect(lignes).toHaveLength(1);
    expect(lignes[0]!.detail).toContain('Non comptée');
    // The screen of the exits says the same.
    const { mesure } = await e.reussir('sorties.list', { annee: 2025 });
    expect([mesure.constatees, mesure.comptees, mesure.dynamiques]).toEqual([8, 5, 4]);
  });

  test('an AI: 150 hours to exceed, and those without hours are to be checked', async () => {
    await structure('AI');
    await sorti('2025-01-01', '2025-01-31', '3', { '2025-01': 150 * 60 });
    await sorti('2025-01-01', '2025-01-31', '3', { '2025-01': 150 * 60 + 1 });
    await sorti('2024-01-01', '2025-06-30', '3');
    const comptees = await ligne('sorties.comptees');
    expect([comptees.mesure.valeur, comptees.inconnus]).toEqual([1, 1]);
    expect(comptees.exclus).toEqual([{ raison: 'Durée ou heures insuffisantes', nombre: 1 }]);
    expect(await valeur('sorties.comptees_asp')).toBe(2);
  });

  test('what became of people: those who answered are the base', async () => {
    await structure('ACI');
    const suivre = async (motif: string, situation: 'meme_emploi' | 'recherche' | 'sans_reponse' | null) => {
      const { sortieId } = await sorti('2024-01-01', '2025-06-30', motif, { '2025-01': 600 });
      if (situation !== null)
        await e.reussir('sorties.saveSituation', { sortieId, mois: 3, date: '2025-10-02', situation });
    };
    await suivre('3', 'meme_emploi');
    await suivre('10', 'recherche');
    await suivre('7', 'recherche');
    await suivre('3', 'sans_reponse');
    await suivre('3', null);
    await suivre('17', null);
    const trois = await ligne('devenir.emploi_3');
    expect(trois.mesure).toEqual({ valeur: 333, numerateur: 1, denominateur: 3 });
    expect(trois.inconnus).toBe(1);
    expect(trois.exclus).toEqual([
      { raison: 'Non demandé', nombre: 1 },
      { raison: 'Retrait des sorties constatées', nombre: 1 },
    ]);
    expect((await ligne('devenir.maintien_3')).mesure).toEqual({
      valeur: 500,
      numerateur: 1,
      denominateur: 2,
    });
    expect((await ligne('devenir.emploi_12')).exclus[0]).toEqual({ raison: 'Échéance à venir', nombre: 5 });
  });
});

test('hours and ETP are those of their screen, on the same months as what was agreed', async () => {
  await structure('ACI');
  const { id: conventionId } = await conventionDe(e, { debut: '2025-01-01', fin: '2027-12-31' });
  await e.reussir('conventions.saveAnnexe', {
    ...annexeDe(conventionId),
    debut: '2025-01-01',
    fin: '2025-12-31',
    etpCentiemes: 200,
  });
  await e.reussir('conventions.saveVersement', {
    conventionId,
    date: '2025-05-02',
    centimes: 1_234_567,
    libelle: 'Premier',
  });
  const mois = (de: number, a: number, minutes: number) =>
    Object.fromEntries(
      Array.from({ length: a - de + 1 }, (_, un) => [`2025-${String(de + un).padStart(2, '0')}`, minutes]),
    );
  await sorti('2024-10-01', '2025-12-31', '3', mois(1, 12, 9100));
  await sorti('2025-01-01', '2025-06-30', '3', mois(1, 6, 9100), 'H');

  expect(await valeur('heures.total')).toBe(18 * 9100);
  expect(await valeur('heures.personnes')).toBe(2);
  // 1 820 h a year for a full-time job: twelve months of 151 h 40, and six.
  expect(await valeur('etp.realises')).toBe(150);
  expect(await valeur('etp.conventionnes')).toBe(200);
  expect(await valeur('etp.realisation')).toBe(750);
  const { cumul } = await e.reussir('heures.etp', { annee: 2025 });
  expect([cumul.realise, cumul.conventionne, cumul.taux]).toEqual([150, 200, 750]);
  const sexes = (await ligne('etp.realises', ['sexe'])).repartitions[0]!.parts;
  expect(sexes.map(({ code, mesure }) => [code, mesure.valeur])).toEqual([
    ['F', 100],
    ['H', 50],
  ]);
  const semestre = { debut: '2025-01-01', fin: '2025-06-30' };
  expect((await ligne('etp.realises', [], semestre)).mesure.valeur).toBe(200);
  expect(await valeur('argent.verse')).toBe(1_234_567);
  expect(await valeur('publics.travailles')).toBe(2);
});

test('participants of the FSE+: entries by their answers, results on leaving and at six months', async () => {
  const { id: conventionId } = await conventionDe(e, { genre: 'fse', intitule: 'FSE+ Accompagner' });
  const participant = async (date: string, reponses: Record<string, string>) => {
    rang += 1;
    const { id: salarieId } = await e.reussir('salaries.create', {
      prenom: 'Awa',
      nom: `Participante ${rang}`,
      sexe: 'F',
      naissance: '1990-05-17',
      telephone: '',
      contrats: [],
    });
    await e.reussir('fse.noter', { salarieId, conventionId, moment: 'entree', date, reponses });
    return salarieId;
  };
  const noter = (salarieId: string, moment: 'sortie' | 'six_mois', date: string, reponses: object) =>
    e.reussir('fse.noter', { salarieId, moment, date, recueilliLe: date, reponses });
  const premier = await participant('2025-01-06', { situation: 'chomage', duree_recherche: '12_23' });
  await noter(premier, 'sortie', '2025-06-30', { situation: 'cdi', qualification: 'oui', terme: 'oui' });
  await noter(premier, 'six_mois', '2026-01-05', { situation: 'recherche' });
  const deuxieme = await participant('2025-01-06', { situation: 'inactif', handicap: 'nsp' });
  await noter(deuxieme, 'sortie', '2025-06-30', { situation: 'recherche' });
  const troisieme = await participant('2025-02-03', { handicap: 'oui' });
  await noter(troisieme, 'sortie', '2025-09-30', { situation: 'sans_reponse' });
  const unJour = await participant('2025-03-03', {});
  await noter(unJour, 'sortie', '2025-03-03', {});
  await participant('2024-12-01', { situation: 'emploi' });

  const entrees = await ligne('fse.entrees', ['situationFse']);
  expect(entrees.mesure.valeur).toBe(3);
  expect(entrees.exclus).toEqual([{ raison: 'Un jour ou moins', nombre: 1 }]);
  expect(await valeur('fse.personnes')).toBe(4);
  const taux = async (code: string, periode = ANNEE) => {
    const { mesure, inconnus } = await ligne(code, [], periode);
    return [mesure.numerateur, mesure.denominateur, inconnus];
  };
  expect(await taux('fse.longue_duree')).toEqual([1, 2, 1]);
  expect(await taux('fse.inactifs')).toEqual([1, 2, 1]);
  expect(await taux('fse.handicap')).toEqual([1, 1, 2]);
  expect(await valeur('fse.sorties')).toBe(3);
  expect(await taux('fse.resultat_emploi')).toEqual([1, 2, 1]);
  expect(await taux('fse.resultat_qualification')).toEqual([1, 2, 1]);
  expect(await taux('fse.resultat_recherche')).toEqual([1, 2, 1]);
  expect(await taux('fse.emploi_6')).toEqual([0, 1, 0]);
  const sixMois = await ligne('fse.emploi_6');
  expect(sixMois.exclus).toEqual([
    { raison: 'Non demandé', nombre: 1 },
    { raison: 'Un jour ou moins', nombre: 1 },
  ]);
});
