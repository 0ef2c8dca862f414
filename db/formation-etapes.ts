import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { accorder } from '../shared/format.ts';
import { placesLibres, placesPrises } from '../shared/formation/etat-session.ts';
import {
  dernierPas,
  type Etapes,
  jourParDefaut,
  precedentDe,
  ramener,
  refusDuPas,
  refusDuResultat,
} from '../shared/formation/regles-inscription.ts';
import type { stagiairesContrat } from '../shared/formation/stagiaires.ts';
import { estEngage, type StatutInscription } from '../shared/formation/statuts.ts';
import type { Contexte } from './contexte.ts';
import { lireSessionSuivie } from './formation-commun.ts';
import { ETAPES, remplissageDe } from './formation-inscriptions.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

type Entree<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['entree']>;
type Sortie<N extends keyof typeof stagiairesContrat> = z.output<(typeof stagiairesContrat)[N]['sortie']>;

type Inscrite = Etapes & {
  id: string;
  sessionId: string;
  nom: string;
  resultat: '' | 'total' | 'partiel' | 'non_presente' | 'echoue';
  resultatLe: string | null;
};

const LUES = `
  SELECT i.id, i.session_id AS sessionId, trim(s.prenom || ' ' || s.nom) AS nom, ${ETAPES}, i.resultat,
    i.resultat_le AS resultatLe
  FROM json_each(?) voulue
  JOIN inscription i ON i.id = voulue.value AND i.archived_at IS NULL
  JOIN salarie s ON s.id = i.salarie_id
  ORDER BY voulue.key`;

/** The registrations named, in their order. Throws `introuvable` when one is missing or was taken off. */
function lireInscrites(db: Base, ids: readonly string[]): Inscrite[] {
  const uniques = [...new Set(ids)];
  const lues = requete(db, LUES).all(JSON.stringify(uniques)) as Inscrite[];
  if (lues.length < uniques.length)
    throw new ErreurMetier('introuvable', { message: 'Une de ces inscriptions n’existe plus.' });
  return lues;
}

