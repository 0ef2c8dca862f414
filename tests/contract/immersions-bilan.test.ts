import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterOrganisation, parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let salarieId: string;
let organisationId: string;
let id: string;

beforeEach(async () => {
  e = essai();
  const qui = await parcours(e);
  ({ salarieId, organisationId } = qui);
  id = await signer();
});
afterEach(() => e.fermer());

/** An immersion from 07/04 to 17/04/2026 (9 days, 63 h), signed by all; the day is its last but one. */
async function signer(reste: Parameters<typeof saisieComplete>[2] = {}): Promise<string> {
  const { membres } = await e.reussir('parametres.get', {});
  const creee = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, {
      referentId: membres[0]!.id,
      competences: ['Trier les appareils', 'Diagnostiquer une panne simple'],
      ...reste,
    } as never),
  );
  e.depot.base().sqlite.prepare("UPDATE immersion SET statut = 'signee' WHERE id = ?").run(creee.id);
  e.nousSommesLe('2026-04-17');
  return creee.id;
}

type Saisie = Entree<'immersions.saveBilan'>;
const complet = (reste: Partial<Saisie> = {}): Saisie => ({
  id,
  realisation: 'complete',
  avisSalarie: 'Le métier me plaît.',
  avisAccueil: 'Sérieuse, vite autonome.',
  avisStructure: '',
  objectifs: 'oui',
  decision: 'projet_confirme',
  suite: 'Chercher une formation.',
  date: '2026-04-17',
  ...reste,
});
const lire = () => e.reussir('immersions.bilan', { id });
const champs = (enveloppe: Awaited<ReturnType<Essai['appeler']>>) =>
  enveloppe.ok ? null : (enveloppe.error.champs ?? {});
const absent = (date: string, minutes: number) =>
  e.depot
    .base()
    .sqlite.prepare(
      "INSERT INTO immersion_presence (immersion_id, date, minutes, motif, updated_at) VALUES (?, ?, ?, 'absence_justifiee', '')",
    )
    .run(id, date, minutes);
const arreter = (dernierJour: string) =>
  e.reussir('immersions.interrupt', { id, dernierJour, motif: 'Fin anticipée' });

