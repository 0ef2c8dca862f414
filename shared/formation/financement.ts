/** Filled by its slice. */
export const financementContrat = {};
