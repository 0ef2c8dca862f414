import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Link, useNavigate } from 'react-router';
import { accorder, enPhrase, formaterDate } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import type { JournalFiltres } from '../../shared/sollicitations/journal.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { DEFILE } from '../app/defilement.ts';
import { useListe } from '../app/listes.ts';
import { Pilule } from '../components/page.tsx';
import { usePages } from '../components/use-pages.ts';
import { MarqueNature, nommer, TONS_RESULTAT } from './apparence.tsx';
import styles from './journal.module.css';
import { Actions } from './maillon.tsx';

const HAUTEUR_LIGNE = 57;
/** The headings stay at the top while the lines scroll under them. */
const HAUTEUR_TETE = 36;

/** Sheet of the first organisation of an exchange, open at that exchange. */
export function adresseDe({ id, organisations }: LigneHistorique): string {
  return `/reseau/${organisations[0]?.id ?? ''}?echange=${id}`;
}

interface Gestes {
  corriger: (ligne: LigneHistorique) => void;
  retirer: (ligne: LigneHistorique) => void;
}

function Cellules(props: {
  ligne: LigneHistorique;
  atteignable: boolean;
  libelles: { canal: (code: string) => string; cause: (code: string) => string };
  gestes: Gestes;
}) {
  const { ligne, libelles, gestes } = props;
  const [premiere, ...autres] = ligne.organisations;
  const qui = ligne.interlocuteurs.map(nommer).join(', ');
  return (
    <>
      <td className={styles.quand}>
        {formaterDate(ligne.date)}
        <small>{libelles.canal(ligne.canal)}</small>
      </td>
      <td className={styles.organisation}>
        <Link to={adresseDe(ligne)} tabIndex={props.atteignable ? 0 : -1} title={premiere?.nom}>
          {premiere?.nom}
        </Link>
        <small>
          {[qui, autres.length > 0 ? `avec ${accorder(autres.length, 'autre')}` : '']
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td>
        <span className={styles.propos}>
          <MarqueNature nature={ligne.nature} taille={10} />
          {ligne.objet ? <strong>{ligne.objet}</strong> : null}
          <span>{ligne.texte}</span>
        </span>
      </td>
      <td className={styles.resultat}>
        <Pilule ton={TONS_RESULTAT[ligne.resultat]}>{label(RESULTATS, ligne.resultat)}</Pilule>
        <small>{ligne.cause ? enPhrase(libelles.cause(ligne.cause)) : ''}</small>
      </td>
      <td className={styles.auteur}>
        {ligne.auteur?.nom}
        <small>{ligne.sens === 'entrante' ? 'demande entrante' : ''}</small>
      </td>
      <td className={styles.gestes}>
        <Actions
          nom={`Corriger ou retirer l’échange du ${formaterDate(ligne.date)} avec ${premiere?.nom ?? ''}`}
          corriger={() => gestes.corriger(ligne)}
          retirer={() => gestes.retirer(ligne)}
        />
      </td>
    </>
  );
}

export interface TableJournalRef {
  /** Puts the keyboard on the first line. */
  entrer(): void;
}

const COLONNES = [
  ['Date', styles.quand],
  ['Organisation', styles.organisation],
  ['Ce qui s’est dit', undefined],
  ['Résultat', styles.resultat],
  ['Par', styles.auteur],
] as const;

/** Every exchange, however many: only the lines in sight exist. Arrows, Page, Home and End move, Enter opens. */
export function TableJournal(props: {
  filtres: JournalFiltres;
  gestes: Gestes;
  surTotal: (total: number) => void;
  ref?: Ref<TableJournalRef>;
}) {
  const { filtres, gestes, surTotal } = props;
  const cle = JSON.stringify(filtres);
  const naviguer = useNavigate();
  const canaux = useListe('canaux');
  const causes = useListe('causes');
  const corps = useRef<HTMLTableSectionElement>(null);
  const [marge, setMarge] = useState(0);
  const [active, setActive] = useState(0);
  const [nombre, setNombre] = useState(0);
  /** Line to take the focus once it is drawn. */
  const aSaisir = useRef<number | null>(null);
  const virtuel = useVirtualizer({
    count: nombre,
    getScrollElement: () => document.getElementById(DEFILE),
    estimateSize: () => HAUTEUR_LIGNE,
    overscan: 10,
    scrollMargin: marge,
    scrollPaddingStart: HAUTEUR_TETE,
    useFlushSync: false,
  });
  const visibles = virtuel.getVirtualItems();
  const { total, ligne } = usePages(
    'sollicitations.journal',
    filtres,
    visibles[0]?.index ?? 0,
    visibles.at(-1)?.index ?? 0,
  );

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
    const page = Math.max(1, Math.floor(document.getElementById(DEFILE)!.clientHeight / HAUTEUR_LIGNE) - 2);
    const vers = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: nombre - 1,
    }[evenement.key];
    if (vers === undefined || !(evenement.target instanceof HTMLAnchorElement)) return;
    if (evenement.altKey || evenement.ctrlKey || evenement.metaKey) return;
    evenement.preventDefault();
    aller(vers);
  }

  const avant = (visibles[0]?.start ?? marge) - marge;
  const apres = virtuel.getTotalSize() - ((visibles.at(-1)?.end ?? marge) - marge);
  return (
    <table className={styles.table} aria-rowcount={nombre + 1} aria-label="Sollicitations">
      <thead>
        <tr aria-rowindex={1}>
          {COLONNES.map(([titre, classe]) => (
            <th key={titre} scope="col" className={classe}>
              {titre}
            </th>
          ))}
          <th scope="col" className={styles.gestes}>
            <span className="visuellement-cache">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody ref={corps} onKeyDown={auClavier}>
        {avant > 0 ? <tr aria-hidden style={{ height: avant }} /> : null}
        {visibles.map(({ index }) => {
          const echange = ligne(index);
          return (
            <tr
              key={index}
              aria-rowindex={index + 2}
              data-rang={index}
              onFocus={() => setActive(index)}
              onClick={({ target, currentTarget }) => {
                // What is in a menu belongs to the line for React, not for the page.
                if (!echange || !currentTarget.contains(target as Node)) return;
                if ((target as Element).closest('a, button') || String(getSelection())) return;
                naviguer(adresseDe(echange));
              }}
            >
              {echange ? (
                <Cellules
                  ligne={echange}
                  atteignable={index === active}
                  libelles={{ canal: canaux.libelle, cause: causes.libelle }}
                  gestes={gestes}
                />
              ) : (
                <td colSpan={COLONNES.length + 1} />
              )}
            </tr>
          );
        })}
        {apres > 0 ? <tr aria-hidden style={{ height: apres }} /> : null}
      </tbody>
    </table>
  );
}
