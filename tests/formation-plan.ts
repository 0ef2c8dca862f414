import { type Essai, idDeRang } from './appui.ts';

const INSTANT = '2026-01-01T00:00:00.000Z';

/** Ranks far from those the application gives itself in a test. */
const RANGS = { session: 7, salarie: 4, organisation: 1, inscription: 8, action: 9, ligne: 10 } as const;
export const idDe = (genre: keyof typeof RANGS, rang: number) => idDeRang(RANGS[genre] * 1_000_000 + rang);

export interface FaitsFormation {
  organisations?: string[];
  salaries?: { sexe?: string; support?: string; nom?: string; prenom?: string }[];
  sessions: {
    titre?: string;
    genre?: string;
    theme?: string;
    support?: string;
    certification?: string;
    statut?: string;
    debut?: string;
    fin?: string;
    minutes?: number;
    prevus?: number;
    placesMax?: number;
    surTempsTravail?: boolean;
    coutMode?: string;
    cout?: number;
    organisme?: number;
    archivee?: boolean;
    /** Morning half-days of three hours and a half, unless said. */
    jours?: (string | { date: string; demi?: string; minutes?: number })[];
    inscrits?: { salarie: number; statut: string; resultat?: string; presences?: Record<string, number> }[];
    partenaires?: { organisation: number; places: number; entres?: number; femmes?: number; part?: number }[];
    couts?: { phase: string; exercice: number; prevu: number; reel?: number }[];
    financements?: {
      organisation?: number;
      phase?: string;
      exercice?: number;
      part?: number;
      mouvements?: Record<string, number>;
    }[];
  }[];
  besoins?: {
    salarie?: number;
    support?: string;
    effectif?: number;
    theme: string;
    priorite?: string;
    statut?: string;
  }[];
}

/** Writes facts of the training module straight into the tables, ranks as references. */
export function planterFormation({ depot }: Essai, faits: FaitsFormation): void {
  const { sqlite } = depot.base();
  const inserer = (table: string, ligne: Record<string, unknown>) => {
    const noms = Object.keys(ligne);
    sqlite
      .prepare(
        `INSERT INTO ${table} (${noms.join(', ')}) VALUES (${noms.map((nom) => `@${nom}`).join(', ')})`,
      )
      .run(ligne);
  };
  const suivi = { created_at: INSTANT, updated_at: INSTANT };
  let rangLigne = 0;
  let rangInscription = 0;
  sqlite.transaction(() => {
    for (const [rang, nom] of (faits.organisations ?? []).entries())
      inserer('organisation', { id: idDe('organisation', rang), nom, nom_tri: nom.toLowerCase(), ...suivi });
    for (const [rang, { sexe, support, nom, prenom }] of (faits.salaries ?? []).entries())
      inserer('salarie', {
        id: idDe('salarie', rang),
        prenom: prenom ?? 'Prénom',
        nom: nom ?? `Nom ${rang}`,
        nom_tri: `nom ${rang}`,
        sexe: sexe ?? (rang % 2 === 0 ? 'F' : 'H'),
        naissance: '1990-01-01',
        support: support ?? '',
        ...suivi,
      });
    for (const [rang, session] of faits.sessions.entries()) {
      const { debut = '2026-02-02', minutes = 420 } = session;
      const action = idDe('action', rang);
      const id = idDe('session', rang);
      const titre = session.titre ?? `Action ${rang}`;
      inserer('action_formation', {
        id: action,
        titre,
        genre: session.genre ?? 'module_court',
        theme: session.theme ?? '',
        certification: session.certification ?? '',
        ...suivi,
      });
      inserer('session_formation', {
        id,
        numero: `F${debut.slice(0, 4)}-${String(rang + 1).padStart(3, '0')}`,
        action_id: action,
        statut: session.statut ?? 'confirmee',
        organisme_id: session.organisme === undefined ? null : idDe('organisation', session.organisme),
        debut,
        fin: session.fin ?? debut,
        minutes,
        sur_temps_travail: Number(session.surTempsTravail ?? false),
        places_min: 6,
        places_max: session.placesMax ?? 12,
        stagiaires_prevus: session.prevus ?? 0,
        cout_mode: session.coutMode ?? 'heure_stagiaire',
        cout_centimes: session.cout ?? 0,
        support: session.support ?? '',
        ...suivi,
        archived_at: session.archivee ? INSTANT : null,
      });
      for (const jour of session.jours ?? []) {
        const {
          date,
          demi = 'matin',
          minutes: duree = 210,
        } = typeof jour === 'string' ? { date: jour } : jour;
        inserer('session_creneau', { session_id: id, date, demi, debut: 540, fin: 540 + duree });
      }
      for (const { salarie, statut, resultat, presences } of session.inscrits ?? []) {
        rangInscription += 1;
        const inscription = idDe('inscription', rangInscription);
        inserer('inscription', {
          id: inscription,
          session_id: id,
          salarie_id: idDe('salarie', salarie),
          statut,
          repere_le: '2026-01-05',
          resultat: resultat ?? '',
          ...suivi,
        });
        for (const [date, duree] of Object.entries(presences ?? {}))
          inserer('presence_formation', {
            inscription_id: inscription,
            date,
            demi: 'matin',
            minutes: duree,
            updated_at: INSTANT,
          });
      }
      for (const { organisation, places, entres, femmes, part } of session.partenaires ?? []) {
        rangLigne += 1;
        inserer('session_partenaire', {
          id: idDe('ligne', rangLigne),
          session_id: id,
          organisation_id: idDe('organisation', organisation),
          places,
          entres: entres ?? null,
          entres_femmes: femmes ?? null,
          part: part ?? null,
          updated_at: INSTANT,
        });
      }
      for (const { phase, exercice, prevu, reel } of session.couts ?? []) {
        rangLigne += 1;
        inserer('session_cout', {
          id: idDe('ligne', rangLigne),
          session_id: id,
          phase,
          exercice,
          prevu_centimes: prevu,
          reel_centimes: reel ?? null,
          ...suivi,
        });
      }
      for (const { organisation, phase, exercice, part, mouvements } of session.financements ?? []) {
        rangLigne += 1;
        const ligne = idDe('ligne', rangLigne);
        inserer('financement', {
          id: ligne,
          session_id: id,
          organisation_id: organisation === undefined ? null : idDe('organisation', organisation),
          phase: phase ?? 'pedagogique',
          exercice: exercice ?? Number(debut.slice(0, 4)),
          part: part ?? null,
          ...suivi,
        });
        for (const [genre, centimes] of Object.entries(mouvements ?? {})) {
          rangLigne += 1;
          inserer('financement_mouvement', {
            id: idDe('ligne', rangLigne),
            financement_id: ligne,
            genre,
            date: debut,
            centimes,
            ...suivi,
          });
        }
      }
    }
    for (const { salarie, support, effectif, theme, priorite, statut } of faits.besoins ?? []) {
      rangLigne += 1;
      inserer('besoin_formation', {
        id: idDe('ligne', rangLigne),
        salarie_id: salarie === undefined ? null : idDe('salarie', salarie),
        support: support ?? '',
        effectif: effectif ?? 1,
        theme,
        origine: 'projet',
        priorite: priorite ?? 'moyenne',
        statut: statut ?? 'recueilli',
        ...suivi,
      });
    }
  })();
}
