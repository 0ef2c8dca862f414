import type { Entree } from '../../shared/contrat.ts';
import type { Particuliers } from '../../shared/reseau/schema.ts';
import type { Fiche, Relation } from './carnet.ts';
import type { Equipe } from './equipe.ts';
import { Hasard } from './hasard.ts';
import type { LigneOrganisation } from './organisations.ts';
import type { CodeSecteur } from './secteurs.ts';

type Trait = Pick<
  Particuliers,
  'categorie' | 'secteur' | 'naf' | 'saison' | 'conditions' | 'recrutements' | 'recruteur' | 'motivations'
> & {
  /** Number of salariés, from and to. */
  effectif: readonly [number, number];
  metiers: readonly (readonly [code: string, libelle: string])[];
};

/** What the organisations of a trade have in common; NAF rév. 2, ROME v3. */
const TRAITS: Record<CodeSecteur, Trait> = {
  paysage: {
    categorie: 'entreprise',
    secteur: 'espaces_verts',
    naf: '81.30Z',
    effectif: [4, 18],
    saison: [3, 4, 5, 6, 7, 8, 9, 10],
    conditions: ['vestiaires', 'epi_fournis', 'permis_utile'],
    recrutements: ['bouche_a_oreille', 'interim', 'apprentissage'],
    recruteur: 'dirigeant',
    motivations: ['recruter', 'transmettre'],
    metiers: [['A1203', 'Aménagement et entretien des espaces verts']],
  },
  batiment: {
    categorie: 'artisan',
    secteur: 'batiment',
    naf: '43.99C',
    effectif: [3, 32],
    saison: [3, 4, 5, 6, 7, 9, 10, 11],
    conditions: ['vestiaires', 'sanitaires', 'epi_fournis', 'permis_utile', 'port_charges'],
    recrutements: ['bouche_a_oreille', 'interim', 'apprentissage'],
    recruteur: 'dirigeant',
    motivations: ['recruter', 'clause', 'former'],
    metiers: [
      ['F1703', 'Maçonnerie'],
      ['F1606', 'Peinture en bâtiment'],
    ],
  },
  bois: {
    categorie: 'entreprise',
    secteur: 'industrie',
    naf: '16.23Z',
    effectif: [5, 40],
    saison: [],
    conditions: ['vestiaires', 'sanitaires', 'epi_fournis', 'repas'],
    recrutements: ['apprentissage', 'annonces', 'bouche_a_oreille'],
    recruteur: 'dirigeant',
    motivations: ['transmettre', 'recruter'],
    metiers: [['H2206', 'Réalisation de menuiserie bois et tonnellerie']],
  },
  agriculture: {
    categorie: 'exploitation_agricole',
    secteur: 'agriculture',
    naf: '01.13Z',
    effectif: [2, 12],
    saison: [5, 6, 7, 8, 9, 10],
    conditions: ['sanitaires', 'repas', 'permis_utile', 'horaires_decales'],
    recrutements: ['bouche_a_oreille', 'geiq'],
    recruteur: 'dirigeant',
    motivations: ['recruter', 'territoire'],
    metiers: [['A1414', 'Horticulture et maraîchage']],
  },
  alimentation: {
    categorie: 'artisan',
    secteur: 'agroalimentaire',
    naf: '10.71C',
    effectif: [4, 60],
    saison: [11, 12, 1],
    conditions: ['vestiaires', 'sanitaires', 'acces_sans_permis', 'horaires_decales'],
    recrutements: ['apprentissage', 'annonces'],
    recruteur: 'dirigeant',
    motivations: ['transmettre', 'recruter'],
    metiers: [
      ['D1102', 'Boulangerie - viennoiserie'],
      ['H2102', 'Conduite d’équipement de production alimentaire'],
    ],
  },
  restauration: {
    categorie: 'entreprise',
    secteur: 'restauration',
    naf: '56.10A',
    effectif: [3, 24],
    saison: [4, 5, 6, 7, 8, 9, 12],
    conditions: ['vestiaires', 'repas', 'acces_sans_permis', 'horaires_decales'],
    recrutements: ['annonces', 'france_travail', 'bouche_a_oreille'],
    recruteur: 'dirigeant',
    motivations: ['recruter', 'former'],
    metiers: [
      ['G1603', 'Personnel polyvalent en restauration'],
      ['G1501', 'Personnel d’étage'],
    ],
  },
  commerce: {
    categorie: 'entreprise',
    secteur: 'commerce',
    naf: '47.11B',
    effectif: [2, 80],
    saison: [6, 7, 11, 12],
    conditions: ['sanitaires', 'acces_sans_permis', 'transports'],
    recrutements: ['annonces', 'candidatures_internes', 'stages'],
    recruteur: 'responsable_site',
    motivations: ['image', 'recruter'],
    metiers: [['D1507', 'Mise en rayon libre-service']],
  },
  transport: {
    categorie: 'entreprise',
    secteur: 'transport',
    naf: '49.41B',
    effectif: [6, 120],
    saison: [10, 11, 12],
    conditions: ['vestiaires', 'sanitaires', 'repas', 'epi_fournis', 'horaires_decales'],
    recrutements: ['interim', 'annonces', 'france_travail'],
    recruteur: 'rh',
    motivations: ['recruter', 'rse'],
    metiers: [['N1103', 'Magasinage et préparation de commandes']],
  },
  proprete: {
    categorie: 'entreprise',
    secteur: 'nettoyage',
    naf: '81.21Z',
    effectif: [8, 140],
    saison: [],
    conditions: ['vestiaires', 'epi_fournis', 'transports', 'horaires_decales'],
    recrutements: ['france_travail', 'bouche_a_oreille', 'annonces'],
    recruteur: 'chef_equipe',
    motivations: ['recruter', 'clause', 'remplacements'],
    metiers: [['K2204', 'Nettoyage de locaux']],
  },
  industrie: {
    categorie: 'entreprise',
    secteur: 'industrie',
    naf: '25.71Z',
    effectif: [12, 310],
    saison: [],
    conditions: ['vestiaires', 'sanitaires_separes', 'repas', 'epi_fournis'],
    recrutements: ['interim', 'annonces', 'apprentissage'],
    recruteur: 'rh',
    motivations: ['rse', 'recruter', 'developpement'],
    metiers: [['H2909', 'Montage-assemblage mécanique']],
  },
  automobile: {
    categorie: 'artisan',
    secteur: 'automobile',
    naf: '45.20A',
    effectif: [2, 14],
    saison: [],
    conditions: ['vestiaires', 'epi_fournis'],
    recrutements: ['apprentissage', 'bouche_a_oreille'],
    recruteur: 'dirigeant',
    motivations: ['transmettre'],
    metiers: [['I1604', 'Mécanique automobile et entretien de véhicules']],
  },
  soin: {
    categorie: 'etablissement_sante',
    secteur: 'sante_social',
    naf: '87.10A',
    effectif: [25, 260],
    saison: [7, 8, 12],
    conditions: ['vestiaires', 'sanitaires_separes', 'repas', 'accessible_pmr', 'horaires_decales'],
    recrutements: ['annonces', 'france_travail', 'stages'],
    recruteur: 'rh',
    motivations: ['recruter', 'remplacements'],
    metiers: [
      ['K1302', 'Assistance auprès d’adultes'],
      ['J1301', 'Personnel polyvalent des services hospitaliers'],
    ],
  },
  enfance: {
    categorie: 'association',
    secteur: 'aide_personne',
    naf: '88.91A',
    effectif: [7, 22],
    saison: [9],
    conditions: ['vestiaires', 'acces_sans_permis', 'accessible_pmr'],
    recrutements: ['annonces', 'stages'],
    recruteur: 'responsable_site',
    motivations: ['remplacements', 'former'],
    metiers: [['K1303', 'Assistance auprès d’enfants']],
  },
  association: {
    categorie: 'association',
    secteur: 'culture',
    naf: '94.99Z',
    effectif: [1, 16],
    saison: [],
    conditions: ['sanitaires', 'acces_sans_permis', 'accessible_pmr', 'transports'],
    recrutements: ['bouche_a_oreille', 'stages'],
    recruteur: 'dirigeant',
    motivations: ['territoire', 'former'],
    metiers: [['M1601', 'Accueil et renseignements']],
  },
  collectivite: {
    categorie: 'commune',
    secteur: 'services_publics',
    naf: '84.11Z',
    effectif: [18, 340],
    saison: [5, 6, 7, 8],
    conditions: ['vestiaires', 'sanitaires_separes', 'epi_fournis', 'accessible_pmr'],
    recrutements: ['annonces', 'candidatures_internes'],
    recruteur: 'rh',
    motivations: ['territoire', 'clause', 'remplacements'],
    metiers: [['G1603', 'Personnel polyvalent en restauration']],
  },
  insertion: {
    categorie: 'siae',
    secteur: '',
    naf: '88.99B',
    effectif: [9, 45],
    saison: [],
    conditions: ['vestiaires', 'sanitaires', 'epi_fournis', 'acces_sans_permis'],
    recrutements: ['france_travail'],
    recruteur: 'dirigeant',
    motivations: ['former'],
    metiers: [['H2402', 'Assemblage - montage de vêtements et produits textiles']],
  },
};

