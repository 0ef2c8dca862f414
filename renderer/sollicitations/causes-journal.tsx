import { formaterNombre } from '../../shared/format.ts';
import {
  type JournalComptes,
  type JournalFiltres,
  NON_PRECISE,
} from '../../shared/sollicitations/journal.ts';
import { useListe } from '../app/listes.ts';
import { Carte } from '../components/page.tsx';
import type { Changer } from './filtres-journal.ts';
import styles from './journal.module.css';

const TITRES: Record<string, string> = {
  refus: 'Pourquoi on nous a dit non',
  non_honoree: 'Pourquoi nous n’avons pas pu répondre',
};

/** Causes of the refusals or of the unmet requests, the most frequent first; each one filters the journal. */
export function CausesJournal(props: {
  causes: JournalComptes['causes'];
  filtres: JournalFiltres;
  changer: Changer;
}) {
  const { filtres, changer, causes } = props;
  const { libelle } = useListe('causes');
  const titre = TITRES[filtres.resultat];
  if (!titre || causes.length === 0) return null;
  const total = causes.reduce((somme, { nombre }) => somme + nombre, 0);
  const plusFort = Math.max(...causes.map(({ nombre }) => nombre));
  return (
    <Carte titre={titre} suite={`sur ${formaterNombre(total)}`} className={styles.causes}>
      <ul>
        {causes.map(({ cause, nombre }) => {
          const valeur = cause || NON_PRECISE;
          const choisie = filtres.cause === valeur;
          return (
            <li key={valeur}>
              <button
                type="button"
                aria-pressed={choisie}
                onClick={() => changer({ cause: choisie ? '' : valeur })}
              >
                <span>{cause ? libelle(cause) : 'Cause non précisée'}</span>
                <span className={styles.jauge} aria-hidden>
                  <span style={{ width: `${(nombre / plusFort) * 100}%` }} />
                </span>
                <strong>{formaterNombre(nombre)}</strong>
              </button>
            </li>
          );
        })}
      </ul>
    </Carte>
  );
}
