import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
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
import { openCostCentres } from '../customers/index.ts';
import { CUT_FIELD, quoteView } from '../orders/index.ts';
import { bookRide } from './book-ride.ts';
import { carried, rideInput, timingOf } from './form.ts';
import { formLabels, rideFormView } from './form-view.ts';
import { CheckRidePage } from './pages/check-ride-page.tsx';
import { NewRidePage } from './pages/new-ride-page.tsx';
import { COURIERS, NEW_RIDE, rideHref } from './paths.ts';
import { courierAddresses } from './places.ts';
import { readCourierTerms } from './queries.ts';
import { quoteRide } from './quote-ride.ts';
import { RideWish } from './schemas.ts';
import { rideDetails } from './view.ts';
import { COURIER_SERVICE, courierCatalogue, daysFor, windowNow } from './when.ts';

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
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats, language } = frame;
  const today = ctx.now.toZonedDateTimeISO(ctx.timeZone).toPlainDate();
  const form = await transaction(ctx, async (tx) => {
    const terms = (await readCourierTerms(tx, today)) ?? refuse({ code: 'not-found' });
    const catalogue = await courierCatalogue(tx, ctx);
    const now = windowNow(catalogue, terms, ctx.now);
    // whoever comes in the evening begins with what is possible
    const begun = asked.has('when') || now ? asked : new Map([...asked, ['when', ['hour']]]);
    const addresses = await courierAddresses(tx);
    // most rides begin at the firm's own door
    const isFresh = ![...asked.keys()].some((name) => name.startsWith('from.'));
    const own = isFresh && addresses[0] ? [String(addresses[0].id)] : undefined;
    const fields = own ? new Map([...begun, ['from.addressId', own]]) : begun;
    const labels = formLabels(fields, language);
    const errors = refusal ? formErrors(request, refusal, labels, 'slot') : noErrors;
    return {
      hours: catalogue.services.get(COURIER_SERVICE)?.hours[language] ?? '',
      view: rideFormView({
        terms,
        catalogue,
        now,
        days: await daysFor(tx, ctx, terms, timingOf(fields)),
        addresses,
        costCentres: await openCostCentres(tx),
        fields,
        errors,
        formats,
      }),
    };
  });
  return page(
    request,
    <NewRidePage frame={frame} view={form.view} hours={form.hours} isCut={asked.has(CUT_FIELD)} />,
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
    return transaction(ctx, (tx) => quoteRide(tx, ctx, wish));
  });
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const { quote, ride } = quoted.done;
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
          // the rule of cancelling has a place of its own on this page
          particulars: (quote.particulars ?? []).slice(0, -1),
          reference: quote.booking.reference,
          costCentre: quote.costCentre ? `${quote.costCentre.code} ${quote.costCentre.name}` : '',
        },
        frame.formats,
      )}
      price={quoteView(quote, frame.formats, formHref)}
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
