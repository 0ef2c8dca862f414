import { nomCourt } from '../shared/format.ts';
import type { Histoire } from '../shared/sollicitations/histoire.ts';
import type { LigneHistorique, PieceJointe } from '../shared/sollicitations/schema.ts';
import { embauchesDe } from './embauches.ts';
import { AVANCEMENT } from './immersions.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** What comes from the other queries. */
type Jointes = 'auteur' | 'organisations' | 'interlocuteurs' | 'salaries' | 'pieces' | 'relance';

interface Ligne extends Omit<LigneHistorique, Jointes> {
  auteurId: string | null;
  auteurPrenom: string | null;
  auteurNom: string | null;
}

// CROSS JOIN from the list of ids: the planner would rather read whole tables.
const LIGNES = `
  SELECT s.id, s.date, s.canal, s.sens, s.nature, s.sous_nature AS sousNature, s.resultat, s.cause, s.objet, s.texte,
    s.duree_minutes AS dureeMinutes,
    m.id AS auteurId, m.prenom AS auteurPrenom, m.nom AS auteurNom
  FROM json_each(@ids) voulus CROSS JOIN sollicitation s ON s.id = voulus.value
  LEFT JOIN membre m ON m.id = s.auteur_id
  ORDER BY voulus.key`;

const ORGANISATIONS = `
  SELECT l.sollicitation_id AS sollicitationId, o.id, o.nom
  FROM json_each(@ids) voulus CROSS JOIN sollicitation_organisation l ON l.sollicitation_id = voulus.value
  CROSS JOIN organisation o ON o.id = l.organisation_id
  ORDER BY o.nom_tri`;

const INTERLOCUTEURS = `
  SELECT l.sollicitation_id AS sollicitationId, i.id, i.civilite, i.prenom, i.nom,
    coalesce((SELECT f.intitule FROM fonction f WHERE f.interlocuteur_id = i.id
              ORDER BY f.organisation_id IS @organisationId DESC, f.fin IS NULL DESC LIMIT 1), '') AS intitule
  FROM json_each(@ids) voulus CROSS JOIN sollicitation_interlocuteur l ON l.sollicitation_id = voulus.value
  CROSS JOIN interlocuteur i ON i.id = l.interlocuteur_id
  ORDER BY i.nom, i.prenom`;

const SALARIES = `
  SELECT l.sollicitation_id AS sollicitationId, p.id, p.prenom, p.nom
  FROM json_each(@ids) voulus CROSS JOIN sollicitation_salarie l ON l.sollicitation_id = voulus.value
  CROSS JOIN salarie p ON p.id = l.salarie_id
  ORDER BY p.nom_tri`;

const PIECES = `
  SELECT p.sollicitation_id AS sollicitationId, p.id, p.nom, p.type, p.taille
  FROM json_each(@ids) voulus CROSS JOIN piece_jointe p ON p.sollicitation_id = voulus.value
  WHERE p.archived_at IS NULL ORDER BY p.created_at, p.id`;

const RELANCES = `
  SELECT r.sollicitation_id AS sollicitationId, r.id, r.libelle, r.echeance, r.evenement, r.fait_le AS faitLe
  FROM json_each(@ids) voulus CROSS JOIN relance r ON r.sollicitation_id = voulus.value
  WHERE r.archived_at IS NULL AND (@organisationId IS NULL OR r.organisation_id = @organisationId)
  ORDER BY r.fait_le IS NOT NULL, r.echeance, r.id`;

/**
 * Exchanges by their ids, in the order given, each with all that goes with it; one query for each kind of thing,
 * whatever their number. `organisationId`: the sheet they are read on, whose functions and follow-ups count.
 */