describe('writing the bilan', () => {
  test('empty at first, kept as typed, closed, and the immersion reads « bilan fait »', async () => {
    expect(await lire()).toMatchObject({
      realisation: '',
      faitLe: null,
      decouverte: null,
      embauche: null,
      obstacle: '',
      heures: {
        minutesPrevues: 9 * 420,
        minutesFaites: 9 * 420,
        minutesManquees: 0,
        dernierJour: '2026-04-17',
      },
    });
    await e.reussir('immersions.saveBilan', complet({ avisStructure: 'Œuvrard-N’Diaye\nالعربية' }));
    await e.reussir('immersions.closeBilan', { id });
    expect(await lire()).toMatchObject({ faitLe: '2026-04-17', avisStructure: 'Œuvrard-N’Diaye\nالعربية' });
    expect(await e.reussir('immersions.get', { id })).toMatchObject({ bilanLe: '2026-04-17' });
  });

  test('closed, it is not corrected before it is opened again; the day it was closed can be put back', async () => {
    await e.reussir('immersions.saveBilan', complet());
    await e.reussir('immersions.closeBilan', { id });
    expect(await e.appeler('immersions.saveBilan', complet())).toMatchObject({
      error: { code: 'regle', message: expect.stringContaining('rouvrez-le') },
    });
    expect(await e.appeler('immersions.closeBilan', { id })).toMatchObject({ error: { code: 'regle' } });
    e.nousSommesLe('2026-05-02');
    await e.reussir('immersions.reopenBilan', { id });
    expect(await e.reussir('immersions.get', { id })).toMatchObject({ bilanLe: null });
    expect(await e.appeler('immersions.reopenBilan', { id })).toMatchObject({ error: { code: 'regle' } });
    await e.reussir('immersions.closeBilan', { id, le: '2026-04-17' });
    expect(await lire()).toMatchObject({ faitLe: '2026-04-17' });
  });

  test('closing says what is missing beside each field, and writes nothing', async () => {
    const manque = async () => Object.keys(champs(await e.appeler('immersions.closeBilan', { id }))!);
    expect(await manque()).toEqual(['realisation']);
    await e.reussir('immersions.saveBilan', {
      ...complet(),
      avisSalarie: ' ',
      avisAccueil: '',
      objectifs: '',
      decision: '',
      date: null,
    });
    expect(await manque()).toEqual(['objectifs', 'date', 'avisSalarie', 'avisAccueil', 'decision']);
    expect(await lire()).toMatchObject({ faitLe: null });
  });

  test('a convention that misses a signature is not closed over', async () => {
    e.depot.base().sqlite.exec("UPDATE immersion SET statut = 'prete'");
    await e.reussir('immersions.saveBilan', complet());
    expect(await e.appeler('immersions.closeBilan', { id })).toMatchObject({
      error: { code: 'regle', message: expect.stringContaining('signatures') },
    });
  });

  test('not before the last day, but on it; as soon as it was stopped', async () => {
    e.nousSommesLe('2026-04-16');
    expect((await lire()).obstacle).toContain('17/04/2026');
    expect(await e.appeler('immersions.saveBilan', complet())).toMatchObject({ error: { code: 'regle' } });
    expect(await e.appeler('immersions.closeBilan', { id })).toMatchObject({ error: { code: 'regle' } });
    await arreter('2026-04-14');
    expect((await lire()).obstacle).toBe('');
    await e.reussir('immersions.saveBilan', complet({ realisation: 'partielle', date: '2026-04-16' }));
    await e.reussir('immersions.closeBilan', { id });
  });

  test.each(['brouillon', 'annulee', 'refusee'])('none for an immersion that is %s', async (statut) => {
    e.depot.base().sqlite.prepare('UPDATE immersion SET statut = ?').run(statut);
    expect((await lire()).obstacle).not.toBe('');
    expect(await e.appeler('immersions.saveBilan', complet())).toMatchObject({ error: { code: 'regle' } });
  });

  test.each<[string, Partial<Saisie>, string]>([
    ['a day to come', { date: '2026-04-18' }, 'date'],
    ['a day before it began', { date: '2026-04-06' }, 'date'],
    ['a day that does not exist', { date: '2026-04-31' }, 'date'],
    ['a decision of no list', { decision: 'licenciement' as never }, 'decision'],
    ['how it went, of no list', { realisation: 'jamais' as never }, 'realisation'],
    ['words too long', { avisAccueil: 'x'.repeat(4001) }, 'avisAccueil'],
  ])('%s is refused beside its field', async (_, saisie, champ) => {
    expect(champs(await e.appeler('immersions.saveBilan', complet(saisie)))).toHaveProperty([champ]);
    expect(await lire()).toMatchObject({ realisation: '' });
  });

  test('an immersion that nobody knows', async () => {
    const inconnue = idDeRang(9999);
    for (const nom of ['immersions.bilan', 'immersions.closeBilan', 'immersions.reopenBilan'] as const)
      expect(await e.appeler(nom, { id: inconnue })).toMatchObject({ error: { code: 'introuvable' } });
    expect(await e.appeler('immersions.saveBilan', complet({ id: inconnue }))).toMatchObject({
      error: { code: 'introuvable' },
    });
  });
});

