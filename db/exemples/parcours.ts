import type { Entree } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois, type DateCivile, ecartJours, lundiDe } from '../../shared/dates.ts';
import { immersionSaisie } from '../../shared/immersions/schema.ts';
import { PRECEDENT } from '../../shared/salaries/contrats.ts';
import type { Appuis } from './appuis.ts';
import { appellation, type Fiche, presents } from './carnet.ts';
import { metierDe } from './echanges.ts';
import type { Equipe } from './equipe.ts';
import { EN_PARCOURS, type PersonneEnParcours } from './personnes.ts';
import { AUTOUR_IMMERSION, type Details, de } from './phrases.ts';
import { grandir, profil } from './profils.ts';
import { ouvreDepuis, type Scene } from './scene.ts';
import { type Metier, SECTEURS } from './secteurs.ts';
import {
  accidenter,
  conclure,
  DELAI_BILAN,
  entretien,
  manquer,
  remettre,
  type Suite,
  suivre,
} from './vie-immersion.ts';

/** `id` is empty until the day of the contract is played. */
export interface Salarie extends PersonneEnParcours {
  id: string;
  debut: DateCivile;
  fin: DateCivile;
}

type Statut = 'brouillon' | 'prete' | 'signee' | 'terminee' | 'refusee' | 'annulee';

interface Immersion {
  salarie: Salarie;
  accueil: Fiche;
  debut: DateCivile | null;
  fin: DateCivile | null;
  objet: 'decouvrir' | 'confirmer' | 'recruter';
  statut: Statut;
  /** What a draft still lacks. */
  manque?: 'evaluation' | 'tuteur' | 'dates';
  /** What only a few have. */
  cas?: Cas;
  /** Empty until its draft is played. */
  id: string;
  /** What its bilan says beyond what is drawn. */
  suite?: Suite;
  /** The one it renews. */
  renouvelle?: Immersion;
}

/** `signee-en-partie`: the host has not sent it back. `bilan-attendu`: over, and nothing was written yet. */
type Cas = 'signee-en-partie' | 'accident' | 'arretee' | 'renouvelee' | 'bilan-attendu';

/** CDDI of four months renewed as long as the path lasts; 26 hours a week. */
const MOIS_CONTRAT = 4;
const HEBDO = 26 * 60;

/** Three weeks of trial with another employer, the contract suspended meanwhile. */
const essai = (debut: DateCivile, mois: number) => {
  const premier = ajouterJours(ajouterMois(debut, mois), 20);
  return [{ debut: premier, fin: ajouterJours(premier, 20), motif: 'essai' as const }];
};

export function recruter(scene: Scene, equipe: Equipe, appuis: Appuis): Salarie[] {
  const { hasard, today } = scene;
  return EN_PARCOURS.map((personne) => {
    const present = personne.duree >= personne.depuis;
    const debut = ouvreDepuis(
      ajouterJours(ajouterMois(today, -personne.depuis), -hasard.entier(present ? 2 : 0, 20)),
      1,
    );
    const fin = ajouterJours(ajouterMois(debut, personne.duree), -1);
    const salarie: Salarie = { ...personne, id: '', debut, fin };
    const naissance = ajouterJours(ajouterMois(today, -12 * personne.age), -hasard.entier(1, 360));
    const contrats: Entree<'salaries.create'>['contrats'] = [];
    for (let mois = 0; mois < personne.duree; mois += MOIS_CONTRAT) {
      contrats.push({
        nature: 'cddi',
        debut: mois === 0 ? debut : ajouterMois(debut, mois),
        fin: ajouterJours(ajouterMois(debut, Math.min(mois + MOIS_CONTRAT, personne.duree)), -1),
        minutesHebdo: HEBDO,
        renouvelleId: mois === 0 ? null : PRECEDENT,
        suite: mois + MOIS_CONTRAT < personne.duree ? 'renouvellement' : '',
        suspensions: personne.prenom === 'Jocelyne' && mois === 2 * MOIS_CONTRAT ? essai(debut, mois) : [],
      });
    }
    const telephone = `063998${String(hasard.entier(0, 9999)).padStart(4, '0')}`;
    scene.le(debut, () => {
      const { prenom, nom, sexe } = personne;
      salarie.id = scene.appeler('salaries.create', {
        prenom,
        nom,
        sexe,
        naissance,
        telephone,
        contrats,
        ...profil(scene, equipe, appuis, salarie),
      }).id;
    });
    grandir(scene, salarie);
    return salarie;
  });
}

