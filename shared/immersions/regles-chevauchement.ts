import { accorder, formaterDate, formaterDuree, formaterHeure } from '../format.ts';
import { autresPassages, estConvenue, joursDe, type Passage } from './autres.ts';
import type { Constat, Examen } from './dossier.ts';
import { type JourPresent, minutesParSemaine, type Plage } from './horaires.ts';

const rien: Constat[] = [];

/** Where two presences of one day cross, or null. */
function croisement(ici: JourPresent, ailleurs: JourPresent): Plage | null {
  for (const a of ici.plages) {
    for (const b of ailleurs.plages) {
      const debut = Math.max(a.debut, b.debut);
      const fin = Math.min(a.fin, b.fin);
      if (debut < fin) return { debut, fin };
    }
  }
  return null;
}

function raconter({ jours }: Examen, passage: Passage): string {
  const ailleurs = new Map(joursDe(passage).map((jour) => [jour.date, jour]));
  const communs = jours.filter(({ date }) => ailleurs.has(date));
  const [premier] = communs;
  if (!premier) return 'Aucun jour de présence en commun : vérifiez que les deux peuvent alterner.';
  for (const jour of communs) {
    const plage = croisement(jour, ailleurs.get(jour.date)!);
    if (plage === null) continue;
    return `Attendue aux deux endroits le ${formaterDate(jour.date)} de ${formaterHeure(plage.debut)} à ${formaterHeure(plage.fin)}.`;
  }
  return `${accorder(communs.length, 'jour')} en commun dès le ${formaterDate(premier.date)}, à d’autres heures.`;
}

/** One person cannot be in two places: periods that overlap are shown, days and hours may still alternate. */
export function controlerChevauchement(examen: Examen): Constat[] {
  const { debut, fin } = examen.saisie;
  if (debut === null || fin === null) return rien;
  return autresPassages(examen)
    .filter((passage) => passage.debut <= fin && passage.fin >= debut)
    .map((passage, rang) => ({
      code: rang === 0 ? 'chevauchement' : `chevauchement-${passage.id}`,
      niveau: 'a_voir',
      titre: `En même temps que la ${passage.numero}`,
      phrase: `Chez ${passage.organisation.nom}, du ${formaterDate(passage.debut)} au ${formaterDate(passage.fin)}. ${raconter(examen, passage)}`,
      champ: 'debut',
    }));
}

/** Hours with several hosts add up. L8261-1 only speaks of paid work: it is looked at, and never blocks. */
export function controlerSemainesCumulees(examen: Examen): Constat[] {
  const { debut, fin } = examen.saisie;
  const { valeurs } = examen;
  if (debut === null || fin === null) return rien;
  const autres = autresPassages(examen)
    .filter(estConvenue)
    .filter((passage) => passage.debut <= fin && passage.fin >= debut);
  if (autres.length === 0) return rien;
  const ici = minutesParSemaine(examen.jours);
  const partout = minutesParSemaine([...examen.jours, ...autres.flatMap(joursDe)]);
  for (const [lundi, seules] of ici) {
    const minutes = partout.get(lundi) ?? 0;
    if (minutes <= valeurs.semaineMax || seules > valeurs.semaineMax) continue;
    return [
      {
        code: 'semaine-cumulee',
        niveau: 'a_voir',
        titre: `${formaterDuree(minutes)} avec les autres immersions, la semaine du ${formaterDate(lundi)}`,
        phrase: `${formaterDuree(seules)} ici et ${formaterDuree(minutes - seules)} ailleurs ; ${formaterDuree(valeurs.semaineMax)} au plus dans une semaine, tous accueils confondus.`,
        reference: 'L8261-1',
        champ: 'horaires.0',
        seuils: ['semaineMax'],
      },
    ];
  }
  return rien;
}
