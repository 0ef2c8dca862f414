import { nettoyer } from '../../champs.ts';
import { sansGarde } from '../../garde-formule.ts';
import { retirerNir } from '../../nir.ts';
import { lireNaf } from '../../nomenclatures/references.ts';
import { LONGUEURS } from '../schema.ts';
import { type Cible, estLibelleDeNote } from './cibles.ts';
import type { FicheLue, InterlocuteurLu } from './fiche.ts';
import { lireAdresse, lireLieu } from './lire-adresse.ts';
import { lireGenre } from './lire-genre.ts';
import { coder, type Dictionnaires, lireEffectif, SANS_DICTIONNAIRE } from './lire-listes.ts';
import { lireCourriels, lireSiret, lireTelephones } from './lire-numeros.ts';
import { lireCivilite, lirePersonnes } from './lire-personne.ts';

export interface Colonne {
  label: string;
  cible: Cible;
}

export type LigneLue =
  | { rejet: string; remarques: string[] }
  | { rejet: null; fiche: FicheLue; remarques: string[] };

/** A cell as it was meant: `="0388…"` unwrapped, the guard of our own CSV taken off, no control sign. */
export function lireCellule(brut: string): string {
  if (brut === '') return '';
  const formule = /^\s*="([^"]*)"\s*$/.exec(brut);
  return nettoyer(formule ? formule[1]! : sansGarde(brut));
}

/** Collects the cells of one line by target, and everything that will end in the note. */
class Recueil {
  readonly note: string[] = [];
  readonly remarques: string[] = [];
  private readonly cellules = new Map<Cible, string[]>();

  constructor(cellules: readonly string[], colonnes: readonly Colonne[]) {
    for (let rang = 0; rang < cellules.length; rang += 1) {
      const brut = lireCellule(cellules[rang]!);
      if (brut === '') continue;
      const colonne = colonnes[rang] ?? { label: `Colonne ${rang + 1}`, cible: 'note' };
      if (colonne.cible === 'ignorer') continue;
      // Thirteen digits may also be a SIRET whose leading zero was lost.
      const siret = colonne.cible === 'siret' && lireSiret(brut).siret !== '';
      const { texte, retires } = siret ? { texte: brut, retires: 0 } : retirerNir(brut);
      if (retires > 0) {
        this.remarques.push(
          `« ${colonne.label} » contient ce qui ressemble à un numéro de sécurité sociale : il n’est pas gardé (RGPD).`,
        );
        if (texte === '[numéro retiré]') continue;
      }
      if (colonne.cible === 'note') this.noter(colonne.label, texte);
      else {
        const deja = this.cellules.get(colonne.cible);
        if (deja) deja.push(texte);
        else this.cellules.set(colonne.cible, [texte]);
      }
    }
  }

  ajouter(cible: Cible, texte: string): void {
    this.cellules.set(cible, [...this.toutes(cible), texte]);
  }

  noter(label: string, texte: string): void {
    this.note.push(estLibelleDeNote(label) ? texte : `${label} : ${texte}`);
  }

  toutes(cible: Cible): string[] {
    return this.cellules.get(cible) ?? [];
  }

  /** Value of a field that holds one: the first cell; the others go to the note. */
  une(cible: Cible, label: string, max = 1000): string {
    const [premiere = '', ...autres] = this.toutes(cible);
    for (const autre of autres) if (autre !== premiere) this.noter(label, autre);
    return this.limiter(premiere.replace(/\s+/g, ' '), label, max);
  }

  /** Cuts what is too long for its field and keeps the whole of it in the note. */
  limiter(texte: string, label: string, max: number): string {
    if (texte.length <= max) return texte;
    this.noter(label, texte);
    this.remarques.push(
      `${label} de plus de ${max} caractères : raccourci, le texte entier est dans la note.`,
    );
    return `${texte.slice(0, max - 1).trimEnd()}…`;
  }

  telephones(cible: Cible, label: string): string[] {
    return this.toutes(cible).flatMap((cellule) => {
      const lu = lireTelephones(cellule);
      if (lu.reste !== '') this.noter(label, lu.reste);
      this.remarques.push(...lu.remarques);
      return lu.valeurs;
    });
  }

  courriels(cible: Cible, label: string): string[] {
    return this.toutes(cible).flatMap((cellule) => {
      const lu = lireCourriels(cellule);
      if (lu.reste !== '') this.noter(label, lu.reste);
      this.remarques.push(...lu.remarques);
      return lu.valeurs;
    });
  }

