import { formaterDate, insecables } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CATEGORIES_SORTIE, CONTRATS_SORTIE, SITUATIONS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import type { SituationLue, SortieLue } from '../../shared/sorties/contrat.ts';
import { Pilule, type Ton } from '../components/page.tsx';
import styles from './sorties.module.css';

type Verdict = SortieLue['verdict'];

const TONS: Record<SortieLue['motif']['categorie'], Ton> = {
  durable: 'vert',
  transition: 'accent',
  positive: 'accent',
  autre: 'neutre',
  retrait: 'brique',
};

export const PiluleCategorie = ({ categorie }: { categorie: SortieLue['motif']['categorie'] }) => (
  <Pilule ton={TONS[categorie]}>
    {categorie === 'retrait' ? 'Retrait' : label(CATEGORIES_SORTIE, categorie)}
  </Pilule>
);

export const ETATS_SORTIE: Record<Verdict['etat'], string> = {
  comptee: 'Comptée',
  non_comptee: 'Non comptée',
  inconnue: 'À vérifier',
};

/** What an exit is counted as, in a sentence with its figures, and what is not certain about it. */
export function EncadreVerdict({ verdict }: { verdict: Verdict }) {
  return (
    <div className={styles.verdict} data-etat={verdict.etat} role="status">
      <p>{verdict.pourquoi}</p>
      {verdict.etat !== verdict.parAsp.etat ? (
        <p>{insecables(`Par le calcul de l’ASP : ${verdict.parAsp.pourquoi}`)}</p>
      ) : null}
      {verdict.doutes.map((doute) => (
        <p key={doute}>{doute}</p>
      ))}
    </div>
  );
}

/** `CDD de 8 mois chez Mairie de Riom, jardinier`; empty when nothing is known of the job. */
export function direEmploi({ contrat, dureeMois, metier }: SortieLue): string {
  const quoi = contrat === '' ? '' : label(CONTRATS_SORTIE, contrat);
  const duree = dureeMois === null ? '' : `${dureeMois} mois`;
  return [[quoi, duree].filter(Boolean).join(' de '), metier].filter(Boolean).join(', ');
}

export function direSituation(
  { etat, mois, situation, echeance }: SituationLue,
  aDemander: number | null,
): string {
  if (etat === 'pas_encore') return `le\u00a0${formaterDate(echeance)}`;
  if (etat === 'non_demande') return mois === aDemander ? 'À demander' : 'Non demandé';
  return label(SITUATIONS_SORTIE, situation).replace(/ \(.*$/, '');
}

/** The answer of one month, which opens its window. */
export function BoutonSituation(props: { sortie: SortieLue; situation: SituationLue; ouvrir: () => void }) {
  const { sortie, situation } = props;
  const dit = direSituation(situation, sortie.aDemander);
  return (
    <button
      type="button"
      className={styles.situation}
      data-etat={situation.mois === sortie.aDemander ? 'due' : situation.etat}
      aria-label={`${sortie.salarie.prenom} ${sortie.salarie.nom} à ${situation.mois} mois : ${dit}`}
      onClick={props.ouvrir}
    >
      {dit}
    </button>
  );
}
