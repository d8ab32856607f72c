import { randomUUID } from 'node:crypto';
import { type Refusal, Refused } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import {
  customerCtx,
  fieldsOf,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
} from '../../web/index.ts';
import { CUT_FIELD, quoteView, waitsUntil } from '../orders/index.ts';
import { bookRide } from './book-ride.ts';
import { carried, rideInput } from './form.ts';
import { loadRideForm } from './load-form.ts';
import { CheckRidePage } from './pages/check-ride-page.tsx';
import { RideFormPage } from './pages/ride-form-page.tsx';
import { COURIERS, NEW_RIDE, rideHref } from './paths.ts';
import { quoteRide } from './quote-ride.ts';
import { RideWish } from './schemas.ts';
import { rideDetails } from './view.ts';
import { words } from './words.ts';

export const bookRoutes: readonly Route[] = [
  { method: 'GET', path: NEW_RIDE, access: 'orders.place', handle: (request) => showForm(request) },
  { method: 'GET', path: `${NEW_RIDE}/pruefen`, access: 'orders.place', handle: showCheck },
  { method: 'POST', path: COURIERS, access: 'orders.place', handle: book },
];

/** First step, also after something was wrong with it or the window was taken meanwhile. */
async function showForm(
  request: PageRequest,
  asked = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const form = await loadRideForm(
    customerCtx(request),
    { fields: asked, formats: frame.formats },
    (labels) => (refusal ? formErrors(request, refusal, labels, 'slot') : noErrors),
  );
  return page(
    request,
    <RideFormPage
      frame={frame}
      title={t.newTitle}
      lead={t.newLead}
      back={{ href: COURIERS, text: t.title }}
      steps={t.steps}
      terms={form.hours}
      view={form.view}
      action={NEW_RIDE}
      hidden={[]}
      isCut={asked.has(CUT_FIELD)}
    />,
    form.view.errors.status,
  );
}

/** Second step: the price, and everything else that would be promised. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const fields = fieldsOf(request.url.searchParams);
  const quoted = await refusalOf(() => {
    const wish = parseInput(RideWish, rideInput(fields));
    return transaction(ctx, async (tx) => {
      const ride = await quoteRide(tx, ctx, wish);
      return { ...ride, waits: await waitsUntil(tx, ctx, ride.quote) };
    });
  });
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const { quote, ride, waits } = quoted.done;
  const answers = carried(fields);
  const formHref = `${NEW_RIDE}?${new URLSearchParams(answers)}`;
  return page(
    request,
    <CheckRidePage
      frame={frame}
      details={rideDetails(
        {
          date: quote.date,
          starts: quote.window.starts,
          ends: quote.window.ends,
          from: quote.address,
          hint: quote.booking.driverHint,
          // the rule of cancelling has a place of its own on this page
          particulars: (quote.particulars ?? []).slice(0, -1),
          reference: quote.booking.reference,
          costCentre: quote.costCentre ? `${quote.costCentre.code} ${quote.costCentre.name}` : '',
        },
        frame.formats,
      )}
      price={quoteView(quote, frame.formats, formHref, waits)}
      fee={frame.formats.money(ride.baseFee)}
      carried={answers}
      submissionKey={randomUUID()}
      formHref={formHref}
    />,
  );
}

async function book(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const booked = await refusalOf(() => bookRide(customerCtx(request), rideInput(fields)));
  if ('done' in booked) return redirect(request, `${rideHref(booked.done[0]?.number ?? '')}?gebucht=1`);
  // what the customer cannot mend on the form is said on a page of its own
  if (booked.refusal.code === 'key-reused' || booked.refusal.code === 'forbidden')
    throw new Refused(booked.refusal);
  return showForm(request, fields, booked.refusal);
}
