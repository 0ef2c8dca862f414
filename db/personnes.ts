import { ErreurMetier } from '../shared/erreurs.ts';
import { nomCourt } from '../shared/format.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { normaliser } from '../shared/normaliser.ts';
import {
  ECHANGES_PAR_ORGANISATION,
  type FonctionTenue,
  type Interlocuteur,
  type Personne,
  type PersonneProche,
} from '../shared/reseau/personnes/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { expressionDebuts, expressionParties, lireRecherche, texteCherche } from './recherche.ts';
import { enListe, requete } from './requetes.ts';
import { type CarteAEcrire, decoderVcard, ecrireVcards, lireVcards } from './vcard.ts';

const INTERLOCUTEURS = `
  SELECT i.id, f.id AS fonctionId, i.civilite, i.prenom, i.nom, f.qualite, f.intitule, i.telephone,
    i.autre_telephone AS autreTelephone, i.courriel, i.note, f.debut, f.fin, i.opposition_le AS oppositionLe,
    i.opposition_note AS oppositionNote
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.organisation_id = ? AND i.archived_at IS NULL
  ORDER BY f.fin IS NOT NULL, f.fin DESC, i.nom, i.prenom, f.id`;

const AILLEURS = `
  SELECT DISTINCT f.interlocuteur_id AS personne, o.id, o.nom
  FROM fonction ici
  JOIN fonction f ON f.interlocuteur_id = ici.interlocuteur_id
  JOIN organisation o ON o.id = f.organisation_id
  WHERE ici.organisation_id = @id AND f.organisation_id <> @id AND f.fin IS NULL AND o.archived_at IS NULL
  ORDER BY o.nom_tri`;

/** People of an organisation, one line per function: still there first, then the last to leave. */
export function interlocuteursDe(db: Base, organisationId: string): Interlocuteur[] {
  const lignes = requete(db, INTERLOCUTEURS).all(organisationId) as Omit<Interlocuteur, 'ailleurs'>[];
  const ailleurs = Map.groupBy(
    requete(db, AILLEURS).all({ id: organisationId }) as { personne: string; id: string; nom: string }[],
    ({ personne }) => personne,
  );
  return lignes.map((ligne) => ({
    ...ligne,
    ailleurs: (ailleurs.get(ligne.id) ?? []).map(({ id, nom }) => ({ id, nom })),
  }));
}

const PERSONNE = `
  SELECT i.id, i.civilite, i.prenom, i.nom, i.telephone, i.autre_telephone AS autreTelephone, i.courriel, i.note,
    i.opposition_le AS oppositionLe, i.opposition_note AS oppositionNote, i.archived_at AS archivedAt,
    g.id AS gardeId, g.prenom AS gardePrenom, g.nom AS gardeNom,
    (SELECT count(*) FROM sollicitation_interlocuteur si JOIN sollicitation s ON s.id = si.sollicitation_id
      WHERE si.interlocuteur_id = i.id AND s.archived_at IS NULL) AS nombreEchanges,
    (SELECT count(*) FROM immersion m
      WHERE m.tuteur_id = i.id AND m.archived_at IS NULL AND m.statut NOT IN (${enListe(STATUTS_SANS_SUITE)})) AS immersions
  FROM interlocuteur i LEFT JOIN interlocuteur g ON g.id = i.fusionne_dans WHERE i.id = ?`;

const FONCTIONS = `
  SELECT f.id, f.qualite, f.intitule, f.debut, f.fin, o.id AS organisationId, o.nom, o.ville,
    o.archived_at IS NOT NULL AS archivee
  FROM fonction f JOIN organisation o ON o.id = f.organisation_id
  WHERE f.interlocuteur_id = ?
  ORDER BY f.fin IS NOT NULL, f.fin DESC, o.archived_at IS NOT NULL, f.debut DESC, o.nom_tri, f.id`;

function fonctionsDe(db: Base, id: string): FonctionTenue[] {
  const lignes = requete(db, FONCTIONS).all(id) as (Omit<FonctionTenue, 'organisation'> & {
    organisationId: string;
    nom: string;
    ville: string;
    archivee: 0 | 1;
  })[];
  return lignes.map(({ organisationId, nom, ville, archivee, ...fonction }) => ({
    ...fonction,
    organisation: { id: organisationId, nom, ville, archivee: archivee === 1 },
  }));
}

