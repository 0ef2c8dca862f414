import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { decaler, type GenrePeriode, genreDe, nomPeriode, periodeDe } from '../../../shared/bilans/regles.ts';
import { type Periode, periodeSaisie } from '../../../shared/bilans/schema.ts';
import { useJour } from '../../app/jour.ts';
import styles from './choix-periode.module.css';

const GENRES: { value: GenrePeriode; label: string }[] = [
  { value: 'annee', label: 'Année' },
  { value: 'semestre', label: 'Semestre' },
  { value: 'trimestre', label: 'Trimestre' },
  { value: 'libre', label: 'Libre' },
];

/** Year, half-year, quarter, moved one by one; or any two dates. */
export function ChoixPeriode(props: {
  periode: Periode;
  onChange: (periode: Periode) => void;
  /** Fields of both dates, for a period that follows no calendar. */
  dates: ReactNode;
}) {
  const { periode, onChange } = props;
  const [libre, setLibre] = useState(() => genreDe(periode) === 'libre');
  const jour = useJour();
  function choisirGenre(genre: GenrePeriode) {
    setLibre(genre === 'libre');
    if (genre === 'libre') return;
    // A date still being typed is no date: the period is then that of today.
    const lisible = periodeSaisie.safeParse(periode).success;
    const dedans = !lisible || (jour >= periode.debut && jour <= periode.fin);
    onChange(periodeDe(genre, dedans ? jour : periode.debut));
  }
  return (
    <div className={styles.periode}>
      <SegmentedControl
        aria-label="Sorte de période"
        data={GENRES}
        value={libre ? 'libre' : genreDe(periode)}
        onChange={(genre) => choisirGenre(genre as GenrePeriode)}
      />
      {libre ? (
        <div className={styles.dates}>{props.dates}</div>
      ) : (
        <div className={styles.pas}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`Période précédente : ${nomPeriode(decaler(periode, -1))}`}
            onClick={() => onChange(decaler(periode, -1))}
          >
            <IconChevronLeft size={18} stroke={1.6} />
          </ActionIcon>
          <strong aria-live="polite">{nomPeriode(periode)}</strong>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`Période suivante : ${nomPeriode(decaler(periode, 1))}`}
            onClick={() => onChange(decaler(periode, 1))}
          >
            <IconChevronRight size={18} stroke={1.6} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
