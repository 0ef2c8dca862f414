import { lireTelephone } from '../shared/champs.ts';
import { chiffres, normaliser } from '../shared/normaliser.ts';
import type { Doublon, Suggestion } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { apresDebut, expressionDebuts, expressionParties, lireRecherche } from './recherche.ts';
import { requete } from './requetes.ts';

const pluck = (db: Base, sql: string, ...valeurs: (string | number)[]) =>
  requete(db, sql)
    .pluck()
    .all(...valeurs) as number[];

/**
 * Rows of the organisations that match best: names that begin with the search, then words that do, then anything that
 * holds it. Each step reads at most `nombre` rows, so that the size of the network does not matter.
 */
function rangsProches(db: Base, saisie: string, nombre: number): number[] {
  const lue = lireRecherche(saisie);
  if (lue.genre === 'aucune') return [];
  if (lue.genre === 'toutes') {
    return pluck(
      db,
      `SELECT rang FROM organisation WHERE archived_at IS NULL
       ORDER BY dernier_echange DESC, nom_tri, rang LIMIT ?`,
      nombre,
    );
  }
  const trouves = new Set<number>();
  const ajouter = (lire: () => number[]) => {
    if (trouves.size < nombre) for (const rang of lire()) trouves.add(rang);
  };
  const debut = normaliser(saisie);
  ajouter(() =>
    pluck(
      db,
      `SELECT rang FROM organisation WHERE archived_at IS NULL AND nom_tri >= ? AND nom_tri < ?
       ORDER BY nom_tri, rang LIMIT ?`,
      debut,
      apresDebut(debut),
      nombre,
    ),
  );
  if (lue.genre === 'mots') {
    const { parties, debuts } = lue;
    ajouter(() =>
      pluck(
        db,
        `SELECT o.rang FROM organisation_fts f CROSS JOIN organisation o ON o.rang = f.rowid
         WHERE organisation_fts MATCH ? AND o.archived_at IS NULL LIMIT ?`,
        expressionDebuts([...parties, ...debuts]),
        nombre,
      ),
    );
    if (parties.length > 0)
      ajouter(() =>
        pluck(
          db,
          `SELECT o.rang FROM organisation_parties p CROSS JOIN organisation o ON o.rang = p.rowid
           WHERE organisation_parties MATCH ? AND o.archived_at IS NULL
           ${debuts.length > 0 ? 'AND o.rang IN (SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH ?)' : ''}
           LIMIT ?`,
          expressionParties(parties),
          ...(debuts.length > 0 ? [expressionDebuts(debuts)] : []),
          nombre,
        ),
      );
  }
  return [...trouves].slice(0, nombre);
}

const SUGGESTION = `
  SELECT id, nom, ville, telephone, siret, ne_plus_contacter_le IS NOT NULL AS silence FROM organisation WHERE rang = ?`;
const PRESENTS = `
  SELECT i.id, i.prenom, i.nom, f.intitule, i.opposition_le IS NOT NULL AS opposition
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.organisation_id = ? AND f.fin IS NULL AND i.archived_at IS NULL
  ORDER BY i.nom, i.prenom, f.debut, f.id`;

/** Those still there, each once, with the function they took last. */
function presents(db: Base, organisationId: string): Suggestion['interlocuteurs'] {
  const lignes = requete(db, PRESENTS).all(organisationId) as (Omit<
    Suggestion['interlocuteurs'][number],
    'opposition'
  > & { opposition: 0 | 1 })[];
  const parPersonne = new Map(
    lignes.map((ligne) => [ligne.id, { ...ligne, opposition: ligne.opposition === 1 }]),
  );
  return [...parPersonne.values()];
}

export function suggest(
  { db }: Pick<Contexte, 'db'>,
  { recherche, nombre }: { recherche: string; nombre: number },
): Suggestion[] {
  return rangsProches(db, recherche, nombre).map((rang) => {
    const organisation = requete(db, SUGGESTION).get(rang) as Omit<
      Suggestion,
      'interlocuteurs' | 'silence'
    > & {
      silence: number;
    };
    return {
      ...organisation,
      silence: organisation.silence === 1,
      interlocuteurs: presents(db, organisation.id),
    };
  });
}

interface Candidate {
  id: string;
  nom: string;
  ville: string;
}

const CANDIDATE = 'SELECT id, nom, ville FROM organisation WHERE archived_at IS NULL';
const PAR_TEXTE = `
  SELECT o.id, o.nom, o.ville FROM organisation_parties p CROSS JOIN organisation o ON o.rang = p.rowid
  WHERE organisation_parties MATCH @expression AND o.archived_at IS NULL`;

/** Duplicates shown at once: beyond a few, it is the search that answers. */
const DOUBLONS_MAX = 4;

/** Organisations with the same SIRET, phone, e-mail, or name in the same town; the surest reason first. */
export function doublons(
  { db }: Pick<Contexte, 'db'>,
  saisie: { id?: string; nom: string; ville: string; siret: string; telephone: string; courriel: string },
): Doublon[] {
  const trouves = new Map<string, Doublon>();
  const retenir = (motif: Doublon['motif'], sql: string, valeurs: Record<string, string>) => {
    for (const candidate of requete(db, `${sql} LIMIT ${DOUBLONS_MAX + 1}`).all(valeurs) as Candidate[]) {
      if (candidate.id !== saisie.id && !trouves.has(candidate.id))
        trouves.set(candidate.id, { ...candidate, motif });
    }
  };
  const siret = chiffres(saisie.siret);
  if (siret.length === 14) retenir('siret', `${CANDIDATE} AND siret = @siret`, { siret });
  const telephone = lireTelephone(saisie.telephone);
  if (telephone && telephone.length >= 10)
    retenir('telephone', `${PAR_TEXTE} AND @telephone IN (o.telephone, o.autre_telephone)`, {
      expression: expressionParties([chiffres(telephone)]),
      telephone,
    });
  const courriel = saisie.courriel.toLowerCase();
  if (courriel.includes('@') && normaliser(courriel).length >= 3)
    retenir('courriel', `${PAR_TEXTE} AND @courriel IN (lower(o.courriel), lower(o.autre_courriel))`, {
      expression: expressionParties([normaliser(courriel)]),
      courriel,
    });
  const nom = normaliser(saisie.nom);
  if (nom.length >= 2)
    retenir(
      'nom',
      `${CANDIDATE} AND nom_tri = @nom ${saisie.ville === '' ? '' : "AND (ville_tri = @ville OR ville = '')"}`,
      saisie.ville === '' ? { nom } : { nom, ville: normaliser(saisie.ville) },
    );
  return [...trouves.values()].slice(0, DOUBLONS_MAX);
}
