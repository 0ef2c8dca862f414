import { ajouterJours, ajouterMois } from '../shared/dates.ts';
import type { Contexte } from './contexte.ts';
import { EN_ATTENTE, promettre } from './exemples/a-faire.ts';
import { passer } from './exemples/anciens.ts';
import { entourer } from './exemples/appuis.ts';
import { rendreCompte } from './exemples/bilans.ts';
import { remplirCarnet } from './exemples/carnet.ts';
import { convenir } from './exemples/conventions.ts';
import { raconter, reunir } from './exemples/echanges.ts';
import { installer } from './exemples/equipe.ts';
import { former } from './exemples/formation.ts';
import { participer } from './exemples/fse.ts';
import { payer } from './exemples/heures.ts';
import { ACCUEILS_EN_VUE, planifier, recruter } from './exemples/parcours.ts';
import { marquer } from './exemples/reperes.ts';
import { Scene } from './exemples/scene.ts';
import { sortir } from './exemples/sorties.ts';
import { accompagner } from './exemples/suivi-parcours.ts';
import { viser } from './exemples/vie-immersion.ts';
import { preparerVisite } from './exemples/visites.ts';
import type { Base } from './open.ts';
import { changerEnVrac } from './recherche.ts';

/** Years of activity that the examples tell. */
const ANNEES = 4;

/** About as many records corrected on the way: people who come and go. */
const CORRECTIONS = 300;

/**
 * Fills an empty base with four years of an imaginary structure. The same day always gives the same base.
 * Runs inside the caller's transaction; uses of `contexte` its day and its depot, never its base.
 */
export function remplirExemples(base: Base, contexte: Contexte): void {
  changerEnVrac(base, CORRECTIONS, () => raconterTout(new Scene(base, contexte)));
}

function raconterTout(scene: Scene): void {
  const { today } = scene;
  const debut = scene.ouvre(ajouterMois(today, -12 * ANNEES));
  const equipe = scene.commencer(debut, () => installer(scene));
  const fiches = remplirCarnet(scene, equipe, debut, new Set([...EN_ATTENTE.keys(), ...ACCUEILS_EN_VUE]));
  const appuis = entourer(scene, debut);
  const salaries = recruter(scene, equipe, appuis);
  accompagner(scene, equipe, salaries);
  const anciens = passer(scene, equipe, appuis);
  accompagner(scene, equipe, anciens);
  planifier(scene, equipe, salaries, fiches);
  for (const fiche of fiches) {
    const recul = EN_ATTENTE.get(fiche.nom);
    raconter(scene, equipe, salaries, fiche, recul === undefined ? today : ajouterJours(today, recul - 10));
  }
  reunir(scene, equipe, fiches, debut);
  promettre(scene, equipe, fiches);
  marquer(scene, equipe, fiches);
  preparerVisite(scene, equipe, fiches);
  former(scene, equipe, appuis, salaries, fiches);
  const tous = [...salaries, ...anciens];
  sortir(scene, equipe, tous);
  payer(scene, equipe, tous);
  const conventions = convenir(scene, equipe, appuis);
  participer(scene, equipe, conventions, tous);
  rendreCompte(scene, equipe, conventions);
  scene.le(today, () => {
    scene.par(equipe.cip);
    viser(scene);
  });
  scene.jouer();
  // Whoever opens the examples sees the counsellor's day.
  scene.par(equipe.cip);
}
