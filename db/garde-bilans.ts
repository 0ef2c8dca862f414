import type { Database } from 'better-sqlite3';
import { dateLocale } from '../shared/dates.ts';
import { accorder, formaterDate } from '../shared/format.ts';
import type { Depot } from './depot.ts';

/** Tables whose rows feed bilans, and how such a row goes out of the figures. */
interface Garde {
  table: string;
  /** Id of the row in `bilan_fait`, over OLD. */
  cle: string;
  /** Over OLD and NEW, when the row is kept but no longer counts. */
  quitte?: { colonnes: string; quand: string };
}

const ARCHIVEE = {
  colonnes: 'archived_at',
  quand: 'NEW.archived_at IS NOT NULL AND OLD.archived_at IS NULL',
};
const archivable = (table: string): Garde => ({ table, cle: 'OLD.id', quitte: ARCHIVEE });
const annulable = (table: string, statuts: string): Garde => ({
  table,
  cle: 'OLD.id',
  quitte: {
    colonnes: 'archived_at, statut',
    quand: `(${ARCHIVEE.quand} OR (NEW.statut IN (${statuts}) AND OLD.statut NOT IN (${statuts})))`,
  },
});

export const GARDES: readonly Garde[] = [
  ...[
    'organisation',
    'sollicitation',
    'relance',
    'embauche',
    'salarie',
    'entretien_salarie',
    'sortie',
    'convention_annexe',
    'convention_versement',
  ].map(archivable),
  annulable('immersion', "'refusee', 'annulee'"),
  annulable('session_formation', "'annulee'"),
  annulable('inscription', "'ecarte'"),
  { table: 'heures_mois', cle: "OLD.contrat_id || '.' || OLD.mois" },
];

const REFUS = 'retrait-fige';

/**
 * Watches, on this connection alone, the rows that feed an issued bilan: taking one away is refused until the user has
 * confirmed it. Triggers of the connection, so that the base stays an ordinary file for any other program.
 */
export function surveillerBilans(sqlite: Database): void {
  const tables = sqlite.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all();
  // A base older than the bilans has none to guard.
  if (!tables.includes('bilan_fait')) return;
  sqlite.exec('CREATE TEMP TABLE retrait (confirme INTEGER NOT NULL); INSERT INTO temp.retrait VALUES (0);');
  for (const { table, cle, quitte } of GARDES) {
    const corps = (quand: string) => `
      WHEN ${quand} (SELECT confirme FROM temp.retrait) = 0
        AND EXISTS (SELECT 1 FROM main.bilan_fait WHERE genre = '${table}' AND fait_id = ${cle})
      BEGIN SELECT RAISE(ABORT, '${REFUS} ${table} ' || ${cle}); END`;
    sqlite.exec(`CREATE TEMP TRIGGER garde_efface_${table} BEFORE DELETE ON main.${table} ${corps('')}`);
    if (quitte)
      sqlite.exec(
        `CREATE TEMP TRIGGER garde_quitte_${table} BEFORE UPDATE OF ${quitte.colonnes} ON main.${table}
         ${corps(`${quitte.quand} AND`)}`,
      );
  }
}

/** Runs something the user has confirmed although issued bilans stand on what it takes away. */
export async function malgreLesBilans<T>(sqlite: Database, lancer: () => T | Promise<T>): Promise<T> {
  const dire = (confirme: 0 | 1) => sqlite.prepare('UPDATE temp.retrait SET confirme = ?').run(confirme);
  dire(1);
  try {
    return await lancer();
  } finally {
    dire(0);
  }
}

const CITES = `
  SELECT DISTINCT e.titre, e.edition, e.emis_le AS emisLe FROM bilan_fait f JOIN bilan_emission e ON e.id = f.emission_id
  WHERE f.genre = ? AND f.fait_id = ? ORDER BY e.emis_le DESC`;

/** The sentence that names the issued bilans, when that is why a write was refused; null for any other error. */
export function bilansCites(depot: Depot, erreur: unknown): string | null {
  const { message } = (erreur ?? {}) as { message?: unknown };
  if (typeof message !== 'string' || !message.startsWith(`${REFUS} `)) return null;
  const [, table = '', ...cle] = message.split(' ');
  const cites = depot.base().sqlite.prepare(CITES).all(table, cle.join(' ')) as {
    titre: string;
    edition: number;
    emisLe: string;
  }[];
  const noms = cites
    .slice(0, 3)
    .map(
      ({ titre, edition, emisLe }) =>
        `« ${titre} »${edition > 1 ? `, version ${edition}` : ''}, émis le ${formaterDate(dateLocale(new Date(emisLe)))}`,
    );
  const reste = cites.length > 3 ? ` et ${accorder(cites.length - 3, 'autre')}` : '';
  const sujet = table === 'heures_mois' ? 'Ces heures comptent' : 'Cette fiche compte';
  return `${sujet} dans ${accorder(cites.length, 'bilan émis', 'bilans émis')} : ${noms.join(' ; ')}${reste}. Ce qui a été envoyé ne changera pas, mais un nouveau calcul ne donnera plus les mêmes chiffres.`;
}
