import { ajouterJours, type DateCivile, jourSemaine } from '../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterHeure } from '../format.ts';
import type { Constat, Examen } from './dossier.ts';
import { enAlsaceMoselle, type JourPresent, nomFerie, type Plage } from './horaires.ts';
import { champDuJour } from './regles-horaires.ts';

const rien: Constat[] = [];
const MINUIT = 24 * 60;

const liste = (dates: readonly DateCivile[]) => dates.map((date) => formaterDate(date)).join(', ');

/** L3132-3: the host's own rules apply (L5135-6), so that it only warns; the same for what follows. */
export function controlerDimanches({ jours }: Examen): Constat[] {
  const dimanches = jours.filter(({ date }) => jourSemaine(date) === 7).map(({ date }) => date);
  if (dimanches.length === 0) return rien;
  return [
    {
      code: 'dimanche',
      niveau: 'a_voir',
      titre: `Présence le dimanche ${liste(dimanches)}`,
      phrase: 'Le repos hebdomadaire se donne le dimanche : vérifiez que l’accueil y déroge.',
      reference: 'L3132-3',
      champ: 'horaires.6',
    },
  ];
}

/** A presence whole, from the evening to the morning when it goes through midnight. */
interface Nuit {
  debut: { date: DateCivile; minute: number };
  fin: { date: DateCivile; minute: number };
  minutes: number;
}

/** The whole presence a period belongs to, when the next day takes it up at midnight. */
function entiere(jour: JourPresent, plage: Plage, suivant: JourPresent | undefined): Nuit {
  const suite =
    plage.fin === MINUIT && suivant?.date === ajouterJours(jour.date, 1)
      ? suivant.plages.find(({ debut }) => debut === 0)
      : undefined;
  return {
    debut: { date: jour.date, minute: plage.debut },
    fin: suite ? { date: suivant!.date, minute: suite.fin } : { date: jour.date, minute: plage.fin },
    minutes: plage.fin - plage.debut + (suite?.fin ?? 0),
  };
}

function direNuit({ debut, fin, minutes }: Nuit): string {
  if (debut.date === fin.date) return `${formaterHeure(debut.minute)} à ${formaterHeure(fin.minute)}`;
  return `${formaterHeure(debut.minute)} le ${formaterDate(debut.date)} à ${formaterHeure(fin.minute)} le ${formaterDate(fin.date)}, ${formaterDuree(minutes)} de suite`;
}

/** L3122-20; L3163-1 and L3163-2 under 18. A shift over midnight is written on two days and read as one. */
export function controlerNuits({ jours, mineur, valeurs }: Examen): Constat[] {
  const code = mineur ? 'nuitDebutMineur' : 'nuitDebut';
  const [debutNuit, finNuit] = [valeurs[code], valeurs.nuitFin];
  const deNuit = ({ debut, fin }: Plage) => debut < finNuit || fin > debutNuit;
  const rang = jours.findIndex(({ plages }) => plages.some(deNuit));
  if (rang === -1) return rien;
  const jour = jours[rang]!;
  const plages = jour.plages.filter(deNuit);
  const nuit = entiere(jour, plages.find(({ fin }) => fin > debutNuit) ?? plages[0]!, jours[rang + 1]);
  const entre = `Entre ${formaterHeure(debutNuit)} et ${formaterHeure(finNuit)}`;
  return [
    {
      code: 'nuit',
      niveau: 'a_voir',
      titre: `Présence de nuit : ${direNuit(nuit)}`,
      phrase: mineur
        ? `${entre}, le travail est interdit avant 18 ans, sauf dérogation.`
        : `${entre}, c’est du travail de nuit : vérifiez les règles de l’accueil.`,
      reference: mineur ? 'L3163-2' : 'L3122-20',
      champ: champDuJour(jour.date),
      seuils: [code, 'nuitFin'],
    },
  ];
}

/** A night written on two days loses its half when the other day is out of the period, or a holiday. */
export function controlerNuitsCoupees({ jours, saisie: { horaires } }: Examen): Constat[] {
  const presents = new Set(jours.map(({ date }) => date));
  const semaine = (date: DateCivile) => horaires[jourSemaine(date) - 1] ?? [];
  for (const { date, plages } of jours) {
    const [veille, lendemain] = [ajouterJours(date, -1), ajouterJours(date, 1)];
    const suit = plages.some(({ debut }) => debut === 0) && semaine(veille).some(({ fin }) => fin === MINUIT);
    const precede =
      plages.some(({ fin }) => fin === MINUIT) && semaine(lendemain).some(({ debut }) => debut === 0);
    const phrase =
      suit && !presents.has(veille)
        ? `Ses heures d’après minuit suivent une nuit commencée le ${formaterDate(veille)}, qui ne compte pas : retirez-les par un jour particulier, ou changez les dates.`
        : precede && !presents.has(lendemain)
          ? `Elle continue après minuit le ${formaterDate(lendemain)}, qui ne compte pas : prolongez d’un jour, ou écrivez ce jour-là à part.`
          : null;
    if (phrase === null) continue;
    return [
      {
        code: 'nuit-coupee',
        niveau: 'a_voir',
        titre: `La nuit du ${formaterDate(suit && !presents.has(veille) ? veille : date)} est coupée à minuit`,
        phrase,
        champ: champDuJour(date),
      },
    ];
  }
  return rien;
}

