import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import type { z } from 'zod';
import { ageAu } from '../shared/dates.ts';
import { Convention, type DonneesConvention, titreConvention } from '../shared/documents/convention.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../shared/erreurs.ts';
import { calendrier, totaux } from '../shared/immersions/horaires.ts';
import type { immersionApercu } from '../shared/immersions/schema.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../shared/nomenclatures/salaries.ts';
import { STRUCTURE_VIDE } from '../shared/parametres/schema.ts';
import { contratCourant } from '../shared/salaries/regles.ts';
import type { Contexte } from './contexte.ts';
import { figerPdf, rendre } from './documents.ts';
import {
  checks,
  derniereEmission,
  lireSaisie,
  nombreEmissions,
  readParties,
  trouverImmersion,
} from './immersions.ts';
import { readParametres } from './parametres.ts';
import { conventionEmise, immersion } from './schema/index.ts';

type Apercu = z.output<typeof immersionApercu>;

function donneesConvention(contexte: Contexte, saisie: Apercu): DonneesConvention {
  const { structure: connue, membres } = readParametres(contexte.db);
  const structure = connue ?? STRUCTURE_VIDE;
  const { salarie, organisation: accueil } = readParties(contexte, saisie);
  const { db } = contexte;
  const numero = saisie.id === null ? '' : trouverImmersion(db, saisie.id).numero;
  const origine = saisie.renouvelleId === null ? null : trouverImmersion(db, saisie.renouvelleId);
  const jour = saisie.debut ?? contexte.today;
  const contrat = salarie && contratCourant(salarie.contrats, jour);
  const referent = membres.find((membre) => membre.id === saisie.referentId);
  const adresseAccueil = [
    saisie.accueil.adresse,
    [saisie.accueil.codePostal, saisie.accueil.ville].filter(Boolean).join('\u00a0'),
  ]
    .filter(Boolean)
    .join(', ');
  return {
    version: 1,
    numero,
    edition: saisie.id === null ? 1 : nombreEmissions(db, saisie.id) + 1,
    renouvelle: origine && { numero: origine.numero, debut: origine.debut, fin: origine.fin },
    numeroImmersionFacilitee: saisie.numeroImmersionFacilitee,
    structure,
    beneficiaire: salarie && {
      prenom: salarie.prenom,
      nom: salarie.nom,
      sexe: salarie.sexe,
      naissance: salarie.naissance,
      contrat: contrat ? label(CONTRATS, contrat.nature) : '',
    },
    mineur: salarie !== null && ageAu(salarie.naissance, jour) < 18,
    representantLegal: saisie.representantLegal,
    accueil: accueil && {
      nom: accueil.nom,
      adresse: adresseAccueil,
      siret: saisie.accueil.siret,
      activite: saisie.accueil.activite,
      conventionCollective: saisie.accueil.conventionCollective,
    },
    tuteur: { nom: saisie.tuteurNom, fonction: saisie.tuteurFonction },
    prescripteur:
      structure.genre === 'ETTI'
        ? { nom: saisie.prescripteurNom, adresse: saisie.prescripteurAdresse }
        : null,
    referent: referent
      ? { nom: `${referent.prenom} ${referent.nom}`.trim(), fonction: referent.fonction }
      : null,
    modeContrat: saisie.modeContrat,
    objet: saisie.objet,
    objectifs: saisie.objectifs,
    modalitesEvaluation: saisie.modalitesEvaluation,
    debut: saisie.debut,
    fin: saisie.fin,
    ...totaux(calendrier(saisie)),
    horaires: saisie.horaires,
    feriesTravailles: saisie.feriesTravailles,
    lieu: saisie.lieu || adresseAccueil,
    metier: saisie.metier,
    activites: saisie.activites,
    protection: saisie.protection,
  };
}

function pageConvention(d: DonneesConvention, projet: boolean): string {
  return rendre(createElement(Convention, { d, projet }), {
    titre: titreConvention(d),
    pied: piedDe(d.structure),
  });
}

