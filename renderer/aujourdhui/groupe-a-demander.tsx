import { useState } from 'react';
import { formaterDate, insecables, nomCourt } from '../../shared/format.ts';
import { Groupe } from './groupe.tsx';
import { type LigneDuJour, LignesSeules } from './ligne-du-jour.tsx';

interface ADemander {
  echeance: string;
  salarie: { prenom: string; nom: string };
  retard?: boolean;
}

/** People to ask something, first due first, as one line below what presses. */
export function GroupeADemander<D extends ADemander>(props: {
  titre: string;
  nom: string;
  dues: readonly D[];
  ligne: (due: D) => LigneDuJour;
  today: string;
}) {
  const { titre, nom, dues, ligne, today } = props;
  const [ouvert, setOuvert] = useState(false);
  const premiere = dues[0];
  if (!premiere) return null;
  const retards = dues.filter(({ retard }) => retard).length;
  return (
    <Groupe
      titre={titre}
      precision={insecables(dues.map(({ salarie }) => nomCourt(salarie.prenom, salarie.nom)).join(', '))}
      quand={retards > 0 ? `${retards} en retard` : `dès le ${formaterDate(premiere.echeance).slice(0, 5)}`}
      retard={retards > 0}
      nom={nom}
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules lignes={dues.map(ligne)} today={today} avecResponsable={false} />
    </Groupe>
  );
}
