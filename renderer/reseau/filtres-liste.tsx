import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { formaterNombre, nomCourt } from '../../shared/format.ts';
import { label, type Nomenclature } from '../../shared/nomenclatures/nomenclature.ts';
import { IMPLICATIONS, STADES, TAILLES } from '../../shared/nomenclatures/reseau.ts';
import { NATURES } from '../../shared/nomenclatures/sollicitations.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';
import type { ListeFiltres } from '../../shared/reseau/liste.ts';
import { useListe } from '../app/listes.ts';
import { useLecture } from '../app/operations.ts';
import styles from '../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../components/filtres-choisis.tsx';
import { DEFAUTS } from './filtres.ts';

type Changer = (changements: Partial<ListeFiltres>) => void;
interface Props {
  filtres: ListeFiltres;
  changer: Changer;
}

const choixDe = (liste: Nomenclature) =>
  liste.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }));

/** The dropdown stays inside the panel: a click in it must not close the panel. */
const DEDANS = { withinPortal: false } as const;

/** One filter of a panel: everything while nothing is chosen. */
export function Choix(props: {
  label: string;
  tous: string;
  data: { value: string; label: string }[];
  value: string;
  onChange: (valeur: string) => void;
  recherche?: boolean;
  disabled?: boolean;
}) {
  return (
    <Select
      label={props.label}
      placeholder={props.tous}
      data={props.data}
      clearable
      clearButtonProps={{ 'aria-label': props.tous }}
      searchable={props.recherche}
      nothingFoundMessage="Rien de ce nom."
      limit={200}
      disabled={props.disabled}
      comboboxProps={DEDANS}
      value={props.value || null}
      onChange={(valeur) => props.onChange(valeur ?? '')}
    />
  );
}

/** `Nord (12)`. */
export const avecNombre = (valeur: string, nom: string, nombre: number) => ({
  value: valeur,
  label: `${nom} (${formaterNombre(nombre)})`,
});

/** The team as a filter, with the one who looks, and nobody. */
export function useReferents() {
  const { data } = useLecture('parametres.get', {});
  return [
    { value: 'moi', label: 'Moi' },
    { value: 'aucun', label: 'Personne' },
    ...(data?.membres ?? []).map(({ id, prenom, nom }) => ({ value: id, label: `${prenom} ${nom}`.trim() })),
  ];
}

/** What is offered, and what is chosen even when it no longer exists: it stays readable while it filters. */
export function avecCourant(data: { value: string; label: string }[], courant: string) {
  return courant === '' || data.some(({ value }) => value === courant)
    ? data
    : [...data, { value: courant, label: courant }];
}

function Panneau({ filtres, changer }: Props) {
  const { data: villes = [] } = useLecture('reseau.villes', {});
  const { data: facettes } = useLecture('reseau.facettes', {});
  const roles = useListe('roles');
  const secteurs = useListe('secteurs');
  const conditions = useListe('conditions');
  const referents = useReferents();
  return (
    <div className={styles.panneau}>
      <MultiSelect
        label="Stade"
        placeholder={filtres.stades.length === 0 ? 'Tous les stades' : undefined}
        clearable
        clearButtonProps={{ 'aria-label': 'Tous les stades' }}
        comboboxProps={DEDANS}
        data={choixDe(STADES)}
        value={filtres.stades}
        onChange={(stades) => changer({ stades: stades as ListeFiltres['stades'] })}
      />
      <Choix
        label="Référent"
        tous="Toute l’équipe"
        data={avecCourant(referents, filtres.referent)}
        value={filtres.referent}
        onChange={(referent) => changer({ referent })}
      />
      <Choix
        label="Ville"
        tous="Toutes les villes"
        recherche
        data={avecCourant(
          villes.map(({ ville, nombre }) => avecNombre(ville, ville, nombre)),
          filtres.ville,
        )}
        value={filtres.ville}
        onChange={(ville) => changer({ ville })}
      />
      <Choix
        label="Zone"
        tous="Toutes les zones"
        recherche
        data={avecCourant(
          (facettes?.zones ?? []).map(({ zone, nombre }) => avecNombre(zone, zone, nombre)),
          filtres.zone,
        )}
        value={filtres.zone}
        onChange={(zone) => changer({ zone })}
      />
      <Choix
        label="Type d’organisation"
        tous="Tous les types"
        data={choixDe(GENRES_ORGANISATION)}
        value={filtres.genre}
        onChange={(genre) => changer({ genre: genre as ListeFiltres['genre'] })}
      />
      <Choix
        label="Rôle"
        tous="Tous les rôles"
        data={roles.choix([filtres.role])}
        value={filtres.role}
        onChange={(role) => changer({ role })}
      />
      <Choix
        label="Secteur"
        tous="Tous les secteurs"
        recherche
        data={secteurs.choix([filtres.secteur])}
        value={filtres.secteur}
        onChange={(secteur) => changer({ secteur })}
      />
      <Choix
        label="Taille"
        tous="Toutes les tailles"
        data={choixDe(TAILLES)}
        value={filtres.taille}
        onChange={(taille) => changer({ taille: taille as ListeFiltres['taille'] })}
      />
      <Choix
        label="Métier exercé"
        tous="Tous les métiers"
        recherche
        data={avecCourant(
          (facettes?.metiers ?? []).map(({ cle, libelle, nombre }) => avecNombre(cle, libelle, nombre)),
          filtres.metier,
        )}
        value={filtres.metier}
        onChange={(metier) => changer({ metier })}
      />
      <MultiSelect
        label="Conditions d’accueil"
        placeholder={filtres.conditions.length === 0 ? 'Sans condition' : undefined}
        clearable
        clearButtonProps={{ 'aria-label': 'Sans condition' }}
        comboboxProps={DEDANS}
        data={conditions.choix(filtres.conditions)}
        value={filtres.conditions}
        onChange={(choisies) => changer({ conditions: choisies })}
      />
      <Choix
        label="Implication"
        tous="Quelle qu’elle soit"
        data={choixDe(IMPLICATIONS)}
        value={filtres.implication}
        onChange={(implication) =>
          changer({
            implication: implication as ListeFiltres['implication'],
            pour: implication === '' ? '' : filtres.pour,
          })
        }
      />
      <Choix
        label="Pour"
        tous="Toute nature d’action"
        disabled={filtres.implication === ''}
        data={choixDe(NATURES)}
        value={filtres.pour}
        onChange={(pour) => changer({ pour: pour as ListeFiltres['pour'] })}
      />
      <Checkbox
        label="Avec une action prévue"
        checked={filtres.contact === 'relance'}
        onChange={({ currentTarget }) => changer({ contact: currentTarget.checked ? 'relance' : 'tous' })}
      />
      <Checkbox
        label="Celles qui sont archivées"
        checked={filtres.archivees}
        onChange={({ currentTarget }) => changer({ archivees: currentTarget.checked })}
      />
    </div>
  );
}

