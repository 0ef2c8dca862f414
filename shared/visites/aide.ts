/** What changes with the kind of employer: who decides, what to offer, what to avoid. */
export type Profil = 'tpe' | 'pme' | 'public' | 'inconnu';

export interface Aide {
  titre: string;
  decide: string;
  proposer: readonly string[];
  eviter: readonly string[];
}

const PUBLICS: readonly string[] = [
  'commune',
  'intercommunalite',
  'departement',
  'region',
  'etat',
  'ccas',
  'etablissement_scolaire',
  'protection_sociale',
  'france_travail',
];

/** Which advice fits an organisation, from what its sheet knows of it. */
export function profilDe(fiche: {
  genre: string;
  categorie: string;
  taille: string;
  effectif: number | null;
}): Profil {
  if (fiche.genre === 'public' || PUBLICS.includes(fiche.categorie)) return 'public';
  if (fiche.effectif !== null) return fiche.effectif < 10 ? 'tpe' : 'pme';
  if (fiche.taille === 'tpe') return 'tpe';
  if (fiche.taille === 'pme' || fiche.taille === 'ge') return 'pme';
  return fiche.categorie === 'artisan' || fiche.categorie === 'exploitation_agricole' ? 'tpe' : 'inconnu';
}

export const AIDES: Record<Profil, Aide> = {
  tpe: {
    titre: 'Chez un petit employeur',
    decide: 'Le dirigeant décide seul, souvent dans l’instant, et c’est lui qui encadre. Il a peu de temps.',
    proposer: [
      'Se déplacer : une visite vaut mieux qu’un appel ou un courriel.',
      'Partir de son besoin du moment, et répondre sur mesure.',
      'Décrire un poste avec lui : rien n’est souvent écrit.',
      'Commencer par un ou deux jours, avec une seule personne.',
    ],
    eviter: [
      'Les débuts de matinée et les périodes de pointe.',
      'Présenter tout un catalogue, les sigles, les dossiers.',
      'Demander plusieurs choses le même jour.',
    ],
  },
  pme: {
    titre: 'Dans une PME ou une grande entreprise',
    decide:
      'Le dirigeant ou le siège ouvre la porte ; les ressources humaines et les chefs d’équipe font vivre la suite.',
    proposer: [
      'Connaître l’organigramme, les sites, ce qui se décide au siège.',
      'Vérifier s’il existe déjà un accord national ou régional.',
      'Parler clauses d’insertion, responsabilité sociale, difficultés de recrutement.',
      'Devenir un interlocuteur régulier pour l’emploi et la formation.',
    ],
    eviter: [
      'Ne voir que les ressources humaines : rencontrer aussi qui encadrera.',
      'Laisser le partenariat reposer sur une seule personne.',
      'Venir sans chiffres ni exemple comparable.',
    ],
  },
  public: {
    titre: 'Auprès d’une collectivité ou d’un service public',
    decide: 'L’élu donne l’accord, le directeur ou le technicien prépare et applique. Il faut les deux.',
    proposer: [
      'Une immersion dans un service, des remplacements, un chantier.',
      'Informer sur les clauses sociales et les marchés réservés.',
      'Rattacher la demande à une politique locale : emploi, cohésion, achats.',
      'Proposer une convention ou une délibération simple, écrite d’avance.',
    ],
    eviter: [
      'Les semaines d’élections et de vote du budget.',
      'Court-circuiter le technicien, ou oublier l’élu.',
      'Attendre une réponse sans noter la date de la commission.',
    ],
  },
  inconnu: {
    titre: 'Avant de venir',
    decide: 'La taille n’est pas connue : demandez qui décide d’un accueil, et qui encadrera.',
    proposer: [
      'Une action concrète et courte, dont on voit le bout.',
      'Un engagement que la personne peut tenir, en temps comme en nombre.',
      'Une réponse à un besoin entendu pendant la visite.',
    ],
    eviter: [
      'Tout proposer à la fois.',
      'Parler de nous avant d’avoir écouté.',
      'Repartir sans prochain pas.',
    ],
  },
};

/** Ready-made call cards: what must be said in the first thirty seconds. */
export interface AppelType {
  code: string;
  titre: string;
  objet: string;
  but: string;
  contribution: string;
  temps: string;
  accroche: string;
}

export const APPELS_TYPES: readonly AppelType[] = [
  {
    code: 'rendez_vous',
    titre: 'Obtenir un rendez-vous',
    objet: 'Donner suite à notre courrier et fixer une rencontre',
    but: 'Une date dans les quinze jours, sur place',
    contribution: 'Nous recevoir et nous montrer l’activité',
    temps: '45 minutes à une heure',
    accroche:
      'Bonjour, {{auteur}}, {{auteur_fonction}} pour {{structure}}. Je vous ai écrit il y a quelques jours. Je ne vous appelle pas pour vendre quelque chose : j’aimerais venir voir comment vous travaillez, trois quarts d’heure, quand cela vous arrange. Plutôt le matin ou en fin de journée ?',
  },
  {
    code: 'immersion',
    titre: 'Proposer une immersion',
    objet: 'Présenter une personne pour une immersion',
    but: 'Un accord pour rencontrer la personne, puis des dates',
    contribution: 'Accueillir une personne quelques jours, avec un repère dans l’équipe',
    temps: 'Dix minutes au téléphone, une demi-heure le premier jour',
    accroche:
      'Bonjour, {{auteur}}, {{structure}}. Nous avons une personne que votre métier intéresse et qui voudrait le voir de près quelques jours. Elle reste notre salariée, la convention est à notre charge. Puis-je vous dire en deux minutes qui elle est ?',
  },
  {
    code: 'besoin',
    titre: 'Prendre des nouvelles, repérer un besoin',
    objet: 'Garder le lien et savoir où en sont les besoins',
    but: 'Un besoin noté, ou une date pour se reparler',
    contribution: 'Dire ce qui s’annonce dans les mois qui viennent',
    temps: 'Cinq minutes',
    accroche:
      'Bonjour, {{auteur}}, {{structure}}. Je prends de vos nouvelles. Comment s’annoncent les prochains mois chez vous : des remplacements, un surcroît de travail, quelqu’un que vous cherchez ?',
  },
  {
    code: 'clause',
    titre: 'Parler d’une clause ou d’un marché',
    objet: 'Une clause d’insertion à remplir, ou une réponse commune à un marché',
    but: 'Un rendez-vous avec la personne qui suit le marché',
    contribution: 'Nous dire le lot, les heures d’insertion et le calendrier',
    temps: '30 minutes',
    accroche:
      'Bonjour, {{auteur}}, {{structure}}. Vous avez obtenu un marché qui comporte des heures d’insertion. Nous avons l’équipe et l’encadrement pour vous aider à les réaliser. Qui suit ce chantier chez vous ?',
  },
];
