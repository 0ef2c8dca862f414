import type { Entree } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois } from '../../shared/dates.ts';
import type { Conventions } from './conventions.ts';
import type { Equipe } from './equipe.ts';
import { Hasard } from './hasard.ts';
import type { Salarie } from './parcours.ts';
import type { Scene } from './scene.ts';

const GRAINE = 20260403;

type Reponses = Entree<'fse.noter'>['reponses'];

/** Those present this year take part; those who left said where they stood. */
export function participer(
  scene: Scene,
  equipe: Equipe,
  conventions: Conventions,
  salaries: readonly Salarie[],
): void {
  const { today } = scene;
  const hasard = new Hasard(GRAINE);
  const ouverture = `${today.slice(0, 4)}-01-13`;
  for (const [rang, salarie] of salaries.entries()) {
    const { debut, fin } = salarie;
    // One in six has not been asked yet.
    if (fin < ouverture || rang % 6 === 5) continue;
    const date = debut > ouverture ? debut : ouverture;
    if (date >= ajouterJours(today, -10)) continue;
    const entree = entreeDe(hasard, rang);
    const sortie = sortieDe(hasard);
    const sixMois = hasard.parmi(['cdi', 'cdd_long', 'recherche', 'sans_reponse'] as const);
    scene.le(scene.ouvre(ajouterJours(date, 2)), () => {
      scene.par(equipe.cip);
      scene.appeler('fse.noter', {
        salarieId: salarie.id,
        conventionId: conventions.fse,
        moment: 'entree',
        date,
        reponses: entree,
      });
    });
    if (fin >= ajouterJours(today, -20) || fin <= date) continue;
    scene.le(scene.ouvre(ajouterJours(fin, 14)), () => {
      scene.par(equipe.cip);
      scene.appeler('fse.noter', { salarieId: salarie.id, moment: 'sortie', date: fin, reponses: sortie });
    });
    const plusTard = ajouterMois(fin, 6);
    if (plusTard >= ajouterJours(today, -10)) continue;
    scene.le(scene.ouvre(ajouterJours(plusTard, 5)), () => {
      scene.par(equipe.cip);
      scene.appeler('fse.noter', {
        salarieId: salarie.id,
        moment: 'six_mois',
        date: plusTard,
        reponses: { situation: sixMois },
      });
    });
  }
}

function entreeDe(hasard: Hasard, rang: number): Reponses {
  const situation = hasard.pondere([
    ['chomage', 8],
    ['inactif', 2],
    ['emploi', 1],
  ] as const);
  const sensible = () =>
    hasard.pondere([
      ['oui', 2],
      ['non', 8],
      ['nsp', 1],
    ] as const);
  return {
    situation,
    ...(situation === 'chomage' && { duree_recherche: hasard.parmi(['6_11', '12_23', '24_plus'] as const) }),
    niveau: hasard.parmi(['0_2', '0_2', '3_4'] as const),
    menage: hasard.parmi(['oui', 'non', 'seul'] as const),
    enfants: hasard.parmi(['oui', 'non'] as const),
    rural: hasard.parmi(['oui', 'non', 'non'] as const),
    logement: sensible(),
    handicap: sensible(),
    nationalite: hasard.pondere([
      ['france', 7],
      ['ue', 1],
      ['hors_ue', 2],
      ['nsp', 1],
    ] as const),
    // One sheet in seven came back with a question left blank.
    ...(rang % 7 !== 3 && { origine: sensible() }),
  };
}

function sortieDe(hasard: Hasard): Reponses {
  return {
    situation: hasard.pondere([
      ['cdi', 2],
      ['cdd_long', 3],
      ['cdd_court', 2],
      ['formation', 2],
      ['recherche', 5],
      ['sans_reponse', 1],
    ] as const),
    qualification: hasard.pondere([
      ['oui', 2],
      ['non', 5],
    ] as const),
    terme: 'oui',
  };
}
