import type { RouteObject } from 'react-router';
import { EcranAujourdhui } from './ecran-aujourdhui.tsx';

export const routesAujourdhui: RouteObject[] = [{ index: true, element: <EcranAujourdhui /> }];
