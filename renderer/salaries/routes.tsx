import type { RouteObject } from 'react-router';
import { EcranSalarie } from './ecran-salarie.tsx';
import { EcranSalaries } from './ecran-salaries.tsx';
import { EcranModifierSalarie, EcranNouveauSalarie } from './ecrans-saisie.tsx';

export const routesSalaries: RouteObject[] = [
  { path: '/salaries', element: <EcranSalaries /> },
  { path: '/salaries/nouveau', element: <EcranNouveauSalarie /> },
  { path: '/salaries/:id', element: <EcranSalarie /> },
  { path: '/salaries/:id/modifier', element: <EcranModifierSalarie /> },
];
