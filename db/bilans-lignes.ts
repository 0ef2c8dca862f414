import { type ImmersionComptee, minutesDans, sexeDe } from '../shared/bilans/immersions.ts';
import { nomPart } from '../shared/bilans/libelles.ts';
import type { Choix, Figure, Filtre, LigneBilan, Periode } from '../shared/bilans/schema.ts';
import { accorder, formaterDate, formaterDuree } from '../shared/format.ts';
import type { LigneEmbauche } from '../shared/sollicitations/embauche.ts';
import {
  AVEC_CAUSE,
  bornesDe,
  DEJA_CONNUE,
  EST_ACCORD,
  type ImmersionLue,
  readImmersions,
  TOUCHEES,
} from './bilans-calcul.ts';
import type { Contexte } from './contexte.ts';
import { EMBAUCHES, versEmbauche } from './embauches.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { type Colonne, colonne } from './tableur.ts';

/** Part of an answer; `nombre: -1` is all of it. */
interface Page {
  depuis: number;
  nombre: number;
}

interface Demande extends Page {
  db: Base;
  periode: Periode;
  filtres: readonly Filtre[];
}

/** The rows behind one kind of figure: how they are read, shown in a list, and written in a CSV. */
interface Lignes<L> {
  lire(demande: Demande): { total: number; lignes: L[] };
  versLigne(ligne: L): LigneBilan;
  colonnes: readonly Colonne<L>[];
}

interface OrganisationTouchee {
  id: string;
  nom: string;
  codePostal: string;
  ville: string;
  archivee: 0 | 1;
  echanges: number;
  premier: string;
  dernier: string;
}

function organisations(condition: string): Lignes<OrganisationTouchee> {
  return {
    lire({ db, periode, depuis, nombre }) {
      const source = `FROM (${TOUCHEES}) t JOIN organisation o ON o.id = t.id WHERE ${condition}`;
      return {
        total: requete(db, `SELECT count(*) ${source}`).pluck().get(periode) as number,
        lignes: requete(
          db,
          `SELECT o.id, o.nom, o.code_postal AS codePostal, o.ville, o.archived_at IS NOT NULL AS archivee,
             t.echanges, t.premier, t.dernier
           ${source} ORDER BY o.nom_tri, o.id LIMIT @nombre OFFSET @depuis`,
        ).all({ ...periode, depuis, nombre }) as OrganisationTouchee[],
      };
    },
    versLigne: ({ id, nom, ville, archivee, echanges, dernier }) => ({
      id,
      date: dernier,
      titre: nom,
      detail: [ville, accorder(echanges, 'échange'), archivee && 'retirée du réseau']
        .filter(Boolean)
        .join(' · '),
      fiche: { genre: 'organisation', id },
    }),
    colonnes: [
      colonne.texte('Organisation', ({ nom }) => nom),
      colonne.ville('Ville', (ligne) => ligne),
      colonne.nombre('Échanges', ({ echanges }) => echanges),
      colonne.date('Premier échange de la période', ({ premier }) => premier),
      colonne.date('Dernier échange de la période', ({ dernier }) => dernier),
      colonne.texte('Retirée du réseau', ({ archivee }) => (archivee ? 'oui' : 'non')),
    ],
  };
}

interface Echange {
  id: string;
  date: string;
  /** In the structure's own words. */
  canal: string;
  nature: string;
  resultat: string;
  texte: string;
  organisations: { id: string; nom: string }[];
}

const CONDITIONS: Partial<Record<Filtre['axe'], string>> = {
  mois: 'substr(date, 1, 7) = @mois',
  nature: 'nature = @nature',
  canal: 'canal = @canal',
  resultat: 'resultat = @resultat',
  cause: `cause = @cause AND ${AVEC_CAUSE}`,
};

const ORGANISATIONS = `
  SELECT o.id, o.nom FROM sollicitation_organisation so JOIN organisation o ON o.id = so.organisation_id
  WHERE so.sollicitation_id = ? ORDER BY o.nom_tri`;

