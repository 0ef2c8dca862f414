import type { Scene } from './scene.ts';

export interface Equipe {
  directrice: string;
  cip: string;
  relations: string;
  encadrant: string;
}

/** The imaginary structure and its four permanents, known from the first day on. */
export function installer(scene: Scene): Equipe {
  scene.appeler('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '000 410 639 00017',
    adresse: '12 rue des Lavandières',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '04 65 71 12 00',
    courriel: 'accueil@ateliers-du-val.example',
    conventionNumero: 'ACI 063 25 0012',
    logo: '',
  });
  const { membres } = scene.appeler('parametres.saveEquipe', {
    membres: [
      { prenom: 'Hélène', nom: 'Chassagnette', fonction: 'Directrice' },
      { prenom: 'Karine', nom: 'Brunet', fonction: 'Conseillère en insertion' },
      { prenom: 'Thomas', nom: 'Aït-Kaciel', fonction: 'Chargé de relation entreprises' },
      { prenom: 'Denis', nom: 'Lamartine-Roy', fonction: 'Encadrant technique' },
    ],
  });
  const idDe = (prenom: string) => membres.find((membre) => membre.prenom === prenom)!.id;
  return {
    directrice: idDe('Hélène'),
    cip: idDe('Karine'),
    relations: idDe('Thomas'),
    encadrant: idDe('Denis'),
  };
}
