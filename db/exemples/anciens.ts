import { ajouterJours, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import type { Appuis } from './appuis.ts';
import type { Equipe } from './equipe.ts';
import type { Salarie } from './parcours.ts';
import { hasardProfils, profil } from './profils.ts';
import { ouvreDepuis, type Scene } from './scene.ts';

/** People whose path is over, some of them after a few weeks: what a bilan counts, and what it leaves out and why. */
const ANCIENS: readonly (Pick<Salarie, 'prenom' | 'nom' | 'sexe' | 'age'> & {
  /** Months back the path began, and days it lasted. */
  depuis: number;
  jours: number;
})[] = [
  { prenom: 'Nathalie', nom: 'Espinouze', sexe: 'F', age: 45, depuis: 10, jours: 240 },
  { prenom: 'Ibrahim', nom: 'Konatéra', sexe: 'H', age: 33, depuis: 9, jours: 182 },
  { prenom: 'Sandrine', nom: 'Vialatoux', sexe: 'F', age: 51, depuis: 10, jours: 122 },
  { prenom: 'Jordan', nom: 'Chambonnet', sexe: 'H', age: 21, depuis: 8, jours: 61 },
  { prenom: 'Yamina', nom: 'Belkhoudja', sexe: 'F', age: 38, depuis: 9, jours: 212 },
  { prenom: 'Cédric', nom: 'Montorcelle', sexe: 'H', age: 29, depuis: 6, jours: 20 },
  { prenom: 'Lucie', nom: 'Fayardon', sexe: 'F', age: 26, depuis: 11, jours: 243 },
  { prenom: 'Moussa', nom: 'Dembéloux', sexe: 'H', age: 40, depuis: 7, jours: 123 },
  { prenom: 'Brigitte', nom: 'Chauchadis', sexe: 'F', age: 59, depuis: 22, jours: 365 },
  { prenom: 'Loïc', nom: 'Quinsathier', sexe: 'H', age: 24, depuis: 20, jours: 122 },
  { prenom: 'Fatma', nom: 'Özdemirac', sexe: 'F', age: 36, depuis: 21, jours: 244 },
  { prenom: 'Grégory', nom: 'Puyrevel', sexe: 'H', age: 43, depuis: 19, jours: 75 },
];

const HEBDO = 26 * 60;

/** Takes them on, each on the first day of their path. */
export function passer(scene: Scene, equipe: Equipe, appuis: Appuis): Salarie[] {
  const { today } = scene;
  return ANCIENS.map(({ prenom, nom, sexe, age, depuis, jours }) => {
    const debut = ouvreDepuis(ajouterMois(today, -depuis), 1);
    const fin = ajouterJours(debut, jours - 1);
    const salarie: Salarie = {
      prenom,
      nom,
      sexe,
      age,
      depuis,
      duree: Math.ceil(jours / 30),
      id: '',
      debut,
      fin,
    };
    const naissance: DateCivile = ajouterJours(
      ajouterMois(today, -12 * age),
      -hasardProfils(scene).entier(1, 360),
    );
    scene.le(debut, () => {
      scene.par(equipe.cip);
      salarie.id = scene.appeler('salaries.create', {
        prenom,
        nom,
        sexe,
        naissance,
        telephone: '',
        contrats: [{ nature: 'cddi', debut, fin, minutesHebdo: HEBDO }],
        ...profil(scene, equipe, appuis, salarie),
      }).id;
    });
    return salarie;
  });
}
