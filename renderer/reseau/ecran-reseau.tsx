import { Button, Select } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'react-router';
import { accorder, formaterNombre } from '../../shared/format.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';
import type { ListeFiltres } from '../../shared/reseau/liste.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { useLecture } from '../app/operations.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { MenuEcrire } from '../visites/ecrire.tsx';
import { sansFiltre, useFiltres } from './filtres.ts';
import { LienDoublons } from './fusion/lien-doublons.tsx';
import { MenuPlus } from './menu-plus.tsx';
import styles from './reseau.module.css';
import { Tableau, type TableauRef } from './tableau.tsx';

type Changer = (changements: Partial<ListeFiltres>) => void;

const CONTACTS = [
  { value: 'jamais', label: 'Jamais contactées' },
  { value: 'dormant', label: 'Sans échange depuis six mois' },
  { value: 'relance', label: 'Avec une action prévue' },
  { value: 'archivees', label: 'Archivées' },
];

function Filtres({ filtres, changer }: { filtres: ListeFiltres; changer: Changer }) {
  const { data: villes = [] } = useLecture('reseau.villes', {});
  const contact = filtres.archivees ? 'archivees' : filtres.contact === 'tous' ? null : filtres.contact;
  return (
    <>
      <Select
        aria-label="Type d’organisation"
        placeholder="Tous les types"
        className={styles.filtre}
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les types' }}
        data={GENRES_ORGANISATION.valeurs.map(({ code, label }) => ({ value: code, label }))}
        value={filtres.genre || null}
        onChange={(genre) => changer({ genre: (genre ?? '') as ListeFiltres['genre'] })}
      />
      <Select
        aria-label="Ville"
        placeholder="Toutes les villes"
        className={styles.filtre}
        clearable
        clearButtonProps={{ 'aria-label': 'Toutes les villes' }}
        searchable
        limit={200}
        nothingFoundMessage="Aucune ville ne porte ce nom."
        data={villes.map(({ ville }) => ville)}
        renderOption={({ option }) => (
          <span className={styles.optionVille}>
            <span>{option.label}</span>
            <span>{formaterNombre(villes.find(({ ville }) => ville === option.value)?.nombre ?? 0)}</span>
          </span>
        )}
        value={filtres.ville || null}
        onChange={(ville) => changer({ ville: ville ?? '' })}
      />
      <Select
        aria-label="Contact"
        placeholder="Tous les contacts"
        className={styles.filtreLarge}
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les contacts' }}
        data={CONTACTS}
        value={contact}
        onChange={(choix) =>
          changer(
            choix === 'archivees'
              ? { archivees: true, contact: 'tous' }
              : { archivees: false, contact: (choix ?? 'tous') as ListeFiltres['contact'] },
          )
        }
      />
    </>
  );
}

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
  const tableau = useRef<TableauRef>(null);
  const surTotal = useCallback((nombre: number) => setTotal(nombre), []);
  const vide = total === 0 && sansFiltre(filtres);
  const effacer = () => changer({ recherche: '', genre: '', ville: '', contact: 'tous', archivees: false });

  return (
    <>
      <TetePage
        titre="Réseau"
        sous={
          <>
            Employeurs, collectivités, associations et structures qui vous entourent
            <LienDoublons />
          </>
        }
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
        <search className={styles.outils}>
          <ChampRecherche
            className={styles.recherche}
            label="Chercher dans le réseau"
            placeholder="Nom, ville, téléphone, interlocuteur, activité…"
            recherche={filtres.recherche}
            chercher={(recherche) => changer({ recherche })}
            descendre={() => tableau.current?.entrer()}
          />
          <Filtres filtres={filtres} changer={changer} />
          <output className={styles.compte}>{total === null ? '' : accorder(total, 'organisation')}</output>
        </search>
      )}
      <div className={styles.liste} data-vide={total === 0 || undefined}>
        <Tableau
          ref={tableau}
          filtres={filtres}
          surTotal={surTotal}
          trier={(tri, sens) => changer({ tri, sens })}
        />
      </div>
      {total === 0 && !vide ? (
        <Carte sansMarge>
          <SansReponse filtres={filtres} effacer={effacer} />
        </Carte>
      ) : null}
    </>
  );
}
