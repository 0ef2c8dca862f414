import { describe, expect, test } from 'vitest';
import {
  lireReponses,
  type MomentFse,
  questionnaireDe,
  questionsSansReponse,
  type Reponses,
} from '../../shared/fse/questionnaire.ts';
import {
  ageFse,
  chomeurLongueDuree,
  dueDe,
  emploiSixMois,
  enVigueur,
  etatSixMois,
  etatSortie,
  jugerParticipation,
  type LigneFse,
  manquesDe,
  participationsDe,
  resultatsSortie,
} from '../../shared/fse/regles.ts';

let rang = 0;
function ligne(
  moment: MomentFse,
  date: string,
  reponses: Reponses = {},
  reste: Partial<LigneFse> = {},
): LigneFse {
  return {
    id: `l${++rang}`,
    participation: 1,
    conventionId: 'c',
    moment,
    date,
    recueilliLe: date,
    version: '2026-1',
    reponses,
    corrigeId: null,
    annulee: false,
    ...reste,
  };
}
const une = (...lignes: LigneFse[]) => participationsDe(lignes)[0]!;
const entree = (date: string, reponses: Reponses = { situation: 'inactif' }) =>
  ligne('entree', date, reponses);

describe('questionnaire', () => {
  const poser = (moment: MomentFse, reponses: Reponses) => lireReponses(questionnaireDe(moment), reponses);

  test('an answer to a question that is not asked any more is dropped, one that is not offered is named', () => {
    expect(poser('entree', { situation: 'emploi', duree_recherche: '12_23', niveau: '' }).reponses).toEqual({
      situation: 'emploi',
    });
    expect(poser('entree', { niveau: 'bac' }).faute?.code).toBe('niveau');
    expect(poser('sortie', { niveau: '0_2' }).faute?.code).toBe('niveau');
    expect(poser('entree', { constructor: 'oui' } as Reponses).faute?.code).toBe('constructor');
  });

  test('somebody who could not be reached leaves nothing else to ask', () => {
    const { reponses } = poser('sortie', { situation: 'sans_reponse', qualification: 'oui' });
    expect(reponses).toEqual({ situation: 'sans_reponse' });
    expect(questionsSansReponse(questionnaireDe('sortie'), reponses)).toEqual([]);
  });

  test('what sensitive questions offer holds a way not to answer', () => {
    for (const { sensible, choix } of questionnaireDe('entree').questions)
      expect(choix.some(({ code }) => code === 'nsp')).toBe(sensible ?? false);
  });
});

describe('who counts', () => {
  test('a day is no participation, two are', () => {
    const de = (sortie: string) => jugerParticipation(une(entree('2026-03-02'), ligne('sortie', sortie)));
    expect(de('2026-03-02').participant).toBe(false);
    expect(de('2026-03-03')).toEqual({
      participant: true,
      pourquoi: 'Participation de 2 jours, du 02/03/2026 au 03/03/2026.',
    });
  });

  test('the last word of a chain of corrections counts; a withdrawn one does not', () => {
    const premiere = entree('2026-01-05');
    const seconde = { ...entree('2026-01-06'), corrigeId: premiere.id };
    const retrait = { ...entree('2026-01-06'), corrigeId: seconde.id, annulee: true };
    expect(enVigueur([premiere, seconde])).toEqual([seconde]);
    expect(enVigueur([premiere, seconde, retrait])).toEqual([]);
    expect(participationsDe([premiere, seconde, retrait])).toEqual([]);
  });

  test('ages on the day of the entry, at each side of each limit', () => {
    const le = (jour: string) => ageFse('2008-03-10', jour);
    expect([le('2026-03-09'), le('2026-03-10')]).toEqual(['moins_18', '18_29']);
    expect([le('2038-03-09'), le('2038-03-10')]).toEqual(['18_29', '30_54']);
    expect([le('2063-03-09'), le('2063-03-10')]).toEqual(['30_54', '55_plus']);
  });

  test('long-term unemployment: six months before 25, twelve from then on', () => {
    const de = (duree: string, jour: string) =>
      chomeurLongueDuree({ situation: 'chomage', duree_recherche: duree }, '2001-03-10', jour);
    expect([de('6_11', '2026-03-09'), de('6_11', '2026-03-10')]).toEqual([true, false]);
    expect([de('moins_6', '2026-03-09'), de('12_23', '2026-03-10')]).toEqual([false, true]);
    expect(chomeurLongueDuree({ situation: 'emploi' }, '2001-03-10', '2026-03-10')).toBe(false);
    expect(chomeurLongueDuree({}, '2001-03-10', '2026-03-10')).toBe(null);
    expect(chomeurLongueDuree({ situation: 'chomage' }, '2001-03-10', '2026-03-10')).toBe(null);
  });
});

