import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { AnnexeLue, ConventionFiche } from '../../shared/conventions/schema.ts';
import { formaterDate, formaterNombre, insecables } from '../../shared/format.ts';
import { direPart } from '../../shared/formation/part.ts';
import { formaterEurosRonds } from '../../shared/montant.ts';
import { Carte, LigneVide } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import styles from './conventions.module.css';
import { retirerPartie } from './gestes.ts';

const rien = <span className={styles.rien}>—</span>;

/** Hundredths of ETP → `8,50`. */
export const direEtp = (centiemes: number): string => formaterNombre(centiemes / 100, 2);

/** Jobs the convention funds, annexe by annexe. */
export function Annexes(props: {
  convention: ConventionFiche;
  ajouter: () => void;
  modifier: (annexe: AnnexeLue) => void;
}) {
  const { annexes } = props.convention;
  const bouton = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={15} stroke={1.7} />}
      onClick={props.ajouter}
    >
      Ajouter une annexe
    </Button>
  );
  if (annexes.length === 0) {
    return (
      <Carte titre="Annexes financières" suite={bouton}>
        <LigneVide>
          {insecables(
            'Une annexe dit, année par année, les postes financés : ce sont les ETP conventionnés auxquels le réalisé se compare.',
          )}
        </LigneVide>
      </Carte>
    );
  }
  return (
    <Carte titre="Annexes financières" suite={bouton} sansMarge>
      <div className={styles.table}>
        <Tableau
          nu
          label="Annexes financières"
          entetes={
            <>
              <Colonne>Annexe</Colonne>
              <Colonne>Période</Colonne>
              <Colonne droite>ETP</Colonne>
              <Colonne droite>Montant</Colonne>
              <Colonne largeur={92}>
                <span className="visuellement-cache">Gestes</span>
              </Colonne>
            </>
          }
        >
          {annexes.map((annexe) => {
            const { id, numero, debut, fin, etpCentiemes, centimes, partDepartement } = annexe;
            const nom = numero || `du ${formaterDate(debut)}`;
            return (
              <tr key={id}>
                <td>
                  <strong>{numero || 'Sans numéro'}</strong>
                  {partDepartement ? <small>département {direPart(partDepartement)}</small> : null}
                </td>
                <td className={styles.entier}>
                  {formaterDate(debut)}
                  <small>au {formaterDate(fin)}</small>
                </td>
                <td className={styles.euros}>{etpCentiemes === null ? rien : direEtp(etpCentiemes)}</td>
                <td className={styles.euros}>{centimes === null ? rien : formaterEurosRonds(centimes)}</td>
                <td className={styles.euros}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={30}
                    aria-label={`Modifier l’annexe ${nom}`}
                    onClick={() => props.modifier(annexe)}
                  >
                    <IconPencil size={16} stroke={1.6} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={30}
                    aria-label={`Retirer l’annexe ${nom}`}
                    onClick={() => void retirerPartie('annexe', id)}
                  >
                    <IconTrash size={16} stroke={1.6} />
                  </ActionIcon>
                </td>
              </tr>
            );
          })}
        </Tableau>
      </div>
    </Carte>
  );
}
