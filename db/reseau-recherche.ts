import { normaliser } from '../shared/normaliser.ts';
import { TROUVAILLES_MAX, type Trouvailles } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { list as listConventions } from './conventions-liste.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import { AVANCEMENT, CHERCHE_IMMERSION } from './immersions.ts';
import type { Base } from './open.ts';
import {
  expressionDebuts,
  expressionParties,
  lireRecherche,
  type Recherche,
  texteCherche,
} from './recherche.ts';
import { requete } from './requetes.ts';
import { suggest } from './reseau-suggestions.ts';

/** Organisations read to find people: several may hold the words before one person holds them all. */
const ORGANISATIONS_LUES = 60;

/** Letters of an exchange shown around the first word found. */
const EXTRAIT = 160;

const PERSONNES = `
  SELECT i.id, i.prenom, i.nom, f.intitule, i.telephone, i.courriel, i.opposition_le AS oppositionLe,
    o.id AS organisationId, o.nom AS organisationNom
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id JOIN organisation o ON o.id = f.organisation_id
  WHERE o.rang = ? AND f.fin IS NULL AND i.archived_at IS NULL
  ORDER BY i.nom, i.prenom`;

type Lecteur = Pick<Contexte, 'db' | 'today'>;

type Mots = Extract<Recherche, { genre: 'mots' }>;

interface Personne {
  id: string;
  prenom: string;
  nom: string;
  intitule: string;
  telephone: string;
  courriel: string;
  oppositionLe: string | null;
  organisationId: string;
  organisationNom: string;
}

/** Interlocuteurs still there who hold every word in their name, phone or e-mail. */
function chercherPersonnes(db: Base, { parties, debuts }: Mots): Trouvailles['interlocuteurs'] {
  const index = parties.length > 0 ? 'organisation_parties' : 'organisation_fts';
  const expression = parties.length > 0 ? expressionParties(parties) : expressionDebuts(debuts);
  const mots = [...parties, ...debuts];
  const rangs = requete(
    db,
    `SELECT o.rang FROM ${index} CROSS JOIN organisation o ON o.rang = ${index}.rowid
     WHERE ${index} MATCH ? AND o.archived_at IS NULL LIMIT ${ORGANISATIONS_LUES}`,
  )
    .pluck()
    .all(`{cherche_personnes} : (${expression})`) as number[];
  const trouvees = rangs.flatMap((rang) =>
    (requete(db, PERSONNES).all(rang) as Personne[]).filter((personne) => {
      const texte = texteCherche([
        `${personne.prenom} ${personne.nom}`,
        personne.telephone,
        personne.courriel,
      ]);
      return mots.every((mot) => texte.includes(mot));
    }),
  );
  const parPersonne = Map.groupBy(trouvees, ({ id }) => id);
  return [...parPersonne.values()].slice(0, TROUVAILLES_MAX).map((postes) => {
    const { id, prenom, nom, intitule, telephone, oppositionLe } = postes[0]!;
    const organisations = new Map(postes.map((poste) => [poste.organisationId, poste.organisationNom]));
    return {
      id,
      prenom,
      nom,
      intitule,
      telephone,
      opposition: oppositionLe !== null,
      organisations: [...organisations].map(([organisationId, nomOrganisation]) => ({
        id: organisationId,
        nom: nomOrganisation,
      })),
    };
  });
}

/** Salariés are few hundreds: reading their search texts is as fast as an index. */
function chercherSalaries(db: Base, mots: readonly string[]): Trouvailles['salaries'] {
  return requete(
    db,
    `SELECT id, prenom, nom FROM salarie
     WHERE archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(cherche, value) = 0)
     ORDER BY nom_tri LIMIT ${TROUVAILLES_MAX}`,
  ).all(JSON.stringify(mots)) as Trouvailles['salaries'];
}

const IMMERSIONS = `
  SELECT i.id, i.numero, i.statut, i.debut, i.fin, i.fin_prevue AS finPrevue, ${AVANCEMENT},
    s.id AS salarieId, s.prenom, s.nom, o.id AS organisationId, o.nom AS organisationNom
  FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
  WHERE i.archived_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM json_each(?) WHERE instr(${CHERCHE_IMMERSION}, value) = 0)
  ORDER BY i.debut IS NOT NULL, i.debut DESC, i.numero DESC LIMIT ${TROUVAILLES_MAX}`;

type ImmersionTrouvee = Trouvailles['immersions'][number];

/** Immersions are few thousand at most: reading their texts is as fast as an index. */
function chercherImmersions(db: Base, mots: readonly string[]): ImmersionTrouvee[] {
  const lignes = requete(db, IMMERSIONS).all(JSON.stringify(mots)) as (Omit<
    ImmersionTrouvee,
    'salarie' | 'organisation'
  > & {
    salarieId: string;
    prenom: string;
    nom: string;
    organisationId: string;
    organisationNom: string;
  })[];
  return lignes.map(({ salarieId, prenom, nom, organisationId, organisationNom, ...immersion }) => ({
    ...immersion,
    salarie: { id: salarieId, prenom, nom },
    organisation: { id: organisationId, nom: organisationNom },
  }));
}

