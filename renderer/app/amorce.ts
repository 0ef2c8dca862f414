import type { Entree, NomOperation } from '../../shared/contrat.ts';
import { pont } from './pont.ts';

const demander = <N extends NomOperation>(nom: N, entree: Entree<N>) => ({
  nom,
  entree,
  reponse: pont.appeler(nom, entree),
});

/** True when the window opens on *Aujourd'hui*, not on the screen of a page loaded again. */
const accueil = ['', '#/'].includes(window.location.hash);

/**
 * What the first screen shows. Asked for by the very first module, one after the other to the data thread, while the
 * rest of the page is still being read: the answers are there when React is.
 */
export const premieres = [
  demander('donnees.etat', {}),
  demander('parametres.get', {}),
  demander('sollicitations.relances', { qui: 'moi' }),
  ...(accueil ? [demander('aujourdhui.get', { qui: 'moi' })] : []),
];
