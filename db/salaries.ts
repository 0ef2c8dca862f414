import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { salariesContrat } from '../shared/salaries/contrat.ts';
import { contratCourant, type Periode } from '../shared/salaries/regles.ts';
import {
  DETAILS_VIDES,
  type SalarieEcrit,
  type SalarieFiche,
  type SalarieLigne,
  type salarieModification,
} from '../shared/salaries/schema.ts';
import type { Contexte } from './contexte.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { texteCherche } from './recherche.ts';
import { enListe, requete } from './requetes.ts';
import { COLONNES_SALARIES } from './salaries-export.ts';
import { readParties, saveContrats, saveListes, savePass } from './salaries-parties.ts';
import { salarie } from './schema/index.ts';
import { deliverTableur } from './tableur.ts';

interface Ligne extends Omit<SalarieLigne, 'contrat'> {
  nom_tri: string;
  contrats: string;
}

const SELECTION = `
  SELECT s.id, s.prenom, s.nom, s.sexe, s.naissance, s.telephone, s.nom_tri,
    (SELECT json_group_array(json_object('nature', c.nature, 'debut', c.debut, 'fin', c.fin))
       FROM contrat c WHERE c.salarie_id = s.id) AS contrats,
    (SELECT count(*) FROM immersion i
      WHERE i.salarie_id = s.id AND i.archived_at IS NULL AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)})) AS immersions
  FROM salarie s`;

/** Salariés that hold every word looked for, in the order of names. */
function chercher(db: Base, recherche: string, archives: boolean): Ligne[] {
  const mots = motsCherches(recherche);
  if (recherche.trim() !== '' && mots.length === 0) mots.push(normaliser(recherche));
  const conditions = [
    `s.archived_at IS ${archives ? 'NOT ' : ''}NULL`,
    ...mots.map(() => 'instr(s.cherche, ?) > 0'),
  ];
  return db.sqlite
    .prepare(`${SELECTION} WHERE ${conditions.join(' AND ')} ORDER BY s.nom_tri, s.id`)
    .all(...mots) as Ligne[];
}

function versLigne({ contrats, nom_tri: _, ...ligne }: Ligne, today: string): SalarieLigne {
  const lus = JSON.parse(contrats) as NonNullable<SalarieLigne['contrat']>[];
  return { ...ligne, contrat: contratCourant(lus, today) };
}

const estPresent = (periode: Periode | null, today: string) =>
  periode !== null && (periode.fin === null || periode.fin >= today);

/** Open-ended contracts sort after every date, people without contract last of all. */
const finTriable = (periode: Periode | null) => (periode === null ? 'z' : (periode.fin ?? 'y'));

function list(
  { db, today }: Contexte,
  entree: z.output<(typeof salariesContrat)['salaries.list']['entree']>,
): SalarieLigne[] {
  const lignes = chercher(db, entree.recherche, entree.etat === 'archives')
    .map((ligne) => versLigne(ligne, today))
    .filter(({ contrat: courant }) => {
      if (entree.etat === 'presents') return estPresent(courant, today);
      if (entree.etat === 'sortis') return !estPresent(courant, today);
      return true;
    });
  if (entree.tri === 'fin') {
    lignes.sort((a, b) => finTriable(a.contrat).localeCompare(finTriable(b.contrat)));
  }
  return entree.sens === 'desc' ? lignes.reverse() : lignes;
}

function exporter(
  contexte: Contexte,
  { format, ...filtres }: z.output<(typeof salariesContrat)['salaries.export']['entree']>,
) {
  return deliverTableur(contexte, format, {
    nom: `salaries-${contexte.today}`,
    feuille: 'Salariés',
    colonnes: COLONNES_SALARIES,
    lignes: list(contexte, filtres),
  });
}

function suggest(
  { db, today }: Contexte,
  { recherche, nombre }: { recherche: string; nombre: number },
): SalarieLigne[] {
  const lignes = chercher(db, recherche, false).map((ligne) => versLigne(ligne, today));
  const presents = lignes.filter((ligne) => estPresent(ligne.contrat, today));
  return [...presents, ...lignes.filter((ligne) => !presents.includes(ligne))].slice(0, nombre);
}

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
  'salaries.list': list,
  'salaries.export': exporter,
  'salaries.suggest': suggest,
  'salaries.get': ({ db }: Contexte, { id }: { id: string }) => readSalarie(db, id),
  'salaries.create': create,
  'salaries.update': update,
  'salaries.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchive(contexte, id, contexte.instant),
  'salaries.restore': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
};
