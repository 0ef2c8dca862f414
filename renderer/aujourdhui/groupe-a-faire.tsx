import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import type { GroupeRelances } from '../../shared/sollicitations/schema.ts';
import { useListe } from '../app/listes.ts';
import { useLecture } from '../app/operations.ts';
import styles from './aujourdhui.module.css';
import type { Qui } from './ecran-aujourdhui.tsx';
import { LigneAFaire } from './ligne-a-faire.tsx';

/** The follow-ups of one mailing as one line, which opens on all of them: the day stays readable. */
export function GroupeAFaire(props: { groupe: GroupeRelances; qui: Qui; today: string }) {
  const { groupe, qui, today } = props;
  const { libelle } = useListe('canaux');
  const zone = useId();
  const [ouvert, setOuvert] = useState(false);
  const [report, setReport] = useState<string | null>(null);
  const { data } = useLecture(
    'sollicitations.relancesOfExchange',
    { sollicitationId: groupe.id, qui },
    { actif: ouvert, garderPrecedent: true },
  );
  return (
    <li>
      <button
        type="button"
        className={styles.groupe}
        aria-expanded={ouvert}
        aria-controls={zone}
        onClick={() => setOuvert(!ouvert)}
      >
        <IconChevronRight
          size={17}
          stroke={1.8}
          className={styles.chevron}
          data-ouvert={ouvert || undefined}
        />
        <span className={styles.groupeTitre}>
          {insecables(
            `${libelle(groupe.canal)} du ${formaterDate(groupe.date)} : ${groupe.nombre} à relancer`,
          )}
          <span className={styles.groupePrecision}>
            {[groupe.objet, groupe.libelle].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={styles.quand} data-retard={groupe.enRetard > 0 || undefined}>
          {groupe.enRetard > 0 && groupe.enRetard < groupe.nombre
            ? `${accorder(groupe.enRetard, 'action')} en retard`
            : direEcheance(groupe.echeance, today)}
        </span>
      </button>
      {ouvert ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className={styles.dansGroupe} id={zone} tabIndex={0} aria-label="Organisations à relancer">
          <ul className={styles.liste}>
            {(data?.lignes ?? []).map((relance) => (
              <LigneAFaire
                key={relance.id}
                relance={relance}
                today={today}
                avecResponsable={qui === 'equipe'}
                seule
                report={report === relance.id}
                changerReport={(deplie) => setReport(deplie ? relance.id : null)}
                avant={() => undefined}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </li>
  );
}
