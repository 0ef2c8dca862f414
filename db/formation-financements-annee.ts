import type { z } from 'zod';
import { ajouterJours, type DateCivile } from '../shared/dates.ts';
import { nommerFinanceur } from '../shared/formation/avertissements-financement.ts';
import type {
  EcheanceFinancement,
  FinancementLigne,
  FinancementsAnnee,
  FinancementsFiltres,
  financementContrat,
  LigneLue,
} from '../shared/formation/financement.ts';
import { direPart } from '../shared/formation/part.ts';
import { LIBELLES_ETAT_LIGNE } from '../shared/formation/regles-financement.ts';
import { direTitre } from '../shared/formation/titre-session.ts';
import type { Livraison } from '../shared/livraison.ts';
import { PHASES_COUT } from '../shared/nomenclatures/formation.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { seuilsAu } from '../shared/parametres/seuils.ts';
import type { Contexte } from './contexte.ts';
import { coutHoraireAu, coutsDe, lireSessionsFinancees } from './formation-couts.ts';
import { lireLignes } from './formation-financement-lignes.ts';
import { requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** Sessions that count and have a line in the year. */
const SESSIONS = `
  SELECT DISTINCT s.id FROM session_formation s JOIN financement f ON f.session_id = s.id
  WHERE s.archived_at IS NULL AND s.statut <> 'annulee' AND f.archived_at IS NULL AND f.exercice = ?
  ORDER BY s.debut, s.numero`;

function lireAnnee({ db }: Lecteur, annee: number): FinancementLigne[] {
  const ids = requete(db, SESSIONS).pluck().all(annee) as string[];
  const coutHoraire = coutHoraireAu(db);
  const sessions = lireSessionsFinancees(db, ids).map((session) => ({
    session,
    couts: coutsDe(session, coutHoraire),
  }));
  const parSession = lireLignes(db, sessions);
  return sessions.flatMap(({ session: { id, numero, titre, debut, fin } }) =>
    parSession
      .get(id)!
      .filter(({ exercice }) => exercice === annee)
      .map(({ mouvements: _m, note: _n, prevuCentimes: _p, ...ligne }) => ({
        ...ligne,
        session: { id, numero, titre, debut, fin },
      })),
  );
}

const SOMMES = [
  'prevu',
  'demande',
  'accorde',
  'refuse',
  'avance',
  'facture',
  'verse',
  'retenu',
  'aRecevoir',
  'aRembourser',
] as const;

function totaliser(lignes: readonly Pick<LigneLue, (typeof SOMMES)[number]>[]): FinancementsAnnee['totaux'] {
  return Object.fromEntries(
    SOMMES.map((champ) => [champ, lignes.reduce((somme, ligne) => somme + ligne[champ], 0)]),
  ) as FinancementsAnnee['totaux'];
}

function garder(
  { financeur, phase, etat, attente }: FinancementsFiltres,
  limite: DateCivile,
): (ligne: FinancementLigne) => boolean {
  return (ligne) =>
    (financeur === '' || (ligne.organisation?.id ?? 'propres') === financeur) &&
    (phase === '' || ligne.phase === phase) &&
    (etat === '' || ligne.etat === etat) &&
    (attente === '' ||
      (attente === 'recevoir' && ligne.aRecevoir > 0) ||
      (attente === 'rembourser' && ligne.aRembourser > 0) ||
      (attente === 'echeance' && ligne.echeance !== null && ligne.echeance <= limite));
}

/** Last day a deadline is reminded of. */
function limiteDe({ db, today }: Lecteur): DateCivile {
  return ajouterJours(today, seuilsAu(today, readSeuils(db)).echeanceFinancement);
}

/** By name, own funds last. */
const parNom = (
  a: { organisation: LigneLue['organisation'] },
  b: { organisation: LigneLue['organisation'] },
) =>
  Number(a.organisation === null) - Number(b.organisation === null) ||
  nommerFinanceur(a.organisation).localeCompare(nommerFinanceur(b.organisation), 'fr');

function financements(lecteur: Lecteur, filtres: FinancementsFiltres): FinancementsAnnee {
  const toutes = lireAnnee(lecteur, filtres.annee);
  const lignes = toutes.filter(garder(filtres, limiteDe(lecteur)));
  const groupes = Map.groupBy(lignes, ({ organisation }) => organisation?.id ?? '');
  const financeurs = new Map(
    toutes.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation]] : [])),
  );
  return {
    annee: filtres.annee,
    lignes,
    totaux: totaliser(lignes),
    parFinanceur: [...groupes.values()]
      .map((celles) => ({
        organisation: celles[0]!.organisation,
        nombre: celles.length,
        ...totaliser(celles),
      }))
      .sort(parNom),
    financeurs: [...financeurs.values()].sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
    total: toutes.length,
  };
}

