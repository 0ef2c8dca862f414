/** What the examples say of the parcours: nothing on anybody's health, as the application asks. */

export const PROJETS: Record<'a_construire' | 'en_cours' | 'valide', readonly string[]> = {
  a_construire: [
    'Aime le travail dehors et en équipe ; n’a pas encore choisi de métier.',
    'Hésite entre un métier manuel et l’accueil du public ; deux immersions à prévoir.',
    'Veut d’abord retrouver un rythme ; le projet se construit au fil des chantiers.',
  ],
  en_cours: [
    'Métier confirmé par une première immersion ; reste à vérifier les horaires.',
    'A rencontré deux professionnels ; cherche une immersion longue pour décider.',
    'Projet à éprouver en entreprise avant toute inscription en formation.',
  ],
  valide: [
    'Projet validé avec l’équipe : recherche d’un employeur dans un rayon de vingt kilomètres.',
    'Projet validé, formation courte prévue avant la fin du contrat.',
    'Projet validé ; deux employeurs attendent le CV.',
  ],
};

export const OBJECTIFS_PARCOURS = [
  'Finir le code de la route',
  'Refaire le CV et la lettre avec Karine',
  'Tenir un poste seul sur le chantier pendant une semaine',
  'Faire une première immersion en entreprise',
  'S’inscrire à la médiathèque et emprunter la méthode de français',
  'Ouvrir son espace personnel France Travail et l’actualiser sans aide',
  'Arriver à l’heure quatre semaines de suite',
  'Rencontrer deux professionnels du métier visé',
  'Passer l’habilitation à la conduite d’engins',
  'Organiser la garde des enfants pour les horaires du matin',
] as const;

export const ENTRETIENS: Record<
  'accueil' | 'diagnostic' | 'suivi' | 'bilan' | 'renouvellement' | 'sortie',
  readonly string[]
> = {
  accueil: [
    'Présentation de la structure, du chantier et du livret. Premiers objectifs écrits ensemble.',
    'Visite des ateliers, signature du contrat, rendez-vous pris pour le diagnostic.',
  ],
  diagnostic: [
    'Expériences passées, envies, trajets possibles. Trois pistes de métiers à explorer.',
    'Point sur les démarches en cours et sur ce qui aiderait le plus dans les trois mois.',
  ],
  suivi: [
    'Le rythme est pris. L’encadrant souligne le soin du travail ; à l’aise dans l’équipe.',
    'Recherche d’une immersion : deux entreprises du réseau appelées pendant l’entretien.',
    'Point sur le code de la route : deux séances par semaine, passage prévu à la fin du mois.',
    'Difficultés de trajet le lundi ; un covoiturage est trouvé avec un collègue.',
    'CV relu et imprimé en vingt exemplaires.',
  ],
  bilan: [
    'Bilan à mi-parcours avec l’encadrant : autonomie en nette hausse, ponctualité à tenir.',
    'Bilan d’étape : le projet se précise, une formation courte serait utile.',
  ],
  renouvellement: [
    'Renouvellement proposé et accepté : objectifs des quatre prochains mois fixés.',
    'Renouvellement accepté pour finir la formation et tenter une seconde immersion.',
  ],
  sortie: [
    'Préparation de la sortie : candidatures envoyées, simulation d’entretien faite.',
    'Inscription à jour, agenda des relances remis, rendez-vous dans un mois pour un point.',
  ],
};

export const ZONES = [
  'Riom, Mozac, Ménétrol',
  'Riom et Clermont-Ferrand par le train',
  'Tout le bassin de Riom',
  'Volvic, Enval, Châtel-Guyon',
  'Limagne, avec un véhicule partagé',
];

export const JUSTIFICATIFS = [
  'Dossier papier, armoire du bureau',
  'Classeur « éligibilité », à son nom',
  'Dossier papier, sous-chemise 2',
];

export const ATTENTES_FORMATION = [
  'Être plus sûre de ses gestes et ne plus dépendre d’un collègue.',
  'Obtenir l’habilitation demandée par les employeurs.',
  'Oser lire un plan ou une consigne devant les autres.',
  'Savoir si le métier convient avant de chercher un employeur.',
] as const;

export const ORIENTATIONS_PLAN =
  'Priorité aux savoirs de base et aux habilitations que demandent les employeurs du bassin. ' +
  'Toutes les formations ont lieu sur le temps de travail. ' +
  'Une session est partagée avec un chantier voisin pour atteindre six stagiaires.';
