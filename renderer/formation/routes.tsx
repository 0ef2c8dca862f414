import type { RouteObject } from 'react-router';
import { routesBesoins } from './besoins/routes.tsx';
import { routesFinancement } from './financement/routes.tsx';
import { routesPlan } from './plan/routes.tsx';
import { routesSessions } from './sessions/routes.tsx';
import { routesStagiaires } from './stagiaires/routes.tsx';
import { routesSuites } from './suites/routes.tsx';

export const routesFormation: RouteObject[] = [
  ...routesSessions,
  ...routesStagiaires,
  ...routesBesoins,
  ...routesSuites,
  ...routesFinancement,
  ...routesPlan,
];
