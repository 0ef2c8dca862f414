export const sollicitationsContrat = {};
