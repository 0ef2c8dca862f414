import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { dateLocale } from '../shared/dates.ts';
import { dangerEmplacement } from '../shared/donnees/regles.ts';
import type { Contenu, Danger, Motif, Sauvegarde } from '../shared/donnees/schema.ts';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';
import {
  backupBase,
  backupContents,
  backupPath,
  ETAPES_RESTAURATION,
  ETAPES_SAUVEGARDE,
  type Etape,
  freeBackupId,
  listBackups,
  readContents,
} from './backup.ts';
import { droppedArchives, exportBackup } from './backup-archive.ts';
import { type Avancement, fullCheck, quickCheck, repairSearch } from './check.ts';
import type { FichierProduit } from './contexte.ts';
import {
  isRemote,
  lockFolder,
  NOMS,
  prepareFolder,
  realPath,
  removeLeftovers,
  syncedRoots,
} from './dossier.ts';
import { moveDurably, removeBase } from './durable.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { type Base, closeBase, codeStockage, openBase, RECHERCHE_ABIMEE } from './open.ts';
import { lostPieces } from './pieces.ts';
import { commitRestore, importBackup, prepareRestore, resumeRestore } from './restore.ts';

export interface EtatDepot {
  ouverte: boolean;
  probleme: CodeErreur | null;
  exemples: boolean;
  /** Instant of the last verified backup of the structure's own base. */
  derniereSauvegarde: string | null;
  /** Instant at which the open base was last found sound. */
  verifieeLe: string | null;
  /** Why the last backup of the day could not be made; `null` since one was. */
  echecSauvegarde: CodeErreur | null;
}

/** Backups that carry the current work forward; a base set aside by a restore is the past. */
const COURANTES: readonly Motif[] = ['jour', 'manuelle', 'import', 'migration'];

/** Largest backup that can be brought in through the screen: what the transports carry. */
const FICHIER_MAX = 20_000_000;

const TROP_GROS =
  'Ce fichier est trop gros pour être ajouté d’ici : copiez-le vous-même dans le dossier « sauvegardes », il apparaîtra dans la liste à la prochaine ouverture de Passerelle.';

const RIEN: Avancement = () => undefined;

const codeDe = (erreur: unknown): CodeErreur =>
  erreur instanceof ErreurMetier ? erreur.code : (codeStockage(erreur) ?? 'interne');

/** The data folder, held for this process, and the one base open in it: the structure's own, or the removable examples. */
export class Depot {
  readonly dossier: string;
  private readonly now: () => Date;
  private readonly migrations: readonly Migration[];
  private readonly etape: Etape;
  private readonly surEchec: (erreur: unknown) => void;
  private verrou: Sqlite.Database | null = null;
  private ouverte: Base | null = null;
  private probleme: CodeErreur | null = null;
  private verifieeLe: string | null = null;
  private echecSauvegarde: CodeErreur | null = null;
  /** Day whose backup is made, or was tried: a full disk must not be asked again before each write. */
  private jourFait = '';

  constructor(
    dossier: string,
    now: () => Date,
    options: {
      migrations?: readonly Migration[];
      etape?: Etape;
      /** Receives what made the base unusable, for the local log. */
      surEchec?: (erreur: unknown) => void;
    } = {},
  ) {
    this.dossier = dossier;
    this.now = now;
    this.migrations = options.migrations ?? MIGRATIONS;
    this.etape = options.etape ?? (() => undefined);
    this.surEchec = options.surEchec ?? (() => undefined);
  }

  get cheminReel(): string {
    return join(this.dossier, NOMS.base);
  }

  get cheminExemples(): string {
    return join(this.dossier, NOMS.exemples);
  }

  /** Where the attachments of the open base are. */
  get pieces(): string {
    return join(this.dossier, this.exemples ? NOMS.piecesExemples : NOMS.pieces);
  }

  get exemples(): boolean {
    return existsSync(this.cheminExemples);
  }

  /** Takes the folder and opens the base; a failure is kept for `etat()` and thrown by `base()`, never thrown here. */
  open(): void {
    this.close();
    try {
      prepareFolder(this.dossier);
      this.verrou = lockFolder(this.dossier);
    } catch (erreur) {
      this.echouer(erreur);
      return;
    }
    this.ouvrirBase();
  }

  close(): void {
    this.fermerBase();
    this.verrou?.close();
    this.verrou = null;
  }

  base(): Base {
    if (this.ouverte) return this.ouverte;
    throw new ErreurMetier(this.probleme ?? 'base-fermee');
  }

  etat(): EtatDepot {
    return {
      ouverte: this.ouverte !== null,
      probleme: this.probleme,
      exemples: this.exemples,
      derniereSauvegarde: this.backups().find(({ motif }) => COURANTES.includes(motif))?.le ?? null,
      verifieeLe: this.verifieeLe,
      echecSauvegarde: this.echecSauvegarde,
    };
  }

