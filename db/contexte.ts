import type { Livraison } from '../shared/livraison.ts';
import type { Depot } from './depot.ts';
import type { Base } from './open.ts';

export interface FichierProduit {
  nom: string;
  type: string;
  contenu: Uint8Array;
}

/** Everything an operation needs from outside, so that it runs in a test without a window. */
export interface Ports {
  clock: { now(): Date };
  ids: { next(): string };
  /** Hands a produced file to the user; the renderer never sees a path. */
  files: {
    deliver(fichier: FichierProduit): Promise<Livraison>;
    /** Shows a copy of a document in the program the system opens it with. */
    open(fichier: FichierProduit): Promise<Livraison>;
    openDataFolder(): Promise<void>;
  };
  /** A4, tagged. Throws `pdf-indisponible`. */
  pdf: { generate(html: string): Promise<Uint8Array> };
  /** Publishes a scriptless page at its own address, for preview and print. */
  pages: { publish(html: string): Promise<string> };
  /** One long task at a time: `begin` forgets an older request to stop. */
  tasks: { begin(): void; progress(fait: number, total: number): void; cancelled(): boolean };
  log(niveau: 'info' | 'erreur', message: string): void;
}

export interface Contexte extends Ports {
  /** The open base; throws the storage error when there is none. */
  readonly db: Base;
  readonly depot: Depot;
  /** Today, in the machine's own time zone. */
  readonly today: string;
  /** Instant of the operation, UTC ISO. */
  readonly instant: string;
}
