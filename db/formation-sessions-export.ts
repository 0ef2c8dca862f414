import { LIBELLES_ETAT_SESSION } from '../shared/formation/etat-session.ts';
import type { SessionLigne } from '../shared/formation/session.ts';
import { GENRES_FORMATION, MODES_COUT } from '../shared/nomenclatures/formation.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { type Colonne, colonne } from './tableur.ts';

/** The list of sessions as a spreadsheet has it. */
export function colonnesSessions(db: Base): readonly Colonne<SessionLigne>[] {
  const theme = libelles(db, 'themes_formation');
  const support = libelles(db, 'supports');
  return [
    colonne.texte('Session', ({ numero }) => numero),
    colonne.texte('Formation', ({ titre }) => titre),
    colonne.texte('Genre', ({ genre }) => label(GENRES_FORMATION, genre)),
    colonne.texte('Thème', (ligne) => (ligne.theme === '' ? '' : theme(ligne.theme))),
    colonne.texte('Support', (ligne) => (ligne.support === '' ? '' : support(ligne.support))),
    colonne.texte('Organisme', ({ organisme }) => organisme?.nom ?? ''),
    colonne.texte('Lieu', ({ lieu }) => lieu),
    colonne.date('Début', ({ debut }) => debut),
    colonne.date('Fin', ({ fin }) => fin),
    colonne.nombre('Demi-journées', ({ demiJournees }) => demiJournees),
    colonne.heures('Heures par stagiaire', ({ minutes }) => minutes),
    colonne.texte('Sur le temps de travail', ({ surTempsTravail }) => (surTempsTravail ? 'oui' : 'non')),
    colonne.nombre('Places minimum', ({ remplissage }) => remplissage.min),
    colonne.nombre('Places', ({ remplissage }) => remplissage.max),
    colonne.nombre('Stagiaires prévus', ({ stagiairesPrevus }) => stagiairesPrevus),
    colonne.nombre('Stagiaires engagés', ({ remplissage }) => remplissage.nous),
    colonne.nombre('En attente', ({ remplissage }) => remplissage.enAttente),
    colonne.nombre('Places des partenaires', ({ remplissage }) => remplissage.partenaires),
    colonne.texte('Coût compté', ({ coutMode }) => label(MODES_COUT, coutMode)),
    colonne.euros('Coût', ({ coutCentimes }) => coutCentimes / 100),
    colonne.texte('Référent', ({ referent }) => referent),
    colonne.texte('État', ({ etat }) => LIBELLES_ETAT_SESSION[etat]),
  ];
}
