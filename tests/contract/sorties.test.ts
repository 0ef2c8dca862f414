import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSortiesJugees } from '../../db/sorties-lecture.ts';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { conventionDe } from '../conventions.ts';
import { ajouterOrganisation, parcours } from '../immersions.ts';
import { sortieDe } from '../sorties.ts';

let e: Essai;
/** Under a CDDI from 01/09/2025 to 31/08/2026; today is 24/03/2026. */
let connus: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  connus = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'sorties.create'>;
type Contrat = Entree<'salaries.create'>['contrats'][number];

const lisible = (phrase: string) => phrase.replace(/[\u00a0\u202f]/g, ' ');

/** Somebody under contract between these days, `fin` left out for one that goes on. */
async function salarie(nom: string, ...periodes: [debut: string, fin?: string][]): Promise<string> {
  const contrats = periodes.map(
    ([debut, fin]): Contrat => ({
      nature: 'cddi',
      debut,
      fin: fin ?? null,
      minutesHebdo: 1560,
    }),
  );
  const { id } = await e.reussir('salaries.create', {
    prenom: 'Lou',
    nom,
    sexe: 'F',
    naissance: '1990-05-17',
    telephone: '',
    contrats,
  });
  return id;
}

/** Hours of the first contract of somebody, month by month. */
async function heures(salarieId: string, parMois: Record<string, number>): Promise<void> {
  const { contrats } = await e.reussir('salaries.get', { id: salarieId });
  const saisies = Object.entries(parMois).map(([mois, minutes]) => ({
    contratId: contrats.find(({ debut }) => debut.slice(0, 7) <= mois)!.id,
    mois,
    minutes,
  }));
  if (saisies.length > 0) await e.reussir('heures.save', { heures: saisies });
}

async function refus(reste: Partial<Saisie>, nom: 'sorties.create' | 'sorties.update' = 'sorties.create') {
  const saisie = { salarieId: connus.salarieId, date: '2026-03-20', motif: '3', ...reste };
  const enveloppe = await e.appeler(nom, saisie as Saisie & { id: string });
  return enveloppe.ok ? null : (enveloppe.error.champs ?? { message: enveloppe.error.message });
}

const structure = (genre: 'ACI' | 'EI' | 'AI' | 'ETTI' | 'EITI') =>
  e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre,
    siret: '',
    adresse: '',
    codePostal: '',
    ville: '',
    telephone: '',
    courriel: '',
    conventionNumero: '',
    logo: '',
  });

