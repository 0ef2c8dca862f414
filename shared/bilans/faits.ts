import type { Axe } from './axes.ts';

/** A row that figures are made of, or several rows alike already added up (`poids`). */
export interface Fait {
  /** Of the row it opens; of no use when `poids` is not 1. */
  id: string;
  /** Rows it stands for. */
  poids: number;
  /** Where it belongs, by axis; several codes on an axis that allows them. */
  axes: Readonly<Partial<Record<Axe, string | readonly string[]>>>;
  personne?: string | null;
  organisation?: string | null;
  minutes?: number;
  centimes?: number;
  /** Days worked. */
  jours?: number;
  /** Full-time equivalents, in hundredths, not rounded. */
  etp?: number;
}

/** An exchange. Its results, causes and so on are its axes. */
export interface FaitEchange extends Fait {
  resultat: string;
  sousNature: string;
  sens: string;
}

/** An organisation touched in the period: by an exchange, an immersion or a hire, or that asked for silence in it. */
export interface FaitOrganisation extends Fait {
  /** Exchanges of the period. */
  echanges: number;
  /** One of them at least was not « sans réponse ». */
  jointe: boolean;
  /** Its very first exchange is in the period. */
  nouvelle: boolean;
  interessee: boolean;
  /** An agreement, or an action carried out. */
  engagee: boolean;
  /** Asked for silence in the period, or is at the stage « perdue » since its last exchange, which is in it. */
  perdue: boolean;
  /** Over the threshold of solicitations at the end of the period. */
  saturee: boolean;
  immersions: number;
  embauches: number;
}

export interface FaitRelance extends Fait {
  /** Done in the period. */
  faite: boolean;
  /** Due in the period. */
  echue: boolean;
  /** Done, in the period or after it. */
  tenue: boolean;
}

/** A convention of immersion of which a day falls in the period. `minutes`: those done in it. */
export interface FaitImmersion extends Fait {
  /** First day in the period. */
  commencee: boolean;
  /** Last day past. */
  finie: boolean;
  renouvellement: boolean;
  /** Its bilan is closed. */
  bilanFait: boolean;
  /** Followed by a hire, as its bilan or a linked hire says. */
  embauche: boolean;
  /** `complete`, `partielle`, `absente`; empty until the bilan is closed. */
  realisation: string;
  /** Whether its objectifs were reached, as its bilan says; empty when it does not. */
  objectifs: string;
  /** Days worked, as agreed. */
  jours: number;
}

export interface FaitEmbauche extends Fait {
  contrat: string;
}

/** Somebody under contract with the structure in the period, once. */
export interface FaitSalarie extends Fait {
  /** First contract of the parcours begins in the period. */
  entree: boolean;
  /** Contract still running at the end of the period. */
  present: boolean;
  /** Minutes paid in the period; null when none were entered for the person. */
  heuresPayees: number | null;
  /** Interviews of the period. */
  entretiens: number;
  formations: number;
  immersions: number;
  /** Where the professional project stands, and whether it was validated in the period. */
  projet: string;
  projetValide: boolean;
  freins: number;
}

/** Somebody's frein, once per person and frein. */
export interface FaitFrein extends Fait {
  interne: boolean;
  externe: boolean;
}

export interface FaitEntretien extends Fait {
  genre: string;
  /** How long it took was noted. */
  dureeDite: boolean;
}

/** Where somebody stands n months after: not due yet, not asked, no answer, never asked at all, or a situation. */
export type Devenir = 'pas_encore' | 'non_demande' | 'sans_reponse' | 'sans_objet' | string;

/** An exit, judged. */
export interface FaitSortie extends Fait {
  categorie: string;
  dynamique: boolean;
  comptee: boolean;
  /** What would decide is not entered. */
  aVerifier: boolean;
  /** Why it is not counted, short, to group by; empty when it is. */
  exclusion: string;
  /** The verdict in a sentence, with its figures. */
  pourquoi: string;
  /** Hours were not entered: the verdict stands on the duration alone. */
  doute: boolean;
  /** As the ASP's own rounding would have it. */
  compteeAsp: boolean;
  aVerifierAsp: boolean;
  a3: Devenir;
  a6: Devenir;
  a12: Devenir;
}

/** Hours of a contract in a month. `etp`: their share of the mean of the months that count. */
export interface FaitHeures extends Fait {
  mois: string;
  /** The month is over: it counts in the mean. */
  fini: boolean;
}

/** An annexe in a month: `etp` is its share of the mean of the months that count. */
export interface FaitAnnexe extends Fait {
  mois: string;
}

/** A registration on a training session that has hours in the period. `minutes`: engaged in it. */
export interface FaitStagiaire extends Fait {
  /** Minutes of presence entered for the days of the period. */
  realisees: number;
  /** The structure has committed itself: validated, come in, gone to the end or stopped. */
  engage: boolean;
  /** Came in. */
  entre: boolean;
  statut: string;
  resultat: string;
  /** The training aims at a certification. */
  certifiante: boolean;
  /** Its last day falls in the period. */
  finie: boolean;
  a3: Devenir;
  a6: Devenir;
  a12: Devenir;
}

/** A session with hours or money in the period. `minutes`: of a trainee, in it; `centimes`: what it costs. */
export interface FaitSession extends Fait {
  /** It has hours in the period; otherwise only its money is on the accounts. */
  tenue: boolean;
  /** Hours of a trainee times the trainees the plan counts on. */
  prevues: number;
  /** Granted by funders, and counted on from them without being granted yet. */
  accorde: number;
  attendu: number;
}

/** A participation of the FSE+, as corrected last. */
export interface FaitFse extends Fait {
  /** A day or less is not a participation. */
  participant: boolean;
  /** Begins, ends in the period. */
  entree: boolean;
  sortie: boolean;
  /** Goes on after the period. */
  enCours: boolean;
  /** Answers of the entry, by question. */
  reponses: Readonly<Record<string, string>>;
  longueDuree: boolean | null;
  /** Where the results on leaving stand, and what they are: several may be true. */
  etatSortie: EtatQuestion;
  resultats: readonly ResultatFse[];
  /** The sixth month after the exit falls in the period. */
  sixMoisDu: boolean;
  etatSixMois: EtatQuestion;
  emploiSixMois: boolean;
  /** Better than the job before; null without job, or without answer. */
  mieux: boolean | null;
  /** Questions of the entry left without an answer. */
  manquantes: number;
}
export type EtatQuestion = 'pas_encore' | 'non_demande' | 'sans_reponse' | 'repondu';
export type ResultatFse = 'emploi' | 'formation' | 'qualification' | 'recherche';

/** Money a funder paid. */
export type FaitVersement = Fait;

export interface FaitsParSource {
  echanges: FaitEchange;
  organisations: FaitOrganisation;
  relances: FaitRelance;
  immersions: FaitImmersion;
  embauches: FaitEmbauche;
  salaries: FaitSalarie;
  freins: FaitFrein;
  entretiens: FaitEntretien;
  sorties: FaitSortie;
  heures: FaitHeures;
  annexes: FaitAnnexe;
  stagiaires: FaitStagiaire;
  sessions: FaitSession;
  fse: FaitFse;
  versements: FaitVersement;
}
export type NomSource = keyof FaitsParSource;
