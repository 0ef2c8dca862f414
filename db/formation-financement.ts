import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { DateCivile } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { avertir, direFormule } from '../shared/formation/avertissements-financement.ts';
import {
  anneesSession,
  type CoutPhase,
  coutSalaires,
  PHASES,
  partsPartenaires,
} from '../shared/formation/couts.ts';
import type { FinancementSession, financementContrat, LigneLue } from '../shared/formation/financement.ts';
import { boucler } from '../shared/formation/regles-financement.ts';
import { seuilsAu } from '../shared/parametres/seuils.ts';
import type { Contexte } from './contexte.ts';
import { coutHoraireAu, coutsDe, lireSessionsFinancees, type SessionFinancee } from './formation-couts.ts';
import { lireLignes } from './formation-financement-lignes.ts';
import { financementsAnneeOperations } from './formation-financements-annee.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import {
  financement,
  financementMouvement,
  organisation,
  sessionCout,
  sessionFormation,
} from './schema/index.ts';
import { readSeuils } from './seuils.ts';

type Entree<N extends keyof typeof financementContrat> = z.output<(typeof financementContrat)[N]['entree']>;

const REALISEES = `
  SELECT min(p.date) AS premier, sum(p.minutes) AS minutes
  FROM inscription i JOIN presence_formation p ON p.inscription_id = i.id
  WHERE i.session_id = ? AND i.archived_at IS NULL GROUP BY substr(p.date, 1, 4)`;

/** Wages of the hours really followed on working time, at the cost of each year. */
function salairesRealises(
  db: Base,
  session: SessionFinancee,
  coutHoraire: (date: DateCivile) => number,
): FinancementSession['salairesRealises'] {
  if (!session.surTempsTravail) return null;
  const annees = requete(db, REALISEES).all(session.id) as { premier: string; minutes: number }[];
  if (annees.length === 0) return null;
  return {
    minutes: annees.reduce((somme, { minutes }) => somme + minutes, 0),
    centimes: annees.reduce(
      (somme, { premier, minutes }) => somme + coutSalaires(minutes, coutHoraire(premier)),
      0,
    ),
  };
}

const vers = (lignes: readonly LigneLue[]) =>
  lignes.map((ligne) => ({ ...ligne, organisationId: ligne.organisation?.id ?? null }));

function lire({ db, today }: Contexte, { sessionId }: { sessionId: string }): FinancementSession {
  const [session] = lireSessionsFinancees(db, [sessionId]);
  if (!session) throw new ErreurMetier('introuvable');
  const coutHoraire = coutHoraireAu(db);
  const couts = coutsDe(session, coutHoraire);
  const lignes = lireLignes(db, [{ session, couts }]).get(session.id)!;
  const annees = anneesSession(session, session.creneaux);
  const somme = (celles: readonly CoutPhase[]) => celles.reduce((total, { centimes }) => total + centimes, 0);
  const bouclage = boucler(somme(couts), vers(lignes));
  const parPhase = PHASES.map((phase) => ({
    phase,
    ...boucler(
      somme(couts.filter((cout) => cout.phase === phase)),
      vers(lignes.filter((ligne) => ligne.phase === phase)),
    ),
  })).filter(({ cout, financeurs, propres }) => cout > 0 || financeurs > 0 || propres > 0);
  const seuils = seuilsAu(today, readSeuils(db));
  const annulee = session.statut === 'annulee';
  const parts = partsPartenaires(session);
  return {
    session: {
      id: session.id,
      numero: session.numero,
      titre: session.titre,
      debut: session.debut,
      fin: session.fin,
      minutes: session.minutes,
      coutMode: session.coutMode as FinancementSession['session']['coutMode'],
      coutCentimes: session.coutCentimes,
      surTempsTravail: session.surTempsTravail,
      stagiairesPrevus: session.stagiairesPrevus,
      engages: session.engages,
      annulee,
    },
    partenaires: session.partenaires.map(({ id, organisationId, nom, places, part }, rang) => ({
      id,
      organisation: { id: organisationId, nom },
      places,
      part,
      centimes: session.coutMode === 'forfait' ? parts[rang]! : 0,
    })),
    exercices: annees.map(({ annee }) => annee),
    couts: couts.map((cout) => {
      const annee = annees.find((lue) => lue.annee === cout.exercice);
      return {
        ...cout,
        formule: direFormule(
          session,
          cout,
          annee?.minutes ?? session.minutes,
          coutHoraire(annee?.premier ?? session.debut),
        ),
      };
    }),
    saisis: session.saisis as FinancementSession['saisis'],
    lignes,
    bouclage,
    parPhase,
    salairesRealises: salairesRealises(db, session, coutHoraire),
    avertissements: avertir({
      today,
      annulee,
      fin: session.fin,
      couts,
      lignes,
      bouclage,
      parPhase,
      seuils: { echeance: seuils.echeanceFinancement, avance: seuils.avanceFinancement },
    }),
  };
}

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** A session that still takes money notes. */
function verifierSession(db: Base, id: string): void {
  const ligne = db.orm
    .select({ archivedAt: sessionFormation.archivedAt })
    .from(sessionFormation)
    .where(eq(sessionFormation.id, id))
    .get();
  if (!ligne) throw new ErreurMetier('introuvable');
  if (ligne.archivedAt !== null) {
    throw new ErreurMetier('regle', { message: 'Cette session est archivée : restaurez-la d’abord.' });
  }
}