describe('exits at each side of every threshold, typed through the operations and read back', () => {
  const H = 60;
  const CAS: readonly {
    cas: string;
    genre: 'ACI' | 'EI' | 'AI' | 'ETTI' | 'EITI';
    periodes: [string, string?][];
    sorties: [date: string, motif?: string][];
    heures?: Record<string, number>;
    attendu: { etat: string; asp: string; categorie?: string; phrase?: string };
  }[] = [
    {
      cas: 'ACI, three months exactly',
      genre: 'ACI',
      periodes: [['2025-11-16', '2026-02-15']],
      sorties: [['2026-02-15']],
      heures: { '2026-01': 100 * H },
      attendu: {
        etat: 'non_comptee',
        asp: 'comptee',
        phrase: 'Non comptée : 3 mois de parcours (plus de 3 demandés).',
      },
    },
    {
      cas: 'ACI, three months and a day',
      genre: 'ACI',
      periodes: [['2025-11-16', '2026-02-16']],
      sorties: [['2026-02-16']],
      heures: { '2026-01': 100 * H },
      attendu: {
        etat: 'comptee',
        asp: 'comptee',
        phrase: 'Comptée : 3 mois et 1 jour de parcours (plus de 3 demandés) et 100 h en 2026 (1 au moins).',
      },
    },
    {
      cas: 'EI, three months and a day',
      genre: 'EI',
      periodes: [['2025-11-16', '2026-02-16']],
      sorties: [['2026-02-16']],
      heures: { '2026-01': H },
      attendu: { etat: 'comptee', asp: 'comptee' },
    },
    {
      cas: 'ACI, 80 days: 2.63 months for the ASP',
      genre: 'ACI',
      periodes: [['2025-12-01', '2026-02-19']],
      sorties: [['2026-02-19']],
      heures: { '2026-01': H },
      attendu: { etat: 'non_comptee', asp: 'non_comptee' },
    },
    {
      cas: 'ACI, 81 days: 2.66 months for the ASP',
      genre: 'ACI',
      periodes: [['2025-12-01', '2026-02-20']],
      sorties: [['2026-02-20']],
      heures: { '2026-01': H },
      attendu: { etat: 'non_comptee', asp: 'comptee' },
    },
    {
      cas: 'ACI, no hour in the year',
      genre: 'ACI',
      periodes: [['2025-06-01', '2026-02-20']],
      sorties: [['2026-02-20']],
      heures: { '2025-12': 100 * H, '2026-01': 0 },
      attendu: { etat: 'non_comptee', asp: 'non_comptee', phrase: 'Non comptée : 0 h en 2026 (1 au moins).' },
    },
    {
      cas: 'ACI, one hour in the year',
      genre: 'ACI',
      periodes: [['2025-06-01', '2026-02-20']],
      sorties: [['2026-02-20']],
      heures: { '2026-01': H },
      attendu: { etat: 'comptee', asp: 'comptee' },
    },
    {
      cas: 'ACI, hours not entered',
      genre: 'ACI',
      periodes: [['2025-06-01', '2026-02-20']],
      sorties: [['2026-02-20']],
      attendu: {
        etat: 'comptee',
        asp: 'comptee',
        phrase: 'Comptée : 8 mois et 20 jours de parcours (plus de 3 demandés), heures de 2026 non saisies.',
      },
    },
    {
      cas: 'AI, 150 hours',
      genre: 'AI',
      periodes: [['2025-06-01', '2026-02-20']],
      sorties: [['2026-02-20']],
      heures: { '2025-12': 100 * H, '2026-01': 50 * H },
      attendu: { etat: 'non_comptee', asp: 'comptee' },
    },
    {
      cas: 'AI, 151 hours',
      genre: 'AI',
      periodes: [['2025-06-01', '2026-02-20']],
      sorties: [['2026-02-20']],
      heures: { '2025-12': 100 * H, '2026-01': 51 * H },
      attendu: {
        etat: 'comptee',
        asp: 'comptee',
        phrase: 'Comptée : 151 h sur le parcours (plus de 150 demandées).',
      },
    },
    {
      cas: 'ETTI, 149 hours',
      genre: 'ETTI',
      periodes: [['2026-01-05', '2026-02-20']],
      sorties: [['2026-02-20']],
      heures: { '2026-01': 149 * H },
      attendu: { etat: 'non_comptee', asp: 'non_comptee' },
    },
    {
      cas: 'ETTI, hours not entered',
      genre: 'ETTI',
      periodes: [['2026-01-05', '2026-02-20']],
      sorties: [['2026-02-20']],
      attendu: { etat: 'inconnue', asp: 'inconnue' },
    },
    {
      cas: 'EITI, one hour',
      genre: 'EITI',
      periodes: [['2026-01-05', '2026-01-20']],
      sorties: [['2026-01-20']],
      heures: { '2026-01': H },
      attendu: { etat: 'comptee', asp: 'comptee' },
    },
    {
      cas: 'EITI, no hour',
      genre: 'EITI',
      periodes: [['2026-01-05', '2026-01-20']],
      sorties: [['2026-01-20']],
      heures: { '2026-01': 0 },
      attendu: { etat: 'non_comptee', asp: 'non_comptee' },
    },
    {
      cas: 'withdrawn, whatever its length',
      genre: 'ACI',
      periodes: [['2025-06-01', '2026-02-20']],
      sorties: [['2026-02-20', '20']],
      heures: { '2026-01': 100 * H },
      attendu: {
        etat: 'non_comptee',
        asp: 'non_comptee',
        categorie: 'retrait',
        phrase: 'Non comptée : retrait des sorties constatées (transfert à un autre employeur).',
      },
    },
    {
      cas: 'a second parcours counts from its own first contract',
      genre: 'ACI',
      periodes: [
        ['2024-01-01', '2024-12-31'],
        ['2026-01-05', '2026-02-20'],
      ],
      sorties: [['2024-12-31', '7'], ['2026-02-20']],
      attendu: {
        etat: 'non_comptee',
        asp: 'non_comptee',
        phrase: 'Non comptée : 1 mois et 16 jours de parcours (plus de 3 demandés).',
      },
    },
    {
      cas: 'without exit between them, two contracts are one parcours',
      genre: 'ACI',
      periodes: [
        ['2025-01-01', '2025-02-28'],
        ['2026-01-05', '2026-02-20'],
      ],
      sorties: [['2026-02-20']],
      attendu: { etat: 'comptee', asp: 'comptee' },
    },
  ];

  // One application for all: a base for each would take longer than all of them.
  test('each is judged as the rule says, and as the ASP computes it', async () => {
    for (const { cas, genre, periodes, sorties, heures: parMois = {}, attendu } of CAS) {
      await structure(genre);
      const salarieId = await salarie(cas, ...periodes);
      await heures(salarieId, parMois);
      let id = '';
      for (const [date, motif = '3'] of sorties) id = await sortieDe(e, salarieId, date, { motif });
      const { verdict, motif } = await e.reussir('sorties.get', { id });
      expect(verdict, cas).toMatchObject({ etat: attendu.etat, parAsp: { etat: attendu.asp } });
      if (attendu.phrase) expect(lisible(verdict.pourquoi), cas).toBe(attendu.phrase);
      expect(motif.categorie, cas).toBe(attendu.categorie ?? 'durable');
    }
  });
});

