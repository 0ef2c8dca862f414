/** Filled by its slice. */
export const papiersContrat = {};
