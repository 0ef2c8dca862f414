import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import {
  echeanceSituation,
  etatSituation,
  type MesureSuite,
  mesurerSuite,
  moisADemander,
  type Suivie,
} from '../shared/formation/regles-suites.ts';
import { STATUTS_ENTRES } from '../shared/formation/statuts.ts';
import type { GroupeSuite, SuiteLigne, SuitesFiltres, suitesContrat } from '../shared/formation/suites.ts';
import type { Livraison } from '../shared/livraison.ts';
import {
  MOIS_SITUATION,
  RESULTATS_CERTIFICATION,
  SITUATIONS,
  STATUTS_INSCRIPTION,
} from '../shared/nomenclatures/formation.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { SEXES } from '../shared/nomenclatures/salaries.ts';
import type { Contexte } from './contexte.ts';
import { evaluationsOperations } from './formation-evaluations.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import { enListe, requete } from './requetes.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof suitesContrat> = z.output<(typeof suitesContrat)[N]['entree']>;
type Sortie<N extends keyof typeof suitesContrat> = z.output<(typeof suitesContrat)[N]['sortie']>;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** Those who came in on a session that is over; one who stopped early is asked with the others. */
const SUIVIES = `
  SELECT i.id AS inscriptionId, i.statut, i.resultat, s.id AS salarieId, s.prenom, s.nom, s.sexe, s.telephone,
    f.id AS sessionId, f.numero, ${TITRE_SESSION} AS titre, f.fin, a.id AS actionId, a.titre AS action,
    (SELECT json_group_array(json_object('mois', t.mois, 'date', t.date, 'situation', t.situation, 'note', t.note))
       FROM situation_formation t WHERE t.inscription_id = i.id) AS situations
  FROM inscription i
  JOIN salarie s ON s.id = i.salarie_id
  JOIN session_formation f ON f.id = i.session_id
  JOIN action_formation a ON a.id = f.action_id
  WHERE i.archived_at IS NULL AND f.archived_at IS NULL AND f.statut <> 'annulee' AND f.fin < ?
    AND i.statut IN (${enListe(STATUTS_ENTRES)})
  ORDER BY f.fin DESC, f.numero DESC, s.nom_tri, i.id`;

interface Lue {
  inscriptionId: string;
  statut: SuiteLigne['statut'];
  resultat: SuiteLigne['resultat'];
  salarieId: string;
  prenom: string;
  nom: string;
  sexe: string;
  telephone: string;
  sessionId: string;
  numero: string;
  titre: string;
  fin: string;
  actionId: string;
  action: string;
  situations: string;
}

interface SuivieLue extends Suivie {
  ligne: SuiteLigne;
  actionId: string;
  action: string;
}

function versSuivie(lue: Lue, today: string): SuivieLue {
  const dites = JSON.parse(lue.situations) as {
    mois: (typeof MOIS_SITUATION)[number];
    date: string;
    situation: string;
    note: string;
  }[];
  const suivie: Suivie = {
    fin: lue.fin,
    situations: Object.fromEntries(dites.map(({ mois, situation }) => [mois, situation])),
  };
  const { salarieId, prenom, nom, sexe, telephone, sessionId, numero, titre, fin } = lue;
  return {
    ...suivie,
    actionId: lue.actionId,
    action: lue.action,
    ligne: {
      inscriptionId: lue.inscriptionId,
      salarie: { id: salarieId, prenom, nom, sexe, telephone },
      session: { id: sessionId, numero, titre, fin },
      statut: lue.statut,
      resultat: lue.resultat,
      aDemander: moisADemander(suivie, today),
      situations: MOIS_SITUATION.map((mois) => {
        const dite = dites.find((une) => une.mois === mois);
        return {
          mois,
          echeance: echeanceSituation(fin, mois),
          etat: etatSituation(suivie, mois, today),
          date: dite?.date ?? null,
          situation: dite?.situation ?? '',
          note: dite?.note ?? '',
        };
      }),
    },
  };
}

function readSuivies({ db, today }: Lecteur): SuivieLue[] {
  return (requete(db, SUIVIES).all(today) as Lue[]).map((lue) => versSuivie(lue, today));
}

