import type { RouteObject } from 'react-router';

export const routesSalaries: RouteObject[] = [];
