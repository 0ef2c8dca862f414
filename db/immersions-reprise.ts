import { ageAu, ajouterJours, type DateCivile, lundiDe } from '../shared/dates.ts';
import { type BrouillonGarde, brouillonGarde } from '../shared/immersions/brouillon.ts';
import { enAlsaceMoselle, type Horaires } from '../shared/immersions/horaires.ts';
import {
  type Amorce,
  type MetierConnu,
  MODALITES_PROPOSEES,
  type Reprise,
} from '../shared/immersions/reprise.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import { normaliser } from '../shared/normaliser.ts';
import { couvertureDepuis } from '../shared/salaries/regles.ts';
import type { Contexte } from './contexte.ts';
import { readMetiers } from './metiers.ts';
import type { Base } from './open.ts';
import { auteurCourant, readParametres, readReglage, writeReglage } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import { readSalarie } from './salaries.ts';

/** Métiers proposed before the ROME is searched. */
const METIERS_MAX = 12;

interface Passee {
  id: string;
  numero: string;
  organisationId: string;
  horaires: string;
  metier: string;
  romeCode: string;
  romeVersion: string;
  competences: string;
  activites: string;
  modalitesEvaluation: string;
  protection: string;
  prevention: string;
  transport: string;
  lieu: string;
  siteId: string | null;
  modeContrat: string;
  tuteurId: string | null;
  tuteurNom: string;
  tuteurFonction: string;
  referentId: string | null;
  representantLegal: string;
  prescripteurNom: string;
  prescripteurAdresse: string;
  prescripteurReferent: string;
}

/** Conventions that were issued: a draft, a refusal or a cancellation teaches nothing to the next. */
const DERNIERE = `
  SELECT i.id, i.numero, i.organisation_id AS organisationId, i.horaires, i.metier, i.rome_code AS romeCode,
    i.rome_version AS romeVersion, i.competences, i.activites, i.modalites_evaluation AS modalitesEvaluation,
    i.protection, i.prevention, i.transport, i.lieu, i.site_id AS siteId, i.mode_contrat AS modeContrat,
    i.tuteur_id AS tuteurId, i.tuteur_nom AS tuteurNom, i.tuteur_fonction AS tuteurFonction,
    i.referent_id AS referentId, i.representant_legal AS representantLegal,
    i.prescripteur_nom AS prescripteurNom, i.prescripteur_adresse AS prescripteurAdresse,
    i.prescripteur_referent AS prescripteurReferent
  FROM immersion i
  WHERE i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)})`;
const PLUS_RECENTE = 'ORDER BY i.debut DESC, i.numero DESC LIMIT 1';

const CHEZ = `${DERNIERE} AND i.organisation_id = ? ${PLUS_RECENTE}`;
const DE = `${DERNIERE} AND i.salarie_id = ? ${PLUS_RECENTE}`;
const EVALUEE = `${DERNIERE} AND i.modalites_evaluation <> '' ${PLUS_RECENTE}`;
const PRESCRITE_POUR = `${DERNIERE} AND i.prescripteur_nom <> '' AND i.salarie_id = ? ${PLUS_RECENTE}`;
const PRESCRITE = `${DERNIERE} AND i.prescripteur_nom <> '' ${PLUS_RECENTE}`;

function derniere(db: Base, sql: string, ...cles: string[]): Passee | undefined {
  return requete(db, sql).get(...cles) as Passee | undefined;
}

const origineDe = ({ id, numero }: Passee) => ({ id, numero });

/** What the tutor does there now; null once they left. Someone typed without a record is taken as they were. */
function tuteurPresent(db: Base, { tuteurId, organisationId, tuteurFonction }: Passee): string | null {
  if (tuteurId === null) return tuteurFonction;
  const intitule = requete(
    db,
    `SELECT f.intitule FROM fonction f JOIN interlocuteur p ON p.id = f.interlocuteur_id
      WHERE p.id = ? AND f.organisation_id = ? AND f.fin IS NULL AND p.archived_at IS NULL`,
  )
    .pluck()
    .get(tuteurId, organisationId) as string | undefined;
  return intitule === undefined ? null : intitule || tuteurFonction;
}

const siteOuvert = (db: Base, id: string, organisationId: string): boolean =>
  requete(db, 'SELECT 1 FROM site WHERE id = ? AND organisation_id = ? AND archived_at IS NULL').get(
    id,
    organisationId,
  ) !== undefined;

