import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { phraseSauvegarde } from '../../shared/donnees/regles.ts';
import { useLecture } from '../app/operations.ts';
import styles from '../app/shell.module.css';
import { useVerification } from './verification.ts';

/** When the data was last saved and checked, on top of every screen; leads to the page of the data. */
export function EtatSauvegarde() {
  useVerification();
  const { data: etat } = useLecture('donnees.etat', {});
  const { data: place } = useLecture('donnees.place', {});
  // Before the first check there is nothing to say yet, and nothing to worry about.
  if (!etat || etat.exemples || (etat.derniereSauvegarde === null && etat.verifieeLe === null)) {
    return <span className={styles.sauvegarde} />;
  }
  const { texte, alerte } = phraseSauvegarde(
    {
      derniere: etat.derniereSauvegarde,
      echec: etat.echecSauvegarde !== null,
      danger: Boolean(place?.danger),
    },
    new Date(),
  );
  const Icone = alerte ? IconAlertTriangle : IconShieldCheck;
  return (
    <Link to="/donnees" className={styles.sauvegarde} data-alerte={alerte || undefined}>
      <Icone size={16} stroke={1.6} aria-hidden />
      {texte}
    </Link>
  );
}
