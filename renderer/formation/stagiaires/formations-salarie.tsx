import { Link } from 'react-router';
import { accorder, formaterDate, formaterDuree } from '../../../shared/format.ts';
import {
  GENRES_FORMATION_COURTS,
  MOTIFS_ARRET,
  RESULTATS_CERTIFICATION,
} from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useLecture } from '../../app/operations.ts';
import { Carte, LigneVide, Pilule } from '../../components/page.tsx';
import { Colonne, Tableau } from '../../components/tableau.tsx';
import { PiluleEtape } from './etape.tsx';
import styles from './stagiaires.module.css';

/** Every training of a person, where they stand on it and what came of it. */
export function FormationsSalarie({ salarieId, sexe }: { salarieId: string; sexe?: string }) {
  const { data } = useLecture('formation.parSalarie', { salarieId });
  if (!data) return null;
  const comptees = data.filter(({ session }) => session.statut !== 'annulee');
  const minutes = comptees.reduce((somme, { minutesRealisees }) => somme + minutesRealisees, 0);
  return (
    <Carte
      titre="Formations"
      suite={
        data.length > 0
          ? `${accorder(data.length, 'session')} · ${formaterDuree(minutes)} réalisées`
          : undefined
      }
      sansMarge={data.length > 0}
    >
      {data.length === 0 ? (
        <LigneVide>
          Aucune formation pour l’instant&nbsp;: inscrivez la personne depuis une session, elle apparaîtra ici
          avec ses heures.
        </LigneVide>
      ) : (
        <Tableau
          label="Formations"
          nu
          entetes={
            <>
              <Colonne>Session</Colonne>
              <Colonne largeur={190}>Dates</Colonne>
              <Colonne largeur={190}>Étape</Colonne>
            </>
          }
        >
          {data.map(({ id, session, statut, motif, resultat, minutesRealisees, demiNotees }) => (
            <tr key={id}>
              <td>
                <Link to={`/formation/sessions/${session.id}/stagiaires`}>{session.titre}</Link>
                <div className={styles.second}>
                  {[GENRES_FORMATION_COURTS[session.genre] ?? '', session.organisme]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </td>
              <td>
                {session.debut === session.fin
                  ? `le ${formaterDate(session.debut)}`
                  : `du ${formaterDate(session.debut)} au ${formaterDate(session.fin)}`}
                <div className={styles.second}>
                  {demiNotees > 0
                    ? `${formaterDuree(minutesRealisees)} sur ${formaterDuree(session.minutes)}`
                    : formaterDuree(session.minutes)}
                </div>
              </td>
              <td>
                {session.statut === 'annulee' ? (
                  <Pilule ton="neutre">Session annulée</Pilule>
                ) : (
                  <PiluleEtape statut={statut} sexe={sexe} />
                )}
                <div className={styles.second}>
                  {[resultat && label(RESULTATS_CERTIFICATION, resultat), motif && label(MOTIFS_ARRET, motif)]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </td>
            </tr>
          ))}
        </Tableau>
      )}
    </Carte>
  );
}
