import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readParticipations } from '../../db/fse-lecture.ts';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterSalarie, poserInscription, poserSession } from '../formation.ts';

let e: Essai;
let conventionId: string;
beforeEach(() => {
  e = essai();
  conventionId = poserConvention();
});
afterEach(() => e.fermer());

let rang = 0;
function poserConvention(genre = 'fse', debut = '2025-01-01', fin = '2027-12-31'): string {
  const id = `01900000-0000-7000-a000-${String(++rang).padStart(12, '0')}`;
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO convention (id, genre, intitule, numero, debut, fin, created_at, updated_at)
       VALUES (?, ?, 'FSE+ Accompagner', '202500123', ?, ?, '', '')`,
    )
    .run(id, genre, debut, fin);
  return id;
}

function poserSortie(salarieId: string, date: string, motif: string) {
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO sortie (id, salarie_id, date, motif, created_at, updated_at) VALUES (?, ?, ?, ?, '', '')`,
    )
    .run(`01900000-0000-7000-a100-${String(++rang).padStart(12, '0')}`, salarieId, date, motif);
}

/** Every question of the entry answered. */
const COMPLETE = {
  situation: 'chomage',
  duree_recherche: '12_23',
  niveau: '0_2',
  menage: 'seul',
  enfants: 'oui',
  rural: 'oui',
  logement: 'nsp',
  handicap: 'nsp',
  nationalite: 'france',
  origine: 'non',
};

const entrer = (salarieId: string, date = '2026-01-05', reponses: Record<string, string> = COMPLETE) =>
  e.reussir('fse.noter', {
    salarieId,
    conventionId,
    moment: 'entree',
    date,
    recueilliLe: date,
    reponses,
  });
const sortir = (salarieId: string, date: string, reponses: Record<string, string>, recueilliLe = date) =>
  e.reussir('fse.noter', { salarieId, moment: 'sortie', date, recueilliLe, reponses });

async function refus(entree: Entree<'fse.noter'>) {
  const enveloppe = await e.appeler('fse.noter', entree);
  return enveloppe.ok ? null : [enveloppe.error.code, ...Object.keys(enveloppe.error.champs ?? {})];
}
const lignes = () =>
  e.depot.base().sqlite.prepare('SELECT * FROM participation_fse ORDER BY rowid').all() as unknown[];
const periode = (debut: string, fin: string, today = AUJOURDHUI) =>
  readParticipations(e.depot.base(), { debut, fin }, today);

