import type { RouteObject } from 'react-router';

export const routesImporter: RouteObject[] = [
  {
    path: 'reseau/importer',
    lazy: async () => ({ Component: (await import('./ecran-importer.tsx')).EcranImporter }),
  },
];
