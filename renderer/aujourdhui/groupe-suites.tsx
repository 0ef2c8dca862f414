import { accorder } from '../../shared/format.ts';
import type { SuiteDue } from '../../shared/formation/suites.ts';
import { GroupeADemander } from './groupe-a-demander.tsx';
import { ligneDeSuite } from './lignes-suites.ts';

/** Former trainees to ask. */
export const GroupeSuites = (props: {
  suites: readonly SuiteDue[];
  today: string;
  noter: (due: SuiteDue) => void;
}) => (
  <GroupeADemander
    titre={`${accorder(props.suites.length, 'stagiaire')} à rappeler`}
    nom="Stagiaires à rappeler"
    dues={props.suites}
    ligne={(due) => ligneDeSuite(due, props.noter)}
    today={props.today}
  />
);
