import type { DateCivile } from '../dates.ts';
import { formaterDate, MOIS } from '../format.ts';

export type Taille = 'tpe' | 'pme' | 'ge';

/** Size by number of salariés alone: décret n° 2008-1354 du 18 décembre 2008, art. 3. */
export function tailleDe(effectif: number): Taille {
  if (effectif < 10) return 'tpe';
  return effectif < 250 ? 'pme' : 'ge';
}

/**
 * Months of high season as one says them: `de mars à octobre`, `de novembre à février`, `en juin et de septembre à
 * octobre`; empty when nothing is known. A run of months goes around the year end.
 */
export function direSaison(mois: readonly number[]): string {
  const choisis = new Set(mois);
  if (choisis.size === 0) return '';
  if (choisis.size === 12) return 'toute l’année';
  const nom = (rang: number) => MOIS[(rang + 11) % 12]!;
  const suites: [debut: number, longueur: number][] = [];
  for (let debut = 1; debut <= 12; debut += 1) {
    const precedent = debut === 1 ? 12 : debut - 1;
    if (!choisis.has(debut) || choisis.has(precedent)) continue;
    let longueur = 1;
    while (choisis.has(((debut + longueur - 1) % 12) + 1)) longueur += 1;
    suites.push([debut, longueur]);
  }
  const dites = suites.map(([debut, longueur]) => {
    if (longueur === 1) return `en ${nom(debut)}`;
    const dernier = nom(debut + longueur - 1);
    return `${/^[aeiouyéèê]/.test(nom(debut)) ? 'd’' : 'de '}${nom(debut)} à ${dernier}`;
  });
  return dites.length === 1 ? dites[0]! : `${dites.slice(0, -1).join(', ')} et ${dites.at(-1)}`;
}

export interface RoleDate {
  role: string;
  debut: DateCivile | null;
  fin: DateCivile | null;
}

/** True while the role is played on that day. */
export function roleEnCours({ debut, fin }: Pick<RoleDate, 'debut' | 'fin'>, jour: DateCivile): boolean {
  return (debut === null || debut <= jour) && (fin === null || fin >= jour);
}

/** What is wrong with some dated roles, by path (`1.fin`): an end before its start, or twice the same role at once. */
export function fautesRoles(roles: readonly RoleDate[]): Record<string, string> {
  const fautes: Record<string, string> = {};
  for (const [rang, { role, debut, fin }] of roles.entries()) {
    if (debut !== null && fin !== null && fin < debut) {
      fautes[`${rang}.fin`] = 'La fin ne peut pas précéder le début.';
      continue;
    }
    const autre = roles
      .slice(0, rang)
      .find((precedent) => precedent.role === role && seCroisent(precedent, { debut, fin }));
    if (!autre) continue;
    fautes[`${rang}.role`] =
      autre.fin === null
        ? 'Ce rôle est déjà en cours : donnez-lui une fin avant d’en ouvrir un autre.'
        : `Ce rôle est déjà noté jusqu’au ${formaterDate(autre.fin)}.`;
  }
  return fautes;
}

/** Absent dates are open ends. */
function seCroisent(un: Pick<RoleDate, 'debut' | 'fin'>, autre: Pick<RoleDate, 'debut' | 'fin'>): boolean {
  const avant = (fin: DateCivile | null, debut: DateCivile | null) =>
    fin !== null && debut !== null && fin < debut;
  return !avant(un.fin, autre.debut) && !avant(autre.fin, un.debut);
}

const SIREN = 9;

/** A site usually shares the SIREN of its organisation: what is worth a second look, else null. Never a refusal. */
export function remarqueSiretSite(siretSite: string, siretPrincipal: string): string | null {
  if (siretSite.length !== 14 || siretPrincipal.length !== 14) return null;
  if (siretSite === siretPrincipal)
    return 'C’est le SIRET de l’établissement principal : chaque site a normalement le sien.';
  if (siretSite.slice(0, SIREN) !== siretPrincipal.slice(0, SIREN))
    return 'Ce site n’a pas le même SIREN que l’établissement principal : c’est peut-être une autre organisation.';
  return null;
}
