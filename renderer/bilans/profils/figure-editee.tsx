import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Axe } from '../../../shared/bilans/axes.ts';
import { trouverIndicateur } from '../../../shared/bilans/catalogue.ts';
import { AXES_MAX } from '../../../shared/bilans/profil.ts';
import { insecables } from '../../../shared/format.ts';
import { direAxes, nomAxe } from './dire-profil.ts';
import { Ordre } from './ordre.tsx';
import styles from './profils.module.css';

/** A figure of a part: what it comes to this year, what it breaks down by, its place. */
export function FigureEditee(props: {
  code: string;
  axes: Axe[];
  valeur: string;
  refus: ReactNode;
  rang: number;
  nombre: number;
  repartir: (axes: Axe[]) => void;
  deplacer: (vers: number) => void;
  retirer: () => void;
}) {
  const { code, axes, valeur, refus, rang, nombre, repartir } = props;
  const indicateur = trouverIndicateur(code);
  const label = indicateur?.label ?? code;
  return (
    <li className={styles.figure} data-edite>
      <div className={styles.nom}>
        <span title={indicateur?.formule}>{insecables(label)}</span>
        {indicateur && indicateur.axes.length > 0 ? (
          <Repartitions label={label} possibles={indicateur.axes} axes={axes} repartir={repartir} />
        ) : null}
        {refus ? (
          <p className={styles.refus} role="alert">
            {refus}
          </p>
        ) : null}
      </div>
      <strong className={styles.valeur}>{valeur}</strong>
      <div className={styles.ordres}>
        <Ordre quoi={label} rang={rang} nombre={nombre} deplacer={props.deplacer} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Retirer ${label}`}
          title="Retirer ce chiffre"
          onClick={props.retirer}
        >
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </div>
    </li>
  );
}

/** What a figure breaks down by, in the order they were ticked: only what it knows. */
function Repartitions(props: {
  label: string;
  possibles: readonly Axe[];
  axes: Axe[];
  repartir: (axes: Axe[]) => void;
}) {
  const { label, possibles, axes, repartir } = props;
  const dites = axes.length > 0 ? insecables(direAxes(axes)) : 'sans répartition';
  const plein = axes.length >= AXES_MAX;
  return (
    <Popover position="bottom-start" width={300} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          className={styles.repartir}
          size="compact-xs"
          variant="subtle"
          color="gray"
          rightSection={<IconChevronDown size={13} stroke={1.8} aria-hidden />}
          aria-label={`Répartitions de ${label} : ${dites}`}
        >
          {dites}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label="Détailler ce chiffre par"
          description={
            plein ? `${AXES_MAX} répartitions au plus : décochez-en une pour en changer.` : undefined
          }
          value={axes}
          onChange={(choisis) => repartir(choisis as Axe[])}
        >
          <div className={styles.axesChoisis}>
            {possibles.map((axe) => (
              <Checkbox
                key={axe}
                size="sm"
                value={axe}
                label={nomAxe(axe)}
                disabled={plein && !axes.includes(axe)}
              />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
