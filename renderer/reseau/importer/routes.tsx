import type { RouteObject } from 'react-router';
import { EcranImporter } from './ecran-importer.tsx';

export const routesImporter: RouteObject[] = [{ path: 'reseau/importer', element: <EcranImporter /> }];
