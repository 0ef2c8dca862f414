import { useState } from 'react';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import { direEcheance } from '../../shared/sollicitations/regles.ts';
import type { GroupeRelances as Relances } from '../../shared/sollicitations/schema.ts';
import { useListe } from '../app/listes.ts';
import { useLecture } from '../app/operations.ts';
import { useNoter } from '../sollicitations/noter.tsx';
import { Groupe } from './groupe.tsx';
import { LignesSeules } from './ligne-du-jour.tsx';
import { ligneDeRelance } from './lignes-reseau.ts';
import type { Qui } from './use-journee.ts';

/** The follow-ups of one mailing as one line. */
export function GroupeRelances(props: { groupe: Relances; qui: Qui; today: string }) {
  const { groupe, qui, today } = props;
  const { libelle } = useListe('canaux');
  const { ouvrir } = useNoter();
  const [ouvert, setOuvert] = useState(false);
  const { data } = useLecture(
    'sollicitations.relancesOfExchange',
    { sollicitationId: groupe.id, qui },
    { actif: ouvert, garderPrecedent: true },
  );
  return (
    <Groupe
      titre={insecables(
        `${libelle(groupe.canal)} du ${formaterDate(groupe.date)} : ${groupe.nombre} à relancer`,
      )}
      precision={[groupe.objet, groupe.libelle].filter(Boolean).join(' · ')}
      quand={
        groupe.enRetard > 0 && groupe.enRetard < groupe.nombre
          ? `${accorder(groupe.enRetard, 'action')} en retard`
          : direEcheance(groupe.echeance, today)
      }
      retard={groupe.enRetard > 0}
      nom="Organisations à relancer"
      ouvert={ouvert}
      changer={setOuvert}
    >
      <LignesSeules
        lignes={(data?.lignes ?? []).map((relance) => ligneDeRelance(relance, ouvrir))}
        today={today}
        avecResponsable={qui === 'equipe'}
      />
    </Groupe>
  );
}
