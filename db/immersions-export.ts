import type { DateCivile } from '../shared/dates.ts';
import { etatImmersion, LIBELLES_ETAT } from '../shared/immersions/etat.ts';
import type { ImmersionLigne } from '../shared/immersions/schema.ts';
import { OBJETS } from '../shared/nomenclatures/immersions.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { type Colonne, colonne } from './tableur.ts';

/** The state is that of the day of the export, as the screen shows it. */
export const colonnesImmersions = (today: DateCivile): Colonne<ImmersionLigne>[] => [
  colonne.texte('Convention', ({ numero }) => numero),
  colonne.texte('Nom', ({ salarie }) => salarie.nom),
  colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
  colonne.texte('Accueil', ({ organisation }) => organisation.nom),
  colonne.texte('Objet', ({ objet }) => objet && label(OBJETS, objet)),
  colonne.date('Du', ({ debut }) => debut),
  colonne.date('Au', ({ fin }) => fin),
  colonne.date('Fin d’abord prévue', ({ finPrevue }) => finPrevue),
  colonne.nombre('Jours', ({ jours }) => jours),
  colonne.heures('Heures prévues', ({ minutes }) => minutes),
  colonne.heures('Heures faites', ({ minutesFaites }) => minutesFaites),
  colonne.texte('Métier', ({ metier }) => metier),
  colonne.texte('Référent', ({ referent }) => referent),
  colonne.texte('État', (ligne) => LIBELLES_ETAT[etatImmersion(ligne, today)]),
  colonne.date('Bilan du', ({ bilanLe }) => bilanLe),
  colonne.texte('Objectifs', ({ objectifs }) => objectifs),
];
