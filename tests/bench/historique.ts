import type { Browser, Page } from 'playwright-core';
import { uuidV7 } from '../../electron/ports.ts';
import { ajouterJours } from '../../shared/dates.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import { lancerChromium, lancerHote } from './demarrage.ts';
import type { Mesure } from './mesure.ts';

const ECHANGES = 500;
const INSTANT = `${AUJOURDHUI}T11:00:00.000Z`;
const TEXTE =
  'Visite de l’atelier avec trois personnes, très bon accueil ; rappeler à la rentrée pour la suite.';
const NATURES = ['decouverte', 'formation', 'intermediation', 'developpement', ''];
const CANAUX = ['telephone', 'visite', 'courriel', 'reunion', 'petit_dejeuner'];

/** Gives one organisation five hundred exchanges over three years, more than any has; returns its id. */
export function chargerFiche({ db }: Banc): string {
  const cible = db.sqlite
    .prepare(
      `SELECT f.organisation_id AS organisation, f.interlocuteur_id AS personne FROM fonction f
       JOIN organisation o ON o.id = f.organisation_id ORDER BY o.rang DESC LIMIT 1`,
    )
    .get() as { organisation: string; personne: string };
  const membre = db.sqlite.prepare('SELECT id FROM membre ORDER BY id LIMIT 1').pluck().get() as string;
  const echange = db.sqlite.prepare(
    `INSERT INTO sollicitation (id, date, canal, sens, nature, resultat, texte, cherche, auteur_id, created_at, updated_at)
     VALUES (?, ?, ?, 'sortante', ?, 'a_suivre', ?, '', ?, ?, ?)`,
  );
  const organisation = db.sqlite.prepare('INSERT INTO sollicitation_organisation VALUES (?, ?)');
  const personne = db.sqlite.prepare('INSERT INTO sollicitation_interlocuteur VALUES (?, ?)');
  db.sqlite.transaction(() => {
    for (let rang = 0; rang < ECHANGES; rang += 1) {
      const id = uuidV7();
      const jour = ajouterJours(AUJOURDHUI, -Math.floor((rang * 1090) / ECHANGES));
      echange.run(id, jour, CANAUX[rang % 5], NATURES[(rang * 3) % 5], TEXTE, membre, INSTANT, INSTANT);
      organisation.run(id, cible.organisation);
      personne.run(id, cible.personne);
    }
  })();
  return cible.organisation;
}

/** The history of such an organisation, read. */
export function mesureHistorique({ db, appeler }: Banc, organisationId: string): Mesure {
  const duBord = [
    `SELECT s.*, m.prenom, m.nom FROM sollicitation_organisation so JOIN sollicitation s ON s.id = so.sollicitation_id
     LEFT JOIN membre m ON m.id = s.auteur_id
     WHERE so.organisation_id = ? AND s.archived_at IS NULL ORDER BY s.date DESC, s.created_at DESC, s.id DESC`,
    `SELECT l.sollicitation_id, o.id, o.nom FROM sollicitation_organisation so
     JOIN sollicitation_organisation l ON l.sollicitation_id = so.sollicitation_id JOIN organisation o ON o.id = l.organisation_id
     WHERE so.organisation_id = ?`,
    `SELECT l.sollicitation_id, i.id, i.civilite, i.prenom, i.nom, f.intitule FROM sollicitation_organisation so
     JOIN sollicitation_interlocuteur l ON l.sollicitation_id = so.sollicitation_id
     JOIN interlocuteur i ON i.id = l.interlocuteur_id LEFT JOIN fonction f ON f.interlocuteur_id = i.id
     WHERE so.organisation_id = ?`,
    `SELECT l.sollicitation_id, p.id, p.prenom, p.nom FROM sollicitation_organisation so
     JOIN sollicitation_salarie l ON l.sollicitation_id = so.sollicitation_id JOIN salarie p ON p.id = l.salarie_id
     WHERE so.organisation_id = ?`,
    `SELECT p.* FROM sollicitation_organisation so JOIN piece_jointe p ON p.sollicitation_id = so.sollicitation_id
     WHERE so.organisation_id = ?`,
    'SELECT * FROM relance WHERE organisation_id = ? AND archived_at IS NULL',
    'SELECT * FROM immersion WHERE organisation_id = ?',
    'SELECT * FROM embauche WHERE organisation_id = ?',
    'SELECT * FROM entretien WHERE organisation_id = ?',
  ].map((sql) => db.sqlite.prepare(sql));
  return {
    nom: 'Fiche de 500 échanges',
    contre: 'les mêmes lignes en neuf requêtes préparées',
    buts: { rapport: 3, ms: 50 },
    tours: 60,
    operation: () => appeler('sollicitations.ofOrganisation', { organisationId }),
    plancher: () => {
      for (const requete of duBord) requete.all(organisationId);
    },
  };
}

/** Resolves in the page once a line of the history is on the screen. */
const PEINTE = `new Promise((fini) => {
  const voir = () =>
    document.querySelector('[id^="ligne-"]')
      ? requestAnimationFrame(() => setTimeout(() => fini(performance.now()), 0))
      : requestAnimationFrame(voir);
  voir();
})`;

/** From the click on such an organisation to its history painted, in the browser host. The base must be closed. */
export async function mesurePeinture(
  dossier: string,
  organisationId: string,
): Promise<Mesure & { close(): Promise<void> }> {
  const hote = await lancerHote(dossier);
  const navigateur: Browser = await lancerChromium();
  const page: Page = await navigateur.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(hote.adresse);
  await page.locator('main h1').waitFor();
  const aller = async (chemin: string, attendu: string) => {
    await page.evaluate((vers) => {
      location.hash = vers;
    }, chemin);
    await page.locator(attendu).first().waitFor();
  };
  return {
    nom: 'Fiche de 500 échanges, du clic à l’écran peint',
    contre: '',
    buts: { ms: 100 },
    tours: 20,
    preparer: () => aller('/aide', 'main h1:has-text("Aide")'),
    operation: () => page.evaluate(`location.hash = '/reseau/${organisationId}'; ${PEINTE}`),
    close: async () => {
      await navigateur.close();
      await hote.close();
    },
  };
}

/** A page of the journal and its counts, as its screen opens. */
export function mesuresJournal({ db, appeler }: Banc): Mesure[] {
  const page = db.sqlite.prepare(
    'SELECT * FROM sollicitation WHERE archived_at IS NULL ORDER BY date DESC, rang DESC LIMIT 100',
  );
  const nombre = db.sqlite.prepare('SELECT count(*) FROM sollicitation WHERE archived_at IS NULL').pluck();
  const refus = db.sqlite.prepare(
    "SELECT count(*) FROM sollicitation WHERE archived_at IS NULL AND resultat = 'refus'",
  );
  return [
    {
      nom: 'Première page du journal',
      contre: 'cent échanges en SQL préparé',
      buts: { ms: 50 },
      tours: 40,
      operation: () => appeler('sollicitations.journal', {}),
      plancher: () => page.all(),
    },
    {
      nom: 'Journal, comptes et causes',
      contre: 'un compte en SQL préparé',
      buts: { ms: 400 },
      tours: 10,
      operation: () => appeler('sollicitations.journalComptes', {}),
      plancher: () => nombre.get(),
    },
    {
      nom: 'Journal, les refus d’un mot',
      contre: 'un compte des refus en SQL préparé',
      buts: { ms: 400 },
      tours: 10,
      operation: () => appeler('sollicitations.journal', { resultat: 'refus', recherche: 'planning' }),
      plancher: () => refus.get(),
    },
  ];
}
