export const sortiesContrat = {};
