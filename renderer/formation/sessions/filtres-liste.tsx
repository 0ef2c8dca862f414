import type { SessionsListe } from '../../../shared/formation/liste-sessions.ts';
import { GENRES_FORMATION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import styles from '../../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../../components/filtres-choisis.tsx';
import { avecCourant, avecNombre, Choix } from '../../reseau/filtres-liste.tsx';
import { type Changer, SANS_FILTRE } from './filtres.ts';

interface Props {
  filtres: SessionsListe;
  changer: Changer;
}

function Panneau({ filtres, changer }: Props) {
  const { data } = useLecture('formation.sessionsFacettes', {});
  const facettes = (liste: { id: string; nom: string; nombre: number }[] = []) =>
    liste.map(({ id, nom, nombre }) => avecNombre(id, nom, nombre));
  const annees = (data?.annees ?? []).map(({ annee, nombre }) =>
    avecNombre(String(annee), String(annee), nombre),
  );
  const annee = filtres.annee === null ? '' : String(filtres.annee);
  return (
    <div className={styles.panneau}>
      <Choix
        label="Année"
        tous="Toutes les années"
        data={avecCourant(annees, annee)}
        value={annee}
        onChange={(dite) => changer({ annee: dite === '' ? null : Number(dite) })}
      />
      <Choix
        label="Genre"
        tous="Tous les genres"
        data={GENRES_FORMATION.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
        value={filtres.genre}
        onChange={(genre) => changer({ genre: genre as SessionsListe['genre'] })}
      />
      <Choix
        label="Thème"
        tous="Tous les thèmes"
        recherche
        data={avecCourant(facettes(data?.themes), filtres.theme)}
        value={filtres.theme}
        onChange={(theme) => changer({ theme })}
      />
      <Choix
        label="Support d’activité"
        tous="Tous les supports"
        data={avecCourant(facettes(data?.supports), filtres.support)}
        value={filtres.support}
        onChange={(support) => changer({ support })}
      />
      <Choix
        label="Organisme"
        tous="Tous les organismes"
        recherche
        data={avecCourant(facettes(data?.organismes), filtres.organismeId ?? '')}
        value={filtres.organismeId ?? ''}
        onChange={(id) => changer({ organismeId: id || undefined })}
      />
    </div>
  );
}

/** Each filter in words, and what takes it away. */
function usePuces(filtres: SessionsListe): Puce<SessionsListe>[] {
  const { data } = useLecture('formation.sessionsFacettes', {});
  const { annee, genre, theme, support, organismeId, actionId } = filtres;
  const action = useLecture('formation.action', { id: actionId ?? '' }, { actif: actionId !== undefined });
  const themes = useListe('themes_formation');
  const supports = useListe('supports');
  return [
    annee !== null && { mots: `En ${annee}`, sans: { annee: null } },
    genre !== '' && { mots: label(GENRES_FORMATION, genre), sans: { genre: '' as const } },
    theme !== '' && { mots: themes.libelle(theme), sans: { theme: '' } },
    support !== '' && { mots: supports.libelle(support), sans: { support: '' } },
    organismeId !== undefined && {
      mots: data?.organismes.find(({ id }) => id === organismeId)?.nom ?? 'Un organisme',
      sans: { organismeId: undefined },
    },
    actionId !== undefined && {
      mots: action.data?.titre ?? 'Une action',
      sans: { actionId: undefined },
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
