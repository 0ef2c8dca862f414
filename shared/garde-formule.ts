/**
 * Spreadsheets run a cell that starts with one of these signs as a formula (OWASP ASVS 1.2.10); the full-width
 * ones are read the same way by Excel. A text that already looks guarded is guarded again, so that taking the
 * guard off always gives back exactly what was written.
 */
const A_GARDER = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Puts an apostrophe before a text that a spreadsheet would run. */
export function garder(texte: string): string {
  return A_GARDER.test(texte) ? `'${texte}` : texte;
}

/** Exact inverse of `garder`; any other text comes back unchanged. */
export function sansGarde(texte: string): string {
  return texte.startsWith("'") && A_GARDER.test(texte.slice(1)) ? texte.slice(1) : texte;
}
