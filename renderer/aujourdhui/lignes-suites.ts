import {
  formaterDate,
  formaterJourCourt,
  formaterTelephone,
  insecables,
  nomCourt,
} from '../../shared/format.ts';
import type { SuiteDue } from '../../shared/formation/suites.ts';
import type { SituationADemander } from '../../shared/sorties/contrat.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** Somebody to ask what they became: `Que devient A. Diallo ?`, after what, the number to dial. */
function ligneQueDevient(due: {
  id: string;
  echeance: string;
  salarie: { id: string; prenom: string; nom: string; telephone: string };
  apres: readonly string[];
  noter: () => void;
}): LigneDuJour {
  const { id, echeance, salarie, apres, noter } = due;
  const libelle = insecables(`Que devient ${nomCourt(salarie.prenom, salarie.nom)} ?`);
  return {
    id,
    libelle,
    echeance,
    detail: [...apres, formaterTelephone(salarie.telephone)].filter(Boolean).map(insecables).join(' · '),
    vers: `/salaries/${salarie.id}`,
    responsable: '',
    // It presses nobody: the question is the same the next week.
    quand: {
      texte: `dès le ${formaterDate(echeance).slice(0, 5)}`,
      titre: formaterJourCourt(echeance),
      presse: false,
    },
    geste: { label: 'Noter', nom: insecables(`Noter la réponse : ${libelle}`), ouvrir: noter },
  };
}

/** After a training: which one. */
export const ligneDeSuite = (due: SuiteDue, noter: (due: SuiteDue) => void): LigneDuJour =>
  ligneQueDevient({
    ...due,
    id: `suite ${due.inscriptionId} ${due.mois}`,
    apres: [`${due.mois} mois après « ${due.session.titre} »`],
    noter: () => noter(due),
  });

/** After an exit: its motif, and who hired. */
export const ligneDeSortie = (
  due: SituationADemander,
  noter: (due: SituationADemander) => void,
): LigneDuJour =>
  ligneQueDevient({
    ...due,
    id: `sortie ${due.sortieId} ${due.mois}`,
    apres: [`${due.mois} mois après sa sortie : ${due.sortie.motif}`, due.sortie.organisation],
    noter: () => noter(due),
  });
