import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LISTES_OUVERTES, type ListeOuverte } from '../../shared/nomenclatures/ouvertes.ts';
import { codeDe } from '../../shared/parametres/listes.ts';
import { type Essai, essai } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const liste = async (nom: ListeOuverte) => (await e.reussir('parametres.nomenclatures', {}))[nom]!;
const codes = async (nom: ListeOuverte) => (await liste(nom)).map(({ code }) => code);
const ajouter = (label: string, nom: ListeOuverte = 'canaux', parent = '') =>
  e.reussir('parametres.saveValeur', { liste: nom, label, parent });

describe('adding and renaming', () => {
  test('a value of the structure’s own comes last, with a code that no renaming changes', async () => {
    const ajoutee = await ajouter('  Café   du commerce ');
    expect(ajoutee).toEqual({
      code: 'cafe_du_commerce',
      label: 'Café du commerce',
      parent: '',
      propre: true,
      retiree: false,
    });
    expect((await codes('canaux')).at(-1)).toBe('cafe_du_commerce');
    const renommee = await e.reussir('parametres.saveValeur', {
      liste: 'canaux',
      code: 'cafe_du_commerce',
      label: 'Bistrot',
    });
    expect(renommee).toMatchObject({ code: 'cafe_du_commerce', label: 'Bistrot' });
  });

  test.each([
    ['téléphone', '« Téléphone » est déjà dans la liste.'],
    ['TELEPHONE', '« Téléphone » est déjà dans la liste.'],
    ['   ', 'Écrivez le mot à ajouter.'],
    ['…', 'Écrivez au moins une lettre ou un chiffre.'],
    ['x'.repeat(61), '60 caractères au plus.'],
  ])('« %s » is refused beside the field', async (label, phrase) => {
    const refus = await e.appeler('parametres.saveValeur', { liste: 'canaux', label });
    expect(refus).toMatchObject({ ok: false, error: { champs: { label: phrase } } });
  });

  test('a label that was retired is not added again: it is to be brought back', async () => {
    await e.reussir('parametres.retireValeur', { liste: 'canaux', code: 'visio' });
    const refus = await e.appeler('parametres.saveValeur', { liste: 'canaux', label: 'Visioconference' });
    expect(refus).toMatchObject({
      ok: false,
      error: { champs: { label: expect.stringMatching(/en service/) } },
    });
  });

  test('a shipped value is never renamed', async () => {
    const refus = await e.appeler('parametres.saveValeur', {
      liste: 'canaux',
      code: 'visite',
      label: 'Passage',
    });
    expect(refus).toMatchObject({ ok: false, error: { code: 'regle' } });
  });

  test('the parent is one of the list, and the same word may stand under two of them', async () => {
    for (const parent of ['', 'inconnu', 'refus']) {
      const refus = await e.appeler('parametres.saveValeur', {
        liste: 'sous_natures',
        label: 'Goûter',
        parent,
      });
      expect(refus).toMatchObject({ ok: false, error: { champs: { parent: expect.any(String) } } });
    }
    const un = await ajouter('Goûter', 'sous_natures', 'decouverte');
    const deux = await ajouter('Goûter', 'sous_natures', 'intermediation');
    expect([un.code, deux.code]).toEqual(['gouter', 'gouter_2']);
    expect(
      await e.appeler('parametres.saveValeur', {
        liste: 'sous_natures',
        label: 'goûter',
        parent: 'decouverte',
      }),
    ).toMatchObject({ ok: false });
    expect(
      await e.appeler('parametres.saveValeur', { liste: 'canaux', label: 'Goûter', parent: 'decouverte' }),
    ).toMatchObject({ ok: false });
  });

  test.each([
    "'; DROP TABLE membre -- ",
    '=HYPERLINK("http://x")',
    '<img src=x>',
    'Встреча',
    '顧客',
    '__proto__',
  ])('a hostile word (%s) is kept as it is, with a plain code', async (label) => {
    const valeur = await ajouter(label);
    expect(valeur.label).toBe(label.trim());
    expect(valeur.code).toMatch(/^[a-z0-9_]{1,60}$/);
    expect((await liste('canaux')).filter(({ code }) => code === valeur.code)).toHaveLength(1);
  });

  test('any two words get two codes of the right form', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 12 }), (labels) => {
        const pris = new Set<string>();
        for (const label of labels) {
          const code = codeDe(label, pris);
          expect(code).toMatch(/^[a-z0-9_]{1,60}$/);
          expect(pris.has(code)).toBe(false);
          pris.add(code);
        }
      }),
    );
  });
});

