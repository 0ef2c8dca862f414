import { formaterDuree, formaterNombre } from '../format.ts';
import { formaterEuros, formaterEurosRonds } from '../montant.ts';
import type { LigneIndicateur } from './bilan.ts';
import { trouverIndicateur } from './catalogue.ts';
import { type Indicateur, type UniteIndicateur, uniteDe } from './indicateur.ts';
import type { Mesure } from './mesure.ts';

/** How figures read, the same on screen, on paper and in a workbook. */

const decimalesUtiles = (valeur: number) => (Number.isInteger(valeur) ? 0 : 1);

/** Thousandths → `64 %`, `64,1 %`. */
function direTaux(milliemes: number): string {
  const pourcent = milliemes / 10;
  return `${formaterNombre(pourcent, decimalesUtiles(pourcent))}\u00a0%`;
}

/** A figure in its unit: `1 204`, `612 h 30`, `12 500 €`, `8,42`, `64,1 %`; a dash when there is none. */
export function direValeur(unite: UniteIndicateur, valeur: number | null): string {
  if (valeur === null) return '—';
  switch (unite) {
    case 'minutes':
      return formaterDuree(valeur).replaceAll(' ', '\u00a0');
    case 'centimes':
      return valeur % 100 === 0 ? formaterEurosRonds(valeur) : formaterEuros(valeur);
    case 'etp':
    case 'quotient':
      return formaterNombre(valeur / 100, 2);
    case 'taux':
      return direTaux(valeur);
    default:
      return formaterNombre(valeur);
  }
}

/** The same with its unit when the figure does not carry it: `8,42 ETP`. */
export function direAvecUnite(unite: UniteIndicateur, valeur: number | null): string {
  const dite = direValeur(unite, valeur);
  return unite === 'etp' && valeur !== null ? `${dite}\u00a0ETP` : dite;
}

/** What the rows of an indicator add up to, before a rate is made of them. */
function uniteCompte(indicateur: Indicateur | undefined): UniteIndicateur {
  if (!indicateur) return 'nombre';
  return indicateur.genre === 'taux' ? uniteDe({ ...indicateur, genre: 'nombre' }) : uniteDe(indicateur);
}

/** Units of both terms of a rate or of a quotient. */
export function unitesDesTermes(code: string): [UniteIndicateur, UniteIndicateur] {
  const indicateur = trouverIndicateur(code);
  if (indicateur?.genre !== 'rapport') {
    const unite = uniteCompte(indicateur);
    return [unite, unite];
  }
  const { numerateur, denominateur } = indicateur;
  return [uniteCompte(trouverIndicateur(numerateur)), uniteCompte(trouverIndicateur(denominateur))];
}

type Fondee = Pick<LigneIndicateur, 'code' | 'genre' | 'base'>;

/** What a figure is out of: `16 sur 25 sorties comptées`, `312 h sur 14 immersions`; for a number, what it is made of. */
export function direBase({ code, genre, base }: Fondee, { numerateur, denominateur }: Mesure): string {
  if (genre === 'nombre' || numerateur === null || denominateur === null) return base;
  if (denominateur === 0) return base === '' ? 'pas de taux sans base' : `pas de taux : 0\u00a0${base}`;
  const [haut, bas] = unitesDesTermes(code);
  // « 11,00 ETP conventionnés »: words that begin with the unit say it.
  const dessous = base.startsWith('ETP') ? direValeur(bas, denominateur) : direAvecUnite(bas, denominateur);
  return `${direAvecUnite(haut, numerateur)} sur ${dessous} ${base}`.trimEnd();
}

type Reservee = Pick<LigneIndicateur, 'code' | 'exclus' | 'inconnus' | 'horsFiltre'>;

/** What is set apart, and why: a sentence each; none when everything is in the figure. */
export function direReserves({ code, exclus, inconnus, horsFiltre }: Reservee): string[] {
  const [unite] = unitesDesTermes(code);
  const total = exclus.reduce((somme, { nombre }) => somme + nombre, 0);
  const raisons = exclus.map(({ raison, nombre }) => `${raison}\u00a0: ${direAvecUnite(unite, nombre)}`);
  return [
    total > 0 &&
      (exclus.length === 1
        ? `Hors du compte\u00a0: ${direAvecUnite(unite, total)} (${exclus[0]!.raison})`
        : `Hors du compte\u00a0: ${direAvecUnite(unite, total)} (${raisons.join('\u00a0; ')})`),
    inconnus > 0 && `Réponse inconnue\u00a0: ${direAvecUnite(unite, inconnus)}`,
    horsFiltre && 'Le filtre du profil ne s’applique pas à ce chiffre',
  ].filter((phrase) => phrase !== false);
}

/** Below this base a percentage of change would say more than the figures do. */
const BASE_POURCENTAGE = 20;

/** What a figure is divided by to be said: hours, euros, ETP. */
const DIVISEURS: Record<UniteIndicateur, number> = {
  nombre: 1,
  minutes: 60,
  centimes: 100,
  etp: 100,
  quotient: 100,
  taux: 10,
};

/** Change since the year before: `+12 %`, `−3` when the older figure is small, `+2,5 points` for a rate, `=`; empty without one. */
export function direEcart(unite: UniteIndicateur, valeur: number | null, precedente: number | null): string {
  if (valeur === null || precedente === null) return '';
  if (valeur === precedente) return '=';
  const diviseur = DIVISEURS[unite];
  const ecart = (valeur - precedente) / diviseur;
  const signe = ecart > 0 ? '+' : '−';
  const base = Math.abs(precedente / diviseur);
  if (unite !== 'taux' && unite !== 'quotient' && base >= BASE_POURCENTAGE) {
    const taux = Math.round((Math.abs(ecart) / base) * 100);
    return taux === 0 ? 'stable' : `${signe}${formaterNombre(taux)}\u00a0%`;
  }
  const grand = Math.abs(ecart);
  if (unite === 'taux')
    return `${signe}${formaterNombre(grand, decimalesUtiles(grand))}\u00a0point${grand < 2 ? '' : 's'}`;
  return `${signe}${direValeur(unite, Math.abs(valeur - precedente))}`;
}

type Visee = Pick<LigneIndicateur, 'unite' | 'objectif' | 'atteint' | 'sens'>;

/** What is aimed at: `60 %`, `au plus 3`; empty without an objective. */
export function direVise({ unite, objectif, sens }: Visee): string {
  if (objectif === null) return '';
  return `${sens === 'baisse' ? 'au plus ' : ''}${direAvecUnite(unite, objectif.valeur)}`;
}

/** `Atteint`, `Non atteint`; empty when it cannot be said. */
export function direAtteint({ atteint }: Pick<Visee, 'atteint'>): string {
  if (atteint === null) return '';
  return atteint ? 'Atteint' : 'Non atteint';
}
