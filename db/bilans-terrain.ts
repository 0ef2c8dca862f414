import type { Terrain, Vise } from '../shared/bilans/calcul.ts';
import type { Fait, NomSource } from '../shared/bilans/faits.ts';
import { type Indicateur, uniteDe } from '../shared/bilans/indicateur.ts';
import type { Filtre } from '../shared/bilans/mesure.ts';
import { genreDe, moisDe, periodePrecedente, vecue } from '../shared/bilans/regles.ts';
import type { Periode } from '../shared/bilans/schema.ts';
import { direSeuil, seuilLivre, seuilsAu } from '../shared/parametres/seuils.ts';
import { nommeur, ordreDe } from './bilans-noms.ts';
import { sourceDe } from './bilans-sources/registre.ts';
import { anneeDe, type Lecteur } from './bilans-sources/source.ts';
import { readObjectifs } from './conventions-lecture.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';

/** A period no date belongs to: one that has not begun yet. */
const JAMAIS: Periode = { debut: '9999-12-31', fin: '0000-01-01' };

/** Limits of what is counted on a day: what is lived of the period asked for. */
export function bornesDe(periode: Periode, today: string): Periode {
  return vecue(periode, today).bornes ?? JAMAIS;
}

/** Facts of a period, each source read once. */
function lecteurDeFaits(lecteur: Lecteur, periode: Periode): (source: NomSource) => readonly Fait[] {
  const lus = new Map<NomSource, readonly Fait[]>();
  return (nom) => {
    let faits = lus.get(nom);
    if (!faits) {
      faits = sourceDe(nom).read(lecteur, periode);
      lus.set(nom, faits);
    }
    return faits;
  };
}

const OBJECTIF_IMMERSIONS = `
  SELECT nombre FROM immersion_objectif WHERE annee = ? AND axe = 'total' AND code = ''`;

/** What the structure itself aims at in a civil year: the immersions that begin in it. */
function objectifPropre(db: Base, periode: Periode, { code }: Indicateur): Vise | null {
  if (code !== 'immersions.commencees' || genreDe(periode) !== 'annee') return null;
  const valeur = requete(db, OBJECTIF_IMMERSIONS).pluck().get(anneeDe(periode)) as number | undefined;
  return valeur === undefined ? null : { valeur, source: 'Objectif de l’année' };
}

/** What each indicator is aimed at: by the convention for the year, else by the thresholds. */
function viseur(
  db: Base,
  periode: Periode,
  conventionId: string | null,
): (indicateur: Indicateur) => Vise | null {
  const convenus = conventionId === null ? null : readObjectifs(db, conventionId, anneeDe(periode));
  const seuils = seuilsAu(periode.fin, readSeuils(db));
  return (indicateur) => {
    const convenu = convenus?.get(indicateur.code);
    if (convenu !== undefined) return { valeur: convenu, source: 'Convention' };
    const { objectif } = indicateur;
    if (objectif === null) return objectifPropre(db, periode, indicateur);
    // A threshold is a percentage; a rate is measured in thousandths.
    const valeur = uniteDe(indicateur) === 'taux' ? seuils[objectif] * 10 : seuils[objectif];
    return { valeur, source: `${direSeuil(objectif, seuils[objectif])}, ${seuilLivre(objectif).reference}` };
  };
}

/** All that measures a period, cut at today, and the year before beside it. */
export function terrainDe(
  lecteur: Lecteur,
  periode: Periode,
  options: { filtres: readonly Filtre[]; conventionId: string | null; comparer: boolean },
): { terrain: Terrain; bornes: Periode; arreteAu: string | null; precedente: Periode | null } {
  const { db, today } = lecteur;
  const { bornes, arreteAu } = vecue(periode, today);
  const precedente = options.comparer && bornes ? periodePrecedente(bornes) : null;
  const courantes = bornes ?? JAMAIS;
  const terrain: Terrain = {
    faits: lecteurDeFaits(lecteur, courantes),
    avant: precedente && lecteurDeFaits(lecteur, precedente),
    filtres: options.filtres,
    enCours: arreteAu !== null,
    vise: viseur(db, periode, options.conventionId),
    nommer: nommeur(db),
    ordre: (axe) => (axe === 'mois' ? moisDe(periode) : ordreDe(db, axe)),
  };
  return { terrain, bornes: courantes, arreteAu, precedente };
}
