/** Filled by its slice. */
export const suitesFormationOperations = {};
