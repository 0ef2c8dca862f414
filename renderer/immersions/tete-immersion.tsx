import { Link } from 'react-router';
import { accorder, formaterDate, formaterDuree, nomCourt } from '../../shared/format.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { Pilule, TetePage } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { ActionsImmersion } from './actions-immersion.tsx';
import { PiluleEtat } from './table-immersions.tsx';

/** `du 06/04/2026 au 17/04/2026 · 9 jours · 63 h`, as far as it is known. */
function periode({ debut, fin, jours, minutes }: ImmersionFiche): string {
  const dates = debut && fin ? `du ${formaterDate(debut)} au ${formaterDate(fin)}` : 'dates à fixer';
  return [dates, jours > 0 && accorder(jours, 'jour'), minutes > 0 && formaterDuree(minutes)]
    .filter(Boolean)
    .join(' · ');
}

/** Heading of every tab of an immersion. */
export function TeteImmersion({ fiche }: { fiche: ImmersionFiche }) {
  return (
    <TetePage
      titre={`${nomCourt(fiche.salarie.prenom, fiche.salarie.nom)}, ${fiche.organisation.nom}`}
      fil={[{ label: 'Immersions', vers: '/immersions' }]}
      sous={
        <>
          <Link to={`/salaries/${fiche.salarie.id}`}>{nomComplet(fiche.salarie)}</Link> chez{' '}
          <Link to={`/reseau/${fiche.organisation.id}`}>{fiche.organisation.nom}</Link>, {periode(fiche)}
        </>
      }
      pilules={
        <>
          <PiluleEtat immersion={fiche} />
          <Pilule>Convention {fiche.numero}</Pilule>
        </>
      }
      actions={<ActionsImmersion fiche={fiche} />}
    />
  );
}
