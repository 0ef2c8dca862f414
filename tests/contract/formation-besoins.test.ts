import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { AUJOURDHUI, type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterSalarie, mettreInscription, poserInscription, poserSession } from '../formation.ts';
import { ajouterOrganisation } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const UTILE = { theme: 'numerique', origine: 'projet', priorite: 'moyenne' } as const;

const creer = (reste: Partial<Entree<'formation.createBesoin'>>) =>
  e.reussir('formation.createBesoin', { ...UTILE, ...reste });
const lignes = async (filtres: Entree<'formation.besoins'> = {}) =>
  (await e.reussir('formation.besoins', filtres)).lignes;

describe('needs', () => {
  test('the same need for several people is as many needs, and none is added twice', async () => {
    const [a, b] = [
      await ajouterSalarie(e, 'Aminata', 'Diallo'),
      await ajouterSalarie(e, 'Bruno', 'Œuvrard'),
    ];
    const premiers = await creer({ salarieIds: [a, b], libelle: 'Tableur' });
    expect(premiers).toMatchObject({ ids: [{}, {}].map(() => expect.any(String)), dejaConnus: [] });
    expect(await creer({ salarieIds: [a, b], libelle: 'TABLEUR' })).toEqual({ ids: [], dejaConnus: [a, b] });
    expect((await creer({ salarieIds: [a], libelle: 'Messagerie' })).ids).toHaveLength(1);
    const { personnes, vues } = await e.reussir('formation.besoins', {});
    expect({ personnes, vues }).toEqual({
      personnes: 2,
      vues: { a_couvrir: 3, planifies: 0, satisfaits: 0, ecartes: 0, tous: 3, archives: 0 },
    });
  });

  test('a support needs for a headcount, and nothing is needed by nobody', async () => {
    await creer({ support: 'maraichage', effectif: 8, theme: 'securite', origine: 'obligation' });
    expect(await e.reussir('formation.besoins', {})).toMatchObject({
      personnes: 8,
      lignes: [{ salarie: null, support: 'maraichage', effectif: 8, statut: 'recueilli' }],
    });
    expect(await e.appeler('formation.createBesoin', { ...UTILE })).toMatchObject({
      error: { champs: { salarieIds: expect.stringContaining('Choisissez') } },
    });
  });

  test('words that no list holds, and people or employers who are not there, are refused', async () => {
    const a = await ajouterSalarie(e, 'Aminata', 'Diallo');
    const refus = async (reste: Partial<Entree<'formation.createBesoin'>>) => {
      const enveloppe = await e.appeler('formation.createBesoin', { ...UTILE, salarieIds: [a], ...reste });
      return enveloppe.ok ? null : [enveloppe.error.code, ...Object.keys(enveloppe.error.champs ?? {})];
    };
    expect(await refus({ theme: 'astrologie' })).toEqual(['entree-invalide', 'theme']);
    expect(await refus({ theme: '' })).toEqual(['entree-invalide', 'theme']);
    expect(await refus({ salarieIds: [idDeRang(999)] })).toEqual(['introuvable']);
    expect(await refus({ origine: 'employeur', organisationId: idDeRang(999) })).toEqual([
      'regle',
      'organisationId',
    ]);
    expect(await refus({ salarieIds: [], support: 'lune' })).toEqual(['entree-invalide', 'support']);
    expect(await lignes()).toEqual([]);
  });

  test('only an employer’s requirement names the employer', async () => {
    const a = await ajouterSalarie(e, 'Aminata', 'Diallo');
    const organisationId = await ajouterOrganisation(e, 'Bâti-Val');
    const { ids } = await creer({ salarieIds: [a], origine: 'employeur', organisationId });
    expect((await lignes())[0]).toMatchObject({ organisation: { nom: 'Bâti-Val' } });
    await e.reussir('formation.updateBesoin', { id: ids[0]!, ...UTILE, organisationId });
    expect((await lignes())[0]).toMatchObject({ organisation: null, origine: 'projet' });
  });

  test('its state follows the registration that answers it', async () => {
    const a = await ajouterSalarie(e, 'Aminata', 'Diallo');
    const { ids } = await creer({ salarieIds: [a] });
    const etat = async () => (await lignes({ vue: 'tous' }))[0]!.statut;
    const { sessionId } = poserSession(e, { debut: '2026-04-07', fin: '2026-04-09' });
    const inscription = poserInscription(e, { sessionId, salarieId: a, besoinId: ids[0]! });
    expect(await etat()).toBe('planifie');
    expect((await lignes({ vue: 'planifies' }))[0]!.session).toMatchObject({ id: sessionId });
    mettreInscription(e, inscription, 'au_bout');
    expect(await etat()).toBe('satisfait');
    mettreInscription(e, inscription, 'interrompu');
    expect(await etat()).toBe('recueilli');
    mettreInscription(e, inscription, 'valide');
    e.depot.base().sqlite.prepare(`UPDATE session_formation SET statut = 'annulee'`).run();
    expect(await etat()).toBe('recueilli');
  });

  test('what somebody decides can be taken back, and a refusal says why', async () => {
    const a = await ajouterSalarie(e, 'Aminata', 'Diallo');
    const { ids } = await creer({ salarieIds: [a] });
    expect(
      await e.appeler('formation.statutBesoin', { changements: [{ id: ids[0]!, statut: 'ecarte' }] }),
    ).toMatchObject({ error: { champs: { 'changements.0.motif': expect.any(String) } } });
    const { precedents } = await e.reussir('formation.statutBesoin', {
      changements: [{ id: ids[0]!, statut: 'ecarte', motif: 'Départ prévu en mai' }],
    });
    expect(await lignes({ vue: 'ecartes' })).toMatchObject([{ motifEcart: 'Départ prévu en mai' }]);
    await e.reussir('formation.statutBesoin', { changements: precedents });
    expect(await lignes()).toMatchObject([{ statut: 'recueilli', motifEcart: '' }]);
  });

  test('somebody gone is trained no more: their need is in the list, in nothing to fill', async () => {
    const parti = await ajouterSalarie(e, 'Paul', 'Parti', {
      contrats: [{ nature: 'cddi', debut: '2025-01-06', fin: '2026-03-23', minutesHebdo: null }],
    });
    await creer({ salarieIds: [parti] });
    const { lignes: aCouvrir, vues } = await e.reussir('formation.besoins', {});
    expect({ aCouvrir, tous: vues.tous }).toEqual({ aCouvrir: [], tous: 1 });
    expect(await e.reussir('formation.themes', {})).toMatchObject([{ aCouvrir: 0, besoinIds: [] }]);
  });

  test('archived needs leave the list and come back', async () => {
    const a = await ajouterSalarie(e, 'Aminata', 'Diallo');
    const { ids } = await creer({ salarieIds: [a] });
    await e.reussir('formation.archiveBesoin', { ids });
    expect(await lignes({ vue: 'tous' })).toEqual([]);
    expect(await lignes({ vue: 'archives' })).toHaveLength(1);
    await e.reussir('formation.restoreBesoin', { ids });
    expect(await lignes()).toHaveLength(1);
    expect(await e.appeler('formation.archiveBesoin', { ids: [idDeRang(999)] })).toMatchObject({
      error: { code: 'introuvable' },
    });
  });

  test('words are looked for in names, themes and supports, and the export holds what is shown', async () => {
    const a = await ajouterSalarie(e, 'Aminata', 'Œuvrard-N’Diaye');
    await creer({ salarieIds: [a], libelle: '=1+1' });
    await creer({ support: 'maraichage', effectif: 3, theme: 'conduite', priorite: 'haute' });
    expect(await lignes({ recherche: 'oeuvrard numer' })).toHaveLength(1);
    expect(await lignes({ recherche: 'maraichage' })).toHaveLength(1);
    expect((await lignes()).map(({ theme }) => theme)).toEqual(['conduite', 'numerique']);
    await e.reussir('formation.exportBesoins', { format: 'csv', recherche: 'oeuvrard' });
    const csv = new TextDecoder().decode(e.traces.fichiers.at(-1)!.contenu);
    expect(csv).toContain("'=1+1");
    expect(csv).not.toContain('Maraîchage');
  });
});

