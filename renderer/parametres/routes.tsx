import type { RouteObject } from 'react-router';
import { EcranParametres } from './ecran-parametres.tsx';

export const routesParametres: RouteObject[] = [{ path: 'parametres', element: <EcranParametres /> }];
