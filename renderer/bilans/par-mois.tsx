import { Button } from '@mantine/core';
import { useState } from 'react';
import { nomMois, nomMoisCourt } from '../../shared/bilans/libelles.ts';
import { colonnesDuTemps, nomComparaison, nomPeriode } from '../../shared/bilans/regles.ts';
import type { Bilan, Part } from '../../shared/bilans/schema.ts';
import { accorder, formaterNombre } from '../../shared/format.ts';
import { Carte } from '../components/page.tsx';
import styles from './bilans.module.css';

/** Exchanges in time, the year before in pale; each bar opens its month, and the same figures read as a table. */
export function ParMois({ bilan, ouvrir }: { bilan: Bilan; ouvrir: (mois: string) => void }) {
  const [tableau, setTableau] = useState(false);
  const { pas, colonnes } = colonnesDuTemps(bilan.parMois);
  const avant = pas === 'mois' && bilan.precedente ? nomComparaison(bilan.precedente) : null;
  return (
    <Carte
      titre={`Échanges par ${pas}`}
      suite={
        <Button
          size="compact-sm"
          variant="subtle"
          aria-pressed={tableau}
          onClick={() => setTableau(!tableau)}
        >
          Tableau
        </Button>
      }
    >
      {tableau ? (
        <Tableau colonnes={colonnes} avant={avant} />
      ) : (
        <Barres colonnes={colonnes} ouvrir={pas === 'mois' ? ouvrir : null} />
      )}
      {!tableau && avant && (
        <p className={styles.legende}>
          <span>
            <i data-serie="courante" /> {nomPeriode(bilan.periode)}
          </span>
          <span>
            <i data-serie="avant" /> {avant}
          </span>
        </p>
      )}
    </Carte>
  );
}

function Barres(props: { colonnes: Part[]; ouvrir: ((mois: string) => void) | null }) {
  const { colonnes, ouvrir } = props;
  const plusHaut = Math.max(1, ...colonnes.flatMap(({ valeur, precedent }) => [valeur, precedent ?? 0]));
  const hauteur = (valeur: number) => ({ height: `${(valeur / plusHaut) * 100}%` });
  return (
    <ol className={styles.barres}>
      {colonnes.map(({ code, valeur, precedent }) => {
        const nom = nomMois(code);
        const dit = `${nom} : ${accorder(valeur, 'échange')}${precedent === null ? '' : `, ${formaterNombre(precedent)} un an avant`}`;
        const dessin = (
          <>
            <span className={styles.colonne} aria-hidden>
              {precedent !== null && <span data-serie="avant" style={hauteur(precedent)} />}
              <span data-serie="courante" style={hauteur(valeur)} />
            </span>
            <span className={styles.mois} aria-hidden>
              {ouvrir ? nomMoisCourt(code).charAt(0).toUpperCase() : nomMoisCourt(code).replace(' ', '\n')}
            </span>
            <span className="visuellement-cache">{dit}</span>
          </>
        );
        return (
          <li key={code} title={dit}>
            {ouvrir && valeur > 0 ? (
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

function Tableau({ colonnes, avant }: { colonnes: Part[]; avant: string | null }) {
  return (
    <table className={styles.tableau}>
      <thead>
        <tr>
          <th scope="col">Période</th>
          <th scope="col">Échanges</th>
          {avant && <th scope="col">Un an avant</th>}
        </tr>
      </thead>
      <tbody>
        {colonnes.map(({ code, valeur, precedent }) => (
          <tr key={code}>
            <th scope="row">{nomMois(code)}</th>
            <td>{formaterNombre(valeur)}</td>
            {avant && <td>{formaterNombre(precedent ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