/** What the host did last time. */
function reprisesAccueil(db: Base, organisationId: string): Reprise[] {
  const passee = derniere(db, CHEZ, organisationId);
  if (!passee) return [];
  const origine = origineDe(passee);
  const reprises: Reprise[] = [];
  const fonction = tuteurPresent(db, passee);
  if (passee.tuteurNom !== '' && fonction !== null) {
    const { tuteurId, tuteurNom } = passee;
    reprises.push({ groupe: 'tuteur', origine, valeurs: { tuteurId, tuteurNom, tuteurFonction: fonction } });
  }
  const horaires = JSON.parse(passee.horaires) as Horaires;
  if (horaires.some((plages) => plages.length > 0))
    reprises.push({ groupe: 'horaires', origine, valeurs: { horaires } });
  if (passee.activites !== '' || passee.metier !== '') {
    const { metier, romeCode, romeVersion, activites } = passee;
    const competences = JSON.parse(passee.competences) as string[];
    reprises.push({
      groupe: 'activites',
      origine,
      valeurs: { metier, romeCode, romeVersion, activites, competences },
    });
  }
  if (passee.protection !== '' || passee.prevention !== '') {
    const { protection, prevention } = passee;
    reprises.push({ groupe: 'securite', origine, valeurs: { protection, prevention } });
  }
  const { lieu } = passee;
  const siteId =
    passee.siteId !== null && siteOuvert(db, passee.siteId, organisationId) ? passee.siteId : null;
  // The address of a site that closed is no place any more.
  if (siteId !== null || (lieu !== '' && passee.siteId === null))
    reprises.push({ groupe: 'lieu', origine, valeurs: { lieu, siteId } });
  if (passee.transport !== '')
    reprises.push({ groupe: 'transport', origine, valeurs: { transport: passee.transport } });
  return reprises;
}

/** How this person was evaluated by this host, else as the structure does, else in words of ours. */
function repriseEvaluation(db: Base, organisationId: string | null): Reprise {
  const passee =
    (organisationId === null ? undefined : derniere(db, CHEZ, organisationId)) ?? derniere(db, EVALUEE);
  return passee && passee.modalitesEvaluation !== ''
    ? {
        groupe: 'evaluation',
        origine: origineDe(passee),
        valeurs: { modalitesEvaluation: passee.modalitesEvaluation },
      }
    : { groupe: 'evaluation', origine: null, valeurs: { modalitesEvaluation: MODALITES_PROPOSEES } };
}

/** Who follows this person, under which mode; else whoever writes. */
function reprisesSalarie({ db, today }: Contexte, salarieId: string | null): Reprise[] {
  const { membres, membreCourant } = readParametres(db);
  const passee = salarieId === null ? undefined : derniere(db, DE, salarieId);
  const reprises: Reprise[] = [];
  const present = membres.some(({ id }) => id === passee?.referentId);
  if (passee && present)
    reprises.push({
      groupe: 'referent',
      origine: origineDe(passee),
      valeurs: { referentId: passee.referentId },
    });
  else if (membreCourant)
    reprises.push({ groupe: 'referent', origine: null, valeurs: { referentId: membreCourant.id } });
  if (!passee || salarieId === null) return reprises;
  const { modeContrat, representantLegal } = passee;
  if (modeContrat === 'maintenu' || modeContrat === 'suspendu')
    reprises.push({ groupe: 'contrat', origine: origineDe(passee), valeurs: { modeContrat } });
  if (representantLegal !== '' && ageAu(readSalarie(db, salarieId).naissance, today) < 18)
    reprises.push({ groupe: 'representant', origine: origineDe(passee), valeurs: { representantLegal } });
  return reprises;
}

/** The last external prescriber, of this person first: an ETTI does not prescribe. */
function reprisePrescripteur(db: Base, salarieId: string | null): Reprise[] {
  if (readParametres(db).structure?.genre !== 'ETTI') return [];
  const passee =
    (salarieId === null ? undefined : derniere(db, PRESCRITE_POUR, salarieId)) ?? derniere(db, PRESCRITE);
  if (!passee) return [];
  const { prescripteurNom, prescripteurAdresse, prescripteurReferent } = passee;
  return [
    {
      groupe: 'prescripteur',
      origine: origineDe(passee),
      valeurs: { prescripteurNom, prescripteurAdresse, prescripteurReferent },
    },
  ];
}

