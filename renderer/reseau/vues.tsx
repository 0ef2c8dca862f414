import { Button, Checkbox, Group, Menu, Modal, Select, TextInput } from '@mantine/core';
import { IconBookmark, IconChevronDown, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formaterNombre } from '../../shared/format.ts';
import type { ComptesVues, ListeFiltres } from '../../shared/reseau/liste.ts';
import type { Vue } from '../../shared/reseau/vues.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { ecrireFiltres, filtresSeuls, lireFiltres } from './filtres.ts';
import styles from './vues.module.css';

interface Pretes {
  label: string;
  filtres: Partial<ListeFiltres>;
  /** Which of the counts is its own; none for an order of the whole network. */
  compte?: keyof ComptesVues;
}

/** The views everybody has. `mois` follows the one that is asked for. */
const pretes = (mois: number): Pretes[] => [
  { label: 'Tout le réseau', filtres: {}, compte: 'tous' },
  { label: 'Priorités', filtres: { tri: 'priorite' } },
  { label: 'Mon portefeuille', filtres: { referent: 'moi' }, compte: 'portefeuille' },
  { label: 'À relancer', filtres: { contact: 'retard', tri: 'relance' }, compte: 'retard' },
  { label: 'En sommeil', filtres: { contact: 'dormant', tri: 'echange', mois }, compte: 'dormant' },
  { label: 'À fidéliser', filtres: { contact: 'fideliser', tri: 'echange', mois }, compte: 'fideliser' },
  { label: 'Jamais contactées', filtres: { contact: 'jamais' }, compte: 'jamais' },
  { label: 'Très sollicitées', filtres: { contact: 'saturees' }, compte: 'saturees' },
];

/** Those one seldom looks for, in the menu. */
const RARES: Pretes[] = [
  { label: 'Ne plus contacter', filtres: { contact: 'silence' }, compte: 'silence' },
  { label: 'Archivées', filtres: { archivees: true } },
];

const adresseDe = (filtres: Partial<ListeFiltres>) => {
  const adresse = ecrireFiltres(filtres);
  return adresse.size > 0 ? `/reseau?${adresse}` : '/reseau';
};

/** True when these filters are the ones on screen, whatever the order: an order is a view only when it is asked for. */
function estCourante(voulus: Partial<ListeFiltres>, filtres: ListeFiltres): boolean {
  const complets = lireFiltres(ecrireFiltres(voulus));
  const parPriorite = filtres.tri === 'priorite';
  return (
    String(filtresSeuls(complets)) === String(filtresSeuls(filtres)) &&
    complets.recherche === filtres.recherche &&
    (complets.tri === 'priorite') === parPriorite
  );
}

const filtresDe = (vue: Vue): ListeFiltres => lireFiltres(new URLSearchParams(vue.filtres));

function NommerVue(props: {
  operation: 'reseau.saveVue' | 'reseau.renameVue';
  titre: string;
  initial: { nom: string; id?: string; filtres?: Record<string, string> };
  fermer: () => void;
}) {
  const neuve = props.operation === 'reseau.saveVue';
  const { form, envoyer, enCours, refus } = useFormulaire(
    props.operation,
    (neuve ? { partagee: false, ...props.initial } : props.initial) as never,
    props.fermer,
  );
  return (
    <Modal opened onClose={props.fermer} title={props.titre} centered>
      <form
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void envoyer();
        }}
      >
        <TextInput
          label="Nom de la vue"
          placeholder="Bâtiment, à relancer au printemps"
          maxLength={60}
          data-autofocus
          {...form.getInputProps('nom')}
        />
        {neuve ? (
          <Checkbox
            mt="md"
            label="Toute l’équipe la trouve aussi"
            {...form.getInputProps('partagee', { type: 'checkbox' })}
          />
        ) : null}
        <Group mt="lg" justify="flex-end">
          {refus && Object.keys(form.errors).length === 0 ? <span role="alert">{refus}</span> : null}
          <Button variant="default" onClick={props.fermer}>
            Fermer
          </Button>
          <Button type="submit" loading={enCours}>
            Enregistrer
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

async function retirer({ id, nom }: Vue): Promise<void> {
  await appeler('reseau.archiveVue', { id });
  annoncerAnnulable(`La vue « ${nom} » est retirée.`, () => appeler('reseau.restoreVue', { id }));
}

