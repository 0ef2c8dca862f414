import { eq } from 'drizzle-orm';
import { ErreurMetier } from '../shared/erreurs.ts';
import { libelleNaf } from '../shared/nomenclatures/naf.ts';
import type { ListeOuverte } from '../shared/nomenclatures/ouvertes.ts';
import type {
  OrganisationFiche,
  OrganisationModifiee,
  OrganisationNouvelle,
  Particuliers,
} from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { interlocuteursOperations } from './interlocuteurs.ts';
import { readMetiers, writeMetiers } from './metiers.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { colonnesDe, insertOrganisation, refreshSearch } from './organisations.ts';
import { interlocuteursDe, personnesOperations } from './personnes.ts';
import { requete } from './requetes.ts';
import { exportReseau } from './reseau-export.ts';
import { countVues, facettes, list, listIds, villes } from './reseau-liste.ts';
import { search } from './reseau-recherche.ts';
import { doublons, suggest } from './reseau-suggestions.ts';
import { vracOperations } from './reseau-vrac.ts';
import { vuesOperations } from './reseau-vues.ts';
import { readResume } from './resume.ts';
import { readRoles, writeRoles } from './roles.ts';
import { organisation } from './schema/index.ts';
import { silenceOperations } from './silence.ts';
import { readSites, sitesOperations } from './sites.ts';

const FICHE = `
  SELECT o.id, o.nom, o.genre, o.genre_siae AS genreSiae, o.activite, o.convention_collective AS conventionCollective,
    o.siret, o.adresse, o.code_postal AS codePostal, o.ville, o.telephone, o.autre_telephone AS autreTelephone,
    o.courriel, o.autre_courriel AS autreCourriel, o.site, o.note, o.categorie, o.effectif, o.taille, o.naf,
    o.naf_version AS nafVersion, o.secteur, o.zone, o.stade, o.implication, o.saison, o.saison_note AS saisonNote,
    o.conditions, o.conditions_note AS conditionsNote, o.recrutements, o.recruteur, o.motivations,
    o.recrutement_note AS recrutementNote, o.referent_id AS referentId, o.origine,
    o.origine_precision AS originePrecision, o.archived_at AS archivedAt, o.dernier_echange AS dernierEchange,
    o.prochaine_relance AS prochaineRelance
  FROM organisation o WHERE o.id = ?`;

/** Columns that hold JSON. */
type EnListe = 'implication' | 'saison' | 'conditions' | 'recrutements' | 'motivations';
type LigneFiche = Omit<Particuliers, EnListe | 'roles' | 'metiers'> &
  Record<EnListe, string> &
  Pick<OrganisationFiche, 'id' | 'archivedAt' | 'dernierEchange' | 'prochaineRelance'>;

/** What an organisation says of itself, and the dates kept with it. */
function lireFiche(db: Base, id: string) {
  const ligne = requete(db, FICHE).get(id) as LigneFiche | undefined;
  if (!ligne) throw new ErreurMetier('introuvable');
  return {
    ...ligne,
    implication: JSON.parse(ligne.implication) as Particuliers['implication'],
    saison: JSON.parse(ligne.saison) as number[],
    conditions: JSON.parse(ligne.conditions) as string[],
    recrutements: JSON.parse(ligne.recrutements) as string[],
    motivations: JSON.parse(ligne.motivations) as string[],
    roles: readRoles(db, id),
    metiers: readMetiers(db, id),
  };
}

const LIENS = `
  SELECT r.id AS referentId, r.prenom AS referentPrenom, r.nom AS referentNom,
    o.ne_plus_contacter_le AS le, o.ne_plus_contacter_motif AS motif, o.ne_plus_contacter_note AS note,
    p.id AS parId, p.prenom AS parPrenom, p.nom AS parNom, g.id AS gardeeId, g.nom AS gardeeNom
  FROM organisation o
    LEFT JOIN membre r ON r.id = o.referent_id
    LEFT JOIN membre p ON p.id = o.ne_plus_contacter_par
    LEFT JOIN organisation g ON g.id = o.fusionnee_dans
  WHERE o.id = ?`;