export function lireEchanges(
  db: Base,
  ids: readonly string[],
  organisationId: string | null = null,
): LigneHistorique[] {
  const parametres = { ids: JSON.stringify(ids), organisationId };
  const parEchange = <L>(sql: string): Map<string, L[]> => {
    // A query that does not name a parameter refuses it.
    const donnes = sql.includes('@organisationId') ? parametres : { ids: parametres.ids };
    const groupes = new Map<string, L[]>();
    for (const { sollicitationId, ...reste } of requete(db, sql).all(donnes) as {
      sollicitationId: string;
    }[]) {
      const connues = groupes.get(sollicitationId);
      if (connues) connues.push(reste as L);
      else groupes.set(sollicitationId, [reste as L]);
    }
    return groupes;
  };
  const lignes = requete(db, LIGNES).all({ ids: parametres.ids }) as Ligne[];
  const organisations = parEchange<LigneHistorique['organisations'][number]>(ORGANISATIONS);
  const interlocuteurs = parEchange<LigneHistorique['interlocuteurs'][number]>(INTERLOCUTEURS);
  const salaries = parEchange<LigneHistorique['salaries'][number]>(SALARIES);
  const pieces = parEchange<PieceJointe>(PIECES);
  const relances = parEchange<NonNullable<LigneHistorique['relance']>>(RELANCES);
  return lignes.map(({ auteurId, auteurPrenom, auteurNom, ...ligne }) => ({
    ...ligne,
    auteur: auteurId === null ? null : { id: auteurId, nom: nomCourt(auteurPrenom ?? '', auteurNom ?? '') },
    organisations: organisations.get(ligne.id) ?? [],
    interlocuteurs: interlocuteurs.get(ligne.id) ?? [],
    salaries: salaries.get(ligne.id) ?? [],
    pieces: pieces.get(ligne.id) ?? [],
    relance: relances.get(ligne.id)?.[0] ?? null,
  }));
}

const DE_L_ORGANISATION = `
  SELECT s.id FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
  WHERE so.organisation_id = ? AND s.archived_at IS NULL
  ORDER BY s.date DESC, s.created_at DESC, s.id DESC`;

const DU_SALARIE = `
  SELECT s.id FROM sollicitation_salarie l CROSS JOIN sollicitation s ON s.id = l.sollicitation_id
  WHERE l.salarie_id = ? AND s.archived_at IS NULL
  ORDER BY s.date DESC, s.created_at DESC, s.id DESC`;

/** Drafts without a date have no place in a history. */
const IMMERSIONS = `
  SELECT i.id, i.numero, i.statut, i.objet, i.debut, i.fin, i.fin_prevue AS finPrevue,
    i.motif_annulation AS motif, p.id AS salarieId, p.prenom, p.nom, ${AVANCEMENT}
  FROM immersion i JOIN salarie p ON p.id = i.salarie_id
  WHERE i.organisation_id = ? AND i.archived_at IS NULL AND i.debut IS NOT NULL
  ORDER BY i.debut DESC, i.id DESC`;

type LigneImmersion = Omit<Histoire['immersions'][number], 'salarie'> & {
  salarieId: string;
  prenom: string;
  nom: string;
};

const ENTRETIENS = `
  SELECT e.id, e.sollicitation_id AS sollicitationId, coalesce(e.date, s.date) AS date, e.lieu, e.grille <> '{}' AS remplie,
    i.civilite, i.prenom, i.nom
  FROM entretien e LEFT JOIN interlocuteur i ON i.id = e.interlocuteur_id
  LEFT JOIN sollicitation s ON s.id = e.sollicitation_id
  WHERE e.organisation_id = ? AND e.archived_at IS NULL AND coalesce(e.date, s.date) IS NOT NULL
  ORDER BY date DESC, e.id DESC`;

interface LigneEntretien {
  id: string;
  sollicitationId: string | null;
  date: string;
  lieu: string;
  remplie: 0 | 1;
  civilite: string | null;
  prenom: string | null;
  nom: string | null;
}

/** All that happened with an organisation, each kind newest first. */
export function histoireDe(db: Base, organisationId: string): Histoire {
  const ids = requete(db, DE_L_ORGANISATION).pluck().all(organisationId) as string[];
  const immersions = requete(db, IMMERSIONS).all(organisationId) as LigneImmersion[];
  const entretiens = requete(db, ENTRETIENS).all(organisationId) as LigneEntretien[];
  return {
    lignes: lireEchanges(db, ids, organisationId),
    immersions: immersions.map(({ salarieId, prenom, nom, ...ligne }) => ({
      ...ligne,
      salarie: { id: salarieId, prenom, nom },
    })),
    embauches: embauchesDe(db, 'organisation_id', organisationId),
    entretiens: entretiens.map(({ civilite, prenom, nom, remplie, ...ligne }) => ({
      ...ligne,
      remplie: remplie === 1,
      interlocuteur: nom === null ? null : { civilite: civilite ?? '', prenom: prenom ?? '', nom },
    })),
  };
}

/** Exchanges about a salarié and the hires that followed, newest first. */
export function histoireDuSalarie(db: Base, salarieId: string): Pick<Histoire, 'lignes' | 'embauches'> {
  const ids = requete(db, DU_SALARIE).pluck().all(salarieId) as string[];
  return { lignes: lireEchanges(db, ids), embauches: embauchesDe(db, 'salarie_id', salarieId) };
}
