import { todayOf } from '../../domain/calendar/index.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { may, transaction } from '../../platform/context.ts';
import {
  customerCtx,
  downloadTable,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  TABLE_FORMATS,
  type TableFormat,
} from '../../web/index.ts';
import { againHref, refilled, upcomingOrders } from '../orders/index.ts';
import { rideAnswers } from './answers.ts';
import { bookRoutes } from './book-routes.tsx';
import { cancelRide } from './cancel-ride.ts';
import { changeRoutes } from './change/routes.tsx';
import { exportRides } from './export-rides.ts';
import { findByNumber } from './find-by-number.ts';
import { CancelRidePage } from './pages/cancel-ride-page.tsx';
import { RidePage } from './pages/ride-page.tsx';
import { RidesPage } from './pages/rides-page.tsx';
import { COURIERS, cancelHref, NEW_RIDE, rideHref } from './paths.ts';
import { readCourierTerms } from './queries.ts';
import { pricesView, rideRows, rideView } from './view.ts';
import { COURIER_SERVICE, courierCatalogue } from './when.ts';
import { words } from './words.ts';

export const courierRoutes: readonly Route[] = [
  { method: 'GET', path: COURIERS, access: 'signed-in', handle: showList },
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${COURIERS}/export.${format}`,
      access: 'signed-in',
      handle: (request) => save(request, format),
    }),
  ),
  ...bookRoutes,
  { method: 'GET', path: rideHref(':number'), access: 'signed-in', handle: showRide },
  { method: 'GET', path: againHref(COURIERS, ':number'), access: 'orders.place', handle: again },
  {
    method: 'GET',
    path: cancelHref(':number'),
    access: 'orders.cancel',
    handle: (request) => askToCancel(request),
  },
  { method: 'POST', path: cancelHref(':number'), access: 'orders.cancel', handle: cancel },
  ...changeRoutes,
];

/** As many as a firm can oversee; the rest is in the list of orders. */
const MOST_SHOWN = 50;

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const today = todayOf(ctx);
  const [orders, terms, catalogue] = await Promise.all([
    transaction(ctx, (tx) =>
      upcomingOrders(tx, { from: ctx.now, serviceCodes: [COURIER_SERVICE], limit: MOST_SHOWN }),
    ),
    readCourierTerms(ctx.db, today),
    courierCatalogue(ctx.db, ctx),
  ]);
  if (!terms) refuse({ code: 'not-found' });
  return page(
    request,
    <RidesPage
      frame={frame}
      rows={rideRows(orders, frame.formats)}
      prices={pricesView(terms, catalogue, frame.formats)}
      hours={catalogue.services.get(COURIER_SERVICE)?.hours[frame.language] ?? ''}
      allHref={`/auftraege?service=${COURIER_SERVICE}`}
      mayPlace={may(ctx, 'orders.place')}
    />,
  );
}

/** All rides, also earlier ones, as a file. */
function save(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const name = `${words[ctx.language].fileName}-${ctx.customer.number}`;
  return downloadTable(request, format, { name, ...exportRides(ctx) });
}

/** What was done just now, as the address says it. */
const JUST = [
  ['storniert', 'cancelled'],
  ['geaendert', 'changed'],
  ['gebucht', 'booked'],
] as const;

async function showRide(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { found, stored } = await transaction(ctx, (tx) => findByNumber(tx, request.params));
  const { searchParams } = request.url;
  return page(
    request,
    <RidePage
      frame={frame}
      view={rideView(found, stored, ctx, frame)}
      now={ctx.now}
      just={JUST.find(([name]) => searchParams.has(name))?.[1]}
    />,
  );
}

/** Leads to the form with everything as in this ride but its window. */
async function again(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const address = await transaction(ctx, async (tx) => {
    const { found, stored } = await findByNumber(tx, request.params);
    return refilled(tx, ctx, NEW_RIDE, rideAnswers(found.order, stored));
  });
  return redirect(request, address);
}

/** The question before cancelling, also after the answer to it has changed. */
async function askToCancel(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { found, stored } = await transaction(ctx, (tx) => findByNumber(tx, request.params));
  const errors = refusal ? formErrors(request, refusal, {}) : noErrors;
  return page(
    request,
    <CancelRidePage frame={frame} view={rideView(found, stored, ctx, frame)} errors={errors} />,
    errors.status,
  );
}

async function cancel(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { number: request.params.number, fee: fieldValue(fields, 'fee') };
  const cancelled = await refusalOf(() => cancelRide(customerCtx(request), input));
  if ('done' in cancelled) return redirect(request, `${rideHref(cancelled.done.number)}?storniert=1`);
  if (cancelled.refusal.code === 'not-found') refuse(cancelled.refusal);
  return askToCancel(request, cancelled.refusal);
}
