import { ErreurMetier } from '../shared/erreurs.ts';
import type { Contexte } from './contexte.ts';
import { arreterSiDemande } from './importation-decoupe.ts';
import { type Avant, poserAvant } from './importation-ecriture.ts';
import { refreshSearch } from './organisations.ts';
import { changerEnVrac } from './recherche.ts';
import { requete } from './requetes.ts';

interface Touchee {
  id: string;
  nom: string;
  ville: string;
  creee: 0 | 1;
  modifiee: 0 | 1;
  echangee: 0 | 1;
  accueille: 0 | 1;
}

/**
 * What the import wrote, and whether it was used since: edited (instant of update other than the import's), linked to
 * an exchange or a follow-up, or host of an immersion.
 */
const TOUCHEES = `
  SELECT o.id, o.nom, o.ville, o.importation_id IS @id AS creee,
    o.updated_at <> @instant OR EXISTS (
      SELECT 1 FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
      WHERE f.organisation_id = o.id AND o.importation_id IS @id
        AND (f.updated_at <> @instant OR i.updated_at <> @instant)
    ) AS modifiee,
    o.importation_id IS @id AND (
      EXISTS (SELECT 1 FROM sollicitation_organisation s WHERE s.organisation_id = o.id)
      OR EXISTS (SELECT 1 FROM relance r WHERE r.organisation_id = o.id)
      OR EXISTS (
        SELECT 1 FROM fonction f JOIN sollicitation_interlocuteur s ON s.interlocuteur_id = f.interlocuteur_id
        WHERE f.organisation_id = o.id)
    ) AS echangee,
    o.importation_id IS @id AND (
      EXISTS (SELECT 1 FROM immersion m WHERE m.organisation_id = o.id)
      OR EXISTS (
        SELECT 1 FROM fonction f JOIN immersion m ON m.tuteur_id = f.interlocuteur_id
        WHERE f.organisation_id = o.id)
    ) AS accueille
  FROM organisation o
  WHERE o.importation_id = @id OR o.id IN (SELECT value FROM json_each(@completees))`;

function raisonDeGarder(fiche: Touchee): string {
  if (fiche.accueille) return 'Une immersion y est notée.';
  if (fiche.echangee) return 'Un échange ou une relance y est noté.';
  return fiche.modifiee ? 'Cette fiche a été modifiée depuis l’import.' : '';
}

/** People created by the import (same instant) in one organisation, and in no other. */
const RETIRER_PERSONNES = `
  DELETE FROM interlocuteur WHERE created_at = @instant AND updated_at = @instant AND id IN (
    SELECT interlocuteur_id FROM fonction WHERE organisation_id = @id AND updated_at = @instant
  ) AND NOT EXISTS (
    SELECT 1 FROM fonction f WHERE f.interlocuteur_id = interlocuteur.id AND f.organisation_id <> @id
  ) AND NOT EXISTS (
    SELECT 1 FROM sollicitation_interlocuteur s WHERE s.interlocuteur_id = interlocuteur.id
  ) AND NOT EXISTS (SELECT 1 FROM immersion m WHERE m.tuteur_id = interlocuteur.id)`;

/** Lines between two signs of progress. */
const PAS = 200;

function reprendre(
  { db, tasks }: Contexte,
  touchees: readonly Touchee[],
  instant: string,
  avant: ReadonlyMap<string, Avant>,
) {
  const retirerPersonnes = db.sqlite.prepare(RETIRER_PERSONNES);
  const retirer = db.sqlite.prepare('DELETE FROM organisation WHERE id = ?');
  const rendre = (fiche: Avant) =>
    requete(db, `UPDATE organisation SET ${poserAvant(fiche)}, updated_at = @updatedAt WHERE id = @id`).run(
      fiche,
    );
  const retirerRoles = db.sqlite.prepare(
    'DELETE FROM role_organisation WHERE organisation_id = ? AND updated_at = ?',
  );
  const gardees: { id: string; nom: string; ville: string; raison: string }[] = [];
  let retirees = 0;
  let rendues = 0;
  for (const [rang, fiche] of touchees.entries()) {
    if (rang % PAS === 0) {
      arreterSiDemande(tasks);
      tasks.progress(rang, touchees.length);
    }
    const raison = raisonDeGarder(fiche);
    if (raison !== '') {
      gardees.push({ id: fiche.id, nom: fiche.nom, ville: fiche.ville, raison });
      continue;
    }
    retirerPersonnes.run({ id: fiche.id, instant });
    if (fiche.creee) {
      retirer.run(fiche.id);
      retirees += 1;
    } else {
      rendre(avant.get(fiche.id)!);
      retirerRoles.run(fiche.id, instant);
      refreshSearch(db, [fiche.id]);
      rendues += 1;
    }
  }
  return { retirees, rendues, gardees };
}

/**
 * Removes what the import created and gives back what it completed; the records used since are left and listed. Can be
 * stopped: `annulee` leaves everything as it was.
 */
export function undoImport(contexte: Contexte, { id }: { id: string }) {
  contexte.tasks.begin();
  const { sqlite } = contexte.db;
  const importation = sqlite
    .prepare('SELECT importe_le AS instant, avant, annule_le AS annuleLe FROM importation WHERE id = ?')
    .get(id) as { instant: string; avant: string; annuleLe: string | null } | undefined;
  if (!importation) throw new ErreurMetier('introuvable', { message: 'Cet import n’existe plus.' });
  if (importation.annuleLe !== null)
    throw new ErreurMetier('regle', { message: 'Cet import est déjà annulé.' });
  const { instant } = importation;
  const avant = new Map((JSON.parse(importation.avant) as Avant[]).map((fiche) => [fiche.id, fiche]));
  return sqlite
    .transaction(() => {
      const touchees = sqlite
        .prepare(TOUCHEES)
        .all({ id, instant, completees: JSON.stringify([...avant.keys()]) }) as Touchee[];
      const rendu = changerEnVrac(contexte.db, touchees.length, () =>
        reprendre(contexte, touchees, instant, avant),
      );
      sqlite.prepare('UPDATE importation SET annule_le = ? WHERE id = ?').run(contexte.instant, id);
      return rendu;
    })
    .immediate();
}
