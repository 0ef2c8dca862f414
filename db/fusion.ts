import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { accorder, insecables, nomCourt } from '../shared/format.ts';
import type {
  Comparaison,
  FusionFaite,
  fusionDemandee,
  GenreFusion,
  paireFusion,
} from '../shared/reseau/fusion/schema.ts';
import { LONGUEURS } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { colonnesChoisies, comparerChamps, type Rangee } from './fusion-champs.ts';
import { DANS, LIENS, type Lien, TEXTES } from './fusion-liens.ts';
import type { Base } from './open.ts';
import { refreshSearch, refreshSummary } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { fusion } from './schema/index.ts';

/** What a merge changed, to give it back. Rows are named by their key, without the column that points. */
interface Trace {
  avant: { garde: Rangee; absorbe: Rangee };
  apres: { garde: Rangee; absorbe: Rangee };
  deplacees: { table: string; colonne: string; cle: Rangee }[];
  retirees: { table: string; rangee: Rangee }[];
  /** Pairs said different, taken over by the kept record. */
  paires: { retirees: Rangee[]; ajoutees: Rangee[] };
  textes: { table: string; cle: string; avant: string; apres: string }[];
}

const lireRangee = (db: Base, table: string, id: string) =>
  requete(db, `SELECT * FROM ${table} WHERE id = ?`).get(id) as Rangee | undefined;

const nomDe = (genre: GenreFusion, rangee: Rangee) =>
  genre === 'organisation' ? String(rangee.nom) : `${rangee.prenom} ${rangee.nom}`.trim();

/** The two records of a merge, refused in words when it makes no sense. */
function lirePaire(db: Base, { genre, gardeId, absorbeId }: z.output<typeof paireFusion>) {
  if (gardeId === absorbeId)
    throw new ErreurMetier('regle', { message: 'Une fiche ne se fusionne pas avec elle-même.' });
  const [garde, absorbe] = [gardeId, absorbeId].map((id) => {
    const rangee = lireRangee(db, genre, id);
    if (!rangee) throw new ErreurMetier('introuvable');
    if (rangee.archived_at === null) return rangee;
    const dans = rangee[DANS[genre]];
    const hote = dans === null ? undefined : lireRangee(db, genre, String(dans));
    throw new ErreurMetier('regle', {
      message: insecables(
        hote
          ? `« ${nomDe(genre, rangee)} » a déjà été fusionnée dans « ${nomDe(genre, hote)} ».`
          : `« ${nomDe(genre, rangee)} » est archivée : remettez-la dans le réseau avant de la fusionner.`,
      ),
    });
  }) as [Rangee, Rangee];
  return { garde, absorbe };
}

const conditions = (colonnes: readonly string[]) =>
  colonnes.map((colonne) => `${colonne} IS @${colonne}`).join(' AND ');

const extraire = (rangee: Rangee, colonnes: readonly string[]): Rangee =>
  Object.fromEntries(colonnes.map((colonne) => [colonne, rangee[colonne]!]));

/** Makes the rows of one table point at the kept record; those it already has word for word are set aside. */
function rattacher(db: Base, lien: Lien, gardeId: string, absorbeId: string, trace: Trace): void {
  const { table, colonne, cle, memes } = lien;
  const lignes = requete(db, `SELECT * FROM ${table} WHERE ${colonne} = ?`).all(absorbeId) as Rangee[];
  for (const rangee of lignes) {
    const jumelle =
      memes &&
      requete(db, `SELECT 1 FROM ${table} WHERE ${colonne} = @vers AND ${conditions(memes)}`).get({
        ...extraire(rangee, memes),
        vers: gardeId,
      });
    const nommee = { ...extraire(rangee, cle), de: absorbeId };
    if (jumelle) {
      requete(db, `DELETE FROM ${table} WHERE ${colonne} = @de AND ${conditions(cle)}`).run(nommee);
      trace.retirees.push({ table, rangee });
    } else {
      requete(db, `UPDATE ${table} SET ${colonne} = @vers WHERE ${colonne} = @de AND ${conditions(cle)}`).run(
        {
          ...nommee,
          vers: gardeId,
        },
      );
      trace.deplacees.push({ table, colonne, cle: extraire(rangee, cle) });
    }
  }
}

