import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree, NomOperation } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let salarieId: string;
let organisationId: string;
beforeEach(async () => {
  e = essai();
  ({ salarieId, organisationId } = await parcours(e));
});
afterEach(() => e.fermer());

const lire = () => e.reussir('salaries.parcours', { id: salarieId });
const entretien = (reste: Partial<Entree<'salaries.saveEntretien'>> = {}) =>
  e.reussir('salaries.saveEntretien', { salarieId, genre: 'suivi', date: '2026-03-20', ...reste });
const objectif = (reste: Partial<Entree<'salaries.saveObjectif'>> = {}) =>
  e.reussir('salaries.saveObjectif', {
    salarieId,
    libelle: 'Passer le code',
    fixeLe: '2026-03-01',
    ...reste,
  });
async function champs<N extends NomOperation>(nom: N, entree: Entree<N>) {
  const enveloppe = await e.appeler(nom, entree);
  return enveloppe.ok ? null : enveloppe.error.champs;
}

test('an interview is kept with who held it, changed, put away and brought back; the last one says when the next is', async () => {
  const { id } = await entretien({ texte: 'Projet en paysage.', dureeMinutes: 45, prochain: '2026-04-03' });
  expect(await lire()).toMatchObject({
    entretiens: [{ id, genre: 'suivi', auteur: { nom: 'K. Brunet' }, dureeMinutes: 45 }],
    prochainEntretien: { entretienId: id, date: '2026-04-03' },
    moments: [{ sorte: 'entretien', id, date: '2026-03-20', libelle: 'Suivi' }],
  });
  await entretien({ id, texte: 'Projet en maraîchage.', auteurId: null, prochain: '2026-04-10' });
  expect((await lire()).entretiens).toMatchObject([{ texte: 'Projet en maraîchage.', auteur: null }]);
  const plusTard = await entretien({ date: '2026-03-23' });
  expect((await lire()).prochainEntretien).toBeNull();
  await e.reussir('salaries.archiveEntretien', { id: plusTard.id });
  expect((await lire()).prochainEntretien).toEqual({ entretienId: id, date: '2026-04-10' });
  await e.reussir('salaries.restoreEntretien', { id: plusTard.id });
  expect((await lire()).entretiens.map(({ date }) => date)).toEqual(['2026-03-23', '2026-03-20']);
});

test('impossible interviews are refused beside their field', async () => {
  const saisie = { salarieId, genre: 'suivi' as const, date: AUJOURDHUI };
  expect(await champs('salaries.saveEntretien', { ...saisie, date: '2026-03-25' })).toHaveProperty('date');
  expect(await champs('salaries.saveEntretien', { ...saisie, date: '1026-03-20' })).toHaveProperty('date');
  expect(await champs('salaries.saveEntretien', { ...saisie, prochain: AUJOURDHUI })).toHaveProperty(
    'prochain',
  );
  expect(await champs('salaries.saveEntretien', { ...saisie, prochain: '2126-04-01' })).toHaveProperty(
    'prochain',
  );
  expect(await champs('salaries.saveEntretien', { ...saisie, auteurId: idDeRang(9999) })).toHaveProperty(
    'auteurId',
  );
  expect(await champs('salaries.saveEntretien', { ...saisie, salarieId: idDeRang(9999) })).toHaveProperty(
    'salarieId',
  );
  await e.reussir('salaries.archive', { id: salarieId });
  expect(await champs('salaries.saveEntretien', saisie)).toHaveProperty('salarieId');
  expect((await lire()).entretiens).toEqual([]);
});

test('a record of somebody else is not this person’s', async () => {
  const { id } = await entretien();
  const { id: autre } = await e.reussir('salaries.create', {
    prenom: 'Awa',
    nom: 'Œuvrard-N’Diaye',
    sexe: 'F',
    naissance: '1990-01-01',
    telephone: '',
    contrats: [],
  });
  expect(
    await e.appeler('salaries.saveEntretien', { id, salarieId: autre, genre: 'bilan', date: '2026-03-20' }),
  ).toMatchObject({ ok: false, error: { code: 'introuvable' } });
});

test('the next interview is put off, and back', async () => {
  const { id } = await entretien({ prochain: '2026-04-03' });
  expect(await e.reussir('salaries.moveEntretien', { id, prochain: '2026-04-10' })).toEqual({
    avant: '2026-04-03',
  });
  expect((await lire()).prochainEntretien?.date).toBe('2026-04-10');
  expect(await champs('salaries.moveEntretien', { id, prochain: '2026-03-20' })).toHaveProperty('prochain');
  await e.reussir('salaries.moveEntretien', { id, prochain: null });
  expect((await lire()).prochainEntretien).toBeNull();
});

test('a goal is in progress, then reached on a day, and can be taken back', async () => {
  const { id } = await objectif({ echeance: '2026-04-30' });
  expect((await lire()).objectifs).toMatchObject([
    { id, etat: 'en_cours', etatLe: null, echeance: '2026-04-30' },
  ]);
  expect(await e.reussir('salaries.etatObjectif', { id, etat: 'atteint' })).toEqual({
    avant: { etat: 'en_cours', le: null },
  });
  expect((await lire()).objectifs).toMatchObject([{ etat: 'atteint', etatLe: AUJOURDHUI }]);
  await e.reussir('salaries.etatObjectif', { id, etat: 'en_partie', le: '2026-03-10' });
  expect((await lire()).objectifs).toMatchObject([{ etat: 'en_partie', etatLe: '2026-03-10' }]);
  await e.reussir('salaries.etatObjectif', { id, etat: 'en_cours' });
  expect((await lire()).objectifs).toMatchObject([{ etat: 'en_cours', etatLe: null }]);
  expect(await champs('salaries.etatObjectif', { id, etat: 'atteint', le: '2026-02-28' })).toHaveProperty(
    'le',
  );
  expect(await champs('salaries.etatObjectif', { id, etat: 'atteint', le: '2026-03-25' })).toHaveProperty(
    'le',
  );
  expect(await e.reussir('salaries.moveObjectif', { id, echeance: null })).toEqual({ avant: '2026-04-30' });
  await e.reussir('salaries.archiveObjectif', { id });
  expect((await lire()).objectifs).toEqual([]);
  expect(await e.appeler('salaries.moveObjectif', { id, echeance: null })).toMatchObject({ ok: false });
  await e.reussir('salaries.restoreObjectif', { id });
  expect((await lire()).objectifs).toHaveLength(1);
});

