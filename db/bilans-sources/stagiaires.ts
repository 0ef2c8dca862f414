import type { Devenir, FaitStagiaire } from '../../shared/bilans/faits.ts';
import { formaterDuree } from '../../shared/format.ts';
import { repartir } from '../../shared/formation/couts.ts';
import { etatSituation, type Suivie } from '../../shared/formation/regles-suites.ts';
import { estEngage, estEntre } from '../../shared/formation/statuts.ts';
import { direTitre } from '../../shared/formation/titre-session.ts';
import {
  type MOIS_SITUATION,
  RESULTATS_CERTIFICATION,
  STATUTS_INSCRIPTION,
} from '../../shared/nomenclatures/formation.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { AGE, type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { readSessionsComptees, type SessionComptee } from './formation.ts';
import { readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

const PRESENCES = `
  SELECT inscription_id, sum(minutes) FROM presence_formation WHERE date BETWEEN @debut AND @fin GROUP BY 1`;
const SITUATIONS = 'SELECT inscription_id AS id, mois, situation FROM situation_formation';

type Mois = (typeof MOIS_SITUATION)[number];

/** Keeps what the rows say. */
interface FaitLu extends FaitStagiaire {
  session: SessionComptee['session'];
}

interface Dit extends DitPersonne {
  fait: FaitLu;
}

function devenir(suivie: Suivie, entre: boolean, mois: Mois, today: string): Devenir {
  if (!entre || suivie.fin >= today) return entre ? 'pas_encore' : 'sans_objet';
  const etat = etatSituation(suivie, mois, today);
  return etat === 'repondu' ? suivie.situations[mois]! : etat;
}

/** Registrations on the sessions with hours in the period; those not kept are left out, as in the plan. */
export const stagiaires = source<'stagiaires', Dit>({
  table: 'inscription',
  read(lecteur, periode) {
    const { db, today } = lecteur;
    const personnes = readPersonnes(db, anneeDe(periode));
    const suivies = new Map(requete(db, PRESENCES).raw().all(periode) as [string, number][]);
    const dites = Map.groupBy(
      requete(db, SITUATIONS).all() as { id: string; mois: Mois; situation: string }[],
      ({ id }) => id,
    );
    return readSessionsComptees(lecteur, periode).flatMap((comptee) => {
      const { session, coupee, argent, inscriptions, engages } = comptee;
      if (!coupee.tenue) return [];
      const parts = repartir(
        argent.cout,
        engages.map(() => 1),
        engages.length,
      );
      const couts = new Map(engages.map(({ id }, rang) => [id, parts[rang]!]));
      return inscriptions.map(({ id, salarieId, statut, resultat, support }): FaitLu => {
        const situations = Object.fromEntries(
          (dites.get(id) ?? []).map(({ mois, situation }) => [mois, situation]),
        ) as Suivie['situations'];
        const entre = estEntre(statut);
        const engage = estEngage(statut);
        const de = (mois: Mois) => devenir({ fin: session.fin, situations }, entre, mois, today);
        const connue = (mois: Mois) => (situations[mois] === 'sans_reponse' ? '' : (situations[mois] ?? ''));
        return {
          id,
          poids: 1,
          personne: salarieId,
          minutes: engage ? coupee.minutes : 0,
          realisees: engage ? (suivies.get(id) ?? 0) : 0,
          centimes: couts.get(id) ?? 0,
          engage,
          entre,
          statut,
          resultat,
          certifiante: session.certifiante,
          finie: coupee.finie,
          a3: de(3),
          a6: de(6),
          a12: de(12),
          session,
          axes: {
            ...personnes.get(salarieId)?.axes,
            ...comptee.axes,
            support: support || session.support,
            statutFormation: statut,
            certification: resultat,
            suite3: connue(3),
            suite6: connue(6),
            suite12: connue(12),
          },
        };
      });
    });
  },
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => ({ ...dire(personnes, fait.personne!), fait: fait as FaitLu }));
  },
  versLigne: ({ nom, fait: { id, session, statut, resultat, minutes = 0, realisees } }) => ({
    id,
    date: session.debut,
    titre: nom,
    detail: [
      direTitre(session),
      label(STATUTS_INSCRIPTION, statut),
      `${formaterDuree(realisees)} suivies sur ${formaterDuree(minutes)}`,
      resultat && label(RESULTATS_CERTIFICATION, resultat),
    ]
      .filter(Boolean)
      .join(' · '),
    fiche: { genre: 'session', id: session.id },
  }),
  nominatives: NOMS,
  colonnes: [
    SEXE,
    AGE,
    colonne.texte('Session', ({ fait }) => fait.session.numero),
    colonne.texte('Formation', ({ fait }) => direTitre(fait.session)),
    colonne.date('Du', ({ fait }) => fait.session.debut),
    colonne.date('Au', ({ fait }) => fait.session.fin),
    colonne.texte('Étape', ({ fait }) => label(STATUTS_INSCRIPTION, fait.statut)),
    colonne.heures('Heures engagées', ({ fait }) => fait.minutes ?? 0),
    colonne.heures('Heures suivies', ({ fait }) => fait.realisees),
    colonne.texte('Certification', ({ fait }) =>
      fait.resultat === '' ? '' : label(RESULTATS_CERTIFICATION, fait.resultat),
    ),
  ],
});
