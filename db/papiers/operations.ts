import type { z } from 'zod';
import { piedDe } from '../../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import type { immersionsContrat } from '../../shared/immersions/contrat.ts';
import type { Difference } from '../../shared/immersions/differences.ts';
import type { GenreDocument, Papier as PapierDit, PapierLu } from '../../shared/immersions/papiers.ts';
import type { immersionApercu } from '../../shared/immersions/schema.ts';
import type { Livraison } from '../../shared/livraison.ts';
import type { Structure } from '../../shared/parametres/schema.ts';
import type { Contexte } from '../contexte.ts';
import { figerPdf, nomFichier, rendre } from '../documents.ts';
import { trouverImmersion } from '../immersions.ts';
import { donneesConvention, papierConvention, prepareConvention, saveConvention } from './convention.ts';
import {
  type Designe,
  differencesAvec,
  editionsDe,
  garderEdition,
  garderPdf,
  memeContenu,
  pdfGarde,
} from './emission.ts';
import type { Mise, Papier } from './papier.ts';
import { PAPIERS, type PapierQuelconque, papierDe } from './registre.ts';

type Entree<N extends keyof typeof immersionsContrat> = z.output<(typeof immersionsContrat)[N]['entree']>;

interface Page {
  html: string;
  titre: string;
  emisLe: string;
}

function rendrePapier<D extends { structure: Structure }>(papier: Papier<D>, donnees: D, mise: Mise): Page {
  const titre = papier.titre(donnees);
  const html = rendre(papier.page(donnees, mise), {
    titre,
    // The page that is signed may be the last of several: each one says which paper it belongs to.
    pied: [piedDe(donnees.structure), titre].filter(Boolean).join(' · '),
    style: papier.style,
  });
  return { html, titre, emisLe: mise.emisLe };
}

/** Sentence for a paper that is not for this immersion, or not yet. */
function refuserObstacle(contexte: Contexte, { immersionId, genre, objetId }: Designe): void {
  const obstacle = papierDe(genre).obstacle?.(contexte, immersionId, objetId);
  if (obstacle) throw new ErreurMetier('regle', { message: obstacle.phrase });
}

/** The convention of a draft is a draft again, whatever was issued before. */
const enProjet = (statut: string, genre: GenreDocument) => genre === 'convention' && statut === 'brouillon';

/** A paper as issued, or as the records say it now. */
function pageDe(
  contexte: Contexte,
  { id, genre, objetId, edition, vierge }: PapierLu,
): Page & { pdf: Uint8Array | null } {
  const { db, instant } = contexte;
  const { statut } = trouverImmersion(db, id);
  const designe = { immersionId: id, genre, objetId };
  const editions = vierge || (edition === null && enProjet(statut, genre)) ? [] : editionsDe(db, designe);
  const emise = edition === null ? editions[0] : editions.find((celle) => celle.edition === edition);
  if (edition !== null && !emise) throw new ErreurMetier('introuvable');
  const papier = papierDe(genre);
  if (emise) {
    const mise = { projet: false, edition: emise.edition, emisLe: emise.emisLe, vierge: false };
    return { ...rendrePapier(papier, JSON.parse(emise.donnees), mise), pdf: pdfGarde(contexte, emise) };
  }
  if (vierge && !papier.vierge) throw new ErreurMetier('introuvable');
  const donnees = papier.read(contexte, id, objetId);
  const suivante = (editionsDe(db, designe)[0]?.edition ?? 0) + 1;
  const mise = { projet: !vierge, edition: suivante, emisLe: instant, vierge };
  return { ...rendrePapier(papier, donnees, mise), pdf: null };
}

