import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** The last twelve months, and the twelve before that every figure is compared with. */
const PERIODES = [
  { debut: '2025-03-25', fin: AUJOURDHUI },
  { debut: '2024-03-25', fin: '2025-03-24' },
];

/** One query for each table that a bilan reads, as somebody who knows SQL would type them. */
const REQUETES = [
  `SELECT strftime('%Y-%m', date) AS mois, nature, canal, resultat, count(*) FROM sollicitation
   WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin GROUP BY 1, 2, 3, 4`,
  `WITH touchees AS (
     SELECT so.organisation_id AS id, max(s.resultat <> 'sans_reponse') AS jointe FROM sollicitation s
     CROSS JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
     WHERE s.archived_at IS NULL AND s.date BETWEEN @debut AND @fin GROUP BY 1)
   SELECT count(*), sum(jointe), sum(NOT EXISTS (
     SELECT 1 FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
     WHERE so.organisation_id = touchees.id AND s.archived_at IS NULL AND s.date < @debut)) FROM touchees`,
  `SELECT sum(fait_le BETWEEN @debut AND @fin), sum(echeance BETWEEN @debut AND @fin) FROM relance
   WHERE archived_at IS NULL`,
  `SELECT i.objet, p.sexe, o.genre, count(*), count(DISTINCT p.id), sum(i.minutes) FROM immersion i
   JOIN salarie p ON p.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
   WHERE i.archived_at IS NULL AND i.statut IN ('signee', 'terminee') AND i.debut <= @fin AND i.fin >= @debut
   GROUP BY 1, 2, 3`,
];

export function mesuresBilan({ db, appeler }: Banc): Mesure[] {
  const requetes = REQUETES.map((sql) => db.sqlite.prepare(sql));
  return [
    {
      nom: 'Bilan d’un an, comparé au précédent',
      contre: 'une requête écrite à la main par table',
      buts: { rapport: 1.5 },
      tours: 15,
      operation: () => appeler('bilans.compute', PERIODES[0]!),
      plancher: () => {
        for (const periode of PERIODES) for (const requete of requetes) requete.all(periode);
      },
    },
  ];
}
