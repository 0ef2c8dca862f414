import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours, jourSemaine } from '../../shared/dates.ts';
import { lireCertification } from '../../shared/formation/action.ts';
import {
  bornesDe,
  fenetreVoisine,
  minutesDansFenetre,
  placeDans,
} from '../../shared/formation/calendrier.ts';
import { direRemplissage, etatSession } from '../../shared/formation/etat-session.ts';
import { poserCreneaux } from '../../shared/formation/generateur.ts';
import {
  type DossierSession,
  fautesSession,
  minutesDesCreneaux,
  pointsSession,
} from '../../shared/formation/regles-session.ts';
import { nomFerie } from '../../shared/immersions/horaires.ts';
import { journees } from '../formation.ts';

const MATIN = { debut: 540, fin: 720 };
const APRES_MIDI = { debut: 780, fin: 1020 };

describe('half-days laid from a rhythm', () => {
  const semaine = { debut: '2026-04-03', jours: [1, 2, 3, 4, 5], matin: MATIN, apresMidi: APRES_MIDI };

  test('Easter Monday is skipped, Good Friday too in Alsace; the last half-day is cut to the hours', () => {
    const dates = (alsaceMoselle: boolean, minutes = 14 * 60) =>
      poserCreneaux({ ...semaine, minutes, alsaceMoselle }).map(
        ({ date, demi }) => `${date.slice(8)} ${demi}`,
      );
    expect(dates(false)).toEqual(['03 matin', '03 apres_midi', '07 matin', '07 apres_midi']);
    expect(dates(true)).toEqual(['07 matin', '07 apres_midi', '08 matin', '08 apres_midi']);
    expect(poserCreneaux({ ...semaine, minutes: 500, alsaceMoselle: false }).at(-1)).toEqual({
      date: '2026-04-07',
      demi: 'matin',
      debut: 540,
      fin: 620,
    });
  });

  test('a rhythm without hours or without days lays nothing, and ends', () => {
    const rien = { ...semaine, minutes: 600, alsaceMoselle: false };
    expect(poserCreneaux({ ...rien, jours: [] })).toEqual([]);
    expect(poserCreneaux({ ...rien, matin: null, apresMidi: null })).toEqual([]);
    expect(poserCreneaux({ ...rien, minutes: 0 })).toEqual([]);
  });

  test('always the hours asked for, on the days asked for, never a holiday, and no fault', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 150 * 60 }),
        fc.boolean(),
        (rang, jours, minutes, alsaceMoselle) => {
          const debut = ajouterJours('2026-01-01', rang);
          const creneaux = poserCreneaux({
            debut,
            jours,
            matin: MATIN,
            apresMidi: APRES_MIDI,
            minutes,
            alsaceMoselle,
          });
          expect(minutesDesCreneaux(creneaux)).toBe(minutes);
          for (const { date } of creneaux) {
            expect(jours).toContain(jourSemaine(date));
            expect(nomFerie(date, alsaceMoselle)).toBeNull();
          }
          const fin = creneaux.at(-1)!.date;
          expect(fautesSession({ debut, fin, minutes, placesMax: 12, creneaux, partenaires: [] })).toEqual(
            {},
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('where a session stands', () => {
  const du = { debut: '2026-04-07', fin: '2026-04-08' };
  test.each([
    ['2026-04-06', 'envisagee', 'envisagee'],
    ['2026-04-06', 'confirmee', 'a_venir'],
    ['2026-04-07', 'envisagee', 'en_cours'],
    ['2026-04-08', 'confirmee', 'en_cours'],
    ['2026-04-09', 'confirmee', 'terminee'],
    ['2026-04-09', 'annulee', 'annulee'],
  ] as const)('on %s, %s is %s', (today, statut, etat) => {
    expect(etatSession({ ...du, statut }, today)).toBe(etat);
  });

  test.each([
    [5, 0, '5 sur 12, il en manque 1 pour ouvrir'],
    [3, 3, '6 sur 12, 6 places libres'],
    [10, 1, '11 sur 12, 1 place libre'],
    [12, 0, '12 sur 12, complet'],
    [12, 2, '14 sur 12, 2 de trop'],
  ])('%i of ours and %i of partners: %s', (nous, partenaires, phrase) => {
    expect(direRemplissage({ min: 6, max: 12, nous, partenaires, enAttente: 0 })).toBe(phrase);
  });
});

describe('what to look at', () => {
  const dossier: DossierSession = {
    etat: 'a_venir',
    statut: 'confirmee',
    genre: 'module_court',
    debut: '2026-04-07',
    minutes: 14 * 60,
    creneaux: journees('2026-04-07', '2026-04-08'),
    remplissage: { min: 6, max: 12, nous: 8, partenaires: 0, enAttente: 0 },
    stagiairesPrevus: 8,
    coutMode: 'heure_stagiaire',
    coutCentimes: 1400,
    certification: '',
    certificationCode: '',
    organisme: { nom: 'Afpa', reconnu: true },
    alsaceMoselle: false,
  };
  const codes = (reste: Partial<DossierSession>) =>
    pointsSession({ ...dossier, ...reste }).map(({ code }) => code);

  test.each<[Partial<DossierSession>, string[]]>([
    [{}, []],
    [{ minutes: 15 * 60 }, ['heures_differentes']],
    [{ creneaux: [] }, ['calendrier_vide']],
    [{ creneaux: journees('2026-04-06', '2026-04-07') }, ['ferie']],
    [{ creneaux: journees('2026-04-05', '2026-04-07') }, ['dimanche']],
    [{ creneaux: journees('2026-04-03', '2026-04-07'), alsaceMoselle: true }, ['ferie']],
    [{ remplissage: { ...dossier.remplissage, nous: 5 } }, ['sous_minimum']],
    [{ remplissage: { ...dossier.remplissage, nous: 5 }, etat: 'terminee' }, []],
    [{ remplissage: { ...dossier.remplissage, nous: 13 } }, ['trop']],
    [{ stagiairesPrevus: 10, remplissage: { ...dossier.remplissage, partenaires: 3 } }, ['prevus']],
    [{ coutCentimes: 10_000 }, []],
    [{ coutCentimes: 10_001 }, ['cout_eleve']],
    [{ coutCentimes: 10_001, coutMode: 'forfait' }, []],
    [{ coutCentimes: 0 }, ['cout_nul']],
    [{ coutCentimes: 0, organisme: null }, []],
    [{ organisme: { nom: 'Afpa', reconnu: false } }, ['organisme']],
    [{ genre: 'certifiante' }, ['certification']],
    [{ genre: 'certifiante', certification: 'rs', certificationCode: 'RS5616' }, []],
    [{ etat: 'en_cours', statut: 'envisagee' }, ['non_confirmee']],
    [{ etat: 'annulee', creneaux: [] }, []],
  ])('%j', (reste, attendus) => {
    expect(codes(reste)).toEqual(attendus);
  });
});

test.each([
  ['rncp', '35832', 'RNCP35832'],
  ['rncp', ' rncp 35 832', 'RNCP35832'],
  ['rs', 'RS-5616', 'RS5616'],
  ['rs', 'RNCP35832', null],
  ['rncp', '', null],
  ['rncp', '3583b', null],
  ['rs', '1234567', null],
] as const)('%s %j reads as %s', (registre, saisi, lu) => {
  expect(lireCertification(registre, saisi)).toBe(lu);
});

test('windows: bounds, neighbours across the year, and where a session stands', () => {
  expect(bornesDe({ annee: 2028, mois: 2 })).toEqual({ du: '2028-02-01', au: '2028-02-29' });
  expect(bornesDe({ annee: 2026, mois: 12 })).toEqual({ du: '2026-12-01', au: '2026-12-31' });
  expect(bornesDe({ annee: 2026, mois: null })).toEqual({ du: '2026-01-01', au: '2026-12-31' });
  expect(fenetreVoisine({ annee: 2026, mois: 12 }, 1)).toEqual({ annee: 2027, mois: 1 });
  expect(fenetreVoisine({ annee: 2026, mois: 1 }, -1)).toEqual({ annee: 2025, mois: 12 });
  expect(fenetreVoisine({ annee: 2026, mois: null }, -1)).toEqual({ annee: 2025, mois: null });
  const avril = bornesDe({ annee: 2026, mois: 4 });
  expect(placeDans({ debut: '2026-03-20', fin: '2026-04-03' }, avril)).toEqual({ depart: 0, largeur: 0.1 });
  const rangee = { debut: '2026-03-31', minutes: 840, creneaux: journees('2026-04-01'), demiJournees: 4 };
  const heures = (reste: object) => minutesDansFenetre([{ ...rangee, ...reste } as never], avril);
  expect(heures({})).toBe(420);
  expect(heures({ creneaux: [], demiJournees: 4 })).toBe(0);
  expect(heures({ creneaux: [], demiJournees: 0 })).toBe(0);
  expect(heures({ creneaux: [], demiJournees: 0, debut: '2026-04-01' })).toBe(840);
  expect(placeDans({ debut: '2026-04-16', fin: '2026-06-01' }, avril)).toEqual({ depart: 0.5, largeur: 0.5 });
});
