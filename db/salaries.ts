import { and, eq, notInArray } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { salariesContrat } from '../shared/salaries/contrat.ts';
import { contratCourant, type Periode } from '../shared/salaries/regles.ts';
import type {
  ContratSalarie,
  SalarieFiche,
  SalarieLigne,
  salarieModification,
  salarieSaisie,
} from '../shared/salaries/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { texteCherche } from './recherche.ts';
import { enListe } from './requetes.ts';
import { COLONNES_SALARIES } from './salaries-export.ts';
import { contrat, salarie } from './schema/index.ts';
import { deliverTableur } from './tableur.ts';

type Fiche = z.output<typeof salarieSaisie>;

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

/** One salarié with its contracts, oldest first. Throws `introuvable`. */
export function readSalarie(db: Base, id: string): SalarieFiche {
  const ligne = db.orm.select().from(salarie).where(eq(salarie.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable');
  const contrats = db.orm
    .select()
    .from(contrat)
    .where(eq(contrat.salarieId, id))
    .orderBy(contrat.debut, contrat.id)
    .all();
  return {
    id: ligne.id,
    prenom: ligne.prenom,
    nom: ligne.nom,
    sexe: ligne.sexe as SalarieFiche['sexe'],
    naissance: ligne.naissance,
    telephone: ligne.telephone,
    archivedAt: ligne.archivedAt,
    contrats: contrats.map((lu) => ({
      id: lu.id,
      nature: lu.nature as ContratSalarie['nature'],
      debut: lu.debut,
      fin: lu.fin,
      minutesHebdo: lu.minutesHebdo,
    })),
  };
}

function colonnes({ prenom, nom, sexe, naissance, telephone }: Fiche, instant: string) {
  return {
    prenom,
    nom,
    sexe,
    naissance,
    telephone,
    nomTri: normaliser(`${nom} ${prenom}`),
    cherche: texteCherche([prenom, nom, telephone]),
    updatedAt: instant,
  };
}

function refuserNaissanceFuture({ naissance }: Fiche, today: string): void {
  if (naissance < today) return;
  const message = 'La date de naissance doit être passée.';
  throw new ErreurMetier('regle', { message, champs: { naissance: message } });
}

function saveContrats({ db, ids, instant }: Contexte, salarieId: string, contrats: Fiche['contrats']): void {
  const gardes = contrats.flatMap(({ id }) => id ?? []);
  db.orm
    .delete(contrat)
    .where(and(eq(contrat.salarieId, salarieId), notInArray(contrat.id, gardes)))
    .run();
  for (const { id, ...saisi } of contrats) {
    const ligne = { ...saisi, updatedAt: instant };
    if (id) {
      const { changes } = db.orm
        .update(contrat)
        .set(ligne)
        .where(and(eq(contrat.id, id), eq(contrat.salarieId, salarieId)))
        .run();
      if (changes === 0) throw new ErreurMetier('introuvable');
    } else
      db.orm
        .insert(contrat)
        .values({ id: ids.next(), salarieId, ...ligne })
        .run();
  }
}

function create(contexte: Contexte, saisie: Fiche): { id: string } {
  refuserNaissanceFuture(saisie, contexte.today);
  const id = contexte.ids.next();
  contexte.db.orm
    .insert(salarie)
    .values({ id, ...colonnes(saisie, contexte.instant), createdAt: contexte.instant })
    .run();
  saveContrats(contexte, id, saisie.contrats);
  return { id };
}

function update(contexte: Contexte, { id, ...saisie }: z.output<typeof salarieModification>): { id: string } {
  refuserNaissanceFuture(saisie, contexte.today);
  const { changes } = contexte.db.orm
    .update(salarie)
    .set(colonnes(saisie, contexte.instant))
    .where(eq(salarie.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  saveContrats(contexte, id, saisie.contrats);
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
