import type { RouteObject } from 'react-router';

export const routesSorties: RouteObject[] = [
  {
    path: '/bilans/sorties',
    lazy: async () => ({ Component: (await import('./ecran-sorties.tsx')).EcranSorties }),
  },
  {
    path: '/parametres/motifs-sortie',
    lazy: async () => ({ Component: (await import('./ecran-motifs.tsx')).EcranMotifs }),
  },
];