/** The immersions of these weeks, chosen so that each state of a convention can be seen. */
const EN_VUE: readonly {
  qui: string;
  ou: string;
  objet: Immersion['objet'];
  statut: Statut;
  /** Weeks from this week's Monday to the first day, then weeks it lasts; `null` without dates. */
  semaine: number | null;
  duree: number;
  manque?: Immersion['manque'];
  cas?: Cas;
}[] = [
  {
    qui: 'Aminata',
    ou: 'Ressourcerie Le Deuxième Tour',
    objet: 'confirmer',
    statut: 'signee',
    semaine: -1,
    duree: 2,
  },
  {
    qui: 'Noël',
    ou: 'Crèche Les P’tits Lutins bleus',
    objet: 'decouvrir',
    statut: 'signee',
    semaine: 0,
    duree: 3,
  },
  {
    qui: 'Tesfay',
    ou: 'Charpentes Vauzelles',
    objet: 'confirmer',
    statut: 'signee',
    semaine: -2,
    duree: 4,
    cas: 'accident',
  },
  {
    qui: 'Oksana',
    ou: 'Hôtel des Thermes-Neufs',
    objet: 'confirmer',
    statut: 'terminee',
    semaine: -6,
    duree: 2,
    cas: 'renouvelee',
  },
  {
    qui: 'Patrice',
    ou: 'Menuiserie Tournebise',
    objet: 'confirmer',
    statut: 'signee',
    semaine: -2,
    duree: 3,
    cas: 'arretee',
  },
  {
    qui: 'Gérald',
    ou: 'Jardins de la Morge-Claire',
    objet: 'recruter',
    statut: 'refusee',
    semaine: 1,
    duree: 2,
  },
  {
    qui: 'Fatoumata',
    ou: 'Cuisine centrale des Trois-Sources',
    objet: 'recruter',
    statut: 'signee',
    semaine: -1,
    duree: 3,
  },
  {
    qui: 'Souleymane',
    ou: 'Boulangerie Fauret',
    objet: 'confirmer',
    statut: 'signee',
    semaine: -4,
    duree: 2,
    cas: 'bilan-attendu',
  },
  {
    qui: 'Ludivine',
    ou: 'Résidence Les Tilleuls argentés',
    objet: 'decouvrir',
    statut: 'signee',
    semaine: 2,
    duree: 2,
  },
  {
    qui: 'Mehdi',
    ou: 'Entrepôts de la Varenne-Neuve',
    objet: 'confirmer',
    statut: 'prete',
    semaine: 1,
    duree: 1,
  },
  {
    qui: 'Rosa',
    ou: 'Blanchisserie des Thermes-Neufs',
    objet: 'recruter',
    statut: 'prete',
    semaine: 1,
    duree: 2,
    cas: 'signee-en-partie',
  },
  {
    qui: 'Sarah',
    ou: 'La Table d’Ysée',
    objet: 'decouvrir',
    statut: 'brouillon',
    semaine: 3,
    duree: 2,
    manque: 'evaluation',
  },
  {
    qui: 'Maëva',
    ou: 'Pépinières L’Œillet blanc',
    objet: 'decouvrir',
    statut: 'brouillon',
    semaine: null,
    duree: 1,
    manque: 'dates',
  },
  {
    qui: 'Bruno',
    ou: 'Mairie de Saint-Amable-les-Eaux',
    objet: 'recruter',
    statut: 'brouillon',
    semaine: 4,
    duree: 3,
    manque: 'tuteur',
  },
  { qui: 'Abdou', ou: 'Garage Sabatou', objet: 'decouvrir', statut: 'annulee', semaine: -3, duree: 1 },
];

/** Organisations that the story needs on good terms. */
export const ACCUEILS_EN_VUE = EN_VUE.map(({ ou }) => ou);

