import { describe, expect, test } from 'vitest';
import type { Signature } from '../../shared/immersions/dossier.ts';
import { controler } from '../../shared/immersions/regles.ts';
import {
  direSeuil,
  lireSeuil,
  propreAu,
  SEUILS,
  type SeuilPropre,
  seuilsAu,
} from '../../shared/parametres/seuils.ts';
import { dossier, niveau, trouver } from '../dossier-immersion.ts';

describe('thresholds', () => {
  const propre = (depuis: string, valeur: number): SeuilPropre => ({
    code: 'cumulJours',
    depuis,
    valeur,
    reference: '',
  });

  test.each([
    ['2025-12-31', 60],
    ['2026-01-01', 45],
    ['2026-06-30', 45],
    ['2026-07-01', 50],
  ])('on %s, %i days', (date, attendu) => {
    const propres = [propre('2026-07-01', 50), propre('2026-01-01', 45)];
    expect(seuilsAu(date, propres).cumulJours).toBe(attendu);
    expect(propreAu('cumulJours', date, propres)?.valeur ?? 60).toBe(attendu);
    expect(seuilsAu(date, propres).semaineMax).toBe(48 * 60);
  });

  test('each has a reference, a name of its own, and is within its bounds', () => {
    expect(new Set(SEUILS.map(({ code }) => code)).size).toBe(SEUILS.length);
    expect(new Set(SEUILS.map(({ label }) => label)).size).toBe(SEUILS.length);
    for (const { code, valeur, min, max, reference, label } of SEUILS) {
      expect(valeur >= min && valeur <= max, code).toBe(true);
      expect(reference.length, code).toBeGreaterThan(0);
      expect(direSeuil(code, valeur), label).not.toBe('');
    }
  });

  test('every check that compares says when its threshold was changed, and only then', () => {
    const code = 'dureeMois' as const;
    const lu = (depuis: string) =>
      controler(dossier({}, { seuils: [{ code, depuis, valeur: 2, reference: 'Arrêté' }] })).filter(
        ({ seuil }) => seuil,
      );
    expect(lu('2026-04-08')).toEqual([]);
    expect(lu('2026-04-07')).toMatchObject([
      {
        code: 'duree',
        seuil: 'Seuil de votre structure depuis le 07/04/2026 : 2 mois (Arrêté), au lieu de 1 mois.',
      },
    ]);
  });
});

describe('a threshold as it is typed', () => {
  test.each([
    ['semaineMax', '48 h', 2880],
    ['semaineMax', '48h30', 2910],
    ['semaineMax', '48:30', 2910],
    ['semaineMax', '48,5', 2910],
    ['nuitDebut', '21', 1260],
    ['cumulJours', '60 jours', 60],
    ['partContrat', '25\u00a0%', 25],
    ['dureeMois', '1 mois', 1],
    ['ageMin', '16 ans', 16],
    ['semaineMax', '48h75', null],
    ['semaineMax', 'beaucoup', null],
    ['cumulJours', '60,5', null],
    ['cumulJours', '-1', null],
    ['cumulJours', '', null],
  ] as const)('%s: %j', (code, texte, attendu) => {
    expect(lireSeuil(code, texte)).toBe(attendu);
  });

  test('what is written reads back the same', () => {
    for (const { code, valeur, unite, min, max } of SEUILS) {
      if (unite === 'decompte') continue;
      for (const lue of [valeur, min, max]) expect(lireSeuil(code, direSeuil(code, lue)), code).toBe(lue);
    }
  });
});

describe('before the start', () => {
  const signature = (date: string, role: Signature['role'] = 'accueil'): Signature => ({
    role,
    nom: '',
    date,
  });
  test.each([
    ['on the first day', '2026-04-07', undefined],
    ['the day after', '2026-04-08', 'a_voir'],
  ])('last signature %s', (_, date, attendu) => {
    const signatures = [signature('2026-04-01', 'beneficiaire'), signature(date)];
    const lu = dossier({}, { statut: 'signee', today: '2026-05-04', signatures });
    expect(niveau(lu, 'antidate')).toBe(attendu);
  });

  test('the sentence names who signed last, and how late', () => {
    const signatures = [signature('2026-04-10'), signature('2026-04-01', 'beneficiaire')];
    expect(trouver(dossier({}, { statut: 'prete', signatures }), 'antidate')).toMatchObject({
      titre: 'Signée le 10/04/2026, après le premier jour',
      phrase: expect.stringContaining('(structure d’accueil) date de 3 jours plus tard'),
    });
  });

  test('while a signature is missing, today is compared', () => {
    const signatures = [signature('2026-04-01')];
    const lu = (today: string) => niveau(dossier({}, { statut: 'prete', today, signatures }), 'antidate');
    expect(lu('2026-04-07')).toBeUndefined();
    expect(lu('2026-04-08')).toBe('a_voir');
  });
});

