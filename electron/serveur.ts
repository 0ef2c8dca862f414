import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Enveloppe } from '../shared/erreurs.ts';
import type { Evenement } from '../shared/pont.ts';
import type { Reponse, Reponses } from './reponses.ts';

/** Largest request body (bytes): a 20 MB file in base64 and its JSON. */
const CORPS_MAX = 30_000_000;

export interface Application {
  appeler(nom: unknown, charge: unknown): Promise<Enveloppe<unknown>>;
  annuler(): void;
  reponses: Reponses;
}

/**
 * The application on 127.0.0.1, for the machine's own browser: random port, random token carried by a cookie
 * that scripts cannot read, exact Host and Origin, the same CSP as the desktop.
 */
export class Serveur {
  private readonly jeton = randomBytes(32).toString('base64url');
  private readonly application: Application;
  private readonly serveur: Server;
  private readonly auditeurs = new Set<ServerResponse>();
  /** Called when the last window has been closed for a while. */
  surDepart: (() => void) | null = null;
  private depart: NodeJS.Timeout | undefined;

  constructor(application: Application) {
    this.application = application;
    this.serveur = createServer((requete, reponse) => void this.traiter(requete, reponse));
  }

  /** Starts listening; returns the address to open, ticket included. */
  async ecouter(port = 0): Promise<string> {
    await new Promise<void>((resoudre) => this.serveur.listen(port, '127.0.0.1', resoudre));
    return `${this.origine}/?jeton=${this.jeton}`;
  }

  get origine(): string {
    return `http://127.0.0.1:${(this.serveur.address() as AddressInfo).port}`;
  }

  diffuser(evenement: Evenement): void {
    for (const auditeur of this.auditeurs) auditeur.write(`data: ${JSON.stringify(evenement)}\n\n`);
  }

  async fermer(): Promise<void> {
    clearTimeout(this.depart);
    const ferme = new Promise((resoudre) => this.serveur.close(resoudre));
    this.serveur.closeAllConnections();
    await ferme;
  }

  private get cookie(): string {
    return `passerelle-${(this.serveur.address() as AddressInfo).port}`;
  }

  private async traiter(requete: IncomingMessage, reponse: ServerResponse): Promise<void> {
    try {
      const url = new URL(requete.url ?? '/', this.origine);
      if (`http://${requete.headers.host}` !== this.origine) return refuser(reponse, 403);
      if (url.pathname === '/' && url.searchParams.has('jeton')) return this.accueillir(url, reponse);
      if (!this.autorise(requete)) return refuser(reponse, 401);
      if (url.pathname.startsWith('/api/'))
        return await this.api(requete, reponse, url.pathname.slice('/api/'.length));
      if (requete.method !== 'GET') return refuser(reponse, 405);
      if (url.pathname === '/evenements') return this.abonner(requete, reponse);
      ecrire(reponse, await this.application.reponses.get(url.pathname));
    } catch {
      refuser(reponse, 400);
    }
  }

  private accueillir(url: URL, reponse: ServerResponse): void {
    if (!this.estJeton(url.searchParams.get('jeton') ?? '')) {
      refuser(reponse, 401);
      return;
    }
    reponse.writeHead(303, {
      Location: '/',
      'Set-Cookie': `${this.cookie}=${this.jeton}; HttpOnly; SameSite=Strict; Path=/`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    });
    reponse.end();
  }

  private estJeton(propose: string): boolean {
    const attendu = Buffer.from(this.jeton);
    const recu = Buffer.from(propose);
    return attendu.length === recu.length && timingSafeEqual(attendu, recu);
  }

  private autorise(requete: IncomingMessage): boolean {
    const prefixe = `${this.cookie}=`;
    const cookie = requete.headers.cookie?.split('; ').find((morceau) => morceau.startsWith(prefixe));
    return cookie !== undefined && this.estJeton(cookie.slice(prefixe.length));
  }

  private async api(requete: IncomingMessage, reponse: ServerResponse, nom: string): Promise<void> {
    if (requete.method !== 'POST') return refuser(reponse, 405);
    if (requete.headers.origin !== this.origine) return refuser(reponse, 403);
    if (requete.headers['content-type'] !== 'application/json') return refuser(reponse, 415);
    if (nom === 'annuler') {
      this.application.annuler();
      reponse.writeHead(204).end();
      return;
    }
    const corps = await lireCorps(requete);
    if (corps === null) return refuser(reponse, 413);
    const enveloppe = await this.application.appeler(decodeURIComponent(nom), JSON.parse(corps));
    ecrire(reponse, {
      status: 200,
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
      body: JSON.stringify(enveloppe),
    });
  }

  private abonner(requete: IncomingMessage, reponse: ServerResponse): void {
    clearTimeout(this.depart);
    reponse.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    reponse.write(': bienvenue\n\n');
    this.auditeurs.add(reponse);
    requete.on('close', () => {
      this.auditeurs.delete(reponse);
      if (this.auditeurs.size === 0 && this.surDepart) this.depart = setTimeout(this.surDepart, 5000);
    });
  }
}

async function lireCorps(requete: IncomingMessage): Promise<string | null> {
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of requete as AsyncIterable<Buffer>) {
    taille += morceau.length;
    if (taille > CORPS_MAX) return null;
    morceaux.push(morceau);
  }
  return Buffer.concat(morceaux).toString('utf8');
}

function ecrire(reponse: ServerResponse, { status, headers, body }: Reponse): void {
  reponse.writeHead(status, headers);
  reponse.end(body);
}

function refuser(reponse: ServerResponse, status: number): void {
  if (reponse.headersSent) return void reponse.end();
  reponse.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  reponse.end('Accès refusé');
}
