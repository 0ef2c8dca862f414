import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptPapers } from '../../db/pieces.ts';
import { evaluationFormation } from '../../db/schema/index.ts';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import {
  changerInscription,
  changerSession,
  noter,
  type SessionEssai,
  sessionFormee,
} from '../papiers-session.ts';

let e: Essai;
let s: SessionEssai;
beforeEach(async () => {
  e = essai();
  s = await sessionFormee(e);
});
afterEach(() => e.fermer());

type Genre = Entree<'formation.page'>['genre'];
type Lu = Partial<Entree<'formation.page'>>;

async function html(genre: Genre, objetId = s.valideeId, reste: Lu = {}): Promise<string> {
  await e.reussir('formation.page', { id: s.sessionId, genre, objetId, ...reste });
  return e.traces.pages.at(-1)!;
}

const papiers = async (genre: Genre) =>
  (await e.reussir('formation.papiers', { id: s.sessionId })).filter((celui) => celui.genre === genre);

const issue = (genre: Genre, objetId = s.valideeId) =>
  e.reussir('formation.issue', { id: s.sessionId, genre, objetId });

/** Came in, followed all but a half-day, went to the end. */
function terminer() {
  changerInscription(e, s.valideeId, { statut: 'au_bout', entreLe: '2026-03-02', auBoutLe: '2026-03-03' });
  noter(e, s.valideeId, [180, 0, 150, 180]);
}

describe('which papers there are', () => {
  test('each step of a registration brings its own', async () => {
    const avant = await e.reussir('formation.papiers', { id: s.sessionId });
    expect(avant.map(({ genre, objetId, titre }) => [genre, objetId, titre])).toEqual([
      ['positionnement', s.valideeId, 'Aminata Diallo'],
      ['positionnement', s.repereeId, 'Chloé Œuvrard-N’Diaye'],
      ['convocation', s.valideeId, 'Aminata Diallo'],
      ['emargement', '', 'Feuille d’émargement F2026-001'],
    ]);
    terminer();
    const apres = new Set(
      (await e.reussir('formation.papiers', { id: s.sessionId })).map(({ genre }) => genre),
    );
    for (const genre of ['assiduite', 'fin_formation', 'evaluation_chaud', 'evaluation_froid'] as const)
      expect(apres).toContain(genre);
  });

  test('of a session that does not exist, of somebody who is not on it, of nobody', async () => {
    expect(await e.appeler('formation.papiers', { id: idDeRang(999) })).toMatchObject({
      error: { code: 'introuvable' },
    });
    for (const objetId of [idDeRang(999), '' as const])
      expect(
        await e.appeler('formation.page', { id: s.sessionId, genre: 'convocation', objetId }),
      ).toMatchObject({ error: { code: 'introuvable' } });
  });
});

describe('convocation', () => {
  test('says where, when and with whom; frozen once issued, and told when the session moves', async () => {
    const projet = await html('convocation');
    expect(projet).toContain('Projet, à ne pas signer');
    expect(projet).toContain('Lundi 2 mars 2026, à 9\u00a0h');
    expect(projet).toContain('Ferme des Tilleuls, Riom');
    expect(await issue('convocation')).toMatchObject({ edition: 1 });
    changerSession(e, s.sessionId, { lieu: 'Salle des fêtes, Volvic' });
    expect(await html('convocation')).toContain('Ferme des Tilleuls, Riom');
    expect(await papiers('convocation')).toMatchObject([{ change: true, editions: [{ edition: 1 }] }]);
    expect(
      await e.reussir('formation.differences', {
        id: s.sessionId,
        genre: 'convocation',
        objetId: s.valideeId,
      }),
    ).toEqual([{ quoi: 'Lieu', avant: 'Ferme des Tilleuls, Riom', apres: 'Salle des fêtes, Volvic' }]);
    expect(
      await e.appeler('formation.issue', { id: s.sessionId, genre: 'convocation', objetId: s.valideeId }),
    ).toMatchObject({ error: { code: 'regle' } });
    await e.reussir('formation.issue', {
      id: s.sessionId,
      genre: 'convocation',
      objetId: s.valideeId,
      remplace: true,
    });
    expect(await html('convocation')).toContain('Elle remplace les précédentes');
  });

  test('waits for half-days, and is not handed out for a cancelled session', async () => {
    changerSession(e, s.sessionId, { statut: 'annulee' });
    expect(await papiers('convocation')).toMatchObject([{ obstacle: 'La session est annulée.' }]);
    e.depot
      .base()
      .sqlite.exec("DELETE FROM session_creneau; UPDATE session_formation SET statut = 'confirmee'");
    expect(await papiers('convocation')).toMatchObject([
      { obstacle: 'Posez d’abord les demi-journées de la session.' },
    ]);
    expect(await html('convocation')).toContain('Aminata Diallo');
  });

  test('its PDF is kept with the session, and named in the archive', async () => {
    const { sha256 } = await issue('convocation');
    await e.reussir('formation.pdf', { id: s.sessionId, genre: 'convocation', objetId: s.valideeId });
    expect(e.traces.fichiers.at(-1)!.nom).toBe('Convocation-F2026-001-Diallo.pdf');
    expect(keptPapers(e.depot.base().sqlite)).toMatchObject([{ nom: 'Convocation F2026-001.pdf', sha256 }]);
  });
});

