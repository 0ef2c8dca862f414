import type { Entree } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import { grilleDecouverte, grilleValidation, questionsDe } from '../../shared/immersions/grilles.ts';
import { Hasard } from './hasard.ts';
import {
  ATTENTES,
  DECOUVERTES,
  EMBAUCHE,
  FRAIS,
  ISSUES,
  POINTS,
  RENOUVELLEMENT,
  TRANSPORTS,
} from './phrases-immersion.ts';
import { ouvreDepuis, type Scene } from './scene.ts';
import type { Metier, Secteur } from './secteurs.ts';

type Saisie = Entree<'immersions.create'>;

/** Draws of their own: what is told of an immersion changes nothing of the rest of the story. */
const vie = new WeakMap<Scene, Hasard>();
function hasardDe(scene: Scene): Hasard {
  let connu = vie.get(scene);
  if (!connu) {
    connu = new Hasard(20210214);
    vie.set(scene, connu);
  }
  return connu;
}

/** What the first interview added to the convention. */
export function entretien(
  scene: Scene,
  {
    metier,
    secteur,
    objet,
    date,
    debut,
  }: {
    metier: Metier;
    secteur: Secteur;
    objet: 'decouvrir' | 'confirmer' | 'recruter';
    date: DateCivile;
    debut: DateCivile | null;
  },
): Partial<Saisie> {
  const hasard = hasardDe(scene);
  const { salarie, accueil, structure } = hasard.parmi(ATTENTES[objet]);
  return {
    entretienDate: date,
    attentesSalarie: salarie,
    attentesAccueil: accueil,
    attentesStructure: structure,
    romeCode: metier.rome,
    romeVersion: 'v4',
    competences: [...metier.competences],
    prevention: secteur.prevention,
    transport: hasard.parmi(TRANSPORTS),
    frais: hasard.chance(0.25) ? hasard.parmi(FRAIS) : [],
    exceptions:
      debut !== null && hasard.chance(0.15)
        ? [{ date: ouvreDepuis(ajouterJours(debut, 2), 1), plages: [{ debut: 540, fin: 720 }] }]
        : [],
  };
}

/** Months back from which the whole file of an immersion is told: older ones have their convention and their bilan. */
const MOIS_DETAILLES = 9;

const recente = (scene: Scene, date: DateCivile) => date > ajouterMois(scene.today, -MOIS_DETAILLES);

/** Papers handed out with the convention: they are frozen as it is. */
export function remettre(scene: Scene, id: string, date: DateCivile): void {
  if (!recente(scene, date)) return;
  for (const genre of ['avenant', 'accueil', 'presence'] as const) scene.remettre(id, genre);
}

/** What last year aimed at, and this one: in all, and by objet. */
export function viser(scene: Scene): void {
  const courante = Number(scene.today.slice(0, 4));
  for (const [annee, total, decouvrir, confirmer, recruter] of [
    [courante - 1, 16, 8, 6, 2],
    [courante, 20, 9, 8, 3],
  ] as const) {
    scene.appeler('immersions.saveObjectif', { annee, axe: 'total', nombre: total });
    for (const [code, nombre] of Object.entries({ decouvrir, confirmer, recruter }))
      scene.appeler('immersions.saveObjectif', { annee, axe: 'objet', code, nombre });
  }
}

/** Points of the follow-up held on their day. */
export function suivre(scene: Scene, id: string, today: DateCivile): void {
  if (!recente(scene, today)) return;
  const { points } = scene.appeler('immersions.suivi', { id });
  for (const { cle, genre, echeance } of points) {
    if (echeance > today || (genre !== 'debut' && genre !== 'semaine' && genre !== 'fin')) continue;
    scene.appeler('immersions.savePoint', {
      id,
      cle,
      faitLe: echeance,
      presents: ['personne', 'tuteur', 'structure'],
      canal: genre === 'debut' ? 'telephone' : 'visite',
      ...hasardDe(scene).parmi(POINTS[genre]),
    });
  }
}

