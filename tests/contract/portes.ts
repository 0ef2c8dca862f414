import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { CANAUX } from '../../electron/canaux.ts';
import { brancherIpc } from '../../electron/ipc.ts';
import { Reponses } from '../../electron/reponses.ts';
import { ADRESSE, habiliter } from '../../electron/security.ts';
import { Serveur } from '../../electron/serveur.ts';
import { type Enveloppe, PHRASES } from '../../shared/erreurs.ts';
import type { Essai } from '../appui.ts';

/** A way to the operations, as the page of one host or the other takes it. */
export interface Porte {
  /** Sends text where the transport carries JSON, exactly as given. */
  envoyer(nom: string, json: string): Promise<{ status: number; enveloppe: Enveloppe<unknown> | null }>;
  fermer(): Promise<void>;
}

/** The browser host, by real HTTP. */
export async function porteHttp(application: Essai['dispatch']): Promise<Porte> {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-interface-'));
  const serveur = new Serveur({
    appeler: (nom, charge) => application.appeler(nom, charge),
    annuler: () => undefined,
    reponses: new Reponses(dossier),
  });
  const adresse = await serveur.ecouter();
  const accueil = await fetch(adresse, { redirect: 'manual' });
  const cookie = accueil.headers.get('set-cookie')!.split(';')[0]!;
  return {
    async envoyer(nom, json) {
      const reponse = await fetch(`${serveur.origine}/api/${encodeURIComponent(nom)}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: serveur.origine, 'Content-Type': 'application/json' },
        body: json,
      });
      return { status: reponse.status, enveloppe: reponse.ok ? await reponse.json() : null };
    },
    async fermer() {
      await serveur.fermer();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

/** The desktop, with Electron's two ends played by objects. */
export async function porteIpc(application: Essai['dispatch']): Promise<Porte> {
  type Ecouteur = (evenement: unknown, ...arguments_: unknown[]) => Promise<Enveloppe<unknown>>;
  const ecouteurs = new Map<string, Ecouteur>();
  brancherIpc(
    {
      handle: (canal: string, ecouteur: Ecouteur) => ecouteurs.set(canal, ecouteur),
      on: () => undefined,
    } as never,
    { appeler: (nom, charge) => application.appeler(nom, charge), annuler: () => undefined },
  );
  const cadre = { url: ADRESSE };
  const sender = { id: 1, mainFrame: cadre, once: () => undefined };
  habiliter(sender as never);
  return {
    async envoyer(nom, json) {
      const enveloppe = await ecouteurs.get(CANAUX.appeler)!({ sender, senderFrame: cadre }, nom, json);
      // Electron clones what crosses; so does this.
      return { status: 200, enveloppe: structuredClone(enveloppe) };
    },
    fermer: async () => undefined,
  };
}

/** What an envelope must never carry: a stack, SQL, a path of this machine. */
const FUITES =
  /\bat .+\(|node_modules|\.[cm]?[jt]s:\d|\b(SELECT|INSERT|UPDATE|DELETE FROM|SQLITE_\w+)\b|\/tmp\/|\/home\/|[A-Z]:\\\\/;

/** Fails when a refusal says more than its code, its sentence and its fields. */
export function sansFuite(enveloppe: Enveloppe<unknown> | null): void {
  if (enveloppe === null || enveloppe.ok) return;
  expect(JSON.stringify(enveloppe)).not.toMatch(FUITES);
  expect(Object.keys(enveloppe).sort()).toEqual(['error', 'ok']);
  expect(Object.keys(PHRASES)).toContain(enveloppe.error.code);
  expect(enveloppe.error.message).not.toBe('');
}
