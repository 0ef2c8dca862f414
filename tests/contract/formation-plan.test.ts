import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { resteDe } from '../../shared/formation/plan-parties.ts';
import { AXES_PLAN } from '../../shared/formation/regles-plan.ts';
import { type Essai, essai } from '../appui.ts';
import { idDe, planterFormation } from '../formation-plan.ts';
import { parcours } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const plan = (annee = 2026) => e.reussir('formation.plan', { annee });

/** A module over, a certifying one astride two years, one only thought of; two that count nowhere. */
function annee(): void {
  planterFormation(e, {
    organisations: ['GRETA du Val', 'OPCO Santé', 'Région', 'Ménage Service'],
    salaries: [
      { sexe: 'F', support: 'espaces_verts' },
      { sexe: 'H', support: 'espaces_verts' },
      { sexe: 'F' },
      { sexe: 'H', support: 'restauration' },
    ],
    sessions: [
      {
        titre: 'Entretien d’un gazon',
        theme: 'espaces_verts',
        organisme: 0,
        minutes: 420,
        prevus: 4,
        cout: 1400,
        fin: '2026-02-03',
        jours: ['2026-02-02', '2026-02-03'],
        inscrits: [
          { salarie: 0, statut: 'au_bout', presences: { '2026-02-02': 210, '2026-02-03': 210 } },
          { salarie: 1, statut: 'interrompu', presences: { '2026-02-02': 100 } },
          { salarie: 2, statut: 'au_bout', presences: { '2026-02-02': 210 } },
          { salarie: 3, statut: 'positionne' },
        ],
        partenaires: [{ organisation: 3, places: 3, entres: 2, femmes: 1 }],
        financements: [
          { organisation: 1, part: 700, mouvements: { demande: 20_580, accorde: 20_580, verse: 10_000 } },
          { organisation: 2, part: 300 },
        ],
      },
      {
        titre: 'Agent de restauration',
        genre: 'certifiante',
        theme: 'restauration',
        certification: 'rncp',
        support: 'restauration',
        debut: '2025-12-15',
        fin: '2026-01-12',
        minutes: 840,
        prevus: 2,
        coutMode: 'forfait',
        cout: 100_000,
        jours: ['2025-12-15', { date: '2026-01-05', minutes: 630 }],
        inscrits: [
          { salarie: 0, statut: 'au_bout', resultat: 'total' },
          { salarie: 3, statut: 'au_bout', resultat: 'echoue' },
          { salarie: 2, statut: 'au_bout', resultat: 'non_presente' },
        ],
      },
      {
        titre: 'Atelier CV',
        genre: 'atelier',
        statut: 'envisagee',
        debut: '2026-06-01',
        minutes: 180,
        prevus: 6,
      },
      { titre: 'Annulée', statut: 'annulee', prevus: 10, inscrits: [{ salarie: 0, statut: 'valide' }] },
      { titre: 'Retirée', archivee: true, prevus: 10, inscrits: [{ salarie: 0, statut: 'valide' }] },
    ],
    besoins: [
      { salarie: 0, theme: 'francais', priorite: 'haute' },
      { salarie: 0, theme: 'francais' },
      { support: 'espaces_verts', effectif: 4, theme: 'francais' },
      { salarie: 1, theme: 'francais', statut: 'satisfait' },
    ],
  });
}

test('the year: hours, trainees, money and what came of them', async () => {
  annee();
  const lu = await plan();
  expect(lu.arreteAu).toBe('2026-03-24');
  expect(lu.figures).toEqual({
    sessions: 3,
    stagiaires: 4,
    inscriptions: 6,
    // 4 × 7 h, three quarters of 2 × 14 h, 6 × 3 h
    prevues: 4 * 420 + 2 * 630 + 6 * 180,
    engagees: 3 * 420 + 3 * 630,
    realisees: 730,
    // 3 trainees × 7 h × 14 €, then three quarters of the flat price
    cout: 29_400 + 75_000,
    accorde: 20_580,
    // the Région's 30 %, not asked for yet
    attendu: 8_820,
    auBout: 5,
    interrompus: 1,
    enCours: 0,
    certification: { total: 1, partiel: 0, echoue: 1, nonPresente: 1, attente: 0 },
  });
  expect(lu.avant).toMatchObject({ sessions: 1, engagees: 3 * 210, cout: 25_000, auBout: 0 });
  expect(lu.parMois.slice(0, 2)).toEqual([
    { mois: '2026-01', prevues: 2 * 630, engagees: 3 * 630, realisees: 0 },
    { mois: '2026-02', prevues: 4 * 420, engagees: 3 * 420, realisees: 730 },
  ]);
  // 3 × 2 half-days in February and 3 × 1 in January went by; four were entered.
  expect(lu.demis).toEqual({ passees: 9, saisies: 4 });
  expect(lu.partenaires).toEqual({
    structures: 1,
    sessions: 1,
    places: 3,
    entres: 2,
    entresFemmes: 1,
    inconnues: 0,
  });
});

