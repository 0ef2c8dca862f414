import {
  formaterDate,
  formaterJourCourt,
  formaterTelephone,
  insecables,
  nomCourt,
} from '../../shared/format.ts';
import type { SuiteDue } from '../../shared/formation/suites.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** Somebody to ask what they became: `Que devient A. Diallo ?`, which training, the number to dial. */
export function ligneDeSuite(due: SuiteDue, noter: (due: SuiteDue) => void): LigneDuJour {
  const { inscriptionId, mois, echeance, salarie, session } = due;
  const libelle = insecables(`Que devient ${nomCourt(salarie.prenom, salarie.nom)} ?`);
  return {
    id: `suite ${inscriptionId} ${mois}`,
    libelle,
    echeance,
    detail: [`${mois} mois après « ${session.titre} »`, formaterTelephone(salarie.telephone)]
      .filter(Boolean)
      .map(insecables)
      .join(' · '),
    vers: `/salaries/${salarie.id}`,
    responsable: '',
    // It presses nobody: the question is the same the next week.
    quand: {
      texte: `dès le ${formaterDate(echeance).slice(0, 5)}`,
      titre: formaterJourCourt(echeance),
      presse: false,
    },
    geste: { label: 'Noter', nom: insecables(`Noter la réponse : ${libelle}`), ouvrir: () => noter(due) },
  };
}