describe('an exit that cannot be', () => {
  test('before its contract, to come, of somebody without contract', async () => {
    expect((await refus({ date: '2025-08-31' }))?.date).toContain('commence le 01/09/2025');
    expect(await refus({ date: '2025-09-01', terminerContrat: true })).toBeNull();
    expect((await refus({ date: '2026-03-25' }))?.date).toContain('pas encore passée');
    const sans = await salarie('Sans');
    expect((await refus({ salarieId: sans }))?.date).toContain('Aucun contrat');
    expect((await refus({ salarieId: idDeRang(0) }))?.salarieId).toBeDefined();
  });

  test('twice, on the same day or for the same parcours', async () => {
    await sortieDe(e, connus.salarieId, '2026-03-10');
    expect((await refus({ date: '2026-03-10' }))?.date).toContain('déjà notée ce jour-là');
    expect((await refus({ date: '2026-03-20' }))?.date).toContain('aucun contrat n’a commencé depuis');
    expect((await refus({ date: '2026-03-01' }))?.date).toContain('déjà notée le 10/03/2026');
  });

  test('while a contract goes on, unless it ends with it: what suspends it too', async () => {
    const { contrats, ...fiche } = await e.reussir('salaries.get', { id: connus.salarieId });
    const { archivedAt: _, ...rendue } = fiche;
    await e.reussir('salaries.update', {
      ...rendue,
      contrats: contrats.map((contrat) => ({
        ...contrat,
        suspensions: [
          { debut: '2026-03-15', fin: '2026-04-15', motif: 'essai' as const },
          { debut: '2026-05-01', fin: null, motif: '' as const },
        ],
      })),
    });
    expect((await refus({}))?.terminerContrat).toContain('va jusqu’au 31/08/2026');
    await sortieDe(e, connus.salarieId);
    expect((await e.reussir('salaries.get', { id: connus.salarieId })).contrats).toMatchObject([
      { fin: '2026-03-20', suspensions: [{ debut: '2026-03-15', fin: '2026-03-20' }] },
    ]);
  });

  test('before hours that were paid', async () => {
    await heures(connus.salarieId, { '2026-03': 600 });
    expect((await refus({ date: '2026-02-20', terminerContrat: true }))?.date).toContain('03/2026');
    expect(await refus({ date: '2026-03-02', terminerContrat: true })).toBeNull();
  });

  test('a motif against the contract found, unknown, or no longer offered', async () => {
    expect((await refus({ motif: '9', contrat: 'cdd', dureeMois: 4 }))?.dureeMois).toContain('4 mois');
    expect((await refus({ motif: '3', contrat: 'cdd' }))?.contrat).toContain('CDI');
    expect((await refus({ motif: '999' }))?.motif).toBe('Ce motif n’existe pas.');
    expect((await refus({ motif: 'demande' }))?.motif).toBe('Choisissez le motif.');
    await e.reussir('sorties.saveMotif', {
      code: '3',
      depuis: '2026-01-01',
      label: 'CDI',
      categorie: 'durable',
      retire: true,
    });
    expect((await refus({}))?.motif).toContain('n’est plus proposé');
  });

  test('with an employer or a hire that are not there', async () => {
    const fini = { terminerContrat: true };
    expect((await refus({ ...fini, organisationId: idDeRang(0) }))?.organisationId).toBeDefined();
    expect((await refus({ ...fini, embaucheId: idDeRang(0) }))?.embaucheId).toBeDefined();
    expect((await refus({ ...fini, creerEmbauche: true }))?.organisationId).toContain('qui embauche');
    const { organisationId } = connus;
    expect((await refus({ ...fini, creerEmbauche: true, organisationId }))?.contrat).toBeDefined();
    // Nothing was half done.
    expect((await e.reussir('salaries.get', { id: connus.salarieId })).contrats[0]!.fin).toBe('2026-08-31');
  });
});