test('each breakdown adds up to the year, the year before too', async () => {
  annee();
  const lu = await plan();
  for (const axe of AXES_PLAN) {
    for (const cle of [
      'inscriptions',
      'prevues',
      'engagees',
      'realisees',
      'cout',
      'accorde',
      'attendu',
    ] as const) {
      expect(lu.axes[axe].reduce((somme, { figures }) => somme + figures[cle], 0)).toBe(lu.figures[cle]);
      expect(lu.axes[axe].reduce((somme, { avant }) => somme + avant![cle], 0)).toBe(lu.avant![cle]);
    }
  }
  const nom = (axe: (typeof AXES_PLAN)[number]) => lu.axes[axe].map((ligne) => ligne.nom);
  expect(nom('sexe')).toEqual(['Femmes', 'Hommes', 'Places à pourvoir']);
  expect(nom('organisme')).toEqual(['GRETA du Val', 'En interne']);
  expect(nom('support')).toEqual(['Espaces verts', 'Restauration', 'Non renseigné']);
  expect(lu.axes.sexe.map(({ figures }) => [figures.stagiaires, figures.engagees])).toEqual([
    [2, 2 * 420 + 2 * 630],
    [2, 420 + 630],
    [0, 0],
  ]);
});

test('funders, headings of cost and needs', async () => {
  annee();
  const lu = await plan();
  expect(lu.financeurs).toMatchObject([
    {
      nom: 'OPCO Santé',
      accorde: 20_580,
      attendu: 0,
      verse: 10_000,
      aRecevoir: 10_580,
      sessions: 1,
      stagiaires: 3,
    },
    { nom: 'Région', accorde: 0, attendu: 8_820, sessions: 0 },
  ]);
  const pedagogique = lu.phases.find(({ code }) => code === 'pedagogique')!;
  expect(pedagogique).toMatchObject({ cout: 104_400, accorde: 20_580, attendu: 8_820 });
  expect(resteDe(lu.figures)).toBe(75_000);
  expect(lu.besoins).toEqual([
    { theme: 'francais', nom: 'Français', personnes: 5, prioritaires: 1, places: 0 },
  ]);
  expect((await plan(2025)).besoins).toEqual([]);
  // Who is held by a session, or went to its end, has been answered; a support lacks the places left.
  e.depot.base().sqlite.exec(`
    UPDATE inscription SET besoin_id = (SELECT id FROM besoin_formation WHERE support = 'espaces_verts')
      WHERE statut = 'positionne';
    UPDATE inscription SET besoin_id = (SELECT id FROM besoin_formation WHERE priorite = 'haute')
      WHERE id = (SELECT min(id) FROM inscription WHERE statut = 'au_bout')`);
  expect((await plan()).besoins).toMatchObject([{ personnes: 4, prioritaires: 0 }]);
  // A session seated for twelve that is over has no seat left to give.
  expect(
    lu.sessions.map(({ numero, engages, enAttente, partenaires }) => [
      numero,
      engages,
      enAttente,
      partenaires,
    ]),
  ).toEqual([
    ['F2025-002', 3, 0, 0],
    ['F2026-001', 3, 1, 3],
    ['F2026-003', 0, 0, 0],
  ]);
});

