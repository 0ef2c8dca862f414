import type { RouteObject } from 'react-router';
import { EcranBilans } from './ecran-bilans.tsx';

export const routesBilans: RouteObject[] = [{ path: 'bilans', element: <EcranBilans /> }];
