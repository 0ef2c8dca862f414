import cyrillique from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?inline';
import grec from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?inline';
import latinEtendu from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CSS_A4, cssPied } from '../shared/documents/page-a4.tsx';

/** Subsets of the bundled font with the characters that call for them; the browser's own fonts do the rest. */
const POLICES: { source: string; plage: string; traits?: string; utile: (html: string) => boolean }[] = [
  {
    source: latin,
    plage:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    utile: () => true,
  },
  // Digits of one width, so that columns line up; the digits alone, because Inter also widens hyphens.
  { source: latin, plage: 'U+0030-0039', traits: '"tnum"', utile: () => true },
  {
    source: latinEtendu,
    plage:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113',
    utile: (html) => /[\u0100-\u0130\u0132-\u0151\u0154-\u02ff\u1d00-\u1dbf\u1e00-\u1eff]/.test(html),
  },
  {
    source: cyrillique,
    plage: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
    utile: (html) => /[\u0400-\u04ff]/.test(html),
  },
  {
    source: grec,
    plage: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
    utile: (html) => /[\u0370-\u03ff]/.test(html),
  },
];

function polices(html: string): string {
  return POLICES.filter(({ utile }) => utile(html))
    .map(
      ({ source, plage, traits = 'normal' }) =>
        `@font-face { font-family: "Inter Variable"; font-weight: 100 900; src: url(${source}) format("woff2-variations"); unicode-range: ${plage}; font-feature-settings: ${traits}; }`,
    )
    .join('\n');
}

const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A printable page as one self-contained HTML file: fonts, style, title and language inside, nothing to fetch.
 * `pied` is repeated at the foot of every printed page; `style` is the document's own, after the house's.
 */
export function rendre(
  element: ReactElement,
  { titre, pied, style = '' }: { titre: string; pied: string; style?: string },
): string {
  const corps = renderToStaticMarkup(element);
  const titreSur = titre.replace(/[&<>"]/g, (signe) => ENTITES[signe]!);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${titreSur}</title>
<style>${polices(corps + pied)}
${CSS_A4}
${cssPied(pied)}
${style}</style>
</head>
<body>${corps}</body>
</html>`;
}

/** A title as the name of a file that every system accepts. */
export function nomFichier(titre: string, extension: string): string {
  const mots = titre
    .replace(/[^\p{L}\p{N} -]/gu, ' ')
    .slice(0, 80)
    .trim();
  return `${mots.replace(/\s+/g, '-')}.${extension}`;
}

const DATE_PDF = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d{2}'\d{2}'\)/g;
const REPERE_PDF = /\(node\d{8}\)/g;

/**
 * The same page makes the same PDF, byte for byte: the engine's dates give way to `instant` (UTC ISO), and its marks,
 * numbered since the engine started, are numbered from one in their own order.
 */
export function figerPdf(pdf: Uint8Array, instant: string): Uint8Array {
  const texte = Buffer.from(pdf).toString('latin1');
  const reperes = [...new Set(texte.match(REPERE_PDF))].sort();
  const rangs = new Map(reperes.map((repere, rang) => [repere, String(rang + 1).padStart(8, '0')]));
  const date = `D:${instant.replace(/\D/g, '').slice(0, 14)}+00'00'`;
  const fige = texte
    .replace(DATE_PDF, `/$1 (${date})`)
    .replace(REPERE_PDF, (repere) => `(node${rangs.get(repere)})`);
  return Buffer.from(fige, 'latin1');
}