describe('the hire of an exit', () => {
  const embauche = () => ({
    organisationId: connus.organisationId,
    salarieId: connus.salarieId,
    date: '2026-03-21',
    contrat: 'cdi' as const,
    metier: 'Jardinier',
  });

  test('one already noted is offered, chosen, and then belongs to that exit', async () => {
    const { id: embaucheId } = await e.reussir('sollicitations.recordEmbauche', embauche());
    const { embauches } = await e.reussir('sorties.preparer', { salarieId: connus.salarieId });
    expect(embauches).toMatchObject([{ id: embaucheId, organisation: { id: connus.organisationId } }]);
    const autre = await ajouterOrganisation(e, 'Mairie de Riom');
    const fini = { terminerContrat: true, embaucheId };
    expect((await refus({ ...fini, organisationId: autre }))?.organisationId).toContain('autre employeur');
    const id = await sortieDe(e, connus.salarieId, '2026-03-20', {
      embaucheId,
      organisationId: connus.organisationId,
    });
    expect((await e.reussir('sorties.preparer', { salarieId: connus.salarieId })).embauches).toEqual([]);
    await e.reussir('sorties.archive', { id });
    expect((await e.reussir('sorties.preparer', { salarieId: connus.salarieId })).embauches).toHaveLength(1);
  });

  test('a new one goes to the sheet of the employer', async () => {
    const id = await sortieDe(e, connus.salarieId, '2026-03-20', {
      motif: '9',
      contrat: 'cdd',
      dureeMois: 8,
      organisationId: connus.organisationId,
      metier: 'Jardinier',
      creerEmbauche: true,
    });
    const { embaucheId } = await e.reussir('sorties.get', { id });
    const { embauches } = await e.reussir('sollicitations.ofOrganisation', {
      organisationId: connus.organisationId,
    });
    expect(embauches).toMatchObject([
      { id: embaucheId, date: '2026-03-21', contrat: 'cdd_long', metier: 'Jardinier' },
    ]);
  });
});

test('an exit is read back as typed, corrected, taken away and put back', async () => {
  const saisie = {
    motif: '9',
    contrat: 'cdd' as const,
    dureeMois: 8,
    organisationId: connus.organisationId,
    metier: 'Jardinier',
    minutesHebdo: 2100,
    note: 'Contrat vu le 18 mars.',
  };
  const id = await sortieDe(e, connus.salarieId, '2026-03-20', saisie);
  expect(await e.reussir('sorties.get', { id })).toMatchObject({
    ...{
      contrat: 'cdd',
      dureeMois: 8,
      metier: 'Jardinier',
      minutesHebdo: 2100,
      note: 'Contrat vu le 18 mars.',
    },
    date: '2026-03-20',
    motif: { code: '9', categorie: 'durable' },
    organisation: { id: connus.organisationId, nom: 'Atelier du Réemploi' },
    verdict: { debutParcours: '2025-09-01', mois: 6, jours: 20 },
    situations: [
      { mois: 3, echeance: '2026-06-20', etat: 'pas_encore' },
      { mois: 6, echeance: '2026-09-20' },
      { mois: 12, echeance: '2027-03-20' },
    ],
  });
  await e.reussir('sorties.update', {
    id,
    salarieId: connus.salarieId,
    date: '2026-03-18',
    motif: '10',
    contrat: 'cdd',
    dureeMois: 4,
    terminerContrat: true,
  });
  expect(await e.reussir('sorties.get', { id })).toMatchObject({
    date: '2026-03-18',
    motif: { categorie: 'transition' },
    organisation: null,
    metier: '',
  });
  const autre = await salarie('Autre', ['2025-01-01', '2026-01-31']);
  expect(await refus({ id, salarieId: autre } as never, 'sorties.update')).toHaveProperty('salarieId');
  await e.reussir('sorties.archive', { id });
  expect(await e.reussir('sorties.deSalarie', { salarieId: connus.salarieId })).toEqual([]);
  await sortieDe(e, connus.salarieId, '2026-03-18');
  expect(await e.appeler('sorties.restore', { id })).toMatchObject({ ok: false, error: { code: 'regle' } });
  expect(await e.appeler('sorties.restore', { id: idDeRang(0) })).toMatchObject({
    error: { code: 'introuvable' },
  });
});