/** A day missed now and then, with its reason; returns whether hours were missed. */
export function manquer(scene: Scene, id: string, chance = 0.2): boolean {
  const hasard = hasardDe(scene);
  if (!hasard.chance(chance)) return false;
  const { presences } = scene.appeler('immersions.suivi', { id });
  const jour = hasard.parmi(presences.jours);
  const absence = hasard.parmi([
    { minutes: 0, motif: 'absence_justifiee', note: 'Rendez-vous à la préfecture.' },
    { minutes: 0, motif: 'absence_injustifiee', note: '' },
    { minutes: Math.round(jour.prevues / 2), motif: 'rendez_vous', note: 'Visite d’un appartement.' },
    { minutes: jour.prevues - 45, motif: 'retard', note: 'Car supprimé.' },
  ] as const);
  scene.appeler('immersions.savePresences', { id, jours: [{ date: jour.date, ...absence }] });
  return true;
}

/** The grid of the objet, filled as the outcome tells. */
function evaluer(scene: Scene, id: string, date: DateCivile, degre: number): void {
  const hasard = hasardDe(scene);
  const { objet, tuteurNom, competences } = scene.appeler('immersions.get', { id });
  const autour = (nombre: number) =>
    Math.max(0, Math.min(nombre - 1, Math.round((degre * (nombre - 1)) / 3) + hasard.parmi([-1, 0, 0, 1])));
  if (objet === 'decouvrir') {
    const degres = questionsDe(grilleDecouverte()).flatMap((question) =>
      // From « tout à fait » down: the best comes first.
      question.degres.length === 0
        ? []
        : [[question.code, question.degres.toReversed()[autour(question.degres.length)]!.code]],
    );
    scene.appeler('immersions.saveEvaluation', {
      id,
      genre: 'decouverte',
      date,
      evaluateur: '',
      reponses: {
        reponses: { ...hasard.parmi(DECOUVERTES), ...Object.fromEntries(degres) },
        commentaire: '',
      },
    });
    return;
  }
  const { niveaux, frequences, savoirEtre } = grilleValidation();
  scene.appeler('immersions.saveEvaluation', {
    id,
    genre: 'validation',
    date,
    evaluateur: tuteurNom,
    reponses: {
      competences: competences.map((competence) => ({
        competence,
        niveau: niveaux[autour(niveaux.length)]!.code,
        commentaire: '',
      })),
      savoirEtre: Object.fromEntries(
        savoirEtre.map(({ code }) => [
          code,
          { niveau: frequences[autour(frequences.length)]!.code, commentaire: '' },
        ]),
      ),
      commentaire: '',
    },
  });
}

/** A decision that the story needs. */
export interface Suite {
  decision?: 'embauche' | 'renouvellement' | 'formation';
}

/** The bilan of the three, with its grid. */
export function conclure(
  scene: Scene,
  id: string,
  date: DateCivile,
  suite: Suite & { manque: boolean },
): void {
  const hasard = hasardDe(scene);
  const issue =
    suite.decision === 'embauche'
      ? EMBAUCHE
      : suite.decision === 'renouvellement'
        ? RENOUVELLEMENT
        : (ISSUES.find(({ decision }) => decision === suite.decision) ??
          hasard.pondere(ISSUES.map((une) => [une, une.poids] as const)));
  const { objectifs, decision, avisSalarie, avisAccueil, avisStructure, degre } = issue;
  scene.appeler('immersions.saveBilan', {
    id,
    objectifs,
    decision,
    avisSalarie,
    avisAccueil,
    avisStructure,
    suite: issue.suite,
    realisation: suite.manque ? 'partielle' : 'complete',
    date,
  });
  if (hasard.chance(0.8)) evaluer(scene, id, date, degre);
  scene.appeler('immersions.closeBilan', { id, le: date });
  if (recente(scene, date)) scene.remettre(id, 'bilan');
}

/** Days after the last one when the three meet. */
export const DELAI_BILAN = 6;

/** A fall without gravity on the way, told to those who declare it within the hours of the law. */
export function accidenter(scene: Scene, id: string, date: DateCivile): void {
  const { accidentId } = scene.appeler('immersions.saveAccident', {
    id,
    accidentId: null,
    date,
    heure: 16 * 60 + 20,
    lieu: 'Cour de livraison',
    circonstances: 'Glissade sur le sol mouillé en rentrant un diable à vide.',
    temoins: 'Le tuteur',
    informeLe: `${date}T16:50`,
  });
  const lendemain = ajouterJours(date, 1);
  for (const [etape, instant] of [
    ['transmis', `${date}T17:30`],
    ['declare', `${lendemain}T09:15`],
  ] as const)
    scene.appeler('immersions.stepAccident', { accidentId, etape, instant });
  scene.remettre(id, 'accident', accidentId);
}
