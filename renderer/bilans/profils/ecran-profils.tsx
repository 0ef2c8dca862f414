import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import type { ProfilLu } from '../../../shared/bilans/profils.ts';
import { accorder, insecables } from '../../../shared/format.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { OngletsBilans } from '../onglets.tsx';
import { direTaille, pourQui } from './dire-profil.ts';
import { adresseProfil, copier, retirer } from './gestes.ts';
import styles from './profils.module.css';

/** What a bilan can be made of: the profiles that ship, and those of the structure. */
export function EcranProfils() {
  const { data, error } = useLecture('bilans.profils', {});
  return (
    <>
      <TetePage
        titre="Profils de bilan"
        sous="Ce qu’un bilan contient : ses parties, ses chiffres, ce qu’il compare. Un profil sert d’année en année."
      />
      <OngletsBilans />
      {error ? (
        <Carte>
          <EtatVide titre="Les profils ne peuvent pas être lus">{error.message}</EtatVide>
        </Carte>
      ) : data ? (
        <Listes profils={data} />
      ) : (
        <Skeleton height={420} radius={10} />
      )}
    </>
  );
}

function Listes({ profils }: { profils: readonly ProfilLu[] }) {
  const propres = profils.filter(({ propre }) => propre);
  const livres = profils.filter(({ propre }) => !propre);
  return (
    <div className={styles.listes}>
      {propres.length > 0 ? (
        <Carte titre="Les vôtres" suite={accorder(propres.length, 'profil')} sansMarge>
          <Liste profils={propres} tous={profils} nom="Vos profils" />
        </Carte>
      ) : null}
      <Carte titre="Fournis avec Passerelle" suite={accorder(livres.length, 'profil')} sansMarge>
        <p className={styles.explication}>
          {insecables(
            'Un financeur demande autre chose ? Copiez le profil le plus proche : dans la copie, ôtez une partie, ajoutez un chiffre, changez l’ordre. L’original reste tel quel.',
          )}
        </p>
        <Liste profils={livres} tous={profils} nom="Profils fournis" />
      </Carte>
    </div>
  );
}

function Liste(props: { profils: readonly ProfilLu[]; tous: readonly ProfilLu[]; nom: string }) {
  return (
    <ul className={styles.liste} aria-label={props.nom}>
      {props.profils.map((profil) => (
        <Rangee key={profil.code} profil={profil} tous={props.tous} />
      ))}
    </ul>
  );
}

function Rangee({ profil, tous }: { profil: ProfilLu; tous: readonly ProfilLu[] }) {
  const aller = useNavigate();
  const { code, nom, propre, contenu } = profil;
  const parties = contenu.sections.map(({ titre }) => titre).join(' · ');
  return (
    <li className={styles.rangee}>
      <div className={styles.quoi}>
        <Link to={adresseProfil(code)}>{insecables(nom)}</Link>
        <p>{insecables(pourQui(profil, tous))}</p>
        <p className={styles.parties} title={parties}>
          {parties}
        </p>
      </div>
      <span className={styles.taille}>{direTaille(contenu)}</span>
      <div className={styles.gestes}>
        {propre ? (
          <Button
            component={Link}
            to={adresseProfil(code)}
            size="xs"
            variant="default"
            leftSection={<IconPencil size={15} stroke={1.6} />}
            aria-label={`Modifier ${nom}`}
          >
            Modifier
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={15} stroke={1.6} />}
          aria-label={`Copier ${nom}`}
          onClick={() => void copier(profil, (copie) => aller(adresseProfil(copie)))}
        >
          Copier
        </Button>
        {propre ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={`Retirer ${nom}`}
            title="Retirer"
            onClick={() => void retirer(profil)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        ) : null}
      </div>
    </li>
  );
}
