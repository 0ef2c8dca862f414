import { Link } from 'react-router';
import { accorder, formaterDate } from '../../../shared/format.ts';
import type { BesoinLigne } from '../../../shared/formation/besoins.ts';
import { PRIORITES_BESOIN, STATUTS_BESOIN } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { Pilule } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import styles from './besoins.module.css';

function Besoin({ besoin, modifier }: { besoin: BesoinLigne; modifier: (besoin: BesoinLigne) => void }) {
  const theme = useListe('themes_formation').libelle;
  const details = [
    besoin.libelle,
    besoin.statut === 'recueilli' ? '' : label(STATUTS_BESOIN, besoin.statut),
    besoin.souhaiteLe ? `pour le ${formaterDate(besoin.souhaiteLe)}` : '',
  ].filter(Boolean);
  return (
    <li>
      <button type="button" className={styles.lien} onClick={() => modifier(besoin)}>
        {theme(besoin.theme)}
      </button>
      {besoin.priorite === 'haute' ? <Pilule ton="brique">{label(PRIORITES_BESOIN, 'haute')}</Pilule> : null}
      {details.length > 0 ? <span className={styles.second}>{details.join(' · ')}</span> : null}
    </li>
  );
}

/** One row a person, then one a support: everything they need at a glance. */
export function ParPersonne(props: {
  lignes: readonly BesoinLigne[];
  modifier: (besoin: BesoinLigne) => void;
}) {
  const support = useListe('supports').libelle;
  const groupes = Map.groupBy(props.lignes, ({ salarie, support: code }) => salarie?.id ?? `support ${code}`);
  const rangees = [...groupes].sort(
    ([, [a]], [, [b]]) =>
      Number(a!.salarie === null) - Number(b!.salarie === null) ||
      (a!.salarie && b!.salarie
        ? `${a!.salarie.nom} ${a!.salarie.prenom}`.localeCompare(
            `${b!.salarie.nom} ${b!.salarie.prenom}`,
            'fr',
          )
        : support(a!.support).localeCompare(support(b!.support), 'fr')),
  );
  return (
    <Tableau
      label="Besoins par personne"
      entetes={
        <>
          <Colonne largeur="24%">Personne</Colonne>
          <Colonne largeur="18%">Support</Colonne>
          <Colonne largeur={150}>Fin du contrat</Colonne>
          <Colonne>Besoins</Colonne>
        </>
      }
    >
      {rangees.map(([cle, besoins]) => {
        const { salarie, support: code } = besoins[0]!;
        return (
          <tr key={cle}>
            <td>
              {salarie ? (
                <Link to={`/salaries/${salarie.id}`}>
                  {salarie.nom} {salarie.prenom}
                </Link>
              ) : (
                <span className={styles.second}>
                  {accorder(
                    besoins.reduce((somme, { effectif }) => somme + effectif, 0),
                    'personne',
                  )}
                </span>
              )}
            </td>
            <td>{support(salarie ? salarie.support : code)}</td>
            <td>{formaterDate(salarie?.finContrat ?? null)}</td>
            <td>
              <ul className={styles.besoins}>
                {besoins.map((besoin) => (
                  <Besoin key={besoin.id} besoin={besoin} modifier={props.modifier} />
                ))}
              </ul>
            </td>
          </tr>
        );
      })}
    </Tableau>
  );
}