/** Frozen data of an issued convention, or the record as it is now, marked as a draft. */
function pageDe(contexte: Contexte, id: string): { html: string; titre: string; instant: string } {
  const { db } = contexte;
  const ligne = trouverImmersion(db, id);
  const emise = ligne.statut === 'brouillon' ? undefined : derniereEmission(db, id);
  const d = emise
    ? (JSON.parse(emise.donnees) as DonneesConvention)
    : donneesConvention(contexte, { id, ...lireSaisie(db, ligne) });
  const projet = emise === undefined && (ligne.statut === 'brouillon' || ligne.statut === 'annulee');
  return {
    html: pageConvention(d, projet),
    titre: titreConvention(d),
    instant: emise?.emiseLe ?? contexte.instant,
  };
}

async function preview(contexte: Contexte, saisie: Apercu): Promise<{ adresse: string }> {
  const figee = saisie.id !== null && trouverImmersion(contexte.db, saisie.id).statut !== 'brouillon';
  const html = figee
    ? pageDe(contexte, saisie.id!).html
    : pageConvention(donneesConvention(contexte, saisie), true);
  return { adresse: await contexte.pages.publish(html) };
}

/** What the convention of a draft will say for good. Throws `regle` when it is no draft or a check blocks. */
export function prepareConvention(contexte: Contexte, id: string): DonneesConvention {
  const ligne = trouverImmersion(contexte.db, id);
  if (ligne.statut !== 'brouillon') {
    throw new ErreurMetier('regle', { message: 'Cette convention est déjà prête à signer.' });
  }
  const bloquants = checks(contexte, { id }).filter(({ niveau }) => niveau === 'bloquant');
  if (bloquants.length > 0) {
    throw new ErreurMetier('regle', {
      message: `À corriger avant de signer : ${bloquants.map(({ titre }) => titre).join(' ; ')}.`,
      champs: Object.fromEntries(bloquants.map(({ champ, titre }) => [champ ?? '', titre])),
    });
  }
  return donneesConvention(contexte, { id, ...lireSaisie(contexte.db, ligne) });
}

/** Keeps an issued convention with the fingerprint of its PDF, empty when none was made. */
export function saveConvention(
  { db, ids, instant }: Contexte,
  immersionId: string,
  donnees: DonneesConvention,
  sha256: string,
): void {
  db.orm
    .insert(conventionEmise)
    .values({ id: ids.next(), immersionId, emiseLe: instant, donnees: JSON.stringify(donnees), sha256 })
    .run();
  db.orm
    .update(immersion)
    .set({ statut: 'prete', updatedAt: instant })
    .where(eq(immersion.id, immersionId))
    .run();
}

async function issue(contexte: Contexte, { id }: { id: string }): Promise<{ sha256: string }> {
  const donnees = prepareConvention(contexte, id);
  const sha256 = await empreinte(contexte, pageConvention(donnees, false));
  contexte.db.sqlite.transaction(() => saveConvention(contexte, id, donnees, sha256))();
  return { sha256 };
}

/** Fingerprint of the PDF; empty on a machine that cannot make one, where the convention is printed instead. */
async function empreinte({ pdf, instant }: Contexte, html: string): Promise<string> {
  try {
    const octets = figerPdf(await pdf.generate(html), instant);
    return createHash('sha256').update(octets).digest('hex');
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.code === 'pdf-indisponible') return '';
    throw erreur;
  }
}

async function exportPdf(contexte: Contexte, { id }: { id: string }): Promise<Livraison> {
  const { html, titre, instant } = pageDe(contexte, id);
  const contenu = figerPdf(await contexte.pdf.generate(html), instant);
  return contexte.files.deliver({
    nom: `${titre.replace(/[^\p{L}\p{N} -]/gu, '').replace(/\s+/g, '-')}.pdf`,
    type: 'application/pdf',
    contenu,
  });
}

/** The paper side of an immersion: its sheet, its issue, its PDF. */
export const conventionsOperations = {
  'immersions.preview': preview,
  'immersions.issue': issue,
  'immersions.pdf': exportPdf,
};