  /** First two of several numbers or addresses; the next ones go to the note. */
  deux(valeurs: string[], label: string, dire: string): [string, string] {
    const [un = '', deux = '', ...suite] = [...new Set(valeurs)];
    if (suite.length > 0) {
      this.noter(label, suite.join(' ; '));
      this.remarques.push(dire);
    }
    return [un, deux];
  }
}

function lireInterlocuteurs(recueil: Recueil): {
  interlocuteurs: InterlocuteurLu[];
  telephones: string[];
  courriels: string[];
} {
  const telephones = recueil.telephones('contactTelephone', 'Téléphone du contact');
  const courriels = recueil.courriels('contactCourriel', 'Courriel du contact');
  const fonction = recueil.toutes('contactFonction').join(', ').replace(/\s+/g, ' ');
  const prenom = recueil.une('contactPrenom', 'Prénom du contact', 80);
  const nom = recueil.une('contactNom', 'Nom du contact', 120);
  const civilite = recueil.une('contactCivilite', 'Civilité');
  const personnes = recueil.toutes('contact').flatMap(lirePersonnes);
  if (nom !== '') personnes.unshift({ civilite: lireCivilite(civilite), prenom, nom, intitule: '' });
  else if (prenom !== '' && personnes.length === 1 && personnes[0]!.prenom === '')
    personnes[0]!.prenom = prenom;
  else if (prenom !== '') recueil.noter('Prénom du contact', prenom);
  if (personnes.length === 0) {
    if (fonction !== '') recueil.noter('Fonction', fonction);
    if (civilite !== '') recueil.noter('Civilité', civilite);
    return { interlocuteurs: [], telephones, courriels };
  }
  if (nom === '' && civilite !== '') personnes[0]!.civilite ||= lireCivilite(civilite);
  const interlocuteurs = personnes.map((personne, rang) => ({
    civilite: personne.civilite,
    prenom: recueil.limiter(personne.prenom, 'Prénom du contact', 80),
    nom: recueil.limiter(personne.nom, 'Nom du contact', 120),
    intitule: recueil.limiter(
      [personne.intitule, rang === 0 ? fonction : ''].filter(Boolean).join(', '),
      'Fonction',
      120,
    ),
    telephone: rang === 0 ? (telephones[0] ?? '') : '',
    courriel: rang === 0 ? (courriels[0] ?? '') : '',
  }));
  return { interlocuteurs, telephones: telephones.slice(1), courriels: courriels.slice(1) };
}

/** Words of a list known here, or nothing: what is not known is kept elsewhere, never lost. */
function lirePrecisions(recueil: Recueil, listes: Dictionnaires) {
  const activites: string[] = [];
  const choisir = (cible: Cible, label: string, liste: Dictionnaires[keyof Dictionnaires]) => {
    const texte = recueil.une(cible, label);
    const code = coder(liste, texte);
    return { code, inconnu: code === '' ? texte : '' };
  };
  const secteur = choisir('secteur', 'Secteur', listes.secteurs);
  if (secteur.inconnu !== '') activites.push(secteur.inconnu);
  const categorie = choisir('categorie', 'Catégorie', listes.categories);
  const type = lireGenre(categorie.inconnu) === null ? '' : categorie.inconnu;
  if (categorie.inconnu !== type) recueil.noter('Catégorie', categorie.inconnu);
  const brutNaf = recueil.une('naf', 'Code NAF');
  const naf = lireNaf(brutNaf.split(/\s[-–:]\s|\s(?=\p{L}{2})/u)[0] ?? '') ?? '';
  if (naf === '' && brutNaf !== '') activites.push(brutNaf);
  const stade = choisir('stade', 'Stade', listes.stades);
  const origine = choisir('origine', 'Origine', listes.origines);
  const referent = choisir('referent', 'Référent', listes.membres);
  // In the list of a partner, « référent » is the person to contact there.
  if (referent.inconnu !== '') recueil.ajouter('contact', referent.inconnu);
  if (stade.inconnu !== '') recueil.noter('Stade', stade.inconnu);
  const roles: string[] = [];
  for (const texte of recueil.toutes('roles').flatMap((cellule) => cellule.split(/[,;\n/]/))) {
    const code = coder(listes.roles, texte);
    if (code !== '') roles.push(code);
    else if (texte.trim() !== '') recueil.noter('Rôle', texte.trim());
  }
  const [brutEffectif = '', ...autres] = recueil.toutes('effectif');
  let effectif = lireEffectif(brutEffectif);
  for (const autre of autres) {
    const lu = lireEffectif(autre);
    // « Effectif » then « Taille »: the second only says what the first did.
    if (lu && effectif && effectif.effectif === null && effectif.taille === '') effectif = lu;
    else if (lu?.taille !== effectif?.taille) recueil.noter('Effectif', autre);
  }
  if (effectif === null) recueil.noter('Effectif', brutEffectif);
  return {
    activites,
    type,
    champs: {
      categorie: categorie.code,
      secteur: secteur.code,
      naf,
      nafVersion: naf === '' ? '' : NAF_VERSION,
      effectif: effectif?.effectif ?? null,
      taille: effectif?.taille ?? ('' as const),
      zone: recueil.une('zone', 'Zone', LONGUEURS.zone),
      stade: stade.code as FicheLue['stade'],
      origine: origine.code,
      originePrecision: recueil.limiter(origine.inconnu, 'Origine', LONGUEURS.precision),
      referentId: referent.code || null,
      roles: [...new Set(roles)],
    },
  };
}