test('goals in progress come first, the nearest end before the others', async () => {
  await objectif({ libelle: 'Sans échéance' });
  await objectif({ libelle: 'En mai', echeance: '2026-05-01' });
  await objectif({ libelle: 'En avril', echeance: '2026-04-01' });
  const { id } = await objectif({ libelle: 'Fait' });
  await e.reussir('salaries.etatObjectif', { id, etat: 'atteint' });
  expect((await lire()).objectifs.map(({ libelle }) => libelle)).toEqual([
    'En avril',
    'En mai',
    'Sans échéance',
    'Fait',
  ]);
  const saisie = { salarieId, libelle: ' ', fixeLe: AUJOURDHUI };
  expect(await champs('salaries.saveObjectif', saisie)).toHaveProperty('libelle');
  expect(
    await champs('salaries.saveObjectif', { ...saisie, libelle: 'A', echeance: '2026-03-01' }),
  ).toHaveProperty('echeance');
  expect(
    await champs('salaries.saveObjectif', { ...saisie, libelle: 'A', fixeLe: '2026-04-01' }),
  ).toHaveProperty('fixeLe');
});

test('absences never overlap, not even brought back', async () => {
  const poser = (debut: string, fin: string) =>
    e.appeler('salaries.saveAbsence', { salarieId, debut, fin, motif: 'conges' });
  const { id } = await e.reussir('salaries.saveAbsence', {
    salarieId,
    debut: '2026-04-06',
    fin: '2026-04-10',
    motif: 'conges',
  });
  expect(await poser('2026-04-10', '2026-04-12')).toMatchObject({
    error: { champs: { debut: 'Une absence est déjà notée du 06/04/2026 au 10/04/2026.' } },
  });
  expect(await poser('2026-04-12', '2026-04-11')).toMatchObject({
    error: { champs: { fin: expect.any(String) } },
  });
  expect(await poser('2026-04-12', '2027-04-30')).toMatchObject({
    error: { champs: { fin: expect.any(String) } },
  });
  await e.reussir('salaries.saveAbsence', {
    id,
    salarieId,
    debut: '2026-04-07',
    fin: '2026-04-10',
    motif: 'autre',
  });
  await e.reussir('salaries.archiveAbsence', { id });
  expect(await poser('2026-04-10', '2026-04-12')).toMatchObject({ ok: true });
  expect(await e.appeler('salaries.restoreAbsence', { id })).toMatchObject({ ok: false });
});

const dernierContrat = async () => (await e.reussir('salaries.get', { id: salarieId })).contrats.at(-1)!.id;

test('what follows a contract is decided, said, and taken back', async () => {
  const contratId = await dernierContrat();
  expect((await lire()).etapes).toEqual([]);
  const { avant } = await e.reussir('salaries.saveSuite', {
    contratId,
    suite: 'renouvellement',
    suiteNote: 'Six mois de plus.',
  });
  expect(avant).toEqual({ suite: '', suiteNote: '' });
  expect((await lire()).etapes).toEqual([{ genre: 'suite', date: null, libelle: 'renouvellement' }]);
  await e.reussir('salaries.saveSuite', { contratId, ...avant });
  expect((await lire()).etapes).toEqual([]);
  expect(await e.appeler('salaries.saveSuite', { contratId: idDeRang(9999), suite: 'emploi' })).toMatchObject(
    { error: { code: 'introuvable' } },
  );
});

test('the line of time holds the contract, the immersions, the hires and what was said', async () => {
  const { id: immersionId } = await e.reussir('immersions.create', saisieComplete(salarieId, organisationId));
  await e.reussir('sollicitations.record', {
    date: '2026-03-10',
    canal: 'telephone',
    resultat: 'realisee',
    objet: 'Présenter Aminata',
    organisationIds: [organisationId],
    salarieIds: [salarieId],
  });
  const { traits, moments, etapes } = await lire();
  expect(traits).toMatchObject([
    { sorte: 'contrat', debut: '2025-09-01', fin: '2026-08-31', libelle: 'CDDI', pauses: [] },
    { sorte: 'immersion', id: immersionId, libelle: 'Atelier du Réemploi', precision: 'Brouillon' },
  ]);
  expect(moments).toMatchObject([
    {
      sorte: 'echange',
      date: '2026-03-10',
      libelle: 'Téléphone, Atelier du Réemploi',
      precision: 'Présenter Aminata',
    },
  ]);
  expect(etapes).toMatchObject([{ genre: 'immersion', date: '2026-04-07', libelle: 'Atelier du Réemploi' }]);
});

test.each([
  'salaries.parcours',
  'salaries.archiveEntretien',
  'salaries.archiveObjectif',
  'salaries.archiveAbsence',
] as const)('%s refuses an id that is unknown or no id at all', async (operation) => {
  expect(await e.appeler(operation, { id: idDeRang(9999) })).toMatchObject({
    error: { code: 'introuvable' },
  });
  expect(await e.appeler(operation, { id: "' OR 1=1 --" })).toMatchObject({
    error: { code: 'entree-invalide' },
  });
});
