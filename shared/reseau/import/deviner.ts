import { estCourriel, estSiret } from '../../champs.ts';
import { nomenclature } from '../../nomenclatures/nomenclature.ts';
import { normaliser } from '../../normaliser.ts';
import { CIBLES_UNIQUES, type Cible, cibleDuLibelle } from './cibles.ts';
import { estCodePostal } from './lire-adresse.ts';
import { lireGenre } from './lire-genre.ts';
import { lireTelephones } from './lire-numeros.ts';

export const SEPARATEURS = nomenclature('2026-1', [
  { code: ';', label: 'Point-virgule ;' },
  { code: ',', label: 'Virgule ,' },
  { code: '\t', label: 'Tabulation' },
  { code: '|', label: 'Barre verticale |' },
]);
export type Separateur = (typeof SEPARATEURS)['valeurs'][number]['code'];

/** Lines looked at to guess: enough to be sure, few enough to be instant. */
const ECHANTILLON = 60;

/** `sep=;` that Excel writes on the first line: the separator, and the text after that line. */
export function lireSep(texte: string): { separateur: Separateur; reste: string } | null {
  const trouve = /^"?sep=([;,|\t])"?[ ]*(?:\n|$)/i.exec(texte);
  return trouve ? { separateur: trouve[1] as Separateur, reste: texte.slice(trouve[0].length) } : null;
}

/** Number of separators on each of the first records, quotes respected. */
function compter(texte: string, separateur: string): number[] {
  const comptes: number[] = [];
  let entre = false;
  let compte = 0;
  let debutCellule = true;
  for (let rang = 0; rang < texte.length && comptes.length < ECHANTILLON && rang < 200_000; rang += 1) {
    const signe = texte[rang];
    if (entre) {
      if (signe === '"') entre = false;
      continue;
    }
    if (signe === '"' && debutCellule) entre = true;
    debutCellule = signe === separateur || signe === '\n';
    if (signe === separateur) compte += 1;
    if (signe === '\n') {
      comptes.push(compte);
      compte = 0;
    }
  }
  if (compte > 0) comptes.push(compte);
  return comptes;
}

/** The separator that cuts most lines into the same number of cells; the semicolon when nothing tells. */
export function devinerSeparateur(texte: string): Separateur {
  let meilleur: Separateur = ';';
  let score = 0;
  for (const { code } of SEPARATEURS.valeurs) {
    const comptes = compter(texte, code);
    const frequences = new Map<number, number>();
    for (const compte of comptes.filter(Boolean)) frequences.set(compte, (frequences.get(compte) ?? 0) + 1);
    const [mode, fois] = [...frequences].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    const note = (fois / comptes.length) ** 2 * Math.min(mode, 12) * Math.sqrt(comptes.length);
    if (note > score) [meilleur, score] = [code, note];
  }
  return meilleur;
}

type Nature = 'siret' | 'courriel' | 'telephone' | 'codePostal' | 'type' | 'site' | 'adresse' | 'texte';

function nature(cellule: string): Nature {
  const texte = cellule.trim();
  const serre = texte.replace(/\s/g, '');
  if (estSiret(serre)) return 'siret';
  if (texte.includes('@') && texte.split(/[\s;,/]+/).some(estCourriel)) return 'courriel';
  if (estCodePostal(serre)) return 'codePostal';
  if (/\d{2}/.test(texte) && lireTelephones(texte).valeurs.length > 0) return 'telephone';
  if (texte.length < 30 && (lireGenre(texte)?.genreSiae ?? '') !== '') return 'type';
  if (/^(https?:\/\/|www\.)\S+$/i.test(texte)) return 'site';
  if (
    /\n|\b(rue|avenue|av\.?|bd|boulevard|place|chemin|route|rte|all[ée]e|impasse|quai|za|zi|bp)\b/i.test(
      texte,
    ) &&
    /\d/.test(texte)
  )
    return 'adresse';
  return 'texte';
}

const parlante = (cellule: string) => !['texte', 'type'].includes(nature(cellule));

