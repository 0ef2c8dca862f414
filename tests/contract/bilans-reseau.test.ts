import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { type Faits, idDe, lireLigne, planter } from '../bilans-appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const ANNEE = { debut: '2025-01-01', fin: '2025-12-31' };

/** The figure, and the year before. */
async function chiffres(code: string, periode = ANNEE): Promise<[number | null, number | null | undefined]> {
  const { mesure, precedente } = await lireLigne(e, code, [], periode);
  return [mesure.valeur, precedente?.valeur];
}
const chiffre = async (code: string, periode = ANNEE) => (await chiffres(code, periode))[0];
const fraction = async (code: string) => {
  const { mesure, inconnus, exclus } = await lireLigne(e, code, [], ANNEE);
  return { sur: [mesure.numerateur, mesure.denominateur], inconnus, exclus };
};
async function parts(code: string, axe: string, periode = ANNEE): Promise<Record<string, number | null>> {
  const { repartitions } = await lireLigne(e, code, [axe], periode);
  return Object.fromEntries(
    repartitions[0]!.parts
      .filter(({ mesure }) => mesure.valeur !== 0)
      .map(({ code: part, mesure }) => [part, mesure.valeur]),
  );
}
const lignes = async (choix: Partial<Entree<'bilans.lignes'>> & { indicateur: string }) =>
  (await e.reussir('bilans.lignes', { ...ANNEE, ...choix })).lignes;

