import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterHeure } from '../shared/format.ts';
import { fauteEcheance } from '../shared/sollicitations/regles.ts';
import { GRILLE_VERSION, type Reponses } from '../shared/visites/grille.ts';
import type { entretienSaisi, FaitFiche, rendezVousSaisi } from '../shared/visites/schema.ts';
import type { Contexte } from './contexte.ts';
import { verifierCodes } from './nomenclatures.ts';
import { refreshSearch, refreshSummary } from './organisations.ts';
import { auteurCourant } from './parametres.ts';
import { completeRelance } from './relances.ts';
import { requete } from './requetes.ts';
import { entretien, organisation, relance } from './schema/index.ts';
import { verifierContact } from './silence.ts';
import { envoiOperations } from './visites-envoi.ts';
import { type AppelGarde, entretiensDe, lireFaits } from './visites-lecture.ts';
import { modelesOperations } from './visites-modeles.ts';
import { papiersOperations } from './visites-papiers.ts';

function ofOrganisation({ db }: Contexte, { organisationId }: { organisationId: string }) {
  const faits = lireFaits(db, organisationId);
  return { entretiens: entretiensDe(db, organisationId), faits };
}

type Stocke = typeof entretien.$inferSelect;

function trouver({ db }: Contexte, id: string, archive = false): Stocke {
  const ligne = db.orm.select().from(entretien).where(eq(entretien.id, id)).get();
  if (!ligne || (ligne.archivedAt !== null && !archive))
    throw new ErreurMetier('introuvable', { message: 'Cette préparation de visite n’existe plus.' });
  return ligne;
}

function verifierInterlocuteur({ db }: Contexte, organisationId: string, id: string | null): void {
  if (id === null) return;
  const travaille = requete(
    db,
    `SELECT 1 FROM interlocuteur i JOIN fonction f ON f.interlocuteur_id = i.id
     WHERE i.id = ? AND i.archived_at IS NULL AND f.organisation_id = ?`,
  ).get(id, organisationId);
  if (travaille) return;
  const faute = 'Cet interlocuteur n’est plus dans l’organisation : choisissez-en un autre.';
  throw new ErreurMetier('regle', { message: faute, champs: { interlocuteurId: faute } });
}

const LISTES_GRILLE = [
  ['recrutements', 'recrutements'],
  ['conditions', 'conditions'],
  ['motivations', 'motivations'],
  ['recruteur', 'recruteurs'],
] as const;

function verifierGrille({ db }: Contexte, grille: Reponses): void {
  for (const [question, liste] of LISTES_GRILLE) {
    const valeur = grille[question];
    const codes = Array.isArray(valeur) ? valeur : typeof valeur === 'string' ? [valeur] : [];
    verifierCodes(
      db,
      codes.map((code) => ({ champ: `grille.${question}`, liste, code })),
    );
  }
}

/** Writes the call card and the grid as they are at this moment; the appointment has its own operation. */
function saveEntretien(contexte: Contexte, entree: z.output<typeof entretienSaisi>): { id: string } {
  const { db, ids, instant } = contexte;
  const { organisationId, interlocuteurId } = entree;
  if (!requete(db, 'SELECT 1 FROM organisation WHERE id = ? AND archived_at IS NULL').get(organisationId))
    throw new ErreurMetier('introuvable');
  const connu = entree.id === null ? null : trouver(contexte, entree.id);
  if (connu && connu.organisationId !== organisationId) throw new ErreurMetier('introuvable');
  // Who has left since stays on the interview held with them.
  if (connu?.interlocuteurId !== interlocuteurId)
    verifierInterlocuteur(contexte, organisationId, interlocuteurId);
  verifierGrille(contexte, entree.grille);
  const relanceId = connu ? (JSON.parse(connu.appel) as AppelGarde).relanceId : undefined;
  const valeurs = {
    interlocuteurId,
    appel: JSON.stringify({ ...entree.appel, relanceId }),
    grille: JSON.stringify({ version: GRILLE_VERSION, ...entree.grille }),
    updatedAt: instant,
  };
  if (connu) {
    db.orm.update(entretien).set(valeurs).where(eq(entretien.id, connu.id)).run();
    return { id: connu.id };
  }
  const id = ids.next();
  db.orm
    .insert(entretien)
    .values({ id, organisationId, auteurId: auteurCourant(db), createdAt: instant, ...valeurs })
    .run();
  return { id };
}

function relanceVivante({ db }: Contexte, id: string | null | undefined) {
  if (!id) return undefined;
  const ligne = db.orm.select().from(relance).where(eq(relance.id, id)).get();
  return ligne?.faitLe === null ? ligne : undefined;
}

