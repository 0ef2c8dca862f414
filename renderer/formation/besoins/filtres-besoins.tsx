import { ORIGINES_BESOIN, PRIORITES_BESOIN } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import styles from '../../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../../components/filtres-choisis.tsx';
import { avecCourant, Choix } from '../../reseau/filtres-liste.tsx';
import { type Changer, type FiltresEcran, SANS_FILTRE } from './filtres.ts';

interface Props {
  filtres: FiltresEcran;
  changer: Changer;
}

const choixDe = (liste: typeof ORIGINES_BESOIN | typeof PRIORITES_BESOIN) =>
  liste.valeurs.map(({ code, label: nom }) => ({ value: code as string, label: nom }));

function useCampagnes() {
  const { data = [] } = useLecture('formation.campagnes', {});
  return data.map(({ id, annee }) => ({ value: id, label: `Campagne ${annee}` }));
}

function usePuces(filtres: FiltresEcran): Puce<FiltresEcran>[] {
  const themes = useListe('themes_formation');
  const supports = useListe('supports');
  const campagnes = useCampagnes();
  const { theme, support, origine, priorite, campagneId, annee, salarieId } = filtres;
  return [
    theme !== '' && { mots: themes.libelle(theme), sans: { theme: '' } },
    support !== '' && { mots: supports.libelle(support), sans: { support: '' } },
    origine !== '' && { mots: label(ORIGINES_BESOIN, origine), sans: { origine: '' as const } },
    priorite !== '' && { mots: label(PRIORITES_BESOIN, priorite), sans: { priorite: '' as const } },
    campagneId !== null && {
      mots: campagnes.find(({ value }) => value === campagneId)?.label ?? 'Une campagne',
      sans: { campagneId: null },
    },
    annee !== null && { mots: `Recueillis en ${annee}`, sans: { annee: null } },
    salarieId !== null && { mots: 'Une personne', sans: { salarieId: null } },
  ].filter((puce) => puce !== false);
}

/** What narrows the needs, each with its way out. */
export function PucesBesoins({ filtres, changer }: Props) {
  return (
    <FiltresChoisis
      puces={usePuces(filtres)}
      changer={changer}
      tout={{ ...SANS_FILTRE, recherche: filtres.recherche }}
    />
  );
}

/** Every filter of the needs in one panel; by theme, those that a theme can be looked at by. */
export function BoutonFiltresBesoins({ filtres, changer }: Props) {
  const themes = useListe('themes_formation');
  const supports = useListe('supports');
  const campagnes = useCampagnes();
  const { theme, support, origine, priorite, campagneId } = filtres;
  return (
    <PanneauFiltres nombre={usePuces(filtres).length}>
      <div className={styles.panneau}>
        <Choix
          label="Thème"
          tous="Tous les thèmes"
          recherche
          data={themes.choix([theme])}
          value={theme}
          onChange={(choix) => changer({ theme: choix })}
        />
        <Choix
          label="Support d’activité"
          tous="Tous les supports"
          recherche
          data={supports.choix([support])}
          value={support}
          onChange={(choix) => changer({ support: choix })}
        />
        <Choix
          label="Campagne"
          tous="Toutes, et hors campagne"
          data={avecCourant(campagnes, campagneId ?? '')}
          value={campagneId ?? ''}
          onChange={(choix) => changer({ campagneId: choix || null })}
        />
        {filtres.par === 'themes' ? null : (
          <>
            <Choix
              label="Origine"
              tous="Toutes les origines"
              data={choixDe(ORIGINES_BESOIN)}
              value={origine}
              onChange={(choix) => changer({ origine: choix as FiltresEcran['origine'] })}
            />
            <Choix
              label="Priorité"
              tous="Toutes les priorités"
              data={choixDe(PRIORITES_BESOIN)}
              value={priorite}
              onChange={(choix) => changer({ priorite: choix as FiltresEcran['priorite'] })}
            />
          </>
        )}
      </div>
    </PanneauFiltres>
  );
}
