/**
 * Fields of a letter or an e-mail: `{{organisation}}` in the text becomes the name of the addressee. The list is closed
 * and looked up by own key, and what is put in is never read again: nothing typed in a name can become a field.
 */

export interface ChampFusion {
  code: string;
  label: string;
  /** Changes with the addressee: a group e-mail, one text for all, cannot hold it. */
  propre: boolean;
  /** Said once for all the letters that lack it (« Madame, Monsieur, » sera écrit). */
  absence: string;
}

export const CHAMPS_FUSION = [
  {
    code: 'appel',
    label: 'Formule d’appel (« Madame, »)',
    propre: true,
    absence: 'sans civilité connue : « Madame, Monsieur, » sera écrit',
  },
  {
    code: 'politesse',
    label: '« Madame » ou « Monsieur », pour la formule de fin',
    propre: true,
    absence: 'sans civilité : « Madame, Monsieur » sera écrit à la fin',
  },
  {
    code: 'civilite_nom',
    label: 'Civilité et nom',
    propre: true,
    absence: 'sans nom d’interlocuteur : « Madame, Monsieur » sera écrit',
  },
  {
    code: 'fonction',
    label: 'Fonction de l’interlocuteur',
    propre: true,
    absence: 'sans fonction d’interlocuteur : rien ne sera écrit à cet endroit',
  },
  { code: 'organisation', label: 'Nom de l’organisation', propre: true, absence: '' },
  {
    code: 'ville',
    label: 'Ville de l’organisation',
    propre: true,
    absence: 'sans ville : rien ne sera écrit à cet endroit',
  },
  {
    code: 'activite',
    label: 'Activité de l’organisation',
    propre: true,
    absence: 'sans activité connue : rien ne sera écrit à cet endroit',
  },
  {
    code: 'metiers',
    label: 'Métiers de l’organisation',
    propre: true,
    absence: 'sans métier connu : « vos métiers » sera écrit',
  },
  { code: 'date', label: 'Date du jour', propre: false, absence: '' },
  {
    code: 'auteur',
    label: 'Votre nom',
    propre: false,
    absence: 'sans auteur : choisissez qui écrit, en bas à gauche',
  },
  {
    code: 'auteur_fonction',
    label: 'Votre fonction',
    propre: false,
    absence: 'sans votre fonction : ajoutez-la dans Paramètres',
  },
  {
    code: 'structure',
    label: 'Nom de votre structure',
    propre: false,
    absence: 'sans nom de structure : ajoutez-le dans Paramètres',
  },
  {
    code: 'genre_structure',
    label: 'Type de votre structure',
    propre: false,
    absence: 'sans type de structure : ajoutez-le dans Paramètres',
  },
  {
    code: 'ville_structure',
    label: 'Ville de votre structure',
    propre: false,
    absence: 'sans ville de structure : ajoutez-la dans Paramètres',
  },
  {
    code: 'telephone_structure',
    label: 'Téléphone de votre structure',
    propre: false,
    absence: 'sans téléphone de structure : ajoutez-le dans Paramètres',
  },
  {
    code: 'courriel_structure',
    label: 'Courriel de votre structure',
    propre: false,
    absence: 'sans courriel de structure : ajoutez-le dans Paramètres',
  },
] as const satisfies readonly ChampFusion[];

export type CodeFusion = (typeof CHAMPS_FUSION)[number]['code'];
export type ValeursFusion = Record<CodeFusion, string>;

const CONNUS = new Set<string>(CHAMPS_FUSION.map(({ code }) => code));
const CHAMP = /\{\{([^{}]*)\}\}/g;

/** As it is written in a text. */
export const balise = (code: string) => `{{${code}}}`;

const estChamp = (code: string): code is CodeFusion => CONNUS.has(code);

/** Fields that a text holds, each once, in their order. */
export function champsDuTexte(texte: string): CodeFusion[] {
  const trouves = [...texte.matchAll(CHAMP)].map(([, code = '']) => code.trim());
  return [...new Set(trouves)].filter(estChamp);
}

/** Letters to change to go from one word to the other. */
function distance(un: string, autre: string): number {
  let ligne = Array.from({ length: autre.length + 1 }, (_, rang) => rang);
  for (let i = 1; i <= un.length; i += 1) {
    const suivante = [i];
    for (let j = 1; j <= autre.length; j += 1) {
      const change = ligne[j - 1]! + (un[i - 1] === autre[j - 1] ? 0 : 1);
      suivante.push(Math.min(change, ligne[j]! + 1, suivante[j - 1]! + 1));
    }
    ligne = suivante;
  }
  return ligne[autre.length]!;
}

/** The field that was probably meant, when one is close enough. */
function proche(code: string): string | null {
  const mot = code
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .slice(0, 60);
  const [meilleur] = CHAMPS_FUSION.map((champ) => ({
    code: champ.code,
    ecart: distance(mot, champ.code),
  })).sort((a, b) => a.ecart - b.ecart);
  return meilleur && meilleur.ecart <= Math.max(2, mot.length / 3) ? meilleur.code : null;
}

/** French sentence when a text names a field that does not exist or is not closed, else null. */
export function fauteFusion(texte: string): string | null {
  for (const [, brut = ''] of texte.matchAll(CHAMP)) {
    const code = brut.trim();
    if (estChamp(code)) continue;
    const voulu = proche(code);
    const nom = code.length > 40 ? `${code.slice(0, 40)}…` : code;
    return voulu
      ? `Le champ « {{${nom}}} » n’existe pas : vouliez-vous écrire « ${balise(voulu)} » ?`
      : `Le champ « {{${nom}}} » n’existe pas : choisissez-le dans le menu « Insérer un champ ».`;
  }
  const reste = texte.replace(CHAMP, '');
  const seule = /\{\{|\}\}/.exec(reste);
  if (!seule) return null;
  const autour = reste
    .slice(Math.max(0, seule.index - 12), seule.index + 20)
    .replace(/\s+/g, ' ')
    .trim();
  return `Un champ n’est pas fermé par deux accolades, près de « ${autour} ».`;
}

/** The text with its fields replaced, in one pass. A field that has no value leaves no double space behind. */
export function remplir(texte: string, valeurs: ValeursFusion): string {
  return texte
    .replace(CHAMP, (entier, brut: string) => {
      const code = brut.trim();
      return estChamp(code) ? valeurs[code] : entier;
    })
    .replace(/[ \t]+(?=\n|$)/g, '')
    .replace(/(?<=\S) {2,}/g, ' ');
}

export interface Bloc {
  genre: 'paragraphe' | 'liste';
  lignes: string[];
}

const PUCE = /^\s*[-–•*]\s+/;

/** A plain text as it is printed: paragraphs between empty lines, and lists of the lines that begin with a dash. */
export function blocsDe(texte: string): Bloc[] {
  const blocs: Bloc[] = [];
  let suite = false;
  for (const ligne of texte.split('\n')) {
    if (ligne.trim() === '') {
      suite = false;
      continue;
    }
    const genre = PUCE.test(ligne) ? 'liste' : 'paragraphe';
    const dite = genre === 'liste' ? ligne.replace(PUCE, '') : ligne.trim();
    const dernier = blocs.at(-1);
    if (suite && dernier?.genre === genre) dernier.lignes.push(dite);
    else blocs.push({ genre, lignes: [dite] });
    suite = true;
  }
  return blocs;
}
