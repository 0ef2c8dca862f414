import type { Enveloppe } from '../../shared/erreurs.ts';
import { PHRASES } from '../../shared/erreurs.ts';
import type { Pont } from '../../shared/pont.ts';

declare global {
  interface Window {
    /** Set by the desktop's preload; absent in the browser. */
    pont?: Pont;
  }
}

const COUPURE: Enveloppe<never> = {
  ok: false,
  error: {
    code: 'interne',
    message: 'Passerelle ne répond plus : relancez l’application. Votre saisie est encore à l’écran.',
  },
};

/** The same door over loopback HTTP. */
const pontHttp: Pont = {
  hote: 'navigateur',
  async appeler(nom, entree) {
    try {
      const reponse = await fetch(`/api/${encodeURIComponent(nom)}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(entree),
      });
      if (reponse.status === 413) {
        return { ok: false, error: { code: 'fichier-trop-gros', message: PHRASES['fichier-trop-gros'] } };
      }
      return reponse.ok ? await reponse.json() : COUPURE;
    } catch {
      return COUPURE;
    }
  },
  surEvenement(recevoir) {
    const source = new EventSource('/evenements');
    source.onmessage = (message) => recevoir(JSON.parse(message.data));
    return () => source.close();
  },
  annuler() {
    void fetch('/api/annuler', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
  },
};

export const pont: Pont = window.pont ?? pontHttp;
