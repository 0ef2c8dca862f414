import { Hasard } from '../../db/exemples/hasard.ts';
import type { Base } from '../../db/open.ts';
import { insertOrganisation, refreshSummary } from '../../db/organisations.ts';
import { ajouterJours, lundiDe } from '../../shared/dates.ts';
import { normaliser } from '../../shared/normaliser.ts';

export interface Taille {
  organisations: number;
  sollicitations: number;
}

const ENSEIGNES = [
  ...['Boulangerie', 'Menuiserie', 'Garage', 'Paysages', 'Maçonnerie', 'Transports', 'Plomberie', 'Peinture'],
  ...[
    'Restaurant',
    'Hôtel',
    'Imprimerie',
    'Charpentes',
    'Blanchisserie',
    'Serrurerie',
    'Pépinières',
    'Traiteur',
  ],
  ...['Ateliers', 'Établissements', 'Société', 'Entreprise', 'Maison', 'Résidence', 'Clinique', 'Crèche'],
  ...[
    'Mairie de',
    'École',
    'Association',
    'Centre social',
    'Foyer',
    'Supermarché',
    'Librairie',
    'Logistique',
  ],
];
const ACTIVITES = [
  ...['Travaux de bâtiment', 'Commerce de détail', 'Restauration', 'Nettoyage', 'Espaces verts', 'Transport'],
  ...['Industrie agroalimentaire', 'Aide à domicile', 'Réparation automobile', 'Service public', 'Mécanique'],
];
const DEBUTS = [
  'Ba',
  'Be',
  'Cha',
  'Cor',
  'Da',
  'Du',
  'Fa',
  'Fou',
  'Gar',
  'Gi',
  'La',
  'Le',
  'Ma',
  'Mo',
  'Pa',
  'Rou',
  'Sa',
  'Ti',
  'Va',
  'Vi',
];
const MILIEUX = [
  'ban',
  'bel',
  'cha',
  'dou',
  'gue',
  'li',
  'lan',
  'mi',
  'no',
  'ra',
  'ri',
  'sso',
  'ta',
  'vé',
  'zi',
];
const FINS = ['ard', 'eau', 'et', 'ier', 'in', 'ois', 'on', 'ot', 'oux', 'y'];
const PRENOMS = [
  'Aïcha',
  'Benoît',
  'Chloé',
  'Denis',
  'Élodie',
  'Farid',
  'Gaëlle',
  'Hugo',
  'Inès',
  'Joël',
  'Karine',
  'Luc',
];
const CANAUX = ['telephone', 'visite', 'courriel', 'courrier', 'reunion'] as const;
const NATURES = ['decouverte', 'formation', 'intermediation', 'developpement'] as const;
const RESULTATS = ['a_suivre', 'interessee', 'accord', 'realisee', 'sans_reponse', 'refus'] as const;
const PHRASES = [
  'Rappeler en fin de mois, le planning n’est pas arrêté.',
  'Visite de l’atelier avec trois personnes, très bon accueil.',
  'Cherche un renfort pour la saison, prête à recevoir quelqu’un deux semaines.',
  'Pas de besoin avant le printemps, souhaite rester informée.',
  'Message laissé sur le répondeur.',
  'D’accord pour une immersion, convention à préparer.',
];

const nomPropre = (hasard: Hasard) =>
  hasard.parmi(DEBUTS) +
  hasard.parmi(MILIEUX) +
  (hasard.chance(0.4) ? hasard.parmi(MILIEUX) : '') +
  hasard.parmi(FINS);

/** Words and names of an imaginary region: towns shared by many, family names by few. */
function paysage(hasard: Hasard) {
  const villes = Array.from({ length: 240 }, (_, rang) => ({
    ville: `${hasard.chance(0.25) ? 'Saint-' : ''}${nomPropre(hasard)}${hasard.chance(0.2) ? '-sur-Ourse' : ''}`,
    codePostal: String(63000 + rang * 4).padStart(5, '0'),
  }));
  const noms = Array.from({ length: 1500 }, () => nomPropre(hasard));
  return { villes, noms };
}

