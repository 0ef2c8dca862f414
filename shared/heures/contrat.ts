export const heuresContrat = {};
