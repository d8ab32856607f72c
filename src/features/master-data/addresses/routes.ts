import type { Route } from '../../../web/index.ts';
import { add, change, showNew, showOne } from './handlers/edit.tsx';
import { showList } from './handlers/list.tsx';
import { askToRemove, remove } from './handlers/removal.tsx';
import { ADDRESSES } from './view.ts';

export const addressRoutes: readonly Route[] = [
  { method: 'GET', path: ADDRESSES, access: 'signed-in', handle: showList },
  {
    method: 'GET',
    path: `${ADDRESSES}/neu`,
    access: 'masterData.edit',
    handle: (request) => showNew(request),
  },
  { method: 'POST', path: ADDRESSES, access: 'masterData.edit', handle: add },
  { method: 'GET', path: `${ADDRESSES}/:id`, access: 'signed-in', handle: (request) => showOne(request) },
  { method: 'POST', path: `${ADDRESSES}/:id`, access: 'masterData.edit', handle: change },
  {
    method: 'GET',
    path: `${ADDRESSES}/:id/entfernen`,
    access: 'masterData.edit',
    handle: (request) => askToRemove(request),
  },
  { method: 'POST', path: `${ADDRESSES}/:id/entfernen`, access: 'masterData.edit', handle: remove },
];
