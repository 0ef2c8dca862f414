import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDuree, insecables } from '../shared/format.ts';
import { direPeriode, joursDansMois, type PeriodeContrat } from '../shared/heures/regles-heures.ts';
import { nomDuMois } from '../shared/immersions/calendrier.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

const HEURES = `
  SELECT c.id, c.debut, c.fin, h.mois, h.minutes
  FROM contrat c JOIN heures_mois h ON h.contrat_id = c.id AND h.minutes > 0
  WHERE c.salarie_id = ? ORDER BY c.debut, c.id, h.mois`;

interface HeuresDuContrat extends PeriodeContrat {
  id: string;
  mois: string;
  minutes: number;
}

const OU = 'Retirez-les d’abord dans Bilans, Heures et ETP.';

function refuser(champ: string, phrase: string): never {
  const message = insecables(phrase);
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** Hours once paid make the ETP of a year: no contract that has some goes away, nor leaves the months they are in. */
export function refuserPerteHeures(
  db: Base,
  salarieId: string,
  contrats: readonly (PeriodeContrat & { id?: string | undefined })[],
): void {
  const lues = requete(db, HEURES).all(salarieId) as HeuresDuContrat[];
  for (const [id, heures] of Map.groupBy(lues, (lue) => lue.id)) {
    const rang = contrats.findIndex((contrat) => contrat.id === id);
    const garde = contrats[rang];
    if (!garde) {
      const total = heures.reduce((somme, { minutes }) => somme + minutes, 0);
      refuser(
        'contrats',
        `${formaterDuree(total)} sont notées sur le contrat ${direPeriode(heures[0]!)}. ${OU}`,
      );
    }
    const dehors = heures.find(({ mois }) => joursDansMois(garde, mois) === 0);
    if (!dehors) continue;
    refuser(
      `contrats.${rang}.${dehors.mois < garde.debut.slice(0, 7) ? 'debut' : 'fin'}`,
      `${formaterDuree(dehors.minutes)} sont notées sur ce contrat en ${nomDuMois(dehors.mois)}. ${OU}`,
    );
  }
}
