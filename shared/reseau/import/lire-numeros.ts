import { estCourriel, estSiret, lireTelephone } from '../../champs.ts';

/** What a cell gave, and the whole cell again for the note when a part of it found no place. */
export interface CelluleLue<T> {
  valeurs: T[];
  /** Empty when everything found its place. */
  reste: string;
  remarques: string[];
}

const sansDoublon = (valeurs: string[]) => {
  const vues = new Map<string, string>();
  for (const valeur of valeurs) if (!vues.has(valeur.toLowerCase())) vues.set(valeur.toLowerCase(), valeur);
  return [...vues.values()];
};

/** Every e-mail address of a cell, whatever separates them; other words send the whole cell to the note. */
export function lireCourriels(cellule: string): CelluleLue<string> {
  const valeurs: string[] = [];
  const inconnus: string[] = [];
  for (const brut of cellule.split(/[\s;,|/<>()"]+/)) {
    const mot = brut.replace(/^mailto:/i, '').replace(/^[.:'’]+|[.:'’]+$/g, '');
    if (mot === '' || /^(ou|et|or|puis|e-?mail|mail|courriel|-+|–)$/i.test(mot)) continue;
    if (estCourriel(mot)) valeurs.push(mot);
    else inconnus.push(mot);
  }
  const remarques: string[] = [];
  if (inconnus.length > 0) {
    const arobase = inconnus.find((mot) => mot.includes('@'));
    remarques.push(
      arobase
        ? `« ${arobase} » n’est pas une adresse de la forme nom@domaine.fr : gardé dans la note.`
        : `« ${cellule} » contient autre chose qu’un courriel : gardé aussi dans la note.`,
    );
  }
  return { valeurs: sansDoublon(valeurs), reste: inconnus.length > 0 ? cellule : '', remarques };
}

const FRANCAIS =
  /(?<![\d+])(?:(?:\+|00)[ .]?33[ .-]?(?:\(0\))?[ .-]?[1-9]|0[ .-]?[1-9])(?:[ .\-_/\u00a0\u202f]{0,2}\d{2}){4}(?!\d)/g;
const ETRANGER = /(?<!\d)(?:\+|00)[1-9]\d?(?:[ .\-()\u00a0\u202f]{0,2}\d){6,13}(?!\d)/g;
const LIAISONS =
  /\b(t[ée]l[ée]?phones?|t[ée]l|portables?|port|mobiles?|mob|gsm|fixe|standard|std|bureau|accueil|direct|domicile|ou|et|puis|n°)\b|[\s.:;,/|()°–—-]+/giu;

/** Every phone number of a cell, in the stored form; a fax, a wrong number or other words stay in the note. */
export function lireTelephones(cellule: string): CelluleLue<string> {
  const valeurs: string[] = [];
  const remarques: string[] = [];
  let reste = cellule;
  let fax = false;
  const prendre = (motif: RegExp) => {
    reste = reste.replace(motif, (brut, position: number) => {
      if (/(fax|t[ée]l[ée]copie)[^\d]{0,6}$/iu.test(reste.slice(0, position))) {
        fax = true;
        return brut;
      }
      const lu = lireTelephone(brut.replace(/_/g, ' '));
      if (lu === null) return brut;
      valeurs.push(lu);
      return ' ';
    });
  };
  prendre(FRANCAIS);
  prendre(ETRANGER);
  if (valeurs.length === 0 && !fax) {
    const compact = cellule.replace(/[\s.\u00a0]/g, '');
    const seul = /^[1-9]\d{8}$/.test(compact) ? `0${compact}` : compact;
    const lu = lireTelephone(seul);
    if (lu !== null) {
      if (seul !== compact)
        remarques.push(`Téléphone « ${cellule} » lu avec son zéro initial, perdu par Excel.`);
      return { valeurs: [lu], reste: '', remarques };
    }
  }
  if (reste.replace(LIAISONS, '') === '') return { valeurs: sansDoublon(valeurs), reste: '', remarques };
  remarques.push(
    fax
      ? 'Le fax est gardé dans la note.'
      : `« ${cellule} » ${valeurs.length > 0 ? 'contient autre chose qu’un numéro' : 'n’est pas un numéro complet'} : gardé dans la note.`,
  );
  return { valeurs: sansDoublon(valeurs), reste: cellule, remarques };
}

/** A SIRET cell: 14 digits however spaced. Anything else goes to the note, with the reason. */
export function lireSiret(cellule: string): { siret: string; note: string; remarque: string } {
  const compact = cellule
    .normalize('NFKC')
    .replace(/^siret\s*:?/i, '')
    .replace(/[\s.\-_/']/g, '');
  const refuser = (raison: string) => ({ siret: '', note: `SIRET : ${cellule}`, remarque: raison });
  if (compact === '') return { siret: '', note: '', remarque: '' };
  if (estSiret(compact)) return { siret: compact, note: '', remarque: '' };
  if (/^\d{13}$/.test(compact) && estSiret(`0${compact}`)) {
    return {
      siret: `0${compact}`,
      note: '',
      remarque: `SIRET « ${cellule} » lu avec son zéro initial, perdu par Excel.`,
    };
  }
  if (/^\d[.,]?\d*e\+?\d+$/i.test(cellule.replace(/\s/g, ''))) {
    return refuser(
      `Excel a abrégé le SIRET (« ${cellule} ») : mettez cette colonne au format Texte. Gardé dans la note.`,
    );
  }
  if (/^\d{9}$/.test(compact))
    return {
      ...refuser('Un SIREN (9 chiffres) et non un SIRET (14) : gardé dans la note.'),
      note: `SIREN : ${cellule}`,
    };
  if (!/^\d+$/.test(compact)) return refuser(`« ${cellule} » n’est pas un SIRET : gardé dans la note.`);
  return refuser(
    compact.length === 14
      ? `La clé de contrôle du SIRET « ${cellule} » est fausse : gardé dans la note.`
      : `Un SIRET compte 14 chiffres, « ${cellule} » en a ${compact.length} : gardé dans la note.`,
  );
}
