import { describe, expect, test } from 'vitest';
import {
  avecSections,
  axesDeFiltre,
  changerSection,
  codesDe,
  deplacer,
  nomCopie,
  rendreSection,
} from '../../shared/bilans/edition-profil.ts';
import type { ProfilContenu } from '../../shared/bilans/profil.ts';
import { periodeProposee } from '../../shared/bilans/regles.ts';

const section = (code: string, ...codes: string[]) => ({
  code,
  titre: code,
  consigne: '',
  indicateurs: codes.map((indicateur) => ({ code: indicateur, axes: [] })),
});

const CONTENU: ProfilContenu = {
  sections: [section('a', 'sorties.comptees', 'sorties.dynamiques'), section('b', 'immersions.total')],
  resume: ['immersions.total', 'sorties.dynamiques'],
  filtres: [],
  comparer: true,
  annexe: false,
};

describe('editing a profile', () => {
  test('one place up or down, never past an end', () => {
    expect(deplacer(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(deplacer(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(deplacer(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(deplacer(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });

  test('what leaves every section leaves the summary', () => {
    expect(codesDe(CONTENU)).toEqual(['sorties.comptees', 'sorties.dynamiques', 'immersions.total']);
    expect(avecSections(CONTENU, [section('b', 'immersions.total')]).resume).toEqual(['immersions.total']);
    const sans = changerSection(CONTENU, 1, (elle) => ({ ...elle, indicateurs: [] }));
    expect(sans.resume).toEqual(['sorties.dynamiques']);
    expect(sans.sections.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  test('a section taken away comes back in its place, with its figures of the summary', () => {
    const [premiere, seconde] = CONTENU.sections;
    const sans = avecSections(CONTENU, [seconde!]);
    expect(rendreSection(sans, CONTENU, premiere!)).toEqual(CONTENU);
    // What was done meanwhile stays.
    const depuis = { ...sans, annexe: true };
    expect(rendreSection(depuis, CONTENU, premiere!).annexe).toBe(true);
    expect(rendreSection(CONTENU, CONTENU, premiere!)).toBe(CONTENU);
    const repris = { ...sans, sections: [section('c', 'sorties.comptees')] };
    expect(codesDe(rendreSection(repris, CONTENU, premiere!))).toEqual([
      'sorties.dynamiques',
      'sorties.comptees',
    ]);
    expect(rendreSection(repris, CONTENU, premiere!).sections.map(({ code }) => code)).toEqual(['a', 'c']);
  });

  test('filters are offered on what the figures know, never on time', () => {
    const axes = axesDeFiltre(CONTENU);
    expect(axes).toEqual(expect.arrayContaining(['sexe', 'motif', 'objet']));
    expect(axes).not.toContain('mois');
    expect(axesDeFiltre({ ...CONTENU, sections: [section('a', 'parti.ailleurs')] })).toEqual([]);
  });

  test('a copy has a name of its own, within the limit', () => {
    expect(nomCopie('DDETS', ['DDETS'])).toBe('DDETS (copie)');
    expect(nomCopie('DDETS', ['ddets (COPIE)'])).toBe('DDETS (copie 2)');
    const long = 'n'.repeat(120);
    expect(nomCopie(long, [])).toHaveLength(120);
    expect(nomCopie(long, [nomCopie(long, [])])).toMatch(/ \(copie 2\)$/);
  });

  test('until the spring, the bilan to make is that of the year before', () => {
    expect(periodeProposee('2026-03-31')).toEqual({ debut: '2025-01-01', fin: '2025-12-31' });
    expect(periodeProposee('2026-04-01')).toEqual({ debut: '2026-01-01', fin: '2026-12-31' });
  });
});
