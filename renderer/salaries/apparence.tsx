import { dateLocale } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { etatContrat } from '../../shared/salaries/regles.ts';
import type { SalarieLigne } from '../../shared/salaries/schema.ts';
import { Pilule, type Ton } from '../components/page.tsx';

/** « CDDI jusqu’au 31/08/2026 », with a tone that says how near the end is. */
export function PiluleContrat({ contrat }: { contrat: SalarieLigne['contrat'] }) {
  const etat = etatContrat(contrat, dateLocale(new Date()));
  if (contrat === null) return <Pilule>Sans contrat</Pilule>;
  const nature = label(CONTRATS, contrat.nature);
  const dire: Record<Exclude<typeof etat, 'aucun'>, [Ton, string]> = {
    a_venir: ['accent', `${nature} à partir du ${formaterDate(contrat.debut)}`],
    en_cours: [
      'vert',
      contrat.fin ? `${nature} jusqu’au ${formaterDate(contrat.fin)}` : `${nature} sans terme`,
    ],
    fin_proche: ['ambre', `${nature} : fin le ${formaterDate(contrat.fin)}`],
    termine: ['neutre', `${nature} terminé le ${formaterDate(contrat.fin)}`],
  };
  const [ton, texte] = dire[etat === 'aucun' ? 'termine' : etat];
  return <Pilule ton={ton}>{texte}</Pilule>;
}
