import { createElement } from 'react';
import type { z } from 'zod';
import { nomPeriode } from '../shared/bilans/regles.ts';
import type { Bilan, Choix, LigneBilan, lignesSaisie, Periode } from '../shared/bilans/schema.ts';
import { PageBilan } from '../shared/documents/bilan.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Structure } from '../shared/parametres/schema.ts';
import { computeBilan } from './bilans-calcul.ts';
import { COLONNES_BILAN, lignesCsv } from './bilans-csv.ts';
import { readRows, rowsForCsv } from './bilans-lignes.ts';
import type { Contexte } from './contexte.ts';
import { deliverCsv } from './csv.ts';
import { rendre } from './documents.ts';
import { readParametres } from './parametres.ts';

/** The structure whose heading a bilan carries; refused before the first run. */
function structureDe({ db }: Contexte): Structure {
  const { structure } = readParametres(db);
  if (structure) return structure;
  throw new ErreurMetier('regle', {
    message: 'Renseignez d’abord votre structure dans Paramètres : un bilan porte son en-tête.',
  });
}

/** `bilan 2025-01-01 2025-12-31`: sorts by period in a folder. */
const nomFichier = ({ debut, fin }: Periode, suite = '') => `bilan ${debut} ${fin}${suite}`;

function compute(contexte: Contexte, periode: Periode): Bilan {
  return computeBilan(contexte, periode);
}

function rows(
  contexte: Contexte,
  { depuis, nombre, ...choix }: z.output<typeof lignesSaisie>,
): { total: number; lignes: LigneBilan[] } {
  return readRows(contexte, choix, { depuis, nombre });
}

function exportRows(contexte: Contexte, choix: Choix): Promise<Livraison> {
  const { colonnes, lignes } = rowsForCsv(contexte, choix);
  return deliverCsv(contexte, nomFichier(choix, ` ${choix.figure}`), colonnes, lignes);
}

function exportCsv(contexte: Contexte, periode: Periode): Promise<Livraison> {
  const structure = structureDe(contexte);
  const lignes = lignesCsv(computeBilan(contexte, periode), structure);
  return deliverCsv(contexte, nomFichier(periode), COLONNES_BILAN, lignes);
}

function page(contexte: Contexte, periode: Periode): string {
  const structure = structureDe(contexte);
  const bilan = computeBilan(contexte, periode);
  return rendre(createElement(PageBilan, { bilan, structure, etabliLe: contexte.today }), {
    titre: `Bilan ${nomPeriode(periode)}`,
    pied: piedDe(structure),
  });
}

async function preview(contexte: Contexte, periode: Periode): Promise<{ adresse: string }> {
  return { adresse: await contexte.pages.publish(page(contexte, periode)) };
}

async function exportPdf(contexte: Contexte, periode: Periode): Promise<Livraison> {
  return contexte.files.deliver({
    nom: `${nomFichier(periode)}.pdf`,
    type: 'application/pdf',
    contenu: await contexte.pdf.generate(page(contexte, periode)),
  });
}

export const bilansOperations = {
  'bilans.compute': compute,
  'bilans.rows': rows,
  'bilans.exportRows': exportRows,
  'bilans.exportCsv': exportCsv,
  'bilans.preview': preview,
  'bilans.exportPdf': exportPdf,
};
