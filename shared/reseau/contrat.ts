export const reseauContrat = {};
