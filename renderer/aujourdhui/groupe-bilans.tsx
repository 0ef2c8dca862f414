import { useState } from 'react';
import { accorder, insecables, nomCourt } from '../../shared/format.ts';
import type { PointDu } from '../../shared/immersions/suivi.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneDePoint } from './lignes-immersions.ts';

/** Missing bilans as one line. */
export function GroupeBilans(props: { bilans: readonly PointDu[]; today: string; avecReferent: boolean }) {
  const { bilans, today } = props;
  const [ouvert, setOuvert] = useState(false);
  const ancien = bilans[0];
  if (!ancien) return null;
  const enRetard = bilans.filter(({ etat }) => etat === 'en_retard').length;
  return (
    <Groupe
      titre={`${accorder(bilans.length, 'bilan d’immersion', 'bilans d’immersion')} à demander`}
      precision={insecables(bilans.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '))}
      quand={
        enRetard > 0 && enRetard < bilans.length
          ? `${enRetard} en retard`
          : direEcheance(ancien.echeance, today)
      }
      retard={enRetard > 0}
      nom="Bilans à demander"
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules lignes={bilans.map(ligneDePoint)} today={today} avecResponsable={props.avecReferent} />
    </Groupe>
  );
}
