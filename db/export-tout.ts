import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { formaterTaille } from '../shared/donnees/regles.ts';
import { formaterDate, formaterNombre } from '../shared/format.ts';
import type { Livraison } from '../shared/livraison.ts';
import { nomSur } from '../shared/nom-fichier.ts';
import type { Contexte } from './contexte.ts';
import type { Rangee, Reperes, TableExportee } from './export-tout-champs.ts';
import { lireReperes, TABLES_EXPORTEES } from './export-tout-tables.ts';
import { arreterSiDemande } from './importation-decoupe.ts';
import { type Gardee, keptAttachments, keptPapers, readPiece } from './pieces.ts';
import { ecrireCsvParMorceaux } from './tableur.ts';

/** Kept files the archive takes, all together (bytes): it stands in memory until it is handed over. */
const PIECES_MAX = 400_000_000;

/** Rows between two looks at the stop button. */
const PAS = 500;

type Piece = Gardee & { dossier: 'pieces' | 'documents' };

/** Where each kept file goes in the archive; a name is made safe, and numbered so that none hides another. */
function placer(pieces: readonly Piece[]): Map<string, string> {
  let total = 0;
  const rangs = { pieces: 0, documents: 0 };
  const places = new Map<string, string>();
  for (const { id, nom, taille, dossier } of pieces) {
    total += taille;
    rangs[dossier] += 1;
    if (total <= PIECES_MAX)
      places.set(id, `${dossier}/${String(rangs[dossier]).padStart(4, '0')} ${nomSur(nom)}`);
  }
  return places;
}

/** A zip written piece by piece, the same content giving the same bytes. */
class Archive {
  private readonly morceaux: Uint8Array[] = [];
  private readonly zip = new Zip((erreur, morceau) => {
    if (erreur) throw erreur;
    this.morceaux.push(morceau);
  });

  ajouter(nom: string, contenu: Iterable<Uint8Array>, compresser = true): void {
    const fichier = compresser ? new ZipDeflate(nom, { level: 6 }) : new ZipPassThrough(nom);
    fichier.mtime = new Date('1980-01-01T00:00:00');
    this.zip.add(fichier);
    for (const morceau of contenu) fichier.push(morceau);
    fichier.push(new Uint8Array(), true);
  }

  finir(): Uint8Array {
    this.zip.end();
    return Buffer.concat(this.morceaux);
  }
}

function* octets(textes: Iterable<string>): Generator<Uint8Array> {
  const encodeur = new TextEncoder();
  for (const texte of textes) yield encodeur.encode(texte);
}

function colonnesDe({ champs }: TableExportee, reperes: Reperes) {
  return champs.flatMap((champ) => champ.ecrire(reperes));
}

function lisezMoi(
  contexte: Contexte,
  nombres: ReadonlyMap<string, number>,
  laissees: readonly Piece[],
): string {
  const lignes = [
    'VOS DONNÉES PASSERELLE',
    `Archive faite le ${formaterDate(contexte.today)}.`,
    '',
    'ATTENTION : cette archive contient des données personnelles (salariés, interlocuteurs, échanges).',
    'Gardez-la dans un endroit sûr, ne l’envoyez pas par courriel, effacez-la quand elle ne sert plus.',
    '',
    'CE QU’ELLE CONTIENT',
    'Un fichier CSV par sujet, à ouvrir d’un double clic dans Excel ou LibreOffice. Les codes sont remplacés par',
    'leurs libellés. Les colonnes « identifiant » servent à relier les fichiers entre eux : par exemple, la colonne',
    '« Organisation : identifiant » de relances.csv reprend « Identifiant Passerelle » de organisations.csv.',
    'Les fiches archivées y sont aussi, avec la date de leur archivage.',
    '',
    ...TABLES_EXPORTEES.map(
      ({ table, fichier, contenu }) =>
        `${fichier} (${formaterNombre(nombres.get(table) ?? 0)})\r\n    ${contenu}`,
    ),
    '',
    'pieces/',
    '    Les fichiers gardés avec les échanges. pieces-jointes.csv dit à quel échange chacun appartient.',
    'documents/',
    '    Les conventions et autres papiers remis, en PDF. documents-emis.csv dit de quelle immersion vient chacun.',
    ...(laissees.length > 0
      ? [
          `    Trop lourds pour cette archive, restés dans le dossier de Passerelle : ${laissees
            .map(({ nom, taille }) => `${nomSur(nom)} (${formaterTaille(taille)})`)
            .join(', ')}.`,
        ]
      : []),
    '',
    'POUR RELIRE CES DONNÉES',
    'organisations.csv se réimporte dans Passerelle (Réseau, Importer) : les fiches déjà connues sont reconnues.',
    'Pour tout retrouver dans Passerelle, utilisez plutôt une sauvegarde (Données, Sauvegardes) : cette archive sert à',
    'lire vos données sans Passerelle, ou à les confier à un autre logiciel.',
    '',
  ];
  return `\ufeff${lignes.join('\r\n')}`;
}

