import { ajouterMois, type DateCivile } from '../dates.ts';
import { normaliser } from '../normaliser.ts';
import type { Histoire } from './histoire.ts';
import { sansSuite } from './sans-suite.ts';
import type { LigneHistorique } from './schema.ts';

/** One line of the history of an organisation, whatever it tells. */
export type Maillon = { id: string; date: DateCivile } & (
  | {
      sorte: 'echange';
      echange: LigneHistorique;
      /** The interview kept with it. */
      entretienId: string | null;
    }
  | { sorte: 'immersion'; immersion: Histoire['immersions'][number] }
  | { sorte: 'embauche'; embauche: Histoire['embauches'][number] }
  | { sorte: 'entretien'; entretien: Histoire['entretiens'][number] }
);

/** Which lines: a nature of exchange, exchanges without one, all exchanges, or another sort of line. */
export const SANS_NATURE = 'sans';
export const SORTES = { echange: 'echanges', immersion: 'immersions', embauche: 'embauches' } as const;

/** Same day: what the exchanges led to is read above them. */
const RANGS = { embauche: 0, immersion: 1, entretien: 2, echange: 3 } as const;

/** Exchanges, immersions, hires and interviews in one list, newest first. An interview kept with a visit is told by it. */
export function filDe({ lignes, immersions, embauches, entretiens }: Histoire): Maillon[] {
  const notees = new Set(lignes.map(({ id }) => id));
  const grilles = new Map(entretiens.map(({ id, sollicitationId }) => [sollicitationId, id]));
  const maillons: Maillon[] = [
    ...embauches.map(
      (embauche): Maillon => ({
        sorte: 'embauche',
        id: embauche.id,
        date: embauche.date,
        embauche,
      }),
    ),
    ...immersions.map(
      (immersion): Maillon => ({
        sorte: 'immersion',
        id: immersion.id,
        date: immersion.debut,
        immersion,
      }),
    ),
    ...entretiens
      .filter(({ sollicitationId }) => sollicitationId === null || !notees.has(sollicitationId))
      .map(
        (entretien): Maillon => ({
          sorte: 'entretien',
          id: entretien.id,
          date: entretien.date,
          entretien,
        }),
      ),
    ...lignes.map(
      (echange): Maillon => ({
        sorte: 'echange',
        id: echange.id,
        date: echange.date,
        echange,
        entretienId: grilles.get(echange.id) ?? null,
      }),
    ),
  ];
  // Stable: two exchanges of a day keep the order they came in.
  return maillons.sort((a, b) =>
    a.date === b.date ? RANGS[a.sorte] - RANGS[b.sorte] : a.date < b.date ? 1 : -1,
  );
}

export interface FiltresFil {
  /** A nature, `sans`, `echanges`, `immersions` or `embauches`; empty for everything. */
  quoi: string;
  resultat: string;
  /** `p:` an interlocuteur, `m:` one of the team, `s:` a salarié, then the id. */
  personne: string;
  /** `2025` or `2025-03`. */
  quand: string;
  recherche: string;
  /** Only the requests that led nowhere. */
  sansSuite: boolean;
}

export const SANS_FILTRE: FiltresFil = {
  quoi: '',
  resultat: '',
  personne: '',
  quand: '',
  recherche: '',
  sansSuite: false,
};

function estQuoi(maillon: Maillon, quoi: string): boolean {
  if (quoi === '') return true;
  if (maillon.sorte !== 'echange') return maillon.sorte !== 'entretien' && SORTES[maillon.sorte] === quoi;
  if (quoi === SORTES.echange) return true;
  return maillon.echange.nature === (quoi === SANS_NATURE ? '' : quoi);
}

function personnesDe(maillon: Maillon): string[] {
  switch (maillon.sorte) {
    case 'echange':
      return [
        ...maillon.echange.interlocuteurs.map(({ id }) => `p:${id}`),
        ...maillon.echange.salaries.map(({ id }) => `s:${id}`),
        ...(maillon.echange.auteur ? [`m:${maillon.echange.auteur.id}`] : []),
      ];
    case 'immersion':
      return [`s:${maillon.immersion.salarie.id}`];
    case 'embauche':
      return maillon.embauche.salarie ? [`s:${maillon.embauche.salarie.id}`] : [];
    case 'entretien':
      return [];
  }
}

const complet = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`;

function texteDe(maillon: Maillon): string {
  switch (maillon.sorte) {
    case 'echange': {
      const { objet, texte, interlocuteurs, salaries, organisations, auteur, relance } = maillon.echange;
      return [
        objet,
        texte,
        ...interlocuteurs.map(complet),
        ...salaries.map(complet),
        ...organisations.map(({ nom }) => nom),
        auteur?.nom ?? '',
        relance?.libelle ?? '',
      ].join(' ');
    }
    case 'immersion':
      return `immersion ${complet(maillon.immersion.salarie)} ${maillon.immersion.numero} ${maillon.immersion.motif}`;
    case 'embauche': {
      const { salarie, metier, note } = maillon.embauche;
      return `embauche ${salarie ? complet(salarie) : ''} ${metier} ${note}`;
    }
    case 'entretien':
      return `entretien ${maillon.entretien.lieu}`;
  }
}

/** The lines that satisfy every filter, in their order; `oubliees`: see `demandesSansSuite`. */
export function filtrer(
  fil: readonly Maillon[],
  filtres: FiltresFil,
  oubliees: ReadonlySet<string>,
): Maillon[] {
  const mots = normaliser(filtres.recherche).split(' ').filter(Boolean);
  return fil.filter(
    (maillon) =>
      estQuoi(maillon, filtres.quoi) &&
      maillon.date.startsWith(filtres.quand) &&
      (filtres.resultat === '' ||
        (maillon.sorte === 'echange' && maillon.echange.resultat === filtres.resultat)) &&
      (filtres.personne === '' || personnesDe(maillon).includes(filtres.personne)) &&
      (!filtres.sansSuite || oubliees.has(maillon.id)) &&
      (mots.length === 0 || dansTexte(texteDe(maillon), mots)),
  );
}

function dansTexte(texte: string, mots: readonly string[]): boolean {
  const plie = normaliser(texte);
  return mots.every((mot) => plie.includes(mot));
}

/** First day of the three years that a sheet opens on. */
export function debutTroisAns(today: DateCivile): DateCivile {
  return ajouterMois(today, -36);
}

/** Exchanges of the last three years that are requests left without an answer; `lignes` newest first. */
export function demandesSansSuite(lignes: readonly LigneHistorique[], today: DateCivile): Set<string> {
  const depuis = debutTroisAns(today);
  return sansSuite(
    lignes.filter(({ date }) => date > depuis).map((ligne) => ({ ...ligne, suivie: ligne.relance !== null })),
    today,
  );
}

/** Civil years the strip shows: this one and the two before, and the one astride when something happened in it. */
export function anneesDe(fil: readonly Maillon[], today: DateCivile): number[] {
  const depuis = debutTroisAns(today);
  const premiere = Number(depuis.slice(0, 4));
  const astride = fil.some(({ date }) => date > depuis && date.startsWith(String(premiere)));
  const derniere = Math.max(
    Number(today.slice(0, 4)),
    ...fil.slice(0, 1).map(({ date }) => Number(date.slice(0, 4))),
  );
  const debut = astride ? premiere : Number(today.slice(0, 4)) - 2;
  return Array.from({ length: derniere - debut + 1 }, (_, rang) => debut + rang);
}
