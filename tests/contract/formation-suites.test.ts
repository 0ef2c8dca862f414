import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterSalarie, poserInscription, poserSession } from '../formation.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const situer = (
  inscriptionId: string,
  mois: 3 | 6 | 12,
  situation: Entree<'formation.saveSituation'>['situation'],
) => e.reussir('formation.saveSituation', { inscriptionId, mois, date: AUJOURDHUI, situation });

/** Four trainees of a training that ended on 12/12/2025, three months and some days ago; one had not come in. */
async function cohorte() {
  const { sessionId, actionId } = poserSession(e, { debut: '2025-12-08', fin: '2025-12-12' });
  const stagiaire = async (prenom: string, sexe: 'F' | 'H', statut = 'au_bout') =>
    poserInscription(e, {
      sessionId,
      salarieId: await ajouterSalarie(e, prenom, 'Martin', { sexe }),
      statut,
    });
  return {
    sessionId,
    actionId,
    aminata: await stagiaire('Aminata', 'F'),
    bruno: await stagiaire('Bruno', 'H'),
    chloe: await stagiaire('Chloé', 'F', 'interrompu'),
    david: await stagiaire('David', 'H'),
    ecarte: await stagiaire('Éric', 'H', 'ecarte'),
  };
}

describe('outcome', () => {
  test('rates are of those who answered; the others are said, and everything adds up', async () => {
    const c = await cohorte();
    await situer(c.aminata, 3, 'durable');
    await situer(c.bruno, 3, 'parcours');
    await situer(c.chloe, 3, 'sans_reponse');
    const { cohortes, vues, parSession, lignes } = await e.reussir('formation.suites', {});
    expect(cohortes[0]).toMatchObject({
      mois: 3,
      tous: {
        cohorte: 4,
        repondants: 2,
        dynamiques: 1,
        enParcours: 1,
        sansReponse: 1,
        nonDemandes: 1,
        pasEncore: 0,
      },
      femmes: { cohorte: 2, repondants: 1, dynamiques: 1, sansReponse: 1 },
      hommes: { cohorte: 2, repondants: 1, dynamiques: 0, nonDemandes: 1 },
    });
    expect(cohortes[1]!.tous).toMatchObject({ cohorte: 4, pasEncore: 4, repondants: 0 });
    for (const { tous, femmes, hommes } of cohortes) {
      expect(femmes.cohorte + hommes.cohorte).toBe(tous.cohorte);
      expect(tous.repondants + tous.sansReponse + tous.nonDemandes + tous.pasEncore).toBe(tous.cohorte);
      expect(tous.situations.reduce((somme, { nombre }) => somme + nombre, 0)).toBe(tous.repondants);
    }
    expect(vues).toEqual({ a_demander: 1, tous: 4, sans_reponse: 1 });
    expect(lignes.map(({ salarie }) => salarie.prenom)).toEqual(['David']);
    expect(parSession).toMatchObject([{ id: c.sessionId, mesure: { cohorte: 4 } }]);
  });

  test('a question is asked from its day on, until the next one', async () => {
    const c = await cohorte();
    const mois = async () =>
      (await e.reussir('formation.suitesDues', {}))
        .filter(({ inscriptionId }) => inscriptionId === c.david)
        .map((due) => [due.mois, due.echeance]);
    e.nousSommesLe('2026-03-11');
    expect(await mois()).toEqual([]);
    e.nousSommesLe('2026-03-12');
    expect(await mois()).toEqual([[3, '2026-03-12']]);
    e.nousSommesLe('2026-06-12');
    expect(await mois()).toEqual([[6, '2026-06-12']]);
    e.nousSommesLe('2027-06-11');
    expect(await mois()).toEqual([[12, '2026-12-12']]);
    e.nousSommesLe('2027-06-12');
    expect(await mois()).toEqual([]);
  });

  test('an answer before the end of the training, in the future, or of somebody who did not come in, is refused', async () => {
    const c = await cohorte();
    const refus = async (reste: Partial<Entree<'formation.saveSituation'>>) => {
      const enveloppe = await e.appeler('formation.saveSituation', {
        inscriptionId: c.aminata,
        mois: 3,
        date: AUJOURDHUI,
        situation: 'durable',
        ...reste,
      });
      return enveloppe.ok ? null : [enveloppe.error.code, ...Object.keys(enveloppe.error.champs ?? {})];
    };
    expect(await refus({ date: '2026-03-25' })).toEqual(['regle', 'date']);
    expect(await refus({ date: '2025-12-12' })).toEqual(['regle', 'date']);
    expect(await refus({ inscriptionId: c.ecarte })).toEqual(['regle']);
    expect(await refus({ inscriptionId: idDeRang(999) })).toEqual(['introuvable']);
    expect(await refus({ mois: 4 as never })).toEqual(['entree-invalide', 'mois']);
  });

  test('an answer can be changed and taken back; the export says the four states', async () => {
    const c = await cohorte();
    expect(await situer(c.aminata, 3, 'durable')).toEqual({ precedent: null });
    expect((await situer(c.aminata, 3, 'recherche')).precedent).toMatchObject({ situation: 'durable' });
    const { precedent } = await e.reussir('formation.removeSituation', { inscriptionId: c.aminata, mois: 3 });
    expect(precedent).toMatchObject({ situation: 'recherche', date: AUJOURDHUI });
    await situer(c.bruno, 3, 'sans_reponse');
    await situer(c.chloe, 3, 'formation');
    await e.reussir('formation.exportSuites', { vue: 'tous', format: 'csv' });
    const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
    for (const mot of ['Non demandé', 'Sans réponse', 'Formation qualifiante', 'Pas encore'])
      expect(csv).toContain(mot);
  });
});

