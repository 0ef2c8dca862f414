import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { BilanCalcule } from '../shared/bilans/bilan.ts';
import { type DifferencesBilan, ECARTS_MAX, type emissionsContrat } from '../shared/bilans/emissions.ts';
import { type BilanFige, comparer } from '../shared/bilans/fige.ts';
import type { PlaceOuverte } from '../shared/bilans/mesure.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { ecrireFige, type FaitsGardes, figer, lireFige, type Surveiller } from './bilans-fige.ts';
import { dossierDe, pageBilan } from './bilans-page.ts';
import { readBilan } from './bilans-preparation.ts';
import { readProfil } from './bilans-profils.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { garderPdf, type PdfGarde, SANS_PDF } from './papiers/emission.ts';
import { auteurCourant, enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { bilanEmission } from './schema/index.ts';

type Entree<N extends keyof typeof emissionsContrat> = z.output<(typeof emissionsContrat)[N]['entree']>;
type Sortie<N extends keyof typeof emissionsContrat> = z.output<(typeof emissionsContrat)[N]['sortie']>;
type Emission = typeof bilanEmission.$inferSelect;

const AUTEUR = "SELECT trim(prenom || ' ' || nom) FROM membre WHERE id = ?";

/** Who sent an edition, gone since or not; empty when nobody was named. */
export const nomAuteur = (db: Base, id: string | null): string =>
  (requete(db, AUTEUR).pluck().get(id) as string | undefined) ?? '';

const derniere = ({ orm }: Base, bilanId: string): Emission | undefined =>
  orm
    .select()
    .from(bilanEmission)
    .where(eq(bilanEmission.bilanId, bilanId))
    .orderBy(desc(bilanEmission.edition))
    .get();

/** An edition of a bilan with its frozen copy. Throws `introuvable`. */
export function readEmission(
  { orm }: Base,
  { id, edition }: { id: string; edition: number },
): { emission: Emission; fige: BilanFige; intact: boolean } {
  const emission = orm
    .select()
    .from(bilanEmission)
    .where(eq(bilanEmission.bilanId, id))
    .all()
    .find((celle) => celle.edition === edition);
  if (!emission) throw new ErreurMetier('introuvable', { message: 'Cette version du bilan n’existe pas.' });
  return { emission, ...lireFige(emission.donnees, emission.donneesSha256) };
}

/** The bilan as the records say it now, with its rows and the records that feed it. */
export function figerMaintenant(
  contexte: Contexte,
  id: string,
  surveiller?: Surveiller,
): { fige: BilanFige; gardes: FaitsGardes } {
  const { db } = contexte;
  const structure = enTete(readParametres(db), 'un bilan');
  const bilan = readBilan(contexte, id);
  const { filtres } = readProfil(db, bilan.profil.code).contenu;
  return figer(contexte, bilan, structure, filtres, surveiller);
}

const GARDER = 'INSERT OR IGNORE INTO bilan_fait (genre, fait_id, emission_id) VALUES (?, ?, ?)';
const RENDRE = `
  UPDATE convention_echeance SET rendu_le = @today, updated_at = @instant
  WHERE convention_id = @conventionId AND debut = @debut AND fin = @fin AND rendu_le IS NULL AND archived_at IS NULL`;

/** What an issue keeps, worked out at one moment. */
interface Preparee {
  id: string;
  fige: BilanFige;
  gardes: FaitsGardes;
  edition: number;
}

/** Works out what is to be frozen. Refused before the period begins, and again without `remplace`. */
export function preparerEmission(contexte: Contexte, { id, remplace }: Entree<'bilans.emettre'>): Preparee {
  const avant = derniere(contexte.db, id);
  const prepare = figerMaintenant(contexte, id);
  if (prepare.fige.bilan.periode.debut > contexte.today)
    throw new ErreurMetier('regle', {
      message: 'La période de ce bilan n’a pas encore commencé : il n’y a rien à figer.',
    });
  if (avant && !remplace)
    throw new ErreurMetier('regle', {
      message: `Ce bilan a déjà été émis (version ${avant.edition}) : confirmez qu’une nouvelle version la remplace. L’ancienne reste consultable.`,
    });
  return { id, ...prepare, edition: (avant?.edition ?? 0) + 1 };
}

/** Keeps it for good, guards the records that feed it, and marks the deadline it answers as met. */
export function garderEmission(contexte: Contexte, prepare: Preparee, garde: PdfGarde = SANS_PDF): void {
  const { db, ids, instant, today } = contexte;
  const { id, fige, gardes, edition } = prepare;
  const { bilan } = fige;
  const emissionId = ids.next();
  db.orm
    .insert(bilanEmission)
    .values({
      id: emissionId,
      bilanId: id,
      edition,
      emisLe: instant,
      auteurId: auteurCourant(db),
      titre: bilan.titre,
      ...ecrireFige(fige),
      ...garde,
    })
    .run();
  const ajouter = requete(db, GARDER);
  for (const [table, cles] of gardes) for (const cle of cles) ajouter.run(table, cle, emissionId);
  if (bilan.convention)
    requete(db, RENDRE).run({ conventionId: bilan.convention.id, ...bilan.periode, today, instant });
}

async function emettre(
  contexte: Contexte,
  entree: Entree<'bilans.emettre'>,
): Promise<Sortie<'bilans.emettre'>> {
  const prepare = preparerEmission(contexte, entree);
  const { fige, edition } = prepare;
  const garde = await garderPdf(
    contexte,
    pageBilan(
      dossierDe(fige, {
        etabliLe: contexte.today,
        edition: { edition, auteur: nomAuteur(contexte.db, auteurCourant(contexte.db)) },
      }),
    ),
  );
  garderEmission(contexte, prepare, garde);
  return { edition, sha256: garde.sha256 };
}

function emis({ db }: Contexte, vise: Entree<'bilans.emis'>): Sortie<'bilans.emis'> {
  const { emission, fige, intact } = readEmission(db, vise);
  return {
    edition: emission.edition,
    emisLe: emission.emisLe,
    auteur: nomAuteur(db, emission.auteurId),
    bilan: fige.bilan,
    donneesSha256: emission.donneesSha256,
    sha256: emission.sha256,
    intact,
  };
}

function rangsDe({ indicateurs }: BilanFige, code: string, place: PlaceOuverte): number[] {
  const fige = indicateurs[code];
  if (!fige) throw new ErreurMetier('introuvable', { message: 'Ce chiffre n’est pas dans ce bilan.' });
  if (place === 'exclu') return fige.exclu.map(({ rang }) => rang);
  if (place === 'base') return [...fige.compte, ...fige.base].sort((a, b) => a - b);
  return fige[place];
}

function lignesEmises(
  { db }: Contexte,
  { indicateur, place, depuis, nombre, ...vise }: Entree<'bilans.lignesEmises'>,
): Sortie<'bilans.lignesEmises'> {
  const { fige } = readEmission(db, vise);
  const rangs = rangsDe(fige, indicateur, place);
  const lignes = fige.sources[fige.indicateurs[indicateur]!.source]!.lignes;
  return {
    total: rangs.length,
    lignes: rangs.slice(depuis, depuis + nombre).map((rang) => lignes[rang]!),
  };
}

function parametresChanges(avant: BilanCalcule, apres: BilanCalcule): DifferencesBilan['parametres'] {
  const lire = ({ methode }: BilanCalcule) =>
    new Map([
      ...methode.seuils.map(({ label, valeur }) => [label, valeur] as const),
      ...methode.versions.map(({ nom, version }) => [nom, version] as const),
    ]);
  const maintenant = lire(apres);
  return [...lire(avant)].flatMap(([label, valeur]) => {
    const lue = maintenant.get(label);
    return lue === undefined || lue === valeur ? [] : [{ label, avant: valeur, apres: lue }];
  });
}

function differences(contexte: Contexte, vise: Entree<'bilans.differences'>): Sortie<'bilans.differences'> {
  const { emission, fige } = readEmission(contexte.db, vise);
  const { fige: actuel } = figerMaintenant(contexte, vise.id);
  const textes = new Map(actuel.bilan.sections.map(({ code, texte }) => [code, texte]));
  return {
    edition: emission.edition,
    emisLe: emission.emisLe,
    figures: comparer(fige, actuel).map(({ lignes, ...figure }) => ({
      ...figure,
      total: lignes.length,
      lignes: lignes.slice(0, ECARTS_MAX),
    })),
    parametres: parametresChanges(fige.bilan, actuel.bilan),
    textes: fige.bilan.sections
      .filter(({ code, texte }) => (textes.get(code) ?? '') !== texte)
      .map(({ titre }) => titre),
  };
}

export const emissionsBilansOperations = {
  'bilans.emettre': emettre,
  'bilans.emis': emis,
  'bilans.lignesEmises': lignesEmises,
  'bilans.differences': differences,
};
