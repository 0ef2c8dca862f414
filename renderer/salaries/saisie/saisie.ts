import type { UseFormReturnType } from '@mantine/form';
import { formaterPass, formaterTelephone } from '../../../shared/format.ts';
import { DETAILS_VIDES, type SalarieFiche, type SalarieSaisie } from '../../../shared/salaries/schema.ts';

/** A record as its form holds it: every answer is there, dates and choices not made yet are empty texts. */
export type Saisie = { [C in keyof SalarieSaisie]-?: Exclude<SalarieSaisie[C], undefined> };
export type ContratSaisi = Saisie['contrats'][number];
export type PassSaisi = Saisie['passIae'][number];

export type Form = UseFormReturnType<Saisie & Record<string, unknown>>;

/** Weekly hours of the CDDI most people sign. */
const HEURES_CDDI = 26 * 60;

export const CONTRAT_VIDE: ContratSaisi = {
  nature: 'cddi',
  debut: '',
  fin: null,
  minutesHebdo: HEURES_CDDI,
  renouvelleId: null,
  suspensions: [],
};

export const SAISIE_VIDE: Saisie = {
  ...DETAILS_VIDES,
  prenom: '',
  nom: '',
  sexe: '' as Saisie['sexe'],
  naissance: '',
  telephone: '',
  contrats: [CONTRAT_VIDE],
};

/** A saved record, as it is typed: numbers are spaced. */
export function aModifier({ archivedAt: _, ...fiche }: SalarieFiche): Saisie & { id: string } {
  return {
    ...fiche,
    telephone: formaterTelephone(fiche.telephone),
    passIae: fiche.passIae.map((pass) => ({ ...pass, numero: formaterPass(pass.numero) })),
  };
}

/** Where the form is cut, in the order of the conversation. */
export const SECTIONS = [
  {
    cle: 'identite',
    titre: 'Identité',
    champs: ['prenom', 'nom', 'sexe', 'naissance', 'telephone', 'courriel', 'adresse', 'codePostal', 'ville'],
  },
  { cle: 'contrats', titre: 'Contrats', champs: ['contrats'] },
  { cle: 'pass', titre: 'PASS IAE', champs: ['passIae'] },
  {
    cle: 'orientation',
    titre: 'Orientation et éligibilité',
    champs: ['prescripteurId', 'prescripteurConseiller', 'orienteurId', 'orienteLe', 'criteres'],
  },
  {
    cle: 'projet',
    titre: 'Projet professionnel',
    champs: [
      'niveauFormation',
      'projetEtat',
      'projetLe',
      'projet',
      'metiersVises',
      'preparation',
      'preparationLe',
    ],
  },
  {
    cle: 'mobilite',
    titre: 'Mobilité et disponibilité',
    champs: ['permis', 'vehicule', 'zones', 'horairesPossibles', 'mobiliteNote'],
  },
  { cle: 'freins', titre: 'Freins à l’emploi', champs: ['freins'] },
  { cle: 'equipe', titre: 'Dans l’équipe', champs: ['referentId', 'encadrantId', 'support'] },
] as const satisfies readonly { cle: string; titre: string; champs: readonly (keyof Saisie)[] }[];

export type Section = (typeof SECTIONS)[number]['cle'];

/** Name of a field on the screen: where the keyboard goes when it is refused. */
export const cheminDe = (form: Form, champ: string): string | undefined =>
  (form.getInputProps(champ) as { 'data-path'?: string })['data-path'];