const ECHANGES = `
  WITH rangs AS (
    SELECT s.id, row_number() OVER (
      PARTITION BY so.organisation_id ORDER BY s.date DESC, s.rang DESC) AS place
    FROM sollicitation_interlocuteur si
    JOIN sollicitation s ON s.id = si.sollicitation_id
    JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
    WHERE si.interlocuteur_id = ? AND s.archived_at IS NULL)
  SELECT s.id, s.date, s.canal, s.sens, s.nature, s.resultat, s.objet, s.texte, m.prenom, m.nom,
    (SELECT json_group_array(json_object('id', o.id, 'nom', o.nom) ORDER BY o.nom_tri)
      FROM sollicitation_organisation so JOIN organisation o ON o.id = so.organisation_id
      WHERE so.sollicitation_id = s.id) AS organisations
  FROM sollicitation s LEFT JOIN membre m ON m.id = s.auteur_id
  WHERE s.id IN (SELECT id FROM rangs WHERE place <= ${ECHANGES_PAR_ORGANISATION})
  ORDER BY s.date DESC, s.rang DESC`;

function echangesDe(db: Base, id: string): Personne['echanges'] {
  const lignes = requete(db, ECHANGES).all(id) as (Omit<
    Personne['echanges'][number],
    'organisations' | 'auteur'
  > & { organisations: string; prenom: string | null; nom: string | null })[];
  return lignes.map(({ prenom, nom, organisations, ...echange }) => ({
    ...echange,
    auteur: nom === null ? '' : nomCourt(prenom ?? '', nom),
    organisations: JSON.parse(organisations),
  }));
}

function get({ db }: Pick<Contexte, 'db'>, { id }: { id: string }): Personne {
  const ligne = requete(db, PERSONNE).get(id) as
    | (Omit<Personne, 'fonctions' | 'echanges' | 'fusionneDans'> & {
        gardeId: string | null;
        gardePrenom: string;
        gardeNom: string;
      })
    | undefined;
  if (!ligne) throw new ErreurMetier('introuvable', { message: 'Cet interlocuteur n’existe plus.' });
  const { gardeId, gardePrenom, gardeNom, ...personne } = ligne;
  return {
    ...personne,
    fusionneDans: gardeId === null ? null : { id: gardeId, prenom: gardePrenom, nom: gardeNom },
    fonctions: fonctionsDe(db, id),
    echanges: echangesDe(db, id),
  };
}

interface Candidate {
  id: string;
  civilite: string;
  prenom: string;
  nom: string;
  telephone: string;
  autreTelephone: string;
  courriel: string;
  oppositionLe: string | null;
}

const COLONNES = `i.id, i.civilite, i.prenom, i.nom, i.telephone, i.autre_telephone AS autreTelephone, i.courriel,
  i.opposition_le AS oppositionLe`;

/** Organisations read to find people: several may hold the words before one person holds them all. */
const ORGANISATIONS_LUES = 200;

/** Those an organisation is found by: its present people. */
const presentes = (index: string) => `
  SELECT DISTINCT ${COLONNES} FROM ${index} CROSS JOIN organisation o ON o.rang = ${index}.rowid
  JOIN fonction f ON f.organisation_id = o.id JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE ${index} MATCH ? AND f.fin IS NULL AND i.archived_at IS NULL
    AND o.rang IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ? LIMIT ${ORGANISATIONS_LUES})`;

/** Those no organisation is found by any more: they left one. Few enough to be read. */
const PARTIES = `
  SELECT DISTINCT ${COLONNES} FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.fin IS NOT NULL AND i.archived_at IS NULL`;

const ORGANISATIONS = `
  SELECT o.id, o.nom, CASE WHEN max(f.fin IS NULL) = 1 THEN NULL ELSE max(f.fin) END AS fin
  FROM fonction f JOIN organisation o ON o.id = f.organisation_id WHERE f.interlocuteur_id = ?
  GROUP BY o.id ORDER BY fin IS NOT NULL, fin DESC, o.nom_tri`;