test('a year without anything, before or at all', async () => {
  annee();
  expect(await plan(2025)).toMatchObject({ avant: null, arreteAu: null, realiseesMemeDate: null });
  const vide = await plan(2031);
  expect(vide).toMatchObject({ avant: null, sessions: [], financeurs: [], figures: { prevues: 0, cout: 0 } });
  expect(vide.axes).toEqual({ genre: [], theme: [], support: [], sexe: [], organisme: [] });
});

test('the rows behind a figure make it again', async () => {
  annee();
  const lu = await plan();
  const lignes = async (choix: Omit<Entree<'formation.planLignes'>, 'annee'>) =>
    (await e.reussir('formation.planLignes', { annee: 2026, ...choix })).total;
  expect(await lignes({ figure: 'sessions' })).toBe(lu.figures.sessions);
  expect(await lignes({ figure: 'stagiaires' })).toBe(lu.figures.stagiaires);
  expect(await lignes({ figure: 'inscriptions' })).toBe(lu.figures.inscriptions);
  for (const figure of ['auBout', 'interrompus', 'enCours'] as const)
    expect(await lignes({ figure })).toBe(lu.figures[figure]);
  for (const figure of ['total', 'echoue', 'nonPresente', 'attente'] as const)
    expect(await lignes({ figure })).toBe(lu.figures.certification[figure]);
  expect(await lignes({ figure: 'stagiaires', axe: 'sexe', code: 'F' })).toBe(2);
  const { lignes: engagees } = await e.reussir('formation.planLignes', {
    annee: 2026,
    figure: 'engagees',
    axe: 'genre',
    code: 'certifiante',
  });
  expect(engagees).toHaveLength(3);
  expect(engagees[0]).toMatchObject({
    detail: expect.stringContaining('10 h 30'),
    fiche: { genre: 'session', id: idDe('session', 1) },
  });
  await e.reussir('formation.planExportLignes', { annee: 2026, figure: 'cout', format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu).split('\r\n').slice(1, -1);
  const couts = csv.map((ligne) => Number(ligne.split(';')[16]!.replace(',', '.')));
  expect(couts.reduce((somme, cout) => somme + cout, 0)).toBeCloseTo(1044, 2);
});

test('what is written about the year is kept, and printed with its figures', async () => {
  annee();
  await parcours(e);
  await e.reussir('formation.savePlan', {
    annee: 2026,
    orientations: 'Savoirs de base <b>d’abord</b>.',
    budgetCentimes: 500_000,
    presenteLe: '2026-01-20',
  });
  await e.reussir('formation.savePlan', {
    annee: 2026,
    orientations: 'Savoirs de base <b>d’abord</b>.',
    budgetCentimes: 50_000,
    presenteLe: '2026-01-20',
  });
  expect((await plan()).note).toEqual({
    orientations: 'Savoirs de base <b>d’abord</b>.',
    budgetCentimes: 50_000,
    presenteLe: '2026-01-20',
  });
  await e.reussir('formation.planPage', { annee: 2026 });
  const page = e.traces.pages.at(-1)!;
  expect(page).toContain('Plan de formation 2026');
  expect(page).toContain('&lt;b&gt;d’abord&lt;/b&gt;');
  expect(page).toContain('F2026-001');
  expect(page).toContain('dépassé de 250,00\u00a0€');
  await e.reussir('formation.planPdf', { annee: 2026 });
  expect(e.traces.fichiers.at(-1)!.nom).toBe('Plan-de-formation-2026.pdf');
  await e.reussir('formation.planExport', { annee: 2026, format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
  expect(csv).toContain('Par financeur;OPCO Santé;1;3;;;21;12,17;;205,8;205,8');
  await e.reussir('formation.planExport', { annee: 2026, format: 'xlsx' });
});

test('refusals say which field', async () => {
  const bon = { annee: 2026, orientations: '', budgetCentimes: null, presenteLe: null };
  expect(await e.appeler('formation.savePlan', { ...bon, budgetCentimes: -1 })).toMatchObject({
    error: { champs: { budgetCentimes: 'Un budget ne peut pas être négatif.' } },
  });
  expect(await e.appeler('formation.savePlan', { ...bon, annee: 1999 })).toMatchObject({ ok: false });
  expect(await e.appeler('formation.planPage', { annee: 2026 })).toMatchObject({ ok: false });
});
