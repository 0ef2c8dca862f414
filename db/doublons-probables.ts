import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterSiret } from '../shared/format.ts';
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
  const premiers = new Map<string, string>();
  // A list only for the keys that are shared: nearly none is.
  const groupes = new Map<string, string[]>();
  for (const ligne of lignes) {
    const cle = cleDe(ligne);
    if (cle === '') continue;
    const premier = premiers.get(cle);
    if (premier === undefined) premiers.set(cle, ligne.id);
    else {
      const groupe = groupes.get(cle);
      if (groupe) groupe.push(ligne.id);
      else groupes.set(cle, [premier, ligne.id]);
    }
  }
  return [...groupes.values()];
}

/** Folds a name; most are plain letters, which need no table of accents. */
const plier = (nom: string) => (/^[a-z0-9 ]*$/i.test(nom) ? nom.toLowerCase().trim() : normaliser(nom));

interface Organisation {
  id: string;
  nom: string;
  ville: string;
  siret: string;
  telephones: readonly [string, string];
  courriels: readonly [string, string];
}

/** Read once, whole: five questions asked to the table one after the other would read it five times. */
function lireOrganisations(db: Base): Organisation[] {
  const lignes = requete(
    db,
    `SELECT id, nom_tri, ville_tri, siret, telephone, autre_telephone, lower(courriel), lower(autre_courriel)
     FROM organisation WHERE archived_at IS NULL`,
  )
    .raw()
    .all() as string[][];
  return lignes.map(
    ([id = '', nom = '', ville = '', siret = '', un = '', deux = '', trois = '', quatre = '']) => ({
      id,
      nom,
      ville,
      siret,
      telephones: [un, deux],
      courriels: [trois, quatre],
    }),
  );
}

/** Same name but for its legal form, in the same town, or where one of the towns is not known. */
function memesNoms(
  lignes: readonly Organisation[],
  villes: ReadonlyMap<string, string>,
  paires: Paires,
): void {
  const essentiel = ({ nom }: Organisation) => nom.replace(FORMES, ' ').replace(/ +/g, ' ').trim() || nom;
  for (const ids of grouper(lignes, essentiel)) {
    const parVille = Map.groupBy(ids, (id) => villes.get(id)!);
    const sans = parVille.get(SANS_VILLE) ?? [];
    if (parVille.size === 1) paires.ajouter('nom', ids);
    else
      for (const [ville, memes] of parVille)
        if (ville !== SANS_VILLE) paires.ajouter('nom', sans.length > 0 ? [...memes, ...sans] : memes);
  }
}

function organisationsDoubles(
  db: Base,
  lignes: readonly Organisation[],
  villes: ReadonlyMap<string, string>,
): Paire[] {
  const paires = new Paires(db, 'organisation');
  const parValeur = (motif: Motif, valeursDe: (ligne: Organisation) => readonly string[]) => {
    const valeurs = lignes.flatMap((ligne) =>
      valeursDe(ligne).flatMap((valeur) => (valeur === '' ? [] : { id: ligne.id, valeur })),
    );
    for (const ids of grouper(valeurs, ({ valeur }) => valeur)) paires.ajouter(motif, ids);
  };
  parValeur('siret', ({ siret }) => [siret]);
  parValeur('courriel', ({ courriels }) => courriels);
  memesNoms(lignes, villes, paires);
  parValeur('telephone', ({ telephones }) => telephones);
  parValeur('siren', ({ siret, ville }) => (siret === '' ? [] : [`${siret.slice(0, 9)} ${ville}`]));
  return paires.toutes();
}

/** People share a mailbox or a switchboard with their colleagues: a name in common is always asked for. */
function personnesDoubles(db: Base, villes: ReadonlyMap<string, string>): Paire[] {
  const paires = new Paires(db, 'interlocuteur');
  const lues = requete(
    db,
    `SELECT i.id, i.prenom, i.nom, i.telephone, i.autre_telephone, lower(i.courriel), f.organisation_id
     FROM interlocuteur i JOIN fonction f ON f.interlocuteur_id = i.id WHERE i.archived_at IS NULL`,
  )
    .raw()
    .all() as string[][];
  const lignes = lues.map(
    ([id = '', prenom = '', nom = '', telephone = '', autre = '', courriel = '', organisationId = '']) => {
      const famille = plier(nom);
      return {
        id,
        famille,
        complet: prenom === '' ? famille : `${plier(prenom)} ${famille}`,
        prenom,
        telephone: telephone || autre,
        courriel,
        organisationId,
        ville: villes.get(organisationId) ?? SANS_VILLE,
      };
    },
  );
  const ajouter = (motif: Motif, cleDe: (ligne: (typeof lignes)[number]) => string) => {
    for (const ids of grouper(lignes, cleDe)) if (new Set(ids).size > 1) paires.ajouter(motif, ids);
  };
  ajouter('courriel', ({ courriel, famille }) => (courriel === '' ? '' : `${courriel} ${famille}`));
  ajouter('personne', ({ organisationId, complet }) => `${organisationId} ${complet}`);
  ajouter('telephone', ({ telephone, famille }) => (telephone === '' ? '' : `${telephone} ${famille}`));
  ajouter('nom', ({ prenom, ville, complet }) =>
    prenom === '' || ville === SANS_VILLE ? '' : `${ville} ${complet}`,
  );
  return paires.toutes();
}

const ORGANISATION = `
  SELECT id, nom, ville AS detail, siret,
    (SELECT count(*) FROM sollicitation_organisation so WHERE so.organisation_id = organisation.id) AS echanges
  FROM organisation WHERE id = ?`;
const PERSONNE = `
  SELECT i.id, trim(i.prenom || ' ' || i.nom) AS nom,
    '' AS siret, coalesce((SELECT group_concat(nom, ', ') FROM (
      SELECT DISTINCT o.nom FROM fonction f JOIN organisation o ON o.id = f.organisation_id
      WHERE f.interlocuteur_id = i.id ORDER BY o.nom_tri)), '') AS detail,
    (SELECT count(*) FROM sollicitation_interlocuteur si WHERE si.interlocuteur_id = i.id) AS echanges
  FROM interlocuteur i WHERE i.id = ?`;

type Fiche = PaireDouble['fiches'][number];

function habiller(db: Base, genre: GenreFusion, paires: Paire[]): PaireDouble[] {
  const sql = genre === 'organisation' ? ORGANISATION : PERSONNE;
  return paires.map(({ un, autre, motifs }) => {
    const fiches = [un, autre].map((id) => {
      const { siret, detail, ...fiche } = requete(db, sql).get(id) as Fiche & { siret: string };
      const numero = siret === '' ? '' : `SIRET ${formaterSiret(siret)}`;
      return { ...fiche, detail: [detail, numero].filter(Boolean).join(' · ') };
    }) as [Fiche, Fiche];
    if (fiches[1].echanges > fiches[0].echanges) fiches.reverse();
    return { genre, fiches, motifs };
  });
}

function doublonsProbables({ db }: Pick<Contexte, 'db'>) {
  const lignes = lireOrganisations(db);
  const villes = new Map(lignes.map(({ id, ville }) => [id, ville]));
  const organisations = organisationsDoubles(db, lignes, villes);
  const personnes = personnesDoubles(db, villes);
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
