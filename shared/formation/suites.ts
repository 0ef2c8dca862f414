/** Filled by its slice. */
export const suitesContrat = {};
