import type { RouteObject } from 'react-router';
import { EcranAide } from './ecran-aide.tsx';

export const routesAide: RouteObject[] = [{ path: '/aide', element: <EcranAide /> }];
