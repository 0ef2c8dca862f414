import type { FichierProduit } from '../db/contexte.ts';
import type { Enveloppe } from '../shared/erreurs.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Evenement } from '../shared/pont.ts';

/** What the data thread may ask of the host's main thread, and what it gets back. */
export interface Services {
  pdf: (html: string) => Promise<Uint8Array>;
  page: (html: string) => Promise<string>;
  fichier: (fichier: FichierProduit) => Promise<Livraison>;
  ouvrirDossier: () => Promise<void>;
}

export type VersDonnees =
  | { type: 'appel'; id: number; nom: unknown; charge: unknown }
  | { type: 'reponse'; id: number; valeur?: unknown; echec?: string }
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
