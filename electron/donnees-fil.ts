import { parentPort, workerData } from 'node:worker_threads';
import type { Ports } from '../db/contexte.ts';
import { Depot } from '../db/depot.ts';
import { Dispatch } from '../db/dispatch.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { DemarrageDonnees, DepuisDonnees, Services, VersDonnees } from './messages.ts';
import { journalDans, uuidV7 } from './ports.ts';

/** The data thread: SQLite and every operation live here, so that nothing they do can freeze the window. */

const { dossier, annulation } = workerData as DemarrageDonnees;
const drapeau = new Int32Array(annulation);
const envoyer = (message: DepuisDonnees) => parentPort!.postMessage(message);

let prochain = 0;
const attentes = new Map<number, { resoudre: (valeur: unknown) => void; rejeter: (erreur: Error) => void }>();

function service<N extends keyof Services>(
  nom: N,
  argument: unknown,
): Promise<Awaited<ReturnType<Services[N]>>> {
  const id = ++prochain;
  envoyer({ type: 'service', id, nom, argument });
  return new Promise((resoudre, rejeter) => {
    attentes.set(id, { resoudre: resoudre as (valeur: unknown) => void, rejeter });
  });
}

const ports: Ports = {
  clock: { now: () => new Date() },
  ids: { next: uuidV7 },
  files: {
    deliver: (fichier) => service('fichier', fichier),
    open: (fichier) => service('ouvrir', fichier),
    openDataFolder: () => service('ouvrirDossier', null),
  },
  pdf: { generate: (html) => service('pdf', html) },
  pages: { publish: (html) => service('page', html) },
  tasks: {
    begin: () => void Atomics.store(drapeau, 0, 0),
    progress: (fait, total) =>
      envoyer({ type: 'evenement', evenement: { type: 'progression', fait, total } }),
    cancelled: () => Atomics.load(drapeau, 0) === 1,
  },
  log: journalDans(dossier),
};

const depot = new Depot(dossier, ports.clock.now, {
  surEchec: (erreur) => ports.log('erreur', erreur instanceof Error ? `${erreur.stack}` : String(erreur)),
});
depot.open();
const dispatch = new Dispatch(depot, ports, (tables) =>
  envoyer({ type: 'evenement', evenement: { type: 'changement', tables } }),
);

parentPort!.on('message', async (message: VersDonnees) => {
  if (message.type === 'appel') {
    envoyer({
      type: 'resultat',
      id: message.id,
      enveloppe: await dispatch.appeler(message.nom, message.charge),
    });
  } else if (message.type === 'reponse') {
    const attente = attentes.get(message.id);
    attentes.delete(message.id);
    const { echec } = message;
    if (echec === undefined) attente?.resoudre(message.valeur);
    else {
      const { code, message: phrase } = echec;
      attente?.rejeter(code ? new ErreurMetier(code, { message: phrase }) : new Error(phrase));
    }
  } else {
    depot.close();
    envoyer({ type: 'arrete' });
    parentPort!.close();
  }
});
