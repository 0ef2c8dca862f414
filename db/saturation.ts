import type { z } from 'zod';
import { nomCourt } from '../shared/format.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import {
  debutFenetre,
  mesurerSaturation,
  niveauDe,
  SATURATION_DEFAUT,
  type Saturation,
  type SaturationOrganisation,
  type SaturationReglage,
  type saturationsDemande,
} from '../shared/reseau/saturation.ts';
import type { Contexte } from './contexte.ts';
import { memoriser } from './memoire.ts';
import type { Base } from './open.ts';
import { readReglage, writeReglage } from './parametres.ts';
import { enListe, requete } from './requetes.ts';

const CLE = 'saturation';

/** Settings of the measure; what an older version did not store has its default. */
export const readSaturation = (db: Base): SaturationReglage => ({
  ...SATURATION_DEFAUT,
  ...readReglage<Partial<SaturationReglage>>(db, CLE, {}),
});

// CROSS JOIN: from the organisations asked for to their exchanges, never every exchange of the window.
const DEMANDES = `
  SELECT so.organisation_id AS organisationId, s.date, m.prenom, m.nom
  FROM json_each(@ids) j CROSS JOIN sollicitation_organisation so ON so.organisation_id = j.value
    CROSS JOIN sollicitation s ON s.id = so.sollicitation_id LEFT JOIN membre m ON m.id = s.auteur_id
  WHERE s.archived_at IS NULL AND s.sens = 'sortante' AND s.nature <> '' AND s.date > @depuis AND s.date <= @today
  ORDER BY s.date DESC, s.rang DESC`;

/** Hosting counts from the first day; a draft, a refused or a cancelled immersion asked nothing of anybody. */
const COMPTE = `i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)})`;

const ACCUEILS = `
  SELECT i.organisation_id AS organisationId, i.debut, i.fin
  FROM json_each(@ids) j CROSS JOIN immersion i ON i.organisation_id = j.value
  WHERE ${COMPTE} AND i.debut <= @today AND i.fin > @depuis`;

/** Measure of each organisation that exists, in the order asked. */
export function saturations(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  { organisationIds }: z.output<typeof saturationsDemande>,
): SaturationOrganisation[] {
  const reglage = readSaturation(db);
  const ids = JSON.stringify([...new Set(organisationIds)]);
  const valeurs = { ids, today, depuis: debutFenetre(today, reglage.mois) };
  const demandes = Map.groupBy(
    requete(db, DEMANDES).all(valeurs) as {
      organisationId: string;
      date: string;
      prenom: string | null;
      nom: string | null;
    }[],
    ({ organisationId }) => organisationId,
  );
  const accueils = Map.groupBy(
    requete(db, ACCUEILS).all(valeurs) as { organisationId: string; debut: string; fin: string }[],
    ({ organisationId }) => organisationId,
  );
  const organisations = requete(
    db,
    'SELECT o.id, o.nom FROM json_each(?) j CROSS JOIN organisation o ON o.id = j.value ORDER BY j.key',
  ).all(ids) as { id: string; nom: string }[];
  return organisations.map(({ id, nom }) => ({
    organisationId: id,
    nom,
    ...mesurerSaturation(
      (demandes.get(id) ?? []).map(({ date, prenom, nom: auteur }) => ({
        date,
        auteur: auteur === null ? null : nomCourt(prenom ?? '', auteur),
      })),
      accueils.get(id) ?? [],
      reglage,
      today,
    ),
  }));
}

/** Loads that are not nothing, by number (`rang`): an index holds the window, it is cheaper than asking each organisation. */
const CHARGES = `
  SELECT o.id, o.rang, c.charge FROM (
    SELECT organisationId, sum(poids) AS charge FROM (
      SELECT so.organisation_id AS organisationId, count(*) AS poids
      FROM sollicitation s INDEXED BY sollicitation_date
        CROSS JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
      WHERE s.archived_at IS NULL AND s.date > @depuis AND s.date <= @today AND s.nature <> '' AND s.sens = 'sortante'
      GROUP BY 1
      UNION ALL
      SELECT i.organisation_id, @poids FROM immersion i
      WHERE ${COMPTE} AND i.debut <= @today AND i.fin > @depuis)
    GROUP BY organisationId HAVING charge >= @alerte) c
  CROSS JOIN organisation o ON o.id = c.organisationId`;

interface Chargee {
  id: string;
  rang: number;
  niveau: Saturation['niveau'];
}

/** Organisations that are often asked on a day, or too much. */
function readChargees({ db, today }: Pick<Contexte, 'db' | 'today'>): Chargee[] {
  const reglage = readSaturation(db);
  const lues = requete(db, CHARGES).all({
    depuis: debutFenetre(today, reglage.mois),
    today,
    poids: reglage.poidsImmersion,
    alerte: reglage.alerteA * reglage.seuil,
  }) as { id: string; rang: number; charge: number }[];
  return lues.map(({ id, rang, charge }) => ({ id, rang, niveau: niveauDe(charge, reglage) }));
}

/** Those asked too much on a day, whenever it is. */
export const saturees = (lecteur: Pick<Contexte, 'db' | 'today'>): Set<string> =>
  new Set(readChargees(lecteur).flatMap(({ id, niveau }) => (niveau === 'saturee' ? [id] : [])));

/** Organisations of the network that are often asked, or too much, by number. Read once after each write. */
export function niveauxParRang(
  lecteur: Pick<Contexte, 'db' | 'today'>,
): ReadonlyMap<number, Saturation['niveau']> {
  return memoriser(
    lecteur.db,
    'niveaux',
    lecteur.today,
    () => new Map(readChargees(lecteur).map(({ rang, niveau }) => [rang, niveau])),
  );
}

/** Numbers of the organisations asked too much. */
export const rangsSatures = (lecteur: Pick<Contexte, 'db' | 'today'>): number[] =>
  [...niveauxParRang(lecteur)].filter(([, niveau]) => niveau === 'saturee').map(([rang]) => rang);

export const saturationOperations = {
  'reseau.saturation': saturations,
  'parametres.saturation': ({ db }: Contexte) => readSaturation(db),
  'parametres.saveSaturation': (contexte: Contexte, reglage: SaturationReglage) => {
    writeReglage(contexte, CLE, reglage);
    return reglage;
  },
};