/** The appointment is the next action: one row in the list of what is to be done, moved when the day moves. */
function setRendezVous(contexte: Contexte, entree: z.output<typeof rendezVousSaisi>): { id: string } {
  const { db, ids, instant } = contexte;
  const connu = trouver(contexte, entree.id);
  const { date, heure, dureeMinutes, lieu } = entree;
  const faute = date && fauteEcheance(date, null);
  if (faute) throw new ErreurMetier('regle', { message: faute, champs: { date: faute } });
  if (date !== null)
    verifierContact(contexte, {
      organisationIds: [connu.organisationId],
      interlocuteurIds: connu.interlocuteurId ? [connu.interlocuteurId] : [],
      sens: 'sortante',
    });
  const appel = JSON.parse(connu.appel) as AppelGarde;
  const ancienne = relanceVivante(contexte, appel.relanceId);
  let relanceId = ancienne?.id ?? null;
  if (date === null) {
    if (ancienne) archiverRelance(contexte, ancienne.id, instant);
  } else {
    const { nom } = db.orm
      .select({ nom: organisation.nom })
      .from(organisation)
      .where(eq(organisation.id, connu.organisationId))
      .get()!;
    const libelle = [`Visite : ${nom}`, heure === null ? '' : formaterHeure(heure)]
      .filter(Boolean)
      .join(', ')
      .slice(0, 160);
    if (ancienne) {
      db.orm
        .update(relance)
        .set({ libelle, echeance: date, archivedAt: null, updatedAt: instant })
        .where(eq(relance.id, ancienne.id))
        .run();
    } else {
      relanceId = ids.next();
      db.orm
        .insert(relance)
        .values({
          id: relanceId,
          organisationId: connu.organisationId,
          libelle,
          echeance: date,
          responsableId: auteurCourant(db),
          createdAt: instant,
          updatedAt: instant,
        })
        .run();
    }
  }
  db.orm
    .update(entretien)
    .set({
      date,
      heure,
      dureeMinutes,
      lieu,
      appel: JSON.stringify({ ...appel, relanceId }),
      updatedAt: instant,
    })
    .where(eq(entretien.id, connu.id))
    .run();
  refreshSummary(db, [connu.organisationId]);
  return { id: connu.id };
}

function archiverRelance({ db, instant }: Contexte, id: string, archivedAt: string | null): void {
  db.orm.update(relance).set({ archivedAt, updatedAt: instant }).where(eq(relance.id, id)).run();
}

/** The visit answers the appointment: its next action is done. */
function linkEntretien(
  contexte: Contexte,
  { id, sollicitationId }: { id: string; sollicitationId: string | null },
): { id: string } {
  const { db, instant } = contexte;
  const connu = trouver(contexte, id);
  if (sollicitationId !== null) {
    const touche = requete(
      db,
      `SELECT 1 FROM sollicitation_organisation so JOIN sollicitation s ON s.id = so.sollicitation_id
       WHERE s.id = ? AND s.archived_at IS NULL AND so.organisation_id = ?`,
    ).get(sollicitationId, connu.organisationId);
    if (!touche) throw new ErreurMetier('introuvable', { message: 'Cet échange n’existe plus.' });
    const prevue = relanceVivante(contexte, (JSON.parse(connu.appel) as AppelGarde).relanceId);
    if (prevue && prevue.archivedAt === null) completeRelance(contexte, prevue.id, sollicitationId);
  }
  db.orm.update(entretien).set({ sollicitationId, updatedAt: instant }).where(eq(entretien.id, id)).run();
  refreshSummary(db, [connu.organisationId]);
  return { id };
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): { id: string } {
  const { db, instant } = contexte;
  const connu = trouver(contexte, id, true);
  const prevue = relanceVivante(contexte, (JSON.parse(connu.appel) as AppelGarde).relanceId);
  if (prevue && connu.date !== null) archiverRelance(contexte, prevue.id, archivedAt);
  db.orm.update(entretien).set({ archivedAt, updatedAt: instant }).where(eq(entretien.id, id)).run();
  refreshSummary(db, [connu.organisationId]);
  return { id };
}

const tailleDe = (effectif: number) => (effectif < 10 ? 'tpe' : effectif < 250 ? 'pme' : 'ge');

/** Writes one fact on the sheet, as the user accepted it; the one that was there comes back for the undo. */
function updateFiche(
  contexte: Contexte,
  { organisationId, fait }: { organisationId: string; fait: FaitFiche },
): { avant: FaitFiche } {
  const { db, instant } = contexte;
  const faits = lireFaits(db, organisationId);
  const avant = { champ: fait.champ, valeur: faits[fait.champ] } as FaitFiche;
  const ecrire = (valeurs: Partial<typeof organisation.$inferInsert>) =>
    db.orm
      .update(organisation)
      .set({ ...valeurs, updatedAt: instant })
      .where(eq(organisation.id, organisationId))
      .run();
  switch (fait.champ) {
    case 'effectif':
      ecrire({ effectif: fait.valeur, ...(fait.valeur === null ? {} : { taille: tailleDe(fait.valeur) }) });
      break;
    case 'activite':
      ecrire({ activite: fait.valeur });
      refreshSearch(db, [organisationId]);
      break;
    case 'saisonNote':
      ecrire({ saisonNote: fait.valeur });
      break;
    case 'recruteur':
      verifierCodes(db, [{ champ: 'fait.valeur', liste: 'recruteurs', code: fait.valeur }]);
      ecrire({ recruteur: fait.valeur });
      break;
    case 'recrutements':
    case 'conditions':
    case 'motivations': {
      const { champ } = fait;
      verifierCodes(
        db,
        fait.valeur.map((code) => ({ champ: 'fait.valeur', liste: champ, code })),
      );
      ecrire({ [champ]: JSON.stringify(fait.valeur) });
      break;
    }
    case 'metiers': {
      requete(db, 'DELETE FROM metier_organisation WHERE organisation_id = ?').run(organisationId);
      for (const { code, version, libelle } of fait.valeur)
        requete(
          db,
          'INSERT OR IGNORE INTO metier_organisation (organisation_id, code, version, libelle) VALUES (?, ?, ?, ?)',
        ).run(organisationId, code, version, libelle);
      ecrire({});
    }
  }
  return { avant };
}

export const visitesOperations = {
  ...modelesOperations,
  ...envoiOperations,
  ...papiersOperations,
  'visites.ofOrganisation': ofOrganisation,
  'visites.saveEntretien': saveEntretien,
  'visites.setRendezVous': setRendezVous,
  'visites.linkEntretien': linkEntretien,
  'visites.archiveEntretien': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'visites.restoreEntretien': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, null),
  'visites.updateFiche': updateFiche,
};