describe('retiring and bringing back', () => {
  async function noter(canal: string) {
    const { id } = await e.reussir('reseau.create', { nom: 'Œuvrard-N’Diaye' });
    return e.appeler('sollicitations.record', {
      date: '2026-03-20',
      canal,
      sens: 'sortante',
      nature: '',
      resultat: 'a_suivre',
      texte: '',
      organisationIds: [id],
      interlocuteurIds: [],
      relance: null,
    } as never);
  }

  test('a retired value keeps its label and its old entries, which stay countable', async () => {
    const { code } = await ajouter('Bistrot');
    expect((await noter(code)).ok).toBe(true);
    expect(await e.reussir('parametres.retireValeur', { liste: 'canaux', code })).toMatchObject({
      retiree: true,
      label: 'Bistrot',
    });
    expect((await e.reussir('parametres.emplois', { liste: 'canaux' }))[code]).toBe(1);
    expect(await e.reussir('parametres.reactivateValeur', { liste: 'canaux', code })).toMatchObject({
      retiree: false,
      propre: true,
    });
  });

  test('a shipped value is retired and brought back, keeping its place', async () => {
    const avant = await liste('canaux');
    await e.reussir('parametres.retireValeur', { liste: 'canaux', code: 'visite' });
    await e.reussir('parametres.retireValeur', { liste: 'canaux', code: 'visite' });
    expect((await liste('canaux')).find(({ code }) => code === 'visite')).toMatchObject({
      label: 'Visite',
      retiree: true,
      propre: false,
    });
    await e.reussir('parametres.reactivateValeur', { liste: 'canaux', code: 'visite' });
    expect(await liste('canaux')).toEqual(avant);
  });

  test('the last value of a list where something must be chosen stays', async () => {
    const [dernier, ...autres] = await codes('canaux');
    for (const code of autres) await e.reussir('parametres.retireValeur', { liste: 'canaux', code });
    expect(await e.appeler('parametres.retireValeur', { liste: 'canaux', code: dernier! })).toMatchObject({
      ok: false,
      error: { code: 'regle' },
    });
    for (const code of await codes('origines'))
      await e.reussir('parametres.retireValeur', { liste: 'origines', code });
  });

  test('an own value nobody used can be taken away, never one that is used or shipped', async () => {
    const { code } = await ajouter('Faute de frape');
    await e.reussir('parametres.forgetValeur', { liste: 'canaux', code });
    expect(await codes('canaux')).not.toContain(code);
    const { code: employe } = await ajouter('Bistrot');
    await noter(employe);
    for (const garde of [employe, 'visite'])
      expect(await e.appeler('parametres.forgetValeur', { liste: 'canaux', code: garde })).toMatchObject({
        ok: false,
        error: { code: 'regle' },
      });
  });

  test('a value or a list that does not exist is refused', async () => {
    for (const operation of [
      'parametres.retireValeur',
      'parametres.reactivateValeur',
      'parametres.forgetValeur',
    ] as const) {
      expect(await e.appeler(operation, { liste: 'canaux', code: 'inconnue' })).toMatchObject({
        ok: false,
        error: { code: 'introuvable' },
      });
      expect(await e.appeler(operation, { liste: 'membre' as never, code: 'x' })).toMatchObject({
        ok: false,
      });
    }
  });
});

describe('order', () => {
  test('a value goes before another or last, and back where it was', async () => {
    const depart = await codes('canaux');
    const [premier, deuxieme, troisieme] = depart;
    await e.reussir('parametres.moveValeur', { liste: 'canaux', code: troisieme!, avant: premier! });
    expect((await codes('canaux')).slice(0, 3)).toEqual([troisieme, premier, deuxieme]);
    await e.reussir('parametres.moveValeur', { liste: 'canaux', code: troisieme!, avant: depart[3]! });
    expect(await codes('canaux')).toEqual(depart);
    await e.reussir('parametres.moveValeur', { liste: 'canaux', code: premier!, avant: null });
    expect((await codes('canaux')).at(-1)).toBe(premier);
    const { code } = await ajouter('Bistrot');
    expect((await codes('canaux')).at(-1)).toBe(code);
  });

  test('retiring, renaming and adding keep the order given', async () => {
    const depart = await codes('causes');
    await e.reussir('parametres.moveValeur', { liste: 'causes', code: depart.at(-1)!, avant: depart[0]! });
    const ordonnee = await codes('causes');
    await e.reussir('parametres.retireValeur', { liste: 'causes', code: ordonnee[3]! });
    expect(await codes('causes')).toEqual(ordonnee);
  });
});

test('every list can be counted, and is empty of records at first', async () => {
  for (const nom of Object.keys(LISTES_OUVERTES) as ListeOuverte[]) {
    const emplois = await e.reussir('parametres.emplois', { liste: nom });
    expect(Object.keys(emplois).toSorted()).toEqual((await codes(nom)).toSorted());
    expect(Object.values(emplois).every((nombre) => nombre === 0)).toBe(true);
  }
});

test('a bilan and its rows say an own channel in the structure’s words, retired or not', async () => {
  const { code } = await ajouter('Bistrot');
  const { id } = await e.reussir('reseau.create', { nom: 'Boulangerie Roux' });
  await e.reussir('sollicitations.record', {
    date: '2026-03-20',
    canal: code,
    resultat: 'a_suivre',
    organisationIds: [id],
  });
  await e.reussir('parametres.retireValeur', { liste: 'canaux', code });
  const annee = { debut: '2026-01-01', fin: '2026-12-31' };
  const indicateur = 'reseau.echanges';
  const mesures = await e.reussir('bilans.mesurer', {
    ...annee,
    indicateurs: [{ code: indicateur, axes: ['canal'] }],
  });
  const part = mesures.lignes[0]?.repartitions[0]?.parts.find((lue) => lue.code === code);
  expect(part).toMatchObject({ nom: 'Bistrot', mesure: { valeur: 1 } });
  const { lignes } = await e.reussir('bilans.lignes', {
    ...annee,
    indicateur,
    parts: [{ axe: 'canal', code }],
  });
  expect(lignes[0]?.detail).toContain('Bistrot');
});
