import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FormulaireOrganisation } from '../champs-organisation.tsx';
import styles from './section.module.css';

/** True when one of these fields, or a part of it, is refused. */
const enFaute = (erreurs: object, champs: readonly string[]) =>
  Object.keys(erreurs).some((chemin) => champs.some((champ) => `${chemin}.`.startsWith(`${champ}.`)));

/**
 * Folded part of the form: closed, it says in words what it holds. Opens by itself when something in it is refused, or
 * when the address asks for it (`?ouvrir=offre`).
 */
export function Section({
  cle,
  titre,
  resume,
  champs,
  form,
  children,
}: {
  cle: string;
  titre: string;
  /** What is filled in it; the empty ones are left out. */
  resume: readonly (string | false | undefined)[];
  champs: readonly string[];
  form: FormulaireOrganisation;
  children: ReactNode;
}) {
  const [adresse] = useSearchParams();
  const demandee = adresse.get('ouvrir') === cle;
  const [ouverte, setOuverte] = useState(demandee);
  const section = useRef<HTMLElement>(null);
  const corps = useId();
  const refusee = enFaute(form.errors, champs);
  const aSaisir = useRef<'faute' | 'arrivee' | null>(demandee ? 'arrivee' : null);

  useEffect(() => {
    if (!refusee || ouverte) return;
    aSaisir.current = 'faute';
    setOuverte(true);
  }, [refusee, ouverte]);
  useEffect(() => {
    const raison = aSaisir.current;
    if (!ouverte || raison === null) return;
    aSaisir.current = null;
    if (raison === 'arrivee') {
      section.current?.scrollIntoView({ block: 'start' });
      section.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
      return;
    }
    // The first refused field of the whole form, which may be in a part that was closed until now.
    section.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [ouverte]);

  const dit = resume.filter(Boolean).join(' · ');
  const Chevron = ouverte ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.section} ref={section}>
      <h2 className={styles.titre}>
        <button
          type="button"
          aria-expanded={ouverte}
          aria-controls={corps}
          onClick={() => setOuverte((avant) => !avant)}
        >
          <Chevron size={17} stroke={1.8} aria-hidden />
          <span>{titre}</span>
          {ouverte ? null : <span className={styles.resume}>{dit || 'À remplir'}</span>}
        </button>
      </h2>
      <div id={corps} className={styles.corps} hidden={!ouverte}>
        {children}
      </div>
    </section>
  );
}
