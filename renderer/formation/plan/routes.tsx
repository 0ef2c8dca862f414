import type { RouteObject } from 'react-router';

export const routesPlan: RouteObject[] = [
  {
    path: '/formation/plan',
    lazy: async () => ({ Component: (await import('./ecran-plan.tsx')).EcranPlan }),
  },
];
