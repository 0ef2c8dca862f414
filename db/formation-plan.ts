/** Filled by its slice. */
export const planFormationOperations = {};
