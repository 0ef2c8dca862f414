import { createElement } from 'react';
import type { z } from 'zod';
import { periodePrecedente } from '../shared/bilans/regles.ts';
import type { Periode } from '../shared/bilans/schema.ts';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { PageSecteurs } from '../shared/documents/secteurs.tsx';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../shared/nomenclatures/reseau.ts';
import { CONTRATS_EMBAUCHE } from '../shared/nomenclatures/sollicitations.ts';
import { STADES_ACQUIS } from '../shared/reseau/liste.ts';
import {
  type FigureSecteur,
  LIGNES_SECTEUR,
  type LigneSecteur,
  type ScoreSaisie,
  type Secteurs,
  type secteurLignes,
  type secteurLignesDemande,
  type secteursExport,
} from '../shared/reseau/secteurs.ts';
import type { Contexte } from './contexte.ts';
import { rendre } from './documents.ts';
import { libelles, valeursDe, verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { enTete, readParametres } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import { colonne, deliverTableur } from './tableur.ts';

const EST_ENGAGEE = `o.stade IN (${enListe(STADES_ACQUIS)})`;

const ORGANISATIONS = `
  SELECT o.secteur, count(*) AS organisations, total(${EST_ENGAGEE}) AS engagees
  FROM organisation o WHERE o.archived_at IS NULL GROUP BY o.secteur`;

/** CROSS JOIN keeps SQLite on the index of dates, then on that of the exchange. */
const ECHANGES = `
  SELECT o.secteur, count(DISTINCT s.id) AS nombre
  FROM sollicitation s CROSS JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
  CROSS JOIN organisation o ON o.id = so.organisation_id
  WHERE s.archived_at IS NULL AND s.date BETWEEN @debut AND @fin
  GROUP BY o.secteur`;

const TOUS_LES_ECHANGES = `
  SELECT count(*) FROM sollicitation WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin`;

const IMMERSION_COMPTEE = `
  i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)}) AND i.debut <= @fin AND i.fin >= @debut`;

const IMMERSIONS = `
  SELECT o.secteur, count(*) AS nombre FROM immersion i JOIN organisation o ON o.id = i.organisation_id
  WHERE ${IMMERSION_COMPTEE} GROUP BY o.secteur`;

const EMBAUCHE_COMPTEE = 'e.archived_at IS NULL AND e.date BETWEEN @debut AND @fin';

const EMBAUCHES = `
  SELECT o.secteur, count(*) AS nombre FROM embauche e JOIN organisation o ON o.id = e.organisation_id
  WHERE ${EMBAUCHE_COMPTEE} GROUP BY o.secteur`;

const SCORES = 'SELECT secteur, score, repondants, note FROM secteur_score WHERE annee = ?';

interface Score {
  secteur: string;
  score: number;
  repondants: number | null;
  note: string;
}

/** A year as far as it has gone, and the same part of the year before. */
function periodesDe(annee: number, today: string): { periode: Periode; avant: Periode; enCours: boolean } {
  const enCours = today.startsWith(`${annee}-`) && today < `${annee}-12-31`;
  const periode = { debut: `${annee}-01-01`, fin: enCours ? today : `${annee}-12-31` };
  return { periode, avant: periodePrecedente(periode)!, enCours };
}

function compter(db: Base, sql: string, periode: Periode): Map<string, number> {
  const lignes = requete(db, sql).all(periode) as { secteur: string; nombre: number }[];
  return new Map(lignes.map(({ secteur, nombre }) => [secteur, nombre]));
}

const UTILES = `
  SELECT DISTINCT secteur FROM organisation WHERE secteur <> '' UNION SELECT secteur FROM secteur_score`;

/** Codes to show in the order of the structure: those offered, and those retired that something still holds. */
function listeDes(db: Base): { secteurs: string[]; nom: (secteur: string) => string } {
  const nom = libelles(db, 'secteurs');
  const utiles = requete(db, UTILES).pluck().all() as string[];
  const offerts = valeursDe(db, 'secteurs');
  return {
    secteurs: offerts
      .filter(({ code, retiree }) => !retiree || utiles.includes(code))
      .map(({ code }) => code),
    nom: (secteur) => (secteur === '' ? 'Sans secteur' : nom(secteur)),
  };
}

function compute({ db, today }: Contexte, { annee }: { annee: number }): Secteurs {
  const { periode, avant, enCours } = periodesDe(annee, today);
  const reseau = new Map(
    (requete(db, ORGANISATIONS).all() as Pick<LigneSecteur, 'secteur' | 'organisations' | 'engagees'>[]).map(
      (ligne) => [ligne.secteur, ligne],
    ),
  );
  const scores = new Map((requete(db, SCORES).all(annee) as Score[]).map((score) => [score.secteur, score]));
  const anciens = new Map(
    (requete(db, SCORES).all(annee - 1) as Score[]).map((score) => [score.secteur, score]),
  );
  const comparer = (sql: string) => {
    const [present, passe] = [compter(db, sql, periode), compter(db, sql, avant)];
    const somme = (nombres: Map<string, number>) => [...nombres.values()].reduce((a, b) => a + b, 0);
    return {
      de: (secteur: string) => ({ valeur: present.get(secteur) ?? 0, precedent: passe.get(secteur) ?? 0 }),
      somme: { valeur: somme(present), precedent: somme(passe) },
    };
  };
  const [echanges, immersions, embauches] = [comparer(ECHANGES), comparer(IMMERSIONS), comparer(EMBAUCHES)];
  const ligneDe = (secteur: string): LigneSecteur => ({
    secteur,
    organisations: reseau.get(secteur)?.organisations ?? 0,
    engagees: reseau.get(secteur)?.engagees ?? 0,
    echanges: echanges.de(secteur),
    immersions: immersions.de(secteur),
    embauches: embauches.de(secteur),
    score: scores.get(secteur)?.score ?? null,
    scorePrecedent: anciens.get(secteur)?.score ?? null,
    repondants: scores.get(secteur)?.repondants ?? null,
    note: scores.get(secteur)?.note ?? '',
  });
  const { secteurs } = listeDes(db);
  const connus = new Set(secteurs);
  const autres = [...reseau.keys()].filter((secteur) => secteur !== '' && !connus.has(secteur));
  const lignes = [...secteurs, ...autres, ''].map(ligneDe);
  const total = (champ: 'organisations' | 'engagees') => lignes.reduce((n, ligne) => n + ligne[champ], 0);
  const distincts = requete(db, TOUS_LES_ECHANGES).pluck();
  return {
    annee,
    enCours,
    lignes,
    total: {
      organisations: total('organisations'),
      engagees: total('engagees'),
      echanges: {
        valeur: distincts.get(periode) as number,
        precedent: distincts.get(avant) as number,
      },
      immersions: immersions.somme,
      embauches: embauches.somme,
    },
  };
}

const LIGNES: Record<FigureSecteur, string> = {
  // To be completed: each leads to its form.
  organisations: `
    SELECT o.id, '/reseau/' || o.id || '/modifier' AS fiche, o.nom AS titre, o.ville, o.stade AS detail,
      o.dernier_echange AS date
    FROM organisation o WHERE o.archived_at IS NULL AND o.secteur = @secteur ORDER BY o.nom_tri, o.id`,
  engagees: `
    SELECT o.id, '/reseau/' || o.id AS fiche, o.nom AS titre, o.ville, o.stade AS detail, o.dernier_echange AS date
    FROM organisation o WHERE o.archived_at IS NULL AND ${EST_ENGAGEE} AND o.secteur = @secteur
    ORDER BY o.nom_tri, o.id`,
  immersions: `
    SELECT i.id, '/immersions/' || i.id AS fiche, o.nom AS titre, i.metier AS ville, i.numero AS detail, i.debut AS date
    FROM immersion i JOIN organisation o ON o.id = i.organisation_id
    WHERE ${IMMERSION_COMPTEE} AND o.secteur = @secteur ORDER BY i.debut DESC, i.id DESC`,
  embauches: `
    SELECT e.id, '/reseau/' || o.id AS fiche, o.nom AS titre, e.metier AS ville, e.contrat AS detail, e.date
    FROM embauche e JOIN organisation o ON o.id = e.organisation_id
    WHERE ${EMBAUCHE_COMPTEE} AND o.secteur = @secteur ORDER BY e.date DESC, e.id DESC`,
};

function rows(
  { db, today }: Contexte,
  { annee, secteur, figure }: z.output<typeof secteurLignesDemande>,
): z.output<typeof secteurLignes> {
  const { periode } = periodesDe(annee, today);
  const lues = requete(db, `${LIGNES[figure]} LIMIT ${LIGNES_SECTEUR}`).all({ ...periode, secteur }) as {
    id: string;
    fiche: string;
    titre: string;
    ville: string;
    detail: string;
    date: string | null;
  }[];
  const dire = (detail: string) =>
    figure === 'engagees' || figure === 'organisations'
      ? label(STADES, detail)
      : figure === 'embauches'
        ? label(CONTRATS_EMBAUCHE, detail)
        : detail;
  return lues.map(({ ville, detail, ...ligne }) => ({
    ...ligne,
    detail: [dire(detail), ville].filter(Boolean).join(' · '),
  }));
}

const SCORE = 'SELECT score, repondants, note FROM secteur_score WHERE secteur = ? AND annee = ?';
const ECRIRE_SCORE = `
  INSERT INTO secteur_score (secteur, annee, score, repondants, note, updated_at)
  VALUES (@secteur, @annee, @score, @repondants, @note, @instant)
  ON CONFLICT (secteur, annee) DO UPDATE
  SET score = excluded.score, repondants = excluded.repondants, note = excluded.note, updated_at = excluded.updated_at`;

/** Answers with what was there before, as it would be saved again. */
function saveScore(contexte: Contexte, saisie: ScoreSaisie): ScoreSaisie {
  const { db, instant } = contexte;
  const { secteur, annee, score } = saisie;
  verifierCodes(db, [{ champ: 'secteur', liste: 'secteurs', code: secteur }]);
  const ancien = requete(db, SCORE).get(secteur, annee) as Omit<Score, 'secteur'> | undefined;
  if (score === null)
    requete(db, 'DELETE FROM secteur_score WHERE secteur = ? AND annee = ?').run(secteur, annee);
  else requete(db, ECRIRE_SCORE).run({ ...saisie, instant });
  return { secteur, annee, ...(ancien ?? { score: null, repondants: null, note: '' }) };
}

interface LigneExport extends Omit<LigneSecteur, 'secteur'> {
  nom: string;
}

function exporter(
  contexte: Contexte,
  { annee, format }: z.output<typeof secteursExport>,
): Promise<Livraison> {
  const { lignes, total } = compute(contexte, { annee });
  const { nom } = listeDes(contexte.db);
  const sansScore = { score: null, scorePrecedent: null, repondants: null };
  const avant = annee - 1;
  return deliverTableur<LigneExport>(contexte, format, {
    nom: `secteurs ${annee}`,
    feuille: `Secteurs ${annee}`,
    colonnes: [
      colonne.texte('Secteur', (ligne) => ligne.nom),
      colonne.nombre('Organisations', ({ organisations }) => organisations),
      colonne.nombre('dont engagées', ({ engagees }) => engagees),
      colonne.nombre(`Échanges ${annee}`, ({ echanges }) => echanges.valeur),
      colonne.nombre(`Échanges ${avant}`, ({ echanges }) => echanges.precedent),
      colonne.nombre(`Immersions ${annee}`, ({ immersions }) => immersions.valeur),
      colonne.nombre(`Immersions ${avant}`, ({ immersions }) => immersions.precedent),
      colonne.nombre(`Embauches ${annee}`, ({ embauches }) => embauches.valeur),
      colonne.nombre(`Embauches ${avant}`, ({ embauches }) => embauches.precedent),
      colonne.nombre(`Score ${annee} (sur 100)`, ({ score }) => score),
      colonne.nombre(`Score ${avant}`, ({ scorePrecedent }) => scorePrecedent),
      colonne.nombre('Réponses', ({ repondants }) => repondants),
      colonne.texte('Remarque', ({ note }) => note),
    ],
    lignes: [
      ...lignes.map(({ secteur, ...ligne }) => ({ ...ligne, nom: nom(secteur) })),
      {
        ...total,
        ...sansScore,
        nom: 'Total',
        note: 'Un échange qui touche deux secteurs y est compté une fois.',
      },
    ],
  });
}

function page(contexte: Contexte, { annee }: { annee: number }): string {
  const structure = enTete(readParametres(contexte.db), 'la page');
  const donnees = compute(contexte, { annee });
  const { nom } = listeDes(contexte.db);
  return rendre(createElement(PageSecteurs, { donnees, nom, structure, etabliLe: contexte.today }), {
    titre: `Secteurs ${annee}`,
    pied: piedDe(structure),
  });
}

export const secteursOperations = {
  'reseau.secteurs': compute,
  'reseau.secteurLignes': rows,
  'reseau.saveSecteurScore': saveScore,
  'reseau.secteursExport': exporter,
  'reseau.secteursApercu': async (contexte: Contexte, entree: { annee: number }) => ({
    adresse: await contexte.pages.publish(page(contexte, entree)),
  }),
  'reseau.secteursPdf': async (contexte: Contexte, entree: { annee: number }): Promise<Livraison> =>
    contexte.files.deliver({
      nom: `secteurs ${entree.annee}.pdf`,
      type: 'application/pdf',
      contenu: await contexte.pdf.generate(page(contexte, entree)),
    }),
};
