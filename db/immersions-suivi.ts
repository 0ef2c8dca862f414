import { ajouterJours } from '../shared/dates.ts';
import { nomCourt } from '../shared/format.ts';
import { etapesDe, instantDe, prochaineEtape } from '../shared/immersions/regles-accident.ts';
import { pointsDe, RAPPEL_BILAN } from '../shared/immersions/regles-points.ts';
import { presencesDe } from '../shared/immersions/regles-presences.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import type { AccidentDu, PointDu, Suivi, SuiviDuJour } from '../shared/immersions/suivi.ts';
import { HORIZON } from '../shared/sollicitations/regles.ts';
import type { Contexte } from './contexte.ts';
import { AVANCEMENT, joursDe, trouverImmersion } from './immersions.ts';
import { accidentsOperations, declarant, readAccidents } from './immersions-accidents.ts';
import { lirePresences } from './immersions-heures-faites.ts';
import { lirePoints, pointsOperations, readPoints, suivieDe } from './immersions-points.ts';
import { presencesOperations } from './immersions-presences.ts';
import { urssafOperations } from './immersions-urssaf.ts';
import { auteurCourant } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import type { immersion, immersionAccident } from './schema/index.ts';

function suivi(contexte: Contexte, { id }: { id: string }): Suivi {
  const { db } = contexte;
  const ligne = trouverImmersion(db, id);
  return {
    points: readPoints(contexte, ligne),
    presences: presencesDe(joursDe(ligne), lirePresences(db, id)),
    accidents: readAccidents(db, ligne),
    declarant: declarant(db, ligne),
  };
}

/** An immersion with those it concerns, under the names of the schema for what its points follow from. */
const SUJETS = `
  SELECT i.id, i.numero, i.statut, i.objet, i.debut, i.fin, i.fin_prevue AS finPrevue, i.horaires, i.exceptions,
    i.feries_travailles AS feriesTravailles, i.alsace_moselle AS alsaceMoselle, i.mode_contrat AS modeContrat,
    i.prescripteur_nom AS prescripteurNom, i.tuteur_nom AS tuteurNom, ${AVANCEMENT},
    s.id AS salarieId, s.prenom, s.nom, o.id AS organisationId, o.nom AS organisationNom, o.telephone,
    p.telephone AS tuteurTelephone, m.id AS referentId, m.prenom AS referentPrenom, m.nom AS referentNom
  FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
  LEFT JOIN interlocuteur p ON p.id = i.tuteur_id AND p.archived_at IS NULL
  LEFT JOIN membre m ON m.id = i.referent_id
  WHERE i.archived_at IS NULL`;

type Sujet = typeof immersion.$inferSelect & {
  bilanLe: string | null;
  prenom: string;
  nom: string;
  organisationNom: string;
  telephone: string;
  tuteurTelephone: string | null;
  referentPrenom: string | null;
  referentNom: string | null;
};

const versSujet = (s: Sujet): Omit<AccidentDu, 'id' | 'date' | 'etape'> => ({
  immersionId: s.id,
  numero: s.numero,
  salarie: { id: s.salarieId, prenom: s.prenom, nom: s.nom },
  organisation: { id: s.organisationId, nom: s.organisationNom, telephone: s.telephone },
  tuteur: { nom: s.tuteurNom, telephone: s.tuteurTelephone ?? '' },
  referent:
    s.referentId === null
      ? null
      : { id: s.referentId, nom: nomCourt(s.referentPrenom ?? '', s.referentNom ?? '') },
});

/** What a member follows: theirs, and what is nobody's. A point agreed on may be due long after the rest. */
const SUIVIES = `${SUJETS} AND i.statut IN (${enListe(STATUTS_COMPTES)}) AND i.debut <= @limite
  AND (@moi IS NULL OR i.referent_id IS NULL OR i.referent_id = @moi)
  AND (i.fin >= @depuis OR EXISTS (
    SELECT 1 FROM immersion_point t WHERE t.immersion_id = i.id AND t.archived_at IS NULL
      AND (t.fait_le IS NULL OR json_extract(t.contenu, '$.prochain') IS NOT NULL)))
  ORDER BY i.debut, i.numero`;

function pointsDus({ db, today }: Contexte, moi: string | null): PointDu[] {
  const limite = ajouterJours(today, HORIZON);
  const sujets = requete(db, SUIVIES).all({
    limite,
    moi,
    depuis: ajouterJours(today, -RAPPEL_BILAN),
  }) as Sujet[];
  const gardes = lirePoints(
    db,
    sujets.map(({ id }) => id),
  );
  return sujets
    .flatMap((sujet) =>
      pointsDe(suivieDe(sujet, sujet.bilanLe), gardes.get(sujet.id) ?? [], today)
        .filter(({ etat, echeance, genre }) =>
          etat === 'a_venir'
            ? echeance <= limite && genre !== 'bilan'
            : etat === 'du' || etat === 'en_retard',
        )
        .map(({ cle, genre, titre, echeance, prevu, etat }) => ({
          ...versSujet(sujet),
          ...{ cle, genre, titre, echeance, prevu, etat },
        })),
    )
    .sort((a, b) => a.echeance.localeCompare(b.echeance) || a.salarie.nom.localeCompare(b.salarie.nom));
}

function accidentsDus(contexte: Contexte): AccidentDu[] {
  const { db } = contexte;
  const ouverts = requete(
    db,
    `SELECT a.id, a.immersion_id AS immersionId, a.date, a.heure, a.informe_le AS informeLe,
       a.transmis_le AS transmisLe, a.declare_le AS declareLe
     FROM immersion_accident a JOIN immersion i ON i.id = a.immersion_id AND i.archived_at IS NULL
     WHERE a.archived_at IS NULL AND a.declare_le IS NULL ORDER BY a.date, a.id`,
  ).all() as (typeof immersionAccident.$inferSelect)[];
  return ouverts.flatMap((accident) => {
    const sujet = requete(db, `${SUJETS} AND i.id = ?`).get(accident.immersionId) as Sujet;
    const etapes = etapesDe(accident, declarant(db, sujet), Boolean(sujet.alsaceMoselle));
    const etape = prochaineEtape(etapes);
    return etape === null ? [] : [{ ...versSujet(sujet), id: accident.id, date: accident.date, etape }];
  });
}

function suiviDuJour(contexte: Contexte, { qui }: { qui: 'moi' | 'equipe' }): SuiviDuJour {
  const { db, clock } = contexte;
  const dus = pointsDus(contexte, qui === 'moi' ? auteurCourant(db) : null);
  const accidents = accidentsDus(contexte);
  const maintenant = instantDe(clock.now());
  const tardifs = accidents.filter(({ etape: { limite } }) => limite !== null && limite < maintenant).length;
  const combien = (etat: PointDu['etat']) => dus.filter((point) => point.etat === etat).length;
  return {
    points: dus.filter(({ genre }) => genre !== 'bilan'),
    bilans: dus.filter(({ genre }) => genre === 'bilan'),
    accidents,
    enRetard: combien('en_retard') + tardifs,
    aujourdhui: combien('du') + accidents.length - tardifs,
  };
}

export const suiviOperations = {
  'immersions.suivi': suivi,
  'immersions.suiviDuJour': suiviDuJour,
  ...pointsOperations,
  ...presencesOperations,
  ...accidentsOperations,
  ...urssafOperations,
};
