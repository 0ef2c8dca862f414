import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { decaler, type GenrePeriode, genreDe, nomPeriode, periodeDe } from '../../shared/bilans/regles.ts';
import { type Periode, periodeSaisie } from '../../shared/bilans/schema.ts';
import { valider } from '../../shared/validation.ts';
import { useJour } from '../app/jour.ts';
import { ChampDate } from '../components/champ-date.tsx';
import styles from './bilans.module.css';

const GENRES: { value: GenrePeriode; label: string }[] = [
  { value: 'annee', label: 'Année' },
  { value: 'semestre', label: 'Semestre' },
  { value: 'trimestre', label: 'Trimestre' },
  { value: 'libre', label: 'Libre' },
];

/** Year, half-year, quarter, moved one by one; or any two dates. */
export function ChoixPeriode(props: {
  periode: Periode;
  libre: boolean;
  onChange: (periode: Periode, libre?: boolean) => void;
}) {
  const { periode, libre, onChange } = props;
  const jour = useJour();
  function choisirGenre(genre: GenrePeriode) {
    if (genre === 'libre') {
      onChange(periode, true);
      return;
    }
    const dedans = jour >= periode.debut && jour <= periode.fin;
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
        <DatesLibres periode={periode} onChange={(choisie) => onChange(choisie, true)} />
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

/** The figures follow once both dates make a period; until then what is typed stays, with its refusal beside it. */
function DatesLibres(props: { periode: Periode; onChange: (periode: Periode) => void }) {
  const { debut, fin } = props.periode;
  const [saisie, setSaisie] = useState<{ debut: string | null; fin: string | null }>({ debut, fin });
  useEffect(() => setSaisie({ debut, fin }), [debut, fin]);
  const complete = saisie.debut !== null && saisie.fin !== null;
  const fautes = complete ? valider(periodeSaisie, saisie) : {};

  function changer(suite: Partial<typeof saisie>) {
    const nouvelle = { ...saisie, ...suite };
    setSaisie(nouvelle);
    const lue = periodeSaisie.safeParse(nouvelle);
    if (lue.success) props.onChange(lue.data);
  }
  return (
    <div className={styles.dates}>
      <ChampDate
        label="Du"
        value={saisie.debut}
        error={fautes.debut}
        sens="passe"
        onChange={(valeur) => changer({ debut: valeur })}
      />
      <ChampDate
        label="Au"
        value={saisie.fin}
        error={fautes.fin}
        sens="passe"
        onChange={(valeur) => changer({ fin: valeur })}
      />
    </div>
  );
}
