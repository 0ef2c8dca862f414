/** Filled by its slice. */
export const planContrat = {};
