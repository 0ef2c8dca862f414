import {
  accorder,
  formaterDate,
  formaterSiret,
  formaterTelephone,
  MOIS,
  nomCourt,
} from '../shared/format.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import type { ListeOuverte } from '../shared/nomenclatures/ouvertes.ts';
import { IMPLICATIONS, STADES, TAILLES } from '../shared/nomenclatures/reseau.ts';
import { NATURES } from '../shared/nomenclatures/sollicitations.ts';
import { GENRES_ORGANISATION } from '../shared/nomenclatures/structures.ts';
import { CHAMPS_FUSION, type ChoixChamp, type GenreFusion } from '../shared/reseau/fusion/schema.ts';
import { COLONNES } from './fusion-liens.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

export type Rangee = Record<string, string | number | null>;

const texte = (rangee: Rangee, colonne: string) => String(rangee[colonne] ?? '');
const joindre = (morceaux: readonly string[], par = ' · ') => morceaux.filter(Boolean).join(par);
const liste = (rangee: Rangee, colonne: string) =>
  JSON.parse(texte(rangee, colonne) || '[]') as (string | number)[];

/** What a field of a record says, in words; empty when it says nothing. */
function dire(db: Base, champ: string, rangee: Rangee): string {
  const t = (colonne: string) => texte(rangee, colonne);
  const ouverte = (nom: ListeOuverte, code: string) => (code === '' ? '' : libelles(db, nom)(code));
  const codes = (nom: ListeOuverte, colonne: string, note = '') =>
    joindre([
      liste(rangee, colonne)
        .map((code) => ouverte(nom, String(code)))
        .join(', '),
      note,
    ]);
  switch (champ) {
    case 'genre':
      return joindre([t('genre') === '' ? '' : label(GENRES_ORGANISATION, t('genre')), t('genre_siae')]);
    case 'categorie':
      return ouverte('categories', t('categorie'));
    case 'siret':
      return formaterSiret(t('siret'));
    case 'adresse':
      return joindre([t('adresse'), joindre([t('code_postal'), t('ville')], ' ')], ', ');
    case 'telephone':
      return formaterTelephone(t('telephone'));
    case 'autreTelephone':
      return formaterTelephone(t('autre_telephone'));
    case 'secteur':
      return ouverte('secteurs', t('secteur'));
    case 'effectif':
      return joindre([
        rangee.effectif === null ? '' : accorder(Number(rangee.effectif), 'salarié'),
        t('taille') === '' ? '' : label(TAILLES, t('taille')),
      ]);
    case 'stade':
      return label(STADES, t('stade'));
    case 'implication':
      return Object.entries(JSON.parse(t('implication') || '{}') as Record<string, string>)
        .filter(([, niveau]) => niveau !== '')
        .map(([nature, niveau]) => `${label(NATURES, nature)} : ${label(IMPLICATIONS, niveau)}`)
        .join(', ');
    case 'referent': {
      const membre = requete(db, 'SELECT prenom, nom FROM membre WHERE id = ?').get(rangee.referent_id) as
        | { prenom: string; nom: string }
        | undefined;
      return membre ? nomCourt(membre.prenom, membre.nom) : '';
    }
    case 'silence':
      return rangee.ne_plus_contacter_le === null
        ? ''
        : joindre([
            `depuis le ${formaterDate(t('ne_plus_contacter_le'))}`,
            ouverte('motifs_silence', t('ne_plus_contacter_motif')),
            t('ne_plus_contacter_note'),
          ]);
    case 'saison':
      return joindre([
        liste(rangee, 'saison')
          .map((mois) => MOIS[Number(mois) - 1])
          .join(', '),
        t('saison_note'),
      ]);
    case 'conditions':
      return codes('conditions', 'conditions', t('conditions_note'));
    case 'recrutements':
      return codes('recrutements', 'recrutements');
    case 'recruteur':
      return ouverte('recruteurs', t('recruteur'));
    case 'motivations':
      return codes('motivations', 'motivations');
    case 'origine':
      return joindre([ouverte('origines', t('origine')), t('origine_precision')]);
    default:
      return t(COLONNES.organisation[champ]?.[0] ?? champ);
  }
}

/** The sensible choice: what is said over what is not, a silence over none, a real stage over the first one. */
function proposer(champ: string, garde: Rangee, textes: { garde: string; absorbe: string }): ChoixChamp {
  if (textes.garde === textes.absorbe || textes.absorbe === '') return 'garde';
  if (textes.garde === '') return 'absorbe';
  if (champ === 'stade') return garde.stade === 'a_prospecter' ? 'absorbe' : 'garde';
  return champ === 'note' ? 'joint' : 'garde';
}

/** The fields of two records side by side, with what each says and the choice to propose. */
export function comparerChamps(db: Base, genre: GenreFusion, garde: Rangee, absorbe: Rangee) {
  const champs: readonly { champ: string; label: string; joint?: true }[] = CHAMPS_FUSION[genre];
  return champs.map(({ champ, label: titre, joint }) => {
    const textes = { garde: dire(db, champ, garde), absorbe: dire(db, champ, absorbe) };
    return {
      champ,
      label: titre,
      ...textes,
      different: textes.garde !== textes.absorbe,
      joint: joint === true && textes.garde !== '' && textes.absorbe !== '',
      propose: proposer(champ, garde, textes),
    };
  });
}

/** Columns of the kept record as a choice makes them. */
export function colonnesChoisies(
  genre: GenreFusion,
  champ: string,
  choix: ChoixChamp,
  garde: Rangee,
  absorbe: Rangee,
): Rangee {
  const source = choix === 'absorbe' ? absorbe : garde;
  return Object.fromEntries(
    COLONNES[genre][champ]!.map((colonne) => {
      if (choix !== 'joint') return [colonne, source[colonne]!];
      const [un, autre] = [texte(garde, colonne), texte(absorbe, colonne)];
      if (!un.startsWith('[')) return [colonne, un === autre ? un : joindre([un, autre], '\n\n')];
      return [colonne, JSON.stringify([...new Set([...liste(garde, colonne), ...liste(absorbe, colonne)])])];
    }),
  ) as Rangee;
}
