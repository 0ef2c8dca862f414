/** The style of a bilan on paper, after the house's: dark and hatched rather than two colours, for a photocopy. */
export const STYLE_BILAN = `
h2 { margin-top: 6mm; }
.identite { margin: 0 0 2.6mm; grid-template-columns: 30mm minmax(0, 1fr); }
.identite dd { font-weight: 500; }

.synthese { display: grid; gap: 2.4mm; margin: 2mm 0 0; padding: 0; list-style: none; break-inside: avoid; }
.synthese li { margin: 0; padding: 1.8mm 2.2mm 2mm; border: 0.25mm solid #a8a8a8; border-top: 0.8mm solid #0a4f49; }
.synthese strong { display: block; font-size: 16.5pt; line-height: 1.2; font-weight: 690; white-space: nowrap;
  font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
.synthese span { display: block; line-height: 1.25; }
.synthese .nom { font-weight: 620; text-wrap: balance; }
.synthese .petit { margin-top: 0.7mm; font-size: 8pt; }

table.chiffres { table-layout: fixed; margin: 1.4mm 0 2.4mm; font-variant-numeric: tabular-nums; }
.chiffres th[scope="row"] { background: none; font-weight: 560; }
.chiffres .valeur { width: 23mm; text-align: right; font-weight: 690; }
.chiffres .avant { width: 20mm; text-align: right; font-size: 8.6pt; }
.chiffres .ecart { width: 21mm; text-align: right; font-size: 8.6pt; color: #4d4d4d; }
.chiffres td.avant, .chiffres td.ecart { white-space: nowrap; }
.chiffres .vise { width: 27mm; }
.chiffres thead .valeur, .chiffres thead .avant, .chiffres thead .ecart { font-weight: 620; }
.chiffres small { display: block; margin-top: 0.5mm; font-size: 7.9pt; line-height: 1.3; color: #4d4d4d; }
.chiffres th small { font-weight: 420; }
.verdict { font-weight: 620; white-space: nowrap; }
.verdict::before { display: inline-block; width: 3.2mm; font-weight: 700; }
.verdict[data-atteint="oui"]::before { content: "✓" / ""; }
.verdict[data-atteint="non"]::before { content: "✗" / ""; }

.parts { columns: 2; column-gap: 6mm; }
.parts > figure { margin: 0 0 3mm; break-inside: avoid; }
.parts > figure.large { column-span: all; break-inside: avoid; }
.parts > figure.longue { break-inside: auto; }
figure { margin: 0 0 3mm; }
figcaption { margin-bottom: 0.8mm; font-size: 8.8pt; font-weight: 620; break-after: avoid; }
figcaption small { font-weight: 420; color: #4d4d4d; font-size: 8pt; }
table.part { margin: 0; table-layout: fixed; font-size: 8.4pt; font-variant-numeric: tabular-nums; }
.part th, .part td { padding: 0.6mm 1mm; border: 0; border-bottom: 0.2mm solid #c9c9c9; background: none; vertical-align: middle; }
.part thead th, .part thead td { border-bottom-color: #6f6f6f; font-size: 7.8pt; line-height: 1.2; color: #4d4d4d; vertical-align: bottom; }
.part thead .nombre { white-space: normal; }
.part tbody th { padding-left: 0; font-weight: 450; overflow-wrap: break-word; }
.part thead th:first-child { padding-left: 0; }
.part .trait { width: 13mm; padding-right: 0; }
.part .valeur { width: 16mm; }
.part .sur { width: 10mm; }
.part .sur.termes { width: 20mm; white-space: normal; }
.part .avant { width: 14mm; }
.part .trait span { display: block; height: 2.1mm; background: #0e6b62; min-width: 0.3mm; }
.part tbody .valeur { font-weight: 620; }
.part tbody .leger { font-weight: 420; color: #4d4d4d; }
.part tr.inconnu th { font-style: italic; }
table.mois { margin: 0; font-size: 7.4pt; font-variant-numeric: tabular-nums; }
.mois th, .mois td { padding: 0.6mm 0.4mm; text-align: right; }
.mois th:first-child { text-align: left; white-space: nowrap; }
.legende { display: flex; gap: 5mm; margin: 0 0 0.6mm; font-size: 8pt; color: #4d4d4d; }
.legende svg { width: 4mm; height: 2.4mm; margin-right: 1.2mm; vertical-align: -0.1mm; }

blockquote { margin: 2mm 0 3mm; padding: 0 0 0 4mm; border-left: 0.7mm solid #0e6b62; break-inside: avoid; }
blockquote p { margin-bottom: 0.6mm; }
blockquote footer { font-size: 8.4pt; color: #4d4d4d; }

table.definitions { table-layout: fixed; font-size: 8.2pt; line-height: 1.32; }
.definitions th[scope="row"] { width: 44mm; background: none; font-weight: 600; }
.definitions thead th:first-child { width: 44mm; }
.definitions .reference { width: 42mm; }
.definitions + .petit { break-before: avoid; }
table.annexe { font-size: 7pt; line-height: 1.25; }
.annexe th, .annexe td { padding: 0.6mm 0.9mm; overflow-wrap: anywhere; }
.annexe .rang { width: 1%; white-space: nowrap; }
ol.renvois { columns: 2; column-gap: 6mm; margin: 1mm 0 2mm; font-size: 8pt; }
ol.renvois li { margin-bottom: 0.4mm; }
`;
