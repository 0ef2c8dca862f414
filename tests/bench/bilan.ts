import { DDETS } from '../../shared/bilans/profils-livres/ddets.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';
import { chargerPublics } from './publics.ts';

/** The last twelve months, and the twelve before that every figure is compared with. */
const PERIODES = [
  { debut: '2025-03-25', fin: AUJOURDHUI },
  { debut: '2024-03-25', fin: '2025-03-24' },
];

/** What the State asks an ACI about. */
const DEMANDES = DDETS.contenu.sections.flatMap(({ indicateurs }) => indicateurs);

const SOUS_CONTRAT = `EXISTS (
  SELECT 1 FROM contrat c WHERE c.salarie_id = s.id AND c.debut <= @fin AND (c.fin IS NULL OR c.fin >= @debut))`;

/** One query for each table that a bilan reads, as somebody who knows SQL would type them. */
const REQUETES = [
  `SELECT strftime('%Y-%m', date) AS mois, nature, sous_nature, canal, resultat, cause, sens, count(*)
   FROM sollicitation WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin GROUP BY 1, 2, 3, 4, 5, 6, 7`,
  `SELECT i.objet, p.sexe, o.genre, count(*), count(DISTINCT p.id), sum(i.minutes) FROM immersion i
   JOIN salarie p ON p.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
   WHERE i.archived_at IS NULL AND i.statut IN ('signee', 'terminee') AND i.debut <= @fin AND i.fin >= @debut
   GROUP BY 1, 2, 3`,
  `SELECT a.genre, s.sexe, i.statut, i.resultat, count(*) FROM inscription i JOIN salarie s ON s.id = i.salarie_id
   JOIN session_formation f ON f.id = i.session_id JOIN action_formation a ON a.id = f.action_id
   WHERE i.archived_at IS NULL AND f.debut <= @fin AND f.fin >= @debut GROUP BY 1, 2, 3, 4`,
  `SELECT contrat, count(*) FROM embauche WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin GROUP BY 1`,
  `SELECT s.sexe, s.niveau_formation, substr(s.naissance, 1, 4), count(*) FROM salarie s WHERE ${SOUS_CONTRAT}
   GROUP BY 1, 2, 3`,
  `SELECT k.critere, s.sexe, count(*) FROM critere_eligibilite k JOIN salarie s ON s.id = k.salarie_id
   WHERE ${SOUS_CONTRAT} GROUP BY 1, 2`,
  `SELECT f.frein, s.sexe, count(*), sum(f.interne), sum(f.externe) FROM frein f JOIN salarie s ON s.id = f.salarie_id
   WHERE ${SOUS_CONTRAT} GROUP BY 1, 2`,
  `SELECT e.genre, s.sexe, count(*), count(DISTINCT s.id) FROM entretien_salarie e JOIN salarie s ON s.id = e.salarie_id
   WHERE e.archived_at IS NULL AND e.date BETWEEN @debut AND @fin GROUP BY 1, 2`,
  `SELECT h.mois, s.sexe, sum(h.minutes) FROM heures_mois h JOIN contrat c ON c.id = h.contrat_id
   JOIN salarie s ON s.id = c.salarie_id
   WHERE h.mois BETWEEN substr(@debut, 1, 7) AND substr(@fin, 1, 7) GROUP BY 1, 2`,
  `SELECT x.id, x.motif, s.sexe, min(c.debut), sum(h.minutes) FROM sortie x JOIN salarie s ON s.id = x.salarie_id
   JOIN contrat c ON c.salarie_id = s.id LEFT JOIN heures_mois h ON h.contrat_id = c.id
   WHERE x.archived_at IS NULL AND x.date BETWEEN @debut AND @fin GROUP BY 1`,
];

export function mesuresBilan(banc: Banc): Mesure[] {
  chargerPublics(banc);
  const requetes = REQUETES.map((sql) => banc.db.sqlite.prepare(sql));
  return [
    {
      nom: 'Bilan DDETS d’un an, comparé au précédent',
      contre: 'une requête écrite à la main par table',
      buts: { rapport: 1.5, ms: 300 },
      tours: 15,
      operation: () => banc.appeler('bilans.mesurer', { ...PERIODES[0]!, indicateurs: DEMANDES }),
      plancher: () => {
        for (const periode of PERIODES) for (const requete of requetes) requete.all(periode);
      },
    },
  ];
}
