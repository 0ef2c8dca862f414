import { createElement } from 'react';
import { annexesDe } from '../shared/bilans/annexes.ts';
import type { DossierBilan, GenreAnnexe } from '../shared/bilans/dossier.ts';
import type { BilanFige } from '../shared/bilans/fige.ts';
import { DocumentBilan } from '../shared/documents/bilan/document.tsx';
import { STYLE_BILAN } from '../shared/documents/bilan/style.ts';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { rendre } from './documents.ts';

/**
 * What the paper and the workbook of a bilan are made from. `annexe` chooses the rows joined; the profile does when it is
 * left out.
 */
export function dossierDe(
  fige: BilanFige,
  quand: Pick<DossierBilan, 'etabliLe' | 'edition'>,
  annexe: GenreAnnexe = fige.bilan.annexe ? 'pseudonymes' : 'sans',
): DossierBilan {
  const { bilan, structure } = fige;
  return {
    bilan,
    structure,
    ...quand,
    annexes: annexe === 'sans' ? [] : annexesDe(fige, annexe === 'noms'),
  };
}

/** The printable page of a bilan, from its dossier alone: the same dossier makes the same page. */
export function pageBilan(dossier: DossierBilan): string {
  const { bilan, structure } = dossier;
  return rendre(createElement(DocumentBilan, { dossier }), {
    titre: bilan.titre,
    pied: piedDe(structure),
    style: STYLE_BILAN,
  });
}
