import { axe as definitionAxe } from '../../../shared/bilans/axes.ts';
import type { LigneIndicateur, Repartition } from '../../../shared/bilans/bilan.ts';
import { direBase, direValeur } from '../../../shared/bilans/dire.ts';
import { accorder, enPhrase } from '../../../shared/format.ts';

/** Lines quoted beside a figure: the largest ones. */
const QUOTEES = 2;

function direParts({ unite }: LigneIndicateur, { axe, parts }: Repartition): string {
  const pleines = parts.filter(({ mesure }) => (mesure.valeur ?? 0) > 0);
  if (pleines.length === 0) return '';
  const dire = ({ nom, mesure }: (typeof pleines)[number]) =>
    `${enPhrase(nom)} ${direValeur(unite, mesure.valeur)}`;
  const direSexe = ({ code, nom, mesure }: (typeof pleines)[number]) => {
    const valeur = direValeur(unite, mesure.valeur);
    if (code === '') return `${enPhrase(nom)} ${valeur}`;
    return unite === 'nombre' ? accorder(mesure.valeur ?? 0, enPhrase(nom)) : `${enPhrase(nom)}s ${valeur}`;
  };
  if (axe === 'sexe') return pleines.map(direSexe).join(', ');
  const grandes = [...pleines].sort((a, b) => (b.mesure.valeur ?? 0) - (a.mesure.valeur ?? 0));
  const dites = grandes.slice(0, QUOTEES).map(dire).join(', ');
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
