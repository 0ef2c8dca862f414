import type { RouteObject } from 'react-router';

export const routesVisites: RouteObject[] = [
  {
    path: 'reseau/publipostage',
    lazy: async () => ({ Component: (await import('./ecran-publipostage.tsx')).EcranPublipostage }),
  },
  {
    path: 'reseau/modeles',
    lazy: async () => ({ Component: (await import('./ecran-modeles.tsx')).EcranModeles }),
  },
  {
    path: 'reseau/argumentaires',
    lazy: async () => ({ Component: (await import('./ecran-argumentaires.tsx')).EcranArgumentaires }),
  },
  {
    path: 'reseau/:id/visite',
    lazy: async () => ({ Component: (await import('./ecran-visite.tsx')).EcranVisite }),
  },
];
