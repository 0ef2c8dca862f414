import type { RouteObject } from 'react-router';

export const routesSalaries: RouteObject[] = [
  {
    path: '/salaries',
    lazy: async () => ({ Component: (await import('./ecran-salaries.tsx')).EcranSalaries }),
  },
  {
    path: '/salaries/nouveau',
    lazy: async () => ({ Component: (await import('./ecrans-saisie.tsx')).EcranNouveauSalarie }),
  },
  {
    path: '/salaries/radar',
    lazy: async () => ({ Component: (await import('./radar/ecran-radar.tsx')).EcranRadar }),
  },
  {
    path: '/salaries/:id',
    lazy: async () => ({ Component: (await import('./ecran-salarie.tsx')).EcranSalarie }),
  },
  {
    path: '/salaries/:id/modifier',
    lazy: async () => ({ Component: (await import('./ecrans-saisie.tsx')).EcranModifierSalarie }),
  },
];