/** Plans the immersions of the past, spread over each path, then those of these weeks. */
export function planifier(scene: Scene, equipe: Equipe, salaries: Salarie[], fiches: Fiche[]): void {
  const { hasard, today } = scene;
  // At the weekend, « this week » is the one that begins.
  const lundi = lundiDe(ajouterJours(today, 2));
  const accueils = hasard.melanger(
    fiches.filter(({ relation, secteur }) => relation === 'fidele' && secteur !== 'insertion'),
  );
  const objets = ['decouvrir', 'confirmer', 'recruter'] as const;
  let tour = 0;
  for (const salarie of salaries) {
    const enVue = EN_VUE.find(({ qui }) => qui === salarie.prenom);
    const dernier = enVue ? ajouterJours(lundi, -60) : ajouterJours(lundi, -20);
    const borne = salarie.fin < dernier ? salarie.fin : dernier;
    const connus = new Set(enVue ? [enVue.ou] : []);
    const nombre = hasard.pondere([
      [1, 4],
      [2, 5],
      [3, enVue ? 0 : 1],
    ]);
    const etendue = ecartJours(salarie.debut, borne) - 60;
    let derniere: Immersion | undefined;
    for (let rang = 0; rang < nombre && etendue > 40 * (rang + 1); rang += 1) {
      const part = Math.floor((etendue * (rang + hasard.reel() * 0.6)) / nombre);
      const debut = lundiDe(ajouterJours(salarie.debut, 40 + part));
      const accueil = choisirAccueil(accueils, connus, debut, tour);
      tour += 1;
      if (!accueil || debut.slice(5, 7) === '08') continue;
      connus.add(accueil.nom);
      const semaines = hasard.pondere([
        [1, 3],
        [2, 5],
        [3, 1.5],
        [4, 0.7],
      ]);
      const statut = hasard.chance(0.05) ? 'annulee' : 'terminee';
      derniere = {
        id: '',
        salarie,
        accueil,
        ...semainesDe(debut, semaines),
        objet: objets[rang] ?? 'decouvrir',
        statut,
      };
      convenir(scene, equipe, derniere);
    }
    if (derniere) embaucher(scene, equipe, derniere);
  }
  for (const { qui, ou, objet, statut, semaine, duree, manque, cas } of EN_VUE) {
    const salarie = salaries.find(({ prenom }) => prenom === qui)!;
    const accueil = fiches.find(({ nom }) => nom === ou)!;
    const dates =
      semaine === null ? { debut: null, fin: null } : semainesDe(ajouterJours(lundi, 7 * semaine), duree);
    const immersion: Immersion = { id: '', salarie, accueil, objet, statut, manque, cas, ...dates };
    if (cas === 'renouvelee') immersion.suite = { decision: 'renouvellement' };
    convenir(scene, equipe, immersion);
    if (cas === 'renouvelee') renouveler(scene, equipe, immersion, lundi);
  }
}

/** One week more, begun the Monday after the bilan, with the same tutor and the same objectifs. */
function renouveler(scene: Scene, equipe: Equipe, origine: Immersion, lundi: DateCivile): void {
  const { salarie, accueil, objet } = origine;
  const dates = semainesDe(ajouterJours(lundi, -21), 1);
  convenir(scene, equipe, {
    id: '',
    salarie,
    accueil,
    objet,
    statut: 'terminee',
    renouvelle: origine,
    suite: { decision: 'formation' },
    ...dates,
  });
}

/** Days between the last immersion and a hire that came out of it. */
const SUITE_EMBAUCHE = 200;