describe('participations', () => {
  test('entry, exit, six months, then another participation; a bilan reads each with its results', async () => {
    const id = await ajouterSalarie(e, 'Aminata', 'Œuvrard-N’Diaye');
    await entrer(id, '2025-01-06');
    await sortir(id, '2025-08-29', { situation: 'cdi', qualification: 'oui', terme: 'oui' }, '2025-09-10');
    await e.reussir('fse.noter', {
      salarieId: id,
      moment: 'six_mois',
      date: '2026-03-02',
      reponses: { situation: 'cdi', mieux: 'oui' },
    });
    await entrer(id, '2026-03-09');
    const lues = periode('2025-01-01', '2026-12-31');
    expect(lues).toMatchObject([
      {
        rang: 1,
        participant: true,
        longueDuree: true,
        age: '30_54',
        etatSortie: 'repondu',
        etatSixMois: 'repondu',
        echeanceSixMois: '2026-02-28',
        manques: [],
        convention: { id: conventionId },
      },
      { rang: 2, sortie: null, etatSortie: 'pas_encore', manques: [] },
    ]);
    expect(periode('2026-03-01', '2026-03-31').map((lue) => lue.rang)).toEqual([2]);
    expect(periode('2026-02-01', '2026-02-28').map((lue) => lue.rang)).toEqual([1]);
    expect(periode('2025-01-01', '2025-12-31').map((lue) => lue.rang)).toEqual([1]);
  });

  test('a day or less is no participation, and says so', async () => {
    const id = await ajouterSalarie(e, 'Bruno', 'Faure');
    await entrer(id, '2026-02-02');
    await sortir(id, '2026-02-02', {});
    const [lue] = periode('2026-01-01', '2026-12-31');
    expect(lue).toMatchObject({ participant: false, manques: [] });
    expect(lue!.pourquoi).toContain('un jour ou moins');
    expect(
      await refus({ salarieId: id, moment: 'six_mois', date: AUJOURDHUI, reponses: { situation: 'cdi' } }),
    ).toEqual(['regle', 'moment']);
  });

  test('what cannot be is refused beside its field', async () => {
    const id = await ajouterSalarie(e, 'Chloé', 'Martin');
    const entree = { salarieId: id, moment: 'entree' as const, date: '2026-01-05', reponses: {} };
    expect(await refus({ ...entree, salarieId: idDeRang(999) })).toEqual(['introuvable', 'salarieId']);
    expect(await refus({ ...entree, date: '2026-03-25' })).toEqual(['regle', 'date']);
    expect(await refus({ ...entree, date: '1989-01-01' })).toEqual(['regle', 'date']);
    expect(await refus({ ...entree, recueilliLe: '2026-03-25' })).toEqual(['regle', 'recueilliLe']);
    expect(await refus({ ...entree, conventionId: idDeRang(999) })).toEqual(['regle', 'conventionId']);
    expect(await refus({ ...entree, conventionId: poserConvention('ddets') })).toEqual([
      'regle',
      'conventionId',
    ]);
    expect(await refus({ ...entree, reponses: { situation: 'retraite' } })).toEqual([
      'entree-invalide',
      'reponses.situation',
    ]);
    expect(await refus({ ...entree, reponses: { qualification: 'oui' } })).toEqual([
      'entree-invalide',
      'reponses.qualification',
    ]);
    expect(await refus({ ...entree, moment: 'sortie' })).toEqual(['regle', 'moment']);
    expect(await refus({ ...entree, moment: 'six_mois', reponses: { situation: 'cdi' } })).toEqual([
      'regle',
      'moment',
    ]);
    await entrer(id);
    expect(await refus({ ...entree, date: '2026-02-01' })).toEqual(['regle', 'moment']);
    expect(await refus({ ...entree, moment: 'sortie', date: '2026-01-04' })).toEqual(['regle', 'date']);
    expect(await refus({ ...entree, moment: 'sortie', recueilliLe: '2026-01-04' })).toEqual([
      'regle',
      'recueilliLe',
    ]);
    await sortir(id, '2026-02-27', { situation: 'recherche' });
    expect(await refus({ ...entree, date: '2026-02-26' })).toEqual(['regle', 'date']);
    expect(
      await refus({ ...entree, moment: 'six_mois', date: '2026-03-20', reponses: { situation: 'cdi' } }),
    ).toEqual(['regle', 'date']);
    expect(await refus({ ...entree, moment: 'six_mois', date: '2026-03-20', reponses: {} })).toEqual([
      'regle',
      'date',
    ]);
  });
});

