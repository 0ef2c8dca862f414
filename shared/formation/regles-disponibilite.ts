import { ajouterJours, type DateCivile, jourSemaine, lundiDe } from '../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterHeure } from '../format.ts';
import type { JourPresent } from '../immersions/horaires.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { MOTIFS_ABSENCE } from '../nomenclatures/salaries.ts';
import { contratCourant, couvertureDepuis } from '../salaries/regles.ts';
import { type Creneau, minutesParJour } from './heures.ts';
import type { Alerte } from './stagiaires.ts';

/** Where a person is meant to be, besides the session looked at. */
export interface Agenda {
  contrats: readonly {
    debut: DateCivile;
    fin: DateCivile | null;
    minutesHebdo: number | null;
    suspensions: readonly { debut: DateCivile; fin: DateCivile | null; motif: string }[];
  }[];
  absences: readonly { debut: DateCivile; fin: DateCivile; motif: string }[];
  immersions: readonly {
    numero: string;
    organisation: string;
    debut: DateCivile;
    fin: DateCivile;
    jours: readonly JourPresent[];
  }[];
  /** Other sessions the person is on. */
  formations: readonly {
    numero: string;
    titre: string;
    debut: DateCivile;
    fin: DateCivile;
    creneaux: readonly Creneau[];
  }[];
}

export interface SessionPrevue {
  debut: DateCivile;
  fin: DateCivile;
  minutes: number;
  surTempsTravail: boolean;
  creneaux: readonly Creneau[];
}

interface Moment {
  date: DateCivile;
  debut: number;
  fin: number;
}

/** The first time two half-days or presences cross, or null. */
function croisement(ici: readonly Moment[], ailleurs: readonly Moment[]): Moment | null {
  for (const a of ici)
    for (const b of ailleurs) {
      if (a.date !== b.date) continue;
      const debut = Math.max(a.debut, b.debut);
      const fin = Math.min(a.fin, b.fin);
      if (debut < fin) return { date: a.date, debut, fin };
    }
  return null;
}

const memePeriode = (
  a: { debut: DateCivile; fin: DateCivile | null },
  b: { debut: DateCivile; fin: DateCivile },
) => a.debut <= b.fin && (a.fin === null || a.fin >= b.debut);

const direPeriode = ({ debut, fin }: { debut: DateCivile; fin: DateCivile | null }) =>
  fin === null
    ? `depuis le ${formaterDate(debut)}`
    : debut === fin
      ? `le ${formaterDate(debut)}`
      : `du ${formaterDate(debut)} au ${formaterDate(fin)}`;

const direMoment = ({ date, debut, fin }: Moment) =>
  `le ${formaterDate(date)} de ${formaterHeure(debut)} à ${formaterHeure(fin)}`;

/**
 * What is said of two things at once: nothing when both have their hours and those never cross, a doubt when either has
 * no calendar yet.
 */
function direCroisement(ici: readonly Moment[], ailleurs: readonly Moment[]): string | null {
  const moment = croisement(ici, ailleurs);
  if (moment) return `Attendue aux deux endroits ${direMoment(moment)}.`;
  return ici.length > 0 && ailleurs.length > 0
    ? null
    : 'Les demi-journées ne sont pas encore posées : vérifiez que les deux peuvent alterner.';
}

function contrat({ contrats }: Agenda, session: SessionPrevue): Alerte[] {
  if (contrats.length === 0)
    return [
      {
        code: 'contrat',
        titre: 'Aucun contrat sur la fiche',
        phrase: 'Le plan compte vos salariés : ajoutez le contrat de la personne.',
      },
    ];
  const jusque = couvertureDepuis(contrats, session.debut);
  if (jusque === 'sans_terme' || (jusque !== null && jusque >= session.fin)) return [];
  if (jusque !== null)
    return [
      {
        code: 'contrat',
        titre: `Le contrat finit le ${formaterDate(jusque)}`,
        phrase: `La session dure jusqu’au ${formaterDate(session.fin)} : prévoyez le renouvellement, ou une autre session.`,
      },
    ];
  const courant = contratCourant(contrats, session.debut)!;
  return [
    {
      code: 'contrat',
      titre: `Pas de contrat le ${formaterDate(session.debut)}`,
      phrase:
        courant.debut > session.debut
          ? `Le contrat commence le ${formaterDate(courant.debut)}, après le début de la session.`
          : `Le contrat s’est terminé le ${formaterDate(courant.fin)}, avant la session.`,
    },
  ];
}

