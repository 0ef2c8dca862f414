import { accorder, formaterDuree, formaterNombre, insecables } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { GENRES_SIAE } from '../nomenclatures/structures.ts';
import { ecrireEtp, formaterEtp } from './regles-etp.ts';
import type { EtpAnnee, MoisEtp } from './schema.ts';

/** `91,7 %` from thousandths; a dash when nothing was agreed. */
export const direTaux = (milliemes: number | null): string =>
  milliemes === null ? '—' : `${formaterNombre(milliemes / 10, 1)}\u00a0%`;

export const direEtp = (centiemes: number | null): string =>
  centiemes === null ? '—' : ecrireEtp(centiemes);

/** `+0,25`, `−1,05`. */
const direEcart = (centiemes: number): string =>
  `${centiemes < 0 ? '−' : '+'}${ecrireEtp(Math.abs(centiemes))}`;

/** One of the four figures of a year: its value, what it is made of, and what follows from it. */
export interface ChiffreEtp {
  nom: string;
  valeur: string;
  base: string;
  suite: string;
}

/** Done, agreed, how much of it, and where the year goes: the same on screen and on paper. */
export function chiffresEtp({ cumul, projection }: EtpAnnee): ChiffreEtp[] {
  const { realise, conventionne, taux, mois, minutes } = cumul;
  const sur = `moyenne de ${accorder(mois, 'mois saisi', 'mois saisis')}`;
  return [
    {
      nom: 'ETP réalisé',
      valeur: direEtp(realise),
      base:
        realise === null
          ? 'aucun mois fini n’a ses heures'
          : `${sur}, ${formaterDuree(minutes).replaceAll(' ', '\u00a0')}`,
      suite: '',
    },
    {
      nom: 'ETP conventionné',
      valeur: direEtp(conventionne),
      base: conventionne === null ? 'aucune annexe ne porte d’ETP' : 'sur les mêmes mois',
      suite: '',
    },
    {
      nom: 'Réalisation',
      valeur: direTaux(taux),
      base: taux === null ? '' : `${direEtp(realise)} ÷ ${direEtp(conventionne)}`,
      suite: realise === null || conventionne === null ? '' : `${direEcart(realise - conventionne)} ETP`,
    },
    {
      nom: 'Projection sur l’année',
      valeur: projection === null ? '—' : direEtp(projection.realise),
      base:
        projection?.conventionne == null
          ? ''
          : `sur ${direEtp(projection.conventionne)} conventionnés, ${direTaux(projection.taux)}`,
      suite: direRythme(projection),
    },
  ].map(({ nom, valeur, base, suite }) => ({
    nom,
    valeur,
    base: insecables(base),
    suite: insecables(suite),
  }));
}

function direRythme(projection: EtpAnnee['projection']): string {
  if (projection?.rythme == null) return '';
  if (projection.rythme === 0) return 'le conventionné de l’année est déjà atteint';
  return `pour l’atteindre : ${formaterEtp(projection.rythme)} par mois`;
}

/** `Un ETP = 1 820 h par an (ACI)`; two values when the threshold changed in the year. */
export function direReference({ genre, mois }: EtpAnnee): string {
  const valeurs = [...new Set(mois.map(({ reference }) => reference))];
  return `${label(GENRES_SIAE, genre)} : un ETP compte ${valeurs.map((heures) => `${formaterNombre(heures)} h`).join(', puis ')} par an`;
}

export const DEFINITIONS_ETP: readonly { terme: string; texte: string }[] = [
  {
    terme: 'ETP réalisé',
    texte:
      'Heures saisies des contrats, divisées par les heures annuelles d’un temps plein de votre type de structure (seuil daté, dans Paramètres). D’un mois : multiplié par douze.',
  },
  {
    terme: 'ETP conventionné',
    texte:
      'ETP des annexes financières qui courent ce mois-là, au prorata des jours quand l’annexe commence ou finit dans le mois.',
  },
  {
    terme: 'Cumul',
    texte:
      'Moyenne des mois finis dont les heures sont saisies, le réalisé et le conventionné sur les mêmes mois. Un mois fini sans aucune heure n’y entre pas : il est nommé plus haut.',
  },
  { terme: 'Réalisation', texte: 'ETP réalisé ÷ ETP conventionné, tous deux arrondis au centième.' },
];

/** What a month says, in columns: the same on screen and on paper. */
export const COLONNES_MOIS_ETP: readonly { titre: string; dire: (mois: MoisEtp) => string }[] = [
  { titre: 'ETP réalisé', dire: ({ realise }) => direEtp(realise) },
  { titre: 'Conventionné', dire: ({ conventionne }) => direEtp(conventionne) },
  { titre: 'Réalisation', dire: ({ taux }) => direTaux(taux) },
  { titre: 'Cumul réalisé', dire: ({ cumul }) => direEtp(cumul.realise) },
  { titre: 'Cumul conventionné', dire: ({ cumul }) => direEtp(cumul.conventionne) },
  { titre: 'Cumul réalisation', dire: ({ cumul }) => direTaux(cumul.taux) },
];
