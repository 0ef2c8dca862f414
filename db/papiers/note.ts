import { createElement } from 'react';
import { CSS_IMMERSION, nomUsuel } from '../../shared/documents/immersion/commun.tsx';
import {
  CSS_NOTE,
  type DonneesNote,
  NoteDePoint,
  titreNote,
} from '../../shared/documents/immersion/note.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import { formaterDate } from '../../shared/format.ts';
import type { Point } from '../../shared/immersions/regles-points.ts';
import type { Contexte } from '../contexte.ts';
import { trouverImmersion } from '../immersions.ts';
import { readPoints } from '../immersions-points.ts';
import { libelles } from '../nomenclatures.ts';
import { lireImmersion } from './commun.ts';
import type { Papier } from './papier.ts';

/** Points that have something to print: those held, by the row they were written in. */
const tenus = (contexte: Contexte, immersionId: string): (Point & { id: string; faitLe: string })[] =>
  readPoints(contexte, trouverImmersion(contexte.db, immersionId)).flatMap((point) =>
    point.id !== null && point.faitLe !== null ? [{ ...point, id: point.id, faitLe: point.faitLe }] : [],
  );

/** The sheet to hold a point with: nothing of it is known yet. */
const A_REMPLIR = {
  titre: 'Point intermédiaire',
  faitLe: null,
  echeance: null,
  moyen: '',
  presents: [],
  personne: '',
  avisTuteur: '',
  avisStructure: '',
  suite: '',
  prochain: null,
};

function read(contexte: Contexte, immersionId: string, objetId: string): DonneesNote {
  const { reperes } = lireImmersion(contexte, immersionId);
  if (objetId === '') return { ...reperes, ...A_REMPLIR };
  const point = tenus(contexte, immersionId).find(({ id }) => id === objetId);
  if (!point) throw new ErreurMetier('introuvable', { message: 'Ce point n’existe plus.' });
  const { titre, faitLe, echeance, contenu } = point;
  const noms = {
    personne: nomUsuel(reperes.beneficiaire),
    tuteur: reperes.tuteur.nom || 'le tuteur',
    structure: reperes.referent?.nom || reperes.structure.raisonSociale,
  };
  return {
    ...reperes,
    titre,
    faitLe,
    echeance,
    moyen: contenu.canal && libelles(contexte.db, 'canaux')(contenu.canal),
    presents: [...contenu.presents.map((qui) => noms[qui]), contenu.autres].filter(Boolean),
    personne: contenu.personne,
    avisTuteur: contenu.tuteur,
    avisStructure: contenu.structure,
    suite: contenu.suite,
    prochain: contenu.prochain,
  };
}

/** The report of a follow-up point. */
export const papierNote: Papier<DonneesNote> = {
  titre: titreNote,
  read,
  // Never marked as a draft: nothing of it is signed before it is held.
  page: (d, { edition, vierge }) => createElement(NoteDePoint, { d, edition, vierge }),
  style: CSS_IMMERSION + CSS_NOTE,
  vierge: true,
  objets: (contexte, immersionId) => [
    ...tenus(contexte, immersionId).map(({ id, titre, faitLe }) => ({
      id,
      titre: `${titre}, tenu le ${formaterDate(faitLe)}`,
    })),
    { id: '', titre: 'Point intermédiaire, à remplir' },
  ],
  obstacle: (_, __, objetId) =>
    objetId === ''
      ? { jamais: false, phrase: 'Cette feuille s’imprime vierge, pour noter un point sur place.' }
      : null,
};
