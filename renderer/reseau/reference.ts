import { useEffect, useState } from 'react';

/** A long reference list, read when the screen that needs it opens; null until then. `lire` must not change. */
export function useReference<T>(lire: () => Promise<T>): T | null {
  const [lue, setLue] = useState<{ liste: T } | null>(null);
  useEffect(() => {
    let la = true;
    void lire().then((liste) => {
      if (la) setLue({ liste });
    });
    return () => {
      la = false;
    };
  }, [lire]);
  return lue?.liste ?? null;
}

export const lireRome = () => import('../../shared/nomenclatures/rome.ts');
export const lireNomenclatureNaf = () => import('../../shared/nomenclatures/naf.ts');
