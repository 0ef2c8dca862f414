import type { RouteObject } from 'react-router';

export const routesConventions: RouteObject[] = [];
