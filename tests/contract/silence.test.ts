import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';

let e: Essai;
let id: string;
beforeEach(async () => {
  e = essai();
  ({ id } = await e.reussir('reseau.create', { nom: 'Paysage Roche' }));
});
afterEach(() => e.fermer());

const ECHANGE = {
  date: AUJOURDHUI,
  canal: 'telephone',
  sens: 'sortante',
  resultat: 'a_suivre',
} as const;
const noter = (suite: Partial<Entree<'sollicitations.record'>> = {}) =>
  e.appeler('sollicitations.record', { ...ECHANGE, organisationIds: [id], ...suite });
const planifier = () =>
  e.appeler('sollicitations.planRelance', {
    organisationId: id,
    libelle: 'Rappeler',
    echeance: '2026-04-01',
  });
const taire = () => e.reussir('reseau.silence', { id, motif: 'demande', note: 'Par courrier.' });
const silence = async () => (await e.reussir('reseau.get', { id })).silence;

test('who, when and why are kept; lists and pickers flag it', async () => {
  const { membres } = await e.reussir('parametres.saveEquipe', {
    membres: [{ prenom: 'Karine', nom: 'Brunet', fonction: '' }],
  });
  await e.reussir('parametres.chooseMembre', { id: membres[0]!.id });
  await taire();
  expect(await silence()).toEqual({
    le: AUJOURDHUI,
    motif: 'demande',
    note: 'Par courrier.',
    par: { id: membres[0]!.id, prenom: 'Karine', nom: 'Brunet' },
  });
  expect((await e.reussir('reseau.suggest', { recherche: 'paysage' }))[0]).toMatchObject({ silence: true });
  expect((await e.reussir('reseau.list', {})).lignes[0]).toMatchObject({ silence: true });
  e.nousSommesLe('2026-05-01');
  await e.reussir('reseau.silence', { id, motif: 'cessation' });
  expect(await silence()).toMatchObject({ le: AUJOURDHUI, motif: 'cessation', note: '' });
});

test('a reason is asked for, in the list or in words', async () => {
  expect(await e.appeler('reseau.silence', { id })).toMatchObject({
    error: { champs: { motif: expect.any(String) } },
  });
  expect(await e.appeler('reseau.silence', { id, motif: 'humeur' })).toMatchObject({
    error: { champs: { motif: expect.any(String) } },
  });
  expect(await silence()).toBeNull();
  await e.reussir('reseau.silence', { id, note: 'Elle a vendu.' });
  expect(await silence()).toMatchObject({ motif: '', note: 'Elle a vendu.' });
});

test('an exchange of ours is refused with the name, the day and the reason; theirs is written', async () => {
  await taire();
  const refuse = await noter();
  expect(refuse).toMatchObject({ ok: false, error: { code: 'regle' } });
  const { message, champs } = refuse.ok ? { message: '', champs: {} } : refuse.error;
  expect(message.replaceAll('\u00a0', ' ')).toBe(
    '« Paysage Roche » n’est plus à contacter depuis le 24/03/2026 : Elle l’a demandé.',
  );
  expect(Object.keys(champs!)).toEqual(['organisationIds.0']);
  expect((await noter({ sens: 'entrante' })).ok).toBe(true);
  expect(
    (await noter({ sens: 'entrante', relance: { libelle: 'Rappeler', echeance: '2026-04-01' } })).ok,
  ).toBe(false);
});

test('what took place before it can still be written down', async () => {
  await taire();
  expect((await noter({ date: '2026-03-23' })).ok).toBe(true);
});

test('its open follow-ups go, and come back when it was a mistake', async () => {
  await planifier();
  const { relanceIds } = await taire();
  expect(relanceIds).toHaveLength(1);
  expect((await e.reussir('reseau.get', { id })).prochaineRelance).toBeNull();
  expect(await planifier()).toMatchObject({ error: { code: 'regle' } });
  expect(await e.appeler('sollicitations.restoreRelance', { id: relanceIds[0]! })).toMatchObject({
    error: { code: 'regle' },
  });
  await e.reussir('reseau.endSilence', { id, relanceIds });
  expect(await silence()).toBeNull();
  expect((await e.reussir('reseau.get', { id })).prochaineRelance).toBe('2026-04-01');
  expect((await noter()).ok).toBe(true);
});

test('an exchange put back does not bring a reminder to call who is silent', async () => {
  const note = await noter({ relance: { libelle: 'Rappeler', echeance: '2026-04-01' } });
  const echange = note.ok ? note.value.id : '';
  await e.reussir('sollicitations.archive', { id: echange });
  await taire();
  await e.reussir('sollicitations.restore', { id: echange });
  expect((await e.reussir('reseau.get', { id })).prochaineRelance).toBeNull();
});

test('somebody opposed to being contacted is refused by name', async () => {
  const { id: personne } = await e.reussir('reseau.saveInterlocuteur', {
    organisationId: id,
    prenom: 'Claire',
    nom: 'Roche',
  });
  e.depot
    .base()
    .sqlite.prepare('UPDATE interlocuteur SET opposition_le = ? WHERE id = ?')
    .run(AUJOURDHUI, personne);
  const refuse = await noter({ interlocuteurIds: [personne] });
  expect(refuse).toMatchObject({
    error: { champs: { 'interlocuteurIds.0': expect.stringContaining('Claire Roche') } },
  });
  expect((await noter()).ok).toBe(true);
});

test('an unknown organisation is not found', async () => {
  const inconnue = '01900000-0000-7000-8000-999999999999';
  expect(await e.appeler('reseau.silence', { id: inconnue, motif: 'demande' })).toMatchObject({
    error: { code: 'introuvable' },
  });
  expect(await e.appeler('reseau.endSilence', { id: inconnue })).toMatchObject({
    error: { code: 'introuvable' },
  });
});
