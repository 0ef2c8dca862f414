import type { RouteObject } from 'react-router';

export const routesFinancement: RouteObject[] = [
  {
    path: '/formation/financements',
    lazy: async () => ({ Component: (await import('./ecran-financements.tsx')).EcranFinancements }),
  },
];
