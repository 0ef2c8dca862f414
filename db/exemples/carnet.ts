import { estSiret } from '../../shared/champs.ts';
import { ajouterJours, type DateCivile, ecartJours } from '../../shared/dates.ts';
import { normaliser } from '../../shared/normaliser.ts';
import type { Equipe } from './equipe.ts';
import type { Hasard } from './hasard.ts';
import { GENRES, type LigneOrganisation, ORGANISATIONS, RUES, VILLES } from './organisations.ts';
import { NOMS, PRENOMS_F, PRENOMS_H } from './personnes.ts';
import type { Scene } from './scene.ts';
import { type CodeSecteur, type Fonction, SECTEURS } from './secteurs.ts';
import { rolesDe, sitesDe, traitsDe } from './traits.ts';

/** How far the relation went: never called, a few cold calls, steady, faithful, or silent for more than a year. */
export type Relation = 'jamais' | 'froide' | 'reguliere' | 'fidele' | 'dormante';

export interface Personne {
  id: string;
  civilite: 'Mme' | 'M.';
  prenom: string;
  nom: string;
  intitule: string;
  depuis: DateCivile;
  jusque: DateCivile | null;
}

export interface Fiche {
  id: string;
  nom: string;
  secteur: CodeSecteur;
  relation: Relation;
  /** Day the organisation entered the address book. */
  connue: DateCivile;
  /** Empty until that day is played. */
  personnes: Personne[];
  /** First days of the immersions it hosts, known as soon as they are planned. */
  accueils: DateCivile[];
}

/** Prefixes kept free for fiction by the ARCEP; the last four digits are drawn. */
const FICTION = ['0199 00', '0261 91', '0353 01', '0465 71', '0536 49'].map((debut) =>
  debut.replace(' ', ''),
);
const FICTION_MOBILE = '063998';

const PARTS: readonly (readonly [Relation, number])[] = [
  ['jamais', 9],
  ['froide', 17],
  ['dormante', 14],
  ['reguliere', 48],
  ['fidele', 32],
];

/** A SIRET whose keys are right under a SIREN (000 4…) that INSEE never gave. */
function siretFictif(rang: number): string {
  const siren = avecCle(`0004${String(1000 + rang * 7)}`);
  return avecCle(`${siren}0001`);
}

function avecCle(debut: string): string {
  for (let cle = 0; cle <= 9; cle += 1) {
    const essai = `${debut}${cle}`;
    const complet = essai.length === 9 ? `00000${essai}` : essai;
    if (estSiret(complet)) return essai;
  }
  throw new Error(`No key for ${debut}`);
}

function telephone(hasard: Hasard): string {
  return `${hasard.parmi(FICTION)}${String(hasard.entier(0, 9999)).padStart(4, '0')}`;
}

function mobile(hasard: Hasard): string {
  return `${FICTION_MOBILE}${String(hasard.entier(0, 9999)).padStart(4, '0')}`;
}

function domaine(nom: string): string {
  const mots = normaliser(nom)
    .split(' ')
    .filter((mot) => mot.length > 2);
  return `${mots.slice(0, 3).join('-')}.example`;
}

/** Fills the address book; `proches` are the organisations the story counts on, faithful since the first days. */
export function remplirCarnet(
  scene: Scene,
  equipe: Equipe,
  debut: DateCivile,
  proches: ReadonlySet<string>,
): Fiche[] {
  const { hasard, today } = scene;
  const relations = hasard.melanger(
    PARTS.flatMap(([relation, nombre]) => Array.from({ length: nombre }, () => relation)),
  );
  const noms = hasard.melanger(NOMS);
  return ORGANISATIONS.map((ligne, rang) => {
    const [nom, , secteur] = ligne;
    const relation: Relation = proches.has(nom) ? 'fidele' : relations[rang]!;
    const recul = ecartJours(debut, today);
    const connue =
      relation === 'jamais'
        ? scene.ouvre(ajouterJours(today, -hasard.entier(8, 60)))
        : scene.ouvre(
            ajouterJours(
              debut,
              proches.has(nom) || hasard.chance(0.5)
                ? 1
                : hasard.entier(20, Math.round(recul * (relation === 'dormante' ? 0.5 : 0.93))),
            ),
          );
    const fiche: Fiche = { id: '', nom, secteur, relation, connue, personnes: [], accueils: [] };
    scene.le(connue, () => inscrire(scene, equipe, fiche, ligne, rang, noms));
    return fiche;
  });
}

