import type { Entree, Sortie } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import type { CRITERES, NIVEAUX_FORMATION } from '../../shared/nomenclatures/salaries.ts';
import { seuilsAu } from '../../shared/parametres/seuils.ts';
import { finAttestee } from '../../shared/salaries/regles-pass.ts';
import type { Appuis } from './appuis.ts';
import type { Equipe } from './equipe.ts';
import { Hasard } from './hasard.ts';
import { RUES, VILLES } from './organisations.ts';
import type { Salarie } from './parcours.ts';
import { JUSTIFICATIFS, PROJETS, ZONES } from './phrases-parcours.ts';
import type { Scene } from './scene.ts';
import { SECTEURS } from './secteurs.ts';

type Saisie = Entree<'salaries.create'>;
type Niveau = (typeof NIVEAUX_FORMATION)['valeurs'][number]['code'];

/** Draws of their own: what is told of a person changes nothing of the rest of the story. */
const GRAINE = 20190311;
const tirages = new WeakMap<Scene, Hasard>();
export function hasardProfils(scene: Scene): Hasard {
  let connu = tirages.get(scene);
  if (!connu) {
    connu = new Hasard(GRAINE);
    tirages.set(scene, connu);
  }
  return connu;
}

/** Supports of the structure, and the trades one comes to aim at from there. */
export const SUPPORTS_EXEMPLES = [
  { support: 'espaces_verts', secteurs: ['paysage'] },
  { support: 'recyclerie', secteurs: ['transport', 'commerce'] },
  { support: 'batiment', secteurs: ['batiment'] },
  { support: 'proprete', secteurs: ['proprete', 'soin'] },
] as const;

/** As they ship. */
const SEUILS = seuilsAu('', []);

const NIVEAUX: readonly (readonly [Niveau, number])[] = [
  ['01', 1],
  ['70', 4],
  ['50', 3],
  ['51', 5],
  ['40', 2],
  ['60', 1],
  ['20', 0.6],
];

/** What is known on the first day: who sent the person, on which criteria, and where to reach them. */
export function profil(
  scene: Scene,
  equipe: Equipe,
  appuis: Appuis,
  { prenom, age, debut }: Salarie,
): Partial<Saisie> {
  const hasard = hasardProfils(scene);
  const ville = hasard.parmi(['Riom', 'Riom', 'Mozac', 'Ménétrol', 'Volvic', 'Ennezat', 'Gerzat']);
  const criteres = criteresDe(hasard, age);
  const prescripteur =
    age < 26 ? appuis.jeunes : criteres.includes('rsa') ? appuis.departement : appuis.emploi;
  const dossier = hasard.parmi(JUSTIFICATIFS);
  const debutPass = ajouterJours(debut, -hasard.entier(0, 20));
  return {
    adresse: `${hasard.entier(1, 60)} ${hasard.parmi(RUES)}`,
    codePostal: VILLES[ville]!,
    ville,
    prescripteurId: prescripteur,
    prescripteurConseiller: hasard.parmi(['Mme Ollieret', 'M. Teilhardet', 'Mme Vernassal', '']),
    orienteurId: hasard.chance(0.3) ? appuis.emploi : null,
    orienteLe: ajouterJours(debut, -hasard.entier(12, 40)),
    niveauFormation: hasard.pondere(NIVEAUX),
    projetEtat: 'a_construire',
    projet: hasard.parmi(PROJETS.a_construire),
    preparation: 'pas_encore',
    referentId: equipe.cip,
    encadrantId: equipe.encadrant,
    support: hasard.parmi(SUPPORTS_EXEMPLES).support,
    passIae: [
      {
        numero: `99999${String(hasard.entier(1_000_000, 9_999_999))}`,
        debut: debutPass,
        fin: finAttestee(debutPass, SEUILS),
        evenements: evenementsPass(scene, prenom, debutPass),
      },
    ],
    criteres: criteres.map((critere) => ({
      critere,
      constateLe: debut,
      // One of the team's duties this week: a proof not put away yet.
      justificatif: prenom === 'Kévin' ? '' : dossier,
    })),
    freins: hasard
      .melanger(['langue', 'droits', 'logement', 'mobilite', 'finances', 'disponibilite'] as const)
      .slice(0, hasard.entier(1, 3))
      .map((frein) => ({ frein })),
  };
}

