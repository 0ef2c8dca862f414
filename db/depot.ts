import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeErreur, ErreurMetier } from '../shared/erreurs.ts';
import { type Base, closeBase, codeStockage, openBase } from './open.ts';

/** The data folder and the one base open in it: the structure's own, or the removable base of examples. */
export class Depot {
  readonly dossier: string;
  private readonly now: () => Date;
  private ouverte: Base | null = null;
  private probleme: CodeErreur | null = null;

  constructor(dossier: string, now: () => Date) {
    this.dossier = dossier;
    this.now = now;
  }

  get cheminReel(): string {
    return join(this.dossier, 'passerelle.sqlite');
  }

  get cheminExemples(): string {
    return join(this.dossier, 'exemples.sqlite');
  }

  get exemples(): boolean {
    return existsSync(this.cheminExemples);
  }

  /** Opens the base; a failure is kept for `etat()` and thrown by `base()`, never thrown here. */
  open(): void {
    this.close();
    this.probleme = null;
    try {
      mkdirSync(this.dossier, { recursive: true });
      const chemin = this.exemples ? this.cheminExemples : this.cheminReel;
      this.ouverte = openBase(chemin, { now: this.now, backup: () => undefined });
    } catch (erreur) {
      this.probleme = erreur instanceof ErreurMetier ? erreur.code : (codeStockage(erreur) ?? 'interne');
    }
  }

  close(): void {
    if (this.ouverte) closeBase(this.ouverte);
    this.ouverte = null;
  }

  base(): Base {
    if (this.ouverte) return this.ouverte;
    throw new ErreurMetier(this.probleme ?? 'base-fermee');
  }

  etat(): { ouverte: boolean; probleme: CodeErreur | null; exemples: boolean } {
    return { ouverte: this.ouverte !== null, probleme: this.probleme, exemples: this.exemples };
  }

  /** Creates the base of examples with `remplir`, and opens it in place of the structure's own. */
  openExamples(remplir: (base: Base) => void): void {
    this.close();
    this.supprimerExemples();
    const base = openBase(this.cheminExemples, { now: this.now, backup: () => undefined });
    try {
      base.sqlite.transaction(() => remplir(base)).immediate();
    } catch (erreur) {
      base.sqlite.close();
      this.supprimerExemples();
      this.open();
      throw erreur;
    }
    closeBase(base);
    this.open();
  }

  removeExamples(): void {
    this.close();
    this.supprimerExemples();
    this.open();
  }

  private supprimerExemples(): void {
    for (const suffixe of ['', '-wal', '-shm']) rmSync(this.cheminExemples + suffixe, { force: true });
  }
}
