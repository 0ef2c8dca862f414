import { ActionIcon, Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formaterJourCourt, formaterTelephone } from '../../shared/format.ts';
import { normaliser } from '../../shared/normaliser.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import type { RelanceDatee } from '../../shared/sollicitations/schema.ts';
import { nommer } from '../sollicitations/apparence.tsx';
import { useNoter } from '../sollicitations/noter.tsx';
import { Reporter } from '../sollicitations/reporter.tsx';
import { faire, reporter } from '../sollicitations/suites.ts';
import styles from './aujourdhui.module.css';

/** What helps to do it: where, who, the number to dial, what was said; what the title already says is left out. */
function detail({ libelle, organisation, interlocuteur, texte }: RelanceDatee): string {
  const dit = normaliser(libelle);
  const tu = (nom: string) => (dit.includes(normaliser(nom)) ? '' : nom);
  const telephone = formaterTelephone(interlocuteur?.telephone || organisation.telephone);
  const personne = interlocuteur ? tu(nommer(interlocuteur)) : '';
  return [[tu(organisation.nom), personne].filter(Boolean).join(', '), telephone, texte]
    .filter(Boolean)
    .join(' · ');
}

export function LigneAFaire(props: {
  relance: RelanceDatee;
  today: string;
  avecResponsable: boolean;
  /** Out of the list that the keys walk through. */
  seule?: boolean;
  report: boolean;
  changerReport: (ouvert: boolean) => void;
  /** Called before the line leaves its place. */
  avant: () => void;
}) {
  const { relance, today } = props;
  const { ouvrir } = useNoter();
  const { id, libelle, echeance, organisation } = relance;
  return (
    <li className={styles.ligne}>
      <button
        type="button"
        className={styles.fait}
        aria-label={`Fait : ${libelle}`}
        title="Fait (F)"
        onClick={() => {
          props.avant();
          void faire(relance);
        }}
      />
      <div className={styles.quoi}>
        <Link
          to={`/reseau/${organisation.id}`}
          data-relance={props.seule ? undefined : true}
          className={styles.libelle}
        >
          {libelle}
        </Link>
        <p>{detail(relance)}</p>
      </div>
      {props.avecResponsable && relance.responsable ? (
        <span className={styles.responsable}>{relance.responsable.nom}</span>
      ) : null}
      <span
        className={styles.quand}
        data-retard={echeance < today || undefined}
        title={formaterJourCourt(echeance)}
      >
        {direEcheance(echeance, today)}
      </span>
      <Reporter
        ouvert={props.report}
        changer={props.changerReport}
        choisir={(moment) => {
          props.avant();
          void reporter(relance, moment);
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
        size="xs"
        variant="default"
        aria-label={`Noter un échange : ${libelle}`}
        onClick={() => ouvrir({ organisationId: organisation.id, relanceId: id })}
      >
        Noter
      </Button>
    </li>
  );
}
