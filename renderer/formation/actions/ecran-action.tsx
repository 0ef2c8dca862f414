import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { accorder, formaterDuree } from '../../../shared/format.ts';
import type { ActionFiche } from '../../../shared/formation/action.ts';
import { ecrireEuros } from '../../../shared/montant.ts';
import { GENRES_FORMATION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, EtatVide, Pilule, TetePage } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { Mentions } from '../mentions.tsx';
import { direDates, Jauge, PiluleEtatSession } from '../sessions/apparence.tsx';
import styles from './actions.module.css';

async function retirer({ id, archivedAt }: ActionFiche): Promise<void> {
  const [aller, retour] = (
    archivedAt === null
      ? ['formation.archiveAction', 'formation.restoreAction']
      : ['formation.restoreAction', 'formation.archiveAction']
  ) as ['formation.archiveAction', 'formation.restoreAction'];
  try {
    await appeler(aller, { id });
    annoncerAnnulable(
      archivedAt === null ? 'L’action n’est plus proposée.' : 'L’action est de nouveau proposée.',
      () => appeler(retour, { id }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function EnBref({ action }: { action: ActionFiche }) {
  const themes = useListe('themes_formation');
  const { organisme } = action;
  const cout = `${ecrireEuros(action.coutCentimes)} €${action.coutMode === 'forfait' ? ' pour la session' : ' par heure et par stagiaire'}`;
  return (
    <Carte titre="En bref">
      <Mentions
        lignes={[
          { terme: 'Thème', valeur: action.theme && themes.libelle(action.theme) },
          {
            terme: 'Organisme',
            valeur: organisme ? (
              <Link to={`/reseau/${organisme.id}`}>{organisme.nom}</Link>
            ) : (
              'Formation donnée par la structure'
            ),
          },
          {
            terme: 'Durée',
            valeur: action.minutes > 0 ? `${formaterDuree(action.minutes)} par stagiaire` : '',
          },
          {
            terme: 'Horaires',
            valeur: action.surTempsTravail ? 'Sur le temps de travail' : 'Hors du temps de travail',
          },
          { terme: 'Places', valeur: `${action.placesMin} pour ouvrir, ${action.placesMax} au plus` },
          { terme: 'Coût', valeur: action.coutCentimes > 0 ? cout : '' },
          {
            terme: 'Certification',
            valeur: [action.certificationCode, action.certificationTitre].filter(Boolean).join(', '),
          },
          { terme: 'Accessibilité', valeur: action.accessibilite },
        ]}
      />
    </Carte>
  );
}

/** What an action teaches, to whom: as written, nothing when it is not. */
export function Contenu({ action }: { action: Pick<ActionFiche, 'objectif' | 'contenu' | 'prerequis'> }) {
  if (!action.objectif && !action.contenu && action.prerequis.length === 0) return null;
  return (
    <Carte titre="Ce qui s’y apprend">
      <Mentions
        lignes={[
          { terme: 'Objectif', valeur: action.objectif },
          { terme: 'Contenu', valeur: action.contenu },
          {
            terme: 'Prérequis',
            valeur:
              action.prerequis.length === 0 ? (
                ''
              ) : (
                <ul>
                  {action.prerequis.map((ligne, rang) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
                    <li key={rang}>{ligne}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Carte>
  );
}

function Sessions({ id, proposee }: { id: string; proposee: boolean }) {
  const { data } = useLecture('formation.sessions', { actionId: id });
  return (
    <Carte
      titre="Sessions"
      suite={data && data.total > data.lignes.length ? `les ${data.lignes.length} dernières` : undefined}
      sansMarge
    >
      {data && data.lignes.length > 0 ? (
        <Tableau
          nu
          label="Sessions de cette action"
          entetes={
            <>
              <Colonne>Dates</Colonne>
              <Colonne largeur={220}>Places</Colonne>
              <Colonne largeur={110}>État</Colonne>
            </>
          }
        >
          {data.lignes.map((session) => (
            <tr key={session.id}>
              <td>
                <Link to={`/formation/sessions/${session.id}`}>{direDates(session)}</Link>
                <span className={styles.second}>
                  {[session.numero, session.intitule, session.lieu].filter(Boolean).join(' · ')}
                </span>
              </td>
              <td>
                {session.etat === 'annulee' ? (
                  '—'
                ) : (
                  <Jauge remplissage={session.remplissage} phrase="courte" />
                )}
              </td>
              <td>
                <PiluleEtatSession etat={session.etat} />
              </td>
            </tr>
          ))}
        </Tableau>
      ) : (
        <EtatVide titre="Aucune session de cette action">
          {proposee
            ? 'Ouvrez-en une : elle reprend cette action, il ne reste qu’à dire les dates et les places.'
            : 'Remettez l’action parmi celles que vous proposez pour en ouvrir une.'}
        </EtatVide>
      )}
    </Carte>
  );
}

/** One training of the structure, and each time it took place or will. */
export function EcranAction() {
  const { id = '' } = useParams();
  const { data, error } = useLecture('formation.action', { id });
  if (error) {
    return <FicheAbsente erreur={error} liste={{ label: 'Voir les actions', vers: '/formation/actions' }} />;
  }
  if (!data) return null;
  const Icone = data.archivedAt === null ? IconArchive : IconArchiveOff;
  return (
    <>
      <TetePage
        titre={data.titre}
        fil={[{ label: 'Actions de formation', vers: '/formation/actions' }]}
        pilules={
          <>
            <Pilule ton="accent">{label(GENRES_FORMATION, data.genre)}</Pilule>
            {data.besoins > 0 ? (
              <Pilule ton="ambre">
                {accorder(data.besoins, 'personne en attente', 'personnes en attente')}
              </Pilule>
            ) : null}
            {data.archivedAt ? <Pilule>N’est plus proposée</Pilule> : null}
          </>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<Icone size={17} stroke={1.6} />}
              onClick={() => void retirer(data)}
            >
              {data.archivedAt === null ? 'Ne plus proposer' : 'Proposer de nouveau'}
            </Button>
            <Button
              component={Link}
              to={`/formation/actions/${id}/modifier`}
              variant="default"
              leftSection={<IconPencil size={17} stroke={1.6} />}
            >
              Modifier
            </Button>
            {data.archivedAt === null ? (
              <Button
                component={Link}
                to={`/formation/sessions/nouvelle?action=${id}`}
                leftSection={<IconPlus size={17} stroke={1.8} />}
              >
                Ouvrir une session
              </Button>
            ) : null}
          </>
        }
      />
      <div className={styles.deux}>
        <div className={styles.colonne}>
          <Sessions id={id} proposee={data.archivedAt === null} />
          <Contenu action={data} />
        </div>
        <EnBref action={data} />
      </div>
    </>
  );
}
