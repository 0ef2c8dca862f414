import { useCallback, useEffect, useRef, useState } from 'react';
import { annoncerRefus } from './annulable.tsx';

/**
 * What was just typed in a grid, over what is kept. Each entry leaves at once, or with the next ones as soon as those
 * before it are kept: nobody waits, and nothing is lost by leaving the screen. `relire` reads what is kept again.
 */
export function useFrappes<F>(
  cleDe: (frappe: F) => string,
  envoyer: (frappes: F[]) => Promise<unknown>,
  relire: () => Promise<unknown>,
) {
  const [frappees, setFrappees] = useState<ReadonlyMap<string, F>>(new Map());
  const [enCours, setEnCours] = useState(false);
  const file = useRef<F[]>([]);
  const occupe = useRef(false);
  const monte = useRef(true);
  const gestes = useRef({ cleDe, envoyer, relire });
  gestes.current = { cleDe, envoyer, relire };
  useEffect(() => {
    monte.current = true;
    return () => {
      monte.current = false;
    };
  }, []);

  const vider = useCallback(async () => {
    if (occupe.current) return;
    occupe.current = true;
    setEnCours(true);
    while (file.current.length > 0) {
      const envoyees = file.current;
      file.current = [];
      try {
        await gestes.current.envoyer(envoyees);
      } catch (erreur) {
        annoncerRefus(erreur);
      }
      await gestes.current.relire();
      if (!monte.current) continue;
      // What is kept speaks for itself from now on, unless it was typed over meanwhile.
      setFrappees((avant) => {
        const suite = new Map(avant);
        for (const frappe of envoyees) {
          const cle = gestes.current.cleDe(frappe);
          if (suite.get(cle) === frappe) suite.delete(cle);
        }
        return suite;
      });
    }
    occupe.current = false;
    if (monte.current) setEnCours(false);
  }, []);

  const noter = useCallback(
    (frappes: readonly F[]) => {
      if (frappes.length === 0) return;
      setFrappees(
        (avant) =>
          new Map([...avant, ...frappes.map((frappe) => [gestes.current.cleDe(frappe), frappe] as const)]),
      );
      file.current = [...file.current, ...frappes];
      void vider();
    },
    [vider],
  );
  return { frappees, noter, enCours };
}
