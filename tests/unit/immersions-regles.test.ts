import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours, ecartJours } from '../../shared/dates.ts';
import type { Dossier } from '../../shared/immersions/dossier.ts';
import {
  calendrier,
  ecrireHoraires,
  fauteHoraires,
  lireHoraires,
  type Plage,
  totaux,
} from '../../shared/immersions/horaires.ts';
import { controler, dernierJourPermis } from '../../shared/immersions/regles.ts';
import { AILLEURS, type Autre, autre, dossier, niveau, trouver } from '../dossier-immersion.ts';
import { SEMAINE } from '../immersions.ts';

test('a complete file has no blocking check and nothing to look at', () => {
  expect(controler(dossier()).filter((c) => c.niveau !== 'juste')).toEqual([]);
});

describe('D5135-3: one month date à date', () => {
  test.each([
    ['2026-04-06', '2026-05-06'],
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-02-28', '2026-03-28'],
    ['2028-02-29', '2028-03-29'],
    ['2026-03-31', '2026-04-30'],
    ['2026-12-15', '2027-01-15'],
    ['2026-02-01', '2026-03-01'],
  ])('begun on %s, it may last until %s and not a day more', (debut, limite) => {
    expect(dernierJourPermis(debut)).toBe(limite);
    const contrats = { salarie: { contrats: [{ nature: 'cdi', debut: '2020-01-01', fin: null }] } };
    expect(niveau(dossier({ debut, fin: limite }, contrats), 'duree')).toBe('juste');
    expect(niveau(dossier({ debut, fin: ajouterJours(limite, 1) }, contrats), 'duree')).toBe('bloquant');
  });

  test('an end before the start is never right', () => {
    expect(niveau(dossier({ debut: '2026-04-17', fin: '2026-04-16' }), 'duree')).toBe('bloquant');
    expect(niveau(dossier({ debut: '2026-04-17', fin: '2026-04-17' }), 'duree')).toBe('juste');
  });

  test('31 days apart are lawful but Immersion Facilitée refuses them; 30 are accepted', () => {
    expect(
      niveau(dossier({ debut: '2026-05-01', fin: '2026-05-31' }), 'immersion-facilitee'),
    ).toBeUndefined();
    expect(niveau(dossier({ debut: '2026-05-01', fin: '2026-06-01' }), 'immersion-facilitee')).toBe('a_voir');
    expect(niveau(dossier({ debut: '2026-05-01', fin: '2026-06-01' }), 'duree')).toBe('juste');
  });

  test('the last permitted day is 28 to 31 days away, whatever the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (jours) => {
        const debut = ajouterJours('1990-01-01', jours);
        const ecart = ecartJours(debut, dernierJourPermis(debut));
        return ecart >= 28 && ecart <= 31;
      }),
    );
  });
});

