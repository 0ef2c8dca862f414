import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ajouterMois } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type {
  Interlocuteur,
  OrganisationFiche,
  OrganisationNouvelle,
  organisationModifiee,
} from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { interlocuteursOperations } from './interlocuteurs.ts';
import type { Base } from './open.ts';
import { colonnesDe, insertOrganisation } from './organisations.ts';
import { requete } from './requetes.ts';
import { exportReseau } from './reseau-export.ts';
import { list, villes } from './reseau-liste.ts';
import { search } from './reseau-recherche.ts';
import { doublons, suggest } from './reseau-suggestions.ts';
import { organisation } from './schema/index.ts';

const INTERLOCUTEURS = `
  SELECT i.id, f.id AS fonctionId, i.civilite, i.prenom, i.nom, f.intitule, i.telephone, i.courriel, i.note,
    f.debut, f.fin
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.organisation_id = ? AND i.archived_at IS NULL
  ORDER BY f.fin IS NOT NULL, f.fin DESC, i.nom, i.prenom, f.id`;

// CROSS JOIN: from the organisation to its exchanges. Left to itself the planner reads every exchange since a date.
const RESUME = `
  SELECT
    (SELECT count(*) FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
      WHERE so.organisation_id = @id AND s.archived_at IS NULL AND s.date > @depuis) AS echanges,
    (SELECT count(*) FROM immersion m
      WHERE m.organisation_id = @id AND m.archived_at IS NULL AND m.statut <> 'annulee'
        AND (m.debut IS NULL OR m.debut > @depuis)) AS immersions`;

const DERNIERE_VISITE = `
  SELECT s.date, m.prenom, m.nom
  FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
    LEFT JOIN membre m ON m.id = s.auteur_id
  WHERE so.organisation_id = ? AND s.archived_at IS NULL AND s.canal = 'visite'
  ORDER BY s.date DESC, s.rang DESC LIMIT 1`;

function lireResume(db: Base, id: string, today: string): OrganisationFiche['resume'] {
  const comptes = requete(db, RESUME).get({ id, depuis: ajouterMois(today, -36) }) as {
    echanges: number;
    immersions: number;
  };
  const visite = requete(db, DERNIERE_VISITE).get(id) as
    | { date: string; prenom: string | null; nom: string | null }
    | undefined;
  return {
    ...comptes,
    derniereVisite: visite
      ? {
          date: visite.date,
          auteur: visite.nom === null ? null : { prenom: visite.prenom ?? '', nom: visite.nom },
        }
      : null,
  };
}

const FICHE = `
  SELECT id, nom, genre, genre_siae AS genreSiae, activite, convention_collective AS conventionCollective, siret, adresse,
    code_postal AS codePostal, ville, telephone, autre_telephone AS autreTelephone, courriel,
    autre_courriel AS autreCourriel, site, note, archived_at AS archivedAt, dernier_echange AS dernierEchange,
    prochaine_relance AS prochaineRelance
  FROM organisation WHERE id = ?`;

function verifier({ db }: Pick<Contexte, 'db'>, id: string): void {
  if (!requete(db, 'SELECT 1 FROM organisation WHERE id = ?').get(id)) throw new ErreurMetier('introuvable');
}

/** Archived organisations are given too: what points at them must open. */
function get({ db, today }: Contexte, { id }: { id: string }): OrganisationFiche {
  const ligne = requete(db, FICHE).get(id) as
    | Omit<OrganisationFiche, 'interlocuteurs' | 'resume'>
    | undefined;
  if (!ligne) throw new ErreurMetier('introuvable');
  return {
    ...ligne,
    interlocuteurs: requete(db, INTERLOCUTEURS).all(id) as Interlocuteur[],
    resume: lireResume(db, id, today),
  };
}

function update(
  { db, instant }: Contexte,
  { id, ...saisie }: z.output<typeof organisationModifiee>,
): { id: string } {
  verifier({ db }, id);
  db.orm
    .update(organisation)
    .set({ ...colonnesDe(saisie), updatedAt: instant })
    .where(eq(organisation.id, id))
    .run();
  return { id };
}

function setArchivedAt({ db, instant }: Contexte, id: string, archivedAt: string | null): { id: string } {
  verifier({ db }, id);
  db.orm.update(organisation).set({ archivedAt, updatedAt: instant }).where(eq(organisation.id, id)).run();
  return { id };
}

export const reseauOperations = {
  'reseau.list': list,
  'reseau.villes': villes,
  'reseau.export': exportReseau,
  'reseau.search': search,
  'reseau.get': get,
  'reseau.suggest': suggest,
  'reseau.doublons': doublons,
  'reseau.create': (contexte: Contexte, saisie: OrganisationNouvelle) => ({
    id: insertOrganisation(contexte, saisie),
  }),
  'reseau.update': update,
  'reseau.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'reseau.restore': (contexte: Contexte, { id }: { id: string }) => setArchivedAt(contexte, id, null),
  ...interlocuteursOperations,
};
