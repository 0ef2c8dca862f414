import type { z } from 'zod';
import { axe as definitionAxe } from '../shared/bilans/axes.ts';
import { calculerLigne } from '../shared/bilans/calcul.ts';
import { trouverIndicateur } from '../shared/bilans/catalogue.ts';
import type { Fait } from '../shared/bilans/faits.ts';
import { codesDuFait, type IndicateurCompte } from '../shared/bilans/indicateur.ts';
import type { ChoixLignes, lignesContrat } from '../shared/bilans/lignes.ts';
import { estDans, passe } from '../shared/bilans/mesure.ts';
import type { Periode } from '../shared/bilans/schema.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Livraison } from '../shared/livraison.ts';
import { normaliser } from '../shared/normaliser.ts';
import { sourceDe } from './bilans-sources/registre.ts';
import type { Lecteur, Source } from './bilans-sources/source.ts';
import { bornesDe, terrainDe } from './bilans-terrain.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier } from './documents.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof lignesContrat> = z.output<(typeof lignesContrat)[N]['entree']>;
type Sortie<N extends keyof typeof lignesContrat> = z.output<(typeof lignesContrat)[N]['sortie']>;

/** Throws `introuvable` for a code that this version does not know, or a figure made of two others. */
function indicateurCompte(code: string): IndicateurCompte {
  const trouve = trouverIndicateur(code);
  if (!trouve) throw new ErreurMetier('introuvable', { message: 'Cet indicateur n’existe pas.' });
  if (trouve.genre === 'rapport')
    throw new ErreurMetier('regle', {
      message: 'Ce chiffre est le rapport de deux autres : ouvrez les lignes de chacun.',
    });
  return trouve;
}

interface Lues {
  source: Source<never, unknown>;
  periode: Periode;
  faits: Fait[];
}

/** Facts behind a figure, one per row, latest first as their source gives them. */
export function readFaits(lecteur: Lecteur, choix: ChoixLignes): Lues {
  const { indicateur: code, place, raison, parts, filtres, debut, fin, cherche } = choix;
  const indicateur = indicateurCompte(code);
  for (const [rang, { axe }] of parts.entries()) {
    if (!indicateur.axes.includes(axe))
      throw new ErreurMetier('entree-invalide', {
        champs: { [`parts.${rang}.axe`]: `Ce chiffre ne se détaille pas par ${definitionAxe(axe).par}.` },
      });
  }
  const source = sourceDe(indicateur.source) as Source<never, unknown>;
  const periode = bornesDe({ debut, fin }, lecteur.today);
  const tous: Fait[] = (source.readEach ?? source.read)(lecteur, periode);
  const gardes = tous.filter(
    (fait) =>
      passe(fait, filtres) &&
      estDans(indicateur, fait, place) &&
      (raison === null || direRaison(indicateur, fait) === raison) &&
      parts.every(({ axe, code: voulu }) => codesDuFait(fait, axe).includes(voulu)),
  );
  const mots = normaliser(cherche).split(' ').filter(Boolean);
  if (mots.length === 0) return { source, periode, faits: gardes };
  const dites = source.tell(lecteur, gardes as never, periode).map(source.versLigne);
  const trouvee = dites.map(({ titre, detail }) => {
    const texte = normaliser(`${titre} ${detail}`);
    return mots.every((mot) => texte.includes(mot));
  });
  return { source, periode, faits: gardes.filter((_, rang) => trouvee[rang]) };
}

function direRaison(indicateur: IndicateurCompte, fait: Fait): string | null {
  const place = indicateur.place(fait as never);
  return place !== null && typeof place === 'object' ? place.exclu : null;
}

function lignes(
  contexte: Contexte,
  { depuis, nombre, ...choix }: Entree<'bilans.lignes'>,
): Sortie<'bilans.lignes'> {
  const { source, periode, faits } = readFaits(contexte, choix);
  const page = faits.slice(depuis, depuis + nombre);
  return {
    total: faits.length,
    lignes: source.tell(contexte, page as never, periode).map(source.versLigne),
  };
}

/** `Personne 1`, `Personne 2`…: the same person has the same number all along a bilan. */
export function pseudonymes(faits: readonly Fait[]): (fait: Fait) => string {
  const rangs = new Map<string, number>();
  for (const id of [...new Set(faits.flatMap(({ personne }) => personne ?? []))].sort())
    rangs.set(id, rangs.size + 1);
  return ({ personne }) => (personne ? `Personne ${rangs.get(personne) ?? '?'}` : '');
}

/** Columns of the rows of a source: with names, or with a pseudonym in their place. */
export function colonnesDe<L>(
  { nominatives, colonnes }: Pick<Source<never, L>, 'nominatives' | 'colonnes'>,
  avecPseudonymes: boolean,
): Colonne<{ ligne: L; pseudonyme: string }>[] {
  const dans = (col: Colonne<L>): Colonne<{ ligne: L; pseudonyme: string }> => ({
    ...col,
    ecrire: ({ ligne }) => col.ecrire(ligne),
    cellule: ({ ligne }) => col.cellule(ligne),
    classeur: col.classeur?.map(dans),
  });
  return avecPseudonymes
    ? [
        colonne.texte('Personne', ({ pseudonyme }: { pseudonyme: string }) => pseudonyme),
        ...colonnes.map(dans),
      ]
    : [...nominatives, ...colonnes].map(dans);
}

function exporterLignes(
  contexte: Contexte,
  { format, pseudonymes: caches, ...choix }: Entree<'bilans.exporterLignes'>,
): Promise<Livraison> {
  const { source, periode, faits } = readFaits(contexte, choix);
  const pseudonyme = pseudonymes(faits);
  const dites = source.tell(contexte, faits as never, periode);
  const titre = `${indicateurCompte(choix.indicateur).label} ${choix.debut} ${choix.fin}`;
  return deliverTableur(contexte, format, {
    nom: nomFichier(titre, '').replace(/\.$/, ''),
    feuille: 'Lignes',
    colonnes: colonnesDe(source, caches),
    lignes: dites.map((ligne, rang) => ({ ligne, pseudonyme: pseudonyme(faits[rang]!) })),
  });
}

function mesurer(contexte: Contexte, entree: Entree<'bilans.mesurer'>): Sortie<'bilans.mesurer'> {
  const { debut, fin, indicateurs, filtres, conventionId } = entree;
  const { terrain, arreteAu } = terrainDe(
    contexte,
    { debut, fin },
    { filtres, conventionId, comparer: true },
  );
  return {
    arreteAu,
    lignes: indicateurs.flatMap(({ code, axes }) => {
      const indicateur = trouverIndicateur(code);
      return indicateur ? [calculerLigne(indicateur, axes, terrain)] : [];
    }),
  };
}

export const lignesBilansOperations = {
  'bilans.mesurer': mesurer,
  'bilans.lignes': lignes,
  'bilans.exporterLignes': exporterLignes,
};
