export const sortiesOperations = {};
