import { ageAu, ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate } from '../format.ts';
import { ressembleNir } from '../nir.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { CONTRATS } from '../nomenclatures/salaries.ts';
import { normaliser } from '../normaliser.ts';
import { contratCourant, couvertureDepuis } from '../salaries/regles.ts';
import { AGE_MIN } from '../salaries/schema.ts';
import type { Constat, Dossier, Examen } from './dossier.ts';
import { calendrier } from './horaires.ts';
import { controlerChevauchement, controlerCumul, controlerRenouvellement } from './regles-cumul.ts';
import { controlerJournees, controlerMoments, controlerRepos, controlerSemaines } from './regles-horaires.ts';
import type { Controle } from './schema.ts';
import { direPropre, propreAu, seuilLivre, seuilsAu } from './seuils.ts';

const rien: Constat[] = [];

/**
 * D5135-3: a period lasts one month at most, *de date à date*, whether continuous or not. Counted from quantième to
 * quantième, as a délai in months is (code de procédure civile, art. 641): begun on 06/04, it ends on 06/05 at the
 * latest, that day included; begun on 31/01, on the last day of February.
 */
export function dernierJourPermis(debut: DateCivile, mois = seuilLivre('dureeMois').valeur): DateCivile {
  return ajouterMois(debut, mois);
}

export function controlerDuree({ saisie, jours, valeurs }: Examen): Constat[] {
  const { debut, fin } = saisie;
  if (debut === null || fin === null) return rien;
  const champ = 'fin';
  const reference = 'D5135-3';
  if (fin < debut) {
    const titre = 'Le dernier jour précède le premier';
    return [{ code: 'duree', niveau: 'bloquant', titre, phrase: 'Vérifiez les deux dates.', champ }];
  }
  const limite = dernierJourPermis(debut, valeurs.dureeMois);
  if (fin > limite) {
    return [
      {
        code: 'duree',
        niveau: 'bloquant',
        titre: `Trop longue : jusqu’au ${formaterDate(limite)} au plus`,
        phrase: `Une immersion dure un mois de date à date. Commencée le ${formaterDate(debut)}, elle finit le ${formaterDate(limite)} au plus tard.`,
        reference,
        champ,
      },
    ];
  }
  const ecart = ecartJours(debut, fin);
  const juste: Constat = {
    code: 'duree',
    niveau: 'juste',
    titre: `Durée : ${jours.length > 0 ? `${accorder(jours.length, 'jour')}, ` : ''}du ${court(debut)} au ${court(fin)}`,
    phrase: 'Un mois de date à date au plus.',
    reference,
  };
  if (ecart <= valeurs.ecartImmersionFacilitee) return [juste];
  return [
    juste,
    {
      code: 'immersion-facilitee',
      niveau: 'a_voir',
      titre: `${ecart} jours entre le premier et le dernier jour`,
      phrase: `Permis par le code, mais Immersion Facilitée refuse plus de ${valeurs.ecartImmersionFacilitee} jours : finissez le ${formaterDate(ajouterJours(debut, valeurs.ecartImmersionFacilitee))} si vous y déposez la convention.`,
      champ,
    },
  ];
}

/** D5135-1: the convention comes before the immersion. */
export function controlerAntidate({ today, saisie: { debut } }: Examen): Constat[] {
  if (debut === null || debut >= today) return rien;
  return [
    {
      code: 'antidate',
      niveau: 'a_voir',
      titre: `Le premier jour, ${formaterDate(debut)}, est passé`,
      phrase: 'La convention se signe avant le début : sans elle, la personne n’est pas couverte.',
      reference: 'D5135-1',
      champ: 'debut',
    },
  ];
}

