import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHARGE_MAX } from '../../electron/messages.ts';
import { contrat, type NomOperation } from '../../shared/contrat.ts';
import { PHRASES } from '../../shared/erreurs.ts';
import { type Essai, essai } from '../appui.ts';
import { type Porte, porteHttp, porteIpc, sansFuite } from './portes.ts';

/**
 * One suite, two doors. It walks the contract, so that an operation added tomorrow is held to the same rules
 * on the day it is added.
 */

const NOMS = Object.keys(contrat) as NomOperation[];
const DE_LANGAGE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', '', ' '];
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
