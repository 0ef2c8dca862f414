import { z } from 'zod';
import { estDateCivile } from './dates.ts';
import { chiffres } from './normaliser.ts';

/**
 * Field types shared by every domain. Optional texts are the empty string, optional dates are `null`:
 * a form never has to tell « absent » from « empty ».
 */

const SANS_CONTROLE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Trims, and removes control and bidi-override characters (they can disguise a file or a name). */
export function nettoyer(valeur: string): string {
  return valeur.replace(SANS_CONTROLE, '').replace(/\r\n?/g, '\n').trim();
}

/** Free text, see `nettoyer`. */
export function texte(max: number) {
  return z
    .string()
    .transform(nettoyer)
    .pipe(z.string().max(max, `${max} caractères au plus.`));
}

export function texteRequis(max: number, phrase: string) {
  return texte(max).pipe(z.string().min(1, phrase));
}

/** Key of a record; `phrase` is what a form says when none was chosen. */
export const identifiant = (phrase: string) =>
  z.string({ error: phrase }).regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, phrase);

export const id = identifiant('Cette fiche est inconnue.');

/** Required. `abort`: rules that compare dates must never be given one that does not exist. */
export const dateCivile = z
  .string({ error: 'Indiquez la date.' })
  .min(1, { error: 'Indiquez la date.', abort: true })
  .refine(estDateCivile, { error: 'Cette date n’existe pas (attendu : jj/mm/aaaa).', abort: true });

export const dateOptionnelle = z
  .union([z.literal('').transform(() => null), dateCivile, z.null()], {
    error: 'Cette date n’existe pas (attendu : jj/mm/aaaa).',
  })
  .default(null);

function luhn(numero: string): boolean {
  let somme = 0;
  for (let rang = 0; rang < numero.length; rang += 1) {
    const chiffre = Number(numero[numero.length - 1 - rang]);
    const double = rang % 2 === 1 ? chiffre * 2 : chiffre;
    somme += double > 9 ? double - 9 : double;
  }
  return somme % 10 === 0;
}

/** SIREN of La Poste: its establishments fail Luhn and satisfy « sum of the 14 digits multiple of 5 » instead (INSEE). */
const LA_POSTE = '356000000';

/** True for 14 digits that satisfy INSEE's key: Luhn, or the digit sum rule for La Poste's establishments. */
export function estSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return false;
  if (luhn(siret)) return true;
  if (!siret.startsWith(LA_POSTE)) return false;
  return [...siret].reduce((somme, chiffre) => somme + Number(chiffre), 0) % 5 === 0;
}

/** Optional SIRET, typed with or without spaces, stored as 14 digits. */
export const siret = z
  .string()
  .transform((valeur) => valeur.normalize('NFKC').replace(/[\s.-]/g, ''))
  .superRefine((valeur, ctx) => {
    if (valeur === '' || estSiret(valeur)) return;
    const message = /^\d+$/.test(valeur)
      ? valeur.length === 14
        ? 'Ce SIRET contient une erreur de frappe : sa clé de contrôle est fausse.'
        : `Un SIRET compte 14 chiffres ; celui-ci en a ${valeur.length}.`
      : 'Un SIRET ne contient que des chiffres.';
    ctx.addIssue({ code: 'custom', message });
  });

/** National form of a French number (`0612345678`), or `+` and 8 to 15 digits for a foreign one; `null` when neither. */
export function lireTelephone(brut: string): string | null {
  const compact = brut
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-/()]/g, '');
  const international = compact.replace(/^00/, '+');
  if (/^\+33\d{9}$/.test(international)) return `0${international.slice(3)}`;
  if (/^0[1-9]\d{8}$/.test(compact)) return compact;
  if (/^\+[1-9]\d{7,14}$/.test(international)) return international;
  if (/^(1\d|3\d{3}|1\d{2}|11\d{4})$/.test(compact)) return compact;
  return null;
}

/** Optional phone number, see `lireTelephone`. */
export const telephone = z.string().transform((valeur, ctx) => {
  if (valeur.trim() === '') return '';
  const lu = lireTelephone(valeur);
  if (lu === null) {
    const nombre = chiffres(valeur).length;
    ctx.addIssue({
      code: 'custom',
      message: `Ce numéro n’est pas complet ou contient autre chose que des chiffres (10 attendus, ${nombre} lus).`,
    });
    return z.NEVER;
  }
  return lu;
});

const COURRIEL =
  /^[^\s@<>()",;:\\[\]]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;

export function estCourriel(valeur: string): boolean {
  return valeur.length <= 254 && COURRIEL.test(valeur) && !valeur.includes('..');
}

/** Optional e-mail address. */
export const courriel = z
  .string()
  .transform((valeur) => valeur.trim())
  .refine((valeur) => valeur === '' || estCourriel(valeur), 'Cette adresse n’a pas la forme nom@domaine.fr.');

/** Optional French postcode. */
export const codePostal = z
  .string()
  .transform((valeur) => valeur.replace(/\s/g, ''))
  .refine((valeur) => valeur === '' || /^\d{5}$/.test(valeur), 'Un code postal compte 5 chiffres.');
