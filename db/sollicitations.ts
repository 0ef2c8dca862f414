export const sollicitationsOperations = {};
