import { ErreurMetier } from '../shared/erreurs.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** Whom an exchange reached, and whom it was about. */
export interface Liens {
  organisationIds: string[];
  interlocuteurIds: string[];
  salarieIds: string[];
}

const GENRES = [
  {
    champ: 'organisationIds',
    intrus: `SELECT key FROM json_each(@ids) j
             WHERE NOT EXISTS (
               SELECT 1 FROM organisation o WHERE o.id = j.value AND o.archived_at IS NULL) LIMIT 1`,
    code: 'introuvable',
    faute: 'Cette organisation n’existe plus : retirez-la de l’échange.',
    table: 'sollicitation_organisation',
    colonne: 'organisation_id',
  },
  {
    champ: 'interlocuteurIds',
    intrus: `SELECT key FROM json_each(@ids) j
             WHERE NOT EXISTS (
               SELECT 1 FROM interlocuteur i JOIN fonction f ON f.interlocuteur_id = i.id
               WHERE i.id = j.value AND i.archived_at IS NULL
                 AND f.organisation_id IN (SELECT value FROM json_each(@organisations))) LIMIT 1`,
    code: 'regle',
    faute: 'Cet interlocuteur n’est dans aucune des organisations de l’échange.',
    table: 'sollicitation_interlocuteur',
    colonne: 'interlocuteur_id',
  },
  {
    champ: 'salarieIds',
    // Someone already linked stays, even archived since: a past exchange remains correctable.
    intrus: `SELECT key FROM json_each(@ids) j
             WHERE NOT EXISTS (
               SELECT 1 FROM salarie s WHERE s.id = j.value AND (s.archived_at IS NULL OR s.id IN (
                 SELECT salarie_id FROM sollicitation_salarie WHERE sollicitation_id = @id))) LIMIT 1`,
    code: 'introuvable',
    faute: 'Ce salarié n’existe plus : retirez-le de l’échange.',
    table: 'sollicitation_salarie',
    colonne: 'salarie_id',
  },
] as const satisfies readonly { champ: keyof Liens; code: 'introuvable' | 'regle'; [cle: string]: string }[];

/**
 * Refuses organisations and salariés that are gone, and people who never worked for any of the organisations; `id` is
 * the exchange being corrected.
 */
export function verifierLiens({ db }: Contexte, liens: Liens, id: string | null): void {
  const organisations = JSON.stringify(liens.organisationIds);
  for (const { champ, intrus, code, faute } of GENRES) {
    const ids = JSON.stringify(liens[champ]);
    const rang = requete(db, intrus).pluck().get({ ids, organisations, id });
    if (rang !== undefined)
      throw new ErreurMetier(code, { message: faute, champs: { [`${champ}.${rang}`]: faute } });
  }
}

/** Writes whom the exchange reached in place of what was there. */
export function remplacerLiens(db: Base, id: string, liens: Liens): void {
  for (const { champ, table, colonne } of GENRES) {
    requete(db, `DELETE FROM ${table} WHERE sollicitation_id = ?`).run(id);
    requete(db, `INSERT INTO ${table} (sollicitation_id, ${colonne}) SELECT ?, value FROM json_each(?)`).run(
      id,
      JSON.stringify(liens[champ]),
    );
  }
}
