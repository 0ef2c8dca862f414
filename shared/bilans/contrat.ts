import { z } from 'zod';
import { livraison } from '../livraison.ts';
import { lecture } from '../operation.ts';
import { bilansPreparesContrat } from './bilans.ts';
import { emissionsContrat } from './emissions.ts';
import { lignesContrat } from './lignes.ts';
import { papiersBilanContrat } from './papiers.ts';
import { profilsContrat } from './profils.ts';
import { bilan, choixExport, ligneBilan, lignesSaisie, periodeExport, periodeSaisie } from './schema.ts';

const TABLES = ['organisation', 'sollicitation', 'relance', 'salarie', 'immersion', 'embauche'] as const;
const PAGE = [...TABLES, 'structure'] as const;

export const bilansContrat = {
  ...lignesContrat,
  ...bilansPreparesContrat,
  ...emissionsContrat,
  ...profilsContrat,
  ...papiersBilanContrat,
  'bilans.compute': lecture(periodeSaisie, bilan, TABLES),
  /** The rows behind a figure; `total` always equals that figure. */
  'bilans.rows': lecture(lignesSaisie, z.object({ total: z.int(), lignes: z.array(ligneBilan) }), TABLES),
  'bilans.exportRows': lecture(choixExport, livraison, TABLES),
  'bilans.export': lecture(periodeExport, livraison, PAGE),
  /** Relative address of the printable page. */
  'bilans.preview': lecture(periodeSaisie, z.object({ adresse: z.string() }), PAGE),
  'bilans.exportPdf': lecture(periodeSaisie, livraison, PAGE),
};
