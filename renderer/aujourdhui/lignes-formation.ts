import { enPhrase, insecables } from '../../shared/format.ts';
import { nommerFinanceur } from '../../shared/formation/avertissements-financement.ts';
import type { EcheanceFinancement } from '../../shared/formation/financement.ts';
import { PHASES_COUT } from '../../shared/nomenclatures/formation.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { changerEcheance } from '../formation/financement/gestes.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** A deadline of a funding line: `Déposer le bilan : Uniformation`, for which training, its file number. */
export function ligneDEcheance(due: EcheanceFinancement): LigneDuJour {
  const { id, sessionId, titre, organisation, phase, echeance, objet, reference } = due;
  const libelle = insecables(`${objet || 'Échéance de financement'} : ${nommerFinanceur(organisation)}`);
  const vers = `/formation/sessions/${sessionId}/financement`;
  return {
    id: `financement ${id}`,
    libelle,
    echeance,
    detail: [titre, enPhrase(label(PHASES_COUT, phase)), reference].filter(Boolean).join(' · '),
    vers,
    responsable: '',
    faire: () => changerEcheance(id, libelle, null),
    reporter: {
      jourSeul: true,
      choisir: async (moment) => {
        if (moment.echeance !== null) await changerEcheance(id, libelle, moment.echeance);
      },
    },
    geste: { label: 'Ouvrir', nom: insecables(`Ouvrir le financement : ${libelle}`), vers },
  };
}
