import type { RouteObject } from 'react-router';

export const routesImmersions: RouteObject[] = [
  {
    path: '/immersions',
    lazy: async () => ({ Component: (await import('./ecran-immersions.tsx')).EcranImmersions }),
  },
  {
    path: '/immersions/nouvelle',
    lazy: async () => ({
      Component: (await import('./ecran-nouvelle-immersion.tsx')).EcranNouvelleImmersion,
    }),
  },
  {
    path: '/immersions/calendrier',
    lazy: async () => ({ Component: (await import('./ecran-calendrier.tsx')).EcranCalendrier }),
  },
  {
    path: '/immersions/objectifs',
    lazy: async () => ({ Component: (await import('./ecran-objectifs.tsx')).EcranObjectifs }),
  },
  {
    path: '/immersions/:id',
    lazy: async () => ({ Component: (await import('./page-immersion.tsx')).PageImmersion }),
    // Each tab reads the immersion with `useFiche`.
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./ecran-convention.tsx')).EcranConvention }),
      },
      {
        path: 'suivi',
        lazy: async () => ({ Component: (await import('./suivi/ecran-suivi.tsx')).EcranSuivi }),
      },
      {
        path: 'bilan',
        lazy: async () => ({ Component: (await import('./bilan/ecran-bilan.tsx')).EcranBilan }),
      },
      {
        path: 'documents',
        lazy: async () => ({ Component: (await import('./ecran-documents.tsx')).EcranDocuments }),
      },
    ],
  },
];
