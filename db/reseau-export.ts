import { label } from '../shared/nomenclatures/nomenclature.ts';
import { STADES, TAILLES } from '../shared/nomenclatures/reseau.ts';
import { GENRES_ORGANISATION } from '../shared/nomenclatures/structures.ts';
import type { ListeExport } from '../shared/reseau/liste.ts';
import { direSaison } from '../shared/reseau/regles-organisation.ts';
import type { Particuliers } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { rangsTrouves } from './reseau-liste.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

interface Ligne
  extends Omit<
    Particuliers,
    'roles' | 'metiers' | 'saison' | 'conditions' | 'implication' | 'recrutements' | 'motivations'
  > {
  id: string;
  /** JSON arrays: codes of the roles played today, words of the métiers, months, codes. */
  roles: string;
  metiers: string;
  saison: string;
  conditions: string;
  referent: string | null;
  nePlusContacterLe: string | null;
  dernierEchange: string | null;
  prochaineRelance: string | null;
  interlocuteurs: string;
}

const COLONNES_SQL = `o.id, o.nom, o.genre, o.genre_siae AS genreSiae, o.activite,
  o.convention_collective AS conventionCollective, o.siret, o.adresse, o.code_postal AS codePostal, o.ville, o.telephone,
  o.autre_telephone AS autreTelephone, o.courriel, o.autre_courriel AS autreCourriel, o.site, o.note,
  o.categorie, o.effectif, o.taille, o.naf, o.secteur, o.zone, o.stade, o.saison, o.conditions, o.origine,
  o.ne_plus_contacter_le AS nePlusContacterLe,
  (SELECT trim(m.prenom || ' ' || m.nom) FROM membre m WHERE m.id = o.referent_id) AS referent,
  (SELECT json_group_array(r.role) FROM role_organisation r
    WHERE r.organisation_id = o.id AND (r.debut IS NULL OR r.debut <= @today) AND (r.fin IS NULL OR r.fin >= @today))
    AS roles,
  (SELECT json_group_array(t.libelle) FROM metier_organisation t WHERE t.organisation_id = o.id) AS metiers,
  o.dernier_echange AS dernierEchange, o.prochaine_relance AS prochaineRelance`;

const PRESENTS = `
  SELECT f.organisation_id AS organisationId, i.prenom, i.nom, f.intitule
  FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
  WHERE f.fin IS NULL AND i.archived_at IS NULL
  ORDER BY i.nom, i.prenom`;

/** Organisation → `Claire Roche (dirigeante), Ibrahima Sow`; those who left are not there. */
function interlocuteursPar(db: Base): Map<string, string> {
  const par = new Map<string, string>();
  const lignes = requete(db, PRESENTS).all() as {
    organisationId: string;
    prenom: string;
    nom: string;
    intitule: string;
  }[];
  for (const { organisationId, prenom, nom, intitule } of lignes) {
    const personne = `${prenom} ${nom}`.trim() + (intitule === '' ? '' : ` (${intitule})`);
    const avant = par.get(organisationId);
    par.set(organisationId, avant === undefined ? personne : `${avant}, ${personne}`);
  }
  return par;
}

const enListe = (json: string, dire: (code: string) => string): string =>
  (JSON.parse(json) as string[]).map(dire).join(', ');

/** Columns of the list, with the labels of the open lists as the structure has them. */
function colonnesDe(db: Base): Colonne<Ligne>[] {
  const categorie = libelles(db, 'categories');
  const secteur = libelles(db, 'secteurs');
  const role = libelles(db, 'roles');
  const condition = libelles(db, 'conditions');
  const origine = libelles(db, 'origines');
  return [
    colonne.texte('Nom', ({ nom }) => nom),
    colonne.texte('Type', ({ genre, genreSiae }) =>
      genre === 'siae' && genreSiae !== '' ? genreSiae : label(GENRES_ORGANISATION, genre),
    ),
    colonne.texte('Activité', ({ activite }) => activite),
    colonne.texte('Convention collective', ({ conventionCollective }) => conventionCollective),
    colonne.siret('SIRET', ({ siret }) => siret),
    colonne.texte('Adresse', ({ adresse }) => adresse),
    colonne.ville('Ville', (ligne) => ligne),
    colonne.telephone('Téléphone', ({ telephone }) => telephone),
    colonne.telephone('Autre téléphone', ({ autreTelephone }) => autreTelephone),
    colonne.texte('Courriel', ({ courriel }) => courriel),
    colonne.texte('Autre courriel', ({ autreCourriel }) => autreCourriel),
    colonne.texte('Site', ({ site }) => site),
    colonne.texte('Interlocuteurs', ({ interlocuteurs }) => interlocuteurs),
    colonne.date('Dernier échange', ({ dernierEchange }) => dernierEchange),
    colonne.date('Prochaine action', ({ prochaineRelance }) => prochaineRelance),
    colonne.texte('Sorte d’organisation', (ligne) => (ligne.categorie ? categorie(ligne.categorie) : '')),
    colonne.nombre('Salariés', ({ effectif }) => effectif),
    colonne.texte('Taille', ({ taille }) => (taille ? label(TAILLES, taille) : '')),
    colonne.texte('Code NAF', ({ naf }) => naf),
    colonne.texte('Secteur', (ligne) => (ligne.secteur ? secteur(ligne.secteur) : '')),
    colonne.texte('Zone', ({ zone }) => zone),
    colonne.texte('Stade', ({ stade }) => label(STADES, stade)),
    colonne.texte('Rôles', ({ roles }) => enListe(roles, role)),
    colonne.texte('Suivie par', ({ referent }) => referent ?? ''),
    colonne.texte('Métiers', ({ metiers }) => enListe(metiers, (metier) => metier)),
    colonne.texte('Haute saison', ({ saison }) => direSaison(JSON.parse(saison) as number[])),
    colonne.texte('Conditions d’accueil', ({ conditions }) => enListe(conditions, condition)),
    colonne.texte('Origine', (ligne) => (ligne.origine ? origine(ligne.origine) : '')),
    colonne.date('Ne plus contacter depuis', ({ nePlusContacterLe }) => nePlusContacterLe),
    colonne.texte('Note', ({ note }) => note),
  ];
}

const LIGNES = `
  SELECT ${COLONNES_SQL} FROM json_each(@rangs) page CROSS JOIN organisation o ON o.rang = page.value ORDER BY page.key`;

/** The list as it is filtered and sorted on screen, every organisation and every column of it. */
export function exportReseau(contexte: Contexte, { format, ids, ...filtres }: ListeExport) {
  const { db, today } = contexte;
  const rangs = rangsTrouves(contexte, filtres, ids);
  const lues = requete(db, LIGNES).all({ rangs: JSON.stringify(rangs), today }) as Omit<
    Ligne,
    'interlocuteurs'
  >[];
  const interlocuteurs = interlocuteursPar(db);
  const lignes = lues.map((ligne) => ({ ...ligne, interlocuteurs: interlocuteurs.get(ligne.id) ?? '' }));
  return deliverTableur(contexte, format, {
    nom: `reseau-${today}`,
    feuille: 'Réseau',
    colonnes: colonnesDe(db),
    lignes,
  });
}
