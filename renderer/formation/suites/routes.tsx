import type { RouteObject } from 'react-router';

export const routesSuites: RouteObject[] = [];
