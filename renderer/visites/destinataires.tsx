import { ActionIcon, Button, Combobox, Select, TextInput, useCombobox } from '@mantine/core';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { accorder } from '../../shared/format.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';
import type { ListeFiltres } from '../../shared/reseau/liste.ts';
import { civiliteNom } from '../../shared/visites/regles.ts';
import { type DestinataireSaisi, ENVOI_MAX, type Envoi, type Retenu } from '../../shared/visites/schema.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { Carte } from '../components/page.tsx';
import styles from './visites.module.css';

const PERSONNE = 'personne';

/** Lines drawn at first: five hundred selects would be slow to draw, and nobody reads them all. */
const MONTRES = 40;

/** Who the letter or the e-mail goes to: chosen one by one or by filters, each with the person it speaks to. */
export function Destinataires(props: {
  choisis: readonly DestinataireSaisi[];
  envoi: Envoi | undefined;
  changer: (choisis: DestinataireSaisi[]) => void;
}) {
  const { choisis, envoi, changer } = props;
  const [tous, setTous] = useState(false);
  const retirer = (id: string) => changer(choisis.filter(({ organisationId }) => organisationId !== id));
  const ajouter = (ids: readonly string[]) => {
    const deja = new Set(choisis.map(({ organisationId }) => organisationId));
    const nouveaux = ids.filter((id) => !deja.has(id)).map((organisationId) => ({ organisationId }));
    changer([...choisis, ...nouveaux].slice(0, ENVOI_MAX));
  };
  const adresser = (id: string, interlocuteurId: string | null) =>
    changer(
      choisis.map((destinataire) =>
        destinataire.organisationId === id ? { ...destinataire, interlocuteurId } : destinataire,
      ),
    );
  const retenus = envoi?.retenus ?? [];
  const montres = tous ? retenus : retenus.slice(0, MONTRES);
  return (
    <Carte
      titre="Destinataires"
      suite={
        <span className={styles.outilsCarte}>
          {retenus.length > 0 ? accorder(retenus.length, 'organisation') : null}
          {choisis.length > 0 && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => changer([])}>
              Tout retirer
            </Button>
          )}
        </span>
      }
    >
      <Ajout ajouter={ajouter} />
      {montres.length > 0 && (
        <ul className={styles.destinataires} aria-label="Destinataires retenus">
          {montres.map((retenu) => (
            <Ligne
              key={retenu.organisationId}
              retenu={retenu}
              adresser={adresser}
              retirer={() => retirer(retenu.organisationId)}
            />
          ))}
        </ul>
      )}
      {retenus.length > montres.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setTous(true)}>
          Montrer les {retenus.length - montres.length} autres
        </Button>
      )}
      {envoi && envoi.ecartes.length > 0 && (
        <div className={styles.ecartes}>
          <strong>{accorder(envoi.ecartes.length, 'organisation écartée', 'organisations écartées')}</strong>
          <ul>
            {envoi.ecartes.map(({ organisationId, nom, motif }) => (
              <li key={organisationId}>
                <span>
                  {nom} : {motif}
                </span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={`Retirer ${nom} de la liste`}
                  onClick={() => retirer(organisationId)}
                >
                  <IconX size={14} stroke={1.8} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Carte>
  );
}

function Ligne(props: {
  retenu: Retenu;
  adresser: (id: string, interlocuteurId: string | null) => void;
  retirer: () => void;
}) {
  const { retenu, adresser } = props;
  const joignables = retenu.personnes.filter(({ opposee }) => !opposee);
  return (
    <li>
      <span className={styles.nomDestinataire}>
        <strong>{retenu.nom}</strong>
        <small>{retenu.ville}</small>
      </span>
      {joignables.length > 0 ? (
        <Select
          size="xs"
          aria-label={`À l’attention de, ${retenu.nom}`}
          allowDeselect={false}
          data={[
            ...joignables.map((personne) => ({
              value: personne.id,
              label: [civiliteNom(personne), personne.intitule].filter(Boolean).join(', '),
            })),
            { value: PERSONNE, label: 'Personne en particulier' },
          ]}
          value={retenu.interlocuteurId ?? PERSONNE}
          onChange={(choix) => adresser(retenu.organisationId, choix === PERSONNE ? null : choix)}
        />
      ) : (
        <small className={styles.discret}>sans interlocuteur</small>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={`Retirer ${retenu.nom}`}
        onClick={props.retirer}
      >
        <IconX size={15} stroke={1.8} />
      </ActionIcon>
    </li>
  );
}

/** One by one, or all those a filter keeps. */
function Ajout({ ajouter }: { ajouter: (ids: readonly string[]) => void }) {
  const [parFiltre, setParFiltre] = useState(false);
  return (
    <div className={styles.ajout}>
      <Recherche ajouter={(id) => ajouter([id])} />
      <Button
        variant="default"
        aria-expanded={parFiltre}
        leftSection={<IconPlus size={15} stroke={1.8} />}
        onClick={() => setParFiltre(!parFiltre)}
      >
        Par filtre
      </Button>
      {parFiltre && <ParFiltre ajouter={ajouter} />}
    </div>
  );
}

function Recherche({ ajouter }: { ajouter: (id: string) => void }) {
  const [recherche, setRecherche] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data = [] } = useLecture(
    'reseau.suggest',
    { recherche: recherche.trim(), nombre: 8 },
    { garderPrecedent: true, actif: recherche.trim() !== '' },
  );
  const proposees = recherche.trim() === '' ? [] : data;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        ajouter(id);
        setRecherche('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          className={styles.recherche}
          aria-label="Ajouter une organisation"
          placeholder="Ajouter une organisation : nom, ville…"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          autoComplete="off"
          maxLength={200}
          value={recherche}
          onChange={({ currentTarget }) => {
            setRecherche(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={proposees.length === 0}>
        <Combobox.Options aria-label="Organisations trouvées">
          {proposees.map(({ id, nom, ville }) => (
            <Combobox.Option key={id} value={id}>
              {nom}
              {ville ? ` · ${ville}` : ''}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const CONTACTS = [
  { value: 'jamais', label: 'Jamais contactées' },
  { value: 'dormant', label: 'Sans échange depuis six mois' },
  { value: 'relance', label: 'Avec une action prévue' },
];

const PAGE = 200;

function ParFiltre({ ajouter }: { ajouter: (ids: readonly string[]) => void }) {
  const [genre, setGenre] = useState('');
  const [ville, setVille] = useState('');
  const [contact, setContact] = useState('');
  const [attente, setAttente] = useState(false);
  const { data: villes = [] } = useLecture('reseau.villes', {});
  const filtres = {
    genre: genre as ListeFiltres['genre'],
    ville,
    contact: (contact || 'tous') as ListeFiltres['contact'],
  };
  const { data } = useLecture('reseau.list', { ...filtres, nombre: 1 }, { garderPrecedent: true });
  const total = data?.total ?? 0;
  async function tous() {
    setAttente(true);
    try {
      const ids: string[] = [];
      for (let debut = 0; debut < Math.min(total, ENVOI_MAX); debut += PAGE) {
        const { lignes } = await appeler('reseau.list', { ...filtres, debut, nombre: PAGE });
        ids.push(...lignes.map(({ id }) => id));
      }
      ajouter(ids);
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setAttente(false);
    }
  }
  return (
    <div className={styles.parFiltre}>
      <Select
        aria-label="Type d’organisation"
        placeholder="Tous les types"
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les types' }}
        data={GENRES_ORGANISATION.valeurs.map(({ code, label }) => ({ value: code, label }))}
        value={genre || null}
        onChange={(choix) => setGenre(choix ?? '')}
      />
      <Select
        aria-label="Ville"
        placeholder="Toutes les villes"
        clearable
        clearButtonProps={{ 'aria-label': 'Toutes les villes' }}
        searchable
        limit={200}
        nothingFoundMessage="Aucune ville ne porte ce nom."
        data={villes.map((celle) => celle.ville)}
        value={ville || null}
        onChange={(choix) => setVille(choix ?? '')}
      />
      <Select
        aria-label="Contact"
        placeholder="Tous les contacts"
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les contacts' }}
        data={CONTACTS}
        value={contact || null}
        onChange={(choix) => setContact(choix ?? '')}
      />
      <Button variant="light" loading={attente} disabled={total === 0} onClick={() => void tous()}>
        {total > ENVOI_MAX
          ? `Ajouter les ${ENVOI_MAX} premières sur ${total}`
          : total === 0
            ? 'Aucune organisation'
            : `Ajouter ${accorder(total, 'organisation')}`}
      </Button>
    </div>
  );
}