test('the verdict is shown while the exit is being typed, with the contract it would end', async () => {
  const saisie = { salarieId: connus.salarieId, date: '2026-03-20', motif: '3' };
  expect(await e.reussir('sorties.apercu', saisie)).toMatchObject({
    verdict: {
      comptee: true,
      mois: 6,
      doutes: ['Heures de 2026 non saisies\u00a0: seule la durée du parcours est jugée.'],
    },
    fautes: {},
    ouverts: [{ libelle: 'CDDI', fin: '2026-08-31' }],
  });
  expect(await e.reussir('sorties.apercu', { ...saisie, date: '2025-01-01' })).toMatchObject({
    verdict: null,
    fautes: { date: expect.any(String) },
    ouverts: [],
  });
  expect((await e.reussir('sorties.preparer', { salarieId: connus.salarieId })).date).toBe('2026-03-24');
  const finie = await salarie('Finie', ['2025-01-01', '2025-06-30'], ['2025-07-01', '2026-02-28']);
  expect((await e.reussir('sorties.preparer', { salarieId: finie })).date).toBe('2026-02-28');
});

test('a motif read otherwise from a date moves the exits of that day on, and no other', async () => {
  const avant = await sortieDe(e, await salarie('Avant', ['2024-01-01', '2025-12-31']), '2025-12-31', {
    motif: '15',
  });
  const apres = await sortieDe(e, connus.salarieId, '2026-03-20', { motif: '15' });
  await e.reussir('sorties.saveMotif', {
    code: '15',
    depuis: '2026-01-01',
    label: 'Départ à la retraite',
    categorie: 'retrait',
    source: 'Courriel de la DDETS du 12/01/2026',
  });
  const categories = async () =>
    Promise.all([avant, apres].map(async (id) => (await e.reussir('sorties.get', { id })).motif.categorie));
  expect(await categories()).toEqual(['positive', 'retrait']);
  expect((await e.reussir('sorties.get', { id: apres })).situations).toEqual([]);
  const { motifs, propres } = await e.reussir('sorties.motifs', {});
  expect(motifs.find(({ code }) => code === '15')).toMatchObject({ categorie: 'retrait', sorties: 2 });
  expect(propres).toHaveLength(1);
  const { oublie } = await e.reussir('sorties.forgetMotif', { code: '15', depuis: '2026-01-01' });
  expect(await categories()).toEqual(['positive', 'positive']);
  await e.reussir('sorties.saveMotif', oublie);
  expect(await categories()).toEqual(['positive', 'retrait']);
});

test('a motif of the structure’s own: numbered apart, and kept while exits carry it', async () => {
  const nouveau = { depuis: '2026-01-01', label: 'Service civique', categorie: 'positive' as const };
  const { code } = await e.reussir('sorties.saveMotif', nouveau);
  expect(code).toBe('p1');
  expect(await e.appeler('sorties.saveMotif', { ...nouveau, label: 'service CIVIQUE' })).toMatchObject({
    error: { champs: { label: expect.stringContaining('porte déjà ce nom') } },
  });
  expect(await e.appeler('sorties.saveMotif', { ...nouveau, code: '999' })).toMatchObject({
    error: { code: 'introuvable' },
  });
  const salarieId = await salarie('Avant', ['2024-01-01', '2025-12-31']);
  expect((await refus({ salarieId, date: '2025-12-31', motif: code }))?.motif).toContain('à partir du');
  const id = await sortieDe(e, connus.salarieId, '2026-03-20', { motif: code });
  expect((await e.reussir('sorties.get', { id })).motif).toEqual({
    code,
    label: 'Service civique',
    categorie: 'positive',
  });
  const oublier = { code, depuis: '2026-01-01' };
  expect(await e.appeler('sorties.forgetMotif', oublier)).toMatchObject({ error: { code: 'regle' } });
  expect(await e.appeler('sorties.forgetMotif', { code: '1', depuis: '2026-01-01' })).toMatchObject({
    error: { code: 'introuvable' },
  });
});

