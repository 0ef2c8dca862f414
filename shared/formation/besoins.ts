import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ORIGINES_BESOIN, PRIORITES_BESOIN, STATUTS_BESOIN } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert } from '../nomenclatures/ouvertes.ts';
import { ecriture, lecture } from '../operation.ts';

/** Statuses somebody decides; `planifie` follows from a registration. */
export const STATUTS_DECIDES = ['recueilli', 'retenu', 'satisfait', 'ecarte'] as const;

/** What the list shows: `a_couvrir` are those that nothing answers yet, of people still here. */
export const VUES_BESOINS = ['a_couvrir', 'planifies', 'satisfaits', 'ecartes', 'tous', 'archives'] as const;
export type VueBesoins = (typeof VUES_BESOINS)[number];

export const STATUTS_DE_VUE: Record<VueBesoins, readonly string[] | null> = {
  a_couvrir: ['recueilli', 'retenu'],
  planifies: ['planifie'],
  satisfaits: ['satisfait'],
  ecartes: ['ecarte'],
  tous: null,
  archives: null,
};

export const LIBELLE_MAX = 160;
export const EFFECTIF_MAX = 500;

const theme = codeOuvert.pipe(z.string().min(1, 'Choisissez le thème.'));
const origine = z.enum(codes(ORIGINES_BESOIN), { error: 'Choisissez d’où vient ce besoin.' });
const priorite = z.enum(codes(PRIORITES_BESOIN), { error: 'Choisissez la priorité.' });
const effectif = z
  .number({ error: 'Indiquez combien de personnes.' })
  .int('Un nombre entier de personnes.')
  .min(1, 'Une personne au moins.')
  .max(EFFECTIF_MAX, `${EFFECTIF_MAX} personnes au plus.`)
  .default(1);

/** What is needed, whoever needs it. */
const objet = {
  theme,
  libelle: texte(LIBELLE_MAX).default(''),
  origine,
  /** The employer, when it is its requirement. */
  organisationId: id.nullable().default(null),
  priorite,
  souhaiteLe: dateOptionnelle,
};

export const besoinSaisie = z
  .strictObject({
    /** One need for each of them; none: the need of a support. */
    salarieIds: z.array(id).max(300).default([]),
    support: codeOuvert,
    effectif,
    ...objet,
    campagneId: id.nullable().default(null),
  })
  .superRefine(({ salarieIds, support }, ctx) => {
    if (salarieIds.length > 0 || support !== '') return;
    ctx.addIssue({
      code: 'custom',
      path: ['salarieIds'],
      message: 'Choisissez au moins une personne, ou un support d’activité.',
    });
  });
export type BesoinSaisie = z.input<typeof besoinSaisie>;

export const besoinModification = z.strictObject({
  id,
  /** Read for the need of a support only. */
  support: codeOuvert,
  effectif,
  ...objet,
});

const personne = z.object({ id: z.string(), prenom: z.string(), nom: z.string() });
export const seance = z.object({
  id: z.string(),
  numero: z.string(),
  titre: z.string(),
  debut: z.string(),
  fin: z.string(),
});

export const besoinLigne = z.object({
  id: z.string(),
  /** Null: everybody on a support. */
  salarie: personne
    .extend({ sexe: z.string(), support: z.string(), finContrat: z.string().nullable() })
    .nullable(),
  support: z.string(),
  effectif: z.number(),
  theme: z.string(),
  libelle: z.string(),
  origine: z.enum(codes(ORIGINES_BESOIN)),
  organisation: z.object({ id: z.string(), nom: z.string() }).nullable(),
  priorite: z.enum(codes(PRIORITES_BESOIN)),
  souhaiteLe: z.string().nullable(),
  /** Where it stands, registrations looked at. */
  statut: z.enum(codes(STATUTS_BESOIN)),
  motifEcart: z.string(),
  /** People registered for it, and those who went to the end. */
  inscrits: z.number(),
  formes: z.number(),
  /** The session that answers it, the next one first. */
  session: seance.nullable(),
  campagne: z.object({ id: z.string(), annee: z.number() }).nullable(),
  recueilliLe: z.string(),
  archivedAt: z.string().nullable(),
});
export type BesoinLigne = z.output<typeof besoinLigne>;

