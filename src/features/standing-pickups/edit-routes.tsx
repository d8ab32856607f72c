import { randomUUID } from 'node:crypto';
import { todayOf } from '../../domain/calendar/index.ts';
import { firstDateInTime, versionOn } from '../../domain/recurrence/index.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
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
  singleValues,
} from '../../web/index.ts';
import { approvalTerms, bookingChoices, bookingLabels, bookingView } from '../orders/index.ts';
import { addDate, moveDate, restoreDate, skipDate } from './change-date.ts';
import { changePlan, quotePlanChange } from './change-plan.ts';
import { type DateView, dateViews } from './date-views.ts';
import { type EditedPlan, isOver } from './edit-plan.ts';
import { carriedPlan, planFields, presentPlan } from './form.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import { ChangePlanPage, CheckPlanChangePage } from './pages/change-plan-pages.tsx';
import { DatePage } from './pages/date-page.tsx';
import { AddDatePage, ConfirmSlotPage, EndPlanPage, PausesPage } from './pages/plan-forms.tsx';
import { PLANS_PATH, planHref } from './paths.ts';
import { earliestToCancel, endPlan, pausePlan, removePause } from './pause-plan.ts';
import { offeredFor, standingService } from './plan.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import { ChangeAnswers } from './schemas.ts';
import { plannedVersion } from './terms.ts';
import { planDifferences, planFormView, planLabels } from './view.ts';
import { words } from './words.ts';

const at = (path: string) => `${PLANS_PATH}/:number/${path}`;

/** Everything that can be done to a plan that is there. */
export const editRoutes: readonly Route[] = [
  { method: 'GET', path: at('termin'), access: 'signed-in', handle: (request) => showDate(request) },
  {
    method: 'POST',
    path: at('aussetzen'),
    access: 'orders.cancel',
    handle: (request) => edit(request, skipDate, 'termin', showDate),
  },
  {
    method: 'POST',
    path: at('wiederaufnehmen'),
    access: 'orders.place',
    handle: (request) => edit(request, restoreDate, 'termin', showDate),
  },
  {
    method: 'POST',
    path: at('verschieben'),
    access: 'orders.place',
    handle: (request) => edit(request, moveDate, 'termin', showDate),
  },
  { method: 'GET', path: at('zusatztermin'), access: 'orders.place', handle: (request) => showAdd(request) },
  {
    method: 'POST',
    path: at('zusatztermin'),
    access: 'orders.place',
    handle: (request) => edit(request, addDate, 'termin', showAdd),
  },
  { method: 'GET', path: at('pausen'), access: 'orders.cancel', handle: (request) => showPauses(request) },
  {
    method: 'POST',
    path: at('pausen'),
    access: 'orders.cancel',
    handle: (request) => edit(request, pausePlan, 'pause', showPauses),
  },
  {
    method: 'POST',
    path: at('pause-streichen'),
    access: 'orders.place',
    handle: (request) => edit(request, removePause, 'pause', showPauses),
  },
  { method: 'GET', path: at('aendern'), access: 'orders.place', handle: (request) => showChange(request) },
  { method: 'GET', path: at('aendern/pruefen'), access: 'orders.place', handle: showChangeCheck },
  {
    method: 'POST',
    path: at('aendern'),
    access: 'orders.place',
    handle: (request) => edit(request, changePlan, 'geaendert', showChange),
  },
  { method: 'GET', path: at('beenden'), access: 'orders.cancel', handle: (request) => showEnd(request) },
  {
    method: 'POST',
    path: at('beenden'),
    access: 'orders.cancel',
    handle: (request) => edit(request, endPlan, 'beendet', showEnd),
  },
];

type Again = (request: PageRequest, fields: FormFields, refusal: Refusal) => Promise<Response>;

