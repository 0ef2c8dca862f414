import { piedDe } from '../../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import type { Livraison } from '../../shared/livraison.ts';
import type { Papier as PapierDit, PapierLu } from '../../shared/papiers/contrat.ts';
import type { Difference } from '../../shared/papiers/differences.ts';
import type { Structure } from '../../shared/parametres/schema.ts';
import type { Contexte } from '../contexte.ts';
import { figerPdf, nomFichier, rendre } from '../documents.ts';
import type { Base } from '../open.ts';
import { requete } from '../requetes.ts';
import {
  type Designe,
  differencesAvec,
  editionsDe,
  editionsParPapier,
  garderEdition,
  garderPdf,
  memeContenu,
  type Proprietaire,
  pdfGarde,
} from './emission.ts';
import type { Mise, Papier, PapierQuelconque } from './papier.ts';

/** The papers of one kind of record. */
export interface Famille<G extends string> {
  proprietaire: Proprietaire;
  /** In the order of the record's life; a kind that this version does not make is absent. */
  papiers: Partial<Record<G, PapierQuelconque>>;
  /** Throws `introuvable` when there is no such record. */
  trouver(db: Base, id: string): unknown;
}

interface Page {
  html: string;
  titre: string;
  emisLe: string;
  /** As it was handed out, when it was kept. */
  pdf: Uint8Array | null;
}

/** The page of a paper out of its data. */
export function rendrePapier<D extends { structure: Structure }>(
  papier: Papier<D>,
  donnees: D,
  mise: Mise,
): { html: string; titre: string } {
  const titre = papier.titre(donnees);
  const html = rendre(papier.page(donnees, mise), {
    titre,
    // The page that is signed may be the last of several: each one says which paper it belongs to.
    pied: [piedDe(donnees.structure), titre].filter(Boolean).join(' · '),
    style: papier.style,
  });
  return { html, titre };
}

const MEMBRES = 'SELECT id, prenom, nom FROM membre';

