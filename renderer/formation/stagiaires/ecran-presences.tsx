import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useParams } from 'react-router';
import { formaterDate, insecables } from '../../../shared/format.ts';
import { cleDemi } from '../../../shared/formation/regles-presences.ts';
import type { PresencesSession } from '../../../shared/formation/stagiaires.ts';
import { appeler, useLecture } from '../../app/operations.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, EtatVide } from '../../components/page.tsx';
import { GrillePresences } from './grille-presences.tsx';
import styles from './presences.module.css';

/** Notes of half-days that the calendar does not hold any more: kept, and said. */
function horsCalendrier({ session, lignes }: PresencesSession) {
  const posees = new Set(session.creneaux.map(cleDemi));
  return lignes.flatMap(({ inscriptionId, presences }) =>
    presences
      .filter((presence) => !posees.has(cleDemi(presence)))
      .map((presence) => ({ inscriptionId, ...presence })),
  );
}

async function retirer(sessionId: string, notes: ReturnType<typeof horsCalendrier>): Promise<void> {
  try {
    await appeler('formation.savePresences', {
      sessionId,
      presences: notes.map(({ inscriptionId, date, demi }) => ({ inscriptionId, date, demi, minutes: null })),
    });
    notifications.show({ message: 'Les présences hors calendrier sont retirées.' });
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function HorsCalendrier({ presences }: { presences: PresencesSession }) {
  const notes = horsCalendrier(presences);
  if (notes.length === 0) return null;
  const jours = [...new Set(notes.map(({ date }) => formaterDate(date).slice(0, 5)))].join(', ');
  return (
    <div className={styles.alerte} role="status">
      <span>
        {insecables(
          `Des présences sont notées hors du calendrier de la session (${jours}) : elles comptent dans les heures. Remettez ces demi-journées au calendrier, ou retirez-les.`,
        )}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => void retirer(presences.session.id, notes)}>
        Les retirer
      </Button>
    </div>
  );
}

/** Attendance of a session, half-day by half-day, typed without leaving the keyboard. */
export function EcranPresences() {
  const { id: sessionId = '' } = useParams();
  const { data, error } = useLecture('formation.presences', { sessionId });
  if (error)
    return <FicheAbsente erreur={error} liste={{ label: 'Voir les sessions', vers: '/formation' }} />;
  if (!data) return null;
  const { session, lignes } = data;
  if (session.creneaux.length === 0)
    return (
      <Carte sansMarge>
        <EtatVide
          titre="Le calendrier n’est pas encore posé"
          actions={
            <Button component={Link} to={`/formation/sessions/${sessionId}/modifier`}>
              Poser le calendrier
            </Button>
          }
        >
          Les présences se notent par demi-journée : posez-les d’abord sur la session.
        </EtatVide>
      </Carte>
    );
  if (lignes.length === 0)
    return (
      <Carte sansMarge>
        <EtatVide
          titre="Personne n’est encore validé"
          actions={
            <Button component={Link} to={`/formation/sessions/${sessionId}/stagiaires`}>
              Voir les stagiaires
            </Button>
          }
        >
          La feuille s’ouvre avec les stagiaires validés. La première présence notée les fait entrer.
        </EtatVide>
      </Carte>
    );
  return (
    <>
      <HorsCalendrier presences={data} />
      <GrillePresences presences={data} />
    </>
  );
}
