import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../../shared/dates.ts';
import { MOIS } from '../../shared/format.ts';
import { appellation, type Fiche, type Personne, presents } from './carnet.ts';
import type { Equipe } from './equipe.ts';
import type { Salarie } from './parcours.ts';
import { type Details, EVENEMENTS, PHRASES, type Phrase, PREMIERS_PAS } from './phrases.ts';
import type { Scene } from './scene.ts';
import { SECTEURS } from './secteurs.ts';

/** January to December: quiet in August and at the end of the year, busy in spring and at the rentrée. */
const SAISON = [0.8, 0.85, 1, 0.95, 0.8, 0.95, 0.45, 0.12, 1, 0.95, 0.85, 0.4];

const NOMBRES = {
  jamais: [0, 0],
  froide: [1, 4],
  dormante: [2, 6],
  reguliere: [5, 11],
  fidele: [12, 22],
} as const satisfies Record<Fiche['relation'], readonly [number, number]>;

/** Outcomes, the more frequent the more likely; a cold relation knows the last four only. */
const ISSUES: readonly (readonly [Phrase['resultat'], number])[] = [
  ['realisee', 11],
  ['accord', 7],
  ['interessee', 20],
  ['a_suivre', 24],
  ['sans_reponse', 20],
  ['refus', 13],
  ['non_honoree', 5],
];
const ISSUES_FROIDES = ISSUES.filter(([issue]) => ['a_suivre', 'sans_reponse', 'refus'].includes(issue));

export function metierDe(fiche: Fiche, scene: Scene): string {
  const { metier } = scene.hasard.parmi(SECTEURS[fiche.secteur].metiers);
  const nom = metier.replace(/^[A-Z]\d{4} /, '');
  return nom.charAt(0).toLowerCase() + nom.slice(1);
}

/** What the sentences about one exchange may say. */
function detailler(
  scene: Scene,
  fiche: Fiche,
  date: DateCivile,
  personne: Personne,
  salaries: readonly Salarie[],
): Details & { salarie: Salarie } {
  const { hasard } = scene;
  const presents = salaries.filter(({ debut, fin }) => debut < date && date <= fin);
  const salarie = hasard.parmi(presents.length > 0 ? presents : salaries);
  const mois = Number(ajouterMois(date, hasard.entier(1, 3)).slice(5, 7));
  return {
    qui: appellation(personne),
    il: personne.civilite === 'Mme' ? 'elle' : 'il',
    metier: metierDe(fiche, scene),
    mois: MOIS[mois - 1]!,
    nombre: hasard.entier(3, 9),
    prenom: salarie.prenom,
    salarie,
  };
}

/** Days of contact between two dates, more of them in season and as the team gets to know its territory. */
function tirerDates(scene: Scene, nombre: number, du: DateCivile, au: DateCivile): DateCivile[] {
  const { hasard, today } = scene;
  const etendue = ecartJours(du, au);
  const dates: DateCivile[] = [];
  while (dates.length < nombre && etendue > 0) {
    const date = ajouterJours(du, hasard.entier(0, etendue));
    const recul = ecartJours(date, today) / 365;
    if (hasard.reel() > SAISON[Number(date.slice(5, 7)) - 1]! * Math.max(0.45, 1 - recul * 0.14)) continue;
    dates.push(scene.ouvre(date));
  }
  return dates.sort();
}

/** The team spares whom it already asks much of: no other call in the half-year that hosts someone. */
function menager({ today }: Scene, { accueils }: Fiche, dates: readonly DateCivile[]): DateCivile[] {
  const depuis = ajouterMois(today, -6);
  const permis = accueils.some((debut) => debut > ajouterMois(depuis, -1)) ? 0 : 2;
  const anciennes = dates.filter((date) => date <= depuis);
  return [...anciennes, ...dates.slice(anciennes.length, anciennes.length + permis)];
}

function auteurDe(scene: Scene, equipe: Equipe, canal: Phrase['canal']): string {
  return scene.hasard.pondere([
    [equipe.cip, canal === 'visite' ? 4 : 5],
    [equipe.relations, 5],
    [equipe.directrice, canal === 'reunion' ? 4 : 1],
    [equipe.encadrant, canal === 'visite' ? 2 : 0.5],
  ]);
}

