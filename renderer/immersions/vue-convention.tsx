import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBan,
  IconDots,
  IconFileTypePdf,
  IconPencil,
  IconPlayerStop,
  IconPrinter,
  IconRefresh,
  IconSignature,
} from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree, nomCourt } from '../../shared/format.ts';
import { etatImmersion } from '../../shared/immersions/etat.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import type { ImmersionFiche, Statut } from '../../shared/immersions/schema.ts';
import { MODES_CONTRAT, OBJETS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { useApercu } from './apercu.ts';
import { Controles } from './controles.tsx';
import { FenetreAnnuler, FenetreArreter, FenetreCorriger } from './fenetres.tsx';
import styles from './immersions.module.css';
import { saisieDe } from './saisie.ts';
import { PiluleEtat } from './table-immersions.tsx';

/** Changes the status; « Annuler » in the notification puts the one before back. */
async function passer(fiche: ImmersionFiche, statut: Statut, message: string): Promise<void> {
  try {
    await appeler('immersions.changeStatut', { id: fiche.id, statut });
    annoncerAnnulable(message, () =>
      appeler('immersions.changeStatut', { id: fiche.id, statut: fiche.statut }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

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

type Fenetre = 'corriger' | 'arreter' | 'annuler' | null;

function AutresActions(props: { fiche: ImmersionFiche; ouvrir: (fenetre: Fenetre) => void }) {
  const { fiche, ouvrir } = props;
  const naviguer = useNavigate();
  const convenue = fiche.statut === 'prete' || fiche.statut === 'signee';
  const etat = etatImmersion(fiche, dateLocale(new Date()));
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Autres actions">
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {convenue && (
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => ouvrir('corriger')}>
            Corriger la convention
          </Menu.Item>
        )}
        {fiche.statut !== 'annulee' && fiche.renouvelle === null && fiche.renouveleePar === null && (
          <Menu.Item
            leftSection={<IconRefresh size={16} stroke={1.6} />}
            onClick={() => naviguer(`/immersions/nouvelle?renouvelle=${fiche.id}`)}
          >
            Renouveler
          </Menu.Item>
        )}
        {convenue && etat !== 'a_signer' && (
          <Menu.Item
            leftSection={<IconPlayerStop size={16} stroke={1.6} />}
            onClick={() => ouvrir('arreter')}
          >
            Arrêter avant la fin
          </Menu.Item>
        )}
        {convenue && (
          <Menu.Item leftSection={<IconBan size={16} stroke={1.6} />} onClick={() => ouvrir('annuler')}>
            Annuler l’immersion
          </Menu.Item>
        )}
        {!convenue && (
          <Menu.Item
            leftSection={<IconRefresh size={16} stroke={1.6} />}
            onClick={() =>
              void passer(fiche, fiche.emission ? 'signee' : 'brouillon', 'L’immersion est rétablie.')
            }
          >
            Rétablir l’immersion
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** An issued convention: the frozen sheet, where it stands, and what may still happen to it. */
export function VueConvention({ fiche }: { fiche: ImmersionFiche }) {
  const feuille = useRef<Imprimable>(null);
  const [fenetre, setFenetre] = useState<Fenetre>(null);
  const { exporter, enCours } = useExport('immersions.pdf');
  const controles = useLecture('immersions.checks', { id: fiche.id });
  const saisie = useMemo(() => saisieDe(fiche), [fiche]);
  const adresse = useApercu(fiche.id, saisie, fiche);
  const { emission } = fiche;
  return (
    <>
      <TetePage
        titre={`${nomCourt(fiche.salarie.prenom, fiche.salarie.nom)}, ${fiche.organisation.nom}`}
        fil={[{ label: 'Immersions', vers: '/immersions' }]}
        pilules={
          <>
            <PiluleEtat immersion={fiche} />
            <Pilule>Convention {fiche.numero}</Pilule>
            {emission && (
              <Pilule>
                Émise le {formaterDate(dateLocale(new Date(emission.emiseLe)))}
                {emission.edition > 1 && `, version ${emission.edition}`}
              </Pilule>
            )}
          </>
        }
        actions={
          <>
            <AutresActions fiche={fiche} ouvrir={setFenetre} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} stroke={1.6} />}
              onClick={() => feuille.current?.imprimer()}
            >
              Imprimer
            </Button>
            <Button
              variant={fiche.statut === 'prete' ? 'default' : 'filled'}
              leftSection={<IconFileTypePdf size={17} stroke={1.6} />}
              loading={enCours}
              onClick={() => void exporter({ id: fiche.id })}
            >
              PDF
            </Button>
            {fiche.statut === 'prete' && (
              <Button
                leftSection={<IconSignature size={17} stroke={1.6} />}
                onClick={() => void passer(fiche, 'signee', 'La convention est notée signée par tous.')}
              >
                Signée par tous
              </Button>
            )}
          </>
        }
      />
      <div className={styles.ecran}>
        <div className={styles.gauche}>
          <Faits fiche={fiche} />
          {fiche.statut !== 'annulee' && (
            <Controles controles={controles.data ?? []} salarieId={fiche.salarieId} />
          )}
        </div>
        <div className={styles.droite}>
          <div className={styles.feuille}>
            <ApercuDocument ref={feuille} adresse={adresse} titre={`Convention ${fiche.numero}`} />
          </div>
        </div>
      </div>
      <FenetreCorriger fiche={fiche} ouverte={fenetre === 'corriger'} fermer={() => setFenetre(null)} />
      <FenetreArreter fiche={fiche} ouverte={fenetre === 'arreter'} fermer={() => setFenetre(null)} />
      <FenetreAnnuler fiche={fiche} ouverte={fenetre === 'annuler'} fermer={() => setFenetre(null)} />
    </>
  );
}
