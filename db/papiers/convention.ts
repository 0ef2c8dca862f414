import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import type { z } from 'zod';
import { ageAu } from '../../shared/dates.ts';
import { Convention, type DonneesConvention, titreConvention } from '../../shared/documents/convention.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import type { immersionApercu } from '../../shared/immersions/schema.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { STRUCTURE_VIDE } from '../../shared/parametres/schema.ts';
import { contratCourant } from '../../shared/salaries/regles.ts';
import type { Contexte } from '../contexte.ts';
import { checks, lireSaisie, readParties, trouverImmersion } from '../immersions.ts';
import { readParametres } from '../parametres.ts';
import { immersion, immersionSignature } from '../schema/index.ts';
import { garderEdition, type PdfGarde } from './emission.ts';
import type { Papier } from './papier.ts';

type Apercu = z.output<typeof immersionApercu>;

/** What a convention says of what is typed, saved or not. */
export function donneesConvention(contexte: Contexte, saisie: Apercu): DonneesConvention {
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

/** The convention of a PMSMP, or of its renewal. */
export const papierConvention: Papier<DonneesConvention> = {
  titre: titreConvention,
  read: (contexte, id) =>
    donneesConvention(contexte, { id, ...lireSaisie(contexte.db, trouverImmersion(contexte.db, id)) }),
  page: (d, { projet, edition }) => createElement(Convention, { d, projet, edition }),
};

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

/** Keeps an issued convention, which is from then on to be signed: what was signed before signs nothing any more. */
export function saveConvention(
  contexte: Contexte,
  immersionId: string,
  donnees: object,
  pdf?: PdfGarde,
): void {
  const { db, instant } = contexte;
  garderEdition(contexte, { immersionId, genre: 'convention', objetId: '' }, donnees, pdf);
  db.orm.delete(immersionSignature).where(eq(immersionSignature.immersionId, immersionId)).run();
  db.orm
    .update(immersion)
    .set({ statut: 'prete', updatedAt: instant })
    .where(eq(immersion.id, immersionId))
    .run();
}