/** L4153-1: sixteen at least. Under 18, the legal representative signs too. */
export function controlerAge({ salarie, saisie: { debut, representantLegal } }: Examen): Constat[] {
  if (salarie === null || debut === null) return rien;
  const age = ageAu(salarie.naissance, debut);
  if (age < AGE_MIN) {
    return [
      {
        code: 'age',
        niveau: 'bloquant',
        titre: `${accorder(Math.max(age, 0), 'an')} au premier jour`,
        phrase: 'Seize ans au moins. Vérifiez la date de naissance sur la fiche.',
        reference: 'L4153-1',
        champ: 'salarie',
      },
    ];
  }
  if (age >= 18) return rien;
  if (representantLegal !== '') {
    return [
      {
        code: 'age',
        niveau: 'juste',
        titre: `${age} ans : ${representantLegal} signe aussi`,
        phrase: 'Avant 18 ans, la personne qui a l’autorité parentale signe la convention.',
      },
    ];
  }
  return [
    {
      code: 'age',
      niveau: 'bloquant',
      titre: `${age} ans : qui a l’autorité parentale ?`,
      phrase: 'Avant 18 ans, la personne qui a l’autorité parentale signe la convention.',
      champ: 'representantLegal',
    },
  ];
}

/** L5135-2, 4°: a structure prescribes for those it employs, so their contract must run until the last day. */
export function controlerContrat({ salarie, valeurs, saisie: { debut, fin } }: Examen): Constat[] {
  if (salarie === null || debut === null || fin === null || fin < debut) return rien;
  const reference = 'L5135-2';
  const champ = 'salarie';
  const qui = `${salarie.prenom} ${salarie.nom}`;
  if (salarie.contrats.length === 0) {
    return [
      {
        code: 'contrat',
        niveau: 'a_voir',
        titre: 'Aucun contrat sur la fiche',
        phrase: `Une structure prescrit pour ses propres salariés : ajoutez le contrat de ${qui}.`,
        reference,
        champ,
      },
    ];
  }
  const jusque = couvertureDepuis(salarie.contrats, debut);
  if (jusque === null) {
    const contrat = contratCourant(salarie.contrats, debut)!;
    const quand =
      contrat.debut > debut
        ? `commence le ${formaterDate(contrat.debut)}`
        : `s’est terminé le ${formaterDate(contrat.fin)}`;
    return [
      {
        code: 'contrat',
        niveau: 'bloquant',
        titre: 'Pas de contrat au premier jour',
        phrase: `Le contrat de ${qui} ${quand}. Une structure prescrit pour ses propres salariés.`,
        reference,
        champ,
      },
    ];
  }
  if (jusque === 'sans_terme') return rien;
  const nature = label(CONTRATS, contratCourant(salarie.contrats, jusque)!.nature);
  if (jusque < fin) {
    return [
      {
        code: 'contrat',
        niveau: 'bloquant',
        titre: `Le contrat (${nature}) se termine le ${formaterDate(jusque)}`,
        phrase: 'L’immersion finirait après : raccourcissez-la, ou ajoutez le renouvellement sur la fiche.',
        reference,
        champ: 'fin',
      },
    ];
  }
  const reste = ecartJours(fin, jusque);
  if (jusque > ajouterMois(fin, valeurs.finContratMois)) return rien;
  return [
    {
      code: 'contrat',
      niveau: 'a_voir',
      titre: `Le contrat (${nature}) se termine le ${formaterDate(jusque)}`,
      phrase: `${reste === 0 ? 'Le dernier jour de l’immersion' : `${accorder(reste, 'jour')} après l’immersion`} : préparez la suite dès maintenant.`,
    },
  ];
}

/**
 * A CDDI may spend a quarter of its length in immersions, all of them together (service-public.fr, fiche F14102, 2017).
 * Known second-hand only: it warns, cites no article, and never blocks.
 */
