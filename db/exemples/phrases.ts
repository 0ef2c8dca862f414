/** What a sentence may speak of. `metier` is in the form « aide-maçon ». */
export interface Details {
  qui: string;
  il: 'elle' | 'il';
  metier: string;
  mois: string;
  nombre: number;
  prenom: string;
}

export interface Phrase {
  canal: 'telephone' | 'visite' | 'courriel' | 'courrier' | 'reunion';
  entrante?: true;
  nature: 'decouverte' | 'formation' | 'intermediation' | 'developpement';
  resultat: 'a_suivre' | 'interessee' | 'accord' | 'realisee' | 'sans_reponse' | 'refus' | 'non_honoree';
  objet: string;
  /** Codes of the lists `sous_natures` and `causes`. */
  sousNature?: string;
  cause?: string;
  dureeMinutes?: number;
  texte: (d: Details) => string;
  /** Next action promised at the end of the exchange. */
  suite?: (d: Details) => string;
}

function majuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

/** « de » or « d’ » before a word. */
export function de(mot: string): string {
  return /^[aeiouyhéèêœâîô]/i.test(mot) ? `d’${mot}` : `de ${mot}`;
}

/** First steps with an organisation that did not know us. */
export const PREMIERS_PAS: readonly Phrase[] = [
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'a_suivre',
    objet: 'Premier contact',
    dureeMinutes: 10,
    texte: (d) =>
      `Premier appel. ${d.qui} ne connaissait pas l’insertion, rappeler après avoir envoyé la plaquette.`,
    suite: (d) => `Rappeler ${d.qui} après l’envoi de la plaquette`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'interessee',
    objet: 'Premier contact',
    sousNature: 'analyse_poste',
    dureeMinutes: 15,
    texte: (d) =>
      `Premier échange avec ${d.qui} : cherche régulièrement un profil ${de(d.metier)}, rendez-vous possible sur place.`,
    suite: (d) => `Fixer une visite avec ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'decouverte',
    resultat: 'sans_reponse',
    objet: 'Présentation de la structure',
    texte: () => 'Courriel de présentation de la structure et des immersions. Pas de retour.',
    suite: (d) => `Appeler ${d.qui}`,
  },
  {
    canal: 'courrier',
    nature: 'developpement',
    resultat: 'sans_reponse',
    objet: 'Présentation de la structure',
    texte: () => 'Courrier de présentation envoyé avec la carte de vœux et la plaquette.',
  },
  {
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'interessee',
    objet: 'Découvrir l’entreprise',
    dureeMinutes: 40,
    texte: (d) =>
      `Passage à l’improviste. ${d.qui} m’a fait visiter et souhaite comprendre comment se déroule une immersion.`,
    suite: (d) => `Envoyer un exemple de convention à ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'refus',
    objet: 'Premier contact',
    cause: 'pas_encadrement',
    dureeMinutes: 5,
    texte: (d) =>
      `${d.qui} n’embauche pas cette année et n’a personne pour accompagner. Ne pas insister avant ${d.mois}.`,
  },
  {
    canal: 'reunion',
    nature: 'developpement',
    resultat: 'interessee',
    objet: 'Rencontre au forum de l’emploi',
    texte: (d) =>
      `Rencontre au forum de l’emploi de Riom. ${d.qui} a pris nos coordonnées et parlé de ses départs en retraite.`,
    suite: (d) => `Rappeler ${d.qui} à froid`,
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'intermediation',
    resultat: 'interessee',
    objet: 'Demande d’immersion avant embauche',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 10,
    texte: (d) =>
      `${d.qui} appelle de la part d’un confrère : ${d.il} aimerait accueillir quelqu’un quelques jours avant d’embaucher.`,
    suite: (d) => `Proposer deux profils à ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'sans_reponse',
    objet: 'Premier contact',
    texte: () => 'Deux essais, message laissé sur le répondeur.',
    suite: (d) => `Réessayer ${d.qui} en début de matinée`,
  },
];

/** Exchanges with an organisation that knows us. */
export const PHRASES: readonly Phrase[] = [
  // Discovery of trades
  {
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'realisee',
    objet: 'Visite de l’atelier',
    sousNature: 'visite_entreprise',
    dureeMinutes: 90,
    texte: (d) =>
      `Visite de l’atelier avec ${d.nombre} salariés. Beaucoup de questions sur les horaires ; ${d.prenom} voudrait y faire une immersion.`,
  },
  {
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'realisee',
    objet: 'Matinée « vis ma vie »',
    sousNature: 'visite_entreprise',
    dureeMinutes: 180,
    texte: (d) =>
      `Matinée « vis ma vie » : ${d.nombre} personnes ont suivi l’équipe. ${d.qui} a pris le temps de montrer chaque poste.`,
  },
  {
    canal: 'reunion',
    nature: 'decouverte',
    resultat: 'realisee',
    objet: 'Présentation du métier à l’atelier',
    sousNature: 'atelier_metiers',
    dureeMinutes: 60,
    texte: (d) =>
      `${d.qui} est venu${d.il === 'elle' ? 'e' : ''} présenter son métier à l’atelier, ${d.nombre} salariés présents. Très direct sur ce qui est attendu.`,
  },
  {
    canal: 'reunion',
    nature: 'decouverte',
    resultat: 'realisee',
    objet: 'Table ronde des métiers',
    sousNature: 'forum',
    dureeMinutes: 90,
    texte: (d) =>
      `Table ronde sur les métiers qui recrutent : ${d.qui} a décrit une journée ${de(d.metier)}. Deux demandes d’immersion à la sortie.`,
  },
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'accord',
    objet: 'Visite de l’atelier à caler',
    sousNature: 'visite_entreprise',
    dureeMinutes: 10,
    texte: (d) =>
      `D’accord pour une visite de l’atelier en ${d.mois}, ${d.nombre} personnes au plus, chaussures fermées.`,
    suite: () => 'Confirmer la date de la visite et la liste des participants',
  },
  {
    canal: 'courriel',
    nature: 'decouverte',
    resultat: 'accord',
    objet: 'Visite de l’atelier à caler',
    sousNature: 'visite_entreprise',
    texte: (d) => `${d.qui} confirme par écrit : visite possible un mardi ou un jeudi, une heure et demie.`,
    suite: () => 'Fixer la date de la visite',
  },
  {
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'accord',
    objet: 'Immersion de découverte',
    sousNature: 'immersion_decouverte',
    dureeMinutes: 45,
    texte: (d) =>
      `${d.qui} accepte de recevoir ${d.prenom} trois jours pour découvrir le métier ${de(d.metier)}.`,
    suite: (d) => `Préparer la convention ${de(d.prenom)}`,
  },
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'interessee',
    objet: 'Immersion de découverte',
    sousNature: 'immersion_decouverte',
    dureeMinutes: 10,
    texte: (d) => `Idée d’une immersion de découverte plutôt en ${d.mois}, quand l’équipe est au complet.`,
    suite: (d) => `Rappeler ${d.qui} pour caler l’immersion`,
  },
  {
    canal: 'visite',
    nature: 'decouverte',
    resultat: 'interessee',
    objet: 'Immersion de découverte',
    sousNature: 'immersion_decouverte',
    dureeMinutes: 50,
    texte: (d) =>
      `Intéressé${d.il === 'elle' ? 'e' : ''} par une immersion. Demande la grille de compétences avant de décider.`,
    suite: (d) => `Envoyer la grille de compétences à ${d.qui}`,
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'decouverte',
    resultat: 'interessee',
    objet: 'Découverte du métier par nos salariés',
    sousNature: 'immersion_decouverte',
    dureeMinutes: 10,
    texte: (d) =>
      `${d.qui} a vu notre chantier et demande si des salariés voudraient découvrir le métier ${de(d.metier)}.`,
    suite: (d) => `En parler à l’équipe et rappeler ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'a_suivre',
    objet: 'Immersion de découverte',
    sousNature: 'immersion_decouverte',
    dureeMinutes: 15,
    texte: (d) =>
      `${d.qui} doit en parler à son équipe. Trouve l’idée bonne mais craint le temps d’accompagnement.`,
    suite: (d) => `Reprendre contact avec ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'decouverte',
    resultat: 'a_suivre',
    objet: 'Déroulé d’une visite',
    sousNature: 'visite_entreprise',
    texte: (d) =>
      `Envoyé le déroulé d’une visite et la fiche « accueillir en immersion ». Retour attendu en ${d.mois}.`,
    suite: (d) => `Demander son avis à ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'sans_reponse',
    objet: 'Visite de l’atelier',
    sousNature: 'visite_entreprise',
    texte: () => 'Message laissé à l’accueil au sujet de la visite.',
    suite: (d) => `Rappeler ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'decouverte',
    resultat: 'sans_reponse',
    objet: 'Visite des métiers',
    sousNature: 'visite_entreprise',
    texte: () => 'Relance pour la visite des métiers, restée sans suite.',
  },
  {
    canal: 'telephone',
    nature: 'decouverte',
    resultat: 'refus',
    objet: 'Visite de l’atelier',
    sousNature: 'visite_entreprise',
    cause: 'conditions_accueil',
    dureeMinutes: 5,
    texte: () => 'Pas de visite possible cette année : travaux dans l’atelier et assurance frileuse.',
  },
  {
    canal: 'courriel',
    nature: 'decouverte',
    resultat: 'refus',
    objet: 'Accueil d’un groupe',
    sousNature: 'visite_entreprise',
    cause: 'pas_encadrement',
    texte: (d) =>
      `${d.qui} préfère ne plus recevoir de groupe, mais reste ouvert${d.il === 'elle' ? 'e' : ''} à une personne à la fois.`,
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'decouverte',
    resultat: 'non_honoree',
    objet: 'Quatre places de visite',
    sousNature: 'visite_entreprise',
    cause: 'delai',
    dureeMinutes: 5,
    texte: () =>
      'Proposait quatre places de visite la semaine même. Personne de disponible de notre côté, trop court.',
  },
  // Training
  {
    canal: 'reunion',
    nature: 'formation',
    resultat: 'realisee',
    objet: 'Atelier gestes et postures',
    dureeMinutes: 180,
    texte: (d) =>
      `Après-midi sur les gestes et postures animé avec ${d.qui} : ${d.nombre} salariés, attestations remises.`,
  },
  {
    canal: 'visite',
    nature: 'formation',
    resultat: 'realisee',
    objet: 'Bilan de session',
    sousNature: 'prequalifiante',
    dureeMinutes: 45,
    texte: (d) =>
      `Bilan de la session : ${d.prenom} a tenu le rythme et ${d.qui} recommande la formation ${de(d.metier)}.`,
  },
  {
    canal: 'reunion',
    nature: 'formation',
    resultat: 'realisee',
    objet: 'Atelier CV et entretien',
    dureeMinutes: 120,
    texte: (d) =>
      `Atelier CV et entretien : ${d.qui} a joué le recruteur pour ${d.nombre} personnes. Retours concrets, à refaire.`,
  },
  {
    canal: 'telephone',
    nature: 'formation',
    resultat: 'accord',
    objet: 'Place en formation',
    sousNature: 'qualifiante',
    dureeMinutes: 10,
    texte: (d) =>
      `Place réservée pour ${d.prenom} dans la session de ${d.mois}. Dossier à compléter avant la fin du mois.`,
    suite: (d) => `Envoyer le dossier de formation ${de(d.prenom)}`,
  },
  {
    canal: 'courriel',
    nature: 'formation',
    resultat: 'accord',
    objet: 'Formation d’un tuteur',
    texte: (d) => `${d.qui} accepte de former un tuteur parmi ses équipes, une journée en ${d.mois}.`,
    suite: () => 'Envoyer le programme de la journée tuteur',
  },
  {
    canal: 'telephone',
    nature: 'formation',
    resultat: 'interessee',
    objet: 'Action de formation à monter',
    sousNature: 'prequalifiante',
    dureeMinutes: 20,
    texte: (d) =>
      `${d.qui} cherche à monter une action de formation avec nous, les candidats sérieux manquent au poste ${de(d.metier)}.`,
    suite: (d) => `Rencontrer ${d.qui} avec l’organisme de formation`,
  },
  {
    canal: 'visite',
    nature: 'formation',
    resultat: 'interessee',
    objet: 'Formation courte avant embauche',
    sousNature: 'prequalifiante',
    dureeMinutes: 45,
    texte: (d) =>
      `Parlé d’une formation courte avant embauche. ${d.qui} donnerait une semaine de pratique sur place.`,
    suite: (d) => `Rappeler ${d.qui} au sujet de la formation`,
  },
  {
    canal: 'telephone',
    nature: 'formation',
    resultat: 'a_suivre',
    objet: 'Budget de formation',
    sousNature: 'plan_partage',
    dureeMinutes: 10,
    texte: () => 'Le budget formation se décide en conseil, réponse dans un mois.',
    suite: (d) => `Demander la décision à ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'formation',
    resultat: 'a_suivre',
    objet: 'Programme et coût de la formation',
    sousNature: 'plan_partage',
    texte: () => 'Transmis le programme et le coût par personne. À revoir avec la comptable.',
    suite: (d) => `Reprendre le dossier de formation avec ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'formation',
    resultat: 'sans_reponse',
    objet: 'Session commune',
    sousNature: 'plan_partage',
    texte: () => 'Demande de dates pour la session commune, sans réponse.',
  },
  {
    canal: 'telephone',
    nature: 'formation',
    resultat: 'refus',
    objet: 'Formation de l’année',
    cause: 'calendrier',
    dureeMinutes: 5,
    texte: () => 'Pas de formation cette année : l’enveloppe est déjà engagée.',
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'formation',
    resultat: 'non_honoree',
    objet: 'Deux places gratuites en formation',
    sousNature: 'qualifiante',
    cause: 'permis',
    dureeMinutes: 10,
    texte: (d) =>
      `Deux places gratuites en formation ${de(d.metier)} : nos candidats n’avaient pas encore l’âge ou le permis demandés.`,
  },
  {
    canal: 'courriel',
    entrante: true,
    nature: 'formation',
    resultat: 'interessee',
    objet: 'Calendrier des formations',
    sousNature: 'plan_partage',
    texte: (d) =>
      `${d.qui} envoie le calendrier des formations de l’année et propose d’ouvrir deux places à nos salariés.`,
    suite: () => 'Proposer les places de formation en réunion d’équipe',
  },
  // Intermediation: jobs and immersions
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'accord',
    objet: 'Immersion',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 15,
    texte: (d) =>
      `D’accord pour accueillir ${d.prenom} deux semaines en ${d.mois}. Convention à préparer, horaires de l’équipe.`,
    suite: (d) => `Préparer la convention ${de(d.prenom)}`,
  },
  {
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'accord',
    objet: 'Essai avant embauche',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 40,
    texte: (d) =>
      `${d.prenom} a rencontré ${d.qui}. Essai convenu, une semaine, avec embauche possible ensuite.`,
    suite: () => 'Rédiger la convention et rappeler les pièces à fournir',
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'intermediation',
    resultat: 'accord',
    objet: 'Poste à pourvoir',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 15,
    texte: (d) =>
      `Un départ laisse un poste ${de(d.metier)} : ${d.qui} accepte de commencer par une immersion de dix jours.`,
    suite: (d) => `Proposer un profil à ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'intermediation',
    resultat: 'accord',
    objet: 'Candidature retenue',
    sousNature: 'presentation_candidat',
    texte: (d) => `Candidature ${de(d.prenom)} retenue : contrat de six mois à partir de ${d.mois}.`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Bilan d’immersion',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 15,
    texte: (d) =>
      `Bilan de l’immersion ${de(d.prenom)} : ponctualité et curiosité, à l’aise en équipe. Geste à reprendre sur la qualité.`,
  },
  {
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Visite à mi-parcours',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 40,
    texte: (d) =>
      `Visite à mi-parcours : ${d.prenom} tient le poste ${de(d.metier)}, ${d.qui} trouve les consignes bien comprises.`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Embauche',
    sousNature: 'suivi_emploi',
    dureeMinutes: 10,
    texte: (d) => `${d.prenom} commence lundi en contrat de six mois. ${d.qui} remercie pour la préparation.`,
  },
  {
    canal: 'reunion',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Entretiens groupés',
    sousNature: 'job_dating',
    dureeMinutes: 150,
    texte: (d) =>
      `Entretiens groupés sur place : ${d.nombre} de nos salariés reçus, deux retenus pour un essai.`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'interessee',
    objet: 'Renfort à venir',
    sousNature: 'offre_emploi',
    dureeMinutes: 15,
    texte: (d) =>
      `${d.qui} prévoit un renfort en ${d.mois} et veut voir des profils avant. Permis B apprécié, pas exigé.`,
    suite: (d) => `Envoyer deux profils à ${d.qui}`,
  },
  {
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'interessee',
    objet: 'Poste qui se libère',
    sousNature: 'analyse_poste',
    dureeMinutes: 60,
    texte: (d) =>
      `Tour de l’atelier. Un poste ${de(d.metier)} se libère bientôt, ${d.qui} préfère former quelqu’un de motivé.`,
    suite: (d) => `Proposer une immersion à ${d.qui}`,
  },
  {
    canal: 'courriel',
    entrante: true,
    nature: 'intermediation',
    resultat: 'interessee',
    objet: 'Offre d’emploi',
    sousNature: 'offre_emploi',
    texte: (d) =>
      `Offre reçue pour un poste ${de(d.metier)}, 28 heures par semaine. ${d.qui} attend nos propositions.`,
    suite: (d) => `Répondre à l’offre de ${d.qui}`,
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'intermediation',
    resultat: 'interessee',
    objet: 'Place ouverte',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 10,
    texte: (d) =>
      `${d.qui} rappelle : la personne accueillie l’an dernier a fait bonne impression, place ouverte en ${d.mois}.`,
    suite: (d) => `Choisir une personne pour ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'a_suivre',
    objet: 'Recrutement incertain',
    sousNature: 'offre_emploi',
    dureeMinutes: 10,
    texte: (d) => `Carnet de commandes incertain. ${d.qui} dira en ${d.mois} si le recrutement est maintenu.`,
    suite: (d) => `Demander à ${d.qui} si le poste est maintenu`,
  },
  {
    canal: 'courriel',
    nature: 'intermediation',
    resultat: 'a_suivre',
    objet: 'Candidature',
    sousNature: 'presentation_candidat',
    texte: (d) => `Envoyé le CV ${de(d.prenom)}. ${d.qui} regarde avec son associée.`,
    suite: (d) => `Rappeler ${d.qui} au sujet du CV ${de(d.prenom)}`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'a_suivre',
    objet: 'Demande d’immersion',
    sousNature: 'immersion_recrutement',
    dureeMinutes: 5,
    texte: (d) => `${d.qui} est en déplacement, l’assistante a noté la demande d’immersion.`,
    suite: (d) => `Rappeler ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'sans_reponse',
    objet: 'Proposition d’immersion',
    sousNature: 'immersion_recrutement',
    texte: () => 'Appel sans réponse, ligne occupée puis répondeur.',
    suite: (d) => `Rappeler ${d.qui}`,
  },
  {
    canal: 'courriel',
    nature: 'intermediation',
    resultat: 'sans_reponse',
    objet: 'Proposition d’immersion',
    sousNature: 'immersion_recrutement',
    texte: (d) => `Proposition ${de(d.prenom)} pour une immersion, relancée une fois, sans réponse.`,
    suite: (d) => `Appeler ${d.qui} plutôt qu’écrire`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'refus',
    objet: 'Proposition d’immersion',
    sousNature: 'immersion_recrutement',
    cause: 'pas_de_besoin',
    dureeMinutes: 5,
    texte: (d) => `${d.qui} vient d’embaucher. Nous recontactera pour la saison prochaine.`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'refus',
    objet: 'Proposition d’immersion',
    sousNature: 'immersion_recrutement',
    cause: 'pas_encadrement',
    dureeMinutes: 5,
    texte: () => 'Personne pour encadrer en ce moment, deux arrêts dans l’équipe.',
  },
  {
    canal: 'courriel',
    nature: 'intermediation',
    resultat: 'refus',
    objet: 'Candidature',
    sousNature: 'presentation_candidat',
    texte: (d) =>
      `Réponse négative pour ${d.prenom} : horaires décalés et pas de transport en commun avant 7 heures.`,
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'intermediation',
    resultat: 'non_honoree',
    objet: 'Deux postes à pourvoir',
    sousNature: 'offre_emploi',
    cause: 'permis',
    dureeMinutes: 15,
    texte: (d) =>
      `Deux postes ${de(d.metier)} à pourvoir. Pas de permis B parmi nos candidats prêts : demande non honorée.`,
  },
  {
    canal: 'courriel',
    entrante: true,
    nature: 'intermediation',
    resultat: 'non_honoree',
    objet: 'Besoin pour le lendemain',
    sousNature: 'offre_emploi',
    cause: 'delai',
    dureeMinutes: 5,
    texte: () =>
      'Cherchait quelqu’un pour le lendemain matin. Trop court pour préparer une immersion, prévenu qu’il faut une semaine.',
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'intermediation',
    resultat: 'non_honoree',
    objet: 'Remplacement d’été',
    cause: 'hors_cadre',
    dureeMinutes: 10,
    texte: () => 'Demande de remplacement d’été. Refusé : une immersion ne remplace pas un salarié absent.',
  },
  {
    canal: 'visite',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Fin de période d’essai',
    sousNature: 'suivi_emploi',
    dureeMinutes: 45,
    texte: (d) =>
      `Point en fin d’essai avec ${d.qui} et ${d.prenom}. Le contrat est confirmé, suivi dans un mois.`,
    suite: (d) => `Prendre des nouvelles ${de(d.prenom)}`,
  },
  {
    canal: 'telephone',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Nouvelles après un mois',
    sousNature: 'suivi_emploi',
    dureeMinutes: 10,
    texte: (d) =>
      `Nouvelles ${de(d.prenom)} un mois après : bonne intégration dans l’équipe, gagne en vitesse.`,
  },
  {
    canal: 'courriel',
    nature: 'intermediation',
    resultat: 'realisee',
    objet: 'Bilan d’immersion',
    sousNature: 'immersion_recrutement',
    texte: () => 'Envoyé le bilan d’immersion signé et les remerciements de l’équipe.',
  },
  // Shared development
  {
    canal: 'reunion',
    nature: 'developpement',
    resultat: 'realisee',
    objet: 'Petit-déjeuner des employeurs',
    dureeMinutes: 90,
    texte: (d) =>
      `Petit-déjeuner des employeurs à l’atelier : ${d.qui} a témoigné devant ${d.nombre + 6} personnes.`,
  },
  {
    canal: 'visite',
    nature: 'developpement',
    resultat: 'realisee',
    objet: 'Visite de notre chantier',
    sousNature: 'prestation',
    dureeMinutes: 60,
    texte: (d) =>
      `${d.qui} a visité notre chantier et rencontré les encadrants. Devis demandé pour l’entretien d’un terrain.`,
    suite: (d) => `Envoyer le devis à ${d.qui}`,
  },
  {
    canal: 'reunion',
    nature: 'developpement',
    resultat: 'realisee',
    objet: 'Clause sociale',
    sousNature: 'clause',
    dureeMinutes: 90,
    texte: (d) =>
      `Réunion sur la clause sociale du marché de ${d.mois} : ${d.nombre * 35} heures d’insertion possibles.`,
  },
  {
    canal: 'telephone',
    nature: 'developpement',
    resultat: 'accord',
    objet: 'Petite série',
    sousNature: 'sous_traitance',
    dureeMinutes: 20,
    texte: (d) =>
      `Sous-traitance d’une petite série confiée à notre atelier, ${d.nombre * 40} pièces, livraison en ${d.mois}.`,
    suite: () => 'Préparer la fiche de commande',
  },
  {
    canal: 'courriel',
    nature: 'developpement',
    resultat: 'accord',
    objet: 'Parrainage du forum',
    sousNature: 'mecenat',
    texte: (d) => `${d.qui} parraine le prochain forum et prête une salle.`,
    suite: () => 'Envoyer le programme du forum',
  },
  {
    canal: 'visite',
    nature: 'developpement',
    resultat: 'accord',
    objet: 'Convention de partenariat',
    sousNature: 'convention',
    dureeMinutes: 60,
    texte: (d) =>
      `Convention de partenariat signée pour l’année. ${d.qui} s’engage sur deux immersions et une visite.`,
  },
  {
    canal: 'telephone',
    nature: 'developpement',
    resultat: 'interessee',
    objet: 'Achats responsables',
    sousNature: 'prestation',
    dureeMinutes: 15,
    texte: (d) =>
      `Parlé achats responsables : ${d.qui} confierait bien l’entretien des extérieurs à la structure.`,
    suite: (d) => `Passer voir le terrain avec ${d.qui}`,
  },
  {
    canal: 'reunion',
    nature: 'developpement',
    resultat: 'interessee',
    objet: 'Parcours commun',
    dureeMinutes: 30,
    texte: (d) =>
      `Échange en marge du club d’entreprises. ${d.qui} voudrait construire un parcours commun avec deux voisins.`,
    suite: (d) => `Proposer une réunion à trois avec ${d.qui}`,
  },
  {
    canal: 'telephone',
    nature: 'developpement',
    resultat: 'a_suivre',
    objet: 'Convention de partenariat',
    sousNature: 'convention',
    dureeMinutes: 10,
    texte: () => 'Réponse liée au vote du budget, prochain conseil à la fin du mois.',
    suite: (d) => `Relancer ${d.qui} après le vote du budget`,
  },
  {
    canal: 'courriel',
    nature: 'developpement',
    resultat: 'a_suivre',
    objet: 'Charte de partenariat',
    sousNature: 'convention',
    texte: () => 'Transmis la charte de partenariat pour relecture.',
    suite: (d) => `Reprendre la charte avec ${d.qui}`,
  },
  {
    canal: 'courrier',
    nature: 'developpement',
    resultat: 'sans_reponse',
    objet: 'Invitation au petit-déjeuner',
    texte: () => 'Invitation au petit-déjeuner des employeurs, pas de réponse.',
  },
  {
    canal: 'courrier',
    nature: 'developpement',
    resultat: 'a_suivre',
    objet: 'Entretien des berges',
    sousNature: 'co_traitance',
    texte: () => 'Demande de rendez-vous pour une co-traitance sur l’entretien des berges.',
    suite: (d) => `Appeler ${d.qui} au sujet de la co-traitance`,
  },
  {
    canal: 'telephone',
    nature: 'developpement',
    resultat: 'refus',
    objet: 'Marché d’entretien',
    sousNature: 'prestation',
    cause: 'prix',
    dureeMinutes: 10,
    texte: () => 'Le marché part à un autre prestataire, prix trop haut. Revoir l’an prochain.',
  },
  {
    canal: 'courriel',
    entrante: true,
    nature: 'developpement',
    resultat: 'interessee',
    objet: 'Devis de petits travaux',
    sousNature: 'prestation',
    texte: (d) =>
      `${d.qui} demande un devis pour de petits travaux réguliers et notre attestation d’assurance.`,
    suite: (d) => `Envoyer le devis et l’attestation à ${d.qui}`,
  },
  {
    canal: 'telephone',
    entrante: true,
    nature: 'developpement',
    resultat: 'non_honoree',
    objet: 'Demande de chantier',
    sousNature: 'prestation',
    cause: 'delai',
    dureeMinutes: 10,
    texte: () =>
      'Demande de chantier pour la semaine suivante, équipes déjà engagées. Adressé à une autre structure.',
  },
  {
    canal: 'courrier',
    nature: 'developpement',
    resultat: 'realisee',
    objet: 'Vœux et bilan de l’année',
    texte: () => 'Carte de vœux et bilan de l’année en une page, avec les remerciements de l’équipe.',
  },
];