/** Runs a verb with what the form says; what the customer can mend leads back to the form. */
async function edit(
  request: PageRequest,
  verb: (ctx: CustomerCtx, input: Record<string, unknown>) => Promise<EditedPlan>,
  done: string,
  again: Again,
): Promise<Response> {
  const fields = await formOf(request);
  const { _key: key, _csrf, number: _, ...answers } = planFields(fields);
  const { number } = request.params;
  const isPlan = verb === changePlan;
  const { weekdays: __, ...plain } = answers;
  const edited = await refusalOf(() =>
    verb(customerCtx(request), { ...(isPlan ? answers : plain), number, key }),
  );
  if ('done' in edited) return redirect(request, `${planHref(edited.done.number)}?fertig=${done}`);
  if (['key-reused', 'forbidden', 'not-found', 'plan-ended'].includes(edited.refusal.code))
    throw new Refused(edited.refusal);
  return again(request, fields, edited.refusal);
}

/** One date with what can be done about it. `datum` is its original date; without one there is nothing to show. */
async function showDate(
  request: PageRequest,
  fields: FormFields = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const original = fieldValue(fields, 'datum') || fieldValue(fields, 'date');
  const loaded = await loadPlan(ctx, request.params.number, original.slice(0, 7));
  if (!original) return redirect(request, planHref(loaded.plan.number));
  const date = findDate(loaded, original, ctx, frame.formats) ?? refuse({ code: 'not-found' });
  const made = loaded.made.find((one) => `${one.original}` === original);
  const errors = refusal ? formErrors(request, refusal, bookingLabels(frame.language), 'slot') : noErrors;
  const isOpen = date.deadline !== undefined;
  const slot = fieldValue(fields, 'slot');
  if (!refusal && fieldValue(fields, 'schritt') === 'verschieben' && slot)
    return confirmSlot(request, loaded, { slot, date: original });
  // the windows around the date come first
  const nearby = fields.has('from') ? fields : new Map([...fields, ['from', [original]]]);
  const view = slotView(ctx, loaded, nearby, errors, frame.formats, Temporal.PlainDate.from(original));
  return page(
    request,
    <DatePage
      frame={frame}
      number={loaded.plan.number}
      date={date}
      canSkip={isOpen && may(ctx, 'orders.cancel')}
      lacksRight={isOpen && !may(ctx, 'orders.cancel')}
      canRestore={canRestore(loaded, original, made?.status === 'cancelled') && may(ctx, 'orders.place')}
      moving={isOpen && may(ctx, 'orders.place') && view.days.length > 0 ? view : undefined}
      errors={errors}
      submissionKey={randomUUID()}
      now={ctx.now}
    />,
    errors.status,
  );
}

function findDate(
  { plan, made, catalogue }: LoadedPlan,
  original: string,
  { now }: CustomerCtx,
  formats: Parameters<typeof dateViews>[0]['formats'],
): DateView | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(original)) return undefined;
  try {
    const day = Temporal.PlainDate.from(original);
    return dateViews({ plan, made, catalogue, span: { from: day, until: day }, now, formats }).find(
      (one) => one.original === original,
    );
  } catch {
    return undefined; // 30 February
  }
}

/** Left out, moved by the customer, or cancelled as an order. */
function canRestore({ plan }: LoadedPlan, original: string, isCancelled: boolean): boolean {
  const exception = plan.exceptions.find(({ date }) => `${date}` === original);
  return isCancelled || exception?.kind === 'skip' || exception?.kind === 'move';
}

function slotView(
  ctx: CustomerCtx,
  { catalogue, plan }: LoadedPlan,
  fields: FormFields,
  errors: Parameters<typeof bookingView>[0]['errors'],
  formats: Parameters<typeof bookingView>[0]['formats'],
  moved?: Temporal.PlainDate,
) {
  return bookingView({
    days: offeredFor(catalogue, plan, ctx.now, moved),
    addresses: [],
    costCentres: [],
    fields,
    errors,
    formats,
  });
}

