import { ErreurMetier } from '../shared/erreurs.ts';
import { CRITERES, FREINS } from '../shared/nomenclatures/salaries.ts';
import { PRECEDENT } from '../shared/salaries/contrats.ts';
import type { SalarieEcrit, SalarieFiche } from '../shared/salaries/schema.ts';
import type { Contexte } from './contexte.ts';
import { refuserPerteHeures } from './heures-gardes.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** What a salarié's sheet holds several of: contracts, PASS, métiers, criteria, freins. */

type Parties = Pick<SalarieFiche, 'contrats' | 'passIae' | 'metiersVises' | 'criteres' | 'freins'>;

const rangDans = (liste: { valeurs: readonly { code: string }[] }) => {
  const rangs = new Map(liste.valeurs.map(({ code }, rang) => [code, rang]));
  return (code: string) => rangs.get(code) ?? rangs.size;
};
const RANG_CRITERE = rangDans(CRITERES);
const RANG_FREIN = rangDans(FREINS);

function readContrats(db: Base, salarieId: string): SalarieFiche['contrats'] {
  const suspensions = requete(
    db,
    `SELECT s.contrat_id AS contratId, s.id, s.debut, s.fin, s.motif
     FROM contrat_suspension s JOIN contrat c ON c.id = s.contrat_id
     WHERE c.salarie_id = ? ORDER BY s.debut, s.id`,
  ).all(salarieId) as ({ contratId: string } & SalarieFiche['contrats'][number]['suspensions'][number])[];
  const contrats = requete(
    db,
    `SELECT id, nature, debut, fin, minutes_hebdo AS minutesHebdo, renouvelle_id AS renouvelleId,
       suite, suite_note AS suiteNote
     FROM contrat WHERE salarie_id = ? ORDER BY debut, id`,
  ).all(salarieId) as Omit<SalarieFiche['contrats'][number], 'suspensions'>[];
  return contrats.map((contrat) => ({
    ...contrat,
    suspensions: suspensions
      .filter(({ contratId }) => contratId === contrat.id)
      .map(({ contratId: _, ...suspension }) => suspension),
  }));
}

function readPass(db: Base, salarieId: string): SalarieFiche['passIae'] {
  const evenements = requete(
    db,
    `SELECT e.pass_id AS passId, e.id, e.genre, e.motif, e.debut, e.fin
     FROM pass_evenement e JOIN pass_iae p ON p.id = e.pass_id
     WHERE p.salarie_id = ? ORDER BY e.debut, e.id`,
  ).all(salarieId) as ({ passId: string } & SalarieFiche['passIae'][number]['evenements'][number])[];
  const pass = requete(
    db,
    'SELECT id, numero, debut, fin FROM pass_iae WHERE salarie_id = ? ORDER BY debut, id',
  ).all(salarieId) as Omit<SalarieFiche['passIae'][number], 'evenements'>[];
  return pass.map((lu) => ({
    ...lu,
    evenements: evenements
      .filter(({ passId }) => passId === lu.id)
      .map(({ passId: _, ...evenement }) => evenement),
  }));
}

export function readParties(db: Base, salarieId: string): Parties {
  const criteres = requete(
    db,
    'SELECT critere, constate_le AS constateLe, justificatif FROM critere_eligibilite WHERE salarie_id = ?',
  ).all(salarieId) as Parties['criteres'];
  const freins = requete(db, 'SELECT frein, interne, externe FROM frein WHERE salarie_id = ?').all(
    salarieId,
  ) as { frein: Parties['freins'][number]['frein']; interne: number; externe: number }[];
  return {
    contrats: readContrats(db, salarieId),
    passIae: readPass(db, salarieId),
    metiersVises: requete(
      db,
      'SELECT code, version, libelle FROM metier_vise WHERE salarie_id = ? ORDER BY rang',
    ).all(salarieId) as Parties['metiersVises'],
    criteres: criteres.sort((a, b) => RANG_CRITERE(a.critere) - RANG_CRITERE(b.critere)),
    freins: freins
      .map((lu) => ({ ...lu, interne: lu.interne === 1, externe: lu.externe === 1 }))
      .sort((a, b) => RANG_FREIN(a.frein) - RANG_FREIN(b.frein)),
  };
}

type TableEnfant = 'contrat' | 'contrat_suspension' | 'pass_iae' | 'pass_evenement';
const PARENTS: Record<TableEnfant, string> = {
  contrat: 'salarie_id',
  contrat_suspension: 'contrat_id',
  pass_iae: 'salarie_id',
  pass_evenement: 'pass_id',
};

/**
 * Makes the records under a parent those that were typed: those left out go, those with an id change, the others come.
 * Gives the id of each. Throws `introuvable` for an id that is not under this parent.
 */
