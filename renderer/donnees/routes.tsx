import type { RouteObject } from 'react-router';
import { EcranDonnees } from './ecran-donnees.tsx';

export const routesDonnees: RouteObject[] = [{ path: 'donnees', element: <EcranDonnees /> }];
