import type { z } from 'zod';
import { MOIS } from '../shared/format.ts';
import { minutesParJour } from '../shared/formation/heures.ts';
import type { FormationSalarie, HeuresLigne, stagiairesContrat } from '../shared/formation/stagiaires.ts';
import { STATUTS_ENGAGES } from '../shared/formation/statuts.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { SEXES } from '../shared/nomenclatures/salaries.ts';
import type { Contexte } from './contexte.ts';
import { REALISE, SESSION_COMPTEE } from './formation-commun.ts';
import { ETAPES } from './formation-inscriptions.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['entree']>;
type Sortie<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['sortie']>;

const SESSIONS = `
  SELECT f.id, f.debut, f.minutes,
    (SELECT json_group_array(json_object('date', c.date, 'debut', c.debut, 'fin', c.fin))
       FROM session_creneau c WHERE c.session_id = f.id) AS creneaux
  FROM session_formation f
  WHERE ${SESSION_COMPTEE} AND (substr(f.debut, 1, 4) = @annee OR substr(f.fin, 1, 4) = @annee
    OR (substr(f.debut, 1, 4) < @annee AND substr(f.fin, 1, 4) > @annee)
    OR EXISTS (SELECT 1 FROM session_creneau c WHERE c.session_id = f.id AND substr(c.date, 1, 4) = @annee)
    OR EXISTS (SELECT 1 FROM inscription i JOIN presence_formation p ON p.inscription_id = i.id
      WHERE i.session_id = f.id AND i.archived_at IS NULL AND substr(p.date, 1, 4) = @annee))`;

const INSCRITES = `
  SELECT i.id, i.session_id AS sessionId, ${TITRE_SESSION} AS titre, i.statut, s.id AS salarieId, s.prenom, s.nom,
    s.sexe, s.support,
    (SELECT json_group_array(json_object('date', p.date, 'minutes', p.minutes))
       FROM presence_formation p WHERE p.inscription_id = i.id AND substr(p.date, 1, 4) = @annee) AS presences
  FROM inscription i
  JOIN session_formation f ON f.id = i.session_id
  JOIN action_formation a ON a.id = f.action_id
  JOIN salarie s ON s.id = i.salarie_id
  WHERE i.session_id IN (SELECT value FROM json_each(@sessions)) AND i.archived_at IS NULL
    AND i.statut IN (${enListe(STATUTS_ENGAGES)}) AND (@support = '' OR s.support = @support)
  ORDER BY s.nom_tri, s.id, f.debut, f.numero`;

const ANNEES = `
  SELECT CAST(substr(debut, 1, 4) AS INTEGER) FROM session_formation f WHERE ${SESSION_COMPTEE}
  UNION SELECT CAST(substr(c.date, 1, 4) AS INTEGER) FROM session_creneau c
    JOIN session_formation f ON f.id = c.session_id WHERE ${SESSION_COMPTEE}
  ORDER BY 1 DESC`;

interface Inscrite {
  id: string;
  sessionId: string;
  titre: string;
  statut: HeuresLigne['sessions'][number]['statut'];
  salarieId: string;
  prenom: string;
  nom: string;
  sexe: string;
  support: string;
  presences: string;
}

const sommer = (minutes: readonly number[]) => minutes.reduce((somme, valeur) => somme + valeur, 0);

/** Minutes of a year by month, January to December. */
function parMois(jours: Iterable<readonly [string, number]>, annee: string): number[] {
  const mois = Array<number>(12).fill(0);
  for (const [date, minutes] of jours)
    if (date.startsWith(annee)) mois[Number(date.slice(5, 7)) - 1]! += minutes;
  return mois;
}

