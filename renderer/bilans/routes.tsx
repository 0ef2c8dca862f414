import type { RouteObject } from 'react-router';

export const routesBilans: RouteObject[] = [];
