import { ajouterMois, type DateCivile, ecartJours, jourSemaine } from '../dates.ts';
import type { Champs } from '../erreurs.ts';
import {
  accorder,
  formaterDate,
  formaterDuree,
  formaterHeure,
  formaterJourCourt,
  insecables,
} from '../format.ts';
import { nomFerie } from '../immersions/horaires.ts';
import { ecrireEuros } from '../montant.ts';
import {
  type EtatSession,
  placesLibres,
  placesManquantes,
  placesPrises,
  type Remplissage,
} from './etat-session.ts';
import type { Creneau, DemiJournee, PointSession } from './session.ts';

/** More than this in a day, or in a half-day, is a typing error (minutes). */
export const MINUTES_JOUR_MAX = 10 * 60;
export const MINUTES_DEMI_MAX = 6 * 60;

/** Longer than the longest apprenticeship: the year was mistyped. */
const ANNEES_MAX = 4;

/** Per hour and trainee, beyond which a price is read again: 100 € (the guide's modules cost 14 €). */
export const CENTIMES_HEURE_ELEVES = 10_000;

const RANG_DEMI: Record<DemiJournee, number> = { matin: 0, apres_midi: 1 };

/** The order of the calendar. */
export const parDate = (a: Creneau, b: Creneau): number =>
  a.date === b.date ? RANG_DEMI[a.demi] - RANG_DEMI[b.demi] : a.date < b.date ? -1 : 1;

export const minutesDesCreneaux = (creneaux: readonly Creneau[]): number =>
  creneaux.reduce((somme, { debut, fin }) => somme + fin - debut, 0);

interface Saisie {
  debut: DateCivile;
  fin: DateCivile;
  minutes: number;
  placesMax: number;
  creneaux: readonly Creneau[];
  partenaires: readonly { organisationId: string; places: number; part: number | null }[];
}

function fauteCreneau(creneau: Creneau, rang: number, { debut, fin, creneaux }: Saisie): Champs {
  const champ = (nom: string) => `creneaux.${rang}.${nom}`;
  if (creneau.date < debut || creneau.date > fin) {
    return {
      [champ('date')]: `Hors de la session, qui va du ${formaterDate(debut)} au ${formaterDate(fin)}.`,
    };
  }
  if (creneau.fin <= creneau.debut) return { [champ('fin')]: 'La fin d’une demi-journée suit son début.' };
  if (creneau.fin - creneau.debut > MINUTES_DEMI_MAX) {
    return { [champ('fin')]: `Une demi-journée compte ${formaterDuree(MINUTES_DEMI_MAX)} au plus.` };
  }
  for (const autre of creneaux.slice(0, rang)) {
    if (autre.date !== creneau.date) continue;
    if (autre.demi === creneau.demi) return { [champ('demi')]: 'Cette demi-journée est déjà au calendrier.' };
    if (autre.debut < creneau.fin && autre.fin > creneau.debut) {
      return { [champ('debut')]: 'Matin et après-midi se chevauchent.' };
    }
    if (RANG_DEMI[autre.demi] < RANG_DEMI[creneau.demi] !== autre.debut < creneau.debut) {
      return { [champ('debut')]: 'L’après-midi suit le matin.' };
    }
  }
  return {};
}

function fautesPartenaires({ partenaires, placesMax }: Saisie): Champs {
  const champs: Champs = {};
  for (const [rang, { organisationId }] of partenaires.entries()) {
    if (partenaires.slice(0, rang).some((autre) => autre.organisationId === organisationId)) {
      champs[`partenaires.${rang}.organisationId`] = 'Cette structure est déjà partenaire.';
    }
  }
  const dernier = partenaires.length - 1;
  const places = partenaires.reduce((somme, partenaire) => somme + partenaire.places, 0);
  if (places > placesMax) {
    champs[`partenaires.${dernier}.places`] =
      `${places} places réservées aux partenaires, pour ${accorder(placesMax, 'place')}.`;
  }
  const parts = partenaires.reduce((somme, { part }) => somme + (part ?? 0), 0);
  if (parts > 1000) champs[`partenaires.${dernier}.part`] = 'Les parts dépassent 100 % du coût.';
  return champs;
}

