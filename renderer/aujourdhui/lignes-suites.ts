import {
  formaterDate,
  formaterJourCourt,
  formaterTelephone,
  insecables,
  nomCourt,
} from '../../shared/format.ts';
import type { SuiteDue } from '../../shared/formation/suites.ts';
import type { FseDue } from '../../shared/fse/contrat.ts';
import type { SituationADemander } from '../../shared/sorties/contrat.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

interface Question {
  id: string;
  /** What is asked, of whom. */
  libelle: string;
  echeance: string;
  salarie: { id: string; telephone: string };
  apres: readonly string[];
  /** `dès le` its day unless said; past that day, it presses. */
  quand?: { mot: string; presse: boolean };
  noter: () => void;
}

/** Somebody to ask something, after what, the number to dial. */
function ligneADemander(question: Question): LigneDuJour {
  const { id, echeance, salarie, apres, noter } = question;
  // What somebody became presses nobody: the question is the same the next week.
  const { mot, presse } = question.quand ?? { mot: 'dès le', presse: false };
  const libelle = insecables(question.libelle);
  return {
    id,
    libelle,
    echeance,
    detail: [...apres, formaterTelephone(salarie.telephone)].filter(Boolean).map(insecables).join(' · '),
    vers: `/salaries/${salarie.id}`,
    responsable: '',
    quand: {
      texte: `${mot} ${formaterDate(echeance).slice(0, 5)}`,
      titre: formaterJourCourt(echeance),
      presse,
    },
    geste: { label: 'Noter', nom: insecables(`Noter la réponse : ${libelle}`), ouvrir: noter },
  };
}

const queDevient = ({ prenom, nom }: { prenom: string; nom: string }) =>
  `Que devient ${nomCourt(prenom, nom)} ?`;

/** After a training: which one. */
export const ligneDeSuite = (due: SuiteDue, noter: (due: SuiteDue) => void): LigneDuJour =>
  ligneADemander({
    ...due,
    libelle: queDevient(due.salarie),
    id: `suite ${due.inscriptionId} ${due.mois}`,
    apres: [`${due.mois} mois après « ${due.session.titre} »`],
    noter: () => noter(due),
  });

/** After an exit: its motif, and who hired. */
export const ligneDeSortie = (
  due: SituationADemander,
  noter: (due: SituationADemander) => void,
): LigneDuJour =>
  ligneADemander({
    ...due,
    libelle: queDevient(due.salarie),
    id: `sortie ${due.sortieId} ${due.mois}`,
    apres: [`${due.mois} mois après sa sortie : ${due.sortie.motif}`, due.sortie.organisation],
    noter: () => noter(due),
  });

/** The questionnaire of the FSE+, at the exit or six months later. */
export const ligneFse = (due: FseDue, noter: (due: FseDue) => void): LigneDuJour =>
  ligneADemander({
    ...due,
    id: `fse ${due.entreeId} ${due.moment}`,
    libelle: `FSE+, ${due.moment === 'sortie' ? 'sortie' : 'six mois après'} : ${nomCourt(due.salarie.prenom, due.salarie.nom)}`,
    apres: [`Parcours fini le ${formaterDate(due.departLe)}`],
    quand: { mot: due.moment === 'sortie' ? 'avant le' : 'dès le', presse: due.retard },
    noter: () => noter(due),
  });
