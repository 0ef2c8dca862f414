import { niveauDe, trancheAge } from '../../shared/bilans/axes.ts';
import type { Fait } from '../../shared/bilans/faits.ts';
import { memoriser } from '../memoire.ts';
import type { Base } from '../open.ts';
import { requete } from '../requetes.ts';

/** What figures need to know of a person, whatever they count. */
export interface Personne {
  id: string;
  prenom: string;
  nom: string;
  naissance: string;
  axes: Fait['axes'];
}

/** Somebody the structure does not follow: nothing is known, which is not the same as not being a person's fact. */
export const PERSONNE_INCONNUE: Fait['axes'] = {
  sexe: '',
  age: '',
  niveau: '',
  niveauAsp: '',
  support: '',
  preparation: '',
  prescripteur: '',
  commune: '',
  critere: [],
  frein: [],
};

const PERSONNES = `
  SELECT s.id, s.prenom, s.nom, s.sexe, s.naissance, s.niveau_formation AS niveau, s.support, s.preparation,
    coalesce(s.prescripteur_id, '') AS prescripteur, s.ville AS commune,
    (SELECT json_group_array(c.critere) FROM critere_eligibilite c WHERE c.salarie_id = s.id) AS criteres,
    (SELECT json_group_array(f.frein) FROM frein f WHERE f.salarie_id = s.id) AS freins
  FROM salarie s`;

interface Lue {
  id: string;
  prenom: string;
  nom: string;
  sexe: string;
  naissance: string;
  niveau: string;
  support: string;
  preparation: string;
  prescripteur: string;
  commune: string;
  criteres: string;
  freins: string;
}

/**
 * Everybody, by id, with the axes a person brings to what is counted in a year. Archived people are part of history.
 * Read once for all the sources of a bilan.
 */
export function readPersonnes(db: Base, annee: number): ReadonlyMap<string, Personne> {
  return memoriser(db, `personnes ${annee}`, '', () => lirePersonnes(db, annee));
}

function lirePersonnes(db: Base, annee: number): ReadonlyMap<string, Personne> {
  const lues = requete(db, PERSONNES).all() as Lue[];
  return new Map(
    lues.map((lue) => [
      lue.id,
      {
        id: lue.id,
        prenom: lue.prenom,
        nom: lue.nom,
        naissance: lue.naissance,
        axes: {
          sexe: lue.sexe,
          age: trancheAge(lue.naissance, annee),
          niveau: niveauDe(lue.niveau),
          niveauAsp: lue.niveau,
          support: lue.support,
          preparation: lue.preparation,
          prescripteur: lue.prescripteur,
          commune: lue.commune,
          critere: JSON.parse(lue.criteres) as string[],
          frein: JSON.parse(lue.freins) as string[],
        },
      },
    ]),
  );
}
