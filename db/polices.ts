import cyrillique400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?inline';
import cyrillique600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?inline';
import cyrillique700 from '@fontsource/inter/files/inter-cyrillic-700-normal.woff2?inline';
import grec400 from '@fontsource/inter/files/inter-greek-400-normal.woff2?inline';
import grec600 from '@fontsource/inter/files/inter-greek-600-normal.woff2?inline';
import grec700 from '@fontsource/inter/files/inter-greek-700-normal.woff2?inline';
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import latin700 from '@fontsource/inter/files/inter-latin-700-normal.woff2?inline';
import latinEtendu400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?inline';
import latinEtendu600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?inline';
import latinEtendu700 from '@fontsource/inter/files/inter-latin-ext-700-normal.woff2?inline';
import vietnamien400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff2?inline';
import vietnamien600 from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?inline';
import vietnamien700 from '@fontsource/inter/files/inter-vietnamese-700-normal.woff2?inline';
import arabe400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?inline';
import arabe700 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2?inline';
import hebreu400 from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2?inline';
import hebreu700 from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-700-normal.woff2?inline';

/** One drawing of the font and the CSS weights it stands for. */
interface Graisse {
  source: string;
  graisse: string;
}

const inter = (maigre: string, demi: string, gras: string): Graisse[] => [
  { source: maigre, graisse: '100 500' },
  { source: demi, graisse: '501 650' },
  { source: gras, graisse: '651 900' },
];

const noto = (maigre: string, gras: string): Graisse[] => [
  { source: maigre, graisse: '100 500' },
  { source: gras, graisse: '501 900' },
];

/**
 * Subsets of the bundled fonts with the characters that call for them; the machine's own fonts do the rest. Static
 * drawings rather than the variable one of the screen: Chromium can only put the latter into a PDF glyph by glyph
 * (Type 3), three times heavier and coarse on old readers.
 */
const SOUS_ENSEMBLES: {
  famille?: string;
  graisses: Graisse[];
  plage: string;
  traits?: string;
  utile: RegExp | null;
}[] = [
  {
    graisses: inter(latin400, latin600, latin700),
    plage:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    utile: null,
  },
  // Digits of one width, so that columns line up; the digits alone, because Inter also widens hyphens.
  { graisses: inter(latin400, latin600, latin700), plage: 'U+0030-0039', traits: '"tnum"', utile: null },
  {
    graisses: inter(latinEtendu400, latinEtendu600, latinEtendu700),
    plage:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113',
    utile: /[\u0100-\u0130\u0132-\u0151\u0154-\u02ff\u1d00-\u1dbf\u1e00-\u1eff]/,
  },
  {
    graisses: inter(vietnamien400, vietnamien600, vietnamien700),
    plage:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    utile: /[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0329]/,
  },
  {
    graisses: inter(cyrillique400, cyrillique600, cyrillique700),
    plage: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
    utile: /[\u0400-\u04ff]/,
  },
  {
    graisses: inter(grec400, grec600, grec700),
    plage: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
    utile: /[\u0370-\u03ff]/,
  },
  {
    famille: 'Noto Sans Arabic',
    graisses: noto(arabe400, arabe700),
    plage:
      'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC',
    utile: /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/,
  },
  {
    famille: 'Noto Sans Hebrew',
    graisses: noto(hebreu400, hebreu700),
    plage: 'U+0590-05FF,U+20AA,U+25CC,U+FB1D-FB4F',
    utile: /[\u0590-\u05ff\ufb1d-\ufb4f]/,
  },
];

/** The `@font-face` rules that a page needs, fonts inside. */
export function polices(html: string): string {
  return SOUS_ENSEMBLES.filter(({ utile }) => utile === null || utile.test(html))
    .flatMap(({ famille = 'Inter', graisses, plage, traits = 'normal' }) =>
      graisses.map(
        ({ source, graisse }) =>
          `@font-face { font-family: "${famille}"; font-weight: ${graisse}; src: url(${source}) format("woff2"); unicode-range: ${plage}; font-feature-settings: ${traits}; }`,
      ),
    )
    .join('\n');
}
