import { GENRES_CONVENTION, MOMENTS_FSE, ORIGINES_HEURES } from '../shared/nomenclatures/bilans.ts';
import {
  CATEGORIES_SORTIE,
  CONTRATS_SORTIE,
  MOTIFS_SORTIE,
  SITUATIONS_SORTIE,
} from '../shared/nomenclatures/sorties.ts';
import {
  champ,
  d,
  euros,
  ferme,
  i,
  id,
  lien,
  lireJson,
  minutes,
  n,
  ouiNon,
  part,
  type Rangee,
  suivi,
  type TableExportee,
  t,
  traduit,
} from './export-tout-champs.ts';
import { colonne } from './tableur.ts';

const convention = () => t('convention_id', 'Convention : identifiant');
const motif = (code: string) => MOTIFS_SORTIE.find((connu) => connu.code === code)?.label ?? code;
/** Hundredths. */
const centiemes = (nom: string, titre: string) =>
  champ(nom, () => [
    colonne.nombre(titre, (rangee: Rangee) => (rangee[nom] === null ? null : Number(rangee[nom]) / 100)),
  ]);
const reponses = () =>
  traduit('reponses', 'Réponses', (json) =>
    Object.entries(lireJson<Record<string, unknown>>(json, {}))
      .map(([code, reponse]) => `${code} : ${[reponse].flat().join(', ')}`)
      .join(' ; '),
  );

