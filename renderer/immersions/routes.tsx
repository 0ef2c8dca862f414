import type { RouteObject } from 'react-router';

export const routesImmersions: RouteObject[] = [];
