import type { FaitFse, ResultatFse } from '../../shared/bilans/faits.ts';
import { formaterDate } from '../../shared/format.ts';
import type { ParticipationFse } from '../../shared/fse/contrat.ts';
import { direReponse, questionnaireDe, questionsSansReponse } from '../../shared/fse/questionnaire.ts';
import { emploiSixMois, LIBELLES_AGE_FSE, resultatsSortie } from '../../shared/fse/regles.ts';
import { readParticipations } from '../fse-lecture.ts';
import { colonne } from '../tableur.ts';
import { type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

/** Keeps what the rows say. */
interface FaitLu extends FaitFse {
  participation: ParticipationFse;
}

interface Dit extends DitPersonne {
  fait: FaitLu;
}

const situation = ({ entree, longueDuree }: ParticipationFse): string => {
  const { situation: dite = '' } = entree.reponses;
  return dite === 'chomage' && longueDuree ? 'chomage_long' : dite;
};

const reponse = (ligne: ParticipationFse['entree'] | null, code: string): string => {
  const dite = ligne?.reponses[code];
  return ligne && dite !== undefined ? direReponse(ligne.moment, ligne.version, code, dite) : '';
};

/** Participations that begin, go on, end or have their sixth month after in the period. */
export const fse = source<'fse', Dit>({
  table: 'participation_fse',
  read({ db, today }, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    const dans = (date: string | null) => date !== null && date >= periode.debut && date <= periode.fin;
    return readParticipations(db, periode, today)
      .map((participation): FaitLu => {
        const { salarie, entree, sortie, sixMois, echeanceSixMois } = participation;
        const resultats = Object.entries(resultatsSortie(participation) ?? {})
          .filter(([, vrai]) => vrai)
          .map(([code]) => code as ResultatFse);
        const mieux = sixMois?.reponses.mieux;
        return {
          id: entree.id,
          poids: 1,
          personne: salarie.id,
          participation,
          participant: participation.participant,
          entree: dans(entree.date),
          sortie: dans(sortie?.date ?? null),
          enCours: sortie === null || sortie.date > periode.fin,
          reponses: entree.reponses,
          longueDuree: participation.longueDuree,
          etatSortie: participation.etatSortie,
          resultats,
          sixMoisDu: dans(echeanceSixMois),
          etatSixMois: participation.etatSixMois,
          emploiSixMois: emploiSixMois(participation) === true,
          mieux: mieux === 'oui' ? true : mieux === 'non' ? false : null,
          manquantes: questionsSansReponse(questionnaireDe('entree', entree.version), entree.reponses).length,
          axes: {
            ...personnes.get(salarie.id)?.axes,
            convention: entree.conventionId ?? '',
            ageFse: participation.age,
            niveauFse: entree.reponses.niveau ?? '',
            situationFse: situation(participation),
            resultatFse: resultats,
            mois: entree.date.slice(0, 7),
          },
        };
      })
      .reverse();
  },
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => ({ ...dire(personnes, fait.personne!), fait: fait as FaitLu }));
  },
  versLigne: ({ nom, fait: { id, personne, participation } }) => ({
    id,
    date: participation.entree.date,
    titre: nom,
    detail: [
      participation.sortie ? `sortie le ${formaterDate(participation.sortie.date)}` : 'en cours',
      reponse(participation.sortie, 'situation'),
      participation.convention?.intitule,
      participation.participant ? '' : participation.pourquoi,
    ]
      .filter(Boolean)
      .join(' · '),
    fiche: { genre: 'salarie', id: personne! },
  }),
  nominatives: NOMS,
  colonnes: [
    SEXE,
    colonne.texte('Âge à l’entrée', ({ fait }) => LIBELLES_AGE_FSE[fait.participation.age]),
    colonne.texte('Convention', ({ fait }) => fait.participation.convention?.intitule ?? ''),
    colonne.date('Entrée', ({ fait }) => fait.participation.entree.date),
    colonne.texte('Situation à l’entrée', ({ fait }) => reponse(fait.participation.entree, 'situation')),
    colonne.texte('Diplôme', ({ fait }) => reponse(fait.participation.entree, 'niveau')),
    colonne.date('Sortie', ({ fait }) => fait.participation.sortie?.date ?? null),
    colonne.texte('Situation à la sortie', ({ fait }) => reponse(fait.participation.sortie, 'situation')),
    colonne.texte('Situation à six mois', ({ fait }) => reponse(fait.participation.sixMois, 'situation')),
    colonne.nombre('Réponses manquantes à l’entrée', ({ fait }) => fait.manquantes),
  ],
});
