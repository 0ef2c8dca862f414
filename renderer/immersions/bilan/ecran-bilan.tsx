import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { BilanLu } from '../../../shared/immersions/bilan.ts';
import { estSansSuite } from '../../../shared/immersions/statuts.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, EtatVide } from '../../components/page.tsx';
import { useFiche } from '../use-fiche.ts';
import styles from './bilan.module.css';
import { BilanClos } from './bilan-clos.tsx';
import { FormulaireBilan } from './formulaire-bilan.tsx';
import { Grilles } from './grilles.tsx';
import { Heures } from './heures.tsx';
import { usePapier } from './papier.tsx';

/** Nobody came: the grids have nothing to say, unless they said it already. */
const aEvaluer = ({ realisation, decouverte, validation }: BilanLu) =>
  realisation !== 'absente' || decouverte !== null || validation !== null;

/** What came of an immersion: the tab « Bilan ». */
export function EcranBilan() {
  const fiche = useFiche();
  const { data: bilan } = useLecture('immersions.bilan', { id: fiche.id });
  const { montrer, enCours, fenetre } = usePapier();
  if (!bilan) return null;
  if (estSansSuite(fiche.statut)) return <EtatVide titre="Pas de bilan">{bilan.obstacle}</EtatVide>;
  return (
    <div className={styles.ecran}>
      {bilan.faitLe !== null ? (
        <BilanClos fiche={fiche} bilan={bilan} />
      ) : bilan.obstacle ? (
        <Carte>
          <EtatVide titre="Le bilan viendra en son temps">{bilan.obstacle}</EtatVide>
        </Carte>
      ) : (
        <FormulaireBilan key={fiche.id} fiche={fiche} bilan={bilan} />
      )}
      <div className={styles.colonne}>
        <Heures fiche={fiche} bilan={bilan} />
        {aEvaluer(bilan) && <Grilles fiche={fiche} bilan={bilan} />}
        {bilan.obstacle === '' && (
          <Carte titre="Sur papier">
            <p className={styles.aide}>
              {bilan.faitLe === null
                ? 'Une page à relire à trois, marquée « Projet » tant que le bilan n’est pas clos.'
                : 'Une page à signer par les trois. La version remise se garde dans Documents.'}
            </p>
            <div className={styles.boutons}>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconFileText size={15} stroke={1.6} />}
                loading={enCours}
                onClick={() => void montrer({ id: fiche.id, genre: 'bilan' })}
              >
                Voir le bilan
              </Button>
              {bilan.faitLe !== null && (
                <Button size="xs" variant="subtle" component={Link} to={`/immersions/${fiche.id}/documents`}>
                  Documents
                </Button>
              )}
            </div>
          </Carte>
        )}
      </div>
      {fenetre}
    </div>
  );
}
