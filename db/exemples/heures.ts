import type { Entree } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois, ecartJours } from '../../shared/dates.ts';
import type { Equipe } from './equipe.ts';
import { Hasard } from './hasard.ts';
import type { Salarie } from './parcours.ts';
import type { Scene } from './scene.ts';

const GRAINE = 20260402;
/** Months back from which hours were typed: a reform of the payroll, before which nobody kept them here. */
const MOIS_SAISIS = 34;

type Case = Entree<'heures.save'>['heures'][number];

/** The payroll of each month, typed in the first days of the next one; two people still lack the last month. */
export function payer(scene: Scene, equipe: Equipe, salaries: readonly Salarie[]): void {
  const { today } = scene;
  const hasard = new Hasard(GRAINE);
  const premier = `${ajouterMois(today, -MOIS_SAISIS).slice(0, 7)}-01`;
  for (let mois = premier; ajouterMois(mois, 1) <= today; mois = ajouterMois(mois, 1)) {
    const suivant = ajouterMois(mois, 1);
    const dernierMois = ajouterMois(suivant, 1) > today;
    const le = scene.ouvre(ajouterJours(suivant, 4));
    const tirages = salaries.map(() => hasard.entier(86, 102) / 100);
    scene.le(le, () => {
      const heures = salaries.flatMap((salarie, rang): Case[] => {
        if (dernierMois && rang % 9 === 4) return [];
        return casesDe(scene, salarie, mois, suivant, tirages[rang]!);
      });
      if (heures.length === 0) return;
      scene.par(equipe.directrice);
      scene.appeler('heures.save', { heures });
    });
  }
}

/** Hours of the contracts of a person in a month, in proportion to the days they ran, less what was not worked. */
function casesDe(scene: Scene, salarie: Salarie, mois: string, suivant: string, part: number): Case[] {
  const dernier = ajouterJours(suivant, -1);
  if (salarie.id === '' || salarie.debut > dernier || salarie.fin < mois) return [];
  return scene.appeler('salaries.get', { id: salarie.id }).contrats.flatMap((contrat): Case[] => {
    const du = contrat.debut > mois ? contrat.debut : mois;
    const fin = contrat.fin ?? dernier;
    const au = fin < dernier ? fin : dernier;
    if (du > au || contrat.minutesHebdo === null) return [];
    const semaines = (ecartJours(du, au) + 1) / 7;
    return [
      {
        contratId: contrat.id,
        mois: mois.slice(0, 7),
        minutes: Math.round((contrat.minutesHebdo * semaines * part) / 15) * 15,
      },
    ];
  });
}
