import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConvention, readObjectifs } from '../../db/conventions-lecture.ts';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { annexeDe, CONVENTION, conventionDe } from '../conventions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const avis = async (id: string) =>
  (await e.reussir('conventions.get', { id })).avertissements.map(({ phrase }) => phrase.replace(/\s/g, ' '));

test('a convention is written, changed, put away and taken back', async () => {
  const { id, organisationId } = await conventionDe(e, { intitule: '  Œuvrard-N’Diaye & fils  ' });
  const lue = await e.reussir('conventions.get', { id });
  expect(lue).toMatchObject({
    intitule: 'Œuvrard-N’Diaye & fils',
    organisation: { id: organisationId, nom: 'DDETS du Puy-de-Dôme' },
    conventionneCentimes: 45_000_000,
    verseCentimes: 0,
    archivedAt: null,
  });
  await e.reussir('conventions.update', { ...CONVENTION, id, organisationId, intitule: 'Autre' });
  await e.reussir('conventions.archive', { id });
  expect((await e.reussir('conventions.list', {})).lignes).toEqual([]);
  const archivees = await e.reussir('conventions.list', { vue: 'archivees' });
  expect(archivees.lignes.map(({ intitule }) => intitule)).toEqual(['Autre']);
  // What is put away takes no note.
  expect(await e.appeler('conventions.update', { ...CONVENTION, id })).toMatchObject({
    error: { code: 'regle' },
  });
  expect(await e.appeler('conventions.saveAnnexe', annexeDe(id))).toMatchObject({ error: { code: 'regle' } });
  await e.reussir('conventions.restore', { id });
  expect((await e.reussir('conventions.list', {})).vues).toEqual({
    en_cours: 1,
    finies: 0,
    toutes: 1,
    archivees: 0,
  });
});

test('a period upside down, over twenty years, or a funder that is gone is refused beside its field', async () => {
  const refus = async (saisie: Partial<Entree<'conventions.create'>>) => {
    const reponse = await e.appeler('conventions.create', { ...CONVENTION, ...saisie });
    return reponse.ok ? {} : reponse.error.champs;
  };
  expect(await refus({ debut: '2026-01-02', fin: '2026-01-01' })).toEqual({
    fin: 'La fin précède le début.',
  });
  expect(await refus({ debut: '2026-01-01', fin: '2046-01-01' })).toHaveProperty('fin');
  expect(await refus({ debut: '2026-01-01', fin: '2045-12-31' })).toEqual({});
  expect(await refus({ intitule: '   ' })).toHaveProperty('intitule');
  expect(await refus({ organisationId: idDeRang(999) })).toHaveProperty('organisationId');
  expect(await refus({ conventionneCentimes: -1 })).toHaveProperty('conventionneCentimes');
  expect(await refus({ genre: 'mecenat' as never })).toHaveProperty('genre');
});

test('the same funder and kind at the same time is said, by the sheet and while the form is filled in', async () => {
  const { id, organisationId } = await conventionDe(e);
  const { id: seconde } = await e.reussir('conventions.create', {
    ...CONVENTION,
    organisationId,
    intitule: 'Bis',
    debut: '2027-12-31',
    fin: '2028-12-31',
  });
  expect((await avis(id)).join('\n')).toContain('court aussi du 31/12/2027 au 31/12/2028');
  expect((await avis(seconde)).join('\n')).toContain('n° IAE 63 25 0012');
  const saisie = { organisationId, genre: 'ddets', debut: '2028-06-01', fin: '2028-06-30' } as const;
  expect(await e.reussir('conventions.chevauchements', saisie)).toHaveLength(1);
  expect(await e.reussir('conventions.chevauchements', { ...saisie, id: seconde })).toEqual([]);
  expect(await e.reussir('conventions.chevauchements', { ...saisie, genre: 'plie' })).toEqual([]);
  expect(await e.reussir('conventions.chevauchements', { ...saisie, organisationId: null })).toEqual([]);
  await e.reussir('conventions.archive', { id: seconde });
  expect((await avis(id)).join('\n')).not.toContain('Bis');
});

