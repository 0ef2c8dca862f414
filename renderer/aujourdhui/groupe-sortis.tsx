import { useState } from 'react';
import { accorder, formaterDate, insecables, nomCourt } from '../../shared/format.ts';
import type { SituationADemander } from '../../shared/sorties/contrat.ts';
import { FenetreSituation } from '../sorties/fenetre-situation.tsx';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneDeSortie } from './lignes-suites.ts';

/** People who left, to ask at 3, 6 and 12 months, as one line below what presses. */
export function GroupeSortis({ sortis, today }: { sortis: readonly SituationADemander[]; today: string }) {
  const [ouvert, setOuvert] = useState(false);
  const [appele, appeler] = useState<SituationADemander | null>(null);
  const ancienne = sortis[0];
  return (
    <>
      {ancienne ? (
        <Groupe
          titre={`${accorder(sortis.length, 'personne sortie', 'personnes sorties')} à rappeler`}
          precision={insecables(
            sortis.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '),
          )}
          quand={`dès le ${formaterDate(ancienne.echeance).slice(0, 5)}`}
          retard={false}
          nom="Personnes sorties à rappeler"
          ouvert={ouvert}
          changer={setOuvert}
        >
          <LignesSeules
            lignes={sortis.map((due) => ligneDeSortie(due, appeler))}
            today={today}
            avecResponsable={false}
          />
        </Groupe>
      ) : null}
      {appele ? <FenetreSituation demande={appele} fermer={() => appeler(null)} /> : null}
    </>
  );
}
