import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { immersionBilan } from '../../db/schema/index.ts';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
});
afterEach(() => e.fermer());

type Saisie = Entree<'immersions.create'>;
type Statut = Entree<'immersions.changeStatut'>['statut'];

const creer = async (reste: Partial<Saisie> = {}) =>
  (
    await e.reussir(
      'immersions.create',
      saisieComplete(personnes.salarieId, personnes.organisationId, {
        referentId: personnes.referentId,
        ...reste,
      }),
    )
  ).id;

async function emettre(reste: Partial<Saisie> = {}): Promise<string> {
  const id = await creer(reste);
  await e.reussir('immersions.issue', { id });
  return id;
}

const fiche = (id: string) => e.reussir('immersions.get', { id });
const passer = (id: string, statut: Statut, motif = '') =>
  e.appeler('immersions.changeStatut', { id, statut, motif });

const QUALITES = ['beneficiaire', 'accueil', 'prescripteur', 'accompagnement', 'employeur'] as const;

describe('signatures', () => {
  test('a convention issued waits for one signature per capacity, named as on the paper', async () => {
    const id = await emettre();
    expect((await fiche(id)).signataires).toEqual([
      { role: 'beneficiaire', nom: 'Aminata Diallo', date: null },
      { role: 'accueil', nom: 'Atelier du Réemploi', date: null },
      { role: 'prescripteur', nom: 'Les Ateliers du Val', date: null },
      { role: 'accompagnement', nom: 'Les Ateliers du Val', date: null },
      { role: 'employeur', nom: 'Les Ateliers du Val', date: null },
    ]);
    expect((await fiche(await creer())).signataires).toEqual([]);
  });

  test('the last one dated makes it signed by itself, one taken back makes it to sign again', async () => {
    const id = await emettre();
    for (const [rang, role] of QUALITES.entries()) {
      const { statut } = await e.reussir('immersions.sign', { id, role, nom: '', date: AUJOURDHUI });
      expect(statut).toBe(rang === 4 ? 'signee' : 'prete');
      expect(await fiche(id)).toMatchObject({ statut, signatures: rang + 1 });
    }
    expect(await e.reussir('immersions.sign', { id, role: 'accueil', nom: '', date: null })).toEqual({
      statut: 'prete',
    });
    expect(await fiche(id)).toMatchObject({ statut: 'prete', signatures: 4 });
  });

  test('who really signed and when replace what was written first', async () => {
    const id = await emettre();
    await e.reussir('immersions.sign', { id, role: 'accueil', nom: 'Léa Martin', date: '2026-03-20' });
    await e.reussir('immersions.sign', { id, role: 'accueil', nom: 'Paul Fauré', date: '2026-03-23' });
    expect((await fiche(id)).signataires[1]).toEqual({
      role: 'accueil',
      nom: 'Paul Fauré',
      date: '2026-03-23',
    });
  });

  test('all at once dates only the missing ones, and says which so that they alone are taken back', async () => {
    const id = await emettre();
    await e.reussir('immersions.sign', { id, role: 'beneficiaire', nom: '', date: '2026-03-20' });
    const { statut, roles } = await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
    expect(statut).toBe('signee');
    expect(roles).toEqual(QUALITES.slice(1));
    expect((await fiche(id)).signataires.map(({ date }) => date)).toEqual([
      '2026-03-20',
      ...Array(4).fill(AUJOURDHUI),
    ]);
    expect(await e.reussir('immersions.signAll', { id, date: null, roles })).toEqual({
      statut: 'prete',
      roles,
    });
    expect(await fiche(id)).toMatchObject({ statut: 'prete', signatures: 1 });
    expect(await e.reussir('immersions.signAll', { id, date: null })).toMatchObject({
      roles: ['beneficiaire'],
    });
  });

  test('a day to come is refused; a day after the first one is kept, as it was', async () => {
    const id = await emettre();
    const demain = { id, role: 'accueil', nom: '', date: '2026-03-25' } as const;
    const phrase = 'Une signature se note une fois faite : le 25/03/2026 est à venir.';
    expect(await e.appeler('immersions.sign', demain)).toMatchObject({
      error: { code: 'regle', champs: { date: phrase } },
    });
    expect(await e.appeler('immersions.signAll', { id, date: '2026-03-25' })).toMatchObject({
      error: { champs: { date: phrase } },
    });
    expect(await fiche(id)).toMatchObject({ signatures: 0 });
    e.nousSommesLe('2026-04-10');
    expect(await e.appeler('immersions.signAll', { id, date: '2026-04-09' })).toMatchObject({ ok: true });
    expect(await fiche(id)).toMatchObject({ statut: 'signee' });
  });

  test('the representative of a minor signs too', async () => {
    const { contrats } = await e.reussir('salaries.get', { id: personnes.salarieId });
    await e.reussir('salaries.update', {
      id: personnes.salarieId,
      prenom: 'Aminata',
      nom: 'Diallo',
      sexe: 'F',
      naissance: '2009-07-14',
      telephone: '',
      contrats,
    });
    const id = await emettre({
      representantLegal: 'Fatou Diallo',
      horaires: [0, 1, 2, 3, 4, 5, 6].map((jour) => (jour < 5 ? [{ debut: 540, fin: 720 }] : [])),
    });
    expect((await fiche(id)).signataires[1]).toEqual({
      role: 'representant',
      nom: 'Fatou Diallo',
      date: null,
    });
    await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
    expect(await e.reussir('immersions.sign', { id, role: 'representant', nom: '', date: null })).toEqual({
      statut: 'prete',
    });
  });

  test('nobody signs in a capacity that the convention does not have, nor a draft, nor what is cancelled or refused', async () => {
    const id = await emettre();
    const signer = (lequel: string) =>
      e.appeler('immersions.sign', { id: lequel, role: 'accueil', nom: '', date: AUJOURDHUI });
    expect(
      await e.appeler('immersions.sign', { id, role: 'representant', nom: '', date: AUJOURDHUI }),
    ).toMatchObject({ error: { code: 'regle', champs: { role: expect.any(String) } } });
    expect(await signer(await creer())).toMatchObject({ error: { code: 'regle' } });
    expect(await signer(idDeRang(999))).toMatchObject({ error: { code: 'introuvable' } });
    await e.reussir('immersions.refuse', { id, role: 'accueil', motif: 'Plus de place.' });
    expect(await signer(id)).toMatchObject({ error: { code: 'regle' } });
    await passer(id, 'prete');
    await passer(id, 'annulee', 'Emploi trouvé.');
    expect(await signer(id)).toMatchObject({ error: { code: 'regle' } });
    expect(
      await e.appeler('immersions.sign', { id, role: 'notaire' as 'accueil', date: AUJOURDHUI }),
    ).toMatchObject({ error: { code: 'entree-invalide' } });
  });

  test('a missing signature is dated after the immersion was stopped, which stays stopped', async () => {
    const id = await emettre();
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-09', motif: 'Trajet.' });
    expect(await e.reussir('immersions.signAll', { id, date: AUJOURDHUI })).toMatchObject({
      statut: 'terminee',
    });
    await passer(id, 'prete');
    expect((await fiche(id)).statut).toBe('signee');
  });
});

