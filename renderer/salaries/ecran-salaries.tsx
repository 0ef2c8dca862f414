import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { Entree } from '../../shared/contrat.ts';
import { ageAu, dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterTelephone } from '../../shared/format.ts';
import type { SalarieLigne } from '../../shared/salaries/schema.ts';
import { useLecture } from '../app/operations.ts';
import { ChampRecherche } from '../components/champ-recherche.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { EtatVide, TetePage } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { PiluleContrat } from './apparence.tsx';
import styles from './salaries.module.css';

type Filtres = Required<Entree<'salaries.list'>>;

const ETATS: { value: Filtres['etat']; label: string }[] = [
  { value: 'presents', label: 'En contrat' },
  { value: 'sortis', label: 'Sortis' },
  { value: 'tous', label: 'Tous' },
  { value: 'archives', label: 'Archivés' },
];

/** The filters live in the address: a list comes back as it was left. */
function useFiltres() {
  const [parametres, setParametres] = useSearchParams();
  const etat = ETATS.find(({ value }) => value === parametres.get('etat'))?.value ?? 'presents';
  const filtres: Filtres = {
    recherche: parametres.get('recherche')?.slice(0, 200) ?? '',
    etat,
    tri: parametres.get('tri') === 'fin' ? 'fin' : 'nom',
    sens: parametres.get('sens') === 'desc' ? 'desc' : 'asc',
  };
  const changer = (reste: Partial<Filtres>) =>
    setParametres(
      (avant) => {
        const apres = new URLSearchParams(avant);
        for (const [cle, valeur] of Object.entries(reste)) {
          if (valeur === '') apres.delete(cle);
          else apres.set(cle, valeur);
        }
        return apres;
      },
      { replace: true },
    );
  const trier = (tri: Filtres['tri']) =>
    changer({ tri, sens: filtres.tri === tri && filtres.sens === 'asc' ? 'desc' : 'asc' });
  return { filtres, changer, trier };
}

function Ligne({ salarie }: { salarie: SalarieLigne }) {
  const age = ageAu(salarie.naissance, dateLocale(new Date()));
  return (
    <tr>
      <td>
        <Link to={`/salaries/${salarie.id}`}>
          {salarie.nom} {salarie.prenom}
        </Link>
      </td>
      <td>
        {formaterDate(salarie.naissance)} <span className={styles.second}>· {accorder(age, 'an')}</span>
      </td>
      <td>
        <PiluleContrat contrat={salarie.contrat} />
      </td>
      <td className={styles.insecable}>{formaterTelephone(salarie.telephone)}</td>
      <td className={styles.droite}>{salarie.immersions || ''}</td>
    </tr>
  );
}

const VIDES: Record<Filtres['etat'], string> = {
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

export function EcranSalaries() {
  const { filtres, changer, trier } = useFiltres();
  const { data } = useLecture('salaries.list', filtres, { garderPrecedent: true });
  const tri = (colonne: Filtres['tri']) => (filtres.tri === colonne ? filtres.sens : null);
  return (
    <>
      <TetePage
        titre="Salariés"
        sous={data && data.length > 0 ? accorder(data.length, 'personne') : ' '}
        actions={
          <>
            {data && data.length > 0 ? <BoutonExporter operation="salaries.export" entree={filtres} /> : null}
            {nouveau}
          </>
        }
      />
      <div className={styles.filtres}>
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
          onChange={(etat) => changer({ etat: etat as Filtres['etat'] })}
        />
      </div>
      {data && data.length > 0 && (
        <Tableau
          label="Salariés"
          entetes={
            <>
              <Colonne tri={tri('nom')} surTri={() => trier('nom')}>
                Nom
              </Colonne>
              <Colonne largeur={190}>Naissance</Colonne>
              <Colonne largeur={290} tri={tri('fin')} surTri={() => trier('fin')}>
                Contrat
              </Colonne>
              <Colonne largeur={150}>Téléphone</Colonne>
              <Colonne largeur={110} droite>
                Immersions
              </Colonne>
            </>
          }
        >
          {data.map((salarie) => (
            <Ligne key={salarie.id} salarie={salarie} />
          ))}
        </Tableau>
      )}
      {data?.length === 0 && filtres.recherche !== '' && (
        <EtatVide titre={`Personne ne correspond à « ${filtres.recherche} »`}>
          Essayez une partie du nom, ou cherchez dans « Tous ».
        </EtatVide>
      )}
      {data?.length === 0 && filtres.recherche === '' && (
        <EtatVide titre={VIDES[filtres.etat]} actions={filtres.etat === 'archives' ? undefined : nouveau}>
          {filtres.etat !== 'archives' &&
            'Une fiche tient en six informations : elle suffit pour préparer une immersion et compter les bilans.'}
        </EtatVide>
      )}
    </>
  );
}
