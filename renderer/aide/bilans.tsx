import { type Moment, Moments } from './moments.tsx';

const MOMENTS: readonly Moment[] = [
  {
    titre: 'Un bilan toujours prêt',
    texte:
      'Un bilan, c’est un profil (ce qu’on compte), une période et, le plus souvent, une convention. Il se recalcule à chaque ouverture : rien n’est à saisir deux fois. Un clic sur un chiffre montre les lignes qui le font, celles qui n’y entrent pas et pourquoi.',
  },
  {
    titre: 'Les conventions',
    texte:
      'Notez ce qui est convenu avec chaque financeur : montants, annexes et leurs ETP, objectifs par indicateur et par année, bilans à rendre. Les échéances paraissent dans Aujourd’hui. Sur le bilan, chaque objectif est dit atteint ou non.',
  },
  {
    titre: 'Les sorties',
    texte:
      'Une sortie a une date, un motif et, s’il y en a un, le contrat trouvé. La catégorie s’en déduit. Passerelle dit en une phrase si la sortie compte, et pourquoi : durée du parcours, heures de l’année, retrait. Trois, six et douze mois après, elle rappelle qui joindre ; les personnes sans réponse restent à part.',
  },
  {
    titre: 'Heures et ETP',
    texte:
      'Les heures du mois se tapent, se collent d’un tableur ou s’importent de la paie. L’ETP réalisé vient des heures de l’année d’un ETP, qui dépendent du type de structure et se règlent dans les Paramètres ; l’ETP conventionné, des annexes.',
  },
  {
    titre: 'FSE+',
    texte:
      'L’entrée, la sortie dans les quatre semaines et la situation à six mois se notent une fois pour toutes : une correction s’ajoute, avec sa raison, et n’efface rien. Une nouvelle entrée après une sortie est une autre participation.',
  },
  {
    titre: 'Vos profils',
    texte:
      'Six profils sont fournis : DDETS, FSE+, PLIE, département, conseil d’administration, réseau d’employeurs. Copiez-en un pour choisir ses parties, ses chiffres, ses répartitions et ses filtres. Le catalogue des indicateurs dit ce que chacun compte, d’où il vient et ce qu’il faut en savoir.',
  },
  {
    titre: 'Ce que les chiffres ne disent pas',
    texte:
      'Chaque partie a son texte, gardé à mesure que vous écrivez. L’année suivante, le texte du bilan précédent est proposé, et signalé tant que vous ne l’avez pas repris. Les témoignages ne se citent qu’avec un accord écrit.',
  },
  {
    titre: 'Émettre et figer',
    texte:
      'Ce qui est envoyé ne change plus : chiffres, lignes, seuils, textes et PDF sont gardés avec leur empreinte. Plus tard, « Ce qui a changé » compare avec un nouveau calcul, ligne par ligne. Retirer une fiche qui compte dans un bilan émis demande une confirmation.',
  },
];

/** A bilan from the figures to what was sent, in the words of those who answer for it. */
export const AideBilans = () => <Moments titre="Un bilan, des chiffres à l’envoi" moments={MOMENTS} />;