test('annexes and payments: what does not hold is said with its figures, never lost', async () => {
  const { id } = await conventionDe(e, { conventionneCentimes: 1_000_000 });
  const { id: annexe } = await e.reussir('conventions.saveAnnexe', {
    ...annexeDe(id),
    debut: '2026-07-01',
    fin: '2028-01-31',
    centimes: 1_200_000,
  });
  await e.reussir('conventions.saveVersement', {
    conventionId: id,
    date: '2026-01-31',
    centimes: 1_000_001,
    libelle: 'Acompte',
  });
  const dits = (await avis(id)).join('\n');
  expect(dits).toContain('10 000,01 € versés pour 10 000,00 € conventionnés : 0,01 € de trop.');
  expect(dits).toContain('Les annexes font ensemble 12 000,00 €, plus que les 10 000,00 €');
  expect(dits).toContain('elle sort de la convention, du 01/01/2025 au 31/12/2027.');
  expect(
    await e.appeler('conventions.saveVersement', {
      conventionId: id,
      date: '2026-03-25',
      centimes: 1,
    }),
  ).toMatchObject({ error: { champs: { date: expect.stringContaining('à venir') } } });
  expect(
    await e.appeler('conventions.saveAnnexe', { ...annexeDe(id), debut: '2026-12-31', fin: '2026-01-01' }),
  ).toMatchObject({ error: { champs: { fin: 'La fin précède le début.' } } });
  // An annexe does not move from one convention to another.
  const { id: autre } = await e.reussir('conventions.create', CONVENTION);
  expect(await e.appeler('conventions.saveAnnexe', { ...annexeDe(autre), id: annexe })).toMatchObject({
    error: { code: 'introuvable' },
  });
  await e.reussir('conventions.saveAnnexe', { ...annexeDe(id), id: annexe });
  await e.reussir('conventions.archivePartie', { partie: 'annexe', ids: [annexe] });
  expect((await e.reussir('conventions.get', { id })).annexes).toEqual([]);
  await e.reussir('conventions.restorePartie', { partie: 'annexe', ids: [annexe] });
  expect((await e.reussir('conventions.get', { id })).annexes).toMatchObject([{ etpCentiemes: 850 }]);
  expect(await e.appeler('conventions.archivePartie', { partie: 'versement', ids: [annexe] })).toMatchObject({
    error: { code: 'introuvable' },
  });
});

test('objectives: one per year and indicator, within the convention, taken up from a year to the next', async () => {
  const { id } = await conventionDe(e);
  const viser = (annee: number, indicateur: string, valeur: number | null) =>
    e.appeler('conventions.saveObjectif', { conventionId: id, annee, indicateur, valeur });
  expect((await avis(id)).join('\n')).toContain('Aucun objectif pour 2026');
  expect(await viser(2025, 'immersions.total', 12)).toMatchObject({ value: { precedent: null } });
  expect(await viser(2025, 'immersions.total', 15)).toMatchObject({ value: { precedent: 12 } });
  await viser(2025, 'immersions.embauche', 4);
  await viser(2026, 'immersions.embauche', 6);
  expect(await viser(2028, 'immersions.total', 1)).toMatchObject({
    error: { champs: { annee: 'Cette convention va de 2025 à 2027.' } },
  });
  expect(await viser(2026, 'inconnu', 1)).toMatchObject({
    error: { champs: { indicateur: expect.any(String) } },
  });
  expect(await viser(2026, 'immersions.embauche', 1001)).toMatchObject({
    error: { champs: { valeur: 'Un taux ne dépasse pas 100 %.' } },
  });
  const reprise = { conventionId: id, de: 2025, vers: 2026 };
  expect(await e.reussir('conventions.reprendreObjectifs', reprise)).toEqual({
    indicateurs: ['immersions.total'],
  });
  expect(await e.reussir('conventions.reprendreObjectifs', reprise)).toEqual({ indicateurs: [] });
  expect(await e.appeler('conventions.reprendreObjectifs', { ...reprise, vers: 2030 })).toMatchObject({
    error: { champs: { vers: expect.any(String) } },
  });
  const base = e.depot.base();
  expect([...readObjectifs(base, id, 2026)]).toEqual([
    ['immersions.embauche', 6],
    ['immersions.total', 15],
  ]);
  await viser(2026, 'immersions.embauche', null);
  expect(readConvention(base, id).objectifs).toHaveLength(3);
  expect((await avis(id)).join('\n')).not.toContain('Aucun objectif');
});

