import type { z } from 'zod';
import { aujourdhuiContrat } from './aujourdhui/contrat.ts';
import { bilansContrat } from './bilans/contrat.ts';
import { temoignagesContrat } from './bilans/temoignages.ts';
import { conventionsContrat } from './conventions/contrat.ts';
import { donneesContrat } from './donnees/contrat.ts';
import { formationContrat } from './formation/contrat.ts';
import { fseContrat } from './fse/contrat.ts';
import { heuresContrat } from './heures/contrat.ts';
import { immersionsContrat } from './immersions/contrat.ts';
import type { Operation } from './operation.ts';
import { parametresContrat } from './parametres/contrat.ts';
import { reseauContrat } from './reseau/contrat.ts';
import { fusionContrat } from './reseau/fusion/contrat.ts';
import { importationContrat } from './reseau/import/contrat.ts';
import { personnesContrat } from './reseau/personnes/contrat.ts';
import { salariesContrat } from './salaries/contrat.ts';
import { sollicitationsContrat } from './sollicitations/contrat.ts';
import { sortiesContrat } from './sorties/contrat.ts';
import { visitesContrat } from './visites/contrat.ts';

/** Every operation of Passerelle with its input and output: the only door between screens and data. */
export const contrat = {
  ...parametresContrat,
  ...donneesContrat,
  ...reseauContrat,
  ...personnesContrat,
  ...fusionContrat,
  ...importationContrat,
  ...sollicitationsContrat,
  ...visitesContrat,
  ...aujourdhuiContrat,
  ...salariesContrat,
  ...immersionsContrat,
  ...formationContrat,
  ...sortiesContrat,
  ...heuresContrat,
  ...conventionsContrat,
  ...fseContrat,
  ...bilansContrat,
  ...temoignagesContrat,
} satisfies Record<string, Operation>;

export type Contrat = typeof contrat;
export type NomOperation = keyof Contrat;
/** What a caller may write: fields as typed, before normalisation. */
export type Entree<N extends NomOperation> = z.input<Contrat[N]['entree']>;
export type Sortie<N extends NomOperation> = z.output<Contrat[N]['sortie']>;
