import { Button } from '@mantine/core';
import { useAction, useLecture } from '../app/operations.ts';
import styles from '../app/shell.module.css';

/** Says that the open base is only examples, and removes it in one click. */
export function BandeauExemples() {
  const { data } = useLecture('donnees.etat', {});
  const retirer = useAction('donnees.removeExamples');
  if (!data?.exemples) return null;
  return (
    <div className={styles.exemples} role="status">
      <span>Base d’exemples : une structure imaginaire, pour essayer. Vos propres données n’y sont pas.</span>
      <Button
        size="compact-xs"
        variant="default"
        loading={retirer.isPending}
        onClick={() => retirer.mutate({})}
      >
        Retirer les exemples
      </Button>
    </div>
  );
}
