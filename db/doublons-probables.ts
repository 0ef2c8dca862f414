import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { normaliser } from '../shared/normaliser.ts';
import type { fusionContrat } from '../shared/reseau/fusion/contrat.ts';
import {
  type GenreFusion,
  type MOTIFS_DOUBLON,
  PAIRES_MAX,
  type PaireDouble,
} from '../shared/reseau/fusion/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { SANS_VILLE } from './organisations.ts';
import { requete } from './requetes.ts';

type Motif = keyof typeof MOTIFS_DOUBLON;
/** The surest first: a pair found twice is shown at its best place. */
const ORDRE: readonly Motif[] = ['siret', 'courriel', 'nom', 'personne', 'telephone', 'siren'];

/** More records than this with the same number share a switchboard, not an identity. */
const GROUPE_MAX = 12;

/** Legal forms say nothing of who it is. */
const FORMES =
  /\b(?:sarl|sas|sasu|eurl|snc|scop|scic|sci|gaec|earl|sa|ets|etablissements?|entreprise|societe|ste|association|asso)\b/g;

interface Paire {
  un: string;
  autre: string;
  motifs: Motif[];
}

class Paires {
  private readonly connues = new Map<string, Paire>();
  private readonly ecartees: ReadonlySet<string>;

  constructor(db: Base, genre: GenreFusion) {
    this.ecartees = new Set(
      requete(db, "SELECT un_id || ' ' || autre_id FROM pas_doublon WHERE genre = ?")
        .pluck()
        .all(genre) as string[],
    );
  }

  /** Each record of a group with the first one it was not told apart from. */
  ajouter(motif: Motif, ids: readonly string[]): void {
    if (ids.length > GROUPE_MAX) return;
    const tries = [...new Set(ids)].sort();
    for (const [rang, autre] of tries.entries()) {
      const un = tries.slice(0, rang).find((candidat) => !this.ecartees.has(`${candidat} ${autre}`));
      if (un === undefined) continue;
      const cle = `${un} ${autre}`;
      const paire = this.connues.get(cle);
      if (!paire) this.connues.set(cle, { un, autre, motifs: [motif] });
      else if (!paire.motifs.includes(motif)) paire.motifs.push(motif);
    }
  }

  toutes(): Paire[] {
    const force = ({ motifs }: Paire) =>
      Math.min(...motifs.map((motif) => ORDRE.indexOf(motif))) - motifs.length / 10;
    return [...this.connues.values()].sort((a, b) => force(a) - force(b));
  }
}

/** Identifiers of the records that share a key, for the keys that several share. */
function grouper<L extends { id: string }>(lignes: readonly L[], cleDe: (ligne: L) => string): string[][] {
  const groupes = new Map<string, string[]>();
  for (const ligne of lignes) {
    const cle = cleDe(ligne);
    if (cle === '') continue;
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(ligne.id);
    else groupes.set(cle, [ligne.id]);
  }
  return [...groupes.values()].filter((ids) => ids.length > 1);
}

/** Groups made by SQL: `ids` of the rows that share a value. */
const partages = (db: Base, sql: string) =>
  (requete(db, sql).pluck().all() as string[]).map((ids) => ids.split(' '));

const partage = (valeur: string, filtre: string) => `
  SELECT group_concat(id, ' ') FROM (${valeur}) ${filtre} GROUP BY valeur HAVING count(DISTINCT id) > 1`;

const SIRET = `
  SELECT group_concat(id, ' ') FROM organisation WHERE archived_at IS NULL AND siret <> ''
  GROUP BY siret HAVING count(*) > 1`;
const SIREN = `
  SELECT group_concat(id, ' ') FROM organisation WHERE archived_at IS NULL AND siret <> ''
  GROUP BY substr(siret, 1, 9), ville_tri HAVING count(DISTINCT siret) > 1`;
const TELEPHONE = partage(
  `SELECT id, telephone AS valeur FROM organisation WHERE archived_at IS NULL AND telephone <> ''
   UNION ALL SELECT id, autre_telephone FROM organisation WHERE archived_at IS NULL AND autre_telephone <> ''`,
  '',
);
const COURRIEL = partage(
  `SELECT id, lower(courriel) AS valeur FROM organisation WHERE archived_at IS NULL AND courriel <> ''
   UNION ALL SELECT id, lower(autre_courriel) FROM organisation WHERE archived_at IS NULL AND autre_courriel <> ''`,
  '',
);

/** Same name but for its legal form, in the same town, or where one of the towns is not known. */
function memesNoms(db: Base, paires: Paires): void {
  const lignes = requete(
    db,
    'SELECT id, nom_tri AS nom, ville_tri AS ville FROM organisation WHERE archived_at IS NULL',
  ).all() as { id: string; nom: string; ville: string }[];
  const villes = new Map(lignes.map(({ id, ville }) => [id, ville]));
  const essentiel = ({ nom }: { nom: string }) => nom.replace(FORMES, ' ').replace(/ +/g, ' ').trim() || nom;
  for (const ids of grouper(lignes, essentiel)) {
    const parVille = Map.groupBy(ids, (id) => villes.get(id)!);
    const sans = parVille.get(SANS_VILLE) ?? [];
    if (parVille.size === 1) paires.ajouter('nom', ids);
    else
      for (const [ville, memes] of parVille)
        if (ville !== SANS_VILLE) paires.ajouter('nom', sans.length > 0 ? [...memes, ...sans] : memes);
  }
}

