import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trouverIndicateur } from '../../shared/bilans/catalogue.ts';
import { PROFILS_LIVRES } from '../../shared/bilans/profils-livres/tous.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { planter } from '../bilans-appui.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };
const AVANT = { debut: '2024-01-01', fin: '2024-12-31' };

describe('a bilan', () => {
  test('opened twice for the same profile, period and convention, it is the same one', async () => {
    const { id } = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE });
    expect(await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE })).toEqual({ id });
    expect((await e.reussir('bilans.ouvrir', { profil: 'reseau', ...AVANT })).id).not.toBe(id);
    const { bilans } = await e.reussir('bilans.list', {});
    expect(bilans.map(({ titre }) => titre)).toEqual(['Réseau employeurs, 2025', 'Réseau employeurs, 2024']);
  });

  test('says its figures, its method, and the year before', async () => {
    planter(e, {
      organisations: [{}],
      sollicitations: [
        { date: '2025-03-01', organisations: [0] },
        { date: '2024-03-01', organisations: [0] },
        { date: '2024-03-02', organisations: [0] },
      ],
    });
    const { id } = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE });
    const { bilan } = await e.reussir('bilans.get', { id });
    const echanges = bilan.sections
      .flatMap(({ lignes }) => lignes)
      .find(({ code }) => code === 'reseau.echanges')!;
    expect(echanges.mesure.valeur).toBe(1);
    expect(echanges.precedente?.valeur).toBe(2);
    expect(bilan.methode.definitions.map(({ code }) => code)).toContain('reseau.echanges');
    expect(bilan.methode.versions.length).toBeGreaterThan(0);
  });

  test('texts of the year before are offered until they are touched; a cleared one stays cleared', async () => {
    const avant = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...AVANT });
    const [premiere] = PROFILS_LIVRES.find(({ code }) => code === 'reseau')!.contenu.sections;
    const section = premiere!.code;
    await e.reussir('bilans.enregistrer', { id: avant.id, textes: { [section]: 'Une belle année.' } });
    const { id } = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE });
    const lire = async () =>
      (await e.reussir('bilans.get', { id })).bilan.sections.find(({ code }) => code === section)!;
    expect(await lire()).toMatchObject({ texte: 'Une belle année.', repriseDe: 'Réseau employeurs, 2024' });
    await e.reussir('bilans.enregistrer', { id, textes: { [section]: '' } });
    expect(await lire()).toMatchObject({ texte: '', repriseDe: null });
    await e.reussir('bilans.enregistrer', { id, titre: 'Notre année' });
    expect(await lire()).toMatchObject({ texte: '' });
    expect((await e.reussir('bilans.get', { id })).bilan.titre).toBe('Notre année');
  });

  test('taken away and given back', async () => {
    const { id } = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE });
    await e.reussir('bilans.archive', { id });
    expect((await e.reussir('bilans.list', {})).bilans).toEqual([]);
    await e.reussir('bilans.restore', { id });
    expect((await e.reussir('bilans.list', {})).bilans).toHaveLength(1);
  });

  test.each([
    [{ profil: 'inconnu', ...ANNEE }, 'introuvable'],
    [{ profil: 'reseau', debut: '2025-12-31', fin: '2025-01-01' }, 'entree-invalide'],
    [{ profil: 'reseau', debut: '2000-01-01', fin: '2025-01-01' }, 'entree-invalide'],
    [{ profil: 'reseau', ...ANNEE, conventionId: idDeRang(99) }, 'introuvable'],
    [{ profil: '../x', ...ANNEE }, 'entree-invalide'],
  ])('refused: %j', async (entree, code) => {
    expect(await e.appeler('bilans.ouvrir', entree)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('profiles', () => {
  const CONTENU = {
    sections: [
      { code: 'a', titre: 'Tout', indicateurs: [{ code: 'reseau.echanges', axes: ['nature' as const] }] },
    ],
    resume: ['reseau.echanges'],
  };

  test('every shipped profile names indicators and breakdowns that exist', () => {
    for (const { contenu } of PROFILS_LIVRES) {
      const codes = contenu.sections.flatMap(({ indicateurs }) => indicateurs.map(({ code }) => code));
      for (const { code, axes } of contenu.sections.flatMap(({ indicateurs }) => indicateurs)) {
        const indicateur = trouverIndicateur(code);
        expect(indicateur, code).toBeDefined();
        expect(indicateur!.axes, code).toEqual(expect.arrayContaining(axes));
      }
      for (const code of contenu.resume) expect(codes).toContain(code);
    }
  });

  test('copied, changed, used, taken away: bilans made with it still open', async () => {
    const { code } = await e.reussir('bilans.saveProfil', {
      nom: 'Fondation',
      origine: 'reseau',
      contenu: CONTENU,
    });
    const profils = await e.reussir('bilans.profils', {});
    expect(profils.at(-1)).toMatchObject({ code, nom: 'Fondation', propre: true, origine: 'reseau' });
    const { id } = await e.reussir('bilans.ouvrir', { profil: code, ...ANNEE });
    await e.reussir('bilans.archiveProfil', { id: code });
    expect((await e.reussir('bilans.profils', {})).map(({ nom }) => nom)).not.toContain('Fondation');
    expect((await e.reussir('bilans.get', { id })).bilan.profil.nom).toBe('Fondation');
    await e.reussir('bilans.restoreProfil', { id: code });
    await e.reussir('bilans.saveProfil', { id: code, nom: 'Fondation du Val', contenu: CONTENU });
    expect((await e.reussir('bilans.get', { id })).bilan.titre).toBe('Fondation du Val, 2025');
  });

  test.each([
    [
      { ...CONTENU, sections: [{ code: 'a', titre: 'Vide', indicateurs: [] }], resume: [] },
      'contenu.sections',
    ],
    [
      { ...CONTENU, sections: [{ code: 'a', titre: 'X', indicateurs: [{ code: 'rien' }] }], resume: [] },
      'contenu.sections.0.indicateurs.0.code',
    ],
    [
      {
        ...CONTENU,
        sections: [
          { code: 'a', titre: 'X', indicateurs: [{ code: 'reseau.echanges', axes: ['objet' as const] }] },
        ],
      },
      'contenu.sections.0.indicateurs.0.axes',
    ],
    [{ ...CONTENU, resume: ['immersions.total'] }, 'contenu.resume'],
    [{ ...CONTENU, sections: [CONTENU.sections[0]!, CONTENU.sections[0]!] }, 'contenu.sections.1.code'],
  ])('refused beside what is wrong: %#', async (contenu, champ) => {
    const refus = await e.appeler('bilans.saveProfil', { nom: 'Profil', contenu });
    expect(refus).toMatchObject({ ok: false, error: { champs: { [champ]: expect.any(String) } } });
  });

  test('two profiles of one name', async () => {
    await e.reussir('bilans.saveProfil', { nom: 'Fondation', contenu: CONTENU });
    const refus = await e.appeler('bilans.saveProfil', { nom: 'fondation', contenu: CONTENU });
    expect(refus).toMatchObject({ ok: false, error: { champs: { nom: expect.any(String) } } });
  });
});