export const besoinsFiltres = z.strictObject({
  recherche: texte(200).default(''),
  vue: z.enum(VUES_BESOINS).default('a_couvrir'),
  theme: codeOuvert,
  /** Of the need, or of the person who needs it. */
  support: codeOuvert,
  origine: z.enum(['', ...codes(ORIGINES_BESOIN)]).default(''),
  priorite: z.enum(['', ...codes(PRIORITES_BESOIN)]).default(''),
  salarieId: id.nullable().default(null),
  campagneId: id.nullable().default(null),
  /** Of the year they were collected in. */
  annee: z.number().int().min(2000).max(2100).nullable().default(null),
  tri: z.enum(['priorite', 'personne', 'theme', 'souhaite', 'recueilli']).default('priorite'),
  sens: z.enum(['asc', 'desc']).default('asc'),
});
export type BesoinsFiltres = z.output<typeof besoinsFiltres>;

const besoins = z.object({
  lignes: z.array(besoinLigne),
  /** People concerned by what is shown: each salarié once, and the headcounts of supports. */
  personnes: z.number(),
  /** Needs of each view, the other filters kept. */
  vues: z.record(z.enum(VUES_BESOINS), z.number()),
});

/** A session that could answer needs: it has not begun, or has seats left. */
const seanceOuverte = seance.extend({
  statut: z.string(),
  placesMin: z.number(),
  placesMax: z.number(),
  /** Ours who hold a seat, and partners' seats. */
  prises: z.number(),
});

export const themeBesoins = z.object({
  theme: z.string(),
  /** Needs that nothing answers yet, as people: headcounts of supports count whole. */
  aCouvrir: z.number(),
  prioritaires: z.number(),
  planifies: z.number(),
  satisfaits: z.number(),
  /** Keys of the needs to cover, the most pressing first. */
  besoinIds: z.array(z.string()),
  /** Earliest day one of them is wished for. */
  souhaiteLe: z.string().nullable(),
  /** Who they are, then the supports with their headcounts. */
  qui: z.array(
    z.object({
      besoinId: z.string(),
      salarie: personne.nullable(),
      support: z.string(),
      effectif: z.number(),
    }),
  ),
  /** Trainees a session of this theme needs to open, and the action that says so (null: the usual six). */
  minimum: z.number(),
  minimumDe: z.object({ id: z.string(), titre: z.string() }).nullable(),
  sessions: z.array(seanceOuverte),
  placesLibres: z.number(),
});
export type ThemeBesoins = z.output<typeof themeBesoins>;

const changementStatut = z
  .strictObject({
    id,
    statut: z.enum(STATUTS_DECIDES, { error: 'Choisissez ce que devient ce besoin.' }),
    motif: texte(200).default(''),
  })
  .superRefine(({ statut, motif }, ctx) => {
    if (statut === 'ecarte' && motif === '')
      ctx.addIssue({ code: 'custom', path: ['motif'], message: 'Dites en quelques mots pourquoi.' });
  });

const idsBesoins = z.array(id).min(1).max(300);

const campagneSaisie = {
  ouverteLe: dateCivile,
  /** Last day to answer, as printed on the sheet. */
  echeance: dateOptionnelle,
  note: texte(1000).default(''),
};

export const campagneResume = z.object({
  id: z.string(),
  annee: z.number(),
  ouverteLe: z.string(),
  echeance: z.string().nullable(),
  closeLe: z.string().nullable(),
  note: z.string(),
  /** People under contract while it is open, and those who answered. */
  concernes: z.number(),
  recueillis: z.number(),
  /** Among those who answered: nothing was needed. */
  sansBesoin: z.number(),
  besoins: z.number(),
});
export type CampagneResume = z.output<typeof campagneResume>;

const campagneFiche = campagneResume.extend({
  personnes: z.array(
    z.object({
      salarie: personne.extend({
        support: z.string(),
        finContrat: z.string().nullable(),
        encadrant: z.string(),
      }),
      recueilliLe: z.string().nullable(),
      /** Of this campaign. */
      besoins: z.array(besoinLigne),
      /** Still to be met from before it: to keep, or to let go. */
      connus: z.array(besoinLigne),
    }),
  ),
});
export type CampagneFiche = z.output<typeof campagneFiche>;

