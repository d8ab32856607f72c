import { type Refusal, Refused } from '../../domain/refusal.ts';
import {
  type FormErrors,
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
  staffCtx,
} from '../../web/index.ts';
import { previewMonth, showRun, showRuns, startRun } from '../invoices/index.ts';
import { monthKey, monthOf, months, usualMonth } from './month-choice.ts';
import { PreviewPage } from './pages/preview-page.tsx';
import { RunPage } from './pages/run-page.tsx';
import { BILLING, RUNS, runHref } from './paths.ts';
import { pageHref, pageNumber, pageOf } from './read-page.ts';
import { previewRow, runFacts, runRow, whyNot } from './run-view.ts';
import { monthName } from './view.ts';
import { words } from './words.ts';

export const runRoutes: readonly Route[] = [
  { method: 'GET', path: BILLING, access: 'staff:billing', handle: (request) => showPreview(request) },
  { method: 'POST', path: RUNS, access: 'staff:billing', handle: start },
  { method: 'GET', path: runHref(':run'), access: 'staff:billing', handle: showOne },
];

/** More firms than there are runs for. */
const MOST_LEFT_OUT = 10_000;

interface Asked {
  readonly month: string | null;
  readonly without: readonly string[];
}

async function showPreview(
  request: PageRequest,
  asked: Asked = { month: request.url.searchParams.get('monat'), without: [] },
  errors: FormErrors = noErrors,
  wantedPage = pageNumber(request),
): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const { formats, language } = frame;
  const t = words[language].preview;
  const month = monthOf(ctx, asked.month);
  const preview = await previewMonth(ctx, { month, page: wantedPage });
  const shown = new Set(preview.rows.map(({ number }) => number));
  const elsewhere = asked.without.filter((number) => !shown.has(number));
  const isOver = Temporal.PlainDate.compare(month, usualMonth(ctx)) <= 0;
  return page(
    request,
    <PreviewPage
      frame={frame}
      month={monthKey(month)}
      months={months(ctx).map((one) => ({ value: monthKey(one), label: monthName(one, formats) }))}
      isOver={isOver}
      summary={
        preview.firms === 0 ? t.nothing : t.summary({ firms: preview.firms, net: formats.money(preview.net) })
      }
      unpriced={preview.unpriced > 0 ? t.unpriced({ count: preview.unpriced }) : undefined}
      rows={preview.rows.map((row) => previewRow(row, asked.without.includes(row.number), formats))}
      pager={{ page: preview.page, pages: preview.pages, text: t.page(preview) }}
      hrefOf={(number) => pageHref(request, number)}
      elsewhere={elsewhere}
      runs={(await showRuns(ctx)).map((run) => runRow(run, formats))}
      errors={errors}
    />,
    errors.status,
  );
}

async function start(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const elsewhere = fieldValue(fields, 'elsewhere').split(' ').filter(Boolean);
  const without = [...new Set([...elsewhere, ...(fields.get('without') ?? [])])].slice(0, MOST_LEFT_OUT);
  const asked = { month: fieldValue(fields, 'month'), without };
  // leafing is a button of the form, so that the ticks of this page come along
  const leafed = pageOf(fieldValue(fields, 'seite'));
  if (leafed !== undefined) return showPreview(request, asked, noErrors, leafed);
  const result = await refusalOf(() => startRun(staffCtx(request), asked, request.services.carrier));
  if ('done' in result) return redirect(request, runHref(result.done.runId));
  return showPreview(request, asked, sayOnPage(request, result.refusal));
}

/** What the preview can say; anything else is said on a page of its own. */
function sayOnPage(request: PageRequest, refusal: Refusal): FormErrors {
  const own = ['invalid', 'run-in-progress', 'nothing-to-invoice', 'no-account'];
  if (!own.includes(refusal.code)) throw new Refused(refusal);
  const errors = formErrors(request, refusal, { month: words[request.ctx.language].preview.month });
  // the field of the form is hidden: the month is chosen above it
  const summary = errors.summary.map((one) => (one.field === 'month' ? { ...one, field: 'monat' } : one));
  return { ...errors, summary };
}

async function showOne(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const { formats, language } = frame;
  const t = words[language].run;
  const { run, progress, without } = await showRun(staffCtx(request), { run: request.params.run });
  const all = progress.waiting + progress.issued + progress.nothing + progress.refused;
  return page(
    request,
    <RunPage
      frame={frame}
      title={t.title({ month: monthName(run.month, formats) })}
      lead={t.lead({ at: formats.dateTime(run.started_at), by: run.started_by_name })}
      href={runHref(run.id)}
      isFinished={run.finished_at !== null}
      unset={progress.issued - progress.set}
      progress={{ done: all - progress.waiting, all }}
      facts={runFacts(progress, formats)}
      without={without.map(({ number, name, problem }) => ({ number, name, why: whyNot(problem, language) }))}
    />,
  );
}
