import { normaliser } from '../../normaliser.ts';

export interface AdresseLue {
  /** Lines separated by a line feed, without postcode nor town. */
  adresse: string;
  codePostal: string;
  ville: string;
  /** Texts for the note, each already labelled. */
  note: string[];
  /** What was done and may surprise, as sentences. */
  remarques: string[];
}

const ETIQUETTE =
  /(?<![\p{L}\d])((?:si[eè]ge(?: social)?|structure|[ée]tablissement(?: (?:2aire|secondaire|principal))?|agence|antenne|bureaux?|atelier|d[ée]p[oô]t|site)(?:\s*\/\s*(?:si[eè]ge(?: social)?|structure|[ée]tablissement|agence|antenne|bureaux?|atelier))*)\s*:\s*/giu;

const BOITE = /(?:\bB\.?\s?P\.?|\bC\.?\s?S\.?|\bTSA)\s*(?:n°\s*)?$/iu;

const ETRANGERE =
  /(?<![\p{L}\d])(?:D|DE|CH|L|LU|B|BE|I|IT|E|ES)\s?-\s?\d{4,5}\b|\b(?:allemagne|deutschland|suisse|schweiz|luxembourg|belgique|espagne|italie)\s*$/iu;

const lignes = (texte: string) =>
  texte
    .split(/\n/)
    .map((ligne) => ligne.replace(/\s+/g, ' ').replace(/^[\s,;-]+|[\s,;-]+$/g, ''))
    .filter(Boolean);

const propre = (texte: string) => lignes(texte).join('\n');

/** Five digits of mainland or overseas France; 00xxx and 99xxx do not exist. */
export function estCodePostal(texte: string): boolean {
  return /^\d{5}$/.test(texte) && texte >= '01000' && texte < '99000';
}

/** Town compared or sorted: no CEDEX, no arrondissement of La Poste, normalised. */
export function villeComparable(ville: string): string {
  return normaliser(ville).replace(/ cedex( \d{1,2})?$/, '');
}

/** Splits « Siège : … Structure : … »; the place where people work is the address, the other one is kept for the note. */
function choisirLieu(texte: string): { principal: string; note: string[]; remarques: string[] } {
  const etiquettes = [...texte.matchAll(ETIQUETTE)];
  if (etiquettes.length === 0) return { principal: texte, note: [], remarques: [] };
  const morceaux = etiquettes.map((trouvee, rang) => ({
    label: trouvee[1]!.replace(/\s+/g, ' ').trim(),
    texte: propre(texte.slice(trouvee.index + trouvee[0].length, etiquettes[rang + 1]?.index)),
  }));
  const avant = propre(texte.slice(0, etiquettes[0]!.index));
  const poids = (label: string) => {
    const mots = normaliser(label);
    if (mots.includes('structure')) return 0;
    return mots.startsWith('siege') ? 2 : /secondaire|2aire/.test(mots) ? 3 : 1;
  };
  const candidats = morceaux.filter((morceau) => morceau.texte !== '');
  const retenu = candidats.toSorted((a, b) => poids(a.label) - poids(b.label))[0];
  if (!retenu) return { principal: texte, note: [], remarques: [] };
  const autres = candidats.filter((morceau) => morceau !== retenu);
  if (avant !== '') {
    return {
      principal: `${avant}\n${retenu.texte}`,
      note: autres.map(enNote),
      remarques: autres.map(direAutre),
    };
  }
  return { principal: retenu.texte, note: autres.map(enNote), remarques: autres.map(direAutre) };
}

const enNote = (morceau: { label: string; texte: string }) =>
  `${morceau.label} : ${morceau.texte.replaceAll('\n', ', ')}`;
const direAutre = (morceau: { label: string }) =>
  `Deux adresses dans la cellule : « ${morceau.label} » est gardée dans la note.`;

interface Lieu {
  debut: number;
  fin: number;
  codePostal: string;
  ville: string;
}

