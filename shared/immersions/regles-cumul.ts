import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate } from '../format.ts';
import { normaliser } from '../normaliser.ts';
import type { Constat, Examen } from './dossier.ts';
import { calendrier, totaux } from './horaires.ts';

const rien: Constat[] = [];
const reference = 'D5135-3';

interface Passage {
  /** The convention it belongs to: a renewal belongs to the one it renews. */
  racine: string;
  debut: DateCivile;
  fin: DateCivile;
  jours: number;
  objet: string;
  objectifs: string;
  numero: string;
}

/** Other immersions of the person, dated and not cancelled. */
function autresPassages({ salarie, organisation, immersionId }: Examen, memeAccueil: boolean): Passage[] {
  return (salarie?.immersions ?? []).flatMap((autre) =>
    autre.id !== immersionId &&
    autre.statut !== 'annulee' &&
    autre.debut !== null &&
    autre.fin !== null &&
    (!memeAccueil || autre.organisation.id === organisation?.id)
      ? [{ ...autre, racine: autre.renouvelleId ?? autre.id, debut: autre.debut, fin: autre.fin }]
      : [],
  );
}

interface Fenetre {
  jours: number;
  conventions: number;
  retenus: Passage[];
}

/**
 * Twelve months in a row that hold `celle`, opening or closing on the first or last day of a period: the number of
 * periods and of days only changes there, so one of these windows is the worst.
 */
function fenetresDe(celle: Passage, passages: readonly Passage[]): Fenetre[] {
  const ouvertures = passages
    .flatMap(({ debut, fin }) => [debut, fin])
    .flatMap((bord) => [bord, ajouterJours(ajouterMois(bord, -12), 1)]);
  return ouvertures.flatMap((ouverture) => {
    const cloture = ajouterJours(ajouterMois(ouverture, 12), -1);
    if (ouverture > celle.fin || cloture < celle.debut) return [];
    const retenus = passages.filter(({ debut, fin }) => debut <= cloture && fin >= ouverture);
    const jours = retenus.reduce((somme, { debut, fin }) => {
      const premier = debut < ouverture ? ouverture : debut;
      const dernier = fin > cloture ? cloture : fin;
      return somme + ecartJours(premier, dernier) + 1;
    }, 0);
    return [{ jours, conventions: new Set(retenus.map(({ racine }) => racine)).size, retenus }];
  });
}

function raconter({ retenus }: Fenetre, celle: Passage): string {
  const anterieurs = retenus.filter((passage) => passage !== celle);
  if (anterieurs.length === 0) return 'Première convention avec cet accueil en douze mois';
  const presence = retenus.reduce((somme, { jours }) => somme + jours, 0);
  const liste = anterieurs.map(
    ({ numero, debut, fin }) => `la ${numero} du ${formaterDate(debut)} au ${formaterDate(fin)}`,
  );
  return `Avec ${liste.join(', ')} ; ${accorder(presence, 'jour')} de présence`;
}

/**
 * D5135-3: same person, same host, any twelve months in a row: two conventions and 60 days at most, renewals included
 * in the days, with different objets or objectifs. The text does not say which days; calendar days are the stricter
 * reading, and the days of presence are shown beside. Every window that holds this immersion is tried.
 */
