import type { StyleCellule } from '../cellules.ts';
import type { Structure } from '../parametres/schema.ts';
import type { BilanCalcule, LigneIndicateur } from './bilan.ts';
import type { NomSource } from './faits.ts';
import type { LigneOuverte } from './lignes.ts';
import type { Mesure } from './mesure.ts';

/** A row as it stood: what it is called, and what each of its columns said. */
export interface LigneFigee extends LigneOuverte {
  cellules: string[];
  /** Pseudonym of whom it is about, the same all along the bilan; empty when it is about nobody. */
  personne: string;
}

/** Rows of a source, and which ones each part of each figure was made of (ranks in `lignes`). */
export interface SourceFigee {
  colonnes: string[];
  /** What each column is: a cell is read back from its text. */
  styles: StyleCellule[];
  /** How many of the first columns name somebody. */
  nominatives: number;
  lignes: LigneFigee[];
}

export interface IndicateurFige {
  source: NomSource;
  compte: number[];
  /** In the base of a rate, and not in its figure. */
  base: number[];
  inconnu: number[];
  exclu: { rang: number; raison: string }[];
}

/** A bilan as it was sent: figures, words, parameters, and every row behind every figure. */
export interface BilanFige {
  version: 1;
  bilan: BilanCalcule;
  structure: Structure;
  sources: Partial<Record<NomSource, SourceFigee>>;
  indicateurs: Record<string, IndicateurFige>;
}

/** What became of a row of a figure since the bilan was sent. */
export type GenreEcart = 'ajoutee' | 'retiree' | 'deplacee' | 'changee';

export interface EcartLigne {
  genre: GenreEcart;
  ligne: LigneOuverte;
  /** What changed, a sentence each: `Heures : 35 au lieu de 28`. */
  details: string[];
}

export interface EcartFigure {
  code: string;
  label: string;
  unite: LigneIndicateur['unite'];
  nom: string;
  avant: Mesure;
  /** Null when the profile no longer has it. */
  apres: Mesure | null;
  lignes: EcartLigne[];
}

/** Where each row of a figure is, by id, in words. */
function places({ lignes }: SourceFigee, indicateur: IndicateurFige, taux: boolean): Map<string, string> {
  const par = new Map<string, string>();
  const mettre = (rangs: readonly number[], dite: string) => {
    for (const rang of rangs) par.set(lignes[rang]!.id, dite);
  };
  mettre(indicateur.base, 'dans la base seulement');
  mettre(indicateur.compte, taux ? 'dans le taux' : 'comptée');
  mettre(indicateur.inconnu, 'sans réponse connue');
  for (const { rang, raison } of indicateur.exclu) par.set(lignes[rang]!.id, `à part (${raison})`);
  return par;
}

/** Columns of a row that no longer say the same. */
function changements(
  avant: SourceFigee,
  apres: SourceFigee,
  ancienne: LigneFigee,
  nouvelle: LigneFigee,
): string[] {
  return apres.colonnes.flatMap((titre, rang) => {
    const place = avant.colonnes.indexOf(titre);
    if (place === -1) return [];
    const [etait, est] = [ancienne.cellules[place] ?? '', nouvelle.cellules[rang] ?? ''];
    return etait === est ? [] : [`${titre} : ${est || 'rien'} au lieu de ${etait || 'rien'}`];
  });
}

function lignesEcartees(avant: BilanFige, apres: BilanFige, code: string, taux: boolean): EcartLigne[] {
  const [ancien, nouveau] = [avant.indicateurs[code], apres.indicateurs[code]];
  if (!ancien) return [];
  const figees = avant.sources[ancien.source]!;
  const lues = nouveau && apres.sources[nouveau.source];
  const etaient = places(figees, ancien, taux);
  const sont = nouveau && lues ? places(lues, nouveau, taux) : new Map<string, string>();
  const anciennes = new Map(figees.lignes.map((ligne) => [ligne.id, ligne]));
  const nouvelles = new Map(lues?.lignes.map((ligne) => [ligne.id, ligne]));
  const ecarts: EcartLigne[] = [];
  for (const [id, dite] of etaient) {
    const ancienne = anciennes.get(id)!;
    const nouvelle = nouvelles.get(id);
    const est = sont.get(id);
    if (!est || !nouvelle) {
      ecarts.push({ genre: 'retiree', ligne: ancienne, details: [`Elle était ${dite}`] });
      continue;
    }
    const details = changements(figees, lues!, ancienne, nouvelle);
    if (est !== dite)
      ecarts.push({
        genre: 'deplacee',
        ligne: nouvelle,
        details: [`Elle est ${est} ; elle était ${dite}`, ...details],
      });
    else if (details.length > 0) ecarts.push({ genre: 'changee', ligne: nouvelle, details });
  }
  for (const [id, dite] of sont) {
    if (!etaient.has(id))
      ecarts.push({ genre: 'ajoutee', ligne: nouvelles.get(id)!, details: [`Elle est ${dite}`] });
  }
  return ecarts;
}

const memeMesure = (a: Mesure, b: Mesure) =>
  a.valeur === b.valeur && a.numerateur === b.numerateur && a.denominateur === b.denominateur;

const figuresDe = ({ sections }: BilanCalcule) => sections.flatMap(({ lignes }) => lignes);

/**
 * What a recalculation says otherwise than the bilan that was sent: figures that moved, or whose rows are not the same any
 * more. A figure that stands still because one row left and another came is in it too.
 */
export function comparer(avant: BilanFige, apres: BilanFige): EcartFigure[] {
  const actuelles = new Map(figuresDe(apres.bilan).map((figure) => [figure.code, figure]));
  const vus = new Set<string>();
  return figuresDe(avant.bilan).flatMap((figee): EcartFigure[] => {
    const { code, label, unite, nom, mesure, genre } = figee;
    if (vus.has(code)) return [];
    vus.add(code);
    const actuelle = actuelles.get(code) ?? null;
    const lignes = lignesEcartees(avant, apres, code, genre === 'taux');
    if (actuelle && memeMesure(mesure, actuelle.mesure) && lignes.length === 0) return [];
    return [{ code, label, unite, nom, avant: mesure, apres: actuelle?.mesure ?? null, lignes }];
  });
}
