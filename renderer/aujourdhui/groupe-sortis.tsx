import { useState } from 'react';
import {
  accorder,
  formaterDate,
  formaterJourCourt,
  formaterTelephone,
  insecables,
  nomCourt,
} from '../../shared/format.ts';
import type { SituationADemander } from '../../shared/sorties/contrat.ts';
import { FenetreSituation } from '../sorties/fenetre-situation.tsx';
import { Groupe } from './groupe.tsx';
import { type LigneDuJour, LignesSeules } from './ligne-du-jour.tsx';

/** `Que devient A. Diallo ?`, how she left, the number to dial. */
function ligneDe(demande: SituationADemander, noter: () => void): LigneDuJour {
  const { sortieId, mois, echeance, salarie, sortie } = demande;
  const libelle = insecables(`Que devient ${nomCourt(salarie.prenom, salarie.nom)} ?`);
  return {
    id: `sortie ${sortieId} ${mois}`,
    libelle,
    echeance,
    detail: [
      `${mois} mois après sa sortie : ${sortie.motif}`,
      sortie.organisation,
      formaterTelephone(salarie.telephone),
    ]
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
    geste: { label: 'Noter', nom: insecables(`Noter la réponse : ${libelle}`), ouvrir: noter },
  };
}

/** People who left, to ask at 3, 6 and 12 months, as one line below what presses. */
export function GroupeSortis({ sortis, today }: { sortis: readonly SituationADemander[]; today: string }) {
  const [ouvert, setOuvert] = useState(false);
  const [appele, appeler] = useState<SituationADemander | null>(null);
  const ancienne = sortis[0];
  return (
    <>
      {ancienne ? (
        <Groupe
          titre={`${accorder(sortis.length, 'personne sortie', 'personnes sorties')} à rappeler`}
          precision={insecables(
            sortis.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '),
          )}
          quand={`dès le ${formaterDate(ancienne.echeance).slice(0, 5)}`}
          retard={false}
          nom="Personnes sorties à rappeler"
          ouvert={ouvert}
          changer={setOuvert}
        >
          <LignesSeules
            lignes={sortis.map((demande) => ligneDe(demande, () => appeler(demande)))}
            today={today}
            avecResponsable={false}
          />
        </Groupe>
      ) : null}
      {appele ? <FenetreSituation demande={appele} fermer={() => appeler(null)} /> : null}
    </>
  );
}
