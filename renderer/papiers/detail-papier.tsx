import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { EditionPapier, Papier } from '../../shared/papiers/contrat.ts';
import { appeler } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { BandeauChange } from './bandeau-change.tsx';
import { quand } from './dire.ts';
import { type Domaine, operation } from './operations.ts';
import styles from './papiers.module.css';

function Editions(props: {
  editions: readonly EditionPapier[];
  ouverte: number | null;
  ouvrir: (rang: number) => void;
}) {
  return (
    <table className={styles.editions} aria-label="Versions émises">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Émise le</th>
          <th scope="col">Par</th>
          <th scope="col">Empreinte</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {props.editions.map(({ edition, emisLe, auteur, sha256 }) => (
          <tr key={edition}>
            <td>{edition}</td>
            <td>{quand(emisLe)}</td>
            <td>{auteur || '—'}</td>
            <td>
              {sha256 ? (
                <code title={`Empreinte SHA-256 du PDF : ${sha256}`}>{sha256.slice(0, 10)}</code>
              ) : (
                'sans PDF'
              )}
            </td>
            <td>
              <Button
                size="compact-xs"
                variant={props.ouverte === edition ? 'filled' : 'default'}
                aria-pressed={props.ouverte === edition}
                aria-label={`Ouvrir la version ${edition}`}
                onClick={() => props.ouvrir(edition)}
              >
                Ouvrir
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Issuing again says first what the one before becomes. */
function FenetreReemettre(props: {
  nom: string;
  edition: number;
  ouverte: boolean;
  enCours: boolean;
  emettre: () => void;
  fermer: () => void;
}) {
  return (
    <Modal opened={props.ouverte} onClose={props.fermer} title="Émettre une nouvelle version" centered>
      <Text size="sm">
        {props.nom} : la version {props.edition - 1} a peut-être été remise ou signée. La version{' '}
        {props.edition} la remplace et le dit ; l’ancienne reste ici, telle qu’elle était.
      </Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={props.fermer}>
          Revenir
        </Button>
        <Button loading={props.enCours} onClick={props.emettre} data-autofocus>
          Émettre la version {props.edition}
        </Button>
      </Group>
    </Modal>
  );
}

/** A paper opened under its line: what changed since it was issued, what can be done, its issues. */
export function DetailPapier(props: {
  domaine: Domaine;
  id: string;
  papier: Papier;
  nom: string;
  edition: number | null;
  ouvrir: (edition: number) => void;
  apresEmission: () => void;
  /** Says nothing of what changed: the record is being corrected. */
  sansChange?: boolean;
  /** Takes the place of issuing, for a paper issued in a way of its own. */
  gestes?: ReactNode;
  className?: string | undefined;
}) {
  const { domaine, id, papier, nom } = props;
  const { genre, objetId, editions, obstacle, change } = papier;
  const [demande, setDemande] = useState(false);
  const [enCours, setEnCours] = useState(false);
  const fermer = () => setDemande(false);
  const derniere = editions[0];

  async function emettre(remplace: boolean) {
    setEnCours(true);
    try {
      const entree = { id, genre, objetId, remplace } as never;
      const { edition } = await appeler(operation(domaine, 'issue'), entree);
      fermer();
      props.apresEmission();
      notifications.show({
        message: edition === 1 ? `${nom} : émis.` : `${nom} : version ${edition} émise.`,
      });
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setEnCours(false);
    }
  }

  return (
    <div className={props.className ?? styles.detail}>
      {change && !props.sansChange && <BandeauChange {...{ domaine, id, genre, objetId }} />}
      <div className={styles.gestes}>
        {props.gestes}
        {!props.gestes && !derniere && obstacle === '' && (
          <Button size="xs" loading={enCours} onClick={() => void emettre(false)}>
            Émettre
          </Button>
        )}
        {!props.gestes && derniere && obstacle === '' && change && (
          <Button size="xs" onClick={() => setDemande(true)}>
            Émettre une nouvelle version
          </Button>
        )}
      </div>
      {editions.length > 0 && <Editions editions={editions} ouverte={props.edition} ouvrir={props.ouvrir} />}
      <FenetreReemettre
        nom={nom}
        edition={(derniere?.edition ?? 0) + 1}
        ouverte={demande}
        enCours={enCours}
        emettre={() => void emettre(true)}
        fermer={fermer}
      />
    </div>
  );
}
