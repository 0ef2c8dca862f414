import type { FaitSession } from '../../shared/bilans/faits.ts';
import { accorder, formaterDate, formaterDuree } from '../../shared/format.ts';
import { direTitre } from '../../shared/formation/titre-session.ts';
import { formaterEuros } from '../../shared/montant.ts';
import { GENRES_FORMATION } from '../../shared/nomenclatures/formation.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { colonne } from '../tableur.ts';
import { readSessionsComptees, type SessionComptee } from './formation.ts';
import { source } from './source.ts';

/** Keeps what the rows say. */
interface FaitLu extends FaitSession {
  comptee: SessionComptee;
}

/** Training sessions with hours in the period, or money on its accounts. */
export const sessions = source<'sessions', FaitLu>({
  table: 'session_formation',
  read: (lecteur, periode) =>
    readSessionsComptees(lecteur, periode).map(
      (comptee): FaitLu => ({
        id: comptee.session.id,
        poids: 1,
        comptee,
        tenue: comptee.coupee.tenue,
        minutes: comptee.coupee.minutes,
        prevues: comptee.coupee.minutes * comptee.session.stagiairesPrevus,
        centimes: comptee.argent.cout,
        accorde: comptee.argent.accorde,
        attendu: comptee.argent.attendu,
        axes: comptee.axes,
      }),
    ),
  tell: (_lecteur, faits) => faits as FaitLu[],
  versLigne: ({ id, minutes = 0, centimes = 0, comptee: { session, engages } }) => ({
    id,
    date: session.debut,
    titre: direTitre(session),
    detail: [
      session.numero,
      `jusqu’au ${formaterDate(session.fin)}`,
      accorder(engages.length, 'stagiaire'),
      `${formaterDuree(minutes)} par stagiaire`,
      formaterEuros(centimes),
    ].join(' · '),
    fiche: { genre: 'session', id },
  }),
  nominatives: [],
  colonnes: [
    colonne.texte('Session', ({ comptee }) => comptee.session.numero),
    colonne.texte('Formation', ({ comptee }) => direTitre(comptee.session)),
    colonne.texte('Type', ({ comptee }) => label(GENRES_FORMATION, comptee.session.genre)),
    colonne.texte('Organisme', ({ comptee }) => comptee.session.organisme || 'En interne'),
    colonne.date('Du', ({ comptee }) => comptee.session.debut),
    colonne.date('Au', ({ comptee }) => comptee.session.fin),
    colonne.nombre('Stagiaires', ({ comptee }) => comptee.engages.length),
    colonne.heures('Heures par stagiaire dans la période', ({ minutes = 0 }) => minutes),
    colonne.euros('Coût (€)', ({ centimes = 0 }) => centimes / 100),
    colonne.euros('Accordé (€)', ({ accorde }) => accorde / 100),
    colonne.euros('Attendu (€)', ({ attendu }) => attendu / 100),
  ],
});
