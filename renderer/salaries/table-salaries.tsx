import { Link } from 'react-router';
import { ageAu, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import { accorder, enPhrase, formaterDate, formaterTelephone } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { ETATS_PROJET, PREPARATIONS } from '../../shared/nomenclatures/salaries.ts';
import type { SalariesListe } from '../../shared/salaries/liste.ts';
import type { SalarieLigne } from '../../shared/salaries/schema.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import { Colonne, Tableau } from '../components/tableau.tsx';
import { PiluleContrat } from './apparence.tsx';
import type { Changer } from './filtres.ts';
import styles from './salaries.module.css';

/** From so many months before its end, the date of a PASS stands out. */
const PASS_PROCHE_MOIS = 3;

function FinPass({ salarie, jour }: { salarie: SalarieLigne; jour: DateCivile }) {
  const { passFin, sansJustificatif } = salarie;
  const expire = passFin !== null && passFin < jour;
  const proche = passFin !== null && passFin <= ajouterMois(jour, PASS_PROCHE_MOIS);
  return (
    <>
      <span className={proche ? styles.alerte : undefined}>{formaterDate(passFin)}</span>
      {expire && <small className={styles.alerte}>PASS expiré</small>}
      {sansJustificatif > 0 && (
        <small className={styles.alerte}>
          {accorder(sansJustificatif, 'justificatif manque', 'justificatifs manquent')}
        </small>
      )}
    </>
  );
}

/** What is known of the project, and how near employment the person is. */
function Projet({ projetEtat, preparation }: SalarieLigne) {
  return (
    <>
      {projetEtat && label(ETATS_PROJET, projetEtat)}
      {preparation && (
        <small>
          {preparation === 'pret'
            ? label(PREPARATIONS, preparation)
            : `Emploi : ${enPhrase(label(PREPARATIONS, preparation))}`}
        </small>
      )}
    </>
  );
}

function Ligne({ salarie, support }: { salarie: SalarieLigne; support: (code: string) => string }) {
  const jour = useJour();
  return (
    <tr>
      <td>
        <Link to={`/salaries/${salarie.id}`}>
          {salarie.nom} {salarie.prenom}
        </Link>
        <small>
          {[accorder(ageAu(salarie.naissance, jour), 'an'), formaterTelephone(salarie.telephone)]
            .filter(Boolean)
            .join(' · ')
            .replaceAll(' ', '\u00a0')
            .replaceAll('\u00a0·\u00a0', ' · ')}
        </small>
      </td>
      <td>
        <PiluleContrat contrat={salarie.contrat} />
      </td>
      <td>
        <FinPass salarie={salarie} jour={jour} />
      </td>
      <td>
        <Projet {...salarie} />
      </td>
      <td>{salarie.support && support(salarie.support)}</td>
      <td>
        {salarie.referent}
        {salarie.encadrant && <small>{salarie.encadrant}</small>}
      </td>
      <td className={styles.droite}>{salarie.immersions || ''}</td>
    </tr>
  );
}

export function TableSalaries(props: {
  salaries: readonly SalarieLigne[];
  filtres: SalariesListe;
  changer: Changer;
}) {
  const { filtres, changer } = props;
  const { libelle } = useListe('supports');
  const trier = (tri: SalariesListe['tri']) => ({
    tri: filtres.tri === tri ? filtres.sens : null,
    surTri: () => changer({ tri, sens: filtres.tri === tri && filtres.sens === 'asc' ? 'desc' : 'asc' }),
  });
  return (
    <div className={styles.table}>
      <Tableau
        label="Salariés"
        entetes={
          <>
            <Colonne {...trier('nom')}>Personne</Colonne>
            <Colonne largeur={205} {...trier('fin')}>
              Contrat
            </Colonne>
            <Colonne largeur={145} {...trier('pass')}>
              Fin du PASS
            </Colonne>
            <Colonne largeur={155} {...trier('projet')}>
              Projet
            </Colonne>
            <Colonne largeur={125}>Support</Colonne>
            <Colonne largeur={150}>Référent, encadrant</Colonne>
            <Colonne largeur={80} droite>
              Immersions
            </Colonne>
          </>
        }
      >
        {props.salaries.map((salarie) => (
          <Ligne key={salarie.id} salarie={salarie} support={libelle} />
        ))}
      </Tableau>
    </div>
  );
}
