/** Filled by its slice. */
export const financementFormationOperations = {};