describe('hours', () => {
  const semaine = (minutes: number) =>
    SEMAINE.map((_, jour) => (jour < 5 ? [{ debut: 480, fin: 480 + minutes }] : []));
  test.each([
    [35 * 60, 'juste'],
    [35 * 60 + 5, 'a_voir'],
    [48 * 60, 'a_voir'],
    [48 * 60 + 5, 'bloquant'],
  ])('a week of %i minutes: %s', (minutes, attendu) => {
    const pleine = { debut: '2026-06-01', fin: '2026-06-12', horaires: semaine(minutes / 5) };
    expect(niveau(dossier(pleine), 'semaine')).toBe(attendu);
  });

  test('weeks are counted on real dates: a period begun on Thursday has no week of 50 hours', () => {
    const horaires = semaine(600);
    expect(niveau(dossier({ debut: '2026-06-04', fin: '2026-06-09', horaires }), 'semaine')).toBe('juste');
    expect(niveau(dossier({ debut: '2026-06-04', fin: '2026-06-12', horaires }), 'semaine')).toBe('bloquant');
  });

  test('ten hours a day pass, a minute more is shown; eight for a minor', () => {
    const jour = (minutes: number) => ({
      debut: '2026-06-01',
      fin: '2026-06-01',
      horaires: semaine(minutes),
    });
    expect(niveau(dossier(jour(600)), 'journee')).toBeUndefined();
    expect(niveau(dossier(jour(601)), 'journee')).toBe('a_voir');
    const mineure = { salarie: { naissance: '2009-01-01' } };
    expect(niveau(dossier(jour(480), mineure), 'journee')).toBeUndefined();
    expect(trouver(dossier(jour(481), mineure), 'journee')).toMatchObject({ reference: 'L3162-1' });
  });

  test('rest, Sunday, night and holiday warn, on the days that really are in the period', () => {
    const horaires = SEMAINE.map(() => [{ debut: 14 * 60, fin: 22 * 60 }]);
    horaires[1] = [{ debut: 8 * 60, fin: 12 * 60 }];
    const tout = dossier({ debut: '2026-05-11', fin: '2026-05-17', horaires, feriesTravailles: true });
    expect(niveau(tout, 'repos')).toBe('a_voir');
    expect(niveau(tout, 'dimanche')).toBe('a_voir');
    expect(niveau(tout, 'nuit')).toBe('a_voir');
    expect(trouver(tout, 'ferie')?.titre).toContain('Ascension');
    const sansDimanche = dossier({ debut: '2026-05-11', fin: '2026-05-16', horaires });
    expect(niveau(sansDimanche, 'dimanche')).toBeUndefined();
    expect(niveau(sansDimanche, 'ferie')).toBeUndefined();
  });

  test('a day ends at 21 h or begins at 6 h without being night work', () => {
    const jour = (debut: number, fin: number) => SEMAINE.map(() => [{ debut, fin }]);
    expect(niveau(dossier({ horaires: jour(360, 600) }), 'nuit')).toBeUndefined();
    expect(niveau(dossier({ horaires: jour(359, 600) }), 'nuit')).toBe('a_voir');
    expect(niveau(dossier({ horaires: jour(900, 1260) }), 'nuit')).toBeUndefined();
    expect(niveau(dossier({ horaires: jour(900, 1261) }), 'nuit')).toBe('a_voir');
  });

  test('eleven hours between two days pass, a minute less is shown; a night over midnight is one presence', () => {
    const lundiMardi = (soir: number, matin: number) => ({
      debut: '2026-06-01',
      fin: '2026-06-02',
      horaires: SEMAINE.map((_, jour) =>
        jour === 0 ? [{ debut: 840, fin: soir }] : [{ debut: matin, fin: matin + 180 }],
      ),
    });
    expect(niveau(dossier(lundiMardi(22 * 60, 9 * 60)), 'repos')).toBeUndefined();
    expect(trouver(dossier(lundiMardi(22 * 60, 9 * 60 - 1)), 'repos')).toMatchObject({
      titre: '10 h 59 de repos après le 01/06/2026',
    });
    const nuits = SEMAINE.map(() => [
      { debut: 0, fin: 300 },
      { debut: 1260, fin: 1440 },
    ]);
    expect(niveau(dossier({ horaires: nuits }), 'repos')).toBeUndefined();
    const longues = SEMAINE.map(() => [
      { debut: 0, fin: 600 },
      { debut: 1200, fin: 1440 },
    ]);
    expect(niveau(dossier({ horaires: longues }), 'repos')).toBe('a_voir');
  });

  test('holidays are left out of the totals unless worked', () => {
    const mai = { debut: '2026-05-04', fin: '2026-05-15', horaires: SEMAINE };
    expect(totaux(calendrier({ ...mai, feriesTravailles: false }))).toEqual({ jours: 8, minutes: 8 * 420 });
    expect(totaux(calendrier({ ...mai, feriesTravailles: true }))).toEqual({ jours: 10, minutes: 10 * 420 });
  });
});

