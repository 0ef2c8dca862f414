import { type DateCivile, dateLocale, ecartJours, lundiDe } from '../dates.ts';
import { formaterDate, formaterHeure, formaterNombre } from '../format.ts';
import type { Danger, Motif, Sauvegarde } from './schema.ts';

/** Backups kept by kind; those of the day also by period, the newest of each. */
const GARDEES: Record<Exclude<Motif, 'jour'>, number> = {
  migration: 3,
  import: 3,
  manuelle: 10,
  restauration: 3,
  ecartee: 3,
  apportee: 3,
};
export const JOURS_GARDES = 7;
export const SEMAINES_GARDEES = 4;
export const MOIS_GARDES = 12;

const jourDe = (id: string): DateCivile => id.slice(0, 10);

/**
 * Backups to delete. Periods are those that hold a backup, not the calendar's: coming back from a long absence
 * never empties the list.
 */
export function aRetirer(ids: readonly Pick<Sauvegarde, 'id' | 'motif'>[]): string[] {
  const recentes = [...ids].sort((a, b) => (a.id < b.id ? 1 : -1));
  const gardees = new Set<string>();
  for (const [motif, nombre] of Object.entries(GARDEES)) {
    for (const { id } of recentes.filter((s) => s.motif === motif).slice(0, nombre)) gardees.add(id);
  }
  const periodes: [number, (jour: DateCivile) => string][] = [
    [JOURS_GARDES, (jour) => jour],
    [SEMAINES_GARDEES, lundiDe],
    [MOIS_GARDES, (jour) => jour.slice(0, 7)],
  ];
  for (const [nombre, periodeDe] of periodes) {
    const vues = new Set<string>();
    for (const { id } of recentes.filter((s) => s.motif === 'jour')) {
      const periode = periodeDe(jourDe(id));
      if (vues.has(periode) || vues.size === nombre) continue;
      vues.add(periode);
      gardees.add(id);
    }
  }
  return recentes.map(({ id }) => id).filter((id) => !gardees.has(id));
}

/** Days without a verified backup after which the screens worry. */
const INQUIETUDE_JOURS = 2;

function heure(instant: Date): string {
  return formaterHeure(instant.getHours() * 60 + instant.getMinutes()).replaceAll(' ', '\u00a0');
}

/** UTC instant → `aujourd’hui à 8 h 02`, `hier à 17 h`, `le 12/11/2026 à 8 h 02`. */
export function formaterMoment(instant: string, maintenant: Date): string {
  const date = new Date(instant);
  const jour = dateLocale(date);
  const ecart = ecartJours(jour, dateLocale(maintenant));
  if (ecart === 0) return `aujourd’hui à ${heure(date)}`;
  if (ecart === 1) return `hier à ${heure(date)}`;
  return `le ${formaterDate(jour)} à ${heure(date)}`;
}

/** Why a backup was made, as the list says it. */
export const LIBELLES_MOTIF: Record<Motif, string> = {
  jour: 'Chaque jour',
  manuelle: 'À votre demande',
  import: 'Avant un import',
  migration: 'Avant une mise à jour',
  restauration: 'Avant une restauration',
  ecartee: 'Base mise de côté',
  apportee: 'Venue d’un fichier',
};

/**
 * The words of the top bar; `alerte` when the last verified backup is missing, failed, or more than two days old,
 * or when the place of the data puts it at risk.
 */
export function phraseSauvegarde(
  { derniere, echec, danger }: { derniere: string | null; echec: boolean; danger: boolean },
  maintenant: Date,
): { texte: string; alerte: boolean } {
  if (echec) return { texte: 'Sauvegarde du jour impossible', alerte: true };
  if (danger) return { texte: 'Données mal placées', alerte: true };
  if (derniere === null) return { texte: 'Pas encore de sauvegarde', alerte: true };
  const ecart = ecartJours(dateLocale(new Date(derniere)), dateLocale(maintenant));
  if (ecart > INQUIETUDE_JOURS) return { texte: `Dernière sauvegarde il y a ${ecart} jours`, alerte: true };
  const moment = formaterMoment(derniere, maintenant).replace(/^aujourd’hui /, '');
  return { texte: `Sauvegarde vérifiée ${moment}`, alerte: false };
}

/** Bytes → `512 ko`, `13,4 Mo`. */
export function formaterTaille(octets: number): string {
  if (octets < 1_000_000) return `${formaterNombre(Math.max(1, Math.round(octets / 1000)))} ko`;
  return `${formaterNombre(octets / 1_000_000, 1)} Mo`;
}

/** What is known of the place of the data folder. */
export interface Emplacement {
  /** Absolute path, links and mapped drives resolved. */
  chemin: string;
  /** Names of the files in the folder. */
  fichiers: readonly string[];
  /** Roots that synchronisation programs declare in the environment, by service. */
  racines: readonly { service: string; chemin: string }[];
  /** The file system is known to be a remote one. */
  distant: boolean;
}

const SERVICES =
  /^(onedrive|dropbox|nextcloud|owncloud|google drive|googledrive|icloud ?drive|pcloud|kdrive)\b/i;
const NOMS: Record<string, string> = {
  onedrive: 'OneDrive',
  dropbox: 'Dropbox',
  nextcloud: 'Nextcloud',
  owncloud: 'ownCloud',
  'google drive': 'Google Drive',
  googledrive: 'Google Drive',
  'icloud drive': 'iCloud Drive',
  iclouddrive: 'iCloud Drive',
  pcloud: 'pCloud',
  kdrive: 'kDrive',
};

/** `passerelle (copie en conflit de …).sqlite`, `passerelle-PC-DE-KARINE.sqlite`, `passerelle.sync-conflict-…`. */
const CONFLIT = /^passerelle(?:[ (.-].*)?\.sqlite$/i;

const parties = (chemin: string) => chemin.replaceAll('\\', '/').split('/').filter(Boolean);

function contient(racine: string, chemin: string): boolean {
  const attendues = parties(racine).map((partie) => partie.toLowerCase());
  const trouvees = parties(chemin).map((partie) => partie.toLowerCase());
  return attendues.length > 0 && attendues.every((partie, rang) => partie === trouvees[rang]);
}

/**
 * Recognises a data folder that a program synchronises or that lives on another machine: SQLite's write-ahead log
 * needs one computer, and a copy taken mid-write is damaged. `null` when nothing is suspect.
 */
export function dangerEmplacement(lieu: Emplacement): Danger | null {
  if (lieu.distant || /^(\\\\|\/\/)(?![?.][\\/](?!UNC))/i.test(lieu.chemin)) {
    return { genre: 'reseau', service: '' };
  }
  const declaree = lieu.racines.find((racine) => contient(racine.chemin, lieu.chemin));
  if (declaree) return { genre: 'synchronise', service: declaree.service };
  for (const partie of parties(lieu.chemin)) {
    const service = SERVICES.exec(partie)?.[1];
    if (service) return { genre: 'synchronise', service: NOMS[service.toLowerCase()] ?? service };
  }
  const copies = lieu.fichiers.filter(
    (nom) => CONFLIT.test(nom) && nom.toLowerCase() !== 'passerelle.sqlite',
  );
  return copies.length > 0 ? { genre: 'conflit', service: '' } : null;
}
