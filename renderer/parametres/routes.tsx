import type { RouteObject } from 'react-router';

export const routesParametres: RouteObject[] = [
  {
    path: 'parametres',
    lazy: async () => ({ Component: (await import('./ecran-parametres.tsx')).EcranParametres }),
  },
];