function suggest(
  { db }: Pick<Contexte, 'db'>,
  { recherche, nombre }: { recherche: string; nombre: number },
): PersonneProche[] {
  const lue = lireRecherche(recherche);
  if (lue.genre !== 'mots') return [];
  const { parties, debuts } = lue;
  const index = parties.length > 0 ? 'organisation_parties' : 'organisation_fts';
  const expression = `{cherche_personnes} : (${parties.length > 0 ? expressionParties(parties) : expressionDebuts(debuts)})`;
  const mots = [...parties, ...debuts];
  const lues = [
    ...(requete(db, presentes(index)).all(expression, expression) as Candidate[]),
    ...(requete(db, PARTIES).all() as Candidate[]),
  ];
  const trouvees = new Map<string, Candidate>();
  for (const candidate of lues) {
    if (trouvees.has(candidate.id)) continue;
    const { prenom, nom, telephone, autreTelephone, courriel } = candidate;
    const texte = ` ${texteCherche([`${prenom} ${nom}`, telephone, autreTelephone, courriel])}`;
    if (parties.every((mot) => texte.includes(mot)) && debuts.every((mot) => texte.includes(` ${mot}`)))
      trouvees.set(candidate.id, candidate);
  }
  // Who bears the words as a name comes before who only has them in an address.
  const nommee = ({ prenom, nom }: Candidate) => {
    const complet = normaliser(`${prenom} ${nom}`);
    return mots.every((mot) => complet.includes(mot)) ? 0 : 1;
  };
  return [...trouvees.values()]
    .sort((a, b) => nommee(a) - nommee(b) || normaliser(a.nom).localeCompare(normaliser(b.nom)))
    .slice(0, nombre)
    .map(({ autreTelephone: _, ...personne }) => ({
      ...personne,
      organisations: requete(db, ORGANISATIONS).all(personne.id) as PersonneProche['organisations'],
    }));
}

/** The note stays here: it was written for the team, and a card is made to be handed on. */
const CARTES = `
  SELECT i.civilite, i.prenom, i.nom, i.telephone, i.autre_telephone AS autreTelephone, i.courriel,
    i.opposition_le AS oppositionLe, f.intitule, o.nom AS organisation, o.site, o.adresse,
    o.code_postal AS codePostal, o.ville
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id JOIN organisation o ON o.id = f.organisation_id
  WHERE i.archived_at IS NULL AND f.fin IS NULL`;
const CARTE_DE = `${CARTES} AND i.id = ? ORDER BY o.archived_at IS NOT NULL, f.debut DESC, f.id LIMIT 1`;
const CARTES_DE = `${CARTES} AND o.id = ? GROUP BY i.id ORDER BY i.nom, i.prenom`;
const SANS_POSTE = `
  SELECT civilite, prenom, nom, telephone, autre_telephone AS autreTelephone, courriel, opposition_le AS oppositionLe,
    '' AS intitule, '' AS organisation, '' AS site, '' AS adresse, '' AS codePostal, '' AS ville
  FROM interlocuteur WHERE id = ?`;

type Carte = CarteAEcrire & { oppositionLe: string | null };

function exportVcard(
  { db, files }: Pick<Contexte, 'db' | 'files'>,
  demande: { interlocuteurId: string } | { organisationId: string },
) {
  const seule = 'interlocuteurId' in demande;
  const lues = (
    seule
      ? [
          requete(db, CARTE_DE).get(demande.interlocuteurId) ??
            requete(db, SANS_POSTE).get(demande.interlocuteurId),
        ].filter(Boolean)
      : requete(db, CARTES_DE).all(demande.organisationId)
  ) as Carte[];
  const [premiere] = lues;
  if (!premiere)
    throw new ErreurMetier(seule ? 'introuvable' : 'regle', {
      message: seule
        ? 'Cet interlocuteur n’existe plus.'
        : 'Personne n’est en poste ici : il n’y a pas de carte à faire.',
    });
  const cartes = lues.filter(({ oppositionLe }) => oppositionLe === null);
  if (cartes.length === 0)
    throw new ErreurMetier('regle', {
      message: seule
        ? 'Cette personne s’est opposée à être contactée : sa carte ne sort pas de Passerelle.'
        : 'Chacun ici s’est opposé à être contacté : il n’y a pas de carte à faire.',
    });
  const nom = normaliser(seule ? `${premiere.prenom} ${premiere.nom}` : premiere.organisation).replaceAll(
    ' ',
    '-',
  );
  return files.deliver({
    nom: `${nom.slice(0, 80) || 'carte'}.vcf`,
    type: 'text/vcard; charset=utf-8',
    contenu: new TextEncoder().encode(ecrireVcards(cartes)),
  });
}

export const personnesOperations = {
  'reseau.personne': get,
  'reseau.suggestPersonnes': suggest,
  'reseau.exportVcard': exportVcard,
  'reseau.readVcard': (_contexte: unknown, { contenu }: { contenu: string }) =>
    lireVcards(decoderVcard(Buffer.from(contenu, 'base64'))),
};
