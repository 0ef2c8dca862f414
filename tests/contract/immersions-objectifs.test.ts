import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import type { FIGURES_ANNEE } from '../../shared/immersions/objectifs.ts';
import { parties } from '../../shared/immersions/objectifs-parties.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

async function signee(reste: Partial<Entree<'immersions.create'>>): Promise<string> {
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(personnes.salarieId, personnes.organisationId, reste),
  );
  e.depot.base().sqlite.prepare("UPDATE immersion SET statut = 'signee' WHERE id = ?").run(id);
  return id;
}

/** Three begun this year, one to come, one of last year; a draft and a cancelled one that do not count. */
async function annee() {
  const premiere = await signee({
    debut: '2026-01-05',
    fin: '2026-01-09',
  });
  const suite = await signee({ debut: '2026-01-12', fin: '2026-01-16', renouvelleId: premiere });
  const enCours = await signee({
    debut: '2026-03-23',
    fin: '2026-03-27',
    objet: 'decouvrir',
    metier: 'A1203 Ouvrier paysagiste',
  });
  await signee({ debut: '2026-05-04', fin: '2026-05-07' });
  await signee({ debut: '2025-02-03', fin: '2025-02-07' });
  const annulee = await signee({ debut: '2026-02-02', fin: '2026-02-06' });
  e.depot.base().sqlite.prepare("UPDATE immersion SET statut = 'annulee' WHERE id = ?").run(annulee);
  await e.reussir(
    'immersions.create',
    saisieComplete(personnes.salarieId, personnes.organisationId, { debut: '2026-02-09', fin: '2026-02-13' }),
  );
  return { premiere, suite, enCours };
}

const viser = (axe: Entree<'immersions.saveObjectif'>['axe'], code: string, nombre: number | null) =>
  e.appeler('immersions.saveObjectif', { annee: 2026, axe, code, nombre });

test('what counts, what is aimed at, and the year before', async () => {
  await annee();
  expect(await viser('total', '', 30)).toMatchObject({ ok: true });
  expect(await viser('objet', 'confirmer', 12)).toMatchObject({ ok: true });
  const lue = await e.reussir('immersions.objectifs', { annee: 2026 });
  expect(lue).toMatchObject({
    arreteAu: '2026-03-24',
    aVenir: 1,
    renouvellements: 1,
    total: { valeur: 3, objectif: 30, attendu: 7, precedent: 1, precedentEntier: 1 },
    personnes: { valeur: 1 },
    organisations: { valeur: 1 },
    embauches: { valeur: 0 },
    durees: { sans: { nombre: 3, jours: 15 }, avec: { nombre: 2, jours: 15 } },
  });
  expect(lue.axes.objet.find(({ code }) => code === 'confirmer')).toMatchObject({
    nom: 'Confirmer un projet professionnel',
    valeur: 2,
    objectif: 12,
  });
  expect(lue.axes.metier.find(({ code }) => code === 'A1203')?.nom).toBe('A1203 Ouvrier paysagiste');
  expect(lue.axes.realisation.find(({ code }) => code === 'manquant')).toMatchObject({ valeur: 2 });
  expect(await viser('total', '', null)).toMatchObject({ ok: true });
  expect((await e.reussir('immersions.objectifs', { annee: 2026 })).total.objectif).toBeNull();
  expect((await e.reussir('immersions.objectifs', { annee: 2025 })).total).toMatchObject({
    valeur: 1,
    objectif: null,
  });
});

test('a hire linked to the bilan, or decided there, is counted; an archived hire is not', async () => {
  const { premiere, suite } = await annee();
  const { sqlite } = e.depot.base();
  const bilan = sqlite.prepare(
    "INSERT INTO immersion_bilan (immersion_id, decision, fait_le, updated_at) VALUES (?, ?, ?, '')",
  );
  bilan.run(premiere, 'embauche', '2026-01-20');
  bilan.run(suite, 'embauche', null);
  const { embauches } = await e.reussir('immersions.objectifs', { annee: 2026 });
  expect(embauches.valeur).toBe(1);
});

test('each figure opens as many rows as it says, and exports them', async () => {
  await annee();
  const lue = await e.reussir('immersions.objectifs', { annee: 2026 });
  for (const { mesures } of parties(lue))
    for (const { figure, mesure } of mesures) {
      const { total, lignes } = await e.reussir('immersions.objectifsLignes', {
        annee: 2026,
        figure,
        code: mesure.code,
      });
      expect(total, `${figure} ${mesure.code}`).toBe(mesure.valeur);
      expect(lignes).toHaveLength(mesure.valeur);
    }
  const rang = async (figure: (typeof FIGURES_ANNEE)[number]) =>
    (await e.reussir('immersions.objectifsLignes', { annee: 2026, figure })).lignes;
  expect(await rang('a_venir')).toMatchObject([{ date: '2026-05-04', fiche: { genre: 'immersion' } }]);
  expect(await rang('personnes')).toMatchObject([{ titre: 'Diallo Aminata' }]);
  await e.reussir('immersions.objectifsExportLignes', { annee: 2026, figure: 'total', format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
  expect(csv.trim().split('\r\n')).toHaveLength(4);
  expect(csv).toContain('Bilan manquant');
});

test('leaves as a table and on paper', async () => {
  await annee();
  await viser('total', '', 30);
  await e.reussir('immersions.objectifsExport', { annee: 2026, format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu).split('\r\n');
  expect(csv[0]).toBe('Partie;Ligne;Fait;Objectif;Attendu à ce jour;2025 à la même date;2025 entière');
  expect(csv[1]).toBe('L’année;Immersions;3;30;7;1;1');
  await e.reussir('immersions.objectifsPage', { annee: 2026 });
  expect(e.traces.pages.at(-1)).toContain('3 immersions commencées au 24/03/2026');
  await e.reussir('immersions.objectifsPdf', { annee: 2026 });
  expect(e.traces.fichiers.at(-1)!.nom).toBe('Immersions-2026.pdf');
});

test.each([
  ['total', 'x', 5, 'code'],
  ['objet', '', 5, 'code'],
  ['objet', 'inconnu', 5, 'code'],
  ['sexe', 'X', 5, 'code'],
  ['secteur', 'inconnu_ici', 5, 'code'],
  ['total', '', -1, 'nombre'],
  ['total', '', 1.5, 'nombre'],
  ['total', '', 10_000, 'nombre'],
] as const)('an aim on %s « %s » of %j is refused beside its field', async (axe, code, nombre, champ) => {
  expect(await viser(axe, code, nombre)).toMatchObject({
    ok: false,
    error: { champs: { [champ]: expect.any(String) } },
  });
});

test('an empty base: zeros, no rate, no crash', async () => {
  const lue = await e.reussir('immersions.objectifs', { annee: 2030 });
  expect(lue.total).toMatchObject({ valeur: 0, precedent: 0, objectif: null });
  await e.reussir('immersions.objectifsPdf', { annee: 2030 });
  expect(e.traces.pdf.at(-1)).toContain('0 immersion commencée');
});
