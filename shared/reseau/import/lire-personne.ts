export interface PersonneLue {
  civilite: string;
  prenom: string;
  nom: string;
  intitule: string;
}

const CIVILITE = /^(m\.?|mr\.?|mister|monsieur|mme\.?|mrs|madame|mlle\.?|mademoiselle)(?=[\s.]|$)\.?\s*/i;

/** `M.` or `Mme`, as the trade writes them today; empty when the word is something else. */
export function lireCivilite(brut: string): string {
  const mot = brut.trim().toLowerCase().replace(/\.$/, '');
  if (['m', 'mr', 'monsieur', 'h', 'homme'].includes(mot)) return 'M.';
  return ['mme', 'madame', 'mlle', 'mademoiselle', 'f', 'femme'].includes(mot) ? 'Mme' : '';
}

const PARTICULE = /^(de|du|des|le|la|d’|d'|von|van|ben)\s/i;

const enCapitales = (mot: string) => /\p{L}{2}/u.test(mot) && mot === mot.toUpperCase();

/**
 * One person: « Mme Sylvie MULLER (RH) », « MULLER Sylvie », « Jean-Paul Dupont, gérant ». When nothing tells the
 * first name from the last (« MULLER SYLVIE »), all of it is the name.
 */
function lirePersonne(brut: string): PersonneLue {
  let texte = brut.trim();
  let intitule = '';
  const entre = /\(([^)]+)\)\s*$/.exec(texte) ?? /\s*(?:,|\s[-–:]\s)\s*([^,]+)$/.exec(texte);
  if (entre) {
    intitule = entre[1]!.trim();
    texte = texte.slice(0, entre.index).trim();
  }
  const civilite = CIVILITE.exec(texte);
  if (civilite) texte = texte.slice(civilite[0].length).trim();
  const mots = texte.split(/\s+/).filter(Boolean);
  const capitales = mots.filter(enCapitales);
  const melange = capitales.length > 0 && capitales.length < mots.length;
  const entier = mots.length < 2 || capitales.length === mots.length || PARTICULE.test(texte);
  const nom = melange ? capitales : entier ? mots : mots.slice(1);
  const prenom = mots.filter((mot) => !nom.includes(mot));
  return {
    civilite: civilite ? lireCivilite(civilite[1]!) : '',
    prenom: prenom.join(' '),
    nom: nom.join(' '),
    intitule,
  };
}

/** The people named in a cell, one per line, « ; » or « / ». Empty when it holds none. */
export function lirePersonnes(cellule: string): PersonneLue[] {
  return cellule
    .split(/\n|;|\s\/\s/)
    .map(lirePersonne)
    .filter((personne) => personne.nom !== '');
}
