import { Worker } from 'node:worker_threads';
import { type Enveloppe, ErreurMetier, PHRASES } from '../shared/erreurs.ts';
import type { Evenement } from '../shared/pont.ts';
import type { DemarrageDonnees, DepuisDonnees, Services, VersDonnees } from './messages.ts';

/** The host's side of the data thread: calls in, envelopes and events out. */
export class Donnees {
  private readonly fil: Worker;
  private readonly annulation = new SharedArrayBuffer(4);
  private readonly attentes = new Map<number, (enveloppe: Enveloppe<unknown>) => void>();
  private readonly services: Services;
  private readonly diffuser: (evenement: Evenement) => void;
  private prochain = 0;
  private arret: Promise<void> | null = null;

  constructor(
    script: string | URL,
    dossier: string,
    services: Services,
    diffuser: (evenement: Evenement) => void,
  ) {
    this.services = services;
    this.diffuser = diffuser;
    const workerData: DemarrageDonnees = { dossier, annulation: this.annulation };
    this.fil = new Worker(script, { workerData });
    this.fil.on('message', (message: DepuisDonnees) => this.recevoir(message));
    this.fil.on('error', () => this.abandonner());
  }

  appeler(nom: unknown, charge: unknown): Promise<Enveloppe<unknown>> {
    const id = ++this.prochain;
    return new Promise((resoudre) => {
      this.attentes.set(id, resoudre);
      this.envoyer({ type: 'appel', id, nom, charge });
    });
  }

  /** Asks the long task in progress to stop. */
  annuler(): void {
    Atomics.store(new Int32Array(this.annulation), 0, 1);
  }

  /** Closes the base cleanly, then the thread. */
  fermer(): Promise<void> {
    this.arret ??= new Promise((resoudre) => {
      this.fil.once('exit', () => resoudre());
      this.envoyer({ type: 'arret' });
    });
    return this.arret;
  }

  private envoyer(message: VersDonnees): void {
    this.fil.postMessage(message);
  }

  private recevoir(message: DepuisDonnees): void {
    if (message.type === 'resultat') {
      this.attentes.get(message.id)?.(message.enveloppe);
      this.attentes.delete(message.id);
    } else if (message.type === 'evenement') this.diffuser(message.evenement);
    else if (message.type === 'service') void this.servir(message.id, message.nom, message.argument);
  }

  private async servir(id: number, nom: keyof Services, argument: unknown): Promise<void> {
    try {
      const valeur = await (this.services[nom] as (argument: unknown) => Promise<unknown>)(argument);
      this.envoyer({ type: 'reponse', id, valeur });
    } catch (erreur) {
      const echec =
        erreur instanceof ErreurMetier ? erreur.code : erreur instanceof Error ? erreur.message : 'inconnu';
      this.envoyer({ type: 'reponse', id, echec });
    }
  }

  private abandonner(): void {
    for (const resoudre of this.attentes.values()) {
      resoudre({ ok: false, error: { code: 'interne', message: PHRASES.interne } });
    }
    this.attentes.clear();
  }
}
