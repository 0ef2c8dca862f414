import { type Entree, entree, lireListe } from './recherche.ts';
import { ROME_V3 } from './rome-v3.ts';
import { ROME_V4 } from './rome-v4.ts';

/**
 * The ROME in its two versions. Heavy: screens import it when a picker is opened (`renderer/reseau/choix-rome.tsx`),
 * never at their top.
 */

const v3 = new Map(lireListe(ROME_V3));
const v4 = new Map(lireListe(ROME_V4));

/** Label of each code, by version. */
export const ROME: Readonly<Record<string, ReadonlyMap<string, string>>> = { v3, v4 };

/** Fourteen grands domaines, by the letter of the code. */
const GRANDS_DOMAINES: Record<string, string> = {
  A: 'Agriculture et pêche, espaces naturels et espaces verts, soins aux animaux',
  B: 'Arts et façonnage d’ouvrages d’art',
  C: 'Banque, assurance, immobilier',
  D: 'Commerce, vente et grande distribution',
  E: 'Communication, média et multimédia',
  F: 'Construction, bâtiment et travaux publics',
  G: 'Hôtellerie-restauration, tourisme, loisirs et animation',
  H: 'Industrie',
  I: 'Installation et maintenance',
  J: 'Santé',
  K: 'Services à la personne et à la collectivité',
  L: 'Spectacle',
  M: 'Support à l’entreprise',
  N: 'Transport et logistique',
};

/** The 110 domaines professionnels, the same in both versions. */
const DOMAINES = new Map(
  lireListe(`
A11 Engins agricoles et forestiers
A12 Espaces naturels et espaces verts
A13 Études et assistance technique
A14 Production
A15 Soins aux animaux
B11 Arts plastiques
B12 Céramique
B13 Décoration
B14 Fibres et papier
B15 Instruments de musique
B16 Métal, verre, bijouterie et horlogerie
B17 Taxidermie
B18 Tissu et cuirs
C11 Assurance
C12 Banque
C13 Finance
C14 Gestion administrative banque et assurances
C15 Immobilier
D11 Commerce alimentaire et métiers de bouche
D12 Commerce non alimentaire et de prestations de confort
D13 Direction de magasin de détail
D14 Force de vente
D15 Grande distribution
E11 Édition et communication
E12 Images et sons
E13 Industries graphiques
E14 Publicité
F11 Conception et études
F12 Conduite et encadrement de chantier - travaux
F13 Engins de chantier
F14 Extraction
F15 Montage de structures
F16 Second œuvre
F17 Travaux et gros œuvre
G11 Accueil et promotion touristique
G12 Animation d’activités de loisirs
G13 Conception, commercialisation et vente de produits touristiques
G14 Gestion et direction
G15 Personnel d’étage en hôtellerie
G16 Production culinaire
G17 Accueil en hôtellerie
G18 Service
H11 Affaires et support technique client
H12 Conception, recherche, études et développement
H13 Hygiène, sécurité, environnement industriels
H14 Méthodes et gestion industrielles
H15 Qualité et analyses industrielles
H21 Alimentaire
H22 Bois
H23 Chimie et pharmacie
H24 Cuir et textile
H25 Direction, encadrement et pilotage de fabrication et production industrielles
H26 Électronique et électricité
H27 Énergie
H28 Matériaux de construction, céramique et verre
H29 Mécanique, travail des métaux et outillage
H31 Papier et carton
H32 Plastique, caoutchouc
H33 Préparation et conditionnement
H34 Traitements thermiques et traitements de surfaces
I11 Encadrement
I12 Entretien technique
I13 Équipements de production, équipements collectifs
I14 Équipements domestiques et informatique
I15 Travaux d’accès difficile
I16 Véhicules, engins, aéronefs
J11 Praticiens médicaux
J12 Praticiens médico-techniques
J13 Professionnels médico-techniques
J14 Rééducation et appareillage
J15 Soins paramédicaux
K11 Accompagnement de la personne
K12 Action sociale, socio-éducative et socio-culturelle
K13 Aide à la vie quotidienne
K14 Conception et mise en œuvre des politiques publiques
K15 Contrôle public
K16 Culture et gestion documentaire
K17 Défense, sécurité publique et secours
K18 Développement territorial et emploi
K19 Droit
K21 Formation initiale et continue
K22 Nettoyage et propreté industriels
K23 Propreté et environnement urbain
K24 Recherche
K25 Sécurité privée
K26 Services funéraires
L11 Animation de spectacles
L12 Artistes - interprètes du spectacle
L13 Conception et production de spectacles
L14 Sport professionnel
L15 Techniciens du spectacle
M11 Achats
M12 Comptabilité et gestion
M13 Direction d’entreprise
M14 Organisation et études
M15 Ressources humaines
M16 Secrétariat et assistance
M17 Stratégie commerciale, marketing et supervision des ventes
M18 Systèmes d’information et de télécommunication
N11 Magasinage, manutention des charges et déménagement
N12 Organisation de la circulation des marchandises
N13 Personnel d’encadrement de la logistique
N21 Personnel navigant du transport aérien
N22 Personnel sédentaire du transport aérien
N31 Personnel navigant du transport maritime et fluvial
N32 Personnel sédentaire du transport maritime et fluvial
N41 Personnel de conduite du transport routier
N42 Personnel d’encadrement du transport routier
N43 Personnel navigant du transport terrestre
N44 Personnel sédentaire du transport ferroviaire et réseau filoguidé
`),
);

/** `A1203` → « Espaces naturels et espaces verts ». Empty for a code of neither version. */
export function domaineRome(code: string): string {
  return DOMAINES.get(code.slice(0, 3)) ?? '';
}

/** `A1203` → « Agriculture et pêche… ». */
export function grandDomaineRome(code: string): string {
  return GRANDS_DOMAINES[code.slice(0, 1)] ?? '';
}

/** Métiers to choose from, in the version 4.0; each is also found by the words it had in the version 3. */
export const METIERS: readonly Entree[] = [...v4].map(([code, label]) =>
  entree(code, label, domaineRome(code), [v3.get(code) ?? '']),
);
