import { ressembleNir } from './nir.ts';

/**
 * Words about somebody's health, however accented. What has another meaning at work stays out: « traitement » of waste,
 * « alcool » of a bar, « opération » of a machine, « arrêt » of a line.
 */
const SANTE =
  /(?<![\p{L}\p{N}])(?:malad(?:e|es|ie|ies)|depressi(?:on|ons|f|ve|fs|ves)|handicap(?:e|ee|es|ees)?|rqth|aah|invalidite|cancer|diabet(?:e|ique|iques)|epilep(?:sie|tique)|asthm(?:e|atique)|allerg(?:ie|ies|ique|iques)|schizophren(?:ie|e|ique)|bipolaire|psychiatr(?:ie|ique|e)|psychose|anxiolytique|antidepresseurs?|burn-?out|enceinte|grossesse|addict(?:ion|ions|if)|alcooli(?:que|sme|see?)|toxicoman(?:e|ie)|drogues?|sevrage|methadone|vih|sida|seropositi(?:f|ve)|hepatite|hospitalis(?:e|ee|ation)|chirurgi(?:e|cal|cale)|medicaments?|ordonnance medicale|certificat medical|lombalgie|sciatique|hernie|tendinite|entorse|fracture|mal (?:au dos|de dos)|problemes? (?:de sante|de dos|d.alcool)|arret (?:maladie|de travail)|troubles? (?:psychiques?|mentaux|du comportement)|dyslexi(?:e|que)|inapt(?:e|itude))(?![\p{L}\p{N}])/iu;

const sansAccent = (texte: string) =>
  // Letter by letter, so that what is found stands at the same place in the text as typed.
  [...texte].map((lettre) => (lettre.length > 1 ? lettre : lettre.normalize('NFD').charAt(0))).join('');

/**
 * A discreet sentence when a free text seems to hold a social security number or a word on health, which Passerelle has
 * no reason to keep; null otherwise. It never blocks: a care home may well look after « des malades ».
 */
export function alerteTexte(texte: string): string | null {
  if (ressembleNir(texte)) {
    return 'Un numéro de ce texte ressemble à un numéro de sécurité sociale\u00a0: retirez-le.';
  }
  // Composed first: an accent typed apart would shift the letters.
  const compose = texte.normalize('NFC');
  const trouve = SANTE.exec(sansAccent(compose));
  if (!trouve) return null;
  const mot = compose.slice(trouve.index, trouve.index + trouve[0].length);
  return `«\u00a0${mot}\u00a0»\u00a0: ce texte se garde et s’imprime, n’y écrivez rien de la santé d’une personne.`;
}