describe('positionnement', () => {
  test('is blank as long as nobody gave an opinion, then kept', async () => {
    expect(await html('positionnement', s.repereeId, { vierge: true })).toContain('Travailler dehors');
    expect(
      await e.appeler('formation.issue', {
        id: s.sessionId,
        genre: 'positionnement',
        objetId: s.repereeId,
      }),
    ).toMatchObject({ error: { code: 'regle' } });
    const prerequis = [{ libelle: 'Travailler dehors', acquis: 'oui' }];
    changerInscription(e, s.repereeId, {
      positionnement: JSON.stringify({ prerequis, avis: 'favorable', vise: 'Devenir jardinière' }),
      signeSalarieLe: '2026-02-10',
    });
    await issue('positionnement', s.repereeId);
    const emis = await html('positionnement', s.repereeId);
    expect(emis).toContain('Devenir jardinière');
    expect(emis).toContain('signé le 10/02/2026');
    expect(await html('positionnement', s.repereeId, { vierge: true })).not.toContain('Devenir jardinière');
  });
});

describe('émargement', () => {
  test('has the engaged, a row for each seat of a partner, and crosses out who stopped', async () => {
    const { id: partenaireId } = await e.reussir('reseau.create', {
      nom: 'Chantier voisin',
      categorie: 'siae',
    });
    e.depot
      .base()
      .sqlite.prepare(
        "INSERT INTO session_partenaire (id, session_id, organisation_id, places, updated_at) VALUES (?, ?, ?, 2, '')",
      )
      .run(idDeRang(900), s.sessionId, partenaireId);
    changerInscription(e, s.valideeId, {
      statut: 'interrompu',
      entreLe: '2026-03-02',
      interrompuLe: '2026-03-02',
    });
    const feuille = await html('emargement', '');
    expect(feuille).toContain('DIALLO Aminata');
    expect(feuille).not.toContain('N’Diaye');
    expect(feuille.match(/Chantier voisin/g)).toHaveLength(2);
    expect(feuille.match(/data-hors/g)!.length).toBeGreaterThanOrEqual(2);
    expect(feuille).toContain('jusqu’au 02/03/2026');
  });

  test('waits for somebody to sign it', async () => {
    changerInscription(e, s.valideeId, { statut: 'positionne' });
    expect(await papiers('emargement')).toMatchObject([
      { paysage: true, obstacle: 'Validez d’abord l’inscription d’une personne au moins.' },
    ]);
  });
});