async function showAdd(
  request: PageRequest,
  fields: FormFields = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const loaded = await loadPlan(ctx, request.params.number);
  const slot = fieldValue(fields, 'slot');
  if (!refusal && fieldValue(fields, 'schritt') === 'pruefen') {
    if (!slot)
      return showAdd(request, fields, { code: 'invalid', fields: [{ field: 'slot', problem: 'required' }] });
    const terms = await transaction(ctx, (tx) => approvalTerms(tx, ctx));
    const asked = await refusalOf(async () => refuseUnapproved(ctx, terms, loaded.catalogue));
    return 'refusal' in asked
      ? showAdd(request, fields, asked.refusal)
      : confirmSlot(request, loaded, { slot });
  }
  const errors = refusal ? formErrors(request, refusal, bookingLabels(frame.language), 'slot') : noErrors;
  return page(
    request,
    <AddDatePage
      frame={frame}
      number={loaded.plan.number}
      view={slotView(ctx, loaded, fields, errors, frame.formats)}
    />,
    errors.status,
  );
}

/** Asks "is this right?" before a date is moved or added. */
function confirmSlot(
  request: PageRequest,
  { plan, catalogue }: LoadedPlan,
  chosen: { slot: string; date?: string },
): Response {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const moved = chosen.date === undefined ? undefined : Temporal.PlainDate.from(chosen.date);
  const offers = offeredFor(catalogue, plan, ctx.now, moved);
  const day = offers.find(({ windows }) => windows.some(({ key }) => key === chosen.slot));
  const window = day?.windows.find(({ key }) => key === chosen.slot);
  if (!day || !window) throw new Refused({ code: 'slot-not-offered' });
  return page(
    request,
    <ConfirmSlotPage
      frame={frame}
      number={plan.number}
      submissionKey={randomUUID()}
      title={chosen.date ? t.move : t.addTitle}
      lead={moved ? t.dateTitle({ date: frame.formats.longDate(moved) }) : t.addLead}
      button={chosen.date ? t.move : t.add}
      action={chosen.date ? 'verschieben' : 'zusatztermin'}
      when={`${frame.formats.longDate(day.date)}, ${frame.formats.window(window.starts, window.ends)}`}
      carried={[['slot', chosen.slot], ...(chosen.date ? [['date', chosen.date] as [string, string]] : [])]}
      errors={noErrors}
    />,
  );
}

async function showPauses(
  request: PageRequest,
  fields: FormFields = new Map(),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats } = frame;
  const t = words[frame.language];
  const loaded = await loadPlan(ctx, request.params.number);
  const labels = { from: t.pauseFrom, until: t.pauseUntil, reason: t.reason };
  const errors = refusal ? formErrors(request, refusal, labels) : noErrors;
  const earliest = earliestToCancel(ctx, loaded) ?? todayOf(ctx);
  return page(
    request,
    <PausesPage
      frame={frame}
      number={loaded.plan.number}
      submissionKey={randomUUID()}
      rows={loaded.plan.pauses.map(({ id, from, until, reason }) => ({
        id: String(id),
        span: from.equals(until) ? formats.date(from) : `${formats.date(from)} – ${formats.date(until)}`,
        reason,
      }))}
      typed={{
        from: fieldValue(fields, 'from'),
        until: fieldValue(fields, 'until'),
        reason: fieldValue(fields, 'reason'),
      }}
      earliest={formats.date(earliest)}
      errors={errors}
      mayResume={may(ctx, 'orders.place')}
    />,
    errors.status,
  );
}

