import type { BesoinLigne } from '../shared/formation/besoins.ts';
import { ORIGINES_BESOIN, PRIORITES_BESOIN, STATUTS_BESOIN } from '../shared/nomenclatures/formation.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { type Colonne, colonne } from './tableur.ts';

/** Columns of the list of needs; the words of open lists are the structure's. */
export function colonnesBesoins(db: Base): Colonne<BesoinLigne>[] {
  const theme = libelles(db, 'themes_formation');
  const support = libelles(db, 'supports');
  return [
    colonne.texte('Nom', ({ salarie }) => salarie?.nom ?? ''),
    colonne.texte('Prénom', ({ salarie }) => salarie?.prenom ?? ''),
    colonne.texte('Support', (ligne) => {
      const code = ligne.support || (ligne.salarie?.support ?? '');
      return code === '' ? '' : support(code);
    }),
    colonne.nombre('Personnes', ({ effectif }) => effectif),
    colonne.texte('Thème', (ligne) => theme(ligne.theme)),
    colonne.texte('Précision', ({ libelle }) => libelle),
    colonne.texte('Origine', ({ origine }) => label(ORIGINES_BESOIN, origine)),
    colonne.texte('Employeur', ({ organisation }) => organisation?.nom ?? ''),
    colonne.texte('Priorité', ({ priorite }) => label(PRIORITES_BESOIN, priorite)),
    colonne.date('Souhaité pour le', ({ souhaiteLe }) => souhaiteLe),
    colonne.texte('État', ({ statut }) => label(STATUTS_BESOIN, statut)),
    colonne.texte('Pourquoi écarté', ({ motifEcart }) => motifEcart),
    colonne.texte('Session', ({ session }) => (session ? `${session.numero} ${session.titre}` : '')),
    colonne.date('Début de la session', ({ session }) => session?.debut ?? null),
    colonne.date('Fin du contrat', ({ salarie }) => salarie?.finContrat ?? null),
    colonne.date('Recueilli le', ({ recueilliLe }) => recueilliLe),
    colonne.nombre('Campagne', ({ campagne }) => campagne?.annee ?? null),
  ];
}