export const besoinRecueilli = z.strictObject({ id: id.optional(), ...objet });

const feuilles = z.strictObject({
  campagneId: id,
  /** Whose sheets; empty: those who have not answered. */
  salarieIds: z.array(id).max(500).default([]),
  /** Blank sheets, with no name, after them. */
  vierges: z.number().int().min(0).max(20).default(0),
});

const DE_BESOIN = ['formation', 'salarie', 'organisation'] as const;

export const besoinsContrat = {
  'formation.besoins': lecture(besoinsFiltres, besoins, DE_BESOIN),
  'formation.exportBesoins': lecture(besoinsFiltres.extend({ format: formatTableur }), livraison, DE_BESOIN),
  /** Needs by theme, beside what is planned; themes with the most to cover first. */
  'formation.themes': lecture(
    z.strictObject({ support: codeOuvert, campagneId: id.nullable().default(null) }),
    z.array(themeBesoins),
    DE_BESOIN,
  ),
  /** `dejaConnus`: people who had this very need open already: nothing was added for them. */
  'formation.createBesoin': ecriture(
    besoinSaisie,
    z.object({ ids: z.array(z.string()), dejaConnus: z.array(z.string()) }),
    ['formation'],
  ),
  'formation.updateBesoin': ecriture(besoinModification, z.object({ id: z.string() }), ['formation']),
  /** Answers with what each need was before, in the form of its own input: given back, it undoes. */
  'formation.statutBesoin': ecriture(
    z.strictObject({ changements: z.array(changementStatut).min(1).max(300) }),
    z.object({
      precedents: z.array(z.object({ id: z.string(), statut: z.enum(STATUTS_DECIDES), motif: z.string() })),
    }),
    ['formation'],
  ),
  'formation.archiveBesoin': ecriture(z.strictObject({ ids: idsBesoins }), z.object({}), ['formation']),
  'formation.restoreBesoin': ecriture(z.strictObject({ ids: idsBesoins }), z.object({}), ['formation']),

  'formation.campagnes': lecture(z.strictObject({}), z.array(campagneResume), ['formation', 'salarie']),
  'formation.campagne': lecture(z.strictObject({ id }), campagneFiche, [
    'formation',
    'salarie',
    'organisation',
    'membre',
  ]),
  'formation.openCampagne': ecriture(
    z.strictObject({
      annee: z
        .number({ error: 'Indiquez l’année.' })
        .int()
        .min(2000, 'Indiquez l’année en quatre chiffres.')
        .max(2100, 'Indiquez l’année en quatre chiffres.'),
      ...campagneSaisie,
    }),
    z.object({ id: z.string() }),
    ['formation'],
  ),
  'formation.updateCampagne': ecriture(
    z.strictObject({ id, ...campagneSaisie }),
    z.object({ id: z.string() }),
    ['formation'],
  ),
  /** `closeLe` null opens it again. */
  'formation.closeCampagne': ecriture(z.strictObject({ id, closeLe: dateOptionnelle }), z.object({}), [
    'formation',
  ]),
  /** The whole sheet of a person: needs no longer on it are archived; none at all is an answer too. */
  'formation.recueillir': ecriture(
    z.strictObject({
      campagneId: id,
      salarieId: id,
      recueilliLe: dateCivile,
      besoins: z.array(besoinRecueilli).max(20),
    }),
    z.object({ ids: z.array(z.string()) }),
    ['formation'],
  ),
  /** The person is to be asked again; needs already written stay. */
  'formation.oublierRecueil': ecriture(z.strictObject({ campagneId: id, salarieId: id }), z.object({}), [
    'formation',
  ]),
  'formation.campagnePage': lecture(feuilles, z.object({ adresse: z.string(), nombre: z.number() }), [
    'formation',
    'salarie',
    'structure',
  ]),
  'formation.campagnePdf': lecture(feuilles, livraison, ['formation', 'salarie', 'structure']),
};
