import { createElement } from 'react';
import type { z } from 'zod';
import type { LigneOuverte } from '../shared/bilans/lignes.ts';
import { PagePlan, STYLE_PLAN } from '../shared/documents/formation/plan.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import type { planContrat } from '../shared/formation/plan.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { computePlan, nommeur, readPlan } from './formation-plan-calcul.ts';
import { colonnesPlan, lignesExport } from './formation-plan-export.ts';
import { colonnesParts, readRows, retenues } from './formation-plan-lignes.ts';
import { enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof planContrat> = z.output<(typeof planContrat)[N]['entree']>;

function lignes(
  contexte: Contexte,
  { depuis, nombre, ...choix }: Entree<'formation.planLignes'>,
): { total: number; lignes: LigneOuverte[] } {
  const toutes = readRows(contexte, choix);
  return { total: toutes.length, lignes: toutes.slice(depuis, depuis + nombre) };
}

function exportLignes(
  contexte: Contexte,
  { format, annee, ...choix }: Entree<'formation.planExportLignes'>,
): Promise<Livraison> {
  const lu = readPlan(contexte, annee);
  return deliverTableur(contexte, format, {
    nom: `plan-formation-${annee}-${choix.figure}`,
    feuille: 'Détail',
    colonnes: colonnesParts(nommeur(contexte, lu)),
    lignes: retenues(lu.courante.parts, choix),
  });
}

function exporter(contexte: Contexte, { annee, format }: Entree<'formation.planExport'>): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `plan-formation-${annee}`,
    feuille: `Plan ${annee}`,
    colonnes: colonnesPlan(annee),
    lignes: lignesExport(computePlan(contexte, { annee })),
  });
}

function pageDe(contexte: Contexte, { annee }: { annee: number }): { titre: string; html: string } {
  const structure = enTete(readParametres(contexte.db), 'un plan de formation');
  const titre = `Plan de formation ${annee}`;
  const page = createElement(PagePlan, {
    plan: computePlan(contexte, { annee }),
    structure,
    etabliLe: contexte.today,
  });
  return { titre, html: rendre(page, { titre, pied: piedDe(structure), style: STYLE_PLAN }) };
}

function save(
  { db, instant }: Contexte,
  { annee, orientations, budgetCentimes, presenteLe }: Entree<'formation.savePlan'>,
): Record<string, never> {
  requete(
    db,
    `INSERT INTO plan_formation (annee, orientations, budget_centimes, presente_le, updated_at)
     VALUES (@annee, @orientations, @budgetCentimes, @presenteLe, @instant)
     ON CONFLICT (annee) DO UPDATE SET orientations = @orientations, budget_centimes = @budgetCentimes,
       presente_le = @presenteLe, updated_at = @instant`,
  ).run({ annee, orientations, budgetCentimes, presenteLe, instant });
  return {};
}

export const planFormationOperations = {
  'formation.plan': computePlan,
  'formation.planLignes': lignes,
  'formation.planExportLignes': exportLignes,
  'formation.planExport': exporter,
  'formation.planPage': async (contexte: Contexte, entree: { annee: number }) => ({
    adresse: await contexte.pages.publish(pageDe(contexte, entree).html),
  }),
  'formation.planPdf': async (contexte: Contexte, entree: { annee: number }): Promise<Livraison> => {
    const { titre, html } = pageDe(contexte, entree);
    return contexte.files.deliver({
      nom: nomFichier(titre, 'pdf'),
      type: 'application/pdf',
      contenu: await contexte.pdf.generate(html),
    });
  },
  'formation.savePlan': save,
};
