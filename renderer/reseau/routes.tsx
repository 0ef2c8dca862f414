import type { RouteObject } from 'react-router';
import { EcranFiche } from './ecran-fiche.tsx';
import { EcranReseau } from './ecran-reseau.tsx';
import { EcranModification, EcranNouvelle } from './ecran-saisie.tsx';

export const routesReseau: RouteObject[] = [
  { path: 'reseau', element: <EcranReseau /> },
  { path: 'reseau/nouvelle', element: <EcranNouvelle /> },
  { path: 'reseau/:id', element: <EcranFiche /> },
  { path: 'reseau/:id/modifier', element: <EcranModification /> },
];
