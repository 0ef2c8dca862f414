import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indicateurs } from '../../shared/bilans/regles.ts';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { type Faits, idDe, planter } from '../bilans-appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };

async function structure(raisonSociale = 'Les Ateliers du Val') {
  await e.reussir('parametres.saveStructure', {
    raisonSociale,
    genre: 'ACI',
    siret: '',
    adresse: '12 rue des Lavoirs',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '',
    courriel: '',
    conventionNumero: 'ACI 063 25 0012',
    logo: '',
  });
}

describe('exchanges', () => {
  test('an empty base gives zeros, and nothing to divide', async () => {
    const bilan = await e.reussir('bilans.compute', ANNEE);
    expect(bilan.organisations).toEqual({ valeur: 0, precedent: 0 });
    expect(bilan.parMois).toHaveLength(12);
    expect(bilan.parObjet.map(({ code }) => code)).toEqual(['decouvrir', 'confirmer', 'recruter']);
    expect(bilan.relances).toEqual({ faites: { valeur: 0, precedent: 0 }, echues: 0, echuesFaites: 0 });
  });

  test('both limits belong to the period, the days around do not', async () => {
    planter(e, {
      organisations: [{}],
      sollicitations: ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((date) => ({
        date,
        organisations: [0],
      })),
    });
    const { echanges, parMois } = await e.reussir('bilans.compute', ANNEE);
    expect(echanges).toEqual({ valeur: 2, precedent: 1 });
    expect(parMois[0]).toEqual({ code: '2025-01', valeur: 1, precedent: 0 });
    expect(parMois[11]).toEqual({ code: '2025-12', valeur: 1, precedent: 1 });
  });

  test('an organisation counts once, an exchange with three organisations once too', async () => {
    planter(e, {
      organisations: [{}, {}, {}],
      sollicitations: [
        { date: '2025-03-01', organisations: [0, 1, 2], canal: 'reunion' },
        { date: '2025-03-02', organisations: [0], nature: 'formation', resultat: 'accord' },
      ],
    });
    const bilan = await e.reussir('bilans.compute', ANNEE);
    expect(bilan.organisations.valeur).toBe(3);
    expect(bilan.echanges.valeur).toBe(2);
    expect(bilan.touches).toBe(4);
    expect(bilan.accords.valeur).toBe(1);
    expect(bilan.parCanal.find(({ code }) => code === 'reunion')?.valeur).toBe(1);
    expect(bilan.parNature.at(-1)).toEqual({ code: '', valeur: 1, precedent: 0 });
  });

  test('first time: no exchange at all before the period, even years before; archived exchanges never happened', async () => {
    planter(e, {
      organisations: [{}, {}, {}],
      sollicitations: [
        { date: '2019-05-05', organisations: [0] },
        { date: '2025-05-05', organisations: [0] },
        { date: '2019-05-05', organisations: [1], archivee: true },
        { date: '2025-05-05', organisations: [1] },
        { date: '2025-05-05', organisations: [2], archivee: true },
      ],
    });
    const { organisations, nouvelles } = await e.reussir('bilans.compute', ANNEE);
    expect(organisations.valeur).toBe(2);
    expect(nouvelles.valeur).toBe(1);
    const { lignes } = await e.reussir('bilans.rows', { ...ANNEE, figure: 'nouvelles' });
    expect(lignes.map(({ id }) => id)).toEqual([idDe('organisation', 1)]);
  });

  test('reached: at least one exchange that got an answer', async () => {
    planter(e, {
      organisations: [{}, {}],
      sollicitations: [
        { date: '2025-05-05', organisations: [0], resultat: 'sans_reponse' },
        { date: '2025-05-06', organisations: [0], resultat: 'sans_reponse' },
        { date: '2025-05-05', organisations: [1], resultat: 'sans_reponse' },
        { date: '2025-05-06', organisations: [1], resultat: 'refus' },
      ],
    });
    const { organisations, jointes } = await e.reussir('bilans.compute', ANNEE);
    expect([organisations.valeur, jointes.valeur]).toEqual([2, 1]);
  });

  test('an organisation archived since stays in the figures, and its row says so', async () => {
    planter(e, {
      organisations: [{ nom: 'Fermée', archivee: true }],
      sollicitations: [{ date: '2025-05-05', organisations: [0] }],
    });
    expect((await e.reussir('bilans.compute', ANNEE)).organisations.valeur).toBe(1);
    const { lignes } = await e.reussir('bilans.rows', { ...ANNEE, figure: 'organisations' });
    expect(lignes[0]!.detail).toContain('retirée du réseau');
  });

  test('a period still running stops today, and is compared with the same days', async () => {
    planter(e, {
      organisations: [{}],
      sollicitations: ['2025-03-24', '2025-03-25', '2026-03-24', '2026-03-25'].map((date) => ({
        date,
        organisations: [0],
      })),
    });
    const bilan = await e.reussir('bilans.compute', { debut: '2026-01-01', fin: '2026-12-31' });
    expect(bilan.arreteAu).toBe('2026-03-24');
    expect(bilan.precedente).toEqual({ debut: '2025-01-01', fin: '2025-03-24' });
    expect(bilan.echanges).toEqual({ valeur: 1, precedent: 1 });
    expect(bilan.parMois).toHaveLength(12);
  });

  test('a period not begun counts nothing, not even what spans its first day', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [{ salarie: 0, organisation: 0, debut: '2026-03-20', fin: '2027-01-10', statut: 'signee' }],
    });
    const bilan = await e.reussir('bilans.compute', { debut: '2027-01-01', fin: '2027-12-31' });
    expect(bilan.precedente).toBeNull();
    expect(bilan.immersions).toEqual({ valeur: 0, precedent: null });
    expect(
      (await e.reussir('bilans.rows', { debut: '2027-01-01', fin: '2027-12-31', figure: 'immersions' }))
        .total,
    ).toBe(0);
  });

  test('follow-ups: done in the period, due in the period, and both limits', async () => {
    planter(e, {
      organisations: [{}],
      relances: [
        { organisation: 0, echeance: '2024-12-30', faitLe: '2025-01-01' },
        { organisation: 0, echeance: '2025-12-31', faitLe: '2026-01-05' },
        { organisation: 0, echeance: '2025-06-01' },
        { organisation: 0, echeance: '2025-06-01', faitLe: '2025-06-01', archivee: true },
      ],
    });
    expect((await e.reussir('bilans.compute', ANNEE)).relances).toEqual({
      faites: { valeur: 1, precedent: 0 },
      echues: 2,
      echuesFaites: 1,
    });
  });
});

