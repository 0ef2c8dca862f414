import { and, eq } from 'drizzle-orm';
import { createElement } from 'react';
import type { z } from 'zod';
import {
  type FeuilleRecueil,
  FeuillesRecueil,
  STYLE_RECUEIL,
} from '../shared/documents/formation/recueil-besoins.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import type { BesoinLigne, besoinsContrat, CampagneResume } from '../shared/formation/besoins.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { colonnesObjet, exigerSalarie, refuserBesoin } from './formation-besoins-ecriture.ts';
import { FIN_CONTRAT, readBesoins } from './formation-besoins-lecture.ts';
import { libelles, valeursDe } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { auteurCourant, enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { besoinFormation, campagneBesoins, campagneReponse } from './schema/index.ts';

type Entree<N extends keyof typeof besoinsContrat> = z.output<(typeof besoinsContrat)[N]['entree']>;
type Sortie<N extends keyof typeof besoinsContrat> = z.output<(typeof besoinsContrat)[N]['sortie']>;
type Campagne = typeof campagneBesoins.$inferSelect;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** Those under contract at some moment while the campaign was open, and whoever answered. */
const PERSONNES = `
  SELECT s.id, s.prenom, s.nom, s.support, ${FIN_CONTRAT} AS finContrat, r.recueilli_le AS recueilliLe,
    trim(coalesce(m.prenom || ' ' || m.nom, '')) AS encadrant
  FROM salarie s
  LEFT JOIN campagne_reponse r ON r.salarie_id = s.id AND r.campagne_id = @id
  LEFT JOIN membre m ON m.id = s.encadrant_id
  WHERE r.salarie_id IS NOT NULL OR (s.archived_at IS NULL AND EXISTS (
    SELECT 1 FROM contrat c WHERE c.salarie_id = s.id AND c.debut <= @au AND coalesce(c.fin, '9999') >= @du))
  ORDER BY s.nom_tri, s.id`;

interface PersonneLue {
  id: string;
  prenom: string;
  nom: string;
  support: string;
  finContrat: string | null;
  recueilliLe: string | null;
  encadrant: string;
}

function readCampagne(db: Base, id: string): Campagne {
  const campagne = db.orm.select().from(campagneBesoins).where(eq(campagneBesoins.id, id)).get();
  if (!campagne) throw new ErreurMetier('introuvable', { message: 'Cette campagne n’existe plus.' });
  return campagne;
}

function readPersonnes({ db, today }: Lecteur, { id, ouverteLe, closeLe }: Campagne): PersonneLue[] {
  const au = closeLe ?? (today > ouverteLe ? today : ouverteLe);
  return requete(db, PERSONNES).all({ id, du: ouverteLe, au }) as PersonneLue[];
}

function resumer(campagne: Campagne, personnes: PersonneLue[], besoins: BesoinLigne[]): CampagneResume {
  const siens = besoins.filter((besoin) => besoin.campagne?.id === campagne.id);
  const avecBesoin = new Set(siens.flatMap(({ salarie }) => salarie?.id ?? []));
  const recueillis = personnes.filter(({ recueilliLe }) => recueilliLe !== null);
  const { id, annee, ouverteLe, echeance, closeLe, note } = campagne;
  return {
    id,
    annee,
    ouverteLe,
    echeance,
    closeLe,
    note,
    concernes: personnes.length,
    recueillis: recueillis.length,
    sansBesoin: recueillis.filter((personne) => !avecBesoin.has(personne.id)).length,
    besoins: siens.length,
  };
}

/** Needs of everybody, those of people gone since a campaign included. */
const tousBesoins = (lecteur: Lecteur): BesoinLigne[] =>
  readBesoins(lecteur, { archives: true })
    .map(({ ligne }) => ligne)
    .filter(({ archivedAt }) => archivedAt === null);

function campagnes(contexte: Contexte): CampagneResume[] {
  const besoins = tousBesoins(contexte);
  return contexte.db.orm
    .select()
    .from(campagneBesoins)
    .all()
    .sort((a, b) => b.annee - a.annee)
    .map((campagne) => resumer(campagne, readPersonnes(contexte, campagne), besoins));
}

function campagne(contexte: Lecteur, { id }: { id: string }): Sortie<'formation.campagne'> {
  const fiche = readCampagne(contexte.db, id);
  const personnes = readPersonnes(contexte, fiche);
  const besoins = tousBesoins(contexte);
  const parPersonne = Map.groupBy(besoins, ({ salarie }) => salarie?.id);
  return {
    ...resumer(fiche, personnes, besoins),
    personnes: personnes.map(({ recueilliLe, ...salarie }) => {
      const siens = parPersonne.get(salarie.id) ?? [];
      const recueillis = siens.filter((besoin) => besoin.campagne?.id === id);
      return {
        salarie,
        recueilliLe,
        besoins: recueillis,
        connus: siens.filter(
          (besoin) => !recueillis.includes(besoin) && !['ecarte', 'satisfait'].includes(besoin.statut),
        ),
      };
    }),
  };
}

function verifierDates({ ouverteLe, echeance }: { ouverteLe: string; echeance: string | null }): void {
  if (echeance !== null && echeance < ouverteLe)
    refuserBesoin('echeance', 'Le dernier jour pour répondre précède l’ouverture.');
}

function open({ db, ids, instant }: Contexte, saisie: Entree<'formation.openCampagne'>): { id: string } {
  verifierDates(saisie);
  if (requete(db, 'SELECT 1 FROM campagne_besoins WHERE annee = ?').get(saisie.annee) !== undefined)
    refuserBesoin('annee', `La campagne ${saisie.annee} existe déjà.`);
  const id = ids.next();
  db.orm
    .insert(campagneBesoins)
    .values({ id, ...saisie, updatedAt: instant })
    .run();
  return { id };
}

function update(
  { db, instant }: Contexte,
  { id, ...saisie }: Entree<'formation.updateCampagne'>,
): { id: string } {
  const { closeLe } = readCampagne(db, id);
  verifierDates(saisie);
  if (closeLe !== null && closeLe < saisie.ouverteLe)
    refuserBesoin('ouverteLe', `Elle a été close le ${formaterDate(closeLe)}.`);
  db.orm
    .update(campagneBesoins)
    .set({ ...saisie, updatedAt: instant })
    .where(eq(campagneBesoins.id, id))
    .run();
  return { id };
}

function close(
  { db, instant }: Contexte,
  { id, closeLe }: Entree<'formation.closeCampagne'>,
): Record<string, never> {
  const { ouverteLe } = readCampagne(db, id);
  if (closeLe !== null && closeLe < ouverteLe)
    refuserBesoin('closeLe', `Elle a été ouverte le ${formaterDate(ouverteLe)}.`);
  db.orm.update(campagneBesoins).set({ closeLe, updatedAt: instant }).where(eq(campagneBesoins.id, id)).run();
  return {};
}

function exigerOuverte({ closeLe }: Campagne): void {
  if (closeLe === null) return;
  throw new ErreurMetier('regle', {
    message: `Cette campagne a été close le ${formaterDate(closeLe)} : rouvrez-la pour y écrire.`,
  });
}

function recueillir(
  { db, ids, instant, today }: Contexte,
  { campagneId, salarieId, recueilliLe, besoins }: Entree<'formation.recueillir'>,
): { ids: string[] } {
  const fiche = readCampagne(db, campagneId);
  exigerOuverte(fiche);
  exigerSalarie(db, salarieId);
  if (recueilliLe > today) refuserBesoin('recueilliLe', 'Cette date n’est pas encore passée.');
  if (recueilliLe < fiche.ouverteLe)
    refuserBesoin('recueilliLe', `La campagne a été ouverte le ${formaterDate(fiche.ouverteLe)}.`);
  const auteurId = auteurCourant(db);
  const gardes = besoins.map(({ id, ...objet }, rang) => {
    const colonnes = {
      ...colonnesObjet(db, objet, `besoins.${rang}.`),
      campagneId,
      updatedAt: instant,
    };
    if (id === undefined) {
      const cree = ids.next();
      db.orm
        .insert(besoinFormation)
        .values({ id: cree, salarieId, statut: 'recueilli', auteurId, createdAt: instant, ...colonnes })
        .run();
      return cree;
    }
    const { changes } = db.orm
      .update(besoinFormation)
      .set({ ...colonnes, archivedAt: null })
      .where(and(eq(besoinFormation.id, id), eq(besoinFormation.salarieId, salarieId)))
      .run();
    if (changes === 0) throw new ErreurMetier('introuvable');
    return id;
  });
  requete(
    db,
    `UPDATE besoin_formation SET archived_at = @instant, updated_at = @instant
     WHERE campagne_id = @campagneId AND salarie_id = @salarieId AND archived_at IS NULL
       AND id NOT IN (SELECT value FROM json_each(@gardes))`,
  ).run({ instant, campagneId, salarieId, gardes: JSON.stringify(gardes) });
  db.orm
    .insert(campagneReponse)
    .values({ campagneId, salarieId, recueilliLe, updatedAt: instant })
    .onConflictDoUpdate({
      target: [campagneReponse.campagneId, campagneReponse.salarieId],
      set: { recueilliLe, updatedAt: instant },
    })
    .run();
  return { ids: gardes };
}

function oublier(
  { db }: Contexte,
  { campagneId, salarieId }: Entree<'formation.oublierRecueil'>,
): Record<string, never> {
  exigerOuverte(readCampagne(db, campagneId));
  db.orm
    .delete(campagneReponse)
    .where(and(eq(campagneReponse.campagneId, campagneId), eq(campagneReponse.salarieId, salarieId)))
    .run();
  return {};
}

function pageDe(
  contexte: Contexte,
  { campagneId, salarieIds, vierges }: Entree<'formation.campagnePage'>,
): { titre: string; html: string; nombre: number } {
  const { db } = contexte;
  const structure = enTete(readParametres(db), 'une feuille de recueil');
  const fiche = campagne(contexte, { id: campagneId });
  const voulues = new Set(salarieIds);
  const theme = libelles(db, 'themes_formation');
  const support = libelles(db, 'supports');
  const dire = ({ theme: code, libelle }: BesoinLigne) => [theme(code), libelle].filter(Boolean).join(', ');
  const nommees = fiche.personnes
    .filter(({ salarie, recueilliLe }) =>
      voulues.size > 0 ? voulues.has(salarie.id) : recueilliLe === null && vierges === 0,
    )
    .map(
      ({ salarie, connus, besoins }): FeuilleRecueil => ({
        nom: `${salarie.nom.toLocaleUpperCase('fr')} ${salarie.prenom}`.trim(),
        support: salarie.support === '' ? '' : support(salarie.support),
        encadrant: salarie.encadrant,
        finContrat: salarie.finContrat,
        connus: [...besoins, ...connus].map(dire),
      }),
    );
  const blanche: FeuilleRecueil = { nom: '', support: '', encadrant: '', finContrat: null, connus: [] };
  const feuilles = [...nommees, ...Array.from({ length: vierges }, () => blanche)];
  if (feuilles.length === 0)
    throw new ErreurMetier('regle', {
      message: 'Tout le monde a répondu : il n’y a plus de feuille à imprimer.',
    });
  const titre = `Recueil des besoins de formation ${fiche.annee}`;
  const page = createElement(FeuillesRecueil, {
    structure,
    annee: fiche.annee,
    echeance: fiche.echeance,
    themes: valeursDe(db, 'themes_formation')
      .filter(({ retiree }) => !retiree)
      .map(({ label }) => label),
    feuilles,
  });
  return {
    titre,
    nombre: feuilles.length,
    html: rendre(page, { titre, pied: piedDe(structure), style: STYLE_RECUEIL }),
  };
}

export const campagnesOperations = {
  'formation.campagnes': campagnes,
  'formation.campagne': campagne,
  'formation.openCampagne': open,
  'formation.updateCampagne': update,
  'formation.closeCampagne': close,
  'formation.recueillir': recueillir,
  'formation.oublierRecueil': oublier,
  'formation.campagnePage': async (contexte: Contexte, entree: Entree<'formation.campagnePage'>) => {
    const { html, nombre } = pageDe(contexte, entree);
    return { adresse: await contexte.pages.publish(html), nombre };
  },
  'formation.campagnePdf': async (
    contexte: Contexte,
    entree: Entree<'formation.campagnePdf'>,
  ): Promise<Livraison> => {
    const { titre, html } = pageDe(contexte, entree);
    return contexte.files.deliver({
      nom: nomFichier(titre, 'pdf'),
      type: 'application/pdf',
      contenu: await contexte.pdf.generate(html),
    });
  },
};
