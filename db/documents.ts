import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CSS_A4, cssPied } from '../shared/documents/page-a4.tsx';
import { polices } from './polices.ts';

const ENTITES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A printable page as one self-contained HTML file: fonts, style, title and language inside, nothing to fetch.
 * `pied` is repeated at the foot of every printed page; `style` is the document's own, after the house's.
 */
export function rendre(
  element: ReactElement,
  { titre, pied, style = '' }: { titre: string; pied: string; style?: string },
): string {
  // An accent typed apart from its letter joins it: few fonts draw the two as well as the one.
  const corps = renderToStaticMarkup(element).normalize('NFC');
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