describe('hours', () => {
  test('a day missed is not typed twice: it comes from the presences', async () => {
    absent('2026-04-08', 0);
    absent('2026-04-17', 180);
    absent('2026-04-09', 480);
    expect((await lire()).heures).toEqual({
      minutesPrevues: 3780,
      joursPrevus: 9,
      minutesFaites: 3780 - 420 - 240 + 60,
      joursFaits: 8,
      minutesManquees: 660,
      dernierJour: '2026-04-17',
    });
    await e.reussir('immersions.saveBilan', complet({ realisation: 'partielle' }));
    await e.reussir('immersions.closeBilan', { id });
  });

  test('in part, though nothing is missing: the presences come first', async () => {
    await e.reussir('immersions.saveBilan', complet({ realisation: 'partielle' }));
    expect(champs(await e.appeler('immersions.closeBilan', { id }))).toHaveProperty('realisation');
  });

  test('stopped before its end, it was not done to the end', async () => {
    await arreter('2026-04-14');
    expect((await lire()).heures).toMatchObject({
      minutesPrevues: 3780,
      minutesFaites: 6 * 420,
      minutesManquees: 3 * 420,
      dernierJour: '2026-04-14',
    });
    expect(champs(await e.appeler('immersions.saveBilan', complet()))).toHaveProperty('realisation');
  });

  test('nobody came: no hour was done, nothing is judged, and it is closed as it is', async () => {
    await e.reussir('immersions.saveBilan', complet({ realisation: 'absente' }));
    expect(await lire()).toMatchObject({
      realisation: 'absente',
      decision: '',
      objectifs: '',
      avisSalarie: '',
      avisAccueil: '',
      suite: 'Chercher une formation.',
      heures: { minutesFaites: 0, joursFaits: 0, dernierJour: null },
    });
    const faites = () =>
      e.depot.base().sqlite.prepare('SELECT minutes_faites FROM immersion WHERE id = ?').pluck().get(id);
    expect(faites()).toBe(0);
    await e.reussir('immersions.closeBilan', { id });
    await e.reussir('immersions.reopenBilan', { id });
    await e.reussir('immersions.saveBilan', complet());
    expect(faites()).toBeNull();
  });

  test('a renewal is not renewed again', async () => {
    e.nousSommesLe('2026-03-24');
    id = await signer({ renouvelleId: id, debut: '2026-04-20', fin: '2026-04-30' });
    e.nousSommesLe('2026-04-30');
    const refus = await e.appeler('immersions.saveBilan', complet({ decision: 'renouvellement' }));
    expect(champs(refus)).toHaveProperty('decision');
  });
});