describe('corrections', () => {
  test('a correction is another line: nothing written ever changes', async () => {
    const id = await ajouterSalarie(e, 'David', 'Petit');
    const { id: entree } = await entrer(id, '2026-01-05', { ...COMPLETE, niveau: '3_4' });
    const avant = lignes();
    const { id: corrigee } = await e.reussir('fse.corriger', {
      id: entree,
      conventionId,
      date: '2026-01-12',
      recueilliLe: '2026-01-12',
      reponses: COMPLETE,
      pourquoi: 'Diplôme non obtenu',
    });
    expect(lignes().slice(0, 1)).toEqual(avant);
    expect(periode('2026-01-01', '2026-12-31')).toMatchObject([
      { entree: { id: corrigee, date: '2026-01-12', reponses: { niveau: '0_2' } } },
    ]);
    const { lignes: ecrites } = await e.reussir('fse.historique', { salarieId: id });
    expect(ecrites).toMatchObject([
      {
        id: corrigee,
        corrigeId: entree,
        pourquoi: 'Diplôme non obtenu',
        enVigueur: true,
        changements: [
          { quoi: 'Date', avant: '05/01/2026', apres: '12/01/2026' },
          { quoi: 'Recueilli le' },
          { quoi: 'Niveau de diplôme', avant: 'CAP, BEP ou baccalauréat' },
        ],
      },
      { id: entree, enVigueur: false, changements: [] },
    ]);
    const encore = await e.appeler('fse.corriger', {
      id: entree,
      date: '2026-01-12',
      reponses: {},
      pourquoi: 'Encore',
    });
    expect(encore).toMatchObject({ error: { code: 'conflit' } });
    const rien = await e.appeler('fse.corriger', {
      id: corrigee,
      conventionId,
      date: '2026-01-12',
      reponses: COMPLETE,
      pourquoi: 'Rien',
    });
    expect(rien).toMatchObject({ error: { code: 'regle' } });
  });

  test('a line written by mistake is withdrawn, in the reverse order of the life', async () => {
    const id = await ajouterSalarie(e, 'Éric', 'Roux');
    const { id: entree } = await entrer(id);
    const { id: sortie } = await sortir(id, '2026-02-27', { situation: 'recherche' });
    const pourquoi = 'Erreur de personne';
    expect(await e.appeler('fse.annuler', { id: entree, pourquoi })).toMatchObject({
      error: { code: 'regle' },
    });
    await e.reussir('fse.annuler', { id: sortie, pourquoi });
    expect(periode('2026-01-01', '2026-12-31')).toMatchObject([{ sortie: null }]);
    await e.reussir('fse.annuler', { id: entree, pourquoi });
    expect(periode('2026-01-01', '2026-12-31')).toEqual([]);
    expect(lignes()).toHaveLength(4);
    await entrer(id);
    expect(periode('2026-01-01', '2026-12-31')).toMatchObject([{ rang: 2 }]);
  });

  test('an entry stays before its exit, and an exit before the next entry', async () => {
    const id = await ajouterSalarie(e, 'Fatou', 'Diallo');
    const { id: entree } = await entrer(id, '2025-01-06');
    const { id: sortie } = await sortir(id, '2025-06-30', { situation: 'recherche' });
    await entrer(id, '2026-01-05');
    const champs = async (ligne: string, date: string) => {
      const enveloppe = await e.appeler('fse.corriger', {
        id: ligne,
        conventionId,
        date,
        reponses: {},
        pourquoi: 'Date',
      });
      return enveloppe.ok ? null : Object.keys(enveloppe.error.champs ?? {});
    };
    expect(await champs(entree, '2025-07-01')).toEqual(['date']);
    expect(await champs(sortie, '2026-01-06')).toEqual(['date']);
    expect(await champs(sortie, '2025-01-05')).toEqual(['date']);
    expect(await champs(sortie, '2025-07-04')).toBe(null);
  });
});

