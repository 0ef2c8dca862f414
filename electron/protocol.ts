import type { Protocol } from 'electron';
import type { Reponses } from './reponses.ts';
import { estInterne, SCHEME } from './security.ts';

/** To call before Electron is ready: our scheme behaves like https (own origin, relative addresses, storage). */
export function declarerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves `app://passerelle/…` from the same answers as the browser host; never from a file address. */
export function servir(protocol: Protocol, reponses: Reponses): void {
  protocol.handle(SCHEME, async (requete) => {
    if (!estInterne(requete.url)) return new Response('Introuvable', { status: 404 });
    if (requete.method !== 'GET') return new Response('Accès refusé', { status: 405 });
    const { status, headers, body } = await reponses.get(new URL(requete.url).pathname);
    return new Response(body as BodyInit, { status, headers });
  });
}
