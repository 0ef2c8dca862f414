import type { DateCivile } from '../dates.ts';
import { repartir } from './couts.ts';
import { estEngage } from './statuts.ts';

/** What the hours and the money of a year are broken down by; each breakdown adds up to the year. */
export const AXES_PLAN = ['genre', 'theme', 'support', 'sexe', 'organisme'] as const;
export type AxePlan = (typeof AXES_PLAN)[number];

/** A session of the plan: neither cancelled nor archived. */
export interface SessionPlan {
  id: string;
  numero: string;
  titre: string;
  genre: string;
  theme: string;
  support: string;
  debut: DateCivile;
  fin: DateCivile;
  /** Hours of a trainee who follows it whole. */
  minutes: number;
  stagiairesPrevus: number;
  /** Null: the structure trains by itself. */
  organismeId: string | null;
  /** It aims at a certification. */
  certifiante: boolean;
}

/** The half-days of a session in a month. */
export interface SeancesMois {
  sessionId: string;
  mois: string;
  minutes: number;
  demis: number;
  /** Those of days gone by. */
  passees: number;
}

export interface InscriptionPlan {
  id: string;
  sessionId: string;
  salarieId: string;
  statut: string;
  resultat: string;
  prenom: string;
  nom: string;
  sexe: string;
  /** Support d'activité the person works on. */
  support: string;
}

/** What a trainee followed in a month. */
export interface PresenceMois {
  inscriptionId: string;
  mois: string;
  minutes: number;
  /** Half-days entered. */
  demis: number;
}

/** The money of a session on the accounts of a year, in cents. */
export interface ArgentSession {
  cout: number;
  /** Granted by funders other than the structure. */
  accorde: number;
  /** Counted on from them and not granted yet. */
  attendu: number;
}

/**
 * The share of a session that one trainee takes in the figures of a year, or its seats without a name when
 * `inscription` is null. Everything of the plan is a sum of these, so that every breakdown adds up.
 */
export interface Part<S extends SessionPlan = SessionPlan, I extends InscriptionPlan = InscriptionPlan> {
  session: S;
  inscription: I | null;
  /** The session has hours in the year; otherwise only its money is there. */
  dansAnnee: boolean;
  /** Its last hours are those of the year: what came of it is counted once. */
  acheve: boolean;
  prevues: number;
  engagees: number;
  realisees: number;
  cout: number;
  accorde: number;
  attendu: number;
}

/** Splits a whole in proportion to weights, nothing lost. */
const partager = (total: number, poids: readonly number[]) =>
  repartir(
    total,
    poids,
    poids.reduce((somme, un) => somme + un, 0),
  );

/**
 * Hours of a trainee by month: those of the session, in proportion to its half-days; all on the month it begins
 * while it has none.
 */
export function minutesParMois(
  session: Pick<SessionPlan, 'debut' | 'minutes'>,
  seances: readonly SeancesMois[],
): Map<string, number> {
  const total = seances.reduce((somme, { minutes }) => somme + minutes, 0);
  if (total === 0) return new Map([[session.debut.slice(0, 7), session.minutes]]);
  const parts = partager(
    session.minutes,
    seances.map(({ minutes }) => minutes),
  );
  return new Map(seances.map(({ mois }, rang) => [mois, parts[rang]!]));
}

const deLAnnee = (mois: string, annee: number) => mois.startsWith(`${annee}-`);

/** Hours of a trainee in a year. */
export function minutesDeLAnnee(parMois: ReadonlyMap<string, number>, annee: number): number {
  let minutes = 0;
  for (const [mois, valeur] of parMois) if (deLAnnee(mois, annee)) minutes += valeur;
  return minutes;
}

export interface FaitsPlan<S extends SessionPlan = SessionPlan, I extends InscriptionPlan = InscriptionPlan> {
  sessions: readonly S[];
  seances: readonly SeancesMois[];
  inscriptions: readonly I[];
  presences: readonly PresenceMois[];
}

const grouper = <T, K>(faits: readonly T[], cle: (fait: T) => K) => Map.groupBy(faits, cle);

/** The hours of a month, planned, engaged and done. */
export interface MoisPlan {
  mois: string;
  prevues: number;
  engagees: number;
  realisees: number;
}

