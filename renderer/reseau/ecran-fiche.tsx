import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconBellOff,
  IconBriefcase2,
  IconClipboardText,
  IconDots,
  IconGitMerge,
  IconPencil,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { accorder, nomCourt } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { TAILLES } from '../../shared/nomenclatures/reseau.ts';
import { roleEnCours } from '../../shared/reseau/regles-organisation.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import { ConventionsOrganisation } from '../conventions/conventions-organisation.tsx';
import { Historique } from '../sollicitations/historique.tsx';
import { useNoterIci } from '../sollicitations/noter.tsx';
import { ProchaineAction } from '../sollicitations/prochaine-action.tsx';
import { EcrireA } from '../visites/ecrire.tsx';
import { EntretiensOrganisation } from '../visites/entretiens-organisation.tsx';
import { ChoixStade } from './choix-stade.tsx';
import { Coordonnees } from './coordonnees.tsx';
import { ACompleter, AutresSites, Provenance, Recrutement } from './en-savoir-plus.tsx';
import styles from './fiche.module.css';
import { adresseListe } from './filtres.ts';
import { FusionnerAvec } from './fusionner-avec.tsx';
import { ImmersionsOrganisation } from './immersions-organisation.tsx';
import { Interlocuteurs } from './interlocuteurs.tsx';
import { libelleGenre } from './libelles.ts';
import { Offre, OffreEnBref } from './offre.tsx';
import { Resume } from './resume.tsx';
import { Saturation } from './saturation.tsx';
import { BandeauSilence, ModaleSilence } from './silence.tsx';

async function archiver({ id, nom }: OrganisationFiche): Promise<void> {
  await appeler('reseau.archive', { id });
  annoncerAnnulable(`${nom} est archivée.`, () => appeler('reseau.restore', { id }));
}

async function restaurer({ id, nom }: OrganisationFiche): Promise<void> {
  await appeler('reseau.restore', { id });
  annoncerAnnulable(`${nom} est de retour dans le réseau.`, () => appeler('reseau.archive', { id }));
}

/** Stages worth a colour: those where something is going on. */
/** Who it is, in a few words: what it is for us first, then its nature, its size, its trade, its town. */
function Pilules({ fiche }: { fiche: OrganisationFiche }) {
  const roles = useListe('roles');
  const categories = useListe('categories');
  const secteurs = useListe('secteurs');
  const today = useJour();
  const { taille, effectif, naf, nafLibelle, activite, stade, referent } = fiche;
  const genre = libelleGenre(fiche);
  const lieu = [fiche.ville, fiche.codePostal].filter(Boolean).join(' · ');
  const dimension = [
    taille === '' ? '' : label(TAILLES, taille),
    effectif === null ? '' : accorder(effectif, 'salarié'),
  ]
    .filter(Boolean)
    .join(' · ');
  const sorte = [genre, fiche.categorie && categories.libelle(fiche.categorie)].filter(Boolean).join(' · ');
  const metier = [activite || nafLibelle || (fiche.secteur && secteurs.libelle(fiche.secteur)), naf]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      {fiche.archivedAt ? <Pilule ton="ambre">Archivée</Pilule> : null}
      {fiche.roles
        .filter((role) => roleEnCours(role, today))
        .map(({ id, role, debut }) => (
          <Pilule key={id} ton="accent">
            {roles.libelle(role)}
            {debut ? ` depuis ${debut.slice(0, 4)}` : ''}
          </Pilule>
        ))}
      {fiche.archivedAt ? null : <ChoixStade organisationId={fiche.id} nom={fiche.nom} stade={stade} />}
      {sorte ? <Pilule>{sorte}</Pilule> : null}
      {dimension ? <Pilule>{dimension}</Pilule> : null}
      {metier ? (
        <Pilule>
          <span className={styles.metier} title={nafLibelle || undefined}>
            {metier}
          </span>
        </Pilule>
      ) : null}
      {lieu ? <Pilule>{lieu}</Pilule> : null}
      {referent ? <Pilule>Suivie par {nomCourt(referent.prenom, referent.nom)}</Pilule> : null}
    </>
  );
}

