import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { interlocuteurSaisie } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { refreshSearch } from './organisations.ts';
import { requete } from './requetes.ts';
import { fonction, interlocuteur, organisation } from './schema/index.ts';

type Saisie = z.output<typeof interlocuteurSaisie>;

function verifierOrganisation({ db }: Contexte, id: string): void {
  if (!db.orm.select().from(organisation).where(eq(organisation.id, id)).get())
    throw new ErreurMetier('introuvable');
}

function verifierPersonne({ db }: Contexte, id: string): void {
  if (!db.orm.select().from(interlocuteur).where(eq(interlocuteur.id, id)).get())
    throw new ErreurMetier('introuvable', { message: 'Cet interlocuteur n’existe plus.' });
}

function organisationsDe({ db }: Contexte, id: string): string[] {
  return requete(db, 'SELECT DISTINCT organisation_id FROM fonction WHERE interlocuteur_id = ?')
    .pluck()
    .all(id) as string[];
}

/** The function being edited: the one asked for, or else the present one of this person in this organisation. */
function fonctionVisee(contexte: Contexte, personne: string, saisie: Saisie): string | undefined {
  const ici = and(eq(fonction.interlocuteurId, personne), eq(fonction.organisationId, saisie.organisationId));
  const trouvee = contexte.db.orm
    .select({ id: fonction.id })
    .from(fonction)
    .where(saisie.fonctionId ? and(ici, eq(fonction.id, saisie.fonctionId)) : ici)
    .orderBy(sql`${fonction.fin} IS NOT NULL`, sql`${fonction.fin} DESC`, fonction.id)
    .get();
  if (saisie.fonctionId && !trouvee)
    throw new ErreurMetier('introuvable', { message: 'Cette fonction n’existe plus.' });
  return trouvee?.id;
}

function savePersonne({ db, ids, instant }: Contexte, saisie: Saisie): string {
  const { civilite, prenom, nom, telephone, courriel, note } = saisie;
  const identite = { civilite, prenom, nom, telephone, courriel, note, updatedAt: instant };
  if (saisie.id) {
    db.orm.update(interlocuteur).set(identite).where(eq(interlocuteur.id, saisie.id)).run();
    return saisie.id;
  }
  const id = ids.next();
  db.orm
    .insert(interlocuteur)
    .values({ id, ...identite, createdAt: instant })
    .run();
  return id;
}

/** Writes a person and one dated function in an organisation. */
function save(contexte: Contexte, saisie: Saisie): { id: string } {
  const { db, ids, instant } = contexte;
  verifierOrganisation(contexte, saisie.organisationId);
  if (saisie.id) verifierPersonne(contexte, saisie.id);
  // Who has an end date is gone for every search and list: a departure to come would hide someone still there.
  if (saisie.fin !== null && saisie.fin > contexte.today) {
    const fin = 'Notez le départ le jour venu : cette date est à venir.';
    throw new ErreurMetier('regle', { message: fin, champs: { fin } });
  }
  const id = savePersonne(contexte, saisie);
  const { intitule, debut, fin, organisationId } = saisie;
  const connue = saisie.id ? fonctionVisee(contexte, id, saisie) : undefined;
  if (connue)
    db.orm
      .update(fonction)
      .set({ intitule, debut, fin, updatedAt: instant })
      .where(eq(fonction.id, connue))
      .run();
  else
    db.orm
      .insert(fonction)
      .values({
        id: ids.next(),
        interlocuteurId: id,
        organisationId,
        intitule,
        debut,
        fin,
        updatedAt: instant,
      })
      .run();
  refreshSearch(db, organisationsDe(contexte, id));
  return { id };
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): { id: string } {
  verifierPersonne(contexte, id);
  const { db, instant } = contexte;
  db.orm.update(interlocuteur).set({ archivedAt, updatedAt: instant }).where(eq(interlocuteur.id, id)).run();
  refreshSearch(db, organisationsDe(contexte, id));
  return { id };
}

export const interlocuteursOperations = {
  'reseau.saveInterlocuteur': save,
  'reseau.removeInterlocuteur': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'reseau.restoreInterlocuteur': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, null),
};
