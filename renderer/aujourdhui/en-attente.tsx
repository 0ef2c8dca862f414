import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import type { Relance } from '../../shared/sollicitations/schema.ts';
import { Carte } from '../components/page.tsx';
import { arriver } from '../sollicitations/suites.ts';
import styles from './aujourdhui.module.css';
import type { Qui } from './use-journee.ts';

/** Lines shown before « Tout afficher ». */
const PREMIERES = 5;

function detail({ evenement, echeance, organisation, libelle }: Relance): string {
  const nom = libelle.includes(organisation.nom) ? '' : organisation.nom;
  const limite = echeance === null ? '' : `au plus tard le ${formaterDate(echeance)}`;
  return [evenement, limite, nom].filter(Boolean).join(' · ');
}

/** What waits for something to happen: nothing is late, and one button says that it happened. */
export function EnAttente(props: { attentes: readonly Relance[]; total: number; qui: Qui }) {
  const { attentes, total } = props;
  const [tout, setTout] = useState(false);
  if (attentes.length === 0) return null;
  const montrees = tout ? attentes : attentes.slice(0, PREMIERES);
  return (
    <Carte titre="En attente d’un événement" sansMarge suite={accorder(total, 'action')}>
      <div>
        <ul className={styles.liste}>
          {montrees.map((relance) => (
            <li className={styles.ligne} key={relance.id}>
              <div className={styles.quoi}>
                <Link to={`/reseau/${relance.organisation.id}`} className={styles.libelle}>
                  {relance.libelle}
                </Link>
                <p>{detail(relance)}</p>
              </div>
              {props.qui === 'equipe' && relance.responsable ? (
                <span className={styles.responsable}>{relance.responsable.nom}</span>
              ) : null}
              <Button
                size="xs"
                variant="default"
                aria-label={insecables(`C’est arrivé : ${relance.libelle}`)}
                onClick={() => void arriver(relance)}
              >
                C’est arrivé
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {montrees.length < attentes.length ? (
        <p className={styles.plusTard}>
          <Button variant="subtle" size="compact-sm" onClick={() => setTout(true)}>
            Tout afficher
          </Button>
        </p>
      ) : null}
    </Carte>
  );
}