const STADES: Record<Relation, Particuliers['stade']> = {
  jamais: 'a_prospecter',
  froide: 'contactee',
  reguliere: 'interessee',
  fidele: 'engagee',
  dormante: 'en_sommeil',
};

const PARTENAIRES = new Set([
  'Paysage Rochebelle',
  'Ressourcerie Le Deuxième Tour',
  'Communauté de communes des Trois-Sources',
  'Boulangerie Fauret',
]);

const ORIGINES = ['prospection', 'bouche_a_oreille', 'club', 'evenement', 'salarie', 'demande'] as const;

/** The same organisation keeps its traits whatever else is drawn: each has its own draws. */
const hasardDe = (rang: number) => new Hasard(7_000 + rang);

/** What the sheet of an organisation says beyond its particulars; little is known of one never called. */
export function traitsDe(
  [nom, genre, secteur]: LigneOrganisation,
  rang: number,
  relation: Relation,
  equipe: Equipe,
): Partial<Particuliers> {
  const hasard = hasardDe(rang);
  const { effectif, metiers, ...trait } = TRAITS[secteur];
  const [de, a] = effectif;
  // Many small ones and a few large ones, as everywhere.
  const nombre = Math.round(de + (a - de) * hasard.reel() ** 2.4);
  const siae = genre === 'siae';
  const connu = relation !== 'jamais' && relation !== 'froide';
  const base = {
    categorie: siae ? 'siae' : nom.startsWith('Communauté') ? 'intercommunalite' : trait.categorie,
    secteur: trait.secteur,
    naf: trait.naf,
    nafVersion: 'rev2',
    stade: PARTENAIRES.has(nom) ? ('partenaire' as const) : STADES[relation],
    origine: hasard.parmi(ORIGINES),
    metiers: metiers.map(([code, libelle]) => ({ code, version: 'v3', libelle })),
  };
  if (!connu) return base;
  const forts = hasard.melanger(['decouverte', 'formation', 'intermediation', 'developpement'] as const);
  return {
    ...base,
    effectif: nombre,
    saison: trait.saison,
    conditions: trait.conditions.filter(() => hasard.chance(0.85)),
    recrutements: trait.recrutements.filter(() => hasard.chance(0.75)),
    recruteur: nombre < 10 ? 'dirigeant' : trait.recruteur,
    motivations: trait.motivations.filter(() => hasard.chance(0.75)),
    implication:
      relation === 'fidele'
        ? { [forts[0]!]: 'deja', [forts[1]!]: 'prete', [forts[2]!]: 'a_convaincre' }
        : { [forts[0]!]: relation === 'dormante' ? 'a_convaincre' : 'prete' },
    referentId: hasard.pondere([
      [equipe.relations, 6],
      [equipe.cip, 4],
      [equipe.directrice, genre === 'public' ? 6 : 0.5],
    ]),
  };
}

