import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarTime, IconHourglassLow } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formaterJourCourt } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { Reporter } from '../sollicitations/reporter.tsx';
import type { Moment } from '../sollicitations/suites.ts';
import styles from './aujourdhui.module.css';

/** Something to do, whatever it is about: what its line says, and what the keys and the buttons do with it. */
export interface LigneDuJour {
  /** Unique among all the lines of the day. */
  id: string;
  libelle: string;
  detail: string;
  /** Where the line opens. */
  vers: string;
  echeance: string;
  /** Who has to do it; empty for nobody. */
  responsable: string;
  /** In place of the due day: what presses, and whether it does. */
  quand?: { texte: string; titre: string; presse: boolean };
  /** Ticks it off; absent when only a decision ends it. */
  faire?: () => Promise<void>;
  /** Puts it off; absent when its day is not ours to choose. */
  reporter?: { jourSeul: boolean; choisir: (moment: Moment) => Promise<void> };
  /** The button at the end of the line; `nom` says it in full. */
  geste: { label: string; nom: string } & ({ vers: string } | { ouvrir: () => void });
}

/** What F does on a line: tick it off, or open what it waits for. */
export function accomplir({ faire, geste }: LigneDuJour): Promise<void> | undefined {
  if (faire) return faire();
  if ('ouvrir' in geste) geste.ouvrir();
  return undefined;
}

/** Moves a line to a day; nothing when its day is not ours to choose. */
export const remettreAu = ({ reporter }: LigneDuJour, echeance: string): Promise<void> | undefined =>
  reporter?.choisir({ echeance });

function Geste({ geste }: Pick<LigneDuJour, 'geste'>) {
  const commun = {
    size: 'xs',
    variant: 'default',
    className: styles.geste,
    'aria-label': geste.nom,
  } as const;
  return 'vers' in geste ? (
    <Button component={Link} to={geste.vers} {...commun}>
      {geste.label}
    </Button>
  ) : (
    <Button onClick={geste.ouvrir} {...commun}>
      {geste.label}
    </Button>
  );
}

/** One line of what there is to do. */
export function Ligne(props: {
  ligne: LigneDuJour;
  today: string;
  avecResponsable: boolean;
  /** Out of the list that the keys walk through. */
  seule?: boolean;
  report: boolean;
  changerReport: (ouvert: boolean) => void;
  /** Called before the line leaves its place. */
  avant: () => void;
}) {
  const { ligne, today } = props;
  const { libelle, echeance, quand, faire, reporter } = ligne;
  return (
    <li className={styles.ligne}>
      {faire ? (
        <button
          type="button"
          className={styles.fait}
          aria-label={`Fait : ${libelle}`}
          title="Fait (F)"
          onClick={() => {
            props.avant();
            void faire();
          }}
        />
      ) : (
        <span className={styles.attente}>
          <IconHourglassLow size={18} stroke={1.6} aria-hidden />
        </span>
      )}
      <div className={styles.quoi}>
        <Link to={ligne.vers} data-relance={props.seule ? undefined : true} className={styles.libelle}>
          {libelle}
        </Link>
        <p>{ligne.detail}</p>
      </div>
      {props.avecResponsable && ligne.responsable ? (
        <span className={styles.responsable}>{ligne.responsable}</span>
      ) : null}
      <span
        className={styles.quand}
        data-retard={(quand ? quand.presse : echeance < today) || undefined}
        title={quand?.titre ?? formaterJourCourt(echeance)}
      >
        {quand?.texte ?? direEcheance(echeance, today)}
      </span>
      {reporter ? (
        <Reporter
          ouvert={props.report}
          changer={props.changerReport}
          jourSeul={reporter.jourSeul}
          choisir={(moment) => {
            props.avant();
            void reporter.choisir(moment);
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
      ) : null}
      <Geste geste={ligne.geste} />
    </li>
  );
}

/** Lines on their own, out of the list that the keys walk through. */
export function LignesSeules(props: {
  lignes: readonly LigneDuJour[];
  today: string;
  avecResponsable: boolean;
}) {
  const [report, setReport] = useState<string | null>(null);
  return (
    <ul className={styles.liste}>
      {props.lignes.map((ligne) => (
        <Ligne
          key={ligne.id}
          ligne={ligne}
          today={props.today}
          avecResponsable={props.avecResponsable}
          seule
          report={report === ligne.id}
          changerReport={(ouvert) => setReport(ouvert ? ligne.id : null)}
          avant={() => undefined}
        />
      ))}
    </ul>
  );
}
