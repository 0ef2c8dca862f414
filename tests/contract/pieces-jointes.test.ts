import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PIECE_MAX, PIECES_MAX } from '../../shared/sollicitations/pieces.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';

let e: Essai;
let organisationId: string;
let sollicitationId: string;
beforeEach(async () => {
  e = essai();
  await remplir(e);
});
afterEach(() => e.fermer());

async function remplir(celui: Essai) {
  organisationId = (await celui.reussir('reseau.create', { nom: 'Paysage Roche' })).id;
  sollicitationId = (
    await celui.reussir('sollicitations.record', {
      date: AUJOURDHUI,
      canal: 'visite',
      resultat: 'accord',
      organisationIds: [organisationId],
    })
  ).id;
}

const enBase64 = (texte: string | Uint8Array) => Buffer.from(texte).toString('base64');
const joindre = (nom: string, texte: string | Uint8Array = 'Bonjour') =>
  e.appeler('sollicitations.attach', { sollicitationId, nom, contenu: enBase64(texte) });
const joint = async (nom: string, texte?: string) => {
  const enveloppe = await joindre(nom, texte);
  if (!enveloppe.ok) throw new Error(enveloppe.error.message);
  return enveloppe.value.id;
};
const pieces = async () =>
  (await e.reussir('sollicitations.ofOrganisation', { organisationId })).lignes[0]?.pieces ?? [];
const rangees = (celui = e) => readdirSync(join(celui.dossier, 'pieces')).sort();

test('a file is kept with the exchange, opened as it was, taken away and brought back', async () => {
  const id = await joint('Fiche de poste.pdf', '%PDF');
  expect(await pieces()).toMatchObject([
    { id, nom: 'Fiche de poste.pdf', type: 'application/pdf', taille: 4 },
  ]);
  expect(await e.reussir('sollicitations.openAttachment', { id })).toEqual({
    etat: 'ouvert',
    nom: 'Fiche de poste.pdf',
  });
  expect(Buffer.from(e.traces.ouverts[0]!.contenu).toString()).toBe('%PDF');
  await e.reussir('sollicitations.archiveAttachment', { id });
  expect(await pieces()).toEqual([]);
  await e.reussir('sollicitations.restoreAttachment', { id });
  expect(await pieces()).toHaveLength(1);
});

test('the same document attached twice takes its place once', async () => {
  await joint('a.pdf', '%PDF');
  await joint('b.pdf', '%PDF');
  expect(rangees()).toHaveLength(1);
  expect(await pieces()).toHaveLength(2);
});

