import { contrat, type Entree, type Sortie } from '../../shared/contrat.ts';
import { ajouterJours, type DateCivile, jourSemaine, joursFeries } from '../../shared/dates.ts';
import type { GenreDocumentFormation } from '../../shared/formation/papiers.ts';
import type { GenreDocument } from '../../shared/immersions/papiers.ts';
import { garderEmission, preparerEmission } from '../bilans-emissions.ts';
import { bilansPreparesOperations } from '../bilans-preparation.ts';
import { temoignagesOperations } from '../bilans-temoignages.ts';
import type { Contexte } from '../contexte.ts';
import { conventionsOperations } from '../conventions.ts';
import { formationOperations } from '../formation.ts';
import { fseOperations } from '../fse.ts';
import { heuresOperations } from '../heures.ts';
import { immersionsOperations } from '../immersions.ts';
import { bilanImmersionOperations } from '../immersions-bilan.ts';
import { immersionsObjectifsOperations } from '../immersions-objectifs.ts';
import { suiviOperations } from '../immersions-suivi.ts';
import { vieOperations } from '../immersions-vie.ts';
import type { Base } from '../open.ts';
import { prepareConvention, saveConvention } from '../papiers/convention.ts';
import { type Designe, garderEdition } from '../papiers/emission.ts';
import type { PapierQuelconque } from '../papiers/papier.ts';
import { PAPIERS } from '../papiers/registre.ts';
import { PAPIERS_FORMATION } from '../papiers/registre-formation.ts';
import { parametresOperations, writeMembreCourant } from '../parametres.ts';
import { reseauOperations } from '../reseau.ts';
import { salariesOperations } from '../salaries.ts';
import { parcoursSalarieOperations } from '../salaries-parcours.ts';
import { sollicitationsOperations } from '../sollicitations.ts';
import { sortiesOperations } from '../sorties.ts';
import { visitesOperations } from '../visites.ts';
import { Hasard } from './hasard.ts';

const OPERATIONS = {
  ...parametresOperations,
  ...reseauOperations,
  ...sollicitationsOperations,
  ...salariesOperations,
  ...parcoursSalarieOperations,
  ...formationOperations,
  ...immersionsOperations,
  ...vieOperations,
  ...suiviOperations,
  ...immersionsObjectifsOperations,
  ...bilanImmersionOperations,
  ...visitesOperations,
  ...sortiesOperations,
  ...heuresOperations,
  ...conventionsOperations,
  ...fseOperations,
  ...temoignagesOperations,
  ...bilansPreparesOperations,
};
type Nom = keyof typeof OPERATIONS;

/** Same seed, same base. */
const GRAINE = 20180905;

/**
 * Tells four years as if somebody had typed them day after day: everything goes through the operations of the
 * application, with the date of then, so that the base holds nothing the application would not have written.
 */
export class Scene {
  readonly today: DateCivile;
  readonly hasard = new Hasard(GRAINE);
  /** Draws apart: one more record changes nothing of the story. */
  private readonly identites = new Hasard(GRAINE + 1);
  private readonly base: Base;
  private readonly ports: Contexte;
  /** Latest first: the next one to play is the last. */
  private readonly prevus: { date: DateCivile; jouer: () => void }[] = [];
  private date: DateCivile;
  private rang = 0;
  private auteur = '';

  constructor(base: Base, ports: Contexte) {
    this.base = base;
    this.ports = ports;
    this.today = ports.today;
    this.date = ports.today;
  }

  /** Something that happens on a day: days are played in order, and within a day as they were planned. */
  le(date: DateCivile, jouer: () => void): void {
    let rang = this.prevus.length;
    while (rang > 0 && this.prevus[rang - 1]!.date <= date) rang -= 1;
    this.prevus.splice(rang, 0, { date, jouer });
  }

  /** Plays the very first day at once, and answers with what it made. */
  commencer<T>(date: DateCivile, jouer: () => T): T {
    this.date = date;
    return jouer();
  }

  jouer(): void {
    for (let prevu = this.prevus.pop(); prevu; prevu = this.prevus.pop()) {
      this.date = prevu.date;
      prevu.jouer();
    }
  }

  appeler<N extends Nom>(nom: N, entree: Entree<N>): Sortie<N> {
    const lancer = OPERATIONS[nom] as (contexte: Contexte, entree: unknown) => Sortie<N>;
    return lancer(this.contexte(), contrat[nom].entree.parse(entree));
  }

  /** Makes a convention ready to sign, without its PDF: nobody will sign this one. */
  emettre(id: string): void {
    const contexte = this.contexte();
    saveConvention(contexte, id, prepareConvention(contexte, id));
  }

  /** Freezes another paper as it is handed out, without its PDF either. */
  remettre(immersionId: string, genre: GenreDocument, objetId = ''): void {
    this.figer(PAPIERS[genre], { proprietaire: 'immersion', id: immersionId, genre, objetId });
  }

  /** The same for the papers of a kind of a session: one for each trainee when they are theirs. */
  remettreSession(id: string, genre: GenreDocumentFormation): void {
    const papier = PAPIERS_FORMATION[genre];
    for (const { id: objetId } of papier?.objets?.(this.contexte(), id) ?? [{ id: '' }])
      this.figer(papier, { proprietaire: 'session', id, genre, objetId });
  }

  /** Issues a bilan, without its PDF. */
  envoyer(bilanId: string): void {
    const contexte = this.contexte();
    garderEmission(contexte, preparerEmission(contexte, { id: bilanId, remplace: false }));
  }

  private figer(papier: PapierQuelconque | undefined, designe: Designe): void {
    const contexte = this.contexte();
    const { id, objetId } = designe;
    if (!papier || papier.obstacle?.(contexte, id, objetId)) return;
    garderEdition(contexte, designe, papier.read(contexte, id, objetId));
  }

  /** Says who writes from now on. */
  par(membreId: string): void {
    if (membreId === this.auteur) return;
    writeMembreCourant(this.contexte(), membreId);
    this.auteur = membreId;
  }

  /** The day itself or the next one when people work; the last one before today when that would be after it. */
  ouvre(date: DateCivile): DateCivile {
    const suivant = ouvreDepuis(date, 1);
    return suivant <= this.today ? suivant : ouvreDepuis(this.today, -1);
  }

  private contexte(): Contexte {
    const { clock, files, pdf, pages, tasks, log, depot } = this.ports;
    const instant = new Date(Date.parse(`${this.date}T06:00:00.000Z`) + 1000 * (this.rang++ % 36_000));
    let suivant = instant.getTime();
    const ids = { next: () => this.identites.uuid(suivant++) };
    const { base: db, date: today } = this;
    return { clock, files, pdf, pages, tasks, log, depot, db, ids, today, instant: instant.toISOString() };
  }
}

/** First day when people work, from `date` on, forwards (1) or backwards (-1). */
export function ouvreDepuis(date: DateCivile, sens: 1 | -1): DateCivile {
  let jour = date;
  while (jourSemaine(jour) > 5 || joursFeries(Number(jour.slice(0, 4))).has(jour)) {
    jour = ajouterJours(jour, sens);
  }
  return jour;
}