function saveEnfants(
  { db, ids, instant }: Contexte,
  table: TableEnfant,
  parentId: string,
  lignes: readonly ({ id?: string | undefined } & Record<string, string | number | null | undefined>)[],
): string[] {
  const parent = PARENTS[table];
  requete(db, `DELETE FROM ${table} WHERE ${parent} = ? AND id NOT IN (SELECT value FROM json_each(?))`).run(
    parentId,
    JSON.stringify(lignes.flatMap(({ id }) => id ?? [])),
  );
  return lignes.map(({ id, ...valeurs }) => {
    const colonnes = Object.keys(valeurs);
    if (id === undefined) {
      const nouveau = ids.next();
      requete(
        db,
        `INSERT INTO ${table} (id, ${parent}, ${colonnes.join(', ')}, updated_at)
         VALUES (@id, @parentId, ${colonnes.map((colonne) => `@${colonne}`).join(', ')}, @instant)`,
      ).run({ ...valeurs, id: nouveau, parentId, instant });
      return nouveau;
    }
    const { changes } = requete(
      db,
      `UPDATE ${table} SET ${colonnes.map((colonne) => `${colonne} = @${colonne}`).join(', ')}, updated_at = @instant
       WHERE id = @id AND ${parent} = @parentId`,
    ).run({ ...valeurs, id, parentId, instant });
    if (changes === 0) throw new ErreurMetier('introuvable');
    return id;
  });
}

/** The contract before in time, among those typed together; null for the first. */
function precedent(contrats: readonly { debut: string }[], rang: number): number | null {
  const { debut } = contrats[rang]!;
  return contrats.reduce<number | null>((trouve, contrat, autre) => {
    if (autre === rang || contrat.debut >= debut) return trouve;
    return trouve === null || contrat.debut > contrats[trouve]!.debut ? autre : trouve;
  }, null);
}

function saveRenouvellements(
  { db }: Contexte,
  ids: readonly string[],
  contrats: SalarieEcrit['contrats'],
): void {
  for (const [rang, { renouvelleId }] of contrats.entries()) {
    if (renouvelleId === undefined) continue;
    const avant = renouvelleId === PRECEDENT ? precedent(contrats, rang) : null;
    const vise = renouvelleId === PRECEDENT ? (avant === null ? null : ids[avant]!) : renouvelleId;
    if (vise === ids[rang] || (vise !== null && !ids.includes(vise))) {
      const message = 'Ce contrat n’est pas de ceux de cette personne.';
      throw new ErreurMetier('regle', { message, champs: { [`contrats.${rang}.renouvelleId`]: message } });
    }
    requete(db, 'UPDATE contrat SET renouvelle_id = ? WHERE id = ?').run(vise, ids[rang]);
  }
}

export function saveContrats(
  contexte: Contexte,
  salarieId: string,
  contrats: SalarieEcrit['contrats'],
): void {
  refuserPerteHeures(contexte.db, salarieId, contrats);
  const ids = saveEnfants(
    contexte,
    'contrat',
    salarieId,
    contrats.map(({ id, nature, debut, fin, minutesHebdo, suite, suiteNote }) => ({
      id,
      nature,
      debut,
      fin,
      minutes_hebdo: minutesHebdo,
      ...(suite === undefined ? {} : { suite }),
      ...(suiteNote === undefined ? {} : { suite_note: suiteNote }),
    })),
  );
  saveRenouvellements(contexte, ids, contrats);
  for (const [rang, { suspensions }] of contrats.entries())
    if (suspensions) saveEnfants(contexte, 'contrat_suspension', ids[rang]!, suspensions);
}

export function savePass(
  contexte: Contexte,
  salarieId: string,
  pass: NonNullable<SalarieEcrit['passIae']>,
): void {
  const ids = saveEnfants(
    contexte,
    'pass_iae',
    salarieId,
    pass.map(({ evenements: _, ...lu }) => lu),
  );
  for (const [rang, { evenements }] of pass.entries())
    saveEnfants(
      contexte,
      'pass_evenement',
      ids[rang]!,
      evenements.map((evenement) => ({
        ...evenement,
        motif: evenement.genre === 'prolongation' ? evenement.motif : '',
      })),
    );
}

/** Lists kept whole: what is said replaces what was. */
export function saveListes(
  { db, instant }: Contexte,
  salarieId: string,
  { metiersVises, criteres, freins }: Pick<SalarieEcrit, 'metiersVises' | 'criteres' | 'freins'>,
): void {
  const vider = (table: 'metier_vise' | 'critere_eligibilite' | 'frein') =>
    requete(db, `DELETE FROM ${table} WHERE salarie_id = ?`).run(salarieId);
  if (metiersVises) {
    vider('metier_vise');
    const ajouter = requete(
      db,
      'INSERT INTO metier_vise (salarie_id, rang, code, version, libelle) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [rang, { code, version, libelle }] of metiersVises.entries())
      ajouter.run(salarieId, rang, code, version, libelle);
  }
  if (criteres) {
    vider('critere_eligibilite');
    const ajouter = requete(
      db,
      `INSERT INTO critere_eligibilite (salarie_id, critere, constate_le, justificatif, updated_at)
       VALUES (?, ?, ?, ?, ?)`,
    );
    for (const { critere, constateLe, justificatif } of criteres)
      ajouter.run(salarieId, critere, constateLe, justificatif, instant);
  }
  if (freins) {
    vider('frein');
    const ajouter = requete(
      db,
      'INSERT INTO frein (salarie_id, frein, interne, externe, updated_at) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { frein, interne, externe } of freins)
      ajouter.run(salarieId, frein, Number(interne), Number(externe), instant);
  }
}
