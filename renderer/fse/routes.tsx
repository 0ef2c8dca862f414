import type { RouteObject } from 'react-router';

export const routesFse: RouteObject[] = [];
