import { Button, type ButtonProps, Menu } from '@mantine/core';
import { IconChevronDown, IconFileSpreadsheet, IconFileTypeCsv, IconTableExport } from '@tabler/icons-react';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import type { FormatTableur, Livraison } from '../../shared/livraison.ts';
import { useExport } from '../app/telecharger.ts';
import styles from './exporter.module.css';

/** Operations that hand a list over in the format asked for. */
export type ExportTableur = {
  [N in NomOperation]: Sortie<N> extends Livraison
    ? Entree<N> extends { format: FormatTableur }
      ? N
      : never
    : never;
}[NomOperation];

/** The one way a list leaves a screen: to Excel, or as a CSV. `entree` is what the list shows. */
export function BoutonExporter<N extends ExportTableur>(props: {
  operation: N;
  entree: Omit<Entree<N>, 'format'>;
  label?: string;
  taille?: ButtonProps['size'];
  disabled?: boolean;
}) {
  const { exporter, enCours } = useExport(props.operation);
  const remettre = (format: FormatTableur) =>
    void exporter({ ...props.entree, format } as unknown as Entree<N>);
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          size={props.taille}
          disabled={props.disabled}
          loading={enCours}
          leftSection={<IconTableExport size={17} stroke={1.6} />}
          rightSection={<IconChevronDown size={15} stroke={1.8} />}
        >
          {props.label ?? 'Exporter'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Choix
          titre="Classeur Excel"
          usage="Dates, zéros et filtres en place"
          Signe={IconFileSpreadsheet}
          onClick={() => remettre('xlsx')}
        />
        <Choix
          titre="Fichier CSV"
          usage="Pour un autre logiciel"
          Signe={IconFileTypeCsv}
          onClick={() => remettre('csv')}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

function Choix(props: {
  titre: string;
  usage: string;
  Signe: typeof IconFileSpreadsheet;
  onClick: () => void;
}) {
  const { Signe } = props;
  return (
    <Menu.Item leftSection={<Signe size={22} stroke={1.5} />} onClick={props.onClick}>
      <span className={styles.titre}>{props.titre}</span>
      <span className={styles.usage}>{props.usage}</span>
    </Menu.Item>
  );
}
