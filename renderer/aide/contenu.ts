import { formaterDuree } from '../../shared/format.ts';
import { seuilsAu } from '../../shared/parametres/seuils.ts';
import { AGE_MIN } from '../../shared/salaries/schema.ts';

/** As they ship. */
const SEUILS = seuilsAu('', []);

/** Keys as they are printed on a French keyboard. */
export const RACCOURCIS: readonly { touches: string[]; effet: string }[] = [
  { touches: ['Ctrl', 'K'], effet: 'Chercher partout : organisations, personnes, immersions, échanges' },
  { touches: ['N'], effet: 'Noter un échange, depuis n’importe quel écran' },
  { touches: ['/'], effet: 'Dans une liste : chercher' },
  { touches: ['Ctrl', 'Entrée'], effet: 'Dans Noter : enregistrer' },
  { touches: ['A', 'E'], effet: 'Dans Noter : un autre moyen d’échange, une suite qui attend un événement' },
  { touches: ['Maj', 'clic'], effet: 'Dans le réseau : choisir plusieurs lignes d’affilée' },
  { touches: ['J', 'K'], effet: 'Aujourd’hui : aller d’une action à l’autre' },
  { touches: ['F'], effet: 'Aujourd’hui : l’action est faite' },
  { touches: ['R'], effet: 'Aujourd’hui : la reporter à un jour choisi' },
  { touches: ['D', '3', 'S'], effet: 'Aujourd’hui : à demain, dans trois jours, dans une semaine' },
  { touches: ['Ctrl', 'S'], effet: 'Dans une immersion : enregistrer le brouillon' },
  { touches: ['Ctrl', 'Z'], effet: 'Annuler ce qui vient d’être fait, tant que le message est là' },
  { touches: ['Échap'], effet: 'Fermer ce qui est ouvert' },
];

/** What to do when something goes wrong, in the order people meet it. */
export const QUE_FAIRE: readonly { si: string; alors: string }[] = [
  {
    si: 'une fiche a été archivée par erreur',
    alors:
      'Cliquez sur « Annuler » dans le message qui suit. S’il a disparu, choisissez « Archivées » au-dessus de la liste : elle y est, entière.',
  },
  {
    si: 'un import n’a pas donné ce que vous attendiez',
    alors:
      'Annulez-le depuis l’écran Importer : ce qu’il a ajouté est retiré, ce que vous avez modifié depuis est gardé.',
  },
  {
    si: 'deux fiches parlent de la même organisation, ou de la même personne',
    alors:
      'Réseau, menu « … », « Doublons et fusions » les met côte à côte : fusionnez-les champ par champ, ou dites qu’elles sont deux. Une fusion se défait en entier.',
  },
  {
    si: 'quelqu’un ne veut plus être contacté',
    alors:
      'Notez son opposition sur sa fiche ; pour toute une organisation, « Ne plus contacter » dans le menu « … ». Appels, courriers et relances sont alors refusés, l’historique reste.',
  },
  {
    si: 'un collègue s’en va',
    alors:
      'Réseau, menu « … », « Confier un portefeuille » : ses organisations et ses relances passent à quelqu’un d’autre, le passé garde son nom.',
  },
  {
    si: 'Passerelle dit que la base est déjà ouverte',
    alors:
      'Une autre fenêtre l’utilise : revenez-y, ou fermez-la. Si aucune n’est visible, redémarrez l’ordinateur.',
  },
  {
    si: 'Passerelle dit que la base est endommagée',
    alors:
      'Rien n’est écrit par-dessus. L’écran propose la dernière sauvegarde vérifiée ; la base abîmée est gardée à côté.',
  },
  {
    si: 'le PDF ne peut pas être fabriqué',
    alors:
      'Choisissez Imprimer, puis « Enregistrer au format PDF » comme imprimante : la feuille est la même.',
  },
  {
    si: 'votre messagerie ne s’ouvre pas depuis un courriel préparé',
    alors:
      'Utilisez « Copier les adresses » et « Copier le texte », puis collez-les dans un nouveau message : les adresses en copie cachée.',
  },
  {
    si: 'vous changez d’ordinateur',
    alors:
      'Enregistrez une copie de la dernière sauvegarde sur une clé (page Données). Sur le nouveau poste, l’écran de bienvenue propose « Reprendre une sauvegarde ».',
  },
];

/** What an immersion is checked against, in the order the screen lists it; figures are those of the rules. */
export const CONTROLES: readonly { titre: string; regle: string; reference: string }[] = [
  {
    titre: 'Durée',
    regle: 'Un mois au plus, de date à date : commencée le 6 avril, elle finit le 6 mai au plus tard.',
    reference: 'D5135-3',
  },
  {
    titre: 'Cumul chez le même accueil',
    regle: `Sur douze mois : ${SEUILS.cumulConventions} conventions et ${SEUILS.cumulJours} jours au plus, avec un objet ou des objectifs différents.`,
    reference: 'D5135-3',
  },
  {
    titre: 'Heures de la semaine',
    regle: `Au-delà de ${formaterDuree(SEUILS.semaineLegale)}, à vérifier ; au-delà de ${formaterDuree(SEUILS.semaineMax)}, refusé.`,
    reference: 'L3121-27, L3121-20',
  },
  {
    titre: 'Journées et repos',
    regle: `${formaterDuree(SEUILS.jourMax)} par jour (${formaterDuree(SEUILS.jourMaxMineur)} avant 18 ans), ${formaterDuree(SEUILS.repos)} de repos entre deux journées.`,
    reference: 'L3121-18, L3162-1, L3131-1',
  },
  {
    titre: 'Dimanche, nuit, jours fériés',
    regle: 'Ce sont les règles de l’accueil qui s’appliquent : Passerelle signale ces moments.',
    reference: 'L5135-6, L3132-3, L3122-2, L3133-1',
  },
  {
    titre: 'Âge',
    regle: `${AGE_MIN} ans au moins. Avant 18 ans, le représentant légal signe aussi.`,
    reference: 'L4153-1',
  },
  {
    titre: 'Contrat d’insertion',
    regle: 'Une structure prescrit pour ses propres salariés : le contrat court jusqu’au dernier jour.',
    reference: 'L5135-2',
  },
  {
    titre: 'Qui prescrit',
    regle: 'EI, AI et ACI prescrivent elles-mêmes ; une ETTI nomme le prescripteur, qui signe.',
    reference: 'L5135-2',
  },
  {
    titre: 'Convention avant le début',
    regle: 'Elle se signe avant le premier jour : sans elle, la personne n’est pas couverte.',
    reference: 'D5135-1',
  },
  {
    titre: 'Mentions de la convention',
    regle:
      'Identités, SIRET et convention collective de l’accueil, dates, horaires, lieu, objet, objectifs, activités, évaluation.',
    reference: 'D5135-2',
  },
];
