import type { RouteObject } from 'react-router';
import { EcranImmersion } from './ecran-immersion.tsx';
import { EcranImmersions } from './ecran-immersions.tsx';
import { EcranNouvelleImmersion } from './ecran-nouvelle-immersion.tsx';

export const routesImmersions: RouteObject[] = [
  { path: '/immersions', element: <EcranImmersions /> },
  { path: '/immersions/nouvelle', element: <EcranNouvelleImmersion /> },
  { path: '/immersions/:id', element: <EcranImmersion /> },
];
