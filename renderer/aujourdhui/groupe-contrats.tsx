import { useState } from 'react';
import { Link } from 'react-router';
import { accorder, insecables, nomCourt } from '../../shared/format.ts';
import type { DuParcours } from '../../shared/salaries/parcours.ts';
import { direDelai } from '../../shared/salaries/regles-suite.ts';
import styles from './aujourdhui.module.css';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneDuParcours } from './lignes-parcours.ts';

/** Contracts that end with nothing after them, as one line. */
export function GroupeContrats(props: {
  contrats: readonly DuParcours[];
  today: string;
  avecReferent: boolean;
  decider: (du: DuParcours) => void;
}) {
  const { contrats, today, decider } = props;
  const [ouvert, setOuvert] = useState(false);
  const premier = contrats[0];
  if (!premier) return null;
  return (
    <Groupe
      titre={`${accorder(contrats.length, 'contrat finit', 'contrats finissent')} sans suite connue`}
      precision={insecables(contrats.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '))}
      quand={`le premier ${direDelai(premier.fin ?? premier.echeance, today)}`}
      retard={false}
      nom="Contrats sans suite connue"
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules
        lignes={contrats.map((du) => ligneDuParcours(du, today, decider))}
        today={today}
        avecResponsable={props.avecReferent}
      />
      <p className={styles.plusTard}>
        <Link to="/salaries/radar">Tout ce qui finit d’ici trois mois</Link>
      </p>
    </Groupe>
  );
}
