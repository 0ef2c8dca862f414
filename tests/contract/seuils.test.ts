import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const propre = {
  code: 'cumulJours',
  depuis: '2026-01-01',
  valeur: 8,
  reference: 'Accord du 12/12/2025',
} as const;

test('a threshold is changed from a day on, replaced on the same day, and forgotten', async () => {
  expect(await e.reussir('parametres.seuils', {})).toEqual([]);
  await e.reussir('parametres.saveSeuil', { ...propre, depuis: '2026-06-01', valeur: 40 });
  await e.reussir('parametres.saveSeuil', propre);
  const change = { ...propre, valeur: 9, reference: '' };
  expect(await e.reussir('parametres.saveSeuil', change)).toEqual([
    change,
    { ...propre, depuis: '2026-06-01', valeur: 40 },
  ]);
  expect(e.traces.tables.at(-1)).toEqual(['reglage']);
  const { code, depuis } = propre;
  expect(await e.reussir('parametres.forgetSeuil', { code, depuis })).toHaveLength(1);
  expect(await e.appeler('parametres.forgetSeuil', { code, depuis })).toMatchObject({
    ok: false,
    error: { code: 'introuvable' },
  });
});

test.each([
  [{ ...propre, valeur: 0 }, 'valeur', 'De 1 jour à 366 jours.'],
  [{ ...propre, valeur: 367 }, 'valeur', 'De 1 jour à 366 jours.'],
  [{ ...propre, valeur: 1.5 }, 'valeur', 'Écrivez une valeur en chiffres.'],
  [{ ...propre, depuis: '2026-02-30' }, 'depuis', 'n’existe pas'],
  [{ ...propre, code: 'coutHoraireSalaire' as const, valeur: 20_001 }, 'valeur', 'De 0,00 € à 200,00 €.'],
  [{ ...propre, code: 'autre' as 'cumulJours' }, 'code', 'Ce seuil n’existe pas.'],
])('%j is refused beside its field', async (saisie, champ, phrase) => {
  expect(await e.appeler('parametres.saveSeuil', saisie)).toMatchObject({
    ok: false,
    error: { champs: { [champ]: expect.stringContaining(phrase) } },
  });
});

test('the checks read the threshold of the first day, and say that it is the structure’s own', async () => {
  const { salarieId, organisationId, referentId } = await parcours(e);
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, { referentId }),
  );
  const cumul = async () =>
    (await e.reussir('immersions.checks', { id })).find(({ code }) => code === 'cumul');
  expect(await cumul()).toMatchObject({ niveau: 'juste' });
  await e.reussir('parametres.saveSeuil', { ...propre, depuis: '2026-04-08' });
  expect(await cumul()).toMatchObject({ niveau: 'juste' });
  await e.reussir('parametres.saveSeuil', { ...propre, depuis: '2026-04-07' });
  expect(await cumul()).toMatchObject({
    niveau: 'bloquant',
    seuil:
      'Seuil de votre structure depuis le 07/04/2026 : 8 jours (Accord du 12/12/2025), au lieu de 60 jours.',
  });
});
