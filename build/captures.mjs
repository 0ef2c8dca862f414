import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as navigateurs } from 'playwright-core';
import { construire } from './build.mjs';

/** Retakes the pictures of the README from the base of examples: `npm run captures`, or with the names wanted. */
const RACINE = fileURLToPath(new URL('..', import.meta.url));
const DESTINATION = join(RACINE, 'docs', 'captures');

/** Heaviest picture accepted, in bytes. */
const POIDS_MAX = 200_000;

/** Left to a screen to draw its figures and its sheet (ms). */
const REPOS = 2500;

await construire();
process.chdir(RACINE);
mkdirSync(DESTINATION, { recursive: true });
const dossier = mkdtempSync(join(tmpdir(), 'passerelle-captures-'));
const hote = spawn(process.execPath, ['dist/hotes/navigateur.js'], {
  env: { ...process.env, PASSERELLE_DONNEES: dossier, PASSERELLE_SANS_FENETRE: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const adresse = await new Promise((resoudre, rejeter) => {
  let dit = '';
  hote.stdout.on('data', (morceau) => {
    dit += morceau;
    const lue = /http:\/\/\S+/.exec(dit)?.[0];
    if (lue) resoudre(lue);
  });
  hote.once('exit', () => rejeter(new Error(`The host stopped: ${dit}`)));
});
const navigateur = await navigateurs.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox'],
});

try {
  const page = await navigateur.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(120_000);
  await page.goto(adresse);
  const { origin } = new URL(adresse);
  /** The page's own cookie opens the door that the screens use. */
  const appeler = async (nom, entree = {}) => {
    const reponse = await page.request.post(`${origin}/api/${nom}`, {
      data: entree,
      headers: { Origin: origin },
      timeout: 180_000,
    });
    const enveloppe = await reponse.json();
    if (!enveloppe.ok) throw new Error(`${nom}: ${JSON.stringify(enveloppe.error)}`);
    return enveloppe.value;
  };
  await appeler('donnees.openExamples');
  const [organisation] = await appeler('reseau.suggest', { recherche: 'Ressourcerie Le Deuxième Tour' });
  const [visitee] = await appeler('reseau.suggest', { recherche: 'Paysage Rochebelle' });
  const { lignes: immersions } = await appeler('immersions.list', { nombre: 200 });
  /** The latest immersion of somebody of the examples. */
  const immersionDe = (prenom) => immersions.find(({ salarie: celui }) => celui.prenom === prenom).id;
  const [salarie] = await appeler('salaries.suggest', { recherche: 'Aminata' });
  const { lignes: sessions } = await appeler('formation.sessions', { nombre: 100 });
  const enCours = sessions.find(({ etat }) => etat === 'en_cours');
  const financee = sessions.find(
    ({ etat, titre }) => etat === 'terminee' && titre.startsWith('Bionettoyage'),
  );

  const { bilans } = await appeler('bilans.list');
  const annee = new Date().getFullYear();
  /** The bilan of a year with a profile. */
  const bilanDe = (an, profil) =>
    bilans.find((lu) => lu.profil.code === profil && lu.debut.startsWith(String(an))).id;
  const ddets = bilans.find(({ convention }) => convention !== null);

  const ECRANS = {
    aujourdhui: '/',
    reseau: '/reseau',
    organisation: `/reseau/${organisation.id}`,
    visite: `/reseau/${visitee.id}/visite`,
    sollicitations: '/sollicitations',
    secteurs: '/reseau/secteurs',
    salarie: `/salaries/${salarie.id}`,
    radar: '/salaries/radar?mois=6',
    besoins: '/formation/besoins?par=themes',
    presences: `/formation/sessions/${enCours.id}/presences`,
    financement: `/formation/sessions/${financee.id}/financement`,
    plan: '/formation/plan',
    immersions: '/immersions',
    calendrier: '/immersions/calendrier',
    immersion: `/immersions/${immersionDe('Sarah')}`,
    suivi: `/immersions/${immersionDe('Tesfay')}/suivi`,
    'bilan-immersion': `/immersions/${immersionDe('Oksana')}/bilan`,
    documents: `/immersions/${immersionDe('Aminata')}/documents`,
    bilan: `/bilans/${bilanDe(annee, 'ddets')}`,
    differences: `/bilans/${bilanDe(annee - 1, 'ddets')}/versions/1/differences`,
    convention: `/bilans/conventions/${ddets.convention.id}`,
    sorties: '/bilans/sorties',
    etp: '/bilans/heures/etp',
    indicateurs: '/bilans/indicateurs',
    donnees: '/donnees',
    aide: '/aide',
    noter: '/',
  };
  const voulus = process.argv.slice(2);
  for (const [nom, chemin] of Object.entries(ECRANS)) {
    if (voulus.length > 0 && !voulus.includes(nom)) continue;
    await page.goto(`${origin}/#${chemin}`);
    await page.reload();
    await page.locator('main h1').waitFor();
    if (nom === 'noter') {
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('rochebelle', { delay: 30 });
      await page.getByRole('option').first().waitFor();
    }
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(REPOS);
    const fichier = join(DESTINATION, `${nom}.png`);
    await page.screenshot({ path: fichier });
    const poids = statSync(fichier).size;
    console.log(`${nom}.png  ${Math.round(poids / 1000)} ko`);
    if (poids > POIDS_MAX) throw new Error(`${nom}.png is too heavy`);
  }
} finally {
  await navigateur.close();
  const fini = new Promise((suite) => hote.once('exit', suite));
  hote.kill('SIGTERM');
  await fini;
  rmSync(dossier, { recursive: true, force: true });
}
