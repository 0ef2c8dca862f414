import { useEffect, useRef } from 'react';
import { dateLocale } from '../../shared/dates.ts';
import { useAction } from '../app/operations.ts';

/** Wait (ms) after the first screen: the check reads the whole base, and must not delay what is being looked at. */
const REPIT = 1500;

/** Checks the base and makes the backup of the day, once the first screen is there and again on each new day. */
export function useVerification(): void {
  const { mutate: verifier } = useAction('donnees.check');
  const faiteLe = useRef('');
  useEffect(() => {
    const verifierAujourdhui = () => {
      const jour = dateLocale(new Date());
      if (faiteLe.current === jour) return;
      faiteLe.current = jour;
      verifier({ complet: false });
    };
    const minuterie = setTimeout(verifierAujourdhui, REPIT);
    // A laptop that is never switched off, only closed.
    window.addEventListener('focus', verifierAujourdhui);
    return () => {
      clearTimeout(minuterie);
      window.removeEventListener('focus', verifierAujourdhui);
    };
  }, [verifier]);
}
