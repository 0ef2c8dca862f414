import type { ReactNode } from 'react';
import { formaterTelephone } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { GENRES_SIAE } from '../nomenclatures/structures.ts';
import type { Structure } from '../parametres/schema.ts';

/**
 * The house's paper: A4, the structure's heading, plain hierarchy, signature blocks that never split. The same markup
 * is the preview on screen, the print and the PDF. Colours survive a photocopy; nothing is said by colour alone.
 */
export const CSS_A4 = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 9.6pt; }
body { margin: 0; color: #1a1a1a; font-family: "Inter", "Noto Sans Arabic", "Noto Sans Hebrew", "Segoe UI", "Noto Sans", Arial, sans-serif;
  line-height: 1.38; font-feature-settings: "cv05"; overflow-wrap: break-word;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2, h3 { break-after: avoid; text-wrap: balance; }
h1 { margin: 3.4mm 0 1.4mm; font-size: 15.5pt; line-height: 1.2; font-weight: 680; letter-spacing: -0.01em; }
h2 { margin: 3.6mm 0 1.6mm; padding-bottom: 0.8mm; border-bottom: 0.3mm solid #9a9a9a; font-size: 10.6pt; font-weight: 660; }
h3 { margin: 3mm 0 1mm; font-size: 9.8pt; font-weight: 650; }
p { margin: 0 0 1.6mm; orphans: 3; widows: 3; white-space: pre-line; }
ul, ol { margin: 0 0 1.6mm; padding-left: 4.6mm; }
li { margin-bottom: 1mm; break-inside: avoid; }
.chapeau { color: #4d4d4d; }
.insecable { white-space: nowrap; }
.petit { font-size: 8.4pt; color: #4d4d4d; }

.entete { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm;
  padding-bottom: 3mm; border-bottom: 0.4mm solid #1a1a1a; }
.entete-structure { display: flex; align-items: center; gap: 4mm; min-width: 0; }
.entete img { display: block; flex: none; max-width: 42mm; max-height: 16mm; object-fit: contain; }
.entete-nom { font-size: 12.2pt; line-height: 1.25; font-weight: 690; color: #0a4f49; overflow-wrap: anywhere; }
.entete small { display: block; font-size: 8.4pt; color: #4d4d4d; }
.entete-references { flex: none; max-width: 72mm; text-align: right; font-size: 8.8pt; color: #4d4d4d; }
.entete-references div:first-child { color: #1a1a1a; font-weight: 600; }

.colonnes { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 6mm; }
.colonnes > * { break-inside: avoid; }
dl { display: grid; grid-template-columns: 38mm minmax(0, 1fr); gap: 0.7mm 3mm; margin: 0; }
dd.long { font-weight: 450; }
.colonnes dl { grid-template-columns: 37.5mm minmax(0, 1fr); }
dt { color: #4d4d4d; }
dd { margin: 0; font-weight: 600; white-space: pre-line; overflow-wrap: anywhere; }
.a-preciser { font-weight: 500; font-style: italic; }

table { width: 100%; border-collapse: collapse; margin: 2mm 0; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
caption { padding-bottom: 1mm; text-align: left; color: #4d4d4d; }
th, td { border: 0.25mm solid #a8a8a8; padding: 1mm 1.6mm; text-align: left; vertical-align: top; }
th { background: #f1efe9; font-weight: 620; }
thead td { border-color: transparent #a8a8a8 #a8a8a8 transparent; }
.centre th, .centre td { text-align: center; }
.centre span { white-space: nowrap; }
.centre:not(.serre) { table-layout: fixed; }
.serre { font-size: 7.7pt; }
.serre th, .serre td { padding: 1mm 0.5mm; }
.nombre { text-align: right; white-space: nowrap; }

.bloc { break-inside: avoid; }
.signatures { display: grid; gap: 2.6mm; break-inside: avoid; }
.signature { min-height: 27mm; padding: 1.4mm 2mm 12mm; border: 0.3mm solid #8a8a8a; break-inside: avoid; }
.signature strong { display: block; font-weight: 620; line-height: 1.25; }
.signature span { display: block; font-size: 8.2pt; color: #4d4d4d; overflow-wrap: anywhere; }

.filigrane { position: absolute; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 1; }
.filigrane span { transform: rotate(-32deg); font-size: 96pt; font-weight: 700; letter-spacing: 0.06em;
  color: rgb(26 26 26 / 7%); }
.feuille { position: relative; }
.feuille + .feuille { break-before: page; }

@media screen {
  /* The sheet is shown scaled down: without it letters snap to whole pixels and words fall apart. */
  html { background: transparent; text-rendering: geometricPrecision; }
  .feuille { width: 210mm; min-height: 297mm; padding: 14mm 15mm 17mm; background: #fff; }
  .feuille + .feuille { margin-top: 6mm; }
  .pied-ecran { position: absolute; left: 15mm; right: 15mm; bottom: 8mm; font-size: 8.2pt; color: #4d4d4d; }
}
@media print {
  .pied-ecran, .feuille + .feuille .filigrane { display: none; }
  /* Fixed: repeated on every page. */
  .filigrane { position: fixed; }
  /* A border on the very edge of the page area would be cut. */
  .feuille { padding: 0 0.3mm; }
}
`;

const POLICE_PIED =
  'font: 8.2pt "Inter", "Noto Sans Arabic", "Noto Sans Hebrew", Arial, sans-serif; color: #4d4d4d; vertical-align: top; padding-top: 3mm;';

/** Footer of every printed page: `pied` on the left, « page 1 / 2 » on the right. */
export function cssPied(pied: string): string {
  return `@page { size: A4; margin: 14mm 15mm 17mm;
  @bottom-left { content: ${chaineCss(pied)}; ${POLICE_PIED} width: 140mm; }
  @bottom-right { content: "page " counter(page) " / " counter(pages); ${POLICE_PIED} white-space: nowrap; } }`;
}

/** Footer of the pages of that name only; they are not numbered, being handed out apart from the others. */
export function cssPiedNomme(nom: string, pied: string): string {
  return `@page ${nom} { @bottom-left { content: ${chaineCss(pied)}; } @bottom-right { content: none; } }`;
}

/**
 * A text as a CSS string: all but letters, digits and spaces becomes a numeric escape, so that no quote, backslash,
 * line break or closing style tag typed in a name can end the string or the sheet.
 */
export function chaineCss(texte: string): string {
  const sur = texte
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, (signe) => `\\${signe.codePointAt(0)!.toString(16)} `);
  return `"${sur}"`;
}

/** Name and address on one line, for the footer. */
export function piedDe(structure: Structure): string {
  const ville = [structure.codePostal, structure.ville].filter(Boolean).join(' ');
  const adresse = [structure.adresse, ville].filter(Boolean).join(', ');
  return [structure.raisonSociale, adresse].filter(Boolean).join(' · ');
}

/** Logo, name and particulars of the structure; on the right, what identifies this document. */
export function Entete({ structure, references }: { structure: Structure; references: readonly string[] }) {
  const particularites = [
    label(GENRES_SIAE, structure.genre),
    structure.conventionNumero && `convention ${structure.conventionNumero}`,
    structure.telephone && formaterTelephone(structure.telephone).replaceAll(' ', '\u00a0'),
  ];
  return (
    <header className="entete">
      <div className="entete-structure">
        {structure.logo && <img src={structure.logo} alt="" />}
        <div>
          <div className="entete-nom">{structure.raisonSociale}</div>
          <small>{particularites.filter(Boolean).join(' · ')}</small>
        </div>
      </div>
      <div className="entete-references">
        {references.map((reference) => (
          <div key={reference}>{reference}</div>
        ))}
      </div>
    </header>
  );
}

/** One sheet: always starts a page, may run over several. `projet` marks it as not to be signed. */
export function Feuille(props: { pied: string; projet?: boolean; children: ReactNode }) {
  return (
    <section className="feuille">
      {props.projet && (
        <div className="filigrane" aria-hidden="true">
          <span>Projet</span>
        </div>
      )}
      {props.children}
      <div className="pied-ecran" aria-hidden="true">
        {props.pied}
      </div>
    </section>
  );
}

/** Label and value pairs; an absent value reads « à préciser ». */
export function Mentions({ lignes }: { lignes: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {lignes.map(([nom, valeur]) => (
        <MentionLigne key={nom} nom={nom} valeur={valeur} />
      ))}
    </dl>
  );
}

/** Longer than this, a value is a text to read rather than a mark to find: it is not set in bold. */
const VALEUR_LONGUE = 160;

function MentionLigne({ nom, valeur }: { nom: string; valeur: string }) {
  return (
    <>
      <dt>{nom}</dt>
      {valeur ? (
        <dd className={valeur.length > VALEUR_LONGUE ? 'long' : undefined}>{valeur}</dd>
      ) : (
        <dd className="a-preciser">— à préciser —</dd>
      )}
    </>
  );
}

export interface PartieSignataire {
  role: string;
  nom: string;
  /** Name and function of who signs for an entity, empty to be written by hand; absent for a person. */
  qualite?: string | undefined;
  /** That it was signed, and when; absent to sign by hand. */
  signe?: string | undefined;
}

/** Boxes to sign in, kept together on one page: up to four in a row. */
export function Signatures({ parties }: { parties: readonly PartieSignataire[] }) {
  const colonnes = parties.length > 4 ? 3 : parties.length;
  return (
    <div className="signatures" style={{ gridTemplateColumns: `repeat(${colonnes}, minmax(0, 1fr))` }}>
      {parties.map(({ role, nom, qualite, signe }) => (
        <div className="signature" key={role}>
          <strong>{role}</strong>
          <span>{nom}</span>
          {qualite !== undefined && <span>par {qualite}</span>}
          <span>{signe ?? 'le'}</span>
        </div>
      ))}
    </div>
  );
}
