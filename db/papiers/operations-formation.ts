/** Filled by its slice. */
export const papiersFormationOperations = {};
