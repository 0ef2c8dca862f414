import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { MOIS } from '../shared/format.ts';
import type { heuresContrat } from '../shared/heures/contrat.ts';
import { lireHeures, refusHeures } from '../shared/heures/regles-heures.ts';
import type { AnneeDHeures, CollageFait, LigneHeures } from '../shared/heures/schema.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../shared/nomenclatures/salaries.ts';
import type { Contexte } from './contexte.ts';
import {
  annulerLot,
  type CaseEcrite,
  ecrireCase,
  ecrireLot,
  lireContratHeures,
  lots,
} from './heures-ecriture.ts';
import { etpOperations } from './heures-etp.ts';
import { importPaieOperations } from './heures-import.ts';
import { anneesDHeures, lignesHeures } from './heures-lecture.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof heuresContrat> = z.output<(typeof heuresContrat)[N]['entree']>;

function annee({ db, today }: Contexte, { annee: voulue }: Entree<'heures.annee'>): AnneeDHeures {
  return {
    annee: voulue,
    annees: anneesDHeures(db, today, voulue),
    lignes: lignesHeures(db, voulue),
  };
}

function save(contexte: Contexte, { heures }: Entree<'heures.save'>): Record<string, never> {
  const { db, today } = contexte;
  for (const [rang, saisie] of heures.entries()) {
    const pourquoi = refusHeures(lireContratHeures(db, saisie.contratId), saisie.mois, saisie.minutes, today);
    if (pourquoi !== null)
      throw new ErreurMetier('regle', {
        message: pourquoi,
        champs: { [`heures.${rang}.minutes`]: pourquoi },
      });
    ecrireCase(contexte, saisie, 'saisie');
  }
  return {};
}

const ILLISIBLE = 'Ce n’est pas un nombre d’heures : écrivez 151,67 ou 151h40.';

function coller(contexte: Contexte, { cases }: Entree<'heures.coller'>): CollageFait {
  const { db, today } = contexte;
  const refusees: CollageFait['refusees'] = [];
  const bonnes: (CaseEcrite & { minutes: number })[] = [];
  for (const { contratId, mois, texte } of cases) {
    if (texte === '') continue;
    const contrat = lireContratHeures(db, contratId);
    const minutes = lireHeures(texte);
    const pourquoi = minutes === null ? ILLISIBLE : refusHeures(contrat, mois, minutes, today);
    if (pourquoi === null && minutes !== null) bonnes.push({ contratId, mois, minutes });
    // A cell that a spreadsheet fills with a zero outside the contract says nothing.
    else if (minutes !== 0) refusees.push({ contratId, mois, texte, pourquoi: pourquoi ?? ILLISIBLE });
  }
  const { id, changees } = ecrireLot(contexte, 'collage', 'Collage dans la grille', bonnes);
  return { id, posees: changees, identiques: bonnes.length - changees, refusees };
}

const somme = (ligne: LigneHeures): number =>
  ligne.mois.reduce((total, { minutes }) => total + (minutes ?? 0), 0);

const COLONNES: readonly Colonne<LigneHeures>[] = [
  colonne.texte('Nom', ({ salarie }) => salarie.nom),
  colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
  colonne.texte('Contrat', ({ nature }) => label(CONTRATS, nature)),
  colonne.date('Début', ({ debut }) => debut),
  colonne.date('Fin', ({ fin }) => fin),
  colonne.heures('Heures par semaine', ({ minutesHebdo }) => minutesHebdo),
  ...MOIS.map((mois, rang) =>
    colonne.heures<LigneHeures>(
      `${mois[0]!.toUpperCase()}${mois.slice(1)}`,
      (ligne) => ligne.mois[rang]!.minutes,
    ),
  ),
  colonne.heures('Total', somme),
];

function exporter(
  contexte: Contexte,
  { annee: voulue, format }: Entree<'heures.export'>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `heures-${voulue}`,
    feuille: `Heures ${voulue}`,
    colonnes: COLONNES,
    lignes: lignesHeures(contexte.db, voulue),
  });
}

export const heuresOperations = {
  'heures.annee': annee,
  'heures.save': save,
  'heures.coller': coller,
  'heures.lots': lots,
  'heures.annulerImport': annulerLot,
  'heures.export': exporter,
  ...importPaieOperations,
  ...etpOperations,
};
