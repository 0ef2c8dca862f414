import type { RouteObject } from 'react-router';

export const routesBesoins: RouteObject[] = [
  {
    path: '/formation/besoins',
    lazy: async () => ({ Component: (await import('./ecran-besoins.tsx')).EcranBesoins }),
  },
  {
    path: '/formation/besoins/campagnes/:id',
    lazy: async () => ({ Component: (await import('./ecran-campagne.tsx')).EcranCampagne }),
  },
];
