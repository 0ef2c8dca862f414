import type { z } from 'zod';
import { type Contrat, contrat, type NomOperation } from '../shared/contrat.ts';
import { dateLocale } from '../shared/dates.ts';
import { type Enveloppe, ErreurMetier, PHRASES } from '../shared/erreurs.ts';
import { CONFIRMEE, type Operation, type Table } from '../shared/operation.ts';
import { champsDe } from '../shared/validation.ts';
import type { Contexte, Ports } from './contexte.ts';
import type { Depot } from './depot.ts';
import { bilansCites, malgreLesBilans } from './garde-bilans.ts';
import { codeStockage } from './open.ts';
import { operations } from './operations.ts';

export type Implementations = {
  [N in NomOperation]: (
    contexte: Contexte,
    entree: z.output<Contrat[N]['entree']>,
  ) => z.input<Contrat[N]['sortie']> | Promise<z.input<Contrat[N]['sortie']>>;
};

/** Operations slower than this (ms) leave a line in the log. */
const LENTE = 40;

/**
 * The only door: name → own property of the contract → strict parse → operation → envelope. Never throws.
 * Writes run one at a time, each in one transaction; reads wait for the write in progress.
 */
export class Dispatch {
  private ecritureEnCours: Promise<unknown> = Promise.resolve();
  private readonly depot: Depot;
  private readonly ports: Ports;
  private readonly annoncer: (tables: readonly Table[]) => void;

  constructor(depot: Depot, ports: Ports, annoncer: (tables: readonly Table[]) => void) {
    this.depot = depot;
    this.ports = ports;
    this.annoncer = annoncer;
  }

  async appeler(nom: unknown, charge: unknown): Promise<Enveloppe<unknown>> {
    if (nom === CONFIRMEE) {
      const { operation, entree } = (charge ?? {}) as { operation?: unknown; entree?: unknown };
      return this.repondre(operation, entree, true);
    }
    return this.repondre(nom, charge, false);
  }

  /** `confirme`: the user knows that issued bilans stand on what it takes away. */
  private async repondre(nom: unknown, charge: unknown, confirme: boolean): Promise<Enveloppe<unknown>> {
    const debut = performance.now();
    try {
      if (typeof nom !== 'string' || !Object.hasOwn(contrat, nom))
        throw new ErreurMetier('operation-inconnue');
      const operation: Operation = contrat[nom as NomOperation];
      const lu = operation.entree.safeParse(charge);
      if (!lu.success) throw new ErreurMetier('entree-invalide', { champs: champsDe(lu.error) });
      const value = await this.executer(nom as NomOperation, operation, lu.data, confirme);
      if (operation.genre !== 'lecture') this.annoncer(operation.tables);
      return { ok: true, value };
    } catch (erreur) {
      return this.enveloppeErreur(nom, erreur);
    } finally {
      const duree = performance.now() - debut;
      if (duree > LENTE) this.ports.log('info', `lente ${String(nom).slice(0, 60)} ${Math.round(duree)} ms`);
    }
  }

  private async executer(
    nom: NomOperation,
    operation: Operation,
    entree: unknown,
    confirme: boolean,
  ): Promise<unknown> {
    const executer = () =>
      (operations[nom] as (contexte: Contexte, entree: unknown) => unknown)(this.contexte(), entree);
    if (operation.genre === 'lecture') {
      await this.ecritureEnCours;
      return executer();
    }
    const lancer = confirme ? () => malgreLesBilans(this.depot.base().sqlite, executer) : executer;
    const tour = this.ecritureEnCours.then(() =>
      operation.genre === 'entretien' ? lancer() : this.ecrire(lancer),
    );
    this.ecritureEnCours = tour.catch(() => undefined);
    return tour;
  }

  private ecrire(lancer: () => unknown): Promise<unknown> {
    // What the day is about to change is kept as it was.
    if (this.depot.backupOfDay()) this.annoncer(['donnees']);
    return this.dansUneTransaction(lancer);
  }

  private async dansUneTransaction(lancer: () => unknown): Promise<unknown> {
    const { sqlite } = this.depot.base();
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      const value = await lancer();
      sqlite.exec('COMMIT');
      return value;
    } catch (erreur) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw erreur;
    }
  }

  private contexte(): Contexte {
    const { depot, ports } = this;
    const maintenant = ports.clock.now();
    return {
      ...ports,
      depot,
      get db() {
        return depot.base();
      },
      today: dateLocale(maintenant),
      instant: maintenant.toISOString(),
    };
  }

  private enveloppeErreur(nom: unknown, erreur: unknown): Enveloppe<never> {
    if (erreur instanceof ErreurMetier) {
      return { ok: false, error: { code: erreur.code, message: erreur.message, champs: erreur.champs } };
    }
    const cites = bilansCites(this.depot, erreur);
    if (cites) return { ok: false, error: { code: 'fige', message: cites } };
    const reference = this.noter(nom, erreur);
    if (this.depot.signalDamage(erreur)) this.annoncer(['donnees']);
    const code = codeStockage(erreur) ?? 'interne';
    return { ok: false, error: { code, message: PHRASES[code], reference } };
  }

  /** Writes the failure to the local log; returns its reference there. */
  private noter(nom: unknown, erreur: unknown): string {
    const reference = this.ports.ids.next().slice(-8);
    const detail = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
    this.ports.log('erreur', `${reference} ${String(nom).slice(0, 60)} ${detail}`);
    return reference;
  }
}
