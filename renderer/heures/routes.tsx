import type { RouteObject } from 'react-router';

export const routesHeures: RouteObject[] = [
  {
    path: 'bilans/heures',
    lazy: async () => ({ Component: (await import('./ecran-heures.tsx')).EcranHeures }),
  },
  {
    path: 'bilans/heures/etp',
    lazy: async () => ({ Component: (await import('./ecran-etp.tsx')).EcranEtp }),
  },
  {
    path: 'bilans/heures/importer',
    lazy: async () => ({ Component: (await import('./ecran-importer-paie.tsx')).EcranImporterPaie }),
  },
  // The address others know; under the hours, the tab stays lit.
  { path: 'bilans/etp', lazy: async () => ({ Component: (await import('./vers-etp.tsx')).VersEtp }) },
];