/** A PASS suspended, and one that was prolonged: what the sheet and the radar must count. */
function evenementsPass(
  { today }: Scene,
  prenom: string,
  debut: DateCivile,
): NonNullable<NonNullable<Saisie['passIae']>[number]['evenements']> {
  const suspendu = { genre: 'suspension', debut: ajouterMois(debut, 6), fin: ajouterMois(debut, 8) } as const;
  const fin = ajouterJours(finAttestee(debut, SEUILS), 1);
  const prolonge = {
    genre: 'prolongation',
    motif: 'senior',
    debut: fin,
    fin: ajouterJours(ajouterMois(fin, 12), -1),
  } as const;
  if (prenom === 'Bruno' && suspendu.fin < today) return [suspendu];
  return prenom === 'Jocelyne' ? [prolonge] : [];
}

type Critere = (typeof CRITERES)['valeurs'][number]['code'];

function criteresDe(hasard: Hasard, age: number): Critere[] {
  const niveau1 = hasard.pondere<Critere | null>([
    ['rsa', 5],
    ['detld', 3],
    ['ass', 1],
    [null, 2],
  ]);
  const autres: Critere[] = [
    ...(age < 26 ? (['jeune'] as const) : age > 50 ? (['senior'] as const) : []),
    ...hasard
      .melanger(['niveau_3', 'parent_isole', 'qpv', 'mobilite', 'frr'] as const)
      .slice(0, niveau1 ? 1 : 3),
  ];
  return niveau1 ? [niveau1, ...autres] : autres;
}

/** How the project of a person grows: explored after two months, confirmed later, ready near the end. */
export function grandir(scene: Scene, salarie: Salarie): void {
  const { today } = scene;
  const { debut, fin } = salarie;
  const jalon = (part: number) =>
    scene.ouvre(ajouterJours(debut, Math.round(((Date.parse(fin) - Date.parse(debut)) / 86_400_000) * part)));
  const changer = (
    date: DateCivile,
    faire: (fiche: Omit<Sortie<'salaries.get'>, 'archivedAt'>) => Partial<Saisie>,
  ) => {
    if (date >= today || date <= debut) return;
    scene.le(date, () => {
      const { archivedAt: _, ...fiche } = scene.appeler('salaries.get', { id: salarie.id });
      scene.appeler('salaries.update', { ...fiche, ...faire(fiche) });
    });
  };
  const explore = scene.ouvre(ajouterJours(debut, 55));
  changer(explore, ({ support, freins }) => {
    const hasard = hasardProfils(scene);
    const secteurs = SUPPORTS_EXEMPLES.find((un) => un.support === support)?.secteurs ?? ['paysage'];
    const metiers = secteurs.flatMap((secteur) => SECTEURS[secteur].metiers);
    const voiture = hasard.chance(0.35);
    return {
      projetEtat: 'en_cours',
      projet: hasard.parmi(PROJETS.en_cours),
      projetLe: explore,
      metiersVises: hasard
        .melanger(metiers)
        .slice(0, 2)
        .map(({ rome, metier }) => ({ code: rome, version: 'v4', libelle: metier })),
      permis: voiture ? ['b'] : hasard.parmi([['aucun'], ['en_cours'], ['am']] as const).slice(),
      vehicule: voiture ? 'voiture' : hasard.parmi(['aucun', 'velo', 'deux_roues'] as const),
      zones: hasard.parmi(ZONES),
      horairesPossibles: hasard
        .parmi([
          ['journee'],
          ['journee', 'matin'],
          ['journee', 'matin', 'samedi'],
          ['journee', 'soir'],
        ] as const)
        .slice(),
      freins: freins.map(({ frein }) => ({
        frein,
        interne: hasard.chance(0.6),
        externe: hasard.chance(0.35),
      })),
    };
  });
  const valide = jalon(0.5);
  changer(valide, ({ projetEtat, projet }) => {
    const hasard = hasardProfils(scene);
    if (projetEtat !== 'en_cours' || hasard.chance(0.25)) return { projet };
    return {
      projetEtat: 'valide',
      projet: hasard.parmi(PROJETS.valide),
      projetLe: valide,
      preparation: 'bientot',
      preparationLe: valide,
    };
  });
  const pret = jalon(0.75);
  changer(pret, ({ projetEtat, preparation }) =>
    projetEtat === 'valide' ? { preparation: 'pret', preparationLe: pret } : { preparation },
  );
}