test('bilans to hand in: generated once per year, announced a month ahead, handed in and taken back', async () => {
  const { id } = await conventionDe(e, { debut: '2025-04-01', fin: '2027-06-30' });
  const { ids } = await e.reussir('conventions.genererEcheances', { conventionId: id, jour: '03-31' });
  expect(ids).toHaveLength(3);
  expect(await e.reussir('conventions.genererEcheances', { conventionId: id, jour: '04-15' })).toEqual({
    ids: [],
  });
  const { echeances } = await e.reussir('conventions.get', { id });
  expect(echeances.map(({ libelle, date, debut, fin }) => [libelle, date, debut, fin])).toEqual([
    ['Bilan 2025', '2026-03-31', '2025-04-01', '2025-12-31'],
    ['Bilan 2026', '2027-03-31', '2026-01-01', '2026-12-31'],
    ['Bilan 2027', '2028-03-31', '2027-01-01', '2027-06-30'],
  ]);
  const dues = await e.reussir('conventions.echeancesDues', {});
  expect(dues).toMatchObject([{ libelle: 'Bilan 2025', convention: { financeur: 'DDETS du Puy-de-Dôme' } }]);
  const [due] = ids;
  expect(await e.appeler('conventions.rendreEcheance', { id: due!, renduLe: '2026-03-25' })).toMatchObject({
    error: { champs: { renduLe: expect.any(String) } },
  });
  await e.reussir('conventions.rendreEcheance', { id: due!, renduLe: '2026-03-24' });
  expect(await e.reussir('conventions.echeancesDues', {})).toEqual([]);
  expect(await e.reussir('conventions.rendreEcheance', { id: due!, renduLe: null })).toEqual({
    precedent: '2026-03-24',
  });
  expect(
    await e.appeler('conventions.saveEcheance', {
      conventionId: id,
      libelle: 'Bilan intermédiaire',
      date: '2026-07-15',
      debut: '2026-01-01',
    }),
  ).toMatchObject({ error: { champs: { fin: expect.any(String) } } });
  await e.reussir('conventions.archivePartie', { partie: 'echeance', ids });
  expect((await avis(id)).join('\n')).toContain('Aucune échéance');
});

test('files are kept, opened, replaced, and taken away', async () => {
  const { id } = await conventionDe(e);
  const joindre = (nom: string, texte = '%PDF', remplace: string | null = null) =>
    e.appeler('conventions.attach', { conventionId: id, nom, contenu: btoa(texte), remplace });
  expect(await joindre('piege.exe')).toMatchObject({ error: { champs: { contenu: expect.any(String) } } });
  expect(await joindre('vide.pdf', '')).toMatchObject({ ok: false });
  const premiere = await joindre('../../Convention.pdf');
  const { pieces } = await e.reussir('conventions.get', { id });
  expect(pieces).toMatchObject([{ nom: 'Convention.pdf', taille: 4 }]);
  await e.reussir('conventions.openAttachment', { id: pieces[0]!.id });
  expect(e.traces.ouverts.map(({ nom }) => nom)).toEqual(['Convention.pdf']);
  expect(await joindre('autre.pdf', 'x', idDeRang(999))).toMatchObject({ error: { code: 'introuvable' } });
  await joindre('Convention signée.pdf', 'deux', premiere.ok ? premiere.value.id : null);
  const apres = (await e.reussir('conventions.get', { id })).pieces;
  expect(apres.map(({ nom }) => nom)).toEqual(['Convention signée.pdf']);
  await e.reussir('conventions.archivePartie', { partie: 'piece', ids: [apres[0]!.id] });
  expect((await e.reussir('conventions.get', { id })).pieces).toEqual([]);
});

test('the list filters, counts its views and leaves as a sheet', async () => {
  const { organisationId } = await conventionDe(e);
  await e.reussir('conventions.create', {
    ...CONVENTION,
    genre: 'plie',
    intitule: 'PLIE 2023',
    debut: '2023-01-01',
    fin: '2023-12-31',
  });
  const titres = async (filtres: Entree<'conventions.list'>) =>
    (await e.reussir('conventions.list', filtres)).lignes.map(({ intitule }) => intitule);
  expect(await titres({})).toEqual(['Convention 2025-2027']);
  expect(await titres({ vue: 'toutes' })).toEqual(['Convention 2025-2027', 'PLIE 2023']);
  expect(await titres({ vue: 'finies', genre: 'plie' })).toEqual(['PLIE 2023']);
  expect(await titres({ vue: 'toutes', organisationId })).toEqual(['Convention 2025-2027']);
  expect(await titres({ recherche: 'puy de dome ddets' })).toEqual(['Convention 2025-2027']);
  expect(await titres({ recherche: 'toulouse' })).toEqual([]);
  await e.reussir('conventions.export', { vue: 'toutes', format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers[0]!.contenu);
  expect(csv.split('\r\n')[0]).toContain('Financeur;Type;Intitulé;Numéro;Du;Au;Conventionné');
  expect(csv).toContain(
    'DDETS du Puy-de-Dôme;DDETS;Convention 2025-2027;IAE 63 25 0012;01/01/2025;31/12/2027;450000;0;450000;0;;',
  );
});
