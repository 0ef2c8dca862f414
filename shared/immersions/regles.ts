import { ageAu } from '../dates.ts';
import { direPropre, propreAu, seuilsAu } from '../parametres/seuils.ts';
import type { Constat, Dossier, Examen } from './dossier.ts';
import { calendrier } from './horaires.ts';
import { controlerSaturation, controlerSilence } from './regles-accueil.ts';
import { controlerChevauchement, controlerSemainesCumulees } from './regles-chevauchement.ts';
import { controlerContrat, controlerMode, controlerPart } from './regles-contrat.ts';
import { controlerCumul } from './regles-cumul.ts';
import { controlerAntidate, controlerDuree } from './regles-duree.ts';
import { controlerFormation } from './regles-formation.ts';
import {
  controlerJournees,
  controlerJoursParSemaine,
  controlerRepos,
  controlerSemaines,
} from './regles-horaires.ts';
import { controlerMentions, controlerNir } from './regles-mentions.ts';
import {
  controlerAlsaceMoselle,
  controlerDimanches,
  controlerExceptions,
  controlerFeries,
  controlerNuits,
  controlerNuitsCoupees,
} from './regles-moments.ts';
import { controlerAge, controlerTuteur } from './regles-personnes.ts';
import { controlerRenouvellement } from './regles-renouvellement.ts';
import { controlerChezSoi, controlerMiseADisposition, controlerPrescripteur } from './regles-roles.ts';
import type { Controle } from './schema.ts';

export { dernierJourPermis } from './regles-duree.ts';

/** Every rule, in the order they are read. */
const REGLES: readonly ((examen: Examen) => Constat[])[] = [
  controlerDuree,
  controlerSemaines,
  controlerCumul,
  controlerRenouvellement,
  controlerSilence,
  controlerAge,
  controlerContrat,
  controlerPart,
  controlerMode,
  controlerTuteur,
  controlerPrescripteur,
  controlerMiseADisposition,
  controlerChezSoi,
  controlerAntidate,
  controlerChevauchement,
  controlerFormation,
  controlerSemainesCumulees,
  controlerJoursParSemaine,
  controlerJournees,
  controlerRepos,
  controlerDimanches,
  controlerNuits,
  controlerNuitsCoupees,
  controlerFeries,
  controlerAlsaceMoselle,
  controlerExceptions,
  controlerSaturation,
  controlerNir,
  controlerMentions,
];

/** The file with what every rule needs of it, worked out once. */
export function examiner(dossier: Dossier): Examen {
  const { saisie, salarie, seuils, today } = dossier;
  return {
    ...dossier,
    valeurs: seuilsAu(saisie.debut ?? today, seuils),
    jours: calendrier(saisie),
    mineur: salarie !== null && saisie.debut !== null && ageAu(salarie.naissance, saisie.debut) < 18,
  };
}

/** Every check of an immersion, in the order they are read; one whose threshold the structure changed says so. */
export function controler(dossier: Dossier): Controle[] {
  const examen = examiner(dossier);
  const jour = dossier.saisie.debut ?? dossier.today;
  return REGLES.flatMap((regle) => regle(examen)).map(({ seuils = [], ...constat }) => {
    const propre = seuils.map((code) => propreAu(code, jour, dossier.seuils)).find((lu) => lu !== null);
    return propre ? { ...constat, seuil: direPropre(propre) } : constat;
  });
}
