import type { Cible } from '../shared/reseau/import/cibles.ts';
import type { CarteLue } from '../shared/reseau/personnes/carte.ts';
import type { Enregistrement } from './importation-decoupe.ts';
import { lireVcards } from './vcard.ts';

/** Columns an address book is read into, and where each one goes. */
export const COLONNES_CARNET: readonly (readonly [
  label: string,
  cible: Cible,
  lire: (carte: CarteLue) => string,
])[] = [
  ['Organisation', 'nom', ({ organisation }) => organisation],
  ['Civilité', 'contactCivilite', ({ civilite }) => civilite],
  ['Prénom', 'contactPrenom', ({ prenom }) => prenom],
  ['Nom', 'contactNom', ({ nom }) => nom],
  ['Fonction', 'contactFonction', ({ intitule }) => intitule],
  ['Téléphone', 'contactTelephone', ({ telephone }) => telephone],
  ['Autre téléphone', 'telephone', ({ autreTelephone }) => autreTelephone],
  ['Courriel', 'contactCourriel', ({ courriel }) => courriel],
  ['Autre courriel', 'courriel', ({ autreCourriel }) => autreCourriel],
  ['Site', 'site', ({ site }) => site],
  ['Adresse', 'adresse', ({ adresse }) => adresse],
  ['Code postal', 'codePostal', ({ codePostal }) => codePostal],
  ['Ville', 'ville', ({ ville }) => ville],
  ['Note', 'note', ({ note }) => note],
];

export const estCarnet = (texte: string) => /^\s*BEGIN:VCARD/i.test(texte);

/** The cards as records under their headings; those that could not be read are said. */
export function cartesEnLignes(texte: string): {
  enregistrements: Enregistrement[];
  avertissements: string[];
} {
  const { personnes, rejets } = lireVcards(texte);
  return {
    enregistrements: [
      { ligne: 0, cellules: COLONNES_CARNET.map(([label]) => label) },
      ...personnes.map((carte, rang) => ({
        ligne: rang + 1,
        cellules: COLONNES_CARNET.map(([, , lire]) => lire(carte)),
      })),
    ],
    avertissements: rejets.map(
      ({ rang, nom, raison }) => `Carte ${rang}${nom === '' ? '' : ` (${nom})`} laissée de côté. ${raison}`,
    ),
  };
}
