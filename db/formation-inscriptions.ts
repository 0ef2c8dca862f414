import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Remplissage } from '../shared/formation/etat-session.ts';
import {
  type InscriptionLigne,
  positionnement,
  type SessionSuivie,
  type stagiairesContrat,
} from '../shared/formation/stagiaires.ts';
import { STATUTS_EN_ATTENTE, STATUTS_ENGAGES, STATUTS_FINIS } from '../shared/formation/statuts.ts';
import { motsCherches } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { lireSessionSuivie, REALISE, SESSION_COMPTEE } from './formation-commun.ts';
import { alertesPar } from './formation-disponibilites.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';

type Entree<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['entree']>;
type Sortie<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['sortie']>;

/** Columns of the steps of a registration (`i`), under the names of the contract. */
export const ETAPES = `
  i.statut, i.repere_le AS repereLe, i.positionne_le AS positionneLe, i.valide_le AS valideLe, i.entre_le AS entreLe,
  i.interrompu_le AS interrompuLe, i.au_bout_le AS auBoutLe, i.ecarte_le AS ecarteLe`;

const LIGNES = `
  SELECT i.id, s.id AS salarieId, s.prenom, s.nom, s.sexe, s.support, ${ETAPES}, i.motif, i.motif_note AS motifNote,
    i.resultat, i.resultat_le AS resultatLe, b.id AS besoinId, b.theme AS besoinTheme, b.libelle AS besoinLibelle,
    i.positionnement, i.signe_salarie_le AS signeSalarieLe, i.signe_structure_le AS signeStructureLe, ${REALISE},
    (SELECT count(*) FROM presence_formation p
      WHERE p.inscription_id = i.id AND p.motif IN ('justifiee', 'injustifiee')) AS demiAbsentes
  FROM inscription i
  JOIN salarie s ON s.id = i.salarie_id
  LEFT JOIN besoin_formation b ON b.id = i.besoin_id
  WHERE i.session_id = ? AND i.archived_at IS NULL
  ORDER BY s.nom_tri, s.id`;

interface LigneLue extends Omit<InscriptionLigne, 'salarie' | 'besoin' | 'positionnement' | 'alertes'> {
  salarieId: string;
  prenom: string;
  nom: string;
  sexe: string;
  support: string;
  besoinId: string | null;
  besoinTheme: string;
  besoinLibelle: string;
  positionnement: string;
}

function versLigne(ligne: LigneLue, alertes: InscriptionLigne['alertes']): InscriptionLigne {
  const { salarieId, prenom, nom, sexe, support, besoinId, besoinTheme, besoinLibelle, ...reste } = ligne;
  return {
    ...reste,
    salarie: { id: salarieId, prenom, nom, sexe, support },
    besoin: besoinId === null ? null : { id: besoinId, theme: besoinTheme, libelle: besoinLibelle },
    positionnement: positionnement.parse(JSON.parse(ligne.positionnement)),
    alertes,
  };
}

const REMPLISSAGE = `
  SELECT count(*) FILTER (WHERE statut IN (${enListe(STATUTS_ENGAGES)})) AS nous,
    count(*) FILTER (WHERE statut IN (${enListe(STATUTS_EN_ATTENTE)})) AS enAttente
  FROM inscription WHERE session_id = ? AND archived_at IS NULL`;

const PARTENAIRES = 'SELECT coalesce(sum(places), 0) FROM session_partenaire WHERE session_id = ?';

/** How full a session is, by the definition every screen shares. */
export function remplissageDe(
  db: Base,
  { id, placesMin, placesMax }: Pick<SessionSuivie, 'id' | 'placesMin' | 'placesMax'>,
): Remplissage {
  return {
    ...(requete(db, REMPLISSAGE).get(id) as Pick<Remplissage, 'nous' | 'enAttente'>),
    partenaires: requete(db, PARTENAIRES).pluck().get(id) as number,
    min: placesMin,
    max: placesMax,
  };
}

