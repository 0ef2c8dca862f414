/** Filled by its slice. */
export const sessionsFormationOperations = {};
