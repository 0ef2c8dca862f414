import type { FichierProduit } from '../db/contexte.ts';
import { type CodeErreur, type Enveloppe, PHRASES } from '../shared/erreurs.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Evenement } from '../shared/pont.ts';

/** Largest input of an operation (characters of JSON): a 20 MB file in base64 and what goes with it. */
export const CHARGE_MAX = 30_000_000;

/** What a transport carries: calls in, envelopes out, and the stop button. */
export interface Application {
  appeler(nom: unknown, charge: unknown): Promise<Enveloppe<unknown>>;
  annuler(): void;
}

/** What the data thread may ask of the host's main thread, and what it gets back. */
export interface Services {
  pdf: (html: string) => Promise<Uint8Array>;
  page: (html: string) => Promise<string>;
  fichier: (fichier: FichierProduit) => Promise<Livraison>;
  ouvrir: (fichier: FichierProduit) => Promise<Livraison>;
  ouvrirDossier: () => Promise<void>;
}

/** Why a service failed: `code` when the host refused on purpose, `null` when something broke. */
export interface Echec {
  code: CodeErreur | null;
  message: string;
}

export type VersDonnees =
  | { type: 'appel'; id: number; nom: unknown; charge: unknown }
  | { type: 'reponse'; id: number; valeur?: unknown; echec?: Echec }
  | { type: 'arret' };

export type DepuisDonnees =
  | { type: 'resultat'; id: number; enveloppe: Enveloppe<unknown> }
  | { type: 'service'; id: number; nom: keyof Services; argument: unknown }
  | { type: 'evenement'; evenement: Evenement }
  | { type: 'arrete' };

export interface DemarrageDonnees {
  dossier: string;
  /** One Int32: set to 1 by the host to ask the running import to stop. */
  annulation: SharedArrayBuffer;
}

/** A refusal made by the host itself, before any operation. */
export function refus(code: CodeErreur): Enveloppe<never> {
  return { ok: false, error: { code, message: PHRASES[code] } };
}
