import { createElement } from 'react';
import {
  PageCalendrierFormation,
  STYLE_CALENDRIER_FORMATION,
} from '../shared/documents/formation/calendrier.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import {
  bornesDe,
  type CalendrierFormation,
  type FenetreFormation,
  nomDeFenetre,
} from '../shared/formation/calendrier.ts';
import { parDate } from '../shared/formation/regles-session.ts';
import type { Creneau } from '../shared/formation/session.ts';
import { enAlsaceMoselle } from '../shared/immersions/horaires.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { type LigneLue, SESSIONS, versLigne } from './formation-sessions-liste.ts';
import type { Base } from './open.ts';
import { enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';

/** Whether the structure has the two holidays more of Alsace and Moselle. */
export function estEnAlsaceMoselle(db: Base): boolean {
  const code = requete(db, 'SELECT code_postal FROM structure').pluck().get() as string | undefined;
  return enAlsaceMoselle(code ?? '');
}

const DANS_LA_FENETRE = `${SESSIONS}
  WHERE s.archived_at IS NULL AND s.statut <> 'annulee' AND s.debut <= @au AND s.fin >= @du
  ORDER BY s.debut, s.fin, s.numero`;
const CRENEAUX = `
  SELECT session_id AS sessionId, date, demi, debut, fin FROM session_creneau WHERE date BETWEEN @du AND @au`;

function calendrier(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  fenetre: FenetreFormation,
): CalendrierFormation {
  const bornes = bornesDe(fenetre);
  const lus = requete(db, CRENEAUX).all(bornes) as (Creneau & { sessionId: string })[];
  const parSession = Map.groupBy(lus, ({ sessionId }) => sessionId);
  return {
    rangees: (requete(db, DANS_LA_FENETRE).all(bornes) as LigneLue[]).map((lue) => ({
      ...versLigne(lue, today),
      creneaux: (parSession.get(lue.id) ?? []).map(({ sessionId: _, ...creneau }) => creneau).sort(parDate),
    })),
    alsaceMoselle: estEnAlsaceMoselle(db),
  };
}

function pageDe(contexte: Contexte, fenetre: FenetreFormation): { titre: string; html: string } {
  const structure = enTete(readParametres(contexte.db), 'un calendrier');
  const titre = `Formations ${nomDeFenetre(fenetre)}`;
  const page = createElement(PageCalendrierFormation, {
    fenetre,
    structure,
    today: contexte.today,
    ...calendrier(contexte, fenetre),
  });
  return { titre, html: rendre(page, { titre, pied: piedDe(structure), style: STYLE_CALENDRIER_FORMATION }) };
}

async function page(contexte: Contexte, fenetre: FenetreFormation): Promise<{ adresse: string }> {
  return { adresse: await contexte.pages.publish(pageDe(contexte, fenetre).html) };
}

async function pdf(contexte: Contexte, fenetre: FenetreFormation): Promise<Livraison> {
  const { titre, html } = pageDe(contexte, fenetre);
  return contexte.files.deliver({
    nom: nomFichier(titre, 'pdf'),
    type: 'application/pdf',
    contenu: await contexte.pdf.generate(html),
  });
}

export const calendrierFormationOperations = {
  'formation.calendrier': calendrier,
  'formation.calendrierPage': page,
  'formation.calendrierPdf': pdf,
};