/** Two weeks from the next free Monday, as DGEFP advises for a first time, closed on the last day worked. */
function reprisePeriode(
  { db, today }: Contexte,
  salarieId: string | null,
  horaires: Horaires | undefined,
): Reprise {
  const occupe =
    salarieId === null
      ? null
      : (requete(
          db,
          `SELECT max(fin) FROM immersion
            WHERE salarie_id = ? AND archived_at IS NULL AND statut NOT IN ('annulee', 'refusee')`,
        )
          .pluck()
          .get(salarieId) as DateCivile | null);
  const debut = ajouterJours(lundiDe(occupe !== null && occupe > today ? occupe : today), 7);
  const dernier = horaires?.findLastIndex((plages) => plages.length > 0) ?? -1;
  const fin = ajouterJours(debut, 7 + (dernier === -1 ? 4 : dernier));
  // A structure places those it employs: not a day after their contract.
  const jusque = salarieId === null ? null : couvertureDepuis(readSalarie(db, salarieId).contrats, debut);
  const borne = jusque !== null && jusque !== 'sans_terme' && jusque < fin ? jusque : fin;
  return { groupe: 'periode', origine: null, valeurs: { debut, fin: borne } };
}

/** What was already tried there, or by this person: the most likely answers. */
function metiersConnus(db: Base, salarieId: string | null, organisationId: string | null): MetierConnu[] {
  const passes = (colonne: 'salarie_id' | 'organisation_id', id: string) =>
    requete(
      db,
      `SELECT rome_code AS code, rome_version AS version, metier AS libelle, max(debut) AS recent FROM immersion
        WHERE ${colonne} = ? AND metier <> '' AND archived_at IS NULL
          AND statut IN (${enListe(STATUTS_COMPTES)})
        GROUP BY rome_code, metier ORDER BY recent DESC`,
    ).all(id) as Omit<MetierConnu, 'source'>[];
  const tous: MetierConnu[] = [
    ...(organisationId === null
      ? []
      : [...readMetiers(db, organisationId), ...passes('organisation_id', organisationId)].map((metier) => ({
          ...metier,
          source: 'accueil' as const,
        }))),
    ...(salarieId === null
      ? []
      : passes('salarie_id', salarieId).map((metier) => ({ ...metier, source: 'salarie' as const }))),
  ];
  const vus = new Set<string>();
  const uniques: MetierConnu[] = [];
  for (const { code, version, libelle, source } of tous) {
    const cle = normaliser(libelle);
    if (vus.has(cle)) continue;
    vus.add(cle);
    uniques.push({ code, version, libelle, source });
  }
  return uniques.slice(0, METIERS_MAX);
}

function codePostalDe(db: Base, organisationId: string | null): string {
  if (organisationId === null) return '';
  return (
    (requete(db, 'SELECT code_postal FROM organisation WHERE id = ?').pluck().get(organisationId) as
      | string
      | undefined) ?? ''
  );
}

function prefill(
  contexte: Contexte,
  { salarieId, organisationId }: { salarieId: string | null; organisationId: string | null },
): Amorce {
  const { db } = contexte;
  const accueil = organisationId === null ? [] : reprisesAccueil(db, organisationId);
  const horaires = accueil.find(({ groupe }) => groupe === 'horaires')?.valeurs.horaires;
  return {
    reprises: [
      ...accueil,
      repriseEvaluation(db, organisationId),
      ...reprisesSalarie(contexte, salarieId),
      ...reprisePrescripteur(db, salarieId),
      reprisePeriode(contexte, salarieId, horaires),
    ],
    metiers: metiersConnus(db, salarieId, organisationId),
    alsaceMoselle: enAlsaceMoselle(codePostalDe(db, organisationId)),
  };
}

/** Each member has their own: the laptop is shared. */
const cle = (db: Base) => `brouillon_immersion_${auteurCourant(db) ?? ''}`;

export const repriseOperations = {
  'immersions.prefill': prefill,
  'immersions.brouillon': ({ db }: Contexte): { brouillon: BrouillonGarde | null } => {
    // Written by another version of the application, it may no longer be readable: it was only a draft.
    const lu = brouillonGarde.safeParse(readReglage(db, cle(db), null));
    return { brouillon: lu.success ? lu.data : null };
  },
  'immersions.keepBrouillon': (contexte: Contexte, { brouillon }: { brouillon: BrouillonGarde | null }) => {
    writeReglage(contexte, cle(contexte.db), brouillon);
    return {};
  },
};
