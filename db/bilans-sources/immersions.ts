import type { FaitImmersion } from '../../shared/bilans/faits.ts';
import { type ImmersionComptee, minutesDans } from '../../shared/bilans/immersions.ts';
import { formaterDate, formaterDuree } from '../../shared/format.ts';
import { cleMetier } from '../../shared/immersions/objectifs.ts';
import { STATUTS_COMPTES } from '../../shared/immersions/statuts.ts';
import { DECISIONS, OBJETS, REALISATIONS } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { SEXES } from '../../shared/nomenclatures/salaries.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';
import type { Base } from '../open.ts';
import { enListe, requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { readPersonnes } from './personnes.ts';
import { anneeDe, source } from './source.ts';

const IMMERSIONS = `
  SELECT i.id, i.numero, i.debut, i.fin, i.jours, i.minutes, i.minutes_faites AS minutesFaites, i.objet,
    i.renouvelle_id IS NOT NULL AS renouvellement, i.metier, i.rome_code AS romeCode,
    (SELECT json_group_array(json_object('date', j.date, 'minutes', j.minutes))
       FROM immersion_presence j WHERE j.immersion_id = i.id) AS presences,
    i.horaires, i.feries_travailles AS feries, i.exceptions, i.alsace_moselle AS local,
    i.salarie_id AS salarieId, i.organisation_id AS organisationId, o.nom AS organisation, o.genre AS hote, o.secteur,
    o.zone, o.taille, i.frais,
    b.fait_le AS bilanLe, b.realisation, b.objectifs, b.decision,
    b.embauche_id IS NOT NULL AND e.archived_at IS NULL AS embaucheLiee, coalesce(e.contrat, '') AS contrat
  FROM immersion i JOIN organisation o ON o.id = i.organisation_id
    LEFT JOIN immersion_bilan b ON b.immersion_id = i.id
    LEFT JOIN embauche e ON e.id = b.embauche_id
  WHERE i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)}) AND i.debut <= @fin AND i.fin >= @debut
  ORDER BY i.debut DESC, i.id DESC`;

interface Lue {
  id: string;
  numero: string;
  debut: string;
  fin: string;
  jours: number;
  minutes: number;
  minutesFaites: number | null;
  objet: string;
  renouvellement: 0 | 1;
  metier: string;
  romeCode: string;
  presences: string;
  horaires: string;
  feries: 0 | 1;
  exceptions: string;
  local: 0 | 1;
  salarieId: string;
  organisationId: string;
  organisation: string;
  hote: string;
  secteur: string;
  zone: string;
  taille: string;
  /** JSON: what each cost. */
  frais: string;
  bilanLe: string | null;
  realisation: string | null;
  objectifs: string | null;
  decision: string | null;
  embaucheLiee: 0 | 1;
  contrat: string;
}

interface Dit {
  id: string;
  numero: string;
  prenom: string;
  nom: string;
  sexe: string;
  organisation: string;
  hote: string;
  objet: string;
  metier: string;
  debut: string;
  fin: string;
  minutes: number;
  realisation: string;
  decision: string;
}

const versComptee = (lue: Lue): ImmersionComptee => ({
  ...lue,
  horaires: JSON.parse(lue.horaires),
  feriesTravailles: lue.feries === 1,
  exceptions: JSON.parse(lue.exceptions),
  alsaceMoselle: lue.local === 1,
  // Said as soon as it is written down, as in the hours of the immersion itself: nobody waits for the bilan to be closed.
  absente: lue.realisation === 'absente',
  presences: JSON.parse(lue.presences),
});

const readLues = (db: Base, periode: { debut: string; fin: string }): Lue[] =>
  requete(db, IMMERSIONS).all(periode) as Lue[];

/** Conventions out of draft, neither refused nor cancelled, of which a day falls in the period. */
export const immersions = source<'immersions', Dit>({
  table: 'immersion',
  read({ db, today }, periode) {
    const personnes = readPersonnes(db, anneeDe(periode));
    return readLues(db, periode).map((lue): FaitImmersion => {
      const bilanFait = lue.bilanLe !== null;
      const [realisation = '', objectifs = '', decision = ''] = bilanFait
        ? [lue.realisation ?? '', lue.objectifs ?? '', lue.decision ?? '']
        : [];
      return {
        id: lue.id,
        poids: 1,
        personne: lue.salarieId,
        organisation: lue.organisationId,
        minutes: minutesDans(versComptee(lue), periode),
        commencee: lue.debut >= periode.debut,
        finie: lue.fin < today,
        renouvellement: lue.renouvellement === 1,
        bilanFait,
        embauche: lue.embaucheLiee === 1 || decision === 'embauche',
        realisation,
        objectifs,
        jours: lue.jours,
        centimes: (JSON.parse(lue.frais) as { centimes: number }[]).reduce(
          (somme, { centimes }) => somme + centimes,
          0,
        ),
        axes: {
          ...personnes.get(lue.salarieId)?.axes,
          objet: lue.objet,
          hote: lue.hote,
          secteur: lue.secteur,
          zone: lue.zone,
          taille: lue.taille,
          metier: cleMetier(lue),
          realisation,
          objectifs,
          decision,
          contrat: lue.embaucheLiee === 1 ? lue.contrat : '',
          mois: lue.debut.slice(0, 7),
        },
      };
    });
  },
  tell({ db }, faits, periode) {
    const lues = new Map(readLues(db, periode).map((lue) => [lue.id, lue]));
    const personnes = readPersonnes(db, anneeDe(periode));
    return faits.map((fait) => {
      const { numero, organisation, hote, objet, metier, debut, fin, salarieId } = lues.get(fait.id)!;
      const dite = (axe: 'realisation' | 'decision') => String(fait.axes[axe] ?? '');
      const { prenom = '', nom = '', axes } = personnes.get(salarieId) ?? {};
      return {
        id: fait.id,
        numero,
        prenom,
        nom,
        sexe: String(axes?.sexe ?? ''),
        organisation,
        hote,
        objet,
        metier,
        debut,
        fin,
        minutes: fait.minutes ?? 0,
        realisation: dite('realisation'),
        decision: dite('decision'),
      };
    });
  },
  versLigne: ({ id, debut, fin, prenom, nom, organisation, objet, minutes }) => ({
    id,
    date: debut,
    titre: `${prenom} ${nom} chez ${organisation}`,
    detail: `jusqu’au ${formaterDate(fin)} · ${formaterDuree(minutes)} · ${label(OBJETS, objet)}`,
    fiche: { genre: 'immersion', id },
  }),
  nominatives: [colonne.texte('Prénom', ({ prenom }) => prenom), colonne.texte('Nom', ({ nom }) => nom)],
  colonnes: [
    colonne.texte('Convention', ({ numero }) => numero),
    colonne.texte('Sexe', ({ sexe }) => label(SEXES, sexe)),
    colonne.texte('Accueil', ({ organisation }) => organisation),
    colonne.texte('Type d’accueil', ({ hote }) => label(GENRES_ORGANISATION, hote)),
    colonne.texte('Métier', ({ metier }) => metier),
    colonne.texte('Objet', ({ objet }) => label(OBJETS, objet)),
    colonne.date('Du', ({ debut }) => debut),
    colonne.date('Au', ({ fin }) => fin),
    colonne.heures('Heures dans la période', ({ minutes }) => minutes),
    colonne.texte('Réalisation', ({ realisation }) => label(REALISATIONS, realisation)),
    colonne.texte('Suite', ({ decision }) => label(DECISIONS, decision)),
  ],
});
