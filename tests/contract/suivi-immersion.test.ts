import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree, NomOperation } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let personnes: Awaited<ReturnType<typeof parcours>>;
let id: string;

/** From Tuesday 7 to Friday 17 April 2026, signed: a point each week, for a project is put to the test. */
async function immersionSignee(reste: Partial<Entree<'immersions.create'>> = {}): Promise<string> {
  const { id } = await e.reussir(
    'immersions.create',
    saisieComplete(personnes.salarieId, personnes.organisationId, {
      referentId: personnes.referentId,
      ...reste,
    }),
  );
  await e.reussir('immersions.issue', { id });
  await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
  return id;
}

beforeEach(async () => {
  e = essai();
  personnes = await parcours(e);
  id = await immersionSignee();
});
afterEach(() => e.fermer());

const refus = async <N extends NomOperation>(nom: N, entree: Entree<N>) => {
  const enveloppe = await e.appeler(nom, entree);
  return enveloppe.ok ? null : enveloppe.error;
};

const points = async () =>
  (await e.reussir('immersions.suivi', { id })).points.map(({ cle, echeance, etat }) =>
    [cle, echeance.slice(5), etat].join(' '),
  );

const gardes = () => e.depot.base().sqlite.prepare('SELECT count(*) FROM immersion_point').pluck().get();

const duJour = async (qui: 'moi' | 'equipe' = 'moi') => {
  const lu = await e.reussir('immersions.suiviDuJour', { qui });
  return {
    points: lu.points.map(({ cle, etat }) => `${cle} ${etat}`),
    bilans: lu.bilans.map(({ cle, etat }) => `${cle} ${etat}`),
    accidents: lu.accidents.map(({ etape }) => etape.code),
    comptes: [lu.enRetard, lu.aujourdhui],
  };
};

