import { normaliser } from '../../normaliser.ts';
import type { FicheLue } from './fiche.ts';
import { villeComparable } from './lire-adresse.ts';

/** Where a look-alike lives: in the base, or on an earlier line of the same file. */
export interface Connue {
  id: string | null;
  ligne: number | null;
  nom: string;
  ville: string;
  siret: string;
}

export type Motif = 'siret' | 'courriel' | 'telephone' | 'nom';

export interface Doublon {
  connue: Connue;
  motif: Motif;
  /** What to do unless the user decides otherwise: complete only what is surely the same place, else create. */
  proposition: 'completer' | 'creer';
  raison: string;
}

export type Empreinte = Pick<
  FicheLue,
  'nom' | 'ville' | 'codePostal' | 'siret' | 'courriel' | 'autreCourriel' | 'telephone' | 'autreTelephone'
>;

const FORMES = new Set(
  'sarl sas sasu sa eurl scop scic sci snc ei eirl gie association asso societe ste ets etablissement etablissements entreprise'.split(
    ' ',
  ),
);

/** Name without its legal form nor the order of its words; the whole name when nothing else remains. */
export function cleNom(nom: string): string {
  const mots = normaliser(nom).split(' ');
  const utiles = mots.filter((mot) => !FORMES.has(mot));
  return (utiles.length > 0 ? utiles : mots).toSorted().join(' ');
}

const LIBELLES: Record<Motif, string> = {
  siret: 'Même SIRET',
  courriel: 'Même courriel',
  telephone: 'Même téléphone',
  nom: 'Même nom au même endroit',
};

/**
 * Look-alikes by SIRET, then e-mail, then phone, then name with town or postcode. One map look-up per key, so that
 * twenty thousand lines against twenty thousand organisations stay linear. The first known of each key wins.
 */
export class Repertoire {
  private readonly index = new Map<string, Connue>();

  ajouter(empreinte: Empreinte, connue: Connue): void {
    for (const [, cle] of cles(empreinte)) if (!this.index.has(cle)) this.index.set(cle, connue);
  }

  /** The look-alike to show: the surest one when several keys answer. */
  chercher(empreinte: Empreinte): Doublon | null {
    let faible: Doublon | null = null;
    for (const [motif, cle] of cles(empreinte)) {
      const connue = this.index.get(cle);
      if (!connue) continue;
      const doublon = juger(empreinte, connue, motif);
      if (doublon.proposition === 'completer') return doublon;
      faible ??= doublon;
    }
    return faible;
  }
}

function cles(e: Empreinte): [Motif, string][] {
  const liste: [Motif, string][] = [];
  if (e.siret !== '') liste.push(['siret', `s${e.siret}`]);
  for (const courriel of [e.courriel, e.autreCourriel])
    if (courriel !== '') liste.push(['courriel', `c${courriel.toLowerCase()}`]);
  for (const telephone of [e.telephone, e.autreTelephone])
    if (telephone !== '') liste.push(['telephone', `t${telephone}`]);
  const nom = cleNom(e.nom);
  if (e.ville !== '') liste.push(['nom', `n${nom}|${villeComparable(e.ville)}`]);
  if (e.codePostal !== '') liste.push(['nom', `n${nom}|${e.codePostal}`]);
  if (e.ville === '' && e.codePostal === '') liste.push(['nom', `n${nom}|`]);
  return liste;
}

function juger(empreinte: Empreinte, connue: Connue, motif: Motif): Doublon {
  const memeNom = cleNom(empreinte.nom) === cleNom(connue.nom);
  const autreSiret = empreinte.siret !== '' && connue.siret !== '' && empreinte.siret !== connue.siret;
  const lieu = connue.ville === '' ? connue.nom : `${connue.nom}, ${connue.ville}`;
  const ou = connue.ligne === null ? `la fiche ${lieu}` : `la ligne ${connue.ligne} (${lieu})`;
  const nuance = autreSiret
    ? ' SIRET différent : sans doute un autre établissement.'
    : memeNom
      ? ''
      : motif === 'siret'
        ? ' Nom différent : sans doute une autre activité du même établissement.'
        : ' Nom différent.';
  const sure = motif === 'siret' || (memeNom && !autreSiret);
  return {
    connue,
    motif,
    proposition: sure ? 'completer' : 'creer',
    raison: `${LIBELLES[motif]} que ${ou}.${nuance}`,
  };
}
