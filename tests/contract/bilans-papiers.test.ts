import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sansGarde } from '../../shared/garde-formule.ts';
import { type Essai, essai } from '../appui.ts';
import { planter } from '../bilans-appui.ts';

let e: Essai;
let id: string;
const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };
/** As long and as hostile as a name gets. */
const HOSTILE = `=Œuvrard-N’Diaye <b>"&"</b> ; ${'x'.repeat(150)}`;

beforeEach(async () => {
  e = essai();
  await e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '',
    codePostal: '',
    ville: '',
    telephone: '',
    courriel: '',
    conventionNumero: '',
    logo: '',
  });
  planter(e, {
    organisations: [{ nom: HOSTILE, genre: 'marchand' }, { nom: 'Serre' }],
    salaries: [
      { prenom: 'Awa', nom: 'Diop', sexe: 'F' },
      { prenom: 'Paul', nom: 'Oumarou', sexe: 'H' },
    ],
    sollicitations: [
      { date: '2025-03-01', organisations: [0], resultat: 'accord', nature: 'formation' },
      { date: '2025-04-01', organisations: [1], resultat: 'refus' },
      { date: '2024-04-01', organisations: [1] },
    ],
    immersions: [
      { salarie: 0, organisation: 0, debut: '2025-02-03', fin: '2025-02-14' },
      { salarie: 1, organisation: 1, debut: '2025-03-03', fin: '2025-03-14', objet: 'recruter' },
    ],
  });
  ({ id } = await e.reussir('bilans.ouvrir', { profil: 'reseau', ...ANNEE }));
});
afterEach(() => e.fermer());

type Cellules = (string | number | Date | boolean | null)[];
const dernier = () => e.traces.fichiers.at(-1)!;

async function classeur(entree: object = {}): Promise<Map<string, Cellules[]>> {
  await e.reussir('bilans.tableur', { id, format: 'xlsx', ...entree });
  const feuilles = (await readXlsx(Buffer.from(dernier().contenu), { trim: false })) as unknown as {
    sheet: string;
    data: Cellules[];
  }[];
  return new Map(feuilles.map(({ sheet, data }) => [sheet, data]));
}

/** A CSV of several tables: each after its name, an empty line between two. */
async function csv(entree: object = {}): Promise<Map<string, string[][]>> {
  await e.reussir('bilans.tableur', { id, format: 'csv', ...entree });
  const lignes = parse(new TextDecoder().decode(dernier().contenu), {
    bom: true,
    delimiter: ';',
    relax_column_count: true,
    skip_empty_lines: false,
  }) as string[][];
  const tables = new Map<string, string[][]>();
  let courante: string[][] | null = null;
  for (const ligne of lignes) {
    if (ligne.length === 1 && ligne[0] === '') courante = null;
    else if (courante === null) {
      courante = [];
      tables.set(ligne[0]!, courante);
    } else courante.push(ligne);
  }
  return tables;
}

/** A cell of the workbook as the CSV writes it. */
function enTexte(lue: Cellules[number], ecrite: string): string {
  if (lue === null) return '';
  if (lue instanceof Date) return lue.toISOString().slice(0, 10).split('-').reverse().join('/');
  if (typeof lue !== 'number') return String(lue);
  const nombre = ecrite.endsWith('%') ? lue * 100 : lue;
  return `${String(Math.round(nombre * 100) / 100).replace('.', ',')}${ecrite.endsWith('%') ? '%' : ''}`;
}

