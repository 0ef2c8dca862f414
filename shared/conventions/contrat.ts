export const conventionsContrat = {};