describe('themes', () => {
  test('seven people are enough to open a session of six; planned seats come first', async () => {
    const ids: string[] = [];
    for (let rang = 0; rang < 7; rang += 1) ids.push(await ajouterSalarie(e, `P${rang}`, 'Martin'));
    await creer({ salarieIds: ids, theme: 'securite' });
    expect(await e.reussir('formation.themes', {})).toMatchObject([
      { theme: 'securite', aCouvrir: 7, minimum: 6, minimumDe: null, sessions: [], placesLibres: 0 },
    ]);
    const { sessionId } = poserSession(e, {
      theme: 'securite',
      debut: '2026-05-04',
      fin: '2026-05-06',
      placesMin: 3,
      placesMax: 4,
    });
    const [premier] = await lignes();
    poserInscription(e, { sessionId, salarieId: premier!.salarie!.id, besoinId: premier!.id });
    expect(await e.reussir('formation.themes', {})).toMatchObject([
      { aCouvrir: 6, planifies: 1, minimum: 3, placesLibres: 3, sessions: [{ id: sessionId, prises: 1 }] },
    ]);
  });

  test('a support is covered person by person', async () => {
    const [a, b] = [await ajouterSalarie(e, 'A', 'Un'), await ajouterSalarie(e, 'B', 'Deux')];
    const { ids } = await creer({ support: 'batiment', effectif: 2 });
    const { sessionId } = poserSession(e, { debut: '2026-05-04', fin: '2026-05-06' });
    poserInscription(e, { sessionId, salarieId: a, besoinId: ids[0]! });
    expect(await lignes()).toMatchObject([{ statut: 'recueilli', inscrits: 1, effectif: 2 }]);
    expect((await e.reussir('formation.themes', {}))[0]).toMatchObject({ aCouvrir: 1, planifies: 1 });
    poserInscription(e, { sessionId, salarieId: b, besoinId: ids[0]! });
    expect(await lignes({ vue: 'planifies' })).toHaveLength(1);
  });
});

