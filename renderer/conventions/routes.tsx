import type { RouteObject } from 'react-router';

export const routesConventions: RouteObject[] = [
  {
    path: 'bilans/conventions',
    lazy: async () => ({ Component: (await import('./ecran-conventions.tsx')).EcranConventions }),
  },
  {
    path: 'bilans/conventions/nouvelle',
    lazy: async () => ({ Component: (await import('./ecrans-saisie.tsx')).EcranNouvelleConvention }),
  },
  {
    path: 'bilans/conventions/:id',
    lazy: async () => ({ Component: (await import('./ecran-convention.tsx')).EcranConvention }),
  },
  {
    path: 'bilans/conventions/:id/modifier',
    lazy: async () => ({ Component: (await import('./ecrans-saisie.tsx')).EcranModifierConvention }),
  },
];
