import { ressembleNir } from '../nir.ts';
import type { Constat, Examen } from './dossier.ts';
import { prescriptionDe } from './prescription.ts';

/** A mention, whether it is there, and the field to jump to. */
interface Mention {
  titre: string;
  presente: boolean;
  champ: string;
}

/** Where the immersion takes place: words, the site, or the host's own address. */
function lieu({ organisation, saisie }: Examen): Mention {
  const { siteId, accueil } = saisie;
  if (saisie.lieu !== '') return { titre: 'Lieu', presente: true, champ: 'lieu' };
  if (siteId === null) return { titre: 'Lieu', presente: accueil.adresse !== '', champ: 'lieu' };
  const site = organisation?.sites.find(({ id }) => id === siteId);
  return {
    titre: site ? `Adresse du site ${site.nom}`.trim() : 'Site d’accueil',
    presente: site !== undefined && site.adresse !== '' && site.ville !== '',
    champ: 'siteId',
  };
}

/** Mentions required by D5135-2 (décret n° 2023-1304 of 27/12/2023). */
function mentions(examen: Examen): Mention[] {
  const { saisie, salarie, organisation, structure, referent, jours } = examen;
  const { accueil } = saisie;
  const sansContrat = prescriptionDe(structure?.genre) === 'a_verifier' && salarie?.contrats.length === 0;
  const m = (titre: string, presente: boolean, champ: string): Mention => ({ titre, presente, champ });
  return [
    m('Bénéficiaire', salarie !== null, 'salarieId'),
    m('Structure d’accueil', organisation !== null, 'organisationId'),
    m('Premier jour', saisie.debut !== null, 'debut'),
    m('Dernier jour', saisie.fin !== null, 'fin'),
    m(
      'Horaires de présence',
      jours.some(({ minutes }) => minutes > 0),
      'horaires.0',
    ),
    m('Objet', saisie.objet !== '', 'objet'),
    m('Objectifs précis', saisie.objectifs !== '', 'objectifs'),
    m('Activités confiées', saisie.activites !== '', 'activites'),
    m('Modalités d’évaluation', saisie.modalitesEvaluation !== '', 'modalitesEvaluation'),
    lieu(examen),
    m('Adresse de l’accueil', accueil.adresse !== '' && accueil.ville !== '', 'accueil.adresse'),
    m('SIRET de l’accueil', accueil.siret !== '', 'accueil.siret'),
    m('Activité de l’accueil', accueil.activite !== '', 'accueil.activite'),
    m('Convention collective', accueil.conventionCollective !== '', 'accueil.conventionCollective'),
    m('Responsable sur place', saisie.tuteurNom !== '', 'tuteurNom'),
    m('Fonction du responsable', saisie.tuteurFonction !== '', 'tuteurFonction'),
    m('Conseiller référent', referent !== null, 'referentId'),
    m('Fonction du référent', referent === null || referent.fonction !== '', 'membres'),
    m('Contrat pendant l’immersion', sansContrat || saisie.modeContrat !== '', 'modeContrat'),
    m(
      'Adresse de votre structure',
      structure !== null && structure.adresse !== '' && structure.ville !== '',
      'structure.adresse',
    ),
  ];
}

export function controlerMentions(examen: Examen): Constat[] {
  return mentions(examen)
    .filter(({ presente }) => !presente)
    .map(({ titre, champ }) => ({
      code: `mention-${champ}`,
      niveau: 'bloquant',
      titre: `${titre} à préciser`,
      phrase: 'Mention obligatoire avant signature.',
      // Which contract runs meanwhile decides who covers an accident; D5135-2 itself does not list it.
      reference: champ === 'modeContrat' ? undefined : 'D5135-2',
      champ,
    }));
}

/** The free texts that a paper prints, with the name each has on screen. */
const TEXTES_LIBRES = [
  ['objectifs', 'Objectifs précis'],
  ['activites', 'Activités confiées'],
  ['modalitesEvaluation', 'Modalités d’évaluation'],
  ['protection', 'Protection'],
  ['prevention', 'Prévention'],
  ['transport', 'Transport'],
  ['lieu', 'Lieu'],
  ['representantLegal', 'Représentant légal'],
  ['attentesSalarie', 'Attentes de la personne'],
  ['attentesAccueil', 'Attentes de l’accueil'],
  ['attentesStructure', 'Attentes de la structure'],
  ['motifRenouvellement', 'Motif du renouvellement'],
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