/** What cannot be on a session, by field. The schema has checked each field by itself. */
export function fautesSession(saisie: Saisie): Champs {
  const { debut, fin, minutes, creneaux } = saisie;
  const jours = ecartJours(debut, fin) + 1;
  const champs: Champs = {};
  if (fin > ajouterMois(debut, 12 * ANNEES_MAX)) {
    champs.fin = `Une session dure ${ANNEES_MAX} ans au plus : vérifiez l’année.`;
  }
  if (minutes > jours * MINUTES_JOUR_MAX) {
    champs.minutes = `${formaterDuree(minutes)} ne tiennent pas en ${accorder(jours, 'jour')} : vérifiez les heures ou les dates.`;
  }
  for (const [rang, creneau] of creneaux.entries())
    Object.assign(champs, fauteCreneau(creneau, rang, saisie));
  return { ...champs, ...fautesPartenaires(saisie) };
}

/** What a session is looked at from. */
export interface DossierSession {
  etat: EtatSession;
  statut: string;
  genre: string;
  debut: DateCivile;
  minutes: number;
  creneaux: readonly Creneau[];
  remplissage: Remplissage;
  stagiairesPrevus: number;
  coutMode: string;
  coutCentimes: number;
  certification: string;
  certificationCode: string;
  organisme: { nom: string; reconnu: boolean } | null;
  alsaceMoselle: boolean;
}

/** `lun. 06/04, mar. 07/04 et 2 autres` */
function direJours(dates: readonly DateCivile[]): string {
  const uniques = [...new Set(dates)];
  const dits = uniques.slice(0, 3).map(formaterJourCourt);
  const reste = uniques.length - dits.length;
  return reste > 0 ? `${dits.join(', ')} et ${accorder(reste, 'autre')}` : dits.join(', ');
}

function pointsCalendrier({ creneaux, minutes, etat, alsaceMoselle }: DossierSession): PointSession[] {
  if (creneaux.length === 0) {
    const passe = etat === 'terminee';
    return [
      {
        code: 'calendrier_vide',
        gravite: passe ? 'alerte' : 'info',
        phrase: passe
          ? 'Aucune demi-journée au calendrier : les présences ne peuvent pas être saisies.'
          : 'Aucune demi-journée au calendrier : convocations et émargement l’attendent.',
      },
    ];
  }
  const points: PointSession[] = [];
  const total = minutesDesCreneaux(creneaux);
  if (total !== minutes) {
    points.push({
      code: 'heures_differentes',
      gravite: 'alerte',
      phrase: `Le calendrier compte ${formaterDuree(total)}, la session en annonce ${formaterDuree(minutes)}.`,
    });
  }
  const feries = creneaux.filter(({ date }) => nomFerie(date, alsaceMoselle) !== null);
  if (feries.length > 0) {
    const noms = [...new Set(feries.map(({ date }) => nomFerie(date, alsaceMoselle)))].join(', ');
    points.push({
      code: 'ferie',
      gravite: 'alerte',
      phrase: `${accorder(feries.length, 'demi-journée tombe', 'demi-journées tombent')} un jour férié : ${direJours(feries.map(({ date }) => date))} (${noms}).`,
    });
  }
  const dimanches = creneaux.filter(({ date }) => jourSemaine(date) === 7);
  if (dimanches.length > 0) {
    points.push({
      code: 'dimanche',
      gravite: 'alerte',
      phrase: `${accorder(dimanches.length, 'demi-journée tombe', 'demi-journées tombent')} un dimanche : ${direJours(dimanches.map(({ date }) => date))}.`,
    });
  }
  const longue = creneaux.find(
    ({ date }) => minutesDesCreneaux(creneaux.filter((autre) => autre.date === date)) > MINUTES_JOUR_MAX,
  );
  if (longue) {
    points.push({
      code: 'jour_long',
      gravite: 'alerte',
      phrase: `La journée du ${formaterJourCourt(longue.date)} dépasse ${formaterHeure(MINUTES_JOUR_MAX)}.`,
    });
  }
  return points;
}

