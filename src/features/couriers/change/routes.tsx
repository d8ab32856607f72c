import { randomUUID } from 'node:crypto';
import { type Refusal, Refused } from '../../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import {
  customerCtx,
  type FormFields,
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
} from '../../../web/index.ts';
import {
  approvalTerms,
  type FoundOrder,
  goOn,
  isMendedOnForm,
  refuseUnapprovedChange,
} from '../../orders/index.ts';
import { findByNumber } from '../find-by-number.ts';
import { carried, rideInput } from '../form.ts';
import { loadRideForm } from '../load-form.ts';
import { RideFormPage } from '../pages/ride-form-page.tsx';
import { changeHref, rideHref } from '../paths.ts';
import { RideWish } from '../schemas.ts';
import { changeTerms } from '../view.ts';
import { words } from '../words.ts';
import { changeRide } from './change-ride.ts';
import { CheckChangePage } from './check-change-page.tsx';
import { type PresentRide, presentRide, rideChangeRefusal } from './present-ride.ts';
import { quoteRideChange, type RideChange } from './quote-change.ts';
import { changeCheckView, presentFields } from './view.ts';

const PATH = changeHref(':number');

export const changeRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'orders.place', handle: (request) => showForm(request) },
  { method: 'GET', path: `${PATH}/pruefen`, access: 'orders.place', handle: showCheck },
  { method: 'POST', path: PATH, access: 'orders.place', handle: change },
];

interface Changing {
  readonly found: FoundOrder;
  readonly present: PresentRide;
}

/** The ride, if it may be changed now: refuses as the verb does. */
async function load(ctx: CustomerCtx, request: PageRequest): Promise<Changing> {
  const { found, stored } = await transaction(ctx, (tx) => findByNumber(tx, request.params));
  const refusal = rideChangeRefusal(found.order, stored.ride, ctx.now);
  if (refusal) throw new Refused(refusal);
  return { found, present: presentRide(found.order, found.lines, stored) };
}

/** What the form says as a change of the ride. Refuses as {@link quoteRideChange}, the schema and approval do. */
function quoteOf(ctx: CustomerCtx, present: PresentRide, fields: FormFields): Promise<RideChange> {
  const wish = parseInput(RideWish, rideInput(fields));
  return transaction(ctx, async (tx) => {
    const quote = await quoteRideChange(tx, ctx, present, wish);
    refuseUnapprovedChange(ctx, await approvalTerms(tx, ctx), quote);
    return quote;
  });
}

/** First step, also after something was wrong with it, the window was taken, or somebody else was faster. */
async function showForm(
  request: PageRequest,
  asked = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { found, present } = await load(ctx, request);
  const { number, version } = found.order;
  const { fields, wrong, conflict } = await goOn({
    frame,
    found,
    // the form was opened just now, or it has been filled in
    fields: asked.has('version') ? asked : presentFields(found.order, present, version),
    refusal,
    quote: async (answers) => quoteOf(ctx, present, answers),
  });
  const form = await loadRideForm(ctx, { fields, formats: frame.formats, own: present }, (labels) =>
    wrong ? formErrors(request, wrong, labels, 'slot') : noErrors,
  );
  return page(
    request,
    <RideFormPage
      frame={frame}
      title={t.changeTitle({ number })}
      lead={t.changeLead}
      back={{ href: rideHref(number), text: t.pageTitle({ number }) }}
      steps={t.changeSteps}
      terms={changeTerms(found.order, frame.formats)}
      view={form.view}
      action={changeHref(number)}
      hidden={[['version', fieldValue(fields, 'version')]]}
      conflict={conflict}
    />,
    conflict ? 409 : form.view.errors.status,
  );
}

/** Second step: what would be different and what it costs then; whatever cannot be had leads back to the form. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const fields = fieldsOf(request.url.searchParams);
  const { found, present } = await load(ctx, request);
  const { number, version } = found.order;
  // nothing has been filled in yet
  if (!fields.has('version')) return redirect(request, changeHref(number));
  if (fieldValue(fields, 'version') !== String(version)) return showForm(request, fields, { code: 'stale' });
  const quoted = await refusalOf(async () => quoteOf(ctx, present, fields));
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const answers: [string, string][] = [['version', String(version)], ...carried(fields)];
  return page(
    request,
    <CheckChangePage
      frame={frame}
      number={number}
      view={changeCheckView(quoted.done, frame.formats)}
      carried={answers}
      submissionKey={randomUUID()}
      formHref={`${changeHref(number)}?${new URLSearchParams(answers)}`}
    />,
  );
}

async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const changed = await refusalOf(() =>
    changeRide(customerCtx(request), { ...rideInput(fields), number: request.params.number }),
  );
  if ('done' in changed) return redirect(request, `${rideHref(changed.done.number)}?geaendert=1`);
  if (!isMendedOnForm(changed.refusal)) throw new Refused(changed.refusal);
  return showForm(request, fields, changed.refusal);
}
