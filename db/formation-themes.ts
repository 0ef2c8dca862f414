import type { z } from 'zod';
import type { besoinsContrat, ThemeBesoins } from '../shared/formation/besoins.ts';
import {
  comparerUrgence,
  estParti,
  MINIMUM_HABITUEL,
  resteACouvrir,
} from '../shared/formation/regles-besoins.ts';
import type { Contexte } from './contexte.ts';
import { readBesoins } from './formation-besoins-lecture.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import { libelles } from './nomenclatures.ts';
import { requete } from './requetes.ts';

/** Sessions not over yet, with every seat that is held: a person only thought of holds one too. */
const SESSIONS = `
  SELECT f.id, f.numero, ${TITRE_SESSION} AS titre, f.debut, f.fin, f.statut, a.theme,
    f.places_min AS placesMin, f.places_max AS placesMax,
    (SELECT count(*) FROM inscription i
       WHERE i.session_id = f.id AND i.archived_at IS NULL AND i.statut <> 'ecarte')
    + (SELECT coalesce(sum(p.places), 0) FROM session_partenaire p WHERE p.session_id = f.id) AS prises
  FROM session_formation f JOIN action_formation a ON a.id = f.action_id
  WHERE f.archived_at IS NULL AND f.statut <> 'annulee' AND f.fin >= ? AND a.theme <> ''
    AND (@support = '' OR f.support IN ('', @support))
  ORDER BY f.debut, f.numero`;

/** The action of each theme that opens with the fewest. */
const ACTIONS = `
  SELECT theme, id, titre, places_min AS minimum FROM action_formation
  WHERE archived_at IS NULL AND theme <> '' ORDER BY places_min, titre, id`;

type Seance = ThemeBesoins['sessions'][number] & { theme: string };

/** Needs grouped by theme beside the sessions planned on it, those with the most people to train first. */
export function themes(
  contexte: Contexte,
  { support, campagneId }: z.output<(typeof besoinsContrat)['formation.themes']['entree']>,
): ThemeBesoins[] {
  const { db, today } = contexte;
  const besoins = readBesoins(contexte)
    .filter(({ ligne }) => ligne.statut !== 'ecarte')
    .filter(({ ligne }) => support === '' || [ligne.support, ligne.salarie?.support].includes(support))
    .filter(({ ligne }) => campagneId === null || ligne.campagne?.id === campagneId)
    .sort((a, b) => comparerUrgence(a.ligne, b.ligne) || a.nomTri.localeCompare(b.nomTri));
  const sessions = Map.groupBy(requete(db, SESSIONS).all(today, { support }) as Seance[], (s) => s.theme);
  const actions = Map.groupBy(
    requete(db, ACTIONS).all() as { theme: string; id: string; titre: string; minimum: number }[],
    (action) => action.theme,
  );
  const libelle = libelles(db, 'themes_formation');
  return [...Map.groupBy(besoins, ({ ligne }) => ligne.theme)]
    .map(([theme, lus]): ThemeBesoins => {
      const ouverts = lus
        .map(({ ligne }) => ligne)
        .filter((ligne) => resteACouvrir(ligne) > 0 && !estParti(ligne.salarie?.finContrat, today));
      const compter = (lignes: typeof ouverts) =>
        lignes.reduce((somme, ligne) => somme + resteACouvrir(ligne), 0);
      const couverts = (cle: 'inscrits' | 'formes') =>
        lus.reduce((somme, { ligne }) => somme + Math.min(ligne[cle], ligne.effectif), 0);
      const aLaMain = lus.filter(
        ({ ligne }) => ligne.statut === 'satisfait' && ligne.formes < ligne.effectif,
      );
      const action = actions.get(theme)?.[0];
      const siennes = (sessions.get(theme) ?? []).map(({ theme: _, ...session }) => session);
      return {
        theme,
        aCouvrir: compter(ouverts),
        prioritaires: compter(ouverts.filter(({ priorite }) => priorite === 'haute')),
        planifies: couverts('inscrits'),
        satisfaits:
          couverts('formes') + aLaMain.reduce((somme, { ligne }) => somme + ligne.effectif - ligne.formes, 0),
        besoinIds: ouverts.map(({ id }) => id),
        souhaiteLe: ouverts.flatMap(({ souhaiteLe }) => souhaiteLe ?? []).sort()[0] ?? null,
        qui: ouverts.map((ligne) => ({
          besoinId: ligne.id,
          salarie: ligne.salarie && {
            id: ligne.salarie.id,
            prenom: ligne.salarie.prenom,
            nom: ligne.salarie.nom,
          },
          support: ligne.support,
          effectif: resteACouvrir(ligne),
        })),
        minimum: action?.minimum ?? MINIMUM_HABITUEL,
        minimumDe: action ? { id: action.id, titre: action.titre } : null,
        sessions: siennes,
        placesLibres: siennes.reduce(
          (somme, { placesMax, prises }) => somme + Math.max(0, placesMax - prises),
          0,
        ),
      };
    })
    .sort(
      (a, b) =>
        b.aCouvrir - a.aCouvrir ||
        b.prioritaires - a.prioritaires ||
        libelle(a.theme).localeCompare(libelle(b.theme), 'fr'),
    );
}
