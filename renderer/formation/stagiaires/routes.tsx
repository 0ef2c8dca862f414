import type { RouteObject } from 'react-router';

export const routesStagiaires: RouteObject[] = [
  {
    path: '/formation/heures',
    lazy: async () => ({ Component: (await import('./ecran-heures.tsx')).EcranHeures }),
  },
];
