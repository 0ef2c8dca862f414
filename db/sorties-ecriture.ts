import type { z } from 'zod';
import { ajouterJours, type DateCivile } from '../shared/dates.ts';
import { type Champs, ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate, insecables } from '../shared/format.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../shared/nomenclatures/salaries.ts';
import type { ApercuSortie, PreparationSortie, sortiesContrat } from '../shared/sorties/contrat.ts';
import { contradiction, contratEmbauche } from '../shared/sorties/motifs.ts';
import { contratsDuParcours } from '../shared/sorties/regles.ts';
import type { Contexte } from './contexte.ts';
import { embauchesDe, embauchesOperations } from './embauches.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { Dossiers } from './sorties-lecture.ts';
import { fauteMotif } from './sorties-motifs.ts';

type Entree<N extends keyof typeof sortiesContrat> = z.output<(typeof sortiesContrat)[N]['entree']>;
type Saisie = Omit<Entree<'sorties.update'>, 'id'>;
type Essentiel = Pick<Saisie, 'salarieId' | 'date' | 'motif' | 'contrat' | 'dureeMois'>;

interface ContratNomme {
  id: string;
  libelle: string;
  debut: DateCivile;
  fin: DateCivile | null;
}

const contratsDe = (db: Base, salarieId: string): ContratNomme[] =>
  (
    requete(
      db,
      'SELECT id, nature AS libelle, debut, fin FROM contrat WHERE salarie_id = ? ORDER BY debut, id',
    ).all(salarieId) as ContratNomme[]
  ).map((contrat) => ({ ...contrat, libelle: label(CONTRATS, contrat.libelle) }));

/** The exit being corrected: what it already says may have been withdrawn since. */
interface Avant {
  id: string;
  salarieId: string;
  motif: string;
  organisationId: string | null;
  embaucheId: string | null;
}

function readAvant({ db }: Contexte, id: string): Avant {
  const avant = requete(
    db,
    `SELECT id, salarie_id AS salarieId, motif, organisation_id AS organisationId, embauche_id AS embaucheId
     FROM sortie WHERE id = ? AND archived_at IS NULL`,
  ).get(id) as Avant | undefined;
  if (!avant) throw new ErreurMetier('introuvable', { message: 'Cette sortie a été retirée.' });
  return avant;
}

/** Why a person cannot have left on that day, null when they can. */
function fauteDate(
  contrats: readonly ContratNomme[],
  autres: readonly DateCivile[],
  date: DateCivile,
  today: DateCivile,
): string | null {
  if (date > today) return 'Cette date n’est pas encore passée : la sortie se note quand elle a eu lieu.';
  const premier = contrats[0];
  if (!premier) return 'Aucun contrat n’est noté pour cette personne : ajoutez-le d’abord à sa fiche.';
  if (date < premier.debut)
    return `Le premier contrat commence le ${formaterDate(premier.debut)} : la sortie ne peut pas le précéder.`;
  if (autres.includes(date)) return 'Une sortie est déjà notée ce jour-là.';
  if (contratsDuParcours(contrats, date, autres).length === 0) {
    const avant = autres.filter((une) => une < date).reduce((garde, une) => (une > garde ? une : garde));
    return `Une sortie est déjà notée le ${formaterDate(avant)}, et aucun contrat n’a commencé depuis.`;
  }
  const apres = autres.filter((une) => une > date).sort()[0];
  if (apres !== undefined && !contrats.some(({ debut }) => debut > date && debut <= apres))
    return `Une sortie est déjà notée le ${formaterDate(apres)} pour ce parcours : corrigez-la.`;
  return null;
}

const encoreOuverts = (contrats: readonly ContratNomme[], date: DateCivile): ContratNomme[] =>
  contrats.filter(({ debut, fin }) => debut <= date && (fin === null || fin > date));

