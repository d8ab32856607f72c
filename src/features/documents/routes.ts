import type { Route } from '../../web/index.ts';
import { deskDocumentRoutes } from './desk/routes.tsx';
import { fileRoutes } from './files/routes.ts';
import { listRoutes, pageRoutes } from './place/routes.tsx';
import { yearRoutes } from './year/routes.tsx';

/** "Rechnungen und Berichte". The page of one document comes last: its address would take the names of the others. */
export const documentRoutes: readonly Route[] = [
  ...listRoutes,
  ...fileRoutes,
  ...yearRoutes,
  ...pageRoutes,
  ...deskDocumentRoutes,
];
