import type { RouteObject } from 'react-router';

export const routesAide: RouteObject[] = [];
