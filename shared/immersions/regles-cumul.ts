import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate } from '../format.ts';
import { normaliser } from '../normaliser.ts';
import { autresPassages, estConvenue, joursDe, memeAccueil, type Passage } from './autres.ts';
import type { Constat, Examen } from './dossier.ts';
import { type Bornes, clotureDe, joursCommuns, ouverturesUtiles } from './fenetre.ts';
import type { JourPresent } from './horaires.ts';
import { DECOMPTE_PRESENCE, type Valeurs } from './seuils.ts';

const rien: Constat[] = [];
const reference = 'D5135-3';
const seuils = ['cumulJours', 'cumulDecompte', 'cumulConventions', 'cumulMois'] as const;

/** A stay with the host; `racine` is the convention it belongs to: a renewal belongs to the one it renews. */
interface Sejour extends Bornes {
  racine: string;
  numero: string;
  objet: string;
  objectifs: string;
  jours: readonly JourPresent[];
}

interface Fenetre {
  bornes: Bornes;
  retenus: readonly Sejour[];
  /** Days of the calendar, days of presence, conventions. */
  calendaires: number;
  presents: number;
  conventions: number;
}

const versSejour = (passage: Passage): Sejour => ({
  racine: passage.renouvelleId ?? passage.id,
  numero: passage.numero,
  debut: passage.debut,
  fin: passage.fin,
  objet: passage.objet,
  objectifs: passage.objectifs,
  jours: joursDe(passage),
});

function mesurer(sejours: readonly Sejour[], bornes: Bornes): Fenetre {
  let calendaires = 0;
  let presents = 0;
  const retenus: Sejour[] = [];
  for (const sejour of sejours) {
    const communs = joursCommuns(sejour, bornes);
    if (communs === 0) continue;
    retenus.push(sejour);
    calendaires += communs;
    const entier = sejour.debut >= bornes.debut && sejour.fin <= bornes.fin;
    presents += entier
      ? sejour.jours.length
      : sejour.jours.filter(({ date }) => date >= bornes.debut && date <= bornes.fin).length;
  }
  const conventions = new Set(retenus.map(({ racine }) => racine)).size;
  return { bornes, retenus, calendaires, presents, conventions };
}

/** Windows in a row that hold a day of `celle`, the worst among them for certain. */
function fenetresDe(celle: Sejour, autres: readonly Sejour[], { cumulMois }: Valeurs): Fenetre[] {
  // Those too far to share a window are left out: the history of a person may be long, the window is not.
  const proches = autres.filter(
    ({ debut, fin }) =>
      fin >= ajouterMois(celle.debut, -cumulMois) && debut <= ajouterMois(celle.fin, cumulMois),
  );
  const sejours = [...proches, celle];
  return ouverturesUtiles(sejours, cumulMois).flatMap((debut) => {
    const bornes = { debut, fin: clotureDe(debut, cumulMois) };
    return joursCommuns(celle, bornes) === 0 ? [] : [mesurer(sejours, bornes)];
  });
}

const compteDe = ({ calendaires, presents }: Fenetre, { cumulDecompte }: Valeurs) =>
  cumulDecompte === DECOMPTE_PRESENCE ? presents : calendaires;

/** The window that holds the most days. */
export function pireFenetre(celle: Sejour, autres: readonly Sejour[], valeurs: Valeurs): Fenetre {
  return fenetresDe(celle, autres, valeurs).reduce((pire, lue) =>
    compteDe(lue, valeurs) > compteDe(pire, valeurs) ? lue : pire,
  );
}

/** « 42 jours déjà faits chez ce même accueil depuis le 03/02/2026 (2026-004, 2026-009) » */
function deja(fenetre: Fenetre, celle: Sejour, valeurs: Valeurs): string {
  const autres = fenetre.retenus.filter((sejour) => sejour !== celle);
  if (autres.length === 0) return `Première convention avec cet accueil en ${valeurs.cumulMois} mois`;
  const faits = compteDe(mesurer(autres, fenetre.bornes), valeurs);
  const depuis = autres.reduce((premier, { debut }) => (debut < premier ? debut : premier), autres[0]!.debut);
  const dans = depuis < fenetre.bornes.debut ? fenetre.bornes.debut : depuis;
  const numeros = [...new Set(autres.map(({ numero }) => numero))].join(', ');
  const verbe = autres.every(({ debut }) => debut > celle.fin)
    ? faits < 2
      ? 'prévu'
      : 'prévus'
    : faits < 2
      ? 'déjà fait'
      : 'déjà faits';
  return `${accorder(faits, 'jour')} ${verbe} chez ce même accueil depuis le ${formaterDate(dans)} (${numeros})`;
}

/** Both readings of the text, whichever the structure retains. */
const lesDeux = ({ calendaires, presents }: Fenetre) =>
  `${accorder(calendaires, 'jour')} de calendrier, ${accorder(presents, 'jour')} de présence`;

/** The latest last day that keeps within the limit, or null when none does. */
function dernierJourPossible(celle: Sejour, autres: readonly Sejour[], valeurs: Valeurs): DateCivile | null {
  for (let fin = ajouterJours(celle.fin, -1); fin >= celle.debut; fin = ajouterJours(fin, -1)) {
    const courte = { ...celle, fin, jours: celle.jours.filter(({ date }) => date <= fin) };
    if (compteDe(pireFenetre(courte, autres, valeurs), valeurs) <= valeurs.cumulJours) return fin;
  }
  return null;
}

