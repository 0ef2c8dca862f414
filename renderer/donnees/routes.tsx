import type { RouteObject } from 'react-router';

export const routesDonnees: RouteObject[] = [
  { path: 'donnees', lazy: async () => ({ Component: (await import('./ecran-donnees.tsx')).EcranDonnees }) },
];