const direOuvert = ({ libelle, debut, fin }: ContratNomme, date: DateCivile) =>
  fin === null
    ? `Le ${libelle} du ${formaterDate(debut)} n’a pas de fin : terminez-le au ${formaterDate(date)}.`
    : `Le ${libelle} va jusqu’au ${formaterDate(fin)} : terminez-le au ${formaterDate(date)}, ou corrigez la sortie.`;

/** What opposes the exit itself, by field. */
function fautesEssentielles(contexte: Contexte, saisie: Essentiel, avant: Avant | null): Champs {
  const { db, today } = contexte;
  const { salarieId, date, motif } = saisie;
  const connu = requete(db, 'SELECT 1 FROM salarie WHERE id = ? AND archived_at IS NULL').get(salarieId);
  if (!connu && salarieId !== avant?.salarieId) return { salarieId: 'Cette fiche de salarié n’existe plus.' };
  const champs: Champs = {};
  const dossiers = new Dossiers(db, [salarieId]);
  const duJour = fauteDate(
    contratsDe(db, salarieId),
    dossiers.autresSorties(salarieId, avant?.id),
    date,
    today,
  );
  if (duJour) champs.date = duJour;
  const duMotif = motif === avant?.motif ? null : fauteMotif(db, motif, date);
  if (duMotif) champs.motif = duMotif;
  const contre = contradiction(saisie);
  if (contre) champs[contre.champ] = contre.phrase;
  return champs;
}

/** Hours paid after the exit: the contract that carries them cannot end before. */
function fauteHeures(db: Base, ouverts: readonly ContratNomme[], date: DateCivile): string | null {
  const mois = requete(
    db,
    `SELECT max(mois) FROM heures_mois WHERE contrat_id IN (SELECT value FROM json_each(?)) AND mois > ?`,
  )
    .pluck()
    .get(JSON.stringify(ouverts.map(({ id }) => id)), date.slice(0, 7)) as string | null;
  return mois === null
    ? null
    : `Des heures de ${mois.slice(5)}/${mois.slice(0, 4)} sont saisies pour ce contrat, après la sortie : corrigez-les, ou la date.`;
}

function fautesContrats({ db }: Contexte, { salarieId, date, terminerContrat }: Saisie): Champs {
  const ouverts = encoreOuverts(contratsDe(db, salarieId), date);
  if (ouverts.length === 0) return {};
  if (!terminerContrat) return { terminerContrat: direOuvert(ouverts[0]!, date) };
  const heures = fauteHeures(db, ouverts, date);
  return heures ? { date: heures } : {};
}

function fautesEmployeur({ db }: Contexte, saisie: Saisie, avant: Avant | null): Champs {
  const { salarieId, organisationId, embaucheId } = saisie;
  const vivante = requete(db, 'SELECT 1 FROM organisation WHERE id = ? AND archived_at IS NULL');
  if (organisationId !== null && organisationId !== avant?.organisationId && !vivante.get(organisationId))
    return { organisationId: 'Cette organisation n’est plus dans le réseau.' };
  if (embaucheId === null) return {};
  const embauche = requete(
    db,
    'SELECT salarie_id AS salarieId, organisation_id AS organisationId, archived_at AS archivedAt FROM embauche WHERE id = ?',
  ).get(embaucheId) as
    | { salarieId: string | null; organisationId: string; archivedAt: string | null }
    | undefined;
  if (!embauche || embauche.salarieId !== salarieId)
    return { embaucheId: 'Cette embauche n’est pas celle de cette personne.' };
  if (embaucheId === avant?.embaucheId) return {};
  if (embauche.archivedAt !== null) return { embaucheId: 'Cette embauche a été retirée.' };
  if (organisationId !== embauche.organisationId)
    return { organisationId: 'L’embauche choisie est chez un autre employeur.' };
  const deja = requete(db, 'SELECT 1 FROM sortie WHERE embauche_id = ? AND archived_at IS NULL AND id <> ?');
  return deja.get(embaucheId, avant?.id ?? '')
    ? { embaucheId: 'Une autre sortie dit déjà cette embauche.' }
    : {};
}

