import { normaliser } from '../shared/normaliser.ts';
import { ORGANISATION_VIDE, type OrganisationNouvelle, type Particuliers } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { texteCherche } from './recherche.ts';
import { requete } from './requetes.ts';

/** Sorts after every name: organisations without a town come last. */
export const SANS_VILLE = '\u{10ffff}';

/** Particulars as they are stored, with the columns derived from them. */
export function colonnesDe(saisie: Particuliers) {
  return {
    ...saisie,
    genreSiae: saisie.genre === 'siae' ? saisie.genreSiae : '',
    nomTri: normaliser(saisie.nom),
    villeTri: normaliser(saisie.ville) || SANS_VILLE,
    cherche: texteCherche([
      saisie.nom,
      saisie.ville,
      saisie.codePostal,
      saisie.telephone,
      saisie.autreTelephone,
      saisie.siret,
      saisie.courriel,
      saisie.autreCourriel,
      saisie.activite,
    ]),
  };
}

const INSERTION = `
  INSERT INTO organisation (id, nom, nom_tri, genre, genre_siae, activite, convention_collective, siret, adresse,
    code_postal, ville, ville_tri, telephone, autre_telephone, courriel, autre_courriel, site, note, cherche,
    cherche_personnes, importation_id, created_at, updated_at)
  VALUES (@id, @nom, @nomTri, @genre, @genreSiae, @activite, @conventionCollective, @siret, @adresse,
    @codePostal, @ville, @villeTri, @telephone, @autreTelephone, @courriel, @autreCourriel, @site, @note, @cherche,
    @personnes, @importationId, @instant, @instant)`;

interface Personne {
  nom: string;
  telephone: string;
  courriel: string;
}

const cherchePersonnes = (personnes: readonly Personne[]) =>
  texteCherche(personnes.flatMap(({ nom, telephone, courriel }) => [nom, telephone, courriel]));

/**
 * Adds an organisation, at once searchable, also by `personnes`: the interlocuteurs about to be linked to it, first and
 * last name in `nom`. Fields left out are empty. Returns its id.
 */
export function insertOrganisation(
  { db, ids, instant }: Pick<Contexte, 'db' | 'ids' | 'instant'>,
  saisie: OrganisationNouvelle,
  importationId: string | null = null,
  personnes: readonly Personne[] = [],
): string {
  const id = ids.next();
  requete(db, INSERTION).run({
    ...colonnesDe({ ...ORGANISATION_VIDE, ...saisie }),
    id,
    personnes: cherchePersonnes(personnes),
    importationId,
    instant,
  });
  return id;
}

const PARTICULIERS = `
  SELECT nom, genre, genre_siae AS genreSiae, activite, convention_collective AS conventionCollective, siret, adresse,
    code_postal AS codePostal, ville, telephone, autre_telephone AS autreTelephone, courriel,
    autre_courriel AS autreCourriel, site, note
  FROM organisation WHERE id = ?`;

/** Those who left stay searchable no more: their successor is who one looks for. */
const PERSONNES = `
  SELECT i.prenom || ' ' || i.nom AS nom, i.telephone, i.courriel
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.organisation_id = ? AND f.fin IS NULL AND i.archived_at IS NULL
  ORDER BY i.nom, i.prenom`;

const RECHERCHABLE = `
  UPDATE organisation SET nom_tri = @nomTri, ville_tri = @villeTri, cherche = @cherche, cherche_personnes = @personnes
  WHERE id = @id`;

/** Rewrites the search and sort columns of some organisations, from their particulars and interlocuteurs. */
export function refreshSearch(db: Base, organisationIds: readonly string[]): void {
  for (const id of organisationIds) {
    const particuliers = requete(db, PARTICULIERS).get(id) as Particuliers | undefined;
    if (!particuliers) continue;
    const personnes = requete(db, PERSONNES).all(id) as Personne[];
    const { nomTri, villeTri, cherche } = colonnesDe(particuliers);
    requete(db, RECHERCHABLE).run({
      id,
      nomTri,
      villeTri,
      cherche,
      personnes: cherchePersonnes(personnes),
    });
  }
}

// CROSS JOIN: from the organisation to its exchanges. Left to itself the planner walks every exchange by date.
const DERNIER = `
  SELECT s.date, s.resultat, s.sens
  FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
  WHERE so.organisation_id = @id AND s.archived_at IS NULL ORDER BY s.date DESC, s.rang DESC LIMIT 1`;

/**
 * The first exchange makes « à prospecter » « contactée », and taking it back undoes that. On the right of SET a column
 * is as it was: a stage chosen by hand afterwards stays.
 */
const SOMMAIRE = `
  UPDATE organisation SET
    stade = CASE
      WHEN stade = 'a_prospecter' AND dernier_echange IS NULL AND n.date IS NOT NULL THEN 'contactee'
      WHEN stade = 'contactee' AND dernier_echange IS NOT NULL AND n.date IS NULL THEN 'a_prospecter'
      ELSE stade END,
    dernier_echange = n.date,
    dernier_resultat = coalesce(n.resultat, ''),
    dernier_sens = coalesce(n.sens, ''),
    prochaine_relance = (
      SELECT min(r.echeance) FROM relance r
      WHERE r.organisation_id = organisation.id AND r.fait_le IS NULL AND r.archived_at IS NULL)
  FROM (SELECT 1) LEFT JOIN (${DERNIER}) n
  WHERE organisation.id = @id`;

/** Recomputes last exchange, next follow-up and what follows from them, after a write on either. */
export function refreshSummary(db: Base, organisationIds: readonly string[]): void {
  for (const id of organisationIds) requete(db, SOMMAIRE).run({ id });
}
