import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconRadar2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import { accorder } from '../../shared/format.ts';
import type { SalariesListe } from '../../shared/salaries/liste.ts';
import { useGarderPlace } from '../app/defilement.ts';
import { useLecture } from '../app/operations.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { EtatVide, TetePage } from '../components/page.tsx';
import { SANS_FILTRE, sansFiltre, useFiltresSalaries } from './filtres.ts';
import { BoutonFiltres, PucesFiltres } from './filtres-liste.tsx';
import styles from './salaries.module.css';
import { TableSalaries } from './table-salaries.tsx';

const ETATS: { value: SalariesListe['etat']; label: string }[] = [
  { value: 'presents', label: 'En contrat' },
  { value: 'sortis', label: 'Sortis' },
  { value: 'tous', label: 'Tous' },
  { value: 'archives', label: 'Archivés' },
];

const VIDES: Record<SalariesListe['etat'], string> = {
  presents: 'Personne n’est en contrat',
  sortis: 'Personne n’est sorti',
  tous: 'Aucun salarié',
  archives: 'Aucune fiche archivée',
};

const nouveau = (
  <Button component={Link} to="/salaries/nouveau" leftSection={<IconPlus size={17} stroke={1.8} />}>
    Nouveau salarié
  </Button>
);

/** Nothing answers: either the filters are too narrow, or nobody is in this situation yet. */
function Rien({ filtres, effacer }: { filtres: SalariesListe; effacer: () => void }) {
  if (sansFiltre(filtres))
    return (
      <EtatVide titre={VIDES[filtres.etat]} actions={filtres.etat === 'archives' ? undefined : nouveau}>
        {filtres.etat !== 'archives' &&
          'Un prénom, un nom, une date de naissance suffisent pour commencer : le reste de la fiche se remplit au fil du parcours.'}
      </EtatVide>
    );
  return (
    <EtatVide
      titre={
        filtres.recherche
          ? `Personne ne correspond à « ${filtres.recherche} »`
          : 'Personne ne répond à ces filtres'
      }
      actions={
        <Button variant="default" onClick={effacer}>
          Retirer les filtres
        </Button>
      }
    >
      {filtres.recherche !== '' && 'Essayez une partie du nom, ou cherchez dans « Tous ».'}
    </EtatVide>
  );
}

/** Where each person stands on one line, and what ends soon. */
export function EcranSalaries() {
  useGarderPlace();
  const { filtres, changer } = useFiltresSalaries();
  const { data } = useLecture('salaries.list', filtres, { garderPrecedent: true });
  return (
    <>
      <TetePage
        titre="Salariés"
        sous={data && data.length > 0 ? accorder(data.length, 'personne') : ' '}
        actions={
          <>
            <Button
              component={Link}
              to="/salaries/radar"
              variant="default"
              leftSection={<IconRadar2 size={17} stroke={1.6} />}
            >
              Ce qui finit
            </Button>
            {data && data.length > 0 ? <BoutonExporter operation="salaries.export" entree={filtres} /> : null}
            {nouveau}
          </>
        }
      />
      <PucesFiltres filtres={filtres} changer={changer} />
      <search className={styles.filtres}>
        <ChampRecherche
          className={styles.recherche}
          label="Chercher un salarié"
          placeholder="Nom, prénom, téléphone…"
          recherche={filtres.recherche}
          chercher={(recherche) => changer({ recherche })}
        />
        <SegmentedControl
          aria-label="Situation"
          data={ETATS}
          value={filtres.etat}
          onChange={(etat) => changer({ etat: etat as SalariesListe['etat'] })}
        />
        <BoutonFiltres filtres={filtres} changer={changer} />
      </search>
      {data && data.length > 0 && <TableSalaries salaries={data} filtres={filtres} changer={changer} />}
      {data?.length === 0 && <Rien filtres={filtres} effacer={() => changer(SANS_FILTRE)} />}
    </>
  );
}
