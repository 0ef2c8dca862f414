import type { RouteObject } from 'react-router';

export const routesSollicitations: RouteObject[] = [
  {
    path: 'sollicitations',
    lazy: async () => ({ Component: (await import('./ecran-journal.tsx')).EcranJournal }),
  },
];