const PAIRE = ['genre', 'un_id', 'autre_id'];

function inserer(db: Base, table: string, rangee: Rangee): number {
  const colonnes = Object.keys(rangee);
  return requete(
    db,
    `INSERT OR IGNORE INTO ${table} (${colonnes.join(', ')}) VALUES (${colonnes.map((nom) => `@${nom}`).join(', ')})`,
  ).run(rangee).changes;
}

const retirerPaire = (db: Base, rangee: Rangee) =>
  requete(db, `DELETE FROM pas_doublon WHERE ${conditions(PAIRE)}`).run(extraire(rangee, PAIRE)).changes;

/** « Ce sont deux » said of the absorbed record holds for the kept one. */
function reporterPaires(
  db: Base,
  genre: GenreFusion,
  gardeId: string,
  absorbeId: string,
  trace: Trace,
): void {
  const paires = requete(
    db,
    'SELECT * FROM pas_doublon WHERE genre = @genre AND (un_id = @id OR autre_id = @id)',
  ).all({ genre, id: absorbeId }) as Rangee[];
  for (const paire of paires) {
    retirerPaire(db, paire);
    trace.paires.retirees.push(paire);
    const autre = String(paire.un_id === absorbeId ? paire.autre_id : paire.un_id);
    if (autre === gardeId) continue;
    const [un, deux] = [gardeId, autre].sort() as [string, string];
    const reportee = { ...paire, un_id: un, autre_id: deux };
    if (inserer(db, 'pas_doublon', reportee) > 0) trace.paires.ajoutees.push(reportee);
  }
}

function remplacerTextes(db: Base, gardeId: string, absorbeId: string, trace: Trace): void {
  for (const { table, colonne, cle } of TEXTES) {
    const lignes = requete(
      db,
      `SELECT ${cle} AS cle, ${colonne} AS avant FROM ${table} WHERE instr(${colonne}, ?) > 0`,
    ).all(absorbeId) as { cle: string; avant: string }[];
    for (const { cle: nom, avant } of lignes) {
      const apres = avant.replaceAll(absorbeId, gardeId);
      requete(db, `UPDATE ${table} SET ${colonne} = ? WHERE ${cle} = ?`).run(apres, nom);
      trace.textes.push({ table, cle: nom, avant, apres });
    }
  }
}

function poser(db: Base, table: string, id: string, rangee: Rangee): void {
  const colonnes = Object.keys(rangee);
  if (colonnes.length === 0) return;
  db.sqlite
    .prepare(`UPDATE ${table} SET ${colonnes.map((nom) => `${nom} = @${nom}`).join(', ')} WHERE id = @id`)
    .run({ ...rangee, id });
}

/** Brings search texts and summaries in line with what two records now hold. */
function rafraichir(db: Base, genre: GenreFusion, ids: string[]): void {
  if (genre === 'organisation') {
    refreshSearch(db, ids);
    refreshSummary(db, ids);
    return;
  }
  refreshSearch(db, organisationsDe(db, genre, ids));
}

const NOTES_MAX: Record<GenreFusion, number> = { organisation: LONGUEURS.note, interlocuteur: 1000 };

/** The kept record once its fields are chosen. */
function choisirChamps(
  db: Base,
  demande: z.output<typeof fusionDemandee>,
  garde: Rangee,
  absorbe: Rangee,
): Rangee {
  const { genre, champs } = demande;
  const choix = champs as Record<string, 'garde' | 'absorbe' | 'joint' | undefined>;
  const colonnes: Rangee = {};
  for (const { champ, joint, propose } of comparerChamps(db, genre, garde, absorbe)) {
    const voulu = choix[champ] ?? propose;
    // Together, where only one says something or where nothing can be joined, is what is proposed.
    Object.assign(
      colonnes,
      colonnesChoisies(genre, champ, voulu === 'joint' && !joint ? propose : voulu, garde, absorbe),
    );
  }
  if (genre === 'interlocuteur')
    Object.assign(
      colonnes,
      colonnesChoisies(
        genre,
        'opposition',
        garde.opposition_le === null ? 'absorbe' : 'garde',
        garde,
        absorbe,
      ),
    );
  if (String(colonnes.note).length > NOTES_MAX[genre]) {
    const faute = 'Les deux notes réunies sont trop longues : gardez l’une des deux.';
    throw new ErreurMetier('regle', { message: faute, champs: { 'champs.note': faute } });
  }
  return colonnes;
}