/** Exits, hours, conventions and bilans. */
export const TABLES_BILANS: readonly TableExportee[] = [
  {
    table: 'sortie',
    fichier: 'sorties.csv',
    contenu: 'Les sorties du parcours.',
    champs: [
      id(),
      lien('salarie_id', 'Salarié', 'salarie'),
      d('date', 'Date'),
      champ('motif', () => [
        colonne.texte('Motif : code', (rangee: Rangee) => String(rangee.motif)),
        colonne.texte('Motif', (rangee: Rangee) => motif(String(rangee.motif))),
      ]),
      ferme('contrat', 'Contrat trouvé', CONTRATS_SORTIE),
      n('duree_mois', 'Durée du contrat (mois)'),
      lien('organisation_id', 'Employeur', 'organisation'),
      t('embauche_id', 'Embauche : identifiant'),
      t('metier', 'Métier'),
      minutes('minutes_hebdo', 'Heures par semaine'),
      t('note', 'Note'),
      ...suivi,
    ],
  },
  {
    table: 'motif_sortie',
    fichier: 'sorties-motifs.csv',
    contenu: 'Les motifs de sortie propres à la structure, ou lus autrement.',
    champs: [
      t('code', 'Code'),
      d('depuis', 'À partir du'),
      t('label', 'Libellé'),
      ferme('categorie', 'Catégorie', CATEGORIES_SORTIE),
      t('source', 'Source'),
      ouiNon('retire', 'Retiré'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'situation_sortie',
    fichier: 'sorties-situations.csv',
    contenu: 'Les situations à 3, 6 et 12 mois.',
    champs: [
      t('sortie_id', 'Sortie : identifiant'),
      n('mois', 'Mois'),
      d('date', 'Demandé le'),
      ferme('situation', 'Situation', SITUATIONS_SORTIE),
      t('note', 'Note'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'participation_fse',
    fichier: 'fse-participations.csv',
    contenu: 'Les entrées, sorties et résultats du FSE+, corrections comprises.',
    champs: [
      id(),
      lien('salarie_id', 'Salarié', 'salarie'),
      convention(),
      n('participation', 'Participation'),
      ferme('moment', 'Moment', MOMENTS_FSE),
      d('date', 'Date'),
      reponses(),
      t('corrige_id', 'Corrige : identifiant'),
      t('corrige_pourquoi', 'Corrige : pourquoi'),
      lien('auteur_id', 'Auteur', 'membre'),
      i('created_at', 'Créé le'),
    ],
  },
  {
    table: 'heures_mois',
    fichier: 'heures-mois.csv',
    contenu: 'Les heures payées, par contrat et par mois.',
    champs: [
      t('contrat_id', 'Contrat : identifiant'),
      t('mois', 'Mois'),
      minutes('minutes', 'Heures'),
      ferme('origine', 'Origine', ORIGINES_HEURES),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'convention',
    fichier: 'conventions.csv',
    contenu: 'Les conventions avec les financeurs.',
    champs: [
      id(),
      lien('organisation_id', 'Financeur', 'organisation'),
      ferme('genre', 'Type', GENRES_CONVENTION),
      t('intitule', 'Intitulé'),
      t('numero', 'Numéro'),
      d('debut', 'Du'),
      d('fin', 'Au'),
      euros('conventionne_centimes', 'Montant conventionné (€)'),
      t('profil', 'Profil de bilan'),
      t('note', 'Note'),
      ...suivi,
    ],
  },
  {
    table: 'convention_annexe',
    fichier: 'conventions-annexes.csv',
    contenu: 'Les annexes financières des conventions.',
    champs: [
      id(),
      convention(),
      t('numero', 'Numéro'),
      d('debut', 'Du'),
      d('fin', 'Au'),
      centiemes('etp_centiemes', 'ETP conventionnés'),
      euros('centimes', 'Montant (€)'),
      part('part_departement', 'Part du département (%)'),
      ...suivi,
    ],
  },
  {
    table: 'convention_versement',
    fichier: 'conventions-versements.csv',
    contenu: 'Les versements reçus des financeurs.',
    champs: [
      id(),
      convention(),
      d('date', 'Date'),
      euros('centimes', 'Montant (€)'),
      t('libelle', 'Libellé'),
      ...suivi,
    ],
  },
  {
    table: 'convention_objectif',
    fichier: 'conventions-objectifs.csv',
    contenu: 'Les objectifs des conventions, par année et par indicateur.',
    champs: [
      convention(),
      n('annee', 'Année'),
      t('indicateur', 'Indicateur'),
      n('valeur', 'Valeur'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'convention_echeance',
    fichier: 'conventions-echeances.csv',
    contenu: 'Ce que les financeurs attendent, et quand.',
    champs: [
      id(),
      convention(),
      t('libelle', 'À rendre'),
      d('date', 'Pour le'),
      d('debut', 'Période : du'),
      d('fin', 'Période : au'),
      d('rendu_le', 'Rendu le'),
      ...suivi,
    ],
  },
  {
    table: 'convention_piece',
    fichier: 'conventions-pieces.csv',
    contenu: 'Les fichiers gardés avec les conventions.',
    champs: [
      champ('id', (reperes) => [
        colonne.texte('Dans l’archive', (rangee: Rangee) => reperes.piece(String(rangee.id))),
      ]),
      convention(),
      t('nom', 'Nom'),
      t('type', 'Type'),
      n('taille', 'Octets'),
      t('sha256', 'Empreinte SHA-256'),
      ...suivi,
    ],
  },
  {
    table: 'profil_bilan',
    fichier: 'bilans-profils.csv',
    contenu: 'Les profils de bilan propres à la structure.',
    champs: [id(), t('nom', 'Nom'), t('origine', 'Copié de'), t('contenu', 'Contenu (JSON)'), ...suivi],
  },
  {
    table: 'bilan',
    fichier: 'bilans.csv',
    contenu: 'Les bilans préparés.',
    champs: [
      id(),
      t('profil', 'Profil'),
      convention(),
      d('debut', 'Du'),
      d('fin', 'Au'),
      t('titre', 'Titre'),
      t('textes', 'Textes (JSON)'),
      t('temoignages', 'Témoignages : identifiants'),
      ...suivi,
    ],
  },
  {
    table: 'bilan_emission',
    fichier: 'bilans-emis.csv',
    contenu: 'Les bilans émis. Leur PDF est dans documents/.',
    champs: [
      champ('id', (reperes) => [
        colonne.texte('Identifiant Passerelle', (rangee: Rangee) => String(rangee.id)),
        colonne.texte('Dans l’archive', (rangee: Rangee) => reperes.piece(String(rangee.id))),
      ]),
      t('bilan_id', 'Bilan : identifiant'),
      n('edition', 'Version'),
      i('emis_le', 'Émis le'),
      lien('auteur_id', 'Auteur', 'membre'),
      t('titre', 'Titre'),
      t('donnees_sha256', 'Données figées : empreinte SHA-256'),
      t('sha256', 'PDF : empreinte SHA-256'),
      n('taille', 'PDF : octets'),
    ],
    tues: ['donnees'],
  },
  {
    table: 'bilan_fait',
    fichier: 'bilans-lignes.csv',
    contenu: 'Les fiches qui comptent dans un bilan émis.',
    champs: [
      t('genre', 'Fiche'),
      t('fait_id', 'Fiche : identifiant'),
      t('emission_id', 'Bilan émis : identifiant'),
    ],
  },
  {
    table: 'temoignage',
    fichier: 'temoignages.csv',
    contenu: 'Les témoignages cités dans les bilans.',
    champs: [
      id(),
      d('date', 'Date'),
      t('signature', 'Signature'),
      t('texte', 'Texte'),
      ouiNon('accord', 'Accord écrit'),
      lien('salarie_id', 'Salarié', 'salarie'),
      lien('organisation_id', 'Organisation', 'organisation'),
      ...suivi,
    ],
  },
];
