import { AXES } from '../shared/bilans/axes.ts';
import type { BilanCalcule, SectionBilan } from '../shared/bilans/bilan.ts';
import { calculerLigne, sourcesDe } from '../shared/bilans/calcul.ts';
import { trouverIndicateur } from '../shared/bilans/catalogue.ts';
import type { Indicateur } from '../shared/bilans/indicateur.ts';
import type { ProfilContenu } from '../shared/bilans/profil.ts';
import type { ProfilLu } from '../shared/bilans/profils.ts';
import { nomPeriode } from '../shared/bilans/regles.ts';
import type { Periode } from '../shared/bilans/schema.ts';
import { GENRES_CONVENTION_COURTS } from '../shared/nomenclatures/bilans.ts';
import { VERSION_MOTIFS } from '../shared/nomenclatures/sorties.ts';
import { type CodeSeuil, direSeuil, propreAu, seuilLivre, seuilsAu } from '../shared/parametres/seuils.ts';
import { nommeur } from './bilans-noms.ts';
import type { Lecteur } from './bilans-sources/source.ts';
import { readTemoignages } from './bilans-temoignages.ts';
import { terrainDe } from './bilans-terrain.ts';
import { readConvention } from './conventions-lecture.ts';
import type { Base } from './open.ts';
import { readParametres } from './parametres.ts';
import { readSeuils } from './seuils.ts';

/** What the structure has written in a bilan. */
export interface Ecrit {
  titre: string;
  textes: Readonly<Record<string, string>>;
  temoignages: readonly string[];
}

/** Texts of the bilan before this one, offered again until they are touched. */
export interface Reprise {
  titre: string;
  textes: Readonly<Record<string, string>>;
}

type ConventionDite = NonNullable<BilanCalcule['convention']>;

/** Heading made from the convention or the profile, and the period. */
export function titreParDefaut(
  profil: ProfilLu,
  periode: Periode,
  convention: ConventionDite | null,
): string {
  const quand = nomPeriode(periode);
  if (convention === null) return `${profil.nom}, ${quand}`;
  const numero = convention.numero === '' ? '' : ` n° ${convention.numero}`;
  return `Bilan ${quand}, convention ${GENRES_CONVENTION_COURTS[convention.genre] ?? convention.intitule}${numero}`;
}

/** A convention as a bilan quotes it; `periode` finds the deadline that this bilan answers. */
export function direConvention(db: Base, id: string, { debut, fin }: Periode): ConventionDite {
  const { intitule, numero, genre, organisation, echeances, ...convention } = readConvention(db, id);
  const sienne =
    echeances.find((echeance) => echeance.debut === debut && echeance.fin === fin) ??
    echeances.find((echeance) => echeance.debut === null && echeance.renduLe === null && echeance.date > fin);
  return {
    id,
    intitule,
    numero,
    genre,
    financeur: organisation?.nom ?? '',
    debut: convention.debut,
    fin: convention.fin,
    aRendreLe: sienne?.date ?? null,
  };
}

/** Thresholds that exits, hours and ETP rest on: of the kind of structure alone where there is one per kind. */
function seuilsCites(indicateurs: readonly Indicateur[], genre: string): CodeSeuil[] {
  const sources = new Set(indicateurs.flatMap(sourcesDe));
  const sorties: CodeSeuil[] = ['ACI', 'EI'].includes(genre)
    ? ['sortieMois', 'sortieHeuresAnnee']
    : ['AI', 'ETTI'].includes(genre)
      ? ['sortieHeures']
      : ['sortieHeuresAnnee'];
  return [
    ...(sources.has('sorties') ? sorties : []),
    ...new Set(indicateurs.flatMap(({ objectif }) => objectif ?? [])),
    ...(sources.has('heures') || sources.has('annexes') ? [`etpHeures${genre}` as CodeSeuil] : []),
  ];
}

function methode(
  db: Base,
  indicateurs: readonly Indicateur[],
  contenu: ProfilContenu,
  periode: Periode,
): BilanCalcule['methode'] {
  const propres = readSeuils(db);
  const valeurs = seuilsAu(periode.fin, propres);
  const genre = readParametres(db).structure?.genre ?? 'ACI';
  const axes = new Set(
    contenu.sections.flatMap((section) => section.indicateurs.flatMap(({ axes: lus }) => lus)),
  );
  const versions = [...axes].flatMap((code) => {
    const axe = AXES[code];
    return 'liste' in axe ? [{ nom: `Liste « ${axe.par} »`, version: axe.liste.version }] : [];
  });
  const sorties = indicateurs.some((indicateur) => sourcesDe(indicateur).includes('sorties'));
  return {
    definitions: indicateurs.map(({ code, label, formule, base, reference, reserve }) => ({
      code,
      label,
      formule,
      base,
      reference,
      reserve,
    })),
    seuils: seuilsCites(indicateurs, genre).map((code) => {
      const { label, reference } = seuilLivre(code);
      const propre = propreAu(code, periode.fin, propres);
      return {
        label,
        valeur: direSeuil(code, valeurs[code]),
        reference: propre?.reference || reference,
        propre: propre !== null,
      };
    }),
    versions: sorties ? [{ nom: 'Motifs de sortie', version: VERSION_MOTIFS }, ...versions] : versions,
  };
}

/**
 * A whole bilan as the records say it now. Indicators that this version no longer knows are left out. The `reprise` texts
 * stand where the structure has written nothing yet.
 */
export function composer(
  lecteur: Lecteur,
  demande: {
    profil: ProfilLu;
    periode: Periode;
    conventionId: string | null;
    ecrit: Ecrit;
    reprise: Reprise | null;
  },
): BilanCalcule {
  const { profil, periode, conventionId, ecrit, reprise } = demande;
  const { db } = lecteur;
  const { contenu } = profil;
  const { terrain, arreteAu, precedente } = terrainDe(lecteur, periode, {
    filtres: contenu.filtres,
    conventionId,
    comparer: contenu.comparer,
  });
  const convention = conventionId === null ? null : direConvention(db, conventionId, periode);
  const sections = contenu.sections.map(({ code, titre, consigne, indicateurs }): SectionBilan => {
    const ecrite = ecrit.textes[code];
    const reprise_ = ecrite === undefined ? reprise?.textes[code] : undefined;
    return {
      code,
      titre,
      consigne,
      texte: ecrite ?? reprise_ ?? '',
      repriseDe: reprise_ ? (reprise?.titre ?? null) : null,
      lignes: indicateurs.flatMap(({ code: indicateur, axes }) => {
        const connu = trouverIndicateur(indicateur);
        return connu ? [calculerLigne(connu, axes, terrain)] : [];
      }),
    };
  });
  const connus = new Set(sections.flatMap(({ lignes }) => lignes.map(({ code }) => code)));
  const indicateurs = [...connus].flatMap((code) => trouverIndicateur(code) ?? []);
  const nommer = nommeur(db);
  return {
    titre: ecrit.titre || titreParDefaut(profil, periode, convention),
    profil: { code: profil.code, nom: profil.nom },
    periode,
    arreteAu,
    precedente,
    convention,
    filtres: contenu.filtres.map(({ axe, codes }) => ({
      axe,
      codes,
      par: AXES[axe].par,
      valeurs: codes.map((code) => nommer(axe, code)),
    })),
    resume: contenu.resume.filter((code) => connus.has(code)),
    sections,
    temoignages: readTemoignages(db, ecrit.temoignages).map(({ id, date, signature, texte }) => ({
      id,
      date,
      signature,
      texte,
    })),
    methode: methode(db, indicateurs, contenu, periode),
    annexe: contenu.annexe,
  };
}
