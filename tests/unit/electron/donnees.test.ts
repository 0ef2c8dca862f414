import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Donnees } from '../../../electron/donnees.ts';
import type { Services } from '../../../electron/messages.ts';
import { ErreurMetier } from '../../../shared/erreurs.ts';

/** The host's side alone, against threads that behave as badly as the test needs. */

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'passerelle-fil-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const services: Services = {
  pdf: async () => {
    throw new ErreurMetier('pdf-indisponible');
  },
  page: async () => 'documents/1',
  ouvrir: async () => Promise.reject(new Error('ouvrir')),
  fichier: async () => {
    throw new Error('disque débranché');
  },
  ouvrirDossier: async () => undefined,
};

function ouvrir(corps: string, patience?: number) {
  const script = join(dossier, 'fil.mjs');
  writeFileSync(
    script,
    `import { parentPort, workerData } from 'node:worker_threads';
     const dire = (message) => parentPort.postMessage(message);
     parentPort.on('message', (message) => { ${corps} });`,
  );
  const ecoute = { diffuser: vi.fn(), surPanne: vi.fn() };
  return { donnees: new Donnees(script, dossier, services, ecoute, patience), ecoute };
}

const SAGE = `
  if (message.type === 'appel') dire({ type: 'resultat', id: message.id, enveloppe: { ok: true, value: message.charge } });
  if (message.type === 'arret') parentPort.close();`;

test('calls are answered each to its own, and the thread closes when asked', async () => {
  const { donnees, ecoute } = ouvrir(SAGE);
  const reponses = await Promise.all([1, 2, 3].map((rang) => donnees.appeler('x', rang)));
  expect(reponses).toEqual([1, 2, 3].map((value) => ({ ok: true, value })));
  await donnees.fermer();
  await donnees.fermer();
  expect(ecoute.surPanne).not.toHaveBeenCalled();
  expect(await donnees.appeler('x', 1)).toMatchObject({ ok: false, error: { code: 'interne' } });
});

test('a thread that dies answers everybody, then and later, and the host is told once', async () => {
  const { donnees, ecoute } = ouvrir(`throw new Error('boum')`);
  expect(await donnees.appeler('x', 1)).toMatchObject({ ok: false, error: { code: 'interne' } });
  expect(await donnees.appeler('x', 2)).toMatchObject({ ok: false, error: { code: 'interne' } });
  await donnees.fermer();
  expect(ecoute.surPanne).toHaveBeenCalledOnce();
});

test('a thread that hangs does not keep the application open', async () => {
  const { donnees, ecoute } = ouvrir(`if (message.type === 'appel') for (;;);`, 100);
  const attente = donnees.appeler('x', 1);
  await donnees.fermer();
  expect(await attente).toMatchObject({ ok: false, error: { code: 'interne' } });
  expect(ecoute.surPanne).not.toHaveBeenCalled();
});

test('closing asks the long task in progress to stop first', async () => {
  const { donnees } = ouvrir(`
    if (message.type === 'arret') {
      const drapeau = Atomics.load(new Int32Array(workerData.annulation), 0);
      dire({ type: 'evenement', evenement: { type: 'progression', fait: drapeau, total: 1 } });
      parentPort.close();
    }`);
  const recevoir = vi.fn();
  (donnees as unknown as { ecoute: { diffuser: unknown } }).ecoute.diffuser = recevoir;
  await donnees.fermer();
  expect(recevoir).toHaveBeenCalledWith({ type: 'progression', fait: 1, total: 1 });
});

test('a service that refuses keeps its code and its sentence; one that breaks has none', async () => {
  const { donnees } = ouvrir(`
    if (message.type === 'appel') { globalThis.appel = message.id; dire({ type: 'service', id: 9, nom: message.nom, argument: null }); }
    if (message.type === 'reponse') dire({ type: 'resultat', id: globalThis.appel, enveloppe: { ok: true, value: message } });
    if (message.type === 'arret') parentPort.close();`);
  const refuse = await donnees.appeler('pdf', null);
  expect(refuse).toMatchObject({ value: { echec: { code: 'pdf-indisponible' } } });
  const casse = await donnees.appeler('fichier', null);
  expect(casse).toMatchObject({ value: { echec: { code: null, message: 'disque débranché' } } });
  const marche = await donnees.appeler('page', null);
  expect(marche).toMatchObject({ value: { valeur: 'documents/1' } });
  await donnees.fermer();
});
