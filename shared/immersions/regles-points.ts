import { ajouterJours, type DateCivile, jourSemaine, lundiDe } from '../dates.ts';
import { formaterDate } from '../format.ts';
import { calendrier, nomFerie, type Periode } from './horaires.ts';

export const GENRES_POINT = ['debut', 'semaine', 'fin', 'bilan', 'suite', 'libre'] as const;
export type GenrePoint = (typeof GENRES_POINT)[number];

/** Days after the last one when a bilan that is missing is asked for, then asked for again. */
const BILAN_ATTENDU = [3, 10] as const;
/** Days after the last one beyond which nobody is reminded any more: the list of immersions still says it. */
export const RAPPEL_BILAN = 90;

/** Who can be at a follow-up point. */
export const PRESENTS = ['personne', 'tuteur', 'structure'] as const;

/** What was said at a point, and what is known of it before it is held. */
export interface ContenuPoint {
  /** Of a point added by hand. */
  titre: string;
  /** Day the dates gave when it was moved: should they give another, the move is worth nothing any more. */
  prevu: DateCivile | null;
  presents: (typeof PRESENTS)[number][];
  autres: string;
  /** List `canaux`. */
  canal: string;
  personne: string;
  tuteur: string;
  structure: string;
  suite: string;
  /** Day agreed for the next one. */
  prochain: DateCivile | null;
}

export const CONTENU_VIDE: ContenuPoint = {
  titre: '',
  prevu: null,
  presents: [],
  autres: '',
  canal: '',
  personne: '',
  tuteur: '',
  structure: '',
  suite: '',
  prochain: null,
};

/** A point that was held, moved, added or taken off. */
export interface PointGarde {
  id: string;
  cle: string;
  genre: GenrePoint;
  echeance: DateCivile;
  faitLe: DateCivile | null;
  retire: boolean;
  contenu: ContenuPoint;
}

/**
 * `passe`: its day went by without it and another has come since, so it is not to be done any more. Everything else
 * reads by the calendar.
 */
export type EtatPoint = 'tenu' | 'a_venir' | 'du' | 'en_retard' | 'passe';

export interface Point {
  cle: string;
  /** Null while it only follows from the dates. */
  id: string | null;
  genre: GenrePoint;
  titre: string;
  echeance: DateCivile;
  /** Day the dates give; the same as `echeance` unless it was moved. */
  prevu: DateCivile;
  faitLe: DateCivile | null;
  etat: EtatPoint;
  contenu: ContenuPoint;
}

/** What the points of an immersion follow from. */
export interface ImmersionSuivie extends Periode {
  statut: string;
  objet: string;
  /** The last day first agreed, when it was stopped before. */
  finPrevue: DateCivile | null;
  bilanLe: DateCivile | null;
}

type Attendu = Pick<Point, 'cle' | 'genre' | 'titre'> & { echeance: DateCivile };

function ouvre(date: DateCivile, alsaceMoselle?: boolean): DateCivile {
  const chome = jourSemaine(date) > 5 || nomFerie(date, alsaceMoselle) !== null;
  return chome ? ouvre(ajouterJours(date, 1), alsaceMoselle) : date;
}

/** During the immersion, each on a day of presence: the first day, each week when a project is put to the test, the last. */
function pendant(immersion: ImmersionSuivie): Attendu[] {
  const jours = calendrier(immersion).map(({ date }) => date);
  const premier = jours[0];
  const dernier = jours.at(-1);
  if (premier === undefined || dernier === undefined) return [];
  const points: Attendu[] = [];
  if (premier < dernier) {
    points.push({ cle: 'debut', genre: 'debut', titre: 'Premier jour', echeance: premier });
    if (immersion.objet === 'confirmer') {
      // The last day of presence of each week; the last week has the last day of all.
      const parSemaine = new Map(jours.map((jour) => [lundiDe(jour), jour]));
      for (const [rang, [lundi, jour]] of [...parSemaine].entries())
        if (jour !== premier && jour !== dernier)
          points.push({
            cle: `semaine-${lundi}`,
            genre: 'semaine',
            titre: `Point de la semaine ${rang + 1}`,
            echeance: jour,
          });
    }
  }
  return [...points, { cle: 'fin', genre: 'fin', titre: 'Dernier jour', echeance: dernier }];
}

/** After it, while its bilan is missing. */
function apres({ fin, bilanLe, alsaceMoselle }: ImmersionSuivie): Attendu[] {
  if (fin === null || bilanLe !== null) return [];
  return BILAN_ATTENDU.map((jours, rang) => ({
    cle: `bilan-${jours}`,
    genre: 'bilan',
    titre: rang === 0 ? 'Demander le bilan' : 'Relancer pour le bilan',
    echeance: ouvre(ajouterJours(fin, jours), alsaceMoselle),
  }));
}

