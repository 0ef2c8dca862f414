import { formaterTaille } from '../shared/donnees/regles.ts';
import { formaterDate, formaterHeure, JOURS, MOIS } from '../shared/format.ts';
import type { Exception, Plage } from '../shared/immersions/horaires.ts';
import type { ImmersionSaisie } from '../shared/immersions/schema.ts';
import { GENRES_DOCUMENT_FORMATION } from '../shared/nomenclatures/formation.ts';
import {
  DECISIONS,
  GENRES_DOCUMENT,
  MODES_CONTRAT,
  MOTIFS_PRESENCE,
  NATURES_FRAIS,
  OBJECTIFS_ATTEINTS,
  OBJETS,
  PAYEURS,
  REALISATIONS,
  ROLES_SIGNATURE,
  STATUTS,
} from '../shared/nomenclatures/immersions.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { LISTES_OUVERTES, type ListeOuverte } from '../shared/nomenclatures/ouvertes.ts';
import { IMPLICATIONS, STADES, TAILLES } from '../shared/nomenclatures/reseau.ts';
import { CONTRATS_EMBAUCHE, NATURES, RESULTATS, SENS } from '../shared/nomenclatures/sollicitations.ts';
import { GENRES_ORGANISATION, GENRES_SIAE } from '../shared/nomenclatures/structures.ts';
import { GRILLE } from '../shared/visites/grille.ts';
import { TABLES_BILANS } from './export-tout-bilans.ts';
import {
  champ,
  d,
  enTexte,
  ferme,
  i,
  id,
  lien,
  lireJson,
  minutes,
  n,
  ouiNon,
  ouvert,
  plusieurs,
  type Rangee,
  type Reperes,
  siret,
  suivi,
  type TableExportee,
  t,
  tel,
  traduit,
  ville,
} from './export-tout-champs.ts';
import { TABLES_FORMATION } from './export-tout-formation.ts';
import { TABLES_PARCOURS } from './export-tout-parcours.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { colonne } from './tableur.ts';

const heures = (plages: readonly Plage[]) =>
  plages.map(({ debut, fin }) => `${formaterHeure(debut)}-${formaterHeure(fin)}`).join(', ');

const horaires = (json: string) =>
  lireJson<Plage[][]>(json, [])
    .flatMap((plages, jour) => (plages.length === 0 ? [] : `${JOURS[jour]} ${heures(plages)}`))
    .join(' ; ');

const joursParticuliers = (json: string) =>
  lireJson<Exception[]>(json, [])
    .map(({ date, plages }) => `${formaterDate(date)} ${heures(plages) || 'sans présence'}`)
    .join(' ; ');