function verifierFinanceur(db: Base, id: string | null, champ: string): void {
  if (id === null) return;
  const ligne = db.orm
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, id))
    .get();
  if (!ligne) refuser(champ, 'Ce financeur n’est plus dans votre réseau : choisissez-en un autre.');
}

/** Years far from those of the session are a slip of the hand. */
function verifierExercice(db: Base, sessionId: string, exercice: number, champ: string): void {
  const session = db.orm.select().from(sessionFormation).where(eq(sessionFormation.id, sessionId)).get()!;
  const premiere = Number(session.debut.slice(0, 4)) - 2;
  const derniere = Number(session.fin.slice(0, 4)) + 3;
  if (exercice >= premiere && exercice <= derniere) return;
  refuser(
    champ,
    `Cette session est de ${session.debut.slice(0, 4)} : un exercice de ${premiere} à ${derniere}.`,
  );
}

function saveCout(
  { db, ids, instant }: Contexte,
  { id, ...saisi }: Entree<'formation.saveCout'>,
): { id: string } {
  verifierSession(db, saisi.sessionId);
  verifierExercice(db, saisi.sessionId, saisi.exercice, 'exercice');
  if (id === null) {
    const nouveau = ids.next();
    db.orm
      .insert(sessionCout)
      .values({ id: nouveau, ...saisi, createdAt: instant, updatedAt: instant })
      .run();
    return { id: nouveau };
  }
  const { changes } = db.orm
    .update(sessionCout)
    .set({ ...saisi, updatedAt: instant })
    .where(
      and(eq(sessionCout.id, id), eq(sessionCout.sessionId, saisi.sessionId), isNull(sessionCout.archivedAt)),
    )
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return { id };
}

function insererLigne(
  { db, ids, instant }: Contexte,
  ligne: Omit<Entree<'formation.saveFinancement'>, 'id'>,
): string {
  const id = ids.next();
  db.orm
    .insert(financement)
    .values({ id, ...ligne, createdAt: instant, updatedAt: instant })
    .run();
  return id;
}

const aDesMouvements = ({ db }: Contexte, id: string): boolean =>
  db.orm
    .select({ id: financementMouvement.id })
    .from(financementMouvement)
    .where(and(eq(financementMouvement.financementId, id), isNull(financementMouvement.archivedAt)))
    .get() !== undefined;

function saveFinancement(
  contexte: Contexte,
  { id, ...saisi }: Entree<'formation.saveFinancement'>,
): { id: string } {
  const { db, instant } = contexte;
  verifierSession(db, saisi.sessionId);
  verifierExercice(db, saisi.sessionId, saisi.exercice, 'exercice');
  verifierFinanceur(db, saisi.organisationId, 'organisationId');
  if (saisi.part !== null && saisi.prevuCentimes !== null) {
    refuser('prevuCentimes', 'Indiquez une part ou un montant, pas les deux.');
  }
  if (id === null) return { id: insererLigne(contexte, saisi) };
  if (saisi.organisationId === null && aDesMouvements(contexte, id)) {
    refuser('organisationId', 'Cette ligne a des demandes ou des versements : elle garde un financeur.');
  }
  const { changes } = db.orm
    .update(financement)
    .set({ ...saisi, updatedAt: instant })
    .where(
      and(eq(financement.id, id), eq(financement.sessionId, saisi.sessionId), isNull(financement.archivedAt)),
    )
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return { id };
}