describe('campaigns', () => {
  const ouvrir = () =>
    e.reussir('formation.openCampagne', { annee: 2026, ouverteLe: '2026-03-02', echeance: '2026-03-31' });
  const recueillir = (
    campagneId: string,
    salarieId: string,
    reste: Partial<Entree<'formation.recueillir'>>,
  ) =>
    e.reussir('formation.recueillir', {
      campagneId,
      salarieId,
      recueilliLe: AUJOURDHUI,
      besoins: [],
      ...reste,
    });

  test('it knows who answered, who needed nothing, and who is left', async () => {
    const [a, b] = [await ajouterSalarie(e, 'A', 'Un'), await ajouterSalarie(e, 'B', 'Deux')];
    await ajouterSalarie(e, 'C', 'Trois');
    await ajouterSalarie(e, 'Parti', 'Avant', {
      contrats: [{ nature: 'cddi', debut: '2025-01-06', fin: '2026-02-27', minutesHebdo: null }],
    });
    const { id } = await ouvrir();
    await recueillir(id, a, { besoins: [UTILE, { ...UTILE, theme: 'francais', priorite: 'haute' }] });
    await recueillir(id, b, {});
    expect(await e.reussir('formation.campagnes', {})).toMatchObject([
      { annee: 2026, concernes: 3, recueillis: 2, sansBesoin: 1, besoins: 2 },
    ]);
    const { personnes } = await e.reussir('formation.campagne', { id });
    expect(
      personnes.map(({ salarie, recueilliLe, besoins }) => [salarie.nom, recueilliLe, besoins.length]),
    ).toEqual([
      ['Deux', AUJOURDHUI, 0],
      ['Trois', null, 0],
      ['Un', AUJOURDHUI, 2],
    ]);
  });

  test('a sheet written again keeps what it names and lets go of the rest', async () => {
    const a = await ajouterSalarie(e, 'A', 'Un');
    const ancien = (await creer({ salarieIds: [a], theme: 'conduite' })).ids[0]!;
    const { id } = await ouvrir();
    const { ids } = await recueillir(id, a, { besoins: [UTILE, { ...UTILE, theme: 'francais' }] });
    await recueillir(id, a, {
      besoins: [
        { id: ids[1]!, ...UTILE, theme: 'francais', libelle: 'Écrit' },
        { id: ancien, ...UTILE, theme: 'conduite' },
      ],
    });
    const [personne] = (await e.reussir('formation.campagne', { id })).personnes;
    expect(personne!.besoins.map(({ theme, libelle }) => [theme, libelle]).sort()).toEqual([
      ['conduite', ''],
      ['francais', 'Écrit'],
    ]);
    expect(await lignes({ vue: 'archives' })).toMatchObject([{ theme: 'numerique' }]);
    await e.reussir('formation.oublierRecueil', { campagneId: id, salarieId: a });
    expect(await e.reussir('formation.campagnes', {})).toMatchObject([{ recueillis: 0, besoins: 2 }]);
  });

  test('one a year, dates in order, and a closed one takes nothing more', async () => {
    const a = await ajouterSalarie(e, 'A', 'Un');
    const { id } = await ouvrir();
    const champsDe = async (promesse: ReturnType<typeof e.appeler>) => {
      const enveloppe = await promesse;
      return enveloppe.ok ? null : Object.keys(enveloppe.error.champs ?? {});
    };
    expect(
      await champsDe(e.appeler('formation.openCampagne', { annee: 2026, ouverteLe: AUJOURDHUI })),
    ).toEqual(['annee']);
    expect(
      await champsDe(
        e.appeler('formation.openCampagne', { annee: 2027, ouverteLe: AUJOURDHUI, echeance: '2026-03-01' }),
      ),
    ).toEqual(['echeance']);
    const recueil = (recueilliLe: string) =>
      e.appeler('formation.recueillir', { campagneId: id, salarieId: a, recueilliLe, besoins: [] });
    expect(await champsDe(recueil('2026-03-25'))).toEqual(['recueilliLe']);
    expect(await champsDe(recueil('2026-03-01'))).toEqual(['recueilliLe']);
    expect(await champsDe(e.appeler('formation.closeCampagne', { id, closeLe: '2026-03-01' }))).toEqual([
      'closeLe',
    ]);
    await e.reussir('formation.closeCampagne', { id, closeLe: AUJOURDHUI });
    expect(await recueil(AUJOURDHUI)).toMatchObject({ error: { code: 'regle' } });
    expect(
      await champsDe(e.appeler('formation.createBesoin', { ...UTILE, salarieIds: [a], campagneId: id })),
    ).toEqual(['campagneId']);
    await e.reussir('formation.closeCampagne', { id, closeLe: null });
    expect(await recueil(AUJOURDHUI)).toMatchObject({ ok: true });
  });

  test('sheets: one for each person left, blank ones, and somebody’s needs already known', async () => {
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
    const a = await ajouterSalarie(e, 'Aminata', 'Diallo <b>');
    await ajouterSalarie(e, 'Bruno', 'Faure');
    await creer({ salarieIds: [a], libelle: 'Tableur' });
    const { id } = await ouvrir();
    expect(await e.reussir('formation.campagnePage', { campagneId: id })).toMatchObject({ nombre: 2 });
    expect(e.traces.pages.at(-1)).toContain('DIALLO &lt;B&gt; Aminata');
    expect(e.traces.pages.at(-1)).toContain('Numérique, Tableur');
    expect(await e.reussir('formation.campagnePage', { campagneId: id, vierges: 3 })).toMatchObject({
      nombre: 3,
    });
    expect(await e.reussir('formation.campagnePdf', { campagneId: id, salarieIds: [a] })).toMatchObject({
      nom: 'Recueil-des-besoins-de-formation-2026.pdf',
    });
  });
});
