import type { Taille } from './regles-organisation.ts';

/** How to go about an employer, by its size: who recruits, why it would say yes, who would supervise. */
export interface Approche {
  qui: string;
  pourquoi: string;
  encadrement: string;
}

const PETITE: Approche = {
  qui: 'Le dirigeant, seul, entre deux chantiers. Appelez tôt ou en fin de journée, et allez droit à son besoin.',
  pourquoi:
    'Un coup de main dans une période chargée, un métier à transmettre, une personne qu’on lui recommande.',
  encadrement:
    'Le dirigeant ou un compagnon. Assurez-vous qu’il sera là les premiers jours, et passez le voir.',
};

const STRUCTUREE: Approche = {
  qui: 'Les ressources humaines ou le responsable du site ; le siège parfois. Cherchez qui a le besoin, puis qui signe.',
  pourquoi:
    'Des postes qui restent vacants, un engagement social à tenir, une clause d’insertion dans un marché.',
  encadrement:
    'Un tuteur désigné, souvent un chef d’équipe. Rencontrez-le avant le premier jour : c’est lui qui accueille.',
};

/** Advice for a size; null when it is not known. */
export function approcheDe(taille: Taille | ''): Approche | null {
  if (taille === '') return null;
  return taille === 'tpe' ? PETITE : STRUCTUREE;
}
