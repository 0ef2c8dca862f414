import { formaterTelephone, insecables, nomCourt } from '../../shared/format.ts';
import type { PointDu } from '../../shared/immersions/suivi.ts';
import { type CiblePoint, deplacer, tenir } from '../immersions/suivi/gestes.ts';
import type { LigneDuJour } from './ligne-du-jour.tsx';

/** A follow-up point of an immersion: `Point de la semaine 2 : A. Diallo`, where, with whom, the number to dial. */
export function ligneDePoint(point: PointDu): LigneDuJour {
  const { immersionId, cle, titre, salarie, organisation, tuteur, echeance } = point;
  const libelle = insecables(`${titre} : ${nomCourt(salarie.prenom, salarie.nom)}`);
  const cible: CiblePoint = { immersionId, cle, titre: libelle };
  const page = `/immersions/${immersionId}`;
  const bilan = point.genre === 'bilan';
  return {
    id: `${immersionId} ${cle}`,
    libelle,
    echeance,
    detail: [organisation.nom, tuteur.nom, formaterTelephone(tuteur.telephone || organisation.telephone)]
      .filter(Boolean)
      .join(' · '),
    vers: bilan ? `${page}/bilan` : `${page}/suivi`,
    responsable: point.referent?.nom ?? '',
    faire: () => tenir(cible),
    reporter: {
      jourSeul: true,
      choisir: async (moment) => {
        if (moment.echeance !== null) await deplacer(cible, moment.echeance);
      },
    },
    geste: {
      label: bilan ? 'Bilan' : 'Saisir',
      nom: insecables(`${bilan ? 'Ouvrir le bilan' : 'Saisir'} : ${libelle}`),
      vers: bilan ? `${page}/bilan` : `${page}/suivi?point=${cle}`,
    },
  };
}