/** Around one immersion: asking, halfway, closing. `prenom` is the person's. */
export const AUTOUR_IMMERSION = {
  demande: [
    (d: Details) =>
      `${d.qui} accepte d’accueillir ${d.prenom} en immersion au poste ${de(d.metier)}. Convention à préparer.`,
    (d: Details) =>
      `Présenté le projet ${de(d.prenom)} : oui pour une immersion, le tuteur sera présent toute la période.`,
    (d: Details) =>
      `D’accord pour ${d.prenom}. ${majuscule(d.il)} demande de rappeler les horaires et les chaussures de sécurité.`,
    (d: Details) => `Immersion ${de(d.prenom)} calée avec ${d.qui}, rencontre préalable faite sur place.`,
  ],
  milieu: [
    (d: Details) =>
      `Passage à mi-parcours. ${d.prenom} est à l’heure, comprend vite ; reste à prendre de l’assurance.`,
    (d: Details) => `Visite du poste avec ${d.qui} : bonne entente dans l’équipe, rythme encore un peu lent.`,
    (d: Details) =>
      `Vu ${d.prenom} en situation. Consignes de sécurité respectées, gestes plus sûrs qu’au départ.`,
  ],
  bilan: [
    (d: Details) =>
      `Bilan à trois avec ${d.qui} et ${d.prenom} : autonomie sur le tri et l’entretien, à l’aise en équipe.`,
    (d: Details) =>
      `Entretien de fin d’immersion. ${d.qui} reprendrait ${d.prenom} et conseille une formation courte.`,
    (d: Details) => `Bilan rempli ensemble : projet confirmé pour ${d.prenom}, vitesse à travailler.`,
    (d: Details) =>
      `Retour franc de ${d.qui} : le métier ne convient pas à ${d.prenom}, mais l’attitude est appréciée.`,
    (d: Details) =>
      `Bilan positif. ${d.qui} garde le CV ${de(d.prenom)} pour le prochain poste ${de(d.metier)}.`,
  ],
  annulation: [
    (d: Details) => `Immersion ${de(d.prenom)} annulée d’un commun accord, nouvelle date à chercher.`,
  ],
} as const;

