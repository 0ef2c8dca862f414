/** Names of the three IPC channels; both ends import them. */
export const CANAUX = {
  appeler: 'passerelle:appeler',
  annuler: 'passerelle:annuler',
  evenement: 'passerelle:evenement',
} as const;
