import { aujourdhuiOperations } from './aujourdhui.ts';
import { bilansOperations } from './bilans.ts';
import { temoignagesOperations } from './bilans-temoignages.ts';
import { conventionsOperations } from './conventions.ts';
import type { Implementations } from './dispatch.ts';
import { donneesOperations } from './donnees.ts';
import { doublonsOperations } from './doublons-probables.ts';
import { formationOperations } from './formation.ts';
import { fseOperations } from './fse.ts';
import { fusionOperations } from './fusion.ts';
import { heuresOperations } from './heures.ts';
import { immersionsOperations } from './immersions.ts';
import { bilanImmersionOperations } from './immersions-bilan.ts';
import { immersionsCalendrierOperations } from './immersions-calendrier.ts';
import { immersionsHistoriqueOperations } from './immersions-historique.ts';
import { immersionsListeOperations } from './immersions-liste.ts';
import { immersionsObjectifsOperations } from './immersions-objectifs.ts';
import { repriseOperations } from './immersions-reprise.ts';
import { suiviOperations } from './immersions-suivi.ts';
import { vieOperations } from './immersions-vie.ts';
import { importationOperations } from './importation.ts';
import { listesOperations } from './listes.ts';
import { papiersOperations } from './papiers/operations.ts';
import { parametresOperations } from './parametres.ts';
import { passationOperations } from './passation.ts';
import { reseauOperations } from './reseau.ts';
import { salariesOperations } from './salaries.ts';
import { salariesPapiersOperations } from './salaries-papiers.ts';
import { parcoursSalarieOperations } from './salaries-parcours.ts';
import { radarOperations } from './salaries-radar.ts';
import { saturationOperations } from './saturation.ts';
import { secteursOperations } from './secteurs.ts';
import { seuilsOperations } from './seuils.ts';
import { sollicitationsOperations } from './sollicitations.ts';
import { sortiesOperations } from './sorties.ts';
import { visitesOperations } from './visites.ts';

/** One function per operation of the contract; the type refuses a missing or mistyped one. */
export const operations: Implementations = {
  ...parametresOperations,
  ...listesOperations,
  ...donneesOperations,
  ...reseauOperations,
  ...doublonsOperations,
  ...fusionOperations,
  ...saturationOperations,
  ...passationOperations,
  ...secteursOperations,
  ...importationOperations,
  ...sollicitationsOperations,
  ...visitesOperations,
  ...aujourdhuiOperations,
  ...salariesOperations,
  ...parcoursSalarieOperations,
  ...radarOperations,
  ...salariesPapiersOperations,
  ...immersionsOperations,
  ...repriseOperations,
  ...vieOperations,
  ...immersionsListeOperations,
  ...immersionsCalendrierOperations,
  ...immersionsHistoriqueOperations,
  ...immersionsObjectifsOperations,
  ...papiersOperations,
  ...bilanImmersionOperations,
  ...seuilsOperations,
  ...suiviOperations,
  ...formationOperations,
  ...sortiesOperations,
  ...heuresOperations,
  ...conventionsOperations,
  ...fseOperations,
  ...bilansOperations,
  ...temoignagesOperations,
};
