import { normaliser } from '../../normaliser.ts';

export interface GenreLu {
  genre: '' | 'marchand' | 'non_marchand' | 'public' | 'siae';
  genreSiae: '' | 'ACI' | 'EI' | 'AI' | 'ETTI' | 'EITI';
}

const SIAE: readonly (readonly [GenreLu['genreSiae'], RegExp])[] = [
  ['EITI', /^eiti$|travail independant/],
  ['ETTI', /^etti$|travail temporaire d insertion/],
  ['ACI', /^aci$|chantiers? d insertion|ateliers? et chantiers?/],
  ['AI', /^ai$|^associations? intermediaires?$/],
  ['EI', /^ei$|^entreprises? d insertion$/],
];

const AUTRES: readonly (readonly [GenreLu['genre'], RegExp])[] = [
  ['siae', /^(siae|iae|structure d insertion)$/],
  ['non_marchand', /^(non marchand|associations?|asso|association loi 1901|fondation|ess)$/],
  [
    'public',
    /^(public|secteur public|collectivites?|collectivite territoriale|mairie|commune|hopital|epci|administration|etat)$/,
  ],
  [
    'marchand',
    /^(marchand|prive|secteur prive|entreprises?|societe|commerce|artisan|sarl|sas|sasu|sa|eurl|ei commerciale|scop|scic)$/,
  ],
];

/** Kind of organisation said by a cell; null when it says something else (it then goes to the note). */
export function lireGenre(cellule: string): GenreLu | null {
  const mots = normaliser(cellule);
  if (mots === '') return { genre: '', genreSiae: '' };
  const siae = SIAE.find(([, motif]) => motif.test(mots));
  if (siae) return { genre: 'siae', genreSiae: siae[0] };
  const autre = AUTRES.find(([, motif]) => motif.test(mots));
  return autre ? { genre: autre[0], genreSiae: '' } : null;
}
