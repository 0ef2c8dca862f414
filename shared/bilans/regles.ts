import { ajouterJours, ajouterMois, type DateCivile } from '../dates.ts';
import { accorder, enPhrase, formaterDate, formaterDuree, formaterNombre, formaterTaux } from '../format.ts';
import { nomPart } from './libelles.ts';
import type { Bilan, Figure, Mesure, Part, Periode } from './schema.ts';

/** Outcomes that are an agreement. */
export const RESULTATS_ACCORD = ['accord', 'realisee'] as const;

/** Outcome that leaves an organisation called, but not reached. */
export const RESULTAT_SANS_REPONSE = 'sans_reponse';

/** What is counted, in the words printed beside the figures. */
export const DEFINITIONS: readonly { terme: string; texte: string }[] = [
  {
    terme: 'Organisation contactée',
    texte:
      'au moins un échange sur la période, quel qu’en soit le résultat ; comptée une fois, même retirée du réseau depuis.',
  },
  {
    terme: 'Organisation jointe',
    texte: 'contactée, avec au moins un échange dont le résultat n’est pas « Sans réponse ».',
  },
  {
    terme: 'Première fois',
    texte: 'le tout premier échange noté avec l’organisation tombe dans la période.',
  },
  {
    terme: 'Échange',
    texte:
      'appel, visite, courriel, courrier ou réunion ; compte une fois, même avec plusieurs organisations.',
  },
  { terme: 'Accord ou action réalisée', texte: 'échange dont le résultat est « Accord » ou « Réalisée ».' },
  { terme: 'Relance faite', texte: 'marquée faite dans la période ; échue : sa date tombe dans la période.' },
  {
    terme: 'Immersion',
    texte:
      'convention émise dont un jour au moins tombe dans la période ; ni brouillon, ni refusée, ni annulée. Un renouvellement compte pour une immersion de plus.',
  },
  {
    terme: 'Heures d’immersion',
    texte:
      'heures faites, pour les seuls jours de la période : celles de la convention, corrigées des absences et des heures en plus notées au suivi. Une immersion arrêtée compte jusqu’à son dernier jour ; une personne jamais venue, zéro.',
  },
  {
    terme: 'Embauche',
    texte:
      'contrat commencé dans la période chez une organisation du réseau ; comptée même si l’organisation a été retirée depuis.',
  },
  {
    terme: 'Personnes',
    texte: 'chaque salarié compte une fois par ligne : les lignes par objet ne s’additionnent pas.',
  },
];

/** The part of a period already lived; `null` when it has not begun. `arreteAu`: today, when it is not over. */
export function vecue(
  periode: Periode,
  today: DateCivile,
): { bornes: Periode | null; arreteAu: DateCivile | null } {
  if (periode.fin <= today) return { bornes: periode, arreteAu: null };
  return { bornes: periode.debut > today ? null : { debut: periode.debut, fin: today }, arreteAu: today };
}

function estFinDeMois(date: DateCivile): boolean {
  return ajouterJours(date, 1).endsWith('-01');
}

/**
 * The same days one year before, to compare like with like; `null` beyond a year, where the two would overlap.
 * A period that ends with its month is compared with one that ends with it too (28/02/2025 → 29/02/2024).
 */
export function periodePrecedente({ debut, fin }: Periode): Periode | null {
  if (fin >= ajouterMois(debut, 12)) return null;
  const memeJour = ajouterMois(fin, -12);
  return {
    debut: ajouterMois(debut, -12),
    fin: estFinDeMois(fin) ? ajouterJours(ajouterMois(`${memeJour.slice(0, 8)}01`, 1), -1) : memeJour,
  };
}

/** Months a period touches, `AAAA-MM`. */
export function moisDe({ debut, fin }: Periode): string[] {
  const mois: string[] = [];
  for (let premier = `${debut.slice(0, 8)}01`; premier <= fin; premier = ajouterMois(premier, 1)) {
    mois.push(premier.slice(0, 7));
  }
  return mois;
}

/** Months in each kind of period that follows the calendar. */
const MOIS_PAR_GENRE = { annee: 12, semestre: 6, trimestre: 3 } as const;
export type GenrePeriode = keyof typeof MOIS_PAR_GENRE | 'libre';

/** The civil year, half-year or quarter a day belongs to. */
export function periodeDe(genre: Exclude<GenrePeriode, 'libre'>, jour: DateCivile): Periode {
  const longueur = MOIS_PAR_GENRE[genre];
  const rang = Math.trunc((Number(jour.slice(5, 7)) - 1) / longueur);
  const debut = `${jour.slice(0, 4)}-${String(rang * longueur + 1).padStart(2, '0')}-01`;
  return { debut, fin: ajouterJours(ajouterMois(debut, longueur), -1) };
}

