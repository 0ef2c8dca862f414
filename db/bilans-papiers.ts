import type { z } from 'zod';
import type { DossierBilan } from '../shared/bilans/dossier.ts';
import type { papiersBilanContrat } from '../shared/bilans/papiers.ts';
import type { Livraison } from '../shared/livraison.ts';
import { readDossier, type Vise } from './bilans-dossier.ts';
import { readEmission } from './bilans-emissions.ts';
import { feuillesBilan } from './bilans-feuilles.ts';
import { pageBilan } from './bilans-page.ts';
import type { Contexte } from './contexte.ts';
import { figerPdf, nomFichier } from './documents.ts';
import { pdfGarde } from './papiers/emission.ts';
import { deliverClasseur } from './tableur.ts';

type Entree<N extends keyof typeof papiersBilanContrat> = z.output<(typeof papiersBilanContrat)[N]['entree']>;

/** Its name as a file, without extension. */
const nomDe = ({ bilan, edition }: DossierBilan) =>
  nomFichier(edition ? `${bilan.titre} version ${edition.edition}` : bilan.titre, '').replace(/\.$/, '');

async function page(contexte: Contexte, vise: Vise): Promise<{ adresse: string }> {
  return { adresse: await contexte.pages.publish(pageBilan(readDossier(contexte, vise))) };
}

/** The PDF as it was sent; made again from the frozen data when it was not kept. */
async function contenuPdf(contexte: Contexte, { id, edition }: Vise, dossier: DossierBilan) {
  const { db, pdf, instant } = contexte;
  const emission = edition === null ? null : readEmission(db, { id, edition }).emission;
  const garde = emission && pdfGarde(contexte, emission);
  return garde ?? figerPdf(await pdf.generate(pageBilan(dossier)), emission?.emisLe ?? instant);
}

async function pdf(contexte: Contexte, vise: Vise): Promise<Livraison> {
  const dossier = readDossier(contexte, vise);
  return contexte.files.deliver({
    nom: `${nomDe(dossier)}.pdf`,
    type: 'application/pdf',
    contenu: await contenuPdf(contexte, vise, dossier),
  });
}

function tableur(
  contexte: Contexte,
  { format, annexe, ...vise }: Entree<'bilans.tableur'>,
): Promise<Livraison> {
  const dossier = readDossier(contexte, vise, annexe);
  return deliverClasseur(contexte, format, { nom: nomDe(dossier), feuilles: feuillesBilan(dossier) });
}

export const papiersBilanOperations = { 'bilans.page': page, 'bilans.pdf': pdf, 'bilans.tableur': tableur };
