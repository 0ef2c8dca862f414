import type { RouteObject } from 'react-router';

export const routesPlan: RouteObject[] = [];
