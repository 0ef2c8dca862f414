import { chiffres } from '../normaliser.ts';
import type { Constat, Examen } from './dossier.ts';
import { prescriptionDe } from './prescription.ts';

const rien: Constat[] = [];
const reference = 'L5135-2';

/** Name, address, and who signs: the three things a convention says of a prescriber that is not the structure. */
const CHAMPS = ['prescripteurNom', 'prescripteurAdresse', 'prescripteurReferent'] as const;
const MANQUES = {
  prescripteurNom: 'Qui prescrit l’immersion ?',
  prescripteurAdresse: 'Adresse du prescripteur à préciser',
  prescripteurReferent: 'Qui signe pour le prescripteur ?',
};

export function controlerPrescripteur({ structure, saisie }: Examen): Constat[] {
  const prescription = prescriptionDe(structure?.genre);
  if (prescription === 'structure') return rien;
  const manque = CHAMPS.find((champ) => saisie[champ] === '');
  const nomme = saisie.prescripteurNom !== '';
  if (prescription === 'a_verifier' && !nomme) {
    return [
      {
        code: 'prescripteur',
        niveau: 'a_voir',
        titre: 'Une EITI peut-elle prescrire ?',
        phrase:
          'Elle accompagne des travailleurs indépendants, qui ne sont pas ses salariés, et les textes ne la citent pas : demandez à votre DDETS, ou indiquez qui prescrit.',
        reference,
        champ: 'prescripteurNom',
      },
    ];
  }
  const qui =
    prescription === 'externe'
      ? 'Une ETTI ne prescrit pas elle-même : France Travail, la mission locale ou Cap emploi le fait, et signe la convention.'
      : 'Le prescripteur que vous nommez signe la convention.';
  if (manque) {
    return [
      {
        code: 'prescripteur',
        niveau: 'bloquant',
        titre: MANQUES[manque],
        phrase: qui,
        reference,
        champ: manque,
      },
    ];
  }
  return [
    {
      code: 'prescripteur',
      niveau: 'juste',
      titre: `Prescripteur : ${saisie.prescripteurNom}`,
      phrase: `${qui} ${saisie.prescripteurReferent} signe pour lui.`,
      reference,
    },
  ];
}

/** L5132-7, L5135-7: what an AI lends is invoiced, what an immersion does is not. */
export function controlerMiseADisposition({ structure, organisation }: Examen): Constat[] {
  if (structure?.genre !== 'AI' || organisation === null) return rien;
  const cliente = organisation.roles.includes('client');
  return [
    {
      code: 'mise-a-disposition',
      niveau: cliente ? 'a_voir' : 'juste',
      titre: cliente ? `${organisation.nom} est aussi votre client` : 'Hors mise à disposition',
      phrase: cliente
        ? 'Ces heures ne se facturent pas, et l’immersion n’occupe ni le poste d’une mise à disposition ni un poste à pourvoir.'
        : 'Pendant l’immersion, la personne n’est mise à disposition de personne : ces heures ne se facturent pas.',
      reference: 'L5135-7',
      ...(cliente ? { champ: 'organisationId' } : {}),
    },
  ];
}

/** An immersion is somewhere else: the host is not the employer. */
export function controlerChezSoi({ structure, saisie: { accueil } }: Examen): Constat[] {
  const ici = chiffres(structure?.siret ?? '');
  if (ici === '' || ici !== chiffres(accueil.siret)) return rien;
  return [
    {
      code: 'chez-soi',
      niveau: 'a_voir',
      titre: 'L’accueil porte le SIRET de votre structure',
      phrase: 'Une immersion se fait hors de chez l’employeur : vérifiez le numéro.',
      champ: 'accueil.siret',
    },
  ];
}
