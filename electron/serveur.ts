import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Evenement } from '../shared/pont.ts';
import { type Application, CHARGE_MAX } from './messages.ts';
import type { Reponse, Reponses } from './reponses.ts';

/** How long (ms) after the last window has gone before `surDepart`: a reload closes and reopens its stream. */
const REPIT = 5000;

/**
 * The application on 127.0.0.1, for the machine's own browser: random port, random token carried by a cookie
 * that scripts cannot read, exact Host and Origin, the same CSP as the desktop.
 */
export class Serveur {
  private readonly jeton = randomBytes(32).toString('base64url');
  private readonly application: Application & { reponses: Reponses };
  private readonly serveur: Server;
  private readonly auditeurs = new Set<ServerResponse>();
  private port = 0;
  /** Called when the last window has been closed for a while. */
  surDepart: (() => void) | null = null;
  private depart: NodeJS.Timeout | undefined;

  constructor(application: Application & { reponses: Reponses }) {
    this.application = application;
    // A client that trickles its headers or its body is dropped; one computer never needs many connections.
    this.serveur = createServer(
      {
        headersTimeout: 10_000,
        requestTimeout: 60_000,
        connectionsCheckingInterval: 5_000,
        maxHeaderSize: 16_384,
      },
      (requete, reponse) => void this.traiter(requete, reponse),
    );
    this.serveur.maxConnections = 200;
    this.serveur.on('clientError', (_erreur, prise) => prise.destroy());
  }

  /** Starts listening; returns the address to open, ticket included. Rejects when the port is taken. */
  async ecouter(port = 0): Promise<string> {
    await new Promise<void>((resoudre, rejeter) => {
      this.serveur.once('error', rejeter);
      this.serveur.listen(port, '127.0.0.1', () => {
        this.serveur.off('error', rejeter);
        resoudre();
      });
    });
    this.port = (this.serveur.address() as AddressInfo).port;
    return `${this.origine}/?jeton=${this.jeton}`;
  }

  get origine(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  diffuser(evenement: Evenement): void {
    for (const auditeur of this.auditeurs) auditeur.write(`data: ${JSON.stringify(evenement)}\n\n`);
  }

  async fermer(): Promise<void> {
    this.surDepart = null;
    clearTimeout(this.depart);
    const ferme = new Promise((resoudre) => this.serveur.close(resoudre));
    this.serveur.closeAllConnections();
    await ferme;
  }

  private get cookie(): string {
    return `passerelle-${this.port}`;
  }

  private async traiter(requete: IncomingMessage, reponse: ServerResponse): Promise<void> {
    try {
      if (`http://${requete.headers.host}` !== this.origine) return refuser(reponse, 403);
      const url = new URL(requete.url ?? '/', this.origine);
      if (url.origin !== this.origine) return refuser(reponse, 400);
      if (url.pathname === '/' && url.searchParams.has('jeton')) {
        if (requete.method !== 'GET') return refuser(reponse, 405);
        return this.accueillir(url, reponse);
      }
      if (!this.autorise(requete)) return refuser(reponse, 401);
      if (etranger(requete, this.origine)) return refuser(reponse, 403);
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
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
      body: JSON.stringify(enveloppe),
    });
  }

  private abonner(requete: IncomingMessage, reponse: ServerResponse): void {
    clearTimeout(this.depart);
    reponse.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    reponse.write(': bienvenue\n\n');
    this.auditeurs.add(reponse);
    requete.on('close', () => {
      this.auditeurs.delete(reponse);
      if (this.auditeurs.size === 0) this.depart = setTimeout(() => this.surDepart?.(), REPIT);
    });
  }
}

/**
 * A request made by some other page. Cookies do not tell ports apart: a page of another local server is « same site »
 * and its requests carry our cookie, so the browser's own account of where they come from decides.
 */
function etranger(requete: IncomingMessage, origine: string): boolean {
  const { origin } = requete.headers;
  const site = requete.headers['sec-fetch-site'];
  return (
    (origin !== undefined && origin !== origine) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  );
}

/** The body as text, or `null` when it is too big: the rest is read without being kept, so that the refusal arrives. */
async function lireCorps(requete: IncomingMessage): Promise<string | null> {
  if (Number(requete.headers['content-length'] ?? 0) > CHARGE_MAX) {
    requete.resume();
    return null;
  }
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of requete as AsyncIterable<Buffer>) {
    taille += morceau.length;
    if (taille > CHARGE_MAX) morceaux.length = 0;
    else morceaux.push(morceau);
  }
  return taille > CHARGE_MAX ? null : Buffer.concat(morceaux).toString('utf8');
}

function ecrire(reponse: ServerResponse, { status, headers, body }: Reponse): void {
  reponse.writeHead(status, headers);
  reponse.end(body);
}

function refuser(reponse: ServerResponse, status: number): void {
  if (reponse.headersSent) return void reponse.end();
  reponse.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  reponse.end('Accès refusé');
}
