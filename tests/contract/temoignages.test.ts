import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTemoignages } from '../../db/bilans-temoignages.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ecrire = (date: string, accord: boolean) =>
  e.reussir('bilans.saveTemoignage', {
    date,
    signature: 'Salariée en parcours, 34 ans',
    texte: 'J’ai repris confiance.',
    accord,
  });

test('only what the person agreed to in writing is quoted, in the order asked for', async () => {
  const { id: sans } = await ecrire('2026-03-20', false);
  const { id: ancien } = await ecrire('2025-03-20', true);
  const { id: recent } = await ecrire('2026-02-20', true);
  expect((await e.reussir('bilans.temoignages', {})).map(({ id }) => id)).toEqual([sans, recent, ancien]);
  const cites = () => readTemoignages(e.depot.base(), [ancien, sans, recent]).map(({ id }) => id);
  expect(cites()).toEqual([ancien, recent]);
  await e.reussir('bilans.archiveTemoignage', { id: ancien });
  expect(cites()).toEqual([recent]);
  expect(await e.reussir('bilans.temoignages', { archives: true })).toMatchObject([{ id: ancien }]);
  await e.reussir('bilans.restoreTemoignage', { id: ancien });
  expect(cites()).toEqual([ancien, recent]);
});

test('a day to come, somebody gone or nothing said is refused beside its field', async () => {
  const champs = async (reste: object) => {
    const enveloppe = await e.appeler('bilans.saveTemoignage', {
      date: '2026-03-20',
      signature: 'Un tuteur',
      texte: 'Ponctuel.',
      ...reste,
    });
    return enveloppe.ok ? null : Object.keys(enveloppe.error.champs ?? {});
  };
  expect(await champs({ date: '2026-03-25' })).toEqual(['date']);
  expect(await champs({ texte: ' ' })).toEqual(['texte']);
  expect(await champs({ signature: '' })).toEqual(['signature']);
  expect(await champs({ salarieId: idDeRang(999) })).toEqual(['salarieId']);
  expect(await champs({ organisationId: idDeRang(999) })).toEqual(['organisationId']);
  expect(await champs({ id: idDeRang(999) })).toEqual([]);
  expect(await champs({})).toBe(null);
});
