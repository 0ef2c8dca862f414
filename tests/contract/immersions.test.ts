import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { parcours, SEMAINE, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'immersions.create'>;

const saisie = (reste: Partial<Saisie> = {}): Saisie =>
  saisieComplete(personnes.salarieId, personnes.organisationId, {
    referentId: personnes.referentId,
    ...reste,
  });

const creer = (reste: Partial<Saisie> = {}) => e.reussir('immersions.create', saisie(reste));

async function emettre(reste: Partial<Saisie> = {}): Promise<string> {
  const { id } = await creer(reste);
  await e.reussir('immersions.issue', { id });
  return id;
}

const refus = async (entree: unknown) => {
  const enveloppe = await e.appeler('immersions.create', entree as Saisie);
  return enveloppe.ok ? null : enveloppe.error;
};

describe('draft', () => {
  test('is numbered in its year, counted in days and hours, and read back as typed', async () => {
    const { id, numero } = await creer();
    expect(numero).toBe('2026-001');
    expect((await creer({ debut: '2027-01-04', fin: '2027-01-08' })).numero).toBe('2027-001');
    expect((await creer({ debut: null, fin: null })).numero).toBe('2026-002');
    const fiche = await e.reussir('immersions.get', { id });
    expect(fiche).toMatchObject({
      ...saisie(),
      accueil: { ...saisie().accueil, siret: '42414308900037' },
      statut: 'brouillon',
      salarie: { nom: 'Diallo' },
      organisation: { nom: 'Atelier du Réemploi' },
      emission: null,
    });
    const {
      lignes: [ligne],
    } = await e.reussir('immersions.list', { recherche: numero });
    expect(ligne).toMatchObject({ id, jours: 9, minutes: 9 * 420 });
  });

  test('may lack everything but its two parties', async () => {
    const vide = saisie({
      debut: null,
      fin: null,
      horaires: [[], [], [], [], [], [], []],
      objet: '',
      objectifs: '',
      activites: '',
      modalitesEvaluation: '',
      modeContrat: '',
      tuteurNom: '',
      tuteurFonction: '',
      referentId: null,
    });
    const { id } = await e.reussir('immersions.create', vide);
    const bloquants = (await e.reussir('immersions.checks', { id })).filter(
      ({ niveau }) => niveau === 'bloquant',
    );
    expect(bloquants.map(({ champ }) => champ)).toEqual([
      'debut',
      'fin',
      'horaires.0',
      'objet',
      'objectifs',
      'activites',
      'modalitesEvaluation',
      'tuteurNom',
      'tuteurFonction',
      'referentId',
      'modeContrat',
    ]);
  });

  test('what it says of the host lands on the host’s record, at once searchable', async () => {
    await creer({ accueil: { ...saisie().accueil, ville: 'Œuilly' } });
    const organisation = await e.reussir('reseau.get', { id: personnes.organisationId });
    expect(organisation).toMatchObject({ ville: 'Œuilly', siret: '42414308900037' });
    const { lignes } = await e.reussir('reseau.list', { recherche: 'oeuilly' });
    expect(lignes.map(({ id }) => id)).toEqual([personnes.organisationId]);
  });

  test.each([
    [{ fin: '2026-04-06' }, 'fin', 'Le dernier jour précède le premier.'],
    [{ fin: '2028-04-06' }, 'fin', 'Le dernier jour est à plus d’un an du premier : vérifiez l’année.'],
    [{ debut: '2026-02-30' }, 'debut', 'Cette date n’existe pas (attendu : jj/mm/aaaa).'],
    [
      { horaires: [[{ debut: 720, fin: 540 }], ...SEMAINE.slice(1)] },
      'horaires.0',
      'La fin d’une présence suit son début. Une nuit se note en deux jours : 21–24 puis 0–5.',
    ],
    [
      {
        accueil: {
          adresse: '',
          codePostal: '',
          ville: '',
          siret: '12',
          activite: '',
          conventionCollective: '',
        },
      },
      'accueil.siret',
      'Un SIRET compte 14 chiffres ; celui-ci en a 2.',
    ],
  ])('never holds what cannot be: %j', async (reste, champ, phrase) => {
    expect((await refus(saisie(reste)))?.champs).toEqual({ [champ]: phrase });
    expect(await e.reussir('immersions.list', {})).toEqual({ total: 0, lignes: [] });
  });

  test('the two parties are asked for in a sentence', async () => {
    expect((await refus({ ...saisie(), salarieId: null, organisationId: '' }))?.champs).toEqual({
      salarieId: 'Choisissez le bénéficiaire.',
      organisationId: 'Choisissez la structure d’accueil.',
    });
  });

  test('hostile input: unknown key, records that do not exist, a week of eight days', async () => {
    expect(await refus({ ...saisie(), statut: 'signee' })).toMatchObject({ code: 'entree-invalide' });
    expect(await refus(saisie({ salarieId: idDeRang(999) }))).toMatchObject({ code: 'introuvable' });
    expect(await refus(saisie({ organisationId: idDeRang(999) }))).toMatchObject({ code: 'introuvable' });
    for (const champ of ['tuteurId', 'referentId', 'renouvelleId'])
      expect(await refus(saisie({ [champ]: idDeRang(999) }))).toMatchObject({
        code: 'introuvable',
        champs: { [champ]: expect.any(String) },
      });
    expect(await refus(saisie({ horaires: [...SEMAINE, []] }))).toMatchObject({ code: 'entree-invalide' });
    expect(await e.reussir('immersions.list', {})).toEqual({ total: 0, lignes: [] });
  });
});

describe('issue', () => {
  test('is refused while a check blocks, with the title of each beside its field', async () => {
    const { id } = await creer({ modalitesEvaluation: '', fin: '2026-05-08' });
    expect(await e.appeler('immersions.issue', { id })).toMatchObject({
      ok: false,
      error: {
        code: 'regle',
        champs: {
          fin: 'Trop longue : jusqu’au 07/05/2026 au plus',
          modalitesEvaluation: 'Modalités d’évaluation à préciser',
        },
      },
    });
    expect((await e.reussir('immersions.get', { id })).statut).toBe('brouillon');
  });

  test('freezes the convention: a record that changes later does not change it', async () => {
    const id = await emettre();
    const fiche = await e.reussir('immersions.get', { id });
    expect(fiche).toMatchObject({ statut: 'prete', emission: { edition: 1 } });
    expect(fiche.emission!.sha256).toMatch(/^[0-9a-f]{64}$/);
    const { contrats, id: salarieId } = await e.reussir('salaries.get', { id: personnes.salarieId });
    await e.reussir('salaries.update', {
      id: salarieId,
      prenom: 'Awa',
      nom: 'Changée',
      sexe: 'F',
      naissance: '1991-07-14',
      telephone: '',
      contrats,
    });
    await e.reussir('immersions.preview', { id, ...saisie() });
    expect(e.traces.pages.at(-1)).toContain('DIALLO Aminata');
    await e.reussir('immersions.pdf', { id });
    expect(e.traces.pdf.at(-1)).toContain('DIALLO Aminata');
    expect(e.traces.fichiers.at(-1)!.nom).toBe('Convention-2026-001-Diallo.pdf');
  });

  test('a convention cannot be changed once issued; taken back, it is issued again as its second version', async () => {
    const id = await emettre();
    expect(await e.appeler('immersions.update', { id, ...saisie() })).toMatchObject({
      error: { code: 'regle' },
    });
    expect(await e.appeler('immersions.issue', { id })).toMatchObject({ error: { code: 'regle' } });
    await e.reussir('immersions.changeStatut', { id, statut: 'brouillon' });
    await e.reussir('immersions.update', { id, ...saisie({ fin: '2026-04-16' }) });
    await e.reussir('immersions.issue', { id });
    expect((await e.reussir('immersions.get', { id })).emission?.edition).toBe(2);
    await e.reussir('immersions.pdf', { id });
    expect(e.traces.pdf.at(-1)).toContain('version 2');
  });

  test('without a PDF engine the convention is issued all the same, to be printed', async () => {
    const { id } = await creer();
    e.sansPdf();
    expect(await e.reussir('immersions.issue', { id })).toEqual({ edition: 1, sha256: '' });
    expect(await e.appeler('immersions.pdf', { id })).toMatchObject({ error: { code: 'pdf-indisponible' } });
  });

  test('a draft’s sheet says it is one; it is published without being saved', async () => {
    const { adresse } = await e.reussir('immersions.preview', {
      ...saisie({ objectifs: '<script>alert(1)</script>' }),
      id: null,
      salarieId: null,
      organisationId: null,
    });
    expect(adresse).toBe('documents/1');
    expect(e.traces.pages[0]).toContain('Projet, à ne pas signer');
    expect(e.traces.pages[0]).not.toContain('<script');
    expect(await e.reussir('immersions.list', {})).toEqual({ total: 0, lignes: [] });
  });
});

describe('life of a convention', () => {
  const statut = async (id: string) => (await e.reussir('immersions.get', { id })).statut;

  test('signed, cancelled with its reason, brought back', async () => {
    const id = await emettre();
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(await e.appeler('immersions.changeStatut', { id, statut: 'annulee', motif: ' ' })).toMatchObject({
      error: { code: 'regle', champs: { motif: expect.any(String) } },
    });
    await e.reussir('immersions.changeStatut', { id, statut: 'annulee', motif: 'Emploi trouvé.' });
    expect(await e.reussir('immersions.get', { id })).toMatchObject({
      statut: 'annulee',
      motifAnnulation: 'Emploi trouvé.',
    });
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(await e.reussir('immersions.get', { id })).toMatchObject({
      statut: 'signee',
      motifAnnulation: '',
    });
  });

  test('once signed in time, its first day going by is no reproach; unsigned, it is', async () => {
    const id = await emettre();
    e.nousSommesLe('2026-04-08');
    const codes = async () => (await e.reussir('immersions.checks', { id })).map(({ code }) => code);
    expect(await codes()).toContain('antidate');
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(await codes()).not.toContain('antidate');
  });

  test('a draft is never signed without being issued, even through a cancellation', async () => {
    const { id } = await creer();
    for (const vers of ['prete', 'signee', 'terminee'] as const)
      expect(await e.appeler('immersions.changeStatut', { id, statut: vers })).toMatchObject({
        error: { code: 'regle' },
      });
    await e.reussir('immersions.changeStatut', { id, statut: 'annulee', motif: 'Plus d’accueil.' });
    expect(await e.appeler('immersions.changeStatut', { id, statut: 'signee' })).toMatchObject({
      error: { code: 'regle' },
    });
    await e.reussir('immersions.changeStatut', { id, statut: 'brouillon' });
    expect(await statut(id)).toBe('brouillon');
  });

  test('stopped before its end: the days and hours done are the ones that count; taken back, all of them', async () => {
    const id = await emettre();
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    const arreter = (dernierJour: string, motif = 'Trajet trop long.') =>
      e.appeler('immersions.interrupt', { id, dernierJour, motif });
    expect(await arreter('2026-04-17')).toMatchObject({
      error: { champs: { dernierJour: 'Le dernier jour est avant le 17/04/2026, fin prévue.' } },
    });
    expect(await arreter('2026-04-06')).toMatchObject({ error: { code: 'regle' } });
    expect(await arreter('2026-04-09', '')).toMatchObject({ error: { code: 'entree-invalide' } });
    expect(await arreter('2026-04-09')).toMatchObject({ ok: true });
    const arretee = {
      fin: '2026-04-09',
      finPrevue: '2026-04-17',
      jours: 3,
      minutes: 3 * 420,
      statut: 'terminee',
    };
    for (const etat of ['terminees', 'bilan_attendu', 'arretees'] as const)
      expect(await e.reussir('immersions.list', { etat }), etat).toMatchObject({
        total: 1,
        lignes: [arretee],
      });
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(await e.reussir('immersions.list', {})).toMatchObject({
      lignes: [{ fin: '2026-04-17', finPrevue: null, jours: 9, minutes: 9 * 420, statut: 'signee' }],
    });
  });

  test('only a draft or a cancelled one can be put away, and it comes back', async () => {
    const id = await emettre();
    expect(await e.appeler('immersions.archive', { id })).toMatchObject({ error: { code: 'regle' } });
    await e.reussir('immersions.changeStatut', { id, statut: 'brouillon' });
    await e.reussir('immersions.archive', { id });
    expect(await e.reussir('immersions.list', {})).toEqual({ total: 0, lignes: [] });
    await e.reussir('immersions.restore', { id });
    expect((await e.reussir('immersions.list', {})).total).toBe(1);
  });

  test('a renewal is linked both ways and says so on paper', async () => {
    const id = await emettre();
    const suite = await creer({ debut: '2026-04-20', fin: '2026-04-24', renouvelleId: id });
    expect((await e.reussir('immersions.get', { id })).renouveleePar).toMatchObject(suite);
    expect((await e.reussir('immersions.get', { id: suite.id })).renouvelle).toMatchObject({
      id,
      numero: '2026-001',
    });
    await e.reussir('immersions.issue', { id: suite.id });
    await e.reussir('immersions.pdf', { id: suite.id });
    expect(e.traces.pdf.at(-1)).toContain('Renouvellement de la convention n° 2026-001');
  });
});

test('parties: what the form needs of the people chosen', async () => {
  const id = await emettre();
  const { salarie, organisation } = await e.reussir('immersions.parties', {
    salarieId: personnes.salarieId,
    organisationId: personnes.organisationId,
  });
  expect(salarie).toMatchObject({ nom: 'Diallo', immersions: [{ id, jours: 9 }] });
  expect(organisation).toMatchObject({ nom: 'Atelier du Réemploi', siret: '42414308900037' });
  expect(await e.reussir('immersions.parties', { salarieId: null, organisationId: null })).toEqual({
    salarie: null,
    organisation: null,
  });
});

test.each(['get', 'checks', 'issue', 'pdf', 'archive', 'restore'] as const)(
  'immersions.%s refuses an id that is unknown or no id at all',
  async (nom) => {
    expect(await e.appeler(`immersions.${nom}`, { id: idDeRang(999) })).toMatchObject({
      error: { code: 'introuvable' },
    });
    expect(await e.appeler(`immersions.${nom}`, { id: '../../etc/passwd' })).toMatchObject({
      error: { code: 'entree-invalide' },
    });
  },
);