describe('exchanges and organisations', () => {
  test('both limits belong to the period, the days around do not', async () => {
    planter(e, {
      organisations: [{}],
      sollicitations: ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((date) => ({
        date,
        organisations: [0],
      })),
    });
    expect(await chiffres('reseau.echanges')).toEqual([2, 1]);
    const { repartitions } = await lireLigne(e, 'reseau.echanges', ['mois'], ANNEE);
    const mois = repartitions[0]!.parts.map(({ code, mesure, precedente }) => [
      code,
      mesure.valeur,
      precedente?.valeur,
    ]);
    expect(mois).toHaveLength(12);
    expect([mois[0], mois[11]]).toEqual([
      ['2025-01', 1, 0],
      ['2025-12', 1, 1],
    ]);
  });

  test('an organisation counts once, an exchange with three organisations once too', async () => {
    planter(e, {
      organisations: [{}, {}, {}],
      sollicitations: [
        { date: '2025-03-01', organisations: [0, 1, 2], canal: 'reunion' },
        { date: '2025-03-02', organisations: [0], nature: 'formation', resultat: 'accord' },
        { date: '2025-03-03', organisations: [0], sens: 'entrante', resultat: 'realisee' },
      ],
    });
    expect(await chiffre('reseau.contactees')).toBe(3);
    expect(await chiffre('reseau.echanges')).toBe(3);
    expect(await chiffre('reseau.echanges_par_organisation')).toBe(100);
    expect(await chiffre('reseau.recus')).toBe(1);
    expect([await chiffre('reseau.accords_obtenus'), await chiffre('reseau.actions')]).toEqual([1, 1]);
    expect(await parts('reseau.echanges', 'canal')).toEqual({ reunion: 1, telephone: 2 });
    expect(await parts('reseau.echanges', 'nature')).toEqual({ formation: 1, '': 2 });
  });

  test('new: no exchange at all before the period, even years before; archived exchanges never happened', async () => {
    planter(e, {
      organisations: [{}, {}, {}],
      sollicitations: [
        { date: '2019-05-05', organisations: [0] },
        { date: '2025-05-05', organisations: [0] },
        { date: '2019-05-05', organisations: [1], archivee: true },
        { date: '2025-05-05', organisations: [1] },
        { date: '2025-05-05', organisations: [2], archivee: true },
      ],
    });
    expect([await chiffre('reseau.contactees'), await chiffre('reseau.nouvelles')]).toEqual([2, 1]);
    const [nouvelle] = await lignes({ indicateur: 'reseau.nouvelles' });
    expect(nouvelle!.id).toBe(idDe('organisation', 1));
  });

  test('reached: an exchange got an answer; engaged: one ended in an agreement or an action', async () => {
    planter(e, {
      organisations: [{}, {}, {}],
      sollicitations: [
        { date: '2025-05-05', organisations: [0], resultat: 'sans_reponse' },
        { date: '2025-05-05', organisations: [1], resultat: 'sans_reponse' },
        { date: '2025-05-06', organisations: [1], resultat: 'refus' },
        { date: '2025-05-06', organisations: [2], resultat: 'realisee' },
      ],
    });
    expect((await fraction('reseau.jointes')).sur).toEqual([2, 3]);
    expect((await fraction('entonnoir.engagement')).sur).toEqual([1, 3]);
  });

  test('withdrawn from the network since, an organisation stays in the figures and its row says so', async () => {
    planter(e, {
      organisations: [{ nom: 'Fermée', archivee: true }],
      sollicitations: [{ date: '2025-05-05', organisations: [0] }],
    });
    expect((await lignes({ indicateur: 'reseau.contactees' }))[0]!.detail).toContain('retirée du réseau');
  });

  test('lost: asked for silence in the period, or lost since a last exchange that is in it', async () => {
    planter(e, {
      organisations: [
        { nom: 'Silence', silence: '2025-12-31' },
        { nom: 'Perdue', stade: 'perdue' },
        { nom: 'Perdue plus tard', stade: 'perdue' },
        { nom: 'Silence avant', silence: '2024-12-31' },
        { nom: 'Jamais contactée', stade: 'perdue' },
      ],
      sollicitations: [
        { date: '2025-06-01', organisations: [1, 2, 3] },
        { date: '2026-01-02', organisations: [2] },
      ],
    });
    const perdues = await lignes({ indicateur: 'reseau.perdues' });
    expect(perdues.map(({ titre }) => titre)).toEqual(['Perdue', 'Silence']);
    expect(await chiffre('reseau.contactees')).toBe(3);
  });

  test('over-solicited: measured on the last day of the period, not today', async () => {
    const demandes = (mois: string) =>
      [1, 2, 3, 4, 5].map((jour) => ({ date: `${mois}-0${jour}`, nature: 'formation', organisations: [0] }));
    planter(e, { organisations: [{}, {}], sollicitations: demandes('2025-11') });
    expect(await chiffre('reseau.saturees')).toBe(1);
    expect(await chiffre('reseau.saturees', { debut: '2025-01-01', fin: '2025-11-04' })).toBe(0);
    expect(await chiffre('reseau.saturees', { debut: '2026-01-01', fin: '2026-03-24' })).toBe(0);
  });

  test('a period still running stops today, and is compared with the same days', async () => {
    planter(e, {
      organisations: [{}],
      sollicitations: ['2025-03-24', '2025-03-25', '2026-03-24', '2026-03-25'].map((date) => ({
        date,
        organisations: [0],
      })),
    });
    const annee = { debut: '2026-01-01', fin: '2026-12-31' };
    const lu = await e.reussir('bilans.mesurer', { ...annee, indicateurs: [{ code: 'reseau.echanges' }] });
    expect(lu.arreteAu).toBe('2026-03-24');
    expect(await chiffres('reseau.echanges', annee)).toEqual([1, 1]);
  });

  test('a period not begun counts nothing, not even what spans its first day', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [{ salarie: 0, organisation: 0, debut: '2026-03-20', fin: '2027-01-10', statut: 'signee' }],
      embauches: [{ organisation: 0, salarie: 0, date: '2027-01-04' }],
    });
    const demain = { debut: '2027-01-01', fin: '2027-12-31' };
    for (const code of ['immersions.total', 'entonnoir.embauches', 'reseau.contactees', 'reseau.perdues'])
      expect(await chiffres(code, demain), code).toEqual([0, undefined]);
  });

  test('follow-ups: done in the period, due in it, and both limits', async () => {
    planter(e, {
      organisations: [{}],
      relances: [
        { organisation: 0, echeance: '2024-12-30', faitLe: '2025-01-01' },
        { organisation: 0, echeance: '2025-12-31', faitLe: '2026-01-05' },
        { organisation: 0, echeance: '2025-06-01' },
        { organisation: 0, echeance: '2025-06-01', faitLe: '2025-06-01', archivee: true },
      ],
    });
    expect(await chiffre('reseau.relances_faites')).toBe(1);
    expect((await fraction('reseau.relances_tenues')).sur).toEqual([1, 2]);
    const echues = await lignes({ indicateur: 'reseau.relances_tenues', place: 'base' });
    expect(echues.map(({ detail }) => detail)).toEqual([
      'Rappeler · prévue le 31/12/2025',
      'Rappeler · prévue le 01/06/2025 · pas encore faite',
    ]);
  });

  test('causes add up to the refusals and to the unmet requests, those without one included', async () => {
    const echange = { date: '2025-05-05', organisations: [0] };
    planter(e, {
      organisations: [{}],
      sollicitations: [
        { ...echange, resultat: 'refus', cause: 'prix' },
        { ...echange, resultat: 'refus', cause: 'prix' },
        { ...echange, resultat: 'refus' },
        { ...echange, resultat: 'non_honoree', cause: 'langue' },
        { ...echange, resultat: 'accord' },
      ],
    });
    expect(await parts('reseau.refus', 'cause')).toEqual({ prix: 2, '': 1 });
    expect(await parts('reseau.non_honorees', 'cause')).toEqual({ langue: 1 });
    const sansCause = { indicateur: 'reseau.refus', parts: [{ axe: 'cause' as const, code: '' }] };
    expect(await lignes(sansCause)).toHaveLength(1);
  });

  test('a channel of the structure is counted and told in its own words', async () => {
    e.depot
      .base()
      .sqlite.prepare(
        "INSERT INTO nomenclature_valeur (liste, code, label, created_at, updated_at) VALUES ('canaux', 'radio', 'Radio locale', '', '')",
      )
      .run();
    planter(e, {
      organisations: [{}],
      sollicitations: [{ date: '2025-05-05', organisations: [0], canal: 'radio' }],
    });
    const { repartitions } = await lireLigne(e, 'reseau.echanges', ['canal'], ANNEE);
    expect(repartitions[0]!.parts.find(({ code }) => code === 'radio')).toMatchObject({
      nom: 'Radio locale',
      mesure: { valeur: 1 },
    });
    expect((await lignes({ indicateur: 'reseau.echanges' }))[0]!.detail).toContain('Radio locale');
  });
});

