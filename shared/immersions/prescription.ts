import type { Structure } from '../parametres/schema.ts';

/**
 * Who prescribes an immersion, by kind of structure. L5135-2, 4°: EI, AI and ACI do, for their own employees. An ETTI does
 * not (DGEFP, questions-réponses n° 4 of 15/12/2016): somebody else does, and is named. An EITI came later, and accompanies
 * self-employed people: nothing says, it is to be asked.
 */
export type Prescription = 'structure' | 'externe' | 'a_verifier';

export function prescriptionDe(genre: Structure['genre'] | undefined): Prescription {
  if (genre === 'ETTI') return 'externe';
  return genre === 'EITI' ? 'a_verifier' : 'structure';
}