/** All the ordinary exchanges with one organisation, and the follow-ups that were kept. */
export function raconter(
  scene: Scene,
  equipe: Equipe,
  salaries: readonly Salarie[],
  fiche: Fiche,
  fin: DateCivile,
): void {
  const { hasard, today } = scene;
  const [min, max] = NOMBRES[fiche.relation];
  const derniere = fiche.relation === 'dormante' ? ajouterMois(today, -15) : fin;
  const dates = menager(
    scene,
    fiche,
    tirerDates(scene, hasard.entier(min, max), ajouterJours(fiche.connue, 2), derniere),
  );
  const dites = new Set<Phrase>();
  let attendue: string | null = null;
  dates.forEach((date, rang) => {
    scene.le(date, () => {
      const personne = hasard.parmi(presents(fiche, date));
      const phrase = rang === 0 ? hasard.parmi(PREMIERS_PAS) : choisir(scene, fiche, dites);
      dites.add(phrase);
      scene.par(auteurDe(scene, equipe, phrase.canal));
      const details = detailler(scene, fiche, date, personne, salaries);
      const texte = phrase.texte(details);
      const { salarie } = details;
      const concerne = salarie.id !== '' && texte.includes(salarie.prenom);
      const suivante = dates[rang + 1];
      const echeance = ouvrable(scene, ajouterJours(date, hasard.entier(6, 24)));
      const promise =
        phrase.suite &&
        suivante !== undefined &&
        suivante > echeance &&
        suivante < ajouterJours(echeance, 50);
      scene.appeler('sollicitations.record', {
        date,
        canal: phrase.canal,
        sens: phrase.entrante ? 'entrante' : 'sortante',
        nature: phrase.nature,
        resultat: phrase.resultat,
        objet: phrase.objet,
        sousNature: phrase.sousNature ?? '',
        cause: phrase.cause ?? '',
        dureeMinutes: phrase.dureeMinutes ?? null,
        texte,
        salarieIds: concerne ? [salarie.id] : [],
        organisationIds: [fiche.id],
        interlocuteurIds: phrase.resultat === 'sans_reponse' ? [] : [personne.id],
        relance: promise ? { libelle: phrase.suite!(details), echeance } : null,
        relanceId: attendue,
      });
      attendue = promise ? relanceOuverte(scene, fiche) : null;
    });
  });
}

function ouvrable(scene: Scene, date: DateCivile): DateCivile {
  return date > scene.today ? date : scene.ouvre(date);
}

/** An organisation of the examples has one next action at most. */
function relanceOuverte(scene: Scene, { id }: Fiche): string {
  return scene.appeler('sollicitations.relancesOf', { organisationId: id }).lignes[0]!.id;
}

function choisir(scene: Scene, fiche: Fiche, dites: ReadonlySet<Phrase>): Phrase {
  const { hasard } = scene;
  const issue = hasard.pondere(fiche.relation === 'froide' ? ISSUES_FROIDES : ISSUES);
  const possibles = PHRASES.filter((phrase) => phrase.resultat === issue);
  const neuves = possibles.filter((phrase) => !dites.has(phrase));
  return hasard.parmi(neuves.length > 0 ? neuves : possibles);
}

/** Three meetings a year that gather several organisations: one exchange, counted once. */
export function reunir(scene: Scene, equipe: Equipe, fiches: readonly Fiche[], debut: DateCivile): void {
  const { hasard, today } = scene;
  for (let rang = 0; ajouterMois(debut, 3 + rang * 4) < today; rang += 1) {
    const date = scene.ouvre(ajouterMois(debut, 3 + rang * 4));
    const { texte, ...evenement } = EVENEMENTS[rang % EVENEMENTS.length]!;
    scene.le(date, () => {
      const connues = fiches.filter(
        ({ relation, connue }) => connue < date && (relation === 'fidele' || relation === 'reguliere'),
      );
      const venues = hasard.melanger(connues).slice(0, hasard.entier(4, 8));
      scene.par(rang % 3 === 0 ? equipe.directrice : equipe.relations);
      scene.appeler('sollicitations.record', {
        date,
        ...evenement,
        dureeMinutes: 120,
        resultat: 'realisee',
        texte: texte(venues.length),
        organisationIds: venues.map(({ id }) => id),
        interlocuteurIds: venues.map((fiche) => presents(fiche, date)[0]!.id),
      });
    });
  }
}
