import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { besoinsContrat } from '../shared/formation/besoins.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** What is needed, as a form gives it. */
export type ObjetBesoin = Pick<
  z.output<(typeof besoinsContrat)['formation.updateBesoin']['entree']>,
  'theme' | 'libelle' | 'origine' | 'organisationId' | 'priorite' | 'souhaiteLe'
>;

export function refuserBesoin(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** Columns of what is needed; only an employer's requirement names an employer. Refuses what does not exist. */
export function colonnesObjet(db: Base, objet: ObjetBesoin, prefixe = '') {
  verifierCodes(db, [{ champ: `${prefixe}theme`, liste: 'themes_formation', code: objet.theme }]);
  const organisationId = objet.origine === 'employeur' ? objet.organisationId : null;
  if (
    organisationId !== null &&
    requete(db, 'SELECT 1 FROM organisation WHERE id = ?').get(organisationId) === undefined
  )
    refuserBesoin(`${prefixe}organisationId`, 'Cette organisation n’existe plus.');
  const { theme, libelle, origine, priorite, souhaiteLe } = objet;
  return { theme, libelle, origine, priorite, souhaiteLe, organisationId };
}

/** Throws `introuvable` unless the person is known. */
export function exigerSalarie(db: Base, id: string): void {
  if (requete(db, 'SELECT 1 FROM salarie WHERE id = ?').get(id) === undefined)
    throw new ErreurMetier('introuvable', { message: 'Une de ces personnes n’existe plus.' });
}
