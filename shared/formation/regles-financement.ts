import type { MOUVEMENTS } from '../nomenclatures/formation.ts';
import { type CoutPhase, ENTIER, poidsPart, repartir } from './couts.ts';

/** What a funding line is worth and where it stands, worked out of its movements. */

export type Mouvement = (typeof MOUVEMENTS)['valeurs'][number]['code'];

export interface LigneFinancement {
  /** Null: the structure's own funds. */
  organisationId: string | null;
  phase: string;
  exercice: number;
  /** Share of the phase's cost in thousandths, or null when it is an amount. */
  part: number | null;
  /** Amount counted on before anything is asked, when it is not a share. */
  prevuCentimes: number | null;
  mouvements: readonly { genre: string; centimes: number }[];
}

/** Where a line stands: `propres` are own funds, which nobody grants. */
export const ETATS_LIGNE = [
  'propres',
  'a_demander',
  'demande',
  'accorde',
  'facture',
  'verse_en_partie',
  'solde',
  'refuse',
] as const;
export type EtatLigne = (typeof ETATS_LIGNE)[number];

export const LIBELLES_ETAT_LIGNE: Record<EtatLigne, string> = {
  propres: 'Inscrit',
  a_demander: 'À demander',
  demande: 'Demandé',
  accorde: 'Accordé',
  facture: 'Facturé',
  verse_en_partie: 'Versé en partie',
  solde: 'Soldé',
  refuse: 'Refusé',
};

/** Money of a line, in cents. */
export interface SommesLigne {
  /** What its share or its amount gives. */
  prevu: number;
  demande: number;
  accorde: number;
  refuse: number;
  avance: number;
  facture: number;
  verse: number;
  /** What the sums count on: granted once it is, what is asked and not refused before, else planned. */
  retenu: number;
  /** Granted and not paid yet. */
  aRecevoir: number;
  /** Paid ahead by the structure and not reimbursed yet. */
  aRembourser: number;
  etat: EtatLigne;
}

function etatDe(ligne: LigneFinancement, sommes: Record<Mouvement, number>): EtatLigne {
  if (ligne.organisationId === null) return 'propres';
  const { demande, accorde, refuse, facture, verse } = sommes;
  if (accorde > 0) {
    if (verse >= accorde) return 'solde';
    if (verse > 0) return 'verse_en_partie';
    return facture > 0 ? 'facture' : 'accorde';
  }
  // A payment that nobody noted the grant of is money all the same.
  if (verse > 0) return 'verse_en_partie';
  if (refuse > 0 && refuse >= demande) return 'refuse';
  if (facture > 0) return 'facture';
  return demande > 0 ? 'demande' : 'a_demander';
}

/** Amounts and states of the lines of one session, in their order. Shares of a same cost lose no cent together. */
export function calculerLignes(
  lignes: readonly LigneFinancement[],
  couts: readonly CoutPhase[],
): SommesLigne[] {
  const prevus = new Map<LigneFinancement, number>();
  const cles = new Set(lignes.map(({ phase, exercice }) => `${phase} ${exercice}`));
  for (const cle of cles) {
    const parts = lignes.filter(
      ({ phase, exercice, part }) => part !== null && `${phase} ${exercice}` === cle,
    );
    const base = couts.find(({ phase, exercice }) => `${phase} ${exercice}` === cle)?.centimes ?? 0;
    const montants = repartir(
      base,
      parts.map(({ part }) => poidsPart(part!)),
      ENTIER,
    );
    parts.forEach((ligne, rang) => {
      prevus.set(ligne, montants[rang]!);
    });
  }
  return lignes.map((ligne) => {
    const sommes = { demande: 0, accorde: 0, refuse: 0, avance: 0, facture: 0, verse: 0 };
    for (const { genre, centimes } of ligne.mouvements) sommes[genre as Mouvement] += centimes;
    const prevu = prevus.get(ligne) ?? ligne.prevuCentimes ?? 0;
    const etat = etatDe(ligne, sommes);
    const { demande, accorde, refuse, avance, verse } = sommes;
    const retenu =
      etat === 'propres'
        ? prevu
        : accorde > 0
          ? accorde
          : etat === 'refuse'
            ? 0
            : Math.max(demande > 0 ? demande - refuse : prevu, verse);
    return {
      prevu,
      ...sommes,
      retenu,
      aRecevoir: Math.max(0, accorde - verse),
      aRembourser: Math.max(0, avance - verse),
      etat,
    };
  });
}

/** Cost of a session against its funding, in cents. */
export interface Bouclage {
  cout: number;
  /** Funders' money counted on, and what of it is granted. */
  financeurs: number;
  accorde: number;
  /** Own funds set aside. */
  propres: number;
  /** Cost that funders do not bear: what the structure pays. */
  resteACharge: number;
  /** Cost that nothing covers yet (positive), or funding in excess of it (negative). */
  ecart: number;
}

export function boucler(
  cout: number,
  lignes: readonly (SommesLigne & { organisationId: string | null })[],
): Bouclage {
  const somme = (celles: typeof lignes, champ: 'retenu' | 'accorde') =>
    celles.reduce((total, lue) => total + lue[champ], 0);
  const financees = lignes.filter(({ organisationId }) => organisationId !== null);
  const financeurs = somme(financees, 'retenu');
  const propres = somme(lignes, 'retenu') - financeurs;
  return {
    cout,
    financeurs,
    accorde: somme(financees, 'accorde'),
    propres,
    resteACharge: Math.max(0, cout - financeurs),
    ecart: cout - financeurs - propres,
  };
}

/** What usually comes after the state of a line; null when nothing is awaited. */
export const ETAPE_SUIVANTE: Record<EtatLigne, Mouvement | null> = {
  propres: null,
  a_demander: 'demande',
  demande: 'accorde',
  accorde: 'facture',
  facture: 'verse',
  verse_en_partie: 'verse',
  solde: null,
  refuse: null,
};

/** Amount a step of a line is likely to be of, in cents. */
export function montantEtape(ligne: SommesLigne, genre: Mouvement): number {
  const { prevu, demande, accorde, refuse, avance, facture, verse } = ligne;
  const attendu = {
    demande: prevu - demande,
    accorde: (demande || prevu) - accorde - refuse,
    refuse: (demande || prevu) - accorde - refuse,
    avance: (accorde || prevu) - avance,
    facture: (accorde || prevu) - facture,
    verse: (accorde || prevu) - verse,
  };
  return Math.max(0, attendu[genre]);
}
