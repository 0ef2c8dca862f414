import { describe, expect, test } from 'vitest';
import { seuilsAu } from '../../shared/parametres/seuils.ts';
import { ageContredit, direEligibilite, eligibilite } from '../../shared/salaries/regles-eligibilite.ts';
import { controlerParcours, type ParcoursLu } from '../../shared/salaries/regles-parcours.ts';
import {
  etatPass,
  finAttestee,
  finPass,
  type PassLu,
  passCourant,
} from '../../shared/salaries/regles-pass.ts';

const SEUILS = seuilsAu('2026-03-24', []);

const parcours = (reste: Partial<ParcoursLu> = {}): ParcoursLu => ({
  naissance: '1991-07-14',
  contrats: [],
  passIae: [],
  criteres: [],
  ...reste,
});
const champs = (reste: Partial<ParcoursLu>, genre: string | null = 'ACI') =>
  controlerParcours(parcours(reste), genre, SEUILS).map(({ champ }) => champ);

describe('eligibility', () => {
  test.each([
    ['ACI', ['rsa'], true],
    ['ACI', ['qpv', 'th'], false],
    ['ACI', ['qpv', 'th', 'langue'], true],
    ['EI', ['qpv', 'th'], false],
    ['EITI', ['qpv', 'th', 'langue'], true],
    ['AI', ['qpv'], false],
    ['AI', ['qpv', 'th'], true],
    ['ETTI', ['qpv', 'th'], true],
    ['ACI', [], false],
  ])('%s with %j: %s', (genre, codes, acquise) => {
    const lue = eligibilite(
      codes.map((critere) => ({ critere })),
      genre,
    );
    expect(lue.acquise).toBe(acquise);
    expect(direEligibilite(lue, genre)).not.toContain('undefined');
  });

  test('a criterion on age is held against the birth date on the day it was seen', () => {
    expect(ageContredit('jeune', '2000-03-24', '2026-03-23')).toBeNull();
    expect(ageContredit('jeune', '2000-03-24', '2026-03-24')).toContain('26 ans');
    expect(ageContredit('senior', '1976-03-24', '2026-03-23')).toContain('49 ans');
    expect(ageContredit('senior', '1976-03-24', '2026-03-24')).toBeNull();
    expect(ageContredit('rsa', '2020-01-01', '2026-03-24')).toBeNull();
  });
});

describe('the end of a PASS', () => {
  const pass = (...evenements: PassLu['evenements']): PassLu => ({
    debut: '2026-01-15',
    fin: '2028-01-14',
    evenements,
  });
  const suspension = (debut: string, fin: string) =>
    ({ genre: 'suspension', motif: '', debut, fin }) as const;
  const prolongation = (debut: string, fin: string) =>
    ({ genre: 'prolongation', motif: 'formation', debut, fin }) as const;

  test('two years, counted in days', () => expect(finAttestee('2026-01-15', SEUILS)).toBe('2028-01-14'));
  test.each([
    [pass(), '2028-01-14'],
    [pass(suspension('2026-03-01', '2026-03-10')), '2028-01-24'],
    [pass(suspension('2026-03-01', '2026-03-01')), '2028-01-15'],
    [pass(prolongation('2028-01-15', '2028-07-14')), '2028-07-14'],
    // A prolongation that ends before what a suspension already gave takes nothing away.
    [pass(suspension('2026-03-01', '2026-12-31'), prolongation('2028-01-15', '2028-02-01')), '2028-11-15'],
    // Whatever the order they were typed in.
    [pass(prolongation('2028-01-15', '2028-07-14'), suspension('2028-02-01', '2028-02-10')), '2028-07-24'],
    [pass(suspension('2028-02-01', '2028-02-10'), prolongation('2028-01-15', '2028-07-14')), '2028-07-24'],
  ])('%j ends on %s', (lu, fin) => expect(finPass(lu)).toBe(fin));

  test('where it stands', () => {
    const lu = pass(suspension('2026-03-01', '2026-03-10'));
    expect(etatPass(lu, '2026-01-14')).toBe('a_venir');
    expect(etatPass(lu, '2026-01-15')).toBe('valide');
    expect(etatPass(lu, '2026-03-10')).toBe('suspendu');
    expect(etatPass(lu, '2028-01-24')).toBe('valide');
    expect(etatPass(lu, '2028-01-25')).toBe('expire');
    const suivant = { ...pass(), debut: '2030-02-01', fin: '2032-01-31' };
    expect(passCourant([suivant, lu], '2029-01-01')).toBe(lu);
    expect(passCourant([suivant, lu], '2030-02-01')).toBe(suivant);
    expect(passCourant([suivant], '2029-01-01')).toBe(suivant);
    expect(passCourant([], '2029-01-01')).toBeNull();
  });

  test('ceilings: at the limit nothing, one day more a sentence', () => {
    const ici = (...evenements: PassLu['evenements']) =>
      champs({ passIae: [{ ...pass(), evenements: [...evenements] }] });
    expect(ici(suspension('2026-03-01', '2029-02-28'))).toEqual([]);
    expect(ici(suspension('2026-03-01', '2029-03-01'))).toEqual(['passIae.0.evenements.0.fin']);
    expect(ici(prolongation('2028-01-15', '2029-01-14'))).toEqual([]);
    expect(ici(prolongation('2028-01-15', '2029-01-15'))).toEqual(['passIae.0.evenements.0.fin']);
    const rqth = (debut: string, fin: string) =>
      ({ genre: 'prolongation', motif: 'handicap', debut, fin }) as const;
    expect(ici(rqth('2028-01-15', '2030-01-14'), rqth('2030-01-15', '2031-01-14'))).toEqual([]);
    expect(ici(rqth('2028-01-15', '2030-01-14'), rqth('2030-01-15', '2031-01-15'))).toEqual([
      'passIae.0.evenements.1.fin',
    ]);
    const dure = {
      genre: 'prolongation',
      motif: 'difficultes',
      debut: '2028-01-15',
      fin: '2028-02-01',
    } as const;
    const avec = { passIae: [pass(dure)] };
    expect(champs(avec, 'ACI')).toEqual([]);
    expect(champs(avec, 'EI')).toEqual(['passIae.0.evenements.0.motif']);
    expect(ici(prolongation('2028-01-16', '2028-02-01'))).toEqual(['passIae.0.evenements.0.debut']);
  });

  test('longer than two years; a second one too soon or over the first', () => {
    const lu = (debut: string, fin: string) => ({ debut, fin, evenements: [] });
    expect(champs({ passIae: [lu('2026-01-15', '2028-01-14')] })).toEqual([]);
    expect(champs({ passIae: [lu('2026-01-15', '2028-01-15')] })).toEqual(['passIae.0.fin']);
    const premier = lu('2022-01-01', '2023-12-31');
    expect(champs({ passIae: [premier, lu('2026-01-01', '2027-12-31')] })).toEqual([]);
    expect(champs({ passIae: [lu('2025-12-31', '2027-12-30'), premier] })).toEqual(['passIae.0.debut']);
    expect(champs({ passIae: [premier, lu('2023-12-31', '2025-12-29')] })).toEqual(['passIae.1.debut']);
  });
});