/** Roles beside that of employer; from the day the organisation became known. */
const AUTRES_ROLES: Record<string, readonly string[]> = {
  'Communauté de communes des Trois-Sources': ['financeur', 'client'],
  'Mairie de Saint-Amable-les-Eaux': ['client'],
  'Action sociale de Saint-Amable-les-Eaux': ['prescripteur'],
  'Paysage Rochebelle': ['client'],
  'Pépinières L’Œillet blanc': ['fournisseur'],
  'Quincaillerie Barbatte': ['fournisseur'],
  'Net’Limagnes': ['client'],
  'Coutellerie Durolle et Sœurs': ['client'],
  'Recycl’Lave': ['concurrent'],
  'Lycée professionnel Marie-Œillet': ['organisme_formation'],
};

export function rolesDe([nom, genre]: LigneOrganisation, { relation, connue }: Fiche): Particuliers['roles'] {
  const autres = AUTRES_ROLES[nom] ?? [];
  if (genre === 'siae') return ['siae', ...autres].map((role) => ({ role, debut: connue, fin: null }));
  const employeur = relation === 'jamais' || relation === 'froide' ? [] : ['employeur'];
  return [...employeur, ...autres].map((role) => ({ role, debut: connue, fin: null }));
}

type Site = Omit<Entree<'reseau.saveSite'>, 'organisationId'>;

const SITES: Record<string, readonly Site[]> = {
  'Paysage Rochebelle': [
    {
      nom: 'Dépôt et serre',
      adresse: '4 chemin des Fontaines',
      codePostal: '63200',
      ville: 'Mozac',
      conditions: ['vestiaires', 'sanitaires', 'acces_sans_permis'],
      note: 'Rendez-vous des équipes à 7 h 30. Arrêt de bus devant le portail.',
    },
  ],
  'Entrepôts de la Varenne-Neuve': [
    {
      nom: 'Quai du soir',
      adresse: '18 parc d’activités des Portes du Val',
      codePostal: '63360',
      ville: 'Gerzat',
      conditions: ['vestiaires', 'epi_fournis', 'horaires_decales'],
      note: 'Navette depuis la gare de Riom à 16 h 15.',
    },
  ],
  'Communauté de communes des Trois-Sources': [
    {
      nom: 'Ateliers techniques',
      adresse: '2 zone artisanale du Grand-Pré',
      codePostal: '63200',
      ville: 'Ménétrol',
      conditions: ['vestiaires', 'sanitaires_separes', 'repas', 'epi_fournis'],
    },
    { nom: 'Déchèterie', codePostal: '63530', ville: 'Volvic', conditions: ['sanitaires', 'epi_fournis'] },
  ],
};

export const sitesDe = (nom: string): readonly Site[] => SITES[nom] ?? [];
