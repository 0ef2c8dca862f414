import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import type { z } from 'zod';
import { ageAu } from '../../shared/dates.ts';
import { adresseDe, CSS_IMMERSION } from '../../shared/documents/immersion/commun.tsx';
import {
  Convention,
  CSS_CONVENTION,
  type DonneesConvention,
  titreConvention,
} from '../../shared/documents/immersion/convention.tsx';
import { ErreurMetier } from '../../shared/erreurs.ts';
import { calendrier, totaux } from '../../shared/immersions/horaires.ts';
import type { immersionApercu } from '../../shared/immersions/schema.ts';
import { signatairesDe } from '../../shared/immersions/signataires.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { STRUCTURE_VIDE } from '../../shared/parametres/schema.ts';
import { contratCourant } from '../../shared/salaries/regles.ts';
import type { Contexte } from '../contexte.ts';
import { checks, lireSaisie, trouverImmersion } from '../immersions.ts';
import { readParametres } from '../parametres.ts';
import { readParties } from '../parties.ts';
import { immersion, immersionSignature } from '../schema/index.ts';
import { lieuDe, lireImmersion, prescripteurExterne, referentDe } from './commun.ts';
import { garderEdition, type PdfGarde } from './emission.ts';
import type { Papier } from './papier.ts';

type Apercu = z.output<typeof immersionApercu>;

/** Without a first day yet, the latest contract is the one meant. */
const SANS_DATE = '2199-12-31';

/** What a convention says of what is typed, saved or not. */
export function donneesConvention(contexte: Contexte, saisie: Apercu): DonneesConvention {
  const { db } = contexte;
  const structure = readParametres(db).structure ?? STRUCTURE_VIDE;
  const { salarie, organisation: accueil } = readParties(contexte, saisie);
  const origine = saisie.renouvelleId === null ? null : trouverImmersion(db, saisie.renouvelleId);
  const contrat = salarie && contratCourant(salarie.contrats, saisie.debut ?? SANS_DATE);
  const parties = {
    structure,
    beneficiaire: salarie && {
      prenom: salarie.prenom,
      nom: salarie.nom,
      sexe: salarie.sexe,
      naissance: salarie.naissance,
      contrat: contrat ? label(CONTRATS, contrat.nature) : '',
    },
    mineur: salarie !== null && saisie.debut !== null && ageAu(salarie.naissance, saisie.debut) < 18,
    representantLegal: saisie.representantLegal,
    accueil: accueil && {
      nom: accueil.nom,
      adresse: adresseDe(saisie.accueil),
      siret: saisie.accueil.siret,
      activite: saisie.accueil.activite,
      conventionCollective: saisie.accueil.conventionCollective,
    },
    prescripteur: prescripteurExterne(structure, saisie),
  };
  return {
    version: 1,
    numero: saisie.id === null ? '' : trouverImmersion(db, saisie.id).numero,
    renouvelle: origine && { numero: origine.numero, debut: origine.debut, fin: origine.fin },
    motifRenouvellement: saisie.motifRenouvellement,
    numeroImmersionFacilitee: saisie.numeroImmersionFacilitee,
    ...parties,
    tuteur: { nom: saisie.tuteurNom, fonction: saisie.tuteurFonction },
    prescripteurReferent: parties.prescripteur ? saisie.prescripteurReferent : '',
    referent: referentDe(db, saisie.referentId),
    modeContrat: saisie.modeContrat,
    objet: saisie.objet,
    objectifs: saisie.objectifs,
    modalitesEvaluation: saisie.modalitesEvaluation,
    debut: saisie.debut,
    fin: saisie.fin,
    ...totaux(calendrier(saisie)),
    horaires: saisie.horaires,
    exceptions: saisie.exceptions,
    feriesTravailles: saisie.feriesTravailles,
    alsaceMoselle: saisie.alsaceMoselle,
    lieu: lieuDe(db, saisie),
    metier: saisie.metier,
    romeCode: saisie.romeCode,
    competences: saisie.competences,
    activites: saisie.activites,
    protection: saisie.protection,
    prevention: saisie.prevention,
    transport: saisie.transport,
    frais: saisie.frais,
    signataires: signatairesDe(parties),
  };
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

/** Keeps an issued convention, which is from then on to be signed: what was signed before signs nothing any more. */
export function saveConvention(
  contexte: Contexte,
  immersionId: string,
  donnees: object,
  pdf?: PdfGarde,
): void {
  const { db, instant } = contexte;
  garderEdition(
    contexte,
    { proprietaire: 'immersion', id: immersionId, genre: 'convention', objetId: '' },
    donnees,
    pdf,
  );
  db.orm.delete(immersionSignature).where(eq(immersionSignature.immersionId, immersionId)).run();
  db.orm
    .update(immersion)
    .set({ statut: 'prete', updatedAt: instant })
    .where(eq(immersion.id, immersionId))
    .run();
}

/** The convention of a PMSMP, or of its renewal: issued from a draft, it makes the immersion ready to sign. */
export const papierConvention: Papier<DonneesConvention> = {
  titre: titreConvention,
  read: (contexte, id) =>
    donneesConvention(contexte, { id, ...lireImmersion(contexte, id, { convenue: true }).saisie }),
  page: (d, { projet, edition }) => createElement(Convention, { d, projet, edition }),
  style: CSS_IMMERSION + CSS_CONVENTION,
  enProjet: ({ db }, id) => trouverImmersion(db, id).statut === 'brouillon',
  emission: { prepare: prepareConvention, save: saveConvention },
};
