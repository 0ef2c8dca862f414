import type { Entree, NomOperation, Sortie } from './contrat.ts';
import type { Enveloppe } from './erreurs.ts';
import type { Table } from './operation.ts';

export type Evenement =
  | { type: 'changement'; tables: readonly Table[] }
  | { type: 'progression'; fait: number; total: number };

/** What a host gives the screens: one call, one stream of events, one stop button. Nothing else crosses. */
export interface Pont {
  appeler<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Enveloppe<Sortie<N>>>;
  /** Returns the function that stops listening. */
  surEvenement(recevoir: (evenement: Evenement) => void): () => void;
  /** Asks the long task in progress to stop; it then answers `annulee`. */
  annuler(): void;
  hote: 'electron' | 'navigateur';
}
