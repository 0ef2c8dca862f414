/** Filled by its slice. */
export const besoinsContrat = {};
