import { uuidV7 } from '../../electron/ports.ts';
import { ajouterJours } from '../../shared/dates.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

const SESSIONS = 60;
const PAR_SESSION = 10;
/** Half-days of a session. */
const DEMIS = 10;
const ANNEE = Number(AUJOURDHUI.slice(0, 4));

/** A year of trainings, and the one before: sessions, half-days, registrations, attendance and money. */
function remplirFormation({ db: { sqlite } }: Banc): void {
  const inserer = (table: string, ligne: Record<string, string | number | null>) => {
    const noms = Object.keys(ligne);
    sqlite
      .prepare(
        `INSERT INTO ${table} (${noms.join(', ')}) VALUES (${noms.map((nom) => `@${nom}`).join(', ')})`,
      )
      .run(ligne);
  };
  const suivi = { created_at: `${AUJOURDHUI}T11:00:00.000Z`, updated_at: `${AUJOURDHUI}T11:00:00.000Z` };
  const lire = (sql: string) => sqlite.prepare(sql).pluck().all() as string[];
  const salaries = lire('SELECT id FROM salarie ORDER BY id');
  const financeurs = lire('SELECT id FROM organisation ORDER BY id LIMIT 5');
  const genres = ['module_court', 'competences_cles', 'certifiante', 'habilitation', 'atelier'];
  sqlite.transaction(() => {
    const actions = genres.map((genre) => {
      const id = uuidV7();
      inserer('action_formation', { id, titre: genre, genre, theme: 'securite', ...suivi });
      return id;
    });
    for (let rang = 0; rang < 2 * SESSIONS; rang += 1) {
      const id = uuidV7();
      const debut = ajouterJours(`${ANNEE - 1}-01-06`, rang * 6);
      inserer('session_formation', {
        id,
        numero: `B${rang}`,
        action_id: actions[rang % actions.length]!,
        statut: 'confirmee',
        debut,
        fin: ajouterJours(debut, DEMIS / 2),
        minutes: DEMIS * 210,
        places_min: 6,
        places_max: 12,
        stagiaires_prevus: 12,
        cout_mode: 'heure_stagiaire',
        cout_centimes: 1400,
        ...suivi,
      });
      const demis = Array.from({ length: DEMIS }, (_, demi) => ({
        date: ajouterJours(debut, demi >> 1),
        demi: demi % 2 === 0 ? 'matin' : 'apres_midi',
      }));
      for (const demi of demis) inserer('session_creneau', { session_id: id, ...demi, debut: 540, fin: 750 });
      for (let place = 0; place < PAR_SESSION; place += 1) {
        const inscription = uuidV7();
        inserer('inscription', {
          id: inscription,
          session_id: id,
          salarie_id: salaries[(rang * PAR_SESSION + place) % salaries.length]!,
          statut: 'au_bout',
          repere_le: debut,
          ...suivi,
        });
        for (const demi of demis)
          inserer('presence_formation', {
            inscription_id: inscription,
            ...demi,
            minutes: 210,
            updated_at: '',
          });
      }
      for (const [ordre, part] of [700, 300].entries()) {
        const ligne = uuidV7();
        inserer('financement', {
          id: ligne,
          session_id: id,
          organisation_id: financeurs[(rang + ordre) % financeurs.length]!,
          phase: 'pedagogique',
          exercice: Number(debut.slice(0, 4)),
          part,
          ...suivi,
        });
        inserer('financement_mouvement', {
          id: uuidV7(),
          financement_id: ligne,
          genre: 'accorde',
          date: debut,
          centimes: 100_000,
          ...suivi,
        });
      }
    }
  })();
}

/** The plan of a year beside one hand query for each of its tables. */
export function mesuresPlan(banc: Banc): Mesure[] {
  remplirFormation(banc);
  const { sqlite } = banc.db;
  const [debut, fin] = [`${ANNEE - 1}-01-01`, `${ANNEE}-12-31`];
  const dans =
    'session_id IN (SELECT id FROM session_formation WHERE archived_at IS NULL AND debut <= ? AND fin >= ?)';
  const mains = [
    `SELECT s.id, s.numero, s.intitule, s.statut, s.support, s.debut, s.fin, s.minutes, s.sur_temps_travail, s.places_min,
       s.places_max, s.stagiaires_prevus, s.cout_mode, s.cout_centimes, s.organisme_id, o.nom, a.titre, a.genre, a.theme,
       a.certification
     FROM session_formation s JOIN action_formation a ON a.id = s.action_id LEFT JOIN organisation o ON o.id = s.organisme_id
     WHERE s.archived_at IS NULL AND s.debut <= ? AND s.fin >= ?`,
    `SELECT session_id, substr(date, 1, 7), min(date), sum(fin - debut), count(*) FROM session_creneau WHERE ${dans}
     GROUP BY 1, 2`,
    `SELECT i.id, i.session_id, i.salarie_id, i.statut, i.resultat, p.prenom, p.nom, p.sexe, p.support
     FROM inscription i JOIN salarie p ON p.id = i.salarie_id WHERE i.archived_at IS NULL AND i.${dans}`,
    `SELECT inscription_id, substr(date, 1, 7), sum(minutes), count(*) FROM presence_formation
     WHERE date <= ? AND date >= ? GROUP BY 1, 2`,
    `SELECT session_id, organisation_id, places, entres, entres_femmes, part FROM session_partenaire WHERE ${dans}`,
    `SELECT session_id, phase, exercice, prevu_centimes, reel_centimes FROM session_cout WHERE ${dans}`,
    `SELECT f.id, f.session_id, f.organisation_id, o.nom, f.phase, f.exercice, f.part, f.prevu_centimes
     FROM financement f LEFT JOIN organisation o ON o.id = f.organisation_id WHERE f.archived_at IS NULL AND f.${dans}`,
    `SELECT financement_id, genre, sum(centimes) FROM financement_mouvement
     WHERE archived_at IS NULL AND financement_id IN (SELECT id FROM financement WHERE ${dans}) GROUP BY 1, 2`,
  ].map((sql) => sqlite.prepare(sql));
  return [
    {
      nom: `Plan de formation, ${SESSIONS} sessions et ${SESSIONS * PAR_SESSION} inscriptions`,
      contre: 'une requête écrite à la main par table',
      buts: { rapport: 1.5 },
      tours: 20,
      operation: () => banc.appeler('formation.plan', { annee: ANNEE }),
      plancher: () => mains.map((requete) => requete.all(fin, debut)),
    },
  ];
}
