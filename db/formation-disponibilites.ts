import { type Agenda, alertesDe } from '../shared/formation/regles-disponibilite.ts';
import type { Alerte, SessionSuivie } from '../shared/formation/stagiaires.ts';
import { STATUTS_EN_LICE, STATUTS_ENGAGES } from '../shared/formation/statuts.ts';
import { calendrier } from '../shared/immersions/horaires.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { SESSION_COMPTEE } from './formation-commun.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';

const PERSONNES = 'IN (SELECT value FROM json_each(@ids))';

const CONTRATS = `
  SELECT c.salarie_id AS salarieId, c.debut, c.fin, c.minutes_hebdo AS minutesHebdo,
    (SELECT json_group_array(json_object('debut', s.debut, 'fin', s.fin, 'motif', s.motif))
       FROM contrat_suspension s WHERE s.contrat_id = c.id) AS suspensions
  FROM contrat c WHERE c.salarie_id ${PERSONNES} ORDER BY c.debut, c.id`;

const ABSENCES = `
  SELECT salarie_id AS salarieId, debut, fin, motif FROM absence
  WHERE salarie_id ${PERSONNES} AND archived_at IS NULL AND debut <= @fin AND fin >= @debut ORDER BY debut, id`;

const IMMERSIONS = `
  SELECT i.salarie_id AS salarieId, i.numero, o.nom AS organisation, i.debut, i.fin, i.horaires, i.exceptions,
    i.feries_travailles AS feries, i.alsace_moselle AS alsace
  FROM immersion i JOIN organisation o ON o.id = i.organisation_id
  WHERE i.salarie_id ${PERSONNES} AND i.archived_at IS NULL AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)})
    AND i.debut <= @fin AND i.fin >= @debut
  ORDER BY i.debut, i.numero`;

const FORMATIONS = `
  SELECT i.salarie_id AS salarieId, f.numero, ${TITRE_SESSION} AS titre, f.debut, coalesce(i.interrompu_le, f.fin) AS fin,
    (SELECT json_group_array(json_object('date', c.date, 'demi', c.demi, 'debut', c.debut, 'fin', c.fin))
       FROM (SELECT * FROM session_creneau d
         WHERE d.session_id = f.id AND (i.interrompu_le IS NULL OR d.date <= i.interrompu_le)
         ORDER BY d.date, d.debut) c) AS creneaux
  FROM inscription i
  JOIN session_formation f ON f.id = i.session_id
  JOIN action_formation a ON a.id = f.action_id
  WHERE i.salarie_id ${PERSONNES} AND i.archived_at IS NULL AND f.id <> @sauf AND ${SESSION_COMPTEE}
    AND i.statut IN (${enListe([...new Set([...STATUTS_EN_LICE, ...STATUTS_ENGAGES])])})
    AND f.debut <= @fin AND coalesce(i.interrompu_le, f.fin) >= @debut
  ORDER BY f.debut, f.numero`;

type Sien<T> = T & { salarieId: string };
type Absence = Agenda['absences'][number];
type Autre = Agenda['formations'][number];
interface LigneImmersion {
  numero: string;
  organisation: string;
  debut: string;
  fin: string;
  horaires: string;
  exceptions: string;
  feries: number;
  alsace: number;
}

/** Rows of each person, in their order. */
function parPersonne<T extends { salarieId: string }>(lignes: readonly T[]): (id: string) => T[] {
  const rangees = Map.groupBy(lignes, ({ salarieId }) => salarieId);
  return (id) => rangees.get(id) ?? [];
}

function versImmersion(ligne: LigneImmersion): Agenda['immersions'][number] {
  const { numero, organisation, debut, fin } = ligne;
  return {
    numero,
    organisation,
    debut,
    fin,
    jours: calendrier({
      debut,
      fin,
      horaires: JSON.parse(ligne.horaires),
      exceptions: JSON.parse(ligne.exceptions),
      feriesTravailles: ligne.feries === 1,
      alsaceMoselle: ligne.alsace === 1,
    }),
  };
}

/** Trainings of people between two days, other than one session: where they are expected already. */
export function formationsDe(
  db: Base,
  {
    salarieIds,
    debut,
    fin,
    sauf,
  }: { salarieIds: readonly string[]; debut: string; fin: string; sauf: string },
): Sien<Autre>[] {
  const lues = requete(db, FORMATIONS).all({ ids: JSON.stringify(salarieIds), debut, fin, sauf }) as (Omit<
    Sien<Autre>,
    'creneaux'
  > & { creneaux: string })[];
  return lues.map(({ creneaux, ...reste }) => ({ ...reste, creneaux: JSON.parse(creneaux) }));
}

/** What is to be looked at before each of these people is committed to the session. */
export function alertesPar(
  db: Base,
  session: SessionSuivie,
  salarieIds: readonly string[],
): (salarieId: string) => Alerte[] {
  const { debut, fin, id: sauf } = session;
  const valeurs = { ids: JSON.stringify(salarieIds), debut, fin };
  const contrats = parPersonne(
    requete(db, CONTRATS).all({ ids: valeurs.ids }) as Sien<
      Omit<Agenda['contrats'][number], 'suspensions'> & { suspensions: string }
    >[],
  );
  const absences = parPersonne(requete(db, ABSENCES).all(valeurs) as Sien<Absence>[]);
  const immersions = parPersonne(requete(db, IMMERSIONS).all(valeurs) as Sien<LigneImmersion>[]);
  const formations = parPersonne(formationsDe(db, { salarieIds, debut, fin, sauf }));
  return (id) =>
    alertesDe(
      {
        contrats: contrats(id).map(({ suspensions, ...reste }) => ({
          ...reste,
          suspensions: JSON.parse(suspensions),
        })),
        absences: absences(id),
        immersions: immersions(id).map(versImmersion),
        formations: formations(id),
      },
      session,
    );
}