/** In one sentence, with the name of who it is about as soon as there are several. */
function refuser(champ: string, phrase: string, qui: Inscrite, plusieurs: boolean): never {
  const message = plusieurs ? `${qui.nom} : ${phrase}` : phrase;
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

const COLONNES: Record<StatutInscription, string> = {
  repere: 'repere_le',
  positionne: 'positionne_le',
  valide: 'valide_le',
  entre: 'entre_le',
  au_bout: 'au_bout_le',
  interrompu: 'interrompu_le',
  ecarte: 'ecarte_le',
};

/** One text per status, so that each is prepared once. */
const AVANCER = (statut: StatutInscription) => `
  UPDATE inscription SET statut = '${statut}', ${COLONNES[statut]} = @le, motif = @motif, motif_note = @motifNote,
    updated_at = @instant WHERE id = @id`;

const RAMENER = `
  UPDATE inscription SET repere_le = min(repere_le, @le), positionne_le = min(positionne_le, @le),
    valide_le = min(valide_le, @le) WHERE id = @id`;

/** Nobody is promised a seat that is not there. */
function verifierPlaces(db: Base, sessionId: string): void {
  const session = lireSessionSuivie(db, sessionId);
  const remplissage = remplissageDe(db, session);
  if (placesLibres(remplissage) >= 0) return;
  const { partenaires, max } = remplissage;
  const voulues = placesPrises(remplissage);
  const prises =
    partenaires > 0 ? `, dont ${accorder(partenaires, 'tenue', 'tenues')} par des partenaires` : '';
  throw new ErreurMetier('regle', {
    message: `La session compte ${accorder(max, 'place')} : il en faudrait ${voulues}${prises}. Ajoutez des places à la session, ou écartez quelqu’un.`,
    champs: { statut: `Plus de place : ${voulues} pour ${max}.` },
  });
}

function avancer(
  { db, instant, today }: Contexte,
  { ids, statut, le, motif, motifNote }: Entree<'formation.avancer'>,
): Record<string, never> {
  const lues = lireInscrites(db, ids);
  const aVerifier = new Set<string>();
  for (const lue of lues) {
    const session = lireSessionSuivie(db, lue.sessionId);
    if (session.archivedAt !== null)
      throw new ErreurMetier('regle', { message: 'Cette session a été retirée : restaurez-la d’abord.' });
    // Typed once the session is over: the entry was on its first day, and nothing before it came after.
    const apresCoup = statut === 'entre' && le === null && dernierPas(lue) > session.fin;
    // The day somebody was spotted is never typed: it does not stand against one that is.
    const reperee = le !== null && lue.statut === 'repere' && le < lue.repereLe;
    const inscrite = apresCoup
      ? { ...lue, ...ramener(lue, session.debut) }
      : reperee
        ? { ...lue, ...ramener(lue, le) }
        : lue;
    const jour = le ?? jourParDefaut(inscrite, statut, session, today);
    const refus = refusDuPas(inscrite, { statut, le: jour, motif }, session, today);
    if (refus) refuser(refus.champ, refus.phrase, inscrite, lues.length > 1);
    if (estEngage(statut) && !estEngage(inscrite.statut)) aVerifier.add(inscrite.sessionId);
    if (apresCoup || reperee) requete(db, RAMENER).run({ id: inscrite.id, le: jour });
    const arrete = statut === 'interrompu' || statut === 'ecarte';
    requete(db, AVANCER(statut)).run({
      id: inscrite.id,
      le: jour,
      motif: arrete ? motif : '',
      motifNote: arrete ? motifNote : '',
      instant,
    });
  }
  for (const sessionId of aVerifier) verifierPlaces(db, sessionId);
  return {};
}

const REVENIR = (statut: StatutInscription) => `
  UPDATE inscription SET statut = @avant, ${COLONNES[statut]} = NULL, motif = '', motif_note = '', resultat = '',
    resultat_le = NULL, updated_at = @instant WHERE id = @id`;

function revenir({ db, instant }: Contexte, { ids }: Entree<'formation.revenir'>): Record<string, never> {
  const inscrites = lireInscrites(db, ids);
  for (const inscrite of inscrites) {
    const avant = precedentDe(inscrite);
    if (avant === null)
      refuser(
        'ids',
        'C’est la première étape : retirez plutôt l’inscription.',
        inscrite,
        inscrites.length > 1,
      );
    if (inscrite.statut === 'entre' && aDesPresences(db, inscrite.id))
      refuser('ids', 'Des présences sont notées : effacez-les d’abord.', inscrite, inscrites.length > 1);
    requete(db, REVENIR(inscrite.statut)).run({ id: inscrite.id, avant, instant });
    // Whoever was set aside comes back among the others: there must still be a seat.
    if (estEngage(avant) && !estEngage(inscrite.statut)) verifierPlaces(db, inscrite.sessionId);
  }
  return {};
}

const aDesPresences = (db: Base, id: string): boolean =>
  requete(db, 'SELECT 1 FROM presence_formation WHERE inscription_id = ? AND minutes > 0 LIMIT 1').get(id) !==
  undefined;

const RESULTAT = 'UPDATE inscription SET resultat = ?, resultat_le = ?, updated_at = ? WHERE id = ?';

function saveResultat(
  { db, instant, today }: Contexte,
  { resultats }: Entree<'formation.saveResultat'>,
): Sortie<'formation.saveResultat'> {
  const inscrites = new Map(
    lireInscrites(
      db,
      resultats.map(({ id }) => id),
    ).map((inscrite) => [inscrite.id, inscrite]),
  );
  const avant = [...inscrites.values()].map(({ id, resultat, resultatLe: le }) => ({ id, resultat, le }));
  for (const [rang, { id, resultat, le }] of resultats.entries()) {
    const inscrite = inscrites.get(id)!;
    const session = lireSessionSuivie(db, inscrite.sessionId);
    if (resultat !== '' && !session.viseResultat)
      refuser(
        `resultats.${rang}.resultat`,
        'Cette formation ne vise pas de certification : indiquez-la d’abord sur l’action.',
        inscrite,
        resultats.length > 1,
      );
    const jour = resultat === '' ? null : (le ?? (session.fin < today ? session.fin : today));
    const refus = refusDuResultat(inscrite, { resultat, le: jour }, today);
    if (refus) refuser(`resultats.${rang}.${refus.champ}`, refus.phrase, inscrite, resultats.length > 1);
    requete(db, RESULTAT).run(resultat, jour, instant, id);
  }
  return { avant };
}

const POSITIONNER = `
  UPDATE inscription SET positionnement = @positionnement, signe_salarie_le = @signeSalarieLe,
    signe_structure_le = @signeStructureLe, updated_at = @instant WHERE id = @id`;

function savePositionnement(
  contexte: Contexte,
  entree: Entree<'formation.savePositionnement'>,
): Record<string, never> {
  const { db, instant, today } = contexte;
  const { id, signeSalarieLe, signeStructureLe, ...fiche } = entree;
  const [inscrite] = lireInscrites(db, [id]) as [Inscrite];
  for (const [champ, jour] of Object.entries({ signeSalarieLe, signeStructureLe }))
    if (jour !== null && jour > today)
      refuser(champ, 'Une signature ne peut pas être datée dans le futur.', inscrite, false);
  requete(db, POSITIONNER).run({
    id,
    positionnement: JSON.stringify({
      ...fiche,
      prerequis: fiche.prerequis.filter(({ libelle }) => libelle !== ''),
    }),
    signeSalarieLe,
    signeStructureLe,
    instant,
  });
  if (inscrite.statut !== 'repere' && inscrite.statut !== 'positionne') return {};
  const session = lireSessionSuivie(db, inscrite.sessionId);
  if (session.statut === 'annulee') return {};
  // The last signature is the day of the positioning; without one, the day it would usually be.
  const signee = [signeSalarieLe, signeStructureLe]
    .filter((jour) => jour !== null)
    .sort()
    .at(-1);
  const le = signee ?? inscrite.positionneLe ?? jourParDefaut(inscrite, 'positionne', session, today);
  requete(db, RAMENER).run({ id, le });
  requete(db, AVANCER('positionne')).run({ id, le, motif: '', motifNote: '', instant });
  return {};
}

export const etapesOperations = {
  'formation.avancer': avancer,
  'formation.revenir': revenir,
  'formation.saveResultat': saveResultat,
  'formation.savePositionnement': savePositionnement,
};