/** One line of a list of addresses, as a person would have typed it. */
export interface LigneListe {
  nom: string;
  activite: string;
  telephone: string;
  courriel: string;
  adresse: string;
  codePostal: string;
  ville: string;
  genre: 'marchand' | 'non_marchand' | 'public';
  prenom: string;
  nomPersonne: string;
}

export function tirerLignes(nombre: number, graine = 1): LigneListe[] {
  const hasard = new Hasard(graine);
  const { villes, noms } = paysage(hasard);
  return Array.from({ length: nombre }, (_, rang) => {
    const nom = `${hasard.parmi(ENSEIGNES)} ${hasard.parmi(noms)}${hasard.chance(0.3) ? ` et ${hasard.parmi(noms)}` : ''}`;
    return {
      nom,
      activite: hasard.parmi(ACTIVITES),
      telephone: `04${String(10_000_000 + ((rang * 7919 + graine) % 89_999_999))}`,
      courriel: `contact@${normaliser(nom).replaceAll(' ', '-')}-${rang}.example`,
      adresse: `${hasard.entier(1, 180)} rue ${hasard.parmi(noms)}`,
      ...hasard.parmi(villes),
      genre: hasard.pondere([
        ['marchand', 7],
        ['non_marchand', 2],
        ['public', 1],
      ] as const),
      prenom: hasard.parmi(PRENOMS),
      nomPersonne: hasard.parmi(noms),
    };
  });
}

/** Monday to Friday, 9–12 and 13–17. */
const SEMAINE = [0, 1, 2, 3, 4, 5, 6].map((jour) =>
  jour < 5
    ? [
        { debut: 540, fin: 720 },
        { debut: 780, fin: 1020 },
      ]
    : [],
);

/** One day of the four years before `today`, more often a late one. */
function tirerJour(hasard: Hasard, today: string): string {
  return ajouterJours(today, -Math.floor(1460 * hasard.reel() ** 1.3));
}

/** Writes without the triggers that feed the search indexes, then builds those in one go: minutes less. */
function sansIndexer({ sqlite }: Base, ecrire: () => void): void {
  const declencheurs = sqlite.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of declencheurs) sqlite.exec(`DROP TRIGGER ${name}`);
  ecrire();
  for (const index of ['organisation_fts', 'organisation_parties', 'sollicitation_fts']) {
    sqlite.exec(`INSERT INTO ${index}(${index}) VALUES ('rebuild')`);
  }
  for (const { sql } of declencheurs) sqlite.exec(sql);
}

/**
 * Fills an empty base with as many organisations and exchanges as asked, over four years: half of the exchanges fall on
 * a tenth of the organisations. The same size gives the same base.
 */
export function remplir(db: Base, taille: Taille, today: string): void {
  // The whole base in memory while it is written at random places; it is opened again afterwards.
  db.sqlite.pragma('cache_size = -600000');
  db.sqlite.transaction(() => sansIndexer(db, () => ecrire(db, taille, today)))();
}

