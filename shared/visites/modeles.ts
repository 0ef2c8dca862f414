/** Letters and e-mails that ship with Passerelle; the structure edits them to its own voice. */
export interface ModeleLivre {
  code: string;
  genre: 'lettre' | 'courriel';
  titre: string;
  objet: string;
  corps: string;
}

const COORDONNEES = `Vous pouvez me joindre au {{telephone_structure}} ou à {{courriel_structure}}.`;

const SALUTATIONS = `Dans l’attente de vous rencontrer, je vous prie d’agréer, {{politesse}}, mes salutations distinguées.`;

export const MODELES_LIVRES: readonly ModeleLivre[] = [
  {
    code: 'rdv_tpe',
    genre: 'lettre',
    titre: 'Demande de rendez-vous : TPE, artisan',
    objet: 'Demande de rencontre',
    corps: `{{appel}}

Je suis {{auteur_fonction}} pour {{structure}}, une structure de l’insertion par l’activité économique installée à {{ville_structure}}. Nos salariés travaillent avec nous quelques mois, le temps de reprendre un rythme, d’apprendre des gestes de métier et de préparer la suite.

Je vous écris parce que vous connaissez votre métier mieux que personne. J’aimerais passer vous voir, sur place, au moment qui vous dérange le moins, pour comprendre comment vous travaillez et ce qui vous manque quand vous cherchez quelqu’un.

Je ne vous demande ni embauche ni financement : trois quarts d’heure de votre temps suffisent. Si une idée utile pour vous en sort, un coup de main, un remplacement, une personne à voir à l’œuvre quelques jours, nous en parlerons simplement.

Je vous appellerai dans les prochains jours pour convenir d’un moment. ${COORDONNEES}

Je vous remercie de votre attention et vous adresse, {{politesse}}, mes salutations les meilleures.`,
  },
  {
    code: 'rdv_pme',
    genre: 'lettre',
    titre: 'Demande de rendez-vous : PME, grande entreprise',
    objet: 'Demande de rendez-vous : recrutement et insertion sur notre territoire',
    corps: `{{appel}}

Avec notre structure, {{structure}}, nous employons et accompagnons à {{ville_structure}} des personnes qui reviennent vers l’emploi. Chacune travaille dans une équipe encadrée et prépare avec un conseiller un projet professionnel réaliste.

Votre entreprise, {{organisation}}, fait partie des employeurs que nos salariés regardent avec intérêt. Je souhaiterais vous rencontrer pour :

- comprendre vos activités, vos métiers et la façon dont vous recrutez ;
- vous présenter des profils et des formules courtes, sans engagement d’embauche : visite, immersion de quelques jours, analyse d’un poste ;
- voir avec vous ce qui servirait à la fois vos besoins et le parcours de nos salariés.

Cet échange demande une heure au plus. Un conseiller reste ensuite votre interlocuteur, avant, pendant et après chaque accueil.

Je me permettrai de vous appeler la semaine prochaine pour fixer une date. ${COORDONNEES}

${SALUTATIONS}`,
  },
  {
    code: 'rdv_collectivite',
    genre: 'lettre',
    titre: 'Demande de rendez-vous : collectivité, élu',
    objet: 'Demande d’entretien : insertion et emploi local',
    corps: `{{appel}}

Notre structure, {{structure}}, est un employeur d’insertion de votre territoire. Depuis {{ville_structure}}, nous embauchons et accompagnons des habitants éloignés de l’emploi, et nous cherchons avec les employeurs publics et privés les étapes qui leur permettront d’en repartir avec un métier.

J’ai l’honneur de solliciter un entretien, avec vous ou avec la personne que vous désignerez, pour évoquer :

- l’accueil de salariés en immersion dans vos services ;
- les remplacements et les besoins saisonniers auxquels nos salariés pourraient répondre ;
- la place de l’insertion dans vos achats et vos marchés.

Un échange de quarante-cinq minutes permettrait de faire connaissance et de repérer une première action, modeste et concrète.

Je prendrai contact avec votre secrétariat dans les prochains jours. ${COORDONNEES}

Je vous prie d’agréer, {{politesse}}, l’expression de ma considération distinguée.`,
  },
  {
    code: 'remerciement',
    genre: 'lettre',
    titre: 'Remerciement après une visite',
    objet: 'Suite à notre rencontre',
    corps: `{{appel}}

Merci pour votre accueil et pour le temps passé à me montrer votre travail. J’en repars avec une idée plus juste de vos métiers et de vos contraintes, et je les partagerai avec mes collègues.

Nous étions convenus des points suivants :

- ce que nous faisons : (à compléter)
- ce que vous faites : (à compléter)
- nous nous reparlons : (à compléter)

Si quelque chose change d’ici là, dites-le-moi simplement. ${COORDONNEES}

Je vous adresse, {{politesse}}, mes salutations les meilleures.`,
  },
  {
    code: 'relance_courrier',
    genre: 'lettre',
    titre: 'Relance après un courrier resté sans réponse',
    objet: 'Suite de mon courrier',
    corps: `{{appel}}

Je vous ai écrit il y a quelques semaines, pour {{structure}}, afin de vous proposer une courte rencontre. Vos journées sont chargées : cette lettre vous demande seulement de me dire ce qui vous convient.

- Vous préférez un autre moment : indiquez-moi une période, je m’adapterai.
- Une autre personne suit ces sujets chez vous : donnez-moi son nom, je m’adresserai à elle.
- Ce n’est pas d’actualité : dites-le-moi, je n’insisterai pas.

Un mot suffit. ${COORDONNEES}

Je vous remercie et vous adresse, {{politesse}}, mes salutations les meilleures.`,
  },
  {
    code: 'immersion',
    genre: 'lettre',
    titre: 'Proposition d’immersion',
    objet: 'Accueillir un salarié en immersion',
    corps: `{{appel}}

Nous accompagnons une personne motivée par l’un de vos métiers. Elle souhaite découvrir ce travail tel qu’il se fait chez vous avant de s’y engager, et je pense que {{organisation}} serait un bon endroit pour cela.

Une immersion, ou période de mise en situation en milieu professionnel, se passe ainsi :

- elle dure de quelques jours à un mois au plus, aux horaires de votre équipe ;
- la personne reste notre salariée : nous la rémunérons, et les accidents du travail restent couverts de notre côté ;
- une convention signée avant le premier jour dit ce qu’elle fera et qui l’accueille ;
- son conseiller fait le point avec vous pendant et à la fin.

Il vous revient de désigner quelqu’un qui l’accueille et lui montre le travail. Vous n’avez ni salaire à verser ni obligation d’embaucher.

Je vous appellerai pour en parler et vous présenter cette personne. ${COORDONNEES}

${SALUTATIONS}`,
  },
  {
    code: 'petit_dejeuner',
    genre: 'lettre',
    titre: 'Invitation à un petit-déjeuner d’employeurs',
    objet: 'Invitation : petit-déjeuner des employeurs',
    corps: `{{appel}}

Notre structure, {{structure}}, invite quelques employeurs de {{ville_structure}} et des environs à prendre le petit-déjeuner dans ses ateliers, le (date), de 8 h à 9 h 30.

Au programme :

- le tour des ateliers avec celles et ceux qui y travaillent ;
- le témoignage d’un employeur qui a accueilli un de nos salariés ;
- un temps d’échange : ce que vous cherchez, ce que nous pouvons proposer ensemble.

Vous pouvez venir avec un collaborateur. Pour préparer les tables, dites-nous avant le (date) si nous vous attendons. ${COORDONNEES}

Au plaisir de vous accueillir, je vous adresse, {{politesse}}, mes salutations les meilleures.`,
  },
  {
    code: 'courriel_rdv',
    genre: 'courriel',
    titre: 'Demande de rendez-vous',
    objet: 'Vous rencontrer ?',
    corps: `{{appel}}

Je suis {{auteur_fonction}} pour {{structure}}, employeur d’insertion à {{ville_structure}}. J’aimerais vous rencontrer trois quarts d’heure, chez vous, pour comprendre vos métiers et vos besoins et voir ce que nous pourrions faire ensemble.

Je vous appelle dans les prochains jours ; vous pouvez aussi me proposer un moment en réponse à ce message.

Bien cordialement,
{{auteur}}
{{structure}}
{{telephone_structure}}`,
  },
  {
    code: 'courriel_merci',
    genre: 'courriel',
    titre: 'Remerciement après une visite',
    objet: 'Merci pour votre accueil',
    corps: `{{appel}}

Merci pour votre accueil, et pour la visite. Comme convenu :

- nous : (à compléter)
- vous : (à compléter)

Je reste joignable au {{telephone_structure}}.

Bien cordialement,
{{auteur}}
{{structure}}`,
  },
  {
    code: 'courriel_groupe',
    genre: 'courriel',
    titre: 'Invitation à plusieurs employeurs',
    objet: 'Petit-déjeuner des employeurs à {{ville_structure}}',
    corps: `Madame, Monsieur,

Notre structure, {{structure}}, vous ouvre ses ateliers le (date), de 8 h à 9 h 30 : un tour sur place, le témoignage d’un employeur, un café et le temps d’échanger.

Dites-nous en réponse si nous vous attendons, et combien vous serez.

Bien cordialement,
{{auteur}}
{{structure}}
{{telephone_structure}}`,
  },
];