const euros = (titre: string, lire: (ligne: FinancementLigne) => number): Colonne<FinancementLigne> =>
  colonne.euros(titre, (ligne) => lire(ligne) / 100);

const COLONNES: Colonne<FinancementLigne>[] = [
  colonne.texte('Session', ({ session }) => session.numero),
  colonne.texte('Formation', ({ session }) => session.titre),
  colonne.date('Du', ({ session }) => session.debut),
  colonne.date('Au', ({ session }) => session.fin),
  colonne.texte('Financeur', ({ organisation }) => nommerFinanceur(organisation)),
  colonne.texte('Poste', ({ phase }) => label(PHASES_COUT, phase)),
  colonne.nombre('Exercice', ({ exercice }) => exercice),
  colonne.texte('Part', ({ part }) => (part === null ? '' : direPart(part))),
  colonne.texte('État', ({ etat }) => LIBELLES_ETAT_LIGNE[etat]),
  euros('Prévu', ({ prevu }) => prevu),
  euros('Demandé', ({ demande }) => demande),
  euros('Accordé', ({ accorde }) => accorde),
  euros('Refusé', ({ refuse }) => refuse),
  euros('Avancé', ({ avance }) => avance),
  euros('Facturé', ({ facture }) => facture),
  euros('Versé', ({ verse }) => verse),
  euros('Retenu', ({ retenu }) => retenu),
  euros('Reste à recevoir', ({ aRecevoir }) => aRecevoir),
  euros('Avance non remboursée', ({ aRembourser }) => aRembourser),
  colonne.texte('Référence', ({ reference }) => reference),
  colonne.date('Échéance', ({ echeance }) => echeance),
  colonne.texte('Objet de l’échéance', ({ echeanceObjet }) => echeanceObjet),
];

function exporter(
  contexte: Contexte,
  { format, ...filtres }: z.output<(typeof financementContrat)['formation.financementsExport']['entree']>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `financements-formation-${filtres.annee}`,
    feuille: 'Financements',
    colonnes: COLONNES,
    lignes: financements(contexte, filtres).lignes,
  });
}

const ECHEANCES = `
  SELECT f.id, s.id AS sessionId, s.numero,
    a.titre, s.intitule,
    f.organisation_id AS organisationId, o.nom AS organisationNom, f.phase, f.echeance,
    f.echeance_objet AS objet, f.reference
  FROM financement f
  JOIN session_formation s ON s.id = f.session_id AND s.archived_at IS NULL AND s.statut <> 'annulee'
  JOIN action_formation a ON a.id = s.action_id
  LEFT JOIN organisation o ON o.id = f.organisation_id
  WHERE f.archived_at IS NULL AND f.echeance <= ? ORDER BY f.echeance, s.numero, f.id`;

function echeances(lecteur: Lecteur): EcheanceFinancement[] {
  const lignes = requete(lecteur.db, ECHEANCES).all(limiteDe(lecteur)) as (EcheanceFinancement & {
    organisationId: string | null;
    organisationNom: string;
    intitule: string;
  })[];
  return lignes.map(({ organisationId, organisationNom, intitule, ...ligne }) => ({
    ...ligne,
    titre: direTitre({ titre: ligne.titre, intitule }),
    organisation: organisationId === null ? null : { id: organisationId, nom: organisationNom },
  }));
}

export const financementsAnneeOperations = {
  'formation.financements': financements,
  'formation.financementsExport': exporter,
  'formation.echeancesFinancement': echeances,
};
