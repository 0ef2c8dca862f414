export const salariesContrat = {};