describe('people', () => {
  test.each([
    ['2010-04-08', 'bloquant'],
    ['2010-04-07', 'bloquant'],
    ['2008-04-08', 'bloquant'],
    ['2008-04-07', undefined],
  ])('born on %s, first day on 07/04/2026, no legal representative: %s', (naissance, attendu) => {
    expect(niveau(dossier({}, { salarie: { naissance } }), 'age')).toBe(attendu);
  });

  test('sixteen is enough once a legal representative signs; fifteen never is', () => {
    const representantLegal = 'Mariam Diallo';
    expect(niveau(dossier({ representantLegal }, { salarie: { naissance: '2010-04-07' } }), 'age')).toBe(
      'juste',
    );
    expect(niveau(dossier({ representantLegal }, { salarie: { naissance: '2010-04-08' } }), 'age')).toBe(
      'bloquant',
    );
  });

  test.each([
    ['covers it by far', '2026-05-18', undefined],
    ['ends 30 days after', '2026-05-17', 'a_voir'],
    ['ends on the last day', '2026-04-17', 'a_voir'],
    ['ends the day before the last', '2026-04-16', 'bloquant'],
    ['ended before', '2026-04-01', 'bloquant'],
  ])('a contract that %s: %s', (_, fin, attendu) => {
    const salarie = { contrats: [{ nature: 'cddi', debut: '2025-09-01', fin }] };
    expect(niveau(dossier({}, { salarie }), 'contrat')).toBe(attendu);
  });

  test('a contract renewed the very next day counts as one; a day of gap does not', () => {
    const contrats = (debut: string) => [
      { nature: 'cddi', debut: '2025-09-01', fin: '2026-04-10' },
      { nature: 'cddi', debut, fin: '2026-12-31' },
    ];
    expect(niveau(dossier({}, { salarie: { contrats: contrats('2026-04-11') } }), 'contrat')).toBeUndefined();
    expect(niveau(dossier({}, { salarie: { contrats: contrats('2026-04-12') } }), 'contrat')).toBe(
      'bloquant',
    );
  });

  test('without contract or with one to come, the sentence says which', () => {
    expect(trouver(dossier({}, { salarie: { contrats: [] } }), 'contrat')).toMatchObject({
      niveau: 'a_voir',
    });
    const futur = { contrats: [{ nature: 'cddi', debut: '2026-04-08', fin: null }] };
    expect(trouver(dossier({}, { salarie: futur }), 'contrat')).toMatchObject({
      niveau: 'bloquant',
      phrase: expect.stringContaining('commence le 08/04/2026'),
    });
  });

  test('an ETTI must name who prescribes; the others prescribe by right', () => {
    expect(niveau(dossier(), 'prescripteur')).toBeUndefined();
    const etti = { structure: { genre: 'ETTI' as const } };
    expect(niveau(dossier({}, etti), 'prescripteur')).toBe('bloquant');
    const nomme = { prescripteurNom: 'Mission locale', prescripteurAdresse: '1 place du Marché, 63200 Riom' };
    expect(trouver(dossier(nomme, etti), 'prescripteur')).toMatchObject({
      niveau: 'bloquant',
      champ: 'prescripteurReferent',
    });
    const complet = { ...nomme, prescripteurReferent: 'Inès Roux, conseillère' };
    expect(niveau(dossier(complet, etti), 'prescripteur')).toBe('juste');
    // An EITI is a question; once it names somebody, it names all of it.
    const eiti = { structure: { genre: 'EITI' as const } };
    expect(niveau(dossier({}, eiti), 'prescripteur')).toBe('a_voir');
    expect(niveau(dossier(nomme, eiti), 'prescripteur')).toBe('bloquant');
    expect(niveau(dossier(complet, eiti), 'prescripteur')).toBe('juste');
  });

  test('a start today is in time, yesterday is not', () => {
    expect(niveau(dossier({}, { today: '2026-04-07' }), 'antidate')).toBeUndefined();
    expect(niveau(dossier({}, { today: '2026-04-08' }), 'antidate')).toBe('a_voir');
  });
});

