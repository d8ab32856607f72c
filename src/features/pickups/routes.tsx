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
  formPlace,
  quoteView,
  upcomingOrders,
  waitsUntil,
} from '../orders/index.ts';
import { bookPickup } from './book-pickup.ts';
import { EXPRESS, EXTRA, type PickupKind, STANDING_SERVICE } from './kinds.ts';
import { CheckPickupPage } from './pages/check-pickup-page.tsx';
import { NewPickupPage } from './pages/new-pickup-page.tsx';
import { PickupsPage } from './pages/pickups-page.tsx';
import { quotePickup } from './quote-pickup.ts';
import { pickupRows, pickupTerms, waysView } from './view.ts';

export const pickupRoutes: readonly Route[] = [
  { method: 'GET', path: '/abholungen', access: 'signed-in', handle: showPickups },
  ...[EXTRA, EXPRESS].flatMap((kind): Route[] => [
    {
      method: 'GET',
      path: kind.formPath,
      access: 'orders.place',
      handle: (request) => showForm(request, kind),
    },
    {
      method: 'GET',
      path: `${kind.formPath}/pruefen`,
      access: 'orders.place',
      handle: (request) => showCheck(request, kind),
    },
    {
      method: 'POST',
      path: kind.submitPath,
      access: 'orders.place',
      handle: (request) => book(request, kind),
    },
  ]),
];

/** As many as a firm can oversee; the rest is in the list of orders. */
const MOST_SHOWN = 50;
const SERVICES = [EXTRA.service, EXPRESS.service, STANDING_SERVICE];

async function showPickups(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const [catalogue, orders] = await Promise.all([
    readCatalogue(ctx.db, { ...ctx, serviceCodes: SERVICES }),
    transaction(ctx, (tx) =>
      upcomingOrders(tx, { from: ctx.now, serviceCodes: SERVICES, limit: MOST_SHOWN }),
    ),
  ]);
  return page(
    request,
    <PickupsPage
      frame={frame}
      rows={pickupRows(orders, frame.formats)}
      ways={waysView(catalogue, frame.formats)}
      mayPlace={may(ctx, 'orders.place')}
    />,
  );
}

/** The form, also after something was wrong with it or the window was taken meanwhile. */
async function showForm(
  request: PageRequest,
  kind: PickupKind,
  fields = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const catalogue = await pickupCatalogue(ctx, kind);
  const errors = refusal ? formErrors(request, refusal, bookingLabels(frame.language), 'slot') : noErrors;
  const choices = await transaction(ctx, (tx) => bookingChoices(tx, 'pickup'));
  const place = formPlace(catalogue, choices.addresses, fields);
  const view = bookingView({
    days: offeredDays(place.catalogue, [kind.service], ctx.now),
    ...choices,
    place,
    services: [place.catalogue.services.get(kind.service)],
    fields,
    errors,
    formats: frame.formats,
  });
  return page(
    request,
    <NewPickupPage
      frame={frame}
      kind={kind}
      view={view}
      terms={pickupTerms(catalogue, kind.service, frame.formats)}
    />,
    errors.status,
  );
}

async function showCheck(request: PageRequest, kind: PickupKind): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const fields = fieldsOf(request.url.searchParams);
  const quoted = await refusalOf(() => {
    const booking = parseInput(Booking, singleValues(fields));
    return transaction(ctx, async (tx) => {
      const quote = await quotePickup(tx, ctx, kind, booking);
      return { quote, waits: await waitsUntil(tx, ctx, quote) };
    });
  });
  if ('refusal' in quoted) return showForm(request, kind, fields, quoted.refusal);
  const answers = carriedBooking(fields);
  const changeHref = `${kind.formPath}?${new URLSearchParams(answers)}`;
  return page(
    request,
    <CheckPickupPage
      frame={frame}
      kind={kind}
      view={quoteView(quoted.done.quote, frame.formats, changeHref, quoted.done.waits)}
      carried={answers}
      submissionKey={randomUUID()}
      changeHref={changeHref}
    />,
  );
}

async function book(request: PageRequest, kind: PickupKind): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const booked = await refusalOf(() => bookPickup(customerCtx(request), input, kind));
  if ('done' in booked)
    return redirect(request, confirmationAddress(booked.done.map(({ number }) => number)));
  // what the customer cannot mend on the form is said on a page of its own
  if (booked.refusal.code === 'key-reused' || booked.refusal.code === 'forbidden')
    throw new Refused(booked.refusal);
  return showForm(request, kind, fields, booked.refusal);
}

function pickupCatalogue(ctx: CustomerCtx, { service }: PickupKind): Promise<Catalogue> {
  return readCatalogue(ctx.db, { ...ctx, serviceCodes: [service] });
}
