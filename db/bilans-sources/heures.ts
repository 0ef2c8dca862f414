import type { FaitHeures } from '../../shared/bilans/faits.ts';
import { nomMois } from '../../shared/bilans/libelles.ts';
import { formaterDuree } from '../../shared/format.ts';
import { etpRealise } from '../../shared/heures/regles-etp.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { readHeures } from '../heures-lecture.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { AGE, type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { moisComptes } from './mois-etp.ts';
import { readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

interface Dit extends DitPersonne {
  fait: FaitHeures;
  contrat: string;
}

/** Hours of the contracts, month by month: a month that the period touches counts whole. */
export const heures = source<'heures', Dit>({
  table: 'heures_mois',
  read(lecteur, periode) {
    const { db } = lecteur;
    const personnes = readPersonnes(db, anneeDe(periode));
    const natures = new Map(requete(db, 'SELECT id, nature FROM contrat').raw().all() as [string, string][]);
    const mois = moisComptes(lecteur, periode);
    return readHeures(db, periode)
      .reverse()
      .map(
        (lue): FaitHeures => ({
          id: `${lue.contratId}.${lue.mois}`,
          poids: 1,
          personne: lue.salarieId,
          minutes: lue.minutes,
          etp: etpRealise(lue.minutes, mois.reference(lue.mois), mois.nombre),
          mois: lue.mois,
          fini: mois.compte(lue.mois),
          axes: {
            ...personnes.get(lue.salarieId)?.axes,
            contratSiae: natures.get(lue.contratId) ?? '',
            mois: lue.mois,
          },
        }),
      );
  },
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => ({
      ...dire(personnes, fait.personne!),
      fait,
      contrat: label(CONTRATS, String(fait.axes.contratSiae)),
    }));
  },
  versLigne: ({ fait, nom, contrat }) => ({
    id: fait.id,
    date: `${fait.mois}-01`,
    titre: nom,
    detail: [nomMois(fait.mois), formaterDuree(fait.minutes ?? 0), contrat].join(' · '),
    fiche: { genre: 'salarie', id: fait.personne! },
  }),
  nominatives: NOMS,
  colonnes: [
    SEXE,
    AGE,
    colonne.texte('Mois', ({ fait }) => nomMois(fait.mois)),
    colonne.texte('Contrat', ({ contrat }) => contrat),
    colonne.heures('Heures', ({ fait }) => fait.minutes ?? 0),
  ],
});
