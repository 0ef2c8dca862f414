import { expect, test } from 'vitest';
import { lireReponses, questionnaireDe, syntheseEvaluations } from '../../shared/formation/evaluations.ts';
import {
  comparerUrgence,
  remplissageTheme,
  resteACouvrir,
  statutBesoin,
} from '../../shared/formation/regles-besoins.ts';

test('a need is planned when everybody has a seat, and met when everybody went to the end', () => {
  const etat = (
    decide: 'recueilli' | 'planifie' | 'ecarte' | 'satisfait',
    effectif: number,
    enLice: number,
    formes: number,
  ) => statutBesoin({ decide, effectif, enLice, formes });
  expect(etat('recueilli', 1, 0, 0)).toBe('recueilli');
  expect(etat('recueilli', 3, 2, 0)).toBe('recueilli');
  expect(etat('recueilli', 3, 2, 1)).toBe('planifie');
  expect(etat('recueilli', 3, 0, 3)).toBe('satisfait');
  expect(etat('planifie', 1, 0, 0)).toBe('retenu');
  expect(etat('ecarte', 1, 1, 0)).toBe('ecarte');
  expect(etat('satisfait', 1, 0, 0)).toBe('satisfait');
});

test('what is left to cover', () => {
  expect(resteACouvrir({ statut: 'recueilli', effectif: 8, inscrits: 2, formes: 1 })).toBe(5);
  expect(resteACouvrir({ statut: 'planifie', effectif: 8, inscrits: 8, formes: 0 })).toBe(0);
});

test('seats already planned come before a session to open', () => {
  const dire = (aCouvrir: number, placesLibres: number) =>
    remplissageTheme({ aCouvrir, placesLibres, minimum: 6 });
  expect(dire(0, 5)).toEqual({ genre: 'rien' });
  expect(dire(5, 0)).toEqual({ genre: 'manque', manquent: 1 });
  expect(dire(6, 0)).toEqual({ genre: 'assez', nombre: 1 });
  expect(dire(13, 0)).toEqual({ genre: 'assez', nombre: 2 });
  expect(dire(4, 4)).toEqual({ genre: 'places', places: 4 });
  expect(dire(7, 4)).toEqual({ genre: 'places', places: 4 });
  expect(dire(10, 4)).toEqual({ genre: 'assez', nombre: 1 });
});

test('the most pressing first', () => {
  const besoins = [
    { priorite: 'basse', souhaiteLe: null },
    { priorite: 'haute', souhaiteLe: null },
    { priorite: 'haute', souhaiteLe: '2026-05-01' },
  ];
  expect(besoins.toSorted(comparerUrgence).map(({ souhaiteLe }) => souhaiteLe)).toEqual([
    '2026-05-01',
    null,
    null,
  ]);
});

test('answers: only those of a question asked, in its own form', () => {
  const chaud = questionnaireDe('chaud');
  expect(lireReponses(chaud, { accueil: 4, conseil: 'oui', plus_utile: '' })).toEqual({
    reponses: { accueil: 4, conseil: 'oui' },
    faute: null,
  });
  const fautes = [
    { accueil: 5 },
    { accueil: '4' },
    { conseil: 'jamais' },
    { plus_utile: 3 },
    { inconnue: 'a' },
    { a_changer: 'x'.repeat(601) },
  ];
  for (const saisie of fautes)
    expect(lireReponses(chaud, saisie as never).faute, JSON.stringify(saisie)).not.toBeNull();
});

test('a synthesis leaves out of its base those who did not answer', () => {
  const synthese = syntheseEvaluations('chaud', [
    { reponses: { accueil: 4, conseil: 'oui', a_changer: 'La pause' } },
    { reponses: { accueil: 2 } },
    { reponses: {} },
  ]);
  expect(synthese.find(({ code }) => code === 'accueil')).toMatchObject({
    reponses: 2,
    moyenne: 300,
    favorables: 1,
    repartition: [{ nombre: 0 }, { nombre: 1 }, { nombre: 0 }, { nombre: 1 }],
  });
  expect(synthese.find(({ code }) => code === 'rythme')).toMatchObject({ reponses: 0, moyenne: null });
  expect(synthese.find(({ code }) => code === 'a_changer')).toMatchObject({ textes: ['La pause'] });
});