const fraisAnnexes = (json: string) =>
  lireJson<ImmersionSaisie['frais']>(json, [])
    .map(({ nature, precision, centimes, payeur }) =>
      [
        label(NATURES_FRAIS, nature),
        precision,
        centimes === null ? '' : `${(centimes / 100).toFixed(2).replace('.', ',')} €`,
        label(PAYEURS, payeur),
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join(' ; ');

const APPEL: Record<string, string> = {
  objet: 'Objet',
  but: 'But',
  contribution: 'Contribution',
  temps: 'Temps',
  accroche: 'Accroche',
};

const QUESTIONS = new Map(
  GRILLE.flatMap(({ questions }) =>
    questions.map((question) => [
      question.code as string,
      question as { titre: string; reponse: { liste?: ListeOuverte } },
    ]),
  ),
);

/** Answers of the interview grid, each after its question. */
function grille(json: string, reperes: Reperes): string {
  return Object.entries(lireJson<Record<string, unknown>>(json, {}))
    .filter(([, reponse]) => reponse !== null && reponse !== '' && String(reponse) !== '')
    .map(([code, reponse]) => {
      const question = QUESTIONS.get(code);
      const liste = question?.reponse.liste;
      const dite = [reponse]
        .flat()
        .map((valeur) => (liste ? reperes.libelle(liste, String(valeur)) : String(valeur)))
        .join(', ');
      return `${question?.titre ?? code} : ${dite}`;
    })
    .join('\n');
}

const LISTES: Record<ListeOuverte, string> = {
  canaux: 'Moyens d’échange',
  sous_natures: 'Actions',
  causes: 'Causes de refus',
  roles: 'Rôles',
  categories: 'Catégories',
  secteurs: 'Secteurs',
  qualites: 'Fonctions',
  conditions: 'Conditions d’accueil',
  recrutements: 'Pratiques de recrutement',
  recruteurs: 'Qui recrute',
  motivations: 'Motivations',
  origines: 'Origines du contact',
  motifs_silence: 'Motifs « ne plus contacter »',
  supports: 'Supports d’activité',
  themes_formation: 'Thèmes de formation',
};

const GENRES_MODELE: Record<string, string> = {
  lettre: 'Lettre',
  courriel: 'Courriel',
  argument: 'Argumentaire',
};

/** Every table of the base that people filled in. A test refuses a table or a column that nobody decided about. */
export const TABLES_EXPORTEES: readonly TableExportee[] = [
  {
    table: 'organisation',
    fichier: 'organisations.csv',
    contenu: 'Les organisations du réseau, archivées comprises. Ce fichier se réimporte dans Passerelle.',
    champs: [
      id(),
      t('nom', 'Nom'),
      champ('genre', () => [
        colonne.texte('Type', ({ genre, genre_siae: siae }: Rangee) =>
          genre === 'siae' && siae ? enTexte(siae) : label(GENRES_ORGANISATION, enTexte(genre)),
        ),
      ]),
      champ('genre_siae', () => []),
      ouvert('categorie', 'Catégorie', 'categories'),
      t('activite', 'Activité'),
      ouvert('secteur', 'Secteur', 'secteurs'),
      t('naf', 'Code NAF'),
      t('naf_version', 'Version de la NAF'),
      n('effectif', 'Effectif'),
      ferme('taille', 'Taille', TAILLES),
      t('convention_collective', 'Convention collective'),
      siret(),
      t('adresse', 'Adresse'),
      ...ville(),
      t('zone', 'Zone'),
      tel('telephone', 'Téléphone'),
      tel('autre_telephone', 'Autre téléphone'),
      t('courriel', 'Courriel'),
      t('autre_courriel', 'Autre courriel'),
      t('site', 'Site'),
      ferme('stade', 'Stade', STADES),
      traduit('implication', 'Volonté d’implication', (json) =>
        Object.entries(lireJson<Record<string, string>>(json, {}))
          .map(([nature, niveau]) => `${label(NATURES, nature)} : ${label(IMPLICATIONS, niveau)}`)
          .join(' ; '),
      ),
      traduit('saison', 'Haute saison', (json) =>
        lireJson<number[]>(json, [])
          .map((mois) => MOIS[mois - 1] ?? '')
          .join(', '),
      ),
      t('saison_note', 'Précision sur la saison'),
      plusieurs('conditions', 'Conditions d’accueil', 'conditions'),
      t('conditions_note', 'Précision sur l’accueil'),
      plusieurs('recrutements', 'Pratiques de recrutement', 'recrutements'),
      ouvert('recruteur', 'Qui recrute', 'recruteurs'),
      plusieurs('motivations', 'Motivations', 'motivations'),
      t('recrutement_note', 'Précision sur le recrutement'),
      lien('referent_id', 'Référent', 'membre'),
      ouvert('origine', 'Origine du contact', 'origines'),
      t('origine_precision', 'Précision sur l’origine'),
      d('ne_plus_contacter_le', 'Ne plus contacter depuis le'),
      ouvert('ne_plus_contacter_motif', 'Ne plus contacter : motif', 'motifs_silence'),
      t('ne_plus_contacter_note', 'Ne plus contacter : précision'),
      lien('ne_plus_contacter_par', 'Ne plus contacter : noté par', 'membre'),
      d('dernier_echange', 'Dernier échange'),
      d('prochaine_relance', 'Prochaine action'),
      t('note', 'Note'),
      lien('fusionnee_dans', 'Réunie avec', 'organisation'),
      t('importation_id', 'Import : identifiant'),
      ...suivi,
    ],
    tues: [
      'rang',
      'nom_tri',
      'ville_tri',
      'cherche',
      'cherche_personnes',
      'dernier_resultat',
      'dernier_sens',
    ],
  },
  {
    table: 'site',
    fichier: 'sites.csv',
    contenu: 'Les autres lieux des organisations.',
    champs: [
      id(),
      lien('organisation_id', 'Organisation', 'organisation'),
      t('nom', 'Nom'),
      siret(),
      t('adresse', 'Adresse'),
      ...ville(),
      tel('telephone', 'Téléphone'),
      plusieurs('conditions', 'Conditions d’accueil', 'conditions'),
      t('note', 'Note'),
      ...suivi,
    ],
  },
  {
    table: 'role_organisation',
    fichier: 'organisations-roles.csv',
    contenu: 'Les rôles que jouent les organisations, avec leurs dates.',
    champs: [
      id(),
      lien('organisation_id', 'Organisation', 'organisation'),
      ouvert('role', 'Rôle', 'roles'),
      d('debut', 'Début'),
      d('fin', 'Fin'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'metier_organisation',
    fichier: 'organisations-metiers.csv',
    contenu: 'Les métiers exercés dans les organisations.',
    champs: [
      lien('organisation_id', 'Organisation', 'organisation'),
      t('code', 'Code ROME'),
      t('version', 'Version du ROME'),
      t('libelle', 'Métier'),
    ],
  },
  {
    table: 'interlocuteur',
    fichier: 'interlocuteurs.csv',
    contenu: 'Les personnes des organisations, y compris celles qui s’opposent à être contactées.',
    champs: [
      id(),
      t('civilite', 'Civilité'),
      t('prenom', 'Prénom'),
      t('nom', 'Nom'),
      tel('telephone', 'Téléphone'),
      tel('autre_telephone', 'Autre téléphone'),
      t('courriel', 'Courriel'),
      t('note', 'Note'),
      d('opposition_le', 'Opposition au contact le'),
      t('opposition_note', 'Opposition : précision'),
      lien('fusionne_dans', 'Réunie avec', 'interlocuteur'),
      ...suivi,
    ],
  },
  {
    table: 'fonction',
    fichier: 'interlocuteurs-fonctions.csv',
    contenu: 'Qui fait quoi dans quelle organisation, et depuis quand.',
    champs: [
      id(),
      lien('interlocuteur_id', 'Interlocuteur', 'interlocuteur'),
      lien('organisation_id', 'Organisation', 'organisation'),
      ouvert('qualite', 'Fonction', 'qualites'),
      t('intitule', 'Intitulé'),
      d('debut', 'Début'),
      d('fin', 'Fin'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'sollicitation',
    fichier: 'echanges.csv',
    contenu: 'Les échanges, chacun une seule fois ; les trois fichiers suivants disent avec qui.',
    champs: [
      id(),
      d('date', 'Date'),
      ouvert('canal', 'Moyen', 'canaux'),
      ferme('sens', 'Sens', SENS),
      ferme('nature', 'Nature', NATURES),
      ouvert('sous_nature', 'Action', 'sous_natures'),
      t('objet', 'Objet'),
      ferme('resultat', 'Résultat', RESULTATS),
      ouvert('cause', 'Cause', 'causes'),
      n('duree_minutes', 'Durée (minutes)'),
      t('texte', 'Texte'),
      lien('auteur_id', 'Auteur', 'membre'),
      ...suivi,
    ],
    tues: ['rang', 'cherche'],
  },
  {
    table: 'sollicitation_organisation',
    fichier: 'echanges-organisations.csv',
    contenu: 'Les organisations touchées par chaque échange.',
    champs: [
      id('sollicitation_id', 'Échange : identifiant'),
      lien('organisation_id', 'Organisation', 'organisation'),
    ],
  },
  {
    table: 'sollicitation_interlocuteur',
    fichier: 'echanges-interlocuteurs.csv',
    contenu: 'Les personnes rencontrées lors de chaque échange.',
    champs: [
      id('sollicitation_id', 'Échange : identifiant'),
      lien('interlocuteur_id', 'Interlocuteur', 'interlocuteur'),
    ],
  },
  {
    table: 'sollicitation_salarie',
    fichier: 'echanges-salaries.csv',
    contenu: 'Les salariés pour qui chaque échange a eu lieu.',
    champs: [id('sollicitation_id', 'Échange : identifiant'), lien('salarie_id', 'Salarié', 'salarie')],
  },
  {
    table: 'piece_jointe',
    fichier: 'pieces-jointes.csv',
    contenu: 'Les fichiers gardés avec les échanges, et leur place dans le dossier « pieces ».',
    champs: [
      traduit('id', 'Fichier dans cette archive', (piece, reperes) => reperes.piece(piece)),
      id('sollicitation_id', 'Échange : identifiant'),
      t('nom', 'Nom d’origine'),
      t('type', 'Genre'),
      traduit('taille', 'Taille', (octets) => formaterTaille(Number(octets))),
      t('sha256', 'Empreinte SHA-256'),
      ...suivi,
    ],
  },
  {
    table: 'relance',
    fichier: 'relances.csv',
    contenu: 'Les prochaines actions, faites et à faire.',
    champs: [
      id(),
      lien('organisation_id', 'Organisation', 'organisation'),
      t('libelle', 'À faire'),
      d('echeance', 'Échéance'),
      t('evenement', 'Événement attendu'),
      lien('responsable_id', 'Responsable', 'membre'),
      d('fait_le', 'Faite le'),
      id('sollicitation_id', 'Échange d’origine : identifiant'),
      id('reponse_id', 'Échange qui y répond : identifiant'),
      ...suivi,
    ],
  },
  {
    table: 'entretien',
    fichier: 'entretiens.csv',
    contenu: 'Les visites préparées et leurs grilles d’entretien.',
    champs: [
      id(),
      lien('organisation_id', 'Organisation', 'organisation'),
      lien('interlocuteur_id', 'Interlocuteur', 'interlocuteur'),
      lien('auteur_id', 'Auteur', 'membre'),
      d('date', 'Date'),
      traduit('heure', 'Heure', (debut) => formaterHeure(Number(debut))),
      n('duree_minutes', 'Durée (minutes)'),
      t('lieu', 'Lieu'),
      traduit('appel', 'Fiche d’appel', (json) =>
        Object.entries(lireJson<Record<string, unknown>>(json, {}))
          .filter(([, mots]) => mots !== '')
          .map(([cle, mots]) => `${APPEL[cle] ?? cle} : ${enTexte(mots)}`)
          .join('\n'),
      ),
      traduit('grille', 'Réponses', grille),
      id('sollicitation_id', 'Échange : identifiant'),
      ...suivi,
    ],
  },
  {
    table: 'embauche',
    fichier: 'embauches.csv',
    contenu: 'Les embauches faites par les organisations du réseau.',
    champs: [
      id(),
      d('date', 'Date'),
      lien('organisation_id', 'Organisation', 'organisation'),
      lien('salarie_id', 'Salarié', 'salarie'),
      ferme('contrat', 'Contrat', CONTRATS_EMBAUCHE),
      t('metier', 'Métier'),
      t('note', 'Note'),
      id('sollicitation_id', 'Échange : identifiant'),
      ...suivi,
    ],
  },
  ...TABLES_PARCOURS,
  {
    table: 'immersion',
    fichier: 'immersions.csv',
    contenu: 'Les immersions et ce que disent leurs conventions.',
    champs: [
      id(),
      t('numero', 'Convention'),
      ferme('statut', 'Statut', STATUTS),
      lien('salarie_id', 'Salarié', 'salarie'),
      lien('organisation_id', 'Accueil', 'organisation'),
      d('debut', 'Du'),
      d('fin', 'Au'),
      d('fin_prevue', 'Fin d’abord prévue'),
      n('jours', 'Jours'),
      minutes('minutes', 'Heures'),
      traduit('horaires', 'Horaires', horaires),
      ouiNon('feries_travailles', 'Jours fériés travaillés'),
      traduit('exceptions', 'Jours particuliers', joursParticuliers),
      ouiNon('alsace_moselle', 'Jours fériés d’Alsace-Moselle'),
      minutes('minutes_faites', 'Heures faites'),
      ferme('objet', 'Objet', OBJETS),
      t('objectifs', 'Objectifs'),
      t('metier', 'Métier'),
      t('rome_code', 'Code ROME'),
      t('rome_version', 'Version du ROME'),
      traduit('competences', 'Compétences visées', (json) => lireJson<string[]>(json, []).join(' ; ')),
      t('activites', 'Activités'),
      t('modalites_evaluation', 'Évaluation'),
      t('protection', 'Protection'),
      t('prevention', 'Prévention'),
      t('transport', 'Transport'),
      traduit('frais', 'Frais annexes', fraisAnnexes),
      d('entretien_date', 'Premier entretien'),
      t('attentes_salarie', 'Attentes de la personne'),
      t('attentes_accueil', 'Attentes de l’accueil'),
      t('attentes_structure', 'Attentes de la structure'),
      t('lieu', 'Lieu'),
      id('site_id', 'Site : identifiant'),
      ferme('mode_contrat', 'Contrat pendant l’immersion', MODES_CONTRAT),
      lien('tuteur_id', 'Tuteur connu', 'interlocuteur'),
      t('tuteur_nom', 'Tuteur'),
      t('tuteur_fonction', 'Fonction du tuteur'),
      lien('referent_id', 'Référent', 'membre'),
      t('representant_legal', 'Représentant légal'),
      t('prescripteur_nom', 'Prescripteur'),
      t('prescripteur_adresse', 'Adresse du prescripteur'),
      t('prescripteur_referent', 'Référent du prescripteur'),
      t('numero_immersion_facilitee', 'Numéro Immersion Facilitée'),
      t('motif_annulation', 'Motif d’annulation'),
      ferme('refusee_par', 'Refusée par', ROLES_SIGNATURE),
      id('renouvelle_id', 'Renouvelle : identifiant'),
      t('motif_renouvellement', 'Motif du renouvellement'),
      ...suivi,
    ],
  },
  {
    table: 'immersion_signature',
    fichier: 'immersions-signatures.csv',
    contenu: 'Qui a signé une convention, en quelle qualité et quel jour.',
    champs: [
      id('immersion_id', 'Immersion : identifiant'),
      ferme('role', 'Qualité', ROLES_SIGNATURE),
      t('nom', 'Nom'),
      d('date', 'Signé le'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'immersion_point',
    fichier: 'immersions-points.csv',
    contenu: 'Les points de suivi tenus, déplacés ou ajoutés pendant une immersion.',
    champs: [
      id(),
      id('immersion_id', 'Immersion : identifiant'),
      t('cle', 'Repère'),
      t('genre', 'Point'),
      d('echeance', 'Prévu le'),
      d('fait_le', 'Fait le'),
      lien('auteur_id', 'Fait par', 'membre'),
      t('contenu', 'Contenu'),
      ...suivi,
    ],
  },
  {
    table: 'immersion_presence',
    fichier: 'immersions-presences.csv',
    contenu: 'Les journées d’immersion qui ne se sont pas passées comme prévu.',
    champs: [
      id('immersion_id', 'Immersion : identifiant'),
      d('date', 'Jour'),
      minutes('minutes', 'Heures faites'),
      ferme('motif', 'Motif', MOTIFS_PRESENCE),
      t('note', 'Note'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'immersion_accident',
    fichier: 'immersions-accidents.csv',
    contenu: 'Les accidents survenus pendant une immersion et les étapes de leur déclaration.',
    champs: [
      id(),
      id('immersion_id', 'Immersion : identifiant'),
      d('date', 'Jour'),
      traduit('heure', 'Heure', (valeur) => formaterHeure(Number(valeur))),
      ouiNon('trajet', 'Accident de trajet'),
      t('lieu', 'Lieu'),
      t('circonstances', 'Circonstances'),
      t('temoins', 'Témoins'),
      t('informe_le', 'Structure informée le'),
      t('transmis_le', 'Transmis au déclarant le'),
      t('declare_le', 'Déclaré le'),
      ...suivi,
    ],
  },
  {
    table: 'immersion_evaluation',
    fichier: 'immersions-evaluations.csv',
    contenu: 'Les grilles d’évaluation remplies.',
    champs: [
      id('immersion_id', 'Immersion : identifiant'),
      t('genre', 'Grille'),
      d('date', 'Remplie le'),
      t('evaluateur', 'Évaluée par'),
      t('reponses', 'Réponses'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'immersion_bilan',
    fichier: 'immersions-bilans.csv',
    contenu: 'Le bilan de chaque immersion.',
    champs: [
      id('immersion_id', 'Immersion : identifiant'),
      ferme('realisation', 'Réalisation', REALISATIONS),
      t('avis_salarie', 'Avis de la personne'),
      t('avis_accueil', 'Avis de l’accueil'),
      t('avis_structure', 'Avis de la structure'),
      ferme('objectifs', 'Objectifs', OBJECTIFS_ATTEINTS),
      ferme('decision', 'Décision', DECISIONS),
      t('suite', 'Suite'),
      d('date', 'Bilan tenu le'),
      id('embauche_id', 'Embauche : identifiant'),
      d('fait_le', 'Bilan terminé le'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'immersion_objectif',
    fichier: 'immersions-objectifs.csv',
    contenu: 'Les objectifs d’immersions de chaque année.',
    champs: [
      n('annee', 'Année'),
      t('axe', 'Axe'),
      t('code', 'Valeur'),
      n('nombre', 'Objectif'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'seuil',
    fichier: 'seuils.csv',
    contenu: 'Les seuils de contrôle que la structure a changés.',
    champs: [
      t('code', 'Seuil'),
      d('depuis', 'Depuis le'),
      n('valeur', 'Valeur'),
      t('reference', 'Référence'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'document_emis',
    fichier: 'documents-emis.csv',
    contenu:
      'Les conventions et autres papiers remis, leur place dans le dossier « documents », et leurs données telles que figées.',
    champs: [
      id(),
      id('immersion_id', 'Immersion : identifiant'),
      id('session_id', 'Session de formation : identifiant'),
      traduit('genre', 'Document', (genre) =>
        label(GENRES_DOCUMENT, label(GENRES_DOCUMENT_FORMATION, genre)),
      ),
      id('objet_id', 'Objet : identifiant'),
      n('edition', 'Version'),
      i('emis_le', 'Émis le'),
      lien('auteur_id', 'Émis par', 'membre'),
      traduit('id', 'Fichier dans cette archive', (papier, reperes) => reperes.piece(papier)),
      t('sha256', 'Empreinte SHA-256 du PDF'),
      n('taille', 'Taille du PDF (octets)'),
      t('donnees', 'Données figées'),
    ],
  },
  ...TABLES_FORMATION,
  ...TABLES_BILANS,
  {
    table: 'membre',
    fichier: 'equipe.csv',
    contenu: 'Les membres de l’équipe.',
    champs: [id(), t('prenom', 'Prénom'), t('nom', 'Nom'), t('fonction', 'Fonction'), ...suivi],
  },
  {
    table: 'structure',
    fichier: 'structure.csv',
    contenu: 'Votre structure.',
    champs: [
      t('raison_sociale', 'Raison sociale'),
      ferme('genre', 'Type', GENRES_SIAE),
      siret(),
      t('adresse', 'Adresse'),
      ...ville(),
      tel('telephone', 'Téléphone'),
      t('courriel', 'Courriel'),
      t('convention_numero', 'Convention'),
      i('updated_at', 'Modifié le'),
    ],
    tues: ['id', 'logo', 'logo_type'],
  },
  {
    table: 'modele',
    fichier: 'modeles.csv',
    contenu: 'Vos modèles de lettres, de courriels et d’argumentaires.',
    champs: [
      id(),
      traduit('genre', 'Genre', (genre) => GENRES_MODELE[genre] ?? genre),
      t('titre', 'Titre'),
      t('objet', 'Objet'),
      t('corps', 'Texte'),
      t('code', 'Modèle remplacé'),
      ...suivi,
    ],
    tues: ['ordre'],
  },
  {
    table: 'secteur_score',
    fichier: 'secteurs-notes.csv',
    contenu: 'Les notes données chaque année aux secteurs.',
    champs: [
      ouvert('secteur', 'Secteur', 'secteurs'),
      n('annee', 'Année'),
      n('score', 'Note'),
      n('repondants', 'Répondants'),
      t('note', 'Commentaire'),
      i('updated_at', 'Modifié le'),
    ],
  },
  {
    table: 'nomenclature_valeur',
    fichier: 'listes.csv',
    contenu: 'Ce que vous avez ajouté ou retiré dans les listes de choix.',
    champs: [
      traduit('liste', 'Liste', (nom) => LISTES[nom as ListeOuverte] ?? nom),
      champ('label', (reperes) => [
        colonne.texte('Valeur', ({ liste, code, label: dite }: Rangee) => {
          if (dite) return enTexte(dite);
          return Object.hasOwn(LISTES_OUVERTES, enTexte(liste))
            ? reperes.libelle(liste as ListeOuverte, enTexte(code))
            : enTexte(code);
        }),
      ]),
      t('code', 'Code'),
      t('parent', 'Précise'),
      i('retire_le', 'Retirée le'),
      i('created_at', 'Créée le'),
      i('updated_at', 'Modifiée le'),
    ],
    tues: ['ordre'],
  },
  {
    table: 'importation',
    fichier: 'imports.csv',
    contenu: 'Les listes importées.',
    champs: [
      id(),
      t('fichier', 'Fichier'),
      i('importe_le', 'Importé le'),
      n('lignes', 'Lignes'),
      n('creees', 'Fiches créées'),
      n('completees', 'Lignes de complément'),
      n('identiques', 'Déjà à jour'),
      n('rejetees', 'Rejetées'),
      i('annule_le', 'Annulé le'),
    ],
    tues: ['avant'],
  },
];

/** Tables that only serve the application, and hold nothing that is not above. */
export const TABLES_TUES: readonly string[] = ['_migrations', 'reglage', 'vue', 'fusion', 'pas_doublon'];

const NOMS = {
  organisation: 'SELECT id, nom FROM organisation',
  interlocuteur: "SELECT id, trim(prenom || ' ' || nom) AS nom FROM interlocuteur",
  salarie: "SELECT id, trim(prenom || ' ' || nom) AS nom FROM salarie",
  membre: "SELECT id, trim(prenom || ' ' || nom) AS nom FROM membre",
} as const;

/** Names and labels of a base, read once for the whole export. */
export function lireReperes(db: Base, piece: (id: string) => string): Reperes {
  const noms = new Map(
    Object.entries(NOMS).map(([genre, sql]) => [
      genre,
      new Map(
        (db.sqlite.prepare(sql).all() as { id: string; nom: string }[]).map(({ id: cle, nom }) => [cle, nom]),
      ),
    ]),
  );
  const listes = new Map(
    (Object.keys(LISTES_OUVERTES) as ListeOuverte[]).map((liste) => [liste, libelles(db, liste)]),
  );
  return {
    libelle: (liste, code) => listes.get(liste)!(code),
    nom: (genre, cle) => noms.get(genre)!.get(cle) ?? '',
    piece,
  };
}