describe('D5135-3: same host over twelve months', () => {
  const avec = (...immersions: Autre[]) => ({ salarie: { immersions } });

  test('days add up over both conventions', () => {
    const lu = trouver(dossier({}, avec(autre('2025-11-03', '2025-11-14'))), 'cumul');
    expect(lu).toMatchObject({ niveau: 'juste', titre: 'Cumul dans cet accueil : 23 jours sur 60' });
  });

  test('60 calendar days pass, 61 do not', () => {
    const periode = { debut: '2026-07-01', fin: '2026-07-31' };
    expect(niveau(dossier(periode, avec(autre('2026-04-01', '2026-04-29'))), 'cumul')).toBe('juste');
    expect(niveau(dossier(periode, avec(autre('2026-04-01', '2026-04-30'))), 'cumul')).toBe('bloquant');
  });

  test('a third convention is refused, even planned later, unless twelve months separate them', () => {
    const deux = [autre('2025-06-02', '2025-06-06'), autre('2025-11-03', '2025-11-14')];
    expect(niveau(dossier({}, avec(...deux)), 'cumul')).toBe('bloquant');
    // 08/04/2025 + twelve months ends on 07/04/2026, the first day of this one; 07/04/2025 is out of reach.
    const limite = (fin: string) => [autre('2025-04-01', fin), autre('2025-11-03', '2025-11-14')];
    expect(niveau(dossier({}, avec(...limite('2025-04-08'))), 'cumul')).toBe('bloquant');
    expect(niveau(dossier({}, avec(...limite('2025-04-07'))), 'cumul')).toBe('juste');
    const prevue = [autre('2026-06-01', '2026-06-05'), autre('2026-11-02', '2026-11-06')];
    expect(niveau(dossier({}, avec(...prevue)), 'cumul')).toBe('bloquant');
  });

  test('a renewal belongs to the convention it renews, and its days count', () => {
    const renouvelee = autre('2026-03-02', '2026-03-27', { renouvelleId: 'i-2026-02-02' });
    const periodes = [autre('2026-02-02', '2026-02-27'), renouvelee];
    expect(trouver(dossier({}, avec(...periodes)), 'cumul')).toMatchObject({
      niveau: 'bloquant',
      titre: 'Cumul dans cet accueil : 63 jours sur 60',
    });
    const courte = { debut: '2026-04-07', fin: '2026-04-14' };
    expect(niveau(dossier(courte, avec(...periodes)), 'cumul')).toBe('juste');
  });

  test('a cancelled convention, another host and the immersion itself do not count', () => {
    const autres = [
      autre('2025-06-02', '2025-06-06', { statut: 'annulee' }),
      autre('2025-09-01', '2025-09-05', { organisation: AILLEURS }),
      autre('2026-04-07', '2026-04-17', { id: 'moi' }),
    ];
    const lu = controler({ ...dossier({}, avec(...autres)), immersionId: 'moi' });
    expect(lu.find((c) => c.code === 'cumul')).toMatchObject({
      niveau: 'juste',
      titre: 'Cumul dans cet accueil : 11 jours sur 60',
    });
  });

  test('same objet and objectifs are pointed out; an overlap anywhere too', () => {
    const { objet, objectifs } = dossier().saisie;
    const meme = avec(autre('2025-11-03', '2025-11-14', { objet, objectifs: objectifs.toUpperCase() }));
    expect(niveau(dossier({}, meme), 'cumul-objet')).toBe('a_voir');
    const ailleurs = autre('2026-04-17', '2026-04-20', { organisation: AILLEURS });
    expect(niveau(dossier({}, avec(ailleurs)), 'chevauchement')).toBe('a_voir');
    expect(niveau(dossier({}, avec({ ...ailleurs, debut: '2026-04-18' })), 'chevauchement')).toBeUndefined();
  });
});

describe('D5135-3: renewal', () => {
  const { objet, objectifs } = dossier().saisie;
  const premiere = autre('2026-03-09', '2026-04-06', {
    id: 'i-1',
    numero: '2026-001',
    statut: 'signee',
    objet,
    objectifs,
    jours: 20,
  });
  const renouveler = (
    origine: Partial<typeof premiere> = {},
    saisie: Partial<Dossier['saisie']> = {},
    autres: (typeof premiere)[] = [],
  ) =>
    trouver(
      dossier(
        { renouvelleId: 'i-1', motifRenouvellement: 'Reste à tenir un poste seule.', ...saisie },
        { salarie: { immersions: [{ ...premiere, ...origine }, ...autres] } },
      ),
      'renouvellement',
    );

  test('once, with the same objet and objectifs, from the day after', () => {
    expect(renouveler()).toMatchObject({ niveau: 'juste', reference: 'D5135-3' });
    expect(renouveler({}, { motifRenouvellement: '' })).toMatchObject({
      niveau: 'a_voir',
      champ: 'motifRenouvellement',
    });
    expect(renouveler({ fin: '2026-04-07' })).toMatchObject({ niveau: 'bloquant', champ: 'debut' });
    expect(renouveler({}, { objet: 'decouvrir' })).toMatchObject({ niveau: 'bloquant', champ: 'objet' });
    expect(renouveler({}, { objectifs: 'Autres' })).toMatchObject({
      niveau: 'bloquant',
      champ: 'objectifs',
    });
  });

  test('neither twice, nor of a renewal, nor of a draft, nor elsewhere', () => {
    const jumelle = { ...premiere, id: 'i-2', numero: '2026-002', renouvelleId: 'i-1' };
    expect(renouveler({}, {}, [jumelle])?.phrase).toContain('2026-002');
    expect(renouveler({}, {}, [{ ...jumelle, statut: 'annulee' }])).toMatchObject({ niveau: 'juste' });
    expect(renouveler({}, {}, [{ ...jumelle, statut: 'refusee' }])).toMatchObject({ niveau: 'juste' });
    expect(renouveler({ statut: 'refusee' })).toMatchObject({ niveau: 'bloquant' });
    expect(renouveler({ renouvelleId: 'i-0' })).toMatchObject({ niveau: 'bloquant' });
    expect(renouveler({ statut: 'brouillon' })).toMatchObject({ niveau: 'bloquant' });
    expect(renouveler({ organisation: AILLEURS })).toMatchObject({
      champ: 'organisationId',
    });
    expect(renouveler({ id: 'i-9' })).toMatchObject({ champ: 'salarieId' });
  });
});

