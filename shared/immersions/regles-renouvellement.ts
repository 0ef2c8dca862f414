import { formaterDate } from '../format.ts';
import { normaliser } from '../normaliser.ts';
import { estConvenue, memeAccueil } from './autres.ts';
import type { Constat, Examen } from './dossier.ts';
import type { AutreImmersion } from './schema.ts';

const rien: Constat[] = [];
const reference = 'D5135-3';

/** How many times it was itself renewed from another, following the links back. */
function rangDe(origine: AutreImmersion, immersions: readonly AutreImmersion[]): number {
  let rang = 0;
  let lue: AutreImmersion | undefined = origine;
  while (lue?.renouvelleId && rang < immersions.length) {
    rang += 1;
    const precedente: string = lue.renouvelleId;
    lue = immersions.find(({ id }) => id === precedente);
  }
  return rang;
}

const vit = ({ statut }: AutreImmersion) => statut !== 'annulee' && statut !== 'refusee';

/**
 * D5135-3: a convention is renewed once, when its objectifs were not reached, with the same objet and the same
 * objectifs, for one month at most (`controlerDuree` counts it on the renewal's own dates).
 */
export function controlerRenouvellement(examen: Examen): Constat[] {
  const { saisie, salarie, organisation, immersionId, valeurs } = examen;
  const { renouvelleId, debut, objet, objectifs } = saisie;
  if (renouvelleId === null || salarie === null || organisation === null) return rien;
  const refus = (titre: string, phrase: string, champ: string): Constat[] => [
    {
      code: 'renouvellement',
      niveau: 'bloquant',
      titre,
      phrase,
      reference,
      champ,
      seuils: ['renouvellements'],
    },
  ];
  const origine = salarie.immersions.find(({ id }) => id === renouvelleId);
  if (!origine || !memeAccueil(examen, origine)) {
    return refus(
      'Un renouvellement garde la personne et l’accueil',
      'Pour une autre personne ou un autre accueil, faites une nouvelle convention.',
      origine ? 'organisationId' : 'salarieId',
    );
  }
  if (!estConvenue(origine) || !vit(origine)) {
    return refus(
      `La ${origine.numero} n’a pas été convenue`,
      'Seule une convention signée se renouvelle.',
      'salarieId',
    );
  }
  const jumelle = salarie.immersions.find(
    (autre) => autre.id !== immersionId && autre.renouvelleId === renouvelleId && vit(autre),
  );
  if (jumelle) {
    return refus(
      `La ${origine.numero} ne peut plus être renouvelée`,
      `Elle l’a déjà été par la ${jumelle.numero}${jumelle.debut ? `, du ${formaterDate(jumelle.debut)} au ${formaterDate(jumelle.fin)}` : ''}.`,
      'salarieId',
    );
  }
  const rang = rangDe(origine, salarie.immersions);
  if (rang >= valeurs.renouvellements) {
    return refus(
      `La ${origine.numero} ne peut plus être renouvelée`,
      rang === 0
        ? 'Aucun renouvellement n’est permis.'
        : `Elle est elle-même un renouvellement : une convention se renouvelle ${valeurs.renouvellements === 1 ? 'une seule fois' : `${valeurs.renouvellements} fois au plus`}.`,
      'salarieId',
    );
  }
  if (objet !== origine.objet || normaliser(objectifs) !== normaliser(origine.objectifs)) {
    return refus(
      `Mêmes objet et objectifs que la ${origine.numero}`,
      'Un renouvellement prolonge la convention parce que ses objectifs ne sont pas atteints : il ne les change pas.',
      objet === origine.objet ? 'objectifs' : 'objet',
    );
  }
  if (debut !== null && origine.fin !== null && debut <= origine.fin) {
    return refus(
      'Le renouvellement commence trop tôt',
      `La ${origine.numero} court jusqu’au ${formaterDate(origine.fin)} : commencez après.`,
      'debut',
    );
  }
  if (saisie.motifRenouvellement === '') {
    return [
      {
        code: 'renouvellement',
        niveau: 'a_voir',
        titre: `Pourquoi renouveler la ${origine.numero} ?`,
        phrase:
          'Un renouvellement n’est permis que si les objectifs ne sont pas atteints : dites ce qu’il reste à faire.',
        reference,
        champ: 'motifRenouvellement',
      },
    ];
  }
  return [
    {
      code: 'renouvellement',
      niveau: 'juste',
      titre: `Renouvellement de la ${origine.numero}`,
      phrase: `${valeurs.renouvellements === 1 ? 'Une seule fois' : `Le ${rang + 1}ᵉ sur ${valeurs.renouvellements}`}, mêmes objet et objectifs.`,
      reference,
      seuils: ['renouvellements'],
    },
  ];
}
