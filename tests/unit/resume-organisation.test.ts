import { describe, expect, test } from 'vitest';
import {
  direPromesses,
  direRefus,
  direSansSuite,
  direTroisAns,
  direVisite,
  type ResumeOrganisation,
} from '../../shared/reseau/resume.ts';
import { DELAI_REPONSE, sansSuite } from '../../shared/sollicitations/sans-suite.ts';

const RIEN: ResumeOrganisation = {
  echanges: 0,
  entrantes: 0,
  immersions: 0,
  embauches: [],
  derniereVisite: null,
  sansSuite: 0,
  refus: 0,
  causeRefus: '',
  promesses: [],
};
const TODAY = '2026-03-24';

describe('three years in one sentence', () => {
  test('says only what exists, each in its number', () => {
    expect(direTroisAns(RIEN)).toBe('');
    expect(direTroisAns({ ...RIEN, echanges: 1 })).toBe('1 échange');
    expect(direTroisAns({ ...RIEN, echanges: 14, entrantes: 5, immersions: 3 })).toBe(
      '14 échanges (5 demandes entrantes), 3 immersions',
    );
    expect(direTroisAns({ ...RIEN, echanges: 2, entrantes: 1 })).toBe('2 échanges (1 demande entrante)');
    expect(direTroisAns({ ...RIEN, immersions: 1 })).toBe('1 immersion');
  });

  test('hires say their contracts', () => {
    expect(direTroisAns({ ...RIEN, embauches: [{ contrat: 'cdi', nombre: 1 }] })).toBe('1 embauche (CDI)');
    expect(
      direTroisAns({
        ...RIEN,
        embauches: [
          { contrat: 'cdi', nombre: 2 },
          { contrat: 'interim', nombre: 1 },
        ],
      }),
    ).toBe('3 embauches (2 CDI, 1 intérim)');
  });

  test('the last visit: its year only when it is another one, its author when known', () => {
    expect(direVisite(RIEN, TODAY)).toBe('');
    const auteur = { prenom: 'Karine', nom: 'Brunet' };
    expect(direVisite({ ...RIEN, derniereVisite: { date: '2026-03-12', auteur } }, TODAY)).toBe(
      'Dernière visite le 12/03 par K. Brunet',
    );
    expect(direVisite({ ...RIEN, derniereVisite: { date: '2025-12-31', auteur: null } }, TODAY)).toBe(
      'Dernière visite le 31/12/2025',
    );
  });

  test('requests, refusals and promises', () => {
    expect(direSansSuite(1)).toBe('1 demande restée sans suite');
    expect(direSansSuite(2)).toBe('2 demandes restées sans suite');
    expect(direRefus(1, '')).toBe('1 refus');
    expect(direRefus(1, 'Personne pour encadrer')).toBe('1 refus : personne pour encadrer');
    expect(direRefus(3, 'Personne pour encadrer')).toBe('3 refus, surtout : personne pour encadrer');
    expect(direRefus(2, 'RH absente')).toBe('2 refus, surtout : RH absente');
    const promesse = (libelle: string, echeance: string | null, evenement = '') => ({
      id: libelle,
      libelle,
      echeance,
      evenement,
    });
    expect(direPromesses(RIEN, TODAY)).toBe('');
    expect(direPromesses({ ...RIEN, promesses: [promesse('Rappeler', '2026-03-21')] }, TODAY)).toBe(
      'Promis : Rappeler (en retard de 3 jours)',
    );
    expect(
      direPromesses(
        {
          ...RIEN,
          promesses: [promesse('Écrire', null, 'après les élections'), promesse('Rappeler', TODAY)],
        },
        TODAY,
      ),
    ).toBe('Promis : Écrire (après les élections), et 1 autre action');
  });
});

describe('requests that led nowhere', () => {
  const echange = (id: string, resultat: string, reste = {}) => ({
    id,
    date: '2026-01-10',
    sens: 'sortante',
    resultat,
    suivie: false,
    ...reste,
  });
  const noms = (...echanges: ReturnType<typeof echange>[]) => [...sansSuite(echanges, TODAY)];

  test('an unmet request always counts', () => {
    expect(noms(echange('a', 'accord'), echange('b', 'non_honoree'))).toEqual(['b']);
  });

  test('our unanswered calls count until somebody answers', () => {
    expect(noms(echange('b', 'sans_reponse'), echange('a', 'sans_reponse'))).toEqual(['b', 'a']);
    expect(noms(echange('b', 'refus'), echange('a', 'sans_reponse'))).toEqual([]);
    expect(noms(echange('c', 'sans_reponse'), echange('b', 'accord'), echange('a', 'sans_reponse'))).toEqual([
      'c',
    ]);
  });

  test('their request put off counts after a month of silence, unless something was promised', () => {
    const demande = (reste = {}) => echange('a', 'a_suivre', { sens: 'entrante', ...reste });
    expect(noms(demande())).toEqual(['a']);
    expect(noms(demande({ suivie: true }))).toEqual([]);
    expect(noms(demande({ sens: 'sortante' }))).toEqual([]);
    expect(noms(demande({ date: '2026-02-22' }))).toEqual(['a']);
    expect(noms(demande({ date: '2026-02-23' }))).toEqual([]);
    expect(DELAI_REPONSE).toBe(30);
    expect(noms(echange('b', 'interessee'), demande())).toEqual([]);
  });
});
