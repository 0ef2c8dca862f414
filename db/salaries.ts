import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { normaliser } from '../shared/normaliser.ts';
import {
  DETAILS_VIDES,
  type SalarieEcrit,
  type SalarieFiche,
  type salarieModification,
} from '../shared/salaries/schema.ts';
import type { Contexte } from './contexte.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { texteCherche } from './recherche.ts';
import { requete } from './requetes.ts';
import { exportSalaries, listSalaries, suggestSalaries } from './salaries-liste.ts';
import { readParties, saveContrats, saveListes, savePass } from './salaries-parties.ts';
import { salarie } from './schema/index.ts';

/** One salarié, contracts and PASS oldest first. Throws `introuvable`. */
export function readSalarie(db: Base, id: string): SalarieFiche {
  const ligne = db.orm.select().from(salarie).where(eq(salarie.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable');
  const { nomTri: _tri, cherche: _cherche, createdAt: _cree, updatedAt: _change, ...lue } = ligne;
  return {
    ...(lue as Omit<SalarieFiche, 'permis' | 'horairesPossibles' | keyof ReturnType<typeof readParties>>),
    permis: JSON.parse(ligne.permis) as SalarieFiche['permis'],
    horairesPossibles: JSON.parse(ligne.horairesPossibles) as SalarieFiche['horairesPossibles'],
    ...readParties(db, id),
  };
}

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** Days that have happened, and records that exist. */
function verifier({ db, today }: Contexte, saisie: SalarieEcrit): void {
  if (saisie.naissance >= today) refuser('naissance', 'La date de naissance doit être passée.');
  for (const champ of ['orienteLe', 'projetLe', 'preparationLe'] as const)
    if ((saisie[champ] ?? '') > today) refuser(champ, 'Cette date n’est pas encore passée.');
  for (const [rang, { constateLe }] of (saisie.criteres ?? []).entries())
    if (constateLe > today) refuser(`criteres.${rang}.constateLe`, 'Cette date n’est pas encore passée.');
  for (const champ of ['prescripteurId', 'orienteurId'] as const)
    if (saisie[champ] && !requete(db, 'SELECT 1 FROM organisation WHERE id = ?').get(saisie[champ]))
      refuser(champ, 'Cette organisation n’existe plus.');
  for (const champ of ['referentId', 'encadrantId'] as const)
    if (saisie[champ] && !requete(db, 'SELECT 1 FROM membre WHERE id = ?').get(saisie[champ]))
      refuser(champ, 'Cette personne n’est plus dans l’équipe.');
  verifierCodes(db, [{ champ: 'support', liste: 'supports', code: saisie.support ?? '' }]);
}

/** A state said without its day stands since today; the same as before, since the same day; none has no day. */
function depuis(
  etat: string,
  dit: string | null | undefined,
  avant: { etat: string; le: string | null },
  today: string,
): string | null {
  if (etat === '') return null;
  return (dit === undefined && etat === avant.etat ? avant.le : dit) ?? today;
}

type Avant = Omit<
  SalarieFiche,
  'id' | 'contrats' | 'archivedAt' | 'prenom' | 'nom' | 'sexe' | 'naissance' | 'telephone'
>;

function colonnes({ today, instant }: Contexte, avant: Avant, { contrats: _, ...saisie }: SalarieEcrit) {
  const dits = Object.fromEntries(Object.entries(saisie).filter(([, valeur]) => valeur !== undefined));
  const {
    passIae: _pass,
    metiersVises: _metiers,
    criteres: _criteres,
    freins: _freins,
    ...fiche
  } = { ...avant, ...(dits as typeof saisie & Avant) };
  return {
    ...fiche,
    projetLe: depuis(
      fiche.projetEtat,
      saisie.projetLe,
      { etat: avant.projetEtat, le: avant.projetLe },
      today,
    ),
    preparationLe: depuis(
      fiche.preparation,
      saisie.preparationLe,
      { etat: avant.preparation, le: avant.preparationLe },
      today,
    ),
    permis: JSON.stringify(fiche.permis),
    horairesPossibles: JSON.stringify(fiche.horairesPossibles),
    nomTri: normaliser(`${fiche.nom} ${fiche.prenom}`),
    cherche: texteCherche([fiche.prenom, fiche.nom, fiche.telephone]),
    updatedAt: instant,
  };
}

function saveParties(contexte: Contexte, id: string, saisie: SalarieEcrit): void {
  saveContrats(contexte, id, saisie.contrats);
  if (saisie.passIae) savePass(contexte, id, saisie.passIae);
  saveListes(contexte, id, saisie);
}

function create(contexte: Contexte, saisie: SalarieEcrit): { id: string } {
  verifier(contexte, saisie);
  const id = contexte.ids.next();
  contexte.db.orm
    .insert(salarie)
    .values({ ...colonnes(contexte, DETAILS_VIDES, saisie), id, createdAt: contexte.instant })
    .run();
  saveParties(contexte, id, saisie);
  return { id };
}

function update(contexte: Contexte, { id, ...saisie }: z.output<typeof salarieModification>): { id: string } {
  verifier(contexte, saisie);
  const { id: _id, contrats: _contrats, archivedAt: _archive, ...avant } = readSalarie(contexte.db, id);
  contexte.db.orm
    .update(salarie)
    .set(colonnes(contexte, avant, saisie))
    .where(eq(salarie.id, id))
    .run();
  saveParties(contexte, id, saisie);
  return { id };
}

function setArchive({ db, instant }: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { changes } = db.orm
    .update(salarie)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(salarie.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

export const salariesOperations = {
  'salaries.list': listSalaries,
  'salaries.export': exportSalaries,
  'salaries.suggest': suggestSalaries,
  'salaries.get': ({ db }: Contexte, { id }: { id: string }) => readSalarie(db, id),
  'salaries.create': create,
  'salaries.update': update,
  'salaries.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchive(contexte, id, contexte.instant),
  'salaries.restore': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
};
