import { SEPARATEUR_TITRE } from '../shared/formation/titre-session.ts';

/** Title of a session (`f`) of an action (`a`), as `direTitre` says it. */
export const TITRE_SESSION = `a.titre || CASE f.intitule WHEN '' THEN '' ELSE '${SEPARATEUR_TITRE}' || f.intitule END`;
