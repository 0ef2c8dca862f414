export const fseContrat = {};
