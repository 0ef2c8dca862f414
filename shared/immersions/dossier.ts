import type { DateCivile } from '../dates.ts';
import type { ROLES_SIGNATURE } from '../nomenclatures/immersions.ts';
import type { Membre, Structure } from '../parametres/schema.ts';
import type { CodeSeuil, SeuilPropre, Valeurs } from '../parametres/seuils.ts';
import type { JourPresent } from './horaires.ts';
import type { Controle, ImmersionSaisie, Parties, Statut } from './schema.ts';

/** One signature with its day, as written on the paper. */
export interface Signature {
  role: (typeof ROLES_SIGNATURE)['valeurs'][number]['code'];
  nom: string;
  date: DateCivile;
}

/** Everything the checks look at. Articles are those of the code du travail, as in force on 22/11/2026. */
export interface Dossier {
  /** The day it is judged on: today, or the day an issued convention was issued. */
  today: DateCivile;
  /** The immersion under check, `null` while it has never been saved. */
  immersionId: string | null;
  /** `brouillon` while it has never been saved. */
  statut: Statut;
  saisie: Omit<ImmersionSaisie, 'salarieId' | 'organisationId'>;
  salarie: Parties['salarie'];
  organisation: Parties['organisation'];
  structure: Structure | null;
  referent: Membre | null;
  /** The thresholds the structure reads otherwise than Passerelle. */
  seuils: readonly SeuilPropre[];
  signatures: readonly Signature[];
}

/** A file with what every rule needs of it, worked out once. */
export interface Examen extends Dossier {
  /** Thresholds in force on the first day. */
  valeurs: Valeurs;
  jours: readonly JourPresent[];
  /** Under 18 on the first day. */
  mineur: boolean;
}

/** What a rule finds, and the thresholds it compared with. */
export interface Constat extends Omit<Controle, 'seuil'> {
  seuils?: readonly CodeSeuil[];
}
