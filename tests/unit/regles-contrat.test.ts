import { describe, expect, test } from 'vitest';
import { chaineCddi } from '../../shared/immersions/regles-contrat.ts';
import { autre, dossier, niveau, trouver } from '../dossier-immersion.ts';

const cddi = (debut: string, fin: string | null) => ({ nature: 'cddi', debut, fin });

describe('share of the CDDI', () => {
  const avec = (...contrats: ReturnType<typeof cddi>[]) => ({ salarie: { contrats } });

  test('exactly a quarter passes, a day more is shown; a CDI has no quarter', () => {
    // Eleven days of immersion: 44 days of contract end on 20/05/2026.
    expect(niveau(dossier({}, avec(cddi('2026-04-07', '2026-05-20'))), 'part')).toBe('juste');
    expect(niveau(dossier({}, avec(cddi('2026-04-07', '2026-05-19'))), 'part')).toBe('a_voir');
    const cdi = { salarie: { contrats: [{ nature: 'cdi', debut: '2026-04-07', fin: '2026-04-30' }] } };
    expect(niveau(dossier({}, cdi), 'part')).toBeUndefined();
  });

  test('renewals in a chain are one contract; a day of gap breaks it', () => {
    const suite = (debut: string) => avec(cddi('2026-04-01', '2026-04-30'), cddi(debut, '2026-06-30'));
    expect(niveau(dossier({}, suite('2026-05-01')), 'part')).toBe('juste');
    expect(niveau(dossier({}, suite('2026-05-02')), 'part')).toBe('a_voir');
  });

  test('other immersions only count for their days within the contract', () => {
    const contrats = [cddi('2026-04-01', '2026-05-30')]; // 60 days: 15 at most.
    const avant = (fin: string) => ({ salarie: { contrats, immersions: [autre('2026-03-16', fin)] } });
    expect(niveau(dossier({}, avant('2026-04-04')), 'part')).toBe('juste');
    expect(trouver(dossier({}, avant('2026-04-05')), 'part')).toMatchObject({
      niveau: 'a_voir',
      titre: '16 jours d’immersion sur un contrat de 60 jours',
      phrase: expect.stringContaining('5 jours déjà pris'),
    });
    const refusee = {
      salarie: { contrats, immersions: [autre('2026-04-01', '2026-04-05', { statut: 'refusee' })] },
    };
    expect(niveau(dossier({}, refusee), 'part')).toBe('juste');
  });

  test.each([
    ['2025-12-31', null],
    ['2026-01-01', { debut: '2026-01-01', fin: '2026-06-30' }],
    ['2026-03-31', { debut: '2026-01-01', fin: '2026-06-30' }],
    ['2026-06-30', { debut: '2026-01-01', fin: '2026-06-30' }],
    ['2026-07-01', null],
    ['2026-09-01', { debut: '2026-09-01', fin: '2026-09-30' }],
  ])('the chain of %s', (jour, attendu) => {
    const contrats = [
      cddi('2026-09-01', '2026-09-30'),
      cddi('2026-04-01', '2026-06-30'),
      cddi('2026-01-01', '2026-03-31'),
      cddi('2026-02-01', '2026-02-28'),
    ];
    expect(chaineCddi(contrats, jour)).toEqual(attendu);
  });
});

describe('contract kept or suspended', () => {
  test('suspended: not paid, and the prescriber covers', () => {
    expect(trouver(dossier({ modeContrat: 'suspendu' }), 'mode')).toMatchObject({
      niveau: 'a_voir',
      phrase: expect.stringContaining('URSSAF'),
    });
  });

  test.each([
    [35 * 60, undefined],
    [35 * 60 - 5, 'a_voir'],
  ])('kept, for a contract of %i minutes a week: %s', (minutesHebdo, attendu) => {
    const contrats = [{ ...cddi('2025-09-01', '2026-12-31'), minutesHebdo }];
    expect(niveau(dossier({}, { salarie: { contrats } }), 'mode')).toBe(attendu);
  });

  test('between two missions of an AI, nobody is employed', () => {
    const contrats = [{ nature: 'cdd_usage', debut: '2026-01-05', fin: '2026-04-06' }];
    expect(
      trouver(dossier({}, { salarie: { contrats }, structure: { genre: 'AI' } }), 'contrat'),
    ).toMatchObject({
      niveau: 'bloquant',
      titre: 'Pas de contrat le 07/04/2026',
      phrase: expect.stringContaining('s’est terminé le 06/04/2026'),
    });
  });

  test('an EITI employs nobody: no contract is asked for', () => {
    const eiti = { salarie: { contrats: [] }, structure: { genre: 'EITI' as const } };
    expect(niveau(dossier({ modeContrat: '' }, eiti), 'contrat')).toBeUndefined();
    expect(niveau(dossier({ modeContrat: '' }, eiti), 'mention-modeContrat')).toBeUndefined();
    expect(niveau(dossier({ modeContrat: '' }), 'mention-modeContrat')).toBe('bloquant');
  });

  test.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
  ])('an immersion that ends on %s looks one month ahead, until %s', (fin, limite) => {
    const lu = (jusque: string) =>
      niveau(
        dossier(
          { debut: fin, fin },
          { today: '2025-12-01', salarie: { contrats: [cddi('2025-09-01', jusque)] } },
        ),
        'contrat',
      );
    expect(lu(limite)).toBe('a_voir');
    const lendemain = limite.endsWith('28') ? '2026-03-01' : '2028-03-01';
    expect(lu(lendemain)).toBeUndefined();
  });
});
