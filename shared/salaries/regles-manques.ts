import type { DateCivile } from '../dates.ts';
import { contratCourant } from './regles.ts';
import { finPass, passCourant } from './regles-pass.ts';
import type { SalarieFiche } from './schema.ts';

/** What the sheet of somebody under contract still lacks, in the order funders ask for it; nothing once they have left. */
export function manquesDe(salarie: SalarieFiche, today: DateCivile): string[] {
  const contrat = contratCourant(salarie.contrats, today);
  if (contrat !== null && contrat.fin !== null && contrat.fin < today) return [];
  const pass = passCourant(salarie.passIae, today);
  const manques: [boolean, string][] = [
    [contrat === null, 'le contrat'],
    [contrat?.nature === 'cddi' && (pass === null || finPass(pass) < today), 'un PASS IAE valide'],
    [salarie.prescripteurId === null, 'le prescripteur'],
    [salarie.criteres.length === 0, 'les critères d’éligibilité'],
    [salarie.criteres.some(({ justificatif }) => justificatif === ''), 'le justificatif d’un critère'],
    [salarie.niveauFormation === '', 'le niveau de formation'],
    [salarie.projetEtat === '', 'l’état du projet'],
    [salarie.referentId === null, 'le référent'],
    [salarie.telephone === '', 'le téléphone'],
  ];
  return manques.flatMap(([manque, mot]) => (manque ? [mot] : []));
}
