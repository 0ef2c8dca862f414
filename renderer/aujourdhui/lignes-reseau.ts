import { formaterTelephone } from '../../shared/format.ts';
import { normaliser } from '../../shared/normaliser.ts';
import type { RelanceDatee } from '../../shared/sollicitations/schema.ts';
import { nommer } from '../sollicitations/apparence.tsx';
import type { useNoter } from '../sollicitations/noter.tsx';
import { faire, reporter } from '../sollicitations/suites.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** What helps to do it: where, who, the number to dial, what was said; what the title already says is left out. */
function detail({ libelle, organisation, interlocuteur, texte }: RelanceDatee): string {
  const dit = normaliser(libelle);
  const tu = (nom: string) => (dit.includes(normaliser(nom)) ? '' : nom);
  const telephone = formaterTelephone(interlocuteur?.telephone || organisation.telephone);
  const personne = interlocuteur ? tu(nommer(interlocuteur)) : '';
  return [[tu(organisation.nom), personne].filter(Boolean).join(', '), telephone, texte]
    .filter(Boolean)
    .join(' · ');
}

/** A follow-up promised to an organisation; `noter` opens the window where its exchange is written. */
export function ligneDeRelance(
  relance: RelanceDatee,
  noter: ReturnType<typeof useNoter>['ouvrir'],
): LigneDuJour {
  const { id, libelle, echeance, organisation, responsable } = relance;
  return {
    id,
    libelle,
    echeance,
    detail: detail(relance),
    vers: `/reseau/${organisation.id}`,
    responsable: responsable?.nom ?? '',
    faire: () => faire(relance),
    reporter: { jourSeul: false, choisir: (moment) => reporter(relance, moment) },
    geste: {
      label: 'Noter',
      nom: `Noter un échange : ${libelle}`,
      ouvrir: () => noter({ organisationId: organisation.id, relanceId: id }),
    },
  };
}
