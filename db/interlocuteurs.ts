import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type {
  fonctionRetiree,
  fonctionSaisie,
  interlocuteurSaisie,
  opposition,
  personneSaisie,
} from '../shared/reseau/personnes/schema.ts';
import type { Contexte } from './contexte.ts';
import { verifierCodes } from './nomenclatures.ts';
import { refreshSearch } from './organisations.ts';
import { requete } from './requetes.ts';
import { fonction, interlocuteur, organisation } from './schema/index.ts';

type Saisie = z.output<typeof interlocuteurSaisie>;
type Fonction = z.output<typeof fonctionRetiree>;
type Poste = Pick<Fonction, 'qualite' | 'intitule' | 'debut' | 'fin'>;

/** Someone may be corrected on an archived sheet, nobody is added to it. */
function verifierOrganisation({ db }: Contexte, id: string, ajout: boolean): void {
  const trouvee = db.orm.select().from(organisation).where(eq(organisation.id, id)).get();
  if (!trouvee) throw new ErreurMetier('introuvable');
  if (ajout && trouvee.archivedAt !== null)
    throw new ErreurMetier('regle', {
      message: `${trouvee.nom} est archivée : remettez-la dans le réseau pour y ajouter quelqu’un.`,
    });
}

function trouverPersonne({ db }: Contexte, id: string) {
  const trouvee = db.orm.select().from(interlocuteur).where(eq(interlocuteur.id, id)).get();
  if (!trouvee) throw new ErreurMetier('introuvable', { message: 'Cet interlocuteur n’existe plus.' });
  return trouvee;
}

function verifierPersonne(contexte: Contexte, id: string): void {
  const { archivedAt, fusionneDans } = trouverPersonne(contexte, id);
  if (archivedAt === null) return;
  throw new ErreurMetier('introuvable', {
    message:
      fusionneDans === null
        ? 'Cette personne a été retirée du réseau.'
        : 'Cette fiche a été fusionnée avec une autre : modifiez celle qui a été gardée.',
  });
}

function trouverFonction({ db }: Contexte, id: string) {
  const trouvee = db.orm.select().from(fonction).where(eq(fonction.id, id)).get();
  if (!trouvee) throw new ErreurMetier('introuvable', { message: 'Cette fonction n’existe plus.' });
  return trouvee;
}

function organisationsDe({ db }: Contexte, id: string): string[] {
  return requete(db, 'SELECT DISTINCT organisation_id FROM fonction WHERE interlocuteur_id = ?')
    .pluck()
    .all(id) as string[];
}

