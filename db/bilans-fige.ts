import { gunzipSync, gzipSync } from 'node:zlib';
import type { BilanCalcule } from '../shared/bilans/bilan.ts';
import { indicateurDe, trouverIndicateur } from '../shared/bilans/catalogue.ts';
import type { Fait, NomSource } from '../shared/bilans/faits.ts';
import type { BilanFige, IndicateurFige, SourceFigee } from '../shared/bilans/fige.ts';
import type { Indicateur, IndicateurCompte } from '../shared/bilans/indicateur.ts';
import { type Filtre, passe } from '../shared/bilans/mesure.ts';
import type { Structure } from '../shared/parametres/schema.ts';
import { pseudonymes } from './bilans-chiffres.ts';
import { sourceDe } from './bilans-sources/registre.ts';
import type { Lecteur, Source } from './bilans-sources/source.ts';
import { bornesDe } from './bilans-terrain.ts';
import { sha256De } from './pieces.ts';

/** Indicators that count rows, behind those of a bilan: a quotient stands on two of them. */
function comptes(bilan: BilanCalcule): IndicateurCompte[] {
  const deplier = (indicateur: Indicateur): IndicateurCompte[] =>
    indicateur.genre === 'rapport'
      ? [indicateur.numerateur, indicateur.denominateur].flatMap((code) => deplier(indicateurDe(code)))
      : [indicateur];
  const tous = bilan.sections
    .flatMap(({ lignes }) => lignes)
    .flatMap(({ code }) => trouverIndicateur(code) ?? [])
    .flatMap(deplier);
  return [...new Map(tous.map((indicateur) => [indicateur.code, indicateur])).values()];
}

function figerIndicateur(indicateur: IndicateurCompte, faits: readonly Fait[]): IndicateurFige {
  const fige: IndicateurFige = { source: indicateur.source, compte: [], base: [], inconnu: [], exclu: [] };
  for (const [rang, fait] of faits.entries()) {
    const place = indicateur.place(fait as never);
    if (place === null || (place === 'base' && indicateur.genre === 'nombre')) continue;
    if (typeof place === 'object') fige.exclu.push({ rang, raison: place.exclu });
    else fige[place].push(rang);
  }
  return fige;
}

/** Records that feed a bilan, by table. */
export type FaitsGardes = Map<string, Set<string>>;

/** Rows told between two looks at the stop button. */
const PAS = 4000;

/** Called before each block of rows: tells how far it is, and throws when asked to stop. */
export type Surveiller = (faites: number, total: number) => void;

interface Lue {
  nom: NomSource;
  source: Source<NomSource, unknown>;
  indicateurs: readonly IndicateurCompte[];
  faits: readonly Fait[];
}

/** A bilan with every row behind every figure, and the records that feed it. */
export function figer(
  lecteur: Lecteur,
  bilan: BilanCalcule,
  structure: Structure,
  filtres: readonly Filtre[],
  surveiller: Surveiller = () => undefined,
): { fige: BilanFige; gardes: FaitsGardes } {
  const periode = bornesDe(bilan.periode, lecteur.today);
  const fige: BilanFige = { version: 1, bilan, structure, sources: {}, indicateurs: {} };
  const gardes: FaitsGardes = new Map();
  const lues = [...Map.groupBy(comptes(bilan), ({ source }) => source)].map(([nom, indicateurs]): Lue => {
    const source = sourceDe(nom) as unknown as Source<NomSource, unknown>;
    const tous: Fait[] = (source.readEach ?? source.read)(lecteur, periode);
    return { nom, source, indicateurs, faits: tous.filter((fait) => passe(fait, filtres)) };
  });
  const pseudonyme = pseudonymes(lues.flatMap(({ faits }) => faits));
  const total = lues.reduce((somme, { faits }) => somme + faits.length, 0);
  let faites = 0;
  for (const { nom, source, indicateurs, faits } of lues) {
    const siens = indicateurs.map(
      (indicateur) => [indicateur.code, figerIndicateur(indicateur, faits)] as const,
    );
    const utiles = new Set(
      siens.flatMap(([, { compte, base, inconnu, exclu }]) => [
        ...compte,
        ...base,
        ...inconnu,
        ...exclu.map(({ rang }) => rang),
      ]),
    );
    const colonnes = [...source.nominatives, ...source.colonnes];
    const lignes: SourceFigee['lignes'] = [];
    for (let depuis = 0; depuis < faits.length; depuis += PAS) {
      surveiller(faites + depuis, total);
      const bloc = faits.slice(depuis, depuis + PAS);
      for (const [rang, dite] of source.tell(lecteur, bloc as never, periode).entries())
        lignes.push({
          ...source.versLigne(dite),
          id: bloc[rang]!.id,
          personne: pseudonyme(bloc[rang]!),
          cellules: colonnes.map((colonne) => colonne.ecrire(dite)),
        });
    }
    faites += faits.length;
    fige.sources[nom] = {
      colonnes: colonnes.map(({ titre }) => titre),
      styles: colonnes.map(({ style }) => style),
      nominatives: source.nominatives.length,
      lignes,
    };
    Object.assign(fige.indicateurs, Object.fromEntries(siens));
    const connus = gardes.get(source.table) ?? new Set();
    for (const rang of utiles) {
      const fait = faits[rang]!;
      connus.add(source.porteur?.(fait as never) ?? fait.id);
    }
    gardes.set(source.table, connus);
  }
  surveiller(total, total);
  return { fige, gardes };
}

/** The frozen copy as it is kept, and its fingerprint. */
export function ecrireFige(fige: BilanFige): { donnees: Buffer; donneesSha256: string } {
  const json = Buffer.from(JSON.stringify(fige));
  return { donnees: gzipSync(json), donneesSha256: sha256De(json) };
}

/** Reads it back; `intact` is false when it is not what was kept. */
export function lireFige(donnees: Uint8Array, donneesSha256: string): { fige: BilanFige; intact: boolean } {
  const json = gunzipSync(donnees);
  return { fige: JSON.parse(json.toString()) as BilanFige, intact: sha256De(json) === donneesSha256 };
}