function fusionner(contexte: Contexte, demande: z.output<typeof fusionDemandee>): { id: string } {
  const { db, ids, instant } = contexte;
  const { genre, gardeId, absorbeId } = demande;
  const avant = lirePaire(db, demande);
  const trace: Trace = {
    avant,
    apres: avant,
    deplacees: [],
    retirees: [],
    paires: { retirees: [], ajoutees: [] },
    textes: [],
  };
  for (const lien of LIENS[genre]) rattacher(db, lien, gardeId, absorbeId, trace);
  reporterPaires(db, genre, gardeId, absorbeId, trace);
  remplacerTextes(db, gardeId, absorbeId, trace);
  poser(db, genre, gardeId, {
    ...choisirChamps(db, demande, avant.garde, avant.absorbe),
    updated_at: instant,
  });
  poser(db, genre, absorbeId, { [DANS[genre]]: gardeId, archived_at: instant, updated_at: instant });
  rafraichir(db, genre, [gardeId, absorbeId]);
  trace.apres = { garde: lireRangee(db, genre, gardeId)!, absorbe: lireRangee(db, genre, absorbeId)! };
  const id = ids.next();
  db.orm
    .insert(fusion)
    .values({
      id,
      genre,
      gardeId,
      absorbeId,
      avant: JSON.stringify(trace),
      auteurId: auteurCourant(db),
      fusionneLe: instant,
    })
    .run();
  return { id };
}

/** A later merge stands on this one: it must be undone first. */
const PLUS_RECENTE = `
  SELECT g.garde_id AS gardeId, g.absorbe_id AS absorbeId FROM fusion f JOIN fusion g ON g.rowid > f.rowid
  WHERE f.id = ? AND g.genre = f.genre AND g.annule_le IS NULL
    AND (g.garde_id IN (f.garde_id, f.absorbe_id) OR g.absorbe_id IN (f.garde_id, f.absorbe_id))
  ORDER BY g.rowid DESC LIMIT 1`;

/** Why a merge cannot be undone now; empty when it can. */
function empechement(
  db: Base,
  { id, genre, gardeId, absorbeId }: { id: string; genre: GenreFusion; gardeId: string; absorbeId: string },
): string {
  const absorbe = lireRangee(db, genre, absorbeId);
  if (!absorbe || !lireRangee(db, genre, gardeId)) return 'Une des deux fiches n’existe plus.';
  const suivante = requete(db, PLUS_RECENTE).get(id) as { gardeId: string; absorbeId: string } | undefined;
  if (suivante) {
    const [hote, autre] = [suivante.gardeId, suivante.absorbeId].map((cle) =>
      nomDe(genre, lireRangee(db, genre, cle) ?? { nom: '', prenom: '' }),
    );
    return insecables(`Défaites d’abord la fusion, plus récente, de « ${autre} » dans « ${hote} ».`);
  }
  return absorbe[DANS[genre]] === gardeId ? '' : 'Cette fiche n’est plus fusionnée avec celle-ci.';
}

/** Gives back to a record what the merge changed, but for what was written since. Returns how many fields stay. */
function rendre(db: Base, genre: GenreFusion, id: string, avant: Rangee, apres: Rangee): number {
  const present = lireRangee(db, genre, id)!;
  const changees = Object.keys(avant).filter((colonne) => avant[colonne] !== apres[colonne]);
  const rendues = changees.filter((colonne) => present[colonne] === apres[colonne]);
  poser(db, genre, id, extraire(avant, rendues));
  return changees.filter((colonne) => !rendues.includes(colonne) && !SUIVENT.has(colonne)).length;
}