/** L3133-1 (and L3134-13 in Alsace and Moselle); L3133-4: the first of May is a day off for all; L3164-6: all of them are, under 18. */
export function controlerFeries({ jours, mineur, saisie: { alsaceMoselle } }: Examen): Constat[] {
  const feries = jours.flatMap(({ date }) => {
    const nom = nomFerie(date, alsaceMoselle);
    return nom === null ? [] : [{ date, nom }];
  });
  const [premier] = feries;
  if (!premier) return rien;
  const mai = feries.find(({ date }) => date.endsWith('-05-01'));
  return [
    {
      code: 'ferie',
      niveau: 'a_voir',
      titre: `Présence ${feries.length > 1 ? `${feries.length} jours fériés` : 'un jour férié'} : ${feries.map(({ date, nom }) => `${formaterDate(date)} (${nom})`).join(', ')}`,
      phrase: mineur
        ? 'Avant 18 ans, les jours fériés sont chômés, sauf dans certains métiers : vérifiez.'
        : mai
          ? 'Le 1er mai est chômé partout, sauf là où l’activité ne peut s’arrêter : vérifiez.'
          : 'Vérifiez que l’accueil travaille ce jour-là.',
      reference: mineur ? 'L3164-6' : mai ? 'L3133-4' : 'L3133-1',
      champ: 'feriesTravailles',
    },
  ];
}

/** Where the immersion takes place: the site when one is chosen, else the host's address. */
export function codePostalDuLieu({ organisation, saisie: { siteId, accueil } }: Examen): string {
  const site = organisation?.sites.find(({ id }) => id === siteId);
  return site?.codePostal || accueil.codePostal || organisation?.codePostal || '';
}

/** L3134-13: two more holidays in Bas-Rhin, Haut-Rhin and Moselle, said only when the period holds one of them. */
export function controlerAlsaceMoselle(examen: Examen): Constat[] {
  const { debut, fin, alsaceMoselle } = examen.saisie;
  const codePostal = codePostalDuLieu(examen);
  const dedans = enAlsaceMoselle(codePostal);
  if (debut === null || fin === null || codePostal === '' || dedans === alsaceMoselle) return rien;
  const locaux: DateCivile[] = [];
  for (let date = debut; date <= fin; date = ajouterJours(date, 1)) {
    if (nomFerie(date, true) !== null && nomFerie(date) === null) locaux.push(date);
  }
  const [premier] = locaux;
  if (!premier) return rien;
  const jour = `${formaterDate(premier)} (${nomFerie(premier, true)})`;
  return [
    {
      code: 'alsace-moselle',
      niveau: 'a_voir',
      titre: dedans ? `Le ${jour} est férié en Alsace et en Moselle` : `Le ${jour} n’est pas férié ici`,
      phrase: dedans
        ? `Le lieu (${codePostal}) est dans un de ces trois départements : cochez leurs jours fériés.`
        : `Le lieu (${codePostal}) n’est ni en Alsace ni en Moselle : décochez leurs jours fériés.`,
      reference: 'L3134-13',
      champ: 'alsaceMoselle',
    },
  ];
}

/** Days of their own that count for nothing, or twice. */
export function controlerExceptions({ saisie: { debut, fin, exceptions } }: Examen): Constat[] {
  const constats: Constat[] = [];
  if (debut !== null && fin !== null) {
    const dehors = exceptions.findIndex(({ date }) => date < debut || date > fin);
    const nombre = exceptions.filter(({ date }) => date < debut || date > fin).length;
    if (dehors !== -1) {
      constats.push({
        code: 'exception-hors',
        niveau: 'a_voir',
        titre: `${accorder(nombre, 'jour particulier', 'jours particuliers')} hors de la période`,
        phrase: `Le ${formaterDate(exceptions[dehors]!.date)} n’est pas entre le ${formaterDate(debut)} et le ${formaterDate(fin)} : il ne compte pas.`,
        // Such a day has no line of its own in the form: it comes back with the dates.
        champ: exceptions[dehors]!.date < debut ? 'debut' : 'fin',
      });
    }
  }
  const double = exceptions.findIndex(
    ({ date }, rang) => exceptions.findIndex((autre) => autre.date === date) !== rang,
  );
  if (double !== -1) {
    constats.push({
      code: 'exception-double',
      niveau: 'a_voir',
      titre: `Le ${formaterDate(exceptions[double]!.date)} figure deux fois`,
      phrase: 'Un jour n’a que des heures à lui : gardez une ligne.',
      champ: `exceptions.${double}`,
    });
  }
  return constats;
}
