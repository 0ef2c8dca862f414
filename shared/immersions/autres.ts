import type { DateCivile } from '../dates.ts';
import { chiffres } from '../normaliser.ts';
import type { Examen } from './dossier.ts';
import { calendrier, type JourPresent } from './horaires.ts';
import type { AutreImmersion } from './schema.ts';

/** Another immersion of the person that has its dates. */
export interface Passage extends AutreImmersion {
  debut: DateCivile;
  fin: DateCivile;
}

/** What came to nothing leaves no trace in the counts. */
const SANS_EFFET: readonly string[] = ['annulee', 'refusee'];

/** Agreed: the law counts conventions, and a draft is none. */
export const estConvenue = ({ statut }: Pick<AutreImmersion, 'statut'>): boolean => statut !== 'brouillon';

/** Other immersions of the person, dated, neither cancelled nor refused. */
export function autresPassages({ salarie, immersionId }: Examen): Passage[] {
  return (salarie?.immersions ?? []).filter(
    (autre): autre is Passage =>
      autre.id !== immersionId &&
      !SANS_EFFET.includes(autre.statut) &&
      autre.debut !== null &&
      autre.fin !== null,
  );
}

/** The same host: the same record, or two records of one establishment. */
export function memeAccueil({ organisation, saisie }: Examen, autre: AutreImmersion): boolean {
  if (organisation === null) return false;
  const siret = chiffres(saisie.accueil.siret || organisation.siret);
  return (
    autre.organisation.id === organisation.id ||
    (siret !== '' && chiffres(autre.organisation.siret) === siret)
  );
}

const presences = new WeakMap<AutreImmersion, readonly JourPresent[]>();

/** Days of presence of another immersion, laid out once: the form checks at each key. */
export function joursDe(autre: Passage): readonly JourPresent[] {
  let jours = presences.get(autre);
  if (!jours) {
    jours = calendrier(autre);
    presences.set(autre, jours);
  }
  return jours;
}
