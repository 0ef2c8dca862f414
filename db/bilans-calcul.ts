import {
  type CompteImmersions,
  compterImmersions,
  type ImmersionComptee,
} from '../shared/bilans/immersions.ts';
import { codesDe } from '../shared/bilans/libelles.ts';
import {
  moisDe,
  periodePrecedente,
  RESULTAT_SANS_REPONSE,
  RESULTATS_ACCORD,
  vecue,
} from '../shared/bilans/regles.ts';
import { repartir } from '../shared/bilans/repartition.ts';
import type { Bilan, Mesure, Part, Periode } from '../shared/bilans/schema.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import { RESULTATS_AVEC_CAUSE } from '../shared/nomenclatures/sollicitations.ts';
import type { Contexte } from './contexte.ts';
import { valeursDe } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';

export const EST_ACCORD = `resultat IN (${enListe(RESULTATS_ACCORD)})`;

/** Exchanges of a period, from the index alone. */
const ECHANGES = `
  SELECT substr(date, 1, 7) AS mois, nature, canal, resultat, count(*) AS nombre, sum(${EST_ACCORD}) AS accords
  FROM sollicitation
  WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin
  GROUP BY 1, 2, 3, 4`;

/** Exchanges that call for a cause: the index alone says which, so few rows are read. */
export const AVEC_CAUSE = `resultat IN (${enListe(RESULTATS_AVEC_CAUSE)})`;

const CAUSES = `
  SELECT cause AS code, count(*) AS nombre FROM sollicitation
  WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin AND ${AVEC_CAUSE} GROUP BY cause`;

const SALARIES = `
  SELECT count(DISTINCT l.salarie_id) FROM sollicitation s
  CROSS JOIN sollicitation_salarie l ON l.sollicitation_id = s.id
  WHERE s.archived_at IS NULL AND s.date BETWEEN @debut AND @fin`;

interface Echange {
  mois: string;
  nature: string;
  canal: string;
  resultat: string;
  nombre: number;
  accords: number;
}

/**
 * Organisations of a period with their exchanges in it. CROSS JOIN keeps SQLite on the index of dates: from the
 * organisations it would read the row of every exchange ever noted.
 */
export const TOUCHEES = `
  SELECT so.organisation_id AS id, count(*) AS echanges, min(s.date) AS premier, max(s.date) AS dernier,
    max(s.resultat <> '${RESULTAT_SANS_REPONSE}') AS jointe
  FROM sollicitation s CROSS JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
  WHERE s.archived_at IS NULL AND s.date BETWEEN @debut AND @fin
  GROUP BY so.organisation_id`;

/** True when `t` had an exchange before the period. */
export const DEJA_CONNUE = `EXISTS (
    SELECT 1 FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
    WHERE so.organisation_id = t.id AND s.archived_at IS NULL AND s.date < @debut)`;

const ORGANISATIONS = `
  SELECT count(*) AS organisations, total(t.jointe) AS jointes, total(NOT ${DEJA_CONNUE}) AS nouvelles,
    total(t.echanges) AS touches
  FROM (${TOUCHEES}) t`;

interface Organisations {
  organisations: number;
  jointes: number;
  nouvelles: number;
  touches: number;
}

const RELANCES = `
  SELECT total(fait_le BETWEEN @debut AND @fin) AS faites,
    total(echeance BETWEEN @debut AND @fin) AS echues,
    total(echeance BETWEEN @debut AND @fin AND fait_le IS NOT NULL) AS echuesFaites
  FROM relance WHERE archived_at IS NULL`;

interface Relances {
  faites: number;
  echues: number;
  echuesFaites: number;
}

