import { may, transaction } from '../../platform/context.ts';
import {
  customerCtx,
  downloadTable,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
  TABLE_FORMATS,
  type TableFormat,
} from '../../web/index.ts';
import { readCatalogue } from '../catalogue/index.ts';
import { againHref, refilled, upcomingOrders } from '../orders/index.ts';
import { dropOffAnswers } from './answers.ts';
import { bookRoutes } from './book-routes.tsx';
import { changeRoutes } from './change/routes.tsx';
import { exportDropOffs } from './export-drop-offs.ts';
import { findDropOff } from './find-drop-off.ts';
import { DROP_OFF_SERVICES } from './kinds.ts';
import { manifestFile } from './manifest-file.ts';
import { DropOffsPage } from './pages/drop-offs-page.tsx';
import { DROP_OFFS, manifestHref, NEW_DROP_OFF } from './paths.ts';
import { readSites } from './queries.ts';
import { showDropOff } from './show-drop-off.tsx';
import { dropOffRows, siteView } from './view.ts';
import { words } from './words.ts';

export const dropOffRoutes: readonly Route[] = [
  { method: 'GET', path: DROP_OFFS, access: 'signed-in', handle: showList },
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${DROP_OFFS}/export.${format}`,
      access: 'signed-in',
      handle: (request) => save(request, format),
    }),
  ),
  ...bookRoutes,
  { method: 'GET', path: `${DROP_OFFS}/:number`, access: 'signed-in', handle: showDropOff },
  { method: 'GET', path: againHref(DROP_OFFS, ':number'), access: 'orders.place', handle: again },
  { method: 'GET', path: manifestHref(':number'), access: 'signed-in', handle: manifestFile },
  ...changeRoutes,
];

/** As many as a firm can oversee; the rest is in the list of orders. */
const MOST_SHOWN = 50;

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { language, formats } = frame;
  const [orders, sites, catalogue] = await Promise.all([
    transaction(ctx, (tx) =>
      upcomingOrders(tx, { from: ctx.now, serviceCodes: DROP_OFF_SERVICES, limit: MOST_SHOWN }),
    ),
    readSites(ctx.db),
    readCatalogue(ctx.db, { now: ctx.now, timeZone: ctx.timeZone, serviceCodes: DROP_OFF_SERVICES }),
  ]);
  return page(
    request,
    <DropOffsPage
      frame={frame}
      rows={dropOffRows(orders, formats)}
      sites={sites.map((site) => siteView(site, formats))}
      hours={[...catalogue.services.values()].map(({ name, hours }) => ({
        name: name[language],
        text: hours[language],
      }))}
      allHref={`/auftraege?service=${DROP_OFF_SERVICES[0]}`}
      mayPlace={may(ctx, 'orders.place')}
    />,
  );
}

/** All drop-offs, also earlier ones, as a file. */
function save(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const name = `${words[ctx.language].fileName}-${ctx.customer.number}`;
  return downloadTable(request, format, { name, ...exportDropOffs(ctx) });
}

/** Leads to the form with everything as in this drop-off but its window. */
async function again(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const address = await transaction(ctx, async (tx) => {
    const { kind, found, announced } = await findDropOff(tx, request.params);
    return refilled(tx, ctx, NEW_DROP_OFF, dropOffAnswers(found, kind, announced));
  });
  return redirect(request, address);
}
