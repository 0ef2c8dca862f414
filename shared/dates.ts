/** Civil dates are `AAAA-MM-JJ` strings everywhere: they sort, compare and travel as they are. */
export type DateCivile = string;

const MOTIF = /^(\d{4})-(\d{2})-(\d{2})$/;
const JOUR_MS = 86_400_000;

function enUtc(date: DateCivile): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

function depuisUtc(instant: number): DateCivile {
  return new Date(instant).toISOString().slice(0, 10);
}

/** True when the text is an existing day between 1900 and 2199. */
export function estDateCivile(texte: string): boolean {
  const parties = MOTIF.exec(texte);
  if (!parties) return false;
  const annee = Number(parties[1]);
  return annee >= 1900 && annee < 2200 && depuisUtc(enUtc(texte)) === texte;
}

/**
 * Reads a date as people type it: `24/03/2026`, `24/3`, `24.03.26`, `24 3`, `24032026`, `240326`, `2026-03-24`.
 * Without a year it is the one of `today`, or the nearest such day on the side `sens` asks for. Two-digit years
 * reach ten years ahead, then fall back to the last century (birth dates). `null` when no such day exists.
 */
export function lireDate(saisie: string, today: DateCivile, sens?: 'passe' | 'avenir'): DateCivile | null {
  const propre = saisie.normalize('NFKC').trim();
  if (estDateCivile(propre)) return propre;
  const parties =
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(propre) ??
    /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?$/.exec(propre);
  if (!parties) return null;
  const [, jour, mois, anneeLue] = parties as unknown as [string, string, string, string | undefined];
  const courante = Number(today.slice(0, 4));
  const le = (annee: number) => {
    const date = `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`;
    return estDateCivile(date) ? date : null;
  };
  if (anneeLue === undefined) {
    const date = le(courante);
    if (date && sens === 'passe' && date > today) return le(courante - 1);
    if (date && sens === 'avenir' && date < today) return le(courante + 1);
    return date;
  }
  if (anneeLue.length === 4) return le(Number(anneeLue));
  const recente = 2000 + Number(anneeLue);
  return le(recente > courante + 10 ? recente - 100 : recente);
}

/** The civil date of an instant in the machine's own time zone. */
export function dateLocale(instant: Date): DateCivile {
  const mois = String(instant.getMonth() + 1).padStart(2, '0');
  const jour = String(instant.getDate()).padStart(2, '0');
  return `${instant.getFullYear()}-${mois}-${jour}`;
}

export function ajouterJours(date: DateCivile, jours: number): DateCivile {
  const jour = Number(date.slice(8)) + jours;
  // Days that every month has need no calendar, and are nearly all of them.
  if (jour >= 1 && jour <= 28) return `${date.slice(0, 8)}${String(jour).padStart(2, '0')}`;
  return depuisUtc(enUtc(date) + jours * JOUR_MS);
}

/** Adds months *de quantième à quantième*; a day that the month lacks becomes its last day (31/01 + 1 → 28/02). */
export function ajouterMois(date: DateCivile, mois: number): DateCivile {
  const [annee, moisCourant, jour] = date.split('-').map(Number) as [number, number, number];
  const dernier = new Date(Date.UTC(annee, moisCourant - 1 + mois + 1, 0)).getUTCDate();
  return depuisUtc(Date.UTC(annee, moisCourant - 1 + mois, Math.min(jour, dernier)));
}

/** Days from `debut` to `fin`; negative when `fin` comes first. */
export function ecartJours(debut: DateCivile, fin: DateCivile): number {
  return Math.round((enUtc(fin) - enUtc(debut)) / JOUR_MS);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function jourSemaine(date: DateCivile): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (new Date(enUtc(date)).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Monday of the week of a date. */
export function lundiDe(date: DateCivile): DateCivile {
  return ajouterJours(date, 1 - jourSemaine(date));
}

/** Completed years between a birth date and a day. Born on 29/02: the birthday is 01/03 in common years. */
export function ageAu(naissance: DateCivile, jour: DateCivile): number {
  const annees = Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4));
  return jour.slice(5) < naissance.slice(5) ? annees - 1 : annees;
}

function paques(annee: number): DateCivile {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const mois = Math.floor((h + l - 7 * m + 114) / 31);
  const jour = ((h + l - 7 * m + 114) % 31) + 1;
  return depuisUtc(Date.UTC(annee, mois - 1, jour));
}

/**
 * Legal holidays of a year in metropolitan France: art. L3133-1 du code du travail, and in Alsace and Moselle two more,
 * art. L3134-13. Date → name.
 */
export function joursFeries(annee: number, alsaceMoselle = false): ReadonlyMap<DateCivile, string> {
  const cle = `${annee} ${alsaceMoselle}`;
  let connus = feries.get(cle);
  if (!connus) {
    connus = calculerFeries(annee, alsaceMoselle);
    feries.set(cle, connus);
  }
  return connus;
}

/** Calendars ask for the same few years, day after day. */
const feries = new Map<string, ReadonlyMap<DateCivile, string>>();

function calculerFeries(annee: number, alsaceMoselle: boolean): ReadonlyMap<DateCivile, string> {
  const dimanche = paques(annee);
  const locaux = [
    [ajouterJours(dimanche, -2), 'Vendredi saint'],
    [`${annee}-12-26`, 'Saint-Étienne'],
  ] as const;
  return new Map([
    ...(alsaceMoselle ? locaux : []),
    [`${annee}-01-01`, 'jour de l’An'],
    [ajouterJours(dimanche, 1), 'lundi de Pâques'],
    [`${annee}-05-01`, 'fête du Travail'],
    [`${annee}-05-08`, 'Victoire de 1945'],
    [ajouterJours(dimanche, 39), 'Ascension'],
    [ajouterJours(dimanche, 50), 'lundi de Pentecôte'],
    [`${annee}-07-14`, 'fête nationale'],
    [`${annee}-08-15`, 'Assomption'],
    [`${annee}-11-01`, 'Toussaint'],
    [`${annee}-11-11`, 'Armistice de 1918'],
    [`${annee}-12-25`, 'Noël'],
  ]);
}
