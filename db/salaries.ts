export const salariesOperations = {};
