import { z } from 'zod';
import { contrat, type NomOperation } from '../../shared/contrat.ts';
import { idDeRang } from '../appui.ts';

/** Inputs made from the contract itself, so that an operation added tomorrow is tried on the day it is added. */

type Schema = z.core.JSONSchema.JSONSchema;
type Chemin = readonly (string | number)[];

/** What a French form would hold, by the name of the field: the contract's own types cannot say it. */
const PAR_NOM: Record<string, string> = {
  siret: '424 143 089 00037',
  codePostal: '63200',
  telephone: '04 73 11 22 33',
  autreTelephone: '06 12 34 56 78',
  courriel: 'accueil@exemple.fr',
  autreCourriel: 'direction@exemple.fr',
  site: 'exemple.fr',
  naissance: '1990-05-17',
  date: '2026-03-20',
  debut: '2026-04-01',
  fin: '2026-04-15',
  echeance: '2026-04-02',
  dernierJour: '2026-04-10',
  entretienDate: '2026-03-20',
  depuis: '2026-01-01',
  mois: '2026-03',
  du: '2026-01-01',
  au: '2026-03-31',
  logo: '',
  // Of the lists that a structure may extend; in agreement with the last nature and the last result.
  canal: 'visite',
  sousNature: 'clause',
  cause: 'permis',
  naf: '81.30Z',
  // Of the lists about organisations.
  categorie: 'entreprise',
  secteur: 'espaces_verts',
  role: 'employeur',
  conditions: 'vestiaires',
  recrutements: 'annonces',
  recruteur: 'dirigeant',
  motivations: 'recruter',
  origine: 'prospection',
  motif: 'demande',
  qualite: 'dirigeant',
  le: '2026-03-20',
  instant: '2026-03-20T10:30',
  informeLe: '2026-03-20T10:30',
  faitLe: '2026-03-20',
  signeSalarieLe: '2026-03-20',
  signeStructureLe: '2026-03-20',
  prochain: '2026-04-10',
  presenteLe: '2026-03-20',
  cle: 'debut',
  numero: '999992612345',
  support: 'espaces_verts',
  constateLe: '2026-03-20',
  fixeLe: '2026-03-20',
  orienteLe: '2026-03-20',
  projetLe: '2026-03-20',
  preparationLe: '2026-03-20',
  code: 'A1203',
  // Of training needs, and of what became of trainees.
  theme: 'numerique',
  souhaiteLe: '2026-09-01',
  ouverteLe: '2026-03-02',
  closeLe: '2026-03-20',
  recueilliLe: '2026-03-20',
  certificationCode: 'RS5616',
  // Of conventions with funders.
  indicateur: 'immersions.total',
  jour: '03-31',
  renduLe: '2026-03-20',
  profil: 'ddets',
};

/** The same for numbers; elsewhere, the smallest allowed. Times are minutes since midnight. */
const NOMBRES: Record<string, number> = {
  debut: 540,
  fin: 960,
  minutesHebdo: 1560,
  annee: 2026,
  exercice: 2026,
  vers: 2026,
  valeur: 12,
};

/** Has the form of an identifier, and is nobody's. */
const INCONNU = idDeRang(0);
const IDENTIFIANT = /^\^\[0-9a-f\]/;

