import type { RouteObject } from 'react-router';

export const routesSessions: RouteObject[] = [];