function inscriptions(
  { db }: Contexte,
  { sessionId }: Entree<'formation.inscriptions'>,
): Sortie<'formation.inscriptions'> {
  const session = lireSessionSuivie(db, sessionId);
  const lues = requete(db, LIGNES).all(sessionId) as LigneLue[];
  // Of those for whom all is said already, nothing can be arranged any more.
  const aVoir = lues.filter(({ statut }) => !(STATUTS_FINIS as readonly string[]).includes(statut));
  const alertes = alertesPar(
    db,
    session,
    aVoir.map(({ salarieId }) => salarieId),
  );
  return {
    session,
    remplissage: remplissageDe(db, session),
    lignes: lues.map((ligne) => versLigne(ligne, aVoir.includes(ligne) ? alertes(ligne.salarieId) : [])),
  };
}

/** Needs of people (`b`) that nothing answers yet. */
const OUVERT = `
  b.archived_at IS NULL AND b.statut NOT IN ('satisfait', 'ecarte') AND NOT EXISTS (
    SELECT 1 FROM inscription x JOIN session_formation f ON f.id = x.session_id
    WHERE x.besoin_id = b.id AND x.archived_at IS NULL AND x.statut NOT IN ('ecarte', 'interrompu')
      AND ${SESSION_COMPTEE})`;

/**
 * Not on the session, not put away: those with an open need on its theme, by priority then wish; those under contract
 * on its first day; the others, once looked for by name.
 */
const CANDIDATS = `
  SELECT s.id, s.prenom, s.nom, s.support, b.id AS besoinId, b.libelle, b.priorite, b.souhaite_le AS souhaiteLe,
    EXISTS (SELECT 1 FROM contrat c WHERE c.salarie_id = s.id AND c.debut <= @fin AND (c.fin IS NULL OR c.fin >= @debut))
      AS present
  FROM salarie s
  LEFT JOIN besoin_formation b ON b.id = (
    SELECT b.id FROM besoin_formation b WHERE b.salarie_id = s.id AND b.theme = @theme AND ${OUVERT}
    ORDER BY CASE b.priorite WHEN 'haute' THEN 0 WHEN 'moyenne' THEN 1 ELSE 2 END, b.souhaite_le NULLS LAST, b.id LIMIT 1)
  WHERE s.archived_at IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM inscription i WHERE i.session_id = @sessionId AND i.salarie_id = s.id AND i.archived_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM json_each(@mots) mot WHERE instr(s.cherche, mot.value) = 0)
    AND (@mots <> '[]' OR b.id IS NOT NULL OR present)
  ORDER BY b.id IS NULL, CASE b.priorite WHEN 'haute' THEN 0 WHEN 'moyenne' THEN 1 ELSE 2 END,
    b.souhaite_le NULLS LAST, present DESC, s.nom_tri, s.id`;

interface Candidat {
  id: string;
  prenom: string;
  nom: string;
  support: string;
  besoinId: string | null;
  libelle: string;
  priorite: string;
  souhaiteLe: string | null;
}

function suggestions(
  { db }: Contexte,
  { sessionId, recherche, nombre }: Entree<'formation.suggestions'>,
): Sortie<'formation.suggestions'> {
  const session = lireSessionSuivie(db, sessionId);
  const { debut, fin, theme } = session;
  const mots = JSON.stringify(motsCherches(recherche));
  const candidats = requete(db, CANDIDATS).all({ sessionId, debut, fin, theme, mots }) as Candidat[];
  const montres = candidats.slice(0, nombre);
  const alertes = alertesPar(
    db,
    session,
    montres.map(({ id }) => id),
  );
  return {
    total: candidats.length,
    lignes: montres.map(({ id, prenom, nom, support, besoinId, libelle, priorite, souhaiteLe }) => ({
      salarie: { id, prenom, nom, support },
      besoin: besoinId === null ? null : { id: besoinId, libelle, priorite, souhaiteLe },
      alertes: alertes(id),
    })),
  };
}

const BESOINS = `
  SELECT id, salarie_id AS salarieId FROM besoin_formation
  WHERE id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL AND salarie_id IS NOT NULL`;

const BESOIN_DU_THEME = `
  SELECT b.id FROM besoin_formation b WHERE b.salarie_id = ? AND b.theme = ? AND b.theme <> '' AND ${OUVERT}
  ORDER BY CASE b.priorite WHEN 'haute' THEN 0 WHEN 'moyenne' THEN 1 ELSE 2 END, b.souhaite_le NULLS LAST, b.id LIMIT 1`;