/** Half of those whose path is over were hired where they had been received last. */
function embaucher(scene: Scene, equipe: Equipe, derniere: Immersion): void {
  const { hasard, today } = scene;
  const { salarie, accueil } = derniere;
  const date = ouvreDepuis(ajouterJours(salarie.fin, hasard.entier(1, 15)), 1);
  if (date > today || hasard.chance(0.5)) return;
  const contrat = hasard.pondere([
    ['cdi', 3],
    ['cdd_long', 4],
    ['cdd_court', 2],
    ['interim', 1],
  ] as const);
  const metier = metierDe(accueil, scene);
  const issue = derniere.statut === 'terminee' && ecartJours(derniere.fin!, date) < SUITE_EMBAUCHE;
  if (issue) derniere.suite = { decision: 'embauche' };
  scene.le(date, () => {
    scene.par(equipe.cip);
    const { id: embaucheId } = scene.appeler('sollicitations.recordEmbauche', {
      organisationId: accueil.id,
      salarieId: salarie.id,
      date,
      contrat,
      metier,
    });
    if (issue) scene.appeler('immersions.linkEmbauche', { id: derniere.id, embaucheId });
  });
}

/** Full weeks from Monday to Friday, begun after a holiday when Monday is one. */
function semainesDe(lundi: DateCivile, semaines: number): { debut: DateCivile; fin: DateCivile } {
  return { debut: ouvreDepuis(lundi, 1), fin: ouvreDepuis(ajouterJours(lundi, 7 * semaines - 3), -1) };
}

/** Each host in turn, among those known for a month and new to this person: nobody is asked too often. */
function choisirAccueil(
  accueils: readonly Fiche[],
  dejaVus: ReadonlySet<string>,
  debut: DateCivile,
  tour: number,
): Fiche | undefined {
  const possibles = accueils.filter(
    ({ nom, connue }) => !dejaVus.has(nom) && ajouterJours(connue, 45) < debut,
  );
  return possibles[tour % possibles.length];
}

const HORAIRES = {
  journee: [
    { debut: 9 * 60, fin: 12 * 60 },
    { debut: 13 * 60, fin: 17 * 60 },
  ],
  tot: [
    { debut: 7 * 60 + 30, fin: 12 * 60 },
    { debut: 13 * 60, fin: 15 * 60 + 30 },
  ],
  fournil: [
    { debut: 6 * 60, fin: 9 * 60 + 30 },
    { debut: 10 * 60, fin: 13 * 60 },
  ],
  partiel: [
    { debut: 8 * 60 + 30, fin: 12 * 60 },
    { debut: 13 * 60 + 30, fin: 15 * 60 + 30 },
  ],
} as const;

function horairesDe(scene: Scene, { accueil: { secteur } }: Immersion) {
  const rythme =
    secteur === 'alimentation' ? 'fournil' : scene.hasard.parmi(['journee', 'tot', 'partiel'] as const);
  const plages = HORAIRES[rythme].map((plage) => ({ ...plage }));
  return [0, 1, 2, 3, 4, 5, 6].map((jour) => (jour < 5 ? plages : []));
}

const EVALUATIONS = [
  'Point chaque semaine entre la personne, le tuteur et la conseillère ; grille de compétences remplie à la fin.',
  'Visite à mi-parcours, puis entretien à trois le dernier jour avec la grille de compétences.',
  'Carnet de bord tenu chaque soir par la personne, bilan écrit du tuteur, entretien à trois.',
];

const MOTIFS_ANNULATION = [
  'La personne a trouvé un emploi avant le début.',
  'Arrêt maladie de la tutrice, personne pour la remplacer.',
  'Panne de véhicule : trajet impossible sur la période.',
];

