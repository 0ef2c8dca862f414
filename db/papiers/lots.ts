import { createElement, Fragment } from 'react';
import { cssPiedNomme, piedDe } from '../../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import type { Livraison } from '../../shared/livraison.ts';
import type { Papier as PapierDit } from '../../shared/papiers/contrat.ts';
import type { Contexte } from '../contexte.ts';
import { figerPdf, nomFichier, rendre } from '../documents.ts';
import type { operationsPapiers } from './famille.ts';

/** Each copy starts its page, carries its own mark, and its own foot: pages of a lot are handed to different people. */
const CSS_LOT = `
.exemplaire + .exemplaire { break-before: page; }
@media screen { .exemplaire + .exemplaire { margin-top: 6mm; } }
@media print { .exemplaire .filigrane { position: absolute; } }
`;

interface LotLu<G extends string> {
  id: string;
  genre: G;
  vierge: boolean;
}

/** What is done with the papers of one kind of a record all at once; `titreDe` names the whole. */
export function operationsLot<G extends string>(
  papiers: ReturnType<typeof operationsPapiers<G>>,
  titreDe: (contexte: Contexte, id: string, genre: G) => string,
) {
  const duGenre = (contexte: Contexte, { id, genre }: { id: string; genre: G }): PapierDit<G>[] =>
    papiers.papiers(contexte, { id }, genre);

  function pageDe(contexte: Contexte, { id, genre, vierge }: LotLu<G>): { html: string; titre: string } {
    const { page, titre, style, vierge: aRemplir } = papiers.papierDe(genre);
    const retenus = duGenre(contexte, { id, genre }).filter(({ obstacle, editions }) =>
      vierge ? aRemplir : obstacle === '' || editions.length > 0,
    );
    if (retenus.length === 0)
      throw new ErreurMetier('regle', { message: 'Aucun de ces documents n’est prêt.' });
    const composes = retenus.map(({ objetId }) =>
      papiers.composer(contexte, { id, genre, objetId, edition: null, vierge }),
    );
    const nom = titreDe(contexte, id, genre);
    const structure = piedDe(composes[0]!.donnees.structure);
    const html = rendre(
      createElement(
        Fragment,
        null,
        composes.map(({ donnees, mise }, rang) =>
          createElement(
            'div',
            { key: retenus[rang]!.objetId, className: 'exemplaire', style: { page: `exemplaire${rang}` } },
            page(donnees, mise),
          ),
        ),
      ),
      {
        titre: nom,
        pied: structure,
        style: [
          style,
          CSS_LOT,
          ...composes.map(({ donnees }, rang) =>
            cssPiedNomme(`exemplaire${rang}`, [structure, titre(donnees)].filter(Boolean).join(' · ')),
          ),
        ].join('\n'),
      },
    );
    return { html, titre: nom };
  }

  return {
    async page(contexte: Contexte, lot: LotLu<G>): Promise<{ adresse: string }> {
      return { adresse: await contexte.pages.publish(pageDe(contexte, lot).html) };
    },

    async pdf(contexte: Contexte, lot: LotLu<G>): Promise<Livraison> {
      const { html, titre } = pageDe(contexte, lot);
      const contenu = figerPdf(await contexte.pdf.generate(html), contexte.instant);
      return contexte.files.deliver({ nom: nomFichier(titre, 'pdf'), type: 'application/pdf', contenu });
    },

    async issue(
      contexte: Contexte,
      { id, genre, remplace }: { id: string; genre: G; remplace: boolean },
    ): Promise<{ emis: number }> {
      const { tasks } = contexte;
      tasks.begin();
      const aEmettre = duGenre(contexte, { id, genre }).filter(
        ({ obstacle, editions, change }) =>
          obstacle === '' && (editions.length === 0 || (remplace && change)),
      );
      let emis = 0;
      for (const { objetId } of aEmettre) {
        if (tasks.cancelled()) break;
        tasks.progress(emis, aEmettre.length);
        await papiers.issue(contexte, { id, genre, objetId, remplace });
        emis += 1;
      }
      return { emis };
    },
  };
}