  /** Backups of the structure's own base, newest first. */
  backups(): Sauvegarde[] {
    return listBackups(this.dossier);
  }

  /**
   * Verified copy of the open base, outside any transaction; `null` for the examples, which need none.
   * Throws when it could not be made: an operation that asked for it first must then not run.
   */
  backup(motif: Motif, avancer: Avancement = RIEN): Sauvegarde | null {
    const { sqlite } = this.base();
    if (this.exemples) return null;
    const etape = this.parEtapes(avancer, ETAPES_SAUVEGARDE);
    const faite = backupBase(sqlite, this.dossier, motif, this.now(), etape);
    this.verifieeLe = this.now().toISOString();
    this.echecSauvegarde = null;
    return faite;
  }

  /**
   * Backup of the day, unless there is one already or nothing to keep. True when `etat()` has changed: it was made, or
   * could not be. A failure is kept there for the screens, and does not stop the work.
   */
  backupOfDay(): boolean {
    const jour = dateLocale(this.now());
    if (this.jourFait === jour || !this.ouverte || this.exemples) return false;
    if (this.ouverte.sqlite.prepare('SELECT 1 FROM structure').get() === undefined) return false;
    this.jourFait = jour;
    if (this.backups().some(({ id, motif }) => motif === 'jour' && id.startsWith(jour))) return false;
    try {
      this.backup('jour');
    } catch (erreur) {
      this.echecSauvegarde = codeDe(erreur);
      this.surEchec(erreur);
      this.signalDamage(erreur);
    }
    return true;
  }

  /**
   * Checks the open base; a search index out of step is rebuilt, a damaged base is closed and `etat()` says so.
   * `complet` also compares indexes and links between records: seconds on a large base.
   */
  check(complet: boolean, avancer: Avancement = RIEN): void {
    const { sqlite } = this.base();
    try {
      if (complet) fullCheck(sqlite, avancer);
      else quickCheck(sqlite);
      repairSearch(sqlite, { rapide: !complet });
      this.verifieeLe = this.now().toISOString();
    } catch (erreur) {
      this.signalDamage(erreur);
    }
  }

  /**
   * Closes the base when an error says that it is damaged: going on could make it worse. True when it did.
   * A damaged search index is rebuilt instead.
   */
  signalDamage(erreur: unknown): boolean {
    if (!this.ouverte) return false;
    if ((erreur as { code?: unknown }).code === RECHERCHE_ABIMEE) {
      repairSearch(this.ouverte.sqlite, { rapide: false });
      return false;
    }
    if (codeStockage(erreur) !== 'base-corrompue') return false;
    this.fermerBase();
    this.echouer(erreur);
    return true;
  }

  /** Names of the attachments whose file vanished or was altered; `complet` reads them all again. */
  lostPieces(complet: boolean): string[] {
    return this.ouverte ? lostPieces(this.ouverte.sqlite, this.pieces, complet) : [];
  }

  /** Puts a backup that was kept elsewhere into the list, once checked. */
  addBackup(contenu: Uint8Array): Sauvegarde {
    this.refuserSansVerrou();
    if (contenu.length > FICHIER_MAX) throw new ErreurMetier('fichier-trop-gros', { message: TROP_GROS });
    const id = importBackup(this.dossier, contenu, this.now(), this.migrations);
    return this.backups().find((sauvegarde) => sauvegarde.id === id)!;
  }

  /** A backup as one file to be kept elsewhere, with the attachments it mentions. */
  exportBackup(id: string): FichierProduit {
    this.refuserInconnue(id);
    if (existsSync(`${backupPath(this.dossier, id)}-wal`)) {
      throw new ErreurMetier('regle', {
        message:
          'Cette base a été mise de côté telle quelle, en plusieurs fichiers : copiez-la depuis le dossier.',
      });
    }
    return exportBackup(this.dossier, id);
  }

  /** What the open base and a backup hold, side by side; `null` for the one that cannot be read. */
  compare(id: string): { sauvegarde: Contenu | null; actuelle: Contenu | null } {
    this.refuserInconnue(id);
    return {
      sauvegarde: backupContents(this.dossier, id),
      actuelle: this.ouverte && !this.exemples ? readContents(this.ouverte.sqlite) : null,
    };
  }

  /**
   * Replaces the structure's own base by a backup. The base replaced becomes a backup itself, so that one can go back.
   * A backup that is damaged or newer is refused before anything is touched.
   */
  restore(id: string, avancer: Avancement = RIEN): void {
    this.refuserSansVerrou();
    if (this.exemples) {
      throw new ErreurMetier('regle', {
        message: 'Retirez d’abord la base d’exemples : une sauvegarde remplace vos propres données.',
      });
    }
    this.refuserInconnue(id);
    const etape = this.parEtapes(avancer, ETAPES_RESTAURATION);
    prepareRestore(this.dossier, id, this.migrations, etape);
    const saine = this.fermerPourEcarter();
    try {
      const ecartee = freeBackupId(this.dossier, this.now(), saine ? 'restauration' : 'ecartee');
      commitRestore(this.dossier, ecartee, etape);
    } finally {
      this.ouvrirBase();
    }
  }

