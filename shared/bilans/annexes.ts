import type { Cellule, StyleCellule } from '../cellules.ts';
import { sansGarde } from '../garde-formule.ts';
import type { BilanCalcule } from './bilan.ts';
import { trouverIndicateur } from './catalogue.ts';
import type { NomSource } from './faits.ts';
import type { BilanFige, IndicateurFige, LigneFigee } from './fige.ts';

/** What the rows of each source are called, as the title of their annex. */
const NOMS_SOURCES: Record<NomSource, string> = {
  echanges: 'Échanges',
  organisations: 'Organisations',
  relances: 'Relances',
  immersions: 'Immersions',
  embauches: 'Embauches',
  salaries: 'Salariés',
  freins: 'Freins',
  entretiens: 'Entretiens',
  sorties: 'Sorties',
  heures: 'Heures payées',
  annexes: 'Annexes des conventions',
  stagiaires: 'Stagiaires',
  sessions: 'Sessions de formation',
  fse: 'Participations FSE+',
  versements: 'Versements',
};

/** A row of an annex: what it says, and what it is to each figure of the annex. */
export interface LigneAnnexe {
  id: string;
  cellules: Cellule[];
  places: string[];
}

/** The rows behind the figures that come from one source, each row once. */
export interface AnnexeBilan {
  source: NomSource;
  nom: string;
  colonnes: { titre: string; style: StyleCellule }[];
  /** Figures these rows make. */
  indicateurs: { code: string; label: string }[];
  lignes: LigneAnnexe[];
}

/** Said of a row that a figure counts. */
export const COMPTEE = 'oui';

/** What each row is to a figure, by rank. */
function placesDe({ compte, base, inconnu, exclu }: IndicateurFige): Map<number, string> {
  return new Map([
    ...base.map((rang) => [rang, 'non'] as const),
    ...inconnu.map((rang) => [rang, 'inconnu'] as const),
    ...exclu.map(({ rang, raison }) => [rang, `exclu : ${raison}`] as const),
    ...compte.map((rang) => [rang, COMPTEE] as const),
  ]);
}

/** A cell as it was frozen, for a spreadsheet, as what it is. */
function relire(texte: string, style: StyleCellule): Cellule {
  if (texte === '') return null;
  switch (style) {
    case 'nombre':
    case 'heures':
    case 'euros':
      return Number(texte.replace(',', '.'));
    case 'date':
      return texte.split('/').reverse().join('-');
    default:
      return sansGarde(texte);
  }
}

const labelDe = ({ sections }: BilanCalcule, code: string): string =>
  sections.flatMap(({ lignes }) => lignes).find((ligne) => ligne.code === code)?.label ??
  trouverIndicateur(code)?.label ??
  code;

/**
 * The rows behind the figures of a bilan, one table per kind of row: each row once, with what it is to each figure.
 * Without `noms`, a pseudonym stands for what names somebody: the same person has the same one in all the tables.
 */
export function annexesDe({ bilan, sources, indicateurs }: BilanFige, noms: boolean): AnnexeBilan[] {
  return (Object.entries(sources) as [NomSource, NonNullable<(typeof sources)[NomSource]>][]).flatMap(
    ([source, { colonnes, styles, nominatives, lignes }]): AnnexeBilan[] => {
      const siens = Object.entries(indicateurs).filter(([, figure]) => figure.source === source);
      const places = siens.map(([, figure]) => placesDe(figure));
      const utiles = [...lignes.entries()].filter(([rang]) => places.some((lues) => lues.has(rang)));
      if (utiles.length === 0) return [];
      const depuis = noms ? 0 : nominatives;
      const pseudonymes = !noms && utiles.some(([, { personne }]) => personne !== '');
      const cellules = ({ cellules: lues, personne }: LigneFigee): Cellule[] => [
        ...(pseudonymes ? [personne] : []),
        ...lues.slice(depuis).map((texte, rang) => relire(texte, styles[depuis + rang] ?? 'texte')),
      ];
      return [
        {
          source,
          nom: NOMS_SOURCES[source],
          colonnes: [
            ...(pseudonymes ? [{ titre: 'Personne', style: 'texte' as const }] : []),
            ...colonnes
              .slice(depuis)
              .map((titre, rang) => ({ titre, style: styles[depuis + rang] ?? 'texte' })),
          ],
          indicateurs: siens.map(([code]) => ({ code, label: labelDe(bilan, code) })),
          lignes: utiles.map(([rang, ligne]) => ({
            id: ligne.id,
            cellules: cellules(ligne),
            places: places.map((lues) => lues.get(rang) ?? ''),
          })),
        },
      ];
    },
  );
}
