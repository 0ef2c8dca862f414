export const fseOperations = {};