const VUES: Partial<Record<ListeFiltres['contact'], string>> = {
  retard: 'À relancer',
  dormant: 'En sommeil',
  jamais: 'Jamais contactées',
  saturees: 'Très sollicitées',
  fideliser: 'À fidéliser',
  silence: 'Ne plus contacter',
};

/** Each filter in words, and what takes it away; the views say their own. */
function usePuces(filtres: ListeFiltres): Puce<ListeFiltres>[] {
  const roles = useListe('roles');
  const secteurs = useListe('secteurs');
  const conditions = useListe('conditions');
  const { data: facettes } = useLecture('reseau.facettes', {});
  const { data: parametres } = useLecture('parametres.get', {});
  const membre = parametres?.membres.find(({ id }) => id === filtres.referent);
  const qui = membre ? nomCourt(membre.prenom, membre.nom) : 'ancien membre';
  const metier = facettes?.metiers.find(({ cle }) => cle === filtres.metier);
  const puces: (Puce<ListeFiltres> | null)[] = [
    ...filtres.stades.map((stade) => ({
      mots: label(STADES, stade),
      sans: { stades: filtres.stades.filter((autre) => autre !== stade) },
    })),
    filtres.referent && {
      mots: `Référent : ${{ moi: 'moi', aucun: 'personne' }[filtres.referent] ?? qui}`,
      sans: { referent: '' },
    },
    filtres.ville && { mots: filtres.ville, sans: { ville: '' } },
    filtres.zone && { mots: `Zone : ${filtres.zone}`, sans: { zone: '' } },
    filtres.genre && { mots: label(GENRES_ORGANISATION, filtres.genre), sans: { genre: '' } },
    filtres.role && { mots: roles.libelle(filtres.role), sans: { role: '' } },
    filtres.secteur && { mots: secteurs.libelle(filtres.secteur), sans: { secteur: '' } },
    filtres.taille && { mots: label(TAILLES, filtres.taille), sans: { taille: '' } },
    filtres.metier && { mots: metier?.libelle ?? filtres.metier, sans: { metier: '' } },
    ...filtres.conditions.map((condition) => ({
      mots: conditions.libelle(condition),
      sans: { conditions: filtres.conditions.filter((autre) => autre !== condition) },
    })),
    filtres.implication && {
      mots: `${label(IMPLICATIONS, filtres.implication)}${filtres.pour ? ` : ${label(NATURES, filtres.pour)}` : ''}`,
      sans: { implication: '', pour: '' },
    },
    filtres.contact === 'relance' && { mots: 'Avec une action prévue', sans: { contact: 'tous' } },
    filtres.archivees && { mots: 'Archivées', sans: { archivees: false } },
  ].map((puce) => (puce ? (puce as Puce<ListeFiltres>) : null));
  const retenues = puces.filter((puce) => puce !== null);
  const vue = VUES[filtres.contact];
  // Alone, a view is said by its own link above.
  return vue && retenues.length > 0 ? [{ mots: vue, sans: { contact: 'tous' } }, ...retenues] : retenues;
}

/** What narrows the list, each with its way out. */
export function PucesFiltres({ filtres, changer }: Props) {
  return (
    <FiltresChoisis
      puces={usePuces(filtres)}
      changer={changer}
      tout={{ ...DEFAUTS, recherche: filtres.recherche }}
    />
  );
}

/** Every filter of the list, in one panel. */
export function BoutonFiltres({ filtres, changer }: Props) {
  return (
    <PanneauFiltres nombre={usePuces(filtres).length}>
      <Panneau filtres={filtres} changer={changer} />
    </PanneauFiltres>
  );
}
