import { describe, expect, test } from 'vitest';
import {
  anneesDe,
  debutTroisAns,
  demandesSansSuite,
  type FiltresFil,
  filDe,
  filtrer,
  SANS_FILTRE,
} from '../../shared/sollicitations/fil.ts';
import type { Histoire } from '../../shared/sollicitations/histoire.ts';

const echange = (id: string, date: string, reste: Partial<Histoire['lignes'][number]> = {}) => ({
  id,
  date,
  canal: 'telephone',
  sens: 'sortante',
  nature: '',
  sousNature: '',
  resultat: 'a_suivre',
  cause: '',
  objet: '',
  texte: '',
  dureeMinutes: null,
  auteur: null,
  organisations: [{ id: 'o', nom: 'Paysage Roche' }],
  interlocuteurs: [],
  salaries: [],
  pieces: [],
  relance: null,
  ...reste,
});
const amina = { id: 'amina', prenom: 'Amina', nom: 'Diallo' };
const HISTOIRE: Histoire = {
  lignes: [
    echange('c', '2026-03-12', {
      nature: 'intermediation',
      resultat: 'refus',
      texte: 'Demande la grille.',
      auteur: { id: 'k', nom: 'K. Brunet' },
    }),
    echange('b', '2025-12-04', { salaries: [amina], objet: 'Présentation d’une candidate' }),
    echange('a', '2021-01-02', { nature: 'formation' }),
  ],
  immersions: [
    {
      id: 'i',
      numero: '2025-004',
      statut: 'terminee',
      objet: 'confirmer',
      debut: '2025-12-04',
      fin: '2025-12-15',
      finPrevue: null,
      signatures: 0,
      bilanLe: null,
      motif: '',
      salarie: amina,
    },
  ],
  embauches: [
    {
      id: 'e',
      date: '2026-01-05',
      contrat: 'cdi',
      metier: 'Jardinière',
      note: '',
      organisation: { id: 'o', nom: 'Paysage Roche' },
      salarie: amina,
      sollicitationId: null,
    },
  ],
  entretiens: [
    { id: 'v', sollicitationId: 'c', date: '2026-03-12', lieu: '', remplie: true, interlocuteur: null },
    { id: 'w', sollicitationId: null, date: '2026-02-01', lieu: 'Riom', remplie: false, interlocuteur: null },
  ],
};
const TODAY = '2026-03-24';
const fil = filDe(HISTOIRE);
const noms = (filtres: Partial<FiltresFil>, oubliees = new Set<string>()) =>
  filtrer(fil, { ...SANS_FILTRE, ...filtres }, oubliees).map(({ id }) => id);

test('everything in one list, newest first; an interview kept with a visit is not told twice', () => {
  expect(fil.map(({ id }) => id)).toEqual(['c', 'w', 'e', 'i', 'b', 'a']);
  expect(filDe({ lignes: [], immersions: [], embauches: [], entretiens: [] })).toEqual([]);
});

describe('filters', () => {
  test('by nature or by sort of line', () => {
    expect(noms({ quoi: 'intermediation' })).toEqual(['c']);
    expect(noms({ quoi: 'sans' })).toEqual(['b']);
    expect(noms({ quoi: 'echanges' })).toEqual(['c', 'b', 'a']);
    expect(noms({ quoi: 'immersions' })).toEqual(['i']);
    expect(noms({ quoi: 'embauches' })).toEqual(['e']);
    expect(noms({ quoi: 'constructor' })).toEqual([]);
  });
  test('by outcome, person, month or year, words', () => {
    expect(noms({ resultat: 'refus' })).toEqual(['c']);
    expect(noms({ personne: 's:amina' })).toEqual(['e', 'i', 'b']);
    expect(noms({ personne: 'm:k' })).toEqual(['c']);
    expect(noms({ quand: '2025' })).toEqual(['i', 'b']);
    expect(noms({ quand: '2026-03' })).toEqual(['c']);
    expect(noms({ recherche: 'GRILLE demande' })).toEqual(['c']);
    expect(noms({ recherche: 'jardiniere' })).toEqual(['e']);
    expect(noms({ recherche: 'diallo', quand: '2025' })).toEqual(['i', 'b']);
    expect(noms({ sansSuite: true }, new Set(['b']))).toEqual(['b']);
  });
});

test('three years, counted back from today', () => {
  expect(debutTroisAns('2026-02-28')).toBe('2023-02-28');
  expect(anneesDe(fil, TODAY)).toEqual([2024, 2025, 2026]);
  expect(anneesDe(filDe({ ...HISTOIRE, lignes: [echange('z', '2023-05-01')] }), TODAY)).toEqual([
    2023, 2024, 2025, 2026,
  ]);
  expect(anneesDe(filDe({ ...HISTOIRE, lignes: [echange('z', '2023-03-24')] }), TODAY)).toEqual([
    2024, 2025, 2026,
  ]);
});

test('requests without an answer are sought in the three years only', () => {
  const lignes = [echange('b', '2025-01-01', { resultat: 'non_honoree' })];
  expect([...demandesSansSuite(lignes, TODAY)]).toEqual(['b']);
  expect([...demandesSansSuite([echange('a', '2021-01-01', { resultat: 'non_honoree' })], TODAY)]).toEqual(
    [],
  );
});
