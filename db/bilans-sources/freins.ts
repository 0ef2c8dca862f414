import type { FaitFrein } from '../../shared/bilans/faits.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { FREINS } from '../../shared/nomenclatures/salaries.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { AGE, type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { readPersonnes } from './personnes.ts';
import { readPublics } from './publics.ts';
import { anneeDe, source } from './source.ts';

interface Dit extends DitPersonne {
  fait: FaitFrein;
  frein: string;
  accompagnement: string;
}

const accompagnement = ({ interne, externe }: FaitFrein): string => {
  if (interne && externe) return 'En interne et en externe';
  if (interne) return 'En interne';
  return externe ? 'En externe' : 'Pas encore';
};

/** Freins of the people under contract in the period, as their sheets say them. */
export const freins = source<'freins', Dit>({
  table: 'salarie',
  porteur: ({ personne }) => personne!,
  read(lecteur, periode) {
    const lus = Map.groupBy(
      requete(lecteur.db, 'SELECT salarie_id AS salarieId, frein, interne, externe FROM frein').all() as {
        salarieId: string;
        frein: string;
        interne: 0 | 1;
        externe: 0 | 1;
      }[],
      ({ salarieId }) => salarieId,
    );
    return readPublics(lecteur, periode).flatMap(({ id, personne, contrat }) =>
      (lus.get(id) ?? []).map(
        ({ frein, interne, externe }): FaitFrein => ({
          id: `${id}.${frein}`,
          poids: 1,
          personne: id,
          interne: interne === 1,
          externe: externe === 1,
          axes: { ...personne.axes, frein, contratSiae: contrat.nature },
        }),
      ),
    );
  },
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => ({
      ...dire(personnes, fait.personne!),
      fait,
      frein: label(FREINS, String(fait.axes.frein)),
      accompagnement: accompagnement(fait),
    }));
  },
  versLigne: ({ fait, nom, frein, ...dit }) => ({
    id: fait.id,
    date: null,
    titre: nom,
    detail: `${frein} · accompagnement : ${dit.accompagnement.toLowerCase()}`,
    fiche: { genre: 'salarie', id: fait.personne! },
  }),
  nominatives: NOMS,
  colonnes: [
    SEXE,
    AGE,
    colonne.texte('Frein', ({ frein }) => frein),
    colonne.texte('Accompagnement', (dit) => dit.accompagnement),
  ],
});
