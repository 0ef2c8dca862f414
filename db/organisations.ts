import { libelleNaf } from '../shared/nomenclatures/naf.ts';
import { normaliser } from '../shared/normaliser.ts';
import { tailleDe } from '../shared/reseau/regles-organisation.ts';
import { ORGANISATION_VIDE, type OrganisationNouvelle, type Particuliers } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { motsDuMetier, readMetiers, writeMetiers } from './metiers.ts';
import type { Base } from './open.ts';
import { texteCherche } from './recherche.ts';
import { requete } from './requetes.ts';
import { writeRoles } from './roles.ts';

/** Sorts after every name: organisations without a town come last. */
export const SANS_VILLE = '\u{10ffff}';

/** What the search of an organisation reads, besides its people. */
interface Cherchee
  extends Pick<
    Particuliers,
    | 'nom'
    | 'ville'
    | 'codePostal'
    | 'telephone'
    | 'autreTelephone'
    | 'siret'
    | 'courriel'
    | 'autreCourriel'
    | 'activite'
    | 'naf'
    | 'nafVersion'
  > {
  /** Métiers, and names, towns and phones of the other sites. */
  autres: readonly string[];
}

/** Search and sort columns, derived from the particulars. */
function colonnesCherchees(cherchee: Cherchee) {
  return {
    nomTri: normaliser(cherchee.nom),
    villeTri: normaliser(cherchee.ville) || SANS_VILLE,
    cherche: texteCherche([
      cherchee.nom,
      cherchee.ville,
      cherchee.codePostal,
      cherchee.telephone,
      cherchee.autreTelephone,
      cherchee.siret,
      cherchee.courriel,
      cherchee.autreCourriel,
      cherchee.activite,
      cherchee.naf,
      libelleNaf(cherchee.naf, cherchee.nafVersion),
      ...cherchee.autres,
    ]),
  };
}

/** Particulars as the table holds them: lists as JSON, and what follows from another field brought in line with it. */
export function colonnesDe({ roles: _roles, metiers: _metiers, ...saisie }: Particuliers) {
  return {
    ...saisie,
    genreSiae: saisie.genre === 'siae' ? saisie.genreSiae : '',
    taille: saisie.effectif === null ? saisie.taille : tailleDe(saisie.effectif),
    nafVersion: saisie.naf === '' ? '' : saisie.nafVersion,
    implication: JSON.stringify(saisie.implication),
    saison: JSON.stringify(saisie.saison),
    conditions: JSON.stringify(saisie.conditions),
    recrutements: JSON.stringify(saisie.recrutements),
    motivations: JSON.stringify(saisie.motivations),
  };
}

const INSERTION = `
  INSERT INTO organisation (id, nom, nom_tri, genre, genre_siae, activite, convention_collective, siret, adresse,
    code_postal, ville, ville_tri, telephone, autre_telephone, courriel, autre_courriel, site, note, categorie, effectif,
    taille, naf, naf_version, secteur, zone, stade, implication, saison, saison_note, conditions, conditions_note,
    recrutements, recruteur, motivations, recrutement_note, referent_id, origine, origine_precision, cherche,
    cherche_personnes, importation_id, created_at, updated_at)
  VALUES (@id, @nom, @nomTri, @genre, @genreSiae, @activite, @conventionCollective, @siret, @adresse,
    @codePostal, @ville, @villeTri, @telephone, @autreTelephone, @courriel, @autreCourriel, @site, @note, @categorie,
    @effectif, @taille, @naf, @nafVersion, @secteur, @zone, @stade, @implication, @saison, @saisonNote, @conditions,
    @conditionsNote, @recrutements, @recruteur, @motivations, @recrutementNote, @referentId, @origine,
    @originePrecision, @cherche, @personnes, @importationId, @instant, @instant)`;

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
  const particuliers = { ...ORGANISATION_VIDE, ...saisie };
  requete(db, INSERTION).run({
    ...colonnesDe(particuliers),
    ...colonnesCherchees({ ...particuliers, autres: particuliers.metiers.flatMap(motsDuMetier) }),
    id,
    personnes: cherchePersonnes(personnes),
    importationId,
    instant,
  });
  if (particuliers.roles.length > 0) writeRoles({ db, ids, instant }, id, particuliers.roles);
  if (particuliers.metiers.length > 0) writeMetiers(db, id, particuliers.metiers);
  return id;
}

const PARTICULIERS = `
  SELECT nom, ville, code_postal AS codePostal, telephone, autre_telephone AS autreTelephone, siret, courriel,
    autre_courriel AS autreCourriel, activite, naf, naf_version AS nafVersion
  FROM organisation WHERE id = ?`;

const LIEUX = `
  SELECT nom, ville, telephone, siret FROM site WHERE organisation_id = ? AND archived_at IS NULL ORDER BY nom, id`;

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
    const particuliers = requete(db, PARTICULIERS).get(id) as Omit<Cherchee, 'autres'> | undefined;
    if (!particuliers) continue;
    const personnes = requete(db, PERSONNES).all(id) as Personne[];
    const lieux = requete(db, LIEUX).raw().all(id) as string[][];
    const { nomTri, villeTri, cherche } = colonnesCherchees({
      ...particuliers,
      autres: [...readMetiers(db, id).flatMap(motsDuMetier), ...lieux.flat()],
    });
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
 * Names the index of the follow-ups: SQLite would rather read, in order, every one of the network that is not done.
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
      SELECT min(r.echeance) FROM relance r INDEXED BY relance_organisation
      WHERE r.organisation_id = organisation.id AND r.fait_le IS NULL AND r.archived_at IS NULL)
  FROM (SELECT 1) LEFT JOIN (${DERNIER}) n
  WHERE organisation.id = @id`;

/** Recomputes last exchange, next follow-up and what follows from them, after a write on either. */
export function refreshSummary(db: Base, organisationIds: readonly string[]): void {
  for (const id of organisationIds) requete(db, SOMMAIRE).run({ id });
}