const anneeDe = ({ fin }: Suivie) => Number(fin.slice(0, 4));

const DANS_VUE: Record<SuitesFiltres['vue'], (ligne: SuiteLigne) => boolean> = {
  a_demander: ({ aDemander }) => aDemander !== null,
  tous: () => true,
  sans_reponse: ({ situations }) => situations.some(({ etat }) => etat === 'sans_reponse'),
};

function filtrer(suivies: readonly SuivieLue[], { annee, actionId, sessionId }: SuitesFiltres): SuivieLue[] {
  return suivies.filter(
    (suivie) =>
      (annee === null || anneeDe(suivie) === annee) &&
      (actionId === null || suivie.actionId === actionId) &&
      (sessionId === null || suivie.ligne.session.id === sessionId),
  );
}

/** Groups in the order in which their trainees come. */
function grouper(
  suivies: readonly SuivieLue[],
  cle: (suivie: SuivieLue) => { id: string; nom: string },
  mesurer: (suivies: readonly Suivie[]) => MesureSuite,
): GroupeSuite[] {
  return [...Map.groupBy(suivies, (suivie) => cle(suivie).id)].map(([id, siennes]) => ({
    id,
    nom: cle(siennes[0]!).nom,
    mesure: mesurer(siennes),
  }));
}

function suites(contexte: Lecteur, filtres: SuitesFiltres): Sortie<'formation.suites'> {
  const { today } = contexte;
  const toutes = readSuivies(contexte);
  const gardees = filtrer(toutes, filtres);
  const mesurer = (suivies: readonly Suivie[]) => mesurerSuite(suivies, filtres.mois, today);
  const deSexe = (sexe: string) => gardees.filter(({ ligne }) => ligne.salarie.sexe === sexe);
  const lignes = gardees.map(({ ligne }) => ligne);
  const annees = Map.groupBy(toutes, anneeDe);
  const actions = new Map(toutes.map(({ actionId, action }) => [actionId, action]));
  return {
    annees: [...annees]
      .map(([annee, siennes]) => ({ annee, nombre: siennes.length }))
      .sort((a, b) => b.annee - a.annee),
    actions: [...actions]
      .map(([id, titre]) => ({ id, titre }))
      .sort((a, b) => a.titre.localeCompare(b.titre, 'fr')),
    cohortes: MOIS_SITUATION.map((mois) => ({
      mois,
      tous: mesurerSuite(gardees, mois, today),
      femmes: mesurerSuite(deSexe('F'), mois, today),
      hommes: mesurerSuite(deSexe('H'), mois, today),
    })),
    parAction: grouper(gardees, ({ actionId, action }) => ({ id: actionId, nom: action }), mesurer).sort(
      (a, b) => a.nom.localeCompare(b.nom, 'fr'),
    ),
    parSession: grouper(
      gardees,
      ({ ligne: { session } }) => ({ id: session.id, nom: `${session.numero} · ${session.titre}` }),
      mesurer,
    ),
    parAnnee: grouper(
      gardees,
      (suivie) => ({ id: String(anneeDe(suivie)), nom: String(anneeDe(suivie)) }),
      mesurer,
    ),
    lignes: lignes.filter(DANS_VUE[filtres.vue]),
    vues: Object.fromEntries(
      Object.entries(DANS_VUE).map(([vue, dedans]) => [vue, lignes.filter(dedans).length]),
    ) as Record<SuitesFiltres['vue'], number>,
  };
}

/** Questions whose moment has come, the oldest first. */
function dues(contexte: Lecteur): Sortie<'formation.suitesDues'> {
  return readSuivies(contexte)
    .flatMap(({ ligne: { inscriptionId, salarie, session, aDemander } }) =>
      aDemander === null
        ? []
        : [
            {
              inscriptionId,
              salarie,
              session,
              mois: aDemander,
              echeance: echeanceSituation(session.fin, aDemander),
            },
          ],
    )
    .sort((a, b) => a.echeance.localeCompare(b.echeance));
}