function papiers(contexte: Contexte, { id }: { id: string }): PapierDit[] {
  trouverImmersion(contexte.db, id);
  const noms = new Map(
    (
      contexte.db.sqlite.prepare('SELECT id, prenom, nom FROM membre').all() as {
        id: string;
        prenom: string;
        nom: string;
      }[]
    ).map((membre) => [membre.id, `${membre.prenom} ${membre.nom}`.trim()]),
  );
  const genres = Object.entries(PAPIERS) as [GenreDocument, PapierQuelconque][];
  return genres.flatMap(([genre, papier]) => {
    const objets = papier.objets?.(contexte, id) ?? [null];
    return objets.flatMap((objet) => {
      const objetId = objet?.id ?? '';
      const editions = editionsDe(contexte.db, { immersionId: id, genre, objetId });
      const obstacle = papier.obstacle?.(contexte, id, objetId) ?? null;
      if (obstacle?.jamais && editions.length === 0) return [];
      const donnees = papier.read(contexte, id, objetId);
      return [
        {
          genre,
          objetId,
          titre: objet?.titre ?? papier.titre(donnees),
          obstacle: obstacle?.phrase ?? '',
          vierge: papier.vierge === true,
          change: editions[0] !== undefined && !memeContenu(editions[0].donnees, donnees),
          editions: editions.map(({ edition, emisLe, auteurId, sha256 }) => ({
            edition,
            emisLe,
            auteur: noms.get(auteurId ?? '') ?? '',
            sha256,
          })),
        },
      ];
    });
  });
}

function differences(
  contexte: Contexte,
  { id, genre, objetId }: Entree<'immersions.differences'>,
): Difference[] {
  trouverImmersion(contexte.db, id);
  const [emise] = editionsDe(contexte.db, { immersionId: id, genre, objetId });
  if (!emise) return [];
  return differencesAvec(emise.donnees, papierDe(genre).read(contexte, id, objetId));
}

/** The sheet of what is typed in the form, saved or not; a convention out of draft is shown as issued. */
async function preview(
  contexte: Contexte,
  saisie: z.output<typeof immersionApercu>,
): Promise<{ adresse: string }> {
  const { id } = saisie;
  if (id !== null && trouverImmersion(contexte.db, id).statut !== 'brouillon')
    return publier(contexte, { id, genre: 'convention', objetId: '', edition: null, vierge: false });
  const editions =
    id === null ? [] : editionsDe(contexte.db, { immersionId: id, genre: 'convention', objetId: '' });
  const mise = {
    projet: true,
    edition: (editions[0]?.edition ?? 0) + 1,
    emisLe: contexte.instant,
    vierge: false,
  };
  const { html } = rendrePapier(papierConvention, donneesConvention(contexte, saisie), mise);
  return { adresse: await contexte.pages.publish(html) };
}

async function publier(contexte: Contexte, lu: PapierLu): Promise<{ adresse: string }> {
  return { adresse: await contexte.pages.publish(pageDe(contexte, lu).html) };
}

async function exportPdf(contexte: Contexte, lu: PapierLu): Promise<Livraison> {
  const { html, titre, emisLe, pdf } = pageDe(contexte, lu);
  const contenu = pdf ?? figerPdf(await contexte.pdf.generate(html), emisLe);
  return contexte.files.deliver({ nom: nomFichier(titre, 'pdf'), type: 'application/pdf', contenu });
}

async function issue(
  contexte: Contexte,
  { id, genre, objetId, remplace }: Entree<'immersions.issue'>,
): Promise<{ edition: number; sha256: string }> {
  const { db, instant } = contexte;
  trouverImmersion(db, id);
  const designe = { immersionId: id, genre, objetId };
  const papier = papierDe(genre);
  const donnees =
    genre === 'convention' ? prepareConvention(contexte, id) : papier.read(contexte, id, objetId);
  refuserObstacle(contexte, designe);
  const derniere = editionsDe(db, designe)[0];
  if (derniere && genre !== 'convention') {
    if (memeContenu(derniere.donnees, donnees))
      throw new ErreurMetier('regle', {
        message: 'Rien n’a changé depuis la dernière version : elle vaut toujours.',
      });
    if (!remplace)
      throw new ErreurMetier('regle', {
        message: 'Une version est déjà remise : confirmez qu’une nouvelle la remplace.',
      });
  }
  const edition = (derniere?.edition ?? 0) + 1;
  const { html } = rendrePapier(papier, donnees, { projet: false, edition, emisLe: instant, vierge: false });
  const garde = await garderPdf(contexte, html);
  db.sqlite.transaction(() => {
    if (genre === 'convention') saveConvention(contexte, id, donnees, garde);
    else garderEdition(contexte, designe, donnees, garde);
  })();
  return { edition, sha256: garde.sha256 };
}

/** The paper side of an immersion: what is published, issued, kept. */
export const papiersOperations = {
  'immersions.papiers': papiers,
  'immersions.differences': differences,
  'immersions.page': publier,
  'immersions.preview': preview,
  'immersions.issue': issue,
  'immersions.pdf': exportPdf,
};