describe('immersions', () => {
  const faits: Faits = {
    organisations: [{ genre: 'public' }, { genre: 'marchand' }],
    salaries: [{ sexe: 'F' }, { sexe: 'H' }, { sexe: '' }],
    immersions: [
      // A full week of 2025: 35 h.
      { salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-07' },
      { salarie: 0, organisation: 1, debut: '2025-04-07', fin: '2025-04-11', objet: 'recruter' },
      { salarie: 1, organisation: 1, debut: '2025-03-03', fin: '2025-03-07', statut: 'prete' },
      { salarie: 2, organisation: 1, debut: '2025-03-03', fin: '2025-03-07', statut: 'signee' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', statut: 'brouillon' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', statut: 'annulee' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', statut: 'refusee' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', archivee: true },
      { salarie: 1, organisation: 1, debut: null, fin: null, statut: 'prete' },
    ],
  };

  test('drafts, refused, cancelled and archived conventions do not count; persons count once, by gender, unknown shown', async () => {
    planter(e, faits);
    const { tousObjets, parObjet, immersions, personnes, minutes } = await e.reussir('bilans.compute', ANNEE);
    expect([immersions.valeur, personnes.valeur, minutes.valeur]).toEqual([4, 3, 4 * 2100]);
    expect(tousObjets.F).toEqual({ immersions: 2, personnes: 1, minutes: 4200 });
    expect(tousObjets.inconnu).toEqual({ immersions: 1, personnes: 1, minutes: 2100 });
    const recruter = parObjet.find(({ code }) => code === 'recruter')!;
    expect(recruter.total).toEqual({ immersions: 1, personnes: 1, minutes: 2100 });
  });

  test('astride the period: counted in both years, hours only for the days of each', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      // Monday 29/12/2025 to Friday 09/01/2026; the 1st of January is a holiday: 3 days, then 1 + 5.
      immersions: [{ salarie: 0, organisation: 0, debut: '2025-12-29', fin: '2026-01-09' }],
    });
    const avant = await e.reussir('bilans.compute', ANNEE);
    const apres = await e.reussir('bilans.compute', { debut: '2026-01-01', fin: '2026-03-31' });
    expect([avant.immersions.valeur, avant.minutes.valeur]).toEqual([1, 3 * 420]);
    expect([apres.immersions.valeur, apres.minutes.valeur]).toEqual([1, 6 * 420]);
    expect([avant.immersionsAnterieures, apres.immersionsAnterieures]).toEqual([0, 1]);
  });

  test('hours are those really done: absences, extra hours, an early end; a person who never came did none', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}, {}],
      immersions: [
        // Astride the year: absent on 30/12, half a day on Saturday 03/01, then as agreed.
        {
          salarie: 0,
          organisation: 0,
          debut: '2025-12-29',
          fin: '2026-01-09',
          presences: [
            { date: '2025-12-30', minutes: 0 },
            { date: '2026-01-03', minutes: 180 },
          ],
        },
        {
          salarie: 0,
          organisation: 0,
          debut: '2025-03-03',
          fin: '2025-03-07',
          presences: [{ date: '2025-03-04', minutes: 120 }],
        },
        { salarie: 1, organisation: 0, debut: '2025-06-02', fin: '2025-06-06', realisation: 'absente' },
      ],
    });
    const avant = await e.reussir('bilans.compute', ANNEE);
    const apres = await e.reussir('bilans.compute', { debut: '2026-01-01', fin: '2026-03-31' });
    expect([avant.immersions.valeur, avant.minutes.valeur]).toEqual([3, 2 * 420 + 4 * 420 + 120]);
    expect(apres.minutes.valeur).toBe(6 * 420 + 180);
    const { lignes } = await e.reussir('bilans.rows', { ...ANNEE, figure: 'immersions' });
    expect(lignes.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('14 h'),
      expect.stringContaining('0 h'),
      expect.stringContaining('30 h'),
    ]);
  });

  test('stopped early through the application: only the days lived count, with their hours', async () => {
    const { salarieId, organisationId, referentId } = await parcours(e);
    const { id } = await e.reussir(
      'immersions.create',
      saisieComplete(salarieId, organisationId, { referentId, debut: '2026-03-30', fin: '2026-04-10' }),
    );
    await e.reussir('immersions.issue', { id });
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-02', motif: 'Trajet trop long.' });
    e.nousSommesLe('2026-05-04');
    const annee = { debut: '2026-01-01', fin: '2026-12-31' };
    const { minutes } = await e.reussir('bilans.compute', annee);
    expect(minutes.valeur).toBe(4 * 420);
  });

  test('a renewal is one immersion more, and is said to be one', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [
        { salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-07' },
        { salarie: 0, organisation: 0, debut: '2025-03-10', fin: '2025-03-14', renouvelle: 0 },
      ],
    });
    const bilan = await e.reussir('bilans.compute', ANNEE);
    expect([bilan.immersions.valeur, bilan.renouvellements, bilan.personnes.valeur]).toEqual([2, 1, 1]);
    expect(indicateurs(bilan).find(({ code }) => code === 'immersions')?.base).toBe(
      '1 personne (1 F, 0 H), dont 1 renouvellement',
    );
  });

  test('one day inside is enough, at either limit', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [
        { salarie: 0, organisation: 0, debut: '2024-12-20', fin: '2025-01-01' },
        { salarie: 0, organisation: 0, debut: '2025-12-31', fin: '2026-01-05' },
        { salarie: 0, organisation: 0, debut: '2024-12-20', fin: '2024-12-31' },
        { salarie: 0, organisation: 0, debut: '2026-01-01', fin: '2026-01-05' },
      ],
    });
    expect((await e.reussir('bilans.compute', ANNEE)).immersions.valeur).toBe(2);
  });

  test('rows: immersions by objet and gender, persons once each', async () => {
    planter(e, faits);
    const par = async (entree: Omit<Entree<'bilans.rows'>, 'debut' | 'fin'>) =>
      (await e.reussir('bilans.rows', { ...ANNEE, ...entree })).total;
    expect(await par({ figure: 'immersions' })).toBe(4);
    expect(await par({ figure: 'immersions', filtres: [{ axe: 'objet', code: 'recruter' }] })).toBe(1);
    expect(await par({ figure: 'immersions', filtres: [{ axe: 'hote', code: 'public' }] })).toBe(1);
    expect(await par({ figure: 'personnes' })).toBe(3);
    const inconnues = [{ axe: 'sexe' as const, code: 'inconnu' }];
    expect(await par({ figure: 'personnes', filtres: inconnues })).toBe(1);
  });
});