/** The views somebody kept, and what can be done with the one on screen. */
function MesVues({ filtres, comptes }: { filtres: ListeFiltres; comptes: ComptesVues | undefined }) {
  const { data: vues = [] } = useLecture('reseau.vues', {});
  const [fenetre, setFenetre] = useState<'nouvelle' | 'renommer' | null>(null);
  const adresse = ecrireFiltres(filtres);
  const rare = RARES.find(({ filtres: voulus }) => estCourante(voulus, { ...filtres, recherche: '' }));
  const courante = vues.find((vue) => String(ecrireFiltres(filtresDe(vue))) === String(adresse));
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            className={styles.mesVues}
            data-courante={(courante ?? rare) ? true : undefined}
            leftSection={<IconBookmark size={15} stroke={1.7} />}
            rightSection={<IconChevronDown size={14} stroke={1.8} />}
          >
            {courante?.nom ?? rare?.label ?? 'Mes vues'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {vues.map((vue) => (
            <Menu.Item
              key={vue.id}
              component={Link}
              to={adresseDe(filtresDe(vue))}
              aria-current={vue.id === courante?.id ? 'page' : undefined}
              rightSection={vue.partagee ? <span className={styles.partagee}>équipe</span> : null}
            >
              <span className={styles.nomVue}>{vue.nom}</span>
            </Menu.Item>
          ))}
          {vues.length === 0 ? (
            <p className={styles.aucune}>
              Gardez sous un nom les filtres qui vous servent souvent : ils seront ici.
            </p>
          ) : null}
          <Menu.Divider />
          {RARES.map(({ label, filtres: voulus, compte }) => (
            <Menu.Item
              key={label}
              component={Link}
              to={adresseDe(voulus)}
              rightSection={
                compte && comptes ? (
                  <span className={styles.partagee}>{formaterNombre(comptes[compte])}</span>
                ) : null
              }
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {courante ? (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} stroke={1.6} />}
                onClick={() => setFenetre('renommer')}
              >
                Renommer cette vue
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.6} />}
                onClick={() => retirer(courante).catch(annoncerRefus)}
              >
                Retirer cette vue
              </Menu.Item>
            </>
          ) : (
            <Menu.Item
              leftSection={<IconPlus size={16} stroke={1.6} />}
              onClick={() => setFenetre('nouvelle')}
            >
              Garder ces filtres sous un nom
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {fenetre === 'nouvelle' ? (
        <NommerVue
          operation="reseau.saveVue"
          titre="Garder cette vue"
          initial={{ nom: '', filtres: Object.fromEntries(adresse) }}
          fermer={() => setFenetre(null)}
        />
      ) : null}
      {fenetre === 'renommer' && courante ? (
        <NommerVue
          operation="reseau.renameVue"
          titre="Renommer cette vue"
          initial={{ id: courante.id, nom: courante.nom }}
          fermer={() => setFenetre(null)}
        />
      ) : null}
    </>
  );
}

/** Ways of looking at the network, each a link with its number, then those one keeps. */
export function Vues({ filtres }: { filtres: ListeFiltres }) {
  const { data: comptes } = useLecture(
    'reseau.comptesVues',
    { mois: filtres.mois },
    { garderPrecedent: true },
  );
  return (
    <nav className={styles.vues} aria-label="Vues du réseau">
      {pretes(filtres.mois).map(({ label, filtres: voulus, compte }) => {
        const courante = estCourante(voulus, { ...filtres, recherche: '' });
        const nombre = compte === undefined ? undefined : comptes?.[compte];
        // An empty view is no use to anybody, unless one is in it.
        if (!courante && compte !== undefined && compte !== 'tous' && !nombre) return null;
        return (
          <Link
            key={label}
            to={adresseDe(voulus)}
            className={styles.vue}
            aria-current={courante ? 'page' : undefined}
          >
            {label}
            {nombre === undefined ? null : <span>{formaterNombre(nombre)}</span>}
          </Link>
        );
      })}
      <MesVues filtres={filtres} comptes={comptes} />
    </nav>
  );
}

const DUREES = [3, 6, 9, 12, 18, 24, 36];

/** Since how long, for the views that speak of a silence. */
export function DepuisMois({ mois, changer }: { mois: number; changer: (mois: number) => void }) {
  const durees = [...new Set([...DUREES, mois])].sort((a, b) => a - b);
  return (
    <Select
      aria-label="Sans échange depuis"
      className={styles.depuis}
      allowDeselect={false}
      data={durees.map((duree) => ({ value: String(duree), label: `depuis ${duree} mois` }))}
      value={String(mois)}
      onChange={(choisi) => changer(Number(choisi))}
    />
  );
}
