import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANAUX } from '../../electron/canaux.ts';
import { brancherIpc } from '../../electron/ipc.ts';
import { CHARGE_MAX } from '../../electron/messages.ts';
import { Reponses } from '../../electron/reponses.ts';
import { ADRESSE, habiliter } from '../../electron/security.ts';
import { Serveur } from '../../electron/serveur.ts';
import { contrat, type NomOperation } from '../../shared/contrat.ts';
import { type Enveloppe, PHRASES } from '../../shared/erreurs.ts';
import { type Essai, essai } from '../appui.ts';

/**
 * One suite, two doors. It walks the contract, so that an operation added tomorrow is held to the same rules
 * on the day it is added.
 */

interface Porte {
  /** Sends text where the transport carries JSON, exactly as given. */
  envoyer(nom: string, json: string): Promise<{ status: number; enveloppe: Enveloppe<unknown> | null }>;
  fermer(): Promise<void>;
}

async function porteHttp(application: Essai['dispatch']): Promise<Porte> {
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

async function porteIpc(application: Essai['dispatch']): Promise<Porte> {
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

const NOMS = Object.keys(contrat) as NomOperation[];
const DE_LANGAGE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', '', ' '];
/** What an envelope must never carry: a stack, SQL, a path of this machine. */
const FUITES =
  /\bat .+\(|node_modules|\.[cm]?[jt]s:\d|\b(SELECT|INSERT|UPDATE|DELETE FROM|SQLITE_\w+)\b|\/tmp\/|\/home\/|[A-Z]:\\\\/;

function sansFuite(enveloppe: Enveloppe<unknown> | null): void {
  if (enveloppe === null || enveloppe.ok) return;
  expect(JSON.stringify(enveloppe)).not.toMatch(FUITES);
  expect(Object.keys(enveloppe).sort()).toEqual(['error', 'ok']);
  expect(Object.keys(PHRASES)).toContain(enveloppe.error.code);
  expect(enveloppe.error.message).not.toBe('');
}

describe.each([
  ['HTTP', porteHttp],
  ['IPC', porteIpc],
] as const)('through %s', (_nom, ouvrir) => {
  let e: Essai;
  let porte: Porte;
  beforeAll(async () => {
    e = essai();
    porte = await ouvrir(e.dispatch);
  });
  afterAll(async () => {
    await porte.fermer();
    e.fermer();
  });

  const refuse = async (nom: string, json: string, code: string) => {
    const { enveloppe } = await porte.envoyer(nom, json);
    expect(enveloppe, `${nom} ${json.slice(0, 80)}`).toMatchObject({ ok: false, error: { code } });
    sansFuite(enveloppe);
  };

  test.each(DE_LANGAGE)('the name « %s » is no operation', async (nom) => {
    await refuse(nom, '{}', 'operation-inconnue');
  });

  test.each(NOMS)('%s: what answers at all answers what the contract promises', async (nom) => {
    const { enveloppe } = await porte.envoyer(nom, '{}');
    expect(enveloppe).not.toBeNull();
    sansFuite(enveloppe);
    if (enveloppe?.ok) expect(contrat[nom].sortie.safeParse(enveloppe.value).error).toBeUndefined();
  });

  test.each(NOMS)('%s: a value of the wrong kind is refused', async (nom) => {
    for (const json of ['null', '[]', '"texte"', '42', 'true', '[{}]'])
      await refuse(nom, json, 'entree-invalide');
  });

  test.each(NOMS)('%s: an extra key is refused, whatever its name', async (nom) => {
    for (const cle of ['enPlus', 'constructor', 'toString', 'chemin', 'path'])
      await refuse(nom, JSON.stringify({ [cle]: '/etc/passwd' }), 'entree-invalide');
  });

  test.each(NOMS)('%s: a payload meant to pollute prototypes pollutes nothing', async (nom) => {
    for (const json of [
      '{"__proto__":{"pollue":true}}',
      '{"constructor":{"prototype":{"pollue":true}}}',
      '{"a":{"__proto__":{"pollue":true}}}',
    ]) {
      sansFuite((await porte.envoyer(nom, json)).enveloppe);
      expect(({} as Record<string, unknown>).pollue).toBeUndefined();
    }
  });

  test('text that is not JSON is refused before any operation', async () => {
    const { status, enveloppe } = await porte.envoyer('parametres.get', '{"a":');
    if (enveloppe) await refuse('parametres.get', '{"a":', 'entree-invalide');
    else expect(status).toBe(400);
  });

  test('an input too big is refused, and the refusal arrives', async () => {
    const enorme = JSON.stringify({ texte: 'x'.repeat(CHARGE_MAX) });
    const { status, enveloppe } = await porte.envoyer('parametres.get', enorme);
    if (enveloppe) expect(enveloppe).toMatchObject({ ok: false, error: { code: 'fichier-trop-gros' } });
    else expect(status).toBe(413);
    sansFuite((await porte.envoyer('parametres.get', '{}')).enveloppe);
  });

  test('an accident inside an operation gives a reference and nothing else', async () => {
    const depot = e.depot as unknown as { base(): unknown };
    const base = depot.base;
    depot.base = () => {
      throw new Error('SELECT * FROM membre -- /home/karine/donnees/passerelle.sqlite');
    };
    try {
      const { enveloppe } = await porte.envoyer('parametres.get', '{}');
      expect(enveloppe).toMatchObject({ ok: false, error: { code: 'interne', message: PHRASES.interne } });
      sansFuite(enveloppe);
    } finally {
      depot.base = base;
    }
  });
});