describe('bad and hostile input', () => {
  test.each([
    [{ debut: '2025-12-31', fin: '2025-01-01' }, { fin: 'La fin de la période précède son début.' }],
    [{ debut: '2005-01-01', fin: '2025-12-31' }, { fin: 'Un bilan couvre 20 ans au plus.' }],
    [
      { debut: '2025-02-30', fin: '2025-12-31' },
      { debut: 'Cette date n’existe pas (attendu : jj/mm/aaaa).' },
    ],
  ])('%j is refused beside its field by every operation', async (periode, champs) => {
    for (const nom of ['compute', 'preview', 'exportPdf'] as const) {
      expect(await e.appeler(`bilans.${nom}`, periode)).toMatchObject({
        ok: false,
        error: { code: 'entree-invalide', champs },
      });
    }
    expect(await e.appeler('bilans.rows', { ...periode, figure: 'echanges' })).toMatchObject({
      error: { champs },
    });
    expect(await e.appeler('bilans.export', { ...periode, format: 'xlsx' })).toMatchObject({
      error: { champs },
    });
    expect(e.traces.fichiers).toEqual([]);
  });

  test('ten years to the day pass', async () => {
    expect((await e.appeler('bilans.compute', { debut: '2016-01-01', fin: '2025-12-31' })).ok).toBe(true);
  });

  test.each([
    { figure: '__proto__' },
    { figure: 'organisations', filtres: [{ axe: 'canal', code: 'visite' }] },
    {
      figure: 'echanges',
      filtres: [
        { axe: 'canal', code: 'a' },
        { axe: 'canal', code: 'b' },
      ],
    },
    { figure: 'echanges', nombre: 201 },
    { figure: 'echanges', depuis: -1 },
    { figure: 'echanges', filtres: [{ axe: 'canal) OR 1=1 --', code: '' }] },
    { figure: 'echanges', inattendu: 1 },
  ])('%j is refused', async (entree) => {
    const enveloppe = await e.appeler('bilans.rows', { ...ANNEE, ...entree } as never);
    expect(enveloppe).toMatchObject({ ok: false, error: { code: 'entree-invalide' } });
  });

  test('a hostile code is a value, never SQL', async () => {
    planter(e, { organisations: [{}], sollicitations: [{ date: '2025-05-05', organisations: [0] }] });
    const filtres = [{ axe: 'canal' as const, code: "' OR '1'='1" }];
    expect((await e.reussir('bilans.rows', { ...ANNEE, figure: 'echanges', filtres })).total).toBe(0);
  });

  test('before the first run there is no heading to print: said, not broken', async () => {
    for (const nom of ['preview', 'exportPdf'] as const) {
      expect(await e.appeler(`bilans.${nom}`, ANNEE)).toMatchObject({ ok: false, error: { code: 'regle' } });
    }
    expect(await e.appeler('bilans.export', { ...ANNEE, format: 'xlsx' })).toMatchObject({
      error: { code: 'regle' },
    });
  });
});

