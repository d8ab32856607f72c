import type { Route } from '../../../web/index.ts';
import { add, change, showNew, showOne } from './handlers/edit.tsx';
import { showList } from './handlers/list.tsx';
import { askToRemove, remove } from './handlers/removal.tsx';
import { CONTACTS } from './view.ts';

const edit = 'masterData.edit';

export const contactRoutes: readonly Route[] = [
  { method: 'GET', path: CONTACTS, access: 'signed-in', handle: showList },
  { method: 'GET', path: `${CONTACTS}/neu`, access: edit, handle: (request) => showNew(request) },
  { method: 'POST', path: CONTACTS, access: edit, handle: add },
  { method: 'GET', path: `${CONTACTS}/:id`, access: 'signed-in', handle: (request) => showOne(request) },
  { method: 'POST', path: `${CONTACTS}/:id`, access: edit, handle: change },
  {
    method: 'GET',
    path: `${CONTACTS}/:id/entfernen`,
    access: edit,
    handle: (request) => askToRemove(request),
  },
  { method: 'POST', path: `${CONTACTS}/:id/entfernen`, access: edit, handle: remove },
];
