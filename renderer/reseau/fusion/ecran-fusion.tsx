import { Button, Radio } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formaterDate } from '../../../shared/format.ts';
import type { ChoixChamp, Comparaison, GenreFusion } from '../../../shared/reseau/fusion/schema.ts';
import { appeler, useAction, useLecture } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, TetePage } from '../../components/page.tsx';
import { adresseFiche } from './defaire.ts';
import styles from './fusion.module.css';

type Champ = Comparaison['champs'][number];

function Ligne(props: { champ: Champ; choix: ChoixChamp; choisir: (choix: ChoixChamp) => void }) {
  const { champ, choix } = props;
  const option = (valeur: ChoixChamp, texte: string) => (
    <Radio value={valeur} label={texte || 'rien'} className={styles.option} />
  );
  return (
    <Radio.Group
      className={styles.ligne}
      label={champ.label}
      value={choix}
      onChange={(valeur) => props.choisir(valeur as ChoixChamp)}
    >
      <div className={styles.deux}>
        {option('garde', champ.garde)}
        {option('absorbe', champ.absorbe)}
      </div>
      {champ.joint ? option('joint', 'Garder les deux') : null}
    </Radio.Group>
  );
}

function Fiche({ titre, fiche }: { titre: string; fiche: Comparaison['garde'] }) {
  return (
    <div className={styles.fiche}>
      <small>{titre}</small>
      <strong>{fiche.nom}</strong>
      <span>{[fiche.detail, `créée le ${formaterDate(fiche.creeLe)}`].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

/** Two records side by side: what differs is chosen, what is alike is only shown. */
export function EcranFusion() {
  const {
    genre = 'organisation',
    gardeId = '',
    absorbeId = '',
  } = useParams() as {
    genre?: GenreFusion;
    gardeId?: string;
    absorbeId?: string;
  };
  const naviguer = useNavigate();
  const { data, error } = useLecture('reseau.comparer', { genre, gardeId, absorbeId });
  const [choix, setChoix] = useState<Record<string, ChoixChamp>>({});
  const { mutateAsync, isPending } = useAction('reseau.fusionner');
  if (error)
    return <FicheAbsente erreur={error} liste={{ label: 'Voir les doublons', vers: '/reseau/doublons' }} />;
  if (!data) return null;
  const { garde, absorbe, champs, suivent } = data;
  // What both say differently is the real choice: it comes before what only one of them says.
  const seul = ({ garde: un, absorbe: autre }: Champ) => Number(un === '' || autre === '');
  const differents = champs.filter(({ different }) => different).sort((a, b) => seul(a) - seul(b));
  const pareils = champs.filter(({ different, garde: texte }) => !different && texte !== '');

  async function fusionner() {
    try {
      const retenus = Object.fromEntries(
        differents.map(({ champ, propose }) => [champ, choix[champ] ?? propose]),
      );
      const { id } = await mutateAsync({ genre, gardeId, absorbeId, champs: retenus });
      naviguer(adresseFiche(genre, gardeId));
      annoncerAnnulable('Les deux fiches n’en font plus qu’une.', () =>
        appeler('reseau.annulerFusion', { id }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  return (
    <>
      <TetePage
        titre="Fusionner deux fiches"
        fil={[
          { label: 'Réseau', vers: '/reseau' },
          { label: 'Doublons probables', vers: '/reseau/doublons' },
        ]}
        sous="Choisissez ce que la fiche gardée dira. Tout ce qui est attaché à l’autre la rejoint, et vous pourrez défaire."
        actions={
          <Button
            variant="default"
            leftSection={<IconArrowsExchange size={16} stroke={1.6} />}
            onClick={() => {
              setChoix({});
              naviguer(`/reseau/fusionner/${genre}/${absorbeId}/${gardeId}`, { replace: true });
            }}
          >
            Garder l’autre fiche
          </Button>
        }
      />
      <Carte className={styles.carte}>
        <div className={styles.deux}>
          <Fiche titre="Fiche gardée" fiche={garde} />
          <Fiche titre="Fiche qui la rejoint" fiche={absorbe} />
        </div>
        {differents.map((champ) => (
          <Ligne
            key={champ.champ}
            champ={champ}
            choix={choix[champ.champ] ?? champ.propose}
            choisir={(valeur) => setChoix((deja) => ({ ...deja, [champ.champ]: valeur }))}
          />
        ))}
        {pareils.length > 0 ? (
          <p className={styles.discret}>
            Pareil des deux côtés : {pareils.map(({ label }) => label.toLowerCase()).join(', ')}.
          </p>
        ) : null}
        <p className={styles.suivent}>
          {suivent.length > 0
            ? `Rejoignent la fiche gardée : ${suivent.join(', ')}.`
            : 'Rien n’est attaché à la fiche qui rejoint.'}
        </p>
        <div className={styles.pied}>
          <Button loading={isPending} onClick={() => void fusionner()}>
            Fusionner
          </Button>
          <Button component={Link} to="/reseau/doublons" variant="default">
            Annuler
          </Button>
        </div>
      </Carte>
    </>
  );
}
