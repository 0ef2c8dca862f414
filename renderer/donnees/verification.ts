import { useEffect, useRef } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { useAction } from '../app/operations.ts';

/** Quiet (ms) to wait for: the check reads the whole base, and must delay neither the first screen nor what is typed. */
const REPIT = 1500;

/** Checks the base and makes the backup of the day, at the first quiet moment of the day. */
export function useVerification(): void {
  const { mutate: verifier } = useAction('donnees.check');
  const faiteLe = useRef('');
  useEffect(() => {
    let minuterie: ReturnType<typeof setTimeout> | undefined;
    const attendre = () => {
      const jour = dateLocale(new Date());
      if (faiteLe.current === jour) return;
      clearTimeout(minuterie);
      minuterie = setTimeout(() => {
        faiteLe.current = jour;
        verifier({ complet: false });
      }, REPIT);
    };
    attendre();
    // Each gesture puts it off; `focus` also wakes up a laptop that is never switched off, only closed.
    const gestes = ['keydown', 'pointerdown', 'focus'];
    for (const geste of gestes) window.addEventListener(geste, attendre);
    return () => {
      clearTimeout(minuterie);
      for (const geste of gestes) window.removeEventListener(geste, attendre);
    };
  }, [verifier]);
}