export function controlerPart({ salarie, immersionId, valeurs, saisie: { debut, fin } }: Examen): Constat[] {
  if (salarie === null || debut === null || fin === null || fin < debut) return rien;
  const contrat = contratCourant(salarie.contrats, debut);
  if (contrat?.nature !== 'cddi' || contrat.fin === null) return rien;
  if (contrat.debut > debut || contrat.fin < debut) return rien;
  const { debut: depuis, fin: jusque } = contrat;
  const autres = salarie.immersions.reduce((somme, autre) => {
    if (autre.id === immersionId || autre.statut === 'annulee' || !autre.debut || !autre.fin) return somme;
    const dedans = autre.debut >= depuis && autre.debut <= jusque;
    return dedans ? somme + joursCalendaires(autre.debut, autre.fin) : somme;
  }, 0);
  const jours = autres + joursCalendaires(debut, fin);
  const duree = joursCalendaires(depuis, jusque);
  if (jours <= (duree * valeurs.partContrat) / 100) return rien;
  return [
    {
      code: 'part',
      niveau: 'a_voir',
      titre: `${jours} jours d’immersion sur un contrat de ${duree} jours`,
      phrase: 'Plus du quart du CDDI, immersions cumulées : vérifiez auprès de votre DDETS avant de signer.',
      champ: 'fin',
    },
  ];
}

/** D5135-2: the person in charge on the host's side is neither the beneficiary nor the counsellor who follows them. */
export function controlerTuteur({ salarie, referent, saisie: { tuteurNom } }: Examen): Constat[] {
  const nom = nomSansOrdre(tuteurNom);
  if (nom === '') return rien;
  const meme = (personne: { prenom: string; nom: string } | null) =>
    personne !== null && nomSansOrdre(`${personne.prenom} ${personne.nom}`) === nom;
  if (!meme(salarie) && !meme(referent)) return rien;
  return [
    {
      code: 'tuteur',
      niveau: 'bloquant',
      titre: `${tuteurNom} ne peut pas être responsable sur place`,
      phrase: meme(salarie)
        ? 'C’est le nom du bénéficiaire : indiquez qui l’accueille dans l’entreprise.'
        : 'C’est le nom du référent : indiquez qui accueille dans l’entreprise.',
      reference: 'D5135-2',
      champ: 'tuteurNom',
    },
  ];
}

/**
 * L5135-2: EI, AI and ACI prescribe by right; an ETTI does not (DGEFP, questions-réponses n° 4 of 15/12/2016) and names
 * who does.
 */
export function controlerPrescripteur({
  structure,
  saisie: { prescripteurNom, prescripteurAdresse },
}: Examen): Constat[] {
  if (structure?.genre !== 'ETTI') return rien;
  const nomme = prescripteurNom !== '' && prescripteurAdresse !== '';
  return [
    {
      code: 'prescripteur',
      niveau: nomme ? 'a_voir' : 'bloquant',
      titre: nomme ? `Prescripteur : ${prescripteurNom}` : 'Qui prescrit l’immersion ?',
      phrase:
        'Une ETTI ne prescrit pas elle-même : France Travail, la mission locale ou Cap emploi le fait, et signe la convention.',
      reference: 'L5135-2',
      champ: prescripteurNom === '' ? 'prescripteurNom' : 'prescripteurAdresse',
    },
  ];
}

/** The free texts of the convention, with the name each has on screen. */
const TEXTES_LIBRES = [
  ['objectifs', 'Objectifs précis'],
  ['activites', 'Activités confiées'],
  ['modalitesEvaluation', 'Modalités d’évaluation'],
  ['protection', 'Protection'],
  ['lieu', 'Lieu'],
  ['representantLegal', 'Représentant légal'],
] as const;

/** Décret n° 2019-341 of 19/04/2019: the NIR is not for conventions. */
export function controlerNir({ saisie }: Examen): Constat[] {
  return TEXTES_LIBRES.filter(([champ]) => ressembleNir(saisie[champ])).map(([champ, nom]) => ({
    code: `nir-${champ}`,
    niveau: 'a_voir',
    titre: `Un numéro de sécurité sociale dans « ${nom} » ?`,
    phrase: 'La convention n’en a pas besoin, et son usage est réservé par décret : retirez-le.',
    champ,
  }));
}

