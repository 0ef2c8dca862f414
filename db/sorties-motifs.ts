import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { accorder, formaterDate } from '../shared/format.ts';
import type { MotifsSortie, sortiesContrat } from '../shared/sorties/contrat.ts';
import { motifsAu } from '../shared/sorties/motifs.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { readMotifs } from './sorties-lecture.ts';

type Entree<N extends keyof typeof sortiesContrat> = z.output<(typeof sortiesContrat)[N]['entree']>;

const PORTES = 'SELECT motif, count(*) AS nombre FROM sortie WHERE archived_at IS NULL GROUP BY motif';

function readTous({ db, today }: Contexte): MotifsSortie {
  const propres = readMotifs(db);
  const portes = new Map(
    (requete(db, PORTES).all() as { motif: string; nombre: number }[]).map(({ motif, nombre }) => [
      motif,
      nombre,
    ]),
  );
  // A motif that begins later is shown all the same: it can be corrected.
  const jour = propres.reduce((garde, { depuis }) => (depuis > garde ? depuis : garde), today);
  const aujourdhui = new Map(motifsAu(today, propres).map((motif) => [motif.code, motif]));
  return {
    motifs: motifsAu(jour, propres).map((motif) => ({
      ...(aujourdhui.get(motif.code) ?? motif),
      sorties: portes.get(motif.code) ?? 0,
    })),
    propres,
  };
}

/** The next number of the structure's own motifs: one that was forgotten is not given again while exits carry it. */
function codeSuivant(db: Base): string {
  const pris = requete(
    db,
    `SELECT max(CAST(substr(code, 2) AS INTEGER)) FROM
       (SELECT code FROM motif_sortie UNION SELECT motif FROM sortie) WHERE code LIKE 'p%'`,
  )
    .pluck()
    .get() as number | null;
  return `p${(pris ?? 0) + 1}`;
}

function save(contexte: Contexte, saisie: Entree<'sorties.saveMotif'>): { code: string } {
  const { db, instant } = contexte;
  const { depuis, label, categorie, source, retire } = saisie;
  const connus = readTous(contexte).motifs;
  if (saisie.code !== '' && !connus.some(({ code }) => code === saisie.code))
    throw new ErreurMetier('introuvable', { message: 'Ce motif n’existe pas.' });
  const jumeau = connus.find((motif) => motif.code !== saisie.code && pareil(motif.label, label));
  if (jumeau) {
    const message = `Un motif porte déjà ce nom : « ${jumeau.label} ».`;
    throw new ErreurMetier('regle', { message, champs: { label: message } });
  }
  const code = saisie.code === '' ? codeSuivant(db) : saisie.code;
  requete(
    db,
    `INSERT INTO motif_sortie (code, depuis, label, categorie, source, retire, updated_at)
     VALUES (@code, @depuis, @label, @categorie, @source, @retire, @instant)
     ON CONFLICT (code, depuis) DO UPDATE SET label = excluded.label, categorie = excluded.categorie,
       source = excluded.source, retire = excluded.retire, updated_at = excluded.updated_at`,
  ).run({ code, depuis, label, categorie, source, retire: Number(retire), instant });
  return { code };
}

const pareil = (un: string, autre: string) => un.localeCompare(autre, 'fr', { sensitivity: 'base' }) === 0;

function forget(
  { db }: Contexte,
  { code, depuis }: Entree<'sorties.forgetMotif'>,
): z.output<(typeof sortiesContrat)['sorties.forgetMotif']['sortie']> {
  const siennes = readMotifs(db).filter((lecture) => lecture.code === code);
  const oublie = siennes.find((lecture) => lecture.depuis === depuis);
  if (!oublie) throw new ErreurMetier('introuvable');
  // The last reading of a motif of the structure's own takes the motif with it, archived exits included.
  const portent = requete(db, 'SELECT count(*) FROM sortie WHERE motif = ?').pluck().get(code) as number;
  if (code.startsWith('p') && siennes.length === 1 && portent > 0)
    throw new ErreurMetier('regle', {
      message: `${accorder(portent, 'sortie')} ${portent < 2 ? 'porte' : 'portent'} ce motif : ne le proposez plus à partir d’une date, plutôt que de le retirer.`,
    });
  requete(db, 'DELETE FROM motif_sortie WHERE code = ? AND depuis = ?').run(code, depuis);
  return { oublie };
}

/** Sentence for a motif that an exit of this day cannot carry; null when it can. */
export function fauteMotif(db: Base, code: string, date: string): string | null {
  const propres = readMotifs(db);
  const lu = motifsAu(date, propres).find((motif) => motif.code === code);
  if (lu) return lu.retire ? `Ce motif n’est plus proposé depuis le ${formaterDate(lu.depuis)}.` : null;
  const debut = propres.find((lecture) => lecture.code === code)?.depuis;
  return debut === undefined
    ? 'Ce motif n’existe pas.'
    : `Ce motif ne se lit qu’à partir du ${formaterDate(debut)}.`;
}

export const sortiesMotifsOperations = {
  'sorties.motifs': readTous,
  'sorties.saveMotif': save,
  'sorties.forgetMotif': forget,
};
