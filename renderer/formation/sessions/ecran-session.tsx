import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { jourSemaine } from '../../../shared/dates.ts';
import { accorder, formaterDuree, formaterHeure, formaterNombre, JOURS } from '../../../shared/format.ts';
import { direRemplissage } from '../../../shared/formation/etat-session.ts';
import { minutesDesCreneaux } from '../../../shared/formation/regles-session.ts';
import type { Creneau, SessionFiche } from '../../../shared/formation/session.ts';
import { moisDe, nomDuMois } from '../../../shared/immersions/calendrier.ts';
import { ecrireEuros } from '../../../shared/montant.ts';
import { useListe } from '../../app/listes.ts';
import { Carte, EtatVide } from '../../components/page.tsx';
import { Contenu } from '../actions/ecran-action.tsx';
import { Mentions } from '../mentions.tsx';
import { Jauge } from './apparence.tsx';
import styles from './ecran-session.module.css';
import { Points } from './points.tsx';
import { useSession } from './use-session.ts';

/** What is in the seats: ours, the partners', who waits. */
function Places({ session }: { session: SessionFiche }) {
  const { remplissage, engagesFemmes, stagiairesPrevus, partenaires } = session;
  const ligne = (nombre: number, mots: string) => (
    <li>
      <strong>{formaterNombre(nombre)}</strong> {mots}
    </li>
  );
  return (
    <Carte titre="Places" suite={direRemplissage(remplissage)}>
      <Jauge remplissage={remplissage} phrase="aucune" />
      <ul className={styles.comptes}>
        {ligne(
          remplissage.nous,
          `${remplissage.nous < 2 ? 'stagiaire engagé' : 'stagiaires engagés'}${remplissage.nous > 0 ? `, dont ${accorder(engagesFemmes, 'femme')}` : ''}`,
        )}
        {ligne(remplissage.enAttente, 'en attente, repérés ou positionnés')}
        {ligne(stagiairesPrevus, stagiairesPrevus < 2 ? 'prévu au plan' : 'prévus au plan')}
      </ul>
      {partenaires.length > 0 ? (
        <ul className={styles.partenaires} aria-label="Partenaires">
          {partenaires.map(({ id, organisation, places, entres, entresFemmes, part }) => (
            <li key={id}>
              <Link to={`/reseau/${organisation.id}`}>{organisation.nom}</Link>
              <span>
                {[
                  accorder(places, 'place'),
                  entres !== null &&
                    `${accorder(entres, 'entré')}${entresFemmes === null ? '' : `, dont ${accorder(entresFemmes, 'femme')}`}`,
                  part === null ? 'coût au prorata des places' : `${formaterNombre(part / 10)} % du coût`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Carte>
  );
}

const heures = (creneau: Creneau | undefined) =>
  creneau ? `${formaterHeure(creneau.debut)} – ${formaterHeure(creneau.fin)}` : '';

/** One line per day, under its month. */
function Calendrier({ session }: { session: SessionFiche }) {
  const { creneaux } = session;
  const dates = [...new Set(creneaux.map(({ date }) => date))];
  return (
    <Carte
      titre="Calendrier"
      suite={
        creneaux.length > 0
          ? `${accorder(creneaux.length, 'demi-journée')}, ${formaterDuree(minutesDesCreneaux(creneaux))}`
          : undefined
      }
      sansMarge={creneaux.length === 0}
    >
      {creneaux.length === 0 ? (
        <EtatVide
          titre="Aucune demi-journée"
          actions={
            <Button component={Link} to={`/formation/sessions/${session.id}/modifier`} variant="default">
              Poser le calendrier
            </Button>
          }
        >
          Les jours de la semaine et les heures suffisent : Passerelle pose les demi-journées sans les jours
          fériés.
        </EtatVide>
      ) : (
        <table className={styles.jours}>
          <thead>
            <tr>
              <th scope="col">Jour</th>
              <th scope="col">Matin</th>
              <th scope="col">Après-midi</th>
              <th scope="col">Durée</th>
            </tr>
          </thead>
          <tbody>
            {dates.map((date, rang) => {
              const du = creneaux.filter((creneau) => creneau.date === date);
              const mois = moisDe(date);
              return (
                <Fragment key={date}>
                  {rang === 0 || moisDe(dates[rang - 1]!) !== mois ? (
                    <tr>
                      <th scope="rowgroup" colSpan={4} className={styles.mois}>
                        {nomDuMois(mois)}
                      </th>
                    </tr>
                  ) : null}
                  <tr>
                    <th scope="row">
                      {JOURS[jourSemaine(date) - 1]} {Number(date.slice(8))}
                    </th>
                    <td>{heures(du.find(({ demi }) => demi === 'matin'))}</td>
                    <td>{heures(du.find(({ demi }) => demi === 'apres_midi'))}</td>
                    <td>{formaterDuree(minutesDesCreneaux(du))}</td>
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      )}
    </Carte>
  );
}

function EnBref({ session }: { session: SessionFiche }) {
  const supports = useListe('supports');
  const { action, coutCentimes, referent } = session;
  const cout = `${ecrireEuros(coutCentimes)} €${session.coutMode === 'forfait' ? ' pour la session' : ' par heure et par stagiaire'}`;
  return (
    <Carte titre="En bref">
      <Mentions
        lignes={[
          { terme: 'Action', valeur: <Link to={`/formation/actions/${action.id}`}>{action.titre}</Link> },
          { terme: 'Formateur', valeur: session.formateur },
          { terme: 'Lieu', valeur: session.lieu },
          {
            terme: 'Horaires',
            valeur: session.surTempsTravail ? 'Sur le temps de travail' : 'Hors du temps de travail',
          },
          { terme: 'Support', valeur: session.support && supports.libelle(session.support) },
          { terme: 'Coût', valeur: coutCentimes > 0 ? cout : '' },
          {
            terme: 'Certification',
            valeur: [action.certificationCode, action.certificationTitre].filter(Boolean).join(', '),
          },
          { terme: 'Suivie par', valeur: referent ? `${referent.prenom} ${referent.nom}`.trim() : '' },
          { terme: 'Accessibilité', valeur: session.accessibilite },
          { terme: 'Annulée', valeur: session.motifAnnulation },
          { terme: 'Note', valeur: session.note },
        ]}
      />
    </Carte>
  );
}

/** What puts a point right at once. */
function Geste({ session, code }: { session: SessionFiche; code: string }) {
  const vers = {
    sous_minimum: ['Inscrire des personnes', `/formation/sessions/${session.id}/stagiaires`],
    calendrier_vide: ['Poser le calendrier', `/formation/sessions/${session.id}/modifier`],
    organisme: ['Compléter sa fiche', `/reseau/${session.organisme?.id}/modifier`],
    certification: ['Compléter l’action', `/formation/actions/${session.action.id}/modifier`],
  }[code];
  if (!vers) return null;
  return (
    <>
      {' '}
      <Link to={vers[1]!}>{vers[0]}</Link>
    </>
  );
}

/** The session itself: its seats, its calendar, what to look at. */
export function EcranSession() {
  const session = useSession();
  return (
    <div className={styles.deux}>
      <div className={styles.colonne}>
        <Places session={session} />
        <Calendrier session={session} />
        <Contenu action={session.action} />
      </div>
      <div className={styles.colonne}>
        {session.points.length > 0 ? (
          <Carte titre="À voir">
            <Points points={session.points} geste={({ code }) => <Geste session={session} code={code} />} />
          </Carte>
        ) : null}
        <EnBref session={session} />
      </div>
    </div>
  );
}
