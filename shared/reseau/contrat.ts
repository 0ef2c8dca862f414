import { z } from 'zod';
import { id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { comptesVues, facettes, liste, listeDemande, listeExport, listeFiltres, listeIds } from './liste.ts';
import {
  passationFaite,
  passationRendue,
  passationSaisie,
  portefeuille,
  portefeuilles,
} from './passation.ts';
import { saturationsDemande, saturationsSortie } from './saturation.ts';
import {
  doublon,
  doublonRecherche,
  organisationFiche,
  organisationModifiee,
  organisationNouvelle,
  recherche,
  silenceSaisie,
  siteSaisie,
  suggestion,
  trouvailles,
  villes,
} from './schema.ts';
import {
  scoreSaisie,
  secteurLignes,
  secteurLignesDemande,
  secteurs,
  secteursDemande,
  secteursExport,
} from './secteurs.ts';
import { changementFait, changementVrac } from './vrac.ts';
import { vue, vueRenommee, vueSaisie } from './vues.ts';

const unId = z.strictObject({ id });
const cree = z.object({ id: z.string() });

/** What a line of the list, or its place in it, is made of. */
const LISTE = [
  'organisation',
  'interlocuteur',
  'sollicitation',
  'relance',
  'immersion',
  'reglage',
  'membre',
] as const;

const SECTEURS = [
  'organisation',
  'sollicitation',
  'immersion',
  'embauche',
  'secteur_score',
  'nomenclature',
] as const;

export const reseauContrat = {
  'reseau.list': lecture(listeDemande, liste, LISTE),
  /** Those the list holds, without their lines. */
  'reseau.listIds': lecture(listeFiltres, listeIds, LISTE),
  /** Zones and métiers of the network, for the filters. */
  'reseau.facettes': lecture(z.strictObject({}), facettes, ['organisation']),
  /** How many organisations each ready-made view holds, for a silence of `mois` months. */
  'reseau.comptesVues': lecture(listeFiltres.pick({ mois: true }), comptesVues, LISTE),
  /** Filters kept under a name: the team's, and those of the current member. */
  'reseau.vues': lecture(z.strictObject({}), z.array(vue), ['vue', 'reglage', 'membre']),
  'reseau.saveVue': ecriture(vueSaisie, cree, ['vue']),
  'reseau.renameVue': ecriture(vueRenommee, cree, ['vue']),
  'reseau.archiveVue': ecriture(unId, cree, ['vue']),
  'reseau.restoreVue': ecriture(unId, cree, ['vue']),
  /** Changes one thing on many organisations; gives what `undoChangeMany` needs to take it back. */
  'reseau.changeMany': ecriture(changementVrac, changementFait, ['organisation']),
  'reseau.undoChangeMany': ecriture(changementFait, z.object({ nombre: z.number() }), ['organisation']),
  /** Towns of the network with their number of organisations, each spelled one way. */
  'reseau.villes': lecture(z.strictObject({}), villes, ['organisation']),
  /** The list as filtered and sorted, whole. */
  'reseau.export': lecture(listeExport, livraison, [
    'organisation',
    'interlocuteur',
    'sollicitation',
    'relance',
  ]),
  'reseau.get': lecture(unId, organisationFiche, [
    'organisation',
    'interlocuteur',
    'sollicitation',
    'relance',
    'embauche',
    'immersion',
    'membre',
  ]),
  /** For pickers: best match first; an empty search gives the most recently contacted. */
  'reseau.suggest': lecture(
    z.strictObject({ recherche: recherche.default(''), nombre: z.int().min(1).max(20).default(8) }),
    z.array(suggestion),
    ['organisation', 'interlocuteur', 'sollicitation'],
  ),
  /** Everything that holds the words: Ctrl K. */
  'reseau.search': lecture(z.strictObject({ recherche }), trouvailles, [
    'organisation',
    'interlocuteur',
    'salarie',
    'immersion',
    'formation',
    'convention',
    'sollicitation',
  ]),
  /** Organisations that look like the one being typed; shown, never blocking. */
  'reseau.doublons': lecture(doublonRecherche, z.array(doublon), ['organisation']),
  /** How much each was asked of late, in figures and words; unknown organisations are left out. */
  'reseau.saturation': lecture(saturationsDemande, saturationsSortie, [
    'organisation',
    'sollicitation',
    'immersion',
    'membre',
    'reglage',
  ]),
  /** A year's network, exchanges, immersions and hires by sector, against the year before, with the survey's scores. */
  'reseau.secteurs': lecture(secteursDemande, secteurs, SECTEURS),
  /** The rows behind a figure of a sector. */
  'reseau.secteurLignes': lecture(secteurLignesDemande, secteurLignes, SECTEURS),
  'reseau.secteursExport': lecture(secteursExport, livraison, SECTEURS),
  'reseau.secteursApercu': lecture(secteursDemande, z.object({ adresse: z.string() }), [
    ...SECTEURS,
    'structure',
  ]),
  'reseau.secteursPdf': lecture(secteursDemande, livraison, [...SECTEURS, 'structure']),
  /** Score of a sector in the year's survey; answers with the one it replaces, ready to be saved again. */
  'reseau.saveSecteurScore': ecriture(scoreSaisie, scoreSaisie, ['secteur_score']),
  /** What each person holds: organisations they follow, and follow-ups they owe. */
  'reseau.portefeuilles': lecture(z.strictObject({}), portefeuilles, ['membre', 'organisation', 'relance']),
  'reseau.portefeuille': lecture(z.strictObject({ membreId: id }), portefeuille, ['organisation', 'relance']),
  /** Puts a portfolio, or part of it, in the hands of a colleague; answers with what moved, for the undo. */
  'reseau.handover': ecriture(passationSaisie, passationFaite, ['organisation', 'relance']),
  'reseau.undoHandover': ecriture(passationFaite, passationRendue, ['organisation', 'relance']),
  'reseau.create': ecriture(organisationNouvelle, cree, ['organisation']),
  'reseau.update': ecriture(organisationModifiee, cree, ['organisation']),
  'reseau.archive': ecriture(unId, cree, ['organisation']),
  'reseau.restore': ecriture(unId, cree, ['organisation']),
  /** « Ne plus contacter »; gives the follow-ups it took away, for the undo. Once silent, corrects the reason. */
  'reseau.silence': ecriture(silenceSaisie, z.object({ id: z.string(), relanceIds: z.array(z.string()) }), [
    'organisation',
    'relance',
  ]),
  /** Lifts it; `relanceIds` come back with it when it was a mistake. */
  'reseau.endSilence': ecriture(z.strictObject({ id, relanceIds: z.array(id).max(1000).default([]) }), cree, [
    'organisation',
    'relance',
  ]),
  'reseau.saveSite': ecriture(siteSaisie, cree, ['organisation']),
  'reseau.archiveSite': ecriture(unId, cree, ['organisation']),
  'reseau.restoreSite': ecriture(unId, cree, ['organisation']),
};