describe('points', () => {
  test('follow from the dates, and nothing is kept of them before they are touched', async () => {
    expect(await points()).toEqual([
      'debut 04-07 a_venir',
      'semaine-2026-04-06 04-10 a_venir',
      'fin 04-17 a_venir',
      'bilan-3 04-20 a_venir',
      'bilan-10 04-27 a_venir',
    ]);
    expect(gardes()).toBe(0);
  });

  test('one click holds a point, another takes it back and leaves nothing behind', async () => {
    e.nousSommesLe('2026-04-08');
    await e.reussir('immersions.donePoint', { id, cle: 'debut' });
    expect((await points())[0]).toBe('debut 04-07 tenu');
    await e.reussir('immersions.donePoint', { id, cle: 'debut', fait: false });
    expect((await points())[0]).toBe('debut 04-07 en_retard');
    expect(gardes()).toBe(0);
  });

  test('a held point keeps who was there, what each said and the next day', async () => {
    e.nousSommesLe('2026-04-10');
    const { sollicitationId } = await e.reussir('immersions.savePoint', {
      id,
      cle: 'semaine-2026-04-06',
      faitLe: '2026-04-10',
      presents: ['personne', 'tuteur'],
      canal: 'visite',
      personne: 'Contente de l’atelier.',
      suite: 'Essayer le diagnostic seule.',
      prochain: '2026-04-14',
    });
    expect(sollicitationId).toBeNull();
    expect(await e.reussir('sollicitations.journal', {})).toMatchObject({ total: 0 });
    const { points: tenus } = await e.reussir('immersions.suivi', { id });
    const tenu = tenus.find(({ cle }) => cle === 'semaine-2026-04-06')!;
    expect(tenu).toMatchObject({
      etat: 'tenu',
      contenu: {
        presents: ['personne', 'tuteur'],
        suite: 'Essayer le diagnostic seule.',
        prochain: '2026-04-14',
      },
    });
    expect(tenus.map(({ titre }) => titre)).toContain('Point convenu le 10/04/2026');
    // Corrected: the agreed day goes with it.
    await e.reussir('immersions.savePoint', { id, cle: 'semaine-2026-04-06', faitLe: '2026-04-10' });
    expect((await points()).join()).not.toContain('suite-');
  });

  test('goes to the history of the host when asked, and only then', async () => {
    e.nousSommesLe('2026-04-10');
    const { sollicitationId } = await e.reussir('immersions.savePoint', {
      id,
      cle: 'debut',
      faitLe: '2026-04-07',
      tuteur: 'Ponctuelle et curieuse.',
      echange: true,
    });
    const { lignes } = await e.reussir('sollicitations.journal', {});
    expect(lignes).toHaveLength(1);
    expect(lignes[0]).toMatchObject({
      id: sollicitationId,
      date: '2026-04-07',
      texte: 'Tuteur : Ponctuelle et curieuse.',
      objet: 'Immersion de A. Diallo : premier jour',
    });
  });

  test('a host that asked for silence is still followed, but nothing goes to its history', async () => {
    await e.reussir('reseau.silence', {
      id: personnes.organisationId,
      motif: 'demande',
      note: '',
    });
    e.nousSommesLe('2026-04-08');
    expect((await duJour()).points).toContain('debut en_retard');
    const entree = { id, cle: 'debut', faitLe: '2026-04-08' } as const;
    expect(await refus('immersions.savePoint', { ...entree, echange: true })).toMatchObject({
      champs: { echange: expect.stringContaining('n’est plus à contacter') },
    });
    expect(gardes()).toBe(0);
    await e.reussir('immersions.savePoint', entree);
  });

  test('moves to another day, and back', async () => {
    const { avant } = await e.reussir('immersions.movePoint', { id, cle: 'fin', echeance: '2026-04-16' });
    expect(avant).toBe('2026-04-17');
    expect(await points()).toContain('fin 04-16 a_venir');
    await e.reussir('immersions.movePoint', { id, cle: 'fin', echeance: avant });
    expect(await points()).toContain('fin 04-17 a_venir');
    expect(gardes()).toBe(0);
    expect(await refus('immersions.movePoint', { id, cle: 'fin', echeance: '2026-04-06' })).toMatchObject({
      champs: { echeance: 'L’immersion commence le 07/04/2026.' },
    });
    expect(await refus('immersions.movePoint', { id, cle: 'fin', echeance: '2028-04-06' })).toMatchObject({
      code: 'regle',
    });
    e.nousSommesLe('2026-04-17');
    await e.reussir('immersions.donePoint', { id, cle: 'fin' });
    expect(await refus('immersions.movePoint', { id, cle: 'fin', echeance: '2026-04-20' })).toMatchObject({
      message: 'Ce point a été tenu : sa date ne bouge plus.',
    });
  });

  test('is added, taken off and put back', async () => {
    const { cle } = await e.reussir('immersions.addPoint', {
      id,
      titre: 'Essayer la caisse',
      echeance: '2026-04-09',
    });
    expect(await points()).toContain(`${cle} 04-09 a_venir`);
    for (const celui of [cle, 'fin']) {
      await e.reussir('immersions.removePoint', { id, cle: celui });
      expect((await points()).join()).not.toContain(celui);
      await e.reussir('immersions.restorePoint', { id, cle: celui });
      expect((await points()).join()).toContain(celui);
    }
    expect(gardes()).toBe(1);
  });

  test('follow the dates, the stop and the cancellation of the immersion', async () => {
    e.nousSommesLe('2026-04-13');
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-10', motif: 'Trajet trop long.' });
    expect(await points()).toEqual(['bilan-3 04-13 du', 'bilan-10 04-20 a_venir']);
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(await points()).toContain('semaine-2026-04-06 04-10 en_retard');
    await e.reussir('immersions.changeStatut', { id, statut: 'annulee', motif: 'Fermeture.' });
    expect(await points()).toEqual([]);
  });

  test('hostile: a point that is none, a future day, a channel of no list', async () => {
    const entree = { id, cle: 'debut', faitLe: '2026-03-24' };
    expect(await refus('immersions.donePoint', { id, cle: 'semaine-2030-01-07' })).toMatchObject({
      code: 'introuvable',
    });
    expect(await refus('immersions.donePoint', { id: idDeRang(999), cle: 'debut' })).toMatchObject({
      code: 'introuvable',
    });
    expect(await refus('immersions.restorePoint', { id, cle: 'debut' })).toMatchObject({
      code: 'introuvable',
    });
    expect(await refus('immersions.savePoint', { ...entree, faitLe: '2026-03-25' })).toMatchObject({
      champs: { faitLe: 'Un point tenu ne peut pas être daté dans le futur.' },
    });
    expect(await refus('immersions.savePoint', { ...entree, canal: 'pigeon' })).toMatchObject({
      champs: { canal: expect.any(String) },
    });
    expect(await refus('immersions.savePoint', { ...entree, prochain: '2026-03-24' })).toMatchObject({
      champs: { prochain: 'Le prochain point vient après celui-ci.' },
    });
    expect(await refus('immersions.addPoint', { id, titre: ' ', echeance: '2026-04-09' })).toMatchObject({
      champs: { titre: 'Dites de quoi il s’agira.' },
    });
    expect(gardes()).toBe(0);
  });
});