/** Mentions required by D5135-2 (décret n° 2023-1304 of 27/12/2023): title, present or not, field to jump to. */
function mentions(dossier: Examen): [string, boolean, string][] {
  const { saisie, salarie, organisation, structure, referent } = dossier;
  const { accueil } = saisie;
  const heures = dossier.jours.length > 0;
  return [
    ['Bénéficiaire', salarie !== null, 'salarieId'],
    ['Structure d’accueil', organisation !== null, 'organisationId'],
    ['Premier jour', saisie.debut !== null, 'debut'],
    ['Dernier jour', saisie.fin !== null, 'fin'],
    ['Horaires de présence', heures, 'horaires.0'],
    ['Objet', saisie.objet !== '', 'objet'],
    ['Objectifs précis', saisie.objectifs !== '', 'objectifs'],
    ['Activités confiées', saisie.activites !== '', 'activites'],
    ['Modalités d’évaluation', saisie.modalitesEvaluation !== '', 'modalitesEvaluation'],
    ['Lieu', saisie.lieu !== '' || accueil.adresse !== '', 'lieu'],
    ['Adresse de l’accueil', accueil.adresse !== '' && accueil.ville !== '', 'accueil.adresse'],
    ['SIRET de l’accueil', accueil.siret !== '', 'accueil.siret'],
    ['Activité de l’accueil', accueil.activite !== '', 'accueil.activite'],
    ['Convention collective', accueil.conventionCollective !== '', 'accueil.conventionCollective'],
    ['Responsable sur place', saisie.tuteurNom !== '', 'tuteurNom'],
    ['Fonction du responsable', saisie.tuteurFonction !== '', 'tuteurFonction'],
    ['Conseiller référent', referent !== null, 'referentId'],
    ['Fonction du référent', referent === null || referent.fonction !== '', 'membres'],
    ['Contrat pendant l’immersion', saisie.modeContrat !== '', 'modeContrat'],
    [
      'Adresse de votre structure',
      structure !== null && structure.adresse !== '' && structure.ville !== '',
      'structure.adresse',
    ],
  ];
}

export function controlerMentions(dossier: Examen): Constat[] {
  return mentions(dossier)
    .filter(([, presente]) => !presente)
    .map(([titre, , champ]) => ({
      code: `mention-${champ}`,
      niveau: 'bloquant',
      titre: `${titre} à préciser`,
      phrase: 'Mention obligatoire avant signature.',
      // Which contract runs meanwhile decides who covers an accident; D5135-2 itself does not list it.
      reference: champ === 'modeContrat' ? undefined : 'D5135-2',
      champ,
    }));
}

function examiner(dossier: Dossier): Examen {
  const { saisie, salarie, seuils, today } = dossier;
  return {
    ...dossier,
    valeurs: seuilsAu(saisie.debut ?? today, seuils),
    jours: calendrier(saisie),
    mineur: salarie !== null && saisie.debut !== null && ageAu(salarie.naissance, saisie.debut) < 18,
  };
}

/** Every check of an immersion, in the order they are read. */
export function controler(dossier: Dossier): Controle[] {
  const examen = examiner(dossier);
  const jour = dossier.saisie.debut ?? dossier.today;
  return REGLES.flatMap((regle) => regle(examen)).map(({ seuils = [], ...constat }) => {
    const propre = seuils.map((code) => propreAu(code, jour, dossier.seuils)).find((lu) => lu !== null);
    return propre ? { ...constat, seuil: direPropre(propre) } : constat;
  });
}

const REGLES: readonly ((examen: Examen) => Constat[])[] = [
  controlerDuree,
  controlerSemaines,
  controlerCumul,
  controlerRenouvellement,
  controlerAge,
  controlerContrat,
  controlerPart,
  controlerTuteur,
  controlerPrescripteur,
  controlerAntidate,
  controlerChevauchement,
  controlerJournees,
  controlerRepos,
  controlerMoments,
  controlerNir,
  controlerMentions,
];

/** `06/04`. */
function court(date: DateCivile): string {
  return formaterDate(date).slice(0, 5);
}

const joursCalendaires = (debut: DateCivile, fin: DateCivile) => ecartJours(debut, fin) + 1;

/** « Diallo Aminata » and « Aminata DIALLO » are one person. */
const nomSansOrdre = (nom: string) => normaliser(nom).split(' ').sort().join(' ');
