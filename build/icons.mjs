import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/**
 * Draws the application's icons from the two SVG files, with the Chromium of the tests. Run by hand when a drawing
 * changes (`node build/icons.mjs`): the results are committed, so that packaging needs nothing to draw with.
 */

const DOSSIER = fileURLToPath(new URL('icones/', import.meta.url));
const GRANDE = readFileSync(join(DOSSIER, 'passerelle.svg'), 'utf8');
/** Fewer strokes, on whole pixels: what the large drawing would lose at these sizes. */
const PETITE = readFileSync(join(DOSSIER, 'passerelle-petite.svg'), 'utf8');
const PETITE_JUSQUE = 32;
/** Apple's grid: the shape takes 824 of the 1024 points, the rest is left to the shadow. */
const MARGE_MAC = 100 / 1024;

const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
/** Apple's names of each size; the last four are the double-density ones. */
const MAC = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};

/** In the page: one drawing at one size, as PNG and as raw pixels. */
async function dessiner({ svg, taille, marge }) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const toile = new OffscreenCanvas(taille, taille);
  const plume = toile.getContext('2d');
  const bord = Math.round(taille * marge);
  plume.drawImage(image, bord, bord, taille - 2 * bord, taille - 2 * bord);
  const png = new Uint8Array(await (await toile.convertToBlob()).arrayBuffer());
  const pixels = new Uint8Array(plume.getImageData(0, 0, taille, taille).data.buffer);
  return { png: png.toBase64(), pixels: pixels.toBase64() };
}

/** A 32-bit bitmap as an .ico holds it: bottom row first, blue first, then an empty mask. */
function bitmap(pixels, taille) {
  const entete = Buffer.alloc(40);
  entete.writeUInt32LE(40, 0);
  entete.writeInt32LE(taille, 4);
  entete.writeInt32LE(taille * 2, 8);
  entete.writeUInt16LE(1, 12);
  entete.writeUInt16LE(32, 14);
  const image = Buffer.alloc(taille * taille * 4);
  for (let y = 0; y < taille; y += 1) {
    for (let x = 0; x < taille; x += 1) {
      const depuis = (y * taille + x) * 4;
      const [rouge, vert, bleu, alpha] = pixels.subarray(depuis, depuis + 4);
      image.set([bleu, vert, rouge, alpha], ((taille - 1 - y) * taille + x) * 4);
    }
  }
  return Buffer.concat([entete, image, Buffer.alloc(Math.ceil(taille / 32) * 4 * taille)]);
}

/** Windows: bitmaps, which every tool reads, and PNG for the largest only. */
function ico(dessins) {
  const contenus = dessins.map(({ taille, png, pixels }) => (taille === 256 ? png : bitmap(pixels, taille)));
  const entete = Buffer.alloc(6 + 16 * dessins.length);
  entete.writeUInt16LE(1, 2);
  entete.writeUInt16LE(dessins.length, 4);
  let position = entete.length;
  dessins.forEach(({ taille }, rang) => {
    const debut = 6 + 16 * rang;
    entete.writeUInt8(taille % 256, debut);
    entete.writeUInt8(taille % 256, debut + 1);
    entete.writeUInt16LE(1, debut + 4);
    entete.writeUInt16LE(32, debut + 6);
    entete.writeUInt32LE(contenus[rang].length, debut + 8);
    entete.writeUInt32LE(position, debut + 12);
    position += contenus[rang].length;
  });
  return Buffer.concat([entete, ...contenus]);
}

function bloc(nom, contenu) {
  const entete = Buffer.alloc(8);
  entete.write(nom, 0, 'latin1');
  entete.writeUInt32BE(contenu.length + 8, 4);
  return Buffer.concat([entete, contenu]);
}

const navigateur = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ['--no-sandbox'],
});
const page = await navigateur.newPage();
const rendre = async (taille, marge = 0) => {
  const svg = taille <= PETITE_JUSQUE ? PETITE : GRANDE;
  const { png, pixels } = await page.evaluate(dessiner, { svg, taille, marge });
  return { taille, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels, 'base64') };
};

const windows = [];
for (const taille of WINDOWS) windows.push(await rendre(taille));
writeFileSync(join(DOSSIER, 'icon.ico'), ico(windows));

const mac = [];
for (const [nom, taille] of Object.entries(MAC)) mac.push(bloc(nom, (await rendre(taille, MARGE_MAC)).png));
writeFileSync(join(DOSSIER, 'icon.icns'), bloc('icns', Buffer.concat(mac)));

mkdirSync(join(DOSSIER, 'tailles'), { recursive: true });
for (const taille of LINUX)
  writeFileSync(join(DOSSIER, 'tailles', `${taille}x${taille}.png`), (await rendre(taille)).png);

await navigateur.close();
