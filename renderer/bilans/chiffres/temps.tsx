import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LigneIndicateur, PartBilan, Repartition } from '../../../shared/bilans/bilan.ts';
import { direValeur } from '../../../shared/bilans/dire.ts';
import { nomMoisCourt } from '../../../shared/bilans/libelles.ts';
import styles from './chiffres.module.css';
import type { Comparaison } from './comparaison.ts';
import type { Ouvrir } from './detail.ts';

/** Months that fit with a letter under each; beyond, the table alone stays readable. */
const DESSINES = 24;

/** A figure month by month, the year before in pale; each bar opens its month, and the same figures read as a table. */
export function Temps(props: {
  ligne: LigneIndicateur;
  repartition: Repartition;
  comparaison: Comparaison | null;
  ouvrir: Ouvrir;
}) {
  const { ligne, repartition, comparaison, ouvrir } = props;
  const { axe, parts } = repartition;
  const trop = parts.length > DESSINES;
  const [tableau, setTableau] = useState(trop);
  const ouvrirPart = (code: string) => ouvrir(ligne.code, { parts: [{ axe, code }] });
  return (
    <>
      {tableau ? (
        <Tableau ligne={ligne} parts={parts} avant={comparaison !== null} ouvrir={ouvrirPart} />
      ) : (
        <Barres ligne={ligne} parts={parts} ouvrir={ouvrirPart} />
      )}
      <div className={styles.legende}>
        {tableau || comparaison === null ? (
          <span />
        ) : (
          <>
            <span>
              <i data-serie="courante" /> {comparaison.courante}
            </span>
            <span>
              <i data-serie="avant" /> {comparaison.avant}
            </span>
          </>
        )}
        {trop ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-pressed={tableau}
            onClick={() => setTableau(!tableau)}
          >
            Tableau
          </Button>
        )}
      </div>
    </>
  );
}

interface Parts {
  ligne: LigneIndicateur;
  parts: readonly PartBilan[];
  ouvrir: (code: string) => void;
}

function Barres({ ligne, parts, ouvrir }: Parts) {
  const { unite } = ligne;
  const haut = Math.max(
    1,
    ...parts.flatMap(({ mesure, precedente }) => [mesure.valeur ?? 0, precedente?.valeur ?? 0]),
  );
  const hauteur = (valeur: number | null) => ({ height: `${((valeur ?? 0) / haut) * 100}%` });
  return (
    <ol className={styles.temps}>
      {parts.map(({ code, nom, mesure, precedente }) => {
        const avant = precedente === null ? '' : `, ${direValeur(unite, precedente.valeur)} un an avant`;
        const dit = `${nom} : ${direValeur(unite, mesure.valeur)}${avant}`;
        const dessin = (
          <>
            <span className={styles.colonne} aria-hidden>
              {precedente === null ? null : <span data-serie="avant" style={hauteur(precedente.valeur)} />}
              <span data-serie="courante" style={hauteur(mesure.valeur)} />
            </span>
            <span className={styles.mois} aria-hidden>
              {code === '' ? '?' : nomMoisCourt(code).charAt(0).toUpperCase()}
            </span>
            <span className="visuellement-cache">{dit}</span>
          </>
        );
        return (
          <li key={code} title={dit}>
            {mesure.valeur ? (
              <button type="button" onClick={() => ouvrir(code)}>
                {dessin}
              </button>
            ) : (
              <div>{dessin}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Tableau({ ligne, parts, avant, ouvrir }: Parts & { avant: boolean }) {
  const { unite } = ligne;
  return (
    <table className={styles.tableau}>
      <thead>
        <tr>
          <th scope="col">Mois</th>
          <th scope="col">Cette période</th>
          {avant ? <th scope="col">Un an avant</th> : null}
        </tr>
      </thead>
      <tbody>
        {parts.map(({ code, nom, mesure, precedente }) => (
          <tr key={code}>
            <th scope="row">{nom}</th>
            <td>
              {mesure.valeur ? (
                <button type="button" onClick={() => ouvrir(code)}>
                  {direValeur(unite, mesure.valeur)}
                  <span className="visuellement-cache">, {nom}. Voir les lignes</span>
                </button>
              ) : (
                direValeur(unite, mesure.valeur)
              )}
            </td>
            {avant ? <td>{direValeur(unite, precedente?.valeur ?? null)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
