import { direPart, nomPart } from '../shared/bilans/libelles.ts';
import { DEFINITIONS, indicateurs, nomComparaison } from '../shared/bilans/regles.ts';
import type { Axe, Bilan, ParSexe, Part } from '../shared/bilans/schema.ts';
import { formaterDate } from '../shared/format.ts';
import type { Structure } from '../shared/parametres/schema.ts';
import { type Colonne, colonne } from './tableur.ts';

/** One figure a line, so that a spreadsheet filters and sorts them; `valeur` in hours when `unite` is `heures`. */
export interface LigneExport {
  partie: string;
  ligne: string;
  valeur: number | null;
  unite: string;
  sur: number | null;
  precedent: number | null;
  note: string;
}

export const COLONNES_BILAN: readonly Colonne<LigneExport>[] = [
  colonne.texte('Partie', ({ partie }) => partie),
  colonne.texte('Ligne', ({ ligne }) => ligne),
  colonne.nombre('Nombre', ({ valeur }) => valeur),
  colonne.texte('Unité', ({ unite }) => unite),
  colonne.nombre('Sur', ({ sur }) => sur),
  colonne.nombre('Taux (%)', ({ valeur, sur }) => (sur && valeur !== null ? (valeur / sur) * 100 : null)),
  colonne.nombre('Un an avant', ({ precedent }) => precedent),
  colonne.texte('Précision', ({ note }) => note),
];

const VIDE = { valeur: null, unite: '', sur: null, precedent: null, note: '' };

function entete({ periode, arreteAu, precedente }: Bilan, structure: Structure): LigneExport[] {
  const lignes: [string, string][] = [
    ['Structure', structure.raisonSociale],
    ['Convention', structure.conventionNumero],
    ['Période', `du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}`],
    ['Arrêté au', formaterDate(arreteAu)],
    ['Un an avant', precedente ? nomComparaison(precedente) : ''],
  ];
  return lignes
    .filter(([, note]) => note !== '')
    .map(([ligne, note]) => ({ ...VIDE, partie: 'Bilan', ligne, note }));
}

function repartition(partie: string, axe: Axe, unite: string, parts: readonly Part[]): LigneExport[] {
  const total = parts.reduce((somme, { valeur }) => somme + valeur, 0);
  return parts.map(({ valeur, precedent, ...part }) => ({
    ...VIDE,
    partie,
    ligne: direPart(axe, part),
    valeur,
    unite,
    sur: total,
    precedent,
  }));
}

const QUI = { total: 'Total', F: 'Femmes', H: 'Hommes', inconnu: 'Non renseigné' } as const;

function parSexe(ligne: string, comptes: ParSexe): LigneExport[] {
  return (Object.keys(QUI) as (keyof typeof QUI)[])
    .filter((qui) => qui !== 'inconnu' || comptes.inconnu.immersions > 0)
    .flatMap((qui) => {
      const { immersions, personnes, minutes } = comptes[qui];
      const commun = { ...VIDE, partie: 'Immersions par objet', ligne, note: QUI[qui] };
      return [
        { ...commun, valeur: immersions, unite: 'immersions' },
        { ...commun, valeur: personnes, unite: 'personnes' },
        { ...commun, valeur: minutes / 60, unite: 'heures' },
      ];
    });
}

/** The whole bilan as lines: where it comes from, its indicators, its breakdowns, and what each word counts. */
export function lignesExport(bilan: Bilan, structure: Structure): LigneExport[] {
  const enUnite = (valeur: number | null, unite: string) =>
    unite === 'h' && valeur !== null ? valeur / 60 : valeur;
  return [
    ...entete(bilan, structure),
    ...indicateurs(bilan).map(({ label, valeur, unite, sur, precedent, base }) => ({
      partie: 'Indicateurs',
      ligne: label,
      valeur: enUnite(valeur, unite),
      unite: unite === 'h' ? 'heures' : '',
      sur,
      precedent: enUnite(precedent, unite),
      note: base,
    })),
    {
      ...VIDE,
      partie: 'Indicateurs',
      ligne: 'Relances échues faites',
      valeur: bilan.relances.echuesFaites,
      sur: bilan.relances.echues,
    },
    ...repartition('Échanges par mois', 'mois', 'échanges', bilan.parMois),
    ...repartition('Échanges par nature', 'nature', 'échanges', bilan.parNature),
    ...repartition('Échanges par moyen', 'canal', 'échanges', bilan.parCanal),
    ...repartition('Échanges par résultat', 'resultat', 'échanges', bilan.parResultat),
    ...repartition('Refus et non honorées par cause', 'cause', 'échanges', bilan.parCause),
    ...bilan.parObjet.flatMap((objet) => parSexe(nomPart('objet', objet.code), objet)),
    ...parSexe('Tous objets', bilan.tousObjets),
    ...repartition('Immersions par secteur d’accueil', 'hote', 'immersions', bilan.parHote),
    ...repartition('Embauches par contrat', 'contrat', 'embauches', bilan.embauchesParContrat),
    ...DEFINITIONS.map(({ terme, texte }) => ({ ...VIDE, partie: 'Définitions', ligne: terme, note: texte })),
  ];
}
