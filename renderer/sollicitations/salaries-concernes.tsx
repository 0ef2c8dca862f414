import { IconX } from '@tabler/icons-react';
import { useLecture } from '../app/operations.ts';
import { nomComplet } from '../reseau/libelles.ts';
import { ChoixSalarie } from '../salaries/choix-salarie.tsx';
import styles from './noter.module.css';

function Puce({ id, retirer }: { id: string; retirer: () => void }) {
  const { data } = useLecture('salaries.get', { id });
  const nom = data ? nomComplet(data) : '…';
  return (
    <li className={styles.puce}>
      {nom}
      <button type="button" aria-label={`Retirer ${nom}`} onClick={retirer}>
        <IconX size={14} stroke={1.8} />
      </button>
    </li>
  );
}

/** The salariés an exchange was about: chips for those chosen, one search to add another. */
export function SalariesConcernes(props: {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string;
}) {
  const { value, onChange } = props;
  return (
    <div>
      <ChoixSalarie
        // A new field for each one added: the search starts again empty.
        key={value.length}
        label="Salariés concernés"
        value={null}
        error={props.error}
        onChange={(id) => {
          if (id !== null && !value.includes(id)) onChange([...value, id]);
        }}
      />
      {value.length > 0 ? (
        <ul className={styles.puces} data-sous aria-label="Salariés de l’échange">
          {value.map((id) => (
            <Puce key={id} id={id} retirer={() => onChange(value.filter((autre) => autre !== id))} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
