import { expect, test } from 'vitest';
import { direPriorite, dureeEnMots, type Faits, motifDe } from '../../shared/reseau/priorites.ts';

const MARDI = '2026-03-24';
const faits = (plus: Partial<Faits> = {}): Faits => ({
  stade: 'contactee',
  dernierEchange: '2026-03-10',
  dernierResultat: 'a_suivre',
  dernierSens: 'sortante',
  prochaineRelance: null,
  silence: false,
  saturee: false,
  ...plus,
});
const dit = (plus: Partial<Faits>) => direPriorite(faits(plus), MARDI).replaceAll('\u00a0', ' ');

test.each([
  ['promesse', { prochaineRelance: '2026-03-12' }, 'Promesse en retard de 12 jours'],
  ['promesse', { prochaineRelance: MARDI }, 'Promis pour aujourd’hui'],
  ['suivie', { prochaineRelance: '2026-03-25' }, 'Suite prévue le 25/03/2026'],
  ['demande', { dernierSens: 'entrante' }, 'Elle nous a contactés il y a 14 jours, sans suite'],
  ['demande', { dernierSens: 'entrante', dernierEchange: MARDI }, 'Elle nous a contactés aujourd’hui'],
  ['suivie', { dernierSens: 'entrante', dernierResultat: 'realisee' }, 'Contactée il y a 14 jours'],
  ['accord', { dernierResultat: 'accord' }, 'Accord donné il y a 14 jours, rien depuis'],
  ['suivie', { dernierResultat: 'accord', dernierEchange: '2026-03-11' }, 'Contactée il y a 13 jours'],
  [
    'interet',
    { dernierResultat: 'interessee', dernierEchange: '2026-02-22' },
    'Intéressée il y a 4 semaines, jamais rappelée',
  ],
  ['suivie', { dernierResultat: 'interessee', dernierEchange: '2026-02-23' }, 'Contactée il y a 4 semaines'],
  ['fideliser', { stade: 'engagee', dernierEchange: '2025-07-12' }, 'Engagée, sans nouvelles depuis 8 mois'],
  ['fideliser', { stade: 'partenaire', dernierEchange: null }, 'Partenaire, aucun échange noté'],
  ['suivie', { stade: 'engagee', dernierEchange: '2025-09-25' }, 'Contactée il y a 5 mois'],
  ['fideliser', { stade: 'engagee', dernierEchange: '2025-09-24' }, 'Engagée, sans nouvelles depuis 6 mois'],
  [
    'reponse',
    { dernierResultat: 'sans_reponse', dernierEchange: '2026-03-03' },
    'Sans réponse depuis 3 semaines',
  ],
  ['suivie', { dernierResultat: 'sans_reponse', dernierEchange: '2026-03-04' }, 'Contactée il y a 20 jours'],
  ['jamais', { stade: 'a_prospecter', dernierEchange: null, dernierResultat: '' }, 'Jamais contactée'],
  [
    'refus',
    { dernierResultat: 'refus', dernierEchange: '2025-03-24' },
    'Refus il y a 12 mois : la situation a pu changer',
  ],
  ['sommeil', { dernierResultat: 'refus', dernierEchange: '2025-03-25' }, 'Sans échange depuis 11 mois'],
  ['sommeil', { dernierEchange: '2024-03-24' }, 'Sans échange depuis 2 ans'],
  ['saturee', { saturee: true, dernierResultat: 'accord' }, 'Très sollicitée : laissez-la souffler'],
  ['promesse', { saturee: true, prochaineRelance: '2026-03-23' }, 'Promesse en retard de 1 jour'],
  ['perdue', { stade: 'perdue', dernierEchange: '2020-01-01' }, 'Perdue'],
  ['silence', { silence: true, prochaineRelance: '2026-03-12' }, 'Ne plus contacter'],
] as const)('%s: %o', (motif, plus, phrase) => {
  expect(motifDe(faits(plus), MARDI)).toBe(motif);
  expect(dit(plus)).toBe(phrase);
});

test.each([
  ['2026-03-24', '0 jour'],
  ['2026-03-04', '20 jours'],
  ['2026-03-03', '3 semaines'],
  ['2026-01-21', '8 semaines'],
  ['2026-01-20', '2 mois'],
  ['2024-03-25', '23 mois'],
  ['2024-03-24', '2 ans'],
  ['2016-03-25', '9 ans'],
])('since %s is said « %s »', (depuis, attendu) => {
  expect(dureeEnMots(depuis, MARDI)).toBe(attendu);
});
