import type { Conventions } from './conventions.ts';
import type { Equipe } from './equipe.ts';
import type { Scene } from './scene.ts';

const TEMOIGNAGES = [
  {
    jours: '05-12',
    signature: 'Salariée en parcours, 34 ans',
    texte:
      'À la ressourcerie on m’a confié la caisse dès la deuxième semaine. J’ai su que je pouvais tenir un poste.',
  },
  {
    jours: '09-18',
    signature: 'Chef d’équipe, entreprise de paysage',
    texte:
      'L’immersion nous évite de recruter sur un papier. Deux semaines suffisent pour voir si le métier plaît vraiment.',
  },
] as const;

/** Words of last year's bilan, by section. */
const MOTS_DDETS = {
  moyens:
    'L’équipe permanente compte quatre personnes. L’atelier a changé de local en septembre, sans interruption de l’activité.',
  personnes:
    'Les orientations viennent surtout de l’agence de Riom et des services du département. La mobilité reste le premier obstacle au recrutement.',
  accompagnement:
    'Chaque personne est reçue au moins toutes les six semaines. Un bilan d’étape à trois est fait avant chaque renouvellement.',
  orientation:
    'Les immersions chez de nouveaux employeurs ont progressé ; trois d’entre elles ont débouché sur un contrat.',
  resultats:
    'Le taux de sorties dynamiques tient, malgré deux abandons en début de parcours. Les sorties durables viennent toutes d’employeurs du réseau.',
};

/** Bilans of last year, sent; those of this year, begun. */
export function rendreCompte(scene: Scene, equipe: Equipe, conventions: Conventions): void {
  const { today } = scene;
  const annee = Number(today.slice(0, 4));
  const passee = { debut: `${annee - 1}-01-01`, fin: `${annee - 1}-12-31` };
  const courante = { debut: `${annee}-01-01`, fin: `${annee}-12-31` };

  for (const { jours, signature, texte } of TEMOIGNAGES) {
    const date = scene.ouvre(`${annee - 1}-${jours}`);
    scene.le(date, () => {
      scene.par(equipe.cip);
      scene.appeler('bilans.saveTemoignage', { date, signature, texte, accord: true });
    });
  }

  scene.le(scene.ouvre(`${annee}-03-24`), () => {
    scene.par(equipe.directrice);
    const { id } = scene.appeler('bilans.ouvrir', {
      profil: 'ddets',
      ...passee,
      conventionId: conventions.ddets,
    });
    const cites = scene.appeler('bilans.temoignages', {}).map((cite) => cite.id);
    scene.appeler('bilans.enregistrer', { id, textes: MOTS_DDETS, temoignages: cites });
    scene.envoyer(id);
    const conseil = scene.appeler('bilans.ouvrir', { profil: 'conseil', ...passee });
    scene.appeler('bilans.enregistrer', {
      id: conseil.id,
      textes: {
        annee: 'Une année de consolidation : plus d’employeurs, plus d’immersions, une équipe stable.',
      },
    });
    scene.envoyer(conseil.id);
  });

  // Found when the file was looked at again: the bilan that was sent says something else.
  scene.le(scene.ouvre(`${annee}-05-06`), () => {
    scene.par(equipe.cip);
    const { lignes } = scene.appeler('sorties.list', { annee: annee - 1 });
    const corrigee =
      lignes.find(({ motif }) => motif.code === '8') ?? lignes.find(({ motif }) => motif.code === '7');
    if (!corrigee) return;
    scene.appeler('sorties.update', {
      id: corrigee.id,
      salarieId: corrigee.salarie.id,
      date: corrigee.date,
      motif: '10',
      contrat: 'interim',
      dureeMois: 3,
      note: 'Mission retrouvée deux semaines après la sortie, dite au téléphone.',
    });
  });

  scene.le(today, () => {
    scene.par(equipe.directrice);
    scene.appeler('bilans.ouvrir', { profil: 'ddets', ...courante, conventionId: conventions.ddets });
    scene.appeler('bilans.ouvrir', { profil: 'reseau', ...courante });
  });
}