describe('in Aujourd’hui', () => {
  test('what is due, late, or due within the week; one line at most for each immersion', async () => {
    expect(await duJour()).toMatchObject({ points: [], comptes: [0, 0] });
    e.nousSommesLe('2026-04-01');
    expect(await duJour()).toMatchObject({ points: ['debut a_venir'], comptes: [0, 0] });
    e.nousSommesLe('2026-04-10');
    expect(await duJour()).toMatchObject({
      points: ['semaine-2026-04-06 du', 'fin a_venir'],
      comptes: [0, 1],
    });
    e.nousSommesLe('2026-04-22');
    expect(await duJour()).toMatchObject({ points: [], bilans: ['bilan-3 en_retard'], comptes: [1, 0] });
  });

  test('those of the référent, or of nobody; all of them for the team', async () => {
    const { membres } = await e.reussir('parametres.saveEquipe', {
      membres: [
        { id: personnes.referentId, prenom: 'Karine', nom: 'Brunet', fonction: '' },
        { prenom: 'Denis', nom: 'Morel', fonction: '' },
      ],
    });
    e.nousSommesLe('2026-04-07');
    await e.reussir('parametres.chooseMembre', { id: membres[1]!.id });
    expect((await duJour('moi')).points).toEqual([]);
    expect((await duJour('equipe')).points).toEqual(['debut du', 'semaine-2026-04-06 a_venir']);
    const { points: lignes } = await e.reussir('immersions.suiviDuJour', { qui: 'equipe' });
    expect(lignes[0]).toMatchObject({
      immersionId: id,
      referent: { nom: 'K. Brunet' },
      tuteur: { nom: 'Léa Martin' },
      organisation: { nom: 'Atelier du Réemploi' },
    });
  });

  test('a point agreed on long after the end is not forgotten', async () => {
    await e.reussir('immersions.addPoint', { id, titre: 'Rappeler', echeance: '2026-09-01' });
    e.nousSommesLe('2026-09-02');
    expect(await duJour()).toMatchObject({ points: [expect.stringContaining('en_retard')], bilans: [] });
  });
});

