import { ErreurMetier } from '../shared/erreurs.ts';
import type { SortieLue } from '../shared/sorties/contrat.ts';
import type { Contexte } from './contexte.ts';
import { sortiesEcritureOperations } from './sorties-ecriture.ts';
import { readSortie, readSortiesDe } from './sorties-lecture.ts';
import { sortiesListeOperations } from './sorties-liste.ts';
import { sortiesMotifsOperations } from './sorties-motifs.ts';
import { sortiesSituationsOperations } from './sorties-situations.ts';

function get({ db, today }: Contexte, { id }: { id: string }): SortieLue {
  const lue = readSortie(db, id, today);
  if (!lue) throw new ErreurMetier('introuvable');
  return lue;
}

export const sortiesOperations = {
  'sorties.get': get,
  'sorties.deSalarie': ({ db, today }: Contexte, { salarieId }: { salarieId: string }) =>
    readSortiesDe(db, salarieId, today),
  ...sortiesListeOperations,
  ...sortiesEcritureOperations,
  ...sortiesSituationsOperations,
  ...sortiesMotifsOperations,
};