export interface PartsAnnee<S extends SessionPlan, I extends InscriptionPlan> {
  parts: Part<S, I>[];
  parMois: MoisPlan[];
  /** Half-days of engaged trainees whose day has gone by, and those of them somebody entered. */
  demis: { passees: number; saisies: number };
}

/** Cuts the sessions of a year into the parts its figures are made of. `argent`: what each weighs on its accounts. */
export function partsDeLAnnee<S extends SessionPlan, I extends InscriptionPlan>(
  { sessions, seances, inscriptions, presences }: FaitsPlan<S, I>,
  argent: (session: S, engages: number) => ArgentSession,
  annee: number,
): PartsAnnee<S, I> {
  const seancesDe = grouper(seances, ({ sessionId }) => sessionId);
  const inscritsDe = grouper(inscriptions, ({ sessionId }) => sessionId);
  const presencesDe = grouper(presences, ({ inscriptionId }) => inscriptionId);
  const mois = Array.from(
    { length: 12 },
    (_, rang): MoisPlan => ({
      mois: `${annee}-${String(rang + 1).padStart(2, '0')}`,
      prevues: 0,
      engagees: 0,
      realisees: 0,
    }),
  );
  const demis = { passees: 0, saisies: 0 };
  const parts: Part<S, I>[] = [];

  for (const session of sessions) {
    const siennes = seancesDe.get(session.id) ?? [];
    const parMois = minutesParMois(session, siennes);
    const dernier = [...parMois.keys()].reduce((plus, un) => (un > plus ? un : plus));
    const dansAnnee = [...parMois.keys()].some((un) => deLAnnee(un, annee));
    const minutes = minutesDeLAnnee(parMois, annee);
    const engages = (inscritsDe.get(session.id) ?? []).filter(({ statut }) => estEngage(statut));
    const { cout, accorde, attendu } = argent(session, engages.length);
    if (!dansAnnee && cout === 0 && accorde === 0 && attendu === 0) continue;

    for (const { mois: du, passees } of siennes)
      if (deLAnnee(du, annee)) demis.passees += passees * engages.length;
    for (const [du, valeur] of parMois) {
      if (!deLAnnee(du, annee)) continue;
      const ligne = mois[Number(du.slice(5)) - 1]!;
      ligne.prevues += valeur * session.stagiairesPrevus;
      ligne.engagees += valeur * engages.length;
    }

    // Each trainee takes one of the planned seats; what nobody has taken yet has no name.
    const vides = Math.max(0, session.stagiairesPrevus - engages.length);
    const prevues = partager(minutes * session.stagiairesPrevus, [...engages.map(() => 1), vides]);
    const sansNom = engages.length === 0 ? 1 : 0;
    const tetes = [...engages.map(() => 1), sansNom];
    const couts = partager(cout, tetes);
    const accordes = partager(accorde, tetes);
    const attendus = partager(attendu, tetes);
    const commun = { session, dansAnnee, acheve: deLAnnee(dernier, annee) };

    for (const [rang, inscription] of engages.entries()) {
      let realisees = 0;
      for (const presence of presencesDe.get(inscription.id) ?? []) {
        if (!deLAnnee(presence.mois, annee)) continue;
        realisees += presence.minutes;
        demis.saisies += presence.demis;
        mois[Number(presence.mois.slice(5)) - 1]!.realisees += presence.minutes;
      }
      parts.push({
        ...commun,
        inscription,
        prevues: prevues[rang]!,
        engagees: minutes,
        realisees,
        cout: couts[rang]!,
        accorde: accordes[rang]!,
        attendu: attendus[rang]!,
      });
    }
    if (engages.length === 0 || vides > 0) {
      parts.push({
        ...commun,
        inscription: null,
        prevues: prevues.at(-1)!,
        engagees: 0,
        realisees: 0,
        cout: couts.at(-1)!,
        accorde: accordes.at(-1)!,
        attendu: attendus.at(-1)!,
      });
    }
  }
  return { parts, parMois: mois, demis };
}

/** Which line of a breakdown a part is counted in; empty when nobody said, or nobody has the seat. */
export function codeDe(axe: AxePlan, { session, inscription }: Part): string {
  switch (axe) {
    case 'sexe':
      return inscription?.sexe ?? '';
    case 'support':
      return inscription?.support || session.support;
    case 'organisme':
      return session.organismeId ?? '';
    default:
      return session[axe];
  }
}

