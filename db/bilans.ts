export const bilansOperations = {};
