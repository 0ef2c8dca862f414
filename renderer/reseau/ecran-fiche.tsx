import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconBriefcase2,
  IconClipboardText,
  IconDots,
  IconPencil,
} from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { formaterTelephone } from '../../shared/format.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import { Historique } from '../sollicitations/historique.tsx';
import { useNoterIci } from '../sollicitations/noter.tsx';
import { ProchaineAction } from '../sollicitations/prochaine-action.tsx';
import { EcrireA } from '../visites/ecrire.tsx';
import { EntretiensOrganisation } from '../visites/entretiens-organisation.tsx';
import { Coordonnees } from './coordonnees.tsx';
import styles from './fiche.module.css';
import { adresseListe } from './filtres.ts';
import { ImmersionsOrganisation } from './immersions-organisation.tsx';
import { Interlocuteurs } from './interlocuteurs.tsx';
import { libelleGenre } from './libelles.ts';
import { Resume } from './resume.tsx';

async function archiver({ id, nom }: OrganisationFiche): Promise<void> {
  await appeler('reseau.archive', { id });
  annoncerAnnulable(`${nom} est archivée.`, () => appeler('reseau.restore', { id }));
}

async function restaurer({ id, nom }: OrganisationFiche): Promise<void> {
  await appeler('reseau.restore', { id });
  annoncerAnnulable(`${nom} est de retour dans le réseau.`, () => appeler('reseau.archive', { id }));
}

function Pilules({ fiche }: { fiche: OrganisationFiche }) {
  const genre = libelleGenre(fiche);
  const lieu = [fiche.ville, fiche.codePostal].filter(Boolean).join(' · ');
  return (
    <>
      {fiche.archivedAt ? <Pilule ton="ambre">Archivée</Pilule> : null}
      {genre ? <Pilule ton="accent">{genre}</Pilule> : null}
      {fiche.activite ? <Pilule>{fiche.activite}</Pilule> : null}
      {lieu ? <Pilule>{lieu}</Pilule> : null}
      {fiche.telephone ? <Pilule>{formaterTelephone(fiche.telephone)}</Pilule> : null}
    </>
  );
}

/** The sheet of an organisation: what matters now, then its history. */
export function EcranFiche() {
  const { id = '' } = useParams();
  const { data: fiche, error } = useLecture('reseau.get', { id });
  useNoterIci({ organisationId: id }, fiche?.archivedAt === null);
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir le réseau', vers: adresseListe() }} />;
  if (!fiche) return null;
  const archivee = fiche.archivedAt !== null;
  return (
    <>
      <TetePage
        titre={fiche.nom}
        fil={[{ label: 'Réseau', vers: adresseListe() }]}
        pilules={<Pilules fiche={fiche} />}
        actions={
          archivee ? (
            <Button
              leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
              onClick={() => restaurer(fiche).catch(annoncerRefus)}
            >
              Remettre dans le réseau
            </Button>
          ) : (
            <>
              <Button
                component={Link}
                to={`/reseau/${id}/modifier`}
                variant="default"
                leftSection={<IconPencil size={16} stroke={1.6} />}
              >
                Modifier
              </Button>
              <Button
                component={Link}
                to={`/immersions/nouvelle?organisation=${id}`}
                variant="default"
                leftSection={<IconBriefcase2 size={16} stroke={1.6} />}
              >
                Nouvelle immersion
              </Button>
              <Button
                component={Link}
                to={`/reseau/${id}/visite`}
                variant="default"
                leftSection={<IconClipboardText size={16} stroke={1.6} />}
              >
                Préparer la visite
              </Button>
              <Menu position="bottom-end" width={220}>
                <Menu.Target>
                  <ActionIcon variant="default" size={36} aria-label="Autres actions">
                    <IconDots size={18} stroke={1.6} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <EcrireA organisationId={id} />
                  <Menu.Item
                    leftSection={<IconArchive size={16} stroke={1.6} />}
                    onClick={() => archiver(fiche).catch(annoncerRefus)}
                  >
                    Archiver
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )
        }
      />
      <Resume resume={fiche.resume} />
      <div className={styles.colonnes}>
        <Historique organisationId={id} />
        <div className={styles.laterale}>
          {archivee ? null : <ProchaineAction organisationId={id} />}
          <EntretiensOrganisation organisationId={id} />
          <Interlocuteurs organisation={fiche} interlocuteurs={fiche.interlocuteurs} />
          <ImmersionsOrganisation organisationId={id} />
          <Coordonnees fiche={fiche} />
          {fiche.note ? (
            <Carte titre="À savoir">
              <p className={styles.note}>{fiche.note}</p>
            </Carte>
          ) : null}
        </div>
      </div>
    </>
  );
}