/** What came of the certifications aimed at, trainee by trainee. */
export interface Certification {
  total: number;
  partiel: number;
  echoue: number;
  nonPresente: number;
  /** Engaged, and nothing is known yet. */
  attente: number;
}

/** The figures of a year, or of one line of a breakdown. */
export interface FiguresPlan {
  sessions: number;
  /** Persons, each once. */
  stagiaires: number;
  /** A person on two sessions counts twice. */
  inscriptions: number;
  prevues: number;
  engagees: number;
  realisees: number;
  cout: number;
  accorde: number;
  attendu: number;
  /** Of the sessions that end in the year: those who went to the end, who stopped, who have not finished. */
  auBout: number;
  interrompus: number;
  enCours: number;
  certification: Certification;
}

/** How a result, or its absence, is counted; null when no certification is at stake. */
export function certificationDe({ session, inscription, acheve }: Part): keyof Certification | null {
  if (inscription === null || !acheve) return null;
  switch (inscription.resultat) {
    case 'total':
    case 'partiel':
    case 'echoue':
      return inscription.resultat;
    case 'non_presente':
      return 'nonPresente';
    default:
      return session.certifiante ? 'attente' : null;
  }
}

/** How a registration ended, for the sessions whose last hours are in the year. */
export function issueDe({ inscription, acheve }: Part): 'auBout' | 'interrompus' | 'enCours' | null {
  if (inscription === null || !acheve) return null;
  if (inscription.statut === 'au_bout') return 'auBout';
  return inscription.statut === 'interrompu' ? 'interrompus' : 'enCours';
}

interface Cumul {
  figures: FiguresPlan;
  sessions: Set<SessionPlan>;
  personnes: Set<string>;
}

const cumulVide = (): Cumul => ({
  figures: {
    sessions: 0,
    stagiaires: 0,
    inscriptions: 0,
    prevues: 0,
    engagees: 0,
    realisees: 0,
    cout: 0,
    accorde: 0,
    attendu: 0,
    auBout: 0,
    interrompus: 0,
    enCours: 0,
    certification: { total: 0, partiel: 0, echoue: 0, nonPresente: 0, attente: 0 },
  },
  sessions: new Set(),
  personnes: new Set(),
});

function ajouter({ figures, sessions, personnes }: Cumul, part: Part): void {
  figures.prevues += part.prevues;
  figures.engagees += part.engagees;
  figures.realisees += part.realisees;
  figures.cout += part.cout;
  figures.accorde += part.accorde;
  figures.attendu += part.attendu;
  if (part.dansAnnee) {
    sessions.add(part.session);
    if (part.inscription !== null) {
      personnes.add(part.inscription.salarieId);
      figures.inscriptions += 1;
    }
  }
  const issue = issueDe(part);
  if (issue !== null) figures[issue] += 1;
  const certification = certificationDe(part);
  if (certification !== null) figures.certification[certification] += 1;
}

function clore({ figures, sessions, personnes }: Cumul): FiguresPlan {
  figures.sessions = sessions.size;
  figures.stagiaires = personnes.size;
  return figures;
}

export function additionner(parts: readonly Part[]): FiguresPlan {
  const cumul = cumulVide();
  for (const part of parts) ajouter(cumul, part);
  return clore(cumul);
}

/** The figures of each line of a breakdown. */
export function additionnerPar(axe: AxePlan, parts: readonly Part[]): Map<string, FiguresPlan> {
  const cumuls = new Map<string, Cumul>();
  for (const part of parts) {
    const code = codeDe(axe, part);
    let cumul = cumuls.get(code);
    if (cumul === undefined) {
      cumul = cumulVide();
      cumuls.set(code, cumul);
    }
    ajouter(cumul, part);
  }
  return new Map([...cumuls].map(([code, cumul]) => [code, clore(cumul)]));
}

/** Codes in their order: those of the list that were met, the others after them, nobody's last. */
export function ordonner(rencontres: Iterable<string>, connus: readonly string[]): string[] {
  const vus = new Set(rencontres);
  const sansNom = vus.delete('');
  const autres = [...vus].filter((code) => !connus.includes(code)).sort();
  return [...connus.filter((code) => vus.has(code)), ...autres, ...(sansNom ? [''] : [])];
}