describe('correction', () => {
  test('taken back before anything changed, the convention is the one issued, with its signatures', async () => {
    const id = await emettre();
    await e.reussir('immersions.sign', { id, role: 'accueil', nom: '', date: AUJOURDHUI });
    await passer(id, 'brouillon');
    expect(await fiche(id)).toMatchObject({ statut: 'brouillon', emission: null, signataires: [] });
    expect(await passer(id, 'prete')).toMatchObject({ ok: true });
    expect(await fiche(id)).toMatchObject({ statut: 'prete', signatures: 1, emission: { edition: 1 } });
    await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
    await passer(id, 'brouillon');
    expect(await passer(id, 'prete')).toMatchObject({ ok: true });
    expect((await fiche(id)).statut).toBe('signee');
  });

  test('once changed it is issued again: second version, nobody has signed it yet', async () => {
    const id = await emettre();
    await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
    await passer(id, 'brouillon');
    const { salarieId, organisationId, referentId } = personnes;
    await e.reussir('immersions.update', {
      id,
      ...saisieComplete(salarieId, organisationId, { referentId, fin: '2026-04-16' }),
    });
    expect(await passer(id, 'prete')).toMatchObject({
      error: {
        message: 'La convention ne dit plus la même chose que sa version 1 : émettez-en une nouvelle.',
      },
    });
    await e.reussir('immersions.issue', { id });
    expect(await fiche(id)).toMatchObject({ statut: 'prete', signatures: 0, emission: { edition: 2 } });
  });
});

