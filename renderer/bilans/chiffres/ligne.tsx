import { ActionIcon } from '@mantine/core';
import { IconChartBar, IconChevronRight, IconCircleCheck, IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LigneIndicateur } from '../../../shared/bilans/bilan.ts';
import {
  direAtteint,
  direEcart,
  direReserves,
  direValeur,
  direVise,
  unitesDesTermes,
} from '../../../shared/bilans/dire.ts';
import { enPhrase, insecables } from '../../../shared/format.ts';
import styles from './chiffres.module.css';
import type { Comparaison } from './comparaison.ts';
import { direComposition } from './composition.ts';
import type { Ouvrir } from './detail.ts';
import { Repartition } from './repartition.tsx';

/** Beyond, a figure is set smaller: « 18 794 h 15 » stays in its column. */
const VALEUR_COURTE = 9;

/** True when a figure has rows to open. */
export function aDesLignes({ mesure, exclus, inconnus }: LigneIndicateur): boolean {
  return Boolean(mesure.valeur || mesure.numerateur || mesure.denominateur || exclus.length || inconnus);
}

/** A list of figures under one another. */
export function Lignes({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className={styles.lignes} aria-label={label}>
      {children}
    </ul>
  );
}

/**
 * One figure with all that justifies it: what it is out of, what is set apart, its change, its objective. The line opens
 * its rows; its breakdowns unfold under it. `dessous` stands under the label.
 */
export function LigneChiffre(props: {
  ligne: LigneIndicateur;
  comparaison: Comparaison | null;
  dessous?: ReactNode;
  ouvrir: Ouvrir;
  deplie?: boolean;
  deplier?: (() => void) | undefined;
}) {
  const { ligne, comparaison, ouvrir, deplie = false, deplier } = props;
  const { code, label, mesure, precedente, unite, repartitions } = ligne;
  const ouvrable = aDesLignes(ligne);
  const ecart = direEcart(unite, mesure.valeur, precedente?.valeur ?? null);
  const valeur = direValeur(unite, mesure.valeur);
  return (
    <li className={styles.ligne} data-deplie={(deplie && repartitions.length > 0) || undefined}>
      <div className={styles.rang} data-ouvrable={ouvrable || undefined}>
        <div className={styles.nom}>
          {ouvrable ? (
            <button type="button" className={styles.etendu} onClick={() => ouvrir(code)}>
              {insecables(label)}
              <span className="visuellement-cache"> : {valeur}. Voir les lignes</span>
            </button>
          ) : (
            insecables(label)
          )}
          {props.dessous}
        </div>
        <strong className={styles.valeur} data-longue={valeur.length > VALEUR_COURTE || undefined}>
          {valeur}
        </strong>
        <Base ligne={ligne} ouvrir={ouvrir} />
        <div className={styles.suite}>
          {ecart === '' ? null : (
            <span className={styles.ecart} data-sens={sensDe(ligne)}>
              {ecart}
              {comparaison === null ? null : (
                <span className="visuellement-cache"> comparé {comparaison.phrase}</span>
              )}
            </span>
          )}
          <Objectif ligne={ligne} />
        </div>
        {deplier && repartitions.length > 0 ? (
          <ActionIcon
            className={styles.deplier}
            variant={deplie ? 'light' : 'subtle'}
            color={deplie ? undefined : 'gray'}
            size={28}
            aria-expanded={deplie}
            aria-label={`${label}, répartition par ${repartitions.map(({ par }) => par).join(', par ')}`}
            title={`Par ${repartitions.map(({ par }) => par).join(', par ')}`}
            onClick={deplier}
          >
            <IconChartBar size={17} stroke={1.6} />
          </ActionIcon>
        ) : (
          <span />
        )}
        {ouvrable ? <IconChevronRight className={styles.chevron} size={18} stroke={1.6} aria-hidden /> : null}
      </div>
      {deplie && repartitions.length > 0 ? (
        <div className={styles.deplies}>
          {repartitions.map((repartition) => (
            <Repartition
              key={repartition.axe}
              ligne={ligne}
              repartition={repartition}
              comparaison={comparaison}
              ouvrir={ouvrir}
            />
          ))}
        </div>
      ) : null}
    </li>
  );
}

/** Whether a change goes the way that is sought; undefined when neither way is better. */
export function sensDe({ mesure, precedente, sens }: LigneIndicateur): 'bon' | 'autre' | undefined {
  if (mesure.valeur === null || precedente === null || precedente.valeur === null || sens === null)
    return undefined;
  const ecart = mesure.valeur - precedente.valeur;
  if (ecart === 0) return undefined;
  return ecart > 0 === (sens === 'hausse') ? 'bon' : 'autre';
}

/** What the figure is out of, and the rows left out of it, each a link to them. */
function Base({ ligne, ouvrir }: { ligne: LigneIndicateur; ouvrir: Ouvrir }) {
  const { code, exclus, inconnus, horsFiltre } = ligne;
  const [unite] = unitesDesTermes(code);
  const horsCompte = exclus.reduce((somme, { nombre }) => somme + nombre, 0);
  return (
    <div className={styles.base}>
      {insecables(direComposition(ligne))}
      {horsCompte > 0 ? (
        <button
          type="button"
          className={styles.apart}
          title={direReserves({ ...ligne, inconnus: 0, horsFiltre: false }).join(' ')}
          onClick={() => ouvrir(code, { place: 'exclu' })}
        >
          {direValeur(unite, horsCompte)} hors du compte
          {exclus.length === 1 ? ` : ${enPhrase(exclus[0]!.raison)}` : ', voir pourquoi'}
        </button>
      ) : null}
      {inconnus > 0 ? (
        <button type="button" className={styles.apart} onClick={() => ouvrir(code, { place: 'inconnu' })}>
          {direValeur(unite, inconnus)} sans réponse connue
        </button>
      ) : null}
      {horsFiltre ? <span className={styles.reserve}>le filtre du profil ne s’y applique pas</span> : null}
    </div>
  );
}

/** What was aimed at, and whether it is reached: in words, by a sign and by a colour. */
export function Objectif({ ligne }: { ligne: LigneIndicateur }) {
  const { objectif, atteint } = ligne;
  if (objectif === null) return null;
  const Signe = atteint === true ? IconCircleCheck : IconTargetArrow;
  return (
    <span className={styles.objectif} data-atteint={atteint ?? undefined} title={objectif.source}>
      <Signe size={15} stroke={1.8} aria-hidden />
      <span>
        {insecables(`objectif ${direVise(ligne)}`)}
        {atteint === null ? null : <span className={styles.verdict}>{enPhrase(direAtteint(ligne))}</span>}
      </span>
    </span>
  );
}
