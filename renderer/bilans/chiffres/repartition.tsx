import { Button } from '@mantine/core';
import { useState } from 'react';
import { axe as definitionAxe } from '../../../shared/bilans/axes.ts';
import type {
  LigneIndicateur,
  PartBilan,
  Repartition as RepartitionBilan,
} from '../../../shared/bilans/bilan.ts';
import { direBase, direEcart, direValeur } from '../../../shared/bilans/dire.ts';
import { formaterTaux, insecables } from '../../../shared/format.ts';
import styles from './chiffres.module.css';
import type { Comparaison } from './comparaison.ts';
import type { Ouvrir } from './detail.ts';
import { Temps } from './temps.tsx';

/** Lines shown before « Tout montrer ». */
const MONTREES = 8;

interface Props {
  ligne: LigneIndicateur;
  repartition: RepartitionBilan;
  comparaison: Comparaison | null;
  ouvrir: Ouvrir;
  /** The heading stands elsewhere. */
  sansTitre?: boolean;
}

/** A figure in its lines: in time, or one bar per line. Each line opens its rows. */
export function Repartition(props: Props) {
  const { repartition, sansTitre } = props;
  const { axe, par, multiple } = repartition;
  return (
    <div className={styles.repartition}>
      {sansTitre ? null : <h3 className={styles.par}>Par {par}</h3>}
      {definitionAxe(axe).temps ? <Temps {...props} /> : <Barres {...props} />}
      {multiple ? <p className={styles.note}>Une personne peut figurer sur plusieurs lignes.</p> : null}
    </div>
  );
}

function Barres({ ligne, repartition, comparaison, ouvrir }: Props) {
  const [tout, setTout] = useState(false);
  const { axe, parts } = repartition;
  const pleines = parts.filter(({ mesure }) => mesure.valeur || mesure.denominateur);
  // A long list shows its largest lines first: the one that counts is never behind « Tout montrer ».
  const grandes = [...pleines].sort((a, b) => (b.mesure.valeur ?? 0) - (a.mesure.valeur ?? 0));
  const courtes = pleines.length > 0 && parts.length > MONTREES ? grandes.slice(0, MONTREES) : parts;
  const montrees = tout ? parts : courtes;
  const reste = parts.length - courtes.length;
  // A rate is drawn out of a hundred; the others beside the longest.
  const long =
    ligne.unite === 'taux' ? 1000 : Math.max(1, ...parts.map(({ mesure }) => Math.abs(mesure.valeur ?? 0)));
  const somme = parts.reduce((total, { mesure }) => total + (mesure.valeur ?? 0), 0);
  return (
    <>
      <ul className={styles.barres} data-avant={comparaison !== null || undefined}>
        {montrees.map((part) => (
          <li key={part.code}>
            <Part
              ligne={ligne}
              part={part}
              long={long}
              somme={repartition.multiple ? null : somme}
              comparaison={comparaison}
              ouvrir={() => ouvrir(ligne.code, { parts: [{ axe, code: part.code }] })}
            />
          </li>
        ))}
      </ul>
      {reste > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setTout(!tout)}>
          {tout ? 'Replier' : `Tout montrer (${parts.length})`}
        </Button>
      ) : null}
    </>
  );
}

function Part(props: {
  ligne: LigneIndicateur;
  part: PartBilan;
  long: number;
  /** Of all the lines, for the share of each; null when they do not add up. */
  somme: number | null;
  comparaison: Comparaison | null;
  ouvrir: () => void;
}) {
  const { ligne, part, long, somme, comparaison } = props;
  const { mesure, precedente, nom } = part;
  const { genre, unite } = ligne;
  const ecart = direEcart(unite, mesure.valeur, precedente?.valeur ?? null);
  const contenu = (
    <>
      <span className={styles.partNom} title={nom}>
        {insecables(nom)}
      </span>
      <span className={styles.barre} aria-hidden>
        <span style={{ width: `${(Math.abs(mesure.valeur ?? 0) / long) * 100}%` }} />
      </span>
      <strong>{direValeur(unite, mesure.valeur)}</strong>
      <span className={styles.part}>
        {genre === 'nombre'
          ? somme === null
            ? ''
            : formaterTaux(mesure.valeur ?? 0, somme)
          : direBase({ ...ligne, base: '' }, mesure).replace(/^pas de taux.*/, '')}
      </span>
      {comparaison === null ? null : (
        <span className={styles.partEcart}>
          {ecart === '=' ? '' : ecart}
          {ecart === '' || ecart === '=' ? null : (
            <span className="visuellement-cache"> comparé {comparaison.phrase}</span>
          )}
        </span>
      )}
    </>
  );
  const vide = !mesure.valeur && !mesure.denominateur;
  return vide ? (
    <div className={styles.partVide}>{contenu}</div>
  ) : (
    <button type="button" onClick={props.ouvrir}>
      {contenu}
    </button>
  );
}
