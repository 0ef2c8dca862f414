import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type DateCivile, dateLocale } from '../shared/dates.ts';
import { ErreurMetier, PHRASES } from '../shared/erreurs.ts';
import { nomCourt } from '../shared/format.ts';
import type { Dossier } from '../shared/immersions/dossier.ts';
import { calendrier, totaux } from '../shared/immersions/horaires.ts';
import { controler } from '../shared/immersions/regles.ts';
import { champsChanges } from '../shared/immersions/renouvellement.ts';
import type {
  Controle,
  ImmersionFiche,
  ImmersionLigne,
  ImmersionSaisie,
  immersionModification,
  Statut,
} from '../shared/immersions/schema.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import type { Contexte } from './contexte.ts';
import { faitesDans } from './immersions-heures-faites.ts';
import { signatairesDu } from './immersions-signatures.ts';
import type { Base } from './open.ts';
import { refreshSearch } from './organisations.ts';
import { derniereConvention } from './papiers/emission.ts';
import { readParametres } from './parametres.ts';
import { readParties, readSignatures } from './parties.ts';
import { enListe } from './requetes.ts';
import { readSalarie } from './salaries.ts';
import { immersion, organisation } from './schema/index.ts';
import { readSeuils } from './seuils.ts';
import { refusDeContact } from './silence.ts';

/** A row of `IMMERSIONS`. */
export interface LigneLue extends Omit<ImmersionLigne, 'salarie' | 'organisation' | 'referent'> {
  salarie_id: string;
  prenom: string;
  nom: string;
  organisation_id: string;
  organisation_nom: string;
  referent_prenom: string | null;
  referent_nom: string | null;
}

/** What `etatImmersion` needs beside the row of `i`: dated signatures, day the bilan was closed. */
export const AVANCEMENT = `
  (SELECT count(*) FROM immersion_signature g WHERE g.immersion_id = i.id) AS signatures,
  (SELECT b.fait_le FROM immersion_bilan b WHERE b.immersion_id = i.id) AS bilanLe`;

/** Text an immersion is found by: its person, its host, its number (without its dash, as searches join digits). */
export const CHERCHE_IMMERSION = "s.cherche || ' ' || o.cherche || ' ' || replace(i.numero, '-', '')";

/** Immersions that are not archived (`i`), with what a list says of each. */
export const IMMERSIONS = `
  SELECT i.id, i.numero, i.statut, i.objet, i.objectifs, i.debut, i.fin, i.fin_prevue AS finPrevue,
    i.minutes, i.minutes_faites AS minutesFaites, i.jours, i.metier, i.renouvelle_id AS renouvelleId, ${AVANCEMENT},
    m.prenom AS referent_prenom, m.nom AS referent_nom,
    s.id AS salarie_id, s.prenom, s.nom, o.id AS organisation_id, o.nom AS organisation_nom
  FROM immersion i
  JOIN salarie s ON s.id = i.salarie_id
  JOIN organisation o ON o.id = i.organisation_id
  LEFT JOIN membre m ON m.id = i.referent_id
  WHERE i.archived_at IS NULL`;

export function versLigne(ligne: LigneLue): ImmersionLigne {
  return {
    id: ligne.id,
    numero: ligne.numero,
    statut: ligne.statut,
    salarie: { id: ligne.salarie_id, prenom: ligne.prenom, nom: ligne.nom },
    organisation: { id: ligne.organisation_id, nom: ligne.organisation_nom },
    objet: ligne.objet,
    objectifs: ligne.objectifs,
    debut: ligne.debut,
    fin: ligne.fin,
    finPrevue: ligne.finPrevue,
    minutes: ligne.minutes,
    minutesFaites: ligne.minutesFaites,
    jours: ligne.jours,
    metier: ligne.metier,
    renouvelleId: ligne.renouvelleId,
    referent: nomCourt(ligne.referent_prenom ?? '', ligne.referent_nom ?? ''),
    signatures: ligne.signatures,
    bilanLe: ligne.bilanLe,
  };
}

