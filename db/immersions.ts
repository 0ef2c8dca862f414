export const immersionsOperations = {};