/** Who follows it, the silence it asked for, and the organisation it was merged into. */
function lireLiens(db: Base, id: string): Pick<OrganisationFiche, 'referent' | 'silence' | 'fusionneeDans'> {
  const l = requete(db, LIENS).get(id) as Record<string, string | null>;
  const membre = (
    cle: string | null | undefined,
    prenom: string | null | undefined,
    nom: string | null | undefined,
  ) => (cle ? { id: cle, prenom: prenom ?? '', nom: nom ?? '' } : null);
  return {
    referent: membre(l.referentId, l.referentPrenom, l.referentNom),
    silence: l.le
      ? {
          le: l.le,
          motif: l.motif ?? '',
          note: l.note ?? '',
          par: membre(l.parId, l.parPrenom, l.parNom),
        }
      : null,
    fusionneeDans: l.gardeeId ? { id: l.gardeeId, nom: l.gardeeNom ?? '' } : null,
  };
}

function verifier({ db }: Pick<Contexte, 'db'>, id: string): void {
  if (!requete(db, 'SELECT 1 FROM organisation WHERE id = ?').get(id)) throw new ErreurMetier('introuvable');
}

/** Archived organisations are given too: what points at them must open. */
function get({ db, today }: Contexte, { id }: { id: string }): OrganisationFiche {
  const fiche = lireFiche(db, id);
  return {
    ...fiche,
    nafLibelle: libelleNaf(fiche.naf, fiche.nafVersion),
    ...lireLiens(db, id),
    sites: readSites(db, id),
    interlocuteurs: interlocuteursDe(db, id),
    resume: readResume(db, id, today),
  };
}

/** The codes chosen must be in their lists, and the référent in the team. */
function verifierSaisie(db: Base, saisie: Partial<Particuliers>): void {
  const un = (champ: 'categorie' | 'secteur' | 'recruteur' | 'origine', liste: ListeOuverte) => ({
    champ,
    liste,
    code: saisie[champ] ?? '',
  });
  const plusieurs = (champ: 'conditions' | 'recrutements' | 'motivations') =>
    (saisie[champ] ?? []).map((code) => ({ champ, liste: champ, code }));
  verifierCodes(db, [
    un('categorie', 'categories'),
    un('secteur', 'secteurs'),
    un('recruteur', 'recruteurs'),
    un('origine', 'origines'),
    ...plusieurs('conditions'),
    ...plusieurs('recrutements'),
    ...plusieurs('motivations'),
    ...(saisie.roles ?? []).map(({ role }, rang) => ({
      champ: `roles.${rang}.role`,
      liste: 'roles' as const,
      code: role,
    })),
  ]);
  if (saisie.referentId && !requete(db, 'SELECT 1 FROM membre WHERE id = ?').get(saisie.referentId)) {
    const faute = 'Cette personne n’est plus dans l’équipe.';
    throw new ErreurMetier('introuvable', { message: faute, champs: { referentId: faute } });
  }
}

function create(contexte: Contexte, saisie: OrganisationNouvelle): { id: string } {
  verifierSaisie(contexte.db, saisie);
  return { id: insertOrganisation(contexte, saisie) };
}

function update(contexte: Contexte, { id, ...saisie }: OrganisationModifiee): { id: string } {
  const { db, instant } = contexte;
  verifierSaisie(db, saisie);
  const { archivedAt: _a, dernierEchange: _d, prochaineRelance: _p, ...avant } = lireFiche(db, id);
  db.orm
    .update(organisation)
    .set({ ...colonnesDe({ ...avant, ...saisie }), updatedAt: instant })
    .where(eq(organisation.id, id))
    .run();
  if (saisie.roles) writeRoles(contexte, id, saisie.roles);
  if (saisie.metiers) writeMetiers(db, id, saisie.metiers);
  refreshSearch(db, [id]);
  return { id };
}

function setArchivedAt({ db, instant }: Contexte, id: string, archivedAt: string | null): { id: string } {
  verifier({ db }, id);
  db.orm.update(organisation).set({ archivedAt, updatedAt: instant }).where(eq(organisation.id, id)).run();
  return { id };
}

export const reseauOperations = {
  'reseau.list': list,
  'reseau.listIds': listIds,
  'reseau.villes': villes,
  'reseau.facettes': facettes,
  'reseau.comptesVues': countVues,
  ...vuesOperations,
  ...vracOperations,
  'reseau.export': exportReseau,
  'reseau.search': search,
  'reseau.get': get,
  'reseau.suggest': suggest,
  'reseau.doublons': doublons,
  'reseau.create': create,
  'reseau.update': update,
  'reseau.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'reseau.restore': (contexte: Contexte, { id }: { id: string }) => setArchivedAt(contexte, id, null),
  ...silenceOperations,
  ...sitesOperations,
  ...interlocuteursOperations,
  ...personnesOperations,
};