const INSCRIT =
  'SELECT id, archived_at AS archivedAt FROM inscription WHERE session_id = ? AND salarie_id = ?';

const POSER = `
  INSERT INTO inscription (id, session_id, salarie_id, besoin_id, statut, repere_le, created_at, updated_at)
  VALUES (@id, @sessionId, @salarieId, @besoinId, 'repere', @le, @instant, @instant)`;

const REPRENDRE = `
  UPDATE inscription SET archived_at = NULL, besoin_id = coalesce(besoin_id, @besoinId), updated_at = @instant
  WHERE id = @id`;

/** Spots people for a session; also what opening a session from needs does. Ids in the order asked for. */
export function inscrire(
  { db, ids, instant, today }: Pick<Contexte, 'db' | 'ids' | 'instant' | 'today'>,
  { sessionId, salarieIds, besoinIds }: Entree<'formation.inscrire'>,
): Sortie<'formation.inscrire'> {
  const session = lireSessionSuivie(db, sessionId);
  if (session.statut === 'annulee' || session.archivedAt !== null)
    throw new ErreurMetier('regle', { message: 'Cette session n’a pas lieu : on ne peut plus y inscrire.' });
  const dits = new Map(
    (requete(db, BESOINS).all(JSON.stringify(besoinIds)) as { id: string; salarieId: string }[]).map(
      ({ id, salarieId }) => [salarieId, id],
    ),
  );
  const voulus = [...new Set([...salarieIds, ...dits.keys()])];
  // A past session typed afterwards: nobody was spotted for it once it had begun.
  const le = session.debut < today ? session.debut : today;
  return {
    ids: voulus.map((salarieId, rang) => {
      if (requete(db, 'SELECT 1 FROM salarie WHERE id = ?').get(salarieId) === undefined)
        throw new ErreurMetier('introuvable', {
          champs: { [`salarieIds.${rang}`]: 'Cette personne n’existe plus.' },
        });
      const besoinId =
        dits.get(salarieId) ??
        (requete(db, BESOIN_DU_THEME).pluck().get(salarieId, session.theme) as string | undefined) ??
        null;
      const deja = requete(db, INSCRIT).get(sessionId, salarieId) as
        | { id: string; archivedAt: string | null }
        | undefined;
      if (deja) {
        if (deja.archivedAt !== null || dits.has(salarieId))
          requete(db, REPRENDRE).run({ id: deja.id, besoinId, instant });
        return deja.id;
      }
      const id = ids.next();
      requete(db, POSER).run({ id, sessionId, salarieId, besoinId, le, instant });
      return id;
    }),
  };
}

const ARCHIVER = `
  UPDATE inscription SET archived_at = @archivedAt, updated_at = @instant
  WHERE id IN (SELECT value FROM json_each(@ids))`;

const ENTRES = `
  SELECT s.prenom || ' ' || s.nom FROM inscription i JOIN salarie s ON s.id = i.salarie_id
  WHERE i.id IN (SELECT value FROM json_each(?))
    AND (i.entre_le IS NOT NULL OR EXISTS (SELECT 1 FROM presence_formation p WHERE p.inscription_id = i.id))
  ORDER BY s.nom_tri LIMIT 1`;

function desinscrire(
  { db, instant }: Contexte,
  { ids }: Entree<'formation.desinscrire'>,
): Record<string, never> {
  const liste = JSON.stringify(ids);
  const entre = requete(db, ENTRES).pluck().get(liste) as string | undefined;
  if (entre !== undefined)
    throw new ErreurMetier('regle', {
      message: `${entre.trim()} a commencé la formation : notez plutôt une interruption, ou corrigez l’entrée.`,
    });
  const { changes } = requete(db, ARCHIVER).run({ ids: liste, archivedAt: instant, instant });
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

function reinscrire(
  { db, instant }: Contexte,
  { ids }: Entree<'formation.reinscrire'>,
): Record<string, never> {
  const { changes } = requete(db, ARCHIVER).run({ ids: JSON.stringify(ids), archivedAt: null, instant });
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

export const inscriptionsOperations = {
  'formation.inscriptions': inscriptions,
  'formation.suggestions': suggestions,
  'formation.inscrire': inscrire,
  'formation.desinscrire': desinscrire,
  'formation.reinscrire': reinscrire,
};
