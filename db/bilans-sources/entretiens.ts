import type { FaitEntretien } from '../../shared/bilans/faits.ts';
import { formaterDuree } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { GENRES_ENTRETIEN } from '../../shared/nomenclatures/salaries.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { AGE, type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

const ENTRETIENS = `
  SELECT id, salarie_id AS salarieId, genre, date, duree_minutes AS duree
  FROM entretien_salarie WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin
  ORDER BY date DESC, id DESC`;

interface Lu {
  id: string;
  salarieId: string;
  genre: string;
  date: string;
  duree: number | null;
}

interface FaitDate extends FaitEntretien {
  date: string;
}

interface Dit extends DitPersonne {
  fait: FaitDate;
  genre: string;
}

/** Interviews held in the period. */
export const entretiens = source<'entretiens', Dit>({
  table: 'entretien_salarie',
  read({ db }, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return (requete(db, ENTRETIENS).all(periode) as Lu[]).map(
      ({ id, salarieId, genre, date, duree }): FaitDate => ({
        id,
        poids: 1,
        personne: salarieId,
        genre,
        date,
        minutes: duree ?? 0,
        dureeDite: duree !== null,
        axes: { ...personnes.get(salarieId)?.axes, entretien: genre, mois: date.slice(0, 7) },
      }),
    );
  },
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => ({
      ...dire(personnes, fait.personne!),
      fait: fait as FaitDate,
      genre: label(GENRES_ENTRETIEN, fait.genre),
    }));
  },
  versLigne: ({ fait, nom, genre }) => ({
    id: fait.id,
    date: fait.date,
    titre: nom,
    detail: [genre, fait.dureeDite ? formaterDuree(fait.minutes ?? 0) : 'durée non notée'].join(' · '),
    fiche: { genre: 'salarie', id: fait.personne! },
  }),
  nominatives: NOMS,
  colonnes: [
    colonne.date('Date', ({ fait }) => fait.date),
    SEXE,
    AGE,
    colonne.texte('Entretien', ({ genre }) => genre),
    colonne.heures('Durée', ({ fait }) => (fait.dureeDite ? (fait.minutes ?? 0) : null)),
  ],
});