function inscrire(
  scene: Scene,
  equipe: Equipe,
  fiche: Fiche,
  ligne: LigneOrganisation,
  rang: number,
  noms: readonly string[],
): void {
  const { hasard } = scene;
  const [nom, genre, secteur, ville] = ligne;
  const { activite, conventionCollective } = SECTEURS[secteur];
  const site = domaine(nom);
  fiche.id = scene.appeler('reseau.create', {
    nom,
    genre,
    genreSiae: GENRES[nom] ?? '',
    activite,
    conventionCollective,
    siret: hasard.chance(0.9) || fiche.relation === 'fidele' ? siretFictif(rang) : '',
    adresse: `${hasard.entier(1, 78)} ${hasard.parmi(RUES)}`,
    codePostal: VILLES[ville]!,
    ville,
    telephone: telephone(hasard),
    autreTelephone: hasard.chance(0.2) ? telephone(hasard) : '',
    courriel: hasard.chance(0.85) ? `contact@${site}` : '',
    autreCourriel: '',
    site: hasard.chance(0.5) ? `www.${site}` : '',
    note: hasard.chance(0.25) ? hasard.parmi(NOTES) : '',
    ...traitsDe(ligne, rang, fiche.relation, equipe),
    roles: rolesDe(ligne, fiche),
  }).id;
  for (const site of sitesDe(nom)) scene.appeler('reseau.saveSite', { organisationId: fiche.id, ...site });
  const decideurs = SECTEURS[secteur].decideurs;
  const tuteurs = SECTEURS[secteur].tuteurs;
  const rangNom = rang * 3;
  const partie = fiche.relation !== 'jamais' && hasard.chance(0.2);
  const depart = partie ? scene.ouvre(ajouterJours(fiche.connue, hasard.entier(200, 700))) : null;
  presenter(scene, fiche, hasard.parmi(decideurs), noms[rangNom % noms.length]!, fiche.connue, depart);
  if (depart !== null && depart < scene.today) {
    scene.le(depart, () =>
      presenter(scene, fiche, hasard.parmi(decideurs), noms[(rangNom + 17) % noms.length]!, depart, null),
    );
  }
  if (hasard.chance(0.7)) {
    presenter(scene, fiche, hasard.parmi(tuteurs), noms[(rangNom + 1) % noms.length]!, fiche.connue, null);
  }
  if (hasard.chance(0.2)) {
    const accueil = ['Assistante', 'Assistant', 'assistance'] as const;
    presenter(scene, fiche, accueil, noms[(rangNom + 2) % noms.length]!, fiche.connue, null);
  }
}

const NOTES = [
  'Parking derrière le bâtiment, se présenter à l’accueil. Préfère être appelé avant 9 heures.',
  'Ligne de bus toutes les vingt minutes, arrêt à 300 m. Vestiaires et réfectoire sur place.',
  'Permis B utile : plusieurs chantiers dans la journée.',
  'Période forte de mars à octobre. Fermeture les trois premières semaines d’août.',
  'Équipe de huit personnes, habituée à former. Ne pas solliciter plus de deux fois par an.',
  'Facturation par mandat administratif, compter deux mois. Décisions prises en conseil.',
];

/** Writes down a person with a function; the departure, when known, is written the day it happens. */
function presenter(
  scene: Scene,
  fiche: Fiche,
  [feminin, masculin, qualite]: Fonction,
  nom: string,
  depuis: DateCivile,
  jusque: DateCivile | null,
): void {
  const { hasard } = scene;
  const femme = hasard.chance(0.5);
  const prenom = hasard.parmi(femme ? PRENOMS_F : PRENOMS_H);
  const intitule = femme ? feminin : masculin;
  const saisie = {
    organisationId: fiche.id,
    civilite: femme ? ('Mme' as const) : ('M.' as const),
    prenom,
    nom,
    qualite,
    intitule,
    telephone: hasard.chance(0.7) ? mobile(hasard) : '',
    courriel: hasard.chance(0.6)
      ? `${normaliser(prenom).replaceAll(' ', '-')}.${normaliser(nom).replaceAll(' ', '')}@${domaine(fiche.nom)}`
      : '',
    debut: depuis,
    fin: null,
  };
  const { id } = scene.appeler('reseau.saveInterlocuteur', saisie);
  const parti = jusque !== null && jusque < scene.today ? jusque : null;
  fiche.personnes.push({ id, civilite: saisie.civilite, prenom, nom, intitule, depuis, jusque: parti });
  if (parti)
    scene.le(parti, () => void scene.appeler('reseau.saveInterlocuteur', { ...saisie, id, fin: parti }));
}

/** Who can be reached in an organisation on a day, those in charge first. */
export function presents(fiche: Fiche, date: DateCivile): Personne[] {
  return fiche.personnes.filter(
    ({ depuis, jusque }) => depuis <= date && (jusque === null || date <= jusque),
  );
}

export function appellation({ civilite, nom }: Personne): string {
  return `${civilite} ${nom}`;
}
