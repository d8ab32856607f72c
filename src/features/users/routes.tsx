import type { Route } from '../../web/index.ts';
import { invitationRoutes } from './invitation-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { memberRoutes } from './member-routes.tsx';
import { requestRoutes } from './request-routes.tsx';

/** Addresses that are words come before those that hold an id in the same place. */
export const userRoutes: readonly Route[] = [
  ...listRoutes,
  ...invitationRoutes,
  ...requestRoutes,
  ...memberRoutes,
];
