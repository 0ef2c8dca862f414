export const immersionsContrat = {};