describe('grids', () => {
  const decouverte = (reste: object = {}) =>
    ({
      id,
      genre: 'decouverte',
      date: '2026-04-17',
      evaluateur: 'Aminata Diallo',
      reponses: { reponses: { plu: 'Le diagnostic', attendu: 'oui', projet: 'tient' }, commentaire: '' },
      ...reste,
    }) as Entree<'immersions.saveEvaluation'>;
  const validation = (competences: object[], savoirEtre: object = {}) =>
    ({
      id,
      genre: 'validation',
      date: null,
      evaluateur: 'Léa Martin',
      reponses: { competences, savoirEtre, commentaire: '' },
    }) as Entree<'immersions.saveEvaluation'>;

  test('filled, read back with its version, corrected, emptied and put back', async () => {
    const { version } = await e.reussir('immersions.saveEvaluation', decouverte());
    const attendue = {
      version,
      date: '2026-04-17',
      evaluateur: 'Aminata Diallo',
      reponses: { plu: 'Le diagnostic', attendu: 'oui', projet: 'tient' },
      commentaire: '',
    };
    expect((await lire()).decouverte).toEqual(attendue);
    await e.reussir('immersions.clearEvaluation', { id, genre: 'decouverte' });
    expect((await lire()).decouverte).toBeNull();
    await e.reussir('immersions.saveEvaluation', decouverte());
    expect((await lire()).decouverte).toEqual(attendue);
    expect((await lire()).validation).toBeNull();
  });

  test('competences of the immersion or added on the spot, each with its level', async () => {
    const competences = [
      { competence: 'Trier les appareils', niveau: 'seul', commentaire: 'Très vite' },
      { competence: 'Souder', niveau: 'non_observe', commentaire: '' },
      { competence: 'Diagnostiquer', niveau: '', commentaire: '' },
    ];
    const savoirEtre = { ponctualite: { niveau: 'toujours', commentaire: '' } };
    await e.reussir('immersions.saveEvaluation', validation(competences, savoirEtre));
    expect((await lire()).validation).toMatchObject({ competences, savoirEtre });
  });

  test('a grid is filled while the immersion runs, not before; not once the bilan is closed', async () => {
    e.nousSommesLe('2026-04-06');
    expect(await e.appeler('immersions.saveEvaluation', decouverte({ date: null }))).toMatchObject({
      error: { code: 'regle' },
    });
    e.nousSommesLe('2026-04-07');
    await e.reussir('immersions.saveEvaluation', decouverte({ date: '2026-04-07' }));
    e.nousSommesLe('2026-04-17');
    await e.reussir('immersions.saveBilan', complet());
    await e.reussir('immersions.closeBilan', { id });
    expect(await e.appeler('immersions.saveEvaluation', decouverte())).toMatchObject({
      error: { code: 'regle' },
    });
    expect(await e.appeler('immersions.clearEvaluation', { id, genre: 'decouverte' })).toMatchObject({
      error: { code: 'regle' },
    });
  });

  test.each<[string, () => Entree<'immersions.saveEvaluation'>, string]>([
    [
      'a question of no grid',
      () => decouverte({ reponses: { reponses: { salaire: 'x' }, commentaire: '' } }),
      'reponses.reponses.salaire',
    ],
    [
      'a degree that is not offered',
      () => decouverte({ reponses: { reponses: { attendu: 'bof' }, commentaire: '' } }),
      'reponses.reponses.attendu',
    ],
    [
      'a level that is not offered',
      () => validation([{ competence: 'Trier', niveau: 'expert' }]),
      'reponses.competences.0.niveau',
    ],
    [
      'a competence without a name',
      () => validation([{ competence: ' ', niveau: '' }]),
      'reponses.competences.0.competence',
    ],
    [
      'the same competence twice',
      () => validation([{ competence: 'Trier' }, { competence: 'TRIER' }]),
      'reponses.competences.1.competence',
    ],
    [
      'a savoir-être of no grid',
      () => validation([], { __proto__x: { niveau: '', commentaire: '' } }),
      'reponses.savoirEtre.__proto__x',
    ],
    ['a day to come', () => decouverte({ date: '2026-04-18' }), 'date'],
    ['a day before it began', () => decouverte({ date: '2026-04-01' }), 'date'],
  ])('%s is refused beside its field', async (_, saisie, champ) => {
    expect(champs(await e.appeler('immersions.saveEvaluation', saisie()))).toHaveProperty([champ]);
    expect(await lire()).toMatchObject({ decouverte: null, validation: null });
  });
});

