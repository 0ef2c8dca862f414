import { spawn } from 'node:child_process';
import { navigateurInstalle } from './chromium.ts';
import { Donnees } from './donnees.ts';
import { dossierDonnees } from './emplacements.ts';
import { fermerPdf, genererPdf } from './pdf-navigateur.ts';
import { Reponses } from './reponses.ts';
import { Serveur } from './serveur.ts';

/** The browser host: same interface, same operations, served to the machine's own browser. */
async function main(): Promise<void> {
  const reponses = new Reponses(
    new URL('../interface/', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1'),
  );
  const dossier = dossierDonnees();
  const donnees = new Donnees(
    new URL('./donnees-fil.js', import.meta.url),
    dossier,
    {
      pdf: genererPdf,
      page: async (html) => reponses.publishPage(html),
      fichier: async (fichier) => ({
        etat: 'a_telecharger',
        adresse: reponses.publishFile(fichier),
        nom: fichier.nom,
      }),
      ouvrirDossier: async () => ouvrir(dossier),
    },
    (evenement) => serveur.diffuser(evenement),
  );
  const serveur = new Serveur({
    appeler: (nom, charge) => donnees.appeler(nom, charge),
    annuler: () => donnees.annuler(),
    reponses,
  });
  const adresse = await serveur.ecouter(Number(process.env.PASSERELLE_PORT ?? 0));

  const fermer = async () => {
    await donnees.fermer();
    await Promise.all([serveur.fermer(), fermerPdf()]);
    process.exit(0);
  };
  process.once('SIGINT', fermer);
  process.once('SIGTERM', fermer);

  const navigateur = process.env.PASSERELLE_SANS_FENETRE ? null : navigateurInstalle();
  console.log(`Passerelle est ouverte : ${adresse}`);
  if (navigateur) {
    serveur.surDepart = fermer;
    spawn(navigateur, [`--app=${adresse}`], { stdio: 'ignore', detached: true }).unref();
  } else console.log('Copiez cette adresse dans Chrome, Edge ou Chromium. Ctrl+C ferme l’application.');
}

function ouvrir(dossier: string): void {
  const commande = { win32: 'explorer', darwin: 'open' }[process.platform as string] ?? 'xdg-open';
  spawn(commande, [dossier], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

await main();
