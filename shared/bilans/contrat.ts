export const bilansContrat = {};
