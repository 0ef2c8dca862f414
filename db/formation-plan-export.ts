import type { FinanceurPlan, PlanAnnee } from '../shared/formation/plan.ts';
import { resteDe, tables } from '../shared/formation/plan-parties.ts';
import type { FiguresPlan } from '../shared/formation/regles-plan.ts';
import { type Colonne, colonne } from './tableur.ts';

/** A line of the plan in a spreadsheet: of the year, of a breakdown, or of a funder. */
export interface LigneExport {
  partie: string;
  nom: string;
  figures: FiguresPlan | null;
  avant: FiguresPlan | null;
  financeur: FinanceurPlan | null;
}

/** The whole plan, line by line, in the order of the screen. */
export function lignesExport(plan: PlanAnnee): LigneExport[] {
  return [
    { partie: 'L’année', nom: String(plan.annee), figures: plan.figures, avant: plan.avant, financeur: null },
    ...tables(plan).flatMap(({ titre, lignes }) =>
      lignes.map(({ nom, figures, avant }) => ({ partie: titre, nom, figures, avant, financeur: null })),
    ),
    ...plan.financeurs.map((financeur) => ({
      partie: 'Par financeur',
      nom: financeur.nom,
      figures: null,
      avant: null,
      financeur,
    })),
  ];
}

export function colonnesPlan(annee: number): Colonne<LigneExport>[] {
  const de =
    (lire: (figures: FiguresPlan) => number, autre?: (financeur: FinanceurPlan) => number) =>
    (ligne: LigneExport): number | null => {
      if (ligne.figures) return lire(ligne.figures);
      return ligne.financeur && autre ? autre(ligne.financeur) : null;
    };
  const euros = (titre: string, lire: (ligne: LigneExport) => number | null) =>
    colonne.euros<LigneExport>(titre, (ligne) => {
      const centimes = lire(ligne);
      return centimes === null ? null : centimes / 100;
    });
  const avant = (lire: (figures: FiguresPlan) => number) => (ligne: LigneExport) =>
    ligne.avant && lire(ligne.avant);
  return [
    colonne.texte('Partie', ({ partie }) => partie),
    colonne.texte('Ligne', ({ nom }) => nom),
    colonne.nombre(
      'Sessions',
      de(
        (une) => une.sessions,
        (un) => un.sessions,
      ),
    ),
    colonne.nombre(
      'Stagiaires',
      de(
        (une) => une.stagiaires,
        (un) => un.stagiaires,
      ),
    ),
    colonne.nombre(
      'Inscriptions',
      de((une) => une.inscriptions),
    ),
    colonne.heures(
      'Heures prévues',
      de((une) => une.prevues),
    ),
    colonne.heures(
      'Heures engagées',
      de(
        (une) => une.engagees,
        (un) => un.engagees,
      ),
    ),
    colonne.heures(
      'Heures réalisées',
      de(
        (une) => une.realisees,
        (un) => un.realisees,
      ),
    ),
    euros(
      'Coût',
      de((une) => une.cout),
    ),
    euros('Demandé', ({ financeur }) => financeur?.demande ?? null),
    euros(
      'Accordé',
      de(
        (une) => une.accorde,
        (un) => un.accorde,
      ),
    ),
    euros(
      'Attendu',
      de(
        (une) => une.attendu,
        (un) => un.attendu,
      ),
    ),
    euros('Refusé', ({ financeur }) => financeur?.refuse ?? null),
    euros('Versé', ({ financeur }) => financeur?.verse ?? null),
    euros('À recevoir', ({ financeur }) => financeur?.aRecevoir ?? null),
    euros('Reste à charge', de(resteDe)),
    colonne.nombre(
      'Allés au bout',
      de((une) => une.auBout),
    ),
    colonne.nombre(
      'Interrompus',
      de((une) => une.interrompus),
    ),
    colonne.nombre(
      'Pas encore finis',
      de((une) => une.enCours),
    ),
    colonne.nombre(
      'Certifiés',
      de((une) => une.certification.total),
    ),
    colonne.nombre(
      'Certifiés en partie',
      de((une) => une.certification.partiel),
    ),
    colonne.nombre(
      'Échoués',
      de((une) => une.certification.echoue),
    ),
    colonne.nombre(
      'Non présentés',
      de((une) => une.certification.nonPresente),
    ),
    colonne.nombre(
      'Résultat inconnu',
      de((une) => une.certification.attente),
    ),
    colonne.heures(
      `Heures engagées ${annee - 1}`,
      avant((une) => une.engagees),
    ),
    colonne.heures(
      `Heures réalisées ${annee - 1}`,
      avant((une) => une.realisees),
    ),
    euros(
      `Coût ${annee - 1}`,
      avant((une) => une.cout),
    ),
    euros(`Accordé ${annee - 1}`, (ligne) =>
      ligne.financeur ? ligne.financeur.accordeAvant : avant((une) => une.accorde)(ligne),
    ),
  ];
}