/** Points that follow from the dates alone; none before the convention is out, nor once it is refused or cancelled. */
function attendus(immersion: ImmersionSuivie): Attendu[] {
  if (!['prete', 'signee', 'terminee'].includes(immersion.statut)) return [];
  // Stopped before its end: what was to be looked at on the spot has no object any more.
  return [...(immersion.finPrevue === null ? pendant(immersion) : []), ...apres(immersion)];
}

/** The next point that those present agreed on. */
function convenu({ id, contenu, faitLe }: PointGarde): Attendu[] {
  if (contenu.prochain === null || faitLe === null) return [];
  return [
    {
      cle: `suite-${id}`,
      genre: 'suite',
      titre: `Point convenu le ${formaterDate(faitLe)}`,
      echeance: contenu.prochain,
    },
  ];
}

function poser(attendu: Attendu, garde: PointGarde | undefined): Omit<Point, 'etat'> {
  const prevu = attendu.echeance;
  const suivie = garde === undefined || (garde.faitLe === null && garde.contenu.prevu !== prevu);
  return {
    ...attendu,
    id: garde?.id ?? null,
    prevu,
    echeance: suivie ? prevu : garde.echeance,
    faitLe: garde?.faitLe ?? null,
    contenu: garde?.contenu ?? CONTENU_VIDE,
  };
}

/** Follows from the dates alone, not from what people agreed. */
const calcule = (genre: GenrePoint) => genre !== 'suite' && genre !== 'libre';

const TITRES: Record<GenrePoint, string> = {
  debut: 'Premier jour',
  semaine: 'Point de la semaine',
  fin: 'Dernier jour',
  bilan: 'Demande du bilan',
  suite: 'Point convenu',
  libre: 'Point',
};

/** A row on its own: added by hand, or held before the dates moved away from it. */
const seul = ({ id, cle, genre, echeance, faitLe, contenu }: PointGarde): Omit<Point, 'etat'> => ({
  cle,
  id,
  genre,
  titre: contenu.titre || TITRES[genre],
  echeance,
  prevu: echeance,
  faitLe,
  contenu,
});

/**
 * The follow-up points of an immersion, in the order of their days: those worked out from its dates, as they were held,
 * moved or taken off since, and those added by hand. One at most of those worked out asks to be done at a time: the
 * latest that is due.
 */
export function pointsDe(
  immersion: ImmersionSuivie,
  gardes: readonly PointGarde[],
  today: DateCivile,
): Point[] {
  const parCle = new Map(gardes.map((garde) => [garde.cle, garde]));
  const vivante = immersion.statut !== 'annulee' && immersion.statut !== 'refusee';
  const tenus = gardes.filter(({ faitLe, retire }) => faitLe !== null && !retire);
  const suites = vivante ? tenus.flatMap(convenu) : [];
  const calcules = attendus(immersion);
  // Agreed for a day that has its point already: one is enough.
  const utiles = suites.filter(
    ({ cle, echeance }) => parCle.has(cle) || calcules.every((celui) => celui.echeance !== echeance),
  );
  const tous = [...calcules, ...utiles];
  const connues = new Set(tous.map(({ cle }) => cle));
  const poses = tous
    .filter(({ cle }) => parCle.get(cle)?.retire !== true)
    .map((attendu) => poser(attendu, parCle.get(attendu.cle)));
  const restants = gardes
    .filter(({ cle, retire, genre, faitLe }) => {
      if (connues.has(cle) || retire) return false;
      return faitLe !== null || (genre === 'libre' && vivante);
    })
    .map(seul);
  const suivis = [...poses, ...restants];
  const dernierDu = suivis
    .filter(({ genre, echeance }) => calcule(genre) && echeance <= today)
    .reduce((dernier, { echeance }) => (echeance > dernier ? echeance : dernier), '');
  const eteint = immersion.fin !== null && today > ajouterJours(immersion.fin, RAPPEL_BILAN);
  const etat = ({ genre, echeance, faitLe }: Omit<Point, 'etat'>): EtatPoint => {
    if (faitLe !== null) return 'tenu';
    if (echeance > today) return 'a_venir';
    if (calcule(genre) && (echeance < dernierDu || eteint)) return 'passe';
    return echeance === today ? 'du' : 'en_retard';
  };
  return suivis
    .map((point) => ({ ...point, etat: etat(point) }))
    .sort((a, b) => a.echeance.localeCompare(b.echeance) || a.prevu.localeCompare(b.prevu));
}
