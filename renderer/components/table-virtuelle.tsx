import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Link, useNavigate } from 'react-router';
import { DEFILE } from '../app/defilement.ts';
import styles from './table-virtuelle.module.css';
import { type FiltresDe, type Ligne, type Paginee, usePages } from './use-pages.ts';

const HAUTEUR_TITRES = 38;

export interface TableRef {
  /** Puts the keyboard on the first line. */
  entrer(): void;
}

/** What a line is drawn with: its rank, and whether Tab stops on it (on one line of the table only). */
interface Place {
  rang: number;
  atteignable: boolean;
}

/** The link that opens a line: the keyboard goes from one to the next. */
export function LienLigne(props: { vers: string; nom: string | undefined; atteignable: boolean }) {
  return (
    <Link className={styles.lien} to={props.vers} tabIndex={props.atteignable ? 0 : -1} title={props.nom}>
      {props.nom}
    </Link>
  );
}

/** Heading of a column; with `tri`, a button that sorts by it, in the direction that is wanted first (`premier`). */
export function EnteteTri<T extends string>(props: {
  titre: string;
  classe?: string;
  tri?: T;
  premier?: 'asc' | 'desc';
  ordre: { tri: T; sens: 'asc' | 'desc' };
  trier: (tri: T, sens: 'asc' | 'desc') => void;
}) {
  const { titre, classe, tri, premier = 'asc', ordre, trier } = props;
  if (!tri)
    return (
      <th scope="col" className={classe}>
        {titre}
      </th>
    );
  const actif = ordre.tri === tri;
  const Fleche = ordre.sens === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      className={classe}
      aria-sort={actif ? (ordre.sens === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className={styles.trieur}
        data-actif={actif || undefined}
        onClick={() => trier(tri, actif ? (ordre.sens === 'asc' ? 'desc' : 'asc') : premier)}
      >
        {titre}
        {actif ? <Fleche size={14} stroke={1.8} aria-hidden /> : null}
      </button>
    </th>
  );
}

/** Length of each list and line the keyboard was on, per set of filters: coming back finds them again. */
const dernieresVues = new Map<string, { nombre: number; active: number }>();

/**
 * A list, however long: only the lines in sight exist. Arrows, Page, Home and End move from line to line, Enter opens.
 * Each line has one `LienLigne`, in `cellules`.
 */
export function TableVirtuelle<N extends Paginee>(props: {
  nom: string;
  operation: N;
  filtres: FiltresDe<N>;
  className?: string;
  hauteurLigne: number;
  /** Height of what already sticks above the headings. */
  haut?: number;
  entetes: (nombre: number) => ReactNode;
  /** How many cells a line has. */
  colonnes: number;
  cellules: (ligne: Ligne<N>, place: Place) => ReactNode;
  adresse: (ligne: Ligne<N>) => string;
  choisie?: (ligne: Ligne<N>) => boolean;
  /** Space on a line, with Shift or not. */
  surEspace?: (ligne: Ligne<N>, rang: number, etendre: boolean) => void;
  surTotal: (total: number) => void;
  ref?: Ref<TableRef>;
}) {
  const { operation, filtres, hauteurLigne, haut = 0, surTotal, surEspace } = props;
  const cle = `${operation} ${JSON.stringify(filtres)}`;
  const hauteurTete = haut + HAUTEUR_TITRES;
  const naviguer = useNavigate();
  const corps = useRef<HTMLTableSectionElement>(null);
  const [marge, setMarge] = useState(0);
  const [active, setActive] = useState(() => dernieresVues.get(cle)?.active ?? 0);
  const [nombre, setNombre] = useState(() => dernieresVues.get(cle)?.nombre ?? 0);
  /** Line to take the focus once it is drawn. */
  const aSaisir = useRef<number | null>(null);
  const virtuel = useVirtualizer({
    count: nombre,
    getScrollElement: () => document.getElementById(DEFILE),
    estimateSize: () => hauteurLigne,
    overscan: 10,
    scrollMargin: marge,
    scrollPaddingStart: hauteurTete,
    useFlushSync: false,
  });
  const visibles = virtuel.getVirtualItems();
  const { total, ligne } = usePages(operation, filtres, visibles[0]?.index ?? 0, visibles.at(-1)?.index ?? 0);

  // What is above the table comes and goes with the filters.
  useLayoutEffect(() => {
    const defile = document.getElementById(DEFILE)!;
    const place =
      corps.current!.getBoundingClientRect().top - defile.getBoundingClientRect().top + defile.scrollTop;
    setMarge((avant) => (Math.abs(avant - place) < 1 ? avant : place));
  });
  useLayoutEffect(() => {
    if (total === null) return;
    setNombre(total);
    surTotal(total);
  }, [total, surTotal]);
  useEffect(() => {
    dernieresVues.set(cle, { nombre, active });
  }, [cle, nombre, active]);
  const cleVue = useRef(cle);
  useEffect(() => {
    if (cleVue.current === cle) return;
    cleVue.current = cle;
    setActive(0);
    document.getElementById(DEFILE)!.scrollTop = 0;
  }, [cle]);

  const lienDe = (rang: number) => corps.current?.querySelector<HTMLElement>(`tr[data-rang="${rang}"] a`);
  useEffect(() => {
    const cible = aSaisir.current === null ? null : lienDe(aSaisir.current);
    if (!cible) return;
    aSaisir.current = null;
    cible.focus({ preventScroll: true });
  });

  function aller(rang: number) {
    const borne = Math.max(0, Math.min(nombre - 1, rang));
    setActive(borne);
    virtuel.scrollToIndex(borne);
    const cible = lienDe(borne);
    cible?.focus({ preventScroll: true });
    aSaisir.current = cible ? null : borne;
  }
  useImperativeHandle(props.ref, () => ({ entrer: () => aller(0) }));

  function auClavier(evenement: KeyboardEvent) {
    const { key, target } = evenement;
    // A menu of the line keeps its own arrows.
    if (!(target instanceof HTMLAnchorElement || target instanceof HTMLInputElement)) return;
    if (key === ' ' && surEspace && target instanceof HTMLAnchorElement) {
      const choisie = ligne(active);
      evenement.preventDefault();
      if (choisie) surEspace(choisie, active, evenement.shiftKey);
      return;
    }
    const page = Math.max(
      1,
      Math.floor((document.getElementById(DEFILE)!.clientHeight - hauteurTete) / hauteurLigne) - 1,
    );
    const vers = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: nombre - 1,
    }[key];
    if (vers === undefined || evenement.altKey || evenement.ctrlKey || evenement.metaKey) return;
    evenement.preventDefault();
    aller(vers);
  }

  const avant = (visibles[0]?.start ?? marge) - marge;
  const apres = virtuel.getTotalSize() - ((visibles.at(-1)?.end ?? marge) - marge);
  return (
    <table
      className={[styles.table, props.className].filter(Boolean).join(' ')}
      style={{ '--haut': `${haut}px`, '--ligne': `${hauteurLigne}px` } as CSSProperties}
      aria-rowcount={nombre + 1}
      aria-label={props.nom}
    >
      <thead>
        <tr aria-rowindex={1}>{props.entetes(nombre)}</tr>
      </thead>
      <tbody ref={corps} onKeyDown={auClavier}>
        {avant > 0 ? <tr aria-hidden style={{ height: avant }} /> : null}
        {visibles.map(({ index }) => {
          const lue = ligne(index);
          return (
            <tr
              key={index}
              aria-rowindex={index + 2}
              data-rang={index}
              className={styles.ligne}
              data-choisie={(lue && props.choisie?.(lue)) || undefined}
              onFocus={() => setActive(index)}
              onClick={({ target, currentTarget }) => {
                // What is in a menu belongs to the line for React, not for the page.
                if (!lue || !currentTarget.contains(target as Node)) return;
                if ((target as Element).closest('a, button, input') || String(getSelection())) return;
                naviguer(props.adresse(lue));
              }}
            >
              {lue ? (
                props.cellules(lue, { rang: index, atteignable: index === active })
              ) : (
                <td colSpan={props.colonnes} />
              )}
            </tr>
          );
        })}
        {apres > 0 ? <tr aria-hidden style={{ height: apres }} /> : null}
      </tbody>
    </table>
  );
}