  /** Where the base is, its size in bytes, and what threatens it there. */
  place(): { dossier: string; taille: number; danger: Danger | null } {
    const chemin = this.exemples ? this.cheminExemples : this.cheminReel;
    const taille = (suffixe: string) => statSync(chemin + suffixe, { throwIfNoEntry: false })?.size ?? 0;
    let fichiers: string[] = [];
    try {
      fichiers = readdirSync(this.dossier);
    } catch {
      // The problem screen says so already.
    }
    return {
      dossier: this.dossier,
      taille: taille('') + taille('-wal'),
      danger: dangerEmplacement({
        chemin: realPath(this.dossier),
        fichiers,
        racines: syncedRoots(process.env),
        distant: isRemote(this.dossier),
      }),
    };
  }

  /** Creates the base of examples with `remplir`, and opens it in place of the structure's own. */
  openExamples(remplir: (base: Base) => void): void {
    this.base();
    this.fermerBase();
    const provisoire = `${this.cheminExemples}.tmp`;
    try {
      removeBase(provisoire);
      const base = openBase(provisoire, {
        now: this.now,
        backup: () => undefined,
        migrations: this.migrations,
      });
      try {
        base.sqlite.transaction(() => remplir(base)).immediate();
      } finally {
        closeBase(base);
      }
      this.effacerExemples();
      moveDurably(provisoire, this.cheminExemples);
    } catch (erreur) {
      removeBase(provisoire);
      throw erreur;
    } finally {
      this.ouvrirBase();
    }
  }

  removeExamples(): void {
    this.refuserSansVerrou();
    this.fermerBase();
    try {
      this.effacerExemples();
    } finally {
      this.ouvrirBase();
    }
  }

  /** The folder is locked. Ends what was interrupted, then opens. */
  private ouvrirBase(): void {
    this.probleme = null;
    this.verifieeLe = null;
    try {
      resumeRestore(this.dossier, this.etape);
      removeLeftovers(this.dossier);
      this.absorberArchives();
      const chemin = this.exemples ? this.cheminExemples : this.cheminReel;
      if (!this.exemples) this.refuserVide();
      this.ouverte = openBase(chemin, {
        now: this.now,
        backup: (sqlite) => {
          if (!this.exemples) backupBase(sqlite, this.dossier, 'migration', this.now(), this.etape);
        },
        migrations: this.migrations,
      });
    } catch (erreur) {
      this.echouer(erreur);
    }
  }

  private effacerExemples(): void {
    removeBase(this.cheminExemples);
    rmSync(join(this.dossier, NOMS.piecesExemples), { recursive: true, force: true });
  }

  /** An archive too big for the screen, put by hand among the backups, becomes one of them; a bad one stays there. */
  private absorberArchives(): void {
    for (const chemin of droppedArchives(this.dossier)) {
      try {
        importBackup(this.dossier, readFileSync(chemin), this.now(), this.migrations);
        rmSync(chemin);
      } catch (erreur) {
        this.surEchec(erreur);
      }
    }
  }

  private refuserSansVerrou(): void {
    if (!this.verrou) throw new ErreurMetier(this.probleme ?? 'base-fermee');
  }

  private refuserInconnue(id: string): void {
    if (this.backups().some((sauvegarde) => sauvegarde.id === id)) return;
    throw new ErreurMetier('introuvable', { message: 'Cette sauvegarde n’est plus dans le dossier.' });
  }

  /** A base that has backups existed: opening an empty one in its place would pass for the loss of everything. */
  private refuserVide(): void {
    const taille = statSync(this.cheminReel, { throwIfNoEntry: false })?.size;
    if (taille || this.backups().length === 0) return;
    throw new ErreurMetier(taille === undefined ? 'base-absente' : 'base-corrompue');
  }

  private parEtapes(avancer: Avancement, total: number): Etape {
    let fait = 0;
    avancer(fait, total);
    return (nom) => {
      this.etape(nom);
      fait += 1;
      avancer(fait, total);
    };
  }

  private echouer(erreur: unknown): void {
    this.probleme = codeDe(erreur);
    this.surEchec(erreur);
  }

  private fermerBase(): void {
    if (this.ouverte) closeBase(this.ouverte);
    this.ouverte = null;
  }

  /** Closes the base as one self-contained file; false when it is not open or not sound. */
  private fermerPourEcarter(): boolean {
    let saine = false;
    if (this.ouverte) {
      try {
        quickCheck(this.ouverte.sqlite);
        saine = this.ouverte.sqlite.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
      } catch {
        // Set aside as it is, with its log.
      }
    }
    this.fermerBase();
    return saine;
  }
}
