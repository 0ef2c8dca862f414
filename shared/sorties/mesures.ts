import { CATEGORIES_SORTIE, MOIS_SORTIE, SITUATIONS_SORTIE } from '../nomenclatures/sorties.ts';
import type { MesureSituation, MesureSorties, SortieLue } from './contrat.ts';
import { estDynamique } from './motifs.ts';

/** Exits as they count: the base of every rate is those that are counted, the others are said apart. */
export function mesurerSorties(sorties: readonly SortieLue[]): MesureSorties {
  const combien = (garder: (sortie: SortieLue) => boolean) => sorties.filter(garder).length;
  const comptees = sorties.filter(({ verdict }) => verdict.comptee);
  return {
    constatees: sorties.length,
    comptees: comptees.length,
    nonComptees: combien(({ verdict }) => verdict.etat === 'non_comptee'),
    retraits: combien(({ motif }) => motif.categorie === 'retrait'),
    inconnues: combien(({ verdict }) => verdict.etat === 'inconnue'),
    dynamiques: comptees.filter(({ motif }) => estDynamique(motif.categorie)).length,
    categories: CATEGORIES_SORTIE.valeurs
      .filter(({ code }) => code !== 'retrait')
      .map(({ code }) => {
        const siennes = comptees.filter(({ motif }) => motif.categorie === code);
        const deSexe = (sexe: string) => siennes.filter(({ salarie }) => salarie.sexe === sexe).length;
        return { categorie: code, comptees: siennes.length, femmes: deSexe('F'), hommes: deSexe('H') };
      }),
    compteesAsp: combien(({ verdict }) => verdict.parAsp.comptee),
    ecarts: combien(ecartAsp),
  };
}

/** The documented rule and the ASP's code do not say the same of this exit. */
export const ecartAsp = ({ verdict }: SortieLue): boolean => verdict.etat !== verdict.parAsp.etat;

const parentDe = (code: string) => SITUATIONS_SORTIE.valeurs.find((valeur) => valeur.code === code)?.parent;

/** Where people stand at 3, 6 and 12 months: those who answered are the base, « sans réponse » stands apart. */
export function mesurerSituations(sorties: readonly SortieLue[]): MesureSituation[] {
  return MOIS_SORTIE.map((mois) => {
    const suivies = sorties.flatMap(({ situations }) => situations.filter((une) => une.mois === mois));
    const combien = (etat: (typeof suivies)[number]['etat']) =>
      suivies.filter((une) => une.etat === etat).length;
    const dites = (parent: string) =>
      suivies.filter(({ etat, situation }) => etat === 'repondu' && parentDe(situation) === parent).length;
    return {
      mois,
      suivies: suivies.length,
      pasEncore: combien('pas_encore'),
      nonDemandes: combien('non_demande'),
      sansReponse: combien('sans_reponse'),
      repondants: combien('repondu'),
      emploi: dites('emploi'),
      formation: dites('formation'),
      autre: dites('autre'),
    };
  });
}
