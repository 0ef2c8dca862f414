import type { Devenir, FaitSortie } from '../../shared/bilans/faits.ts';
import { enPhrase } from '../../shared/format.ts';
import { cleMetier } from '../../shared/immersions/objectifs.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CATEGORIES_SORTIE, CONTRATS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import { requete } from '../requetes.ts';
import { readSortiesJugees, type SortieJugee } from '../sorties-lecture.ts';
import { colonne } from '../tableur.ts';
import { AGE, type DitPersonne, dire, NOMS, SEXE } from './dire.ts';
import { readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

const EMPLOYEURS = `
  SELECT o.id, o.secteur, o.zone, o.taille, o.genre AS hote
  FROM json_each(?) j CROSS JOIN organisation o ON o.id = j.value`;

interface Employeur {
  id: string;
  secteur: string;
  zone: string;
  taille: string;
  hote: string;
}

/** Keeps what the rows say, so that an exit is judged once. */
interface FaitJuge extends FaitSortie {
  jugee: SortieJugee;
}

interface Dit extends DitPersonne {
  fait: FaitJuge;
}

/** What became of somebody, in one word of its axis; a question nobody asked or answered has none. */
const devenir = ({ situations }: SortieJugee, mois: number): Devenir => {
  const dite = situations.find((une) => une.mois === mois);
  if (!dite) return 'sans_objet';
  return dite.etat === 'repondu' ? dite.situation : dite.etat;
};

const repondu = ({ situations }: SortieJugee, mois: number): string => {
  const dite = situations.find((une) => une.mois === mois);
  return dite?.etat === 'repondu' ? dite.situation : '';
};

const exclusion = ({ motif, verdict }: SortieJugee): string => {
  if (verdict.etat !== 'non_comptee') return '';
  return motif.categorie === 'retrait' ? 'Retrait des sorties constatées' : 'Durée ou heures insuffisantes';
};

const COMPTEE: Record<SortieJugee['verdict']['etat'], string> = {
  comptee: 'Comptée',
  non_comptee: 'Non comptée',
  inconnue: 'À vérifier',
};

/** Exits of the period, each with its verdict. */
export const sorties = source<'sorties', Dit>({
  table: 'sortie',
  read({ db, today }, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    const jugees = readSortiesJugees(db, periode, today);
    const employeurs = new Map(
      (
        requete(db, EMPLOYEURS).all(
          JSON.stringify([...new Set(jugees.flatMap(({ organisation }) => organisation?.id ?? []))]),
        ) as Employeur[]
      ).map((lu) => [lu.id, lu]),
    );
    return jugees.map((jugee): FaitJuge => {
      const { id, salarie, date, motif, contrat, organisation, metier, verdict } = jugee;
      const employeur = organisation === null ? undefined : employeurs.get(organisation.id);
      return {
        id,
        poids: 1,
        personne: salarie.id,
        organisation: organisation?.id ?? null,
        jugee,
        categorie: motif.categorie,
        dynamique: jugee.dynamique,
        comptee: verdict.comptee,
        aVerifier: verdict.etat === 'inconnue',
        exclusion: exclusion(jugee),
        pourquoi: verdict.pourquoi,
        doute: verdict.comptee && verdict.heuresAnnee === null,
        compteeAsp: verdict.parAsp.comptee,
        aVerifierAsp: verdict.parAsp.etat === 'inconnue',
        a3: devenir(jugee, 3),
        a6: devenir(jugee, 6),
        a12: devenir(jugee, 12),
        axes: {
          ...personnes.get(salarie.id)?.axes,
          categorie: motif.categorie,
          motif: motif.code,
          contratTrouve: contrat,
          metier: metier === '' ? '' : cleMetier({ metier, romeCode: '' }),
          secteur: employeur?.secteur ?? '',
          zone: employeur?.zone ?? '',
          taille: employeur?.taille ?? '',
          hote: employeur?.hote ?? '',
          situation3: repondu(jugee, 3),
          situation6: repondu(jugee, 6),
          situation12: repondu(jugee, 12),
          mois: date.slice(0, 7),
        },
      };
    });
  },
  tell({ db }, faits, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => ({ ...dire(personnes, fait.personne!), fait: fait as FaitJuge }));
  },
  versLigne: ({ nom, fait: { id, personne, jugee, pourquoi } }) => ({
    id,
    date: jugee.date,
    titre: nom,
    detail: [
      ...new Set([
        jugee.motif.label,
        jugee.organisation && `chez ${jugee.organisation.nom}`,
        jugee.contrat && label(CONTRATS_SORTIE, jugee.contrat),
        // The reason of a withdrawal says it.
        jugee.motif.categorie !== 'retrait' && enPhrase(label(CATEGORIES_SORTIE, jugee.motif.categorie)),
        pourquoi,
      ]),
    ]
      .filter(Boolean)
      .join(' · '),
    fiche: { genre: 'salarie', id: personne! },
  }),
  nominatives: NOMS,
  colonnes: [
    SEXE,
    AGE,
    colonne.date('Sortie le', ({ fait }) => fait.jugee.date),
    colonne.date('Parcours depuis le', ({ fait }) => fait.jugee.verdict.debutParcours),
    colonne.texte('Motif', ({ fait }) => fait.jugee.motif.label),
    colonne.texte('Catégorie', ({ fait }) => label(CATEGORIES_SORTIE, fait.categorie)),
    colonne.texte('Contrat trouvé', ({ fait }) =>
      fait.jugee.contrat === '' ? '' : label(CONTRATS_SORTIE, fait.jugee.contrat),
    ),
    colonne.nombre('Durée du contrat (mois)', ({ fait }) => fait.jugee.dureeMois),
    colonne.texte('Métier', ({ fait }) => fait.jugee.metier),
    colonne.texte('Comptée', ({ fait }) => COMPTEE[fait.jugee.verdict.etat]),
    colonne.texte('Pourquoi', ({ fait }) => fait.pourquoi),
    colonne.texte('Selon le code de l’ASP', ({ fait }) => COMPTEE[fait.jugee.verdict.parAsp.etat]),
    colonne.heures('Heures du parcours', ({ fait }) => fait.jugee.verdict.heures),
  ],
});
