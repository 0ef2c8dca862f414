import type { RouteObject } from 'react-router';

export const routesBilans: RouteObject[] = [
  { path: 'bilans', lazy: async () => ({ Component: (await import('./ecran-bilans.tsx')).EcranBilans }) },
  {
    path: 'bilans/indicateurs',
    lazy: async () => ({ Component: (await import('./catalogue/ecran-indicateurs.tsx')).EcranIndicateurs }),
  },
];
