import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entree } from '../../shared/contrat.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { ajouterSalarie, ajouterSession, poserInscription } from '../formation.ts';
import { parcours, saisieComplete } from '../immersions.ts';

let e: Essai;
beforeEach(() => {
  e = essai();
});
afterEach(() => e.fermer());

const HOSTILE = '"><img src=x onerror=alert(1)> Œuvrard-N’Diaye';
const ECHAPPE = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt; Œuvrard-N’Diaye';

/** The sheet as it is shown; the PDF is made from the same. */
async function fiche(id: string): Promise<string> {
  const { adresse } = await e.reussir('salaries.fichePage', { id });
  expect(adresse).toBe(`documents/${e.traces.pages.length}`);
  const livre = await e.reussir('salaries.fichePdf', { id });
  expect(livre.etat).toBe('enregistre');
  expect(e.traces.pdf.at(-1)).toBe(e.traces.pages.at(-1));
  return e.traces.pages.at(-1)!;
}

async function radar(entree: Entree<'salaries.radarPage'> = {}): Promise<string> {
  await e.reussir('salaries.radarPage', entree);
  await e.reussir('salaries.radarPdf', entree);
  expect(e.traces.pdf.at(-1)).toBe(e.traces.pages.at(-1));
  return e.traces.pages.at(-1)!;
}

/** What is read, without the marks nor the style. */
const texte = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ');

test('the parcours of a person on a sheet: contracts, goals, immersions, trainings, and of the interviews their days only', async () => {
  const { salarieId, organisationId } = await parcours(e);
  await e.reussir('immersions.create', saisieComplete(salarieId, organisationId));
  const { sessionId } = await ajouterSession(e, { debut: '2026-04-21', fin: '2026-04-22', creneaux: [] });
  poserInscription(e, { sessionId, salarieId });
  await e.reussir('salaries.saveEntretien', {
    salarieId,
    genre: 'suivi',
    date: '2026-03-20',
    texte: 'Ce qui se dit entre nous.',
    prochain: '2026-04-03',
  });
  await e.reussir('salaries.saveObjectif', {
    salarieId,
    libelle: 'Passer le code',
    fixeLe: '2026-03-02',
    echeance: '2026-04-30',
  });
  const html = await fiche(salarieId);
  const lu = texte(html);
  for (const dit of [
    'Aminata Diallo',
    'née le 14/07/1991, 34 ans',
    'du 01/09/2025 au 31/08/2026 CDDI',
    'Prochain entretien 03/04/2026',
    'Passer le code en cours, pour le 30/04/2026',
    'du 07/04/2026 au 17/04/2026 Atelier du Réemploi',
    'du 21/04/2026 au 22/04/2026 Gestes et postures',
    'Formation le 21/04/2026 : Gestes et postures',
    '20/03/2026 Suivi K. Brunet',
  ])
    expect(lu).toContain(dit);
  expect(html).not.toContain('Ce qui se dit entre nous.');
  expect(e.traces.fichiers.at(-1)!.nom).toMatch(/^parcours-de-aminata-diallo.*\.pdf$/i);
});

test('somebody known by name, gender and birth date alone has a sheet too, whatever the name', async () => {
  await parcours(e);
  const id = await ajouterSalarie(e, HOSTILE, `${'Œuvrard-N’Diaye-'.repeat(6)}Œuvr`, { contrats: [] });
  const html = await fiche(id);
  expect(html).toContain(ECHAPPE);
  expect(html).not.toContain('<img src=x');
  expect(texte(html)).toContain('Prochaine étape aucune connue');
  for (const titre of ['Le parcours en un regard', 'Contrats et PASS IAE', 'Objectifs', 'Entretiens'])
    expect(html).not.toContain(titre);
  // A name may not choose where its file goes.
  expect(e.traces.fichiers.at(-1)!.nom).not.toMatch(/[\\/<>":]/);
});

test('what ends, on a sheet: what the screen filters, whom it is about, and what follows', async () => {
  const { organisationId, referentId } = await parcours(e);
  const contrats = [{ nature: 'cddi' as const, debut: '2025-09-01', fin: '2026-04-24', minutesHebdo: 1560 }];
  const id = await ajouterSalarie(e, 'Lou', HOSTILE, { contrats, referentId });
  const autre = await ajouterSalarie(e, 'Awa', 'Abadie', { contrats });
  await e.reussir(
    'immersions.create',
    saisieComplete(autre, organisationId, { debut: '2026-04-07', fin: '2026-04-17' }),
  );
  const tout = await radar();
  expect(tout).toContain(ECHAPPE);
  expect(tout).not.toContain('<img src=x');
  expect(texte(tout)).toContain('2 échéances, dont 1 sans prochaine étape.');
  expect(texte(tout)).toContain('Immersion le 07/04/2026 : Atelier du Réemploi');
  const miens = texte(await radar({ mois: 1, quoi: 'contrat', etape: 'avec', referent: 'moi' }));
  expect(miens).toContain('Contrats qui finissent d’ici 1 mois avec une prochaine étape');
  // « Moi » is nobody once on a sheet.
  expect(miens).toContain('Référent : Karine Brunet.');
  expect(miens).toContain('Rien ne finit sur cette période.');
  const { contrats: siens } = await e.reussir('salaries.get', { id });
  await e.reussir('salaries.saveSuite', { contratId: siens[0]!.id, suite: 'emploi', suiteNote: HOSTILE });
  expect(texte(await radar())).toContain('dont aucune sans prochaine étape.');
  expect(texte(await radar({ recherche: '<b>personne</b>' }))).toContain('Rien ne finit sur cette période.');
  expect(e.traces.pages.at(-1)).not.toContain('<b>personne</b>');
});

test('without a structure, without anybody, without a PDF engine: each says what to do', async () => {
  const id = await ajouterSalarie(e, 'Awa', 'Abadie');
  for (const nom of ['salaries.fichePage', 'salaries.fichePdf'] as const) {
    expect(await e.appeler(nom, { id })).toMatchObject({ ok: false, error: { code: 'regle' } });
    expect(await e.appeler(nom, { id: "' OR 1=1 --" })).toMatchObject({ error: { code: 'entree-invalide' } });
  }
  for (const nom of ['salaries.radarPage', 'salaries.radarPdf'] as const)
    expect(await e.appeler(nom, {})).toMatchObject({ ok: false, error: { code: 'regle' } });
  const { salarieId } = await parcours(e);
  for (const nom of ['salaries.fichePage', 'salaries.fichePdf'] as const)
    expect(await e.appeler(nom, { id: idDeRang(9999) })).toMatchObject({ error: { code: 'introuvable' } });
  // Nobody's parcours ends within a month, and the sheet says so.
  expect(texte(await radar({ mois: 1 }))).toContain('Rien ne finit sur cette période.');
  e.sansPdf();
  expect(await e.appeler('salaries.fichePdf', { id: salarieId })).toMatchObject({
    error: { code: 'pdf-indisponible' },
  });
  expect(await e.appeler('salaries.radarPdf', {})).toMatchObject({ error: { code: 'pdf-indisponible' } });
});
