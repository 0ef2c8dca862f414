import type { ReactElement } from 'react';
import { piedDe } from '../shared/documents/page-a4.tsx';
import type { Livraison } from '../shared/livraison.ts';
import type { Structure } from '../shared/parametres/schema.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';

/** A paper that is printed and not issued: nothing of it is kept. */
export interface Papier {
  titre: string;
  html: string;
}

export function papier(page: ReactElement, titre: string, structure: Structure, style: string): Papier {
  return { titre, html: rendre(page, { titre, pied: piedDe(structure), style }) };
}

export const publierPapier = async ({ pages }: Contexte, { html }: Papier) => ({
  adresse: await pages.publish(html),
});

export async function remettrePapier({ files, pdf }: Contexte, { titre, html }: Papier): Promise<Livraison> {
  return files.deliver({
    nom: nomFichier(titre, 'pdf'),
    type: 'application/pdf',
    contenu: await pdf.generate(html),
  });
}
