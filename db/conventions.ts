export const conventionsOperations = {};
