import type { Entree } from '../shared/contrat.ts';
import type { Essai } from './appui.ts';

/** Monday to Friday, 9–12 and 13–17: 35 hours. */
export const SEMAINE = [0, 1, 2, 3, 4, 5, 6].map((jour) =>
  jour < 5
    ? [
        { debut: 540, fin: 720 },
        { debut: 780, fin: 1020 },
      ]
    : [],
);

type Saisie = Entree<'immersions.create'>;

/** A convention that lacks nothing: ten days from 06/04 to 17/04/2026 (Easter Monday is off). */
export function saisieComplete(
  salarieId: string,
  organisationId: string,
  reste: Partial<Saisie> = {},
): Saisie {
  return {
    salarieId,
    organisationId,
    accueil: {
      adresse: '4 impasse des Tanneurs',
      codePostal: '63200',
      ville: 'Riom',
      siret: '424 143 089 00037',
      activite: 'Réparation d’équipements électriques',
      conventionCollective: 'IDCC 3016',
    },
    debut: '2026-04-07',
    fin: '2026-04-17',
    horaires: SEMAINE,
    feriesTravailles: false,
    objet: 'confirmer',
    objectifs: 'Vérifier l’intérêt pour la réparation et la tenue d’un poste en atelier de production.',
    metier: 'I1402 Réparation de biens électrodomestiques',
    activites:
      'Trier les appareils reçus, diagnostiquer les pannes simples, remonter sous contrôle, tenir le poste propre.',
    modalitesEvaluation: 'Point hebdomadaire, grille de compétences, entretien à trois.',
    protection: 'chaussures de sécurité et gants, fournis par la structure d’accueil.',
    lieu: '',
    modeContrat: 'maintenu',
    tuteurId: null,
    tuteurNom: 'Léa Martin',
    tuteurFonction: 'cheffe d’atelier',
    referentId: null,
    representantLegal: '',
    prescripteurNom: '',
    prescripteurAdresse: '',
    numeroImmersionFacilitee: '',
    renouvelleId: null,
    ...reste,
  };
}

/** A structure, its team, a salariée under contract and a host: ids of the last three. */
export async function parcours(
  e: Essai,
): Promise<{ salarieId: string; organisationId: string; referentId: string }> {
  await e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '12 rue des Lavoirs',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '04 73 00 00 00',
    courriel: '',
    conventionNumero: 'ACI 063 25 0012',
    logo: '',
  });
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [{ prenom: 'Karine', nom: 'Brunet', fonction: 'conseillère en insertion' }],
  });
  const { id: salarieId } = await e.reussir('salaries.create', {
    prenom: 'Aminata',
    nom: 'Diallo',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '06 12 34 56 78',
    contrats: [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-08-31', minutesHebdo: 1560 }],
  });
  const organisationId = await ajouterOrganisation(e, 'Atelier du Réemploi');
  return { salarieId, organisationId, referentId: membres[0]!.id };
}

export async function ajouterOrganisation(e: Essai, nom: string): Promise<string> {
  return (await e.reussir('reseau.create', { nom })).id;
}
