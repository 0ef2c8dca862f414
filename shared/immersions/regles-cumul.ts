import { accorder, formaterDate } from '../format.ts';
import { normaliser } from '../normaliser.ts';
import { DECOMPTE_PRESENCE, type Valeurs } from '../parametres/seuils.ts';
import { autresPassages, estConvenue, joursDe, memeAccueil, type Passage } from './autres.ts';
import type { Constat, Examen } from './dossier.ts';
import {
  dateDe,
  type Etendue,
  fenetresAuBord,
  fenetresDeFinDeMois,
  joursCommuns,
  moisPlusTard,
  type Rang,
  rangDe,
} from './fenetre.ts';
import type { JourPresent } from './horaires.ts';

const rien: Constat[] = [];
const reference = 'D5135-3';
const seuils = ['cumulJours', 'cumulDecompte', 'cumulConventions', 'cumulMois'] as const;

/** A stay with the host; `racine` is the convention it belongs to: a renewal belongs to the one it renews. */
interface Sejour extends Etendue {
  racine: string;
  numero: string;
  objet: string;
  objectifs: string;
  /** Days of presence. */
  presences: readonly Rang[];
}

/** What a window holds: days of the calendar, days of presence, conventions; `racines` are those of the other stays. */
interface Fenetre {
  bornes: Etendue;
  calendaires: number;
  presents: number;
  conventions: number;
  racines: ReadonlySet<string>;
}

const rangsDe = (jours: readonly JourPresent[]) => jours.map(({ date }) => rangDe(date));

const versSejour = (passage: Passage): Sejour => ({
  racine: passage.renouvelleId ?? passage.id,
  numero: passage.numero,
  debut: rangDe(passage.debut),
  fin: rangDe(passage.fin),
  objet: passage.objet,
  objectifs: passage.objectifs,
  presences: rangsDe(joursDe(passage)),
});

/** Days of presence of a stay within a window it shares days with. */
function presencesDans({ debut, fin, presences }: Sejour, bornes: Etendue): number {
  if (debut >= bornes.debut && fin <= bornes.fin) return presences.length;
  let nombre = 0;
  for (const rang of presences) if (rang >= bornes.debut && rang <= bornes.fin) nombre += 1;
  return nombre;
}

function mesurer(sejours: readonly Sejour[], bornes: Etendue): Fenetre {
  let calendaires = 0;
  let presents = 0;
  const racines = new Set<string>();
  for (const sejour of sejours) {
    const communs = joursCommuns(sejour, bornes);
    if (communs === 0) continue;
    calendaires += communs;
    presents += presencesDans(sejour, bornes);
    racines.add(sejour.racine);
  }
  return { bornes, calendaires, presents, conventions: racines.size, racines };
}

/** The other stays, and the windows that begin or end with one of them: measured once, tried with several dates. */
interface Histoire {
  sejours: readonly Sejour[];
  fenetres: readonly Fenetre[];
}

const histoireDe = (sejours: readonly Sejour[], { cumulMois }: Valeurs): Histoire => ({
  sejours,
  fenetres: fenetresAuBord(sejours, cumulMois).map((bornes) => mesurer(sejours, bornes)),
});

/** A window of the others, with `celle` added. */
const ajouter = (
  { bornes, calendaires, presents, conventions, racines }: Fenetre,
  celle: Sejour,
): Fenetre => ({
  bornes,
  calendaires: calendaires + joursCommuns(celle, bornes),
  presents: presents + presencesDans(celle, bornes),
  conventions: racines.has(celle.racine) ? conventions : conventions + 1,
  racines,
});

/** Windows that hold a day of `celle`: the one with the most conventions is among them. */
function fenetresDe(celle: Sejour, { sejours, fenetres }: Histoire, { cumulMois }: Valeurs): Fenetre[] {
  const siennes = fenetresAuBord([celle], cumulMois).map((bornes) => mesurer(sejours, bornes));
  return [...fenetres, ...siennes]
    .filter(({ bornes }) => joursCommuns(celle, bornes) > 0)
    .map((fenetre) => ajouter(fenetre, celle));
}

