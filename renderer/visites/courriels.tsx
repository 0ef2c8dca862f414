import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { accorder } from '../../shared/format.ts';
import { courrielSimple, LOT_MAX, lotsCourriel } from '../../shared/visites/courriel.ts';
import { CHAMPS_FUSION, champsDuTexte } from '../../shared/visites/fusion.ts';
import type { Retenu } from '../../shared/visites/schema.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import styles from './visites.module.css';

function Copier({ valeur, label }: { valeur: string; label: string }) {
  return (
    <CopyButton value={valeur} timeout={2500}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="xs"
          leftSection={copied ? <IconCheck size={15} stroke={1.8} /> : <IconCopy size={15} stroke={1.6} />}
          onClick={copy}
        >
          {copied ? 'Copié' : label}
        </Button>
      )}
    </CopyButton>
  );
}

/** The e-mail as it will be, and the way to the user's own mail program: one link, or one per lot. */
export function Courriels(props: {
  retenus: readonly Retenu[];
  texte: { objet: string; corps: string };
  pret: boolean;
  faute: string | null;
}) {
  const { retenus, texte } = props;
  const [ouverts, setOuverts] = useState<readonly string[]>([]);
  const seul = retenus.length === 1 ? retenus[0]! : null;
  const { data } = useLecture(
    'visites.courriel',
    {
      objet: texte.objet,
      corps: texte.corps,
      destinataire: seul
        ? { organisationId: seul.organisationId, interlocuteurId: seul.interlocuteurId }
        : null,
    },
    { actif: props.pret, garderPrecedent: true },
  );
  if (props.faute)
    return (
      <p className={styles.alerte} role="alert">
        {props.faute}
      </p>
    );
  if (!data) return null;
  const { lots, sansCorps } = seul
    ? courrielSimple(seul.courriel, data.objet, data.corps)
    : lotsCourriel(
        retenus.map(({ courriel }) => courriel),
        data.objet,
        data.corps,
      );
  const adresses = lots.flatMap((lot) => lot.adresses);
  const propres = seul
    ? []
    : CHAMPS_FUSION.filter(
        ({ code, propre }) =>
          propre && code !== 'appel' && champsDuTexte(`${texte.objet}\n${texte.corps}`).includes(code),
      );
  return (
    <Carte titre={seul ? `À ${seul.courriel}` : `À ${accorder(adresses.length, 'adresse')}, en copie cachée`}>
      {propres.length > 0 && (
        <p className={styles.alerte} role="alert">
          Un courriel groupé est le même pour tous : retirez du texte{' '}
          {propres.map(({ label }) => `« ${label} »`).join(', ')}.
        </p>
      )}
      <div className={styles.lots}>
        {lots.map((lot, rang) => {
          const ouvert = ouverts.includes(lot.lien);
          return (
            <Button
              key={lot.lien}
              component="a"
              href={lot.lien}
              variant={ouvert ? 'default' : 'filled'}
              leftSection={
                ouvert ? <IconCheck size={16} stroke={1.8} /> : <IconMail size={16} stroke={1.6} />
              }
              onClick={() => setOuverts([...ouverts, lot.lien])}
            >
              {lots.length === 1 ? 'Ouvrir dans ma messagerie' : `Lot ${rang + 1} sur ${lots.length}`}
              {lots.length > 1 && ` · ${accorder(lot.adresses.length, 'adresse')}`}
              {ouvert && ' : ouvert'}
            </Button>
          );
        })}
      </div>
      <p className={styles.discret}>
        {lots.length > 1
          ? `Windows et les messageries limitent la longueur d’un envoi préparé : il est partagé en lots de ${LOT_MAX} adresses au plus. Ouvrez chaque lot, relisez, envoyez. `
          : 'Votre messagerie s’ouvre avec le message prêt : relisez-le, puis envoyez-le de chez vous. '}
        Rien ne part d’ici.
      </p>
      {sansCorps && (
        <p className={styles.alerte} role="status">
          Ce texte est trop long pour suivre le lien : copiez-le, puis collez-le dans le message.
        </p>
      )}
      <div className={styles.boutons}>
        {sansCorps && <Copier valeur={data.corps} label="Copier le texte" />}
        <Copier valeur={adresses.join('; ')} label={seul ? 'Copier l’adresse' : 'Copier les adresses'} />
      </div>
      <div className={styles.message}>
        <strong>{data.objet || 'Sans objet'}</strong>
        <p>{data.corps}</p>
      </div>
    </Carte>
  );
}