describe('the host', () => {
  const silence = {
    le: '2026-03-01',
    phrase: '« Atelier » n’est plus à contacter depuis le 01/03/2026 : demande.',
  };
  test('silence blocks a draft; what was agreed before stands', () => {
    expect(niveau(dossier({}, { organisation: { silence } }), 'silence')).toBe('bloquant');
    const emise = (today: string) => dossier({}, { organisation: { silence }, statut: 'prete', today });
    expect(niveau(emise('2026-02-28'), 'silence')).toBeUndefined();
    expect(niveau(emise('2026-03-01'), 'silence')).toBe('a_voir');
    expect(niveau(dossier(), 'silence')).toBeUndefined();
  });

  test('a load is worth a look while nothing is agreed', () => {
    const { saturation } = dossier().organisation!;
    const saturee = { organisation: { saturation: { ...saturation, niveau: 'saturee' as const } } };
    expect(niveau(dossier({}, saturee), 'saturation')).toBe('a_voir');
    expect(niveau(dossier({}, { ...saturee, statut: 'signee' }), 'saturation')).toBeUndefined();
    const soutenue = { organisation: { saturation: { ...saturation, niveau: 'soutenue' as const } } };
    expect(niveau(dossier({}, soutenue), 'saturation')).toBeUndefined();
  });

  test('it is neither a client of the AI without a word, nor the employer', () => {
    const ai = (roles: string[]) => dossier({}, { structure: { genre: 'AI' }, organisation: { roles } });
    expect(niveau(ai([]), 'mise-a-disposition')).toBe('juste');
    expect(niveau(ai(['client']), 'mise-a-disposition')).toBe('a_voir');
    expect(
      niveau(dossier({}, { organisation: { roles: ['client'] } }), 'mise-a-disposition'),
    ).toBeUndefined();
    expect(niveau(dossier({}, { structure: { siret: '42414308900037' } }), 'chez-soi')).toBe('a_voir');
    expect(niveau(dossier({}, { structure: { siret: '42414308900045' } }), 'chez-soi')).toBeUndefined();
  });

  const site = {
    id: 'x',
    nom: 'Annexe',
    siret: '',
    adresse: '1 quai',
    codePostal: '63000',
    ville: 'Clermont',
  };
  test.each([
    [site, [], undefined],
    [{ ...site, ville: '' }, ['Adresse du site Annexe à préciser'], 'siteId'],
    [{ ...site, id: 'y' }, ['Site d’accueil à préciser'], 'siteId'],
  ])('the site %j', (connu, titres, champ) => {
    const manques = controler(dossier({ siteId: 'x' }, { organisation: { sites: [connu] } })).filter(
      ({ code }) => code.startsWith('mention-'),
    );
    expect(manques.map(({ titre }) => titre)).toEqual(titres);
    expect(manques[0]?.champ).toBe(champ);
  });
});

describe('who is in charge there', () => {
  test.each([
    ['Léa Martin et Paul Roy', {}, undefined],
    ['Léa Martin et Martin Léa', {}, 'a_voir'],
    ['Léa Martin / Aminata Diallo', {}, 'bloquant'],
    ['Sophie Diallo', { representantLegal: 'DIALLO Sophie' }, 'a_voir'],
    ['Inès Roux', { prescripteurReferent: 'Inès Roux' }, 'a_voir'],
  ])('%s', (tuteurNom, saisie, attendu) => {
    expect(niveau(dossier({ tuteurNom, ...saisie }), 'tuteur')).toBe(attendu);
  });

  test('nor who signs for the employer', () => {
    const signatures = [{ role: 'employeur' as const, nom: 'Léa MARTIN', date: '2026-04-01' }];
    expect(niveau(dossier({}, { signatures }), 'tuteur')).toBe('a_voir');
  });

  test('two contacts of one name: which one?', () => {
    const lea = { id: 'a', prenom: 'Léa', nom: 'Martin', intitule: '' };
    const organisation = { interlocuteurs: [lea, { ...lea, id: 'b' }] };
    expect(trouver(dossier({}, { organisation }), 'tuteur')).toMatchObject({ champ: 'tuteurFonction' });
    expect(niveau(dossier({ tuteurId: 'a' }, { organisation }), 'tuteur')).toBeUndefined();
    expect(niveau(dossier({}, { organisation: { interlocuteurs: [lea] } }), 'tuteur')).toBeUndefined();
  });
});

test('what blocks always says where to put it right', () => {
  const vide = dossier(
    {
      objet: '',
      objectifs: '',
      activites: '',
      horaires: [[], [], [], [], [], [], []],
      debut: null,
      modeContrat: '',
    },
    { structure: { genre: 'ETTI', adresse: '' }, referent: null },
  );
  const bloquants = controler(vide).filter((lu) => lu.niveau === 'bloquant');
  expect(bloquants.length).toBeGreaterThan(5);
  for (const lu of bloquants) expect(lu.champ, lu.titre).toBeTruthy();
  const codes = controler(vide).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
