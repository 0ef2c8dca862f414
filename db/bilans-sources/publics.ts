import { debutsDeParcours, finEffective } from '../../shared/bilans/parcours.ts';
import type { Periode } from '../../shared/bilans/schema.ts';
import { STATUTS_ENTRES } from '../../shared/formation/statuts.ts';
import { STATUTS_COMPTES } from '../../shared/immersions/statuts.ts';
import { memoriser } from '../memoire.ts';
import { enListe, requete } from '../requetes.ts';
import { type Personne, readPersonnes } from './personnes.ts';
import { anneeDe, type Lecteur } from './source.ts';

const PUBLICS = `
  SELECT s.id, s.projet_etat AS projet, coalesce(s.projet_le, '') AS projetLe,
    (SELECT json_group_array(json_object('nature', c.nature, 'debut', c.debut, 'fin', c.fin))
       FROM contrat c WHERE c.salarie_id = s.id) AS contrats,
    (SELECT json_group_array(x.date) FROM sortie x WHERE x.salarie_id = s.id AND x.archived_at IS NULL) AS sorties,
    (SELECT sum(h.minutes) FROM contrat c JOIN heures_mois h ON h.contrat_id = c.id
       WHERE c.salarie_id = s.id AND h.mois BETWEEN substr(@debut, 1, 7) AND substr(@fin, 1, 7)) AS heures,
    (SELECT count(*) FROM entretien_salarie e
       WHERE e.salarie_id = s.id AND e.archived_at IS NULL AND e.date BETWEEN @debut AND @fin) AS entretiens,
    (SELECT count(*) FROM inscription i JOIN session_formation f ON f.id = i.session_id
       WHERE i.salarie_id = s.id AND i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_ENTRES)})
         AND f.archived_at IS NULL AND f.statut <> 'annulee'
         AND CASE WHEN EXISTS (SELECT 1 FROM session_creneau c WHERE c.session_id = f.id)
           THEN EXISTS (SELECT 1 FROM session_creneau c WHERE c.session_id = f.id AND c.date BETWEEN @debut AND @fin)
           ELSE f.debut BETWEEN @debut AND @fin END) AS formations,
    (SELECT count(*) FROM immersion i
       WHERE i.salarie_id = s.id AND i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)})
         AND i.debut <= @fin AND i.fin >= @debut) AS immersions,
    (SELECT count(*) FROM frein f WHERE f.salarie_id = s.id) AS freins
  FROM salarie s
  WHERE EXISTS (SELECT 1 FROM contrat c
    WHERE c.salarie_id = s.id AND c.debut <= @fin AND (c.fin IS NULL OR c.fin >= @debut))
  ORDER BY s.nom_tri, s.id`;

interface Lue {
  id: string;
  projet: string;
  projetLe: string;
  contrats: string;
  sorties: string;
  heures: number | null;
  entretiens: number;
  formations: number;
  immersions: number;
  freins: number;
}

interface Contrat {
  nature: string;
  debut: string;
  fin: string | null;
}

/** Somebody under contract in a period. */
export interface Public
  extends Pick<Lue, 'id' | 'heures' | 'entretiens' | 'formations' | 'immersions' | 'freins'> {
  personne: Personne;
  /** The last contract of the period. */
  contrat: Contrat;
  /** First day of the parcours that is under way in it. */
  entreeLe: string;
  entree: boolean;
  present: boolean;
  projet: string;
  projetValide: boolean;
}

/** Everybody under contract in a period, archived since or not, in the order of names. */
export function readPublics(lecteur: Lecteur, periode: Periode): readonly Public[] {
  const { debut, fin } = periode;
  return memoriser(lecteur.db, `publics ${debut} ${fin}`, '', () => lirePublics(lecteur, periode));
}

function lirePublics({ db }: Lecteur, periode: Periode): readonly Public[] {
  const { debut, fin } = periode;
  const personnes = readPersonnes(db, anneeDe(periode));
  return (requete(db, PUBLICS).all(periode) as Lue[]).flatMap(
    ({ projet, projetLe, contrats, sorties, ...reste }): Public[] => {
      const dates = JSON.parse(sorties) as string[];
      const lus = (JSON.parse(contrats) as Contrat[])
        .map((contrat) => ({ ...contrat, fin: finEffective(contrat, dates) }))
        .sort((a, b) => (a.debut < b.debut ? -1 : 1));
      const contrat = lus.findLast((lu) => lu.debut <= fin && (lu.fin === null || lu.fin >= debut));
      if (!contrat) return [];
      const entrees = debutsDeParcours(lus, dates);
      const entreeLe = entrees.findLast((date) => date <= contrat.debut)!;
      return [
        {
          ...reste,
          personne: personnes.get(reste.id)!,
          contrat,
          entreeLe,
          entree: entrees.some((date) => date >= debut && date <= fin),
          present: lus.some((lu) => lu.debut <= fin && (lu.fin === null || lu.fin > fin)),
          projet,
          projetValide: projet === 'valide' && projetLe >= debut && projetLe <= fin,
        },
      ];
    },
  );
}