function refuser(champs: Champs): void {
  const phrases = Object.fromEntries(
    Object.entries(champs).map(([champ, phrase]) => [champ, insecables(phrase)]),
  );
  const [premiere] = Object.values(phrases);
  if (premiere !== undefined)
    throw new ErreurMetier('salarieId' in champs ? 'introuvable' : 'regle', {
      message: premiere,
      champs: phrases,
    });
}

function verifier(contexte: Contexte, saisie: Saisie, avant: Avant | null): void {
  refuser(fautesEssentielles(contexte, saisie, avant));
  refuser({ ...fautesContrats(contexte, saisie), ...fautesEmployeur(contexte, saisie, avant) });
}

/** The contracts that still run end on that day, and with them what suspends them. */
function terminer({ db, instant }: Contexte, { salarieId, date }: Saisie): void {
  for (const { id } of encoreOuverts(contratsDe(db, salarieId), date)) {
    requete(db, 'UPDATE contrat SET fin = @date, updated_at = @instant WHERE id = @id').run({
      id,
      date,
      instant,
    });
    requete(db, 'DELETE FROM contrat_suspension WHERE contrat_id = ? AND debut > ?').run(id, date);
    requete(
      db,
      `UPDATE contrat_suspension SET fin = @date, updated_at = @instant
       WHERE contrat_id = @id AND (fin IS NULL OR fin > @date)`,
    ).run({ id, date, instant });
  }
}

function noterEmbauche(contexte: Contexte, saisie: Saisie): string {
  const contrat = contratEmbauche(saisie);
  const champs: Champs = {};
  if (saisie.organisationId === null) champs.organisationId = 'Choisissez qui embauche.';
  if (contrat === null) champs.contrat = 'Choisissez le contrat trouvé : l’embauche le dit aussi.';
  refuser(champs);
  return embauchesOperations['sollicitations.recordEmbauche'](contexte, {
    organisationId: saisie.organisationId!,
    salarieId: saisie.salarieId,
    sollicitationId: null,
    date: ajouterJours(saisie.date, 1),
    contrat: contrat as Parameters<
      (typeof embauchesOperations)['sollicitations.recordEmbauche']
    >[1]['contrat'],
    metier: saisie.metier,
    note: '',
  }).id;
}

function create(contexte: Contexte, { creerEmbauche, ...saisie }: Entree<'sorties.create'>): { id: string } {
  verifier(contexte, saisie, null);
  if (saisie.terminerContrat) terminer(contexte, saisie);
  const embaucheId =
    creerEmbauche && saisie.embaucheId === null ? noterEmbauche(contexte, saisie) : saisie.embaucheId;
  const id = contexte.ids.next();
  requete(
    contexte.db,
    `INSERT INTO sortie (id, salarie_id, date, motif, contrat, duree_mois, organisation_id, embauche_id, metier,
       minutes_hebdo, note, created_at, updated_at)
     VALUES (@id, @salarieId, @date, @motif, @contrat, @dureeMois, @organisationId, @embaucheId, @metier,
       @minutesHebdo, @note, @instant, @instant)`,
  ).run({ ...sansGeste(saisie), embaucheId, id, instant: contexte.instant });
  return { id };
}

/** What is kept of an exit: ending a contract is done at once. */
const sansGeste = ({ terminerContrat: _, ...gardee }: Saisie) => gardee;

function update(contexte: Contexte, { id, ...saisie }: Entree<'sorties.update'>): { id: string } {
  const avant = readAvant(contexte, id);
  if (saisie.salarieId !== avant.salarieId)
    refuser({ salarieId: 'Une sortie ne change pas de personne : retirez-la, et notez-la chez l’autre.' });
  verifier(contexte, saisie, avant);
  if (saisie.terminerContrat) terminer(contexte, saisie);
  requete(
    contexte.db,
    `UPDATE sortie SET date = @date, motif = @motif, contrat = @contrat, duree_mois = @dureeMois,
       organisation_id = @organisationId, embauche_id = @embaucheId, metier = @metier,
       minutes_hebdo = @minutesHebdo, note = @note, updated_at = @instant
     WHERE id = @id AND salarie_id = @salarieId`,
  ).run({ ...sansGeste(saisie), id, instant: contexte.instant });
  return { id };
}

