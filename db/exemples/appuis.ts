import type { Entree } from '../../shared/contrat.ts';
import type { DateCivile } from '../../shared/dates.ts';
import { VILLES } from './organisations.ts';
import type { Scene } from './scene.ts';

/** Bodies around the parcours, known from the first days; ids, empty until then. */
export interface Appuis {
  emploi: string;
  jeunes: string;
  departement: string;
  opco: string;
  region: string;
  etat: string;
  securite: string;
  metiers: string;
  langue: string;
}

const CORPS: Record<
  keyof Appuis,
  {
    nom: string;
    genre: 'public' | 'non_marchand' | 'marchand';
    role: string;
    ville: string;
    activite: string;
  }
> = {
  emploi: {
    nom: 'France Travail, agence de Riom',
    genre: 'public',
    role: 'prescripteur',
    ville: 'Riom',
    activite: 'Service public de l’emploi',
  },
  jeunes: {
    nom: 'Mission locale de la Limagne',
    genre: 'non_marchand',
    role: 'prescripteur',
    ville: 'Riom',
    activite: 'Accompagnement des jeunes',
  },
  departement: {
    nom: 'Maison départementale des solidarités de Riom',
    genre: 'public',
    role: 'prescripteur',
    ville: 'Riom',
    activite: 'Action sociale',
  },
  opco: {
    nom: 'OPCO de l’économie solidaire',
    genre: 'non_marchand',
    role: 'financeur',
    ville: 'Clermont-Ferrand',
    activite: 'Financement de la formation',
  },
  region: {
    nom: 'Conseil régional',
    genre: 'public',
    role: 'financeur',
    ville: 'Clermont-Ferrand',
    activite: 'Collectivité territoriale',
  },
  etat: {
    nom: 'DDETS du Puy-de-Dôme',
    genre: 'public',
    role: 'financeur',
    ville: 'Clermont-Ferrand',
    activite: 'Services de l’État',
  },
  securite: {
    nom: 'Prévention Gergovie',
    genre: 'marchand',
    role: 'organisme_formation',
    ville: 'Gerzat',
    activite: 'Formation à la sécurité et à la conduite d’engins',
  },
  metiers: {
    nom: 'Limagne Formation',
    genre: 'non_marchand',
    role: 'organisme_formation',
    ville: 'Clermont-Ferrand',
    activite: 'Formation professionnelle',
  },
  langue: {
    nom: 'Les Mots du Val',
    genre: 'non_marchand',
    role: 'organisme_formation',
    ville: 'Riom',
    activite: 'Savoirs de base et français',
  },
};

/** Writes them down on the first day: who prescribes, who funds, who trains. */
export function entourer(scene: Scene, debut: DateCivile): Appuis {
  const ids = Object.fromEntries(Object.keys(CORPS).map((cle) => [cle, ''])) as unknown as Appuis;
  scene.le(debut, () => {
    for (const [cle, { nom, genre, role, ville, activite }] of Object.entries(CORPS)) {
      const saisie: Entree<'reseau.create'> = {
        nom,
        genre,
        activite,
        ville,
        codePostal: VILLES[ville]!,
        stade: 'partenaire',
        roles: [{ role, debut, fin: null }],
      } as Entree<'reseau.create'>;
      ids[cle as keyof Appuis] = scene.appeler('reseau.create', saisie).id;
    }
  });
  return ids;
}
