import { formaterNombre } from '../../shared/format.ts';
import type { Taille } from './generateur.ts';
import type { Mesure, Resultat } from './mesure.ts';

/** A measure at each size; a size where it makes no sense has none. */
export interface Ligne {
  mesure: Mesure;
  resultats: (Resultat | undefined)[];
}

export interface LigneJugee extends Ligne {
  croissance: number | null;
  /** `≤ 3× : tenu`, one for each aim. */
  verdicts: string[];
  tenus: boolean;
}

const rapportDe = (resultat: Resultat | undefined) =>
  resultat?.plancherMs ? resultat.ms / resultat.plancherMs : null;

/** Confronts a line with its aims; ratios and durations are judged at the largest size measured. */
export function juger(ligne: Ligne): LigneJugee {
  const faits = ligne.resultats.filter((resultat) => resultat !== undefined);
  const grand = faits.at(-1)!;
  const croissance = faits.length > 1 ? grand.ms / faits[0]!.ms : null;
  const rapport = rapportDe(grand);
  const { buts = {} } = ligne.mesure;
  const epreuves: [string, number | null, number | undefined][] = [
    [`≤ ${buts.rapport} × le plancher`, rapport, buts.rapport],
    [`< ${buts.ms} ms`, grand.ms, buts.ms],
    [`croissance ≤ ${buts.croissance} ×`, croissance, buts.croissance],
  ];
  const jugees = epreuves.flatMap(([texte, mesuree, limite]) =>
    limite === undefined || mesuree === null ? [] : [{ texte, tenu: mesuree <= limite }],
  );
  return {
    ...ligne,
    croissance,
    verdicts: jugees.map(({ texte, tenu }) => `${texte} : ${tenu ? 'tenu' : 'MANQUÉ'}`),
    tenus: jugees.every(({ tenu }) => tenu),
  };
}

const nombre = (valeur: number) => valeur.toFixed(valeur < 10 ? 2 : valeur < 100 ? 1 : 0).replace('.', ',');

function cellules(resultat: Resultat | undefined): string[] {
  const rapport = rapportDe(resultat);
  return [
    resultat ? nombre(resultat.ms) : '',
    resultat?.plancherMs ? nombre(resultat.plancherMs) : '',
    rapport === null ? '' : `${nombre(rapport)} ×`,
  ];
}

/** Markdown table: medians in milliseconds and their ratio to the floor, at each size. */
export function tableau(lignes: readonly LigneJugee[], tailles: readonly Taille[]): string {
  const tetes = [
    'Médianes, en ms',
    ...tailles.flatMap(({ organisations, sollicitations }) => [
      `${formaterNombre(organisations)} / ${formaterNombre(sollicitations)}`,
      'plancher',
      'rapport',
    ]),
    'croissance',
    'but',
    'plancher mesuré',
  ];
  const rangees = lignes.map(({ mesure, resultats, croissance, verdicts }) => [
    mesure.nom,
    ...tailles.flatMap((_, rang) => cellules(resultats[rang])),
    croissance === null ? '' : `${nombre(croissance)} ×`,
    verdicts.join(' ; '),
    mesure.contre,
  ]);
  return [
    tetes,
    tetes.map((_, rang) => (rang === 0 || rang >= tetes.length - 2 ? '---' : '---:')),
    ...rangees,
  ]
    .map((rangee) => `| ${rangee.join(' | ')} |`)
    .join('\n');
}
