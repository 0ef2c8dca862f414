import { useState } from 'react';
import { accorder } from '../../shared/format.ts';
import type { SituationADemander } from '../../shared/sorties/contrat.ts';
import { FenetreSituation } from '../sorties/fenetre-situation.tsx';
import { GroupeADemander } from './groupe-a-demander.tsx';
import { ligneDeSortie } from './lignes-suites.ts';

/** People who left, to ask at 3, 6 and 12 months. */
export function GroupeSortis({ sortis, today }: { sortis: readonly SituationADemander[]; today: string }) {
  const [appele, appeler] = useState<SituationADemander | null>(null);
  return (
    <>
      <GroupeADemander
        titre={`${accorder(sortis.length, 'personne sortie', 'personnes sorties')} à rappeler`}
        nom="Personnes sorties à rappeler"
        dues={sortis}
        ligne={(due) => ligneDeSortie(due, appeler)}
        today={today}
      />
      {appele ? <FenetreSituation demande={appele} fermer={() => appeler(null)} /> : null}
    </>
  );
}