/** Meetings that gather several organisations at once. */
export const EVENEMENTS: readonly {
  canal: 'petit_dejeuner' | 'forum' | 'reunion';
  nature: Phrase['nature'];
  objet: string;
  texte: (nombre: number) => string;
}[] = [
  {
    canal: 'petit_dejeuner',
    nature: 'developpement',
    objet: 'Petit-déjeuner des employeurs',
    texte: (n) =>
      `Petit-déjeuner des employeurs : ${n} organisations autour de la table, thème « bien accueillir les premiers jours ».`,
  },
  {
    canal: 'forum',
    nature: 'decouverte',
    objet: 'Après-midi des métiers',
    texte: (n) =>
      `Après-midi « découvrir les métiers » à l’atelier : ${n} employeurs présents, 11 salariés, quatre entretiens obtenus.`,
  },
  {
    canal: 'forum',
    nature: 'intermediation',
    objet: 'Forum de l’emploi de proximité',
    texte: (n) =>
      `Forum de l’emploi de proximité : ${n} employeurs rencontrés, CV remis, deux essais à organiser.`,
  },
  {
    canal: 'reunion',
    nature: 'formation',
    objet: 'Réunion sur le tutorat',
    texte: (n) =>
      `Réunion sur le tutorat avec ${n} employeurs : ce qu’un tuteur doit savoir le premier jour.`,
  },
];
