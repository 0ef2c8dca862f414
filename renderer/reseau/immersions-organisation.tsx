import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { accorder } from '../../shared/format.ts';
import { etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import { OBJETS_COURTS } from '../../shared/nomenclatures/immersions.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import cumulsStyles from '../immersions/cumuls.module.css';
import { Cumuls, direIssue } from '../immersions/cumuls.tsx';
import { adresseDe } from '../immersions/filtres.ts';
import { direDates } from '../immersions/table-immersions.tsx';
import styles from './fiche.module.css';
import { nomComplet } from './libelles.ts';

/** Shown at first; the others are one click away, in the list of immersions. */
const MONTREES = 5;
/** Persons whose twelve months are shown: the fullest ones. */
const CUMULS = 3;

/** Immersions carried out with an organisation, newest first, and who nears the ceiling; nothing when there was none. */
export function ImmersionsOrganisation({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('immersions.historique', { organisationId });
  const today = dateLocale(new Date());
  if (!data || data.lignes.length === 0) return null;
  const { lignes, cumuls } = data;
  return (
    <Carte
      titre="Immersions"
      suite={
        <Link to={adresseDe({ organisationId })}>
          {lignes.length > MONTREES ? `Les ${lignes.length} immersions` : 'Voir la liste'}
        </Link>
      }
    >
      <ul className={styles.immersions}>
        {lignes.slice(0, MONTREES).map((ligne) => {
          const issue = direIssue(ligne);
          return (
            <li key={ligne.id}>
              <Link to={`/immersions/${ligne.id}`}>{nomComplet(ligne.salarie)}</Link>
              <span className={styles.discret}>
                {[
                  direDates(ligne),
                  ligne.jours > 0 && accorder(ligne.jours, 'jour'),
                  ligne.objet && OBJETS_COURTS[ligne.objet],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className={styles.discret}>
                {LIBELLES_ETAT[etatImmersion(ligne, today)]}
                {issue ? ` · ${issue}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
      {cumuls.length > 0 ? (
        <section aria-labelledby="cumuls" className={styles.cumuls}>
          <h3 className={cumulsStyles.titre} id="cumuls">
            Sur {cumuls[0]!.mois} mois, par personne
          </h3>
          <Cumuls cumuls={cumuls.slice(0, CUMULS)} nomme="salarie" />
        </section>
      ) : null}
    </Carte>
  );
}
