/** Links that the system's own programs open: a call, an e-mail. The desktop lets nothing else out of its window. */

/** Windows gives no longer a command line to the mail program. */
export const LIEN_MAX = 2000;

/** Stored number (`0612345678`, `+49…`, `3949`) → `tel:` link, in international form when it has one. */
export function lienTelephone(numero: string): string {
  const compact = numero.replace(/[^\d+]/g, '');
  return `tel:${/^0[1-9]\d{8}$/.test(compact) ? `+33${compact.slice(1)}` : compact}`;
}

/**
 * An e-mail ready to be written. Every part is encoded: an address or a subject that holds `&`, `?` or a line break
 * stays what it is, and adds no recipient. May be longer than `LIEN_MAX` when there are many addresses or a long text.
 */
export function lienCourriel(courriel: {
  a?: readonly string[];
  copieCachee?: readonly string[];
  objet?: string;
  corps?: string;
}): string {
  const coder = (texte: string) => encodeURIComponent(texte).replaceAll("'", '%27');
  const adresses = (liste: readonly string[] = []) =>
    liste.map((adresse) => coder(adresse).replaceAll('%40', '@')).join(',');
  const champs: [string, string][] = [
    ['bcc', adresses(courriel.copieCachee)],
    ['subject', coder((courriel.objet ?? '').replace(/\s+/g, ' '))],
    ['body', coder((courriel.corps ?? '').replace(/\r\n?|\n/g, '\r\n'))],
  ];
  const suite = champs
    .filter(([, valeur]) => valeur !== '')
    .map(([nom, valeur]) => `${nom}=${valeur}`)
    .join('&');
  return `mailto:${adresses(courriel.a)}${suite === '' ? '' : `?${suite}`}`;
}

const NUMERO = /^tel:\+?[0-9*#]{2,20}$/;
const CHAMPS = new Set(['to', 'cc', 'bcc', 'subject', 'body']);
const CONTROLE = /\p{Cc}/u;

function decode(texte: string): string | null {
  try {
    return decodeURIComponent(texte);
  } catch {
    return null;
  }
}

/**
 * True for a link that may leave the window: a phone number, or an e-mail made of recipients, a subject and a text.
 * Some mail programs obey more (`attach=` joins a file of this computer), and a line break in a header adds others.
 */
export function estLienSysteme(lien: string): boolean {
  if (lien.length > LIEN_MAX || CONTROLE.test(lien)) return false;
  if (NUMERO.test(lien)) return true;
  if (!lien.startsWith('mailto:') || /["'`\\<>|^\s]/.test(lien)) return false;
  const [adresses = '', ...suite] = lien.slice('mailto:'.length).split('?');
  if (suite.length > 1 || adresses.startsWith('/') || adresses.includes('#')) return false;
  const champs = suite[0] ? suite[0].split('&').map((champ) => champ.split('=')) : [];
  return [['to', adresses], ...champs].every(([nom, valeur, ...trop]) => {
    const lue = valeur === undefined || trop.length > 0 ? null : decode(valeur);
    if (lue === null || !CHAMPS.has(nom!)) return false;
    return nom === 'body' ? !/[^\P{Cc}\t\r\n]/u.test(lue) : !CONTROLE.test(lue);
  });
}
