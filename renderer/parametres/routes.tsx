import type { RouteObject } from 'react-router';

export const routesParametres: RouteObject[] = [
  {
    path: 'parametres',
    lazy: async () => ({ Component: (await import('./ecran-parametres.tsx')).EcranParametres }),
  },
  {
    path: 'parametres/listes',
    lazy: async () => ({ Component: (await import('./ecran-listes.tsx')).EcranListes }),
  },
  {
    path: 'parametres/seuils',
    lazy: async () => ({ Component: (await import('./ecran-seuils.tsx')).EcranSeuils }),
  },
];
