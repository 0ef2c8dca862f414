import type { RouteObject } from 'react-router';

export const routesReseau: RouteObject[] = [];
