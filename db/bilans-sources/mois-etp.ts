import type { Periode } from '../../shared/bilans/schema.ts';
import { estFini, type MoisMesure } from '../../shared/heures/regles-etp.ts';
import { mesurerAnnees } from '../heures-etp.ts';
import { anneeDe, type Lecteur } from './source.ts';

/** The months of a period that its ETP are the mean of, as the screen of the hours counts them. */
export interface MoisComptes {
  /** Hours of a full-time job over a year, by month of the period. */
  reference(mois: string): number;
  compte(mois: string): boolean;
  /** How many count; never zero, so that shares can be taken of it. */
  nombre: number;
}

/** Those over whose hours were entered; as long as nobody entered any, those over. */
export function moisComptes(lecteur: Lecteur, periode: Periode): MoisComptes {
  const [debut, fin] = [periode.debut.slice(0, 7), periode.fin.slice(0, 7)];
  const lus = new Map<string, MoisMesure>();
  if (debut <= fin)
    for (const mesure of mesurerAnnees(lecteur, Number(debut.slice(0, 4)), anneeDe(periode)))
      if (mesure.mois >= debut && mesure.mois <= fin) lus.set(mesure.mois, mesure);
  const saisis = [...lus.values()].filter(({ compte }) => compte);
  const gardes =
    saisis.length > 0 ? saisis : [...lus.values()].filter(({ mois }) => estFini(mois, lecteur.today));
  const comptes = new Set(gardes.map(({ mois }) => mois));
  return {
    reference: (mois) => lus.get(mois)!.reference,
    compte: (mois) => comptes.has(mois),
    nombre: Math.max(1, comptes.size),
  };
}
