import { NIVEAUX } from '../../shared/bilans/axes.ts';
import type { FaitSalarie } from '../../shared/bilans/faits.ts';
import { formaterDate } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { colonne } from '../tableur.ts';
import { AGE, type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { readPersonnes } from './personnes.ts';
import { type Public, readPublics } from './publics.ts';
import { anneeDe, source } from './source.ts';

interface Dit extends DitPersonne {
  fait: FaitSalarie;
  niveau: string;
  contrat: string;
  debut: string;
  fin: string | null;
}

/** The contract a fact stands on, kept beside it so that its row is not read again. */
interface FaitAvecContrat extends FaitSalarie {
  contrat: Public['contrat'];
}

export const salaries = source<'salaries', Dit>({
  table: 'salarie',
  read: (lecteur, periode) =>
    readPublics(lecteur, periode).map(
      ({ id, personne, contrat, heures, entreeLe, ...reste }): FaitAvecContrat => ({
        ...reste,
        id,
        poids: 1,
        personne: id,
        minutes: heures ?? 0,
        heuresPayees: heures,
        contrat,
        axes: { ...personne.axes, contratSiae: contrat.nature, mois: entreeLe.slice(0, 7) },
      }),
    ),
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => {
      const { nature, debut, fin } = (fait as FaitAvecContrat).contrat;
      return {
        ...dire(personnes, fait.id),
        fait,
        niveau: label(NIVEAUX, String(fait.axes.niveau ?? '')),
        contrat: label(CONTRATS, nature),
        debut,
        fin,
      };
    });
  },
  versLigne: ({ fait, nom, contrat, debut, fin, sexe, age }) => ({
    id: fait.id,
    date: debut,
    titre: nom,
    detail: [`${contrat} ${fin === null ? 'sans terme' : `jusqu’au ${formaterDate(fin)}`}`, sexe, age].join(
      ' · ',
    ),
    fiche: { genre: 'salarie', id: fait.id },
  }),
  nominatives: NOMS,
  colonnes: [
    SEXE,
    AGE,
    colonne.texte('Niveau', ({ niveau }) => niveau),
    colonne.texte('Contrat', ({ contrat }) => contrat),
    colonne.date('Du', ({ debut }) => debut),
    colonne.date('Au', ({ fin }) => fin),
    colonne.texte('Entrée dans la période', ({ fait }) => (fait.entree ? 'oui' : 'non')),
    colonne.heures('Heures dans la période', ({ fait }) => fait.heuresPayees),
    colonne.nombre('Entretiens', ({ fait }) => fait.entretiens),
    colonne.nombre('Formations', ({ fait }) => fait.formations),
    colonne.nombre('Immersions', ({ fait }) => fait.immersions),
  ],
});
