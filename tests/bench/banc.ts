import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Depot } from '../../db/depot.ts';
import { Dispatch } from '../../db/dispatch.ts';
import type { Base } from '../../db/open.ts';
import { genererPdf } from '../../electron/pdf-navigateur.ts';
import { uuidV7 } from '../../electron/ports.ts';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import { remplir, type Taille } from './generateur.ts';

/** The day of the bench: fixed, so that every run has the same base. */
export const AUJOURDHUI = '2026-03-24';

/** The application as its hosts run it, on a generated base and without a window. */
export interface Banc {
  taille: Taille;
  dossier: string;
  depot: Depot;
  readonly db: Base;
  /** Pages turned into PDF, latest last. */
  imprimees: string[];
  /** Throws when refused: a bench must not measure refusals. */
  appeler<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Sortie<N>>;
  fermer(): void;
}

export function ouvrirBanc(taille: Taille): Banc {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-banc-'));
  const now = () => new Date(`${AUJOURDHUI}T12:00:00`);
  const depot = new Depot(dossier, now);
  depot.open();
  remplir(depot.base(), taille, AUJOURDHUI);
  // Closed and opened again, as after a night: SQLite then knows the sizes of its tables.
  depot.open();
  const imprimees: string[] = [];
  const dispatch = new Dispatch(
    depot,
    {
      clock: { now },
      ids: { next: uuidV7 },
      files: {
        deliver: async ({ nom }) => ({ etat: 'enregistre', nom }),
        open: async ({ nom }) => ({ etat: 'ouvert', nom }),
        openDataFolder: async () => undefined,
      },
      pdf: {
        generate: (html) => {
          imprimees.push(html);
          return genererPdf(html);
        },
      },
      pages: { publish: async () => 'documents/banc' },
      tasks: { begin: () => undefined, progress: () => undefined, cancelled: () => false },
      log: () => undefined,
    },
    () => undefined,
  );
  return {
    taille,
    dossier,
    depot,
    imprimees,
    get db() {
      return depot.base();
    },
    async appeler(nom, entree) {
      const enveloppe = await dispatch.appeler(nom, entree);
      if (!enveloppe.ok) throw new Error(`${nom}: ${JSON.stringify(enveloppe.error)}`);
      return enveloppe.value as never;
    },
    fermer() {
      depot.close();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}
