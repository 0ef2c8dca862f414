export const heuresOperations = {};
