import type { z } from 'zod';
import { cumuler, type PassageCumule, type Plafonds } from '../shared/immersions/cumul.ts';
import type { CumulAccueil, imagesContrat, LigneHistorique } from '../shared/immersions/images.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import { seuilsAu } from '../shared/parametres/seuils.ts';
import type { Contexte } from './contexte.ts';
import { IMMERSIONS, type LigneLue, versLigne } from './immersions.ts';
import { requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';

type Historique = (typeof imagesContrat)['immersions.historique'];

const HISTORIQUE = `
  SELECT l.*, coalesce(b.realisation, '') AS realisation, coalesce(b.objectifs, '') AS objectifsAtteints,
    coalesce(b.decision, '') AS decision
  FROM (${IMMERSIONS} AND (@salarieId IS NULL OR i.salarie_id = @salarieId)
    AND (@organisationId IS NULL OR i.organisation_id = @organisationId)) l
  LEFT JOIN immersion_bilan b ON b.immersion_id = l.id AND b.fait_le IS NOT NULL
  ORDER BY l.debut IS NOT NULL, l.debut DESC, l.numero DESC`;

type Lue = LigneLue & Pick<LigneHistorique, 'realisation' | 'objectifsAtteints' | 'decision'>;

/** Those out of draft, neither refused nor cancelled: what the ceilings of D5135-3 add up. */
const compte = ({ statut }: LigneHistorique) => (STATUTS_COMPTES as readonly string[]).includes(statut);

/** Each pair that has something in its twelve months, the fullest first. */
function cumulsDe(lignes: readonly LigneHistorique[], plafonds: Plafonds, today: string): CumulAccueil[] {
  const paires = Map.groupBy(
    lignes.filter(compte),
    ({ salarie, organisation }) => `${salarie.id} ${organisation.id}`,
  );
  return [...paires.values()]
    .map((siennes): CumulAccueil => {
      const { salarie, organisation } = siennes[0]!;
      const passages = siennes.flatMap(({ id, renouvelleId, debut, fin }): PassageCumule[] =>
        debut === null || fin === null ? [] : [{ id, renouvelleId, debut, fin }],
      );
      return {
        salarie: { id: salarie.id, nom: `${salarie.prenom} ${salarie.nom}`.trim() },
        organisation,
        ...cumuler(passages, plafonds, today),
        mois: plafonds.mois,
        joursMax: plafonds.jours,
        conventionsMax: plafonds.conventions,
      };
    })
    .filter(({ jours }) => jours > 0)
    .sort((a, b) => b.jours - a.jours || a.organisation.nom.localeCompare(b.organisation.nom, 'fr'));
}

function historique(
  { db, today }: Contexte,
  { salarieId, organisationId }: z.output<Historique['entree']>,
): z.output<Historique['sortie']> {
  const lues = requete(db, HISTORIQUE).all({
    salarieId: salarieId ?? null,
    organisationId: organisationId ?? null,
  }) as Lue[];
  const lignes = lues.map((lue) => ({
    ...versLigne(lue),
    realisation: lue.realisation,
    objectifsAtteints: lue.objectifsAtteints,
    decision: lue.decision,
  }));
  const { cumulMois, cumulJours, cumulConventions } = seuilsAu(today, readSeuils(db));
  const plafonds = { mois: cumulMois, jours: cumulJours, conventions: cumulConventions };
  return { lignes, cumuls: cumulsDe(lignes, plafonds, today) };
}

export const immersionsHistoriqueOperations = { 'immersions.historique': historique };