function archive({ db, instant }: Contexte, { id }: { id: string }): Record<string, never> {
  const { changes } = requete(
    db,
    'UPDATE sortie SET archived_at = @instant, updated_at = @instant WHERE id = @id',
  ).run({ id, instant });
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

/** A person whose exit was noted again meanwhile does not get two. */
function restore({ db, instant, today }: Contexte, { id }: { id: string }): Record<string, never> {
  const lue = requete(db, 'SELECT salarie_id AS salarieId, date FROM sortie WHERE id = ?').get(id) as
    | { salarieId: string; date: string }
    | undefined;
  if (!lue) throw new ErreurMetier('introuvable');
  const autres = new Dossiers(db, [lue.salarieId]).autresSorties(lue.salarieId, id);
  const faute = fauteDate(contratsDe(db, lue.salarieId), autres, lue.date, today);
  if (faute) throw new ErreurMetier('regle', { message: insecables(faute) });
  requete(db, 'UPDATE sortie SET archived_at = NULL, updated_at = ? WHERE id = ?').run(instant, id);
  return {};
}

/** What the form starts from: the last day of a parcours that is over, and the hires that may be this exit. */
function preparer({ db, today }: Contexte, { salarieId }: { salarieId: string }): PreparationSortie {
  const salarie = requete(db, 'SELECT id, prenom, nom, sexe FROM salarie WHERE id = ?').get(salarieId) as
    | PreparationSortie['salarie']
    | undefined;
  if (!salarie) throw new ErreurMetier('introuvable');
  const contrats = contratsDe(db, salarieId);
  const autres = new Dossiers(db, [salarieId]).autresSorties(salarieId, undefined);
  const parcours = contratsDuParcours(contrats, today, autres);
  const dits = requete(
    db,
    'SELECT embauche_id FROM sortie WHERE salarie_id = ? AND embauche_id IS NOT NULL AND archived_at IS NULL',
  )
    .pluck()
    .all(salarieId) as string[];
  const fini = parcours.length > 0 && parcours.every(({ fin }) => fin !== null && fin < today);
  return {
    salarie,
    date: fini ? parcours.map(({ fin }) => fin!).reduce((garde, fin) => (fin > garde ? fin : garde)) : today,
    contrats,
    embauches: embauchesDe(db, 'salarie_id', salarieId).filter(
      ({ id, date }) => !dits.includes(id) && date >= (parcours[0]?.debut ?? ''),
    ),
  };
}

function apercu(contexte: Contexte, { id, ...saisie }: Entree<'sorties.apercu'>): ApercuSortie {
  const { db } = contexte;
  const avant = id === undefined ? null : readAvant(contexte, id);
  const fautes = fautesEssentielles(contexte, saisie, avant);
  const ouverts = encoreOuverts(contratsDe(db, saisie.salarieId), saisie.date);
  const { salarieId, ...sortie } = saisie;
  const jugeable = !('date' in fautes) && !('salarieId' in fautes) && !('motif' in fautes);
  return {
    verdict: jugeable ? new Dossiers(db, [salarieId]).juger(salarieId, { id, ...sortie }, true) : null,
    fautes: Object.fromEntries(Object.entries(fautes).map(([champ, phrase]) => [champ, insecables(phrase)])),
    ouverts,
  };
}

export const sortiesEcritureOperations = {
  'sorties.preparer': preparer,
  'sorties.apercu': apercu,
  'sorties.create': create,
  'sorties.update': update,
  'sorties.archive': archive,
  'sorties.restore': restore,
};
