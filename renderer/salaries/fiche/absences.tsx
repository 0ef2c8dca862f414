import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { formaterDate } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { MOTIFS_ABSENCE } from '../../../shared/nomenclatures/salaries.ts';
import type { Absence } from '../../../shared/salaries/parcours.ts';
import { Carte, LigneVide } from '../../components/page.tsx';
import styles from './fiche.module.css';
import { retirer } from './gestes.ts';
import { MenuLigne } from './menu-ligne.tsx';

/** Days away from work, latest first. */
export function Absences(props: {
  absences: readonly Absence[];
  noter: () => void;
  modifier: (id: string) => void;
  fige: boolean;
}) {
  return (
    <Carte
      titre="Absences"
      suite={
        props.fige ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            onClick={props.noter}
          >
            Noter
          </Button>
        )
      }
    >
      {props.absences.length === 0 ? (
        <LigneVide>Aucune absence notée.</LigneVide>
      ) : (
        <ul className={styles.objectifs}>
          {props.absences.map(({ id, debut, fin, motif }) => {
            const nom = label(MOTIFS_ABSENCE, motif);
            const jours =
              debut === fin
                ? `le ${formaterDate(debut)}`
                : `du ${formaterDate(debut)} au ${formaterDate(fin)}`;
            return (
              <li key={id} className={styles.absence}>
                <div>
                  {nom}
                  <small>{jours}</small>
                </div>
                <MenuLigne
                  nom={`${nom} ${jours}`}
                  modifier={() => props.modifier(id)}
                  retirer={() => void retirer('Absence', id)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Carte>
  );
}