/** Hours of a year of each person, by month; people in the order of their names. */
export function heuresDe(db: Base, { annee, support }: { annee: number; support: string }): HeuresLigne[] {
  const an = String(annee);
  const prevuesPar = new Map(
    (
      requete(db, SESSIONS).all({ annee: an }) as {
        id: string;
        debut: string;
        minutes: number;
        creneaux: string;
      }[]
    ).map(({ id, creneaux, ...session }) => [id, parMois(minutesParJour(session, JSON.parse(creneaux)), an)]),
  );
  const inscrites = requete(db, INSCRITES).all({
    annee: an,
    support,
    sessions: JSON.stringify([...prevuesPar.keys()]),
  }) as Inscrite[];
  const lignes = new Map<string, HeuresLigne>();
  for (const {
    salarieId,
    prenom,
    nom,
    sexe,
    support: sien,
    sessionId,
    titre,
    statut,
    presences,
  } of inscrites) {
    const ligne: HeuresLigne = lignes.get(salarieId) ?? {
      salarie: { id: salarieId, prenom, nom, sexe, support: sien },
      prevues: Array<number>(12).fill(0),
      realisees: Array<number>(12).fill(0),
      sessions: [],
    };
    const prevues = prevuesPar.get(sessionId)!;
    const realisees = parMois(
      (JSON.parse(presences) as { date: string; minutes: number }[]).map(({ date, minutes }) => [
        date,
        minutes,
      ]),
      an,
    );
    if (sommer(prevues) === 0 && sommer(realisees) === 0) continue;
    lignes.set(salarieId, {
      ...ligne,
      prevues: ligne.prevues.map((minutes, mois) => minutes + prevues[mois]!),
      realisees: ligne.realisees.map((minutes, mois) => minutes + realisees[mois]!),
      sessions: [
        ...ligne.sessions,
        { sessionId, titre, statut, prevues: sommer(prevues), realisees: sommer(realisees) },
      ],
    });
  }
  return [...lignes.values()];
}

function heures({ db, today }: Contexte, filtres: Entree<'formation.heures'>): Sortie<'formation.heures'> {
  const annees = requete(db, ANNEES).pluck().all() as number[];
  const courante = Number(today.slice(0, 4));
  return {
    lignes: heuresDe(db, filtres),
    annees: annees.includes(courante) ? annees : [...annees, courante].sort((a, b) => b - a),
  };
}

function colonnes(support: (code: string) => string): Colonne<HeuresLigne>[] {
  return [
    colonne.texte('Nom', ({ salarie }) => salarie.nom),
    colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
    colonne.texte('Sexe', ({ salarie }) => label(SEXES, salarie.sexe)),
    colonne.texte('Support', ({ salarie }) => (salarie.support === '' ? '' : support(salarie.support))),
    colonne.nombre('Sessions', ({ sessions }) => sessions.length),
    colonne.heures('Heures engagées', ({ prevues }) => sommer(prevues)),
    colonne.heures('Heures réalisées', ({ realisees }) => sommer(realisees)),
    ...MOIS.flatMap((mois, rang) => [
      colonne.heures<HeuresLigne>(`Engagées en ${mois}`, ({ prevues }) => prevues[rang]!),
      colonne.heures<HeuresLigne>(`Réalisées en ${mois}`, ({ realisees }) => realisees[rang]!),
    ]),
  ];
}

function heuresExport(
  contexte: Contexte,
  { format, ...filtres }: Entree<'formation.heuresExport'>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `heures-de-formation-${filtres.annee}`,
    feuille: `Heures ${filtres.annee}`,
    colonnes: colonnes(libelles(contexte.db, 'supports')),
    lignes: heuresDe(contexte.db, filtres),
  });
}

const PAR_SALARIE = `
  SELECT i.id, ${ETAPES}, i.motif, i.resultat, f.id AS sessionId, f.numero, ${TITRE_SESSION} AS titre, a.genre,
    f.statut AS sessionStatut, f.debut, f.fin, f.minutes, coalesce(o.nom, '') AS organisme, ${REALISE}
  FROM inscription i
  JOIN session_formation f ON f.id = i.session_id
  JOIN action_formation a ON a.id = f.action_id
  LEFT JOIN organisation o ON o.id = f.organisme_id
  WHERE i.salarie_id = ? AND i.archived_at IS NULL AND f.archived_at IS NULL
  ORDER BY f.debut DESC, f.numero DESC`;

type LigneSalarie = Omit<FormationSalarie, 'session'> &
  Omit<FormationSalarie['session'], 'id' | 'statut'> & {
    sessionId: string;
    sessionStatut: FormationSalarie['session']['statut'];
  };

function parSalarie({ db }: Contexte, { salarieId }: Entree<'formation.parSalarie'>): FormationSalarie[] {
  return (requete(db, PAR_SALARIE).all(salarieId) as LigneSalarie[]).map(
    ({ sessionId, sessionStatut, numero, titre, genre, debut, fin, minutes, organisme, ...reste }) => ({
      ...reste,
      session: { id: sessionId, numero, titre, genre, statut: sessionStatut, debut, fin, minutes, organisme },
    }),
  );
}

export const heuresOperations = {
  'formation.heures': heures,
  'formation.heuresExport': heuresExport,
  'formation.parSalarie': parSalarie,
};
