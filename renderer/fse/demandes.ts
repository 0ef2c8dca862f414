import type { LigneEcrite } from '../../shared/fse/contrat.ts';
import type { MomentFse } from '../../shared/fse/questionnaire.ts';

/** Whom a window is about. */
export interface PersonneFse {
  id: string;
  prenom: string;
  nom: string;
}

export type LigneFse = Pick<
  LigneEcrite,
  'id' | 'moment' | 'date' | 'recueilliLe' | 'version' | 'reponses' | 'conventionId' | 'participation'
>;

/** A window of the FSE+ to open. */
export type DemandeFse =
  /** `salarie` null: the person is chosen first. */
  | { genre: 'noter'; salarie: PersonneFse | null; moment: MomentFse; participation?: number }
  | { genre: 'corriger' | 'retirer'; salarie: PersonneFse; ligne: LigneFse }
  | { genre: 'historique'; salarie: PersonneFse }
  | { genre: 'papier'; salarie: PersonneFse | null; moment: MomentFse };

export type OuvrirFse = (demande: DemandeFse | null) => void;

export const NOMS_MOMENT: Record<MomentFse, string> = {
  entree: 'Entrée',
  sortie: 'Sortie',
  six_mois: 'Six mois après',
};