describe('results', () => {
  test('not asked yet, not asked, no answer and answered are four things', () => {
    const sortie = (reponses: Reponses) => une(entree('2026-01-05'), ligne('sortie', '2026-02-27', reponses));
    expect(etatSortie(une(entree('2026-01-05')), '2026-12-31')).toBe('pas_encore');
    expect(etatSortie(sortie({}), '2026-03-27')).toBe('pas_encore');
    expect(etatSortie(sortie({}), '2026-03-28')).toBe('non_demande');
    expect(etatSortie(sortie({ situation: 'sans_reponse' }), '2026-03-28')).toBe('sans_reponse');
    expect(etatSortie(sortie({ situation: 'cdi' }), '2026-03-28')).toBe('repondu');
    expect(etatSixMois(sortie({ situation: 'cdi' }), '2026-08-26')).toBe('pas_encore');
    expect(etatSixMois(sortie({ situation: 'cdi' }), '2026-08-27')).toBe('non_demande');
  });

  test('several results may be true at once; seeking a job is one for who sought none', () => {
    const sortie = (avant: string, situation: string, qualification = 'non') =>
      resultatsSortie(
        une(
          entree('2026-01-05', { situation: avant }),
          ligne('sortie', '2026-02-27', { situation, qualification }),
        ),
      );
    expect(sortie('inactif', 'recherche', 'oui')).toEqual({
      emploi: false,
      formation: false,
      qualification: true,
      recherche: true,
    });
    expect(sortie('chomage', 'recherche')!.recherche).toBe(false);
    expect(sortie('chomage', 'siae')!.emploi).toBe(true);
    expect(sortie('chomage', 'sans_reponse')).toBe(null);
    const apres = (situation: string) =>
      emploiSixMois(
        une(
          entree('2026-01-05'),
          ligne('sortie', '2026-02-27'),
          ligne('six_mois', '2026-09-01', { situation }),
        ),
      );
    expect([apres('cdi'), apres('formation'), apres('sans_reponse')]).toEqual([true, false, null]);
  });
});

describe('what is missing', () => {
  const alentour = { today: '2026-03-24', departLe: null, convention: null };

  test('a convention, or an entry out of its period, is said', () => {
    const dire = (participation: ReturnType<typeof une>, convention: { debut: string; fin: string } | null) =>
      manquesDe(participation, { ...alentour, convention }).map(({ phrase }) => phrase);
    const sans = une({ ...entree('2026-01-05'), conventionId: null });
    expect(dire(sans, null).at(-1)).toContain('Aucune convention');
    const avec = une(entree('2026-01-05'));
    expect(dire(avec, { debut: '2026-01-05', fin: '2026-12-31' })).toHaveLength(1);
    expect(dire(avec, { debut: '2026-01-06', fin: '2026-12-31' }).at(-1)).toContain('en dehors');
    expect(dire(avec, { debut: '2025-01-01', fin: '2026-01-04' }).at(-1)).toContain('en dehors');
  });

  test('an exit whose paper comes later is asked for until it has its answer, or a year has gone', () => {
    const sortie = une(entree('2026-01-05'), ligne('sortie', '2026-02-27'));
    const due = (today: string) => dueDe(sortie, { today, departLe: null });
    expect(due('2026-03-27')).toMatchObject({ moment: 'sortie', echeance: '2026-03-27', retard: false });
    expect(due('2026-03-28')).toMatchObject({ moment: 'sortie', retard: true });
    expect(due('2027-02-26')).toMatchObject({ moment: 'sortie' });
    expect(due('2027-02-27')).toBe(null);
    const unJour = une(entree('2026-02-27'), ligne('sortie', '2026-02-27'));
    expect(dueDe(unJour, { today: '2026-09-30', departLe: null })).toBe(null);
  });
});
