import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';

/** `Marchand`, or which kind of SIAE when it is known: `SIAE · ACI`. */
export function libelleGenre({ genre, genreSiae }: { genre: string; genreSiae: string }): string {
  return [genre === '' ? '' : label(GENRES_ORGANISATION, genre), genreSiae].filter(Boolean).join(' · ');
}

/** `Claire Roche`; the name alone when the first name is unknown. */
export const nomComplet = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`.trim();
