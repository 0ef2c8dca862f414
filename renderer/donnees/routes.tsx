import type { RouteObject } from 'react-router';

export const routesDonnees: RouteObject[] = [];
