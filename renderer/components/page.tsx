import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import styles from './page.module.css';

export type Ton = 'accent' | 'ambre' | 'brique' | 'vert' | 'neutre';

/** Heading of a screen: breadcrumb, title (also the window's), line under it, actions on the right. */
export function TetePage(props: {
  titre: string;
  fil?: { label: string; vers: string }[];
  sous?: ReactNode;
  pilules?: ReactNode;
  actions?: ReactNode;
  /** The title takes the whole line, the actions stand beside the line under it. */
  long?: boolean;
}) {
  useEffect(() => {
    document.title = `${props.titre} · Passerelle`;
  }, [props.titre]);
  return (
    <header>
      {props.fil && (
        <nav className={styles.fil} aria-label="Fil d’Ariane">
          {props.fil.map(({ label, vers }) => (
            <span key={vers}>
              <Link to={vers}>{label}</Link> <span aria-hidden>&nbsp;/</span>
            </span>
          ))}
          <span aria-current="page">{props.titre}</span>
        </nav>
      )}
      {props.long && <h1 className={styles.titre}>{props.titre}</h1>}
      <div className={styles.tete} data-long={props.long}>
        <div>
          {!props.long && <h1 className={styles.titre}>{props.titre}</h1>}
          {props.sous && <p className={styles.sous}>{props.sous}</p>}
        </div>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
      {props.pilules && <div className={styles.pilules}>{props.pilules}</div>}
    </header>
  );
}

/** White sheet with an optional heading; `suite` is the small text on the right of it. */
export function Carte(props: {
  titre?: string;
  suite?: ReactNode;
  children: ReactNode;
  className?: string;
  sansMarge?: boolean;
}) {
  return (
    <section className={[styles.carte, props.className].filter(Boolean).join(' ')} aria-label={props.titre}>
      {props.titre && (
        <div className={styles.carteTete}>
          <h2 className={styles.carteTitre}>{props.titre}</h2>
          {props.suite && <div className={styles.carteSuite}>{props.suite}</div>}
        </div>
      )}
      {props.sansMarge ? props.children : <div className={styles.carteCorps}>{props.children}</div>}
    </section>
  );
}

/** What to do next when there is nothing to show. */
export function EtatVide(props: { titre: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.vide}>
      <strong>{props.titre}</strong>
      {props.children && <p>{props.children}</p>}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}

/** In a card that others follow, one line where its list would be. */
export function LigneVide(props: { children: ReactNode }) {
  return <p className={styles.ligneVide}>{props.children}</p>;
}

export function Pilule(props: { ton?: Ton; children: ReactNode }) {
  return (
    <span className={styles.pilule} data-ton={props.ton}>
      {props.children}
    </span>
  );
}
