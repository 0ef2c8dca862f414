import type { RouteObject } from 'react-router';

export const routesBesoins: RouteObject[] = [];
