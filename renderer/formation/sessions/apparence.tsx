import { formaterDate } from '../../../shared/format.ts';
import {
  direRemplissage,
  type EtatSession,
  LIBELLES_ETAT_SESSION,
  placesLibres,
  placesManquantes,
  type Remplissage,
} from '../../../shared/formation/etat-session.ts';
import { Pilule, type Ton } from '../../components/page.tsx';
import styles from './sessions.module.css';

const TONS: Record<EtatSession, Ton> = {
  envisagee: 'ambre',
  a_venir: 'accent',
  en_cours: 'vert',
  terminee: 'neutre',
  annulee: 'brique',
};

export function PiluleEtatSession({ etat }: { etat: EtatSession }) {
  return <Pilule ton={TONS[etat]}>{LIBELLES_ETAT_SESSION[etat]}</Pilule>;
}

/** `le 07/04/2026`, `du 07/04 au 17/04/2026`: the year is said once when it is the same. */
export function direDates({ debut, fin }: { debut: string; fin: string }): string {
  return debut === fin ? `le ${formaterDate(debut)}` : `du ${direPeriode({ debut, fin })}`;
}

/** The same in a column: `07/04/2026`, `07/04 au 17/04/2026`. */
export function direPeriode({ debut, fin }: { debut: string; fin: string }): string {
  if (debut === fin) return formaterDate(debut);
  const memeAnnee = debut.slice(0, 4) === fin.slice(0, 4);
  return `${memeAnnee ? formaterDate(debut).slice(0, 5) : formaterDate(debut)} au ${formaterDate(fin)}`;
}

/** Seats taken on the seats there are, those spoken for, and the mark of the minimum; the sentence says the same. */
export function Jauge({
  remplissage,
  phrase = 'longue',
}: {
  remplissage: Remplissage;
  phrase?: 'longue' | 'courte' | 'aucune';
}) {
  const { min, max, nous, partenaires, enAttente } = remplissage;
  const base = Math.max(max, nous + partenaires);
  const attente = Math.min(enAttente, base - nous - partenaires);
  const part = (nombre: number) => `${(nombre / base) * 100}%`;
  const etat =
    placesLibres(remplissage) < 0 ? 'trop' : placesManquantes(remplissage) > 0 ? 'manque' : 'assez';
  return (
    <span className={styles.jauge}>
      <span className={styles.barre} data-etat={etat} aria-hidden>
        <span className={styles.nous} style={{ width: part(nous) }} />
        <span className={styles.partenaires} style={{ width: part(partenaires) }} />
        <span className={styles.attente} style={{ width: part(attente) }} />
        {min > 1 && min < base ? <span className={styles.seuil} style={{ left: part(min) }} /> : null}
      </span>
      {phrase === 'aucune' ? null : (
        <span className={styles.jaugePhrase}>{direRemplissage(remplissage, phrase === 'courte')}</span>
      )}
    </span>
  );
}