describe('a bilan in a spreadsheet', () => {
  test('the workbook and the CSV say the same, cell by cell, names included', async () => {
    await e.reussir('bilans.enregistrer', { id, textes: { echanges: '=1+1\n\nUne belle année.' } });
    const feuilles = await classeur({ annexe: 'noms' });
    const tables = await csv({ annexe: 'noms' });
    expect([...tables.keys()]).toEqual([...feuilles.keys()]);
    expect([...feuilles.keys()]).toEqual(
      expect.arrayContaining(['Synthèse', 'Indicateurs', 'Répartitions', 'Textes', 'Méthode', 'Immersions']),
    );
    for (const [nom, lignes] of feuilles) {
      const ecrites = tables.get(nom)!;
      expect(ecrites.length, nom).toBe(lignes.length);
      for (const [rang, ligne] of lignes.entries())
        expect(
          ligne.map((cellule, place) => enTexte(cellule, ecrites[rang]![place]!)),
          nom,
        ).toEqual(ecrites[rang]!.map(sansGarde));
    }
  });

  test('every figure is the one on screen, in its own type', async () => {
    const { bilan } = await e.reussir('bilans.get', { id });
    const [entetes, ...lignes] = (await classeur()).get('Indicateurs')!;
    const place = (titre: string) => entetes!.indexOf(titre);
    const figures = bilan.sections.flatMap((section) => section.lignes);
    expect(lignes).toHaveLength(figures.length);
    const diviseurs = { nombre: 1, minutes: 60, centimes: 100, etp: 100, quotient: 100, taux: 1000 };
    for (const [rang, { label, unite, mesure, base }] of figures.entries()) {
      const ligne = lignes[rang]!;
      expect(ligne[place('Indicateur')]).toBe(label);
      expect(ligne[place('Base')] ?? '').toBe(base);
      const attendu = mesure.valeur === null ? null : mesure.valeur / diviseurs[unite];
      if (attendu === null) expect(ligne[place('Chiffre')], label).toBeNull();
      else expect(ligne[place('Chiffre')], label).toBeCloseTo(attendu, 2);
    }
  });

  test('the rows joined count as many as the figure; under pseudonyms they name nobody', async () => {
    const { bilan } = await e.reussir('bilans.get', { id });
    const total = bilan.sections
      .flatMap(({ lignes }) => lignes)
      .find(({ code }) => code === 'immersions.total')!;
    const [entetes, ...lignes] = (await classeur({ annexe: 'pseudonymes' })).get('Immersions')!;
    const comptees = lignes.filter((ligne) => ligne[entetes!.indexOf(total.label)] === 'oui');
    expect(comptees).toHaveLength(total.mesure.valeur!);
    expect(entetes).toContain('Personne');
    expect(JSON.stringify([...(await csv({ annexe: 'pseudonymes' })).values()])).not.toMatch(/Diop|Oumarou/);
    expect(JSON.stringify([...(await csv({ annexe: 'noms' })).values()])).toMatch(/Diop/);
  });

  test('tells how far it is with its rows, and stops when asked', async () => {
    const pas: number[] = [];
    e.surProgression = (fait) => pas.push(fait);
    await e.reussir('bilans.tableur', { id, format: 'xlsx', annexe: 'noms' });
    expect(pas.at(-1)).toBeGreaterThan(0);
    e.demanderArret();
    expect(await e.appeler('bilans.tableur', { id, format: 'xlsx', annexe: 'noms' })).toMatchObject({
      ok: false,
      error: { code: 'annulee' },
    });
  });
});

describe('a bilan on paper', () => {
  test('says its figures with their bases, its words and its method; a name stays a name', async () => {
    await e.reussir('bilans.enregistrer', { id, textes: { echanges: 'Une <b>belle</b> année.' } });
    await e.reussir('bilans.page', { id });
    const html = e.traces.pages.at(-1)!;
    const { bilan } = await e.reussir('bilans.get', { id });
    for (const { titre } of bilan.sections.filter(({ lignes, texte }) => lignes.length > 0 || texte))
      expect(html).toContain(titre);
    expect(html).toContain('Une &lt;b&gt;belle&lt;/b&gt; année.');
    expect(html).toContain('Méthode');
    expect(html).toMatch(/1\u00a0?.?sur.?2 échanges/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toContain('<script');
  });

  test('what was sent stays as it was sent, on paper and in the workbook', async () => {
    await e.reussir('bilans.emettre', { id });
    const avant = await classeur({ edition: 1, annexe: 'noms' });
    planter(e, { organisations: [{}], sollicitations: [{ date: '2025-05-01', organisations: [0] }] });
    expect(await classeur({ edition: 1, annexe: 'noms' })).toEqual(avant);
    expect(await classeur({ annexe: 'noms' })).not.toEqual(avant);
    await e.reussir('bilans.pdf', { id, edition: 1 });
    expect(dernier().nom).toMatch(/version-1\.pdf$/);
    await e.reussir('bilans.page', { id, edition: 1 });
    expect(e.traces.pages.at(-1)).toContain('version 1, émise le 24/03/2026');
    for (const nom of ['bilans.page', 'bilans.pdf'] as const)
      expect(await e.appeler(nom, { id, edition: 7 })).toMatchObject({ error: { code: 'introuvable' } });
  });

  test('nothing is handed out before the structure has a name, nor for a bilan that is not there', async () => {
    const autre = id.replace(/.$/, 'f');
    expect(await e.appeler('bilans.page', { id: autre })).toMatchObject({ error: { code: 'introuvable' } });
    expect(await e.appeler('bilans.tableur', { id, format: 'pdf' } as never)).toMatchObject({
      error: { champs: { format: expect.any(String) } },
    });
    e.depot.base().sqlite.exec('DELETE FROM structure');
    expect(await e.appeler('bilans.pdf', { id })).toMatchObject({ ok: false, error: { code: 'regle' } });
  });
});
