import { Link } from 'react-router';
import { formaterDate } from '../../../shared/format.ts';
import type { BesoinLigne } from '../../../shared/formation/besoins.ts';
import { PRIORITES_BESOIN, STATUTS_BESOIN } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { Pilule, type Ton } from '../../components/page.tsx';
import styles from './besoins.module.css';

const TONS: Record<string, Ton | undefined> = {
  recueilli: 'neutre',
  retenu: 'accent',
  planifie: 'ambre',
  satisfait: 'vert',
};

/** Where a need stands, and the session that answers it. */
export function EtatBesoin({ besoin }: { besoin: BesoinLigne }) {
  const { statut, session, motifEcart, effectif, inscrits, formes } = besoin;
  const partiel = effectif > 1 && inscrits + formes > 0;
  return (
    <>
      <Pilule ton={TONS[statut]}>{label(STATUTS_BESOIN, statut)}</Pilule>
      {session ? (
        <Link to={`/formation/sessions/${session.id}`} className={styles.sous}>
          {session.numero} · {formaterDate(session.debut)}
        </Link>
      ) : null}
      {partiel ? (
        <small className={styles.sous}>
          {inscrits + formes} sur {effectif}
        </small>
      ) : null}
      {statut === 'ecarte' && motifEcart ? <small className={styles.sous}>{motifEcart}</small> : null}
    </>
  );
}

export function Priorite({ code }: { code: BesoinLigne['priorite'] }) {
  if (code === 'haute') return <Pilule ton="brique">{label(PRIORITES_BESOIN, code)}</Pilule>;
  return (
    <span className={code === 'basse' ? styles.second : undefined}>{label(PRIORITES_BESOIN, code)}</span>
  );
}

/** The session to make out of needs: their people are registered in it. */
export function adresseOuvrir(besoinIds: readonly string[], theme: string): string {
  const adresse = new URLSearchParams({ besoins: besoinIds.join(',') });
  if (theme) adresse.set('theme', theme);
  return `/formation/sessions/nouvelle?${adresse}`;
}