/** Year, half-year or quarter when a period is exactly one. */
export function genreDe({ debut, fin }: Periode): GenrePeriode {
  for (const genre of ['annee', 'semestre', 'trimestre'] as const) {
    const civile = periodeDe(genre, debut);
    if (civile.debut === debut && civile.fin === fin) return genre;
  }
  return 'libre';
}

/** The period of the same kind just before (`-1`) or after (`1`); a free one moves by a year. */
export function decaler(periode: Periode, sens: -1 | 1): Periode {
  const genre = genreDe(periode);
  if (genre !== 'libre') {
    return periodeDe(genre, ajouterMois(periode.debut, sens * MOIS_PAR_GENRE[genre]));
  }
  return { debut: ajouterMois(periode.debut, 12 * sens), fin: ajouterMois(periode.fin, 12 * sens) };
}

/** `2025`, `1er semestre 2025`, `4e trimestre 2025`, else `du 01/03/2025 au 15/04/2025`. */
export function nomPeriode(periode: Periode): string {
  const genre = genreDe(periode);
  const annee = periode.debut.slice(0, 4);
  if (genre === 'annee') return annee;
  if (genre === 'libre') return `du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}`;
  const rang = Math.trunc(Number(periode.debut.slice(5, 7)) / MOIS_PAR_GENRE[genre]) + 1;
  return `${rang === 1 ? '1er' : `${rang}e`} ${genre} ${annee}`;
}

/** Heading of the period compared with: `2024`, `mêmes jours de 2024`, or `un an avant`. */
export function nomComparaison(precedente: Periode): string {
  if (genreDe(precedente) !== 'libre') return nomPeriode(precedente);
  const annee = precedente.debut.slice(0, 4);
  return annee === precedente.fin.slice(0, 4) ? `mêmes jours de ${annee}` : 'un an avant';
}

/** The same in a sentence, after « comparé »: `à 2024`, `au 1er trimestre 2024`, `aux mêmes jours de 2024`. */
export function aLaComparaison(precedente: Periode): string {
  const nom = nomComparaison(precedente);
  if (nom === 'un an avant') return 'à la même période un an avant';
  if (genreDe(precedente) === 'libre') return `aux ${nom}`;
  return genreDe(precedente) === 'annee' ? `à ${nom}` : `au ${nom}`;
}

/** Below this base a percentage of change would say more than the figures do. */
const BASE_POURCENTAGE = 20;

/** `+12 %`, `stable` below half a point, `−3` when the older figure is small, `=`; empty when there is none. */
export function evolution({ valeur, precedent }: Mesure, unite: '' | 'h' = ''): string {
  if (precedent === null) return '';
  const diviseur = unite === 'h' ? 60 : 1;
  const ecart = Math.round(valeur / diviseur) - Math.round(precedent / diviseur);
  if (ecart === 0) return '=';
  const signe = ecart > 0 ? '+' : '−';
  const base = precedent / diviseur;
  if (base < BASE_POURCENTAGE) {
    return `${signe}${formaterNombre(Math.abs(ecart))}${unite === 'h' ? '\u00a0h' : ''}`;
  }
  const taux = Math.round((Math.abs(ecart) / base) * 100);
  return taux === 0 ? 'stable' : `${signe}${formaterNombre(taux)}\u00a0%`;
}

/** `12 sur 48 échanges, soit 25 %`: a rate never goes without its base, and an empty base has no rate. */
export function surBase(partie: number, base: number, nom = '', nomPartie = ''): string {
  if (base === 0) return 'pas de taux sans base';
  const dire = (nombre: number, mot: string) => (mot === '' ? formaterNombre(nombre) : accorder(nombre, mot));
  return `${dire(partie, nomPartie)} sur ${dire(base, nom)}, soit ${formaterTaux(partie, base)}`;
}

export interface Indicateur extends Mesure {
  code: string;
  label: string;
  /** A part of the line above it. */
  sous: boolean;
  /** Figure as shown: a number, or a duration. */
  texte: string;
  /** `h` for minutes shown as hours. */
  unite: '' | 'h';
  /** What the figure is out of, or what it is made of, in words. */
  base: string;
  /** Denominator of its rate; `null` when it is not a part of anything. */
  sur: number | null;
  /** The rows that can be opened behind it. */
  figure: Figure;
}

function nombreDe(
  code: Figure,
  label: string,
  mesure: Mesure,
  base: string,
  reste: Partial<Indicateur> = {},
): Indicateur {
  const texte = formaterNombre(mesure.valeur);
  return {
    code,
    label,
    ...mesure,
    texte,
    unite: '',
    base,
    sous: false,
    sur: null,
    figure: code,
    ...reste,
  };
}