const SESSIONS = `
  SELECT f.id, f.numero, ${TITRE_SESSION} AS titre, f.debut, f.fin
  FROM session_formation f JOIN action_formation a ON a.id = f.action_id
  WHERE f.archived_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM json_each(?) WHERE instr(lower(f.numero) || ' ' || a.cherche, value) = 0)
  ORDER BY f.debut DESC, f.numero DESC LIMIT ${TROUVAILLES_MAX}`;

/** Sessions are few hundreds. */
const chercherSessions = (db: Base, mots: readonly string[]): Trouvailles['sessions'] =>
  requete(db, SESSIONS).all(JSON.stringify(mots)) as Trouvailles['sessions'];

/** Conventions are a few dozens: the list of the module answers, with the words it understands. */
const chercherConventions = (lecteur: Lecteur, recherche: string): Trouvailles['conventions'] =>
  listConventions(lecteur, { organisationId: null, genre: '', recherche, vue: 'toutes' })
    .lignes.slice(0, TROUVAILLES_MAX)
    .map(({ id, intitule, numero, organisation, debut, fin }) => ({
      id,
      intitule,
      numero,
      organisation: organisation?.nom ?? '',
      debut,
      fin,
    }));

/** The part of a text where the first of the words begins. */
function extraire(texte: string, mots: readonly string[]): string {
  const lisible = texte.replace(/\s+/g, ' ');
  if (lisible.length <= EXTRAIT) return lisible;
  const coupes = lisible.split(' ');
  let debut = 0;
  for (const mot of coupes) {
    if (normaliser(mot).startsWith(mots[0] ?? '')) break;
    debut += mot.length + 1;
  }
  const depuis =
    debut >= lisible.length ? 0 : Math.max(0, lisible.lastIndexOf(' ', Math.max(0, debut - 30)) + 1);
  const fin = depuis + EXTRAIT;
  return `${depuis > 0 ? '… ' : ''}${lisible.slice(depuis, fin).trim()}${fin < lisible.length ? ' …' : ''}`;
}

/** The index gives the last written first and stops at the limit: a common word costs no more than a rare one. */
const ECHANGES = `
  SELECT s.id, s.date, s.canal, ltrim(s.objet || ' ' || s.texte) AS texte
  FROM sollicitation_fts CROSS JOIN sollicitation s ON s.rang = sollicitation_fts.rowid
  WHERE sollicitation_fts MATCH ? AND s.archived_at IS NULL
  ORDER BY sollicitation_fts.rowid DESC LIMIT ${TROUVAILLES_MAX}`;

const ORGANISATION_TOUCHEE = `
  SELECT o.id, o.nom FROM sollicitation_organisation so JOIN organisation o ON o.id = so.organisation_id
  WHERE so.sollicitation_id = ? ORDER BY o.archived_at IS NOT NULL, o.nom_tri LIMIT 1`;

type Trouvee = Trouvailles['sollicitations'][number];

/** Exchanges whose text holds every word, the last written first. */
function chercherEchanges(db: Base, { parties, debuts }: Mots): Trouvee[] {
  const mots = [...parties, ...debuts];
  const lignes = requete(db, ECHANGES).all(expressionDebuts(mots)) as Omit<Trouvee, 'organisation'>[];
  return lignes.map((echange) => ({
    ...echange,
    texte: extraire(echange.texte, mots),
    organisation: requete(db, ORGANISATION_TOUCHEE).get(echange.id) as Trouvee['organisation'],
  }));
}

/** A few of everything that holds the words typed; nothing typed, nothing found. */
export function search({ db, today }: Lecteur, { recherche }: { recherche: string }): Trouvailles {
  const lue = lireRecherche(recherche);
  if (lue.genre === 'toutes' || lue.genre === 'aucune')
    return {
      organisations: [],
      interlocuteurs: [],
      salaries: [],
      immersions: [],
      sessions: [],
      conventions: [],
      sollicitations: [],
    };
  const organisations = suggest({ db }, { recherche, nombre: TROUVAILLES_MAX }).map(
    ({ id, nom, ville, telephone }) => ({ id, nom, ville, telephone }),
  );
  if (lue.genre === 'initiale')
    return {
      organisations,
      interlocuteurs: [],
      salaries: chercherSalaries(db, [lue.debut]),
      immersions: [],
      sessions: [],
      conventions: [],
      sollicitations: [],
    };
  return {
    organisations,
    interlocuteurs: chercherPersonnes(db, lue),
    salaries: chercherSalaries(db, [...lue.parties, ...lue.debuts]),
    immersions: chercherImmersions(db, [...lue.parties, ...lue.debuts]),
    sessions: chercherSessions(db, [...lue.parties, ...lue.debuts]),
    conventions: chercherConventions({ db, today }, recherche),
    sollicitations: chercherEchanges(db, lue),
  };
}