describe('immersions', () => {
  const faits: Faits = {
    organisations: [{ genre: 'public' }, { genre: 'marchand' }],
    salaries: [{ sexe: 'F' }, { sexe: 'H' }, { sexe: '' }],
    immersions: [
      // A full week of 2025: 35 h.
      { salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-07' },
      { salarie: 0, organisation: 1, debut: '2025-04-07', fin: '2025-04-11', objet: 'recruter' },
      { salarie: 1, organisation: 1, debut: '2025-03-03', fin: '2025-03-07', statut: 'prete' },
      { salarie: 2, organisation: 1, debut: '2025-03-03', fin: '2025-03-07', statut: 'signee' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', statut: 'brouillon' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', statut: 'annulee' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', statut: 'refusee' },
      { salarie: 1, organisation: 1, debut: '2025-05-05', fin: '2025-05-07', archivee: true },
      { salarie: 1, organisation: 1, debut: null, fin: null, statut: 'prete' },
    ],
  };

  test('drafts, refused, cancelled and archived ones do not count; persons and hosts count once, unknown shown', async () => {
    planter(e, faits);
    const codes = ['immersions.total', 'immersions.personnes', 'immersions.hotes', 'immersions.heures'];
    expect(await Promise.all(codes.map((code) => chiffre(code)))).toEqual([4, 3, 2, 4 * 2100]);
    expect(await parts('immersions.total', 'sexe')).toEqual({ F: 2, H: 1, '': 1 });
    expect(await parts('immersions.personnes', 'sexe')).toEqual({ F: 1, H: 1, '': 1 });
    expect(await parts('immersions.heures', 'objet')).toEqual({ decouvrir: 6300, recruter: 2100 });
    expect(await parts('immersions.hotes', 'hote')).toEqual({ public: 1, marchand: 1 });
    expect(await chiffre('immersions.par_hote')).toBe(200);
    const recruter = [{ axe: 'objet' as const, code: 'recruter' }];
    expect(await lignes({ indicateur: 'immersions.total', parts: recruter })).toHaveLength(1);
  });

  test('astride the period: counted in both years, hours only for the days of each', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      // Monday 29/12/2025 to Friday 09/01/2026; the 1st of January is a holiday: 3 days, then 1 + 5.
      immersions: [{ salarie: 0, organisation: 0, debut: '2025-12-29', fin: '2026-01-09' }],
    });
    const apres = { debut: '2026-01-01', fin: '2026-03-31' };
    expect([await chiffre('immersions.total'), await chiffre('immersions.heures')]).toEqual([1, 3 * 420]);
    expect(await chiffre('immersions.total', apres)).toBe(1);
    expect(await chiffre('immersions.heures', apres)).toBe(6 * 420);
    expect([await chiffre('immersions.commencees'), await chiffre('immersions.commencees', apres)]).toEqual([
      1, 0,
    ]);
  });

  test('hours are those really done: absences, extra hours; a person who never came did none', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}, {}],
      immersions: [
        // Astride the year: absent on 30/12, half a day on Saturday 03/01, then as agreed.
        {
          salarie: 0,
          organisation: 0,
          debut: '2025-12-29',
          fin: '2026-01-09',
          presences: [
            { date: '2025-12-30', minutes: 0 },
            { date: '2026-01-03', minutes: 180 },
          ],
        },
        {
          salarie: 0,
          organisation: 0,
          debut: '2025-03-03',
          fin: '2025-03-07',
          presences: [{ date: '2025-03-04', minutes: 120 }],
        },
        { salarie: 1, organisation: 0, debut: '2025-06-02', fin: '2025-06-06', realisation: 'absente' },
      ],
    });
    expect(await chiffre('immersions.heures')).toBe(2 * 420 + 4 * 420 + 120);
    expect(await chiffre('immersions.heures', { debut: '2026-01-01', fin: '2026-03-31' })).toBe(
      6 * 420 + 180,
    );
  });

  test('stopped early through the application: only the days lived count, with their hours', async () => {
    const { salarieId, organisationId, referentId } = await parcours(e);
    const { id } = await e.reussir(
      'immersions.create',
      saisieComplete(salarieId, organisationId, { referentId, debut: '2026-03-30', fin: '2026-04-10' }),
    );
    await e.reussir('immersions.issue', { id });
    await e.reussir('immersions.changeStatut', { id, statut: 'signee' });
    await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-02', motif: 'Trajet trop long.' });
    e.nousSommesLe('2026-05-04');
    const annee = { debut: '2026-01-01', fin: '2026-12-31' };
    expect(await chiffre('immersions.heures', annee)).toBe(4 * 420);
    expect(await chiffre('immersions.jours_moyens', annee)).toBe(400);
  });

  test('a renewal is one immersion more; durations are told with and without it', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [
        { salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-07' },
        { salarie: 0, organisation: 0, debut: '2025-03-10', fin: '2025-03-14', renouvelle: 0 },
      ],
    });
    const codes = ['total', 'initiales', 'renouvellements', 'personnes', 'jours'].map(
      (code) => `immersions.${code}`,
    );
    expect(await Promise.all(codes.map((code) => chiffre(code)))).toEqual([2, 1, 1, 1, 10]);
    expect(await chiffre('immersions.jours_moyens')).toBe(500);
    expect(await chiffre('immersions.jours_moyens_renouvellements')).toBe(1000);
    expect(await chiffre('immersions.duree_moyenne')).toBe(35 * 60);
  });

  test('one day inside is enough, at either limit', async () => {
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [
        { salarie: 0, organisation: 0, debut: '2024-12-20', fin: '2025-01-01' },
        { salarie: 0, organisation: 0, debut: '2025-12-31', fin: '2026-01-05' },
        { salarie: 0, organisation: 0, debut: '2024-12-20', fin: '2024-12-31' },
        { salarie: 0, organisation: 0, debut: '2026-01-01', fin: '2026-01-05' },
      ],
    });
    expect(await chiffre('immersions.total')).toBe(2);
  });

  test('what followed: decided, not decided, not said yet, not over yet', async () => {
    const une = { salarie: 0, organisation: 0, debut: '2025-03-03', fin: '2025-03-07' };
    planter(e, {
      organisations: [{}],
      salaries: [{}],
      immersions: [
        { ...une, decision: 'embauche' },
        { ...une, decision: 'projet_confirme', realisation: 'partielle' },
        une,
        { ...une, debut: '2025-12-29', fin: '2026-04-10', statut: 'signee' },
      ],
    });
    const pasFinie = [{ raison: 'Pas encore finie', nombre: 1 }];
    expect(await fraction('immersions.embauche')).toEqual({ sur: [1, 2], inconnus: 1, exclus: pasFinie });
    expect(await fraction('immersions.completes')).toEqual({ sur: [1, 2], inconnus: 1, exclus: pasFinie });
    expect(await fraction('immersions.bilans')).toEqual({ sur: [2, 3], inconnus: 0, exclus: pasFinie });
    // Both bilans are closed, and neither says whether the objectifs were reached.
    expect(await fraction('immersions.objectifs_atteints')).toMatchObject({ sur: [0, 0], inconnus: 3 });
    expect(await chiffre('immersions.avec_embauche')).toBe(1);
  });

  test('ancillary costs add up, whoever pays', async () => {
    const { salarieId, organisationId, referentId } = await parcours(e);
    const { id } = await e.reussir(
      'immersions.create',
      saisieComplete(salarieId, organisationId, {
        referentId,
        debut: '2026-03-02',
        fin: '2026-03-13',
        frais: [
          { nature: 'chaussures', precision: '', centimes: 4590, payeur: 'structure' },
          { nature: 'transport', precision: 'bus', centimes: 1210, payeur: 'financeur' },
        ],
      }),
    );
    await e.reussir('immersions.issue', { id });
    expect(await chiffre('immersions.frais', { debut: '2026-01-01', fin: '2026-12-31' })).toBe(5800);
  });
});

