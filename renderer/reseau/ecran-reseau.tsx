import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import { accorder } from '../../shared/format.ts';
import type { ListeFiltres } from '../../shared/reseau/liste.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import type { TableRef } from '../components/table-virtuelle.tsx';
import { MenuEcrire } from '../visites/ecrire.tsx';
import { DEFAUTS, sansFiltre, useFiltres } from './filtres.ts';
import { BoutonFiltres, PucesFiltres } from './filtres-liste.tsx';
import { MenuPlus } from './menu-plus.tsx';
import styles from './reseau.module.css';
import { BarreSelection, useSelection } from './selection.tsx';
import { Tableau } from './tableau.tsx';
import { DepuisMois, Vues } from './vues.tsx';

function ReseauVide() {
  return (
    <Carte sansMarge>
      <EtatVide
        titre="Votre réseau commence ici"
        actions={
          <>
            <Button component={Link} to="/reseau/importer" leftSection={<IconUpload size={16} />}>
              Importer une liste
            </Button>
            <Button
              component={Link}
              to="/reseau/nouvelle"
              variant="default"
              leftSection={<IconPlus size={16} />}
            >
              Nouvelle organisation
            </Button>
          </>
        }
      >
        Vous avez déjà un carnet d’adresses dans Excel ? Importez-le : Passerelle reconnaît les colonnes,
        repère les doublons et ne perd rien. Sinon, ajoutez une première entreprise, mairie ou association.
      </EtatVide>
    </Carte>
  );
}

function SansReponse({ filtres, effacer }: { filtres: ListeFiltres; effacer: () => void }) {
  const { recherche } = filtres;
  return (
    <EtatVide
      titre={recherche ? `Rien ne correspond à « ${recherche} »` : 'Aucune organisation ici'}
      actions={
        <>
          <Button variant="default" onClick={effacer}>
            Voir tout le réseau
          </Button>
          {recherche ? (
            <Button component={Link} to={`/reseau/nouvelle?nom=${encodeURIComponent(recherche)}`}>
              Ajouter cette organisation
            </Button>
          ) : null}
        </>
      }
    >
      {recherche
        ? 'Essayez une partie du nom, de la ville, du téléphone ou le nom d’un interlocuteur.'
        : 'Aucune organisation ne répond à ces filtres.'}
    </EtatVide>
  );
}

/** The list of the network: found, filtered, sorted and opened from the keyboard as well as with the mouse. */
export function EcranReseau() {
  useGarderPlace();
  const [filtres, changer] = useFiltres();
  const [total, setTotal] = useState<number | null>(null);
  const tableau = useRef<TableRef>(null);
  const surTotal = useCallback((nombre: number) => setTotal(nombre), []);
  const vide = total === 0 && sansFiltre(filtres);
  const effacer = () => changer(DEFAUTS);
  const selection = useSelection(filtres);

  return (
    <>
      <TetePage
        titre="Réseau"
        sous="Employeurs, collectivités, associations et structures"
        actions={
          vide ? undefined : (
            <>
              <MenuPlus />
              <MenuEcrire />
              <BoutonExporter operation="reseau.export" entree={filtres} />
              <Button
                component={Link}
                to="/reseau/importer"
                variant="default"
                leftSection={<IconUpload size={16} stroke={1.6} />}
              >
                Importer
              </Button>
              <Button component={Link} to="/reseau/nouvelle" leftSection={<IconPlus size={16} />}>
                Nouvelle organisation
              </Button>
            </>
          )
        }
      />
      {vide ? (
        <ReseauVide />
      ) : (
        <>
          <Vues filtres={filtres} />
          <PucesFiltres filtres={filtres} changer={changer} />
          <search className={styles.outils}>
            <ChampRecherche
              className={styles.recherche}
              label="Chercher dans le réseau"
              placeholder="Nom, ville, téléphone, interlocuteur, activité…"
              recherche={filtres.recherche}
              chercher={(recherche) => changer({ recherche })}
              descendre={() => tableau.current?.entrer()}
            />
            {filtres.contact === 'dormant' || filtres.contact === 'fideliser' ? (
              <DepuisMois mois={filtres.mois} changer={(mois) => changer({ mois })} />
            ) : null}
            <BoutonFiltres filtres={filtres} changer={changer} />
            <output className={styles.compte}>{total === null ? '' : accorder(total, 'organisation')}</output>
          </search>
        </>
      )}
      <div className={styles.liste} data-vide={total === 0 || undefined}>
        <Tableau
          ref={tableau}
          filtres={filtres}
          surTotal={surTotal}
          selection={selection}
          trier={(tri, sens) => changer({ tri, sens })}
        />
      </div>
      <BarreSelection selection={selection} total={total} filtres={filtres} />
      {total === 0 && !vide ? (
        <Carte sansMarge>
          <SansReponse filtres={filtres} effacer={effacer} />
        </Carte>
      ) : null}
    </>
  );
}
