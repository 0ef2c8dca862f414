import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconFileImport, IconPhone } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Carte, TetePage } from '../components/page.tsx';
import { useNoter } from '../sollicitations/noter.tsx';
import styles from './aujourdhui.module.css';

/** The first morning: nothing in the base yet, three ways to begin. */
export function PremiersPas({ titre }: { titre: string }) {
  const { ouvrir } = useNoter();
  return (
    <>
      <TetePage
        titre={titre}
        sous="Votre réseau d’employeurs commence ici. Une liste existe déjà quelque part, dans un tableau ou un carnet ?"
      />
      <div className={styles.pas}>
        <Carte>
          <IconFileImport size={26} stroke={1.5} />
          <h2>Reprendre votre liste</h2>
          <p>
            Un fichier Excel, une liste CSV ou un carnet d’adresses suffit. Passerelle reconnaît les colonnes,
            montre tout avant d’écrire, et sait revenir en arrière.
          </p>
          <Button component={Link} to="/reseau/importer">
            Importer une liste
          </Button>
        </Carte>
        <Carte>
          <IconBuildingCommunity size={26} stroke={1.5} />
          <h2>Commencer par une fiche</h2>
          <p>
            Un nom suffit pour créer une organisation ; l’adresse, le SIRET et les interlocuteurs viendront
            ensuite.
          </p>
          <Button component={Link} to="/reseau/nouvelle" variant="default">
            Créer une première fiche
          </Button>
        </Carte>
        <Carte>
          <IconPhone size={26} stroke={1.5} />
          <h2>Noter un appel</h2>
          <p>
            Vous sortez d’un rendez-vous ? Notez-le : l’organisation se crée au passage, et la suite à donner
            vous attendra ici.
          </p>
          <Button variant="default" onClick={() => ouvrir()}>
            Noter un échange
          </Button>
        </Carte>
      </div>
    </>
  );
}