describe('evaluations', () => {
  const noter = (inscriptionId: string, reponses: Record<string, number | string>, reste = {}) =>
    e.appeler('formation.saveEvaluation', {
      inscriptionId,
      genre: 'chaud',
      date: '2025-12-12',
      reponses,
      ...reste,
    });

  test('sheets of a session and what they say together', async () => {
    const c = await cohorte();
    expect(
      await noter(c.aminata, { accueil: 4, conseil: 'oui', plus_utile: 'Les mots de passe' }),
    ).toMatchObject({
      value: { precedente: null },
    });
    await noter(c.bruno, { accueil: 2 });
    const lu = await e.reussir('formation.evaluations', { sessionId: c.sessionId });
    expect(lu).toMatchObject({ fin: '2025-12-12', froidLe: '2026-03-12' });
    expect(lu.stagiaires.map(({ salarie }) => salarie.prenom)).toEqual([
      'Aminata',
      'Bruno',
      'Chloé',
      'David',
    ]);
    expect(lu.stagiaires[0]!.chaud).toMatchObject({ version: '2026-1', reponses: { accueil: 4 } });
    expect(lu.syntheses.chaud[0]).toMatchObject({
      code: 'accueil',
      reponses: 2,
      moyenne: 300,
      favorables: 1,
    });
    await e.reussir('formation.exportEvaluations', { sessionId: c.sessionId, genre: 'chaud', format: 'csv' });
    expect(new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu)).toContain('Les mots de passe');
    const { precedente } = await e.reussir('formation.removeEvaluation', {
      inscriptionId: c.aminata,
      genre: 'chaud',
    });
    expect(precedente).toMatchObject({ date: '2025-12-12', reponses: { conseil: 'oui' } });
  });

  test('an empty sheet, an impossible answer or date, are refused beside their field', async () => {
    const c = await cohorte();
    const champs = async (promesse: ReturnType<typeof noter>) => {
      const enveloppe = await promesse;
      return enveloppe.ok ? null : Object.keys(enveloppe.error.champs ?? {});
    };
    expect(await champs(noter(c.aminata, {}))).toEqual([]);
    expect(await champs(noter(c.aminata, { accueil: 5 }))).toEqual(['reponses.accueil']);
    expect(await champs(noter(c.aminata, { conseil: 'jamais' }))).toEqual(['reponses.conseil']);
    expect(await champs(noter(c.aminata, { inventee: 2 }))).toEqual(['reponses']);
    expect(await champs(noter(c.aminata, { accueil: 3 }, { date: '2025-12-07' }))).toEqual(['date']);
    expect(await champs(noter(c.aminata, { usage: 3 }, { genre: 'froid', date: '2025-12-11' }))).toEqual([
      'date',
    ]);
    expect(await champs(noter(c.aminata, { accueil: 3 }, { date: '2026-03-25' }))).toEqual(['date']);
    expect(await noter(c.ecarte, { accueil: 3 })).toMatchObject({ error: { code: 'regle' } });
  });
});
