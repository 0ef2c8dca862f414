import type { FaitOrganisation } from '../../shared/bilans/faits.ts';
import { RESULTAT_SANS_REPONSE, RESULTATS_ACCORD } from '../../shared/bilans/regles.ts';
import type { Periode } from '../../shared/bilans/schema.ts';
import { accorder } from '../../shared/format.ts';
import { STATUTS_COMPTES } from '../../shared/immersions/statuts.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { STADES } from '../../shared/nomenclatures/reseau.ts';
import { GENRES_ORGANISATION } from '../../shared/nomenclatures/structures.ts';
import { libelles } from '../nomenclatures.ts';
import type { Base } from '../open.ts';
import { enListe, requete } from '../requetes.ts';
import { saturees } from '../saturation.ts';
import { colonne } from '../tableur.ts';
import { type Lecteur, source } from './source.ts';

/**
 * Organisations of a period with their exchanges in it. CROSS JOIN keeps SQLite on the index of dates: from the
 * organisations it would read the row of every exchange ever noted.
 */
const TOUCHEES = `
  SELECT so.organisation_id AS id, count(*) AS echanges, min(s.date) AS premier, max(s.date) AS dernier,
    max(s.resultat <> '${RESULTAT_SANS_REPONSE}') AS jointe,
    max(s.resultat IN (${enListe(['interessee', ...RESULTATS_ACCORD])})) AS interessee,
    max(s.resultat IN (${enListe(RESULTATS_ACCORD)})) AS engagee
  FROM sollicitation s CROSS JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
  WHERE s.archived_at IS NULL AND s.date BETWEEN @debut AND @fin
  GROUP BY so.organisation_id`;

/** Of some organisations, those with no exchange at all before a period. */
const NOUVELLES = `
  SELECT j.value FROM json_each(@ids) j WHERE NOT EXISTS (
    SELECT 1 FROM sollicitation_organisation so CROSS JOIN sollicitation s ON s.id = so.sollicitation_id
    WHERE so.organisation_id = j.value AND s.archived_at IS NULL AND s.date < @debut)`;

const ACCUEILS = `
  SELECT organisation_id AS id, count(*) AS nombre FROM immersion
  WHERE archived_at IS NULL AND statut IN (${enListe(STATUTS_COMPTES)}) AND debut <= @fin AND fin >= @debut
  GROUP BY organisation_id`;

const EMBAUCHES = `
  SELECT organisation_id AS id, count(*) AS nombre FROM embauche
  WHERE archived_at IS NULL AND date BETWEEN @debut AND @fin GROUP BY organisation_id`;

const SILENCES = 'SELECT id FROM organisation WHERE ne_plus_contacter_le BETWEEN @debut AND @fin';

const FICHES = `
  SELECT o.id, o.nom, o.ville, o.code_postal AS codePostal, o.genre, o.secteur, o.zone, o.taille, o.stade,
    o.dernier_echange AS dernierEchange, o.archived_at IS NOT NULL AS archivee
  FROM json_each(?) j CROSS JOIN organisation o ON o.id = j.value ORDER BY o.nom_tri, o.id`;

interface Contactee {
  id: string;
  echanges: number;
  premier: string;
  dernier: string;
  jointe: 0 | 1;
  interessee: 0 | 1;
  engagee: 0 | 1;
}

interface Fiche {
  id: string;
  nom: string;
  ville: string;
  codePostal: string;
  genre: string;
  secteur: string;
  zone: string;
  taille: string;
  stade: string;
  dernierEchange: string | null;
  archivee: 0 | 1;
}

interface Dit extends Fiche {
  /** In the structure's own words. */
  nomSecteur: string;
  echanges: number;
  premier: string | null;
  dernier: string | null;
  immersions: number;
  embauches: number;
}

const compter = (db: Base, sql: string, periode: Periode): Map<string, number> =>
  new Map(
    (requete(db, sql).all(periode) as { id: string; nombre: number }[]).map(({ id, nombre }) => [id, nombre]),
  );

const readFiches = (db: Base, ids: Iterable<string>): Fiche[] =>
  requete(db, FICHES).all(JSON.stringify([...ids])) as Fiche[];

function readContactees(db: Base, periode: Periode): Map<string, Contactee> {
  const lues = requete(db, TOUCHEES).all(periode) as Contactee[];
  return new Map(lues.map((lue) => [lue.id, lue]));
}