async function showChange(request: PageRequest, typed?: FormFields, refusal?: Refusal): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const loaded = await loadPlan(ctx, request.params.number);
  const { plan, catalogue } = loaded;
  const rule = standingService(catalogue)?.changeRule;
  const earliest = (rule && firstDateInTime(rule, catalogue.calendar, ctx.now, ctx.timeZone)) ?? todayOf(ctx);
  const version = versionOn(plan, earliest) ?? plan.versions[0] ?? refuse({ code: 'not-found' });
  const from = Temporal.PlainDate.compare(version.from, earliest) > 0 ? version.from : earliest;
  const present = presentPlan(version, `${from}`, plan.revision);
  const isStale = refusal?.code === 'stale';
  // what was typed stays; sent again, it is meant for the plan as it is now
  const query = fieldsOf(request.url.searchParams);
  // comes back from the check, or from the form
  const filled = typed ?? (query.has('revision') ? query : undefined);
  const fields =
    filled && isStale ? new Map([...filled, ['revision', [String(plan.revision)]]]) : (filled ?? present);
  const errors = refusal ? formErrors(request, refusal, planLabels(frame.language)) : noErrors;
  return page(
    request,
    <ChangePlanPage
      frame={frame}
      number={plan.number}
      view={planFormView({
        catalogue,
        ...(await transaction(ctx, (tx) => bookingChoices(tx, 'pickup'))),
        fields,
        errors,
        formats: frame.formats,
      })}
      earliest={frame.formats.date(earliest)}
    />,
    errors.status,
  );
}

/** So far ahead the check shows the dates that follow from the change. */
const PREVIEW_DAYS = 56;

/** Second step: what would be different, and the dates then; whatever cannot be had leads back to the form. */
async function showChangeCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats } = frame;
  const fields = fieldsOf(request.url.searchParams);
  const { plan, made, catalogue } = await loadPlan(ctx, request.params.number);
  // nothing has been filled in yet
  if (!fields.has('revision')) return redirect(request, `${planHref(plan.number)}/aendern`);
  const today = todayOf(ctx);
  if (isOver(plan, today)) throw new Refused({ code: 'plan-ended' });
  const quoted = await refusalOf(async () => {
    const answers = parseInput(ChangeAnswers, planFields(fields));
    return transaction(ctx, async (tx) => {
      const change = await quotePlanChange({ tx, plan, catalogue, today }, ctx, answers);
      const planned = await plannedVersion(tx, change.after);
      refuseUnapproved(ctx, await approvalTerms(tx, ctx), catalogue);
      return { ...change, planned };
    });
  });
  if ('refusal' in quoted) return showChange(request, fields, quoted.refusal);
  const { before, planned } = quoted.done;
  const { from } = planned;
  const earlier = plan.versions.filter((one) => Temporal.PlainDate.compare(one.from, from) < 0);
  const until = from.add({ days: PREVIEW_DAYS });
  const carried = carriedPlan(fields);
  return page(
    request,
    <CheckPlanChangePage
      frame={frame}
      number={plan.number}
      from={formats.longDate(from)}
      differences={planDifferences(before, planned, formats)}
      dates={dateViews({
        plan: { ...plan, versions: [...earlier, planned] },
        // what becomes of the orders that there are is worked out when the change is sent
        made: made.filter(({ status }) => status !== 'placed'),
        catalogue,
        span: { from, until },
        now: ctx.now,
        formats,
      })}
      carried={carried}
      submissionKey={randomUUID()}
      formHref={`${planHref(plan.number)}/aendern?${new URLSearchParams(carried)}`}
      now={ctx.now}
    />,
  );
}

async function showEnd(
  request: PageRequest,
  fields: FormFields = new Map(),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const loaded = await loadPlan(ctx, request.params.number);
  const labels = { lastDate: words[frame.language].lastDate };
  const errors = refusal ? formErrors(request, refusal, labels) : noErrors;
  const earliest = earliestToCancel(ctx, loaded)?.subtract({ days: 1 }) ?? todayOf(ctx);
  return page(
    request,
    <EndPlanPage
      frame={frame}
      number={loaded.plan.number}
      submissionKey={randomUUID()}
      typed={fieldValue(fields, 'lastDate') || singleValues(fields).lastDate || ''}
      earliest={frame.formats.date(earliest)}
      errors={errors}
    />,
    errors.status,
  );
}
