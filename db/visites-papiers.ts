import { createElement, type ReactElement } from 'react';
import type { z } from 'zod';
import { piedDe } from '../shared/documents/page-a4.tsx';
import {
  CSS_VISITE,
  type EnteteVisite,
  PageAppel,
  PageArguments,
  PageGrille,
} from '../shared/documents/visite.tsx';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Livraison } from '../shared/livraison.ts';
import { STRUCTURE_VIDE } from '../shared/parametres/schema.ts';
import type { Reponses } from '../shared/visites/grille.ts';
import { civiliteNom } from '../shared/visites/regles.ts';
import { APPEL_VIDE, type papier } from '../shared/visites/schema.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { valeursDe } from './nomenclatures.ts';
import { readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { versIcs } from './visites-ics.ts';
import { readEntretien } from './visites-lecture.ts';
import { argumentsDe } from './visites-modeles.ts';

type Papier = z.output<typeof papier>;

const ORGANISATION = `
  SELECT nom, adresse, code_postal AS codePostal, ville, telephone FROM organisation WHERE id = ?`;
const INTERLOCUTEUR = `
  SELECT i.civilite, i.prenom, i.nom, i.telephone, coalesce((
    SELECT f.intitule FROM fonction f WHERE f.interlocuteur_id = i.id AND f.organisation_id = @organisationId
    ORDER BY f.fin IS NOT NULL, f.fin DESC, f.id LIMIT 1), '') AS intitule
  FROM interlocuteur i WHERE i.id = @id`;

/** Who is visited, when and where: from the interview when there is one, else from the organisation alone. */
function lireVisite({ db }: Contexte, { entretienId, organisationId }: Papier) {
  const { structure, membreCourant } = readParametres(db);
  const lu = entretienId === null ? null : readEntretien(db, entretienId);
  const cle = lu?.organisationId ?? organisationId;
  const organisation = (cle === null ? undefined : requete(db, ORGANISATION).get(cle)) as
    | { nom: string; adresse: string; codePostal: string; ville: string; telephone: string }
    | undefined;
  if (cle !== null && !organisation) throw new ErreurMetier('introuvable');
  const personne = (
    lu?.interlocuteurId
      ? requete(db, INTERLOCUTEUR).get({ id: lu.interlocuteurId, organisationId: cle })
      : undefined
  ) as { civilite: string; prenom: string; nom: string; telephone: string; intitule: string } | undefined;
  const v: EnteteVisite = {
    structure: structure ?? STRUCTURE_VIDE,
    organisation: organisation
      ? {
          nom: organisation.nom,
          telephone: organisation.telephone,
          adresse: [
            organisation.adresse.replace(/\s*\n\s*/g, ', '),
            [organisation.codePostal, organisation.ville].filter(Boolean).join(' '),
          ]
            .filter(Boolean)
            .join(', '),
        }
      : null,
    interlocuteur: personne
      ? { nom: civiliteNom(personne), intitule: personne.intitule, telephone: personne.telephone }
      : null,
    date: lu?.sollicitation?.date ?? lu?.date ?? null,
    heure: lu?.heure ?? null,
    lieu: lu?.lieu ?? '',
    auteur: membreCourant ? [membreCourant.prenom, membreCourant.nom].filter(Boolean).join(' ') : '',
  };
  return { v, lu };
}

function page(contexte: Contexte, demande: Papier): { html: string; titre: string } {
  const { v, lu } = lireVisite(contexte, demande);
  const rendu = (element: ReactElement, titre: string) => ({
    titre,
    html: rendre(element, { titre, pied: piedDe(v.structure), style: CSS_VISITE }),
  });
  const chez = v.organisation ? ` ${v.organisation.nom}` : '';
  switch (demande.quoi) {
    case 'argumentaire':
      return rendu(
        createElement(PageArguments, {
          structure: v.structure,
          fiches: argumentsDe(contexte.db),
          date: contexte.today,
        }),
        'Argumentaire',
      );
    case 'appel':
      return rendu(createElement(PageAppel, { v, appel: lu?.appel ?? APPEL_VIDE }), `Fiche d’appel${chez}`);
    default: {
      const reponses = demande.quoi === 'grille' && lu ? (lu.grille as Reponses) : null;
      return rendu(
        createElement(PageGrille, { v, reponses, listes: (liste) => valeursDe(contexte.db, liste) }),
        `Grille d’entretien${chez}`,
      );
    }
  }
}

async function preview(contexte: Contexte, demande: Papier): Promise<{ adresse: string }> {
  return { adresse: await contexte.pages.publish(page(contexte, demande).html) };
}

async function exportPdf(contexte: Contexte, demande: Papier): Promise<Livraison> {
  const { html, titre } = page(contexte, demande);
  const contenu = await contexte.pdf.generate(html);
  return contexte.files.deliver({ nom: nomFichier(titre, 'pdf'), type: 'application/pdf', contenu });
}

async function ics(contexte: Contexte, { id }: { id: string }): Promise<Livraison> {
  const demande = { quoi: 'grille', entretienId: id, organisationId: null } as const;
  const { v, lu } = lireVisite(contexte, demande);
  if (!lu?.date) {
    throw new ErreurMetier('regle', {
      message: 'Fixez d’abord la date du rendez-vous.',
      champs: { date: 'Fixez d’abord la date du rendez-vous.' },
    });
  }
  const nom = v.organisation?.nom ?? '';
  const texte = versIcs({
    id,
    date: lu.date,
    heure: lu.heure,
    dureeMinutes: lu.dureeMinutes ?? 60,
    titre: `Visite : ${nom}`,
    lieu: lu.lieu || (v.organisation?.adresse ?? ''),
    details: [
      [v.interlocuteur?.nom, v.interlocuteur?.intitule].filter(Boolean).join(', '),
      lu.appel.objet && `Objet : ${lu.appel.objet}`,
    ].filter((ligne): ligne is string => Boolean(ligne)),
    telephone: v.interlocuteur?.telephone || v.organisation?.telephone || '',
    creeLe: lu.creeLe,
    modifieLe: lu.modifieLe,
  });
  return contexte.files.deliver({
    nom: nomFichier(`Visite ${nom} ${lu.date}`, 'ics'),
    type: 'text/calendar; charset=utf-8',
    contenu: new TextEncoder().encode(texte),
  });
}

/** What is printed of a visit, and the appointment for a calendar. */
export const papiersOperations = {
  'visites.preview': preview,
  'visites.pdf': exportPdf,
  'visites.ics': ics,
};
