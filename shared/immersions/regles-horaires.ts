import { ecartJours, jourSemaine } from '../dates.ts';
import { formaterDate, formaterDuree, formaterHeure } from '../format.ts';
import type { Constat, Examen } from './dossier.ts';
import { minutesParSemaine, nomFerie, type Plage } from './horaires.ts';

const rien: Constat[] = [];

/** L3121-20 (48 hours in any week) blocks; L3121-27 (35 hours) warns. Weeks are those of the calendar, Monday to Sunday. */
export function controlerSemaines({ jours, valeurs }: Examen): Constat[] {
  if (jours.length === 0) return rien;
  const semaines = [...minutesParSemaine(jours)];
  const [lundi, minutes] = semaines.reduce((forte, semaine) => (semaine[1] > forte[1] ? semaine : forte));
  const quand = `la semaine du ${formaterDate(lundi)}`;
  if (minutes > valeurs.semaineMax) {
    return [
      {
        code: 'semaine',
        niveau: 'bloquant',
        titre: `${formaterDuree(minutes)} ${quand}`,
        phrase: 'Personne ne travaille plus de 48 heures dans une semaine.',
        reference: 'L3121-20',
        champ: 'horaires.0',
      },
    ];
  }
  if (minutes > valeurs.semaineLegale) {
    return [
      {
        code: 'semaine',
        niveau: 'a_voir',
        titre: `${formaterDuree(minutes)} ${quand}`,
        phrase: 'Au-delà de 35 heures : vérifiez que c’est bien l’horaire de l’accueil.',
        reference: 'L3121-27',
        champ: 'horaires.0',
      },
    ];
  }
  return [
    {
      code: 'semaine',
      niveau: 'juste',
      titre: `${formaterDuree(minutes)} par semaine au plus`,
      phrase: 'Dans les 35 heures de la durée légale.',
      reference: 'L3121-27',
    },
  ];
}

/** L3121-18: ten hours a day; L3162-1: eight under 18. */
export function controlerJournees({ jours, mineur, valeurs }: Examen): Constat[] {
  const seuil = mineur ? valeurs.jourMaxMineur : valeurs.jourMax;
  const long = jours.find(({ minutes }) => minutes > seuil);
  if (!long) return rien;
  return [
    {
      code: 'journee',
      niveau: 'a_voir',
      titre: `${formaterDuree(long.minutes)} le ${formaterDate(long.date)}`,
      phrase: mineur
        ? 'Huit heures par jour au plus avant 18 ans, sauf dérogation.'
        : 'Dix heures par jour au plus, sauf dérogation.',
      reference: mineur ? 'L3162-1' : 'L3121-18',
      champ: `horaires.${jourSemaine(long.date) - 1}`,
    },
  ];
}

const JOURNEE = 24 * 60;

/** Longest stretch without presence in the 24 hours from `debut`; `presences` in minutes, in order. */
function plusLongRepos(debut: number, presences: readonly Plage[]): number {
  let repos = 0;
  let fini = debut;
  for (const presence of presences) {
    if (presence.fin <= debut) continue;
    if (presence.debut >= debut + JOURNEE) break;
    repos = Math.max(repos, presence.debut - fini);
    fini = Math.max(fini, presence.fin);
  }
  return Math.max(repos, debut + JOURNEE - fini);
}

/** L3131-1: eleven hours in a row in the 24 hours that follow each arrival, nights over midnight included. */
export function controlerRepos({ jours, valeurs }: Examen): Constat[] {
  const [premier] = jours;
  if (!premier) return rien;
  const arrivees = jours.flatMap(({ date, plages }) => {
    const minuit = ecartJours(premier.date, date) * JOURNEE;
    return plages.map(({ debut, fin }) => ({ date, debut: minuit + debut, fin: minuit + fin }));
  });
  for (const { date, debut } of arrivees) {
    const repos = plusLongRepos(debut, arrivees);
    if (repos >= valeurs.repos) continue;
    return [
      {
        code: 'repos',
        niveau: 'a_voir',
        titre: `${formaterDuree(repos)} de repos après le ${formaterDate(date)}`,
        phrase: 'Onze heures de suite entre deux journées, sauf dérogation.',
        reference: 'L3131-1',
        champ: `horaires.${jourSemaine(date) - 1}`,
      },
    ];
  }
  return rien;
}

/** L3132-3 (Sunday), L3122-2 (night), L3133-1 (holidays): the host's own rules apply (L5135-6), so they only warn. */
export function controlerMoments({ jours, valeurs, saisie: { feriesTravailles } }: Examen): Constat[] {
  const controles: Constat[] = [];
  const dimanche = jours.find(({ date }) => jourSemaine(date) === 7);
  if (dimanche) {
    controles.push({
      code: 'dimanche',
      niveau: 'a_voir',
      titre: `Présence le dimanche ${formaterDate(dimanche.date)}`,
      phrase: 'Le repos hebdomadaire se donne le dimanche : vérifiez que l’accueil y déroge.',
      reference: 'L3132-3',
      champ: 'horaires.6',
    });
  }
  const nuit = jours.find(({ plages }) =>
    plages.some(({ debut, fin }) => debut < valeurs.nuitFin || fin > valeurs.nuitDebut),
  );
  if (nuit) {
    const plage = nuit.plages.find(({ debut, fin }) => debut < valeurs.nuitFin || fin > valeurs.nuitDebut)!;
    controles.push({
      code: 'nuit',
      niveau: 'a_voir',
      titre: `Présence de nuit : ${formaterHeure(plage.debut)} à ${formaterHeure(plage.fin)}`,
      phrase: 'Entre 21 h et 6 h, c’est du travail de nuit : vérifiez les règles de l’accueil.',
      reference: 'L3122-2',
      champ: `horaires.${jourSemaine(nuit.date) - 1}`,
    });
  }
  const ferie = feriesTravailles ? jours.find(({ date }) => nomFerie(date) !== null) : undefined;
  if (ferie) {
    controles.push({
      code: 'ferie',
      niveau: 'a_voir',
      titre: `Présence un jour férié : ${formaterDate(ferie.date)} (${nomFerie(ferie.date)})`,
      phrase: 'Vérifiez que l’accueil travaille ce jour-là.',
      reference: 'L3133-1',
      champ: 'feriesTravailles',
    });
  }
  return controles;
}
