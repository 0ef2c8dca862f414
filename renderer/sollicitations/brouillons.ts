import { useEffect, useRef } from 'react';
import { BROUILLONS_MAX } from '../../shared/sollicitations/brouillon.ts';
import { appeler } from '../app/operations.ts';
import type { Saisie } from './saisie.ts';

/** Rest of the keyboard (ms) after which what was typed is kept. */
const REPOS = 500;

/** What is kept for the current member: known at once, so that the window opens without waiting for the base. */
let gardes: readonly Saisie[] = [];
/** One write after the other, so that the last one wins. */
let file: Promise<unknown> = Promise.resolve();

export function brouillonsGardes(): readonly Saisie[] {
  return gardes;
}

/** Keeps what is left unsaved in *Noter*. A refusal is silent: the words are still on screen, and saving them will say it. */
export function garderBrouillons(brouillons: readonly Saisie[]): void {
  const suite = brouillons.slice(0, BROUILLONS_MAX);
  gardes = suite;
  file = file
    .then(() => appeler('sollicitations.keepBrouillons', { brouillons: suite }))
    .catch(() => undefined);
}

/** Reads what the current member left: when the application opens, and when the laptop changes hands. */
export async function relireBrouillons(): Promise<readonly Saisie[]> {
  await file;
  gardes = (await appeler('sollicitations.brouillons', {})).brouillons;
  return gardes;
}

/** Keeps these entries each time the keyboard rests: a closed lid or a dead battery loses nothing. */
export function useBrouillons(brouillons: readonly Saisie[]): void {
  const actuels = JSON.stringify(brouillons);
  const derniers = useRef(actuels);
  useEffect(() => {
    if (actuels === derniers.current) return;
    const minuterie = setTimeout(() => {
      derniers.current = actuels;
      garderBrouillons(JSON.parse(actuels));
    }, REPOS);
    return () => clearTimeout(minuterie);
  }, [actuels]);
}