function suspensions({ contrats }: Agenda, session: SessionPrevue): Alerte[] {
  return contrats
    .flatMap(({ suspensions: temps }) => temps)
    .filter((temps) => temps.motif !== 'formation' && memePeriode(temps, session))
    .filter(
      (temps) =>
        session.creneaux.length === 0 ||
        session.creneaux.some(({ date }) => date >= temps.debut && (temps.fin === null || date <= temps.fin)),
    )
    .map((temps) => ({
      code: 'suspension',
      titre: 'Contrat suspendu',
      phrase: `Contrat suspendu ${direPeriode(temps)} : ces heures ne sont pas du temps de travail chez vous.`,
    }));
}

function immersions(agenda: Agenda, session: SessionPrevue): Alerte[] {
  return agenda.immersions
    .filter((autre) => memePeriode(autre, session))
    .flatMap((autre) => {
      const ailleurs = autre.jours.flatMap(({ date, plages }) => plages.map((plage) => ({ date, ...plage })));
      const phrase = direCroisement(session.creneaux, ailleurs);
      return phrase === null
        ? []
        : [
            {
              code: 'immersion' as const,
              titre: `En immersion : ${autre.numero}`,
              phrase: `Chez ${autre.organisation}, ${direPeriode(autre)}. ${phrase}`,
            },
          ];
    });
}

function formations(agenda: Agenda, session: SessionPrevue): Alerte[] {
  return agenda.formations
    .filter((autre) => memePeriode(autre, session))
    .flatMap((autre) => {
      const phrase = direCroisement(session.creneaux, autre.creneaux);
      return phrase === null
        ? []
        : [
            {
              code: 'formation' as const,
              titre: `Déjà en formation : ${autre.numero}`,
              phrase: `« ${autre.titre} », ${direPeriode(autre)}. ${phrase}`,
            },
          ];
    });
}

function absences(agenda: Agenda, session: SessionPrevue): Alerte[] {
  return agenda.absences
    .filter((absence) => memePeriode(absence, session))
    .flatMap((absence) => {
      const touches = session.creneaux.filter(
        ({ date }) => date >= absence.debut && date <= absence.fin,
      ).length;
      if (session.creneaux.length > 0 && touches === 0) return [];
      const combien = touches > 0 ? ` : ${accorder(touches, 'demi-journée')} de la session` : '';
      return [
        {
          code: 'absence' as const,
          titre: 'Absence prévue',
          phrase: `${label(MOTIFS_ABSENCE, absence.motif)} ${direPeriode(absence)}${combien}.`,
        },
      ];
    });
}

/** Hours beyond the week of the contract, on working time; beyond it, the written agreement of the person. */
function temps(agenda: Agenda, session: SessionPrevue): Alerte[] {
  if (!session.surTempsTravail)
    return [
      {
        code: 'temps',
        titre: 'Hors temps de travail',
        phrase: 'Il faut son accord écrit, et 30 heures par an au plus sans accord collectif (L6321-6).',
      },
    ];
  const semaines = new Map<DateCivile, number>();
  for (const [date, minutes] of minutesParJour(session, session.creneaux)) {
    if (session.creneaux.length === 0) break;
    semaines.set(lundiDe(date), (semaines.get(lundiDe(date)) ?? 0) + minutes);
  }
  for (const [lundi, minutes] of [...semaines].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hebdo = contratCourant(agenda.contrats, ajouterJours(lundi, 4))?.minutesHebdo;
    if (!hebdo || minutes <= hebdo) continue;
    return [
      {
        code: 'temps',
        titre: `${formaterDuree(minutes)} la semaine du ${formaterDate(lundi)}`,
        phrase: `Pour un contrat de ${formaterDuree(hebdo)} : ${formaterDuree(minutes - hebdo)} de plus, à payer ou à récupérer.`,
      },
    ];
  }
  const repos = session.creneaux.find(({ date }) => jourSemaine(date) === 7);
  return repos
    ? [
        {
          code: 'temps',
          titre: `Un dimanche : le ${formaterDate(repos.date)}`,
          phrase: 'Ce n’est pas un jour de travail : vérifiez le calendrier de la session.',
        },
      ]
    : [];
}

const REGLES = [contrat, suspensions, immersions, formations, absences, temps];

/** Everything to look at before a person is committed to a session, the gravest first. */
export const alertesDe = (agenda: Agenda, session: SessionPrevue): Alerte[] =>
  REGLES.flatMap((regle) => regle(agenda, session));
