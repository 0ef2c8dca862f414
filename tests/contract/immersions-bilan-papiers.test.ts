import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai } from '../appui.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
let id: string;
beforeEach(async () => {
  e = essai();
  const { salarieId, organisationId, referentId } = await parcours(e);
  const creee = await e.reussir(
    'immersions.create',
    saisieComplete(salarieId, organisationId, {
      referentId,
      competences: ['Trier les appareils', '<b>Souder</b> & démonter'],
    }),
  );
  id = creee.id;
  e.depot.base().sqlite.prepare("UPDATE immersion SET statut = 'signee' WHERE id = ?").run(id);
  e.nousSommesLe('2026-04-17');
});
afterEach(() => e.fermer());

type Genre = 'grille_decouverte' | 'grille_validation' | 'bilan';
const page = async (genre: Genre, reste: Partial<Entree<'immersions.page'>> = {}) => {
  await e.reussir('immersions.page', { id, genre, ...reste });
  // What is drawn, without the fonts and the style.
  return e.traces.pages.at(-1)!.replace(/<style>.*<\/style>/s, '');
};
const papier = async (genre: Genre) =>
  (await e.reussir('immersions.papiers', { id })).find((celui) => celui.genre === genre)!;
const cochees = (html: string) => html.match(/class="coche" data-vraie=""/g)?.length ?? 0;

const valider = () =>
  e.reussir('immersions.saveEvaluation', {
    id,
    genre: 'validation',
    date: '2026-04-17',
    evaluateur: 'Léa Martin',
    reponses: {
      competences: [{ competence: '<b>Souder</b> & démonter', niveau: 'aide', commentaire: 'عمل جيد' }],
      savoirEtre: { soin: { niveau: 'toujours', commentaire: '' } },
      commentaire: '',
    },
  });
const saveBilan = (reste: Partial<Entree<'immersions.saveBilan'>> = {}) =>
  e.reussir('immersions.saveBilan', {
    id,
    realisation: 'complete',
    avisSalarie: 'Le métier me plaît.',
    avisAccueil: 'Sérieuse.',
    avisStructure: '',
    objectifs: 'oui',
    decision: 'projet_confirme',
    suite: '',
    date: '2026-04-17',
    ...reste,
  });

test('blank grids carry no answer, though the grid was filled; the competences are those of the immersion', async () => {
  await valider();
  const vierge = await page('grille_validation', { vierge: true });
  expect(cochees(vierge)).toBe(0);
  expect(vierge).toContain('&lt;b&gt;Souder&lt;/b&gt; &amp; démonter');
  expect(vierge).not.toContain('filigrane');
  expect(cochees(await page('grille_decouverte', { vierge: true }))).toBe(0);
  const remplie = await page('grille_validation');
  expect(cochees(remplie)).toBe(2);
  expect(remplie).toContain('عمل جيد');
});

test('a blank grid is not issued; a filled one is frozen, and says when the answers changed since', async () => {
  expect((await papier('grille_validation')).obstacle).toContain('vierge');
  expect(await e.appeler('immersions.issue', { id, genre: 'grille_validation' })).toMatchObject({
    error: { code: 'regle' },
  });
  await valider();
  await e.reussir('immersions.issue', { id, genre: 'grille_validation' });
  expect(await papier('grille_validation')).toMatchObject({ change: false, editions: [{ edition: 1 }] });
  await e.reussir('immersions.clearEvaluation', { id, genre: 'validation' });
  expect(await papier('grille_validation')).toMatchObject({ change: true });
  expect(cochees(await page('grille_validation', { edition: 1 }))).toBe(2);
});

test('the bilan is a draft until it is closed, then it is issued and stays', async () => {
  await saveBilan();
  expect(await page('bilan')).toContain('class="filigrane"');
  expect(await e.appeler('immersions.issue', { id, genre: 'bilan' })).toMatchObject({
    error: { code: 'regle' },
  });
  await e.reussir('immersions.closeBilan', { id });
  await e.reussir('immersions.issue', { id, genre: 'bilan' });
  expect(await page('bilan')).not.toContain('class="filigrane"');
  await e.reussir('immersions.reopenBilan', { id });
  await saveBilan({ avisAccueil: 'Autre chose' });
  expect(await page('bilan')).toContain('Sérieuse.');
  expect(await papier('bilan')).toMatchObject({ change: true });
});

test('a no-show is a statement, without views nor decision nor the signature of who was not there', async () => {
  await saveBilan({ realisation: 'absente', avisStructure: 'Injoignable depuis lundi.' });
  const html = await page('bilan');
  expect(html).toContain('Constat d’absence');
  expect(html).toContain('Injoignable depuis lundi.');
  expect(html).not.toContain('Ce que chacun en dit');
  expect(html).not.toContain('La bénéficiaire<');
});

test('an interruption is said with its days and its reason', async () => {
  await e.reussir('immersions.interrupt', { id, dernierJour: '2026-04-14', motif: 'Atelier fermé' });
  await saveBilan({ realisation: 'partielle' });
  const html = await page('bilan');
  expect(html).toContain('arrêtée le 14/04/2026 au lieu du 17/04/2026 : Atelier fermé');
  expect(html).toContain('21 h manquées');
});

test('the papers of a draft say why they wait', async () => {
  e.depot.base().sqlite.exec("UPDATE immersion SET statut = 'brouillon'");
  expect((await papier('bilan')).obstacle).toContain('brouillon');
  expect((await papier('grille_decouverte')).vierge).toBe(true);
});
