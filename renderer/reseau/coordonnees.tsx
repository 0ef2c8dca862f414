import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formaterSiret, formaterTelephone } from '../../shared/format.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { Carte } from '../components/page.tsx';
import styles from './fiche.module.css';

function Ligne({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className={styles.coordonnee}>
      <dt>{titre}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How to reach an organisation and what conventions need of it; a missing SIRET is said, with the way to add it. */
export function Coordonnees({ fiche }: { fiche: OrganisationFiche }) {
  const telephones = [fiche.telephone, fiche.autreTelephone].filter(Boolean).map(formaterTelephone);
  const courriels = [fiche.courriel, fiche.autreCourriel].filter(Boolean);
  const lieu = [fiche.codePostal, fiche.ville].filter(Boolean).join(' ');
  return (
    <Carte
      titre="Coordonnées"
      suite={
        <Link className={styles.lien} to={`/reseau/${fiche.id}/modifier`}>
          Modifier
        </Link>
      }
    >
      <dl className={styles.coordonnees}>
        {telephones.length > 0 ? (
          <Ligne titre="Téléphone">
            {telephones.map((telephone) => (
              <span key={telephone} className={styles.joindre}>
                {telephone}
              </span>
            ))}
          </Ligne>
        ) : null}
        {courriels.length > 0 ? (
          <Ligne titre="Courriel">
            {courriels.map((courriel) => (
              <span key={courriel} className={styles.joindre}>
                {courriel}
              </span>
            ))}
          </Ligne>
        ) : null}
        {fiche.adresse || lieu ? (
          <Ligne titre="Adresse">
            {fiche.adresse ? <span>{fiche.adresse}</span> : null}
            {lieu ? <span>{lieu}</span> : null}
          </Ligne>
        ) : null}
        {fiche.site ? <Ligne titre="Site">{fiche.site}</Ligne> : null}
        <Ligne titre="SIRET">
          {fiche.siret ? (
            formaterSiret(fiche.siret)
          ) : (
            <span className={styles.manque}>
              <IconAlertTriangle size={14} stroke={1.8} aria-hidden />à compléter avant une immersion
            </span>
          )}
        </Ligne>
        {fiche.conventionCollective ? (
          <Ligne titre="Convention collective">{fiche.conventionCollective}</Ligne>
        ) : null}
      </dl>
    </Carte>
  );
}
