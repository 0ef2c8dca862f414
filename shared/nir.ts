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

/** The 13 digits the key is counted on: Corsica is written 2A or 2B, counted as 19 and 18. */
const chiffresDe = (corps: string) =>
  corps
    .replace(/[^\dABab]/g, '')
    .replace(/2A/i, '19')
    .replace(/2B/i, '18');

const cleJuste = (numero: string, cle: string) =>
  97 - (Number(numero) % 97) === Number(cle.replace(/\D/g, ''));

export function ressembleNir(texte: string): boolean {
  for (const [, corps, cle] of texte.matchAll(FORME)) {
    const numero = chiffresDe(corps!);
    if (!/^\d{13}$/.test(numero) || !moisPlausible(Number(numero.slice(3, 5)))) continue;
    if (cle === undefined || cleJuste(numero, cle)) return true;
  }
  return false;
}

/**
 * The text without the NIR it holds, and how many were taken out. Surer than `ressembleNir`, for nobody looks at what
 * is taken out: the key must be right, or, without key, the sex and the month those of nearly everyone.
 */
export function retirerNir(texte: string): { texte: string; retires: number } {
  let retires = 0;
  const propre = texte.replace(FORME, (brut, corps: string, cle: string | undefined) => {
    const numero = chiffresDe(corps);
    const sur =
      cle === undefined
        ? /^[12]\d\d(0[1-9]|1[0-2])\d{8}$/.test(numero)
        : /^\d{13}$/.test(numero) && cleJuste(numero, cle);
    if (!sur) return brut;
    retires += 1;
    return '[numéro retiré]';
  });
  return { texte: propre, retires };
}