describe('contracts', () => {
  const cddi = (debut: string, fin: string | null) => ({ nature: 'cddi', debut, fin });
  test('overlaps', () => {
    expect(champs({ contrats: [cddi('2026-01-01', '2026-06-30'), cddi('2026-07-01', null)] })).toEqual([]);
    expect(champs({ contrats: [cddi('2026-06-30', null), cddi('2026-01-01', '2026-06-30')] })).toEqual([
      'contrats.0.debut',
    ]);
    expect(champs({ contrats: [cddi('2026-01-01', null), cddi('2026-07-01', '')] })).toEqual([
      'contrats.1.debut',
    ]);
  });

  test('24 months of CDDI in all, gaps aside', () => {
    expect(champs({ contrats: [cddi('2024-01-01', '2025-12-31')] })).toEqual([]);
    expect(champs({ contrats: [cddi('2024-01-01', '2026-01-01')] })).toEqual(['contrats.0.fin']);
    const avecTrou = (fin: string) => [cddi('2024-01-01', '2024-12-31'), cddi('2026-01-01', fin)];
    expect(champs({ contrats: avecTrou('2026-12-31') })).toEqual([]);
    expect(champs({ contrats: avecTrou('2027-01-01') })).toEqual(['contrats.1.fin']);
    expect(champs({ contrats: [{ ...cddi('2020-01-01', '2026-01-01'), nature: 'cdi_inclusion' }] })).toEqual(
      [],
    );
  });

  test('a CDDI before or after its PASS', () => {
    const passIae = [{ debut: '2026-01-15', fin: '2028-01-14', evenements: [] }];
    expect(champs({ passIae, contrats: [cddi('2027-07-15', '2028-01-14')] })).toEqual([]);
    expect(champs({ passIae, contrats: [cddi('2027-07-15', '2028-01-15')] })).toEqual(['contrats.0.fin']);
    expect(champs({ passIae, contrats: [cddi('2026-01-14', '2026-07-14')] })).toEqual(['contrats.0.debut']);
  });

  test('what cannot be read is compared with nothing', () => {
    expect(
      champs({
        naissance: '',
        contrats: [cddi('', null), cddi('2026-02-30', '2026-01-01'), cddi('2026-03-01', '2026-01-01')],
        passIae: [
          { debut: '', fin: '', evenements: [] },
          {
            debut: '2026-01-15',
            fin: '2028-01-14',
            evenements: [{ genre: 'prolongation', motif: '', debut: '', fin: '' }],
          },
        ],
        criteres: [{ critere: 'jeune', constateLe: '' }],
      }),
    ).toEqual([]);
  });
});