describe('refusal', () => {
  const refuser = (id: string, reste: Partial<Entree<'immersions.refuse'>> = {}) =>
    e.appeler('immersions.refuse', { id, role: 'accueil', motif: 'Plus de tuteur.', ...reste });

  test('is told by who refuses and why, leaves the running conventions, and is taken back with its signatures', async () => {
    const id = await emettre();
    await e.reussir('immersions.sign', { id, role: 'beneficiaire', nom: '', date: AUJOURDHUI });
    expect(await refuser(id, { motif: ' ' })).toMatchObject({
      error: { champs: { motif: 'Dites pourquoi : le bilan compte les refus.' } },
    });
    expect(await refuser(id, { role: 'representant' })).toMatchObject({
      error: { champs: { role: expect.any(String) } },
    });
    expect(await refuser(id)).toMatchObject({ ok: true });
    expect(await fiche(id)).toMatchObject({
      statut: 'refusee',
      refuseePar: 'accueil',
      motifAnnulation: 'Plus de tuteur.',
    });
    expect((await e.reussir('immersions.list', { etat: 'a_venir' })).total).toBe(0);
    await passer(id, 'prete');
    expect(await fiche(id)).toMatchObject({
      statut: 'prete',
      refuseePar: '',
      motifAnnulation: '',
      signatures: 1,
    });
  });

  test('is not for a draft, nor once all have signed', async () => {
    expect(await refuser(await creer())).toMatchObject({ error: { code: 'regle' } });
    const id = await emettre();
    await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
    expect(await refuser(id)).toMatchObject({ error: { code: 'regle' } });
    expect(await refuser(idDeRang(999))).toMatchObject({ error: { code: 'introuvable' } });
  });
});

/** How a convention comes to each status. */
const VERS: Record<Statut, (id: string) => Promise<unknown>> = {
  brouillon: async () => undefined,
  prete: (id) => e.reussir('immersions.issue', { id }),
  signee: async (id) => {
    await VERS.prete(id);
    await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
  },
  terminee: async (id) => {
    await VERS.signee(id);
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-09', motif: 'Trajet trop long.' });
  },
  refusee: async (id) => {
    await VERS.prete(id);
    await e.reussir('immersions.refuse', { id, role: 'accueil', motif: 'Plus de tuteur.' });
  },
  annulee: async (id) => {
    await VERS.prete(id);
    await passer(id, 'annulee', 'Emploi trouvé.');
  },
};

const PERMIS: Record<Statut, readonly Statut[]> = {
  brouillon: ['annulee'],
  prete: ['brouillon', 'signee', 'annulee'],
  signee: ['brouillon', 'terminee', 'annulee'],
  terminee: ['prete', 'signee'],
  refusee: ['brouillon', 'prete'],
  annulee: ['brouillon', 'prete', 'signee'],
};

const STATUTS = Object.keys(PERMIS) as Statut[];

