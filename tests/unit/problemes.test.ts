import { expect, test } from 'vitest';
import { problemeDe } from '../../renderer/donnees/problemes.ts';
import { type CodeErreur, PHRASES } from '../../shared/erreurs.ts';

const AUTRE = problemeDe('interne');
const DE_LA_BASE = (Object.keys(PHRASES) as CodeErreur[]).filter(
  (code) => code.startsWith('base-') && code !== 'base-fermee',
);

test.each(DE_LA_BASE)('%s has its own screen: what happened and what to do, in plain words', (code) => {
  const { titre, cause, conseil } = problemeDe(code);
  expect(titre).not.toBe(AUTRE.titre);
  for (const phrase of [titre, cause, conseil]) {
    expect(phrase.length).toBeGreaterThan(15);
    expect(phrase).not.toMatch(/[/\\]|SQL|erreur|base-|undefined/i);
  }
});

test('an error not foreseen keeps its own sentence, and still says what to do', () => {
  const { cause, conseil } = problemeDe('interne', 'Passerelle ne répond plus.');
  expect(cause).toBe('Passerelle ne répond plus.');
  expect(conseil).toMatch(/^Réessayez/);
});
