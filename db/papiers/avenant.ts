import { createElement } from 'react';
import { ageAu } from '../../shared/dates.ts';
import {
  Avenant,
  CSS_AVENANT,
  type DonneesAvenant,
  titreAvenant,
} from '../../shared/documents/immersion/avenant.tsx';
import { CSS_IMMERSION } from '../../shared/documents/immersion/commun.tsx';
import { formaterDate } from '../../shared/format.ts';
import type { ContratSalarie } from '../../shared/salaries/schema.ts';
import type { Contexte } from '../contexte.ts';
import { readSalarie } from '../salaries.ts';
import { lireImmersion, prescripteurExterne } from './commun.ts';
import type { Papier } from './papier.ts';

/** The contract that runs on the first day, which is the one amended. */
function contratAmende(contrats: readonly ContratSalarie[], jour: string | null): ContratSalarie | null {
  if (jour === null) return null;
  return contrats.findLast(({ debut, fin }) => debut <= jour && (fin === null || fin >= jour)) ?? null;
}

function read(contexte: Contexte, immersionId: string): DonneesAvenant {
  const { saisie, reperes } = lireImmersion(contexte, immersionId, { convenue: true });
  const { contrats, naissance } = readSalarie(contexte.db, saisie.salarieId);
  const contrat = contratAmende(contrats, saisie.debut);
  return {
    ...reperes,
    contrat: contrat && {
      nature: contrat.nature,
      debut: contrat.debut,
      fin: contrat.fin,
      minutesHebdo: contrat.minutesHebdo,
    },
    mineur: saisie.debut !== null && ageAu(naissance, saisie.debut) < 18,
    representantLegal: saisie.representantLegal,
    prescripteur: prescripteurExterne(reperes.structure, saisie),
    modeContrat: saisie.modeContrat,
    horaires: saisie.horaires,
    exceptions: saisie.exceptions,
    feriesTravailles: saisie.feriesTravailles,
    alsaceMoselle: saisie.alsaceMoselle,
    transport: saisie.transport,
    frais: saisie.frais,
  };
}

/** The amendment to the contract of employment: none without a contract to amend. */
export const papierAvenant: Papier<DonneesAvenant> = {
  titre: titreAvenant,
  read,
  page: (d, { projet, edition }) => createElement(Avenant, { d, projet, edition }),
  style: CSS_IMMERSION + CSS_AVENANT,
  obstacle(contexte, immersionId) {
    const { saisie, reperes } = lireImmersion(contexte, immersionId, { convenue: true });
    const { contrats } = readSalarie(contexte.db, saisie.salarieId);
    if (contrats.length === 0)
      return { jamais: true, phrase: 'Aucun contrat de travail n’est noté sur la fiche de cette personne.' };
    if (saisie.debut === null || reperes.minutes === 0 || saisie.modeContrat === '')
      return {
        jamais: false,
        phrase: 'Indiquez d’abord les dates, les horaires et si le contrat est maintenu ou suspendu.',
      };
    if (contratAmende(contrats, saisie.debut) === null)
      return {
        jamais: false,
        phrase: `Aucun contrat de travail ne court le ${formaterDate(saisie.debut)} : complétez la fiche de cette personne.`,
      };
    return null;
  },
};