export function controlerCumul(dossier: Examen): Constat[] {
  const { debut, fin, objet, objectifs, renouvelleId } = dossier.saisie;
  if (!dossier.salarie || !dossier.organisation || debut === null || fin === null || fin < debut) return rien;
  const { jours } = totaux(calendrier(dossier.saisie));
  const celle: Passage = {
    racine: renouvelleId ?? 'celle-ci',
    debut,
    fin,
    jours,
    objet,
    objectifs,
    numero: '',
  };
  const passages = [...autresPassages(dossier, true), celle];
  const fenetres = fenetresDe(celle, passages);
  const nombreuse = fenetres.find(({ conventions }) => conventions > dossier.valeurs.cumulConventions);
  if (nombreuse) {
    return [
      {
        code: 'cumul',
        seuils: ['cumulJours'],
        niveau: 'bloquant',
        titre: `${nombreuse.conventions} conventions dans cet accueil en douze mois`,
        phrase: `Deux au plus. ${raconter(nombreuse, celle)}.`,
        reference,
        champ: 'organisationId',
      },
    ];
  }
  const longue = fenetres.reduce((pire, fenetre) => (fenetre.jours > pire.jours ? fenetre : pire));
  const titre = `Cumul dans cet accueil : ${longue.jours} jours sur ${dossier.valeurs.cumulJours}`;
  if (longue.jours > dossier.valeurs.cumulJours) {
    const phrase = `${raconter(longue, celle)}. Les jours se comptent de date à date.`;
    return [
      { code: 'cumul', niveau: 'bloquant', titre, phrase, reference, champ: 'fin', seuils: ['cumulJours'] },
    ];
  }
  const juste: Constat = {
    code: 'cumul',
    seuils: ['cumulJours'],
    niveau: 'juste',
    titre,
    phrase: `${raconter(longue, celle)}.`,
    reference,
  };
  const pareille = longue.retenus.find(
    (passage) =>
      passage.racine !== celle.racine &&
      passage.objet === objet &&
      objectifs !== '' &&
      normaliser(passage.objectifs) === normaliser(objectifs),
  );
  if (!pareille) return [juste];
  return [
    juste,
    {
      code: 'cumul-objet',
      niveau: 'a_voir',
      titre: `Mêmes objet et objectifs que la ${pareille.numero}`,
      phrase:
        'Une seconde convention dans le même accueil poursuit un autre objet ou d’autres objectifs. Sinon, renouvelez la première.',
      reference,
      champ: 'objectifs',
    },
  ];
}

/**
 * D5135-3: a convention is renewed once, when its objectifs were not reached, with the same objet and the same
 * objectifs, for one month at most (`controlerDuree` counts it on the renewal's own dates).
 */
export function controlerRenouvellement({ saisie, salarie, organisation, immersionId }: Examen): Constat[] {
  const { renouvelleId, debut, objet, objectifs } = saisie;
  if (renouvelleId === null || salarie === null || organisation === null) return rien;
  const refus = (titre: string, phrase: string, champ: string): Constat[] => [
    { code: 'renouvellement', niveau: 'bloquant', titre, phrase, reference, champ },
  ];
  const origine = salarie.immersions.find(({ id }) => id === renouvelleId);
  if (!origine || origine.organisation.id !== organisation.id) {
    return refus(
      'Un renouvellement garde la personne et l’accueil',
      'Pour une autre personne ou un autre accueil, faites une nouvelle convention.',
      origine ? 'organisationId' : 'salarieId',
    );
  }
  if (origine.statut === 'brouillon' || origine.statut === 'annulee') {
    return refus(
      `La ${origine.numero} n’a pas été émise`,
      'Seule une convention signée se renouvelle.',
      'salarieId',
    );
  }
  const jumelle = salarie.immersions.find(
    (autre) => autre.id !== immersionId && autre.renouvelleId === renouvelleId && autre.statut !== 'annulee',
  );
  if (origine.renouvelleId !== null || jumelle) {
    return refus(
      `La ${origine.numero} ne peut plus être renouvelée`,
      jumelle
        ? `Elle l’a déjà été par la ${jumelle.numero} : une convention se renouvelle une seule fois.`
        : 'Elle est elle-même un renouvellement : une convention se renouvelle une seule fois.',
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
  return [
    {
      code: 'renouvellement',
      niveau: 'juste',
      titre: `Renouvellement de la ${origine.numero}`,
      phrase: 'Une seule fois, mêmes objet et objectifs.',
      reference,
    },
  ];
}

/** One person cannot be in two places: periods that overlap are shown, days may still alternate. */
export function controlerChevauchement(dossier: Examen): Constat[] {
  const { debut, fin } = dossier.saisie;
  if (debut === null || fin === null) return rien;
  const autre = autresPassages(dossier, false).find(
    (passage) => passage.debut <= fin && passage.fin >= debut,
  );
  if (!autre) return rien;
  return [
    {
      code: 'chevauchement',
      niveau: 'a_voir',
      titre: `En même temps que la ${autre.numero}`,
      phrase: `Une autre immersion de cette personne va du ${formaterDate(autre.debut)} au ${formaterDate(autre.fin)}.`,
      champ: 'debut',
    },
  ];
}