describe('what leaves the application', () => {
  const HOSTILE = '=HYPERLINK("http://x";"clic")</style><script>alert(1)</script>';

  function lireCsv(): Record<string, string>[] {
    const { contenu } = e.traces.fichiers.at(-1)!;
    const texte = new TextDecoder('utf-8', { ignoreBOM: true }).decode(contenu);
    expect(texte.startsWith('\ufeff')).toBe(true);
    expect(texte.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    return parse(texte, { bom: true, delimiter: ';', columns: true, record_delimiter: '\r\n' });
  }

  test('the CSV of a bilan opens in French Excel: heading, indicators with base, definitions', async () => {
    await structure(HOSTILE);
    planter(e, {
      organisations: [{}, {}],
      sollicitations: [
        { date: '2025-05-05', organisations: [0], resultat: 'accord' },
        { date: '2025-06-05', organisations: [0, 1] },
        { date: '2025-06-06', organisations: [1] },
      ],
      salaries: [{}],
      immersions: [{ salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-04' }],
    });
    await e.reussir('bilans.export', { ...ANNEE, format: 'csv' });
    expect(e.traces.fichiers[0]!.nom).toBe('bilan 2025-01-01 2025-12-31.csv');
    const lignes = lireCsv();
    const ligne = (nom: string) => lignes.find(({ Ligne }) => Ligne === nom)!;
    expect(ligne('Structure').Précision).toBe(`'${HOSTILE}`);
    expect(ligne('Accords et actions réalisées')).toMatchObject({
      Nombre: '1',
      Sur: '3',
      'Taux (%)': '33,33',
    });
    expect(ligne('juin 2025')).toMatchObject({ Nombre: '2', Sur: '3' });
    expect(ligne('Heures d’immersion')).toMatchObject({ Nombre: '14', Unité: 'heures' });
    expect(lignes.filter(({ Partie }) => Partie === 'Définitions').length).toBeGreaterThan(5);
  });

  test('the rows behind a figure, all of them and guarded', async () => {
    planter(e, {
      organisations: [{ nom: '@SUM(A1)' }],
      sollicitations: Array.from({ length: 230 }, () => ({
        date: '2025-05-05',
        organisations: [0],
        texte: '+33 6 ; "mardi"\nmatin',
      })),
    });
    const { lignes: page, total } = await e.reussir('bilans.rows', {
      ...ANNEE,
      figure: 'echanges',
      nombre: 200,
    });
    expect([page.length, total]).toEqual([200, 230]);
    const { lignes: suite } = await e.reussir('bilans.rows', {
      ...ANNEE,
      figure: 'echanges',
      depuis: 200,
      nombre: 200,
    });
    expect(new Set([...page, ...suite].map(({ id }) => id)).size).toBe(230);
    await e.reussir('bilans.exportRows', { ...ANNEE, figure: 'echanges', format: 'csv' });
    const lignes = parse(e.traces.fichiers[0]!.contenu as Buffer, {
      bom: true,
      delimiter: ';',
      columns: true,
    }) as Record<string, string>[];
    expect(lignes).toHaveLength(230);
    expect(lignes[0]).toMatchObject({ Organisations: "'@SUM(A1)", Texte: '\'+33 6 ; "mardi"\nmatin' });
  });

  test.each([
    'organisations',
    'jointes',
    'nouvelles',
    'accords',
    'relances',
    'immersions',
    'personnes',
  ] as const)('the rows of %s are exported with a heading even when there are none', async (figure) => {
    await e.reussir('bilans.exportRows', { ...ANNEE, figure, format: 'csv' });
    expect(new TextDecoder().decode(e.traces.fichiers[0]!.contenu).trim().split('\r\n')).toHaveLength(1);
  });

  test('the page carries the heading, the figures, their bases and the definitions; a hostile name stays text', async () => {
    await structure(HOSTILE);
    planter(e, {
      organisations: [{}],
      sollicitations: [{ date: '2025-05-05', organisations: [0], resultat: 'accord' }],
      salaries: [{}],
      immersions: [{ salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-04' }],
    });
    await e.reussir('bilans.preview', ANNEE);
    const [html] = e.traces.pages;
    expect(html).toContain('Bilan 2025');
    expect(html).toContain('1 sur 1 échange, soit 100');
    expect(html).toContain('Ce que comptent ces chiffres');
    expect(html).not.toContain('<script');
    expect((await e.reussir('bilans.exportPdf', ANNEE)).etat).toBe('enregistre');
    expect(e.traces.pdf[0]).toBe(html);
  });

  test('an empty period says so on paper', async () => {
    await structure();
    await e.reussir('bilans.preview', ANNEE);
    expect(e.traces.pages[0]).toContain('Aucun échange, aucune relance faite et aucune immersion');
  });
});
