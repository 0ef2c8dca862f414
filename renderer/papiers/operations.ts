/** Domains that have papers. */
export type Domaine = 'immersions' | 'formation';

/** The operations on papers are the same whatever the domain; its kinds of paper apart, one is typed like another. */
export const operation = <N extends 'papiers' | 'differences' | 'page' | 'issue' | 'pdf'>(
  domaine: Domaine,
  nom: N,
) => `${domaine}.${nom}` as `formation.${N}`;