export function trouverImmersion(db: Base, id: string): typeof immersion.$inferSelect {
  const ligne = db.orm.select().from(immersion).where(eq(immersion.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable');
  return ligne;
}

function trouverOrganisation(db: Base, id: string): typeof organisation.$inferSelect {
  const ligne = db.orm.select().from(organisation).where(eq(organisation.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable');
  return ligne;
}

/** Dates and hours of an immersion as they were saved: what its calendar is laid out from. */
export function joursDe(ligne: typeof immersion.$inferSelect) {
  const { debut, fin, feriesTravailles, alsaceMoselle } = ligne;
  return {
    debut,
    fin,
    feriesTravailles,
    alsaceMoselle,
    horaires: JSON.parse(ligne.horaires) as ImmersionSaisie['horaires'],
    exceptions: JSON.parse(ligne.exceptions) as ImmersionSaisie['exceptions'],
  };
}

/** The form as it was saved, with the host's mentions as its record says now. */
export function lireSaisie(db: Base, ligne: typeof immersion.$inferSelect): ImmersionSaisie {
  const accueil = trouverOrganisation(db, ligne.organisationId);
  return {
    salarieId: ligne.salarieId,
    organisationId: ligne.organisationId,
    accueil: {
      adresse: accueil.adresse,
      codePostal: accueil.codePostal,
      ville: accueil.ville,
      siret: accueil.siret,
      activite: accueil.activite,
      conventionCollective: accueil.conventionCollective,
    },
    ...joursDe(ligne),
    objet: ligne.objet as ImmersionSaisie['objet'],
    objectifs: ligne.objectifs,
    metier: ligne.metier,
    romeCode: ligne.romeCode,
    romeVersion: ligne.romeVersion,
    competences: JSON.parse(ligne.competences) as string[],
    activites: ligne.activites,
    modalitesEvaluation: ligne.modalitesEvaluation,
    protection: ligne.protection,
    prevention: ligne.prevention,
    transport: ligne.transport,
    frais: JSON.parse(ligne.frais) as ImmersionSaisie['frais'],
    entretienDate: ligne.entretienDate,
    attentesSalarie: ligne.attentesSalarie,
    attentesAccueil: ligne.attentesAccueil,
    attentesStructure: ligne.attentesStructure,
    lieu: ligne.lieu,
    siteId: ligne.siteId,
    modeContrat: ligne.modeContrat as ImmersionSaisie['modeContrat'],
    tuteurId: ligne.tuteurId,
    tuteurNom: ligne.tuteurNom,
    tuteurFonction: ligne.tuteurFonction,
    referentId: ligne.referentId,
    representantLegal: ligne.representantLegal,
    prescripteurNom: ligne.prescripteurNom,
    prescripteurAdresse: ligne.prescripteurAdresse,
    prescripteurReferent: ligne.prescripteurReferent,
    numeroImmersionFacilitee: ligne.numeroImmersionFacilitee,
    renouvelleId: ligne.renouvelleId,
    motifRenouvellement: ligne.motifRenouvellement,
  };
}

/** What is shown of the convention before or after: `clause` names it. */
function maillon(db: Base, clause: string, valeur: string): ImmersionFiche['renouvelle'] {
  const ligne = db.sqlite
    .prepare(
      `SELECT i.id, i.numero, i.statut, i.debut, i.fin, i.fin_prevue AS finPrevue, ${AVANCEMENT}
         FROM immersion i WHERE ${clause} ORDER BY i.numero`,
    )
    .get(valeur) as NonNullable<ImmersionFiche['renouvelle']> | undefined;
  return ligne ?? null;
}

function get({ db }: Contexte, { id }: { id: string }): ImmersionFiche {
  const ligne = trouverImmersion(db, id);
  const { prenom, nom } = readSalarie(db, ligne.salarieId);
  const emise = ligne.statut === 'brouillon' ? undefined : derniereConvention(db, id);
  const { signatures, bilanLe } = db.sqlite
    .prepare(`SELECT ${AVANCEMENT} FROM immersion i WHERE i.id = ?`)
    .get(id) as Pick<ImmersionFiche, 'signatures' | 'bilanLe'>;
  return {
    ...lireSaisie(db, ligne),
    id,
    numero: ligne.numero,
    statut: ligne.statut as Statut,
    finPrevue: ligne.finPrevue,
    motifAnnulation: ligne.motifAnnulation,
    refuseePar: ligne.refuseePar,
    archivedAt: ligne.archivedAt,
    signatures,
    signataires: emise ? signatairesDu(db, ligne.id, emise) : [],
    bilanLe,
    minutes: ligne.minutes,
    jours: ligne.jours,
    salarie: { id: ligne.salarieId, prenom, nom },
    organisation: { id: ligne.organisationId, nom: trouverOrganisation(db, ligne.organisationId).nom },
    emission: emise ? { emiseLe: emise.emisLe, edition: emise.edition, sha256: emise.sha256 } : null,
    renouvelle: ligne.renouvelleId === null ? null : maillon(db, 'i.id = ?', ligne.renouvelleId),
    renouveleePar: maillon(
      db,
      `i.renouvelle_id = ? AND i.archived_at IS NULL AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)})`,
      id,
    ),
  };
}

/** Next number of the year, `2026-014`: the rank follows the highest one given, even to an archived record. */
function prochainNumero(db: Base, annee: string): string {
  const { rang } = db.sqlite
    .prepare(
      'SELECT coalesce(max(CAST(substr(numero, 6) AS INTEGER)), 0) + 1 AS rang FROM immersion WHERE numero LIKE ?',
    )
    .get(`${annee}-%`) as { rang: number };
  return `${annee}-${String(rang).padStart(3, '0')}`;
}

function colonnes({ accueil: _, ...saisie }: ImmersionSaisie, instant: string) {
  const { debut, fin } = saisie;
  // Out of the period, a particular day says nothing: it must not come back when the dates move again.
  const exceptions = saisie.exceptions
    .filter(({ date }) => (debut === null || date >= debut) && (fin === null || date <= fin))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    ...saisie,
    ...totaux(calendrier(saisie)),
    horaires: JSON.stringify(saisie.horaires),
    exceptions: JSON.stringify(exceptions),
    competences: JSON.stringify(saisie.competences),
    frais: JSON.stringify(saisie.frais),
    updatedAt: instant,
  };
}

/** What the convention says of the host is kept on the host's own record, for the next convention. */
function saveAccueil({ db, instant }: Contexte, { organisationId, accueil }: ImmersionSaisie): void {
  const avant = trouverOrganisation(db, organisationId);
  const change = Object.entries(accueil).some(
    ([cle, valeur]) => avant[cle as keyof typeof accueil] !== valeur,
  );
  if (!change) return;
  db.orm
    .update(organisation)
    .set({ ...accueil, updatedAt: instant })
    .where(eq(organisation.id, organisationId))
    .run();
  refreshSearch(db, [organisationId]);
}

/** Every record the form points at must exist: the screens choose them, a caller from outside may not. */
function verifierLiens(db: Base, saisie: ImmersionSaisie): void {
  const { salarieId, organisationId, tuteurId, referentId, renouvelleId, siteId } = saisie;
  readSalarie(db, salarieId);
  const inconnus = [
    ['tuteurId', tuteurId !== null && !existe(db, 'interlocuteur', tuteurId)],
    ['referentId', referentId !== null && !existe(db, 'membre', referentId)],
    ['renouvelleId', renouvelleId !== null && !existe(db, 'immersion', renouvelleId)],
    ['siteId', siteId !== null && !estSiteDe(db, siteId, organisationId)],
  ] as const;
  const champs = inconnus.filter(([, inconnu]) => inconnu).map(([champ]) => champ);
  if (champs.length === 0) return;
  throw new ErreurMetier('introuvable', {
    champs: Object.fromEntries(champs.map((champ) => [champ, PHRASES.introuvable])),
  });
}

function existe(db: Base, table: 'interlocuteur' | 'membre' | 'immersion', id: string): boolean {
  return db.sqlite.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
}

/** A site closed since still says where it was. */
function estSiteDe(db: Base, siteId: string, organisationId: string): boolean {
  return (
    db.sqlite
      .prepare('SELECT 1 FROM site WHERE id = ? AND organisation_id = ?')
      .get(siteId, organisationId) !== undefined
  );
}

/** D5135-3: a renewal has the same objet and objectifs; only its dates, its hours and its reason are its own. */
function verifierRenouvellement(db: Base, saisie: ImmersionSaisie): void {
  if (saisie.renouvelleId === null) return;
  const origine = trouverImmersion(db, saisie.renouvelleId);
  const changes = champsChanges(lireSaisie(db, origine), saisie);
  if (changes.length === 0) return;
  const message = `Un renouvellement garde ce que disait la convention ${origine.numero} : seuls les dates, les horaires et la raison changent.`;
  throw new ErreurMetier('regle', {
    message,
    champs: Object.fromEntries(changes.map((champ) => [champ, message])),
  });
}

/** Nobody is placed with an organisation that must not be contacted any more. */
function verifierAccueil(db: Base, organisationId: string): void {
  const refus = refusDeContact(db, {
    organisationIds: [organisationId],
    interlocuteurIds: [],
    sens: 'sortante',
  });
  const [message] = Object.values(refus);
  if (message !== undefined)
    throw new ErreurMetier('regle', { message, champs: { organisationId: message } });
}

function create(contexte: Contexte, saisie: ImmersionSaisie): { id: string; numero: string } {
  const { db, ids, instant, today } = contexte;
  verifierLiens(db, saisie);
  verifierRenouvellement(db, saisie);
  verifierAccueil(db, saisie.organisationId);
  saveAccueil(contexte, saisie);
  const id = ids.next();
  const numero = prochainNumero(db, (saisie.debut ?? today).slice(0, 4));
  db.orm
    .insert(immersion)
    .values({ id, numero, statut: 'brouillon', ...colonnes(saisie, instant), createdAt: instant })
    .run();
  return { id, numero };
}

function update(
  contexte: Contexte,
  { id, ...saisie }: z.output<typeof immersionModification>,
): { id: string } {
  const { db, instant } = contexte;
  const avant = trouverImmersion(db, id);
  if (avant.statut !== 'brouillon') {
    throw new ErreurMetier('regle', {
      message: 'Cette convention est figée : reprenez-la en brouillon avant de la modifier.',
    });
  }
  verifierLiens(db, saisie);
  verifierRenouvellement(db, saisie);
  if (saisie.organisationId !== avant.organisationId) verifierAccueil(db, saisie.organisationId);
  saveAccueil(contexte, saisie);
  db.orm
    .update(immersion)
    .set({ ...colonnes(saisie, instant), minutesFaites: faitesDans(db, id, saisie) })
    .where(eq(immersion.id, id))
    .run();
  return { id };
}

/** Checks of a form against the records of the structure and of the people in it. */
export function controlesDe(
  contexte: Contexte,
  lue: Pick<Dossier, 'immersionId' | 'statut'> & { saisie: ImmersionSaisie; jugeeLe?: DateCivile },
): Controle[] {
  const { immersionId, statut, saisie } = lue;
  const { structure, membres } = readParametres(contexte.db);
  return controler({
    today: lue.jugeeLe ?? contexte.today,
    immersionId,
    statut,
    saisie,
    ...readParties(contexte, saisie),
    structure,
    referent: membres.find((membre) => membre.id === saisie.referentId) ?? null,
    seuils: readSeuils(contexte.db),
    signatures: immersionId === null ? [] : readSignatures(contexte.db, immersionId),
  });
}

/** Checks of what is saved: the ones the form shows, on the same rules. */
export function checks(contexte: Contexte, { id }: { id: string }): Controle[] {
  const ligne = trouverImmersion(contexte.db, id);
  const enAttente = ligne.statut === 'brouillon' || ligne.statut === 'prete';
  const emise = enAttente ? undefined : derniereConvention(contexte.db, id);
  return controlesDe(contexte, {
    immersionId: id,
    statut: ligne.statut as Statut,
    saisie: lireSaisie(contexte.db, ligne),
    // Once signed, time passing is no fault: it is judged on the day it was issued.
    jugeeLe: emise && dateLocale(new Date(emise.emisLe)),
  });
}

export const immersionsOperations = {
  'immersions.get': get,
  'immersions.parties': readParties,
  'immersions.create': create,
  'immersions.update': update,
  'immersions.checks': checks,
};
