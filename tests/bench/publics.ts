import { uuidV7 } from '../../electron/ports.ts';
import { ajouterJours, ajouterMois, lundiDe } from '../../shared/dates.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';

/** A large structure, over the four years of the exchanges. */
const PAR_AN = 200;
const ANNEES = 4;
const MOIS = 10;
const INSTANT = `${AUJOURDHUI}T11:00:00.000Z`;

const FREINS = ['mobilite', 'logement', 'sante', 'droits'];
const CRITERES = ['rsa', 'ass', 'aah', 'senior'];
const MOTIFS = ['3', '9', '10', '5', '7', '8'];

/** People with ten months of contract and hours, freins, interviews, and an exit for those whose contract is over. */
export function chargerPublics({ db }: Banc): void {
  const { sqlite } = db;
  const inserer = (table: string, colonnes: string) =>
    sqlite.prepare(
      `INSERT INTO ${table} (${colonnes}) VALUES (${colonnes.split(',').map((nom) => `@${nom.trim()}`)})`,
    );
  const salarie = inserer(
    'salarie',
    'id, prenom, nom, nom_tri, sexe, naissance, niveau_formation, created_at, updated_at',
  );
  const contrat = inserer('contrat', 'id, salarie_id, nature, debut, fin, minutes_hebdo, updated_at');
  const heures = inserer('heures_mois', 'contrat_id, mois, minutes, origine, updated_at');
  const sortie = inserer('sortie', 'id, salarie_id, date, motif, created_at, updated_at');
  const frein = inserer('frein', 'salarie_id, frein, interne, externe, updated_at');
  const critere = inserer('critere_eligibilite', 'salarie_id, critere, constate_le, updated_at');
  const entretien = inserer('entretien_salarie', 'id, salarie_id, genre, date, created_at, updated_at');
  const suivi = { created_at: INSTANT, updated_at: INSTANT };
  sqlite.transaction(() => {
    for (let rang = 0; rang < PAR_AN * ANNEES; rang += 1) {
      const id = uuidV7();
      const nom = `Publics ${String(rang).padStart(4, '0')}`;
      salarie.run({
        id,
        prenom: 'Camille',
        nom,
        nom_tri: nom.toLowerCase(),
        sexe: rang % 3 === 0 ? 'H' : 'F',
        naissance: `${1960 + (rang % 45)}-05-04`,
        niveau_formation: rang % 2 === 0 ? '60' : '51',
        ...suivi,
      });
      const debut = lundiDe(ajouterJours(AUJOURDHUI, -Math.floor((rang * 365) / PAR_AN)));
      const fin = ajouterJours(ajouterMois(debut, MOIS), -1);
      const contratId = uuidV7();
      contrat.run({
        id: contratId,
        salarie_id: id,
        nature: 'cddi',
        debut,
        fin,
        minutes_hebdo: 1560,
        updated_at: INSTANT,
      });
      for (let mois = 0; mois < MOIS; mois += 1) {
        const code = ajouterMois(`${debut.slice(0, 8)}01`, mois).slice(0, 7);
        if (code > AUJOURDHUI.slice(0, 7)) break;
        heures.run({
          contrat_id: contratId,
          mois: code,
          minutes: 6240,
          origine: 'saisie',
          updated_at: INSTANT,
        });
        entretien.run({
          id: uuidV7(),
          salarie_id: id,
          genre: 'suivi',
          date: `${code}-15`,
          ...suivi,
        });
      }
      for (const ecart of [0, 1]) {
        frein.run({
          salarie_id: id,
          frein: FREINS[(rang + ecart) % FREINS.length],
          interne: 1,
          externe: ecart,
          updated_at: INSTANT,
        });
        critere.run({
          salarie_id: id,
          critere: CRITERES[(rang + ecart) % CRITERES.length],
          constate_le: debut,
          updated_at: INSTANT,
        });
      }
      if (fin >= AUJOURDHUI) continue;
      sortie.run({
        id: uuidV7(),
        salarie_id: id,
        date: fin,
        motif: MOTIFS[rang % MOTIFS.length],
        ...suivi,
      });
    }
  })();
}
