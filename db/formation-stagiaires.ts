/** Filled by its slice. */
export const stagiairesFormationOperations = {};