describe('the list of a year', () => {
  /** Two counted (a CDI, no news), a short one, a transfer, one that only the ASP counts. */
  async function annee() {
    await sortieDe(e, connus.salarieId, '2026-03-20', { motif: '3' });
    const sans = await salarie('Sans nouvelle', ['2025-01-01', '2026-01-31']);
    await sortieDe(e, sans, '2026-01-31', { motif: '8' });
    await sortieDe(e, await salarie('Courte', ['2026-01-05', '2026-02-20']), '2026-02-20');
    await sortieDe(e, await salarie('Transfert', ['2025-01-01', '2026-01-31']), '2026-01-31', {
      motif: '20',
    });
    await sortieDe(e, await salarie('Écart', ['2025-12-01', '2026-02-20']), '2026-02-20');
    await sortieDe(e, await salarie('Ancienne', ['2024-01-01', '2025-06-30']), '2025-06-30', { motif: '7' });
    await salarie('Oubliée', ['2025-01-01', '2026-02-28']);
    await salarie('Partie en 2024', ['2024-01-01', '2024-05-31']);
  }

  test('what counts, what does not, and what is missing', async () => {
    await annee();
    const lue = await e.reussir('sorties.list', { annee: 2026 });
    expect(lue.mesure).toMatchObject({
      constatees: 5,
      comptees: 2,
      nonComptees: 3,
      retraits: 1,
      inconnues: 0,
      dynamiques: 1,
      compteesAsp: 3,
      ecarts: 1,
    });
    expect(lue.mesure.categories).toMatchObject([
      { categorie: 'durable', comptees: 1, femmes: 1, hommes: 0 },
      { categorie: 'transition', comptees: 0 },
      { categorie: 'positive', comptees: 0 },
      { categorie: 'autre', comptees: 1 },
    ]);
    expect(lue.objectifs).toEqual({
      dynamiques: { valeur: 600, convention: '' },
      durables: { valeur: 250, convention: '' },
    });
    // What a funder agreed on for the year goes before the benchmark, for that year alone.
    const { id: conventionId } = await conventionDe(e);
    const objectif = { conventionId, annee: 2026, indicateur: 'sorties.durables', valeur: 305 };
    await e.reussir('conventions.saveObjectif', objectif);
    expect((await e.reussir('sorties.list', { annee: 2026 })).objectifs).toEqual({
      dynamiques: { valeur: 600, convention: '' },
      durables: { valeur: 305, convention: 'Convention 2025-2027' },
    });
    expect((await e.reussir('sorties.list', { annee: 2025 })).objectifs.durables.valeur).toBe(250);
    expect(lue.sansSortie).toMatchObject([
      { salarie: { nom: 'Oubliée' }, contrat: 'CDDI', fin: '2026-02-28' },
    ]);
    expect(lue.annees).toEqual([
      { annee: 2026, nombre: 5 },
      { annee: 2025, nombre: 1 },
      { annee: 2024, nombre: 0 },
    ]);
    expect(lue.vues).toMatchObject({ toutes: 5, comptees: 2, non_comptees: 3, ecarts: 1 });
  });

  test('views, categories and words filter it; the figures of the year stay', async () => {
    await annee();
    const noms = async (filtres: Entree<'sorties.list'>) =>
      (await e.reussir('sorties.list', filtres)).lignes.map(({ salarie: { nom } }) => nom);
    expect(await noms({ annee: 2026, vue: 'non_comptees' })).toEqual(['Courte', 'Écart', 'Transfert']);
    expect(await noms({ annee: 2026, vue: 'ecarts' })).toEqual(['Écart']);
    expect(await noms({ annee: 2026, categorie: 'retrait' })).toEqual(['Transfert']);
    expect(await noms({ recherche: 'ecart' })).toEqual(['Écart']);
    expect((await e.reussir('sorties.list', {})).mesure.constatees).toBe(6);
    expect((await e.reussir('sorties.list', { annee: 2026, recherche: 'ecart' })).mesure.constatees).toBe(5);
  });

  test('it leaves as a sheet, each verdict with its sentence', async () => {
    await annee();
    await e.reussir('sorties.export', { annee: 2026, format: 'csv' });
    const csv = new TextDecoder().decode(e.traces.fichiers[0]!.contenu);
    expect(e.traces.fichiers[0]!.nom).toBe('sorties-2026.csv');
    expect(csv.split('\r\n')).toHaveLength(7);
    expect(lisible(csv)).toContain('Non comptée : retrait des sorties constatées');
  });

  test('a bilan reads the same exits between two days', async () => {
    await annee();
    const lues = readSortiesJugees(e.depot.base(), { debut: '2025-06-30', fin: '2026-01-31' }, '2026-03-24');
    expect(lues.map(({ salarie: { nom } }) => nom)).toEqual(['Sans nouvelle', 'Transfert', 'Ancienne']);
    expect(lues[1]).toMatchObject({ dynamique: false, motif: { categorie: 'retrait' } });
  });
});

