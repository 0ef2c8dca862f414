import { Worker } from 'node:worker_threads';
import { type Enveloppe, ErreurMetier } from '../shared/erreurs.ts';
import type { Evenement } from '../shared/pont.ts';
import {
  type DemarrageDonnees,
  type DepuisDonnees,
  refus,
  type Services,
  type VersDonnees,
} from './messages.ts';

/** Longest wait (ms) for the base to close before the thread is stopped anyway: SQLite's journal survives that. */
const PATIENCE = 5000;

interface Ecoute {
  diffuser(evenement: Evenement): void;
  /** The thread died without being asked to: nothing will answer any more. */
  surPanne?(erreur: unknown): void;
}

/** The host's side of the data thread: calls in, envelopes and events out. */
export class Donnees {
  private readonly fil: Worker;
  private readonly annulation = new SharedArrayBuffer(4);
  private readonly attentes = new Map<number, (enveloppe: Enveloppe<unknown>) => void>();
  private readonly services: Services;
  private readonly ecoute: Ecoute;
  private readonly patience: number;
  private prochain = 0;
  private vivant = true;
  private arret: Promise<void> | null = null;

  constructor(
    script: string | URL,
    dossier: string,
    services: Services,
    ecoute: Ecoute,
    patience = PATIENCE,
  ) {
    this.services = services;
    this.ecoute = ecoute;
    this.patience = patience;
    const workerData: DemarrageDonnees = { dossier, annulation: this.annulation };
    this.fil = new Worker(script, { workerData });
    this.fil.on('message', (message: DepuisDonnees) => this.recevoir(message));
    this.fil.on('error', (erreur) => this.abandonner(erreur));
    this.fil.on('exit', () => this.abandonner(null));
  }

  /** Never rejects: a dead thread answers `interne`. */
  appeler(nom: unknown, charge: unknown): Promise<Enveloppe<unknown>> {
    if (!this.vivant) return Promise.resolve(refus('interne'));
    const id = ++this.prochain;
    return new Promise((resoudre) => {
      this.attentes.set(id, resoudre);
      this.envoyer({ type: 'appel', id, nom, charge });
    });
  }

  /** Asks the long task in progress to stop. */
  annuler(): void {
    Atomics.store(new Int32Array(this.annulation), 0, 1);
  }

  /** Closes the base cleanly, then the thread; a thread that does not answer is stopped after `patience`. */
  fermer(): Promise<void> {
    this.arret ??= this.arreter();
    return this.arret;
  }

  private async arreter(): Promise<void> {
    if (!this.vivant) return;
    const sorti = new Promise<void>((resoudre) => this.fil.once('exit', () => resoudre()));
    this.annuler();
    this.envoyer({ type: 'arret' });
    const minuterie = setTimeout(() => void this.fil.terminate(), this.patience);
    await sorti;
    clearTimeout(minuterie);
  }

  private envoyer(message: VersDonnees): void {
    this.fil.postMessage(message);
  }

  private recevoir(message: DepuisDonnees): void {
    if (message.type === 'resultat') {
      this.attentes.get(message.id)?.(message.enveloppe);
      this.attentes.delete(message.id);
    } else if (message.type === 'evenement') this.ecoute.diffuser(message.evenement);
    else if (message.type === 'service') void this.servir(message.id, message.nom, message.argument);
  }

  private async servir(id: number, nom: keyof Services, argument: unknown): Promise<void> {
    try {
      const valeur = await (this.services[nom] as (argument: unknown) => Promise<unknown>)(argument);
      this.envoyer({ type: 'reponse', id, valeur });
    } catch (erreur) {
      const code = erreur instanceof ErreurMetier ? erreur.code : null;
      const message = erreur instanceof Error ? erreur.message : String(erreur);
      this.envoyer({ type: 'reponse', id, echec: { code, message } });
    }
  }

  private abandonner(erreur: unknown): void {
    if (!this.vivant) return;
    this.vivant = false;
    for (const resoudre of this.attentes.values()) resoudre(refus('interne'));
    this.attentes.clear();
    if (this.arret === null) this.ecoute.surPanne?.(erreur);
  }
}
