import type { z } from 'zod';
import { ajouterMois } from '../shared/dates.ts';
import { nomCourt } from '../shared/format.ts';
import {
  type ComptesVues,
  type ListeFiltres,
  type listeDemande,
  type OrganisationLigne,
  SELECTION_MAX,
} from '../shared/reseau/liste.ts';
import { direPriorite } from '../shared/reseau/priorites.ts';
import type { Contexte } from './contexte.ts';
import { memoriser } from './memoire.ts';
import type { Base } from './open.ts';
import { SANS_VILLE } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { FAITS, type FaitsLus, faitsDe, rangsParPriorite } from './priorites.ts';
import { requete } from './requetes.ts';
import { CONTACTS, type Selection, selectionner, sqlSelection, VIVANTES } from './reseau-selection.ts';
import { niveauxParRang, rangsSatures } from './saturation.ts';

type Lecteur = Pick<Contexte, 'db' | 'today'>;
type Ordre = `${Exclude<ListeFiltres['tri'], 'priorite'>} ${ListeFiltres['sens']}`;

/** One index serves each order; equal values follow the names, and what has no follow-up comes last. */
export const ORDRES: Record<Ordre, string> = {
  'nom asc': 'o.nom_tri, o.rang',
  'nom desc': 'o.nom_tri DESC, o.rang DESC',
  'ville asc': 'o.ville_tri, o.nom_tri, o.rang',
  'ville desc': 'o.ville_tri DESC, o.nom_tri, o.rang',
  'echange asc': 'o.dernier_echange, o.nom_tri, o.rang',
  'echange desc': 'o.dernier_echange DESC, o.nom_tri, o.rang',
  'relance asc': 'o.prochaine_relance NULLS LAST, o.nom_tri, o.rang',
  'relance desc': 'o.prochaine_relance DESC, o.nom_tri, o.rang',
};

/** The order in SQL. Priorities are no order of SQL: the archived ones, that nobody is about to call, follow the names. */
export const ordreDe = ({ tri, sens }: Pick<ListeFiltres, 'tri' | 'sens'>): string =>
  tri === 'priorite' ? ORDRES['nom asc'] : ORDRES[`${tri} ${sens}`];

/** Every organisation that is not archived, in this order, and the place of each one in it. */
function reseauOrdonne(lecteur: Lecteur, { tri, sens }: Pick<ListeFiltres, 'tri' | 'sens'>) {
  const { db, today } = lecteur;
  return memoriser(db, 'reseau', `${tri} ${sens} ${today}`, () => {
    const enSql = requete(
      db,
      `SELECT o.rang FROM organisation o WHERE ${VIVANTES} ORDER BY ${ordreDe({ tri, sens })}`,
    )
      .pluck()
      .all() as number[];
    const rangs = tri === 'priorite' ? rangsParPriorite(lecteur, enSql) : enSql;
    if (tri === 'priorite' && sens === 'desc') rangs.reverse();
    const places = new Int32Array(rangs.reduce((max, rang) => Math.max(max, rang), 0) + 1).fill(-1);
    for (const [place, rang] of rangs.entries()) places[rang] = place;
    return { rangs, places };
  });
}

/**
 * Those a selection holds, in an order. Reading thousands of wide records to sort them is what costs: the indexes give
 * their numbers, and the order of the network, read once after each write, sorts them.
 */
function rangsDe(
  lecteur: Lecteur,
  selection: Selection,
  ordre: Pick<ListeFiltres, 'tri' | 'sens'>,
): number[] {
  const { db } = lecteur;
  const { index, cherches, conditions, valeurs } = selection;
  if (conditions[0] !== VIVANTES) {
    return requete(db, sqlSelection('o.rang', selection, `ORDER BY ${ordreDe(ordre)}`))
      .pluck()
      .all(valeurs) as number[];
  }
  const chercheSeule = index !== null && conditions.length === 1;
  const trouves = requete(
    db,
    chercheSeule
      ? `SELECT rowid FROM ${index} WHERE ${cherches.join(' AND ')}`
      : sqlSelection('o.rang', selection, ''),
  )
    .pluck()
    .all(valeurs) as number[];
  const { rangs, places } = reseauOrdonne(lecteur, ordre);
  const presents = new Int32Array(trouves.length);
  let nombre = 0;
  for (const rang of trouves) {
    // The search indexes also hold the archived ones: they have no place.
    const place = places[rang] ?? -1;
    if (place >= 0) presents[nombre++] = place;
  }
  return Array.from(presents.subarray(0, nombre).sort(), (place) => rangs[place]!);
}