function partDe(code: Figure, label: string, mesure: Mesure, sur: number, nom = ''): Indicateur {
  return nombreDe(code, label, mesure, surBase(mesure.valeur, sur, nom), { sur });
}

function direPersonnes({ F, H, inconnu, total }: Bilan['tousObjets']): string {
  const sexes = [
    `${F.personnes} F`,
    `${H.personnes} H`,
    inconnu.personnes > 0 && `${inconnu.personnes} non renseigné`,
  ];
  return `${accorder(total.personnes, 'personne')} (${sexes.filter(Boolean).join(', ')})`;
}

/** `3 personnes (2 F, 1 H), dont 1 commencée avant la période et 1 renouvellement`. */
function direImmersions({ tousObjets, immersionsAnterieures, renouvellements }: Bilan): string {
  const dont = [
    immersionsAnterieures > 0 && `${accorder(immersionsAnterieures, 'commencée')} avant la période`,
    renouvellements > 0 && accorder(renouvellements, 'renouvellement'),
  ].filter(Boolean);
  return direPersonnes(tousObjets) + (dont.length > 0 ? `, dont ${dont.join(' et ')}` : '');
}

/** `2 CDI, 1 intérim`: what hires are made of. */
function direContrats(parts: readonly Part[]): string {
  const presents = parts.filter(({ valeur }) => valeur > 0);
  if (presents.length === 0) return 'aucune notée sur la période';
  return presents
    .map(({ code, valeur }) => `${formaterNombre(valeur)} ${enPhrase(nomPart('contrat', code))}`)
    .join(', ');
}

/** The indicators of a bilan, in the order of the screen, of the page and of the CSV: one definition for the three. */
export function indicateurs(bilan: Bilan): Indicateur[] {
  const { organisations, echanges, relances, immersions } = bilan;
  return [
    nombreDe('organisations', 'Organisations contactées', organisations, 'au moins un échange'),
    { ...partDe('jointes', 'dont jointes', bilan.jointes, organisations.valeur), sous: true },
    { ...partDe('nouvelles', 'dont première fois', bilan.nouvelles, organisations.valeur), sous: true },
    nombreDe(
      'echanges',
      'Échanges',
      echanges,
      `soit ${accorder(bilan.touches, 'contact')} avec une organisation${
        bilan.salariesTouches > 0 ? `, pour ${accorder(bilan.salariesTouches, 'salarié')}` : ''
      }`,
    ),
    partDe('accords', 'Accords et actions réalisées', bilan.accords, echanges.valeur, 'échange'),
    nombreDe(
      'relances',
      'Relances faites',
      relances.faites,
      relances.echues === 0
        ? 'aucune à échéance sur la période'
        : surBase(relances.echuesFaites, relances.echues, 'échue', 'faite'),
    ),
    nombreDe('immersions', 'Immersions', immersions, direImmersions(bilan)),
    {
      ...nombreDe('immersions', 'Heures d’immersion', bilan.minutes, 'faites, dans la période'),
      code: 'minutes',
      texte: formaterDuree(bilan.minutes.valeur),
      unite: 'h',
    },
    nombreDe('embauches', 'Embauches', bilan.embauches, direContrats(bilan.embauchesParContrat)),
  ];
}

export function estVide({ echanges, immersions, relances, embauches }: Bilan): boolean {
  return [echanges, immersions, relances.faites, embauches].every(({ valeur }) => valeur === 0);
}

/** Most bars that stay readable: a year of months (a free one touches 13), three years of quarters, then years. */
const MOIS_DESSINES = 13;
const TRIMESTRES_DESSINES = 13;

export type Pas = 'mois' | 'trimestre' | 'année';

function trimestreDe(mois: string): string {
  return `${mois.slice(0, 4)}-T${Math.ceil(Number(mois.slice(5, 7)) / 3)}`;
}

/** The months of a bilan, or its quarters (`2025-T1`) or years when there are too many months to read. */
export function colonnesDuTemps(parMois: readonly Part[]): { pas: Pas; colonnes: Part[] } {
  if (parMois.length <= MOIS_DESSINES) return { pas: 'mois', colonnes: [...parMois] };
  const trimestres = new Set(parMois.map(({ code }) => trimestreDe(code)));
  const pas = trimestres.size <= TRIMESTRES_DESSINES ? 'trimestre' : 'année';
  const sommes = new Map<string, number>();
  for (const { code, valeur } of parMois) {
    const groupe = pas === 'trimestre' ? trimestreDe(code) : code.slice(0, 4);
    sommes.set(groupe, (sommes.get(groupe) ?? 0) + valeur);
  }
  return { pas, colonnes: [...sommes].map(([code, valeur]) => ({ code, valeur, precedent: null })) };
}
