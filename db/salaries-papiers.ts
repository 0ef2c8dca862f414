import { createElement } from 'react';
import {
  type DonneesParcours,
  PageParcours,
  STYLE_PARCOURS,
} from '../shared/documents/salaries/fiche-parcours.tsx';
import { PageRadar, STYLE_RADAR } from '../shared/documents/salaries/radar.tsx';
import type { RadarFiltres } from '../shared/salaries/parcours.ts';
import type { Contexte } from './contexte.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { type Papier, papier, publierPapier, remettrePapier } from './papier.ts';
import { auteurCourant, enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { readSalarie } from './salaries.ts';
import { readParcours } from './salaries-parcours.ts';
import { lireRadar } from './salaries-radar.ts';

function nomDe(db: Base, table: 'membre' | 'organisation', id: string | null): string {
  if (id === null) return '';
  const nom = table === 'membre' ? "trim(prenom || ' ' || nom)" : 'nom';
  return (
    (requete(db, `SELECT ${nom} FROM ${table} WHERE id = ?`).pluck().get(id) as string | undefined) ?? ''
  );
}

function nomsDe(db: Base, { salarie }: Pick<DonneesParcours, 'salarie'>): DonneesParcours['noms'] {
  return {
    referent: nomDe(db, 'membre', salarie.referentId),
    encadrant: nomDe(db, 'membre', salarie.encadrantId),
    support: salarie.support ? libelles(db, 'supports')(salarie.support) : '',
    prescripteur: nomDe(db, 'organisation', salarie.prescripteurId),
    orienteur: nomDe(db, 'organisation', salarie.orienteurId),
  };
}

function fiche(contexte: Contexte, { id }: { id: string }): Papier {
  const { db, today } = contexte;
  const structure = enTete(readParametres(db), 'une fiche de parcours');
  const salarie = readSalarie(db, id);
  const page = createElement(PageParcours, {
    salarie,
    parcours: readParcours(contexte, { id }),
    noms: nomsDe(db, { salarie }),
    structure,
    etabliLe: today,
  });
  return papier(page, `Parcours de ${salarie.prenom} ${salarie.nom}`, structure, STYLE_PARCOURS);
}

/** The filters besides the horizon, in words. */
function direChoix(db: Base, { referent, encadrant, support, recherche }: RadarFiltres): string {
  // « Moi » is nobody once on a sheet.
  const membre = (choisi: string) =>
    choisi === 'aucun'
      ? 'personne'
      : nomDe(db, 'membre', choisi === 'moi' ? auteurCourant(db) : choisi) || 'ancien membre';
  return [
    referent && `référent : ${membre(referent)}`,
    encadrant && `encadrant : ${membre(encadrant)}`,
    support && `support : ${libelles(db, 'supports')(support)}`,
    recherche && `recherche : « ${recherche} »`,
  ]
    .filter(Boolean)
    .join(', ')
    .replace(/^./u, (lettre) => lettre.toUpperCase());
}

function radar(contexte: Contexte, filtres: RadarFiltres): Papier {
  const { db, today } = contexte;
  const structure = enTete(readParametres(db), 'cette liste');
  const page = createElement(PageRadar, {
    filtres,
    choix: direChoix(db, filtres),
    lignes: lireRadar(contexte, filtres).lignes,
    structure,
    etabliLe: today,
  });
  return papier(page, `Ce qui finit d’ici ${filtres.mois} mois`, structure, STYLE_RADAR);
}

export const salariesPapiersOperations = {
  'salaries.fichePage': (contexte: Contexte, entree: { id: string }) =>
    publierPapier(contexte, fiche(contexte, entree)),
  'salaries.fichePdf': (contexte: Contexte, entree: { id: string }) =>
    remettrePapier(contexte, fiche(contexte, entree)),
  'salaries.radarPage': (contexte: Contexte, filtres: RadarFiltres) =>
    publierPapier(contexte, radar(contexte, filtres)),
  'salaries.radarPdf': (contexte: Contexte, filtres: RadarFiltres) =>
    remettrePapier(contexte, radar(contexte, filtres)),
};
