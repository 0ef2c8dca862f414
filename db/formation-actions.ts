import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import {
  type ActionFiche,
  type ActionLigne,
  type ActionsFiltres,
  type actionModification,
  type actionSaisie,
  lireCertification,
} from '../shared/formation/action.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { verifierExistence } from './existe.ts';
import { aCouvrirParTheme } from './formation-besoins-lecture.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { texteCherche } from './recherche.ts';
import { requete } from './requetes.ts';
import { actionFormation } from './schema/index.ts';

type Saisie = z.output<typeof actionSaisie>;

/** Whether `o` plays the role « organisme de formation » on `@today`. */
export const RECONNU = `EXISTS (
  SELECT 1 FROM role_organisation r
  WHERE r.organisation_id = o.id AND r.role = 'organisme_formation' AND (r.fin IS NULL OR r.fin >= @today))`;

const ACTIONS = `
  SELECT a.id, a.titre, a.genre, a.theme, a.certification, a.certification_code AS certificationCode,
    a.certification_titre AS certificationTitre, a.minutes, a.sur_temps_travail AS surTempsTravail,
    a.places_min AS placesMin, a.places_max AS placesMax, a.cout_mode AS coutMode, a.cout_centimes AS coutCentimes,
    a.archived_at AS archivedAt, a.objectif, a.contenu, a.prerequis, a.accessibilite,
    o.id AS organismeId, o.nom AS organismeNom, ${RECONNU} AS reconnu,
    count(s.id) AS sessions,
    max(CASE WHEN s.debut <= @today THEN s.debut END) AS derniereLe,
    min(CASE WHEN s.debut > @today THEN s.debut END) AS prochaineLe
  FROM action_formation a
  LEFT JOIN organisation o ON o.id = a.organisme_id
  LEFT JOIN session_formation s ON s.action_id = a.id AND s.archived_at IS NULL AND s.statut <> 'annulee'
  WHERE (@id IS NULL OR a.id = @id)
    AND (@etat = '' OR (@etat = 'archives') = (a.archived_at IS NOT NULL))
    AND (@genre = '' OR a.genre = @genre)
    AND (@theme = '' OR a.theme = @theme)
    AND (@organismeId IS NULL OR a.organisme_id = @organismeId)
  GROUP BY a.id`;

type Lue = Omit<ActionFiche, 'organisme' | 'surTempsTravail' | 'prerequis' | 'besoins'> & {
  surTempsTravail: number;
  prerequis: string;
  organismeId: string | null;
  organismeNom: string | null;
  reconnu: number;
};

function versFiche(
  { organismeId, organismeNom, reconnu, ...lue }: Lue,
  aCouvrir: ReadonlyMap<string, number>,
): ActionFiche {
  return {
    ...lue,
    besoins: aCouvrir.get(lue.theme) ?? 0,
    surTempsTravail: lue.surTempsTravail === 1,
    prerequis: JSON.parse(lue.prerequis) as string[],
    organisme:
      organismeId === null ? null : { id: organismeId, nom: organismeNom ?? '', reconnu: reconnu === 1 },
  };
}

/** No date sorts after every date. */
const TRIS: Record<ActionsFiltres['tri'], (a: ActionFiche, b: ActionFiche) => number> = {
  titre: (a, b) => normaliser(a.titre).localeCompare(normaliser(b.titre)) || a.id.localeCompare(b.id),
  prochaine: (a, b) => (a.prochaineLe ?? '9').localeCompare(b.prochaineLe ?? '9') || TRIS.titre(a, b),
  duree: (a, b) => a.minutes - b.minutes || TRIS.titre(a, b),
};

function actions(
  { db, today }: Contexte,
  { recherche, tri, sens, organismeId = null as never, ...filtres }: ActionsFiltres,
): ActionLigne[] {
  const mots = motsCherches(recherche);
  const lues = requete(db, ACTIONS).all({ ...filtres, organismeId, today, id: null }) as Lue[];
  const aCouvrir = aCouvrirParTheme({ db, today });
  const trouvees = lues
    .map((lue) => versFiche(lue, aCouvrir))
    .filter(({ titre, organisme, certificationCode, certificationTitre }) => {
      const texte = normaliser(`${titre} ${organisme?.nom ?? ''} ${certificationCode} ${certificationTitre}`);
      return mots.every((mot) => texte.includes(mot));
    })
    .sort(TRIS[tri]);
  return sens === 'desc' ? trouvees.reverse() : trouvees;
}

/** One action, put away or not. Throws `introuvable`. */
export function readAction({ db, today }: Pick<Contexte, 'db' | 'today'>, id: string): ActionFiche {
  const sans = { etat: '', genre: '', theme: '', organismeId: null };
  const lue = requete(db, ACTIONS).get({ ...sans, today, id }) as Lue | undefined;
  if (!lue) throw new ErreurMetier('introuvable');
  return versFiche(lue, aCouvrirParTheme({ db, today }));
}

function colonnes({ prerequis, ...saisie }: Saisie, instant: string) {
  const { certification, certificationCode } = saisie;
  const code = certification === '' ? null : lireCertification(certification, certificationCode);
  return {
    ...saisie,
    certificationCode: code ?? '',
    cherche: texteCherche([saisie.titre, code ?? '', saisie.certificationTitre]),
    prerequis: JSON.stringify(prerequis),
    updatedAt: instant,
  };
}

function verifier(db: Base, { theme, organismeId }: Saisie): void {
  verifierCodes(db, [{ champ: 'theme', liste: 'themes_formation', code: theme }]);
  verifierExistence(db, [{ champ: 'organismeId', table: 'organisation', id: organismeId }]);
}

function create({ db, ids, instant }: Contexte, saisie: Saisie): { id: string } {
  verifier(db, saisie);
  const id = ids.next();
  db.orm
    .insert(actionFormation)
    .values({ id, ...colonnes(saisie, instant), createdAt: instant })
    .run();
  return { id };
}

function update(
  { db, instant }: Contexte,
  { id, ...saisie }: z.output<typeof actionModification>,
): { id: string } {
  verifier(db, saisie);
  const { changes } = db.orm
    .update(actionFormation)
    .set(colonnes(saisie, instant))
    .where(eq(actionFormation.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return { id };
}

function setArchive({ db, instant }: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { changes } = db.orm
    .update(actionFormation)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(actionFormation.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

export const actionsFormationOperations = {
  'formation.actions': actions,
  'formation.action': (contexte: Contexte, { id }: { id: string }) => readAction(contexte, id),
  'formation.createAction': create,
  'formation.updateAction': update,
  'formation.archiveAction': (contexte: Contexte, { id }: { id: string }) =>
    setArchive(contexte, id, contexte.instant),
  'formation.restoreAction': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
};
