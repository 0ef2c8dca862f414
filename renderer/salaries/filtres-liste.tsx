import { label, type Nomenclature } from '../../shared/nomenclatures/nomenclature.ts';
import { ETATS_PROJET, PREPARATIONS } from '../../shared/nomenclatures/salaries.ts';
import type { SalariesListe } from '../../shared/salaries/liste.ts';
import { useListe } from '../app/listes.ts';
import styles from '../components/filtres-choisis.module.css';
import { FiltresChoisis, PanneauFiltres, type Puce } from '../components/filtres-choisis.tsx';
import { Choix, useReferents } from '../reseau/filtres-liste.tsx';
import { type Changer, SANS_FILTRE } from './filtres.ts';

interface Props {
  filtres: SalariesListe;
  changer: Changer;
}

const FINS: { value: SalariesListe['fin'] & string; label: string }[] = [
  { value: '1', label: 'Dans le mois' },
  { value: '3', label: 'Dans les trois mois' },
  { value: '6', label: 'Dans les six mois' },
];
const INCONNU = { value: 'inconnu', label: 'Non renseigné' };

const avecInconnu = (liste: Nomenclature) => [
  ...liste.valeurs.map(({ code, label: nom }) => ({ value: code as string, label: nom })),
  INCONNU,
];

const dire = (liste: Nomenclature, code: string) =>
  code === 'inconnu' ? 'non renseigné' : label(liste, code).toLowerCase();

function Panneau({ filtres, changer }: Props) {
  const membres = useReferents();
  const supports = useListe('supports');
  return (
    <div className={styles.panneau}>
      <Choix
        label="Référent (CIP)"
        tous="Toute l’équipe"
        data={membres}
        value={filtres.referent}
        onChange={(referent) => changer({ referent })}
      />
      <Choix
        label="Encadrant technique"
        tous="Toute l’équipe"
        data={membres}
        value={filtres.encadrant}
        onChange={(encadrant) => changer({ encadrant })}
      />
      <Choix
        label="Support d’activité"
        tous="Tous les supports"
        recherche
        data={supports.choix([filtres.support])}
        value={filtres.support}
        onChange={(support) => changer({ support })}
      />
      <Choix
        label="Fin de l’emploi"
        tous="À toute date"
        data={FINS}
        value={filtres.fin}
        onChange={(fin) => changer({ fin: fin as SalariesListe['fin'] })}
      />
      <Choix
        label="Projet"
        tous="Tous"
        data={avecInconnu(ETATS_PROJET)}
        value={filtres.projet}
        onChange={(projet) => changer({ projet: projet as SalariesListe['projet'] })}
      />
      <Choix
        label="Prêt à l’emploi"
        tous="Tous"
        data={avecInconnu(PREPARATIONS)}
        value={filtres.preparation}
        onChange={(preparation) => changer({ preparation: preparation as SalariesListe['preparation'] })}
      />
      <Choix
        label="Critères d’éligibilité"
        tous="Avec ou sans justificatif"
        data={[{ value: 'manquant', label: 'Un justificatif manque' }]}
        value={filtres.justificatif}
        onChange={(justificatif) => changer({ justificatif: justificatif as SalariesListe['justificatif'] })}
      />
    </div>
  );
}

/** Each filter in words, and what takes it away. */
function usePuces({ referent, encadrant, support, projet, preparation, fin, justificatif }: SalariesListe) {
  const membres = useReferents();
  const supports = useListe('supports');
  const nom = (membre: string) => {
    const connu = membres.find(({ value }) => value === membre)?.label ?? 'ancien membre';
    return membre === 'moi' || membre === 'aucun' ? connu.toLowerCase() : connu;
  };
  const puces: (Puce<SalariesListe> | false)[] = [
    referent !== '' && { mots: `Référent : ${nom(referent)}`, sans: { referent: '' } },
    encadrant !== '' && { mots: `Encadrant : ${nom(encadrant)}`, sans: { encadrant: '' } },
    support !== '' && { mots: supports.libelle(support), sans: { support: '' } },
    fin !== '' && {
      mots: `Fin ${FINS.find(({ value }) => value === fin)!.label.toLowerCase()}`,
      sans: { fin: '' },
    },
    projet !== '' && { mots: `Projet : ${dire(ETATS_PROJET, projet)}`, sans: { projet: '' } },
    preparation !== '' && {
      mots: `Prêt à l’emploi : ${dire(PREPARATIONS, preparation)}`,
      sans: { preparation: '' },
    },
    justificatif !== '' && { mots: 'Un justificatif manque', sans: { justificatif: '' } },
  ];
  return puces.filter((puce) => puce !== false);
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
