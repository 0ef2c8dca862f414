import type { RouteObject } from 'react-router';

export const routesAide: RouteObject[] = [
  { path: '/aide', lazy: async () => ({ Component: (await import('./ecran-aide.tsx')).EcranAide }) },
];