/** Writes an immersion down as the team would: the request, the draft, the signature, the visit, the outcome. */
function convenir(scene: Scene, equipe: Equipe, immersion: Immersion): void {
  const { hasard, today } = scene;
  const { salarie, accueil, debut, fin, statut } = immersion;
  if (debut !== null) accueil.accueils.push(debut);
  const avant = (jours: number) => {
    const jour = scene.ouvre(ajouterJours(debut ?? today, -jours));
    const possible = [jour, ajouterJours(accueil.connue, 5), ajouterJours(salarie.debut, 5)].sort().at(-1)!;
    return possible > today ? today : possible;
  };
  const redaction = avant(debut === null ? 3 : hasard.entier(12, 20));
  if (!immersion.renouvelle)
    noter(scene, equipe, immersion, ajouterJours(redaction, -1), 'demande', 'accord', 'telephone');
  scene.le(redaction, () => {
    scene.par(equipe.cip);
    immersion.id = immersion.renouvelle
      ? prolonger(scene, immersion, immersion.renouvelle)
      : rediger(scene, equipe, immersion, redaction);
  });
  if (statut === 'brouillon' || debut === null || fin === null) return;
  const jouer = (date: DateCivile, faire: (id: string) => void) =>
    scene.le(date, () => {
      scene.par(equipe.cip);
      faire(immersion.id);
    });
  jouer(avant(9), (id) => scene.emettre(id));
  if (statut === 'annulee') {
    const motif = hasard.parmi(MOTIFS_ANNULATION);
    jouer(avant(3), (id) => scene.appeler('immersions.changeStatut', { id, statut: 'annulee', motif }));
    noter(scene, equipe, immersion, avant(3), 'annulation', 'refus', 'telephone');
  } else if (statut === 'refusee') {
    const motif = 'Le gérant attend la fin des travaux et demande de revenir à l’automne.';
    jouer(avant(6), (id) => scene.appeler('immersions.refuse', { id, role: 'accueil', motif }));
  } else if (statut === 'prete') {
    if (immersion.cas !== 'signee-en-partie') return;
    jouer(avant(6), (id) => {
      for (const role of ['beneficiaire', 'prescripteur', 'accompagnement', 'employeur'] as const)
        scene.appeler('immersions.sign', { id, role, date: avant(6) });
    });
  } else {
    jouer(avant(5), (id) => {
      scene.appeler('immersions.signAll', { id, date: avant(5) });
      remettre(scene, id, avant(5));
    });
    vivre(scene, equipe, immersion, debut, fin, jouer);
  }
}

/** What happens from the first day on: the visit half-way, the end, the bilan. */
function vivre(
  scene: Scene,
  equipe: Equipe,
  immersion: Immersion,
  debut: DateCivile,
  fin: DateCivile,
  jouer: (date: DateCivile, faire: (id: string) => void) => void,
): void {
  const { today } = scene;
  const { statut, cas } = immersion;
  const arret = cas === 'arretee' ? scene.ouvre(ajouterJours(debut, 8)) : null;
  const milieu = scene.ouvre(ajouterJours(debut, Math.round(ecartJours(debut, arret ?? fin) / 2)));
  if (milieu < today && milieu > debut)
    noter(scene, equipe, immersion, milieu, 'milieu', 'realisee', 'visite');
  if (cas === 'accident') {
    const jour = scene.ouvre(ajouterJours(debut, 9));
    const lendemain = scene.ouvre(ajouterJours(jour, 1));
    if (lendemain < today) jouer(lendemain, (id) => accidenter(scene, id, jour));
  }
  if (arret) {
    jouer(ajouterJours(arret, 1), (id) =>
      scene.appeler('immersions.interrupt', {
        id,
        dernierJour: arret,
        motif: 'Le chantier s’éloigne : plus aucun trajet possible à l’heure d’embauche.',
      }),
    );
  }
  if (statut === 'terminee') {
    jouer(scene.ouvre(ajouterJours(fin, 3)), (id) =>
      scene.appeler('immersions.changeStatut', { id, statut: 'terminee' }),
    );
  }
  const dernier = arret ?? fin;
  const reunion = scene.ouvre(ajouterJours(dernier, DELAI_BILAN));
  if (dernier >= today) {
    jouer(today, (id) => suivre(scene, id, today));
    return;
  }
  let manque = false;
  jouer(ajouterJours(dernier, 1), (id) => {
    suivre(scene, id, dernier);
    if (!arret && cas === undefined) manque = manquer(scene, id);
  });
  if (cas === 'bilan-attendu' || arret || reunion > today) return;
  noter(scene, equipe, immersion, reunion, 'bilan', 'realisee', 'visite');
  jouer(reunion, (id) => conclure(scene, id, reunion, { manque, ...immersion.suite }));
}

