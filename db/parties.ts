import { ErreurMetier } from '../shared/erreurs.ts';
import type { Signature } from '../shared/immersions/dossier.ts';
import type { AutreImmersion, Parties } from '../shared/immersions/schema.ts';
import type { Contexte } from './contexte.ts';
import { formationsDe } from './formation-disponibilites.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { readSalarie } from './salaries.ts';
import { saturations } from './saturation.ts';
import { silenceDe } from './silence.ts';
import { readSites } from './sites.ts';

type Salarie = NonNullable<Parties['salarie']>;
type Accueil = NonNullable<Parties['organisation']>;

const IMMERSIONS = `
  SELECT i.id, i.numero, i.statut, i.objet, i.objectifs, i.debut, i.fin, i.jours, i.renouvelle_id AS renouvelleId,
    i.horaires, i.exceptions, i.feries_travailles AS feries, i.alsace_moselle AS alsace,
    o.id AS organisationId, o.nom AS organisation, o.siret
  FROM immersion i JOIN organisation o ON o.id = i.organisation_id
  WHERE i.salarie_id = ? AND i.archived_at IS NULL
  ORDER BY i.debut, i.numero`;

interface LigneImmersion
  extends Omit<
    AutreImmersion,
    'organisation' | 'horaires' | 'exceptions' | 'feriesTravailles' | 'alsaceMoselle'
  > {
  horaires: string;
  exceptions: string;
  feries: number;
  alsace: number;
  organisationId: string;
  organisation: string;
  siret: string;
}

function versImmersion(ligne: LigneImmersion): AutreImmersion {
  const { horaires, exceptions, feries, alsace, organisationId, organisation, siret, ...reste } = ligne;
  return {
    ...reste,
    horaires: JSON.parse(horaires) as AutreImmersion['horaires'],
    exceptions: JSON.parse(exceptions) as AutreImmersion['exceptions'],
    feriesTravailles: feries === 1,
    alsaceMoselle: alsace === 1,
    organisation: { id: organisationId, nom: organisation, siret },
  };
}

function lireSalarie(db: Base, id: string): Salarie {
  const { prenom, nom, sexe, naissance, contrats } = readSalarie(db, id);
  const immersions = (requete(db, IMMERSIONS).all(id) as LigneImmersion[]).map(versImmersion);
  const formations = formationsDe(db, { salarieIds: [id], debut: '', fin: '9999', sauf: '' }).map(
    ({ numero, titre, debut, fin, creneaux }) => ({
      numero,
      titre,
      debut,
      fin,
      creneaux: creneaux.map(({ date, debut: de, fin: a }) => ({ date, debut: de, fin: a })),
    }),
  );
  return { id, prenom, nom, sexe, naissance, contrats, immersions, formations };
}

const ACCUEIL = `
  SELECT id, nom, adresse, code_postal AS codePostal, ville, siret, activite,
    convention_collective AS conventionCollective
  FROM organisation WHERE id = ?`;

const INTERLOCUTEURS = `
  SELECT p.id, p.prenom, p.nom, f.intitule
  FROM fonction f JOIN interlocuteur p ON p.id = f.interlocuteur_id
  WHERE f.organisation_id = ? AND f.fin IS NULL AND p.archived_at IS NULL
  ORDER BY p.nom, p.prenom`;

function lireAccueil(contexte: Pick<Contexte, 'db' | 'today'>, id: string): Accueil {
  const { db } = contexte;
  const ligne = requete(db, ACCUEIL).get(id) as Pick<
    Accueil,
    'id' | 'nom' | 'adresse' | 'codePostal' | 'ville' | 'siret' | 'activite' | 'conventionCollective'
  >;
  const [mesure] = saturations(contexte, { organisationIds: [id] });
  if (!ligne || !mesure) throw new ErreurMetier('introuvable');
  const { organisationId: _, nom: __, ...saturation } = mesure;
  return {
    ...ligne,
    interlocuteurs: requete(db, INTERLOCUTEURS).all(id) as Accueil['interlocuteurs'],
    sites: readSites(db, id).map(({ id, nom, siret, adresse, codePostal, ville }) => ({
      id,
      nom,
      siret,
      adresse,
      codePostal,
      ville,
    })),
    roles: requete(db, 'SELECT role FROM role_organisation WHERE organisation_id = ? AND fin IS NULL')
      .pluck()
      .all(id) as string[],
    saturation,
    silence: silenceDe(db, id),
  };
}

/** The people and the host of an immersion, as its form and its checks need them. Throws `introuvable`. */
export function readParties(
  contexte: Pick<Contexte, 'db' | 'today'>,
  { salarieId, organisationId }: { salarieId: string | null; organisationId: string | null },
): Parties {
  return {
    salarie: salarieId === null ? null : lireSalarie(contexte.db, salarieId),
    organisation: organisationId === null ? null : lireAccueil(contexte, organisationId),
  };
}

/** The signatures of an immersion that are dated, oldest first. */
export const readSignatures = (db: Base, immersionId: string): Signature[] =>
  requete(
    db,
    'SELECT role, nom, date FROM immersion_signature WHERE immersion_id = ? ORDER BY date, role',
  ).all(immersionId) as Signature[];
