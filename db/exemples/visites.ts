import { ajouterJours } from '../../shared/dates.ts';
import { type Fiche, presents } from './carnet.ts';
import type { Equipe } from './equipe.ts';
import { ouvreDepuis, type Scene } from './scene.ts';

/** Days from today to the visit being prepared: far enough not to crowd what is to be done now. */
const DANS = 12;

const CHEZ = 'Ferme du Bois-l’Abbesse';

/** A visit that the CIP is preparing, with its call card, its appointment and the first answers. */
export function preparerVisite(scene: Scene, equipe: Equipe, fiches: readonly Fiche[]): void {
  const { today } = scene;
  const fiche = fiches.find(({ nom }) => nom === CHEZ)!;
  scene.le(today, () => {
    scene.par(equipe.cip);
    const { id } = scene.appeler('visites.saveEntretien', {
      organisationId: fiche.id,
      interlocuteurId: presents(fiche, today)[0]!.id,
      appel: {
        objet: 'Voir les haies et parler de la saison',
        but: 'Un chantier d’essai avant la fin de l’hiver',
        contribution: 'Nous montrer les parcelles et dire ce qui presse',
        temps: 'Une heure, sur place',
        accroche:
          'Vous cherchez une équipe pour la taille des haies : nous aimerions voir les lieux avant de vous répondre, et comprendre comment s’organise votre année.',
      },
      grille: {
        besoins: 'Taille des haies cet hiver, puis renfort aux récoltes.',
        saison: 'Récoltes de juin à septembre ; plus calme en novembre.',
      },
    });
    const date = ouvreDepuis(ajouterJours(today, DANS), 1);
    scene.appeler('visites.setRendezVous', {
      id,
      date,
      heure: 14 * 60,
      dureeMinutes: 60,
      lieu: 'À la ferme',
    });
  });
}
