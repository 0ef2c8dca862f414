import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

/** A convention issued as many times as there are PDFs, each with its own bytes. */
async function emettre(...pdfs: string[]): Promise<string> {
  const { salarieId, organisationId, referentId } = await parcours(e);
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, { referentId }),
  );
  for (const [rang, pdf] of pdfs.entries()) {
    if (rang > 0) await e.reussir('immersions.changeStatut', { id, statut: 'brouillon' });
    e.prochainPdf(pdf);
    await e.reussir('immersions.issue', { id });
  }
  return id;
}

const rangees = (celui = e, dossier = 'pieces') => readdirSync(join(celui.dossier, dossier)).sort();
const chemin = (rang = 0) => join(e.dossier, 'pieces', rangees()[rang]!);
const perdues = async (complet: boolean, celui = e) =>
  (await celui.reussir('donnees.check', { complet })).piecesPerdues;

async function pdf(id: string, edition: number | null = null, celui = e): Promise<string> {
  await celui.reussir('immersions.pdf', { id, edition });
  return strFromU8(celui.traces.fichiers.at(-1)!.contenu);
}

test('the PDF handed out is the one kept, edition by edition, whatever the engine would make today', async () => {
  const id = await emettre('%PDF-une', '%PDF-deux');
  expect(rangees()).toHaveLength(2);
  e.prochainPdf('%PDF-autre moteur');
  expect(await pdf(id)).toBe('%PDF-deux');
  expect(await pdf(id, 1)).toBe('%PDF-une');
  e.sansPdf();
  expect(await pdf(id)).toBe('%PDF-deux');
  expect(await perdues(true)).toEqual([]);
});

test.each<[string, (chemin: string) => void, boolean]>([
  ['vanished', (celui) => rmSync(celui), false],
  ['was cut short', (celui) => writeFileSync(celui, '%P'), false],
  ['was altered, same size', (celui) => writeFileSync(celui, '%PDF-xxx'), true],
])(
  'a PDF that %s is told by a name one recognises, and printed again from what was frozen',
  async (_cas, abimer, complet) => {
    const id = await emettre('%PDF-une');
    abimer(chemin());
    expect(await perdues(complet)).toEqual(['Convention 2026-001.pdf']);
    e.prochainPdf('%PDF-refait');
    expect(await pdf(id)).toBe('%PDF-refait');
    expect(e.traces.pdf.at(-1)).toContain('DIALLO Aminata');
  },
);

test('each edition has its name', async () => {
  await emettre('%PDF-une', '%PDF-deux');
  rmSync(chemin(0));
  rmSync(chemin(0));
  expect(await perdues(false)).toEqual(['Convention 2026-001.pdf', 'Convention 2026-001, version 2.pdf']);
});

test('a paper issued where no PDF can be made is not missed', async () => {
  e.sansPdf();
  await emettre('');
  expect(existsSync(join(e.dossier, 'pieces'))).toBe(false);
  expect(await perdues(true)).toEqual([]);
});

test('a backup taken elsewhere brings the PDFs back, on another computer too', async () => {
  const id = await emettre('%PDF-une', '%PDF-deux');
  const { id: sauvegarde } = await e.reussir('donnees.backupNow', {});
  await e.reussir('donnees.exportBackup', { id: sauvegarde });
  const archive = e.traces.fichiers.at(-1)!;
  expect(archive.nom).toBe(`passerelle_${sauvegarde}.zip`);
  const contenus = Object.entries(unzipSync(archive.contenu))
    .filter(([nom]) => nom.startsWith('pieces/'))
    .map(([, octets]) => strFromU8(octets));
  expect(contenus.sort()).toEqual(['%PDF-deux', '%PDF-une']);

  const ailleurs = essai();
  try {
    const contenu = Buffer.from(archive.contenu).toString('base64');
    const apportee = await ailleurs.reussir('donnees.addBackup', { contenu });
    await ailleurs.reussir('donnees.restore', { id: apportee.id });
    ailleurs.sansPdf();
    expect(await pdf(id, 1, ailleurs)).toBe('%PDF-une');
    expect(await pdf(id, null, ailleurs)).toBe('%PDF-deux');
    expect(await perdues(true, ailleurs)).toEqual([]);
  } finally {
    ailleurs.fermer();
  }
});

test('going back to an older backup, then forward again, loses no PDF', async () => {
  await e.reussir('parametres.saveEquipe', { membres: [{ prenom: 'K', nom: 'B', fonction: '' }] });
  const { id: avant } = await e.reussir('donnees.backupNow', {});
  const id = await emettre('%PDF-une');
  await e.reussir('donnees.restore', { id: avant });
  expect(await e.appeler('immersions.pdf', { id })).toMatchObject({ error: { code: 'introuvable' } });
  const apres = (await e.reussir('donnees.backups', {})).find(({ motif }) => motif === 'restauration')!;
  await e.reussir('donnees.restore', { id: apres.id });
  e.sansPdf();
  expect(await pdf(id)).toBe('%PDF-une');
});

test('the whole export carries the PDFs, and says where each one is', async () => {
  await emettre('%PDF-une', '%PDF-deux');
  const exporter = async () => {
    await e.reussir('donnees.exportTout', {});
    const archive = unzipSync(e.traces.fichiers.at(-1)!.contenu);
    const lignes: Record<string, string>[] = parse(strFromU8(archive['documents-emis.csv']!), {
      bom: true,
      delimiter: ';',
      columns: true,
    });
    return { archive, places: lignes.map((ligne) => ligne['Fichier dans cette archive']!).sort() };
  };
  const { archive, places } = await exporter();
  expect(places).toEqual([
    'documents/0001 Convention 2026-001.pdf',
    'documents/0002 Convention 2026-001, version 2.pdf',
  ]);
  expect(places.map((place) => strFromU8(archive[place]!))).toEqual(['%PDF-une', '%PDF-deux']);
  rmSync(join(e.dossier, 'pieces'), { recursive: true });
  expect((await exporter()).places).toEqual(['disparu ou abîmé', 'disparu ou abîmé']);
});

test('the papers of the examples are kept apart, and go away with them', async () => {
  const reel = await emettre('%PDF-vrai');
  const gardees = rangees();
  e.depot.openExamples(() => undefined);
  const id = await emettre('%PDF-exemple');
  expect(rangees(e, 'pieces-exemples')).toHaveLength(1);
  expect(rangees()).toEqual(gardees);
  expect(await pdf(id)).toBe('%PDF-exemple');
  await e.reussir('donnees.removeExamples', {});
  expect(existsSync(join(e.dossier, 'pieces-exemples'))).toBe(false);
  expect(await pdf(reel)).toBe('%PDF-vrai');
  expect(readFileSync(chemin(), 'utf8')).toBe('%PDF-vrai');
});
