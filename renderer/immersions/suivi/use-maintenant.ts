import { useEffect, useState } from 'react';
import { type InstantLocal, instantDe } from '../../../shared/immersions/regles-accident.ts';

/** How often the time left is said again (ms). */
const RYTHME = 30_000;

/** The clock of the place, for what is counted in hours. */
export function useMaintenant(): InstantLocal {
  const [maintenant, setMaintenant] = useState(() => instantDe(new Date()));
  useEffect(() => {
    const minuterie = window.setInterval(() => setMaintenant(instantDe(new Date())), RYTHME);
    return () => window.clearInterval(minuterie);
  }, []);
  return maintenant;
}
