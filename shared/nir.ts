/**
 * Numbers that look like a NIR (« numéro de sécurité sociale »): 13 digits, or 15 with their key, however spaced.
 * Its use is reserved by décret n° 2019-341 of 19/04/2019; Passerelle has no field for it and says so when one is
 * typed in a free text. A SIRET (14 digits) or a phone never matches.
 */
const FORME =
  /(?<!\d|\d[ .\u00a0\u202f-])([1-478](?:[ .\u00a0\u202f-]?[\dABab]){4}(?:[ .\u00a0\u202f-]?[\dABab]){2}(?:[ .\u00a0\u202f-]?\d){6})((?:[ .\u00a0\u202f-]?\d){2})?(?!\d|[ .\u00a0\u202f-]\d)/g;

/** Month as the NIR writes it: 01 to 12, and 20, 30 to 42, 50 and over when the civil status is not known. */
function moisPlausible(mois: number): boolean {
  return (mois >= 1 && mois <= 12) || mois === 20 || (mois >= 30 && mois <= 42) || mois >= 50;
}

export function ressembleNir(texte: string): boolean {
  for (const [, corps, cle] of texte.matchAll(FORME)) {
    // Corsica is written 2A or 2B, counted as 19 and 18 in the key.
    const propre = corps!
      .replace(/[^\dABab]/g, '')
      .replace(/2A/i, '19')
      .replace(/2B/i, '18');
    if (!/^\d{13}$/.test(propre) || !moisPlausible(Number(propre.slice(3, 5)))) continue;
    if (cle === undefined || 97 - (Number(propre) % 97) === Number(cle.replace(/\D/g, ''))) return true;
  }
  return false;
}
