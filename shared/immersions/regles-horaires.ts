import { type DateCivile, ecartJours, jourSemaine, lundiDe } from '../dates.ts';
import { accorder, formaterDate, formaterDuree } from '../format.ts';
import type { Constat, Examen } from './dossier.ts';
import { minutesParSemaine, type Plage } from './horaires.ts';

const rien: Constat[] = [];

/** The field of the week that holds a day. */
export const champDuJour = (date: DateCivile): string => `horaires.${jourSemaine(date) - 1}`;

/**
 * L3121-20 (48 hours in any week) blocks; L3121-27 (35 hours, which is the most under 18: L3162-1) warns. Weeks are those
 * of the calendar, Monday to Sunday.
 */
export function controlerSemaines({ jours, mineur, valeurs }: Examen): Constat[] {
  if (jours.length === 0) return rien;
  const semaines = [...minutesParSemaine(jours)];
  const [lundi, minutes] = semaines.reduce((forte, semaine) => (semaine[1] > forte[1] ? semaine : forte));
  const titre = `${formaterDuree(minutes)} la semaine du ${formaterDate(lundi)}`;
  const commun = { code: 'semaine', titre, champ: 'horaires.0' } as const;
  const { semaineMax, semaineMaxMineur, semaineLegale } = valeurs;
  if (minutes > semaineMax) {
    return [
      {
        ...commun,
        niveau: 'bloquant',
        phrase: `${formaterDuree(semaineMax)} au plus dans une semaine : ${formaterDuree(minutes - semaineMax)} de trop.`,
        reference: 'L3121-20',
        seuils: ['semaineMax'],
      },
    ];
  }
  if (mineur && minutes > semaineMaxMineur) {
    return [
      {
        ...commun,
        niveau: 'a_voir',
        phrase: `Avant 18 ans, ${formaterDuree(semaineMaxMineur)} par semaine au plus, sauf dérogation.`,
        reference: 'L3162-1',
        seuils: ['semaineMaxMineur'],
      },
    ];
  }
  if (minutes > semaineLegale) {
    return [
      {
        ...commun,
        niveau: 'a_voir',
        phrase: `Au-delà de ${formaterDuree(semaineLegale)} : vérifiez que c’est bien l’horaire de l’accueil.`,
        reference: 'L3121-27',
        seuils: ['semaineLegale'],
      },
    ];
  }
  return [
    {
      code: 'semaine',
      niveau: 'juste',
      titre: `${formaterDuree(minutes)} par semaine au plus`,
      phrase: `Dans les ${formaterDuree(semaineLegale)} de la durée légale.`,
      reference: 'L3121-27',
      seuils: ['semaineLegale'],
    },
  ];
}

/** L3132-1: six days of work a week at most. */
export function controlerJoursParSemaine({ jours, valeurs }: Examen): Constat[] {
  const parSemaine = Map.groupBy(jours, ({ date }) => lundiDe(date));
  for (const [lundi, presents] of parSemaine) {
    if (presents.length <= valeurs.joursSemaine) continue;
    return [
      {
        code: 'jours-semaine',
        niveau: 'a_voir',
        titre: `${accorder(presents.length, 'jour')} la semaine du ${formaterDate(lundi)}`,
        phrase: `${accorder(valeurs.joursSemaine, 'jour')} par semaine au plus, sauf dérogation : prévoyez un repos.`,
        reference: 'L3132-1',
        champ: champDuJour(presents.at(-1)!.date),
        seuils: ['joursSemaine'],
      },
    ];
  }
  return rien;
}

/** L3121-18: ten hours a day; L3162-1: eight under 18. */
export function controlerJournees({ jours, mineur, valeurs }: Examen): Constat[] {
  const code = mineur ? 'jourMaxMineur' : 'jourMax';
  const long = jours.find(({ minutes }) => minutes > valeurs[code]);
  if (!long) return rien;
  return [
    {
      code: 'journee',
      niveau: 'a_voir',
      titre: `${formaterDuree(long.minutes)} le ${formaterDate(long.date)}`,
      phrase: `${formaterDuree(valeurs[code])} par jour au plus${mineur ? ' avant 18 ans' : ''}, sauf dérogation.`,
      reference: mineur ? 'L3162-1' : 'L3121-18',
      champ: champDuJour(long.date),
      seuils: [code],
    },
  ];
}

const JOURNEE = 24 * 60;

/** Longest stretch without presence in the 24 hours from `debut`, read from the rank of that arrival on. */
function plusLongRepos(debut: number, presences: readonly Plage[], rang: number): number {
  let repos = 0;
  let fini = debut;
  for (const presence of presences.slice(rang)) {
    if (presence.debut >= debut + JOURNEE) break;
    repos = Math.max(repos, presence.debut - fini);
    fini = Math.max(fini, presence.fin);
  }
  return Math.max(repos, debut + JOURNEE - fini);
}

/** L3131-1: eleven hours in a row in the 24 hours that follow each arrival, nights over midnight included; L3164-1: twelve under 18. */
export function controlerRepos({ jours, mineur, valeurs }: Examen): Constat[] {
  const [premier] = jours;
  if (!premier) return rien;
  const code = mineur ? 'reposMineur' : 'repos';
  const arrivees = jours.flatMap(({ date, plages }) => {
    const minuit = ecartJours(premier.date, date) * JOURNEE;
    return [...plages]
      .sort((a, b) => a.debut - b.debut)
      .map(({ debut, fin }) => ({ date, debut: minuit + debut, fin: minuit + fin }));
  });
  for (const [rang, { date, debut }] of arrivees.entries()) {
    const repos = plusLongRepos(debut, arrivees, rang);
    if (repos >= valeurs[code]) continue;
    return [
      {
        code: 'repos',
        niveau: 'a_voir',
        titre: `${formaterDuree(repos)} de repos après le ${formaterDate(date)}`,
        phrase: `${formaterDuree(valeurs[code])} de suite entre deux journées${mineur ? ' avant 18 ans' : ''}, sauf dérogation.`,
        reference: mineur ? 'L3164-1' : 'L3131-1',
        champ: champDuJour(date),
        seuils: [code],
      },
    ];
  }
  return rien;
}