/** Last postcode of the text that is followed, or preceded on its line, by the name of a town. */
function trouverLieu(texte: string): Lieu | null {
  const motif = /(?<![\p{L}\d])(?:F\s?-\s?)?(\d{5}|\d{2} \d{3})(?!\d)/gu;
  for (const trouvee of [...texte.matchAll(motif)].reverse()) {
    const codePostal = trouvee[1]!.replace(' ', '');
    const avant = texte.slice(0, trouvee.index);
    if (!estCodePostal(codePostal) || BOITE.test(avant)) continue;
    if (trouvee[1]!.includes(' ') && !/(^|[\n,;-]\s*)$/.test(avant)) continue;
    const apres = texte.slice(trouvee.index + trouvee[0].length);
    const suite = /^[ ,:–-]*\n?[ ]*(\p{L}[^\n,;]*)/u.exec(apres);
    if (suite) {
      const ville = suite[1]!.split(/\s+[-–—]\s+/)[0]!;
      const fin = trouvee.index + trouvee[0].length + suite[0].length - (suite[1]!.length - ville.length);
      return { debut: trouvee.index, fin, codePostal, ville: ville.replace(/\s+/g, ' ').trim() };
    }
    const tete = /(?:^|[\n,;]|\s[-–—]\s)[ ]*(\p{L}[\p{L}\s'’.\-/]*?)[ ]*\(?$/u.exec(avant);
    if (tete && /^[)\s.]*$/.test(apres)) {
      const debut = tete.index;
      return { debut, fin: texte.length, codePostal, ville: tete[1]!.replace(/\s+/g, ' ').trim() };
    }
  }
  return null;
}

const sansPays = (texte: string) => texte.replace(/[\s,(-]*\bfrance\b[\s).]*$/iu, '');

/**
 * Reads an address cell. Postcode and town found inside are moved to their own fields; when the list also has columns
 * for them (`connu`), these win and a different town found inside stays in the address.
 */
export function lireAdresse(brut: string, connu: { codePostal: string; ville: string }): AdresseLue {
  const { principal, note, remarques } = choisirLieu(brut);
  const lu: AdresseLue = { adresse: propre(principal), ...connu, note, remarques };
  if (ETRANGERE.test(principal)) {
    if (connu.codePostal === '') remarques.push('Adresse hors de France : gardée telle quelle.');
    return lu;
  }
  const texte = sansPays(propre(principal));
  const lieu = trouverLieu(texte);
  if (!lieu) return lu;
  const autreCode = connu.codePostal !== '' && connu.codePostal !== lieu.codePostal;
  const autreVille = connu.ville !== '' && villeComparable(connu.ville) !== villeComparable(lieu.ville);
  if (autreCode || autreVille) {
    remarques.push(
      `L’adresse contient « ${lieu.codePostal} ${lieu.ville} », différent des colonnes code postal et ville : ` +
        'elle est gardée telle quelle.',
    );
    return lu;
  }
  lu.adresse = propre(`${texte.slice(0, lieu.debut)}\n${texte.slice(lieu.fin)}`);
  lu.codePostal = lieu.codePostal;
  lu.ville = connu.ville || lieu.ville;
  return lu;
}

/**
 * Reads the postcode and town cells: « 67 000 », « 1000 » (zero lost by Excel), « 67000 STRASBOURG » in one cell, and
 * « CP 67000 » as our own CSV writes a postcode without town.
 */
export function lireLieu(
  codePostal: string,
  ville: string,
): { codePostal: string; ville: string; note: string[]; remarques: string[] } {
  const lu = {
    codePostal: '',
    ville: ville.replace(/\s+/g, ' ').trim(),
    note: [] as string[],
    remarques: [] as string[],
  };
  const dansVille = /^(?:F\s?-\s?)?(\d{5}|\d{2} \d{3})[\s,-]+(\p{L}.*)$/u.exec(lu.ville);
  const apresVille = /^(\p{L}.*?)[\s,-]*\(?(\d{5})\)?$/u.exec(lu.ville);
  const seul = /^CP (\d{5})$/.exec(lu.ville);
  if (seul) {
    lu.codePostal = seul[1]!;
    lu.ville = '';
  } else if (dansVille && estCodePostal(dansVille[1]!.replace(' ', ''))) {
    lu.codePostal = dansVille[1]!.replace(' ', '');
    lu.ville = dansVille[2]!;
  } else if (apresVille && estCodePostal(apresVille[2]!)) {
    lu.codePostal = apresVille[2]!;
    lu.ville = apresVille[1]!;
  }
  const brut = codePostal
    .trim()
    .replace(/[.,]0+$/, '')
    .replace(/^CP\s+/i, '');
  if (brut === '') return lu;
  const avecVille = /^(?:F\s?-\s?)?(\d{5}|\d{2} \d{3})[\s,-]+(\p{L}.*)$/u.exec(brut);
  const compact = (avecVille ? avecVille[1]! : brut).replace(/^F\s?-\s?/i, '').replace(/[\s.]/g, '');
  const complet = /^\d{4}$/.test(compact) ? `0${compact}` : compact;
  if (!estCodePostal(complet) || (lu.codePostal !== '' && lu.codePostal !== complet)) {
    lu.note.push(`Code postal : ${brut}`);
    lu.remarques.push(`« ${brut} » n’est pas un code postal de 5 chiffres : gardé dans la note.`);
    return lu;
  }
  if (complet !== compact)
    lu.remarques.push(`Code postal « ${brut} » lu ${complet} (zéro initial perdu par Excel).`);
  lu.codePostal = complet;
  if (avecVille && lu.ville === '') lu.ville = avecVille[2]!;
  else if (avecVille && villeComparable(avecVille[2]!) !== villeComparable(lu.ville))
    lu.note.push(`Ville : ${avecVille[2]}`);
  return lu;
}
