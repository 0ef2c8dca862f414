import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { accorder, insecables, nomCourt } from '../../shared/format.ts';
import type { DuParcours } from '../../shared/salaries/parcours.ts';
import { direDelai } from '../../shared/salaries/regles-suite.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import styles from './aujourdhui.module.css';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneDuParcours } from './lignes-parcours.ts';

interface Props {
  lignes: readonly DuParcours[];
  today: string;
  avecReferent: boolean;
  decider: (du: DuParcours) => void;
}

/** Lines of the parcours as one; whom they are about is said once each. */
function GroupeParcours(
  props: Props & { titre: string; quand: string; retard: boolean; nom: string; suite?: ReactNode },
) {
  const { lignes, today, decider } = props;
  const [ouvert, setOuvert] = useState(false);
  const noms = new Set(lignes.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)));
  return (
    <Groupe
      titre={props.titre}
      precision={insecables([...noms].join(', '))}
      quand={props.quand}
      retard={props.retard}
      nom={props.nom}
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules
        lignes={lignes.map((du) => ligneDuParcours(du, today, decider))}
        today={today}
        avecResponsable={props.avecReferent}
      />
      {props.suite}
    </Groupe>
  );
}

/** Contracts that end with nothing after them, as one line. */
export function GroupeContrats(props: Props) {
  const premier = props.lignes[0];
  if (!premier) return null;
  return (
    <GroupeParcours
      {...props}
      titre={`${accorder(props.lignes.length, 'contrat finit', 'contrats finissent')} sans suite connue`}
      quand={`le premier ${direDelai(premier.fin ?? premier.echeance, props.today)}`}
      retard={false}
      nom="Contrats sans suite connue"
      suite={
        <p className={styles.plusTard}>
          <Link to="/salaries/radar">Tout ce qui finit d’ici trois mois</Link>
        </p>
      }
    />
  );
}

/** Goals that come to their day, as one line. */
export function GroupeObjectifs(props: Props) {
  const { lignes, today } = props;
  const premier = lignes[0];
  if (!premier) return null;
  const enRetard = lignes.filter(({ echeance }) => echeance < today).length;
  return (
    <GroupeParcours
      {...props}
      titre={`${accorder(lignes.length, 'objectif de parcours', 'objectifs de parcours')} à revoir`}
      quand={
        enRetard > 0 && enRetard < lignes.length
          ? `${enRetard} en retard`
          : direEcheance(premier.echeance, today)
      }
      retard={enRetard > 0}
      nom="Objectifs à revoir"
    />
  );
}
