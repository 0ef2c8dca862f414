import type { RouteObject } from 'react-router';

export const routesSessions: RouteObject[] = [
  {
    path: '/formation',
    lazy: async () => ({ Component: (await import('./ecran-sessions.tsx')).EcranSessions }),
  },
  {
    path: '/formation/calendrier',
    lazy: async () => ({
      Component: (await import('../calendrier/ecran-calendrier.tsx')).EcranCalendrierFormation,
    }),
  },
  {
    path: '/formation/actions',
    lazy: async () => ({ Component: (await import('../actions/ecran-actions.tsx')).EcranActions }),
  },
  {
    path: '/formation/actions/nouvelle',
    lazy: async () => ({
      Component: (await import('../actions/ecrans-saisie-action.tsx')).EcranNouvelleAction,
    }),
  },
  {
    path: '/formation/actions/:id',
    lazy: async () => ({ Component: (await import('../actions/ecran-action.tsx')).EcranAction }),
  },
  {
    path: '/formation/actions/:id/modifier',
    lazy: async () => ({
      Component: (await import('../actions/ecrans-saisie-action.tsx')).EcranModifierAction,
    }),
  },
  {
    path: '/formation/sessions/nouvelle',
    lazy: async () => ({ Component: (await import('./ecrans-saisie-session.tsx')).EcranNouvelleSession }),
  },
  {
    path: '/formation/sessions/:id/modifier',
    lazy: async () => ({ Component: (await import('./ecrans-saisie-session.tsx')).EcranModifierSession }),
  },
  {
    path: '/formation/sessions/:id',
    lazy: async () => ({ Component: (await import('./page-session.tsx')).PageSession }),
    // Each tab reads the session with `useSession`.
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./ecran-session.tsx')).EcranSession }),
      },
      {
        path: 'stagiaires',
        lazy: async () => ({
          Component: (await import('../stagiaires/ecran-stagiaires.tsx')).EcranStagiaires,
        }),
      },
      {
        path: 'presences',
        lazy: async () => ({ Component: (await import('../stagiaires/ecran-presences.tsx')).EcranPresences }),
      },
      {
        path: 'financement',
        lazy: async () => ({
          Component: (await import('../financement/ecran-financement.tsx')).EcranFinancement,
        }),
      },
      {
        path: 'evaluations',
        lazy: async () => ({
          Component: (await import('../suites/ecran-evaluations.tsx')).EcranEvaluations,
        }),
      },
      {
        path: 'documents',
        lazy: async () => ({ Component: (await import('../documents/ecran-documents.tsx')).EcranDocuments }),
      },
    ],
  },
];
