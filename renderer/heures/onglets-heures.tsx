import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAnnee } from '../app/annee.ts';
import { PasAnnee } from '../components/pas-annee.tsx';
import styles from './heures.module.css';

const VUES = [
  { value: '/bilans/heures', label: 'Heures' },
  { value: '/bilans/heures/etp', label: 'ETP' },
];

/** The year, and its two faces: what was worked, and what it makes. */
export function OutilsHeures({ children }: { children?: ReactNode }) {
  const { annee, changerAnnee } = useAnnee();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <div className={styles.outils}>
      <PasAnnee annee={annee} changer={changerAnnee} className={styles.pas} />
      <SegmentedControl
        aria-label="Montrer"
        data={VUES}
        value={pathname}
        onChange={(vers) => void navigate(`${vers}?annee=${annee}`)}
      />
      {children}
    </div>
  );
}
