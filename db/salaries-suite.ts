import { STATUTS_ENGAGES as ENGAGES_FORMATION } from '../shared/formation/statuts.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../shared/nomenclatures/salaries.ts';
import type { FaitsSuite } from '../shared/salaries/regles-suite.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';

const CONTRATS_DE = `
  SELECT c.salarie_id AS salarieId, c.id, c.debut, c.fin, c.nature AS libelle, c.suite
  FROM json_each(?) v CROSS JOIN contrat c ON c.salarie_id = v.value ORDER BY c.debut, c.id`;
const IMMERSIONS_DE = `
  SELECT i.salarie_id AS salarieId, i.debut, o.nom AS libelle
  FROM json_each(?) v CROSS JOIN immersion i ON i.salarie_id = v.value JOIN organisation o ON o.id = i.organisation_id
  WHERE i.archived_at IS NULL AND i.debut IS NOT NULL AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)})
  ORDER BY i.debut, i.id`;
const FORMATIONS_DE = `
  SELECT n.salarie_id AS salarieId, f.debut, ${TITRE_SESSION} AS libelle
  FROM json_each(?) v CROSS JOIN inscription n ON n.salarie_id = v.value
  JOIN session_formation f ON f.id = n.session_id JOIN action_formation a ON a.id = f.action_id
  WHERE n.archived_at IS NULL AND f.archived_at IS NULL AND f.statut <> 'annulee'
    AND n.statut IN (${enListe(ENGAGES_FORMATION)}) AND n.statut <> 'interrompu'
  ORDER BY f.debut, f.id`;
const EMBAUCHES_DE = `
  SELECT e.salarie_id AS salarieId, e.date, o.nom AS libelle
  FROM json_each(?) v CROSS JOIN embauche e ON e.salarie_id = v.value JOIN organisation o ON o.id = e.organisation_id
  WHERE e.archived_at IS NULL ORDER BY e.date, e.id`;

/** What may follow the contracts of these persons, one query of each kind whatever their number. */
export function lireFaits(db: Base, salarieIds: readonly string[]): Map<string, FaitsSuite> {
  const ids = JSON.stringify(salarieIds);
  const lire = <L>(sql: string) =>
    Map.groupBy(requete(db, sql).all(ids) as (L & { salarieId: string })[], ({ salarieId }) => salarieId);
  const contrats = lire<FaitsSuite['contrats'][number]>(CONTRATS_DE);
  const immersions = lire<FaitsSuite['immersions'][number]>(IMMERSIONS_DE);
  const formations = lire<FaitsSuite['formations'][number]>(FORMATIONS_DE);
  const embauches = lire<FaitsSuite['embauches'][number]>(EMBAUCHES_DE);
  return new Map(
    salarieIds.map((id) => [
      id,
      {
        contrats: (contrats.get(id) ?? []).map((contrat) => ({
          ...contrat,
          libelle: label(CONTRATS, contrat.libelle),
        })),
        immersions: immersions.get(id) ?? [],
        formations: formations.get(id) ?? [],
        embauches: embauches.get(id) ?? [],
      },
    ]),
  );
}
