import type { RouteObject } from 'react-router';

export const routesSuites: RouteObject[] = [
  {
    path: '/formation/devenir',
    lazy: async () => ({ Component: (await import('./ecran-devenir.tsx')).EcranDevenir }),
  },
];