function echanges(condition: string): Lignes<Echange> {
  return {
    lire({ db, periode, filtres, depuis, nombre }) {
      const moyen = libelles(db, 'canaux');
      const source = `FROM sollicitation WHERE ${[
        'archived_at IS NULL AND date BETWEEN @debut AND @fin',
        condition,
        ...filtres.map(({ axe }) => CONDITIONS[axe]!),
      ].join(' AND ')}`;
      const valeurs = { ...periode, ...Object.fromEntries(filtres.map(({ axe, code }) => [axe, code])) };
      const lues = requete(
        db,
        `SELECT s.id, s.date, s.canal, s.nature, s.resultat, s.texte
         FROM (SELECT id, date ${source} ORDER BY date DESC, id DESC LIMIT @nombre OFFSET @depuis) t
           JOIN sollicitation s ON s.id = t.id
         ORDER BY t.date DESC, t.id DESC`,
      ).all({ ...valeurs, depuis, nombre }) as Omit<Echange, 'organisations'>[];
      return {
        total: requete(db, `SELECT count(*) ${source}`).pluck().get(valeurs) as number,
        lignes: lues.map((ligne) => ({
          ...ligne,
          canal: moyen(ligne.canal),
          organisations: requete(db, ORGANISATIONS).all(ligne.id) as Echange['organisations'],
        })),
      };
    },
    versLigne: (ligne) => ({
      id: ligne.id,
      date: ligne.date,
      titre: ligne.organisations.map(({ nom }) => nom).join(', '),
      detail: [
        ligne.canal,
        ligne.nature && nomPart('nature', ligne.nature),
        nomPart('resultat', ligne.resultat),
        ligne.texte,
      ]
        .filter(Boolean)
        .join(' · '),
      fiche: { genre: 'organisation', id: ligne.organisations[0]?.id ?? '' },
    }),
    colonnes: [
      colonne.date('Date', ({ date }) => date),
      colonne.texte('Organisations', (ligne) => ligne.organisations.map(({ nom }) => nom).join(', ')),
      colonne.texte('Moyen', ({ canal }) => canal),
      colonne.texte('Nature', ({ nature }) => nomPart('nature', nature)),
      colonne.texte('Résultat', ({ resultat }) => nomPart('resultat', resultat)),
      colonne.texte('Texte', ({ texte }) => texte),
    ],
  };
}

interface RelanceFaite {
  id: string;
  libelle: string;
  echeance: string;
  faitLe: string;
  organisationId: string;
  organisation: string;
}

const relances: Lignes<RelanceFaite> = {
  lire({ db, periode, depuis, nombre }) {
    const source = `FROM relance r JOIN organisation o ON o.id = r.organisation_id
      WHERE r.archived_at IS NULL AND r.fait_le BETWEEN @debut AND @fin`;
    return {
      total: requete(db, `SELECT count(*) ${source}`).pluck().get(periode) as number,
      lignes: requete(
        db,
        `SELECT r.id, r.libelle, r.echeance, r.fait_le AS faitLe, o.id AS organisationId, o.nom AS organisation
         ${source} ORDER BY r.fait_le DESC, r.id DESC LIMIT @nombre OFFSET @depuis`,
      ).all({ ...periode, depuis, nombre }) as RelanceFaite[],
    };
  },
  versLigne: ({ id, libelle, echeance, faitLe, organisationId, organisation }) => ({
    id,
    date: faitLe,
    titre: organisation,
    detail: `${libelle} · prévue le ${formaterDate(echeance)}`,
    fiche: { genre: 'organisation', id: organisationId },
  }),
  colonnes: [
    colonne.date('Faite le', ({ faitLe }) => faitLe),
    colonne.date('Prévue le', ({ echeance }) => echeance),
    colonne.texte('Organisation', ({ organisation }) => organisation),
    colonne.texte('À faire', ({ libelle }) => libelle),
  ],
};

type ImmersionDedans = ImmersionLue & { dedans: number };

function immersionsFiltrees({ db, periode, filtres }: Demande): ImmersionDedans[] {
  const codeDe: Partial<Record<Filtre['axe'], (immersion: ImmersionComptee) => string>> = {
    objet: ({ objet }) => objet,
    hote: ({ hote }) => hote,
    sexe: ({ sexe }) => sexeDe(sexe),
  };
  return readImmersions(db, periode)
    .filter((immersion) => filtres.every(({ axe, code }) => codeDe[axe]?.(immersion) === code))
    .map((immersion) => ({ ...immersion, dedans: minutesDans(immersion, periode) }));
}

function decouper<L>(toutes: L[], { depuis, nombre }: Page): { total: number; lignes: L[] } {
  return { total: toutes.length, lignes: nombre === -1 ? toutes : toutes.slice(depuis, depuis + nombre) };
}

const immersions: Lignes<ImmersionDedans> = {
  lire: (demande) => decouper(immersionsFiltrees(demande), demande),
  versLigne: ({ id, debut, fin, prenom, nom, organisation, objet, dedans }) => ({
    id,
    date: debut,
    titre: `${prenom} ${nom} chez ${organisation}`,
    detail: `jusqu’au ${formaterDate(fin)} · ${formaterDuree(dedans)} · ${nomPart('objet', objet)}`,
    fiche: { genre: 'immersion', id },
  }),
  colonnes: [
    colonne.texte('Convention', ({ numero }) => numero),
    colonne.texte('Prénom', ({ prenom }) => prenom),
    colonne.texte('Nom', ({ nom }) => nom),
    colonne.texte('Sexe', ({ sexe }) => nomPart('sexe', sexeDe(sexe))),
    colonne.texte('Accueil', ({ organisation }) => organisation),
    colonne.texte('Secteur de l’accueil', ({ hote }) => nomPart('hote', hote)),
    colonne.texte('Objet', ({ objet }) => nomPart('objet', objet)),
    colonne.date('Du', ({ debut }) => debut),
    colonne.date('Au', ({ fin }) => fin),
    colonne.heures('Heures de la convention', ({ minutes }) => minutes),
    colonne.heures('Heures dans la période', ({ dedans }) => dedans),
  ],
};

