import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { FichierProduit } from '../db/contexte.ts';

export interface Reponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const COMMUNS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};

/**
 * Every address the build emits has this shape, so anything that could climb out of the folder
 * (`..`, `%2e`, backslash, NUL, drive or stream name) is not one of ours.
 */
const ADRESSE = /^(?:\/[\w-][\w.-]*)+$/;

/** CSP of the application; Mantine's own style elements carry the nonce. */
export function cspApplication(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** CSP of a printable page: no script at all, its own inline style, shown only inside the application. */
export const CSP_DOCUMENT = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Printable pages and produced files kept for the window, oldest dropped first. */
const GARDES = 24;

/**
 * What both hosts serve, whatever the transport: the built interface, printable pages, files to download.
 * Unknown path, unknown type or a path outside the folder: 404.
 */
export class Reponses {
  private readonly racine: string;
  private readonly pages = new Map<string, string>();
  private readonly fichiers = new Map<string, FichierProduit>();

  constructor(dossierInterface: string) {
    this.racine = resolve(dossierInterface);
  }

  /** Returns the relative address of the page. */
  publishPage(html: string): string {
    return `documents/${garder(this.pages, html)}`;
  }

  /** Returns the relative address of the file. */
  publishFile(fichier: FichierProduit): string {
    return `telechargements/${garder(this.fichiers, fichier)}`;
  }

  async get(chemin: string): Promise<Reponse> {
    const [, rubrique, cle = ''] = chemin.split('/');
    if (rubrique === 'documents') return this.page(cle);
    if (rubrique === 'telechargements') return this.fichier(cle);
    return this.statique(chemin === '/' ? '/index.html' : chemin);
  }

  private page(cle: string): Reponse {
    const html = this.pages.get(cle);
    if (html === undefined) return introuvable();
    return {
      status: 200,
      headers: { ...COMMUNS, 'Content-Type': TYPES['.html']!, 'Content-Security-Policy': CSP_DOCUMENT },
      body: html,
    };
  }

  private fichier(cle: string): Reponse {
    const fichier = this.fichiers.get(cle);
    if (fichier === undefined) return introuvable();
    return {
      status: 200,
      headers: {
        ...COMMUNS,
        'Content-Type': fichier.type,
        'Content-Disposition': pieceJointe(fichier.nom),
        'Content-Security-Policy': CSP_DOCUMENT,
      },
      body: fichier.contenu,
    };
  }

  private async statique(chemin: string): Promise<Reponse> {
    const extension = extname(chemin);
    const type = TYPES[extension];
    if (!ADRESSE.test(chemin) || type === undefined) return introuvable();
    let body: Buffer;
    try {
      const racine = await realpath(this.racine);
      const reel = await realpath(join(racine, chemin));
      if (!reel.startsWith(racine + sep)) return introuvable();
      body = await readFile(reel);
    } catch {
      return introuvable();
    }
    const headers: Record<string, string> = { ...COMMUNS, 'Content-Type': type };
    if (extension !== '.html') return { status: 200, headers, body };
    const nonce = randomBytes(16).toString('base64');
    headers['Content-Security-Policy'] = cspApplication(nonce);
    return { status: 200, headers, body: body.toString('utf8').replaceAll('__NONCE__', nonce) };
  }
}

/** RFC 6266: the true name, percent-encoded, after a plain ASCII one for whatever cannot read it. */
function pieceJointe(nom: string): string {
  const ascii = nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]/g, '_');
  const complet = encodeURIComponent(nom.toWellFormed()).replace(
    /['()*]/g,
    (caractere) => `%${caractere.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${complet}`;
}

function garder<T>(gardes: Map<string, T>, valeur: T): string {
  const cle = randomUUID();
  gardes.set(cle, valeur);
  const [ancienne] = gardes.keys();
  if (gardes.size > GARDES && ancienne !== undefined) gardes.delete(ancienne);
  return cle;
}

function introuvable(): Reponse {
  return {
    status: 404,
    headers: { ...COMMUNS, 'Content-Type': 'text/plain; charset=utf-8' },
    body: 'Introuvable',
  };
}
