import { useState } from 'react';
import { accorder, formaterDate, insecables, nomCourt } from '../../shared/format.ts';
import type { SuiteDue } from '../../shared/formation/suites.ts';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneDeSuite } from './lignes-suites.ts';

/** Former trainees to ask, as one line below what presses. */
export function GroupeSuites(props: {
  suites: readonly SuiteDue[];
  today: string;
  noter: (due: SuiteDue) => void;
}) {
  const { suites, today, noter } = props;
  const [ouvert, setOuvert] = useState(false);
  const ancienne = suites[0];
  if (!ancienne) return null;
  return (
    <Groupe
      titre={`${accorder(suites.length, 'stagiaire')} à rappeler`}
      precision={insecables(suites.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '))}
      quand={`dès le ${formaterDate(ancienne.echeance).slice(0, 5)}`}
      retard={false}
      nom="Stagiaires à rappeler"
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules
        lignes={suites.map((due) => ligneDeSuite(due, noter))}
        today={today}
        avecResponsable={false}
      />
    </Groupe>
  );
}
