import { normaliser } from '../../normaliser.ts';
import { LONGUEURS } from '../schema.ts';
import { ajouterNote, type FicheLue, type Particularites } from './fiche.ts';

const memeTexte = (un: string, deux: string) => normaliser(un) === normaliser(deux);

/**
 * An existing record completed with a line: empty fields are filled, a new activity is added, nothing is overwritten,
 * and each differing value goes to the note. Null when the note would overflow: the line then makes its own record.
 */
export function completer(existante: Particularites, fiche: FicheLue): Particularites | null {
  const resultat: Particularites = { ...existante };
  const differents: string[] = [];
  const remplir = (champ: 'siret' | 'site' | 'conventionCollective' | 'zone', label: string) => {
    if (fiche[champ] === '' || fiche[champ] === existante[champ]) return;
    if (existante[champ] === '') resultat[champ] = fiche[champ];
    else differents.push(`${label} : ${fiche[champ]}`);
  };
  const autreNom = !memeTexte(existante.nom, fiche.nom);
  if (autreNom) differents.push(`Autre nom : ${fiche.nom}`);
  if (fiche.genre !== '' && existante.genre === '') {
    resultat.genre = fiche.genre;
    resultat.genreSiae = fiche.genreSiae;
  } else if (existante.genre === 'siae' && existante.genreSiae === '' && fiche.genre === 'siae') {
    resultat.genreSiae = fiche.genreSiae;
  } else if (
    fiche.genre !== '' &&
    (fiche.genre !== existante.genre || fiche.genreSiae !== existante.genreSiae)
  ) {
    differents.push(`Type : ${fiche.genreSiae || fiche.genre.replace('_', ' ')}`);
  }
  remplir('siret', 'SIRET');
  remplir('site', 'Site');
  remplir('conventionCollective', 'Convention collective');
  remplir('zone', 'Zone');
  preciser(resultat, fiche, differents);

  const activite = autreNom && fiche.activite !== '' ? `${fiche.nom} : ${fiche.activite}` : fiche.activite;
  if (fiche.activite !== '' && !normaliser(existante.activite).includes(normaliser(fiche.activite))) {
    const ensemble = existante.activite === '' ? fiche.activite : `${existante.activite} ; ${activite}`;
    if (ensemble.length <= LONGUEURS.activite) resultat.activite = ensemble;
    else differents.push(`Activité : ${activite}`);
  }

  const lieu = (f: Particularites) =>
    [f.adresse.replaceAll('\n', ', '), `${f.codePostal} ${f.ville}`.trim()].filter(Boolean).join(', ');
  if (lieu(fiche) !== '' && !memeTexte(lieu(fiche), lieu(existante))) {
    const compatible = (champ: 'adresse' | 'codePostal' | 'ville') =>
      fiche[champ] === '' || existante[champ] === '' || memeTexte(fiche[champ], existante[champ]);
    if (compatible('adresse') && compatible('codePostal') && compatible('ville')) {
      resultat.adresse ||= fiche.adresse;
      resultat.codePostal ||= fiche.codePostal;
      resultat.ville ||= fiche.ville;
    } else differents.push(`Autre adresse : ${lieu(fiche)}`);
  }

  const placer = (un: 'telephone' | 'courriel', deux: 'autreTelephone' | 'autreCourriel', label: string) => {
    const connus = [existante[un], existante[deux]].map((valeur) => valeur.toLowerCase());
    for (const valeur of [fiche[un], fiche[deux]]) {
      if (valeur === '' || connus.includes(valeur.toLowerCase())) continue;
      if (resultat[un] === '') resultat[un] = valeur;
      else if (resultat[deux] === '') resultat[deux] = valeur;
      else differents.push(`${label} : ${valeur}`);
    }
  };
  placer('telephone', 'autreTelephone', 'Autre téléphone');
  placer('courriel', 'autreCourriel', 'Autre courriel');

  for (const paragraphe of [...differents, ...fiche.note.split('\n')])
    resultat.note = ajouterNote(resultat.note, paragraphe);
  return resultat.note.length > LONGUEURS.note ? null : resultat;
}

/** What comes from a list of choices is filled where nothing was chosen; a choice of the team is never replaced. */
function preciser(resultat: Particularites, fiche: FicheLue, differents: string[]): void {
  resultat.categorie ||= fiche.categorie;
  resultat.secteur ||= fiche.secteur;
  resultat.referentId ??= fiche.referentId;
  if (resultat.origine === '' && resultat.originePrecision === '') {
    resultat.origine = fiche.origine;
    resultat.originePrecision = fiche.originePrecision;
  }
  if (resultat.naf === '') {
    resultat.naf = fiche.naf;
    resultat.nafVersion = fiche.nafVersion;
  } else if (fiche.naf !== '' && fiche.naf !== resultat.naf) differents.push(`Code NAF : ${fiche.naf}`);
  // « À prospecter » is where every record starts: nobody chose it.
  if (resultat.stade === 'a_prospecter' && fiche.stade !== '') resultat.stade = fiche.stade;
  if (resultat.effectif === null && fiche.effectif !== null) {
    resultat.effectif = fiche.effectif;
    resultat.taille = fiche.taille;
  } else if (resultat.effectif === null) resultat.taille ||= fiche.taille;
  else if (fiche.effectif !== null && fiche.effectif !== resultat.effectif)
    differents.push(`Effectif : ${fiche.effectif}`);
}

/** True when two names are those of the same person, whatever the order of first and last name. */
export function memePersonne(
  un: { prenom: string; nom: string },
  deux: { prenom: string; nom: string },
): boolean {
  const cle = (p: { prenom: string; nom: string }) =>
    normaliser(`${p.prenom} ${p.nom}`).split(' ').toSorted().join(' ');
  return cle(un) === cle(deux);
}
