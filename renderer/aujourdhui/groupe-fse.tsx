import { accorder } from '../../shared/format.ts';
import type { FseDue } from '../../shared/fse/contrat.ts';
import { GroupeADemander } from './groupe-a-demander.tsx';
import { ligneFse } from './lignes-suites.ts';

/** Questionnaires of the FSE+ to have filled in. */
export const GroupeFse = (props: {
  dues: readonly FseDue[];
  today: string;
  noter: (due: FseDue) => void;
}) => (
  <GroupeADemander
    titre={`${accorder(props.dues.length, 'questionnaire')} FSE+ à demander`}
    nom="Questionnaires FSE+ à demander"
    dues={props.dues}
    ligne={(due) => ligneFse(due, props.noter)}
    today={props.today}
  />
);
