import { ajouterJours, type DateCivile } from '../shared/dates.ts';
import { formaterDate } from '../shared/format.ts';
import { dernierJourPermis } from '../shared/immersions/regles.ts';
import type { Controle, ImmersionSaisie } from '../shared/immersions/schema.ts';
import type { Contexte } from './contexte.ts';
import { controlesDe, lireSaisie, trouverImmersion } from './immersions.ts';

/** What says whether a convention may be prolonged, and until when; the rest is for the form to check. */
const CODES: ReadonlySet<string> = new Set(['renouvellement', 'cumul', 'contrat', 'duree', 'part', 'age']);

interface Renouvellement {
  possible: boolean;
  phrase: string;
}

/** Whether a convention may still be renewed and until when at most, or the rule that stands in the way. */
export function renouvellement(contexte: Contexte, { id }: { id: string }): Renouvellement {
  const ligne = trouverImmersion(contexte.db, id);
  const { fin } = ligne;
  const refus = (phrase: string): Renouvellement => ({ possible: false, phrase });
  if (ligne.statut === 'brouillon' || ligne.statut === 'refusee' || ligne.statut === 'annulee')
    return refus('Seule une convention émise se renouvelle : celle-ci ne court pas.');
  if (ligne.finPrevue !== null)
    return refus('Cette immersion s’est arrêtée avant sa fin : faites plutôt une nouvelle convention.');
  if (fin === null) return refus('Cette convention n’a pas de dernier jour.');
  const suite: ImmersionSaisie = {
    ...lireSaisie(contexte.db, ligne),
    renouvelleId: id,
    motifRenouvellement: '…',
    debut: ajouterJours(fin, 1),
    fin: null,
    exceptions: [],
  };
  const debut = suite.debut!;
  const obstacle = (jusquau: DateCivile): Controle | undefined =>
    controlesDe(contexte, {
      immersionId: null,
      statut: 'brouillon',
      saisie: { ...suite, fin: jusquau },
    }).find(({ code, niveau }) => niveau === 'bloquant' && CODES.has(code));
  const premier = obstacle(debut);
  if (premier) return refus(`${premier.titre}. ${premier.phrase}`);
  let dernier = dernierJourPermis(debut);
  while (dernier > debut && obstacle(dernier)) dernier = ajouterJours(dernier, -1);
  return {
    possible: true,
    phrase: `Une fois, si ses objectifs ne sont pas atteints, avec les mêmes objet et objectifs. Commencé le ${formaterDate(debut)}, le renouvellement finit le ${formaterDate(dernier)} au plus tard.`,
  };
}
