import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { accorder, formaterDate, formaterDuree } from '../../../shared/format.ts';
import { type ActionLigne, type ActionsFiltres, actionsFiltres } from '../../../shared/formation/action.ts';
import { ecrireEuros } from '../../../shared/montant.ts';
import { GENRES_FORMATION, GENRES_FORMATION_COURTS } from '../../../shared/nomenclatures/formation.ts';
import { filtresAdresse, useFiltresAdresse } from '../../app/filtres-adresse.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampRecherche } from '../../components/champ-recherche.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { OngletsFormation } from '../onglets.tsx';
import styles from './actions.module.css';
import { choixDe } from './champs-action.tsx';

const ADRESSE = filtresAdresse(actionsFiltres);

const nouvelle = (
  <Button component={Link} to="/formation/actions/nouvelle" leftSection={<IconPlus size={17} stroke={1.8} />}>
    Nouvelle action
  </Button>
);

/** `14 €/h` or `1 200 € la session`; empty when nothing is said. */
function direCout({ coutMode, coutCentimes }: ActionLigne): string {
  if (coutCentimes === 0) return '';
  const montant = ecrireEuros(coutCentimes).replace(/,00$/, '');
  return coutMode === 'forfait' ? `${montant}\u00a0€ la\u00a0session` : `${montant}\u00a0€ l’heure`;
}

function Ligne({ action, theme }: { action: ActionLigne; theme: (code: string) => string }) {
  const quand = action.prochaineLe
    ? `prochaine le ${formaterDate(action.prochaineLe)}`
    : action.derniereLe
      ? `dernière le ${formaterDate(action.derniereLe)}`
      : '';
  return (
    <tr>
      <td>
        <Link to={`/formation/actions/${action.id}`}>{action.titre}</Link>
        <span className={styles.second}>
          {[
            GENRES_FORMATION_COURTS[action.genre],
            action.theme && theme(action.theme),
            action.certificationCode,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </td>
      <td>{action.organisme?.nom ?? 'Interne'}</td>
      <td className={styles.nombre}>
        {action.minutes > 0 ? formaterDuree(action.minutes) : '—'}
        <span className={styles.second}>{direCout(action)}</span>
      </td>
      <td className={styles.nombre}>
        {action.placesMin} à {action.placesMax}
      </td>
      <td>
        {action.sessions > 0 ? accorder(action.sessions, 'session') : 'Aucune session'}
        <span className={styles.second}>{quand}</span>
      </td>
      <td>{action.besoins > 0 ? accorder(action.besoins, 'personne') : '—'}</td>
    </tr>
  );
}

/** What the structure can organise: its trainings, once each, with their sessions and who waits for them. */
export function EcranActions() {
  const { filtres, changer, effacer } = useFiltresAdresse<ActionsFiltres>(ADRESSE);
  const { data } = useLecture('formation.actions', filtres, { garderPrecedent: true });
  const themes = useListe('themes_formation');
  const libre = !filtres.recherche && !filtres.genre && !filtres.theme && !filtres.organismeId;
  const jamais = data?.length === 0 && libre && filtres.etat === 'actives';
  const trier = (tri: ActionsFiltres['tri']) =>
    changer({ tri, sens: filtres.tri === tri && filtres.sens === 'asc' ? 'desc' : 'asc' });
  const triDe = (tri: ActionsFiltres['tri']) => ({
    tri: filtres.tri === tri ? filtres.sens : null,
    surTri: () => trier(tri),
  });
  return (
    <>
      <TetePage
        titre="Formation"
        sous="Les actions : ce que la structure sait organiser"
        actions={jamais ? undefined : nouvelle}
      />
      <OngletsFormation />
      {jamais ? null : (
        <search className={styles.outils}>
          <ChampRecherche
            className={styles.recherche}
            label="Chercher une action"
            placeholder="Intitulé, organisme, certification…"
            recherche={filtres.recherche}
            chercher={(recherche) => changer({ recherche })}
          />
          <Select
            aria-label="Genre"
            placeholder="Tous les genres"
            clearable
            clearButtonProps={{ 'aria-label': 'Tous les genres' }}
            w={260}
            data={choixDe(GENRES_FORMATION)}
            value={filtres.genre || null}
            onChange={(genre) => changer({ genre: (genre ?? '') as ActionsFiltres['genre'] })}
          />
          <Select
            aria-label="Thème"
            placeholder="Tous les thèmes"
            clearable
            clearButtonProps={{ 'aria-label': 'Tous les thèmes' }}
            searchable
            nothingFoundMessage="Rien de ce nom."
            w={240}
            data={themes.choix([filtres.theme])}
            value={filtres.theme || null}
            onChange={(theme) => changer({ theme: theme ?? '' })}
          />
          <Button
            className={styles.droite}
            variant="subtle"
            color="gray"
            onClick={() => changer({ etat: filtres.etat === 'archives' ? 'actives' : 'archives' })}
          >
            {filtres.etat === 'archives'
              ? 'Revenir aux actions proposées'
              : 'Voir celles qu’on ne propose plus'}
          </Button>
        </search>
      )}
      {data && data.length > 0 ? (
        <Tableau
          label="Actions de formation"
          entetes={
            <>
              <Colonne {...triDe('titre')}>Action</Colonne>
              <Colonne largeur="18%">Organisme</Colonne>
              <Colonne largeur={146} droite {...triDe('duree')}>
                Durée
              </Colonne>
              <Colonne largeur={96} droite>
                Places
              </Colonne>
              <Colonne largeur={210} {...triDe('prochaine')}>
                Sessions
              </Colonne>
              <Colonne largeur={132}>En attente</Colonne>
            </>
          }
        >
          {data.map((action) => (
            <Ligne key={action.id} action={action} theme={themes.libelle} />
          ))}
        </Tableau>
      ) : null}
      {data?.length === 0 ? (
        <Carte sansMarge>
          {jamais ? (
            <EtatVide titre="Aucune action de formation" actions={nouvelle}>
              Une action décrit une formation une fois pour toutes : objectif, prérequis, organisme, durée et
              coût habituels. Chaque session la reprend, avec ses dates.
            </EtatVide>
          ) : (
            <EtatVide
              titre={
                filtres.etat === 'archives' && libre
                  ? 'Toutes les actions sont proposées'
                  : 'Aucune action ne répond à ces filtres'
              }
              actions={
                <Button variant="default" onClick={effacer}>
                  {filtres.etat === 'archives' && libre ? 'Revenir à la liste' : 'Retirer les filtres'}
                </Button>
              }
            />
          )}
        </Carte>
      ) : null}
    </>
  );
}
