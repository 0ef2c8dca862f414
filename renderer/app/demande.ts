import { useEffect, useState } from 'react';
import { useAdresse } from './adresse.ts';

/** A window that the address may ask for (`?point=fin`), from wherever one comes; closed, the address forgets it. */
export function useDemande(cle: string): [string | null, (quoi: string | null) => void] {
  const [adresse, changer] = useAdresse();
  const [ouvert, setOuvert] = useState<string | null>(null);
  const demande = adresse.get(cle);
  useEffect(() => {
    if (demande !== null) setOuvert(demande);
  }, [demande]);
  return [
    ouvert,
    (quoi) => {
      setOuvert(quoi);
      if (demande === null) return;
      changer((actuelle) => {
        actuelle.delete(cle);
        return actuelle;
      });
    },
  ];
}
