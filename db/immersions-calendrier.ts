import { createElement } from 'react';
import type { z } from 'zod';
import { PageCalendrier, STYLE_CALENDRIER } from '../shared/documents/calendrier.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { nomDeFenetre } from '../shared/immersions/calendrier.ts';
import type { Barre, Calendrier, imagesContrat } from '../shared/immersions/images.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { IMMERSIONS, type LigneLue, versLigne } from './immersions.ts';
import { enTete, readParametres } from './parametres.ts';
import { enListe, requete } from './requetes.ts';

type Fenetre = z.output<(typeof imagesContrat)['immersions.calendrier']['entree']>;

const CALENDRIER = `
  SELECT l.* FROM (${IMMERSIONS}
    AND i.debut <= @au AND i.fin >= @du AND (@sansSuite OR i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)}))) l
  JOIN salarie p ON p.id = l.salarie_id JOIN organisation a ON a.id = l.organisation_id
  ORDER BY CASE @par WHEN 'salarie' THEN p.nom_tri ELSE a.nom_tri END, CASE @par WHEN 'salarie' THEN p.id ELSE a.id END,
    l.debut, l.numero`;

function calendrier({ db }: Contexte, { du, au, par, sansSuite }: Fenetre): Calendrier {
  const lues = requete(db, CALENDRIER).all({ du, au, par, sansSuite: Number(sansSuite) }) as LigneLue[];
  const rangees = new Map<string, Calendrier['rangees'][number]>();
  for (const ligne of lues.map(versLigne)) {
    const { salarie, organisation } = ligne;
    const { id } = par === 'salarie' ? salarie : organisation;
    const nom = par === 'salarie' ? `${salarie.nom} ${salarie.prenom}`.trim() : organisation.nom;
    const rangee = rangees.get(id) ?? { id, nom, barres: [] };
    rangee.barres.push(ligne as Barre);
    rangees.set(id, rangee);
  }
  return { rangees: [...rangees.values()] };
}

function pageDe(contexte: Contexte, fenetre: Fenetre): { titre: string; html: string } {
  const structure = enTete(readParametres(contexte.db), 'un calendrier');
  const { rangees } = calendrier(contexte, fenetre);
  const titre = `Immersions ${nomDeFenetre(fenetre)}`;
  const page = createElement(PageCalendrier, { ...fenetre, rangees, structure, today: contexte.today });
  return { titre, html: rendre(page, { titre, pied: piedDe(structure), style: STYLE_CALENDRIER }) };
}

async function page(contexte: Contexte, fenetre: Fenetre): Promise<{ adresse: string }> {
  return { adresse: await contexte.pages.publish(pageDe(contexte, fenetre).html) };
}

async function pdf(contexte: Contexte, fenetre: Fenetre): Promise<Livraison> {
  const { titre, html } = pageDe(contexte, fenetre);
  return contexte.files.deliver({
    nom: nomFichier(titre, 'pdf'),
    type: 'application/pdf',
    contenu: await contexte.pdf.generate(html),
  });
}

export const immersionsCalendrierOperations = {
  'immersions.calendrier': calendrier,
  'immersions.calendrierPage': page,
  'immersions.calendrierPdf': pdf,
};
