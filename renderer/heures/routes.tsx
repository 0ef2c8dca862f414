import type { RouteObject } from 'react-router';

export const routesHeures: RouteObject[] = [];
