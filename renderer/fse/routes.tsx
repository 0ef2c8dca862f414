import type { RouteObject } from 'react-router';

export const routesFse: RouteObject[] = [
  { path: 'bilans/fse', lazy: async () => ({ Component: (await import('./ecran-fse.tsx')).EcranFse }) },
];
