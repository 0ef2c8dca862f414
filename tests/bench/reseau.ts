import { apresDebut, expressionDebuts, expressionParties, lireRecherche } from '../../db/recherche.ts';
import type { Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** What people look for, typed letter by letter: a trade, a name, a town, a phone, a person, two words. */
const RECHERCHES = [
  'boulangerie',
  'charier',
  'saint-moric',
  '0412345',
  'karine le',
  'garage mou',
  'hôtel rou',
];

export const FRAPPES = RECHERCHES.flatMap((mot) =>
  Array.from(mot, (_, rang) => mot.slice(0, rang + 1)).filter((frappe) => frappe.trim() === frappe),
);

const COLONNES = `o.id, o.nom, o.ville, o.code_postal, o.genre, o.genre_siae, o.activite, o.telephone,
  o.dernier_echange, o.prochaine_relance`;

/** The page that a keystroke shows, asked for by hand: one statement, its text and its index chosen beforehand. */
function pageDe({ db }: Banc, frappe: string): () => unknown {
  const lue = lireRecherche(frappe);
  const fin = 'o.archived_at IS NULL ORDER BY o.nom_tri, o.rang LIMIT 100';
  if (lue.genre === 'initiale') {
    const requete = db.sqlite.prepare(
      `SELECT ${COLONNES}, count(*) OVER () FROM organisation o WHERE o.nom_tri >= ? AND o.nom_tri < ? AND ${fin}`,
    );
    return () => requete.all(lue.debut, apresDebut(lue.debut));
  }
  if (lue.genre !== 'mots') throw new Error(`Nothing to look for in « ${frappe} »`);
  const { parties, debuts } = lue;
  const index = parties.length > 0 ? 'organisation_parties' : 'organisation_fts';
  const aussi =
    parties.length > 0 && debuts.length > 0
      ? 'o.rang IN (SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH ?) AND'
      : '';
  const requete = db.sqlite.prepare(
    `SELECT ${COLONNES}, count(*) OVER () FROM ${index} CROSS JOIN organisation o ON o.rang = ${index}.rowid
     WHERE ${index} MATCH ? AND ${aussi} ${fin}`,
  );
  const valeurs = [
    ...(parties.length > 0 ? [expressionParties(parties)] : []),
    ...(debuts.length > 0 ? [expressionDebuts(debuts)] : []),
  ];
  return () => requete.all(...valeurs);
}

function recherche(banc: Banc): Mesure {
  const pages = FRAPPES.map((frappe) => pageDe(banc, frappe));
  return {
    nom: 'Recherche dans la liste, une frappe',
    contre: 'la même page en SQL préparé',
    buts: { rapport: 3, ms: 16, croissance: 2 },
    tours: FRAPPES.length * 2,
    operation: (tour) => banc.appeler('reseau.list', { recherche: FRAPPES[tour % FRAPPES.length]! }),
    plancher: (tour) => pages[tour % pages.length]!(),
  };
}

const PRESENTS = `SELECT i.id, i.prenom, i.nom, f.intitule FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.organisation_id = ? AND f.fin IS NULL AND i.archived_at IS NULL ORDER BY i.nom, i.prenom`;

function choix({ db, appeler }: Banc): Mesure {
  const trouver = db.sqlite.prepare(
    `SELECT o.id, o.nom, o.ville, o.telephone, o.siret FROM organisation_fts f CROSS JOIN organisation o ON o.rang = f.rowid
     WHERE organisation_fts MATCH ? AND o.archived_at IS NULL LIMIT 8`,
  );
  const presents = db.sqlite.prepare(PRESENTS);
  const motsDe = FRAPPES.map((frappe) =>
    frappe
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/[\s-]+/),
  );
  return {
    nom: 'Choix d’une organisation, une frappe',
    contre: 'huit noms et leurs personnes en SQL préparé',
    buts: { rapport: 3, ms: 16, croissance: 2 },
    tours: FRAPPES.length * 2,
    operation: (tour) => appeler('reseau.suggest', { recherche: FRAPPES[tour % FRAPPES.length]! }),
    plancher: (tour) => {
      const mots = motsDe[tour % motsDe.length]!;
      for (const ligne of trouver.all(expressionDebuts(mots)) as { id: string }[]) presents.all(ligne.id);
    },
  };
}

function premierePage({ db, appeler }: Banc): Mesure {
  const page = db.sqlite.prepare(
    `SELECT ${COLONNES} FROM organisation o WHERE o.archived_at IS NULL ORDER BY o.nom_tri, o.rang LIMIT 100`,
  );
  return {
    nom: 'Première page du réseau',
    contre: 'la même page en SQL préparé',
    buts: { rapport: 3, ms: 16, croissance: 2 },
    tours: 200,
    operation: () => appeler('reseau.list', {}),
    plancher: () => page.all(),
  };
}

function fiche({ db, appeler, taille }: Banc): Mesure {
  const ids = db.sqlite
    .prepare('SELECT id FROM organisation WHERE dernier_echange IS NOT NULL ORDER BY rang LIMIT ?')
    .pluck()
    .all(Math.min(400, taille.organisations)) as string[];
  const duBord = [
    'SELECT * FROM organisation WHERE id = ?',
    PRESENTS,
    `SELECT s.*, m.prenom, m.nom FROM sollicitation_organisation so JOIN sollicitation s ON s.id = so.sollicitation_id
     LEFT JOIN membre m ON m.id = s.auteur_id
     WHERE so.organisation_id = ? AND s.archived_at IS NULL ORDER BY s.date DESC, s.created_at DESC, s.id DESC`,
    `SELECT l.sollicitation_id, o.id, o.nom FROM sollicitation_organisation so
     JOIN sollicitation_organisation l ON l.sollicitation_id = so.sollicitation_id JOIN organisation o ON o.id = l.organisation_id
     WHERE so.organisation_id = ?`,
    `SELECT l.sollicitation_id, i.id, i.civilite, i.prenom, i.nom FROM sollicitation_organisation so
     JOIN sollicitation_interlocuteur l ON l.sollicitation_id = so.sollicitation_id
     JOIN interlocuteur i ON i.id = l.interlocuteur_id WHERE so.organisation_id = ?`,
    'SELECT * FROM relance WHERE organisation_id = ? AND archived_at IS NULL',
  ].map((sql) => db.sqlite.prepare(sql));
  return {
    nom: 'Fiche d’une organisation et son historique',
    contre: 'les mêmes lignes en six requêtes préparées',
    tours: 200,
    operation: async (tour) => {
      const id = ids[tour % ids.length]!;
      await Promise.all([
        appeler('reseau.get', { id }),
        appeler('sollicitations.ofOrganisation', { organisationId: id }),
        appeler('sollicitations.relancesOf', { organisationId: id }),
      ]);
    },
    plancher: (tour) => {
      const id = ids[tour % ids.length]!;
      for (const requete of duBord) requete.all(id);
    },
  };
}

export const mesuresReseau = (banc: Banc): Mesure[] => [
  recherche(banc),
  choix(banc),
  premierePage(banc),
  fiche(banc),
];
