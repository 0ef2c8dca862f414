import { formaterDate } from '../format.ts';
import type { Constat, Examen } from './dossier.ts';

const rien: Constat[] = [];

/** Nobody is placed with who asked not to be contacted any more; what was agreed before stands. */
export function controlerSilence({ organisation, statut, today }: Examen): Constat[] {
  const silence = organisation?.silence;
  if (!silence) return rien;
  const encore = statut === 'brouillon';
  if (!encore && silence.le > today) return rien;
  return [
    {
      code: 'silence',
      niveau: encore ? 'bloquant' : 'a_voir',
      titre: `À ne plus contacter depuis le ${formaterDate(silence.le)}`,
      phrase: silence.phrase,
      champ: 'organisationId',
    },
  ];
}

/** An immersion is one more request: worth a look before it is proposed, never an obstacle. */
export function controlerSaturation({ organisation, statut }: Examen): Constat[] {
  if (statut !== 'brouillon' || organisation?.saturation.niveau !== 'saturee') return rien;
  return [
    {
      code: 'saturation',
      niveau: 'a_voir',
      titre: 'Organisation déjà très sollicitée',
      phrase: organisation.saturation.phrase,
      champ: 'organisationId',
    },
  ];
}
