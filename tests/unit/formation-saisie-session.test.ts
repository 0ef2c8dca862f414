import { expect, test } from 'vitest';
import {
  ecartsAvec,
  repriseDe,
  repriseSans,
  SESSION_VIDE,
} from '../../renderer/formation/sessions/saisie.ts';
import type { ActionFiche } from '../../shared/formation/action.ts';

const action = (id: string, minutes: number, coutCentimes: number) =>
  ({
    id,
    organisme: { id: `organisme-${id}`, nom: 'Afpa', reconnu: true },
    minutes,
    surTempsTravail: true,
    placesMin: 6,
    placesMax: 12,
    coutMode: 'heure_stagiaire',
    coutCentimes,
    accessibilite: '',
  }) as ActionFiche;
const [caces, caisse] = [action('caces', 840, 1400), action('caisse', 2100, 900)];

test('an action fills an empty form, and another one what nobody typed', () => {
  const posee = { ...SESSION_VIDE, ...repriseSans(SESSION_VIDE, SESSION_VIDE, caces) };
  expect(posee).toMatchObject({ actionId: 'caces', minutes: 840, coutCentimes: 1400 });
  const saisie = { ...posee, minutes: 1000 };
  const changee = { ...saisie, ...repriseSans(saisie, repriseDe(caces), caisse) };
  expect(changee).toMatchObject({ actionId: 'caisse', organismeId: 'organisme-caisse', minutes: 1000 });
  expect(changee.coutCentimes).toBe(900);
  expect(ecartsAvec(changee, caisse)).toEqual(['heures']);
});

test('a session that exists keeps all of its own', () => {
  const session = { ...SESSION_VIDE, ...repriseDe(caces), placesMax: 8 };
  expect(repriseSans(session, {}, caisse)).toEqual({ actionId: 'caisse' });
  expect(ecartsAvec({ ...session, actionId: 'caisse' }, caisse)).toEqual([
    'organisme',
    'heures',
    'places',
    'coût',
  ]);
});