function ecrire(db: Base, { organisations, sollicitations }: Taille, today: string): void {
  const hasard = new Hasard(organisations);
  const instant = `${today}T06:00:00.000Z`;
  let temps = Date.parse(instant);
  const ids = { next: () => hasard.uuid(temps++) };
  const { sqlite } = db;
  const inserer = (table: string, colonnes: string) =>
    sqlite.prepare(
      `INSERT INTO ${table} (${colonnes}) VALUES (${colonnes.split(',').map((nom) => `@${nom.trim()}`)})`,
    );
  const structure = inserer('structure', 'id, raison_sociale, genre, updated_at');
  const membre = inserer('membre', 'id, prenom, nom, fonction, created_at, updated_at');
  const interlocuteur = inserer('interlocuteur', 'id, prenom, nom, telephone, created_at, updated_at');
  const fonction = inserer('fonction', 'id, interlocuteur_id, organisation_id, intitule, debut, updated_at');
  const sollicitation = inserer(
    'sollicitation',
    'id, date, canal, sens, nature, resultat, texte, cherche, auteur_id, created_at, updated_at',
  );
  const avecOrganisation = inserer('sollicitation_organisation', 'sollicitation_id, organisation_id');
  const avecPersonne = inserer('sollicitation_interlocuteur', 'sollicitation_id, interlocuteur_id');
  const relance = inserer(
    'relance',
    'id, organisation_id, sollicitation_id, libelle, echeance, responsable_id, fait_le, created_at, updated_at',
  );
  const suivi = { created_at: instant, updated_at: instant };

  structure.run({ id: 1, raison_sociale: 'Structure du banc', genre: 'ACI', updated_at: instant });
  const membres = ['Karine', 'Denis', 'Hélène'].map((prenom) => {
    const id = ids.next();
    membre.run({ id, prenom, nom: 'Banc', fonction: 'Conseillère', ...suivi });
    return id;
  });
  const fiches = tirerLignes(organisations, organisations).map(({ prenom, nomPersonne, ...ligne }) => {
    const nomme = { nom: `${prenom} ${nomPersonne}`, telephone: '', courriel: '' };
    const id = insertOrganisation({ db, ids, instant }, ligne, null, [nomme]);
    const personne = ids.next();
    interlocuteur.run({ id: personne, prenom, nom: nomPersonne, telephone: '', ...suivi });
    fonction.run({
      id: ids.next(),
      interlocuteur_id: personne,
      organisation_id: id,
      intitule: 'Responsable',
      debut: ajouterJours(today, -1460),
      updated_at: instant,
    });
    return { id, personne };
  });
  const suivies = fiches.slice(0, Math.max(1, Math.floor(fiches.length / 10)));
  for (let rang = 0; rang < sollicitations; rang += 1) {
    const fiche = hasard.parmi(hasard.chance(0.5) ? suivies : fiches);
    const id = ids.next();
    const date = tirerJour(hasard, today);
    const texte = hasard.parmi(PHRASES);
    const auteur = hasard.parmi(membres);
    sollicitation.run({
      id,
      date,
      canal: hasard.parmi(CANAUX),
      sens: hasard.chance(0.85) ? 'sortante' : 'entrante',
      nature: hasard.parmi(NATURES),
      resultat: hasard.parmi(RESULTATS),
      texte,
      cherche: normaliser(texte),
      auteur_id: auteur,
      ...suivi,
    });
    avecOrganisation.run({ sollicitation_id: id, organisation_id: fiche.id });
    if (hasard.chance(0.8)) avecPersonne.run({ sollicitation_id: id, interlocuteur_id: fiche.personne });
    if (!hasard.chance(0.2)) continue;
    const echeance = ajouterJours(date, hasard.entier(5, 40));
    relance.run({
      id: ids.next(),
      organisation_id: fiche.id,
      sollicitation_id: id,
      libelle: 'Rappeler',
      echeance,
      responsable_id: auteur,
      fait_le: echeance < ajouterJours(today, -12) ? echeance : null,
      ...suivi,
    });
  }
  const salarie = inserer('salarie', 'id, prenom, nom, nom_tri, sexe, naissance, created_at, updated_at');
  const immersion = inserer(
    'immersion',
    'id, numero, statut, salarie_id, organisation_id, objet, debut, fin, horaires, minutes, jours, created_at, updated_at',
  );
  for (let rang = 0; rang < Math.floor(organisations / 16); rang += 1) {
    const id = ids.next();
    const nom = nomPropre(hasard);
    const prenom = hasard.parmi(PRENOMS);
    const sexe = hasard.parmi(['F', 'H']);
    salarie.run({
      id,
      prenom,
      nom,
      nom_tri: normaliser(`${nom} ${prenom}`),
      sexe,
      naissance: '1990-05-04',
      ...suivi,
    });
    const debut = lundiDe(tirerJour(hasard, today));
    immersion.run({
      id: ids.next(),
      numero: `${debut.slice(0, 4)}-${String(rang).padStart(5, '0')}`,
      statut: 'terminee',
      salarie_id: id,
      organisation_id: hasard.parmi(fiches).id,
      objet: hasard.parmi(['decouvrir', 'confirmer', 'recruter']),
      debut,
      fin: ajouterJours(debut, 11),
      horaires: JSON.stringify(SEMAINE),
      minutes: 70 * 60,
      jours: 10,
      ...suivi,
    });
  }
  refreshSummary(
    db,
    fiches.map(({ id }) => id),
  );
}
