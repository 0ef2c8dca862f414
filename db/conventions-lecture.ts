import { eq } from 'drizzle-orm';
import type { Voisine } from '../shared/conventions/regles.ts';
import type { ConventionLue, GenreConvention } from '../shared/conventions/schema.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { convention, organisation } from './schema/index.ts';

const ANNEXES = `
  SELECT id, numero, debut, fin, etp_centiemes AS etpCentiemes, centimes, part_departement AS partDepartement
  FROM convention_annexe WHERE convention_id = ? AND archived_at IS NULL ORDER BY debut, numero, id`;

const VERSEMENTS = `
  SELECT id, date, centimes, libelle FROM convention_versement
  WHERE convention_id = ? AND archived_at IS NULL ORDER BY date DESC, id DESC`;

const OBJECTIFS = `
  SELECT annee, indicateur, valeur FROM convention_objectif WHERE convention_id = ? ORDER BY annee, indicateur`;

const ECHEANCES = `
  SELECT id, libelle, date, debut, fin, rendu_le AS renduLe FROM convention_echeance
  WHERE convention_id = ? AND archived_at IS NULL ORDER BY date, id`;

/** A convention with all that was agreed, paid, aimed at and awaited. Throws `introuvable`. */
export function readConvention(db: Base, id: string): ConventionLue {
  const lue = db.orm
    .select({ convention, nom: organisation.nom })
    .from(convention)
    .leftJoin(organisation, eq(organisation.id, convention.organisationId))
    .where(eq(convention.id, id))
    .get();
  if (!lue) throw new ErreurMetier('introuvable');
  const { organisationId, createdAt: _cree, updatedAt: _change, ...reste } = lue.convention;
  const versements = requete(db, VERSEMENTS).all(id) as ConventionLue['versements'];
  return {
    ...reste,
    genre: reste.genre as GenreConvention,
    organisation: organisationId === null ? null : { id: organisationId, nom: lue.nom ?? '' },
    verseCentimes: versements.reduce((somme, { centimes }) => somme + centimes, 0),
    annexes: requete(db, ANNEXES).all(id) as ConventionLue['annexes'],
    versements,
    objectifs: requete(db, OBJECTIFS).all(id) as ConventionLue['objectifs'],
    echeances: requete(db, ECHEANCES).all(id) as ConventionLue['echeances'],
  };
}

/** What a convention aims at in a year, by code of indicator, in its unit. */
export function readObjectifs(db: Base, conventionId: string, annee: number): ReadonlyMap<string, number> {
  const lus = requete(
    db,
    'SELECT indicateur, valeur FROM convention_objectif WHERE convention_id = ? AND annee = ?',
  ).all(conventionId, annee) as { indicateur: string; valeur: number }[];
  return new Map(lus.map(({ indicateur, valeur }) => [indicateur, valeur]));
}

const VOISINES = `
  SELECT id, intitule, numero, debut, fin FROM convention
  WHERE organisation_id = @organisationId AND genre = @genre AND archived_at IS NULL AND id IS NOT @id
    AND debut <= @fin AND fin >= @debut
  ORDER BY debut, id`;

/** Conventions of the same funder and kind that run at the same time as this one. */
export function readVoisines(
  db: Base,
  celle: {
    id: string | null;
    organisationId: string | null;
    genre: GenreConvention;
    debut: string;
    fin: string;
  },
): Voisine[] {
  const { id, organisationId, genre, debut, fin } = celle;
  if (organisationId === null) return [];
  return requete(db, VOISINES).all({ id, organisationId, genre, debut, fin }) as Voisine[];
}
