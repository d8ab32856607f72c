import { randomUUID } from 'node:crypto';
import { todayOf } from '../../domain/calendar/index.ts';
import { earliestStart } from '../../domain/recurrence/index.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
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
} from '../../web/index.ts';
import { approvalTerms, bookingChoices } from '../orders/index.ts';
import { dateViews, monthView } from './date-views.ts';
import { isOver } from './edit-plan.ts';
import { editRoutes } from './edit-routes.tsx';
import { carriedPlan, planFields } from './form.ts';
import { loadPlan, readStanding } from './load-plan.ts';
import { CheckPlanPage, NewPlanPage } from './pages/new-plan-page.tsx';
import { PlanPage } from './pages/plan-page.tsx';
import { PlansPage } from './pages/plans-page.tsx';
import { PLANS_PATH, planHref } from './paths.ts';
import { standingService } from './plan.ts';
import { listPlans } from './queries.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import { PlanAnswers } from './schemas.ts';
import { checkSpan, setUpPlan } from './set-up-plan.ts';
import { plannedVersion, versionFrom } from './terms.ts';
import { planFacts, planFormView, planLabels, planRows, termsText, versionFacts } from './view.ts';
import { words } from './words.ts';

export const standingPickupRoutes: readonly Route[] = [
  { method: 'GET', path: PLANS_PATH, access: 'signed-in', handle: showPlans },
  {
    method: 'GET',
    path: `${PLANS_PATH}/neu`,
    access: 'orders.place',
    handle: (request) => showForm(request),
  },
  { method: 'GET', path: `${PLANS_PATH}/neu/pruefen`, access: 'orders.place', handle: showCheck },
  { method: 'POST', path: PLANS_PATH, access: 'orders.place', handle: setUp },
  { method: 'GET', path: `${PLANS_PATH}/:number`, access: 'signed-in', handle: showPlan },
  ...editRoutes,
];

/** As many as a firm can have, and some that have ended. */
const MOST_SHOWN = 100;
/** So far ahead the check before setting up shows what would come. */
const PREVIEW_DAYS = 56;

async function showPlans(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const [catalogue, plans] = await Promise.all([
    readStanding(ctx.db, ctx),
    transaction(ctx, (tx) => listPlans(tx, MOST_SHOWN)),
  ]);
  return page(
    request,
    <PlansPage
      frame={frame}
      rows={planRows(plans, catalogue, todayOf(ctx), frame.formats)}
      terms={termsText(catalogue, frame.formats)}
      mayPlace={may(ctx, 'orders.place')}
    />,
  );
}

async function showForm(
  request: PageRequest,
  fields = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const catalogue = await readStanding(ctx.db, ctx);
  const errors = refusal ? formErrors(request, refusal, planLabels(frame.language)) : noErrors;
  const view = planFormView({
    catalogue,
    ...(await transaction(ctx, (tx) => bookingChoices(tx, 'pickup'))),
    fields,
    errors,
    formats: frame.formats,
  });
  return page(
    request,
    <NewPlanPage
      frame={frame}
      view={view}
      terms={termsText(catalogue, frame.formats)}
      earliest={frame.formats.date(earliest(ctx, catalogue))}
    />,
    errors.status,
  );
}

function earliest(ctx: CustomerCtx, catalogue: Awaited<ReturnType<typeof readStanding>>) {
  const lead = standingService(catalogue)?.standing.startLeadBusinessDays ?? 0;
  return earliestStart(catalogue.calendar, ctx.now, ctx.timeZone, lead);
}

/** Second step: shows the dates that follow from the plan; whatever cannot be had leads back to the form. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats } = frame;
  const fields = fieldsOf(request.url.searchParams);
  const catalogue = await readStanding(ctx.db, ctx);
  const quoted = await refusalOf(async () => {
    const service = standingService(catalogue) ?? refuse({ code: 'slot-not-offered' });
    const answers = parseInput(PlanAnswers, planFields(fields));
    checkSpan(answers, catalogue, ctx);
    return transaction(ctx, async (tx) => {
      const version = await versionFrom(tx, catalogue, answers, answers.validFrom);
      const planned = await plannedVersion(tx, version);
      refuseUnapproved(ctx, await approvalTerms(tx, ctx), catalogue);
      return { answers, service, planned };
    });
  });
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const { answers, service, planned } = quoted.done;
  const t = words[frame.language];
  const from = formats.longDate(answers.validFrom);
  const carried = carriedPlan(fields);
  return page(
    request,
    <CheckPlanPage
      frame={frame}
      facts={[
        {
          term: t.span,
          value: answers.validUntil
            ? t.fromUntil({ from, until: formats.longDate(answers.validUntil) })
            : t.from({ from }),
        },
        ...versionFacts(planned, formats).filter(({ value }) => value !== ''),
      ]}
      dates={dateViews({
        plan: { number: '', versions: [planned], until: answers.validUntil, pauses: [], exceptions: [] },
        made: [],
        catalogue,
        span: { from: answers.validFrom, until: answers.validFrom.add({ days: PREVIEW_DAYS }) },
        now: ctx.now,
        formats,
      })}
      terms={termsText(catalogue, formats)}
      madeAhead={formats.number(service.standing.madeAheadDays)}
      carried={carried}
      submissionKey={randomUUID()}
      formHref={`${PLANS_PATH}/neu?${new URLSearchParams(carried)}`}
      now={ctx.now}
    />,
  );
}

async function setUp(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...planFields(fields), key: fieldValue(fields, '_key') };
  const made = await refusalOf(() => setUpPlan(customerCtx(request), input));
  if ('done' in made) return redirect(request, `${planHref(made.done.number)}?fertig=eingerichtet`);
  // what the customer cannot mend on the form is said on a page of its own
  if (['key-reused', 'forbidden'].includes(made.refusal.code)) throw new Refused(made.refusal);
  return showForm(request, fields, made.refusal);
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

async function showPlan(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats } = frame;
  const { searchParams } = request.url;
  const asked = searchParams.get('monat') ?? '';
  const { plan, made, catalogue } = await loadPlan(ctx, request.params.number, asked);
  const today = todayOf(ctx);
  const begins = plan.versions[0]?.from ?? today;
  // a plan that begins later is first shown where it begins
  const wanted = MONTH.test(asked)
    ? Temporal.PlainDate.from(`${asked}-01`)
    : (Temporal.PlainDate.compare(begins, today) > 0 ? begins : today).with({ day: 1 });
  const span = { from: wanted, until: wanted.with({ day: wanted.daysInMonth }) };
  const isInMonth = (date: Temporal.PlainDate) => date.year === wanted.year && date.month === wanted.month;
  const all = dateViews({ plan, made, catalogue, span, now: ctx.now, formats });
  const dates = all.filter(({ date }) => isInMonth(date));
  const monthOf = (months: number) => wanted.add({ months }).toString().slice(0, 7);
  return page(
    request,
    <PlanPage
      frame={frame}
      number={plan.number}
      facts={planFacts(plan, today, formats)}
      month={monthView(wanted, dates, catalogue, today, formats)}
      dates={dates}
      earlier={monthOf(-1)}
      later={monthOf(1)}
      isOver={isOver(plan, today)}
      hasBlocked={made.some(({ reason }) => reason !== null)}
      done={words[frame.language].done[searchParams.get('fertig') ?? '']}
      mayPlace={may(ctx, 'orders.place')}
      mayCancel={may(ctx, 'orders.cancel')}
      now={ctx.now}
    />,
  );
}