function repartir(
  contexte: Contexte,
  { sessionId, phase, exercice, parts }: Entree<'formation.repartirFinancement'>,
): { ids: string[] } {
  const { db } = contexte;
  verifierSession(db, sessionId);
  verifierExercice(db, sessionId, exercice, 'exercice');
  const ids = parts.map(({ organisationId, part }, rang) => {
    verifierFinanceur(db, organisationId, `parts.${rang}.organisationId`);
    return insererLigne(contexte, {
      sessionId,
      organisationId,
      phase,
      exercice,
      part,
      prevuCentimes: null,
      reference: '',
      echeance: null,
      echeanceObjet: '',
      note: '',
    });
  });
  return { ids };
}

function trouverLigne(db: Base, id: string): typeof financement.$inferSelect {
  const ligne = db.orm
    .select()
    .from(financement)
    .where(and(eq(financement.id, id), isNull(financement.archivedAt)))
    .get();
  if (!ligne) throw new ErreurMetier('introuvable');
  return ligne;
}

function deplaceEcheance(
  { db, instant }: Contexte,
  { id, echeance, objet }: Entree<'formation.deplaceEcheance'>,
): { echeance: string | null; objet: string } {
  const ligne = trouverLigne(db, id);
  const suite = objet ?? ligne.echeanceObjet;
  db.orm
    .update(financement)
    .set({ echeance, echeanceObjet: echeance === null ? '' : suite, updatedAt: instant })
    .where(eq(financement.id, id))
    .run();
  return { echeance: ligne.echeance, objet: ligne.echeanceObjet };
}

function saveMouvement(
  { db, ids, instant, today }: Contexte,
  { id, ...saisi }: Entree<'formation.saveMouvement'>,
): { id: string } {
  const ligne = trouverLigne(db, saisi.financementId);
  verifierSession(db, ligne.sessionId);
  if (ligne.organisationId === null) {
    throw new ErreurMetier('regle', {
      message: 'Les fonds propres n’ont ni demande ni versement : choisissez un financeur sur la ligne.',
    });
  }
  if (saisi.date > today) refuser('date', 'Cette date est à venir : notez l’étape une fois faite.');
  if (id === null) {
    const nouveau = ids.next();
    db.orm
      .insert(financementMouvement)
      .values({ id: nouveau, ...saisi, createdAt: instant, updatedAt: instant })
      .run();
    return { id: nouveau };
  }
  const { changes } = db.orm
    .update(financementMouvement)
    .set({ ...saisi, updatedAt: instant })
    .where(
      and(
        eq(financementMouvement.id, id),
        eq(financementMouvement.financementId, saisi.financementId),
        isNull(financementMouvement.archivedAt),
      ),
    )
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return { id };
}

type Archivable = typeof sessionCout | typeof financement | typeof financementMouvement;

function setArchive({ db, instant }: Contexte, table: Archivable, id: string, archivedAt: string | null) {
  const { changes } = db.orm
    .update(table)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(table.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
}

const archiver =
  (table: Archivable, retirer: boolean) =>
  (contexte: Contexte, { id }: { id: string }): Record<string, never> => {
    setArchive(contexte, table, id, retirer ? contexte.instant : null);
    return {};
  };

const archiverLignes =
  (retirer: boolean) =>
  (contexte: Contexte, { ids }: { ids: string[] }): Record<string, never> => {
    for (const id of ids) setArchive(contexte, financement, id, retirer ? contexte.instant : null);
    return {};
  };

export const financementFormationOperations = {
  'formation.financement': lire,
  'formation.saveCout': saveCout,
  'formation.archiveCout': archiver(sessionCout, true),
  'formation.restoreCout': archiver(sessionCout, false),
  'formation.saveFinancement': saveFinancement,
  'formation.repartirFinancement': repartir,
  'formation.archiveFinancement': archiverLignes(true),
  'formation.restoreFinancement': archiverLignes(false),
  'formation.deplaceEcheance': deplaceEcheance,
  'formation.saveMouvement': saveMouvement,
  'formation.archiveMouvement': archiver(financementMouvement, true),
  'formation.restoreMouvement': archiver(financementMouvement, false),
  ...financementsAnneeOperations,
};