function pointsPlaces({ etat, remplissage, stagiairesPrevus }: DossierSession): PointSession[] {
  const points: PointSession[] = [];
  const manque = placesManquantes(remplissage);
  const libres = placesLibres(remplissage);
  if (libres < 0) {
    points.push({
      code: 'trop',
      gravite: 'alerte',
      phrase: `${placesPrises(remplissage)} places prises pour ${remplissage.max} : ${accorder(-libres, 'personne')} de trop.`,
    });
  }
  if (manque > 0 && (etat === 'envisagee' || etat === 'a_venir')) {
    points.push({
      code: 'sous_minimum',
      gravite: 'alerte',
      phrase: `${accorder(placesPrises(remplissage), 'place prise', 'places prises')} sur ${remplissage.min} au moins : il en manque ${manque} pour ouvrir.`,
    });
  }
  if (stagiairesPrevus + remplissage.partenaires > remplissage.max) {
    points.push({
      code: 'prevus',
      gravite: 'alerte',
      phrase: `${accorder(stagiairesPrevus, 'stagiaire prévu', 'stagiaires prévus')} et ${accorder(remplissage.partenaires, 'place de partenaires', 'places de partenaires')} pour ${accorder(remplissage.max, 'place')}.`,
    });
  }
  return points;
}

function pointsCout({ coutMode, coutCentimes, organisme }: DossierSession): PointSession[] {
  if (coutMode === 'heure_stagiaire' && coutCentimes > CENTIMES_HEURE_ELEVES) {
    return [
      {
        code: 'cout_eleve',
        gravite: 'alerte',
        phrase: `${ecrireEuros(coutCentimes)} € par heure et par stagiaire : est-ce plutôt un forfait ?`,
      },
    ];
  }
  if (coutCentimes === 0 && organisme !== null) {
    return [{ code: 'cout_nul', gravite: 'info', phrase: `Aucun coût n’est indiqué pour ${organisme.nom}.` }];
  }
  return [];
}

/** What to look at on a session, the most pressing first; nothing of one that is cancelled. */
export function pointsSession(dossier: DossierSession): PointSession[] {
  const { etat, statut, genre, certification, certificationCode, organisme, debut } = dossier;
  if (etat === 'annulee') return [];
  const points = [...pointsPlaces(dossier), ...pointsCalendrier(dossier), ...pointsCout(dossier)];
  if (statut === 'envisagee' && etat !== 'envisagee') {
    points.unshift({
      code: 'non_confirmee',
      gravite: 'alerte',
      phrase: `Elle devait commencer le ${formaterDate(debut)} et n’est pas confirmée.`,
    });
  }
  if (organisme !== null && !organisme.reconnu) {
    points.push({
      code: 'organisme',
      gravite: 'info',
      phrase: `${organisme.nom} n’a pas le rôle « organisme de formation » dans le réseau.`,
    });
  }
  if (genre === 'certifiante' && (certification === '' || certificationCode === '')) {
    points.push({
      code: 'certification',
      gravite: 'info',
      phrase:
        certification === ''
          ? 'Formation certifiante sans certification visée : elle se dit sur la fiche de l’action.'
          : 'Le numéro de la certification visée n’est pas renseigné.',
    });
  }
  const alertes = points.filter(({ gravite }) => gravite === 'alerte');
  return [...alertes, ...points.filter(({ gravite }) => gravite === 'info')].map((point) => ({
    ...point,
    phrase: insecables(point.phrase),
  }));
}
