import type { ListeOuverte } from '../../shared/nomenclatures/ouvertes.ts';

/** Each open list by its name on screen, with where it is used; grouped by what it describes. */
export const GROUPES: { titre: string; listes: { nom: ListeOuverte; label: string; usage: string }[] }[] = [
  {
    titre: 'Échanges',
    listes: [
      { nom: 'canaux', label: 'Moyens de contact', usage: 'Quand vous notez un échange.' },
      { nom: 'sous_natures', label: 'Actions', usage: 'Ce qui est proposé, dans chaque nature d’action.' },
      {
        nom: 'causes',
        label: 'Causes',
        usage: 'Pourquoi une organisation refuse, ou pourquoi sa demande n’est pas honorée.',
      },
    ],
  },
  {
    titre: 'Organisations',
    listes: [
      { nom: 'roles', label: 'Rôles', usage: 'Ce qu’une organisation est pour vous.' },
      { nom: 'categories', label: 'Catégories', usage: 'Le genre d’organisation, en détail.' },
      { nom: 'secteurs', label: 'Secteurs', usage: 'Ce par quoi vous analysez le réseau.' },
      { nom: 'conditions', label: 'Conditions d’accueil', usage: 'Ce qui attend une personne sur place.' },
      { nom: 'recrutements', label: 'Recrutement', usage: 'Comment l’organisation trouve ses salariés.' },
      { nom: 'recruteurs', label: 'Qui recrute', usage: 'Qui décide d’une embauche.' },
      { nom: 'motivations', label: 'Motivations', usage: 'Pourquoi elle accueillerait quelqu’un.' },
      { nom: 'origines', label: 'Origines du contact', usage: 'Comment vous l’avez connue.' },
      {
        nom: 'motifs_silence',
        label: 'Ne plus contacter',
        usage: 'Pourquoi une organisation est laissée en paix.',
      },
    ],
  },
  {
    titre: 'Personnes',
    listes: [{ nom: 'qualites', label: 'Fonctions', usage: 'Ce que fait un interlocuteur.' }],
  },
  {
    titre: 'Salariés et formation',
    listes: [
      { nom: 'supports', label: 'Supports d’activité', usage: 'Sur quoi travaillent vos salariés.' },
      {
        nom: 'themes_formation',
        label: 'Thèmes de formation',
        usage: 'Ce par quoi se regroupent les besoins et les sessions.',
      },
    ],
  },
];

export const TOUTES_LES_LISTES = GROUPES.flatMap(({ listes }) => listes);
