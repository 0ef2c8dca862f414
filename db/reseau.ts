export const reseauOperations = {};
