import { axe as definitionAxe } from '../../../shared/bilans/axes.ts';
import type { LigneIndicateur, Repartition } from '../../../shared/bilans/bilan.ts';
import { direBase, direValeur } from '../../../shared/bilans/dire.ts';
import { accorder, enPhrase } from '../../../shared/format.ts';

/** Lines quoted beside a figure: the largest ones. */
const QUOTEES = 2;
/** A name may hold a comma: « hôtellerie, restauration ». */
const SEPARATEUR = '\u00a0; ';

function direParts({ unite }: LigneIndicateur, { axe, parts }: Repartition): string {
  const pleines = parts.filter(({ mesure }) => (mesure.valeur ?? 0) > 0);
  if (pleines.length === 0) return '';
  const dire = ({ nom, mesure }: (typeof pleines)[number]) =>
    `${enPhrase(nom)}\u00a0: ${direValeur(unite, mesure.valeur)}`;
  const direSexe = ({ code, nom, mesure }: (typeof pleines)[number]) => {
    const valeur = direValeur(unite, mesure.valeur);
    if (code === '') return `${enPhrase(nom)}\u00a0: ${valeur}`;
    return unite === 'nombre'
      ? accorder(mesure.valeur ?? 0, enPhrase(nom))
      : `${enPhrase(nom)}s\u00a0: ${valeur}`;
  };
  if (axe === 'sexe') return pleines.map(direSexe).join(unite === 'nombre' ? ', ' : SEPARATEUR);
  const grandes = [...pleines].sort((a, b) => (b.mesure.valeur ?? 0) - (a.mesure.valeur ?? 0));
  const dites = grandes.slice(0, QUOTEES).map(dire).join(SEPARATEUR);
  return grandes.length > QUOTEES ? `dont ${dites}` : dites;
}

/** Beside a figure: what a rate is out of, or what a number is made of, women and men first. */
export function direComposition(ligne: LigneIndicateur): string {
  const base = direBase(ligne, ligne.mesure);
  if (base !== '' || ligne.genre !== 'nombre') return base;
  const lues = ligne.repartitions.filter(({ axe }) => !definitionAxe(axe).temps);
  const citee = lues.find(({ axe }) => axe === 'sexe') ?? lues[0];
  return citee ? direParts(ligne, citee) : '';
}
