/** Filled by its slice. */
export const stagiairesContrat = {};