interface Personne {
  id: string;
  prenom: string;
  nom: string;
  sexe: string;
  immersions: number;
  dedans: number;
}

const personnes: Lignes<Personne> = {
  lire(demande) {
    const parSalarie = new Map<string, Personne>();
    for (const { salarieId, prenom, nom, sexe, dedans } of immersionsFiltrees(demande)) {
      const connue = parSalarie.get(salarieId) ?? {
        id: salarieId,
        prenom,
        nom,
        sexe,
        immersions: 0,
        dedans: 0,
      };
      connue.immersions += 1;
      connue.dedans += dedans;
      parSalarie.set(salarieId, connue);
    }
    const toutes = [...parSalarie.values()].sort((a, b) =>
      `${a.nom} ${a.prenom}`.localeCompare(`${b.nom} ${b.prenom}`, 'fr'),
    );
    return decouper(toutes, demande);
  },
  versLigne: ({ id, prenom, nom, sexe, immersions: nombre, dedans }) => ({
    id,
    date: null,
    titre: `${prenom} ${nom}`,
    detail: `${nomPart('sexe', sexeDe(sexe))} · ${accorder(nombre, 'immersion')} · ${formaterDuree(dedans)}`,
    fiche: { genre: 'salarie', id },
  }),
  colonnes: [
    colonne.texte('Prénom', ({ prenom }) => prenom),
    colonne.texte('Nom', ({ nom }) => nom),
    colonne.texte('Sexe', ({ sexe }) => nomPart('sexe', sexeDe(sexe))),
    colonne.nombre('Immersions', ({ immersions: nombre }) => nombre),
    colonne.heures('Heures dans la période', ({ dedans }) => dedans),
  ],
};

const embauches: Lignes<LigneEmbauche> = {
  lire({ db, periode, filtres, depuis, nombre }) {
    const toutes = requete(
      db,
      `${EMBAUCHES} AND e.date BETWEEN @debut AND @fin ORDER BY e.date DESC, e.id DESC`,
    )
      .all(periode)
      .map(versEmbauche)
      .filter(({ contrat }) => filtres.every(({ code }) => code === contrat));
    return decouper(toutes, { depuis, nombre });
  },
  versLigne: ({ id, date, contrat, metier, salarie, organisation }) => ({
    id,
    date,
    titre: `${salarie ? `${salarie.prenom} ${salarie.nom}` : 'Une personne'} chez ${organisation.nom}`,
    detail: [nomPart('contrat', contrat), metier].filter(Boolean).join(' · '),
    fiche: { genre: 'organisation', id: organisation.id },
  }),
  colonnes: [
    colonne.date('Date', ({ date }) => date),
    colonne.texte('Prénom', ({ salarie }) => salarie?.prenom ?? ''),
    colonne.texte('Nom', ({ salarie }) => salarie?.nom ?? ''),
    colonne.texte('Organisation', ({ organisation }) => organisation.nom),
    colonne.texte('Contrat', ({ contrat }) => nomPart('contrat', contrat)),
    colonne.texte('Métier', ({ metier }) => metier),
    colonne.texte('Note', ({ note }) => note),
  ],
};

const PAR_FIGURE = {
  organisations: organisations('true'),
  jointes: organisations('t.jointe'),
  nouvelles: organisations(`NOT ${DEJA_CONNUE}`),
  echanges: echanges('true'),
  accords: echanges(EST_ACCORD),
  relances,
  immersions,
  personnes,
  embauches,
  // biome-ignore lint/suspicious/noExplicitAny: each entry reads and writes its own kind of row, and no other.
} satisfies Record<Figure, Lignes<any>>;

/** Rows behind a figure, or behind the part of it the filters keep. `total` is that figure. */
export function readRows(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  { figure, filtres, debut, fin }: Choix,
  page: Page,
): { total: number; lignes: LigneBilan[] } {
  const { lire, versLigne } = PAR_FIGURE[figure] as Lignes<unknown>;
  const { total, lignes } = lire({ db, periode: bornesDe({ debut, fin }, today), filtres, ...page });
  return { total, lignes: lignes.map(versLigne) };
}

/** All of them, ready for a CSV. */
export function rowsForExport(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  { figure, filtres, debut, fin }: Choix,
): { colonnes: readonly Colonne<unknown>[]; lignes: unknown[] } {
  const { lire, colonnes } = PAR_FIGURE[figure] as Lignes<unknown>;
  const tout = { depuis: 0, nombre: -1 };
  return {
    colonnes,
    lignes: lire({ db, periode: bornesDe({ debut, fin }, today), filtres, ...tout }).lignes,
  };
}
