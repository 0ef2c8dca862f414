import type { Entree } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import { MOIS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import type { Equipe } from './equipe.ts';
import { Hasard } from './hasard.ts';
import type { Salarie } from './parcours.ts';
import type { Scene } from './scene.ts';

/** Draws of their own: what is told of an exit changes nothing of the rest of the story. */
const GRAINE = 20260401;

/** Exit told by a hire already noted, by its contract. */
const PAR_EMBAUCHE = {
  cdi: { motif: '3', contrat: 'cdi', dureeMois: null },
  cdd_long: { motif: '9', contrat: 'cdd', dureeMois: 8 },
  cdd_court: { motif: '10', contrat: 'cdd', dureeMois: 3 },
  interim: { motif: '10', contrat: 'interim', dureeMois: 2 },
  alternance: { motif: '9', contrat: 'alternance', dureeMois: 12 },
  iae: { motif: '2', contrat: 'siae', dureeMois: 6 },
} as const;

type Issue = Pick<Entree<'sorties.create'>, 'motif' | 'contrat' | 'dureeMois' | 'metier' | 'note'>;

/** The others. */
const AUTRES: readonly (readonly [Issue, number])[] = [
  [{ motif: '7' }, 4],
  [{ motif: '8' }, 2],
  [{ motif: '6' }, 1],
  [{ motif: '5', note: 'Entrée en formation d’agent de propreté et d’hygiène.' }, 2],
  [{ motif: '9', contrat: 'cdd', dureeMois: 7, metier: 'Agent d’entretien des espaces verts' }, 2],
  [{ motif: '10', contrat: 'cdd', dureeMois: 3, metier: 'Préparateur de commandes' }, 2],
  [{ motif: '3', contrat: 'cdi', metier: 'Agent de propreté' }, 1],
  [{ motif: '4', contrat: 'creation', metier: 'Micro-entreprise de multiservices' }, 0.5],
];

const ESSAI_JOURS = 30;
const MOTIF_ESSAI = '22';
/** The team has not had the time to note the very last ones. */
const A_NOTER_JOURS = 25;

/** Notes what became of each person whose path is over, then asks where they stand months later. */
export function sortir(scene: Scene, equipe: Equipe, salaries: readonly Salarie[]): void {
  const { today } = scene;
  const hasard = new Hasard(GRAINE);
  for (const salarie of salaries) {
    const { debut, fin } = salarie;
    if (fin >= ajouterJours(today, -A_NOTER_JOURS)) continue;
    const duree = (Date.parse(fin) - Date.parse(debut)) / 86_400_000;
    const tiree: Issue = duree < ESSAI_JOURS ? { motif: MOTIF_ESSAI } : hasard.pondere(AUTRES);
    const noteLe = scene.ouvre(ajouterJours(fin, 18));
    // Nobody is asked after an exit that is withdrawn from those counted.
    const suivis = tiree.motif === MOTIF_ESSAI ? [] : MOIS_SORTIE;
    const reponses = suivis.map((mois) => ({ mois, situation: situationDe(hasard, tiree.motif) }));
    scene.le(noteLe, () => {
      scene.par(equipe.cip);
      const { embauches } = scene.appeler('sorties.preparer', { salarieId: salarie.id });
      const embauche = embauches.find(({ date }) => date <= noteLe);
      const { id } = scene.appeler('sorties.create', {
        salarieId: salarie.id,
        date: fin,
        ...(embauche
          ? {
              ...PAR_EMBAUCHE[embauche.contrat as keyof typeof PAR_EMBAUCHE],
              embaucheId: embauche.id,
              organisationId: embauche.organisation.id,
              metier: embauche.metier,
              minutesHebdo: 35 * 60,
            }
          : tiree),
      });
      for (const { mois, situation } of reponses) demander(scene, equipe, id, fin, mois, situation);
    });
  }
}

type Situation = Entree<'sorties.saveSituation'>['situation'];

function situationDe(hasard: Hasard, motif: string): Situation | null {
  const enEmploi = ['3', '9', '10', '4', '2'].includes(motif);
  return hasard.pondere<Situation | null>(
    enEmploi
      ? [
          ['meme_emploi', 6],
          ['durable', 1],
          ['recherche', 1],
          ['sans_reponse', 1],
          [null, 0.5],
        ]
      : [
          ['recherche', 4],
          ['transition', 2],
          ['durable', 1],
          ['formation', 1],
          ['sans_reponse', 3],
          [null, 0.5],
        ],
  );
}

function demander(
  scene: Scene,
  equipe: Equipe,
  sortieId: string,
  sortie: DateCivile,
  mois: (typeof MOIS_SORTIE)[number],
  situation: Situation | null,
): void {
  const le = ajouterJours(ajouterMois(sortie, mois), 6);
  if (situation === null || le >= ajouterJours(scene.today, -8)) return;
  const date = scene.ouvre(le);
  scene.le(date, () => {
    scene.par(equipe.cip);
    scene.appeler('sorties.saveSituation', { sortieId, mois, date, situation });
  });
}
