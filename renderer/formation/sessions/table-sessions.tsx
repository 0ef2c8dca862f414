import type { Ref } from 'react';
import { accorder, formaterDuree } from '../../../shared/format.ts';
import type { SessionsListe, TriSessions } from '../../../shared/formation/liste-sessions.ts';
import type { SessionLigne } from '../../../shared/formation/session.ts';
import { GENRES_FORMATION_COURTS } from '../../../shared/nomenclatures/formation.ts';
import { useListe } from '../../app/listes.ts';
import { EnteteTri, LienLigne, type TableRef, TableVirtuelle } from '../../components/table-virtuelle.tsx';
import { direPeriode, Jauge, PiluleEtatSession } from './apparence.tsx';
import type { Changer } from './filtres.ts';
import styles from './table-sessions.module.css';

const HAUTEUR_LIGNE = 57;
/** The search and the filters, which stay at the top while the lines scroll under them. */
const HAUTEUR_OUTILS = 58;

const COLONNES: { titre: string; classe?: string; tri?: TriSessions; premier?: 'asc' | 'desc' }[] = [
  { titre: 'Formation', classe: styles.titre, tri: 'titre', premier: 'asc' },
  { titre: 'Organisme', classe: styles.organisme },
  { titre: 'Genre', classe: styles.genre },
  { titre: 'Dates', classe: styles.dates, tri: 'debut', premier: 'desc' },
  { titre: 'Durée', classe: styles.duree, tri: 'duree', premier: 'desc' },
  { titre: 'Places', classe: styles.places, tri: 'places', premier: 'desc' },
  { titre: 'État', classe: styles.etat },
];

/** Every session the filters find. */
export function TableSessions(props: {
  filtres: SessionsListe;
  changer: Changer;
  surTotal: (total: number) => void;
  ref?: Ref<TableRef>;
}) {
  const { filtres, changer } = props;
  const supports = useListe('supports');
  return (
    <TableVirtuelle
      ref={props.ref}
      nom="Sessions"
      operation="formation.sessions"
      filtres={filtres}
      className={styles.table}
      hauteurLigne={HAUTEUR_LIGNE}
      haut={HAUTEUR_OUTILS}
      surTotal={props.surTotal}
      adresse={({ id }) => `/formation/sessions/${id}`}
      colonnes={COLONNES.length}
      entetes={() =>
        COLONNES.map((colonne) => (
          <EnteteTri
            key={colonne.titre}
            {...colonne}
            ordre={filtres}
            trier={(tri, sens) => changer({ tri, sens })}
          />
        ))
      }
      cellules={(ligne, { atteignable }) => (
        <Cellules ligne={ligne} atteignable={atteignable} support={supports.libelle} />
      )}
    />
  );
}

function Cellules(props: { ligne: SessionLigne; atteignable: boolean; support: (code: string) => string }) {
  const { ligne } = props;
  return (
    <>
      <td className={styles.titre}>
        <LienLigne
          vers={`/formation/sessions/${ligne.id}`}
          nom={ligne.titre}
          atteignable={props.atteignable}
        />
        <small>
          {[ligne.numero, ligne.support && props.support(ligne.support)].filter(Boolean).join(' · ')}
        </small>
      </td>
      <td
        className={styles.organisme}
        title={[ligne.organisme?.nom, ligne.lieu].filter(Boolean).join('\n') || undefined}
      >
        {ligne.organisme?.nom ?? 'Interne'}
        <small>{ligne.lieu}</small>
      </td>
      <td className={styles.genre}>{GENRES_FORMATION_COURTS[ligne.genre]}</td>
      <td className={styles.dates}>{direPeriode(ligne)}</td>
      <td className={styles.duree}>
        {formaterDuree(ligne.minutes)}
        <small>
          {ligne.demiJournees > 0 ? accorder(ligne.demiJournees, 'demi-journée') : 'sans calendrier'}
        </small>
      </td>
      <td className={styles.places}>
        {ligne.etat === 'annulee' ? '—' : <Jauge remplissage={ligne.remplissage} phrase="courte" />}
      </td>
      <td className={styles.etat}>
        <PiluleEtatSession etat={ligne.etat} />
      </td>
    </>
  );
}
