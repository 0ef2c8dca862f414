/** Filled by its slice. */
export const besoinsFormationOperations = {};
