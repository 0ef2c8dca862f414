import { type Indicateur, nombre, taux } from './indicateur.ts';
import { RESULTATS_ACCORD } from './regles.ts';

const accord = (resultat: string) => (RESULTATS_ACCORD as readonly string[]).includes(resultat);

/** The employer network, and the way from a contact to a hire. */
export const RESEAU: readonly Indicateur[] = [
  nombre({
    code: 'reseau.echanges',
    rubrique: 'reseau',
    label: 'Échanges',
    formule:
      'Appels, visites, courriels, courriers et réunions notés sur la période ; un échange avec plusieurs organisations compte une fois.',
    nom: 'échange',
    source: 'echanges',
    compte: 'lignes',
    axes: ['mois', 'nature', 'sousNature', 'canal', 'resultat', 'sens'],
    sens: 'hausse',
    place: () => 'compte',
  }),
  taux({
    code: 'reseau.accords',
    rubrique: 'reseau',
    label: 'Accords et actions réalisées',
    formule: 'Échanges dont le résultat est « Accord » ou « Réalisée », rapportés à tous les échanges.',
    base: 'échanges',
    source: 'echanges',
    compte: 'lignes',
    axes: ['nature', 'canal'],
    place: ({ resultat }) => (accord(resultat) ? 'compte' : 'base'),
  }),
];
