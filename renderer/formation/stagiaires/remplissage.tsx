import { accorder } from '../../../shared/format.ts';
import { direRemplissage, placesPrises, type Remplissage } from '../../../shared/formation/etat-session.ts';
import styles from './stagiaires.module.css';

/** Seats taken, in one line of blocks: ours, the partners', those only spotted, the free ones. */
export function JaugePlaces({ remplissage }: { remplissage: Remplissage }) {
  const { nous, enAttente, partenaires, min, max } = remplissage;
  const prises = placesPrises(remplissage);
  const places = Math.max(max, prises);
  const parts = [
    ...Array<'engage'>(nous).fill('engage'),
    ...Array<'partenaire'>(partenaires).fill('partenaire'),
    ...Array<'attente'>(Math.min(enAttente, Math.max(0, places - prises))).fill('attente'),
  ];
  const nuances = [
    `${min} au moins`,
    partenaires > 0 && `${accorder(partenaires, 'place')} chez des partenaires`,
    enAttente > 0 && accorder(enAttente, 'personne en attente', 'personnes en attente'),
  ].filter(Boolean);
  return (
    <div className={styles.jauge}>
      <strong>{direRemplissage(remplissage)}</strong>
      <span className={styles.second}>{nuances.join(' · ')}</span>
      <span className={styles.places} aria-hidden>
        {Array.from({ length: Math.min(places, 40) }, (_, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seats are alike, and have no other name than their rank.
          <i key={rang} data-place={parts[rang]} data-seuil={rang === min - 1 || undefined} />
        ))}
      </span>
    </div>
  );
}
