import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { oublierDecoupe } from '../../db/importation-decoupe.ts';
import type { Base } from '../../db/open.ts';
import { colonne, ecrireXlsx } from '../../db/tableur.ts';
import { type Banc, ouvrirBanc } from './banc.ts';
import { tirerLignes } from './generateur.ts';
import type { Mesure } from './mesure.ts';

const NOMBRE = 20_000;

/** 20 000 lines, one contact each, their headings first. */
function lignesDeListe(): string[][] {
  const entetes = 'Structure;Activité;Téléphone;Courriel;Adresse;Code postal;Ville;Prénom;Nom'.split(';');
  const lignes = tirerLignes(NOMBRE, 7).map((l) => [
    l.nom,
    l.activite,
    l.telephone,
    l.courriel,
    l.adresse,
    l.codePostal,
    l.ville,
    l.prenom,
    l.nomPersonne,
  ]);
  return [entetes, ...lignes];
}

/** As Excel would save it. */
function fichier(): { nom: string; contenu: string } {
  const texte = lignesDeListe()
    .map((cellules) => cellules.join(';'))
    .join('\r\n');
  return { nom: 'liste.csv', contenu: Buffer.from(`\ufeff${texte}`).toString('base64') };
}

const octetsDuClasseur = once(async () => {
  const [entetes = [], ...lignes] = lignesDeListe();
  const colonnes = entetes.map((titre, rang) =>
    colonne.texte(titre, (cellules: string[]) => cellules[rang]!),
  );
  return Buffer.from(await ecrireXlsx('Liste', colonnes, lignes));
});

function once<T>(faire: () => Promise<T>): () => Promise<T> {
  let promesse: Promise<T> | null = null;
  return () => {
    promesse ??= faire();
    return promesse;
  };
}

const TABLES = ['importation', 'organisation', 'interlocuteur', 'fonction'] as const;
type Lignes = Record<(typeof TABLES)[number], Record<string, unknown>[]>;

function releve({ sqlite }: Base): Lignes {
  const lire = (table: string) => sqlite.prepare(`SELECT * FROM ${table}`).all();
  return Object.fromEntries(TABLES.map((table) => [table, lire(table)])) as Lignes;
}

/** The very rows an import wrote, inserted again with one prepared statement for each table. */
function reinserer({ sqlite }: Base, lignes: Lignes): void {
  sqlite
    .transaction(() => {
      for (const table of TABLES) {
        const colonnes = Object.keys(lignes[table][0]!);
        const inserer = sqlite.prepare(
          `INSERT INTO ${table} (${colonnes}) VALUES (${colonnes.map((nom) => `@${nom}`)})`,
        );
        for (const ligne of lignes[table]) inserer.run(ligne);
      }
    })
    .immediate();
}

/** Each turn has its own empty base, as on the first day. */
export function mesuresImport(): Mesure[] {
  const liste = fichier();
  let banc: Banc;
  let ecrites: Lignes | null = null;
  const preparer = () => {
    banc = ouvrirBanc({ organisations: 0, sollicitations: 0 });
  };
  return [
    {
      nom: `Importer ${NOMBRE / 1000} 000 lignes`,
      contre: 'les mêmes lignes insérées par des requêtes préparées',
      buts: { rapport: 4 },
      tours: 3,
      preparer,
      operation: () => banc.appeler('reseau.runImport', liste),
      plancher: () => reinserer(banc.db, ecrites!),
      ranger: () => {
        ecrites ??= releve(banc.db);
        banc.fermer();
      },
    },
    {
      nom: `Lire et vérifier un classeur de ${NOMBRE / 1000} 000 lignes`,
      contre: 'la bibliothèque seule, qui lit le classeur',
      buts: { rapport: 3 },
      tours: 3,
      preparer: async () => {
        preparer();
        await octetsDuClasseur();
      },
      operation: async () => {
        // What was cut up for the last turn must not serve this one.
        oublierDecoupe();
        const contenu = (await octetsDuClasseur()).toString('base64');
        await banc.appeler('reseau.analyzeImport', { nom: 'liste.xlsx', contenu });
      },
      plancher: async () => void (await readSheet(await octetsDuClasseur())),
      ranger: () => banc.fermer(),
    },
    {
      nom: `Vérifier ${NOMBRE / 1000} 000 lignes avant l’import`,
      contre: '',
      tours: 3,
      preparer,
      operation: () => {
        oublierDecoupe();
        return banc.appeler('reseau.analyzeImport', liste);
      },
      ranger: () => banc.fermer(),
    },
  ];
}

const EXPORT = `SELECT o.nom, o.genre, o.activite, o.convention_collective, o.siret, o.adresse, o.code_postal, o.ville,
  o.telephone, o.autre_telephone, o.courriel, o.autre_courriel, o.site,
  (SELECT group_concat(i.prenom || ' ' || i.nom || ' (' || f.intitule || ')', ', ') FROM fonction f
    JOIN interlocuteur i ON i.id = f.interlocuteur_id
    WHERE f.organisation_id = o.id AND f.fin IS NULL AND i.archived_at IS NULL),
  o.dernier_echange, o.prochaine_relance, o.note
  FROM organisation o WHERE o.archived_at IS NULL ORDER BY o.nom_tri, o.rang`;

function commandeSqlite(): boolean {
  try {
    execFileSync('sqlite3', ['-version']);
    return true;
  } catch {
    return false;
  }
}

/** The application holds its base alone: the command reads a copy. */
export function mesuresExport({ db, dossier, appeler }: Banc): Mesure[] {
  const commande = commandeSqlite();
  const copie = join(dossier, 'copie.sqlite');
  if (commande) db.sqlite.prepare('VACUUM INTO ?').run(copie);
  const requete = db.sqlite.prepare(EXPORT).raw();
  return [
    {
      nom: 'Exporter tout le réseau dans Excel',
      contre: '',
      tours: 3,
      operation: () => appeler('reseau.export', { format: 'xlsx' }),
    },
    {
      nom: 'Exporter tout le réseau en CSV',
      contre: commande ? 'la commande sqlite3 -csv' : 'les mêmes colonnes en SQL préparé, jointes',
      tours: 7,
      operation: () => appeler('reseau.export', { format: 'csv' }),
      plancher: () =>
        commande
          ? execFileSync('sqlite3', ['-csv', '-separator', ';', copie, EXPORT], { maxBuffer: 2 ** 28 })
          : (requete.all() as unknown[][]).map((ligne) => ligne.join(';')).join('\r\n'),
    },
  ];
}