function organisationsDoubles(db: Base): Paire[] {
  const paires = new Paires(db, 'organisation');
  for (const ids of partages(db, SIRET)) paires.ajouter('siret', ids);
  for (const ids of partages(db, COURRIEL)) paires.ajouter('courriel', ids);
  memesNoms(db, paires);
  for (const ids of partages(db, TELEPHONE)) paires.ajouter('telephone', ids);
  for (const ids of partages(db, SIREN)) paires.ajouter('siren', ids);
  return paires.toutes();
}

interface Personne {
  id: string;
  prenom: string;
  nom: string;
  telephone: string;
  autreTelephone: string;
  courriel: string;
  organisationId: string;
  ville: string;
}

const PERSONNES = `
  SELECT i.id, i.prenom, i.nom, i.telephone, i.autre_telephone AS autreTelephone, i.courriel,
    f.organisation_id AS organisationId, o.ville_tri AS ville
  FROM interlocuteur i JOIN fonction f ON f.interlocuteur_id = i.id JOIN organisation o ON o.id = f.organisation_id
  WHERE i.archived_at IS NULL`;

/** People share a mailbox or a switchboard with their colleagues: a name in common is always asked for. */
function personnesDoubles(db: Base): Paire[] {
  const paires = new Paires(db, 'interlocuteur');
  const lignes = requete(db, PERSONNES).all() as Personne[];
  const noms = new Map(
    lignes.map(({ id, prenom, nom }) => [id, [normaliser(prenom), normaliser(nom)] as const]),
  );
  const complet = ({ id }: Personne) => noms.get(id)!.filter(Boolean).join(' ');
  const famille = ({ id }: Personne) => noms.get(id)![1];
  const avec = (cle: string, nom: string) => (cle === '' ? '' : `${cle} ${nom}`);
  const ajouter = (motif: Motif, cleDe: (ligne: Personne) => string) => {
    for (const ids of grouper(lignes, cleDe)) if (new Set(ids).size > 1) paires.ajouter(motif, ids);
  };
  ajouter('courriel', (ligne) => avec(ligne.courriel.toLowerCase(), famille(ligne)));
  ajouter('personne', (ligne) => avec(ligne.organisationId, complet(ligne)));
  ajouter('telephone', (ligne) => avec(ligne.telephone || ligne.autreTelephone, famille(ligne)));
  ajouter('nom', (ligne) =>
    ligne.prenom === '' || ligne.ville === SANS_VILLE ? '' : `${ligne.ville} ${complet(ligne)}`,
  );
  return paires.toutes();
}

const ORGANISATION = `
  SELECT id, nom, trim(ville || CASE WHEN siret = '' THEN '' ELSE ' · SIRET ' || siret END, ' ·') AS detail,
    (SELECT count(*) FROM sollicitation_organisation so WHERE so.organisation_id = organisation.id) AS echanges
  FROM organisation WHERE id = ?`;
const PERSONNE = `
  SELECT i.id, trim(i.prenom || ' ' || i.nom) AS nom,
    coalesce((SELECT group_concat(nom, ', ') FROM (
      SELECT DISTINCT o.nom FROM fonction f JOIN organisation o ON o.id = f.organisation_id
      WHERE f.interlocuteur_id = i.id ORDER BY o.nom_tri)), '') AS detail,
    (SELECT count(*) FROM sollicitation_interlocuteur si WHERE si.interlocuteur_id = i.id) AS echanges
  FROM interlocuteur i WHERE i.id = ?`;

type Fiche = PaireDouble['fiches'][number];

function habiller(db: Base, genre: GenreFusion, paires: Paire[]): PaireDouble[] {
  const sql = genre === 'organisation' ? ORGANISATION : PERSONNE;
  return paires.map(({ un, autre, motifs }) => {
    const fiches = [un, autre].map((id) => requete(db, sql).get(id)) as [Fiche, Fiche];
    if (fiches[1].echanges > fiches[0].echanges) fiches.reverse();
    return { genre, fiches, motifs };
  });
}

function doublonsProbables({ db }: Pick<Contexte, 'db'>) {
  const organisations = organisationsDoubles(db);
  const personnes = personnesDoubles(db);
  return {
    total: organisations.length + personnes.length,
    paires: [
      ...habiller(db, 'organisation', organisations.slice(0, PAIRES_MAX)),
      ...habiller(db, 'interlocuteur', personnes.slice(0, PAIRES_MAX)),
    ],
  };
}

type Deux = z.output<(typeof fusionContrat)['reseau.ecarterDoublon']['entree']>;

/** The smaller id first, both known and not the same. */
function lireDeux({ db }: Pick<Contexte, 'db'>, { genre, unId, autreId }: Deux) {
  if (unId === autreId) throw new ErreurMetier('regle', { message: 'Il faut deux fiches différentes.' });
  for (const id of [unId, autreId])
    if (!requete(db, `SELECT 1 FROM ${genre} WHERE id = ?`).get(id)) throw new ErreurMetier('introuvable');
  const [un, autre] = [unId, autreId].sort() as [string, string];
  return { genre, un, autre };
}

export const doublonsOperations = {
  'reseau.doublonsProbables': doublonsProbables,
  'reseau.ecarterDoublon': (contexte: Contexte, deux: Deux) => {
    requete(
      contexte.db,
      'INSERT OR IGNORE INTO pas_doublon (genre, un_id, autre_id, created_at) VALUES (@genre, @un, @autre, @instant)',
    ).run({ ...lireDeux(contexte, deux), instant: contexte.instant });
    return {};
  },
  'reseau.reprendreDoublon': (contexte: Contexte, deux: Deux) => {
    requete(
      contexte.db,
      'DELETE FROM pas_doublon WHERE genre = @genre AND un_id = @un AND autre_id = @autre',
    ).run(lireDeux(contexte, deux));
    return {};
  },
};
