/** Between the title of the action and what tells its session from the others. */
export const SEPARATEUR_TITRE = ', ';

/** Title of a session: its action's, with what tells it from the others. */
export const direTitre = ({ titre, intitule }: { titre: string; intitule: string }): string =>
  intitule === '' ? titre : `${titre}${SEPARATEUR_TITRE}${intitule}`;
