import { Link } from 'react-router';
import { seuilsAu } from '../../shared/parametres/seuils.ts';
import { type Moment, Moments } from './moments.tsx';

/** As they ship: the settings say which ones the structure reads otherwise. */
const SEUILS = seuilsAu('', []);

/** What people ask about an immersion, in the order they meet it. */
const MOMENTS: readonly Moment[] = [
  {
    titre: 'La convention',
    texte:
      'Choisissez la personne et l’accueil : le tuteur, la semaine, les activités de la dernière fois reviennent, et disent d’où ils viennent. La feuille se dessine à côté. « Prête à signer » la fige et garde son PDF : une fiche qui change ensuite n’y change rien, et l’onglet Documents le signale. Pour la corriger, reprenez-la en brouillon ; elle devient la version 2.',
  },
  {
    titre: 'Les signatures',
    texte:
      'Chaque qualité signe : la personne, l’accueil, le prescripteur, la structure d’accompagnement, l’employeur, et le représentant légal avant 18 ans. Une structure qui a plusieurs qualités signe une fois pour chacune. Notez chaque date, ou toutes à la fois : la dernière fait la convention signée.',
  },
  {
    titre: 'Le renouvellement',
    texte: `Un seul, pour le même objet et les mêmes objectifs, quand ils n’ont pas été atteints. Il reprend la première convention : seuls les jours, les heures et la raison changent. Il compte dans le cumul : ${SEUILS.cumulConventions} conventions et ${SEUILS.cumulJours} jours au plus chez un même accueil, sur douze mois qui se suivent.`,
  },
  {
    titre: 'La part du CDDI',
    texte: `Les immersions d’un CDDI occupent au plus ${SEUILS.partContrat} % de sa durée. Cette limite vient d’une fiche pratique, non du code : Passerelle la signale sans bloquer. L’avenant au contrat s’imprime depuis l’onglet Documents.`,
  },
  {
    titre: 'Le suivi',
    texte:
      'Les points viennent des dates : le premier jour, chaque semaine quand il s’agit de confirmer un projet, le dernier jour, puis trois et dix jours après si le bilan manque. Ils paraissent dans Aujourd’hui. Notez seulement les jours qui n’ont pas suivi le plan : les heures faites s’en déduisent, et les bilans comptent celles-là.',
  },
  {
    titre: 'Un accident',
    texte:
      'L’accueil prévient votre structure dans les 24 heures, qui prévient celui qui déclare. La déclaration part dans les 48 heures, dimanches et jours fériés non comptés. Contrat maintenu, l’employeur déclare ; contrat suspendu, le prescripteur. L’onglet Suivi calcule les heures limites. N’y décrivez pas les blessures : elles s’écrivent sur la déclaration.',
  },
  {
    titre: 'L’arrêt avant la fin',
    texte:
      'Notez le dernier jour et la raison : les jours et les heures sont recomptés, la convention reste. Une immersion qui n’a pas commencé ne s’arrête pas, elle s’annule ; si l’un des signataires refuse, notez le refus. Les trois se défont.',
  },
  {
    titre: 'Le bilan',
    texte:
      'À partir du dernier jour : comment elle s’est passée, ce qu’en disent les trois, ce qui est décidé. Les deux grilles (découverte, validation) se remplissent à l’écran ou sur papier. Une embauche peut être notée : la sortie de la structure reste à votre main. Clos, le bilan se rouvre.',
  },
  {
    titre: 'Les objectifs de l’année',
    texte:
      'Dites combien d’immersions l’année vise, en tout ou par objet, secteur, métier ou sexe : l’écran les met face à ce qui est fait. Un renouvellement compte pour une immersion de plus ; brouillons, refus et annulations ne comptent pas.',
  },
];

/** An immersion from the interview to the bilan, in the words of those who run it. */
export function AideImmersions() {
  return (
    <Moments titre="Une immersion, de l’entretien au bilan" moments={MOMENTS}>
      Les limites citées sont celles livrées avec Passerelle ; si votre structure en lit d’autres, elles se
      règlent dans les <Link to="/parametres">Paramètres</Link>, à partir d’une date.
    </Moments>
  );
}
