import {
  IconBuilding,
  IconCoffee,
  IconDoorEnter,
  IconMail,
  IconMailbox,
  IconMailFast,
  IconMessage2,
  IconMicrophone2,
  IconPhone,
  IconUsersGroup,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Ton } from '../components/page.tsx';

type Icone = ComponentType<{ size?: number; stroke?: number }>;

export const ICONES_CANAL: Record<string, Icone> = {
  telephone: IconPhone,
  visite: IconBuilding,
  courriel: IconMail,
  courrier: IconMailbox,
  reunion: IconUsersGroup,
  rendez_vous: IconDoorEnter,
  visio: IconVideo,
  petit_dejeuner: IconCoffee,
  forum: IconMicrophone2,
  publipostage: IconMailFast,
  message: IconMessage2,
};

/** An outcome is read before it is coloured: the pill always carries its words. */
export const TONS_RESULTAT: Record<string, Ton | undefined> = {
  interessee: 'vert',
  accord: 'vert',
  realisee: 'vert',
  sans_reponse: 'neutre',
  refus: 'brique',
  non_honoree: 'ambre',
};

/** Names that fit on a switch or in a legend, where the list around them says the rest. */
export const NATURES_COURTES = {
  decouverte: 'Découverte',
  formation: 'Formation',
  intermediation: 'Intermédiation',
  developpement: 'Développement',
};

export const COULEURS_NATURE: Record<string, string> = {
  decouverte: 'var(--decouverte)',
  formation: 'var(--formation)',
  intermediation: 'var(--intermediation)',
  developpement: 'var(--developpement)',
  '': 'var(--encre-3)',
};

/** Mark of a nature, told by its shape as well as by its colour: a photocopy keeps the difference. */
export function MarqueNature({ nature, taille = 11 }: { nature: string; taille?: number }) {
  const couleur = COULEURS_NATURE[nature] ?? COULEURS_NATURE['']!;
  return (
    <svg width={taille} height={taille} viewBox="0 0 12 12" aria-hidden="true" fill={couleur}>
      {nature === 'decouverte' && <circle cx="6" cy="6" r="5" />}
      {nature === 'formation' && <rect x="1.3" y="1.3" width="9.4" height="9.4" rx="1.6" />}
      {nature === 'intermediation' && <path d="M1 1h5.5A4.500 4.500 0 0 1 11 5.500V11H6A5 5 0 0 1 1 6Z" />}
      {nature === 'developpement' && <path d="M6 .3 11.700 6 6 11.700 .3 6Z" />}
      {nature === '' && <circle cx="6" cy="6" r="4.200" fill="none" stroke={couleur} strokeWidth="1.600" />}
    </svg>
  );
}

/** `Mme Roche` when the title is known, else `Claire Roche`. */
export function nommer(personne: { civilite: string; prenom: string; nom: string }): string {
  return [personne.civilite || personne.prenom, personne.nom].filter(Boolean).join(' ');
}

/** What a line of a history is, when it is not an exchange. */
export const NOMS_MAILLON = { immersion: 'Immersion', embauche: 'Embauche', entretien: 'Entretien' } as const;

export const COULEURS_MAILLON = {
  immersion: 'var(--encre-2)',
  embauche: 'var(--vert)',
  entretien: 'var(--encre-3)',
} as const;

/** Mark of a line that is not an exchange: shapes that no nature has. */
export function MarqueMaillon({ sorte, taille = 11 }: { sorte: keyof typeof NOMS_MAILLON; taille?: number }) {
  return (
    <svg width={taille} height={taille} viewBox="0 0 12 12" aria-hidden="true" fill={COULEURS_MAILLON[sorte]}>
      {sorte === 'immersion' && <path d="M6 1 11.500 11H.500Z" />}
      {sorte === 'embauche' && (
        <path d="m6 .300 1.800 3.700 4 .600-2.900 2.900.700 4.100L6 9.700l-3.600 1.900.700-4.100L.200 4.600l4-.600Z" />
      )}
      {sorte === 'entretien' && <path d="M4.500 1h3v3.500H11v3H7.500V11h-3V7.500H1v-3h3.500Z" />}
    </svg>
  );
}
