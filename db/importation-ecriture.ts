import { completer, memePersonne } from '../shared/reseau/import/completer.ts';
import type { FicheLue, InterlocuteurLu, Particularites } from '../shared/reseau/import/fiche.ts';
import type { Contexte } from './contexte.ts';
import { insertOrganisation, refreshSearch } from './organisations.ts';
import { addRoles, readRoles } from './roles.ts';

/** An organisation before the import completed it, for the undo. */
export interface Avant extends Particularites {
  id: string;
  updatedAt: string;
}

const CHAMPS = [
  'nom',
  'genre',
  'genreSiae',
  'activite',
  'conventionCollective',
  'siret',
  'adresse',
  'codePostal',
  'ville',
  'telephone',
  'autreTelephone',
  'courriel',
  'autreCourriel',
  'site',
  'note',
  'categorie',
  'secteur',
  'naf',
  'nafVersion',
  'effectif',
  'taille',
  'zone',
  'stade',
  'origine',
  'originePrecision',
  'referentId',
] as const satisfies readonly (keyof Particularites)[];

const enColonne = (champ: string) => champ.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`);

/** `colonne AS champ` list and `colonne = @champ` list of the particulars. */
const LIRE_CHAMPS = CHAMPS.map((champ) => `${enColonne(champ)} AS ${champ}`).join(', ');
const POSER_CHAMPS = CHAMPS.map((champ) => `${enColonne(champ)} = @${champ}`).join(', ');

/** The same for a record kept by an import: one made by an older version knew fewer fields, the others stay. */
export const poserAvant = (avant: Avant): string =>
  CHAMPS.filter((champ) => Object.hasOwn(avant, champ))
    .map((champ) => `${enColonne(champ)} = @${champ}`)
    .join(', ');

const ORIGINE_IMPORT = 'annuaire';

const roleSansDate = (role: string) => ({ role, debut: null, fin: null });

/** Writes the organisations of one import with statements prepared once. Runs inside the import's transaction. */
export class Ecriture {
  /** Base organisations completed, as they were. */
  readonly avant = new Map<string, Avant>();
  private readonly contexte: Contexte;
  private readonly importationId: string;
  private readonly fichier: string;
  private readonly creees = new Set<string>();
  private readonly requetes;

  constructor(contexte: Contexte, importationId: string, fichier: string) {
    this.contexte = contexte;
    this.importationId = importationId;
    this.fichier = fichier;
    const { sqlite } = contexte.db;
    this.requetes = {
      lire: sqlite.prepare(
        `SELECT id, updated_at AS updatedAt, ${LIRE_CHAMPS} FROM organisation WHERE id = ? AND archived_at IS NULL`,
      ),
      modifier: sqlite.prepare(
        `UPDATE organisation SET ${POSER_CHAMPS}, updated_at = @instant WHERE id = @id`,
      ),
      personne: sqlite.prepare(
        `INSERT INTO interlocuteur (id, civilite, prenom, nom, telephone, courriel, created_at, updated_at)
        VALUES (@id, @civilite, @prenom, @nom, @telephone, @courriel, @instant, @instant)`,
      ),
      fonction: sqlite.prepare(
        `INSERT INTO fonction (id, interlocuteur_id, organisation_id, intitule, updated_at)
        VALUES (@id, @interlocuteurId, @organisationId, @intitule, @instant)`,
      ),
      personnes: sqlite.prepare(
        `SELECT i.civilite, i.prenom, i.nom, f.intitule, i.telephone, i.courriel
        FROM fonction f JOIN interlocuteur i ON i.id = f.interlocuteur_id
        WHERE f.organisation_id = ? AND i.archived_at IS NULL`,
      ),
    };
  }

  create({ interlocuteurs, roles, stade, ...particularites }: FicheLue): string {
    const personnes = interlocuteurs.map((personne) => ({
      ...personne,
      nom: `${personne.prenom} ${personne.nom}`,
    }));
    const id = insertOrganisation(
      this.contexte,
      {
        ...particularites,
        ...(stade === '' ? {} : { stade }),
        // A record nobody typed says where it came from.
        ...(particularites.origine === '' && particularites.originePrecision === ''
          ? { origine: ORIGINE_IMPORT, originePrecision: this.fichier }
          : {}),
        roles: roles.map(roleSansDate),
      },
      this.importationId,
      personnes,
    );
    this.creees.add(id);
    this.addPersonnes(id, interlocuteurs);
    return id;
  }

  /** Completes a record; `impossible` when it no longer exists or has no room left: the line then makes its own. */
  complete(id: string, fiche: FicheLue): 'completee' | 'identique' | 'impossible' {
    const existante = this.requetes.lire.get(id) as Avant | undefined;
    if (!existante) return 'impossible';
    const completee = completer(existante, fiche);
    if (!completee) return 'impossible';
    const connus = this.requetes.personnes.all(id) as InterlocuteurLu[];
    const nouveaux = fiche.interlocuteurs.filter(
      (personne) => !connus.some((deja) => memePersonne(deja, personne)),
    );
    const changee = CHAMPS.some((champ) => completee[champ] !== existante[champ]);
    const roles = readRoles(this.contexte.db, id);
    const ajoutes = fiche.roles.filter((code) => !roles.some(({ role }) => role === code));
    if (!changee && nouveaux.length === 0 && ajoutes.length === 0) return 'identique';
    if (!this.creees.has(id) && !this.avant.has(id)) this.avant.set(id, existante);
    this.requetes.modifier.run({ ...completee, id, instant: this.contexte.instant });
    if (ajoutes.length > 0) addRoles(this.contexte, id, ajoutes);
    this.addPersonnes(id, nouveaux);
    refreshSearch(this.contexte.db, [id]);
    return 'completee';
  }

  private addPersonnes(organisationId: string, personnes: readonly InterlocuteurLu[]): void {
    const { ids, instant } = this.contexte;
    for (const { intitule, ...personne } of personnes) {
      const interlocuteurId = ids.next();
      this.requetes.personne.run({ ...personne, id: interlocuteurId, instant });
      this.requetes.fonction.run({ id: ids.next(), interlocuteurId, organisationId, intitule, instant });
    }
  }
}