/** What one does most from a sheet; the rest behind the dots. Nothing invites to contact who asked for silence. */
function Actions({
  fiche,
  taire,
  fusionner,
}: {
  fiche: OrganisationFiche;
  taire: () => void;
  fusionner: () => void;
}) {
  const { id, silence } = fiche;
  if (fiche.archivedAt !== null)
    return fiche.fusionneeDans ? null : (
      <Button
        leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
        onClick={() => restaurer(fiche).catch(annoncerRefus)}
      >
        Remettre dans le réseau
      </Button>
    );
  return (
    <>
      {silence ? null : (
        <>
          <Button
            component={Link}
            to={`/reseau/${id}/visite`}
            variant="default"
            leftSection={<IconClipboardText size={16} stroke={1.6} />}
          >
            Préparer la visite
          </Button>
          <Button
            component={Link}
            to={`/immersions/nouvelle?organisation=${id}`}
            variant="default"
            leftSection={<IconBriefcase2 size={16} stroke={1.6} />}
          >
            Nouvelle immersion
          </Button>
        </>
      )}
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions">
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={`/reseau/${id}/modifier`}
            leftSection={<IconPencil size={16} stroke={1.6} />}
          >
            Modifier
          </Menu.Item>
          {silence ? null : <EcrireA organisationId={id} />}
          {silence ? null : (
            <Menu.Item leftSection={<IconBellOff size={16} stroke={1.6} />} onClick={taire}>
              Ne plus contacter
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconGitMerge size={16} stroke={1.6} />} onClick={fusionner}>
            Fusionner avec…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => archiver(fiche).catch(annoncerRefus)}
          >
            Archiver
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** The sheet of an organisation: what matters now, then its history. */
export function EcranFiche() {
  const { id = '' } = useParams();
  const { data: fiche, error } = useLecture('reseau.get', { id });
  const [fenetre, setFenetre] = useState<'silence' | 'fusion' | null>(null);
  const fermer = () => setFenetre(null);
  useNoterIci({ organisationId: id }, fiche?.archivedAt === null);
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir le réseau', vers: adresseListe() }} />;
  if (!fiche) return null;
  const vivante = fiche.archivedAt === null;
  // Nothing was said yet: what to ask at the first call has the place of the history.
  const aDecouvrir = vivante && fiche.dernierEchange === null;
  return (
    <>
      <TetePage
        titre={fiche.nom}
        fil={[{ label: 'Réseau', vers: adresseListe() }]}
        pilules={<Pilules fiche={fiche} />}
        actions={
          <Actions fiche={fiche} taire={() => setFenetre('silence')} fusionner={() => setFenetre('fusion')} />
        }
      />
      {fiche.fusionneeDans ? (
        <p className={styles.fusionnee}>
          Cette fiche a été réunie avec{' '}
          <Link to={`/reseau/${fiche.fusionneeDans.id}`}>{fiche.fusionneeDans.nom}</Link>, où se trouve
          maintenant son histoire.
        </p>
      ) : null}
      <BandeauSilence fiche={fiche} />
      <Resume resume={fiche.resume} />
      <OffreEnBref fiche={fiche} />
      <div className={styles.colonnes}>
        <div className={styles.principale}>
          <Historique organisationId={id} />
          {aDecouvrir ? <ACompleter fiche={fiche} /> : null}
        </div>
        <div className={styles.laterale}>
          {vivante && !fiche.silence ? (
            <>
              <ProchaineAction organisationId={id} />
              <Saturation organisationId={id} />
            </>
          ) : null}
          <ConventionsOrganisation fiche={fiche} />
          <Offre fiche={fiche} />
          <EntretiensOrganisation organisationId={id} />
          <Interlocuteurs organisation={fiche} interlocuteurs={fiche.interlocuteurs} />
          <ImmersionsOrganisation organisationId={id} />
          {fiche.note ? (
            <Carte titre="À savoir">
              <p className={styles.note}>{fiche.note}</p>
            </Carte>
          ) : null}
          <Coordonnees fiche={fiche} />
          <AutresSites fiche={fiche} />
          <Recrutement fiche={fiche} />
          <Provenance fiche={fiche} />
          {vivante && !aDecouvrir ? <ACompleter fiche={fiche} /> : null}
        </div>
      </div>
      {fenetre === 'silence' ? <ModaleSilence fiche={fiche} fermer={fermer} /> : null}
      {fenetre === 'fusion' ? <FusionnerAvec fiche={fiche} fermer={fermer} /> : null}
    </>
  );
}