const COLONNES: readonly Colonne<SuiteLigne>[] = [
  colonne.texte('Nom', ({ salarie }) => salarie.nom),
  colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
  colonne.texte('Sexe', ({ salarie }) => label(SEXES, salarie.sexe)),
  colonne.texte('Session', ({ session }) => session.numero),
  colonne.texte('Formation', ({ session }) => session.titre),
  colonne.date('Fin de la formation', ({ session }) => session.fin),
  colonne.texte('Parcours', ({ statut }) => label(STATUTS_INSCRIPTION, statut)),
  colonne.texte('Résultat', ({ resultat }) =>
    resultat === '' ? '' : label(RESULTATS_CERTIFICATION, resultat),
  ),
  ...MOIS_SITUATION.flatMap((mois): Colonne<SuiteLigne>[] => {
    const de = ({ situations }: SuiteLigne) => situations.find((situation) => situation.mois === mois)!;
    return [
      colonne.texte(`À ${mois} mois`, (ligne) => {
        const { etat, situation } = de(ligne);
        if (etat === 'pas_encore') return 'Pas encore';
        return etat === 'non_demande' ? 'Non demandé' : label(SITUATIONS, situation);
      }),
      colonne.date(`Dit le (${mois} mois)`, (ligne) => de(ligne).date),
    ];
  }),
];

function exporter(
  contexte: Contexte,
  { format, ...filtres }: Entree<'formation.exportSuites'>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `devenir-apres-formation-${filtres.annee ?? contexte.today}`,
    feuille: 'Devenir',
    colonnes: COLONNES,
    lignes: suites(contexte, filtres).lignes,
  });
}

const INSCRIT = `
  SELECT i.statut, f.fin FROM inscription i JOIN session_formation f ON f.id = i.session_id
  WHERE i.id = ? AND i.archived_at IS NULL`;
const SITUATION = `
  SELECT date, situation, note FROM situation_formation WHERE inscription_id = ? AND mois = ?`;

type Dite = NonNullable<Sortie<'formation.saveSituation'>['precedent']>;

function readDite({ db }: Contexte, inscriptionId: string, mois: number): Dite | null {
  return (requete(db, SITUATION).get(inscriptionId, mois) as Dite | undefined) ?? null;
}

function refuserDate(message: string): never {
  throw new ErreurMetier('regle', { message, champs: { date: message } });
}

function saveSituation(
  contexte: Contexte,
  saisie: Entree<'formation.saveSituation'>,
): Sortie<'formation.saveSituation'> {
  const { db, instant, today } = contexte;
  const { inscriptionId, mois, date } = saisie;
  const inscrit = requete(db, INSCRIT).get(inscriptionId) as { statut: string; fin: string } | undefined;
  if (!inscrit) throw new ErreurMetier('introuvable');
  if (!(STATUTS_ENTRES as readonly string[]).includes(inscrit.statut))
    throw new ErreurMetier('regle', {
      message: 'Cette personne n’est pas entrée en formation : son devenir ne se compte pas.',
    });
  if (date > today) refuserDate('Cette date n’est pas encore passée.');
  if (date <= inscrit.fin) refuserDate(`La formation a duré jusqu’au ${formaterDate(inscrit.fin)}.`);
  const precedent = readDite(contexte, inscriptionId, mois);
  requete(
    db,
    `INSERT INTO situation_formation (inscription_id, mois, date, situation, note, updated_at)
     VALUES (@inscriptionId, @mois, @date, @situation, @note, @instant)
     ON CONFLICT (inscription_id, mois) DO UPDATE
     SET date = excluded.date, situation = excluded.situation, note = excluded.note, updated_at = excluded.updated_at`,
  ).run({ ...saisie, instant });
  return { precedent };
}

function removeSituation(
  contexte: Contexte,
  { inscriptionId, mois }: Entree<'formation.removeSituation'>,
): Sortie<'formation.removeSituation'> {
  const precedent = readDite(contexte, inscriptionId, mois);
  requete(contexte.db, 'DELETE FROM situation_formation WHERE inscription_id = ? AND mois = ?').run(
    inscriptionId,
    mois,
  );
  return { precedent };
}

export const suitesFormationOperations = {
  'formation.suites': suites,
  'formation.suitesDues': dues,
  'formation.exportSuites': exporter,
  'formation.saveSituation': saveSituation,
  'formation.removeSituation': removeSituation,
  ...evaluationsOperations,
};
