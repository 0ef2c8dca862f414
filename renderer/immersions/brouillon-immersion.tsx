import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { dateLocale } from '../../shared/dates.ts';
import { formaterJourCourt, nomCourt } from '../../shared/format.ts';
import { type BrouillonGarde, brouillonGarde } from '../../shared/immersions/brouillon.ts';
import { appeler, useLecture } from '../app/operations.ts';
import styles from './formulaire.module.css';
import type { Saisie } from './saisie.ts';

/** Rest of the keyboard (ms) after which what was typed is kept. */
const REPOS = 700;

/** One write after the other, so that the last one wins. A refusal is silent: the words are still on screen. */
let file: Promise<unknown> = Promise.resolve();

function garder(brouillon: BrouillonGarde | null): void {
  file = file.then(() => appeler('immersions.keepBrouillon', { brouillon })).catch(() => undefined);
}

/** What a form holds, as JSON can carry it. */
function gardable(immersionId: string | null, saisie: Saisie): BrouillonGarde | null {
  const lu = brouillonGarde.safeParse(
    JSON.parse(
      JSON.stringify({ immersionId, le: new Date().toISOString(), saisie: { ...saisie, id: undefined } }),
    ),
  );
  return lu.success ? lu.data : null;
}

/**
 * Keeps the form each time the keyboard rests, until it is saved or left: a closed lid or a dead battery loses nothing.
 * What an earlier window had left is in `offert`.
 */
export function useBrouillon(id: string | null, saisie: Saisie, modifie: boolean) {
  const [offert, setOffert] = useState<BrouillonGarde | null>(null);
  const garde = useRef(false);
  useEffect(() => {
    let la = true;
    void file
      .then(() => appeler('immersions.brouillon', {}))
      .then(
        ({ brouillon }) => la && setOffert(brouillon),
        () => undefined,
      );
    return () => {
      la = false;
    };
  }, []);
  useEffect(() => {
    if (!modifie) {
      if (garde.current) garder(null);
      garde.current = false;
      return;
    }
    const minuterie = setTimeout(() => {
      const brouillon = gardable(id, saisie);
      if (!brouillon) return;
      garde.current = true;
      garder(brouillon);
    }, REPOS);
    return () => clearTimeout(minuterie);
  }, [id, saisie, modifie]);
  // Left on purpose, or saved: there is nothing to bring back.
  useEffect(
    () => () => {
      if (garde.current) garder(null);
    },
    [],
  );
  return {
    offert,
    oublier: () => {
      setOffert(null);
      garder(null);
    },
    /** It is back in the form, and stays kept until the form is saved. */
    repris: () => {
      garde.current = true;
      setOffert(null);
    },
  };
}

/** What an earlier window left unsaved, offered above the form. */
export function BrouillonOffert(props: {
  brouillon: BrouillonGarde;
  /** The form on screen. */
  id: string | null;
  reprendre: () => void;
  oublier: () => void;
}) {
  const { immersionId, le, saisie } = props.brouillon;
  const { salarieId, organisationId } = saisie;
  const parties = useLecture('immersions.parties', { salarieId, organisationId });
  const { salarie, organisation } = parties.data ?? {};
  const qui = [salarie && nomCourt(salarie.prenom, salarie.nom), organisation?.nom]
    .filter(Boolean)
    .join(', ');
  const instant = new Date(le);
  const quand = `${formaterJourCourt(dateLocale(instant))} à ${String(instant.getHours()).padStart(2, '0')} h ${String(instant.getMinutes()).padStart(2, '0')}`;
  return (
    <div className={styles.reprises} role="status">
      <span>
        Une saisie n’a pas été enregistrée{qui && ` : ${qui}`} ({quand}).
      </span>
      <span className={styles.reprisesActions}>
        {immersionId === props.id ? (
          <Button size="compact-sm" onClick={props.reprendre}>
            Reprendre
          </Button>
        ) : (
          <Button
            component={Link}
            size="compact-sm"
            to={immersionId === null ? '/immersions/nouvelle' : `/immersions/${immersionId}`}
          >
            Y aller
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={props.oublier}>
          Effacer
        </Button>
      </span>
    </div>
  );
}
