import type { ImmersionsListe } from '../../shared/immersions/liste.ts';
import { OBJETS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { useLecture } from '../app/operations.ts';
import styles from '../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../components/filtres-choisis.tsx';
import { avecCourant, avecNombre, Choix, useReferents } from '../reseau/filtres-liste.tsx';
import { type Changer, SANS_FILTRE } from './filtres.ts';

interface Props {
  filtres: ImmersionsListe;
  changer: Changer;
}

function useChoix() {
  const { data } = useLecture('immersions.facettes', {});
  return {
    annees: (data?.annees ?? []).map(({ annee, nombre }) => avecNombre(String(annee), String(annee), nombre)),
    salaries: (data?.salaries ?? []).map(({ id, nom, nombre }) => avecNombre(id, nom, nombre)),
    organisations: (data?.organisations ?? []).map(({ id, nom, nombre }) => avecNombre(id, nom, nombre)),
    /** Name of a person or of a host by its id. */
    nomDe: (id: string) =>
      [...(data?.salaries ?? []), ...(data?.organisations ?? [])].find((facette) => facette.id === id)?.nom,
  };
}

function Panneau({ filtres, changer }: Props) {
  const { annees, salaries, organisations } = useChoix();
  const referents = useReferents();
  return (
    <div className={styles.panneau}>
      <Choix
        label="Année du premier jour"
        tous="Toutes les années"
        data={avecCourant(annees, filtres.annee === null ? '' : String(filtres.annee))}
        value={filtres.annee === null ? '' : String(filtres.annee)}
        onChange={(annee) => changer({ annee: annee === '' ? null : Number(annee) })}
      />
      <Choix
        label="Objet"
        tous="Tous les objets"
        data={OBJETS.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
        value={filtres.objet}
        onChange={(objet) => changer({ objet: objet as ImmersionsListe['objet'] })}
      />
      <Choix
        label="Bénéficiaire"
        tous="Toutes les personnes"
        recherche
        data={avecCourant(salaries, filtres.salarieId ?? '')}
        value={filtres.salarieId ?? ''}
        onChange={(id) => changer({ salarieId: id || undefined })}
      />
      <Choix
        label="Structure d’accueil"
        tous="Toutes les structures"
        recherche
        data={avecCourant(organisations, filtres.organisationId ?? '')}
        value={filtres.organisationId ?? ''}
        onChange={(id) => changer({ organisationId: id || undefined })}
      />
      <Choix
        label="Référent"
        tous="Toute l’équipe"
        data={avecCourant(referents, filtres.referent)}
        value={filtres.referent}
        onChange={(referent) => changer({ referent })}
      />
    </div>
  );
}

/** Each filter in words, and what takes it away. */
function usePuces(filtres: ImmersionsListe): Puce<ImmersionsListe>[] {
  const { nomDe } = useChoix();
  const referents = useReferents();
  const { annee, objet, salarieId, organisationId, referent } = filtres;
  const membre = referents.find(({ value }) => value === referent)?.label ?? 'ancien membre';
  return [
    annee !== null && { mots: `Commencées en ${annee}`, sans: { annee: null } },
    objet !== '' && { mots: label(OBJETS, objet), sans: { objet: '' as const } },
    salarieId !== undefined && {
      mots: nomDe(salarieId) ?? 'Une personne',
      sans: { salarieId: undefined },
    },
    organisationId !== undefined && {
      mots: nomDe(organisationId) ?? 'Un accueil',
      sans: { organisationId: undefined },
    },
    referent !== '' && {
      mots: `Référent : ${membre.toLowerCase() === 'personne' ? 'personne' : membre}`,
      sans: { referent: '' },
    },
  ].filter((puce) => puce !== false);
}

/** What narrows the list, each with its way out. */
export function PucesFiltres({ filtres, changer }: Props) {
  return (
    <FiltresChoisis
      puces={usePuces(filtres)}
      changer={changer}
      tout={{ ...SANS_FILTRE, recherche: filtres.recherche }}
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
