import { uuidV7 } from '../../electron/ports.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

const INSTANT = `${AUJOURDHUI}T11:00:00.000Z`;
const TEXTE = 'Appel du banc d’essai : rappeler la semaine prochaine pour une immersion.';

function noter({ db, appeler, taille }: Banc): Mesure {
  const cibles = db.sqlite
    .prepare(
      `SELECT f.organisation_id AS organisation, f.interlocuteur_id AS personne FROM fonction f
       JOIN organisation o ON o.id = f.organisation_id ORDER BY o.rang LIMIT ?`,
    )
    .all(Math.min(500, taille.organisations)) as { organisation: string; personne: string }[];
  const membre = db.sqlite.prepare('SELECT id FROM membre ORDER BY id LIMIT 1').pluck().get() as string;
  const echange = db.sqlite.prepare(
    `INSERT INTO sollicitation (id, date, canal, sens, nature, resultat, texte, cherche, auteur_id, created_at, updated_at)
     VALUES (?, ?, 'telephone', 'sortante', 'intermediation', 'a_suivre', ?, ?, ?, ?, ?)`,
  );
  const organisation = db.sqlite.prepare(
    'INSERT INTO sollicitation_organisation (sollicitation_id, organisation_id) VALUES (?, ?)',
  );
  const personne = db.sqlite.prepare(
    'INSERT INTO sollicitation_interlocuteur (sollicitation_id, interlocuteur_id) VALUES (?, ?)',
  );
  const relance = db.sqlite.prepare(
    `INSERT INTO relance (id, organisation_id, sollicitation_id, libelle, echeance, responsable_id, created_at, updated_at)
     VALUES (?, ?, ?, 'Rappeler', '2026-04-01', ?, ?, ?)`,
  );
  const resume = db.sqlite.prepare(
    'UPDATE organisation SET dernier_echange = ?, prochaine_relance = min(coalesce(prochaine_relance, ?), ?) WHERE id = ?',
  );
  const inserer = db.sqlite.transaction((cible: (typeof cibles)[number]) => {
    const id = uuidV7();
    echange.run(id, AUJOURDHUI, TEXTE, TEXTE.toLowerCase(), membre, INSTANT, INSTANT);
    organisation.run(id, cible.organisation);
    personne.run(id, cible.personne);
    relance.run(uuidV7(), cible.organisation, id, membre, INSTANT, INSTANT);
    resume.run(AUJOURDHUI, '2026-04-01', '2026-04-01', cible.organisation);
  });
  return {
    nom: 'Noter un échange et sa suite',
    contre: 'quatre insertions et une mise à jour, une transaction',
    tours: 100,
    operation: (tour) => {
      const cible = cibles[tour % cibles.length]!;
      return appeler('sollicitations.record', {
        date: AUJOURDHUI,
        canal: 'telephone',
        nature: 'intermediation',
        resultat: 'a_suivre',
        texte: TEXTE,
        organisationIds: [cible.organisation],
        interlocuteurIds: [cible.personne],
        relance: { libelle: 'Rappeler', echeance: '2026-04-01' },
      });
    },
    plancher: (tour) => inserer.immediate(cibles[(tour + 250) % cibles.length]!),
  };
}

export const mesuresSollicitations = (banc: Banc): Mesure[] => [noter(banc)];
