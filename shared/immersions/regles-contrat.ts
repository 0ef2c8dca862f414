import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate, formaterDuree, formaterNombre } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { CONTRATS } from '../nomenclatures/salaries.ts';
import { contratCourant, couvertureDepuis } from '../salaries/regles.ts';
import { autresPassages } from './autres.ts';
import type { Constat, Examen } from './dossier.ts';
import { joursCommuns, rangDe } from './fenetre.ts';
import { minutesParSemaine } from './horaires.ts';
import { prescriptionDe } from './prescription.ts';

const rien: Constat[] = [];
const reference = 'L5135-2';
const champ = 'salarie';

const natureDe = ({ nature }: { nature: string }) => label(CONTRATS, nature);

/**
 * L5135-2, 4°: a structure prescribes for those it employs, so their contract must run until the last day. An EITI does
 * not employ the people it accompanies: nothing is said of their contract.
 */
export function controlerContrat({ salarie, structure, valeurs, saisie: { debut, fin } }: Examen): Constat[] {
  if (salarie === null || debut === null || fin === null || fin < debut) return rien;
  const qui = `${salarie.prenom} ${salarie.nom}`.trim();
  if (salarie.contrats.length === 0) {
    if (prescriptionDe(structure?.genre) === 'a_verifier') return rien;
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
    const parMission = structure?.genre === 'AI' || structure?.genre === 'ETTI';
    return [
      {
        code: 'contrat',
        niveau: 'bloquant',
        titre: `Pas de contrat le ${formaterDate(debut)}`,
        phrase: `Le contrat de ${qui} (${natureDe(contrat)}) ${quand} : il en faut un du premier au dernier jour.${parMission ? ' Entre deux missions, la personne n’est pas votre salariée.' : ''}`,
        reference,
        champ,
      },
    ];
  }
  if (jusque === 'sans_terme') return rien;
  const nature = natureDe(contratCourant(salarie.contrats, jusque)!);
  const titre = `Le contrat (${nature}) se termine le ${formaterDate(jusque)}`;
  if (jusque < fin) {
    return [
      {
        code: 'contrat',
        niveau: 'bloquant',
        titre,
        phrase: `L’immersion finirait ${accorder(ecartJours(jusque, fin), 'jour')} après : raccourcissez-la, ou ajoutez le renouvellement sur la fiche.`,
        reference,
        champ: 'fin',
      },
    ];
  }
  if (jusque > ajouterMois(fin, valeurs.finContratMois)) return rien;
  const reste = ecartJours(fin, jusque);
  const quand =
    reste === 0 ? 'Le dernier jour de l’immersion' : `${accorder(reste, 'jour')} après l’immersion`;
  return [
    {
      code: 'contrat',
      niveau: 'a_voir',
      titre,
      phrase: `${quand} : préparez la suite dès maintenant.`,
      champ,
      seuils: ['finContratMois'],
    },
  ];
}

interface Bornes {
  debut: DateCivile;
  fin: DateCivile;
}

/** From the first to the last day of the CDDI that renew one another without a gap, the one of `jour` among them. */
export function chaineCddi(
  contrats: readonly { nature: string; debut: DateCivile; fin: DateCivile | null }[],
  jour: DateCivile,
): Bornes | null {
  const tries = contrats
    .flatMap(({ nature, debut, fin }) => (nature === 'cddi' && fin !== null ? [{ debut, fin }] : []))
    .sort((a, b) => (a.debut < b.debut ? -1 : 1));
  let chaine: Bornes | null = null;
  for (const { debut, fin } of tries) {
    if (chaine !== null && debut <= ajouterJours(chaine.fin, 1)) {
      if (fin > chaine.fin) chaine = { debut: chaine.debut, fin };
    } else {
      if (chaine !== null && chaine.debut <= jour && chaine.fin >= jour) return chaine;
      chaine = { debut, fin };
    }
  }
  return chaine !== null && chaine.debut <= jour && chaine.fin >= jour ? chaine : null;
}

const etendue = ({ debut, fin }: Bornes) => ({ debut: rangDe(debut), fin: rangDe(fin) });

/**
 * A CDDI may spend a quarter of its length, renewals included, in immersions, all of them together and only their days
 * within it (service-public.fr, fiche F14102, 2017). Known second-hand only: it warns, and never blocks.
 */
export function controlerPart(examen: Examen): Constat[] {
  const { salarie, valeurs, saisie } = examen;
  const { debut, fin } = saisie;
  if (salarie === null || debut === null || fin === null || fin < debut) return rien;
  const chaine = chaineCddi(salarie.contrats, debut);
  if (chaine === null) return rien;
  const contratEntier = etendue(chaine);
  const autres = autresPassages(examen).reduce(
    (somme, autre) => somme + joursCommuns(etendue(autre), contratEntier),
    0,
  );
  const jours = autres + joursCommuns(etendue({ debut, fin }), contratEntier);
  const duree = contratEntier.fin - contratEntier.debut + 1;
  const permis = Math.floor((duree * valeurs.partContrat) / 100);
  const commun = { code: 'part', seuils: ['partContrat'] } as const;
  const contrat = `CDDI du ${formaterDate(chaine.debut)} au ${formaterDate(chaine.fin)}, renouvellements compris`;
  const part = Math.round((jours / duree) * 1000) / 10;
  if (jours * 100 <= duree * valeurs.partContrat) {
    return [
      {
        ...commun,
        niveau: 'juste',
        titre: `Part du CDDI : ${accorder(jours, 'jour')} sur ${duree}`,
        phrase: `${formaterNombre(part, Number.isInteger(part) ? 0 : 1)} % du contrat en immersion ; ${accorder(permis, 'jour')} au plus (${contrat}).`,
      },
    ];
  }
  return [
    {
      ...commun,
      niveau: 'a_voir',
      titre: `${jours} jours d’immersion sur un contrat de ${duree} jours`,
      phrase: `${autres > 0 ? `${accorder(autres, 'jour')} déjà pris par d’autres immersions. ` : ''}Plus de ${valeurs.partContrat} % du ${contrat} : ${accorder(permis, 'jour')} au plus. Voyez avec votre DDETS avant de signer.`,
      champ: 'fin',
    },
  ];
}

/** Which contract runs meanwhile decides who pays, who covers an accident and who declares. */
export function controlerMode({ salarie, jours, saisie: { modeContrat, debut } }: Examen): Constat[] {
  if (modeContrat === 'suspendu') {
    return [
      {
        code: 'mode',
        niveau: 'a_voir',
        titre: 'Contrat suspendu : la personne n’est pas payée',
        phrase:
          'Il faut un avenant signé d’elle. C’est le prescripteur qui la couvre en cas d’accident, et qui déclare les heures à l’URSSAF.',
        champ: 'modeContrat',
      },
    ];
  }
  if (modeContrat !== 'maintenu' || salarie === null || debut === null) return rien;
  const contrat = contratCourant(salarie.contrats, debut);
  if (!contrat?.minutesHebdo || contrat.debut > debut || (contrat.fin ?? debut) < debut) return rien;
  for (const [lundi, minutes] of minutesParSemaine(jours)) {
    if (minutes <= contrat.minutesHebdo) continue;
    return [
      {
        code: 'mode',
        niveau: 'a_voir',
        titre: `${formaterDuree(minutes)} la semaine du ${formaterDate(lundi)}, pour un contrat de ${formaterDuree(contrat.minutesHebdo)}`,
        phrase: `Contrat maintenu : les ${formaterDuree(minutes - contrat.minutesHebdo)} de plus sont à payer ou à récupérer.`,
        champ: 'horaires.0',
      },
    ];
  }
  return rien;
}