/** The draft of a renewal: what the first convention said, for other days. */
function prolonger(scene: Scene, { debut, fin }: Immersion, origine: Immersion): string {
  const premiere = scene.appeler('immersions.get', { id: origine.id });
  const dite = immersionSaisie.parse(
    Object.fromEntries(Object.entries(premiere).filter(([champ]) => champ in immersionSaisie.shape)),
  );
  return scene.appeler('immersions.create', {
    ...dite,
    debut,
    fin,
    exceptions: [],
    renouvelleId: origine.id,
    motifRenouvellement: 'Deux gestes techniques n’ont pas pu être évalués, faute de chantier adapté.',
  }).id;
}

function rediger(scene: Scene, equipe: Equipe, immersion: Immersion, date: DateCivile): string {
  const { hasard } = scene;
  const { salarie, accueil, debut, fin, objet, manque } = immersion;
  const metier: Metier = hasard.parmi(SECTEURS[accueil.secteur].metiers);
  const tuteur = manque === 'tuteur' ? undefined : (presents(accueil, date)[1] ?? presents(accueil, date)[0]);
  const fiche = scene.appeler('reseau.get', { id: accueil.id });
  return scene.appeler('immersions.create', {
    salarieId: salarie.id,
    organisationId: accueil.id,
    accueil: {
      adresse: fiche.adresse,
      codePostal: fiche.codePostal,
      ville: fiche.ville,
      siret: fiche.siret,
      activite: fiche.activite,
      conventionCollective: fiche.conventionCollective,
    },
    debut,
    fin,
    horaires: horairesDe(scene, immersion),
    feriesTravailles: false,
    objet,
    ...entretien(scene, { metier, secteur: SECTEURS[accueil.secteur], objet, date, debut }),
    siteId: fiche.sites[0]?.id ?? null,
    objectifs: metier.objectifs,
    metier: metier.metier,
    activites: metier.activites,
    modalitesEvaluation: manque === 'evaluation' ? '' : hasard.parmi(EVALUATIONS),
    protection: metier.protection,
    lieu: '',
    modeContrat: 'maintenu',
    tuteurId: tuteur?.id ?? null,
    tuteurNom: tuteur ? `${tuteur.prenom} ${tuteur.nom}` : '',
    tuteurFonction: tuteur?.intitule ?? '',
    referentId: equipe.cip,
    representantLegal: '',
    prescripteurNom: '',
    prescripteurAdresse: '',
    numeroImmersionFacilitee: '',
  }).id;
}

const OBJETS: Record<keyof typeof AUTOUR_IMMERSION, (prenom: string) => string> = {
  demande: (prenom) => `Immersion ${de(prenom)}`,
  milieu: (prenom) => `Immersion ${de(prenom)}, à mi-parcours`,
  bilan: (prenom) => `Bilan de l’immersion ${de(prenom)}`,
  annulation: (prenom) => `Immersion ${de(prenom)} annulée`,
};

function noter(
  scene: Scene,
  equipe: Equipe,
  { salarie, accueil, objet }: Immersion,
  date: DateCivile,
  moment: keyof typeof AUTOUR_IMMERSION,
  resultat: 'accord' | 'realisee' | 'refus',
  canal: 'telephone' | 'visite',
): void {
  scene.le(date, () => {
    const personne = scene.hasard.parmi(presents(accueil, date));
    const details: Details = {
      qui: appellation(personne),
      il: personne.civilite === 'Mme' ? 'elle' : 'il',
      metier: metierDe(accueil, scene),
      mois: '',
      nombre: 0,
      prenom: salarie.prenom,
    };
    scene.par(moment === 'milieu' ? scene.hasard.parmi([equipe.cip, equipe.encadrant]) : equipe.cip);
    scene.appeler('sollicitations.record', {
      date,
      canal,
      nature: objet === 'recruter' ? 'intermediation' : 'decouverte',
      sousNature: objet === 'recruter' ? 'immersion_recrutement' : 'immersion_decouverte',
      objet: OBJETS[moment](salarie.prenom),
      dureeMinutes: canal === 'visite' ? 45 : 10,
      resultat,
      texte: scene.hasard.parmi<(d: Details) => string>(AUTOUR_IMMERSION[moment])(details),
      organisationIds: [accueil.id],
      interlocuteurIds: [personne.id],
      salarieIds: [salarie.id],
    });
  });
}