/** Those the filters find, in their order, `ids` narrowing them; read again for free until something is written. */
export function rangsTrouves(lecteur: Lecteur, filtres: ListeFiltres, ids?: readonly string[]): number[] {
  const selection = selectionner(lecteur, filtres, ids);
  if (selection === null) return [];
  const { tri, sens } = filtres;
  if (estTout(selection)) return reseauOrdonne(lecteur, { tri, sens }).rangs;
  return memoriser(lecteur.db, 'rangs', JSON.stringify([selection, tri, sens, lecteur.today]), () =>
    rangsDe(lecteur, selection, { tri, sens }),
  );
}

const estTout = ({ index, conditions }: Selection) => index === null && conditions.join() === VIVANTES;

const COLONNES = `o.id, o.rang, o.nom, o.ville, o.code_postal AS codePostal, o.genre, o.genre_siae AS genreSiae, o.activite,
  o.telephone, o.taille, o.secteur, r.prenom AS referentPrenom, r.nom AS referentNom, ${FAITS}`;

const REFERENT = 'LEFT JOIN membre r ON r.id = o.referent_id';

interface LigneLue extends FaitsLus {
  id: string;
  rang: number;
  nom: string;
  ville: string;
  codePostal: string;
  genre: string;
  genreSiae: string;
  activite: string;
  telephone: string;
  taille: string;
  secteur: string;
  referentPrenom: string | null;
  referentNom: string | null;
}

function lignesDe(lecteur: Lecteur, lues: LigneLue[], avecRaison: boolean): OrganisationLigne[] {
  const niveaux = niveauxParRang(lecteur);
  return lues.map((lue) => {
    const { rang, referentPrenom, referentNom, dernierResultat: _r, dernierSens: _s, ...ligne } = lue;
    const saturation = niveaux.get(rang) ?? 'calme';
    return {
      ...ligne,
      silence: lue.silence === 1,
      referent: referentNom === null ? '' : nomCourt(referentPrenom ?? '', referentNom),
      saturation,
      raison: avecRaison ? direPriorite(faitsDe(lue, saturation === 'saturee'), lecteur.today) : '',
    };
  });
}

/** Records by their numbers, in the order given: one query costs three times less than one for each. */
const PAGE = `
  SELECT ${COLONNES} FROM json_each(?) page CROSS JOIN organisation o ON o.rang = page.value ${REFERENT} ORDER BY page.key`;

/** Whole network in an order of SQL: an index gives it, and the page is read from it without ordering the rest. */
function pageEntiere(db: Base, filtres: ListeFiltres, debut: number, nombre: number) {
  const total = memoriser(
    db,
    'total',
    '',
    () => requete(db, `SELECT count(*) FROM organisation o WHERE ${VIVANTES}`).pluck().get() as number,
  );
  const lues = requete(
    db,
    `SELECT ${COLONNES} FROM organisation o ${REFERENT} WHERE ${VIVANTES}
     ORDER BY ${ordreDe(filtres)} LIMIT @nombre OFFSET @debut`,
  ).all({ nombre, debut }) as LigneLue[];
  return { total, lues };
}

/** One page of the network, filtered and sorted, with the number of organisations that match. */
export function list(
  lecteur: Lecteur,
  { debut, nombre, ...filtres }: z.output<typeof listeDemande>,
): { total: number; lignes: OrganisationLigne[] } {
  const { db } = lecteur;
  const parPriorite = filtres.tri === 'priorite' && !filtres.archivees;
  const selection = selectionner(lecteur, filtres);
  if (selection === null) return { total: 0, lignes: [] };
  if (estTout(selection) && !parPriorite) {
    const { total, lues } = pageEntiere(db, filtres, debut, nombre);
    return { total, lignes: lignesDe(lecteur, lues, false) };
  }
  const rangs = rangsTrouves(lecteur, filtres);
  const lues = requete(db, PAGE).all(JSON.stringify(rangs.slice(debut, debut + nombre))) as LigneLue[];
  return { total: rangs.length, lignes: lignesDe(lecteur, lues, parPriorite) };
}