const compteDe = ({ calendaires, presents }: Fenetre, { cumulDecompte }: Valeurs) =>
  cumulDecompte === DECOMPTE_PRESENCE ? presents : calendaires;

/** The window that holds the most days. */
function pireFenetre(celle: Sejour, autres: Histoire, valeurs: Valeurs): Fenetre {
  const finsDeMois = fenetresDeFinDeMois(celle, valeurs.cumulMois)
    .filter((bornes) => joursCommuns(celle, bornes) > 0)
    .map((bornes) => ajouter(mesurer(autres.sejours, bornes), celle));
  return [...fenetresDe(celle, autres, valeurs), ...finsDeMois].reduce((pire, lue) =>
    compteDe(lue, valeurs) > compteDe(pire, valeurs) ? lue : pire,
  );
}

const dansLaFenetre = (autres: readonly Sejour[], { bornes }: Fenetre) =>
  autres.filter((sejour) => joursCommuns(sejour, bornes) > 0).sort((a, b) => a.debut - b.debut);

const dire = (rang: Rang) => formaterDate(dateDe(rang));

/** « 42 jours déjà faits chez ce même accueil depuis le 03/02/2026 (2026-004, 2026-009) » */
function deja(fenetre: Fenetre, celle: Sejour, tous: readonly Sejour[], valeurs: Valeurs): string {
  const autres = dansLaFenetre(tous, fenetre);
  const [premier] = autres;
  if (!premier) return `Première convention avec cet accueil en ${valeurs.cumulMois} mois`;
  const faits = compteDe(mesurer(autres, fenetre.bornes), valeurs);
  const numeros = [...new Set(autres.map(({ numero }) => numero))].join(', ');
  const s = faits < 2 ? '' : 's';
  const verbe = premier.debut > celle.fin ? `prévu${s}` : `déjà fait${s}`;
  return `${accorder(faits, 'jour')} ${verbe} chez ce même accueil depuis le ${dire(Math.max(premier.debut, fenetre.bornes.debut))} (${numeros})`;
}

/** Both readings of the text, whichever the structure retains. */
const lesDeux = ({ calendaires, presents }: Fenetre) =>
  `${accorder(calendaires, 'jour')} de calendrier, ${accorder(presents, 'jour')} de présence`;

/** The latest last day that keeps within the limit, or null when none does. More days never count for less. */
function dernierJourPossible(celle: Sejour, autres: Histoire, valeurs: Valeurs): Rang | null {
  const tient = (fin: Rang) => {
    const courte = { ...celle, fin, presences: celle.presences.filter((rang) => rang <= fin) };
    return compteDe(pireFenetre(courte, autres, valeurs), valeurs) <= valeurs.cumulJours;
  };
  let [bon, mauvais] = [celle.debut - 1, celle.fin];
  while (mauvais - bon > 1) {
    const milieu = Math.floor((bon + mauvais) / 2);
    if (tient(milieu)) bon = milieu;
    else mauvais = milieu;
  }
  return bon < celle.debut ? null : bon;
}

const enTropDe = (celle: Sejour, autres: Histoire, valeurs: Valeurs) =>
  fenetresDe(celle, autres, valeurs).find(({ conventions }) => conventions > valeurs.cumulConventions);

/** The first day from which one convention more is allowed, after one of those known. */
function possibleDes(celle: Sejour, autres: Histoire, valeurs: Valeurs): Rang | null {
  const duree = celle.fin - celle.debut;
  const departs = autres.sejours.map(({ fin }) => moisPlusTard(fin, valeurs.cumulMois)).sort((a, b) => a - b);
  return (
    departs.find(
      (debut) => debut > celle.debut && !enTropDe({ ...celle, debut, fin: debut + duree }, autres, valeurs),
    ) ?? null
  );
}