describe('presences', () => {
  const faites = () => e.depot.base().sqlite.prepare('SELECT minutes_faites FROM immersion').pluck().get();
  const noter = (...jours: Entree<'immersions.savePresences'>['jours']) =>
    e.reussir('immersions.savePresences', { id, jours });

  test('the hours done follow each day typed, and are the planned ones again when it is taken back', async () => {
    expect(faites()).toBeNull();
    await noter({ date: '2026-04-08', minutes: 0, motif: 'absence_justifiee' });
    expect(faites()).toBe(8 * 420);
    await noter(
      { date: '2026-04-11', minutes: 240, motif: 'heures_en_plus' },
      { date: '2026-04-09', minutes: 420, note: 'Arrivée par le bus de 8 h.' },
    );
    expect(faites()).toBe(8 * 420 + 240);
    const { presences } = await e.reussir('immersions.suivi', { id });
    expect(presences).toMatchObject({ prevues: 9 * 420, faites: 8 * 420 + 240, horsPeriode: [] });
    await noter(...['2026-04-08', '2026-04-09', '2026-04-11'].map((date) => ({ date, minutes: null })));
    expect(faites()).toBeNull();
  });

  test('a day outside, a difference without its reason: refused, and nothing is kept', async () => {
    const jours = [
      { date: '2026-04-08', minutes: 0 },
      { date: '2026-04-20', minutes: 0, motif: 'retard' as const },
    ];
    expect((await refus('immersions.savePresences', { id, jours }))?.champs).toEqual({
      'jours.0.motif': 'Choisissez le motif : il explique l’écart.',
      'jours.1.date': 'L’immersion va du 07/04/2026 au 17/04/2026.',
    });
    expect(
      await refus('immersions.savePresences', { id, jours: [{ date: '2026-04-08', minutes: 1441 }] }),
    ).toMatchObject({ champs: { 'jours.0.minutes': 'Une journée compte 24 heures.' } });
    expect(faites()).toBeNull();
  });

  test('dates that change leave out the days they do not hold, say so, and count them again if they come back', async () => {
    await noter({ date: '2026-04-08', minutes: 0, motif: 'retard' });
    await noter({ date: '2026-04-16', minutes: 0, motif: 'retard' });
    e.nousSommesLe('2026-04-13');
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-10', motif: 'Trajet trop long.' });
    expect(faites()).toBe(3 * 420);
    expect((await e.reussir('immersions.suivi', { id })).presences.horsPeriode).toMatchObject([
      { date: '2026-04-16' },
    ]);
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(faites()).toBe(7 * 420);
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-10', motif: 'Trajet trop long.' });
    expect(await e.reussir('immersions.dropPresences', { id })).toEqual({ retirees: 1 });
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    expect(faites()).toBe(8 * 420);
  });

  test('new dates on the form count again', async () => {
    await noter({ date: '2026-04-08', minutes: 0, motif: 'retard' });
    await e.reussir('immersions.changeStatut', { id, statut: 'brouillon' });
    const saisie = saisieComplete(personnes.salarieId, personnes.organisationId, { debut: '2026-04-09' });
    await e.reussir('immersions.update', { id, ...saisie });
    expect(faites()).toBeNull();
  });
});

