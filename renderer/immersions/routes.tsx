import type { RouteObject } from 'react-router';

export const routesImmersions: RouteObject[] = [
  {
    path: '/immersions',
    lazy: async () => ({ Component: (await import('./ecran-immersions.tsx')).EcranImmersions }),
  },
  {
    path: '/immersions/nouvelle',
    lazy: async () => ({
      Component: (await import('./ecran-nouvelle-immersion.tsx')).EcranNouvelleImmersion,
    }),
  },
  {
    path: '/immersions/:id',
    lazy: async () => ({ Component: (await import('./ecran-immersion.tsx')).EcranImmersion }),
  },
];
