/** Every way an operation can fail. The set is closed: each code has its French sentence below. */
export const PHRASES = {
  'operation-inconnue': 'Cette action n’existe pas dans cette version de Passerelle.',
  'entree-invalide': 'Certaines informations sont à corriger.',
  introuvable: 'Cette fiche n’existe plus : elle a peut-être été retirée entre-temps.',
  conflit: 'Cette fiche a été modifiée entre-temps. Rechargez-la avant d’enregistrer.',
  regle: 'Une règle s’oppose à cette action.',
  fige: 'Déjà compté dans un bilan émis.',
  'fichier-illisible': 'Ce fichier ne peut pas être lu.',
  'fichier-trop-gros': 'Ce fichier est trop gros : Passerelle lit jusqu’à 20 Mo.',
  annulee: 'L’action a été annulée : rien n’a été modifié.',
  'pdf-indisponible':
    'Le PDF ne peut pas être fabriqué sur cet ordinateur. Utilisez « Imprimer », puis « Enregistrer en PDF ».',
  'base-absente': 'Le dossier des données est introuvable ou inaccessible.',
  'base-verrouillee': 'La base est déjà ouverte par une autre fenêtre ou un autre programme.',
  'base-lecture-seule':
    'Le dossier des données est en lecture seule : Passerelle ne peut rien y enregistrer.',
  'base-disque-plein': 'Le disque est plein : Passerelle ne peut plus enregistrer.',
  'base-corrompue': 'La base de données est endommagée.',
  'base-future': 'Cette base a été créée par une version plus récente de Passerelle.',
  'base-modifiee': 'La structure de cette base a été modifiée en dehors de Passerelle.',
  'base-fermee': 'La base de données n’est pas ouverte.',
  interne: 'Une erreur inattendue s’est produite. Rien n’a été perdu.',
} as const;

export type CodeErreur = keyof typeof PHRASES;

/** Field path (`adresse`, `horaires.lundi.0.fin`) → one French sentence to show beside that field. */
export type Champs = Record<string, string>;

export interface ErreurEnveloppe {
  code: CodeErreur;
  /** French sentence; more precise than `PHRASES[code]` when the operation knows better. */
  message: string;
  champs?: Champs;
  /** Identifier of the entry in the local log; never SQL, never a path. */
  reference?: string;
}

export type Enveloppe<T> = { ok: true; value: T } | { ok: false; error: ErreurEnveloppe };

/** The only error an operation throws on purpose; anything else becomes `interne`. */
export class ErreurMetier extends Error {
  readonly code: CodeErreur;
  readonly champs?: Champs;
  constructor(code: CodeErreur, options: { message?: string; champs?: Champs; cause?: unknown } = {}) {
    super(options.message ?? PHRASES[code], { cause: options.cause });
    this.name = 'ErreurMetier';
    this.code = code;
    this.champs = options.champs;
  }
}