/** Has the form of a code of an open list; `cessation` is one of the last of them. */
const CODE_OUVERT = /^\^\[a-z0-9_/;

/** Has the form of the code of a motif of exit. */
const CODE_MOTIF = /^\^\(\[1-9\]/;

/** What a field called `id` (or `ids`) names, for the operations that are not about the main record of their domain. */
const SUJETS: readonly (readonly [RegExp, string])[] = [
  [/^conventions\.(openAttachment|\w+Partie)$/, 'conventionPieceId'],
  [/^conventions\.saveAnnexe$/, 'conventionAnnexeId'],
  [/^conventions\.saveVersement$/, 'conventionVersementId'],
  [/^conventions\.(saveEcheance|rendreEcheance)$/, 'conventionEcheanceId'],
  [/relance|eventHappened/i, 'relance'],
  [/Attachment/, 'piece'],
  [/Temoignage$/, 'temoignageId'],
  [/^salaries\.\w*Entretien$/, 'entretienSalarieId'],
  [/^salaries\.\w*Objectif$/, 'objectifId'],
  [/^salaries\.\w*Absence$/, 'absenceId'],
  [/^formation\.\w*Cout$/, 'coutId'],
  [/^formation\.\w*Mouvement$/, 'mouvementId'],
  [/^formation\.(deplaceEcheance|archiveFinancement|restoreFinancement)$/, 'financementId'],
  [/^formation\.(\w*inscrire|avancer|revenir|saveResultat|savePositionnement)$/, 'inscriptionId'],
  [/^formation\.\w*session/i, 'sessionId'],
  [/^formation\.\w*action/i, 'actionId'],
  [/fonction/i, 'fonctionId'],
  [/personne|interlocuteur|oppos/i, 'interlocuteurId'],
  [/campagne|recueil/i, 'campagneId'],
  [/besoin/i, 'besoinId'],
  [/^formation\.(papiers|differences|page|issue|pdf|lot)/, 'sessionId'],
];

/**
 * A plausible input of an operation. `ids` names existing records: by field (`organisationId`), and by domain for
 * a field called `id` (`relance` for the operations about one).
 */
export function exemple(nom: NomOperation, ids: Readonly<Record<string, string>>): unknown {
  const sujet = SUJETS.find(([motif]) => motif.test(nom))?.[1] ?? nom.split('.')[0]!;
  const construire = (schema: Schema, champ: string, profondeur: number): unknown => {
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum.findLast((valeur) => valeur !== '');
    const sortes = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
    if (sortes) {
      const valeur = construire(choisir(sortes), champ, profondeur);
      return valeur === INCONNU && sortes.some(({ type }) => type === 'null') ? null : valeur;
    }
    if (schema.type === 'object') {
      const proprietes = Object.entries(schema.properties ?? {}) as [string, Schema][];
      // Inside a record, a part without `id` is a new one, where that can be.
      const exigees = (schema.required ?? []) as string[];
      const retenues = proprietes.filter(
        ([cle]) => cle !== 'id' || profondeur === 0 || exigees.includes(cle),
      );
      return Object.fromEntries(retenues.map(([cle, sous]) => [cle, construire(sous, cle, profondeur + 1)]));
    }
    if (schema.type === 'array') {
      const longueur = schema.minItems ?? 1;
      return Array.from({ length: longueur }, () =>
        construire(schema.items as Schema, champ, profondeur + 1),
      );
    }
    if (schema.type === 'integer' || schema.type === 'number') return NOMBRES[champ] ?? schema.minimum ?? 1;
    if (schema.type === 'boolean') return false;
    if (schema.type === 'null') return null;
    if (schema.contentEncoding === 'base64') return btoa('Nom;Ville\nFaure;Riom\n');
    const connu = ids[champ === 'id' || champ === 'ids' ? sujet : champ];
    if (connu !== undefined) return connu;
    const motif = schema.pattern ?? '';
    if (IDENTIFIANT.test(motif)) return INCONNU;
    if (CODE_MOTIF.test(motif)) return '3';
    const plausible = PAR_NOM[champ] ?? 'Texte';
    return CODE_OUVERT.test(motif) && !/^[a-z0-9_]*$/.test(plausible) ? 'cessation' : plausible;
  };
  return construire(schemaDe(nom), '', 0);
}

function schemaDe(nom: NomOperation): Schema {
  return z.toJSONSchema(contrat[nom].entree, { io: 'input', unrepresentable: 'any' });
}

/** Of several kinds, the fullest: an object before a text, a text before the empty one or nothing. */
function choisir(schemas: Schema[]): Schema {
  const rang = ({ type, const: constante }: Schema) =>
    constante !== undefined || type === 'null' ? 2 : type === 'object' ? 0 : 1;
  return schemas.toSorted((a, b) => rang(a) - rang(b))[0]!;
}

/** Values no field expects, or that a careless one would let through, by the kind of what they replace. */
const PARTOUT: unknown[] = [null, true, {}, [], { toString: 1 }];
const HOSTILES: Partial<Record<string, unknown[]>> = {
  string: [
    1e308,
    '',
    ' ',
    '2026-02-30',
    '\0\ud800\u202e',
    "'); DROP TABLE organisation; -- <img src=x onerror=alert(1)> ../../etc/passwd",
    'x'.repeat(20_000),
  ],
  number: [-1, 0.5, 1e308, 2 ** 53, '0'],
};

/** Texts of JSON made from a plausible input: each field missing, or replaced by each hostile value. */
export function variantes(entree: unknown): string[] {
  const textes: string[] = [];
  parcourir(entree, [], (chemin, valeur) => {
    if (chemin.length === 0) return;
    for (const hostile of [undefined, ...PARTOUT, ...(HOSTILES[typeof valeur] ?? [])])
      textes.push(JSON.stringify(remplacer(entree, chemin, hostile)));
  });
  return textes;
}

/** Texts of JSON with one key too many, at every depth. */
export function avecCleEnTrop(entree: unknown): string[] {
  const textes: string[] = [];
  parcourir(entree, [], (chemin, valeur) => {
    if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) return;
    for (const cle of ['enPlus', 'constructor', 'toString'])
      textes.push(JSON.stringify(remplacer(entree, chemin, { ...valeur, [cle]: 1 })));
  });
  return textes;
}

function parcourir(
  valeur: unknown,
  chemin: Chemin,
  visiter: (chemin: Chemin, valeur: unknown) => void,
): void {
  visiter(chemin, valeur);
  if (typeof valeur !== 'object' || valeur === null) return;
  // The parts of a list are alike: the first stands for them all.
  const parts = Array.isArray(valeur) ? Object.entries(valeur).slice(0, 1) : Object.entries(valeur);
  for (const [cle, sous] of parts) parcourir(sous, [...chemin, cle], visiter);
}

/** A copy with one place replaced; `undefined` takes the place away. */
function remplacer(valeur: unknown, [cle, ...reste]: Chemin, par: unknown): unknown {
  if (cle === undefined) return par;
  if (Array.isArray(valeur))
    return valeur.map((sous, rang) => (`${rang}` === `${cle}` ? remplacer(sous, reste, par) : sous));
  const objet = valeur as Record<string, unknown>;
  return { ...objet, [cle]: remplacer(objet[cle], reste, par) };
}