/** Version of the codes in use in 2026 lists. */
const NAF_VERSION = 'rev2';

/**
 * Reads one line of a list with the chosen columns. Nothing of it is lost: what has no field of its own goes to the note
 * with the label of its column, and `remarques` says so. A line without a name is refused (`rejet`).
 */
export function lireLigne(
  cellules: readonly string[],
  colonnes: readonly Colonne[],
  listes: Dictionnaires = SANS_DICTIONNAIRE,
): LigneLue {
  const recueil = new Recueil(cellules, colonnes);
  const { remarques } = recueil;
  const nom = recueil.une('nom', 'Nom', LONGUEURS.nom);
  if (nom === '') return { rejet: 'Cette ligne n’a pas de nom.', remarques: [] };
  if (!/[\p{L}\p{N}]/u.test(nom))
    return { rejet: `« ${nom.slice(0, 40)} » n’est pas un nom.`, remarques: [] };

  const siret = lireSiret(recueil.une('siret', 'SIRET'));
  if (siret.note !== '') recueil.note.push(siret.note);
  if (siret.remarque !== '') remarques.push(siret.remarque);

  const precisions = lirePrecisions(recueil, listes);
  const type = recueil.une('type', 'Type') || precisions.type;
  const genre = lireGenre(type);
  if (genre === null) recueil.noter('Type', type);

  const lieu = lireLieu(
    recueil.une('codePostal', 'Code postal'),
    recueil.une('ville', 'Ville', LONGUEURS.ville),
  );
  const adresse = lireAdresse(recueil.toutes('adresse').join('\n'), lieu);
  recueil.note.push(...lieu.note, ...adresse.note);
  remarques.push(...lieu.remarques, ...adresse.remarques);

  const contact = lireInterlocuteurs(recueil);
  const [telephone, autreTelephone] = recueil.deux(
    [...recueil.telephones('telephone', 'Téléphone'), ...contact.telephones],
    'Autres téléphones',
    'Plus de deux téléphones : les suivants sont dans la note.',
  );
  const [courriel, autreCourriel] = recueil.deux(
    [...recueil.courriels('courriel', 'Courriel'), ...contact.courriels],
    'Autres courriels',
    'Plus de deux courriels : les suivants sont dans la note.',
  );
  const site = recueil.une('site', 'Site', LONGUEURS.site);
  const siteLisible = /^(https?:\/\/)?[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}([/?#]\S*)?$/iu.test(site);
  if (site !== '' && !siteLisible) {
    recueil.noter('Site', site);
    remarques.push(`« ${site.slice(0, 60)} » n’est pas une adresse de site : gardé dans la note.`);
  }
  const fiche: FicheLue = {
    nom,
    ...(genre ?? { genre: '', genreSiae: '' }),
    activite: recueil.limiter(
      [...recueil.toutes('activite'), ...precisions.activites].join(' ; ').replace(/\s+/g, ' '),
      'Activité',
      LONGUEURS.activite,
    ),
    conventionCollective: recueil.une(
      'conventionCollective',
      'Convention collective',
      LONGUEURS.conventionCollective,
    ),
    siret: siret.siret,
    adresse: recueil.limiter(adresse.adresse, 'Adresse', LONGUEURS.adresse),
    codePostal: adresse.codePostal,
    ville: recueil.limiter(adresse.ville, 'Ville', LONGUEURS.ville),
    telephone,
    autreTelephone,
    courriel,
    autreCourriel,
    site: siteLisible ? site : '',
    ...precisions.champs,
    note: recueil.note.join('\n'),
    interlocuteurs: contact.interlocuteurs,
  };
  if (fiche.note.length > LONGUEURS.note) {
    return {
      rejet: `Trop de texte pour une seule fiche (${fiche.note.length} caractères de note).`,
      remarques: [],
    };
  }
  return { rejet: null, fiche, remarques };
}
