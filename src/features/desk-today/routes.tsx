import { todayOf } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { requireStaff } from '../../platform/context.ts';
import { writeCsv } from '../../platform/csv/index.ts';
import {
  download,
  type FormErrors,
  type FormFields,
  fieldsOf,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  json,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
  staffCtx,
  wordsFor,
} from '../../web/index.ts';
import { inFormTerms, labelsOf } from './form-terms.ts';
import { liveDay } from './live.ts';
import { DayPage, type ResultView } from './pages/day-page.tsx';
import { PrintPage } from './pages/print-page.tsx';
import { DAY_STATES, DayQuery } from './schemas.ts';
import { serviceRoutes } from './service-routes.tsx';
import { showDay, wholeTour } from './show-day.ts';
import { stepInput } from './step-form.ts';
import { type StepsTaken, takeStep } from './take-step.ts';
import {
  countViews,
  dayHref,
  drivenOptions,
  reasonOptions,
  serviceCounts,
  serviceRows,
  TODAY,
  tourOptions,
  zoneOptions,
} from './view.ts';
import { words } from './words.ts';

const access = 'staff:dispatch';

export const dayRoutes: readonly Route[] = [
  { method: 'GET', path: TODAY, access, handle: (request) => showPage(request) },
  { method: 'POST', path: TODAY, access, handle: step },
  { method: 'GET', path: `${TODAY}/live`, access, handle: live },
  { method: 'GET', path: `${TODAY}/csv`, access, handle: saveTour },
  { method: 'GET', path: `${TODAY}/druck`, access, handle: printTour },
  ...serviceRoutes,
];

/** What was posted and what came of it. */
interface After {
  readonly fields: FormFields;
  readonly errors?: FormErrors;
  readonly result?: ResultView;
}

const FILTERS = ['tag', 'leistung', 'tour', 'gebiet', 'stand', 'suche'] as const;

/** The filter of the page: in the address, and carried along by its form. */
function askedOf(request: PageRequest, after: After | undefined): Record<string, string> {
  if (!after) return singleValues(fieldsOf(request.url.searchParams));
  return Object.fromEntries(FILTERS.map((name) => [name, fieldValue(after.fields, `f-${name}`)]));
}

async function showPage(request: PageRequest, after?: After): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const asked = askedOf(request, after);
  const input = DayQuery.parse(asked);
  const day = await showDay(ctx, input);
  const t = words[frame.language];
  const filter = {
    tag: day.date.toString(),
    leistung: input.leistung ?? '',
    tour: input.tour ?? '',
    gebiet: input.gebiet ?? '',
    stand: input.stand ?? '',
    suche: input.suche ?? '',
  };
  const errors = after?.errors ?? noErrors;
  const done = /^\d{1,4}$/.test(asked.getan ?? '') ? Number(asked.getan) : 0;
  const value = (name: string) => (after ? fieldValue(after.fields, name) : '');
  return page(
    request,
    <DayPage
      frame={frame}
      date={filter.tag}
      dateText={frame.formats.longDate(day.date)}
      previous={dayHref({ ...filter, tag: day.date.subtract({ days: 1 }).toString() })}
      next={dayHref({ ...filter, tag: day.date.add({ days: 1 }).toString() })}
      counts={countViews(day, frame)}
      perService={serviceCounts(day, frame)}
      rows={serviceRows(day.rows, frame, ctx)}
      filter={filter}
      services={day.services.map(({ code, name }) => ({ value: code, label: name[frame.language] }))}
      tours={tourOptions(day, frame)}
      drivenTours={drivenOptions(day.drivenTours, frame)}
      zones={zoneOptions(day, frame)}
      states={DAY_STATES.map((state) => ({ value: state, label: t.counts[state] }))}
      reasons={reasonOptions(frame)}
      pager={{
        more: day.next && dayHref({ ...filter, ab: day.next }),
        first: input.ab && dayHref(filter),
      }}
      result={
        after?.result ??
        (done > 0 ? { done: t.done({ count: done }), refusedTitle: undefined, refused: [] } : undefined)
      }
      errors={errors}
      typed={{
        fahrtour: value('fahrtour'),
        fahrer: value('fahrer'),
        grund: value('grund'),
        anmerkung: value('anmerkung'),
      }}
    />,
    errors.status,
  );
}