describe('hours to declare', () => {
  const csv = async (du: string, au: string) => {
    await e.reussir('immersions.heuresExport', { du, au, format: 'csv' });
    return new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu).split('\r\n').slice(1, -1);
  };

  test('of a suspended contract only, month by month, as they were really done, never those to come', async () => {
    const suspendue = await immersionSignee({
      modeContrat: 'suspendu',
      debut: '2026-04-28',
      fin: '2026-05-06',
    });
    await e.reussir('immersions.savePresences', {
      id: suspendue,
      jours: [{ date: '2026-04-29', minutes: 0, motif: 'absence_justifiee' }],
    });
    e.nousSommesLe('2026-05-05');
    expect(await csv('2026-04-01', '2026-05-31')).toEqual([
      'avril 2026;Diallo;Aminata;2026-002;Atelier du Réemploi;424 143 089 00037;28/04/2026;06/05/2026;2;21;14;Les Ateliers du Val',
      // 1 May is off; the 6th has not come.
      'mai 2026;Diallo;Aminata;2026-002;Atelier du Réemploi;424 143 089 00037;28/04/2026;06/05/2026;2;14;14;Les Ateliers du Val',
    ]);
    expect(await csv('2026-05-05', '2026-05-31')).toEqual([expect.stringContaining(';1;7;7;')]);
    expect(await e.reussir('immersions.heures', { du: '2026-04-01', au: '2026-05-31' })).toEqual({
      lignes: 2,
      personnes: 1,
      minutes: 28 * 60,
    });
    await e.reussir('immersions.heuresExport', { du: '2026-04-01', au: '2026-05-31', format: 'xlsx' });
    expect(e.traces.fichiers.at(-1)!.nom).toBe('heures-immersions-suspendues-2026-04-01-2026-05-31.xlsx');
  });

  test('nothing before it begins, nothing for a cancelled one, and the days in order', async () => {
    const suspendue = await immersionSignee({
      modeContrat: 'suspendu',
      debut: '2026-04-28',
      fin: '2026-05-06',
    });
    expect(await csv('2026-01-01', '2026-12-31')).toEqual([]);
    e.nousSommesLe('2026-05-05');
    await e.reussir('immersions.changeStatut', { id: suspendue, statut: 'annulee', motif: 'Fermeture.' });
    expect(await csv('2026-01-01', '2026-12-31')).toEqual([]);
    expect(await refus('immersions.heures', { du: '2026-02-01', au: '2026-01-01' })).toMatchObject({
      champs: { au: 'Le dernier jour précède le premier.' },
    });
  });
});

