import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FichierProduit, Ports } from '../db/contexte.ts';
import { Depot } from '../db/depot.ts';
import { Dispatch } from '../db/dispatch.ts';
import type { Entree, NomOperation, Sortie } from '../shared/contrat.ts';
import { type Enveloppe, ErreurMetier } from '../shared/erreurs.ts';
import type { Table } from '../shared/operation.ts';

/** The day every test lives on unless it says otherwise: a Tuesday. */
export const AUJOURDHUI = '2026-03-24';

export interface Essai {
  dossier: string;
  depot: Depot;
  dispatch: Dispatch;
  appeler<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Enveloppe<Sortie<N>>>;
  /** Calls and returns the value; throws with the envelope when refused. */
  reussir<N extends NomOperation>(nom: N, entree: Entree<N>): Promise<Sortie<N>>;
  /** Files handed to the user, pages published, PDF asked for, log lines, announced tables. */
  traces: {
    fichiers: FichierProduit[];
    ouverts: FichierProduit[];
    pages: string[];
    pdf: string[];
    journal: string[];
    tables: Table[][];
  };
  /** Moves the clock to noon of a day. */
  nousSommesLe(jour: string): void;
  /** Takes the PDF engine away, as on a machine without any. */
  sansPdf(): void;
  /** What the PDF engine makes from now on. */
  prochainPdf(contenu: string): void;
  /** Makes the running long task stop at its next look. */
  demanderArret(): void;
  /** Called at each step of a long task. */
  surProgression: ((fait: number) => void) | null;
  fermer(): void;
}

/** Deterministic uuid v7: same order, same ids in every run. */
export function idDeRang(rang: number): string {
  return `01900000-0000-7000-8000-${String(rang).padStart(12, '0')}`;
}

/** A whole application without a window, in its own temporary data folder. */
export function essai(dossier = mkdtempSync(join(tmpdir(), 'passerelle-'))): Essai {
  let maintenant = new Date(`${AUJOURDHUI}T12:00:00`);
  let rang = 0;
  let arret = false;
  let moteurPdf = true;
  let pdf = '%PDF-essai';
  const traces: Essai['traces'] = { fichiers: [], ouverts: [], pages: [], pdf: [], journal: [], tables: [] };
  const ports: Ports = {
    clock: { now: () => maintenant },
    ids: { next: () => idDeRang(++rang) },
    files: {
      deliver: async (fichier) => {
        traces.fichiers.push(fichier);
        return { etat: 'enregistre', nom: fichier.nom };
      },
      open: async (fichier) => {
        traces.ouverts.push(fichier);
        return { etat: 'ouvert', nom: fichier.nom };
      },
      openDataFolder: async () => undefined,
    },
    pdf: {
      generate: async (html) => {
        if (!moteurPdf) throw new ErreurMetier('pdf-indisponible');
        traces.pdf.push(html);
        return new TextEncoder().encode(pdf);
      },
    },
    pages: {
      publish: async (html) => {
        traces.pages.push(html);
        return `documents/${traces.pages.length}`;
      },
    },
    tasks: {
      begin: () => undefined,
      progress: (fait) => application.surProgression?.(fait),
      cancelled: () => arret,
    },
    log: (niveau, message) => void traces.journal.push(`${niveau} ${message}`),
  };
  const depot = new Depot(dossier, ports.clock.now);
  depot.open();
  const dispatch = new Dispatch(depot, ports, (tables) => void traces.tables.push([...tables]));
  const appeler: Essai['appeler'] = (nom, entree) => dispatch.appeler(nom, entree) as never;
  const application: Essai = {
    dossier,
    depot,
    dispatch,
    appeler,
    async reussir(nom, entree) {
      const enveloppe = await appeler(nom, entree);
      if (!enveloppe.ok) throw new Error(`${nom} : ${JSON.stringify(enveloppe.error)}`);
      return enveloppe.value;
    },
    traces,
    nousSommesLe(jour) {
      maintenant = new Date(`${jour}T12:00:00`);
    },
    sansPdf() {
      moteurPdf = false;
    },
    prochainPdf(contenu) {
      pdf = contenu;
    },
    demanderArret() {
      arret = true;
    },
    surProgression: null,
    fermer() {
      depot.close();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
  return application;
}
