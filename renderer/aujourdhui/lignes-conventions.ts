import type { EcheanceDue } from '../../shared/conventions/schema.ts';
import { insecables } from '../../shared/format.ts';
import { GENRES_CONVENTION_COURTS } from '../../shared/nomenclatures/bilans.ts';
import { adresseBilan, adresseConvention, periodeDe } from '../conventions/adresses.ts';
import { rendre } from '../conventions/gestes.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** Something a funder waits for: `Rendre : Bilan 2025`, to whom, for which convention. */
export function ligneARendre(due: EcheanceDue, today: string): LigneDuJour {
  const { id, libelle, date, convention } = due;
  const { financeur, genre, intitule } = convention;
  const periode = periodeDe(due);
  const vers = adresseConvention(convention.id);
  const nom = insecables(`Rendre : ${libelle}`);
  return {
    id: `echeance ${id}`,
    libelle: nom,
    echeance: date,
    detail: [financeur || GENRES_CONVENTION_COURTS[genre], intitule].join(' · '),
    vers,
    responsable: '',
    faire: () => rendre(id, libelle, today),
    geste: periode
      ? {
          label: 'Préparer',
          nom: insecables(`Préparer : ${libelle}`),
          vers: adresseBilan(convention, periode),
        }
      : { label: 'Ouvrir', nom: insecables(`Ouvrir la convention : ${libelle}`), vers },
  };
}
