import { createElement } from 'react';
import type { z } from 'zod';
import { nomPeriode } from '../shared/bilans/regles.ts';
import type {
  Bilan,
  choixExport,
  LigneBilan,
  lignesSaisie,
  Periode,
  periodeExport,
} from '../shared/bilans/schema.ts';
import { PageBilan } from '../shared/documents/bilan.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import type { Livraison } from '../shared/livraison.ts';
import { computeBilan } from './bilans-calcul.ts';
import { lignesBilansOperations } from './bilans-chiffres.ts';
import { emissionsBilansOperations } from './bilans-emissions.ts';
import { COLONNES_BILAN, lignesExport } from './bilans-export.ts';
import { readRows, rowsForExport } from './bilans-lignes.ts';
import { papiersBilanOperations } from './bilans-papiers.ts';
import { bilansPreparesOperations } from './bilans-preparation.ts';
import { profilsBilansOperations } from './bilans-profils.ts';
import type { Contexte } from './contexte.ts';
import { rendre } from './documents.ts';
import { enTete, readParametres } from './parametres.ts';
import { deliverTableur } from './tableur.ts';

/** The structure whose heading a bilan carries; refused before the first run. */
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

function exportRows(
  contexte: Contexte,
  { format, ...choix }: z.output<typeof choixExport>,
): Promise<Livraison> {
  const nom = nomFichier(choix, ` ${choix.figure}`);
  return deliverTableur(contexte, format, { nom, feuille: 'Détail', ...rowsForExport(contexte, choix) });
}

function exporter(
  contexte: Contexte,
  { format, ...periode }: z.output<typeof periodeExport>,
): Promise<Livraison> {
  const structure = enTete(readParametres(contexte.db), 'un bilan');
  return deliverTableur(contexte, format, {
    nom: nomFichier(periode),
    feuille: 'Bilan',
    colonnes: COLONNES_BILAN,
    lignes: lignesExport(computeBilan(contexte, periode), structure),
  });
}

function page(contexte: Contexte, periode: Periode): string {
  const structure = enTete(readParametres(contexte.db), 'un bilan');
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
  ...papiersBilanOperations,
  ...lignesBilansOperations,
  ...bilansPreparesOperations,
  ...emissionsBilansOperations,
  ...profilsBilansOperations,
  'bilans.compute': compute,
  'bilans.rows': rows,
  'bilans.exportRows': exportRows,
  'bilans.export': exporter,
  'bilans.preview': preview,
  'bilans.exportPdf': exportPdf,
};
