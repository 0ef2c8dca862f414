import ICAL from 'ical.js';
import { estCourriel, lireTelephone, nettoyer } from '../shared/champs.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterNombre } from '../shared/format.ts';
import { CARTES_MAX, type CarteLue, type CartesLues, VCARD_MAX } from '../shared/reseau/personnes/carte.ts';
import { LONGUEURS } from '../shared/reseau/schema.ts';

/** Properties read; everything else (photos above all) is skipped before anything is decoded. */
const LUES = new Set(['N', 'FN', 'ORG', 'TITLE', 'ROLE', 'TEL', 'EMAIL', 'ADR', 'NOTE', 'URL']);
/** Those whose value is in parts, between semicolons. */
const EN_PARTIES = new Set(['N', 'ORG', 'ADR']);
/**
 * Stands for an escaped backslash while a value in parts is cut: the parser takes the semicolon after it for an escaped
 * one. Unicode keeps it out of any text.
 */
const BARRE = '\ufdd0';
/** Longest property read, in characters, once unfolded; and most of them in one card. */
const PROPRIETE_MAX = 20_000;
const PROPRIETES_MAX = 200;

type Propriete = [
  nom: string,
  parametres: Record<string, string | string[]>,
  type: string,
  ...valeurs: unknown[],
];

function decoderOctets(octets: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset || 'utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}

/** Text of a `.vcf` file: what its first bytes announce, else UTF-8, else what old Windows programs write. */
export function decoderVcard(octets: Uint8Array): string {
  const marque =
    octets[0] === 0xff && octets[1] === 0xfe
      ? 'utf-16le'
      : octets[0] === 0xfe && octets[1] === 0xff
        ? 'utf-16be'
        : '';
  return decoderOctets(octets, marque);
}

/** Characters of an old card, whose quoted-printable bytes are in the charset it names. */
function deQuotedPrintable(valeur: string, charset: string): string {
  return valeur.replace(/(?:=[0-9A-F]{2})+/gi, (suite) =>
    decoderOctets(Buffer.from(suite.replaceAll('=', ''), 'hex'), charset),
  );
}

/** Where the name and its parameters end: the first colon outside quotes. */
function finDuNom(ligne: string): number {
  let cite = false;
  for (let rang = 0; rang < ligne.length; rang += 1) {
    if (ligne[rang] === '"') cite = !cite;
    if (ligne[rang] === ':' && !cite) return rang;
  }
  return -1;
}

/**
 * A line as version 3 would write it: no group, parameters with names, no transfer encoding. `null` for what is not
 * read, however long it is.
 */
function moderniser(ligne: string): string | null {
  const fin = finDuNom(ligne);
  if (fin < 0) return null;
  const [nomComplet = '', ...parametres] = ligne.slice(0, fin).split(';');
  const nom = nomComplet.slice(nomComplet.lastIndexOf('.') + 1).toUpperCase();
  if (!LUES.has(nom) || ligne.length > PROPRIETE_MAX) return null;
  let charset = '';
  let imprimable = false;
  const types: string[] = [];
  for (const parametre of parametres) {
    const [cle = '', valeur] = parametre.split('=', 2);
    if (/^charset$/i.test(cle)) charset = valeur ?? '';
    else if (/^quoted-printable$/i.test(valeur ?? cle)) imprimable = true;
    else if (/^(base64|b)$/i.test(valeur ?? cle)) return null;
    else if (/^type$/i.test(cle)) types.push(...(valeur ?? '').replaceAll('"', '').split(','));
    else if (valeur === undefined) types.push(cle);
  }
  const surs = types.map((type) => type.toUpperCase()).filter((type) => /^[A-Z0-9-]{1,20}$/.test(type));
  const brut = ligne.slice(fin + 1);
  const lue = imprimable ? deQuotedPrintable(brut, charset).replace(/\r\n?|\n/g, '\\n') : brut;
  // The parser takes an escaped semicolon for plain text where the value is not in parts.
  const valeur = EN_PARTIES.has(nom)
    ? lue.replaceAll('\\\\', BARRE)
    : lue.replace(/\\(.)/g, (signe, suivi) => (suivi === ';' ? ';' : signe));
  return `${nom}${surs.length > 0 ? `;TYPE=${surs.join(',')}` : ''}:${valeur}`;
}

/** Lines put back together: folded ones, and those that an old card cuts with a final « = ». */
function deplier(texte: string): string[] {
  const lignes: string[] = [];
  let morceaux: string[] = [];
  let imprimable = false;
  for (const ligne of texte.split(/\r\n|\r|\n/)) {
    const dernier = morceaux.at(-1);
    if (dernier !== undefined && /^[ \t]/.test(ligne)) morceaux.push(ligne.slice(1));
    else if (dernier?.endsWith('=') && imprimable) {
      morceaux[morceaux.length - 1] = dernier.slice(0, -1);
      morceaux.push(ligne);
    } else {
      // Joined once: growing a long line piece by piece would read it again at each of them.
      lignes.push(morceaux.join(''));
      morceaux = [ligne];
      imprimable = /quoted-printable[^:]*:/i.test(ligne.slice(0, 200));
    }
  }
  lignes.push(morceaux.join(''));
  return lignes;
}

interface Brute {
  /** Lines of the card, ready to be parsed. */
  lignes: string[];
  complete: boolean;
}

/** The cards of a file; one inside another (an assistant's) is part of none. */
function decouper(texte: string): Brute[] {
  const cartes: Brute[] = [];
  let profondeur = 0;
  for (const ligne of deplier(texte)) {
    const marque = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(ligne)?.[1]?.toUpperCase();
    if (marque === 'BEGIN') {
      profondeur += 1;
      if (profondeur === 1) cartes.push({ lignes: [], complete: false });
      if (cartes.length > CARTES_MAX)
        throw new ErreurMetier('regle', {
          message: `Ce fichier contient plus de ${formaterNombre(CARTES_MAX)} cartes : partagez-le en plusieurs.`,
        });
    } else if (marque === 'END') {
      profondeur = Math.max(0, profondeur - 1);
      if (profondeur === 0 && cartes.length > 0) cartes[cartes.length - 1]!.complete = true;
    } else if (profondeur === 1) {
      const carte = cartes.at(-1)!;
      const moderne = moderniser(ligne);
      if (moderne !== null && carte.lignes.length < PROPRIETES_MAX) carte.lignes.push(moderne);
    }
  }
  return cartes;
}

const enTexte = (valeur: unknown): string =>
  nettoyer(
    Array.isArray(valeur)
      ? valeur.map(enTexte).filter(Boolean).join(' ')
      : String(valeur ?? '').replaceAll(BARRE, '\\'),
  );

/** Cut to what the base holds; a card has no reason to fill a page. */
const couper = (texte: string, max: number) => [...texte].slice(0, max).join('').trim();

function types([, parametres]: Propriete): string[] {
  return [parametres.type ?? []].flat().map((type) => String(type).toUpperCase());
}

/** Numbers of a card, mobile then work first, faxes left out; each in its stored form, or as written. */
function telephones(proprietes: Propriete[]): string[] {
  const rang = (propriete: Propriete) => {
    const lus = types(propriete);
    if (lus.includes('FAX') || lus.includes('PAGER')) return 9;
    return (lus.includes('HOME') ? 4 : 0) + (lus.includes('CELL') ? 0 : 1) - (lus.includes('PREF') ? 1 : 0);
  };
  const lus = proprietes
    .filter((propriete) => rang(propriete) < 9)
    .toSorted((a, b) => rang(a) - rang(b))
    .map((propriete) => enTexte(propriete[3]).replace(/^tel:/i, ''));
  return [...new Set(lus.map((brut) => lireTelephone(brut) ?? '').filter(Boolean))];
}

/** Lines of the note that hold what has no other place: a number nobody can dial is still worth keeping. */
function restes(proprietes: Propriete[]): string[] {
  return proprietes
    .filter((propriete) => !types(propriete).includes('FAX'))
    .map((propriete) => enTexte(propriete[3]).replace(/^tel:/i, ''))
    .filter((brut) => brut !== '' && lireTelephone(brut) === null)
    .map((brut) => `Téléphone : ${couper(brut, 60)}`);
}

const CIVILITES: Record<string, CarteLue['civilite']> = {
  mme: 'Mme',
  madame: 'Mme',
  mlle: 'Mme',
  mademoiselle: 'Mme',
  mrs: 'Mme',
  ms: 'Mme',
  m: 'M.',
  mr: 'M.',
  monsieur: 'M.',
};

function carteDe(proprietes: Propriete[]): CarteLue {
  const toutes = (nom: string) => proprietes.filter(([cle]) => cle === nom);
  const premiere = (nom: string) => toutes(nom)[0]?.[3];
  const n = premiere('n');
  const [famille, donne, , prefixe] = (Array.isArray(n) ? n : [n]).map(enTexte) as (string | undefined)[];
  const org = premiere('org');
  const [societe, ...services] = (Array.isArray(org) ? org : [org]).map(enTexte);
  const complet = enTexte(premiere('fn'));
  // The card of a firm names nobody: its full name is the firm's.
  const sansNom = !famille && !donne;
  const personne = sansNom && complet !== societe ? complet : '';
  const [adr] = toutes('adr').toSorted(
    (a, b) => Number(types(b).includes('WORK')) - Number(types(a).includes('WORK')),
  );
  const [boite, complement, rue, ville, , codePostal] = (Array.isArray(adr?.[3]) ? adr[3] : []).map(enTexte);
  const [telephone = '', autreTelephone = ''] = telephones(toutes('tel'));
  const courriels = toutes('email').map((email) => enTexte(email[3]).replace(/^mailto:/i, ''));
  const [courriel = '', autreCourriel = ''] = [...new Set(courriels.filter(estCourriel))];
  const note = [...toutes('note').map((ligne) => enTexte(ligne[3])), ...restes(toutes('tel'))];
  return {
    civilite: CIVILITES[(prefixe ?? '').toLowerCase().replace(/\.$/, '')] ?? '',
    prenom: couper(famille || donne ? (donne ?? '') : '', 80),
    nom: couper(famille || donne || personne, 120).trim(),
    organisation: couper(societe ?? '', LONGUEURS.nom),
    intitule: couper(
      enTexte(premiere('title')) || enTexte(premiere('role')) || services.filter(Boolean).join(', '),
      120,
    ),
    telephone,
    autreTelephone,
    courriel,
    autreCourriel,
    site: couper(enTexte(premiere('url')), LONGUEURS.site),
    adresse: couper([boite, complement, rue].filter(Boolean).join(', '), LONGUEURS.adresse),
    codePostal: /^\d{5}$/.test(codePostal ?? '') ? codePostal! : '',
    ville: couper(ville ?? '', LONGUEURS.ville),
    note: couper(note.filter(Boolean).join('\n'), 1000),
  };
}

/** A name written in one piece when no part says which is which. */
function prenomSeul(carte: CarteLue): CarteLue {
  return carte.prenom === carte.nom ? { ...carte, prenom: '' } : carte;
}

/**
 * Reads the cards of a `.vcf` file, whatever its version (2.1, 3.0, 4.0). A card that names neither a person nor an
 * organisation, or that is cut short, is refused alone. Throws when there is no card at all, or too many.
 */
export function lireVcards(texte: string): CartesLues {
  if (texte.length > VCARD_MAX)
    throw new ErreurMetier('fichier-trop-gros', {
      message: 'Ce fichier de cartes est trop gros : Passerelle lit jusqu’à 5 Mo.',
    });
  const brutes = decouper(texte);
  if (brutes.length === 0)
    throw new ErreurMetier('fichier-illisible', {
      message: 'Ce fichier ne contient aucune carte de visite (vCard).',
    });
  const lues: CartesLues = { personnes: [], rejets: [] };
  for (const [index, { lignes, complete }] of brutes.entries()) {
    const rang = index + 1;
    const rejeter = (raison: string, nom = '') => lues.rejets.push({ rang, nom, raison });
    if (!complete) {
      rejeter('La carte n’est pas entière : le fichier a été coupé.');
      continue;
    }
    let carte: CarteLue;
    try {
      const jcard = ICAL.parse(`BEGIN:VCARD\r\nVERSION:3.0\r\n${lignes.join('\r\n')}\r\nEND:VCARD\r\n`);
      carte = prenomSeul(carteDe((jcard as [string, Propriete[]])[1]));
    } catch {
      rejeter('La carte est illisible.');
      continue;
    }
    if (carte.nom === '' && carte.organisation === '')
      rejeter('La carte ne porte ni nom ni organisation.', carte.courriel || carte.telephone);
    else lues.personnes.push(carte);
  }
  return lues;
}

export interface CarteAEcrire {
  civilite: string;
  prenom: string;
  nom: string;
  organisation: string;
  intitule: string;
  telephone: string;
  autreTelephone: string;
  courriel: string;
  site: string;
  adresse: string;
  codePostal: string;
  ville: string;
}

const international = (numero: string) => (/^0[1-9]\d{8}$/.test(numero) ? `+33${numero.slice(1)}` : numero);
const estMobile = (numero: string) => /^(0|\+33)[67]/.test(numero);

/**
 * Cards in version 3.0: the newest that Outlook reads, with phones and Thunderbird. CRLF, lines folded at 75 bytes,
 * every text escaped, so that none can end the card or begin another line.
 */
export function ecrireVcards(cartes: readonly CarteAEcrire[]): string {
  return cartes
    .map((carte) => {
      const proprietes: Propriete[] = [
        ['version', {}, 'text', '3.0'],
        ['n', {}, 'text', [carte.nom, carte.prenom, '', carte.civilite, '']],
        ['fn', {}, 'text', [carte.prenom, carte.nom].filter(Boolean).join(' ') || carte.organisation],
      ];
      const ajouter = (utile: string, ...propriete: Propriete) => {
        if (utile !== '') proprietes.push(propriete);
      };
      ajouter(carte.organisation, 'org', {}, 'text', [carte.organisation]);
      ajouter(carte.intitule, 'title', {}, 'text', carte.intitule);
      for (const numero of [carte.telephone, carte.autreTelephone])
        ajouter(
          numero,
          'tel',
          { type: estMobile(numero) ? ['WORK', 'CELL'] : ['WORK', 'VOICE'] },
          'text',
          international(numero),
        );
      ajouter(carte.courriel, 'email', { type: ['INTERNET', 'WORK'] }, 'text', carte.courriel);
      const { adresse, codePostal, ville } = carte;
      ajouter(adresse + codePostal + ville, 'adr', { type: 'WORK' }, 'text', [
        '',
        '',
        adresse,
        ville,
        '',
        codePostal,
        '',
      ]);
      ajouter(carte.site, 'url', {}, 'text', carte.site);
      const propres = proprietes.map((propriete) => propriete.map(sansRetour) as Propriete);
      return `${new ICAL.Component(['vcard', propres, []]).toString()}\r\n`;
    })
    .join('');
}

/** One kind of line break, the one that is escaped. */
function sansRetour(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(sansRetour);
  return typeof valeur === 'string' ? nettoyer(valeur).replace(/[\u2028\u2029]/g, '\n') : valeur;
}
