import { createHashRouter, type RouteObject } from 'react-router';
import { routesAide } from '../aide/routes.tsx';
import { routesAujourdhui } from '../aujourdhui/routes.tsx';
import { routesBilans } from '../bilans/routes.tsx';
import { routesDonnees } from '../donnees/routes.tsx';
import { routesImmersions } from '../immersions/routes.tsx';
import { routesParametres } from '../parametres/routes.tsx';
import { routesImporter } from '../reseau/importer/routes.tsx';
import { routesReseau } from '../reseau/routes.tsx';
import { routesSalaries } from '../salaries/routes.tsx';
import { Cadre } from './cadre.tsx';
import { Introuvable } from './introuvable.tsx';

const ecrans: RouteObject[] = [
  ...routesAujourdhui,
  ...routesReseau,
  ...routesImporter,
  ...routesSalaries,
  ...routesImmersions,
  ...routesBilans,
  ...routesDonnees,
  ...routesParametres,
  ...routesAide,
];

export const routeur = createHashRouter([
  { element: <Cadre />, children: [...ecrans, { path: '*', element: <Introuvable /> }] },
]);
