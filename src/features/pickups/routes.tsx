import { randomUUID } from 'node:crypto';
import { type Refusal, Refused } from '../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import {
  customerCtx,
  fieldsOf,
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
  singleValues,
} from '../../web/index.ts';
import { type Catalogue, offeredDays, readCatalogue } from '../catalogue/index.ts';
import {
  Booking,
  bookingChoices,
  bookingLabels,
  bookingView,
  carriedBooking,
  confirmationAddress,
  quoteView,
  upcomingOrders,
} from '../orders/index.ts';
import { bookPickup } from './book-pickup.ts';
import { CheckPickupPage } from './pages/check-pickup-page.tsx';
import { NewPickupPage } from './pages/new-pickup-page.tsx';
import { PickupsPage } from './pages/pickups-page.tsx';
import { PICKUP_SERVICE, quotePickup } from './quote-pickup.ts';
import { pickupRows, pickupTerms } from './view.ts';

export const pickupRoutes: readonly Route[] = [
  { method: 'GET', path: '/abholungen', access: 'signed-in', handle: showPickups },
  { method: 'GET', path: '/abholungen/neu', access: 'orders.place', handle: (request) => showForm(request) },
  { method: 'GET', path: '/abholungen/neu/pruefen', access: 'orders.place', handle: showCheck },
  { method: 'POST', path: '/abholungen', access: 'orders.place', handle: book },
];

/** As many as a firm can oversee; the rest is in the list of orders. */
const MOST_SHOWN = 50;

async function showPickups(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const [catalogue, orders] = await Promise.all([
    pickupCatalogue(ctx),
    transaction(ctx, (tx) =>
      upcomingOrders(tx, { from: ctx.now, serviceCode: PICKUP_SERVICE, limit: MOST_SHOWN }),
    ),
  ]);
  return page(
    request,
    <PickupsPage
      frame={frame}
      rows={pickupRows(orders, frame.formats)}
      terms={pickupTerms(catalogue, frame.formats)}
      mayPlace={may(ctx, 'orders.place')}
    />,
  );
}

/** The form, also after something was wrong with it or the window was taken meanwhile. */
async function showForm(
  request: PageRequest,
  fields = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const catalogue = await pickupCatalogue(ctx);
  const errors = refusal ? formErrors(request, refusal, bookingLabels(frame.language), 'slot') : noErrors;
  const view = bookingView({
    days: offeredDays(catalogue, [PICKUP_SERVICE], ctx.now),
    ...(await transaction(ctx, (tx) => bookingChoices(tx, 'pickup'))),
    fields,
    errors,
    formats: frame.formats,
  });
  return page(
    request,
    <NewPickupPage frame={frame} view={view} terms={pickupTerms(catalogue, frame.formats)} />,
    errors.status,
  );
}

async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const fields = fieldsOf(request.url.searchParams);
  const quoted = await refusalOf(() => {
    const booking = parseInput(Booking, singleValues(fields));
    return transaction(ctx, (tx) => quotePickup(tx, ctx, booking));
  });
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const answers = carriedBooking(fields);
  const changeHref = `/abholungen/neu?${new URLSearchParams(answers)}`;
  return page(
    request,
    <CheckPickupPage
      frame={frame}
      view={quoteView(quoted.done, frame.formats, changeHref)}
      carried={answers}
      submissionKey={randomUUID()}
      changeHref={changeHref}
    />,
  );
}

async function book(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const booked = await refusalOf(() => bookPickup(customerCtx(request), input));
  if ('done' in booked)
    return redirect(request, confirmationAddress(booked.done.map(({ number }) => number)));
  // what the customer cannot mend on the form is said on a page of its own
  if (booked.refusal.code === 'key-reused' || booked.refusal.code === 'forbidden')
    throw new Refused(booked.refusal);
  return showForm(request, fields, booked.refusal);
}

function pickupCatalogue(ctx: CustomerCtx): Promise<Catalogue> {
  return readCatalogue(ctx.db, { ...ctx, serviceCodes: [PICKUP_SERVICE] });
}