/** Stages are those of today: the last exchange is all that dates the loss of a relation nobody asked to end. */
const estPerdue = ({ stade, dernierEchange }: Fiche, { debut, fin }: Periode) =>
  stade === 'perdue' && dernierEchange !== null && dernierEchange >= debut && dernierEchange <= fin;

function read({ db }: Lecteur, periode: Periode): FaitOrganisation[] {
  const contactees = readContactees(db, periode);
  const accueils = compter(db, ACCUEILS, periode);
  const embauches = compter(db, EMBAUCHES, periode);
  const silences = new Set(requete(db, SILENCES).pluck().all(periode) as string[]);
  const ids = new Set([...contactees.keys(), ...accueils.keys(), ...embauches.keys(), ...silences]);
  if (ids.size === 0) return [];
  // Both are measured when they are looked at: most bilans do not ask, and they read years of exchanges again.
  let satures: Set<string> | undefined;
  let nouvelles: Set<unknown> | undefined;
  return readFiches(db, ids).map((fiche) => {
    const { id, genre: hote, secteur, zone, taille, stade } = fiche;
    const contact = contactees.get(id);
    return {
      id,
      poids: 1,
      organisation: id,
      axes: { hote, secteur, zone, taille, stade },
      echanges: contact?.echanges ?? 0,
      jointe: contact?.jointe === 1,
      get nouvelle() {
        nouvelles ??= new Set(
          requete(db, NOUVELLES)
            .pluck()
            .all({ ids: JSON.stringify([...contactees.keys()]), debut: periode.debut }),
        );
        return nouvelles.has(id);
      },
      interessee: contact?.interessee === 1,
      engagee: contact?.engagee === 1,
      perdue: silences.has(id) || estPerdue(fiche, periode),
      get saturee() {
        satures ??= saturees({ db, today: periode.fin });
        return satures.has(id);
      },
      immersions: accueils.get(id) ?? 0,
      embauches: embauches.get(id) ?? 0,
    };
  });
}

/** An organisation withdrawn from the network since stays in the figures of when it was in it. */
export const organisations = source<'organisations', Dit>({
  table: 'organisation',
  read,
  tell({ db }, faits, periode) {
    const contactees = readContactees(db, periode);
    const secteur = libelles(db, 'secteurs');
    const fiches = new Map(
      readFiches(
        db,
        faits.map(({ id }) => id),
      ).map((fiche) => [fiche.id, fiche]),
    );
    return faits.map(({ id, echanges, immersions, embauches }) => {
      const fiche = fiches.get(id)!;
      return {
        ...fiche,
        nomSecteur: fiche.secteur === '' ? '' : secteur(fiche.secteur),
        echanges,
        premier: contactees.get(id)?.premier ?? null,
        dernier: contactees.get(id)?.dernier ?? null,
        immersions,
        embauches,
      };
    });
  },
  versLigne: ({ id, nom, ville, archivee, dernier, ...lue }) => ({
    id,
    date: dernier,
    titre: nom,
    detail: [
      ville,
      lue.echanges > 0 && accorder(lue.echanges, 'échange'),
      lue.immersions > 0 && accorder(lue.immersions, 'immersion'),
      lue.embauches > 0 && accorder(lue.embauches, 'embauche'),
      archivee && 'retirée du réseau',
    ]
      .filter(Boolean)
      .join(' · '),
    fiche: { genre: 'organisation', id },
  }),
  nominatives: [],
  colonnes: [
    colonne.texte('Organisation', ({ nom }) => nom),
    colonne.ville('Ville', (ligne) => ligne),
    colonne.texte('Type', ({ genre }) => label(GENRES_ORGANISATION, genre)),
    colonne.texte('Secteur', ({ nomSecteur }) => nomSecteur),
    colonne.texte('Stade', ({ stade }) => label(STADES, stade)),
    colonne.nombre('Échanges', ({ echanges }) => echanges),
    colonne.date('Premier échange de la période', ({ premier }) => premier),
    colonne.date('Dernier échange de la période', ({ dernier }) => dernier),
    colonne.nombre('Immersions', ({ immersions }) => immersions),
    colonne.nombre('Embauches', ({ embauches }) => embauches),
    colonne.texte('Retirée du réseau', ({ archivee }) => (archivee ? 'oui' : 'non')),
  ],
});
