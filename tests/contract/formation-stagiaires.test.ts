import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterOrganisation, saisieComplete } from '../immersions.ts';
import { equipe, journee, poserSession } from '../stagiaires.ts';

let e: Essai;
let personnes: string[];
let sessionId: string;
beforeEach(async () => {
  e = essai();
  personnes = await equipe(e, 4);
  sessionId = poserSession(e, 1);
});
afterEach(() => e.fermer());

const inscrire = async (...rangs: number[]) =>
  (await e.reussir('formation.inscrire', { sessionId, salarieIds: rangs.map((rang) => personnes[rang]!) }))
    .ids;
const lire = () => e.reussir('formation.inscriptions', { sessionId });
const ligne = async (id: string) => (await lire()).lignes.find((lue) => lue.id === id)!;
const avancer = (ids: string[], statut: 'positionne' | 'valide' | 'entre' | 'au_bout') =>
  e.reussir('formation.avancer', { ids, statut });

function poserBesoin(
  rang: number,
  salarieId: string,
  reste: { theme?: string; priorite?: string } = {},
): string {
  const id = idDeRang(600_000 + rang);
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO besoin_formation (id, salarie_id, theme, libelle, origine, priorite, statut, created_at, updated_at)
       VALUES (?, ?, ?, 'Porter sans risque', 'poste', ?, 'recueilli', '', '')`,
    )
    .run(id, salarieId, reste.theme ?? 'securite', reste.priorite ?? 'moyenne');
  return id;
}

describe('registrations', () => {
  test('from spotted to the end, each step is dated and the session fills', async () => {
    const ids = await inscrire(0, 1);
    expect((await ligne(ids[0]!)).repereLe).toBe('2026-03-16');
    await avancer(ids, 'positionne');
    expect((await lire()).remplissage).toMatchObject({ nous: 0, enAttente: 2, min: 2, max: 3 });
    await avancer(ids, 'valide');
    await avancer([ids[0]!], 'entre');
    await avancer([ids[0]!], 'au_bout');
    expect(await ligne(ids[0]!)).toMatchObject({
      statut: 'au_bout',
      positionneLe: '2026-03-16',
      valideLe: '2026-03-16',
      entreLe: '2026-03-16',
      auBoutLe: '2026-03-17',
    });
    expect((await lire()).remplissage).toMatchObject({ nous: 2, enAttente: 0 });
  });

  test('registering twice changes nothing, and one taken off comes back', async () => {
    const [id] = await inscrire(0);
    expect(await inscrire(0, 1)).toHaveLength(2);
    expect((await lire()).lignes).toHaveLength(2);
    await e.reussir('formation.desinscrire', { ids: [id!] });
    expect((await lire()).lignes).toHaveLength(1);
    expect(await inscrire(0)).toEqual([id]);
    await e.reussir('formation.desinscrire', { ids: [id!] });
    await e.reussir('formation.reinscrire', { ids: [id!] });
    expect((await lire()).lignes).toHaveLength(2);
  });

  test('a need on the theme is tied by itself, and the people of chosen needs come with them', async () => {
    const besoin = poserBesoin(1, personnes[0]!);
    const autre = poserBesoin(2, personnes[1]!, { theme: 'francais' });
    const { ids } = await e.reussir('formation.inscrire', {
      sessionId,
      salarieIds: [personnes[0]!],
      besoinIds: [autre],
    });
    expect(ids).toHaveLength(2);
    expect((await ligne(ids[0]!)).besoin).toEqual({
      id: besoin,
      theme: 'securite',
      libelle: 'Porter sans risque',
    });
    expect((await ligne(ids[1]!)).besoin?.id).toBe(autre);
  });

  test('nobody is promised a seat that is not there, and the sentence says how many', async () => {
    const ids = await inscrire(0, 1, 2, 3);
    const refus = await e.appeler('formation.avancer', { ids, statut: 'valide' });
    expect(refus).toMatchObject({ ok: false, error: { code: 'regle' } });
    expect(refus.ok ? '' : refus.error.message).toContain('3 places : il en faudrait 4');
    expect((await lire()).lignes.every(({ statut }) => statut === 'repere')).toBe(true);
    const hote = await ajouterOrganisation(e, 'Régie du Val');
    e.depot
      .base()
      .sqlite.prepare(
        "INSERT INTO session_partenaire (id, session_id, organisation_id, places, updated_at) VALUES (?, ?, ?, 2, '')",
      )
      .run(idDeRang(500_001), sessionId, hote);
    const partage = await e.appeler('formation.avancer', { ids: ids.slice(0, 2), statut: 'valide' });
    expect(partage.ok ? '' : partage.error.message).toContain('2 tenues par des partenaires');
    await avancer([ids[0]!], 'valide');
    expect((await lire()).remplissage).toMatchObject({ nous: 1, partenaires: 2 });
  });

  test('an interruption and a refusal want their reason; a step taken back leaves nothing behind', async () => {
    const ids = await inscrire(0, 1);
    const sans = await e.appeler('formation.avancer', { ids: [ids[1]!], statut: 'ecarte' });
    expect(sans).toMatchObject({
      ok: false,
      error: { champs: { motif: expect.stringContaining('raison') } },
    });
    await e.reussir('formation.avancer', { ids: [ids[1]!], statut: 'ecarte', motif: 'prerequis' });
    await avancer([ids[0]!], 'entre');
    await e.reussir('formation.avancer', {
      ids: [ids[0]!],
      statut: 'interrompu',
      le: '2026-03-17',
      motif: 'emploi',
      motifNote: 'CDI à la boulangerie',
    });
    expect(await ligne(ids[0]!)).toMatchObject({ statut: 'interrompu', motif: 'emploi' });
    await e.reussir('formation.revenir', { ids });
    expect(await ligne(ids[0]!)).toMatchObject({
      statut: 'entre',
      motif: '',
      motifNote: '',
      interrompuLe: null,
    });
    expect(await ligne(ids[1]!)).toMatchObject({ statut: 'repere', motif: '', ecarteLe: null });
    const premier = await e.appeler('formation.revenir', { ids: [ids[1]!] });
    expect(premier).toMatchObject({ ok: false, error: { code: 'regle' } });
  });

  test('steps that cannot be are refused beside their field', async () => {
    const [id] = await inscrire(0);
    const essayer = (statut: 'au_bout' | 'entre' | 'valide', le: string) =>
      e.appeler('formation.avancer', { ids: [id!], statut, le });
    expect(await essayer('au_bout', '2026-03-17')).toMatchObject({
      error: { champs: { statut: expect.any(String) } },
    });
    expect(await essayer('entre', '2026-03-15')).toMatchObject({
      error: { champs: { le: expect.any(String) } },
    });
    expect(await essayer('entre', '2026-03-18')).toMatchObject({
      error: { champs: { le: 'La session finit le 17/03/2026.' } },
    });
    expect(await essayer('valide', '2027-01-01')).toMatchObject({
      error: { champs: { le: expect.any(String) } },
    });
    expect(await e.appeler('formation.avancer', { ids: [idDeRang(0)], statut: 'valide' })).toMatchObject({
      error: { code: 'introuvable' },
    });
  });

  test('a past session typed afterwards: the entry is on its first day, and no step comes after it', async () => {
    const [id] = await inscrire(0);
    await e.reussir('formation.avancer', { ids: [id!], statut: 'valide', le: '2026-03-24' });
    await avancer([id!], 'entre');
    expect(await ligne(id!)).toMatchObject({ entreLe: '2026-03-16', valideLe: '2026-03-16' });
  });

  test('nobody comes into a cancelled session', async () => {
    const annulee = poserSession(e, 2, { statut: 'annulee' });
    expect(
      await e.appeler('formation.inscrire', { sessionId: annulee, salarieIds: [personnes[0]!] }),
    ).toMatchObject({ error: { code: 'regle' } });
  });
});

describe('results and positioning', () => {
  test('a result wants a training that aims at one, and a person who is done', async () => {
    const [id] = await inscrire(0);
    const noter = (inscription: string) =>
      e.appeler('formation.saveResultat', {
        resultats: [{ id: inscription, resultat: 'total', le: '2026-03-18' }],
      });
    await avancer([id!], 'entre');
    await avancer([id!], 'au_bout');
    expect(await noter(id!)).toMatchObject({
      error: { champs: { 'resultats.0.resultat': expect.stringContaining('certification') } },
    });
    const titre = poserSession(e, 3, { genre: 'certifiante', certification: 'rncp' });
    const { ids } = await e.reussir('formation.inscrire', { sessionId: titre, salarieIds: [personnes[0]!] });
    expect(await noter(ids[0]!)).toMatchObject({ ok: false });
    await avancer(ids, 'entre');
    await avancer(ids, 'au_bout');
    const { avant } = await e.reussir('formation.saveResultat', {
      resultats: [{ id: ids[0]!, resultat: 'partiel', le: null }],
    });
    expect(avant).toEqual([{ id: ids[0], resultat: '', le: null }]);
    const { lignes } = await e.reussir('formation.inscriptions', { sessionId: titre });
    expect(lignes[0]).toMatchObject({ resultat: 'partiel', resultatLe: '2026-03-17' });
    await e.reussir('formation.saveResultat', { resultats: avant });
  });

  test('the fiche keeps its grid and its signatures, and positions who was only spotted', async () => {
    const [id] = await inscrire(0);
    const fiche = {
      id: id!,
      prerequis: [
        { libelle: 'Lire une consigne', acquis: 'oui' as const },
        { libelle: '', acquis: 'non' as const },
      ],
      vise: 'Tenir un poste de préparation',
      avis: 'favorable' as const,
      signeSalarieLe: '2026-03-20',
    };
    await e.reussir('formation.savePositionnement', fiche);
    expect(await ligne(id!)).toMatchObject({
      statut: 'positionne',
      positionneLe: '2026-03-20',
      positionnement: { prerequis: [{ libelle: 'Lire une consigne', acquis: 'oui' }], attentes: '' },
      signeSalarieLe: '2026-03-20',
      signeStructureLe: null,
    });
    expect(
      await e.appeler('formation.savePositionnement', { ...fiche, signeStructureLe: '2026-12-01' }),
    ).toMatchObject({ error: { champs: { signeStructureLe: expect.any(String) } } });
  });

  test('signatures date the positioning, before the session or after the fact, and nothing later is refused', async () => {
    const [id] = await inscrire(0);
    const fiche = { id: id!, prerequis: [] };
    await e.reussir('formation.savePositionnement', fiche);
    expect(await ligne(id!)).toMatchObject({ statut: 'positionne', positionneLe: '2026-03-16' });
    await e.reussir('formation.savePositionnement', {
      ...fiche,
      signeSalarieLe: '2026-03-02',
      signeStructureLe: '2026-03-03',
    });
    expect(await ligne(id!)).toMatchObject({ positionneLe: '2026-03-03', repereLe: '2026-03-03' });
    await e.reussir('formation.avancer', { ids: [id!], statut: 'valide', le: '2026-03-05' });
    await e.reussir('formation.savePositionnement', { ...fiche, signeSalarieLe: '2026-03-20' });
    expect(await ligne(id!)).toMatchObject({ positionneLe: '2026-03-03', valideLe: '2026-03-05' });
  });

  test('nobody typed when a person was spotted: the day follows an earlier step', async () => {
    const [id] = await inscrire(0);
    await e.reussir('formation.avancer', { ids: [id!], statut: 'valide', le: '2026-03-05' });
    expect(await ligne(id!)).toMatchObject({ repereLe: '2026-03-05', valideLe: '2026-03-05' });
  });
});

describe('suggestions', () => {
  test('needs on the theme come first, then who is under contract; anybody is found by name', async () => {
    poserBesoin(1, personnes[2]!, { priorite: 'basse' });
    poserBesoin(2, personnes[3]!, { priorite: 'haute' });
    await inscrire(0);
    const { lignes, total } = await e.reussir('formation.suggestions', { sessionId });
    expect(total).toBe(3);
    expect(lignes.map(({ salarie }) => salarie.id)).toEqual([personnes[3], personnes[2], personnes[1]]);
    const { lignes: trouvees } = await e.reussir('formation.suggestions', { sessionId, recherche: 'BRUNO' });
    expect(trouvees.map(({ salarie }) => salarie.prenom)).toEqual(['Bruno']);
  });

  test('an immersion, another training, an absence and the end of a contract are said', async () => {
    const { sqlite } = e.depot.base();
    const hote = await ajouterOrganisation(e, 'Atelier du Réemploi');
    await e.reussir(
      'immersions.create',
      saisieComplete(personnes[0]!, hote, { debut: '2026-03-16', fin: '2026-03-20' }),
    );
    const autre = poserSession(e, 4, { titre: 'Français', creneaux: journee('2026-03-17') });
    await e.reussir('formation.inscrire', { sessionId: autre, salarieIds: [personnes[1]!] });
    sqlite
      .prepare(
        `INSERT INTO absence (id, salarie_id, debut, fin, motif, created_at, updated_at)
         VALUES (?, ?, '2026-03-17', '2026-03-31', 'conges', '', '')`,
      )
      .run(idDeRang(400_001), personnes[2]);
    sqlite.prepare("UPDATE contrat SET fin = '2026-03-16' WHERE salarie_id = ?").run(personnes[3]);
    const { lignes } = await e.reussir('formation.suggestions', { sessionId });
    const codes = (rang: number) =>
      lignes.find(({ salarie }) => salarie.id === personnes[rang])!.alertes.map(({ code }) => code);
    expect([0, 1, 2, 3].map(codes)).toEqual([['immersion'], ['formation'], ['absence'], ['contrat']]);
    const phrases = lignes.flatMap(({ alertes }) => alertes.map(({ phrase }) => phrase)).join('\n');
    expect(phrases).toMatch(/Attendue aux deux endroits le 16\/03\/2026 de 9\sh à 12\sh\./);
    expect(phrases).toContain('2 demi-journées');
  });
});

test('an immersion says that the person is in training meanwhile, unless the hours alternate', async () => {
  await inscrire(0);
  const hote = await ajouterOrganisation(e, 'Atelier du Réemploi');
  const controler = async (debut: string, fin: string) => {
    const { id } = await e.reussir('immersions.create', saisieComplete(personnes[0]!, hote, { debut, fin }));
    return (await e.reussir('immersions.checks', { id })).find(({ code }) => code === 'formation');
  };
  expect((await controler('2026-03-16', '2026-03-20'))?.phrase).toMatch(
    /4 demi-journées en commun, dès le 16\/03\/2026 à 9\sh\./,
  );
  expect(await controler('2026-03-18', '2026-03-20')).toBeUndefined();
});

describe('attendance', () => {
  const matin = { date: '2026-03-16', demi: 'matin' as const };

  test('a first presence makes a validated person enter, and the hours add up', async () => {
    const [id] = await inscrire(0);
    await avancer([id!], 'valide');
    await e.reussir('formation.savePresences', {
      sessionId,
      presences: [
        { inscriptionId: id!, ...matin, minutes: 180 },
        { inscriptionId: id!, date: '2026-03-16', demi: 'apres_midi', minutes: 200, motif: 'retard' },
        { inscriptionId: id!, date: '2026-03-17', demi: 'matin', minutes: 0, motif: 'justifiee' },
      ],
    });
    expect(await ligne(id!)).toMatchObject({
      statut: 'entre',
      entreLe: '2026-03-16',
      minutesRealisees: 380,
      demiNotees: 3,
      demiAbsentes: 1,
    });
    const { lignes } = await e.reussir('formation.presences', { sessionId });
    expect(lignes[0]?.presences).toHaveLength(3);
    const { lignes: heures } = await e.reussir('formation.heures', { annee: 2026 });
    expect(heures[0]).toMatchObject({ sessions: [{ prevues: 840, realisees: 380 }] });
    expect(heures[0]?.realisees[2]).toBe(380);
    const [formation] = await e.reussir('formation.parSalarie', { salarieId: personnes[0]! });
    expect(formation).toMatchObject({ minutesRealisees: 380, session: { numero: 'F2026-001' } });
    expect(await e.appeler('formation.desinscrire', { ids: [id!] })).toMatchObject({
      error: { code: 'regle' },
    });
    await e.reussir('formation.savePresences', {
      sessionId,
      presences: [{ inscriptionId: id!, ...matin, minutes: null }],
    });
    expect((await ligne(id!)).minutesRealisees).toBe(200);
  });

  test('what did not take place is refused, with its sentence', async () => {
    const [id, spotted] = await inscrire(0, 1);
    await avancer([id!], 'valide');
    const noter = async (reste: object) => {
      const reponse = await e.appeler('formation.savePresences', {
        sessionId,
        presences: [{ inscriptionId: id!, ...matin, minutes: 180, ...reste }],
      });
      return reponse.ok ? '' : reponse.error.message;
    };
    expect(await noter({ minutes: 181 })).toContain('dure 3 h');
    expect(await noter({ minutes: 120 })).toContain('Dites pourquoi');
    expect(await noter({ date: '2026-05-01' })).toContain('fête du Travail');
    expect(await noter({ date: '2026-03-18' })).toContain('calendrier de la session');
    expect(await noter({ minutes: 60, motif: 'annulee' })).toContain('annulée');
    expect(await noter({ inscriptionId: spotted })).toContain('validez-la');
    expect(await noter({ minutes: -1 })).not.toBe('');
    const venir = poserSession(e, 5, {
      debut: '2026-04-02',
      fin: '2026-04-02',
      creneaux: journee('2026-04-02'),
    });
    const { ids } = await e.reussir('formation.inscrire', { sessionId: venir, salarieIds: [personnes[2]!] });
    await avancer(ids, 'valide');
    const futur = (minutes: number, motif: '' | 'justifiee') =>
      e.appeler('formation.savePresences', {
        sessionId: venir,
        presences: [{ inscriptionId: ids[0]!, date: '2026-04-02', demi: 'matin', minutes, motif }],
      });
    expect(AUJOURDHUI < '2026-04-02').toBe(true);
    expect(await futur(180, '')).toMatchObject({ ok: false });
    expect(await futur(0, 'justifiee')).toMatchObject({ ok: true });
  });
});

test('hours leave as a spreadsheet, and nobody counts on a cancelled session', async () => {
  const ids = await inscrire(0, 1);
  await avancer(ids, 'valide');
  await e.reussir('formation.heuresExport', { annee: 2026, format: 'csv' });
  const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)?.contenu);
  expect(csv).toContain('Aminata');
  expect(csv.split('\r\n')[1]).toContain(';14;0;');
  e.depot
    .base()
    .sqlite.prepare("UPDATE session_formation SET statut = 'annulee' WHERE id = ?")
    .run(sessionId);
  expect((await e.reussir('formation.heures', { annee: 2026 })).lignes).toEqual([]);
});
