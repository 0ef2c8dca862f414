/** Filled by its slice. */
export const sessionsContrat = {};
