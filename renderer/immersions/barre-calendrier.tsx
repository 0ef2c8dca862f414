import { IconRepeat } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { DateCivile } from '../../shared/dates.ts';
import { formaterDate } from '../../shared/format.ts';
import { type GenreRangee, type Placee, placeDuNom } from '../../shared/immersions/calendrier.ts';
import { etatImmersion, LIBELLES_ETAT } from '../../shared/immersions/etat.ts';
import type { Barre as BarreLue } from '../../shared/immersions/images.ts';
import styles from './barre-calendrier.module.css';

/** What the row does not say: the host of a person, the person of a host. */
const autreNom = ({ salarie, organisation }: BarreLue, par: GenreRangee) =>
  par === 'salarie' ? organisation.nom : `${salarie.prenom} ${salarie.nom}`.trim();

/** Room of the sign of a renewal, in signs of text. */
const SIGNES_RENOUVELLEMENT = 2;

/** All of a bar in words, for whoever does not see it. */
function direBarre(barre: BarreLue, par: GenreRangee, today: DateCivile): string {
  return [
    autreNom(barre, par),
    `du ${formaterDate(barre.debut)} au ${formaterDate(barre.fin)}`,
    LIBELLES_ETAT[etatImmersion(barre, today)].toLowerCase(),
    barre.renouvelleId !== null && 'renouvellement',
    `convention ${barre.numero}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** One immersion on a calendar: a link with its name, its state by colour and by hatching, and the way to what it renews. */
export function Barre(props: {
  placee: Placee<BarreLue>;
  par: GenreRangee;
  /** How many days the calendar shows. */
  jours: number;
  today: DateCivile;
}) {
  const { placee, par, jours, today } = props;
  const { barre, etage, nom, lien } = placee;
  const dans = (depart: number, largeur: number): CSSProperties => ({
    left: `${(depart / jours) * 100}%`,
    width: `${(largeur / jours) * 100}%`,
  });
  const phrase = direBarre(barre, par, today);
  const texte = autreNom(barre, par).length + (barre.renouvelleId === null ? 0 : SIGNES_RENOUVELLEMENT);
  return (
    <div className={styles.place} style={{ '--etage': etage } as CSSProperties}>
      {lien && lien.largeur > 0 ? (
        <span className={styles.lien} style={dans(lien.depart, lien.largeur)} aria-hidden />
      ) : null}
      <Link
        to={`/immersions/${barre.id}`}
        className={styles.barre}
        data-etat={etatImmersion(barre, today)}
        data-avant={placee.avant || undefined}
        data-apres={placee.apres || undefined}
        style={dans(placee.depart, placee.largeur)}
        aria-label={phrase}
        title={phrase}
      />
      <span
        className={styles.nom}
        data-gauche={nom.aGauche || undefined}
        style={placeDuNom(placee, texte, jours)}
        aria-hidden
      >
        <span>
          {barre.renouvelleId === null ? null : <IconRepeat size={12} stroke={2} />}
          {autreNom(barre, par)}
        </span>
      </span>
    </div>
  );
}

/** The bar of a state, to explain it. */
export function Echantillon({ etat }: { etat: ReturnType<typeof etatImmersion> }) {
  return <span className={styles.echantillon} data-etat={etat} aria-hidden />;
}
