import type { Fait } from '../../shared/bilans/faits.ts';
import { couperSession, type SeancesComptees, type SessionCoupee } from '../../shared/bilans/formation.ts';
import type { Periode } from '../../shared/bilans/schema.ts';
import type { InscriptionPlan } from '../../shared/formation/regles-plan.ts';
import { estEngage } from '../../shared/formation/statuts.ts';
import { type ArgentLu, type FaitsLus, readFaits, type SessionLue } from '../formation-plan-lecture.ts';
import { requete } from '../requetes.ts';
import { anneeDe, type Lecteur } from './source.ts';

const SEANCES = `
  SELECT c.session_id AS sessionId, substr(c.date, 1, 7) AS mois, max(c.date) AS dernier,
    sum(c.fin - c.debut) AS minutes, count(*) AS demis, 0 AS passees,
    total(CASE WHEN c.date BETWEEN @debut AND @fin THEN c.fin - c.debut END) AS dans
  FROM json_each(@ids) j CROSS JOIN session_creneau c ON c.session_id = j.value GROUP BY 1, 2 ORDER BY 1, 2`;

/** Money of a session on the accounts that weigh on the period, in cents. */
export interface ArgentCompte {
  cout: number;
  accorde: number;
  attendu: number;
}

export interface SessionComptee {
  session: SessionLue;
  coupee: SessionCoupee;
  argent: ArgentCompte;
  inscriptions: InscriptionPlan[];
  engages: InscriptionPlan[];
  axes: Fait['axes'];
}

/** Sessions of the years a period touches, with what the plan reads of them. */
function readAnnees(lecteur: Lecteur, { debut, fin }: Periode): FaitsLus[] {
  const lus: FaitsLus[] = [];
  // The plan reads a year and the one before.
  for (let annee = anneeDe({ debut, fin }); annee >= Number(debut.slice(0, 4)); annee -= 2)
    lus.push(readFaits(lecteur, annee, fin));
  return lus;
}

function argentDe({ couts, lignes }: ArgentLu, coupee: SessionCoupee, today: string): ArgentCompte {
  const somme = { cout: 0, accorde: 0, attendu: 0 };
  for (const { exercice, centimes } of couts) somme.cout += centimes * coupee.partDe(exercice, today);
  for (const { exercice, organisationId, accorde, retenu } of lignes) {
    if (organisationId === null) continue;
    const part = coupee.partDe(exercice, today);
    somme.accorde += accorde * part;
    somme.attendu += (retenu - accorde) * part;
  }
  return {
    cout: Math.round(somme.cout),
    accorde: Math.round(somme.accorde),
    attendu: Math.round(somme.attendu),
  };
}

/** Sessions with hours or money in a period, the latest first: neither cancelled nor archived, as the plan counts them. */
export function readSessionsComptees(lecteur: Lecteur, periode: Periode): SessionComptee[] {
  if (periode.fin < periode.debut) return [];
  const annees = readAnnees(lecteur, periode);
  const sessions = new Map(annees.flatMap((lus) => lus.sessions.map((session) => [session.id, session])));
  const argents = new Map(annees.flatMap((lus) => [...lus.argent]));
  const inscriptions = new Map(
    annees.flatMap((lus) => lus.inscriptions.map((inscription) => [inscription.id, inscription])),
  );
  const inscritsDe = Map.groupBy(inscriptions.values(), ({ sessionId }) => sessionId);
  const seancesDe = Map.groupBy(
    requete(lecteur.db, SEANCES).all({
      ids: JSON.stringify([...sessions.keys()]),
      ...periode,
    }) as SeancesComptees[],
    ({ sessionId }) => sessionId,
  );
  return [...sessions.values()]
    .flatMap((session): SessionComptee[] => {
      const coupee = couperSession(session, seancesDe.get(session.id) ?? [], periode);
      const argent = argentDe(argents.get(session.id)!, coupee, lecteur.today);
      if (!coupee.tenue && argent.cout === 0 && argent.accorde === 0 && argent.attendu === 0) return [];
      const siens = inscritsDe.get(session.id) ?? [];
      return [
        {
          session,
          coupee,
          argent,
          inscriptions: siens,
          engages: siens.filter(({ statut }) => estEngage(statut)),
          axes: {
            genreFormation: session.genre,
            theme: session.theme,
            support: session.support,
            provenance: session.organismeId === null ? 'interne' : 'externe',
            organisme: session.organismeId ?? '',
            mois: session.debut.slice(0, 7),
          },
        },
      ];
    })
    .sort((a, b) => (a.session.debut < b.session.debut ? 1 : -1));
}
