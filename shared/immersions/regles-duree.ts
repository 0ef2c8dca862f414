import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, enPhrase, formaterDate } from '../format.ts';
import { ROLES_SIGNATURE } from '../nomenclatures/immersions.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { seuilLivre } from '../parametres/seuils.ts';
import type { Constat, Examen } from './dossier.ts';

const rien: Constat[] = [];

/**
 * D5135-3: a period lasts one month at most, *de date à date*, whether continuous or not. Counted from quantième to
 * quantième, as a délai in months is (code de procédure civile, art. 641): begun on 06/04, it ends on 06/05 at the
 * latest, that day included; begun on 31/01, on the last day of February.
 */
export function dernierJourPermis(debut: DateCivile, mois = seuilLivre('dureeMois').valeur): DateCivile {
  return ajouterMois(debut, mois);
}

const enMois = (mois: number) => (mois === 1 ? 'un mois' : `${mois} mois`);

export function controlerDuree({ saisie, jours, valeurs }: Examen): Constat[] {
  const { debut, fin } = saisie;
  if (debut === null || fin === null) return rien;
  const champ = 'fin';
  const reference = 'D5135-3';
  const { dureeMois, ecartImmersionFacilitee } = valeurs;
  const seuils = ['dureeMois'] as const;
  if (fin < debut) {
    const titre = 'Le dernier jour précède le premier';
    const phrase = `Du ${formaterDate(debut)} au ${formaterDate(fin)} : vérifiez les deux dates.`;
    return [{ code: 'duree', niveau: 'bloquant', titre, phrase, champ }];
  }
  const limite = dernierJourPermis(debut, dureeMois);
  if (fin > limite) {
    return [
      {
        code: 'duree',
        niveau: 'bloquant',
        titre: `Trop longue : jusqu’au ${formaterDate(limite)} au plus`,
        phrase: `Une immersion dure ${enMois(dureeMois)} de date à date. Commencée le ${formaterDate(debut)}, elle finit le ${formaterDate(limite)} au plus tard : ${accorder(ecartJours(limite, fin), 'jour')} de trop.`,
        reference,
        champ,
        seuils,
      },
    ];
  }
  const juste: Constat = {
    code: 'duree',
    niveau: 'juste',
    titre: `Durée : ${jours.length > 0 ? `${accorder(jours.length, 'jour')}, ` : ''}du ${court(debut)} au ${court(fin)}`,
    phrase: `${enMois(dureeMois).replace(/^u/, 'U')} de date à date au plus : jusqu’au ${formaterDate(limite)}.`,
    reference,
    seuils,
  };
  const ecart = ecartJours(debut, fin);
  if (ecart <= ecartImmersionFacilitee) return [juste];
  return [
    juste,
    {
      code: 'immersion-facilitee',
      niveau: 'a_voir',
      titre: `${ecart} jours entre le premier et le dernier jour`,
      phrase: `Permis par le code, mais Immersion Facilitée refuse plus de ${ecartImmersionFacilitee} jours : finissez le ${formaterDate(ajouterJours(debut, ecartImmersionFacilitee))} si vous y déposez la convention.`,
      champ,
      seuils: ['ecartImmersionFacilitee'],
    },
  ];
}

/** Signed by all as far as anybody said so: only dates can tell otherwise. */
const SIGNEES: readonly string[] = ['signee', 'terminee'];

/**
 * D5135-1: the convention comes before the immersion. While a signature is missing it cannot be older than today; once
 * all are there, the last of their days is compared.
 */
export function controlerAntidate({ today, statut, signatures, saisie: { debut } }: Examen): Constat[] {
  if (debut === null) return rien;
  const commun = { code: 'antidate', niveau: 'a_voir', reference: 'D5135-1', champ: 'debut' } as const;
  const derniere = signatures.reduce<(typeof signatures)[number] | null>(
    (tardive, signature) => (tardive && tardive.date >= signature.date ? tardive : signature),
    null,
  );
  if (derniere && derniere.date > debut) {
    const role = enPhrase(label(ROLES_SIGNATURE, derniere.role));
    return [
      {
        ...commun,
        titre: `Signée le ${formaterDate(derniere.date)}, après le premier jour`,
        phrase: `L’immersion a commencé le ${formaterDate(debut)} ; la dernière signature (${role}) date de ${accorder(ecartJours(debut, derniere.date), 'jour')} plus tard. Avant elle, la personne n’était pas couverte.`,
      },
    ];
  }
  if ((derniere && SIGNEES.includes(statut)) || debut >= today) return rien;
  return [
    {
      ...commun,
      titre: `Le premier jour, ${formaterDate(debut)}, est passé`,
      phrase: 'La convention se signe avant le début : sans elle, la personne n’est pas couverte.',
    },
  ];
}

/** `06/04`. */
function court(date: DateCivile): string {
  return formaterDate(date).slice(0, 5);
}