test('from each status to each other: what is allowed, and nothing else', async () => {
  const obtenu: Record<string, Statut[]> = {};
  for (const de of STATUTS) {
    obtenu[de] = [];
    for (const vers of STATUTS) {
      // Somebody else each time: the same person may not come so often to one host.
      const { id: salarieId } = await e.reussir('salaries.create', {
        prenom: 'Noé',
        nom: `${de} ${vers}`,
        sexe: 'H',
        naissance: '1991-07-14',
        telephone: '',
        contrats: [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-08-31', minutesHebdo: 1560 }],
      });
      const id = await creer({ salarieId });
      await VERS[de](id);
      expect((await fiche(id)).statut).toBe(de);
      const reponse = await passer(id, vers, 'Une raison.');
      if (reponse.ok) obtenu[de].push(vers);
      else {
        expect(reponse.error.code).toBe('regle');
        expect((await fiche(id)).statut).toBe(de);
      }
    }
  }
  expect(obtenu).toEqual(PERMIS);
});

test('once its bilan is closed, an immersion is neither corrected, stopped nor cancelled', async () => {
  const id = await emettre();
  await e.reussir('immersions.signAll', { id, date: AUJOURDHUI });
  e.depot
    .base()
    .orm.insert(immersionBilan)
    .values({ immersionId: id, faitLe: AUJOURDHUI, updatedAt: AUJOURDHUI })
    .run();
  for (const statut of ['brouillon', 'annulee'] as const)
    expect(await passer(id, statut, 'Une raison.')).toMatchObject({
      error: { message: 'Le bilan de cette immersion est fait : rouvrez-le avant de la changer.' },
    });
  expect(
    await e.appeler('immersions.interrupt', { id, dernierJour: '2026-04-09', motif: 'Trajet.' }),
  ).toMatchObject({ error: { code: 'regle' } });
});

test('a refused convention may be put away; one that runs may not', async () => {
  const id = await emettre();
  expect(await e.appeler('immersions.archive', { id })).toMatchObject({ error: { code: 'regle' } });
  await e.reussir('immersions.refuse', { id, role: 'beneficiaire', motif: 'A changé d’avis.' });
  await e.reussir('immersions.archive', { id });
  expect((await e.reussir('immersions.list', {})).total).toBe(0);
  await e.reussir('immersions.restore', { id });
  expect((await e.reussir('immersions.list', {})).total).toBe(1);
});

describe('renewal', () => {
  const lire = (id: string) => e.reussir('immersions.renouvellement', { id });

  test('says until when it may run, and that it takes the same objet', async () => {
    expect(await lire(await emettre())).toEqual({
      possible: true,
      phrase: expect.stringContaining(
        'Commencé le 18/04/2026, le renouvellement finit le 18/05/2026 au plus',
      ),
    });
  });

  test('is refused with its rule: a draft, one renewed already, a renewal, one stopped, a contract that ends', async () => {
    expect(await lire(await creer())).toMatchObject({ possible: false });
    const id = await emettre();
    const suite = await creer({
      debut: '2026-04-20',
      fin: '2026-04-24',
      renouvelleId: id,
      motifRenouvellement: 'Deux postes restent à essayer.',
    });
    expect(await lire(id)).toMatchObject({ possible: false, phrase: expect.stringContaining('2026-') });
    await e.reussir('immersions.issue', { id: suite });
    expect(await lire(suite)).toMatchObject({ possible: false });
    expect((await fiche(id)).renouveleePar).toMatchObject({
      id: suite,
      statut: 'prete',
      debut: '2026-04-20',
    });
    await e.reussir('immersions.interrupt', { id: suite, dernierJour: '2026-04-21', motif: 'Trajet.' });
    expect(await lire(suite)).toMatchObject({ phrase: expect.stringContaining('arrêtée avant sa fin') });
    expect(await e.appeler('immersions.renouvellement', { id: idDeRang(999) })).toMatchObject({
      error: { code: 'introuvable' },
    });
  });
});

test('what the records say otherwise than the paper is told mention by mention, old field then new', async () => {
  const id = await emettre();
  const lire = () => e.reussir('immersions.differences', { id, genre: 'convention', objetId: '' });
  expect(await lire()).toEqual([]);
  await e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '3 place du Marché',
    codePostal: '63200',
    ville: 'Riom',
    telephone: '04 73 00 00 00',
    courriel: '',
    conventionNumero: 'ACI 063 25 0012',
    logo: '',
  });
  expect(await lire()).toEqual([
    { quoi: 'Adresse de la structure', avant: '12 rue des Lavoirs', apres: '3 place du Marché' },
  ]);
});
