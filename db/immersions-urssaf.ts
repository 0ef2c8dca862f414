import type { z } from 'zod';
import { MOIS } from '../shared/format.ts';
import { declarantDe } from '../shared/immersions/regles-accident.ts';
import { presencesDe } from '../shared/immersions/regles-presences.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import type { suiviContrat } from '../shared/immersions/suivi.ts';
import type { Contexte } from './contexte.ts';
import { joursDe } from './immersions.ts';
import { lirePresences, personneAbsente } from './immersions-heures-faites.ts';
import { readParametres } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import type { immersion } from './schema/index.ts';
import { colonne, deliverTableur } from './tableur.ts';

type Periode = { du: string; au: string };

interface LigneHeures {
  numero: string;
  salarieId: string;
  prenom: string;
  nom: string;
  accueil: string;
  siret: string;
  debut: string;
  fin: string;
  /** First day of the month. */
  mois: string;
  jours: number;
  prevues: number;
  faites: number;
  declarant: string;
}

// Aliases of `joursDe`: its columns as the schema names them.
const SUSPENDUES = `
  SELECT i.id, i.numero, i.debut, i.fin, i.horaires, i.exceptions, i.feries_travailles AS feriesTravailles,
    i.alsace_moselle AS alsaceMoselle, i.mode_contrat AS modeContrat, i.prescripteur_nom AS prescripteurNom,
    s.id AS salarieId, s.prenom, s.nom, o.nom AS accueil, o.siret
  FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
  WHERE i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)}) AND i.mode_contrat = 'suspendu'
    AND i.debut <= @au AND i.fin >= @du
  ORDER BY s.nom_tri, i.debut, i.numero`;

/** Hours done, never those to come: by person and month, in the order of the names. */
function lireHeures({ db, today }: Contexte, { du, au }: Periode): LigneHeures[] {
  const { structure } = readParametres(db);
  const limite = au < today ? au : today;
  type Ligne = Omit<LigneHeures, 'declarant'> & typeof immersion.$inferSelect;
  return (requete(db, SUSPENDUES).all({ du, au: limite }) as Ligne[]).flatMap((ligne) => {
    const { jours } = presencesDe(joursDe(ligne), lirePresences(db, ligne.id));
    const { nom: declarant } = declarantDe(structure, ligne);
    const parMois = new Map<string, LigneHeures>();
    const absente = personneAbsente(db, ligne.id);
    for (const { date, prevues, faites: notees } of jours) {
      if (date < du || date > limite) continue;
      const faites = absente ? 0 : notees;
      const mois = `${date.slice(0, 7)}-01`;
      const { numero, salarieId, prenom, nom, accueil, siret, debut, fin } = ligne;
      const dite = parMois.get(mois) ?? {
        ...{ numero, salarieId, prenom, nom, accueil, siret, debut, fin, mois, declarant },
        ...{ jours: 0, prevues: 0, faites: 0 },
      };
      parMois.set(mois, {
        ...dite,
        jours: dite.jours + (faites > 0 ? 1 : 0),
        prevues: dite.prevues + prevues,
        faites: dite.faites + faites,
      });
    }
    return [...parMois.values()];
  });
}

const direMois = (mois: string) => `${MOIS[Number(mois.slice(5, 7)) - 1]} ${mois.slice(0, 4)}`;

const COLONNES = [
  colonne.texte<LigneHeures>('Mois', ({ mois }) => direMois(mois)),
  colonne.texte<LigneHeures>('Nom', ({ nom }) => nom),
  colonne.texte<LigneHeures>('Prénom', ({ prenom }) => prenom),
  colonne.texte<LigneHeures>('Convention', ({ numero }) => numero),
  colonne.texte<LigneHeures>('Accueil', ({ accueil }) => accueil),
  colonne.siret<LigneHeures>('SIRET de l’accueil', ({ siret }) => siret),
  colonne.date<LigneHeures>('Immersion du', ({ debut }) => debut),
  colonne.date<LigneHeures>('Au', ({ fin }) => fin),
  colonne.nombre<LigneHeures>('Jours faits', ({ jours }) => jours),
  colonne.heures<LigneHeures>('Heures prévues', ({ prevues }) => prevues),
  colonne.heures<LigneHeures>('Heures faites', ({ faites }) => faites),
  colonne.texte<LigneHeures>('Prescripteur qui déclare', ({ declarant }) => declarant),
];

export const urssafOperations = {
  'immersions.heures': (contexte: Contexte, periode: Periode) => {
    const lignes = lireHeures(contexte, periode);
    return {
      lignes: lignes.length,
      personnes: new Set(lignes.map(({ salarieId }) => salarieId)).size,
      minutes: lignes.reduce((somme, { faites }) => somme + faites, 0),
    };
  },
  'immersions.heuresExport': (
    contexte: Contexte,
    { format, ...periode }: z.output<(typeof suiviContrat)['immersions.heuresExport']['entree']>,
  ) =>
    deliverTableur(contexte, format, {
      nom: `heures-immersions-suspendues-${periode.du}-${periode.au}`,
      feuille: 'Heures à déclarer',
      colonnes: COLONNES,
      lignes: lireHeures(contexte, periode),
    }),
};