/**
 * The whole base as one zip of CSV that people understand, with the files kept with the exchanges and the papers handed
 * out. Read in one go, between two operations: nothing changes meanwhile. Tells how far it is, and can be stopped:
 * `annulee`.
 */
export function exportTout(contexte: Contexte): Promise<Livraison> {
  const { db, depot, files, tasks, today } = contexte;
  tasks.begin();
  const compter = (table: string) =>
    db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const nombres = new Map(TABLES_EXPORTEES.map(({ table }) => [table, compter(table)]));
  const pieces: Piece[] = [
    ...keptAttachments(db.sqlite).map((piece) => ({ ...piece, dossier: 'pieces' as const })),
    ...keptPapers(db.sqlite).map((piece) => ({ ...piece, dossier: 'documents' as const })),
  ];
  const places = placer(pieces);
  const lues = new Map(
    pieces.map(({ id, sha256 }) => [
      id,
      () => (places.has(id) ? readPiece(depot.pieces, sha256) : ('laissee' as const)),
    ]),
  );
  const archive = new Archive();
  let fait = 0;
  const total = [...nombres.values()].reduce((somme, nombre) => somme + nombre, 0) + pieces.length;
  const avancer = () => {
    if (fait % PAS === 0) {
      arreterSiDemande(tasks);
      tasks.progress(fait, Math.max(total, 1));
    }
    fait += 1;
  };

  // The files first: what became of each is told beside it in its table.
  const devenues = new Map<string, string>();
  for (const { id } of pieces) {
    avancer();
    const contenu = lues.get(id)!();
    const place = places.get(id);
    if (contenu instanceof Uint8Array && place) archive.ajouter(place, [contenu], false);
    devenues.set(
      id,
      contenu instanceof Uint8Array
        ? place!
        : contenu === 'laissee'
          ? 'trop lourd pour cette archive'
          : 'disparu ou abîmé',
    );
  }
  const reperes = lireReperes(db, (id) => devenues.get(id) ?? '');
  for (const exportee of TABLES_EXPORTEES) {
    function* rangees(): Generator<Rangee> {
      for (const rangee of db.sqlite.prepare(`SELECT * FROM ${exportee.table} ORDER BY 1`).iterate()) {
        avancer();
        yield rangee as Rangee;
      }
    }
    const csv = ecrireCsvParMorceaux(colonnesDe(exportee, reperes), rangees());
    archive.ajouter(exportee.fichier, octets(csv));
  }
  const laissees = pieces.filter(({ id }) => !places.has(id));
  archive.ajouter('LISEZ-MOI.txt', octets([lisezMoi(contexte, nombres, laissees)]));
  return files.deliver({
    nom: `passerelle-donnees-${today}.zip`,
    type: 'application/zip',
    contenu: archive.finir(),
  });
}