const IMMERSIONS = `
  SELECT i.id, i.numero, i.debut, i.fin, i.minutes, i.minutes_faites AS minutesFaites, i.objet,
    i.renouvelle_id IS NOT NULL AS renouvellement,
    EXISTS (SELECT 1 FROM immersion_bilan b WHERE b.immersion_id = i.id AND b.realisation = 'absente') AS absente,
    (SELECT json_group_array(json_object('date', j.date, 'minutes', j.minutes))
       FROM immersion_presence j WHERE j.immersion_id = i.id) AS presences,
    i.horaires, i.feries_travailles AS feries, i.exceptions, i.alsace_moselle AS local,
    i.salarie_id AS salarieId, p.prenom, p.nom, p.sexe, i.organisation_id AS organisationId,
    o.nom AS organisation, o.genre AS hote
  FROM immersion i JOIN salarie p ON p.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
  WHERE i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)})
    AND i.debut <= @fin AND i.fin >= @debut
  ORDER BY i.debut DESC, i.id DESC`;

const EMBAUCHES = `
  SELECT contrat AS code, count(*) AS nombre FROM embauche
  WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin GROUP BY contrat`;

interface ParCode {
  code: string;
  nombre: number;
}

export interface ImmersionLue extends ImmersionComptee {
  id: string;
  numero: string;
  prenom: string;
  nom: string;
  organisationId: string;
  organisation: string;
}

/**
 * The conventions that touch a period, latest first. They are tens or hundreds a year, so they are folded by the pure
 * rules: only the calendar of each one knows the hours of a convention astride the period.
 */
export function readImmersions(db: Base, periode: Periode): ImmersionLue[] {
  const lignes = requete(db, IMMERSIONS).all(periode) as (Omit<
    ImmersionLue,
    | 'horaires'
    | 'feriesTravailles'
    | 'exceptions'
    | 'alsaceMoselle'
    | 'renouvellement'
    | 'absente'
    | 'presences'
  > & {
    horaires: string;
    feries: 0 | 1;
    exceptions: string;
    local: 0 | 1;
    renouvellement: 0 | 1;
    absente: 0 | 1;
    presences: string;
  })[];
  return lignes.map(
    ({ horaires, feries, exceptions, local, renouvellement, absente, presences, ...ligne }) => ({
      ...ligne,
      horaires: JSON.parse(horaires),
      feriesTravailles: feries === 1,
      exceptions: JSON.parse(exceptions),
      alsaceMoselle: local === 1,
      renouvellement: renouvellement === 1,
      absente: absente === 1,
      presences: JSON.parse(presences),
    }),
  );
}

/** A period no date belongs to: one not begun yet, or the year before when there is none. */
const JAMAIS: Periode = { debut: '9999-12-31', fin: '0000-01-01' };

interface Comptes {
  echanges: Echange[];
  organisations: Organisations;
  relances: Relances;
  immersions: CompteImmersions;
  embauches: ParCode[];
  causes: ParCode[];
  salaries: number;
}

function compter(db: Base, periode: Periode, immersions: ImmersionComptee[], avant: Periode | null): Comptes {
  return {
    echanges: requete(db, ECHANGES).all(periode) as Echange[],
    organisations: requete(db, ORGANISATIONS).get(periode) as Organisations,
    relances: requete(db, RELANCES).get(periode) as Relances,
    immersions: compterImmersions(immersions, periode, avant),
    embauches: requete(db, EMBAUCHES).all(periode) as ParCode[],
    causes: requete(db, CAUSES).all(periode) as ParCode[],
    salaries: requete(db, SALARIES).pluck().get(periode) as number,
  };
}

const somme = <L>(lignes: readonly L[], lire: (ligne: L) => number) =>
  lignes.reduce((total, ligne) => total + lire(ligne), 0);

/** Months of the period, each with the same month one year before. */
function repartirMois(periode: Periode, echanges: Echange[], anciens: Echange[] | null): Part[] {
  const unAnApres = (mois: string) => `${Number(mois.slice(0, 4)) + 1}${mois.slice(4)}`;
  return repartir(
    moisDe(periode),
    echanges.map(({ mois, nombre }) => ({ code: mois, nombre })),
    anciens?.map(({ mois, nombre }) => ({ code: unAnApres(mois), nombre })) ?? null,
  );
}