/** Follow from the rest: changed since or not, they are computed again. */
const SUIVENT = new Set([
  'updated_at',
  'cherche',
  'cherche_personnes',
  'nom_tri',
  'ville_tri',
  'dernier_echange',
  'dernier_resultat',
  'dernier_sens',
  'prochaine_relance',
]);

function annulerFusion({ db, instant }: Contexte, { id }: { id: string }): { laisses: number } {
  const faite = db.orm.select().from(fusion).where(eq(fusion.id, id)).get();
  if (!faite) throw new ErreurMetier('introuvable', { message: 'Cette fusion n’existe plus.' });
  if (faite.annuleLe !== null) throw new ErreurMetier('regle', { message: 'Cette fusion est déjà défaite.' });
  const genre = faite.genre as GenreFusion;
  const { gardeId, absorbeId } = faite;
  const raison = empechement(db, { id, genre, gardeId, absorbeId });
  if (raison !== '') throw new ErreurMetier('regle', { message: raison });
  const trace = JSON.parse(faite.avant) as Trace;
  const touchees = organisationsDe(db, genre, [gardeId, absorbeId]);
  let laisses = 0;
  for (const { table, colonne, cle } of trace.deplacees) {
    const rendue = requete(
      db,
      `UPDATE ${table} SET ${colonne} = @vers WHERE ${colonne} = @de AND ${conditions(Object.keys(cle))}`,
    ).run({ ...cle, de: gardeId, vers: absorbeId });
    if (rendue.changes === 0) laisses += 1;
  }
  for (const { table, rangee } of trace.retirees) {
    const lien = LIENS[genre].find((celui) => celui.table === table)!;
    // Its twin went since: whoever took it away meant both.
    const jumelle = requete(
      db,
      `SELECT 1 FROM ${table} WHERE ${lien.colonne} = @de AND ${conditions(lien.memes!)}`,
    ).get({ ...extraire(rangee, lien.memes!), de: gardeId });
    if (!jumelle || inserer(db, table, rangee) === 0) laisses += 1;
  }
  for (const paire of trace.paires.ajoutees) retirerPaire(db, paire);
  for (const paire of trace.paires.retirees) inserer(db, 'pas_doublon', paire);
  for (const { table, cle, avant, apres } of trace.textes) {
    const { colonne, cle: nom } = TEXTES.find((texte) => texte.table === table)!;
    requete(db, `UPDATE ${table} SET ${colonne} = ? WHERE ${nom} = ? AND ${colonne} = ?`).run(
      avant,
      cle,
      apres,
    );
  }
  laisses += rendre(db, genre, gardeId, trace.avant.garde, trace.apres.garde);
  laisses += rendre(db, genre, absorbeId, trace.avant.absorbe, trace.apres.absorbe);
  rafraichir(db, genre, [gardeId, absorbeId]);
  if (genre === 'interlocuteur') refreshSearch(db, touchees);
  db.orm.update(fusion).set({ annuleLe: instant }).where(eq(fusion.id, id)).run();
  return { laisses };
}