describe('accidents', () => {
  const ACCIDENT = {
    date: '2026-04-10',
    heure: 600,
    lieu: 'Atelier, poste de tri',
    circonstances: 'Chute d’un carton pendant le tri.',
  };
  const noter = (reste: Partial<Entree<'immersions.saveAccident'>> = {}) =>
    e.reussir('immersions.saveAccident', { id, ...ACCIDENT, ...reste });
  const lire = async () => (await e.reussir('immersions.suivi', { id })).accidents;

  beforeEach(() => e.nousSommesLe('2026-04-10'));

  test('carries its steps and deadlines, shows until it is declared', async () => {
    const { accidentId } = await noter();
    expect((await lire())[0]).toMatchObject({
      ...ACCIDENT,
      etapes: [
        { code: 'informe', limite: '2026-04-11T10:00', faitLe: null },
        // Friday to Monday: the Sunday is left out.
        { code: 'declare', limite: '2026-04-13T10:00', faitLe: null },
      ],
    });
    expect(await duJour()).toMatchObject({ accidents: ['informe'], comptes: [0, 2] });
    const etape = { accidentId, etape: 'informe', instant: '2026-04-10T11:00' } as const;
    expect(await e.reussir('immersions.stepAccident', { ...etape, instant: 'maintenant' })).toEqual({
      avant: null,
    });
    expect(await e.reussir('immersions.stepAccident', etape)).toEqual({ avant: '2026-04-10T12:00' });
    expect((await lire())[0]!.etapes[1]!.limite).toBe('2026-04-13T11:00');
    expect((await duJour()).accidents).toEqual(['declare']);
    e.nousSommesLe('2026-04-13');
    expect((await duJour()).comptes[0]).toBe(2);
    await e.reussir('immersions.stepAccident', {
      accidentId,
      etape: 'declare',
      instant: '2026-04-13T09:00',
    });
    expect((await duJour()).accidents).toEqual([]);
    expect(
      await e.reussir('immersions.stepAccident', { accidentId, etape: 'declare', instant: null }),
    ).toEqual({ avant: '2026-04-13T09:00' });
    expect((await duJour()).accidents).toEqual(['declare']);
  });

  test('is everybody’s, whoever follows the immersion', async () => {
    await noter();
    const { membres } = await e.reussir('parametres.saveEquipe', {
      membres: [
        { id: personnes.referentId, prenom: 'Karine', nom: 'Brunet', fonction: '' },
        { prenom: 'Denis', nom: 'Morel', fonction: '' },
      ],
    });
    await e.reussir('parametres.chooseMembre', { id: membres[1]!.id });
    expect(await duJour('moi')).toMatchObject({ points: [], accidents: ['informe'] });
  });

  test('an ETTI under a suspended contract passes it on to its prescriber', async () => {
    await e.reussir('parametres.saveStructure', {
      raisonSociale: 'Val Intérim',
      genre: 'ETTI',
      siret: '',
      adresse: '2 place du Marché',
      codePostal: '63200',
      ville: 'Riom',
      telephone: '',
      courriel: '',
      conventionNumero: '',
      logo: '',
    });
    id = await immersionSignee({
      debut: '2026-04-10',
      fin: '2026-04-14',
      modeContrat: 'suspendu',
      prescripteurNom: 'Cap emploi 63',
      prescripteurAdresse: '3 rue du Port, 63000 Clermont-Ferrand',
      prescripteurReferent: 'Inès Roux, conseillère',
    });
    await noter({ heure: 540, informeLe: '2026-04-10T10:00' });
    const { accidents, declarant } = await e.reussir('immersions.suivi', { id });
    expect(declarant).toMatchObject({ qualite: 'prescripteur', nom: 'Cap emploi 63', nous: false });
    expect(accidents[0]!.etapes.map(({ code }) => code)).toEqual(['informe', 'transmis', 'declare']);
  });

  test('is corrected, archived and put back', async () => {
    const { accidentId } = await noter();
    await noter({ accidentId, trajet: true, lieu: 'Arrêt de bus' });
    expect(await lire()).toMatchObject([{ id: accidentId, trajet: true, lieu: 'Arrêt de bus' }]);
    await e.reussir('immersions.archiveAccident', { accidentId });
    expect([await lire(), (await duJour()).accidents]).toEqual([[], []]);
    await e.reussir('immersions.restoreAccident', { accidentId });
    expect(await lire()).toHaveLength(1);
  });

  test('refuses what cannot be', async () => {
    const { accidentId } = await noter();
    const entree = { id, ...ACCIDENT };
    expect(await refus('immersions.saveAccident', { ...entree, date: '2026-04-06' })).toMatchObject({
      champs: { date: 'L’immersion va du 07/04/2026 au 17/04/2026.' },
    });
    expect(await refus('immersions.saveAccident', { ...entree, date: '2026-04-11' })).toMatchObject({
      champs: { date: 'Un accident ne peut pas être daté dans le futur.' },
    });
    expect(await refus('immersions.saveAccident', { ...entree, heure: 13 * 60 })).toMatchObject({
      champs: { heure: 'Ce moment est dans le futur.' },
    });
    expect(
      await refus('immersions.saveAccident', { ...entree, informeLe: '2026-04-10T09:00' }),
    ).toMatchObject({ champs: { informeLe: 'Ce moment précède l’accident.' } });
    expect(
      await refus('immersions.saveAccident', { ...entree, informeLe: '2026-02-30T09:00' }),
    ).toMatchObject({ champs: { informeLe: 'Cette date n’existe pas (attendu : jj/mm/aaaa).' } });
    expect(await refus('immersions.saveAccident', { ...entree, circonstances: '  ' })).toMatchObject({
      champs: { circonstances: 'Dites en quelques mots ce qui s’est passé.' },
    });
    expect(
      await refus('immersions.stepAccident', { accidentId, etape: 'declare', instant: '2026-04-10T09:59' }),
    ).toMatchObject({ champs: { instant: 'Ce moment précède l’accident.' } });
    const autre = await immersionSignee({ debut: '2026-04-08', fin: '2026-04-14' });
    expect(await refus('immersions.saveAccident', { ...entree, id: autre, accidentId })).toMatchObject({
      code: 'introuvable',
    });
    expect(await refus('immersions.archiveAccident', { accidentId: idDeRang(999) })).toMatchObject({
      code: 'introuvable',
    });
  });
});
