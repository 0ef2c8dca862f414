import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formaterJourCourt, formaterTelephone, insecables, nomCourt } from '../../shared/format.ts';
import type { PointDu } from '../../shared/immersions/suivi.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { type CiblePoint, deplacer, tenir } from '../immersions/suivi/gestes.ts';
import { Reporter } from '../sollicitations/reporter.tsx';
import styles from './aujourdhui.module.css';

/** `Point de la semaine 2 : A. Diallo`. */
export const direPoint = ({ titre, salarie }: PointDu): string =>
  insecables(`${titre} : ${nomCourt(salarie.prenom, salarie.nom)}`);

export const ciblePoint = (point: PointDu): CiblePoint => ({
  immersionId: point.immersionId,
  cle: point.cle,
  titre: direPoint(point),
});

/** Where, with whom, the number to dial. */
function detail({ organisation, tuteur }: PointDu): string {
  return [organisation.nom, tuteur.nom, formaterTelephone(tuteur.telephone || organisation.telephone)]
    .filter(Boolean)
    .join(' · ');
}

/** A follow-up point of an immersion, among what there is to do. */
export function LignePointDu(props: {
  point: PointDu;
  today: string;
  avecReferent: boolean;
  /** Out of the list that the keys walk through. */
  seule?: boolean;
  report: boolean;
  changerReport: (ouvert: boolean) => void;
  /** Called before the line leaves its place. */
  avant: () => void;
}) {
  const { point, today } = props;
  const libelle = direPoint(point);
  const page = `/immersions/${point.immersionId}`;
  const bilan = point.genre === 'bilan';
  return (
    <li className={styles.ligne}>
      <button
        type="button"
        className={styles.fait}
        aria-label={`Fait : ${libelle}`}
        title="Fait (F)"
        onClick={() => {
          props.avant();
          void tenir(ciblePoint(point));
        }}
      />
      <div className={styles.quoi}>
        <Link
          to={bilan ? `${page}/bilan` : `${page}/suivi`}
          data-relance={props.seule ? undefined : true}
          className={styles.libelle}
        >
          {libelle}
        </Link>
        <p>{detail(point)}</p>
      </div>
      {props.avecReferent && point.referent ? (
        <span className={styles.responsable}>{point.referent.nom}</span>
      ) : null}
      <span
        className={styles.quand}
        data-retard={point.etat === 'en_retard' || undefined}
        title={formaterJourCourt(point.echeance)}
      >
        {direEcheance(point.echeance, today)}
      </span>
      <Reporter
        ouvert={props.report}
        changer={props.changerReport}
        jourSeul
        choisir={({ echeance }) => {
          if (echeance === null) return;
          props.avant();
          void deplacer(ciblePoint(point), echeance);
        }}
      >
        <ActionIcon
          variant="default"
          size={30}
          aria-label={`Reporter : ${libelle}`}
          title="Reporter (R)"
          onClick={() => props.changerReport(!props.report)}
        >
          <IconCalendarTime size={17} stroke={1.6} />
        </ActionIcon>
      </Reporter>
      <Button
        component={Link}
        to={bilan ? `${page}/bilan` : `${page}/suivi?point=${point.cle}`}
        className={styles.geste}
        size="xs"
        variant="default"
        aria-label={insecables(`${bilan ? 'Ouvrir le bilan' : 'Saisir'} : ${libelle}`)}
      >
        {bilan ? 'Bilan' : 'Saisir'}
      </Button>
    </li>
  );
}
