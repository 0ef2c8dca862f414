import { expect, test } from 'vitest';
import {
  avancementDecouverte,
  avancementValidation,
  competencesParNiveau,
  type GrilleDecouverte,
  grilleDecouverte,
  grilleProposee,
  grilleValidation,
  questionsDe,
  reponsesSaillantes,
} from '../../shared/immersions/grilles.ts';

const VIDE = { date: null, evaluateur: '', commentaire: '' };

test('codes are unique in a grid, and every level has words', () => {
  const decouverte = questionsDe(grilleDecouverte()).map(({ code }) => code);
  expect(new Set(decouverte).size).toBe(decouverte.length);
  const { savoirEtre, niveaux, frequences } = grilleValidation();
  expect(new Set(savoirEtre.map(({ code }) => code)).size).toBe(savoirEtre.length);
  expect([niveaux.length, frequences.length]).toEqual([4, 4]);
});

test('answers read back with the questions they were given to', () => {
  const question = (code: string) => ({ code, titre: code, degres: [], lignes: 1, saillante: true });
  const grilles: GrilleDecouverte[] = ['2025-1', '2026-1'].map((version) => ({
    version,
    sections: [{ titre: '', questions: [question(`q_${version}`)] }],
  }));
  expect(questionsDe(grilleDecouverte('2025-1', grilles))).toMatchObject([{ code: 'q_2025-1' }]);
  expect(grilleDecouverte(undefined, grilles).version).toBe('2026-1');
});

test('the grid of discovery comes first for a discovery, the other one otherwise', () => {
  expect(['decouvrir', 'confirmer', 'recruter', ''].map(grilleProposee)).toEqual([
    'decouverte',
    'validation',
    'validation',
    'validation',
  ]);
});

test('answers are counted, blank ones are not', () => {
  const decouverte = {
    ...VIDE,
    version: '2026-1',
    reponses: { plu: 'Tout', attendu: 'oui', essaye: '', inconnue: 'x' },
  };
  expect(avancementDecouverte(decouverte)).toEqual({
    remplies: 2,
    total: questionsDe(grilleDecouverte()).length,
  });
  const validation = {
    ...VIDE,
    version: '2026-1',
    competences: [
      { competence: 'Trier', niveau: 'seul', commentaire: '' },
      { competence: 'Souder', niveau: '', commentaire: 'plus tard' },
    ],
    savoirEtre: { soin: { niveau: 'toujours', commentaire: '' } },
  };
  expect(avancementValidation(validation)).toEqual({ remplies: 2, total: 10 });
});

test('the bilan says the levels reached, highest first, and the main answers', () => {
  const ligne = (competence: string, niveau: string) => ({ competence, niveau, commentaire: '' });
  expect(
    competencesParNiveau({
      ...VIDE,
      version: '2026-1',
      savoirEtre: {},
      competences: [
        ligne('Souder', 'non_observe'),
        ligne('Trier', 'aide'),
        ligne('Ranger', 'montre'),
        ligne('Tester', 'aide'),
        ligne('Plus tard', ''),
      ],
    }),
  ).toEqual([
    { niveau: 'Peut le montrer à d’autres', competences: ['Ranger'] },
    { niveau: 'Fait avec de l’aide', competences: ['Trier', 'Tester'] },
    { niveau: 'Non observé', competences: ['Souder'] },
  ]);
  expect(
    reponsesSaillantes({
      ...VIDE,
      version: '2026-1',
      reponses: { plu: '', projet: 'tient', essaye: 'Tri', etape: 'Une formation' },
    }),
  ).toEqual([
    { titre: 'Ce métier est-il pour moi ?', reponse: 'Oui, c’est ce que je veux' },
    { titre: 'Ma prochaine étape', reponse: 'Une formation' },
  ]);
});
