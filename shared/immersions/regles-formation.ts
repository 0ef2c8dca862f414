import { accorder, formaterDate, formaterHeure } from '../format.ts';
import type { Constat, Examen } from './dossier.ts';
import type { Parties } from './schema.ts';

type Formation = NonNullable<Parties['salarie']>['formations'][number];

/** Half-days of the training on which the person is also expected here, at the same hours. */
function heuresCommunes({ jours }: Examen, { creneaux }: Formation) {
  const presents = new Map(jours.map((jour) => [jour.date, jour]));
  return creneaux.filter(({ date, debut, fin }) =>
    presents.get(date)?.plages.some((plage) => plage.debut < fin && plage.fin > debut),
  );
}

/** A person in training is not at the host's: said by the half-days, or by the dates while none is laid. */
export function controlerFormation(examen: Examen): Constat[] {
  const { debut, fin } = examen.saisie;
  if (debut === null || fin === null) return [];
  return (examen.salarie?.formations ?? [])
    .filter((formation) => formation.debut <= fin && formation.fin >= debut)
    .flatMap((formation, rang): Constat[] => {
      const communes = heuresCommunes(examen, formation);
      const [premiere] = communes;
      // Both have their hours and never meet: the two can alternate.
      if (!premiere && formation.creneaux.length > 0 && examen.jours.length > 0) return [];
      return [
        {
          code: rang === 0 ? 'formation' : `formation-${formation.numero}`,
          niveau: 'a_voir',
          titre: `En formation en même temps : ${formation.numero}`,
          phrase: `« ${formation.titre} », du ${formaterDate(formation.debut)} au ${formaterDate(formation.fin)}. ${
            premiere
              ? `${accorder(communes.length, 'demi-journée')} en commun, dès le ${formaterDate(premiere.date)} à ${formaterHeure(premiere.debut)}.`
              : 'Vérifiez que les deux peuvent alterner.'
          }`,
          champ: 'debut',
        },
      ];
    });
}