test.each(['Aminata DIALLO', 'diallo aminata', 'Karine Brunet'])(
  '%s cannot be in charge on the host’s side',
  (tuteurNom) => {
    expect(trouver(dossier({ tuteurNom }), 'tuteur')).toMatchObject({
      niveau: 'bloquant',
      champ: 'tuteurNom',
    });
  },
);

describe('D5135-2: mentions', () => {
  test.each([
    'objet',
    'objectifs',
    'activites',
    'modalitesEvaluation',
    'tuteurNom',
    'tuteurFonction',
  ] as const)('without %s the convention cannot be signed', (champ) => {
    const manque = controler(dossier({ [champ]: '' })).filter((c) => c.niveau === 'bloquant');
    expect(manque).toMatchObject([{ champ, reference: 'D5135-2' }]);
  });

  test.each(['siret', 'activite', 'conventionCollective', 'adresse'] as const)(
    'without the host’s %s either',
    (champ) => {
      const { accueil } = dossier().saisie;
      const manque = controler(dossier({ lieu: 'Sur place', accueil: { ...accueil, [champ]: '' } }));
      expect(manque.filter((c) => c.niveau === 'bloquant')).toMatchObject([{ champ: `accueil.${champ}` }]);
    },
  );

  test('no presence at all is a missing mention, not a right week', () => {
    const vide = dossier({ horaires: SEMAINE.map(() => []) });
    expect(niveau(vide, 'mention-horaires.0')).toBe('bloquant');
    expect(niveau(vide, 'semaine')).toBeUndefined();
  });
});

test('a social security number in a free text is pointed out', () => {
  expect(niveau(dossier({ protection: 'Gants. 2 91 07 63 113 005 60' }), 'nir-protection')).toBe('a_voir');
});

describe('typed hours', () => {
  test.each([
    [
      '9-12 13-17',
      [
        [540, 720],
        [780, 1020],
      ],
    ],
    [
      '8h30–12h / 13:00-16:30',
      [
        [510, 720],
        [780, 990],
      ],
    ],
    [
      '13-17, 9-12',
      [
        [540, 720],
        [780, 1020],
      ],
    ],
    [
      '9 à 12 et 13 à 17',
      [
        [540, 720],
        [780, 1020],
      ],
    ],
    ['21-24', [[1260, 1440]]],
    ['', []],
    ['repos', []],
    [
      '9h-12h 13h30-16h',
      [
        [540, 720],
        [810, 960],
      ],
    ],
    [
      '8 h 30 - 12 h 13 h - 16 h 15',
      [
        [510, 720],
        [780, 975],
      ],
    ],
  ])('%j', (texte, attendu) => {
    expect(lireHoraires(texte)?.map(({ debut, fin }) => [debut, fin])).toEqual(attendu);
  });

  test.each(['9', 'matin', '9-', '9-12x', '9:75-12', '9-12 13'])('%j cannot be read', (texte) => {
    expect(lireHoraires(texte)).toBeNull();
  });

  test('over midnight, beyond 24 h and overlaps are refused', () => {
    expect(fauteHoraires(lireHoraires('22-6')!)).toContain('deux jours');
    expect(fauteHoraires(lireHoraires('9-25')!)).toContain('24 heures');
    expect(fauteHoraires(lireHoraires('9-12 11-14')!)).toContain('chevauchent');
    expect(fauteHoraires(lireHoraires('9-12 12-14')!)).toBeNull();
  });

  test('what is written reads back the same', () => {
    const plage = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([a, b]): Plage => ({ debut: Math.min(a, b - 1), fin: Math.max(a + 1, b) }));
    fc.assert(
      fc.property(fc.array(plage, { maxLength: 4 }), (plages) => {
        const tries = plages.sort((a, b) => a.debut - b.debut);
        expect(lireHoraires(ecrireHoraires(tries))?.map((p) => [p.debut, p.fin])).toEqual(
          tries.map((p) => [p.debut, p.fin]),
        );
      }),
    );
  });
});
