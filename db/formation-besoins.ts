import { eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { besoinsContrat, STATUTS_DECIDES } from '../shared/formation/besoins.ts';
import type { Livraison } from '../shared/livraison.ts';
import { normaliser } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { colonnesObjet, exigerSalarie, refuserBesoin } from './formation-besoins-ecriture.ts';
import { colonnesBesoins } from './formation-besoins-export.ts';
import { compterPersonnes, filtrerBesoins, readBesoins } from './formation-besoins-lecture.ts';
import { campagnesOperations } from './formation-campagnes.ts';
import { themes } from './formation-themes.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { besoinFormation } from './schema/index.ts';
import { deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof besoinsContrat> = z.output<(typeof besoinsContrat)[N]['entree']>;
type Sortie<N extends keyof typeof besoinsContrat> = z.output<(typeof besoinsContrat)[N]['sortie']>;

function exigerCampagneOuverte(db: Base, id: string | null): void {
  if (id === null) return;
  const campagne = requete(db, 'SELECT close_le AS closeLe FROM campagne_besoins WHERE id = ?').get(id) as
    | { closeLe: string | null }
    | undefined;
  if (!campagne) throw new ErreurMetier('introuvable', { message: 'Cette campagne n’existe plus.' });
  if (campagne.closeLe !== null)
    refuserBesoin('campagneId', 'Cette campagne est close : rouvrez-la d’abord.');
}

/** The same need, still to be met: what makes adding it twice of no use. */
const cleDe = (salarieId: string, theme: string, libelle: string) =>
  `${salarieId} ${theme} ${normaliser(libelle)}`;

function create(
  contexte: Contexte,
  saisie: Entree<'formation.createBesoin'>,
): Sortie<'formation.createBesoin'> {
  const { db, ids, instant } = contexte;
  const { salarieIds, support, effectif, campagneId, ...objet } = saisie;
  const colonnes = {
    ...colonnesObjet(db, objet),
    statut: 'recueilli',
    campagneId,
    auteurId: auteurCourant(db),
    createdAt: instant,
    updatedAt: instant,
  };
  exigerCampagneOuverte(db, campagneId);
  const inserer = (qui: { salarieId: string } | { support: string; effectif: number }): string => {
    const id = ids.next();
    db.orm
      .insert(besoinFormation)
      .values({ id, ...qui, ...colonnes })
      .run();
    return id;
  };
  if (salarieIds.length === 0) {
    verifierCodes(db, [{ champ: 'support', liste: 'supports', code: support }]);
    return { ids: [inserer({ support, effectif })], dejaConnus: [] };
  }
  const ouverts = new Set(
    readBesoins(contexte).flatMap(({ ligne }) =>
      ligne.salarie !== null && ['recueilli', 'retenu', 'planifie'].includes(ligne.statut)
        ? cleDe(ligne.salarie.id, ligne.theme, ligne.libelle)
        : [],
    ),
  );
  const crees: string[] = [];
  const dejaConnus: string[] = [];
  for (const salarieId of new Set(salarieIds)) {
    exigerSalarie(db, salarieId);
    if (ouverts.has(cleDe(salarieId, objet.theme, objet.libelle))) dejaConnus.push(salarieId);
    else crees.push(inserer({ salarieId }));
  }
  return { ids: crees, dejaConnus };
}

function update(
  { db, instant }: Contexte,
  { id, support, effectif, ...objet }: Entree<'formation.updateBesoin'>,
): { id: string } {
  const ligne = db.orm.select().from(besoinFormation).where(eq(besoinFormation.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable');
  const colonnes = colonnesObjet(db, objet);
  if (ligne.salarieId === null) {
    if (support === '') refuserBesoin('support', 'Choisissez le support d’activité.');
    verifierCodes(db, [{ champ: 'support', liste: 'supports', code: support }]);
  }
  const qui = ligne.salarieId === null ? { support, effectif } : {};
  db.orm
    .update(besoinFormation)
    .set({ ...colonnes, ...qui, updatedAt: instant })
    .where(eq(besoinFormation.id, id))
    .run();
  return { id };
}

function changerStatut(
  { db, instant }: Contexte,
  { changements }: Entree<'formation.statutBesoin'>,
): Sortie<'formation.statutBesoin'> {
  const precedents = changements.map(({ id, statut, motif }) => {
    const avant = db.orm.select().from(besoinFormation).where(eq(besoinFormation.id, id)).get();
    if (!avant) throw new ErreurMetier('introuvable');
    db.orm
      .update(besoinFormation)
      .set({ statut, motifEcart: statut === 'ecarte' ? motif : '', updatedAt: instant })
      .where(eq(besoinFormation.id, id))
      .run();
    // One that a registration had planned was kept by somebody.
    const decide = avant.statut === 'planifie' ? 'retenu' : avant.statut;
    return { id, statut: decide as (typeof STATUTS_DECIDES)[number], motif: avant.motifEcart };
  });
  return { precedents };
}

function setArchive(
  { db, instant }: Contexte,
  ids: readonly string[],
  archivedAt: string | null,
): Record<string, never> {
  const { changes } = db.orm
    .update(besoinFormation)
    .set({ archivedAt, updatedAt: instant })
    .where(inArray(besoinFormation.id, [...ids]))
    .run();
  if (changes !== new Set(ids).size) throw new ErreurMetier('introuvable');
  return {};
}

function list(contexte: Contexte, filtres: Entree<'formation.besoins'>): Sortie<'formation.besoins'> {
  const { lignes, vues } = filtrerBesoins(contexte, filtres);
  return { lignes, vues, personnes: compterPersonnes(lignes) };
}

function exporter(
  contexte: Contexte,
  { format, ...filtres }: Entree<'formation.exportBesoins'>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `besoins-de-formation-${contexte.today}`,
    feuille: 'Besoins',
    colonnes: colonnesBesoins(contexte.db),
    lignes: filtrerBesoins(contexte, filtres).lignes,
  });
}

export const besoinsFormationOperations = {
  'formation.besoins': list,
  'formation.exportBesoins': exporter,
  'formation.themes': themes,
  'formation.createBesoin': create,
  'formation.updateBesoin': update,
  'formation.statutBesoin': changerStatut,
  'formation.archiveBesoin': (contexte: Contexte, { ids }: { ids: string[] }) =>
    setArchive(contexte, ids, contexte.instant),
  'formation.restoreBesoin': (contexte: Contexte, { ids }: { ids: string[] }) =>
    setArchive(contexte, ids, null),
  ...campagnesOperations,
};
