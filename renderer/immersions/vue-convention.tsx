import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter, IconSignature } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree } from '../../shared/format.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { MODES_CONTRAT, OBJETS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useLecture } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import { Carte } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { passer } from './actions-immersion.tsx';
import { useApercu } from './apercu.ts';
import { Controles } from './controles.tsx';
import styles from './immersions.module.css';
import { saisieDe } from './saisie.ts';

function Faits({ fiche }: { fiche: ImmersionFiche }) {
  const { minutes, jours } = totaux(calendrier(fiche));
  return (
    <Carte titre="La convention">
      <dl className={styles.mentions}>
        <dt>Bénéficiaire</dt>
        <dd>
          <Link to={`/salaries/${fiche.salarie.id}`}>{nomComplet(fiche.salarie)}</Link>
        </dd>
        <dt>Accueil</dt>
        <dd>
          <Link to={`/reseau/${fiche.organisation.id}`}>{fiche.organisation.nom}</Link>
        </dd>
        <dt>Responsable sur place</dt>
        <dd>{[fiche.tuteurNom, fiche.tuteurFonction].filter(Boolean).join(', ')}</dd>
        <dt>Dates</dt>
        <dd>
          du {formaterDate(fiche.debut)} au {formaterDate(fiche.fin)}
          {fiche.finPrevue && (
            <span className={styles.second}> · prévu jusqu’au {formaterDate(fiche.finPrevue)}</span>
          )}
        </dd>
        <dt>{fiche.finPrevue ? 'Durée effectuée' : 'Durée'}</dt>
        <dd>
          {accorder(jours, 'jour')} · {formaterDuree(minutes)}
        </dd>
        <dt>Objet</dt>
        <dd>{label(OBJETS, fiche.objet)}</dd>
        <dt>Contrat de travail</dt>
        <dd>{label(MODES_CONTRAT, fiche.modeContrat)}</dd>
        {fiche.motifAnnulation && (
          <>
            <dt>{fiche.statut === 'annulee' ? 'Annulée parce que' : 'Arrêtée parce que'}</dt>
            <dd>{fiche.motifAnnulation}</dd>
          </>
        )}
        {fiche.renouvelle && (
          <>
            <dt>Renouvelle</dt>
            <dd>
              <Link to={`/immersions/${fiche.renouvelle.id}`}>{fiche.renouvelle.numero}</Link>
            </dd>
          </>
        )}
        {fiche.renouveleePar && (
          <>
            <dt>Renouvelée par</dt>
            <dd>
              <Link to={`/immersions/${fiche.renouveleePar.id}`}>{fiche.renouveleePar.numero}</Link>
            </dd>
          </>
        )}
      </dl>
    </Carte>
  );
}

/** An issued convention: where it stands, and the frozen sheet. */
export function VueConvention({ fiche }: { fiche: ImmersionFiche }) {
  const feuille = useRef<Imprimable>(null);
  const { exporter, enCours } = useExport('immersions.pdf');
  const controles = useLecture('immersions.checks', { id: fiche.id });
  const saisie = useMemo(() => saisieDe(fiche), [fiche]);
  const adresse = useApercu(fiche.id, saisie, fiche);
  const { emission } = fiche;
  return (
    <div className={styles.ecran}>
      <div className={styles.gauche}>
        {fiche.statut === 'prete' && (
          <Button
            leftSection={<IconSignature size={17} stroke={1.6} />}
            onClick={() => void passer(fiche, 'signee', 'La convention est notée signée par tous.')}
          >
            Signée par tous
          </Button>
        )}
        <Faits fiche={fiche} />
        {fiche.statut !== 'annulee' && (
          <Controles controles={controles.data ?? []} salarieId={fiche.salarieId} />
        )}
      </div>
      <div className={styles.droite}>
        <div className={styles.barre}>
          <span>
            {emission && (
              <>
                Émise le {formaterDate(dateLocale(new Date(emission.emiseLe)))}
                {emission.edition > 1 && `, version ${emission.edition}`}
              </>
            )}
          </span>
          <Button
            variant="default"
            leftSection={<IconPrinter size={17} stroke={1.6} />}
            onClick={() => feuille.current?.imprimer()}
          >
            Imprimer
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={17} stroke={1.6} />}
            loading={enCours}
            onClick={() => void exporter({ id: fiche.id })}
          >
            PDF
          </Button>
        </div>
        <div className={styles.feuille}>
          <ApercuDocument ref={feuille} adresse={adresse} titre={`Convention ${fiche.numero}`} />
        </div>
      </div>
    </div>
  );
}
