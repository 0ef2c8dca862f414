import { Link } from 'react-router';
import { etatConvention, LIBELLES_ETAT_CONVENTION } from '../../shared/conventions/etat.ts';
import { formaterDate, insecables } from '../../shared/format.ts';
import { formaterEurosRonds } from '../../shared/montant.ts';
import { GENRES_CONVENTION_COURTS } from '../../shared/nomenclatures/bilans.ts';
import { roleEnCours } from '../../shared/reseau/regles-organisation.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { Carte, LigneVide } from '../components/page.tsx';
import styles from '../reseau/fiche.module.css';
import { adresseConvention } from './adresses.ts';

/** Conventions with an organisation, on its sheet; of one that funds nothing, no card. */
export function ConventionsOrganisation({ fiche }: { fiche: OrganisationFiche }) {
  const { id, roles } = fiche;
  const today = useJour();
  const { data } = useLecture('conventions.list', { organisationId: id, vue: 'toutes' });
  const finance = roles.some((role) => role.role === 'financeur' && roleEnCours(role, today));
  if (!data || (data.lignes.length === 0 && !(finance && fiche.archivedAt === null))) return null;
  return (
    <Carte
      titre="Conventions"
      suite={
        fiche.archivedAt === null ? (
          <Link to={`/bilans/conventions/nouvelle?organisation=${id}`}>Nouvelle</Link>
        ) : null
      }
    >
      {data.lignes.length === 0 ? (
        <LigneVide>Aucune convention notée avec ce financeur.</LigneVide>
      ) : (
        <ul className={styles.immersions}>
          {data.lignes.map((ligne) => {
            const { debut, fin, conventionneCentimes, prochaine, genre } = ligne;
            return (
              <li key={ligne.id}>
                <Link to={adresseConvention(ligne.id)}>{ligne.intitule}</Link>
                <span className={styles.discret}>
                  {[
                    GENRES_CONVENTION_COURTS[genre],
                    LIBELLES_ETAT_CONVENTION[etatConvention(ligne, today)].toLocaleLowerCase('fr'),
                    `${formaterDate(debut)} – ${formaterDate(fin)}`,
                    conventionneCentimes !== null && formaterEurosRonds(conventionneCentimes),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {prochaine ? (
                  <span className={styles.discret}>
                    {insecables(
                      `À rendre : ${prochaine.libelle}, le ${formaterDate(prochaine.date)} (${direEcheance(prochaine.date, today)})`,
                    )}
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </Carte>
  );
}
