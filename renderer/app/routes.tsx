import { createHashRouter, type RouteObject } from 'react-router';
import { routesAide } from '../aide/routes.tsx';
import { routesAujourdhui } from '../aujourdhui/routes.tsx';
import { routesBilans } from '../bilans/routes.tsx';
import { routesConventions } from '../conventions/routes.tsx';
import { routesDonnees } from '../donnees/routes.tsx';
import { routesFormation } from '../formation/routes.tsx';
import { routesFse } from '../fse/routes.tsx';
import { routesHeures } from '../heures/routes.tsx';
import { routesImmersions } from '../immersions/routes.tsx';
import { routesParametres } from '../parametres/routes.tsx';
import { routesImporter } from '../reseau/importer/routes.tsx';
import { routesReseau } from '../reseau/routes.tsx';
import { routesSalaries } from '../salaries/routes.tsx';
import { routesSollicitations } from '../sollicitations/routes.tsx';
import { routesSorties } from '../sorties/routes.tsx';
import { routesVisites } from '../visites/routes.tsx';
import { Cadre } from './cadre.tsx';
import { EcranPanne } from './ecran-panne.tsx';
import { Introuvable } from './introuvable.tsx';
import { clientRequetes } from './operations.ts';

/** Read when they are first opened, or before. */
const autresEcrans: RouteObject[] = [
  ...routesReseau,
  ...routesVisites,
  ...routesImporter,
  ...routesSollicitations,
  ...routesSalaries,
  ...routesImmersions,
  ...routesFormation,
  ...routesSorties,
  ...routesHeures,
  ...routesConventions,
  ...routesFse,
  ...routesBilans,
  ...routesDonnees,
  ...routesParametres,
  ...routesAide,
];

export const routeur = createHashRouter([
  {
    element: <Cadre />,
    errorElement: <EcranPanne />,
    children: [
      {
        // Inside the frame, so that a screen in trouble leaves the others one click away.
        errorElement: <EcranPanne />,
        children: [...routesAujourdhui, ...autresEcrans, { path: '*', element: <Introuvable /> }],
      },
    ],
  },
]);

/** Screens of these routes, then of those within them. */
const ecransDe = (routes: RouteObject[]): (() => Promise<unknown>)[] =>
  routes.flatMap(({ lazy, children }) => [
    ...(typeof lazy === 'function' ? [lazy] : []),
    ...ecransDe(children ?? []),
  ]);

const aLire = ecransDe(autresEcrans);

/** Reads the other screens one by one, once the first has its answers and when nothing moves: each then opens at once. */
export function preparerEcrans(): void {
  requestIdleCallback(async () => {
    const lire = clientRequetes.isFetching() === 0 ? aLire.shift() : undefined;
    // One that cannot be read says so when it is opened.
    await lire?.().catch(() => undefined);
    if (aLire.length > 0) preparerEcrans();
  });
}