/**
 * Rank of the header line among the first ten (lists often start with a title), or -1 when the first line is already
 * an organisation.
 */
export function devinerEnTete(lignes: readonly (readonly string[])[]): number {
  let meilleur = -1;
  let score = 0;
  for (const [rang, ligne] of lignes.slice(0, 10).entries()) {
    const remplies = ligne.filter((cellule) => cellule.trim() !== '');
    if (remplies.some(parlante)) continue;
    const connues = remplies.filter((cellule) => cibleDuLibelle(cellule) !== null);
    // « Entreprise » or « Association » alone may be the kind of a first organisation rather than a header.
    const sures = connues.length > 1 ? connues : connues.filter((cellule) => lireGenre(cellule) === null);
    if (sures.length > score) [meilleur, score] = [rang, sures.length];
  }
  if (meilleur >= 0) return meilleur;
  const [premiere = [], ...suite] = lignes.slice(0, 10);
  const titres =
    premiere.length > 1 && premiere.every((cellule) => cellule.trim() !== '' && !parlante(cellule));
  return titres && suite.some((ligne) => ligne.some(parlante)) ? 0 : -1;
}

/** What most filled cells of a column are; `texte` when they disagree. */
function natureColonne(cellules: readonly string[]): Nature {
  const remplies = cellules.filter((cellule) => cellule.trim() !== '');
  const comptes = new Map<Nature, number>();
  for (const cellule of remplies) {
    const sorte = nature(cellule);
    comptes.set(sorte, (comptes.get(sorte) ?? 0) + 1);
  }
  const [sorte, fois] = [...comptes].toSorted((a, b) => b[1] - a[1])[0] ?? (['texte', 0] as const);
  return fois * 2 > remplies.length ? sorte : 'texte';
}

/** Targets of the columns: by their headers first, then by what their cells hold; the rest goes to the note. */
export function devinerColonnes(
  libelles: readonly string[],
  lignes: readonly (readonly string[])[],
): Cible[] {
  const echantillon = lignes.slice(0, ECHANTILLON);
  const colonne = (rang: number) => echantillon.map((ligne) => ligne[rang] ?? '');
  const cibles: (Cible | null)[] = libelles.map(cibleDuLibelle);

  // « Entreprise ; Nom ; Prénom »: next to a first name, the bare « Nom » is the person's.
  const noms = cibles.flatMap((cible, rang) => (cible === 'nom' ? [rang] : []));
  if (noms.length > 1 && cibles.includes('contactPrenom')) {
    const personne = noms.find((rang) => normaliser(libelles[rang]!) === 'nom');
    if (personne !== undefined) cibles[personne] = 'contactNom';
  }
  for (let rang = 0; rang < cibles.length; rang += 1) {
    if (cibles[rang] !== null) continue;
    const sorte = natureColonne(colonne(rang));
    if (sorte !== 'texte' && !cibles.includes(sorte)) cibles[rang] = sorte;
  }
  if (!cibles.includes('ville')) {
    const suivante = cibles.indexOf('codePostal') + 1;
    const lettres = colonne(suivante).filter((cellule) =>
      /^\p{L}[\p{L}\s'’.\-/]*\d{0,2}$/u.test(cellule.trim()),
    );
    if (suivante > 0 && cibles[suivante] === null && lettres.length * 2 > echantillon.length)
      cibles[suivante] = 'ville';
  }
  if (!cibles.includes('nom')) {
    const candidats = cibles.flatMap((cible, rang) => (cible === null && !libelles[rang] ? [rang] : []));
    const distincts = (rang: number) => new Set(colonne(rang).filter(Boolean)).size;
    const nom = candidats.find((rang) => distincts(rang) * 2 > echantillon.length);
    if (nom !== undefined) cibles[nom] = 'nom';
  }
  const prises = new Set<Cible>();
  return cibles.map((cible) => {
    if (cible === null || (CIBLES_UNIQUES.has(cible) && prises.has(cible))) return 'note';
    prises.add(cible);
    return cible;
  });
}