/** Limits of what a bilan counts on a day: what is lived of the period asked for. */
export function bornesDe(periode: Periode, today: string): Periode {
  return vecue(periode, today).bornes ?? JAMAIS;
}

/** Every figure of a bilan, as of today. */
export function computeBilan({ db, today }: Pick<Contexte, 'db' | 'today'>, periode: Periode): Bilan {
  const { bornes, arreteAu } = vecue(periode, today);
  const precedente = bornes && periodePrecedente(bornes);
  const courantes = bornes ?? JAMAIS;
  const immersions = readImmersions(db, { debut: (precedente ?? courantes).debut, fin: courantes.fin });
  const maintenant = compter(db, courantes, immersions, precedente);
  const avant = precedente && compter(db, precedente, immersions, null);
  const mesure = (lire: (comptes: Comptes) => number): Mesure => ({
    valeur: lire(maintenant),
    precedent: avant && lire(avant),
  });
  /** Codes of an open list met in the period or still offered, in the words of the structure. */
  const parOuverte = (liste: 'canaux' | 'causes', comptes: ParCode[], anciens: ParCode[] | null): Part[] => {
    const valeurs = valeursDe(db, liste);
    const vus = new Set([...comptes, ...(anciens ?? [])].map(({ code }) => code));
    const codes = valeurs.filter(({ code, retiree }) => !retiree || vus.has(code)).map(({ code }) => code);
    const noms = new Map(valeurs.map(({ code, label }) => [code, label]));
    return repartir(codes, comptes, anciens).map((part) => ({ ...part, nom: noms.get(part.code) }));
  };
  const parCanal = (echanges: Echange[]) => echanges.map(({ canal, nombre }) => ({ code: canal, nombre }));
  const par = (axe: 'nature' | 'resultat'): Part[] => {
    const compte = (echange: Echange) => ({ code: echange[axe], nombre: echange.nombre });
    return repartir(codesDe(axe), maintenant.echanges.map(compte), avant?.echanges.map(compte) ?? null);
  };
  const { tousObjets, parObjet, parHote, anterieures, renouvellements } = maintenant.immersions;
  return {
    periode,
    arreteAu,
    precedente,
    organisations: mesure(({ organisations }) => organisations.organisations),
    jointes: mesure(({ organisations }) => organisations.jointes),
    nouvelles: mesure(({ organisations }) => organisations.nouvelles),
    echanges: mesure(({ echanges }) => somme(echanges, ({ nombre }) => nombre)),
    touches: maintenant.organisations.touches,
    salariesTouches: maintenant.salaries,
    accords: mesure(({ echanges }) => somme(echanges, ({ accords }) => accords)),
    relances: {
      faites: mesure(({ relances }) => relances.faites),
      echues: maintenant.relances.echues,
      echuesFaites: maintenant.relances.echuesFaites,
    },
    immersions: mesure((comptes) => comptes.immersions.tousObjets.total.immersions),
    personnes: mesure((comptes) => comptes.immersions.tousObjets.total.personnes),
    minutes: mesure((comptes) => comptes.immersions.tousObjets.total.minutes),
    embauches: mesure(({ embauches }) => somme(embauches, ({ nombre }) => nombre)),
    immersionsAnterieures: anterieures,
    renouvellements,
    parMois: repartirMois(periode, maintenant.echanges, avant?.echanges ?? null),
    parNature: par('nature'),
    parCanal: parOuverte('canaux', parCanal(maintenant.echanges), avant && parCanal(avant.echanges)),
    parResultat: par('resultat'),
    // A list of two dozen causes is read for those that were met.
    parCause: parOuverte('causes', maintenant.causes, avant?.causes ?? null).filter(
      ({ valeur }) => valeur > 0,
    ),
    parHote,
    embauchesParContrat: repartir(codesDe('contrat'), maintenant.embauches, avant?.embauches ?? null),
    parObjet,
    tousObjets,
  };
}