const enTropDe = (celle: Sejour, autres: readonly Sejour[], valeurs: Valeurs) =>
  fenetresDe(celle, autres, valeurs).find(({ conventions }) => conventions > valeurs.cumulConventions);

/** The first day from which one convention more is allowed, all those known being over by then. */
function possibleDes(celle: Sejour, autres: readonly Sejour[], valeurs: Valeurs): DateCivile | null {
  const duree = ecartJours(celle.debut, celle.fin);
  const departs = autres.map(({ fin }) => ajouterMois(fin, valeurs.cumulMois)).sort();
  return (
    departs.find((debut) => {
      if (debut <= celle.debut) return false;
      return !enTropDe({ ...celle, debut, fin: ajouterJours(debut, duree) }, autres, valeurs);
    }) ?? null
  );
}

interface Portee {
  sejours: readonly Sejour[];
  niveau: 'bloquant' | 'a_voir';
  /** What only drafts would make too much is a plan to look at, not yet against the law. */
  mais: string;
}

function tropDeConventions(celle: Sejour, portee: Portee, valeurs: Valeurs): Constat | null {
  const { sejours, niveau, mais } = portee;
  const trop = enTropDe(celle, sejours, valeurs);
  if (!trop) return null;
  const autres = trop.retenus.filter((sejour) => sejour !== celle);
  const liste = autres.map(
    ({ numero, debut, fin }) => `la ${numero} du ${formaterDate(debut)} au ${formaterDate(fin)}`,
  );
  const des = possibleDes(celle, sejours, valeurs);
  return {
    code: 'cumul',
    niveau,
    titre: `${trop.conventions} conventions dans cet accueil en ${valeurs.cumulMois} mois`,
    phrase: `${accorder(valeurs.cumulConventions, 'convention')} au plus, et il y a déjà ${liste.join(', ')}.${mais}${des ? ` Possible à partir du ${formaterDate(des)}.` : ''}`,
    reference,
    champ: 'organisationId',
    seuils: ['cumulConventions', 'cumulMois'],
  };
}

function tropDeJours(celle: Sejour, portee: Portee, valeurs: Valeurs): Constat | null {
  const { sejours, niveau, mais } = portee;
  const pire = pireFenetre(celle, sejours, valeurs);
  const jours = compteDe(pire, valeurs);
  if (jours <= valeurs.cumulJours) return null;
  const jusque = dernierJourPossible(celle, sejours, valeurs);
  const conseil = jusque
    ? `Finissez le ${formaterDate(jusque)} au plus tard.`
    : 'Choisissez d’autres dates ou un autre accueil.';
  return {
    code: 'cumul',
    niveau,
    titre: `Cumul dans cet accueil : ${jours} jours sur ${valeurs.cumulJours}`,
    phrase: `${deja(pire, celle, valeurs)} ; ${valeurs.cumulJours} au plus. Avec celle-ci : ${lesDeux(pire)}.${mais} ${conseil}`,
    reference,
    champ: 'fin',
    seuils,
  };
}

/** A second convention with the host pursues something else. */
function memeObjet(celle: Sejour, pire: Fenetre): Constat[] {
  const pareille = pire.retenus.find(
    (sejour) =>
      sejour.racine !== celle.racine &&
      sejour.objet === celle.objet &&
      celle.objectifs !== '' &&
      normaliser(sejour.objectifs) === normaliser(celle.objectifs),
  );
  if (!pareille) return rien;
  return [
    {
      code: 'cumul-objet',
      niveau: 'a_voir',
      titre: `Mêmes objet et objectifs que la ${pareille.numero}`,
      phrase:
        'Une seconde convention dans le même accueil poursuit un autre objet ou d’autres objectifs. Sinon, renouvelez la première.',
      reference,
      champ: 'objectifs',
    },
  ];
}

/**
 * D5135-3: same person, same host, any twelve months in a row: two conventions and 60 days at most, renewals included
 * in the days, with different objets or objectifs. Every window that holds this immersion is tried. Conventions that
 * are only drafted never block: they are looked at after those that were agreed.
 */
export function controlerCumul(examen: Examen): Constat[] {
  const { saisie, salarie, organisation, valeurs, jours } = examen;
  const { debut, fin, objet, objectifs, renouvelleId } = saisie;
  if (!salarie || !organisation || debut === null || fin === null || fin < debut) return rien;
  const celle: Sejour = { racine: renouvelleId ?? '', numero: '', debut, fin, objet, objectifs, jours };
  const passages = autresPassages(examen).filter((autre) => memeAccueil(examen, autre));
  const tous = passages.map(versSejour);
  const portees: Portee[] = [
    { sejours: passages.filter(estConvenue).map(versSejour), niveau: 'bloquant', mais: '' },
    { sejours: tous, niveau: 'a_voir', mais: ' Brouillons compris.' },
  ];
  for (const portee of portees) {
    const trop = tropDeConventions(celle, portee, valeurs) ?? tropDeJours(celle, portee, valeurs);
    if (trop) return [trop];
  }
  const pire = pireFenetre(celle, tous, valeurs);
  return [
    {
      code: 'cumul',
      niveau: 'juste',
      titre: `Cumul dans cet accueil : ${compteDe(pire, valeurs)} jours sur ${valeurs.cumulJours}`,
      phrase: `${deja(pire, celle, valeurs)} ; en tout ${lesDeux(pire)}.`,
      reference,
      seuils,
    },
    ...memeObjet(celle, pire),
  ];
}
