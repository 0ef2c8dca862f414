import { ajouterMois, type DateCivile } from '../shared/dates.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import type { ResumeOrganisation } from '../shared/reseau/resume.ts';
import { sansSuite } from '../shared/sollicitations/sans-suite.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

// CROSS JOIN: from the organisation to its exchanges. Left to itself the planner reads every exchange since a date.
const ECHANGES = `
  SELECT s.id, s.date, s.sens, s.resultat, s.cause,
    EXISTS (SELECT 1 FROM relance r WHERE r.sollicitation_id = s.id AND r.archived_at IS NULL) AS suivie
  FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
  WHERE so.organisation_id = @id AND s.archived_at IS NULL AND s.date > @depuis
  ORDER BY s.date DESC, s.created_at DESC, s.id DESC`;

const IMMERSIONS = `
  SELECT count(*) FROM immersion
  WHERE organisation_id = @id AND archived_at IS NULL AND debut > @depuis
    AND statut IN (SELECT value FROM json_each(@statuts))`;

const EMBAUCHES = `
  SELECT contrat, count(*) AS nombre FROM embauche
  WHERE organisation_id = @id AND archived_at IS NULL AND date > @depuis
  GROUP BY contrat ORDER BY nombre DESC, contrat`;

const DERNIERE_VISITE = `
  SELECT s.date, m.prenom, m.nom
  FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
    LEFT JOIN membre m ON m.id = s.auteur_id
  WHERE so.organisation_id = ? AND s.archived_at IS NULL AND s.canal = 'visite'
  ORDER BY s.date DESC, s.rang DESC LIMIT 1`;

// Names its index: SQLite would rather read every follow-up of the network that is not done, already in order.
const PROMESSES = `
  SELECT id, libelle, echeance, evenement FROM relance INDEXED BY relance_organisation
  WHERE organisation_id = ? AND archived_at IS NULL AND fait_le IS NULL
  ORDER BY echeance NULLS LAST, id`;

interface Echange {
  id: string;
  date: string;
  sens: string;
  resultat: string;
  cause: string;
  suivie: 0 | 1;
}

/** Most frequent of some causes, empty ones left out. */
function plusFrequente(causes: readonly string[]): string {
  const comptes = Map.groupBy(
    causes.filter((cause) => cause !== ''),
    (cause) => cause,
  );
  const triees = [...comptes].sort(([, a], [, b]) => b.length - a.length);
  return triees[0]?.[0] ?? '';
}

/** Three years with an organisation in a few figures. */
export function readResume(db: Base, id: string, today: DateCivile): ResumeOrganisation {
  const depuis = ajouterMois(today, -36);
  const echanges = requete(db, ECHANGES).all({ id, depuis }) as Echange[];
  const refus = echanges.filter(({ resultat }) => resultat === 'refus');
  const visite = requete(db, DERNIERE_VISITE).get(id) as
    | { date: string; prenom: string | null; nom: string | null }
    | undefined;
  return {
    echanges: echanges.length,
    entrantes: echanges.filter(({ sens }) => sens === 'entrante').length,
    immersions: requete(db, IMMERSIONS)
      .pluck()
      .get({ id, depuis, statuts: JSON.stringify(STATUTS_COMPTES) }) as number,
    embauches: requete(db, EMBAUCHES).all({ id, depuis }) as ResumeOrganisation['embauches'],
    derniereVisite: visite
      ? {
          date: visite.date,
          auteur: visite.nom === null ? null : { prenom: visite.prenom ?? '', nom: visite.nom },
        }
      : null,
    sansSuite: sansSuite(
      echanges.map((echange) => ({ ...echange, suivie: echange.suivie === 1 })),
      today,
    ).size,
    refus: refus.length,
    causeRefus: plusFrequente(refus.map(({ cause }) => cause)),
    promesses: requete(db, PROMESSES).all(id) as ResumeOrganisation['promesses'],
  };
}