describe('hire', () => {
  const embauche = (reste: Partial<Entree<'immersions.saveEmbauche'>> = {}) => ({
    id,
    organisationId,
    date: '2026-05-04',
    contrat: 'cdd_long' as const,
    ...reste,
  });
  const embauches = async () => (await e.reussir('sollicitations.ofSalarie', { salarieId })).embauches;

  test('noted once, corrected without a second one, on a closed bilan too', async () => {
    await e.reussir('immersions.saveBilan', complet({ decision: 'embauche' }));
    const { embaucheId } = await e.reussir('immersions.saveEmbauche', embauche());
    expect((await lire()).embauche).toMatchObject({
      id: embaucheId,
      contrat: 'cdd_long',
      organisation: { id: organisationId },
      salarie: { id: salarieId },
    });
    await e.reussir('immersions.closeBilan', { id });
    const corrigee = await e.reussir('immersions.saveEmbauche', embauche({ contrat: 'cdi' }));
    expect(corrigee.embaucheId).toBe(embaucheId);
    await e.reussir('immersions.reopenBilan', { id });
    await e.reussir('immersions.saveBilan', complet({ decision: 'embauche', suite: 'Autre chose' }));
    expect(await embauches()).toMatchObject([{ id: embaucheId, contrat: 'cdi' }]);
  });

  test('taken back, it is no hire any more; noted again, it is one', async () => {
    const { embaucheId } = await e.reussir('immersions.saveEmbauche', embauche());
    await e.reussir('sollicitations.archiveEmbauche', { id: embaucheId });
    expect(await lire()).toMatchObject({ embauche: null, embauchesConnues: [] });
    await e.reussir('sollicitations.restoreEmbauche', { id: embaucheId });
    expect((await lire()).embauche).toMatchObject({ id: embaucheId });
    await e.reussir('sollicitations.archiveEmbauche', { id: embaucheId });
    await e.reussir('immersions.saveEmbauche', embauche());
    expect(await embauches()).toHaveLength(1);
  });

  test('one already noted is linked, not copied; unlinking leaves it', async () => {
    const ailleurs = await ajouterOrganisation(e, 'Paysage Roche');
    const { id: notee } = await e.reussir('sollicitations.recordEmbauche', {
      organisationId: ailleurs,
      salarieId,
      date: '2026-05-04',
      contrat: 'cdi',
    });
    expect((await lire()).embauchesConnues).toMatchObject([{ id: notee }]);
    await e.reussir('immersions.linkEmbauche', { id, embaucheId: notee });
    expect(await lire()).toMatchObject({ embauche: { id: notee }, embauchesConnues: [] });
    await e.reussir('immersions.linkEmbauche', { id, embaucheId: null });
    expect(await lire()).toMatchObject({ embauche: null, embauchesConnues: [{ id: notee }] });
    expect(await embauches()).toHaveLength(1);
  });

  test('the hire of one immersion is not that of another, nor that of somebody else', async () => {
    const { embaucheId } = await e.reussir('immersions.saveEmbauche', embauche());
    e.nousSommesLe('2026-03-24');
    const premiere = id;
    id = await signer({ debut: '2026-04-20', fin: '2026-04-24' });
    e.nousSommesLe('2026-04-24');
    expect(await e.appeler('immersions.linkEmbauche', { id, embaucheId })).toMatchObject({
      error: { code: 'regle' },
    });
    const { id: autrui } = await e.reussir('sollicitations.recordEmbauche', {
      organisationId,
      salarieId: null,
      date: '2026-05-04',
      contrat: 'cdi',
    });
    for (const inconnue of [autrui, idDeRang(9999)])
      expect(
        await e.appeler('immersions.linkEmbauche', { id: premiere, embaucheId: inconnue }),
      ).toMatchObject({ error: { code: 'introuvable' } });
  });

  test.each<[string, Partial<Entree<'immersions.saveEmbauche'>>, string]>([
    ['before the immersion', { date: '2026-04-06' }, 'date'],
    ['a day that does not exist', { date: '2026-02-30' }, 'date'],
    ['too far ahead', { date: '2027-04-18' }, 'date'],
    ['a contract of no list', { contrat: 'cdd' as never }, 'contrat'],
    ['an organisation nobody knows', { organisationId: idDeRang(9999) }, 'organisationId'],
  ])('%s is refused beside its field, and nothing is written', async (_, saisie, champ) => {
    expect(champs(await e.appeler('immersions.saveEmbauche', embauche(saisie)))).toHaveProperty([champ]);
    expect(await embauches()).toEqual([]);
  });

  test('none before the bilan can be written', async () => {
    e.nousSommesLe('2026-04-10');
    expect(await e.appeler('immersions.saveEmbauche', embauche())).toMatchObject({
      error: { code: 'regle' },
    });
  });
});
