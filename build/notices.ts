import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shipped as it is, with the SQLite library inside: no bundle shows it. */
const NATIFS = ['node_modules/better-sqlite3'];

const EN_TETE = `Passerelle est construite avec les logiciels libres ci-dessous. Merci à leurs auteurs.

Electron et Chromium, qui la font fonctionner sur l’ordinateur, ont leurs propres licences :
LICENSE.electron.txt et LICENSES.chromium.html, dans le même dossier que ce fichier.

SQLite (https://sqlite.org), où vivent les données, est dans le domaine public.

Les codes et intitulés du répertoire opérationnel des métiers et des emplois (ROME v3, et ROME 4.0 d’octobre 2024) sont
des données de France Travail, publiées sur data.gouv.fr sous Licence Ouverte. La nomenclature d’activités française
(NAF rév. 2) est celle de l’Insee, annexée au décret n° 2007-1888 du 26 décembre 2007.
`;

export interface Paquet {
  nom: string;
  version: string;
  licence: string;
  adresse: string;
  texte: string;
}

/** What a package says of itself. Throws when it names no licence, or one whose text is nowhere. */
export function lirePaquet(racine: string, dossier: string): Paquet {
  const lire = (nom: string) => readFileSync(join(racine, dossier, nom), 'utf8');
  const {
    name: nom,
    version,
    license: licence,
    author,
    repository,
    homepage,
  } = JSON.parse(lire('package.json'));
  if (typeof licence !== 'string') throw new Error(`${nom} ne dit pas sous quelle licence il est publié.`);
  const textes = readdirSync(join(racine, dossier)).filter((nom) =>
    /^(licen[cs]e|copying|notice)/i.test(nom),
  );
  return {
    nom,
    version,
    licence,
    adresse: homepage ?? adresseDe(repository?.url ?? repository ?? ''),
    texte:
      textes.map((texte) => lire(texte).trim()).join('\n\n') ||
      texteType(licence, author?.name ?? author, nom),
  };
}

/** `git+https://….git` and `owner/name` as an address a person can open. */
function adresseDe(depot: string): string {
  const adresse = depot.replace(/^git\+/, '').replace(/\.git$/, '');
  return adresse === '' || adresse.includes(':') ? adresse : `https://github.com/${adresse}`;
}

/** Some packages name their licence without joining its text, which whoever ships them must do. */
function texteType(licence: string, auteur: string | undefined, nom: string): string {
  const textes: Record<string, string> = { MIT: '../LICENSE', 'Apache-2.0': 'licences/Apache-2.0.txt' };
  if (!Object.hasOwn(textes, licence))
    throw new Error(`${nom} ne joint pas le texte de sa licence (${licence}).`);
  const texte = readFileSync(new URL(textes[licence]!, import.meta.url), 'utf8').trim();
  return texte.replace(/^Copyright \(c\) .*$/m, `Copyright (c) ${auteur ?? `the authors of ${nom}`}`);
}

/** The whole file: each licence text once, under the packages it covers. */
export function rediger(paquets: readonly Paquet[]): string {
  const parTexte = Map.groupBy(paquets, ({ texte }) => texte.replace(/\s+/g, ' '));
  const sections = [...parTexte.values()].map((groupe) => {
    const titres = groupe.map(({ nom, version, licence, adresse }) =>
      [`${nom} ${version}`, licence, adresse].filter(Boolean).join(' · '),
    );
    return [...titres, '', groupe[0]!.texte].join('\n');
  });
  return `${[EN_TETE, ...sections].join(`\n${'─'.repeat(78)}\n\n`)}\n`;
}

/** Writes `dist/NOTICES.txt` from the lists the builds left in `dist/paquets`. */
export function ecrireNotices(racine: string): void {
  const listes = readdirSync(join(racine, 'dist/paquets')).flatMap((fichier): string[] =>
    JSON.parse(readFileSync(join(racine, 'dist/paquets', fichier), 'utf8')),
  );
  const dossiers = [...new Set([...NATIFS, ...listes])].sort();
  writeFileSync(
    join(racine, 'dist/NOTICES.txt'),
    rediger(dossiers.map((dossier) => lirePaquet(racine, dossier))),
  );
}
