import { useState } from 'react';
import {
  accorder,
  formaterDate,
  formaterJourCourt,
  formaterTelephone,
  insecables,
  nomCourt,
} from '../../shared/format.ts';
import type { FseDue } from '../../shared/fse/contrat.ts';
import { Groupe } from './groupe.tsx';
import { type LigneDuJour, LignesSeules } from './ligne-du-jour.tsx';

function ligneDe(due: FseDue, noter: (due: FseDue) => void): LigneDuJour {
  const { salarie, entreeId, moment, echeance, departLe, retard } = due;
  const nom = nomCourt(salarie.prenom, salarie.nom);
  const libelle = moment === 'sortie' ? `FSE+, sortie : ${nom}` : `FSE+, six mois après : ${nom}`;
  const jour = formaterDate(echeance).slice(0, 5);
  return {
    id: `fse ${entreeId} ${moment}`,
    libelle: insecables(libelle),
    echeance,
    detail: [`Parcours fini le ${formaterDate(departLe)}`, formaterTelephone(salarie.telephone)]
      .filter(Boolean)
      .map(insecables)
      .join(' · '),
    vers: `/salaries/${salarie.id}`,
    responsable: '',
    quand: {
      texte: moment === 'sortie' ? `avant le ${jour}` : `dès le ${jour}`,
      titre: formaterJourCourt(echeance),
      presse: retard,
    },
    geste: { label: 'Noter', nom: insecables(`Noter la réponse : ${libelle}`), ouvrir: () => noter(due) },
  };
}

/** Questionnaires of the FSE+ to have filled in, as one line below what presses. */
export function GroupeFse(props: { dues: readonly FseDue[]; today: string; noter: (due: FseDue) => void }) {
  const { dues, today, noter } = props;
  const [ouvert, setOuvert] = useState(false);
  const premiere = dues[0];
  if (!premiere) return null;
  const retards = dues.filter(({ retard }) => retard).length;
  return (
    <Groupe
      titre={`${accorder(dues.length, 'questionnaire')} FSE+ à demander`}
      precision={insecables(dues.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '))}
      quand={retards > 0 ? `${retards} en retard` : `dès le ${formaterDate(premiere.echeance).slice(0, 5)}`}
      retard={retards > 0}
      nom="Questionnaires FSE+ à demander"
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules lignes={dues.map((due) => ligneDe(due, noter))} today={today} avecResponsable={false} />
    </Groupe>
  );
}
