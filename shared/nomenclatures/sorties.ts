import { nomenclature } from './nomenclature.ts';

/** What an exit is counted as; `parent`: `dynamique` for the three that make the dynamic exits. */
export const CATEGORIES_SORTIE = nomenclature('2026-1', [
  { code: 'durable', label: 'Emploi durable', parent: 'dynamique' },
  { code: 'transition', label: 'Emploi de transition', parent: 'dynamique' },
  { code: 'positive', label: 'Sortie positive', parent: 'dynamique' },
  { code: 'autre', label: 'Autre sortie' },
  { code: 'retrait', label: 'Retrait des sorties constatées' },
]);
export type CategorieSortie = (typeof CATEGORIES_SORTIE)['valeurs'][number]['code'];

export interface MotifSortie {
  /** The ASP's own number: never renumbered. */
  code: string;
  label: string;
  categorie: CategorieSortie;
  /** What is not certain about its category; empty when nothing is. */
  doute: string;
}

/** Version of the table below, as printed on the method page of a bilan. */
export const VERSION_MOTIFS = 'ASP, relevé 2026-1';

/**
 * Motifs of exit under the ASP's numbers, as read in 2026 in an application that exchanges with it: the numbers are its
 * own, the category of some is our reading of the ministry's definitions (DGEFP 2008-21 of 10/12/2008).
 */
export const MOTIFS_SORTIE: readonly MotifSortie[] = [
  { code: '1', label: 'CDI dans la structure ou une filiale', categorie: 'durable', doute: '' },
  { code: '3', label: 'CDI sans aide chez un autre employeur', categorie: 'durable', doute: '' },
  { code: '13', label: 'CDI aidé chez un autre employeur', categorie: 'durable', doute: '' },
  { code: '9', label: 'CDD ou intérim sans aide de 6 mois ou plus', categorie: 'durable', doute: '' },
  { code: '11', label: 'Entrée dans la fonction publique', categorie: 'durable', doute: '' },
  { code: '4', label: 'Création ou reprise d’entreprise', categorie: 'durable', doute: '' },
  { code: '10', label: 'CDD ou intérim sans aide de moins de 6 mois', categorie: 'transition', doute: '' },
  { code: '14', label: 'Contrat aidé à durée déterminée hors IAE', categorie: 'transition', doute: '' },
  { code: '2', label: 'Contrat à durée déterminée dans une autre SIAE', categorie: 'positive', doute: '' },
  { code: '5', label: 'Formation qualifiante ou poursuite de formation', categorie: 'positive', doute: '' },
  {
    code: '12',
    label: 'Autre sortie reconnue positive',
    categorie: 'positive',
    doute: 'À convenir avec le financeur : dites dans la note ce qui a été reconnu.',
  },
  {
    code: '15',
    label: 'Départ à la retraite',
    categorie: 'positive',
    doute: 'Certains services la comptent dans les retraits : à vérifier avec le vôtre.',
  },
  {
    code: '96',
    label: 'CDI inclusion',
    categorie: 'durable',
    doute: 'Ajout récent de la liste : la catégorie est à vérifier avec votre service.',
  },
  { code: '7', label: 'Chômage', categorie: 'autre', doute: '' },
  { code: '6', label: 'Inactivité', categorie: 'autre', doute: '' },
  { code: '8', label: 'Sans nouvelle', categorie: 'autre', doute: '' },
  { code: '16', label: 'Congé de longue durée', categorie: 'retrait', doute: '' },
  { code: '17', label: 'Décès', categorie: 'retrait', doute: '' },
  { code: '18', label: 'Décision administrative ou de justice', categorie: 'retrait', doute: '' },
  { code: '19', label: 'Rupture pour faute grave', categorie: 'retrait', doute: '' },
  { code: '20', label: 'Transfert à un autre employeur', categorie: 'retrait', doute: '' },
  { code: '21', label: 'Fin de la période d’essai, par l’employeur', categorie: 'retrait', doute: '' },
  { code: '22', label: 'Fin de la période d’essai, par la personne', categorie: 'retrait', doute: '' },
];

/** Contract somebody leaves for. */
export const CONTRATS_SORTIE = nomenclature('2026-1', [
  { code: 'cdi', label: 'CDI' },
  { code: 'cdd', label: 'CDD' },
  { code: 'interim', label: 'Intérim' },
  { code: 'fonction_publique', label: 'Fonction publique' },
  { code: 'creation', label: 'Création ou reprise d’entreprise' },
  { code: 'alternance', label: 'Alternance' },
  { code: 'aide', label: 'Contrat aidé' },
  { code: 'siae', label: 'Contrat dans une autre SIAE' },
]);

/** Where somebody stands some months after the exit; `parent`: `emploi` for those who have a job. */
export const SITUATIONS_SORTIE = nomenclature('2026-1', [
  { code: 'meme_emploi', label: 'Toujours dans le même emploi', parent: 'emploi' },
  { code: 'durable', label: 'Autre emploi durable (CDI, 6 mois ou plus)', parent: 'emploi' },
  { code: 'transition', label: 'Autre emploi de moins de 6 mois', parent: 'emploi' },
  { code: 'siae', label: 'Dans une SIAE', parent: 'emploi' },
  { code: 'formation', label: 'En formation', parent: 'formation' },
  { code: 'recherche', label: 'En recherche d’emploi', parent: 'autre' },
  { code: 'autre', label: 'Autre situation', parent: 'autre' },
  { code: 'sans_reponse', label: 'Sans réponse', parent: 'inconnue' },
]);

/** Months after an exit at which people are asked. */
export const MOIS_SORTIE = [3, 6, 12] as const;