describe('attestations', () => {
  test('count what was followed over what was noted, with the reasons', async () => {
    terminer();
    const page = (await html('assiduite')).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
    expect(page).toContain('<strong>8 h 30</strong> sur 12 h prévues');
    expect(page).toContain('Absence justifiée : 1 demi-journée, 3 h');
    expect(page).toContain('Retard ou départ avant l’heure : 1 demi-journée, 0 h 30');
    await issue('assiduite');
    await issue('fin_formation');
    expect(await html('fin_formation')).toContain('Tailler, tondre et débroussailler en sécurité.');
  });

  test('the one of the end waits for the end, and for every half-day', async () => {
    changerInscription(e, s.valideeId, { statut: 'entre', entreLe: '2026-03-02' });
    expect(await papiers('assiduite')).toMatchObject([
      { obstacle: 'Aucune présence n’est notée : saisissez-les dans Présences.' },
    ]);
    expect((await papiers('fin_formation'))[0]!.obstacle).toContain('allée au bout');
    noter(e, s.valideeId, [180]);
    changerInscription(e, s.valideeId, { statut: 'au_bout' });
    expect((await papiers('fin_formation'))[0]!.obstacle).toContain('3 demi-journées à relever');
    expect((await papiers('assiduite'))[0]!.obstacle).toBe('');
  });

  test('the result is said, and a later one is told as a change', async () => {
    terminer();
    changerInscription(e, s.valideeId, { resultat: 'partiel', resultatLe: '2026-03-10' });
    await issue('fin_formation');
    expect(await html('fin_formation')).toContain('Certifié en partie, le 10/03/2026');
    changerInscription(e, s.valideeId, { resultat: 'total' });
    expect(
      await e.reussir('formation.differences', {
        id: s.sessionId,
        genre: 'fin_formation',
        objetId: s.valideeId,
      }),
    ).toEqual([{ quoi: 'Résultat', avant: 'Certifié en partie', apres: 'Certifié' }]);
  });
});

describe('questionnaires', () => {
  test('blank for the hand; filled, kept with their words', async () => {
    terminer();
    const vierge = await html('evaluation_chaud', s.valideeId, { vierge: true });
    expect(vierge).toContain('Il n’y a pas de bonne réponse');
    expect((await papiers('evaluation_chaud'))[0]!.obstacle).toContain('imprimez-la vierge');
    e.depot
      .base()
      .orm.insert(evaluationFormation)
      .values({
        inscriptionId: s.valideeId,
        genre: 'chaud',
        date: '2026-03-03',
        reponses: JSON.stringify({ version: '2026-1', reponses: { lieu: 4, plus_utile: 'La taille' } }),
        updatedAt: '2026-03-03T10:00:00.000Z',
      })
      .run();
    await issue('evaluation_chaud');
    const remplie = await html('evaluation_chaud');
    expect(remplie).toContain('La taille');
    expect(remplie).toContain('Remplie le 03/03/2026');
  });
});

describe('all of a kind at once', () => {
  beforeEach(() => changerInscription(e, s.repereeId, { statut: 'valide' }));

  test('one page holds them all; each copy has its own foot', async () => {
    await e.reussir('formation.lotPage', { id: s.sessionId, genre: 'convocation' });
    const page = e.traces.pages.at(-1)!;
    expect(page.match(/class="exemplaire"/g)).toHaveLength(2);
    expect(page).toContain('Madame, vous êtes inscrite');
    expect(page).toContain('@page exemplaire1');
    await e.reussir('formation.lotPdf', { id: s.sessionId, genre: 'positionnement', vierge: true });
    expect(e.traces.fichiers.at(-1)!.nom).toBe('Fiches-de-positionnement-F2026-001.pdf');
  });

  test('issues those that never were; then those that changed, when asked', async () => {
    await issue('convocation');
    const lot = { id: s.sessionId, genre: 'convocation' } as const;
    expect(await e.reussir('formation.lotIssue', lot)).toEqual({ emis: 1 });
    expect(await e.reussir('formation.lotIssue', lot)).toEqual({ emis: 0 });
    changerSession(e, s.sessionId, { lieu: 'Ailleurs' });
    expect(await e.reussir('formation.lotIssue', lot)).toEqual({ emis: 0 });
    expect(await e.reussir('formation.lotIssue', { ...lot, remplace: true })).toEqual({ emis: 2 });
  });

  test('stopped, it keeps those already issued; with none ready, says so', async () => {
    e.surProgression = () => e.demanderArret();
    expect(await e.reussir('formation.lotIssue', { id: s.sessionId, genre: 'convocation' })).toEqual({
      emis: 1,
    });
    expect(await e.appeler('formation.lotPage', { id: s.sessionId, genre: 'assiduite' })).toMatchObject({
      error: { code: 'regle', message: 'Aucun de ces documents n’est prêt.' },
    });
  });
});