test('hires: dated in the period, not taken back; somebody nobody follows is a hire, not a person', async () => {
  planter(e, {
    organisations: [{ genre: 'marchand' }, { genre: 'siae', archivee: true }],
    salaries: [{ sexe: 'H', prenom: 'Ali', nom: 'Œuvrard-N’Diaye' }],
    embauches: [
      { organisation: 0, salarie: 0, date: '2025-01-01' },
      { organisation: 0, salarie: 0, date: '2025-12-31', contrat: 'interim' },
      { organisation: 1, salarie: null, date: '2025-06-01', contrat: 'cdd_long' },
      { organisation: 0, salarie: 0, date: '2025-06-01', archivee: true },
      { organisation: 0, salarie: 0, date: '2026-01-01' },
    ],
  });
  expect(await chiffres('entonnoir.embauches')).toEqual([3, 0]);
  expect(await parts('entonnoir.embauches', 'contrat')).toEqual({ cdi: 1, interim: 1, cdd_long: 1 });
  expect(await parts('entonnoir.embauches', 'sexe')).toEqual({ H: 2, '': 1 });
  expect((await fraction('entonnoir.embauches_durables')).sur).toEqual([2, 3]);
  expect(await chiffre('entonnoir.personnes_embauchees')).toBe(1);
  // Who nobody knows is neither a man nor a woman: a profile that keeps one leaves it out.
  const { lignes: filtrees } = await e.reussir('bilans.mesurer', {
    ...ANNEE,
    indicateurs: [{ code: 'entonnoir.embauches' }],
    filtres: [{ axe: 'sexe', codes: ['H'] }],
  });
  expect(filtrees[0]).toMatchObject({ mesure: { valeur: 2 }, horsFiltre: false });
  expect(await chiffre('entonnoir.organisations_qui_embauchent')).toBe(2);
  const titres = (await lignes({ indicateur: 'entonnoir.embauches' })).map(({ titre }) => titre);
  expect(titres).toEqual([
    'Ali Œuvrard-N’Diaye chez Organisation 0',
    'Une personne chez Organisation 1',
    'Ali Œuvrard-N’Diaye chez Organisation 0',
  ]);
  const choix = { ...ANNEE, indicateur: 'entonnoir.embauches', format: 'csv' as const };
  await e.reussir('bilans.exporterLignes', { ...choix, pseudonymes: true });
  const cachees = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
  expect(cachees).toContain('Personne 1');
  expect(cachees).not.toContain('Œuvrard');
});