/** Takes a step with what is ticked, or with the one row whose button was pressed. */
async function step(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => takeStep(staffCtx(request), stepInput(fields)));
  const wantsJson = /\bapplication\/json\b/.test(request.raw.headers.get('accept') ?? '');
  if ('refusal' in result) {
    const errors = formErrors(request, inFormTerms(result.refusal), labelsOf(request));
    if (wantsJson)
      return json(request, { problems: errors.summary.map(({ message }) => message) }, errors.status);
    return showPage(request, { fields, errors });
  }
  const { done, refused } = result.done;
  const lines = refusedLines(request, refused);
  if (wantsJson) return json(request, { done: done.length, refused: lines });
  if (refused.length === 0) {
    const filter = Object.fromEntries(FILTERS.map((name) => [name, fieldValue(fields, `f-${name}`)]));
    return redirect(request, dayHref({ ...filter, getan: `${done.length}` }));
  }
  const t = words[request.ctx.language];
  return showPage(request, {
    fields,
    errors: { ...noErrors, status: 409 },
    result: {
      done: done.length > 0 ? t.done({ count: done.length }) : undefined,
      refusedTitle: t.refusedTitle({ count: refused.length }),
      refused: lines,
    },
  });
}

/** Each service that was refused, with the reason. */
function refusedLines(request: PageRequest, refused: StepsTaken['refused']): string[] {
  const { formats } = frameOf(request);
  return refused.map(({ number, refusal }) => `${number}: ${wordsFor(refusal, formats).text}`);
}

/** Tells the browser whenever something about the day changes. */
async function live(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'dispatch');
  const { tag } = DayQuery.parse(singleValues(fieldsOf(request.url.searchParams)));
  const date = tag ?? todayOf(ctx);
  return liveDay(ctx.db, date, request.raw);
}

/** More than one tour can be, for one day and one file. */
const MOST_ROWS = 2000;

async function tourOf(request: PageRequest) {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const input = DayQuery.parse(singleValues(fieldsOf(request.url.searchParams)));
  const { date, rows, hasMore } = await wholeTour(ctx, input, MOST_ROWS);
  if (hasMore) refuse({ code: 'too-many-rows', limit: MOST_ROWS });
  return { frame, input, date, rows: serviceRows(rows, frame, ctx) };
}

async function saveTour(request: PageRequest): Promise<Response> {
  const { frame, input, date, rows } = await tourOf(request);
  const t = words[frame.language];
  const { window, order, customer, address, zone, tour, state } = t.columns;
  const header = [window, order, t.service, customer, address, t.contact, t.hint, zone, tour, state];
  const content = writeCsv(
    header,
    rows.map((row) => [
      row.window,
      row.number,
      row.service,
      row.customer,
      row.address,
      row.contact,
      row.hint,
      row.zone,
      row.tour,
      [row.state.text, row.state.detail].filter(Boolean).join(', '),
    ]),
  );
  const name = [t.file, input.tour && input.tour !== '-' ? input.tour : '', date.toString()]
    .filter(Boolean)
    .join('-');
  return download(request, { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content });
}

async function printTour(request: PageRequest): Promise<Response> {
  const { frame, input, date, rows } = await tourOf(request);
  const tour = input.tour && input.tour !== '-' ? input.tour : '';
  const title = words[frame.language].printTitle({ date: frame.formats.longDate(date), tour });
  const filter = { ...input, tag: date.toString(), ab: undefined };
  return page(request, <PrintPage frame={frame} title={title} rows={rows} backHref={dayHref(filter)} />);
}
