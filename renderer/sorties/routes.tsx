import type { RouteObject } from 'react-router';

export const routesSorties: RouteObject[] = [];
