const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/**
 * Folds a text so that two spellings of the same name compare equal: no accents, no case, ligatures opened,
 * apostrophes, hyphens and every other sign turned into one space. Idempotent.
 */
export function normaliser(texte: string): string {
  return texte
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (signe) => LIGATURES[signe] ?? signe)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Keeps the digits only: `03 88 81 75 33` → `0388817533`. */
export function chiffres(texte: string): string {
  return texte.normalize('NFKC').replace(/\D/g, '');
}

/**
 * Words to look for. Groups of digits typed with spaces or dots (`03 88 81`) are joined, so that a phone or a
 * SIRET is found however it is spaced; `+33 3 88…` is read as the `03 88…` we keep. Words of one letter are dropped.
 */
export function motsCherches(requete: string): string[] {
  const compacte = normaliser(requete).replace(/(?<=\b\d+) (?=\d+\b)/g, '');
  return compacte
    .split(' ')
    .filter((mot) => mot.length >= 2)
    .map((mot) => mot.replace(/^(?:00)?330?(\d{9})$/, '0$1'));
}
