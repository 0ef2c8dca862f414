import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FichierProduit } from '../db/contexte.ts';
import type { Livraison } from '../shared/livraison.ts';
import { navigateurInstalle } from './chromium.ts';
import { Donnees } from './donnees.ts';
import { dossierDonnees } from './emplacements.ts';
import { fermerPdf, genererPdf } from './pdf-navigateur.ts';
import { Reponses } from './reponses.ts';
import { Serveur } from './serveur.ts';

/** The browser host: same interface, same operations, served to the machine's own browser. */
async function main(): Promise<void> {
  const reponses = new Reponses(fileURLToPath(new URL('../interface/', import.meta.url)));
  const dossier = dossierDonnees();
  const donnees = new Donnees(
    new URL('./donnees-fil.js', import.meta.url),
    dossier,
    {
      pdf: genererPdf,
      page: async (html) => reponses.publishPage(html),
      fichier: async (fichier) => telecharger(reponses, fichier),
      // A browser opens what it has downloaded.
      ouvrir: async (fichier) => telecharger(reponses, fichier),
      ouvrirDossier: async () =>
        lancer({ win32: 'explorer', darwin: 'open' }[process.platform as string] ?? 'xdg-open', dossier),
    },
    {
      diffuser: (evenement) => serveur.diffuser(evenement),
      surPanne: () =>
        echouer('Passerelle a rencontré un problème et s’est arrêtée. Relancez-la : rien n’est perdu.'),
    },
  );
  const serveur = new Serveur({
    appeler: (nom, charge) => donnees.appeler(nom, charge),
    annuler: () => donnees.annuler(),
    reponses,
  });
  const port = Number(process.env.PASSERELLE_PORT ?? 0);
  const adresse = await serveur
    .ecouter(port)
    .catch(() =>
      echouer(`Passerelle ne peut pas s’ouvrir : le port ${port} est déjà pris sur cet ordinateur.`),
    );

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
    lancer(navigateur, `--app=${adresse}`);
  } else console.log('Copiez cette adresse dans Chrome, Edge ou Chromium. Ctrl+C ferme l’application.');
}

function telecharger(reponses: Reponses, fichier: FichierProduit): Livraison {
  return { etat: 'a_telecharger', adresse: reponses.publishFile(fichier), nom: fichier.nom };
}

/** Starts a program and forgets it; one that cannot start must not take Passerelle down. */
function lancer(commande: string, argument: string): void {
  spawn(commande, [argument], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function echouer(phrase: string): never {
  console.error(phrase);
  process.exit(1);
}

await main();
