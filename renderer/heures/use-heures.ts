import { useMemo } from 'react';
import type { Entree } from '../../shared/contrat.ts';
import type { AnneeDHeures, CaseHeures } from '../../shared/heures/schema.ts';
import { appeler, clientRequetes } from '../app/operations.ts';
import { useFrappes } from '../components/use-frappes.ts';

type Frappe = Entree<'heures.save'>['heures'][number];

const cleDe = ({ contratId, mois }: Frappe) => `${contratId} ${mois}`;

export const moisDeRang = (annee: number, rang: number): string =>
  `${annee}-${String(rang + 1).padStart(2, '0')}`;

/** The lines of a year as they read with what was just typed; a line nothing was typed in stays the same object. */
export function useHeures({ annee, lignes }: AnneeDHeures) {
  const { frappees, noter, enCours } = useFrappes<Frappe>(
    cleDe,
    (heures) => appeler('heures.save', { heures }),
    () => clientRequetes.refetchQueries({ queryKey: ['heures.annee', { annee }] }),
  );
  const vues = useMemo(() => {
    if (frappees.size === 0) return lignes;
    const touchees = new Set([...frappees.values()].map(({ contratId }) => contratId));
    return lignes.map((ligne) =>
      touchees.has(ligne.contratId)
        ? {
            ...ligne,
            mois: ligne.mois.map((une, rang): CaseHeures => {
              const frappe = frappees.get(`${ligne.contratId} ${moisDeRang(annee, rang)}`);
              return frappe ? { ...une, minutes: frappe.minutes, origine: 'saisie' } : une;
            }),
          }
        : ligne,
    );
  }, [annee, lignes, frappees]);
  return { lignes: vues, noter, enCours };
}