function verifierPoste({ db, today }: Contexte, { qualite, fin }: Poste): void {
  verifierCodes(db, [{ champ: 'qualite', liste: 'qualites', code: qualite }]);
  // Who has an end date is gone for every search and list: a departure to come would hide someone still there.
  if (fin !== null && fin > today) {
    const faute = 'Notez le départ le jour venu : cette date est à venir.';
    throw new ErreurMetier('regle', { message: faute, champs: { fin: faute } });
  }
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

function writePersonne(
  { db, ids, instant }: Contexte,
  saisie: Omit<z.output<typeof personneSaisie>, 'id'> & { id?: string | undefined },
): string {
  const { civilite, prenom, nom, telephone, autreTelephone, courriel, note } = saisie;
  const identite = { civilite, prenom, nom, telephone, autreTelephone, courriel, note, updatedAt: instant };
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

function writeFonction(
  { db, ids, instant }: Contexte,
  cible: { id?: string | undefined; interlocuteurId: string; organisationId: string },
  { qualite, intitule, debut, fin }: Poste,
): string {
  const colonnes = { qualite, intitule, debut, fin, updatedAt: instant };
  if (cible.id) {
    db.orm.update(fonction).set(colonnes).where(eq(fonction.id, cible.id)).run();
    return cible.id;
  }
  const { interlocuteurId, organisationId } = cible;
  const id = ids.next();
  db.orm
    .insert(fonction)
    .values({ id, interlocuteurId, organisationId, ...colonnes })
    .run();
  return id;
}

/** Writes a person and one dated function in an organisation. */
function saveInterlocuteur(contexte: Contexte, saisie: Saisie): { id: string } {
  const { organisationId } = saisie;
  if (saisie.id) verifierPersonne(contexte, saisie.id);
  const connue = saisie.id ? fonctionVisee(contexte, saisie.id, saisie) : undefined;
  verifierOrganisation(contexte, organisationId, connue === undefined);
  verifierPoste(contexte, saisie);
  const id = writePersonne(contexte, saisie);
  writeFonction(contexte, { id: connue, interlocuteurId: id, organisationId }, saisie);
  refreshSearch(contexte.db, organisationsDe(contexte, id));
  return { id };
}

function savePersonne(contexte: Contexte, saisie: z.output<typeof personneSaisie>): { id: string } {
  verifierPersonne(contexte, saisie.id);
  writePersonne(contexte, saisie);
  refreshSearch(contexte.db, organisationsDe(contexte, saisie.id));
  return { id: saisie.id };
}

function saveFonction(contexte: Contexte, saisie: z.output<typeof fonctionSaisie>): { id: string } {
  const { interlocuteurId, organisationId } = saisie;
  verifierPersonne(contexte, interlocuteurId);
  if (saisie.id) {
    const connue = trouverFonction(contexte, saisie.id);
    // A function is of one person in one organisation: elsewhere, it is another one.
    if (connue.interlocuteurId !== interlocuteurId || connue.organisationId !== organisationId)
      throw new ErreurMetier('introuvable', { message: 'Cette fonction n’existe plus.' });
  }
  verifierOrganisation(contexte, organisationId, !saisie.id);
  verifierPoste(contexte, saisie);
  const id = writeFonction(contexte, saisie, saisie);
  refreshSearch(contexte.db, [organisationId]);
  return { id };
}

function endFonction(contexte: Contexte, { fonctionId, fin }: { fonctionId: string; fin: string | null }) {
  const { db, instant } = contexte;
  const connue = trouverFonction(contexte, fonctionId);
  verifierPersonne(contexte, connue.interlocuteurId);
  verifierPoste(contexte, { ...connue, qualite: '', fin });
  if (fin !== null && connue.debut !== null && fin < connue.debut) {
    const faute = 'Le départ ne peut pas précéder l’arrivée.';
    throw new ErreurMetier('regle', { message: faute, champs: { fin: faute } });
  }
  db.orm.update(fonction).set({ fin, updatedAt: instant }).where(eq(fonction.id, fonctionId)).run();
  refreshSearch(db, [connue.organisationId]);
  return { avant: connue.fin };
}

/** Exchanges and immersions that name this person with this organisation: correcting them needs the link. */
const UTILISEE = `
  SELECT EXISTS (
      SELECT 1 FROM sollicitation_interlocuteur si
      JOIN sollicitation_organisation so ON so.sollicitation_id = si.sollicitation_id
      JOIN sollicitation s ON s.id = si.sollicitation_id
      WHERE si.interlocuteur_id = @interlocuteurId AND so.organisation_id = @organisationId AND s.archived_at IS NULL)
    OR EXISTS (
      SELECT 1 FROM immersion m
      WHERE m.tuteur_id = @interlocuteurId AND m.organisation_id = @organisationId AND m.archived_at IS NULL)`;

function removeFonction(contexte: Contexte, { id }: { id: string }): Fonction {
  const { db } = contexte;
  const { updatedAt: _, ...retiree } = trouverFonction(contexte, id);
  const { interlocuteurId, organisationId } = retiree;
  verifierPersonne(contexte, interlocuteurId);
  const autres = db.orm
    .select({ organisationId: fonction.organisationId })
    .from(fonction)
    .where(and(eq(fonction.interlocuteurId, interlocuteurId), sql`${fonction.id} <> ${id}`))
    .all();
  const seuleIci = !autres.some((autre) => autre.organisationId === organisationId);
  if (seuleIci && requete(db, UTILISEE).pluck().get({ interlocuteurId, organisationId }) === 1)
    throw new ErreurMetier('regle', {
      message:
        'Des échanges ou des immersions sont notés avec cette personne ici : notez plutôt son départ, ils resteront lisibles.',
    });
  if (autres.length === 0) setArchivedAt(contexte, interlocuteurId, contexte.instant);
  else {
    db.orm.delete(fonction).where(eq(fonction.id, id)).run();
    refreshSearch(db, [organisationId]);
  }
  return retiree;
}

function restoreFonction(contexte: Contexte, retiree: Fonction): { id: string } {
  const { db, instant } = contexte;
  const { id, interlocuteurId, organisationId } = retiree;
  const { fusionneDans } = trouverPersonne(contexte, interlocuteurId);
  if (fusionneDans !== null) verifierPersonne(contexte, interlocuteurId);
  const restee = db.orm.select().from(fonction).where(eq(fonction.id, id)).get();
  if (restee && (restee.interlocuteurId !== interlocuteurId || restee.organisationId !== organisationId))
    throw new ErreurMetier('introuvable', { message: 'Cette fonction n’existe plus.' });
  if (!restee) {
    verifierOrganisation(contexte, organisationId, true);
    verifierPoste(contexte, retiree);
    db.orm
      .insert(fonction)
      .values({ ...retiree, updatedAt: instant })
      .run();
  }
  setArchivedAt(contexte, interlocuteurId, null);
  return { id };
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): { id: string } {
  const { db, instant } = contexte;
  const { fusionneDans } = trouverPersonne(contexte, id);
  if (fusionneDans !== null)
    throw new ErreurMetier('regle', {
      message: 'Cette fiche a été fusionnée avec une autre : défaites la fusion pour la retrouver.',
    });
  db.orm.update(interlocuteur).set({ archivedAt, updatedAt: instant }).where(eq(interlocuteur.id, id)).run();
  refreshSearch(db, organisationsDe(contexte, id));
  return { id };
}

function opposer(contexte: Contexte, { id, le, note }: z.output<typeof opposition>): { id: string } {
  const { db, instant, today } = contexte;
  verifierPersonne(contexte, id);
  if (le !== null && le > today) {
    const faute = 'Cette date est à venir.';
    throw new ErreurMetier('regle', { message: faute, champs: { le: faute } });
  }
  db.orm
    .update(interlocuteur)
    .set({ oppositionLe: le ?? today, oppositionNote: note, updatedAt: instant })
    .where(eq(interlocuteur.id, id))
    .run();
  return { id };
}

function leverOpposition(contexte: Contexte, { id }: { id: string }): { id: string } {
  verifierPersonne(contexte, id);
  contexte.db.orm
    .update(interlocuteur)
    .set({ oppositionLe: null, oppositionNote: '', updatedAt: contexte.instant })
    .where(eq(interlocuteur.id, id))
    .run();
  return { id };
}

export const interlocuteursOperations = {
  'reseau.saveInterlocuteur': saveInterlocuteur,
  'reseau.savePersonne': savePersonne,
  'reseau.saveFonction': saveFonction,
  'reseau.endFonction': endFonction,
  'reseau.removeFonction': removeFonction,
  'reseau.restoreFonction': restoreFonction,
  'reseau.removeInterlocuteur': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'reseau.restoreInterlocuteur': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, null),
  'reseau.opposer': opposer,
  'reseau.leverOpposition': leverOpposition,
};