/** Ids of those the list holds, as many as may be changed in one go. */
export function listIds(lecteur: Lecteur, filtres: ListeFiltres): { total: number; ids: string[] } {
  const rangs = rangsTrouves(lecteur, filtres);
  const ids = requete(
    lecteur.db,
    'SELECT o.id FROM json_each(?) page CROSS JOIN organisation o ON o.rang = page.value ORDER BY page.key',
  )
    .pluck()
    .all(JSON.stringify(rangs.slice(0, SELECTION_MAX))) as string[];
  return { total: rangs.length, ids };
}

/** A view counts what it opens on. */
const compte = (vue: keyof typeof CONTACTS) =>
  `count(*) FILTER (WHERE ${CONTACTS[vue].join(' AND ')}) AS ${vue}`;

const COMPTES = `
  SELECT count(*) AS tous,
    ${(['retard', 'dormant', 'jamais', 'fideliser', 'silence'] as const).map(compte).join(', ')}
  FROM organisation o INDEXED BY organisation_stade WHERE ${VIVANTES}`;

const PORTEFEUILLE = `SELECT count(*) FROM organisation o WHERE o.referent_id = ? AND ${VIVANTES}`;
const SATUREES = `SELECT count(*) FROM json_each(?) s CROSS JOIN organisation o ON o.rang = s.value WHERE ${VIVANTES}`;

/** How many organisations each ready-made view holds. */
export function countVues(lecteur: Lecteur, { mois }: { mois: number }): ComptesVues {
  const { db, today } = lecteur;
  return memoriser(db, 'comptes', `${mois} ${today}`, () => ({
    ...(requete(db, COMPTES).get({ today, dormante: ajouterMois(today, -mois) }) as Omit<
      ComptesVues,
      'portefeuille' | 'saturees'
    >),
    portefeuille: requete(db, PORTEFEUILLE).pluck().get(auteurCourant(db)) as number,
    saturees: requete(db, SATUREES)
      .pluck()
      .get(JSON.stringify(rangsSatures(lecteur))) as number,
  }));
}

/** An index counts the towns; the spelling with accents and small letters is sought in their first records only. */
const VILLES = `
  SELECT
    (SELECT max(ville) FROM (
      SELECT ville FROM organisation WHERE archived_at IS NULL AND ville_tri = t.ville_tri LIMIT 20)) AS ville,
    nombre
  FROM (
    SELECT ville_tri, count(*) AS nombre FROM organisation
    WHERE archived_at IS NULL AND ville_tri < '${SANS_VILLE}' GROUP BY ville_tri) t
  ORDER BY ville_tri`;

/** Towns of the network with how many organisations they hold, in the order of names. */
export function villes({ db }: Pick<Contexte, 'db'>): { ville: string; nombre: number }[] {
  return requete(db, VILLES).all() as { ville: string; nombre: number }[];
}

const ZONES = `
  SELECT zone, count(*) AS nombre FROM organisation o WHERE ${VIVANTES} AND zone <> '' GROUP BY zone ORDER BY zone`;

/** The latest version names a code; without a code the words are the métier. */
const METIERS = `
  SELECT CASE m.code WHEN '' THEN m.libelle ELSE m.code END AS cle, max(m.version), m.libelle,
    count(DISTINCT m.organisation_id) AS nombre
  FROM metier_organisation m JOIN organisation o ON o.id = m.organisation_id
  WHERE ${VIVANTES} GROUP BY cle ORDER BY m.libelle`;

/** Zones and métiers of the network, with how many organisations each has. */
export function facettes({ db }: Pick<Contexte, 'db'>) {
  return memoriser(db, 'facettes', '', () => ({
    zones: requete(db, ZONES).all() as { zone: string; nombre: number }[],
    metiers: (requete(db, METIERS).all() as { cle: string; libelle: string; nombre: number }[]).map(
      ({ cle, libelle, nombre }) => ({ cle, libelle, nombre }),
    ),
  }));
}
