import { ajouterJours, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import type { Equipe } from './equipe.ts';
import type { Salarie } from './parcours.ts';
import { ENTRETIENS, OBJECTIFS_PARCOURS } from './phrases-parcours.ts';
import { hasardProfils } from './profils.ts';
import { ouvreDepuis, type Scene } from './scene.ts';

/** Months back from which interviews are told one by one. */
const MOIS_DETAILLES = 14;
/** Weeks between two interviews. */
const RYTHME = 6;

type Moment = keyof typeof ENTRETIENS;

/** Interviews, goals and days away of each person, as their counsellor writes them. */
export function accompagner(scene: Scene, equipe: Equipe, salaries: readonly Salarie[]): void {
  for (const salarie of salaries) {
    rencontrer(scene, equipe, salarie);
    viserObjectifs(scene, equipe, salarie);
    sAbsenter(scene, equipe, salarie);
    deciderSuite(scene, equipe, salarie);
  }
}

function rencontrer(scene: Scene, equipe: Equipe, salarie: Salarie): void {
  const { today } = scene;
  const { debut, fin } = salarie;
  const dernier = fin < today ? fin : today;
  const depuis = ajouterMois(today, -MOIS_DETAILLES);
  let jour = ouvreDepuis(debut, 1);
  for (let rang = 0; jour <= dernier && jour < today; rang += 1) {
    const date = jour;
    jour = ouvreDepuis(ajouterJours(date, rang === 0 ? 14 : 7 * RYTHME), 1);
    const prochain = jour > fin ? null : jour;
    if (date <= depuis) continue;
    scene.le(date, () => {
      const hasard = hasardProfils(scene);
      const genre = momentDe(salarie, date, rang);
      scene.par(equipe.cip);
      scene.appeler('salaries.saveEntretien', {
        salarieId: salarie.id,
        genre,
        date,
        dureeMinutes: hasard.parmi([30, 45, 45, 60]),
        texte: hasard.parmi(ENTRETIENS[genre]),
        prochain,
      });
    });
  }
}

function momentDe({ debut, fin }: Salarie, jour: DateCivile, rang: number): Moment {
  if (rang === 0) return 'accueil';
  if (rang === 1) return 'diagnostic';
  if (jour > ajouterJours(fin, -50)) return 'sortie';
  const mois = (Date.parse(jour) - Date.parse(debut)) / (30.4 * 86_400_000);
  if (mois % 4 > 3) return 'renouvellement';
  return rang % 4 === 0 ? 'bilan' : 'suivi';
}

function viserObjectifs(scene: Scene, equipe: Equipe, salarie: Salarie): void {
  const { today } = scene;
  const { debut, fin } = salarie;
  const fixeLe = scene.ouvre(ajouterJours(debut, 30));
  if (fixeLe >= today) return;
  const present = fin >= today;
  scene.le(fixeLe, () => {
    const hasard = hasardProfils(scene);
    scene.par(equipe.cip);
    const nombre = hasard.entier(2, 4);
    for (const [rang, libelle] of hasard.melanger(OBJECTIFS_PARCOURS).slice(0, nombre).entries()) {
      const echeance = scene.ouvre(ajouterJours(fixeLe, 60 + 70 * rang));
      // The last ones of those still here run; one of them is due these days.
      const court = present && rang >= nombre - 2;
      const due = court
        ? ajouterJours(
            today,
            hasard.pondere([
              [-hasard.entier(1, 9), 1],
              [0, 0.4],
              [hasard.entier(2, 100), 9],
            ]),
          )
        : echeance;
      const { id } = scene.appeler('salaries.saveObjectif', {
        salarieId: salarie.id,
        libelle,
        fixeLe,
        echeance: due < fixeLe ? ajouterJours(fixeLe, 30) : due,
      });
      if (court || echeance >= today) continue;
      const etat = hasard.pondere([
        ['atteint', 6],
        ['en_partie', 2],
        ['abandonne', 1],
      ] as const);
      scene.le(echeance, () => {
        scene.appeler('salaries.etatObjectif', { id, etat, le: echeance });
      });
    }
  });
}

function sAbsenter(scene: Scene, equipe: Equipe, salarie: Salarie): void {
  const { today } = scene;
  if (salarie.fin < ajouterMois(today, -6)) return;
  const hasard = hasardProfils(scene);
  const debut = scene.ouvre(ajouterJours(today, -hasard.entier(20, 160)));
  if (debut <= ajouterJours(salarie.debut, 40) || debut > salarie.fin || !hasard.chance(0.6)) return;
  const motif = hasard.parmi(['conges', 'conges', 'autorisee', 'autre'] as const);
  const fin = ajouterJours(debut, motif === 'conges' ? hasard.entier(4, 11) : hasard.entier(0, 2));
  scene.le(debut, () => {
    scene.par(equipe.cip);
    scene.appeler('salaries.saveAbsence', { salarieId: salarie.id, debut, fin, motif });
  });
}

/** What is to follow the last contract, said for some of those whose path ends in the coming months. */
function deciderSuite(scene: Scene, equipe: Equipe, salarie: Salarie): void {
  const { today } = scene;
  const proche = salarie.fin >= today && salarie.fin < ajouterMois(today, 6);
  if (!proche) return;
  const hasard = hasardProfils(scene);
  if (!hasard.chance(0.4)) return;
  const [suite, suiteNote] = hasard.parmi([
    ['emploi', 'Deux candidatures en cours à Riom.'],
    ['formation', 'Dossier déposé chez Limagne Formation.'],
    ['renouvellement', 'Renouvellement demandé pour quatre mois.'],
    ['recherche', ''],
  ] as const);
  const date = scene.ouvre(ajouterJours(today, -hasard.entier(3, 20)));
  if (date <= salarie.debut) return;
  scene.le(date, () => {
    const { contrats } = scene.appeler('salaries.get', { id: salarie.id });
    const dernier = contrats.at(-1);
    scene.par(equipe.cip);
    if (dernier) scene.appeler('salaries.saveSuite', { contratId: dernier.id, suite, suiteNote });
  });
}
