import { type Route, TABLE_FORMATS } from '../../../web/index.ts';
import { add, close, rename, reopen, showNew, showOne } from './handlers/edit.tsx';
import { saveList, showList } from './handlers/list.tsx';
import { importRoutes } from './import/routes.tsx';
import { COST_CENTRES } from './view.ts';

const edit = 'masterData.edit';

export const costCentreRoutes: readonly Route[] = [
  { method: 'GET', path: COST_CENTRES, access: 'signed-in', handle: showList },
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${COST_CENTRES}/${format}`,
      access: 'signed-in',
      handle: (request) => saveList(request, format),
    }),
  ),
  { method: 'GET', path: `${COST_CENTRES}/neu`, access: edit, handle: (request) => showNew(request) },
  { method: 'POST', path: COST_CENTRES, access: edit, handle: add },
  ...importRoutes,
  { method: 'GET', path: `${COST_CENTRES}/:id`, access: 'signed-in', handle: (request) => showOne(request) },
  { method: 'POST', path: `${COST_CENTRES}/:id`, access: edit, handle: rename },
  { method: 'POST', path: `${COST_CENTRES}/:id/schliessen`, access: edit, handle: close },
  { method: 'POST', path: `${COST_CENTRES}/:id/oeffnen`, access: edit, handle: reopen },
];