function organisationsDe(db: Base, genre: GenreFusion, ids: string[]): string[] {
  if (genre === 'organisation') return ids;
  return requete(
    db,
    'SELECT DISTINCT organisation_id FROM fonction WHERE interlocuteur_id IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .all(JSON.stringify(ids)) as string[];
}

const SUITES: Record<GenreFusion, readonly (readonly [string, string, string, string])[]> = {
  organisation: [
    ['fonction', 'organisation_id', 'fonction d’interlocuteur', 'fonctions d’interlocuteurs'],
    ['sollicitation_organisation', 'organisation_id', 'échange', 'échanges'],
    ['relance', 'organisation_id', 'relance', 'relances'],
    ['immersion', 'organisation_id', 'immersion', 'immersions'],
    ['embauche', 'organisation_id', 'embauche', 'embauches'],
    ['entretien', 'organisation_id', 'visite préparée', 'visites préparées'],
    ['site', 'organisation_id', 'site', 'sites'],
    ['role_organisation', 'organisation_id', 'rôle', 'rôles'],
    ['metier_organisation', 'organisation_id', 'métier', 'métiers'],
  ],
  interlocuteur: [
    ['fonction', 'interlocuteur_id', 'fonction', 'fonctions'],
    ['sollicitation_interlocuteur', 'interlocuteur_id', 'échange', 'échanges'],
    ['immersion', 'tuteur_id', 'immersion tutorée', 'immersions tutorées'],
  ],
};

/** Where a person is and was, or the town of an organisation, with its number of exchanges. */
function detail(db: Base, genre: GenreFusion, rangee: Rangee): string {
  const id = String(rangee.id);
  const lieu =
    genre === 'organisation'
      ? String(rangee.ville)
      : (requete(
          db,
          `SELECT coalesce(group_concat(nom, ', '), '') FROM (
             SELECT DISTINCT o.nom FROM fonction f JOIN organisation o ON o.id = f.organisation_id
             WHERE f.interlocuteur_id = ? ORDER BY o.nom_tri)`,
        )
          .pluck()
          .get(id) as string);
  return [lieu, accorder(compter(db, `sollicitation_${genre}`, `${genre}_id`, id), 'échange')]
    .filter(Boolean)
    .join(' · ');
}

const compter = (db: Base, table: string, colonne: string, id: string) =>
  requete(db, `SELECT count(*) FROM ${table} WHERE ${colonne} = ?`).pluck().get(id) as number;

function comparer({ db }: Pick<Contexte, 'db'>, paire: z.output<typeof paireFusion>): Comparaison {
  const { genre } = paire;
  const { garde, absorbe } = lirePaire(db, paire);
  const fiche = (rangee: Rangee) => ({
    id: String(rangee.id),
    nom: nomDe(genre, rangee),
    detail: detail(db, genre, rangee),
    creeLe: String(rangee.created_at).slice(0, 10),
  });
  return {
    garde: fiche(garde),
    absorbe: fiche(absorbe),
    champs: comparerChamps(db, genre, garde, absorbe),
    suivent: SUITES[genre].flatMap(([table, colonne, singulier, pluriel]) => {
      const nombre = compter(db, table, colonne, String(absorbe.id));
      return nombre === 0 ? [] : [accorder(nombre, singulier, pluriel)];
    }),
  };
}

/** Merges shown at once: older ones are hardly ever undone. */
const FUSIONS_MAX = 100;

function fusions({ db }: Pick<Contexte, 'db'>): FusionFaite[] {
  const lignes = requete(
    db,
    `SELECT f.id, f.genre, f.garde_id AS gardeId, f.absorbe_id AS absorbeId, f.fusionne_le AS fusionneLe,
       f.annule_le AS annuleLe, m.prenom, m.nom
     FROM fusion f LEFT JOIN membre m ON m.id = f.auteur_id ORDER BY f.rowid DESC LIMIT ${FUSIONS_MAX}`,
  ).all() as {
    id: string;
    genre: GenreFusion;
    gardeId: string;
    absorbeId: string;
    fusionneLe: string;
    annuleLe: string | null;
    prenom: string | null;
    nom: string | null;
  }[];
  return lignes.map(({ gardeId, absorbeId, prenom, nom, ...faite }) => {
    const nommer = (id: string) => ({
      id,
      nom: nomDe(faite.genre, lireRangee(db, faite.genre, id) ?? { nom: '', prenom: '' }),
    });
    return {
      ...faite,
      auteur: nom === null ? '' : nomCourt(prenom ?? '', nom),
      garde: nommer(gardeId),
      absorbe: nommer(absorbeId),
      empechement: faite.annuleLe === null ? empechement(db, { ...faite, gardeId, absorbeId }) : '',
    };
  });
}

export const fusionOperations = {
  'reseau.comparer': comparer,
  'reseau.fusionner': fusionner,
  'reseau.annulerFusion': annulerFusion,
  'reseau.fusions': fusions,
};
