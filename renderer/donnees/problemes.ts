import {
  IconAlertTriangle,
  IconCircleArrowUp,
  IconDatabaseExclamation,
  IconDatabaseX,
  IconDeviceFloppy,
  IconFolderOff,
  IconLock,
  IconPencilOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { CodeErreur } from '../../shared/erreurs.ts';

export interface Probleme {
  titre: string;
  /** What happened. */
  cause: string;
  /** What to do about it. */
  conseil: string;
  icone: ComponentType<{ size?: number; stroke?: number }>;
  /** Whether going back to a backup is a way out, or the best one. */
  restauration: 'non' | 'possible' | 'conseillee';
}

const INCONNU: Probleme = {
  titre: 'Passerelle ne peut pas ouvrir vos données',
  cause: 'Quelque chose d’inattendu s’est produit. Rien n’a été modifié.',
  conseil: 'Réessayez. Si cela se répète, redémarrez l’ordinateur, puis rouvrez Passerelle.',
  icone: IconAlertTriangle,
  restauration: 'possible',
};

/** Every way the data can refuse to open, told to someone who has never heard of a database. */
const PROBLEMES: Partial<Record<CodeErreur, Probleme>> = {
  'base-verrouillee': {
    titre: 'Vos données sont déjà ouvertes ailleurs',
    cause:
      'Une autre fenêtre de Passerelle, ou un programme qui lit ce dossier, les utilise en ce moment. Deux à la fois, ce serait risquer de les abîmer.',
    conseil:
      'Fermez l’autre fenêtre, puis réessayez. Si vous n’en voyez aucune, redémarrez l’ordinateur : tout se libère.',
    icone: IconLock,
    restauration: 'non',
  },
  'base-absente': {
    titre: 'Vos données sont introuvables',
    cause:
      'Leur dossier a peut-être été déplacé ou renommé, ou il se trouve sur un disque qui n’est pas branché. Passerelle n’a rien créé à la place.',
    conseil: 'Branchez le disque ou remettez le dossier où il était, puis réessayez.',
    icone: IconFolderOff,
    restauration: 'possible',
  },
  'base-lecture-seule': {
    titre: 'Vos données ne peuvent pas être modifiées',
    cause: 'Leur dossier est en lecture seule : Passerelle ne pourrait rien y enregistrer.',
    conseil:
      'Ouvrez le dossier, affichez ses propriétés et décochez « Lecture seule ». Ou demandez à la personne qui a installé cet ordinateur d’y autoriser l’écriture.',
    icone: IconPencilOff,
    restauration: 'non',
  },
  'base-disque-plein': {
    titre: 'Le disque est plein',
    cause: 'Il ne reste plus assez de place pour ouvrir vos données sans risque. Elles sont intactes.',
    conseil:
      'Videz la corbeille, retirez des photos ou des vidéos de cet ordinateur, puis réessayez. Ne supprimez rien dans le dossier des données.',
    icone: IconDeviceFloppy,
    restauration: 'non',
  },
  'base-corrompue': {
    titre: 'La base de données est endommagée',
    cause:
      'Une coupure de courant ou un disque fatigué a pu l’abîmer. Pour ne pas aggraver les choses, Passerelle ne l’ouvre pas.',
    conseil: 'Repartez de la dernière sauvegarde vérifiée. La base endommagée est gardée de côté.',
    icone: IconDatabaseX,
    restauration: 'conseillee',
  },
  'base-future': {
    titre: 'Vos données viennent d’une version plus récente',
    cause:
      'Elles ont été ouvertes par un Passerelle plus récent que celui-ci. Les ouvrir ici pourrait en perdre une partie.',
    conseil: 'Installez la dernière version de Passerelle, puis rouvrez-la : vos données seront là.',
    icone: IconCircleArrowUp,
    restauration: 'possible',
  },
  'base-modifiee': {
    titre: 'La base a été modifiée en dehors de Passerelle',
    cause:
      'Sa structure n’est plus celle que Passerelle a créée : un autre programme y a écrit, ou ce fichier n’est pas le bon.',
    conseil:
      'Remettez le bon fichier dans le dossier, puis réessayez ; ou repartez d’une sauvegarde. Le fichier actuel est gardé de côté.',
    icone: IconDatabaseExclamation,
    restauration: 'conseillee',
  },
};

/** What to say of a storage error; `message` is what the operation itself said, for an error not foreseen here. */
export function problemeDe(code: CodeErreur, message?: string): Probleme {
  return PROBLEMES[code] ?? { ...INCONNU, cause: message ?? INCONNU.cause };
}
