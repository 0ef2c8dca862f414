export interface Metier {
  /** ROME 4.0. */
  rome: string;
  metier: string;
  competences: readonly string[];
  activites: string;
  objectifs: string;
  protection: string;
}

/** Feminine and masculine title, and its code in the list `qualites`. */
export type Fonction = readonly [feminin: string, masculin: string, qualite: string];

export interface Secteur {
  activite: string;
  /** What the host does for safety on the spot. */
  prevention: string;
  conventionCollective: string;
  /** Functions of those met there: who decides, then who works beside the person. */
  decideurs: readonly Fonction[];
  tuteurs: readonly Fonction[];
  metiers: readonly Metier[];
}

const DIRIGEANT = [
  ['Dirigeante', 'Dirigeant', 'dirigeant'],
  ['Gérante', 'Gérant', 'dirigeant'],
] as const;
const DIRECTION = [
  ['Directrice', 'Directeur', 'dirigeant'],
  ['Responsable des ressources humaines', 'Responsable des ressources humaines', 'rh'],
] as const;

/** Trades met around Riom, with what one really does in a few days of immersion. */
const TOUS = {
  paysage: {
    activite: 'Aménagement paysager',
    prevention:
      'Accueil sécurité le premier matin, aucune machine à moteur sans le tuteur, eau et abri sur le chantier.',
    conventionCollective: 'IDCC 7018 Entreprises du paysage',
    decideurs: DIRIGEANT,
    tuteurs: [
      ['Cheffe d’équipe', 'Chef d’équipe', 'chef_equipe'],
      ['Conductrice de travaux', 'Conducteur de travaux', 'chef_equipe'],
    ],
    metiers: [
      {
        rome: 'A1203',
        metier: 'Ouvrier paysagiste',
        competences: [
          'Tondre et débroussailler en sécurité',
          'Planter et tuteurer',
          'Entretenir le petit matériel',
        ],
        activites:
          'Participer à la tonte et au débroussaillage, planter des arbustes sous consigne, ranger et nettoyer le matériel en fin de chantier.',
        objectifs:
          'Vérifier l’intérêt pour le travail dehors par tous les temps et la tenue d’un rythme d’équipe.',
        protection: 'Chaussures de sécurité, gants, casque antibruit et lunettes fournis par l’entreprise.',
      },
      {
        rome: 'A1203',
        metier: 'Jardinier',
        competences: ['Reconnaître les adventices', 'Tailler une haie', 'Tenir une serre propre'],
        activites:
          'Désherber et pailler les massifs, tailler les haies avec l’équipe, arroser et entretenir la serre.',
        objectifs: 'Découvrir les gestes de l’entretien de jardins et repérer les besoins de formation.',
        protection: 'Chaussures de sécurité et gants fournis par l’entreprise.',
      },
    ],
  },
  batiment: {
    activite: 'Travaux du bâtiment',
    prevention:
      'Visite du chantier et de ses risques le premier matin, pas de travail en hauteur, levage à deux.',
    conventionCollective: 'IDCC 1596 Ouvriers du bâtiment (jusqu’à 10 salariés)',
    decideurs: DIRIGEANT,
    tuteurs: [
      ['Cheffe de chantier', 'Chef de chantier', 'chef_equipe'],
      ['Compagnon', 'Compagnon', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'F1703',
        metier: 'Aide-maçon',
        competences: [
          'Préparer un mortier',
          'Approvisionner un chantier',
          'Monter un mur simple avec un compagnon',
        ],
        activites:
          'Approvisionner le chantier, préparer le mortier, aider au montage des murs et au nettoyage de fin de journée.',
        objectifs: 'Confirmer le projet de formation de maçon et éprouver la résistance physique demandée.',
        protection: 'Casque, chaussures de sécurité, gants et gilet fournis par l’entreprise.',
      },
      {
        rome: 'F1606',
        metier: 'Peintre en bâtiment',
        competences: ['Préparer un support', 'Appliquer une sous-couche', 'Protéger et nettoyer le chantier'],
        activites:
          'Protéger les sols, préparer les supports, appliquer les sous-couches, nettoyer les outils.',
        objectifs: 'Vérifier la précision du geste et le soin des finitions avant une formation qualifiante.',
        protection: 'Chaussures de sécurité, lunettes et masque pour le ponçage fournis par l’entreprise.',
      },
    ],
  },
  bois: {
    activite: 'Menuiserie et travail du bois',
    prevention:
      'Démonstration de chaque machine, seules les machines portatives sont confiées, aspiration en marche.',
    conventionCollective: 'IDCC 158 Travail mécanique du bois, scieries',
    decideurs: DIRIGEANT,
    tuteurs: [
      ['Cheffe d’atelier', 'Chef d’atelier', 'chef_equipe'],
      ['Menuisière', 'Menuisier', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'H2206',
        metier: 'Aide-menuisier',
        competences: ['Lire une fiche de débit', 'Poncer et ajuster une pièce', 'Assembler sous contrôle'],
        activites:
          'Trier et empiler les bois, poncer les pièces, aider à l’assemblage et à la pose chez les clients.',
        objectifs: 'Découvrir l’atelier, ses règles de sécurité et le travail en série courte.',
        protection: 'Chaussures de sécurité, lunettes et casque antibruit fournis par l’atelier.',
      },
    ],
  },
  agriculture: {
    activite: 'Culture de légumes et de fruits',
    prevention: 'Gestes et postures montrés le premier jour, pauses à l’ombre, aucun produit de traitement.',
    conventionCollective: 'IDCC 7024 Production agricole et CUMA',
    decideurs: [
      ['Exploitante', 'Exploitant', 'dirigeant'],
      ['Cogérante', 'Cogérant', 'dirigeant'],
    ],
    tuteurs: [
      ['Cheffe de culture', 'Chef de culture', 'chef_equipe'],
      ['Seconde d’exploitation', 'Second d’exploitation', 'chef_equipe'],
    ],
    metiers: [
      {
        rome: 'A1414',
        metier: 'Ouvrier maraîcher',
        competences: ['Récolter et calibrer', 'Repiquer des plants', 'Préparer une commande de légumes'],
        activites:
          'Repiquer les plants, récolter et calibrer les légumes, préparer les paniers de la semaine.',
        objectifs: 'Éprouver le rythme de la saison et la régularité du geste.',
        protection: 'Gants et bottes fournis par l’exploitation.',
      },
    ],
  },
  alimentation: {
    activite: 'Fabrication de produits alimentaires',
    prevention:
      'Consignes d’hygiène et de coupure remises et lues ensemble, four et trancheuse réservés au tuteur.',
    conventionCollective: 'IDCC 843 Boulangerie-pâtisserie artisanale',
    decideurs: DIRIGEANT,
    tuteurs: [
      ['Responsable de fabrication', 'Responsable de fabrication', 'responsable'],
      ['Ouvrière qualifiée', 'Ouvrier qualifié', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'D1102',
        metier: 'Aide en boulangerie',
        competences: ['Diviser et façonner une pâte', 'Tenir les règles d’hygiène', 'Suivre une cuisson'],
        activites: 'Peser les ingrédients, façonner sous contrôle, mettre en rayon, nettoyer le fournil.',
        objectifs: 'Confirmer le projet malgré les horaires du matin et tester l’habileté manuelle.',
        protection: 'Tenue propre et chaussures antidérapantes, fournies par la maison.',
      },
      {
        rome: 'H2102',
        metier: 'Agent de conditionnement',
        competences: ['Tenir un poste sur une ligne', 'Contrôler un emballage', 'Signaler un écart'],
        activites:
          'Approvisionner la ligne, contrôler l’étiquetage, mettre en cartons, tenir le poste propre.',
        objectifs: 'Vérifier la tenue d’une cadence et le respect des règles d’hygiène.',
        protection: 'Charlotte, blouse et chaussures de sécurité fournies par l’entreprise.',
      },
    ],
  },
  restauration: {
    activite: 'Restauration et hôtellerie',
    prevention: 'Consignes d’hygiène et de coupure remises et lues ensemble, sol antidérapant.',
    conventionCollective: 'IDCC 1979 Hôtels, cafés, restaurants',
    decideurs: [
      ['Gérante', 'Gérant', 'dirigeant'],
      ['Directrice', 'Directeur', 'dirigeant'],
    ],
    tuteurs: [
      ['Cheffe de cuisine', 'Chef de cuisine', 'chef_equipe'],
      ['Gouvernante', 'Maître d’hôtel', 'chef_equipe'],
    ],
    metiers: [
      {
        rome: 'G1603',
        metier: 'Commis de cuisine',
        competences: [
          'Éplucher et tailler des légumes',
          'Dresser une entrée froide',
          'Tenir les règles d’hygiène',
        ],
        activites:
          'Éplucher et tailler les légumes, dresser les entrées, faire la plonge, ranger la chambre froide.',
        objectifs: 'Confirmer le goût pour la cuisine collective et la tenue pendant le coup de feu.',
        protection: 'Tenue de cuisine et chaussures antidérapantes fournies par l’établissement.',
      },
      {
        rome: 'G1501',
        metier: 'Employé d’étage',
        competences: ['Faire un lit au carré', 'Nettoyer une salle d’eau', 'Organiser son chariot'],
        activites: 'Refaire les chambres en binôme, préparer le chariot, nettoyer les parties communes.',
        objectifs: 'Découvrir le métier et mesurer l’autonomie au bout de deux semaines.',
        protection: 'Gants et blouse fournis par l’établissement.',
      },
    ],
  },
  commerce: {
    activite: 'Commerce de détail',
    prevention: 'Port de charges à deux au-dessus de 15 kg, transpalette manuel seulement.',
    conventionCollective: 'IDCC 2216 Commerce à prédominance alimentaire',
    decideurs: [
      ['Gérante', 'Gérant', 'dirigeant'],
      ['Directrice de magasin', 'Directeur de magasin', 'dirigeant'],
    ],
    tuteurs: [
      ['Responsable de rayon', 'Responsable de rayon', 'responsable'],
      ['Vendeuse', 'Vendeur', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'D1507',
        metier: 'Employé de rayon',
        competences: ['Mettre en rayon', 'Contrôler les dates', 'Renseigner un client'],
        activites:
          'Mettre en rayon, contrôler les dates, tenir la réserve, renseigner les clients avec la vendeuse.',
        objectifs: 'Vérifier l’aisance avec la clientèle et l’organisation du travail.',
        protection: 'Chaussures de sécurité et gants fournis par le magasin.',
      },
    ],
  },
  transport: {
    activite: 'Transport et logistique',
    prevention: 'Plan de circulation remis, chariot élévateur interdit, port de charges à deux.',
    conventionCollective: 'IDCC 16 Transports routiers',
    decideurs: [
      ['Responsable d’exploitation', 'Responsable d’exploitation', 'responsable'],
      ['Directrice d’agence', 'Directeur d’agence', 'dirigeant'],
    ],
    tuteurs: [
      ['Cheffe de quai', 'Chef de quai', 'chef_equipe'],
      ['Cheffe d’équipe', 'Chef d’équipe', 'chef_equipe'],
    ],
    metiers: [
      {
        rome: 'N1103',
        metier: 'Préparateur de commandes',
        competences: ['Lire un bon de préparation', 'Filmer une palette', 'Contrôler une commande'],
        activites:
          'Prélever les articles, emballer, filmer les palettes, tenir le quai dégagé. Sans conduite d’engin.',
        objectifs: 'Confirmer le projet logistique avant la formation de cariste.',
        protection: 'Chaussures de sécurité et gilet fournis par l’entreprise.',
      },
    ],
  },
  proprete: {
    activite: 'Nettoyage et entretien du linge',
    prevention: 'Fiches des produits lues ensemble, aucun mélange, signalisation des sols mouillés.',
    conventionCollective: 'IDCC 3043 Entreprises de propreté',
    decideurs: DIRIGEANT,
    tuteurs: [
      ['Cheffe d’équipe', 'Chef d’équipe', 'chef_equipe'],
      ['Inspectrice', 'Inspecteur', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'K2204',
        metier: 'Agent de propreté',
        competences: ['Doser un produit', 'Laver un sol à plat', 'Organiser une tournée'],
        activites: 'Nettoyer bureaux et sanitaires en binôme, doser les produits, signaler ce qui manque.',
        objectifs: 'Vérifier l’autonomie sur un chantier et la ponctualité sur des horaires décalés.',
        protection: 'Gants, blouse et chaussures antidérapantes fournis par l’entreprise.',
      },
      {
        rome: 'K2201',
        metier: 'Agent de blanchisserie',
        competences: ['Trier le linge', 'Conduire une calandre avec un collègue', 'Plier selon le modèle'],
        activites: 'Trier le linge, charger les machines avec la tutrice, plier, préparer les tournées.',
        objectifs: 'Découvrir le métier et tester la station debout prolongée.',
        protection: 'Gants, blouse et bouchons d’oreille fournis par l’entreprise.',
      },
    ],
  },
  industrie: {
    activite: 'Fabrication industrielle',
    prevention:
      'Accueil sécurité de l’atelier, arrêt d’urgence montré, aucune intervention machine en marche.',
    conventionCollective: 'IDCC 3248 Métallurgie',
    decideurs: DIRECTION,
    tuteurs: [
      ['Cheffe d’atelier', 'Chef d’atelier', 'chef_equipe'],
      ['Régleuse', 'Régleur', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'H2909',
        metier: 'Agent de montage',
        competences: ['Lire une gamme de montage', 'Visser au couple', 'Contrôler son assemblage'],
        activites:
          'Assembler des sous-ensembles, contrôler les cotes au gabarit, conditionner, tenir le poste propre.',
        objectifs: 'Éprouver la minutie et le respect d’une gamme de fabrication.',
        protection: 'Chaussures de sécurité, lunettes et gants anticoupure fournis par l’entreprise.',
      },
      {
        rome: 'H2903',
        metier: 'Aide-opérateur sur machine',
        competences: ['Approvisionner une machine', 'Contrôler une cote', 'Évacuer les copeaux en sécurité'],
        activites:
          'Approvisionner la machine, évacuer et ébavurer les pièces, relever les contrôles avec le régleur.',
        objectifs: 'Initier un recrutement sur un poste ouvert à l’atelier.',
        protection: 'Chaussures de sécurité, lunettes et casque antibruit fournis par l’entreprise.',
      },
    ],
  },
  automobile: {
    activite: 'Entretien et réparation de véhicules',
    prevention: 'Pont élévateur réservé au tuteur, rappel sur les batteries et les fluides.',
    conventionCollective: 'IDCC 1090 Services de l’automobile',
    decideurs: DIRIGEANT,
    tuteurs: [
      ['Cheffe d’atelier', 'Chef d’atelier', 'chef_equipe'],
      ['Mécanicienne', 'Mécanicien', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'I1604',
        metier: 'Aide-mécanicien',
        competences: ['Faire une vidange', 'Changer des pneus', 'Ranger et tracer l’outillage'],
        activites: 'Démonter les roues, préparer les véhicules, nettoyer les pièces, ranger l’atelier.',
        objectifs: 'Confirmer le projet de CAP et repérer les bases à reprendre.',
        protection: 'Chaussures de sécurité, gants et lunettes fournis par le garage.',
      },
    ],
  },
  soin: {
    activite: 'Accueil et aide aux personnes',
    prevention: 'Protocole d’hygiène des mains, manutention des personnes réservée aux soignants.',
    conventionCollective: 'IDCC 2941 Aide à domicile',
    decideurs: DIRECTION,
    tuteurs: [
      ['Infirmière coordinatrice', 'Cadre de santé', 'chef_equipe'],
      ['Maîtresse de maison', 'Agent de service', 'chef_equipe'],
    ],
    metiers: [
      {
        rome: 'K1302',
        metier: 'Auxiliaire de vie',
        competences: ['Préparer un repas simple', 'Accompagner un déplacement', 'Respecter l’intimité'],
        activites:
          'Accompagner les repas, faire les chambres, partager un temps d’animation. Aucun geste de soin.',
        objectifs: 'Vérifier l’intérêt pour l’accompagnement et la juste distance avec les résidents.',
        protection: 'Blouse et gants fournis par l’établissement.',
      },
      {
        rome: 'J1301',
        metier: 'Agent de service hospitalier',
        competences: ['Entretenir une chambre', 'Servir un repas', 'Suivre un protocole d’hygiène'],
        activites:
          'Entretenir les chambres et les couloirs, servir le petit-déjeuner, suivre le protocole d’hygiène.',
        objectifs: 'Confirmer le projet et préparer l’entrée en formation.',
        protection: 'Blouse, gants et chaussures antidérapantes fournis par l’établissement.',
      },
    ],
  },
  enfance: {
    activite: 'Accueil de jeunes enfants',
    prevention: 'Jamais seul avec les enfants, protocole de soin et d’évacuation remis.',
    conventionCollective: 'IDCC 1261 Acteurs du lien social et familial',
    decideurs: [['Directrice', 'Directeur', 'dirigeant']],
    tuteurs: [
      ['Éducatrice de jeunes enfants', 'Éducateur de jeunes enfants', 'tuteur'],
      ['Auxiliaire de puériculture', 'Auxiliaire de puériculture', 'tuteur'],
    ],
    metiers: [
      {
        rome: 'K1303',
        metier: 'Assistant auprès d’enfants',
        competences: ['Proposer un jeu', 'Accompagner un repas', 'Observer et transmettre'],
        activites:
          'Préparer les activités et les goûters, remettre les salles en ordre, observer les temps de jeu.',
        objectifs: 'Découvrir les réalités du métier avant le CAP petite enfance.',
        protection: 'Surchaussures et blouse fournies par la crèche.',
      },
    ],
  },
  association: {
    activite: 'Association locale',
    prevention: 'Consignes d’évacuation et numéro du tuteur affichés au poste.',
    conventionCollective: 'IDCC 1518 Éclat',
    decideurs: [
      ['Coordinatrice', 'Coordinateur', 'responsable'],
      ['Présidente', 'Président', 'dirigeant'],
    ],
    tuteurs: [
      ['Animatrice technique', 'Animateur technique', 'tuteur'],
      ['Responsable de l’accueil', 'Responsable de l’accueil', 'responsable'],
    ],
    metiers: [
      {
        rome: 'M1601',
        metier: 'Agent d’accueil associatif',
        competences: ['Accueillir et orienter', 'Répondre au téléphone', 'Tenir un planning'],
        activites:
          'Accueillir le public avec la responsable, tenir le planning des salles, installer les ateliers.',
        objectifs: 'Reprendre confiance dans un métier de contact.',
        protection: 'Sans objet.',
      },
      {
        rome: 'K2304',
        metier: 'Agent de tri et de réemploi',
        competences: ['Trier les apports', 'Tester un appareil', 'Étiqueter et mettre en rayon'],
        activites: 'Trier les dons, tester les petits appareils, étiqueter, installer la boutique.',
        objectifs: 'Découvrir le réemploi et la vente en boutique.',
        protection: 'Chaussures de sécurité et gants fournis par l’association.',
      },
    ],
  },
  collectivite: {
    activite: 'Service public local',
    prevention: 'Accueil sécurité, engins réservés aux agents formés, gilet à proximité de la voirie.',
    conventionCollective: 'Statut de la fonction publique territoriale',
    decideurs: [
      ['Directrice générale des services', 'Directeur général des services', 'dirigeant'],
      ['Responsable du personnel', 'Responsable du personnel', 'rh'],
    ],
    tuteurs: [
      ['Responsable des services techniques', 'Responsable des services techniques', 'responsable'],
      ['Cheffe de cuisine', 'Chef de cuisine', 'chef_equipe'],
    ],
    metiers: [
      {
        rome: 'I1203',
        metier: 'Agent des services techniques',
        competences: [
          'Faire un petit dépannage',
          'Entretenir un espace vert',
          'Tenir un carnet d’intervention',
        ],
        activites:
          'Participer à l’entretien des espaces publics, à la mise en place des manifestations, au rangement des ateliers.',
        objectifs: 'Découvrir les métiers d’une collectivité et la préparation d’un concours.',
        protection: 'Chaussures de sécurité, gilet et gants fournis par la collectivité.',
      },
      {
        rome: 'G1603',
        metier: 'Agent de restauration scolaire',
        competences: ['Mettre en place une salle', 'Servir un plateau', 'Tenir la plonge'],
        activites:
          'Préparer les entrées, dresser les tables, aider au service des enfants, nettoyer la cuisine.',
        objectifs: 'Confirmer le projet de restauration collective.',
        protection: 'Tenue de cuisine et chaussures antidérapantes fournies par la collectivité.',
      },
    ],
  },
  insertion: {
    activite: 'Insertion par l’activité économique',
    prevention: 'Accueil sécurité de l’atelier, arrêt d’urgence montré à chaque poste.',
    conventionCollective: 'IDCC 3016 Ateliers et chantiers d’insertion',
    decideurs: [['Directrice', 'Directeur', 'dirigeant']],
    tuteurs: [
      ['Encadrante technique', 'Encadrant technique', 'chef_equipe'],
      ['Conseillère en insertion', 'Conseiller en insertion', 'prescripteur'],
    ],
    metiers: [
      {
        rome: 'H2402',
        metier: 'Couturier en atelier',
        competences: ['Piquer droit', 'Monter une fermeture', 'Contrôler une finition'],
        activites: 'Découper les tissus, piquer des pièces simples, contrôler et emballer.',
        objectifs: 'Essayer un autre support d’activité que le nôtre avant la suite du parcours.',
        protection: 'Blouse fournie par l’atelier.',
      },
    ],
  },
} as const satisfies Record<string, Secteur>;

export type CodeSecteur = keyof typeof TOUS;
export const SECTEURS: Record<CodeSecteur, Secteur> = TOUS;
