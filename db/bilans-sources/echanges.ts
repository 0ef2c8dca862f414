import type { FaitEchange } from '../../shared/bilans/faits.ts';
import { enPhrase } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { NATURES, RESULTATS } from '../../shared/nomenclatures/sollicitations.ts';
import { libelles } from '../nomenclatures.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { source } from './source.ts';

/** From the index alone: the long texts of the rows are never read. */
const CELLULES = `
  SELECT substr(date, 1, 7) AS mois, nature, sous_nature AS sousNature, canal, resultat, cause, sens, count(*) AS poids,
    '' AS id
  FROM sollicitation WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin
  GROUP BY 1, 2, 3, 4, 5, 6, 7`;

const UN_A_UN = `
  SELECT substr(date, 1, 7) AS mois, nature, sous_nature AS sousNature, canal, resultat, cause, sens, 1 AS poids, id
  FROM sollicitation WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin
  ORDER BY date DESC, id DESC`;

interface Cellule {
  id: string;
  poids: number;
  mois: string;
  nature: string;
  sousNature: string;
  canal: string;
  resultat: string;
  cause: string;
  sens: string;
}

const versFait = ({ id, poids, ...axes }: Cellule): FaitEchange => ({
  id,
  poids,
  axes,
  resultat: axes.resultat,
  sousNature: axes.sousNature,
  sens: axes.sens,
});

const DITS = `
  SELECT s.id, s.date, s.canal, s.nature, s.resultat, s.objet, s.texte,
    (SELECT json_group_array(json_object('id', o.id, 'nom', o.nom))
       FROM sollicitation_organisation so JOIN organisation o ON o.id = so.organisation_id
       WHERE so.sollicitation_id = s.id) AS organisations
  FROM json_each(?) j CROSS JOIN sollicitation s ON s.id = j.value ORDER BY j.key`;

interface Dit {
  id: string;
  date: string;
  /** In the structure's own words. */
  canal: string;
  nature: string;
  resultat: string;
  objet: string;
  texte: string;
  organisations: { id: string; nom: string }[];
}

const noms = ({ organisations }: Dit) => organisations.map(({ nom }) => nom).join(', ');
const nature = ({ nature: code }: Dit) => (code === '' ? '' : label(NATURES, code));

export const echanges = source<'echanges', Dit>({
  table: 'sollicitation',
  read: ({ db }, periode) => (requete(db, CELLULES).all(periode) as Cellule[]).map(versFait),
  readEach: ({ db }, periode) => (requete(db, UN_A_UN).all(periode) as Cellule[]).map(versFait),
  tell({ db }, faits) {
    const moyen = libelles(db, 'canaux');
    const lues = requete(db, DITS).all(JSON.stringify(faits.map(({ id }) => id))) as (Omit<
      Dit,
      'organisations'
    > & { organisations: string })[];
    return lues.map((lue) => ({
      ...lue,
      canal: moyen(lue.canal),
      organisations: JSON.parse(lue.organisations),
    }));
  },
  versLigne: (dit) => ({
    id: dit.id,
    date: dit.date,
    titre: noms(dit) || 'Sans organisation',
    detail: [dit.canal, enPhrase(nature(dit)), label(RESULTATS, dit.resultat), dit.objet, dit.texte]
      .filter(Boolean)
      .join(' · '),
    fiche: dit.organisations[0] ? { genre: 'organisation', id: dit.organisations[0].id } : null,
  }),
  nominatives: [colonne.texte('Texte', ({ texte }) => texte)],
  colonnes: [
    colonne.date('Date', ({ date }) => date),
    colonne.texte('Organisations', noms),
    colonne.texte('Moyen', ({ canal }) => canal),
    colonne.texte('Nature', nature),
    colonne.texte('Résultat', ({ resultat }) => label(RESULTATS, resultat)),
    colonne.texte('Objet', ({ objet }) => objet),
  ],
});