function nomsDesMembres(db: Base): Map<string, string> {
  const membres = requete(db, MEMBRES).all() as { id: string; prenom: string; nom: string }[];
  return new Map(membres.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`.trim()]));
}

/** What is published, issued and kept of a family of papers; each of these is an operation of its domain. */
export function operationsPapiers<G extends string>({ proprietaire, papiers, trouver }: Famille<G>) {
  type Lu = PapierLu<G>;
  type Vise = Pick<Lu, 'id' | 'genre' | 'objetId'>;

  const designer = ({ id, genre, objetId }: Vise): Designe => ({ proprietaire, id, genre, objetId });

  function papierDe(genre: G): PapierQuelconque {
    const papier = papiers[genre];
    if (!papier) throw new ErreurMetier('introuvable');
    return papier;
  }

  /** What a paper is drawn from and how: as issued, or as the records say it now. */
  function composer(
    contexte: Contexte,
    lu: Lu,
  ): { donnees: { structure: Structure }; mise: Mise; pdf: Page['pdf'] } {
    const { id, genre, objetId, edition, vierge } = lu;
    trouver(contexte.db, id);
    const papier = papierDe(genre);
    const toutes = editionsDe(contexte.db, designer(lu));
    const projet = edition === null && papier.enProjet?.(contexte, id) === true;
    const emise =
      vierge || projet ? undefined : toutes.find((celle) => edition === null || celle.edition === edition);
    if (edition !== null && !emise) throw new ErreurMetier('introuvable');
    if (emise)
      return {
        donnees: JSON.parse(emise.donnees),
        mise: { projet: false, edition: emise.edition, emisLe: emise.emisLe, vierge: false },
        pdf: pdfGarde(contexte, emise),
      };
    if (vierge && !papier.vierge) throw new ErreurMetier('introuvable');
    return {
      donnees: papier.read(contexte, id, objetId),
      mise: {
        projet: !vierge,
        edition: (toutes[0]?.edition ?? 0) + 1,
        emisLe: contexte.instant,
        vierge,
      },
      pdf: null,
    };
  }

  function pageDe(contexte: Contexte, lu: Lu): Page {
    const { donnees, mise, pdf } = composer(contexte, lu);
    return { ...rendrePapier(papierDe(lu.genre), donnees, mise), emisLe: mise.emisLe, pdf };
  }

  function dire(
    contexte: Contexte,
    id: string,
    genre: G,
    objet: { id: string; titre: string } | null,
    noms: ReadonlyMap<string, string>,
    editionsLues: ReturnType<typeof editionsParPapier>,
  ): PapierDit<G>[] {
    const papier = papierDe(genre);
    const objetId = objet?.id ?? '';
    const editions = editionsLues(genre, objetId);
    const obstacle = papier.obstacle?.(contexte, id, objetId) ?? null;
    if (obstacle?.jamais && editions.length === 0) return [];
    const [emise] = editions;
    const donnees = emise || !objet ? papier.read(contexte, id, objetId) : null;
    return [
      {
        genre,
        objetId,
        titre: objet?.titre ?? papier.titre(donnees!),
        obstacle: obstacle?.phrase ?? '',
        vierge: papier.vierge === true,
        paysage: papier.paysage === true,
        change: emise !== undefined && !memeContenu(emise.donnees, donnees!),
        editions: editions.map(({ edition, emisLe, auteurId, sha256 }) => ({
          edition,
          emisLe,
          auteur: noms.get(auteurId ?? '') ?? '',
          sha256,
        })),
      },
    ];
  }

  return {
    papierDe,
    composer,
    pageDe,

    /** Of one kind only when `seul` names it. */
    papiers(contexte: Contexte, { id }: { id: string }, seul?: G): PapierDit<G>[] {
      trouver(contexte.db, id);
      const noms = nomsDesMembres(contexte.db);
      const editionsLues = editionsParPapier(contexte.db, proprietaire, id);
      return (seul ? [seul] : (Object.keys(papiers) as G[])).flatMap((genre) => {
        const objets = papierDe(genre).objets?.(contexte, id) ?? [null];
        return objets.flatMap((objet) => dire(contexte, id, genre, objet, noms, editionsLues));
      });
    },

    differences(contexte: Contexte, vise: Vise): Difference[] {
      trouver(contexte.db, vise.id);
      const [emise] = editionsDe(contexte.db, designer(vise));
      if (!emise) return [];
      return differencesAvec(emise.donnees, papierDe(vise.genre).read(contexte, vise.id, vise.objetId));
    },

    async page(contexte: Contexte, lu: Lu): Promise<{ adresse: string }> {
      return { adresse: await contexte.pages.publish(pageDe(contexte, lu).html) };
    },

    async pdf(contexte: Contexte, lu: Lu): Promise<Livraison> {
      const { html, titre, emisLe, pdf } = pageDe(contexte, lu);
      const contenu = pdf ?? figerPdf(await contexte.pdf.generate(html), emisLe);
      return contexte.files.deliver({ nom: nomFichier(titre, 'pdf'), type: 'application/pdf', contenu });
    },

    async issue(
      contexte: Contexte,
      { remplace, ...vise }: Vise & { remplace: boolean },
    ): Promise<{ edition: number; sha256: string }> {
      const { db, instant } = contexte;
      const { id, genre, objetId } = vise;
      trouver(db, id);
      const papier = papierDe(genre);
      const { emission } = papier;
      const donnees = emission ? emission.prepare(contexte, id) : papier.read(contexte, id, objetId);
      const obstacle = papier.obstacle?.(contexte, id, objetId);
      if (obstacle) throw new ErreurMetier('regle', { message: obstacle.phrase });
      const derniere = editionsDe(db, designer(vise))[0];
      if (derniere && !emission) {
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
      const { html } = rendrePapier(papier, donnees, {
        projet: false,
        edition,
        emisLe: instant,
        vierge: false,
      });
      const garde = await garderPdf(contexte, html);
      db.sqlite.transaction(() => {
        if (emission) emission.save(contexte, id, donnees, garde);
        else garderEdition(contexte, designer(vise), donnees, garde);
      })();
      return { edition, sha256: garde.sha256 };
    },
  };
}
