import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree } from '../../shared/format.ts';
import { type Etat, etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import type { ImmersionLigne } from '../../shared/immersions/schema.ts';
import { OBJETS_COURTS } from '../../shared/nomenclatures/immersions.ts';
import { Pilule, type Ton } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import styles from './immersions.module.css';

const TONS: Record<Etat, Ton> = {
  brouillon: 'accent',
  a_signer: 'ambre',
  partiellement_signee: 'ambre',
  signee: 'accent',
  en_cours: 'vert',
  terminee: 'neutre',
  bilan_fait: 'vert',
  refusee: 'brique',
  interrompue: 'brique',
  annulee: 'brique',
};

export function PiluleEtat({ immersion }: { immersion: Parameters<typeof etatImmersion>[0] }) {
  const etat = etatImmersion(immersion, dateLocale(new Date()));
  return <Pilule ton={TONS[etat]}>{LIBELLES_ETAT[etat]}</Pilule>;
}

function Dates({ ligne: { debut, fin } }: { ligne: ImmersionLigne }) {
  if (debut === null && fin === null) return <span className={styles.second}>à fixer</span>;
  const memeAnnee = debut?.slice(0, 4) === fin?.slice(0, 4);
  const premier = memeAnnee ? formaterDate(debut).slice(0, 5) : formaterDate(debut);
  return (
    <>
      {premier || '…'} <span className={styles.second}>au</span> {formaterDate(fin) || '…'}
    </>
  );
}

/** Immersions line by line; `sans` leaves out the column the page is already about. */
export function TableImmersions(props: {
  lignes: readonly ImmersionLigne[];
  sans?: 'salarie' | 'organisation';
}) {
  const { sans } = props;
  return (
    <Tableau
      label="Immersions"
      nu={sans !== undefined}
      entetes={
        <>
          <Colonne largeur={104}>Convention</Colonne>
          {sans !== 'salarie' && <Colonne>Bénéficiaire</Colonne>}
          {sans !== 'organisation' && <Colonne>Accueil</Colonne>}
          {sans === undefined && <Colonne largeur={110}>Objet</Colonne>}
          <Colonne largeur={170}>Dates</Colonne>
          <Colonne largeur={140}>Durée</Colonne>
          <Colonne largeur={140}>État</Colonne>
        </>
      }
    >
      {props.lignes.map((ligne) => (
        <tr key={ligne.id}>
          <td className={styles.insecable}>
            <Link to={`/immersions/${ligne.id}`}>{ligne.numero}</Link>
          </td>
          {sans !== 'salarie' && (
            <td>
              {ligne.salarie.nom} {ligne.salarie.prenom}
            </td>
          )}
          {sans !== 'organisation' && <td>{ligne.organisation.nom}</td>}
          {sans === undefined && (
            <td className={styles.second}>{ligne.objet && OBJETS_COURTS[ligne.objet]}</td>
          )}
          <td className={styles.insecable}>
            <Dates ligne={ligne} />
          </td>
          <td className={styles.insecable}>
            {ligne.minutes > 0 && (
              <>
                {accorder(ligne.jours, 'jour')} <span className={styles.second}>·</span>{' '}
                {formaterDuree(ligne.minutes)}
              </>
            )}
          </td>
          <td>
            <PiluleEtat immersion={ligne} />
          </td>
        </tr>
      ))}
    </Tableau>
  );
}
