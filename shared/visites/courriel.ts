import { estCourriel } from '../champs.ts';

/**
 * Longest `mailto:` address (characters). Windows cuts a command line near 2 000, and mail programs read what is left as
 * if it were whole: recipients would be lost without a word.
 */
export const MAILTO_MAX = 1800;

/** Most addresses in one e-mail: providers block accounts that write to more people at once. */
export const LOT_MAX = 40;

export interface LotCourriel {
  adresses: string[];
  /** `mailto:` address that opens the user's own mail program. */
  lien: string;
}

export interface LotsCourriel {
  lots: LotCourriel[];
  /** The text is too long to travel in the link: it is to be copied and pasted. */
  sansCorps: boolean;
}

/** A line break would begin a header of its own in a careless mail program. */
const surUneLigne = (texte: string) => texte.replace(/[\r\n\t]+/g, ' ').trim();

const coder = (texte: string) => encodeURIComponent(texte.toWellFormed()).replace(/'/g, '%27');

function lienDe(destinataires: { a: string[]; cci: string[] }, objet: string, corps: string): string {
  const parties = [
    destinataires.cci.length > 0 && `bcc=${destinataires.cci.map(coder).join(',')}`,
    objet && `subject=${coder(surUneLigne(objet))}`,
    corps && `body=${coder(corps.replace(/\r?\n/g, '\r\n'))}`,
  ].filter(Boolean);
  return `mailto:${destinataires.a.map(coder).join(',')}${parties.length > 0 ? `?${parties.join('&')}` : ''}`;
}

/** Room a lot keeps for its addresses (characters), so that a long text does not make one lot per person. */
const PLACE_ADRESSES = 500;

/** One e-mail to one person, text included while it fits. */
export function courrielSimple(adresse: string, objet: string, corps: string): LotsCourriel {
  if (!estCourriel(adresse)) return { lots: [], sansCorps: false };
  const entier = lienDe({ a: [adresse], cci: [] }, objet, corps);
  const sansCorps = entier.length > MAILTO_MAX;
  return {
    lots: [{ adresses: [adresse], lien: sansCorps ? lienDe({ a: [adresse], cci: [] }, objet, '') : entier }],
    sansCorps,
  };
}

/**
 * The same e-mail to many people who do not see one another (bcc), in as few lots as the length of a `mailto:` address
 * allows. Each address once, whatever its capitals; what is no address is left out.
 */
export function lotsCourriel(adresses: readonly string[], objet: string, corps: string): LotsCourriel {
  const uniques = [...new Map(adresses.filter(estCourriel).map((a) => [a.toLowerCase(), a])).values()];
  const sansCorps = lienDe({ a: [], cci: [] }, objet, corps).length > MAILTO_MAX - PLACE_ADRESSES;
  const texte = sansCorps ? '' : corps;
  const lots: LotCourriel[] = [];
  let groupe: string[] = [];
  const fermer = () => {
    if (groupe.length > 0)
      lots.push({ adresses: groupe, lien: lienDe({ a: [], cci: groupe }, objet, texte) });
    groupe = [];
  };
  for (const adresse of uniques) {
    const essai = lienDe({ a: [], cci: [...groupe, adresse] }, objet, texte);
    if (groupe.length >= LOT_MAX || essai.length > MAILTO_MAX) fermer();
    groupe.push(adresse);
  }
  fermer();
  return { lots, sansCorps };
}