describe('what became of those who left', () => {
  let id: string;
  beforeEach(async () => {
    const salarieId = await salarie('Partie', ['2024-01-01', '2025-09-15']);
    id = await sortieDe(e, salarieId, '2025-09-15', { organisationId: connus.organisationId });
  });

  const demandes = () => e.reussir('sorties.aDemander', { qui: 'equipe' });

  test('asked at 3, 6 and 12 months, the last that is due; silence is kept as such', async () => {
    expect(await demandes()).toMatchObject([
      { sortieId: id, mois: 6, echeance: '2026-03-15', sortie: { organisation: 'Atelier du Réemploi' } },
    ]);
    const dite = { sortieId: id, mois: 6 as const, date: '2026-03-24', situation: 'sans_reponse' as const };
    expect(await e.reussir('sorties.saveSituation', dite)).toEqual({ precedent: null });
    expect(await demandes()).toEqual([]);
    const { precedent } = await e.reussir('sorties.saveSituation', { ...dite, situation: 'meme_emploi' });
    expect(precedent?.situation).toBe('sans_reponse');
    await e.reussir('sorties.saveSituation', { ...dite, mois: 3, situation: 'sans_reponse' });
    const { situations } = await e.reussir('sorties.list', { annee: 2025 });
    expect(situations).toMatchObject([
      { mois: 3, suivies: 1, sansReponse: 1, repondants: 0, emploi: 0, nonDemandes: 0 },
      { mois: 6, suivies: 1, sansReponse: 0, repondants: 1, emploi: 1 },
      { mois: 12, suivies: 1, pasEncore: 1, repondants: 0 },
    ]);
    await e.reussir('sorties.removeSituation', { sortieId: id, mois: 6 });
    expect(await demandes()).toHaveLength(1);
  });

  test('not before the exit, nor after today, nor of an exit taken away', async () => {
    const dire = (date: string) =>
      e.appeler('sorties.saveSituation', { sortieId: id, mois: 3, date, situation: 'recherche' });
    expect(await dire('2025-09-15')).toMatchObject({ error: { champs: { date: expect.any(String) } } });
    expect(await dire('2026-03-25')).toMatchObject({ error: { champs: { date: expect.any(String) } } });
    await e.reussir('sorties.archive', { id });
    expect(await dire('2025-12-15')).toMatchObject({ error: { code: 'introuvable' } });
    expect(await demandes()).toEqual([]);
  });

  test('never of somebody whose exit is withdrawn', async () => {
    const salarieId = await salarie('Décédée', ['2024-01-01', '2025-09-15']);
    const deces = await sortieDe(e, salarieId, '2025-09-15', { motif: '17' });
    expect(await demandes()).toHaveLength(1);
    const dite = { sortieId: deces, mois: 3 as const, date: '2026-03-24', situation: 'autre' as const };
    expect(await e.appeler('sorties.saveSituation', dite)).toMatchObject({ error: { code: 'regle' } });
  });

  test('of those one follows, and of nobody’s', async () => {
    const { membres } = await e.reussir('parametres.saveEquipe', {
      membres: [
        { id: connus.referentId, prenom: 'Karine', nom: 'Brunet', fonction: '' },
        { prenom: 'Paul', nom: 'Roux', fonction: '' },
      ],
    });
    const { salarie: lu } = await e.reussir('sorties.get', { id });
    const { archivedAt: _, ...fiche } = await e.reussir('salaries.get', { id: lu.id });
    await e.reussir('salaries.update', { ...fiche, referentId: membres[1]!.id });
    expect(await e.reussir('sorties.aDemander', { qui: 'moi' })).toEqual([]);
    expect(await demandes()).toHaveLength(1);
  });
});
