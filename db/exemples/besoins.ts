import { ajouterJours } from '../../shared/dates.ts';
import type { Recit } from './formation.ts';
import { ORIENTATIONS_PLAN } from './phrases-parcours.ts';
import { ouvreDepuis } from './scene.ts';

const BESOINS = [
  ['savoirs_base', 'frein', 'haute', 'Lire les consignes du chantier'],
  ['francais', 'frein', 'haute', 'Se présenter à un employeur'],
  ['conduite', 'employeur', 'haute', 'Chariot élévateur'],
  ['conduite', 'projet', 'moyenne', 'Chariot élévateur'],
  ['securite', 'obligation', 'haute', 'Secourisme'],
  ['proprete', 'projet', 'moyenne', 'Titre d’agent de propreté'],
  ['vente', 'demande', 'moyenne', 'Tenue de caisse'],
  ['numerique', 'demande', 'basse', 'Démarches en ligne'],
  ['code_route', 'frein', 'haute', 'Code de la route'],
  ['espaces_verts', 'poste', 'moyenne', 'Taille des arbustes'],
] as const;

/** The survey of this year, nearly over, and that of the year before, closed. */
export function recueillir({ scene, equipe, salaries, hasard }: Recit): void {
  const { today } = scene;
  const annee = Number(today.slice(0, 4));
  for (const recul of [1, 0]) {
    const ouverture = ouvreDepuis(recul === 1 ? ajouterJours(today, -365) : ajouterJours(today, -38), 1);
    scene.le(ouverture, () => {
      scene.par(equipe.cip);
      const { id: campagneId } = scene.appeler('formation.openCampagne', {
        annee: annee - recul,
        ouverteLe: ouverture,
        echeance: ajouterJours(ouverture, 45),
        note: 'À rendre à Karine, ou à remplir avec l’encadrant pendant une pause.',
      });
      const { personnes } = scene.appeler('formation.campagne', { id: campagneId });
      const presents = new Map(salaries.map((salarie) => [salarie.id, salarie]));
      for (const [rang, { salarie }] of personnes.entries()) {
        // Four people are still to be asked this year.
        if ((recul === 0 && rang % 5 === 3) || !presents.has(salarie.id)) continue;
        const date = scene.ouvre(ajouterJours(ouverture, 3 + (rang % 20)));
        scene.le(date, () => {
          scene.par(rang % 2 === 0 ? equipe.cip : equipe.encadrant);
          scene.appeler('formation.recueillir', {
            campagneId,
            salarieId: salarie.id,
            recueilliLe: date,
            besoins: hasard
              .melanger(BESOINS)
              .slice(
                0,
                hasard.pondere([
                  [0, 1],
                  [1, 4],
                  [2, 3],
                ] as const),
              )
              .map(([theme, origine, priorite, libelle]) => ({
                theme,
                origine,
                priorite,
                libelle,
                souhaiteLe: hasard.chance(0.4) ? ajouterJours(date, hasard.entier(60, 200)) : null,
              })),
          });
        });
      }
      if (recul === 1)
        scene.le(
          scene.ouvre(ajouterJours(ouverture, 50)),
          () =>
            void scene.appeler('formation.closeCampagne', {
              id: campagneId,
              closeLe: scene.ouvre(ajouterJours(ouverture, 50)),
            }),
        );
    });
  }
  scene.le(scene.ouvre(ajouterJours(today, -30)), () => {
    scene.par(equipe.encadrant);
    scene.appeler('formation.createBesoin', {
      support: 'recyclerie',
      effectif: 5,
      theme: 'logistique',
      libelle: 'Gestes de manutention et rangement du stock',
      origine: 'poste',
      priorite: 'moyenne',
      souhaiteLe: null,
    });
  });
}

/** What was written beside the figures of last year's plan and of this one. */
export function ecrirePlans({ scene, equipe }: Recit): void {
  const { today } = scene;
  const courante = Number(today.slice(0, 4));
  for (const annee of [courante - 1, courante]) {
    const presenteLe = ouvreDepuis(`${annee}-01-20`, 1);
    const date = presenteLe > today ? scene.ouvre(today) : presenteLe;
    scene.le(date, () => {
      scene.par(equipe.directrice);
      scene.appeler('formation.savePlan', {
        annee,
        orientations: ORIENTATIONS_PLAN,
        budgetCentimes: annee === courante ? 2_400_000 : 2_100_000,
        presenteLe: presenteLe > today ? null : presenteLe,
      });
    });
  }
}
