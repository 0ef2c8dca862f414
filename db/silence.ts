import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate, insecables } from '../shared/format.ts';
import type { silenceSaisie } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { libelles, verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { refreshSummary } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { organisation } from './schema/index.ts';

interface Contact {
  organisationIds: readonly string[];
  interlocuteurIds: readonly string[];
  /** `entrante`: they came to us, which is always theirs to do. */
  sens: string;
  /** Day of the exchange: what took place before the silence can still be written down. Absent: from now on. */
  date?: string;
}

const MUETTE = `
  SELECT nom, ne_plus_contacter_le AS le, ne_plus_contacter_motif AS motif, ne_plus_contacter_note AS note
  FROM organisation WHERE id = ? AND ne_plus_contacter_le IS NOT NULL`;

const OPPOSEE = `
  SELECT trim(prenom || ' ' || nom) AS nom, opposition_le AS le FROM interlocuteur
  WHERE id = ? AND opposition_le IS NOT NULL`;

/** Since when an organisation is not to be contacted any more, and the sentence that says why; null when it may be. */
export function silenceDe(db: Base, organisationId: string): { le: string; phrase: string } | null {
  const muette = requete(db, MUETTE).get(organisationId) as
    | { nom: string; le: string; motif: string; note: string }
    | undefined;
  if (!muette) return null;
  const { nom, le, motif, note } = muette;
  const raison = (motif === '' ? note : libelles(db, 'motifs_silence')(motif)).replace(/[.\s]+$/, '');
  return {
    le,
    phrase: insecables(`« ${nom} » n’est plus à contacter depuis le ${formaterDate(le)} : ${raison}.`),
  };
}

/** Why these organisations and people must not be contacted, by the field that names each; empty when they may be. */
export function refusDeContact(
  db: Base,
  { organisationIds, interlocuteurIds, sens, date }: Contact,
): Record<string, string> {
  const refus: Record<string, string> = {};
  if (sens === 'entrante') return refus;
  const tardif = (le: string) => date !== undefined && date < le;
  for (const [rang, id] of organisationIds.entries()) {
    const muette = silenceDe(db, id);
    if (muette && !tardif(muette.le)) refus[`organisationIds.${rang}`] = muette.phrase;
  }
  for (const [rang, id] of interlocuteurIds.entries()) {
    const opposee = requete(db, OPPOSEE).get(id) as { nom: string; le: string } | undefined;
    if (!opposee || tardif(opposee.le)) continue;
    refus[`interlocuteurIds.${rang}`] = insecables(
      `Ne contactez plus « ${opposee.nom} » : opposition notée le ${formaterDate(opposee.le)}.`,
    );
  }
  return refus;
}

/** Refuses to reach out to who asked for silence; the sentence names who, since when and why. */
export function verifierContact({ db }: Pick<Contexte, 'db'>, contact: Contact): void {
  const champs = refusDeContact(db, contact);
  const [premier] = Object.values(champs);
  if (premier !== undefined) throw new ErreurMetier('regle', { message: premier, champs });
}

function trouver({ db }: Contexte, id: string) {
  const trouvee = db.orm.select().from(organisation).where(eq(organisation.id, id)).get();
  if (!trouvee) throw new ErreurMetier('introuvable');
  return trouvee;
}

/** Its open follow-ups are archived: nobody must be reminded to call. */
function silence(
  contexte: Contexte,
  { id, motif, note }: z.output<typeof silenceSaisie>,
): { id: string; relanceIds: string[] } {
  const { db, instant, today } = contexte;
  const { nePlusContacterLe, nePlusContacterPar } = trouver(contexte, id);
  verifierCodes(db, [{ champ: 'motif', liste: 'motifs_silence', code: motif }]);
  db.orm
    .update(organisation)
    .set({
      nePlusContacterLe: nePlusContacterLe ?? today,
      nePlusContacterPar: nePlusContacterLe === null ? auteurCourant(db) : nePlusContacterPar,
      nePlusContacterMotif: motif,
      nePlusContacterNote: note,
      updatedAt: instant,
    })
    .where(eq(organisation.id, id))
    .run();
  const relanceIds = requete(
    db,
    `UPDATE relance SET archived_at = @instant, updated_at = @instant
     WHERE organisation_id = @id AND fait_le IS NULL AND archived_at IS NULL RETURNING id`,
  )
    .pluck()
    .all({ id, instant }) as string[];
  refreshSummary(db, [id]);
  return { id, relanceIds };
}

function endSilence(
  contexte: Contexte,
  { id, relanceIds }: { id: string; relanceIds: string[] },
): { id: string } {
  const { db, instant } = contexte;
  trouver(contexte, id);
  db.orm
    .update(organisation)
    .set({
      nePlusContacterLe: null,
      nePlusContacterPar: null,
      nePlusContacterMotif: '',
      nePlusContacterNote: '',
      updatedAt: instant,
    })
    .where(eq(organisation.id, id))
    .run();
  requete(
    db,
    `UPDATE relance SET archived_at = NULL, updated_at = @instant
     WHERE organisation_id = @id AND id IN (SELECT value FROM json_each(@relanceIds))`,
  ).run({ id, instant, relanceIds: JSON.stringify(relanceIds) });
  refreshSummary(db, [id]);
  return { id };
}

export const silenceOperations = { 'reseau.silence': silence, 'reseau.endSilence': endSilence };
