import type { RouteObject } from 'react-router';

export const routesAujourdhui: RouteObject[] = [];