interface Portee extends Histoire {
  niveau: 'bloquant' | 'a_voir';
  /** What only drafts would make too much is a plan to look at, not yet against the law. */
  mais: string;
}

function tropDeConventions(celle: Sejour, portee: Portee, valeurs: Valeurs): Constat | null {
  const { sejours, niveau, mais } = portee;
  const trop = enTropDe(celle, portee, valeurs);
  if (!trop) return null;
  const liste = dansLaFenetre(sejours, trop).map(
    ({ numero, debut, fin }) => `la ${numero} du ${dire(debut)} au ${dire(fin)}`,
  );
  const des = possibleDes(celle, portee, valeurs);
  return {
    code: 'cumul',
    niveau,
    titre: `${trop.conventions} conventions dans cet accueil en ${valeurs.cumulMois} mois`,
    phrase: `${accorder(valeurs.cumulConventions, 'convention')} au plus, et il y a déjà ${liste.join(', ')}.${mais}${des ? ` Possible à partir du ${dire(des)}.` : ''}`,
    reference,
    champ: 'organisationId',
    seuils: ['cumulConventions', 'cumulMois'],
  };
}

function tropDeJours(celle: Sejour, portee: Portee, valeurs: Valeurs): Constat | null {
  const { sejours, niveau, mais } = portee;
  const pire = pireFenetre(celle, portee, valeurs);
  const jours = compteDe(pire, valeurs);
  if (jours <= valeurs.cumulJours) return null;
  const jusque = dernierJourPossible(celle, portee, valeurs);
  const conseil = jusque
    ? `Finissez le ${dire(jusque)} au plus tard.`
    : 'Choisissez d’autres dates ou un autre accueil.';
  return {
    code: 'cumul',
    niveau,
    titre: `Cumul dans cet accueil : ${jours} jours sur ${valeurs.cumulJours}`,
    phrase: `${deja(pire, celle, sejours, valeurs)} ; ${valeurs.cumulJours} au plus. Avec celle-ci : ${lesDeux(pire)}.${mais} ${conseil}`,
    reference,
    champ: 'fin',
    seuils,
  };
}

/** A second convention with the host pursues something else. */
function memeObjet(celle: Sejour, autres: readonly Sejour[]): Constat[] {
  const pareille = autres.find(
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
  const celle: Sejour = {
    racine: renouvelleId ?? '',
    numero: '',
    debut: rangDe(debut),
    fin: rangDe(fin),
    objet,
    objectifs,
    presences: rangsDe(jours),
  };
  const depuis = dateDe(moisPlusTard(celle.debut, -valeurs.cumulMois) - 1);
  // Somebody may have a long history; what is over since more than the window plays no part in it.
  const passages = autresPassages(examen).filter(
    (autre) => autre.fin >= depuis && memeAccueil(examen, autre),
  );
  const tous = passages.map(versSejour);
  const convenus = tous.filter((_, rang) => estConvenue(passages[rang]!));
  const entiere = histoireDe(tous, valeurs);
  const portees: Portee[] =
    convenus.length < tous.length
      ? [
          { ...histoireDe(convenus, valeurs), niveau: 'bloquant', mais: '' },
          { ...entiere, niveau: 'a_voir', mais: ' Brouillons compris.' },
        ]
      : [{ ...entiere, niveau: 'bloquant', mais: '' }];
  for (const portee of portees) {
    const trop = tropDeConventions(celle, portee, valeurs) ?? tropDeJours(celle, portee, valeurs);
    if (trop) return [trop];
  }
  const pire = pireFenetre(celle, entiere, valeurs);
  return [
    {
      code: 'cumul',
      niveau: 'juste',
      titre: `Cumul dans cet accueil : ${compteDe(pire, valeurs)} jours sur ${valeurs.cumulJours}`,
      phrase: `${deja(pire, celle, tous, valeurs)} ; en tout ${lesDeux(pire)}.`,
      reference,
      seuils,
    },
    ...memeObjet(celle, dansLaFenetre(tous, pire)),
  ];
}
