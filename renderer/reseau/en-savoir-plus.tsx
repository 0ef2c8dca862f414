import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formaterDate } from '../../shared/format.ts';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import { Carte } from '../components/page.tsx';
import styles from './fiche.module.css';
import { LienModifier } from './lien-modifier.tsx';
import { sansOffre } from './offre.tsx';
import { Sites } from './sites.tsx';

function Ligne({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className={styles.coordonnee}>
      <dt>{titre}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who recruits there, how, and why it would welcome somebody. */
export function Recrutement({ fiche }: { fiche: OrganisationFiche }) {
  const recruteurs = useListe('recruteurs');
  const voies = useListe('recrutements');
  const raisons = useListe('motivations');
  const { recruteur, recrutements, motivations, recrutementNote } = fiche;
  if (recruteur === '' && recrutements.length === 0 && motivations.length === 0 && recrutementNote === '')
    return null;
  return (
    <Carte
      titre="Comment elle recrute"
      suite={<LienModifier id={fiche.id} section="recrutement" quoi="son recrutement" />}
    >
      <dl className={styles.coordonnees}>
        {recruteur ? <Ligne titre="Qui recrute">{recruteurs.libelle(recruteur)}</Ligne> : null}
        {recrutements.length > 0 ? (
          <Ligne titre="Par quelles voies">{recrutements.map(voies.libelle).join(', ')}</Ligne>
        ) : null}
        {motivations.length > 0 ? (
          <Ligne titre="Ce qui la décide">{motivations.map(raisons.libelle).join(', ')}</Ligne>
        ) : null}
        {recrutementNote ? (
          <Ligne titre="À savoir">
            <span className={styles.note}>{recrutementNote}</span>
          </Ligne>
        ) : null}
      </dl>
    </Carte>
  );
}

/** Its other places. */
export function AutresSites({ fiche }: { fiche: OrganisationFiche }) {
  if (fiche.sites.length === 0) return null;
  return (
    <Carte titre="Sites">
      <Sites organisation={fiche} sites={fiche.sites} />
    </Carte>
  );
}

/** Where the contact came from, and what it used to be for the structure. */
export function Provenance({ fiche }: { fiche: OrganisationFiche }) {
  const origines = useListe('origines');
  const roles = useListe('roles');
  const today = useJour();
  const passes = fiche.roles.filter(({ fin }) => fin !== null && fin < today);
  const origine = [fiche.origine && origines.libelle(fiche.origine), fiche.originePrecision]
    .filter(Boolean)
    .join(' · ');
  if (origine === '' && passes.length === 0 && fiche.zone === '') return null;
  return (
    <Carte
      titre="Notre relation"
      suite={<LienModifier id={fiche.id} section="relation" quoi="la relation" />}
    >
      <dl className={styles.coordonnees}>
        {origine ? <Ligne titre="D’où vient ce contact">{origine}</Ligne> : null}
        {passes.length > 0 ? (
          <Ligne titre="Par le passé">
            {passes.map(({ id, role, debut, fin }) => (
              <span key={id}>
                {roles.libelle(role)}
                {debut ? `, du ${formaterDate(debut)} au ` : ', jusqu’au '}
                {formaterDate(fin)}
              </span>
            ))}
          </Ligne>
        ) : null}
        {fiche.zone ? <Ligne titre="Zone">{fiche.zone}</Ligne> : null}
      </dl>
    </Carte>
  );
}

/** Fewer gaps than this are not worth a card of their own. */
const MANQUES_MIN = 2;

/** What a visit would miss, each with the place where it is filled; nothing once the sheet is known enough. */
export function ACompleter({ fiche }: { fiche: OrganisationFiche }) {
  const manques = [
    { si: fiche.telephone === '' && fiche.courriel === '', quoi: 'Un téléphone ou un courriel', section: '' },
    { si: fiche.activite === '' && fiche.naf === '', quoi: 'Ce qu’elle fait, sa taille', section: 'nature' },
    { si: sansOffre(fiche), quoi: 'Ses métiers, sa saison, son accueil', section: 'offre' },
    {
      si: fiche.roles.length === 0 && fiche.origine === '',
      quoi: 'Ce qu’elle est pour vous, d’où vient ce contact',
      section: 'relation',
    },
  ].filter(({ si }) => si);
  if (manques.length < MANQUES_MIN) return null;
  return (
    <Carte titre="Pour mieux la connaître">
      <ul className={styles.manques}>
        {manques.map(({ quoi, section }) => (
          <li key={quoi}>
            <Link to={`/reseau/${fiche.id}/modifier${section ? `?ouvrir=${section}` : ''}`}>
              <IconArrowRight size={15} stroke={1.8} aria-hidden />
              {quoi}
            </Link>
          </li>
        ))}
      </ul>
    </Carte>
  );
}
