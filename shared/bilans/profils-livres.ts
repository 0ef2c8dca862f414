import type { Profil } from './profil.ts';

/** Profiles that ship with Passerelle: the structure copies them to change them. */
export const PROFILS_LIVRES: readonly Profil[] = [
  {
    code: 'reseau',
    nom: 'Réseau employeurs',
    description: 'Ce qui a été fait avec les employeurs, du premier contact à l’embauche.',
    propre: false,
    contenu: {
      sections: [
        {
          code: 'echanges',
          titre: 'Les échanges',
          consigne: 'Faits marquants, nouvelles entreprises, difficultés.',
          indicateurs: [
            { code: 'reseau.echanges', axes: ['mois', 'nature', 'canal', 'resultat'] },
            { code: 'reseau.accords', axes: ['nature'] },
          ],
        },
        {
          code: 'immersions',
          titre: 'Les immersions',
          consigne: '',
          indicateurs: [
            { code: 'immersions.total', axes: ['objet', 'hote', 'sexe'] },
            { code: 'immersions.heures', axes: [] },
            { code: 'immersions.embauche', axes: ['sexe'] },
          ],
        },
      ],
      resume: ['reseau.echanges', 'reseau.accords', 'immersions.total', 'immersions.embauche'],
      filtres: [],
      comparer: true,
      annexe: false,
    },
  },
];