describe('what is missing or late', () => {
  test('an exit is asked within four weeks of the end of the contract, then six months later', async () => {
    const id = await ajouterSalarie(e, 'Gaëlle', 'Blanc', {
      contrats: [{ nature: 'cddi', debut: '2025-09-01', fin: '2026-02-27', minutesHebdo: 1560 }],
    });
    await entrer(id, '2025-09-01');
    const due = async () =>
      (await e.reussir('fse.dues', {})).map(({ moment, echeance, retard }) => [moment, echeance, retard]);
    e.nousSommesLe('2026-02-27');
    expect(await due()).toEqual([]);
    e.nousSommesLe('2026-02-28');
    expect(await due()).toEqual([['sortie', '2026-03-27', false]]);
    e.nousSommesLe('2026-03-27');
    expect(await due()).toEqual([['sortie', '2026-03-27', false]]);
    e.nousSommesLe('2026-03-28');
    expect(await due()).toEqual([['sortie', '2026-03-27', true]]);
    poserSortie(id, '2026-02-20', '3');
    expect(await due()).toEqual([['sortie', '2026-03-20', true]]);
    expect(await e.reussir('fse.preparer', { salarieId: id, moment: 'sortie' })).toMatchObject({
      date: '2026-02-20',
      reponses: { situation: 'cdi' },
      conventionId,
    });
    await sortir(id, '2026-02-20', { situation: 'cdi', qualification: 'non', terme: 'oui' }, '2026-03-28');
    expect(periode('2026-01-01', '2026-12-31', '2026-03-28')[0]!.manques).toMatchObject([
      { moment: 'sortie', phrase: expect.stringContaining('après les 4 semaines') },
    ]);
    e.nousSommesLe('2026-08-19');
    expect(await due()).toEqual([]);
    e.nousSommesLe('2026-08-20');
    expect(await due()).toEqual([['six_mois', '2026-08-20', false]]);
    e.nousSommesLe('2026-09-18');
    expect(await due()).toEqual([['six_mois', '2026-08-20', true]]);
    e.nousSommesLe('2027-02-20');
    expect(await due()).toEqual([]);
  });

  test('the list counts each view, and says who is in no participation', async () => {
    const avec = await ajouterSalarie(e, 'Hugo', 'Noël');
    await ajouterSalarie(e, 'Inès', 'Morel');
    await entrer(avec, '2026-01-05', { situation: 'chomage' });
    const lue = await e.reussir('fse.list', { annee: 2026 });
    expect(lue.vues).toEqual({ tous: 1, en_cours: 1, sortis: 0, a_completer: 1, sans_entree: 1 });
    expect(lue.sansEntree).toMatchObject([{ salarie: { prenom: 'Inès' }, depuis: '2026-01-05' }]);
    expect(lue.participations[0]!.manques[0]!.phrase).toBe('Entrée : il manque 9 réponses.');
    expect((await e.reussir('fse.list', { annee: 2025 })).vues.tous).toBe(0);
    expect((await e.reussir('fse.list', { recherche: 'noel' })).vues).toMatchObject({
      tous: 1,
      sans_entree: 0,
    });
    await e.reussir('fse.export', { format: 'csv' });
    const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
    for (const mot of ['Noël', 'Sans emploi et à la recherche', 'FSE+ Accompagner', 'il manque 9 réponses'])
      expect(csv).toContain(mot);
  });

  test('the record of the person answers what it can; what is sensitive is left to the person', async () => {
    const id = await ajouterSalarie(e, 'Jade', 'Garnier', {
      naissance: '2003-05-01',
      niveauFormation: '51',
      criteres: [
        { critere: 'deld', constateLe: '2026-01-02' },
        { critere: 'th', constateLe: '2026-01-02' },
        { critere: 'frr', constateLe: '2026-01-02' },
      ],
    });
    const prepare = await e.reussir('fse.preparer', { salarieId: id, moment: 'entree' });
    expect(prepare).toMatchObject({
      date: '2026-01-05',
      conventionId,
      reponses: { situation: 'chomage', duree_recherche: '12_23', niveau: '3_4', rural: 'oui' },
    });
    expect(prepare.reponses.handicap).toBeUndefined();
    expect(prepare.indices.handicap).toContain('à confirmer');
    await entrer(id);
    const { sessionId } = poserSession(e, { debut: '2026-02-02', fin: '2026-02-06' });
    const inscriptionId = poserInscription(e, { sessionId, salarieId: id, statut: 'au_bout' });
    e.depot
      .base()
      .sqlite.prepare("UPDATE inscription SET resultat = 'total' WHERE id = ?")
      .run(inscriptionId);
    expect(
      (await e.reussir('fse.preparer', { salarieId: id, moment: 'sortie' })).reponses.qualification,
    ).toBe('oui');
  });
});

test('the questionnaire on paper: blank it offers every question, filled it holds what was answered', async () => {
  expect(await e.appeler('fse.page', { moment: 'entree' })).toMatchObject({ error: { code: 'regle' } });
  await e.reussir('parametres.saveStructure', {
    raisonSociale: 'Les Ateliers du Val',
    genre: 'ACI',
    siret: '',
    adresse: '',
    codePostal: '',
    ville: '',
    telephone: '',
    courriel: '',
    conventionNumero: '',
    logo: '',
  });
  await e.reussir('fse.page', { moment: 'sortie' });
  const vierge = e.traces.pages.at(-1)!;
  expect(vierge).toContain('Nom et prénom');
  expect(vierge).not.toContain('n’a pas pu être jointe');
  const id = await ajouterSalarie(e, 'Léa', '<b>Œuvrard</b>');
  await entrer(id);
  await e.reussir('fse.pdf', { salarieId: id, moment: 'entree' });
  const remplie = e.traces.pdf.at(-1)!;
  expect(remplie).toContain('&lt;B&gt;ŒUVRARD&lt;/B&gt; Léa');
  expect(remplie).toContain('FSE+ Accompagner, 202500123');
  expect(remplie.match(/aria-label="oui"/g)).toHaveLength(Object.keys(COMPLETE).length);
});