test.each([
  ['../../x', 'x'],
  ['C:\\Users\\K\\devis.PDF', 'devis.PDF'],
  ['/etc/passwd', 'passwd'],
  ['..', 'Passerelle'],
  ['con.txt', '_con.txt'],
  ['a\u202efdp.txt', 'afdp.txt'],
  ['Relevé « mars » : <1>?.pdf', 'Relevé « mars » - -1--.pdf'],
  [`${'é'.repeat(300)}.docx`, `${'é'.repeat(115)}.docx`],
])('the name %j is kept as %j, and no file is written anywhere else', async (nom, attendu) => {
  const avant = readdirSync(e.dossier).sort();
  await joint(nom);
  expect((await pieces())[0]!.nom).toBe(attendu);
  expect(readdirSync(e.dossier).sort()).toEqual([...avant, 'pieces'].sort());
  expect(rangees()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test.each([
  'facture.exe',
  'facture.pdf.EXE',
  'facture.exe. . ',
  'lien.lnk',
  'macro.vbs',
  'page.hta',
  'a.ps1',
  'a.jar',
  'a.scr',
  'a.bat',
  'a.cmd',
  'a.js',
  'a.msi',
  'page.html',
  'dessin.svg',
])('%s, which a system would run, is refused politely', async (nom) => {
  expect(await joindre(nom)).toMatchObject({
    ok: false,
    error: { code: 'regle', champs: { contenu: expect.stringContaining('par prudence') } },
  });
  expect(await pieces()).toEqual([]);
});

test('a kind that no list knows is kept, and handed over rather than opened', async () => {
  const id = await joint('plan.dwg');
  expect(await e.reussir('sollicitations.openAttachment', { id })).toMatchObject({ etat: 'enregistre' });
  expect(e.traces.ouverts).toEqual([]);
});

test('the limits: fifteen million bytes, one at least, twenty files', async () => {
  expect(await joindre('gros.pdf', new Uint8Array(PIECE_MAX + 1))).toMatchObject({
    ok: false,
    error: { champs: { contenu: expect.stringContaining('15 Mo au plus') } },
  });
  expect(await joindre('juste.pdf', new Uint8Array(PIECE_MAX))).toMatchObject({ ok: true });
  expect(await joindre('vide.pdf', '')).toMatchObject({ ok: false, error: { code: 'regle' } });
  for (let rang = 1; rang < PIECES_MAX; rang += 1) await joint(`${rang}.txt`);
  expect(await joindre('de trop.txt')).toMatchObject({ ok: false, error: { code: 'regle' } });
});

test('nothing is attached to an exchange that is not there, nor over the attachment of another', async () => {
  for (const inconnu of [idDeRang(999), organisationId])
    expect(
      await e.appeler('sollicitations.attach', {
        sollicitationId: inconnu,
        nom: 'a.pdf',
        contenu: enBase64('x'),
      }),
    ).toMatchObject({ ok: false, error: { code: 'introuvable' } });
  const id = await joint('a.pdf');
  const premier = sollicitationId;
  await remplir(e);
  expect(
    await e.appeler('sollicitations.attach', {
      sollicitationId,
      nom: 'b.pdf',
      contenu: enBase64('y'),
      remplace: id,
    }),
  ).toMatchObject({ ok: false, error: { code: 'introuvable' } });
  await e.reussir('sollicitations.archive', { id: premier });
  expect(
    await e.appeler('sollicitations.attach', {
      sollicitationId: premier,
      nom: 'c.pdf',
      contenu: enBase64('z'),
    }),
  ).toMatchObject({ ok: false, error: { code: 'introuvable' } });
});

test.each<[string, (chemin: string) => void, RegExp]>([
  ['vanished', (chemin) => rmSync(chemin), /a disparu/],
  ['altered', (chemin) => writeFileSync(chemin, 'Bonsoir'), /modifié ou abîmé/],
])('a file that %s is said, keeps its line, and can be replaced', async (_cas, abimer, phrase) => {
  const id = await joint('Devis.pdf');
  abimer(join(e.dossier, 'pieces', rangees()[0]!));
  const refus = await e.appeler('sollicitations.openAttachment', { id });
  expect(refus).toMatchObject({
    ok: false,
    error: { code: 'fichier-illisible', message: expect.stringMatching(phrase) },
  });
  expect(JSON.stringify(refus)).not.toContain(e.dossier);
  expect(await pieces()).toMatchObject([{ id }]);
  expect(await e.reussir('donnees.check', { complet: true })).toMatchObject({ piecesPerdues: ['Devis.pdf'] });
  const { id: nouvelle } = await e.reussir('sollicitations.attach', {
    sollicitationId,
    nom: 'Devis.pdf',
    contenu: enBase64('Bonjour'),
    remplace: id,
  });
  expect(await pieces()).toMatchObject([{ id: nouvelle }]);
  expect(await e.reussir('sollicitations.openAttachment', { id: nouvelle })).toMatchObject({
    etat: 'ouvert',
  });
  expect(await e.reussir('donnees.check', { complet: true })).toMatchObject({ piecesPerdues: [] });
});

test('a backup without attachments is handed over alone, as before', async () => {
  const { id } = await e.reussir('donnees.backupNow', {});
  await e.reussir('donnees.exportBackup', { id });
  expect(e.traces.fichiers[0]!.nom).toBe(`passerelle_${id}.sqlite`);
});

test('a backup taken elsewhere brings its attachments back, on another computer too', async () => {
  const piece = await joint('Devis.pdf');
  const { id } = await e.reussir('donnees.backupNow', {});
  await e.reussir('donnees.exportBackup', { id });
  const archive = e.traces.fichiers[0]!;
  expect(archive).toMatchObject({ nom: `passerelle_${id}.zip`, type: 'application/zip' });

  const ailleurs = essai();
  try {
    const apportee = await ailleurs.reussir('donnees.addBackup', { contenu: enBase64(archive.contenu) });
    await ailleurs.reussir('donnees.restore', { id: apportee.id });
    expect(await ailleurs.reussir('sollicitations.openAttachment', { id: piece })).toMatchObject({
      etat: 'ouvert',
    });
    expect(await ailleurs.reussir('donnees.check', { complet: true })).toMatchObject({ piecesPerdues: [] });
  } finally {
    ailleurs.fermer();
  }
});

test('an archive put by hand among the backups is in the list once Passerelle opens again', async () => {
  await joint('Devis.pdf');
  const { id } = await e.reussir('donnees.backupNow', {});
  await e.reussir('donnees.exportBackup', { id });
  rmSync(join(e.dossier, 'pieces'), { recursive: true });
  const chemin = join(e.dossier, 'sauvegardes', `passerelle_${id}.zip`);
  writeFileSync(chemin, e.traces.fichiers[0]!.contenu);
  await e.reussir('donnees.reopen', {});
  expect((await e.reussir('donnees.backups', {})).map(({ motif }) => motif)).toContain('apportee');
  expect(existsSync(chemin)).toBe(false);
  expect(rangees()).toHaveLength(1);
});

test('going back to an older backup, then forward again, loses no attachment', async () => {
  await e.reussir('parametres.saveEquipe', { membres: [{ prenom: 'K', nom: 'B', fonction: '' }] });
  const { id: avant } = await e.reussir('donnees.backupNow', {});
  const piece = await joint('Devis.pdf');
  await e.reussir('donnees.restore', { id: avant });
  expect(await e.appeler('sollicitations.openAttachment', { id: piece })).toMatchObject({ ok: false });
  const apres = (await e.reussir('donnees.backups', {})).find(({ motif }) => motif === 'restauration')!;
  await e.reussir('donnees.restore', { id: apres.id });
  expect(await e.reussir('sollicitations.openAttachment', { id: piece })).toMatchObject({ etat: 'ouvert' });
});

test.each<[string, Record<string, Uint8Array>]>([
  ['nothing', {}],
  ['no base', { 'pieces/x': new Uint8Array(3) }],
  ['a base that is none', { 'passerelle_x.sqlite': Buffer.from('bonjour') }],
  ['two bases', { 'passerelle_a.sqlite': new Uint8Array(1), 'passerelle_b.sqlite': new Uint8Array(1) }],
  [
    'paths that climb',
    { '../../passerelle_a.sqlite': new Uint8Array(1), 'pieces/../../x': new Uint8Array(1) },
  ],
])('an archive that holds %s is refused, and leaves nothing behind', async (_cas, fichiers) => {
  const avant = readdirSync(e.dossier, { recursive: true }).sort();
  const contenu = enBase64(zipSync(fichiers));
  expect(await e.appeler('donnees.addBackup', { contenu })).toMatchObject({
    ok: false,
    error: { code: 'fichier-illisible' },
  });
  expect(readdirSync(e.dossier, { recursive: true }).sort()).toEqual(avant);
});

test('a small archive that claims to hold the world is refused without being inflated', async () => {
  const contenu = Buffer.from(zipSync({ 'passerelle_a.sqlite': new Uint8Array(5_000_000) }));
  // The size once inflated, in both headers.
  for (const [signature, place] of [
    [0x04034b50, 22],
    [0x02014b50, 24],
  ] as const) {
    const rang = contenu.indexOf(Buffer.from(new Uint32Array([signature]).buffer));
    contenu.writeUInt32LE(0xf0000000, rang + place);
  }
  expect(await e.appeler('donnees.addBackup', { contenu: contenu.toString('base64') })).toMatchObject({
    ok: false,
    error: { code: 'fichier-illisible' },
  });
});

test('attachments of the examples go away with them', async () => {
  e.depot.openExamples(() => undefined);
  await remplir(e);
  await joint('Devis.pdf');
  expect(existsSync(join(e.dossier, 'pieces-exemples'))).toBe(true);
  await e.reussir('donnees.removeExamples', {});
  expect(existsSync(join(e.dossier, 'pieces-exemples'))).toBe(false);
});
