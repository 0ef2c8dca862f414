import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { EcranProbleme } from '../donnees/ecran-probleme.tsx';
import { PremierLancement } from '../parametres/premier-lancement.tsx';
import { useLecture } from './operations.ts';
import { preparerEcrans, routeur } from './routes.tsx';

/** What opens first: a readable problem, the first-run screen, or the application. */
export function Demarrage() {
  useEffect(preparerEcrans, []);
  const etat = useLecture('donnees.etat', {});
  const parametres = useLecture('parametres.get', {}, { actif: etat.data?.ouverte ?? false });
  if (etat.error) return <EcranProbleme code={etat.error.enveloppe.code} message={etat.error.message} />;
  if (etat.data?.probleme) return <EcranProbleme code={etat.data.probleme} />;
  if (parametres.error) {
    return <EcranProbleme code={parametres.error.enveloppe.code} message={parametres.error.message} />;
  }
  if (!parametres.data) return null;
  if (parametres.data.structure === null || parametres.data.membres.length === 0) return <PremierLancement />;
  return <RouterProvider router={routeur} />;
}
