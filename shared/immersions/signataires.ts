import type { ROLES_SIGNATURE } from '../nomenclatures/immersions.ts';
import type { Structure } from '../parametres/schema.ts';

export type RoleSignature = (typeof ROLES_SIGNATURE)['valeurs'][number]['code'];

/** A capacity in which a convention is signed, and who bears it. */
export interface Signataire {
  role: RoleSignature;
  nom: string;
}

/** What the parties of a convention are read from. */
export interface PartiesConvention {
  structure: Pick<Structure, 'genre' | 'raisonSociale'>;
  beneficiaire: { prenom: string; nom: string } | null;
  mineur: boolean;
  representantLegal: string;
  accueil: { nom: string } | null;
  /** Another prescriber than the structure. */
  prescripteur: { nom: string } | null;
}

/**
 * Who signs a convention, once per capacity (L5135-4, D5135-1): the structure that prescribes for its own employee signs
 * as prescriber, as support structure and as employer. Freelancers of an EITI have no employer.
 */
export function signatairesDe(convention: PartiesConvention): Signataire[] {
  const { structure, beneficiaire, mineur, representantLegal, accueil, prescripteur } = convention;
  const personne = beneficiaire ? `${beneficiaire.prenom} ${beneficiaire.nom}`.trim() : '';
  const signataires: Signataire[] = [
    { role: 'beneficiaire', nom: personne },
    ...(mineur ? [{ role: 'representant', nom: representantLegal } as const] : []),
    { role: 'accueil', nom: accueil?.nom ?? '' },
    { role: 'prescripteur', nom: prescripteur ? prescripteur.nom : structure.raisonSociale },
    { role: 'accompagnement', nom: structure.raisonSociale },
  ];
  if (structure.genre !== 'EITI') signataires.push({ role: 'employeur', nom: structure.raisonSociale });
  return signataires;
}

/** Who signs an issued convention, as it froze them. The first ones froze nobody: they had no box for the support structure. */
export function signatairesFiges(
  convention: PartiesConvention & { signataires?: Signataire[] | undefined },
): Signataire[] {
  return convention.signataires ?? signatairesDe(convention).filter(({ role }) => role !== 'accompagnement');
}
