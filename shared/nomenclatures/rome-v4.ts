/** Répertoire opérationnel des métiers et des emplois, version 4.0 (October 2024): 609 codes. France Travail, Licence Ouverte. */
export const ROME_V4 = `
A1101 Conducteur / Conductrice d’engins agricoles
A1102 Conducteur / Conductrice d’engins d’exploitation forestière
A1201 Élagueur / Élagueuse
A1202 Agent / Agente d’entretien des espaces naturels
A1203 Jardinier / Jardinière
A1204 Garde forestier / forestière
A1205 Forestier / Forestière
A1301 Technicien / Technicienne de culture maraîchère
A1302 Technicien / Technicienne agricole
A1303 Ingénieur / Ingénieure agronome
A1304 Conseiller / Conseillère technique agricole
A1401 Vendangeur / Vendangeuse
A1402 Aide horticole
A1403 Aide d’élevage agricole
A1404 Aquaculteur / Aquacultrice
A1405 Arboriculteur / Arboricultrice
A1406 Capitaine de pêche
A1407 Éleveur / Éleveuse de bovins
A1408 Éleveur / Éleveuse d’animaux
A1409 Aviculteur / Avicultrice
A1410 Éleveur / Éleveuse d’ovins
A1411 Éleveur / Éleveuse de porcins
A1412 Fromager / Fromagère
A1413 Brasseur / Brasseuse de bière
A1414 Horticulteur / Horticultrice
A1415 Marin-pêcheur
A1416 Agriculteur / Agricultrice
A1417 Saliculteur / Salicultrice
A1418 Viticulteur / Viticultrice
A1419 Ouvrier agricole polyvalent / Ouvrière agricole polyvalente
A1420 Chef / Cheffe de culture responsable d’unité de production agricole
A1421 Palefrenier soigneur / Palefrenière soigneuse
A1501 Soigneur animalier / Soigneuse animalière
A1502 Maréchal-ferrant / Maréchale-ferrante
A1503 Toiletteur / Toiletteuse d’animaux
A1504 Vétérinaire
B1101 Artiste plasticien / plasticienne
B1201 Céramiste d’art
B1301 Étalagiste
B1302 Décorateur / Décoratrice d’objets d’art
B1303 Graveur / Graveuse d’art
B1401 Vannier / Vannière
B1402 Relieur / Relieuse
B1501 Facteur / Factrice d’instruments de musique
B1601 Métallier / Métallière d’art
B1602 Souffleur / Souffleuse de verre
B1603 Opérateur / Opératrice en orfèvrerie et bijouterie
B1604 Horloger / Horlogère
B1605 Bijoutier / Bijoutière
B1606 Joaillier / Joaillière
B1607 Lapidaire / Diamantaire
B1608 Opérateur / Opératrice en bijouterie
B1609 Responsable d’atelier en bijouterie ou joaillerie
B1610 Sertisseur / Sertisseuse en bijouterie ou joaillerie
B1611 Trieur / Trieuse de pierres et perles
B1612 Concepteur / Conceptrice numérique en bijouterie joaillerie
B1701 Taxidermiste
B1801 Chapelier / Chapelière
B1802 Maroquinier / Maroquinière
B1803 Couturier / Couturière
B1804 Brodeur / Brodeuse
B1805 Styliste
B1806 Tapissier / Tapissière d’ameublement
C1101 Chargé / Chargée de produit en assurances
C1102 Conseiller / Conseillère en assurances
C1103 Courtier / Courtière en assurance
C1104 Responsable d’agence en assurances
C1105 Actuaire
C1106 Expert / Experte risques en assurances
C1107 Chargé / Chargée d’indemnisations en assurances
C1108 Responsable de département en assurances
C1109 Gestionnaire en assurances
C1110 Souscripteur / Souscriptrice en assurances
C1111 Mandataire en assurance
C1112 Agent général / Agente générale d’assurance
C1201 Chargé / Chargée d’accueil en banque
C1202 Analyste de crédits et risques bancaires
C1203 Chargé / Chargée d’affaires bancaires entreprise
C1204 Gestionnaire de produits bancaires
C1205 Conseiller / Conseillère en gestion de patrimoine
C1206 Conseiller / Conseillère de clientèle bancaire
C1207 Directeur / Directrice d’agence bancaire
C1208 Courtier / Courtière en banque
C1301 Trader
C1302 Gestionnaire des opérations sur les marchés financiers
C1303 Gérant / Gérante de portefeuille financier
C1401 Agent administratif / Agente administrative banque ou assurance
C1501 Gestionnaire de copropriété
C1502 Chargé / Chargée de gestion locative en immobilier
C1503 Chargé / Chargée d’opérations immobilières
C1504 Conseiller / Conseillère immobilier
C1505 Responsable d’agence immobilière
D1101 Boucher / Bouchère
D1102 Boulanger / Boulangère
D1103 Charcutier-traiteur / Charcutière-traiteuse
D1104 Pâtissier / Pâtissière
D1105 Poissonnier / Poissonnière
D1106 Épicier / Épicière
D1107 Grossiste en produits frais
D1201 Brocanteur / Brocanteuse
D1202 Coiffeur / Coiffeuse
D1203 Agent thermal / Agente thermale
D1204 Loueur / Loueuse de véhicules
D1205 Employé / Employée de pressing
D1206 Cordonnier / Cordonnière
D1207 Retoucheur / Retoucheuse en habillement
D1208 Esthéticien / Esthéticienne
D1209 Fleuriste
D1210 Vendeur / Vendeuse en animalerie
D1211 Vendeur / Vendeuse d’articles de sport et loisirs
D1212 Vendeur / Vendeuse en équipement de la maison
D1213 Vendeur / Vendeuse grossiste de matériels et équipements
D1214 Vendeur / Vendeuse en prêt-à-porter
D1301 Responsable de magasin
D1401 Assistant commercial / Assistante commerciale
D1402 Commercial / Commerciale grands comptes et entreprises
D1403 Commercial / Commerciale auprès des particuliers
D1404 Commercial / Commerciale en automobiles
D1405 Délégué médical / Déléguée médicale
D1406 Chef / Cheffe des ventes
D1407 Technico-commercial / Technico-commerciale
D1408 Téléconseiller / Téléconseillère
D1409 Assistant / Assistante administration des ventes
D1410 Attaché commercial / Attachée commerciale
D1501 Animateur / Animatrice des ventes
D1502 Chef / Cheffe de rayon alimentaire
D1503 Chef / Cheffe de rayon de produits non alimentaires
D1504 Directeur / Directrice de magasin
D1505 Caissier / Caissière
D1506 Marchandiseur / Marchandiseuse
D1507 Employé / Employée de libre-service
D1508 Responsable de caisses
D1509 Responsable de département en grande distribution
D1510 Chef / Cheffe de secteur commercial
E1101 Community manager
E1102 Écrivain / Écrivaine
E1103 Chargé / Chargée de communication
E1104 Concepteur / Conceptrice de contenus multimedia
E1105 Éditeur / Éditrice
E1106 Journaliste
E1107 Chef / Cheffe de projet événementiel
E1108 Traducteur / Traductrice
E1109 Directeur / Directrice de la communication
E1201 Photographe
E1202 Employé / Employée de laboratoire cinématographique
E1203 Développeur / Développeuse de photographies
E1204 Projectionniste
E1205 Graphiste
E1206 UX - UI Designer
E1301 Conducteur / Conductrice de machines d’impression
E1302 Conducteur / Conductrice de machines de façonnage routage
E1303 Responsable d’atelier d’impression
E1304 Agent / Agente de façonnage et routage
E1305 Correcteur / Correctrice
E1306 Opérateur / Opératrice de prépresse
E1307 Reprographe
E1308 Technicien / Technicienne des industries graphiques
E1401 Chef / Cheffe de publicité
E1402 Média planneur / planneuse
F1101 Architecte
F1102 Architecte d’intérieur
F1103 Diagnostiqueur / Diagnostiqueuse immobilier
F1104 Dessinateur / Dessinatrice du BTP
F1105 Géologue
F1106 Ingénieur / Ingénieure d’études BTP
F1107 Géomètre-topographe
F1108 Métreur / Métreuse
F1109 Assistant / Assistante géomètre
F1110 Dessinateur / Dessinatrice enveloppe du bâtiment
F1111 Ingénieur / Ingénieure génie civil
F1112 Ingénieur / Ingénieure calcul et structure
F1113 Chargé / Chargée d’affaires en rénovation énergétique
F1114 Conseiller / Conseillère en rénovation énergétique
F1201 Conducteur / Conductrice de travaux
F1202 Chef / Cheffe de chantier
F1203 Responsable d’exploitation de gisements et de carrières
F1204 Animateur / Animatrice QSE - Qualité Sécurité Environnement BTP
F1205 Responsable de travaux BTP
F1301 Grutier / Grutière
F1302 Conducteur / Conductrice d’engins de chantier
F1401 Foreur / Foreuse
F1402 Extracteur / Extractrice de roches
F1501 Charpentier bois poseur / Charpentière bois poseuse
F1502 Échafaudeur / Échafaudeuse
F1503 Charpentier / Charpentière
F1601 Plâtrier / Plâtrière
F1602 Électricien / Électricienne du bâtiment
F1603 Plombier / Plombière
F1604 Plaquiste
F1605 Électricien / Électricienne réseaux
F1606 Peintre en bâtiment
F1607 Menuisier / Menuisière aluminium
F1608 Carreleur / Carreleuse
F1609 Solier-moquettiste / Solière-moquettiste
F1610 Monteur / Monteuse de panneaux photovoltaïques
F1611 Façadier / Façadière
F1612 Tailleur / Tailleuse de pierre
F1613 Étancheur / Étancheuse
F1614 Poseur / Poseuse en fermetures de bâtiment
F1615 Poseur / Poseuse de cloisons démontables et mobiles
F1616 Poseur / Poseuse de menuiseries extérieures
F1617 Poseur / Poseuse de véranda
F1618 Poseur / Poseuse de façade vitrée
F1619 Couvreur / Couvreuse
F1620 Installateur / Installatrice chauffage et climatisation
F1701 Coffreur / Coffreuse
F1702 Ouvrier / Ouvrière en voiries
F1703 Maçon / Maçonne
F1704 Manœuvre bâtiment
F1705 Canalisateur / Canalisatrice
F1706 Armaturier / Armaturière de l’industrie du béton
F1707 Maçon / Maçonne du paysage
F1708 Installateur-poseur / Installatrice-poseuse de piscines préfabriquées
F1709 Démolisseur / Démolisseuse
G1101 Hôte / Hôtesse d’accueil tourisme
G1102 Chargé / Chargée de mission tourisme
G1201 Guide touristique
G1202 Animateur / Animatrice d’activités culturelles et de loisirs
G1203 Animateur / Animatrice auprès des jeunes
G1204 Éducateur sportif / Éducatrice sportive
G1205 Opérateur / Opératrice d’attraction
G1206 Croupier / Croupière
G1207 Surveillant / Surveillante de baignade
G1208 Entraîneur / Entraîneure de sport professionnel et de haut niveau
G1209 Animateur / Animatrice de loisirs sportifs
G1210 Enseignant / Enseignante d’équitation
G1211 Analyste de la performance sportive
G1212 Animateur socio-sportif / Animatrice socio-sportive
G1213 Chargé / Chargée de développement d’activités sportives
G1214 Directeur sportif / Directrice sportive
G1215 Éducateur sportif / Éducatrice sportive Santé
G1216 Moniteur / Monitrice de sport nature
G1217 Moniteur / Monitrice en salle de sport
G1218 Préparateur / Préparatrice physique
G1301 Chef / Cheffe de produit touristique
G1302 Yield manager
G1303 Agent / Agente de voyages
G1401 Assistant / Assistante manager en hôtellerie-restauration
G1402 Directeur / Directrice en hôtellerie-restauration
G1403 Directeur / Directrice de structure touristique
G1404 Responsable d’établissement de restauration collective
G1405 Directeur / Directrice de structure sportive
G1501 Valet / Femme de chambre
G1502 Employé / Employée d’hôtel
G1503 Gouvernant / Gouvernante d’hôtel
G1601 Chef / Cheffe de cuisine
G1602 Commis / Commise de cuisine
G1603 Équipier polyvalent / Équipière polyvalente de restauration rapide
G1604 Pizzaïolo / Pizzaïola
G1605 Plongeur officier / Plongeuse officière de cuisine
G1606 Cuisinier / Cuisinière de collectivité
G1607 Employé / Employée de restauration collective
G1608 Écailler / Écaillère
G1701 Concierge d’hôtel
G1702 Bagagiste en établissement hôtelier
G1703 Réceptionniste en hôtellerie
G1801 Barman / Barmaid
G1802 Maître / Maîtresse d’hôtel
G1803 Serveur / Serveuse
G1804 Sommelier / Sommelière
H1101 Technicien / Technicienne support technique
H1102 Chargé / Chargée d’affaires en industrie
H1201 Coloriste en industrie
H1202 Dessinateur / Dessinatrice en électricité-électronique
H1203 Dessinateur-projeteur / Dessinatrice-projeteuse en mécanique
H1204 Designer industriel / Designeuse industrielle
H1205 Modéliste en industrie
H1206 Ingénieur / Ingénieure R&D en industrie
H1207 Rédacteur / Rédactrice technique
H1208 Automaticien / Automaticienne en bureau d’études
H1209 Technicien / Technicienne études électroniques
H1210 Technicien / Technicienne R&D
H1211 Attaché / Attachée de recherche clinique (ARC)
H1301 Inspecteur / Inspectrice de conformité
H1302 Responsable Hygiène Sécurité Environnement (HSE) en industrie
H1303 Technicien / Technicienne en Hygiène, Sécurité, Environnement industriel (HSE)
H1401 Responsable ordonnancement-lancement-planification en industrie
H1402 Ingénieur / Ingénieure méthodes et process
H1403 Gestionnaire de flux de production
H1404 Technicien / Technicienne méthodes
H1501 Responsable de laboratoire d’analyse industrielle
H1502 Responsable qualité en industrie
H1503 Technicien / Technicienne de laboratoire en industrie
H1504 Contrôleur / Contrôleuse technique en électricité-électronique
H1505 Nez
H1506 Contrôleur / Contrôleuse technique en métallurgie
H1507 Chargé / Chargée des affaires règlementaires
H2101 Ouvrier / Ouvrière d’abattoir
H2102 Conducteur / Conductrice de ligne en industrie alimentaire
H2103 Opérateur / Opératrice de transformation des viandes
H2201 Assembleur / Assembleuse d’ouvrages en bois
H2202 Conducteur / Conductrice de machines à bois
H2203 Machiniste en fabrications de panneaux de bois
H2204 Contremaître / Contremaîtresse en menuiserie
H2205 Ouvrier / Ouvrière de scierie
H2206 Menuisier / Menuisière
H2207 Ébéniste
H2208 Sculpteur / Sculptrice sur bois
H2209 Dessinateur / Dessinatrice de structures en bois
H2301 Conducteur / Conductrice de ligne en industrie chimique
H2401 Opérateur / Opératrice en maroquinerie industrielle
H2402 Couturier industriel / Couturière industrielle de l’habillement
H2403 Conducteur / Conductrice de machines à tisser
H2404 Cardeur / Cardeuse en industrie textile
H2405 Nappeur / Nappeuse en industrie textile
H2406 Conducteur / Conductrice de machines de traitement textile
H2407 Opérateur / Opératrice en tannerie
H2408 Imprimeur / Imprimeuse textile
H2409 Coupeur / Coupeuse textile
H2410 Repasseur-presseur / Repasseuse-presseuse
H2411 Mécanicien / Mécanicienne modèle
H2412 Patronnier / Patronnière
H2413 Opérateur / Opératrice de préparation en industrie textile
H2414 Opérateur / Opératrice de finition en industrie textile
H2415 Contrôleur / Contrôleuse en industrie textile
H2501 Chef / Cheffe d’atelier production électricité-électronique
H2502 Responsable d’unité de production industrielle
H2503 Responsable d’îlot de production
H2504 Chef / Cheffe d’équipe en industrie
H2505 Chef / Cheffe d’équipe et d’atelier textile
H2601 Bobinier / Bobinière
H2602 Câbleur / Câbleuse d’armoires
H2603 Opérateur / Opératrice sur machines automatisées en production électrique
H2604 Assembleur / Assembleuse en produits électriques et électroniques
H2605 Monteur-câbleur / Monteuse-câbleuse en électronique
H2701 Technicien / Technicienne énergie
H2801 Agent / Agente de fabrication du verre
H2802 Opérateur / Opératrice de fabrication en matériaux de construction
H2803 Opérateur / Opératrice de production en céramique
H2804 Pilote de centrale de béton
H2805 Technicien / Technicienne de l’industrie du verre
H2901 Ajusteur-monteur / Ajusteuse-monteuse
H2902 Chaudronnier / Chaudronnière
H2903 Tourneur-fraiseur / Tourneuse-fraiseuse
H2904 Forgeron industriel / Forgeronne industrielle
H2905 Cisailleur / Cisailleuse en métallurgie
H2906 Opérateur / Opératrice en fabrication mécanique
H2907 Fondeur / Fondeuse en métallurgie
H2908 Modeleur / Modeleuse
H2909 Assembleur monteur / Assembleuse monteuse
H2910 Mouleur noyauteur / Mouleuse noyauteuse
H2911 Métallier / Métallière
H2912 Régleur / Régleuse d’équipements industriels
H2913 Soudeur / Soudeuse
H2914 Tuyauteur / Tuyauteuse
H3101 Conducteur / Conductrice de machines à papier ou carton
H3102 Conducteur / Conductrice d’installation de pâte à papier
H3201 Plasturgiste
H3202 Monteur régleur / Monteuse régleuse en plasturgie
H3203 Mouleur-stratifieur / Mouleuse-stratifieuse
H3301 Conducteur / Conductrice de ligne de conditionnement
H3302 Agent / Agente de conditionnement
H3303 Cuisinier / Cuisinière en industrie chimique
H3401 Opérateur / Opératrice de traitement d’abrasion de surface
H3402 Agent / Agente de traitement de surface
H3403 Opérateur / Opératrice de traitement thermique
H3404 Peintre industriel / industrielle
H3405 Polisseur / Polisseuse en bijouterie ou joaillerie
H3406 Opérateur / Opératrice en polissage de bijouterie
I1101 Directeur / Directrice des travaux bâtiment
I1102 Ingénieur / Ingénieure de maintenance industrielle
I1103 Chef d’atelier automobile
I1201 Afficheur / Afficheuse
I1202 Agent / Agente d’entretien de la voirie
I1203 Agent / Agente d’entretien du bâtiment
I1301 Ascensoriste
I1302 Automaticien / Automaticienne
I1303 Technicien / Technicienne de maintenance de distributeurs automatiques
I1304 Technicien / Technicienne de maintenance industrielle
I1305 Électronicien / Électronicienne de maintenance
I1306 Frigoriste
I1307 Installateur / Installatrice fibre optique
I1308 Technicien / Technicienne chauffagiste
I1309 Électricien / Électricienne de maintenance
I1310 Mécanicien / Mécanicienne de maintenance industrielle
I1401 Technicien / Technicienne de maintenance en informatique
I1402 Technicien / Technicienne SAV
I1501 Cordiste
I1502 Scaphandrier / Scaphandrière
I1503 Technicien / Technicienne en risques technologiques
I1601 Préparateur / Préparatrice de bateau
I1602 Mécanicien / Mécanicienne avion
I1603 Mécanicien / Mécanicienne agricole
I1604 Mécanicien / Mécanicienne automobile
I1605 Mécanicien / Mécanicienne de bateaux
I1606 Carrossier / Carrossière
I1607 Mécanicien / Mécanicienne motocycles
J1101 Médecin du travail
J1102 Médecin généraliste
J1103 Dentiste
J1104 Homme sage-femme / Sage-femme
J1105 Médecin coordonnateur
J1201 Biologiste médical / médicale
J1202 Pharmacien / Pharmacienne
J1301 Agent / Agente de service hospitalier (ASH)
J1302 Technicien / Technicienne de laboratoires d’analyses médicales
J1303 Assistant médical / Assistante médicale
J1304 Auxiliaire de puériculture
J1305 Ambulancier / Ambulancière
J1306 Manipulateur / Manipulatrice en radiologie
J1307 Préparateur / Préparatrice en pharmacie
J1308 Brancardier / Brancardière
J1309 Agent / Agente de stérilisation de service hospitalier
J1401 Audioprothésiste
J1402 Diététicien / Diététicienne
J1403 Ergothérapeute
J1404 Kinésithérapeute
J1405 Opticien / Opticienne
J1406 Orthophoniste
J1407 Orthoptiste
J1408 Ostéopathe
J1409 Podologue
J1410 Prothésiste dentaire
J1411 Orthoprothésiste
J1412 Psychomotricien / Psychomotricienne
J1501 Aide-soignant / Aide-soignante
J1502 Cadre de santé
J1503 Infirmier / Infirmière anesthésiste (IADE)
J1504 Infirmier / Infirmière de bloc opératoire (IBODE)
J1505 Infirmier / Infirmière de santé au travail
J1506 Infirmier / Infirmière en soins généraux (IDE)
J1507 Infirmier / Infirmière en puériculture
K1101 Médiateur familial / Médiatrice familiale
K1102 Mandataire judiciaire à la protection des majeurs
K1103 Coach en développement personnel
K1104 Psychologue
K1201 Assistant social / Assistante sociale
K1202 Éducateur / Éducatrice de jeunes enfants
K1203 Éducateur technique spécialisé / Éducatrice technique spécialisée
K1204 Médiateur social / Médiatrice sociale
K1205 Agent / Agente d’accueil social
K1206 Animateur socioculturel / Animatrice socioculturelle
K1207 Éducateur spécialisé / Éducatrice spécialisée
K1301 Accompagnateur médicosocial / Accompagnatrice médicosociale
K1302 Assistant / Assistante de vie dépendance
K1303 Garde d’enfant à domicile
K1304 Aide à domicile
K1305 Technicien / Technicienne Intervention Sociale et Familiale -TISF-
K1306 Auxiliaire de Vie Sociale (AVS)
K1307 Animateur / Animatrice petite enfance
K1308 Agent territorial spécialisé / Agente territoriale spécialisée des écoles maternelles (ATSEM)
K1309 Accueillant familial / Accueillante familiale auprès d’enfants
K1310 Assistant maternel agréé / Assistante maternelle agréée
K1401 Cadre dirigeant / dirigeante d’administration centrale
K1402 Médecin conseil
K1403 Directeur / Directrice de structure de santé, sociale ou pénitentiaire
K1404 Chargé / Chargée de mission développement territorial
K1405 Préfet / Préfète
K1406 Secrétaire de mairie
K1501 Agent / Agente de constatation des douanes
K1502 Inspecteur / Inspectrice du travail
K1503 Contrôleur / Contrôleuse des impôts
K1504 Régisseur / Régisseuse de recettes
K1505 Inspecteur / Inspectrice des douanes
K1601 Documentaliste
K1602 Conservateur / Conservatrice du patrimoine
K1701 Soldat / Soldate
K1702 Responsable de sécurité civile et de secours
K1703 Responsable opérationnel / opérationnelle de la défense
K1704 Officier / Officière de police
K1705 Secouriste
K1706 Gendarme
K1707 Policier municipal / Policière municipale
K1801 Conseiller / Conseillère en insertion professionnelle
K1802 Chargé / Chargée de développement local
K1901 Notaire
K1902 Clerc de notaire
K1903 Juriste
K1904 Juge
K2101 Conseiller / Conseillère en formation
K2102 Responsable pédagogique
K2103 Chef d’établissement
K2104 Surveillant / Surveillante en milieu scolaire
K2105 Professeur / Professeure de musique
K2106 Professeur / Professeure des écoles
K2107 Professeur / Professeure de collège et de lycée
K2108 Professeur / Professeure des universités
K2109 Professeur / Professeure d’enseignement professionnel
K2110 Moniteur / Monitrice d’auto-école
K2111 Formateur / Formatrice
K2112 Conseiller / Conseillère d’orientation
K2113 Accompagnant / Accompagnante des élèves en situation de handicap (AESH)
K2201 Blanchisseur industriel / Blanchisseuse industrielle
K2202 Laveur / Laveuse de vitres
K2203 Responsable de site nettoyage de locaux
K2204 Agent / Agente d’entretien/propreté de locaux
K2301 Agent / Agente d’assainissement
K2302 Directeur / Directrice collecte des déchets
K2303 Ripeur / Ripeuse
K2304 Agent / Agente de tri des déchets
K2305 Agent / Agente de désinsectisation
K2306 Responsable de site éco-industriel
K2401 Chercheur / Chercheuse en sciences humaines et sociales
K2402 Ingénieur / Ingénieure de recherche scientifique
K2403 Biostatisticien / Biostatisticienne
K2501 Gardien / Gardienne
K2502 Responsable sécurité
K2503 Agent / Agente de sécurité
K2504 Agent / Agente de sécurité événementielle
K2601 Porteur / Porteuse funéraire
K2602 Conseiller / Conseillère funéraire
K2603 Thanatopracteur / Thanatopractrice
L1101 Disc-jockey
L1102 Mannequin
L1103 Animateur / Animatrice radio
L1201 Danseur / Danseuse
L1202 Musicien / Musicienne
L1203 Comédien / Comédienne
L1204 Artiste de cirque
L1301 Metteur / Metteuse en scène
L1302 Producteur / Productrice de film
L1303 Agent / Agente d’artiste
L1304 Réalisateur / Réalisatrice
L1401 Sportif professionnel / Sportive professionnelle
L1501 Maquilleur / Maquilleuse spectacle
L1502 Costumier / Costumière
L1503 Accessoiriste
L1504 Éclairagiste
L1505 Cadreur / Cadreuse
L1506 Machiniste spectacle
L1507 Monteur / Monteuse vidéo
L1508 Régisseur / Régisseuse du son
L1509 Régisseur général / Régisseuse générale
L1510 Animateur / Animatrice 3D - films d’animation
M1101 Acheteur / Acheteuse
M1102 Responsable des achats
M1201 Analyste financier / financière
M1202 Expert-comptable / Experte-comptable
M1203 Comptable
M1204 Contrôleur / Contrôleuse de gestion
M1205 Directeur administratif et financier / Directrice administrative et financière -DAF-
M1206 Chef comptable
M1207 Trésorier / Trésorière
M1301 Président Directeur Général / Présidente Directrice Générale -PDG-
M1302 Responsable de Petite ou Moyenne Entreprise -PME-
M1401 Enquêteur / Enquêtrice sondage
M1402 Consultant / Consultante en organisation et management
M1403 Chargé / Chargée d’études socio-économiques
M1404 Responsable d’enquêtes
M1405 Data scientist
M1501 Assistant / Assistante ressources humaines
M1502 Chargé / Chargée de recrutement
M1503 Directeur / Directrice des Ressources Humaines -DRH-
M1601 Agent / Agente d’accueil
M1602 Agent administratif / Agente administrative
M1603 Facteur / Factrice
M1604 Assistant / Assistante de direction
M1605 Secrétaire technique
M1606 Opérateur / Opératrice de saisie
M1607 Secrétaire
M1608 Secrétaire comptable
M1609 Secrétaire médical / médicale
M1701 Responsable de l’administration des ventes
M1702 Planneur / Planneuse stratégique
M1703 Chef de produit
M1704 Responsable relation client (CRM)
M1705 Responsable marketing
M1706 Chef de promotion des ventes
M1707 Responsable commercial / commerciale
M1801 Administrateur / Administratrice réseau informatique
M1802 Ingénieur / Ingénieure système informatique
M1803 Directeur / Directrice des services informatiques -DSI-
M1804 Ingénieur / Ingénieure télécoms
M1805 Développeur / Développeuse web
M1806 Product Owner
M1807 Opérateur / Opératrice télécom aux armées
M1808 Cartographe
M1809 Météorologue
M1810 Technicien / Technicienne informatique
M1811 Data engineer
M1812 Responsable de la Sécurité des Systèmes d’Information (RSSI)
M1813 Intégrateur / Intégratrice logiciels métiers
N1101 Cariste
N1102 Déménageur / Déménageuse
N1103 Préparateur / Préparatrice de commandes
N1104 Pontier / Pontière
N1105 Manutentionnaire
N1201 Affréteur / Affréteuse
N1202 Agent / Agente de transit
N1301 Responsable logistique
N1302 Responsable entrepôt logistique
N1303 Approvisionneur / Approvisionneuse logistique
N2101 Steward / Hôtesse de l’air
N2102 Pilote de ligne
N2201 Agent / Agente d’escale
N2202 Contrôleur aérien / Contrôleuse aérienne
N2203 Agent / Agente de piste
N2204 Agent / Agente de trafic aérien
N2205 Chef / Cheffe d’escale
N3101 Capitaine de port
N3102 Marin
N3103 Matelot de la navigation fluviale
N3201 Agent / Agente de port de plaisance
N3202 Responsable d’exploitation transport fluvial
N3203 Docker
N4101 Conducteur / Conductrice de poids lourd
N4102 Chauffeur / Chauffeuse VTC
N4103 Conducteur / Conductrice de bus
N4104 Coursier / Coursière
N4105 Chauffeur-livreur / Chauffeuse-livreuse
N4201 Responsable d’agence transport routier de marchandises
N4202 Responsable d’exploitation transport routier de personnes
N4203 Exploitant / Exploitante transport routier de marchandises
N4204 Agent / Agente d’exploitation transport routier de personnes
N4301 Conducteur / Conductrice de train
N4302 Agent / Agente de contrôle
N4401 Aiguilleur / Aiguilleure du rail
N4402 Agent / Agente d’exploitation des remontées mécaniques
N4403 Cheminot / Cheminote
`;
