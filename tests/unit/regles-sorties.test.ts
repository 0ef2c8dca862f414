import { describe, expect, test } from 'vitest';
import { MOTIFS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import { seuilsAu } from '../../shared/parametres/seuils.ts';
import {
  aUneDuree,
  categorieDe,
  contradiction,
  contratEmbauche,
  contratsDe,
  estDynamique,
  type LecturePropre,
  motifAu,
  motifsAu,
} from '../../shared/sorties/motifs.ts';
import {
  contratsDuParcours,
  dureeParcours,
  type FaitsSortie,
  jugerSortie,
} from '../../shared/sorties/regles.ts';

const SEUILS = seuilsAu('2026-12-31', []);

/** A parcours of an ACI from 15/01/2026, 20 hours entered in March, towards a CDI. */
function faits(reste: Partial<FaitsSortie> = {}): FaitsSortie {
  return {
    genreStructure: 'ACI',
    sortie: { date: '2026-08-31', motif: '3', contrat: 'cdi', dureeMois: null },
    contrats: [{ id: 'a', debut: '2026-01-15', fin: '2026-08-31' }],
    sortiesAvant: [],
    heures: [{ contratId: 'a', mois: '2026-03', minutes: 20 * 60 }],
    seuils: SEUILS,
    propres: [],
    ...reste,
  };
}

const le = (date: string, reste: Partial<FaitsSortie> = {}) =>
  jugerSortie(
    faits({ ...reste, sortie: { date, motif: reste.sortie?.motif ?? '3', contrat: 'cdi', dureeMois: null } }),
  );

const heures = (minutes: number, mois = '2026-03') => [{ contratId: 'a', mois, minutes }];

/** Words as they are read, whatever the spaces. */
const lisible = (phrase: string) => phrase.replace(/[\u00a0\u202f]/g, ' ');

describe('length of a parcours', () => {
  test('its first and last days are both worked', () => {
    expect(dureeParcours('2026-01-01', '2026-03-31')).toEqual({ mois: 3, jours: 0 });
    expect(dureeParcours('2026-01-15', '2026-08-31')).toEqual({ mois: 7, jours: 17 });
    expect(dureeParcours('2026-01-31', '2026-02-27')).toEqual({ mois: 1, jours: 0 });
    expect(dureeParcours('2026-05-04', '2026-05-04')).toEqual({ mois: 0, jours: 1 });
  });

  test('it runs from the first contract after the exit before, gaps included', () => {
    const contrats = [
      { debut: '2024-01-01', fin: '2024-06-30' },
      { debut: '2025-03-01', fin: '2025-06-30' },
      { debut: '2025-10-01', fin: null },
      { debut: '2026-09-01', fin: null },
    ];
    const debuts = (date: string, avant: string[]) =>
      contratsDuParcours(contrats, date, avant).map(({ debut }) => debut);
    expect(debuts('2026-02-01', ['2024-06-30'])).toEqual(['2025-03-01', '2025-10-01']);
    expect(debuts('2026-02-01', [])).toHaveLength(3);
    // A later exit closes nothing before it, and the day of an exit belongs to what it ends.
    expect(debuts('2024-06-30', ['2026-02-01'])).toEqual(['2024-01-01']);
    expect(debuts('2025-10-01', ['2025-03-01'])).toEqual(['2025-10-01']);
  });
});

describe('ACI and EI: more than three months and an hour in the year', () => {
  test.each(['ACI', 'EI'])('%s: three months exactly are not enough, one day more is', (genreStructure) => {
    const juste = le('2026-04-14', { genreStructure });
    expect(juste).toMatchObject({ comptee: false, etat: 'non_comptee', mois: 3, jours: 0 });
    expect(lisible(juste.pourquoi)).toBe('Non comptée : 3 mois de parcours (plus de 3 demandés).');
    const apres = le('2026-04-15', { genreStructure });
    expect(apres).toMatchObject({ comptee: true, mois: 3, jours: 1 });
    expect(lisible(apres.pourquoi)).toBe(
      'Comptée : 3 mois et 1 jour de parcours (plus de 3 demandés) et 20 h en 2026 (1 au moins).',
    );
  });

  test('no hour in the year, one hour, and a minute less', () => {
    expect(le('2026-08-31', { heures: heures(0) })).toMatchObject({ comptee: false, heuresAnnee: 0 });
    expect(le('2026-08-31', { heures: heures(59) }).comptee).toBe(false);
    expect(le('2026-08-31', { heures: heures(60) }).comptee).toBe(true);
    expect(lisible(le('2026-08-31', { heures: heures(0) }).pourquoi)).toBe(
      'Non comptée : 0 h en 2026 (1 au moins).',
    );
  });

  test('hours nobody entered leave the length to decide, and are said', () => {
    const sans = le('2026-08-31', { heures: [] });
    expect(sans).toMatchObject({ comptee: true, heures: null, heuresAnnee: null });
    expect(lisible(sans.pourquoi)).toBe(
      'Comptée : 7 mois et 17 jours de parcours (plus de 3 demandés), heures de 2026 non saisies.',
    );
    expect(sans.doutes).toHaveLength(1);
    expect(le('2026-04-14', { heures: [] })).toMatchObject({ comptee: false });
    // Those of the year before, and of a month after the exit, are not those of the year.
    expect(le('2026-08-31', { heures: heures(9000, '2025-12') }).heuresAnnee).toBeNull();
    expect(le('2026-08-31', { heures: heures(9000, '2026-09') }).heuresAnnee).toBeNull();
  });

  test('the threshold is the one of the day', () => {
    const seuils = seuilsAu('2026-08-31', [
      { code: 'sortieMois', depuis: '2026-01-01', valeur: 8, reference: 'accord' },
    ]);
    expect(lisible(le('2026-08-31', { seuils }).pourquoi)).toBe(
      'Non comptée : 7 mois et 17 jours de parcours (plus de 8 demandés).',
    );
  });
});

describe('the ASP’s own code', () => {
  test('80 days are 2.63 months, 81 are 2.66', () => {
    // 15/01 + 80 days, + 81 days.
    expect(le('2026-04-05').parAsp).toMatchObject({ comptee: false });
    expect(le('2026-04-06').parAsp).toMatchObject({ comptee: true });
    expect(lisible(le('2026-04-06').parAsp.pourquoi)).toBe(
      'Comptée : 81 jours × 0,0328767 = 2,66 mois (plus de 2,65) et 20 h en 2026 (1 au moins).',
    );
    // Where both disagree.
    expect(le('2026-04-06').comptee).toBe(false);
  });
});

describe('AI and ETTI: more than 150 hours over the parcours', () => {
  const ai = (minutes: number, genreStructure = 'AI') =>
    le('2026-02-01', { genreStructure, heures: heures(minutes, '2026-01') });

  test.each(['AI', 'ETTI'])('%s: 150 h, 151 h', (genreStructure) => {
    const juste = ai(150 * 60, genreStructure);
    expect(juste).toMatchObject({ comptee: false, parAsp: { comptee: true } });
    expect(lisible(juste.pourquoi)).toBe('Non comptée : 150 h sur le parcours (plus de 150 demandées).');
    expect(ai(150 * 60 - 1, genreStructure)).toMatchObject({ comptee: false, parAsp: { comptee: false } });
    expect(ai(150 * 60 + 1, genreStructure)).toMatchObject({ comptee: true });
    expect(lisible(ai(151 * 60, genreStructure).pourquoi)).toBe(
      'Comptée : 151 h sur le parcours (plus de 150 demandées).',
    );
  });

  test('hours of several years and contracts add up', () => {
    const verdict = le('2026-02-01', {
      genreStructure: 'AI',
      contrats: [
        { id: 'a', debut: '2025-05-01', fin: '2025-06-30' },
        { id: 'b', debut: '2025-11-01', fin: '2026-02-01' },
      ],
      heures: [
        { contratId: 'a', mois: '2025-05', minutes: 100 * 60 },
        { contratId: 'b', mois: '2025-12', minutes: 51 * 60 },
      ],
    });
    // Enough already, whatever the year that is missing.
    expect(verdict).toMatchObject({ comptee: true, heures: 151 * 60, heuresAnnee: null });
  });

  test('without hours nothing decides: to be checked, never counted', () => {
    expect(le('2026-08-31', { genreStructure: 'ETTI', heures: [] })).toMatchObject({
      etat: 'inconnue',
      comptee: false,
      parAsp: { etat: 'inconnue' },
    });
  });
});

test('EITI: one hour in the year', () => {
  expect(le('2026-01-20', { genreStructure: 'EITI', heures: heures(60, '2026-01') }).comptee).toBe(true);
  expect(le('2026-01-20', { genreStructure: 'EITI', heures: heures(59, '2026-01') }).comptee).toBe(false);
  expect(le('2026-01-20', { genreStructure: 'EITI', heures: [] }).etat).toBe('inconnue');
});

test('an exit that is withdrawn never counts, whatever its length', () => {
  for (const { code } of MOTIFS_SORTIE.filter(({ categorie }) => categorie === 'retrait')) {
    const verdict = jugerSortie(
      faits({ sortie: { date: '2026-08-31', motif: code, contrat: '', dureeMois: null } }),
    );
    expect(verdict).toMatchObject({ comptee: false, parAsp: { comptee: false } });
    expect(lisible(verdict.pourquoi)).toMatch(/^Non comptée : retrait des sorties constatées \(/);
  }
});

test('two parcours of a person are judged apart', () => {
  const deux = {
    contrats: [
      { id: 'a', debut: '2024-01-01', fin: '2024-12-31' },
      { id: 'b', debut: '2026-06-01', fin: '2026-08-31' },
    ],
    heures: [
      { contratId: 'a', mois: '2024-05', minutes: 6000 },
      { contratId: 'b', mois: '2026-07', minutes: 6000 },
    ],
  };
  expect(le('2026-08-31', deux)).toMatchObject({ comptee: true, mois: 32 });
  expect(le('2026-08-31', { ...deux, sortiesAvant: ['2024-12-31'] })).toMatchObject({
    comptee: false,
    debutParcours: '2026-06-01',
    heures: 6000,
  });
});

test('what is not certain is said', () => {
  expect(le('2026-08-31', { genreStructure: '' }).doutes[0]).toContain('genre de votre structure');
  expect(le('2026-08-31', { contrats: [] })).toMatchObject({ etat: 'inconnue', debutParcours: null });
  expect(le('2026-10-15').doutes[0]).toContain('45 jours avant la sortie');
  expect(le('2026-07-01').doutes[0]).toContain('va jusqu’au 31/08/2026');
  expect(le('2026-08-31', { sortie: { ...faits().sortie, motif: '12' } }).doutes[0]).toContain('financeur');
  const sansDuree = jugerSortie(
    faits({ sortie: { date: '2026-08-31', motif: '9', contrat: 'cdd', dureeMois: null } }),
  );
  expect(sansDuree.doutes[0]).toContain('durée du contrat trouvé');
});

describe('motifs', () => {
  const lecture = (reste: Partial<LecturePropre>): LecturePropre => ({
    code: '15',
    depuis: '2026-07-01',
    label: 'Départ à la retraite',
    categorie: 'retrait',
    source: 'DDETS',
    retire: false,
    ...reste,
  });

  test('a motif reads otherwise from a day on, never before', () => {
    const propres = [lecture({}), lecture({ depuis: '2027-01-01', categorie: 'autre' })];
    expect(categorieDe('15', '2026-06-30', propres)).toBe('positive');
    expect(categorieDe('15', '2026-07-01', propres)).toBe('retrait');
    expect(categorieDe('15', '2026-12-31', propres)).toBe('retrait');
    expect(categorieDe('15', '2027-01-01', propres)).toBe('autre');
    // The reading settles the doubt that the shipped one carries.
    expect(motifAu('15', '2026-06-30', propres)?.doute).not.toBe('');
    expect(motifAu('15', '2026-07-01', propres)).toMatchObject({ doute: '', depuis: '2026-07-01' });
  });

  test('a motif of the structure’s own exists from its first day, and keeps its category before', () => {
    const propres = [lecture({ code: 'p1', label: 'Service civique', categorie: 'positive' })];
    expect(motifsAu('2026-06-30', propres)).toHaveLength(MOTIFS_SORTIE.length);
    expect(motifsAu('2026-07-01', propres).at(-1)).toMatchObject({ code: 'p1', propre: true });
    expect(categorieDe('p1', '2026-06-30', propres)).toBe('positive');
    expect(motifAu('p2', '2026-07-01', propres)).toBeNull();
  });

  test('three categories make the dynamic exits', () => {
    expect(
      ['durable', 'transition', 'positive', 'autre', 'retrait'].filter((c) => estDynamique(c as never)),
    ).toEqual(['durable', 'transition', 'positive']);
  });

  test('every shipped motif agrees with the contracts it offers', () => {
    for (const { code } of MOTIFS_SORTIE) {
      for (const contrat of ['', ...contratsDe(code)])
        expect(contradiction({ motif: code, contrat, dureeMois: null })).toBeNull();
    }
  });

  test.each([
    ['9', 'cdd', 4, 'dureeMois'],
    ['9', 'cdd', 5, 'dureeMois'],
    ['9', 'cdd', 6, null],
    ['10', 'interim', 6, 'dureeMois'],
    ['10', 'interim', 5, null],
    ['3', 'cdd', null, 'contrat'],
    ['3', 'cdi', 12, 'dureeMois'],
    ['7', 'cdi', null, 'contrat'],
    ['4', 'creation', 3, 'dureeMois'],
    ['2', 'siae', 4, null],
    ['p1', 'cdd', 3, null],
  ])('motif %s with %s of %s months: %s', (motif, contrat, dureeMois, champ) => {
    expect(contradiction({ motif, contrat, dureeMois })?.champ ?? null).toBe(champ);
  });

  test('the length is asked where there is one', () => {
    expect(aUneDuree('9', 'cdd')).toBe(true);
    expect(aUneDuree('3', 'cdi')).toBe(false);
    expect(aUneDuree('8', '')).toBe(false);
    expect(aUneDuree('p1', '')).toBe(true);
    expect(aUneDuree('11', 'cdi')).toBe(false);
  });

  test.each([
    ['3', 'cdi', null, 'cdi'],
    ['9', 'cdd', null, 'cdd_long'],
    ['9', 'cdd', 6, 'cdd_long'],
    ['10', 'cdd', null, 'cdd_court'],
    ['10', 'interim', 2, 'interim'],
    ['2', 'siae', null, 'iae'],
    ['13', 'aide', null, 'cdi'],
    ['14', 'aide', 12, 'cdd_long'],
    ['11', 'fonction_publique', null, 'cdi'],
    ['4', 'creation', null, null],
    ['8', '', null, null],
  ])('the hire that motif %s with %s of %s is', (motif, contrat, dureeMois, attendu) => {
    expect(contratEmbauche({ motif, contrat, dureeMois })).toBe(attendu);
  });
});
