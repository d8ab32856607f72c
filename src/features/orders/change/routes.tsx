import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
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
import { approvalTerms } from '../approval-terms.ts';
import { changeRefusal } from '../order-rules.ts';
import { type FoundOrder, findOrder } from '../queries.ts';
import { readNumber } from '../read-number.ts';
import { changeHref, orderHref } from '../view.ts';
import { changeOrder } from './change-order.ts';
import { goOn } from './conflict.ts';
import { carriedChange, changeInput, presentFields } from './form.ts';
import { ChangePage } from './pages/change-page.tsx';
import { CheckChangePage } from './pages/check-change-page.tsx';
import { type ChangeOptions, type ChangeQuote, changeOptions, quoteChange } from './quote-change.ts';
import { refuseUnapprovedChange } from './refuse-unapproved-change.ts';
import { ChangeAnswers } from './schemas.ts';
import { changeCheckView, changeLabels, changeView } from './view.ts';

export const changeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/auftraege/:number/aendern',
    access: 'orders.place',
    handle: (request) => showForm(request),
  },
  { method: 'GET', path: '/auftraege/:number/aendern/pruefen', access: 'orders.place', handle: showCheck },
  { method: 'POST', path: '/auftraege/:number/aendern', access: 'orders.place', handle: change },
];

/** An order, and what it can be changed to unless a rule forbids it. */
interface Changing {
  readonly found: FoundOrder;
  readonly possible: { readonly options: ChangeOptions } | { readonly refusal: Refusal };
}

/** Refuses with `not-found` for an order that is not the firm's or that cannot be filled in here. */
async function load(tx: Transaction, ctx: CustomerCtx, request: PageRequest): Promise<Changing> {
  const found = (await findOrder(tx, readNumber(request.params))) ?? refuse({ code: 'not-found' });
  const refusal = changeRefusal(found.order, ctx.now);
  return { found, possible: refusal ? { refusal } : { options: await changeOptions(tx, ctx, found) } };
}

const queryOf = (request: PageRequest) => fieldsOf(request.url.searchParams);

/** What the form says as a change of the order. Refuses as {@link quoteChange}, the schema and approval do. */
async function quoteOf(options: ChangeOptions, fields: FormFields, ctx: CustomerCtx): Promise<ChangeQuote> {
  const quote = quoteChange(options, parseInput(ChangeAnswers, changeInput(fields)), ctx.now);
  refuseUnapprovedChange(ctx, await transaction(ctx, (tx) => approvalTerms(tx, ctx)), quote);
  return quote;
}

/** First step, also after something was wrong with it, the window was taken, or somebody else was faster. */
async function showForm(
  request: PageRequest,
  fields = queryOf(request),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const { found, possible } = await transaction(ctx, (tx) => load(tx, ctx, request));
  return 'refusal' in possible
    ? refusedPage(request, found, possible.refusal)
    : formPage(request, found, possible.options, fields, refusal);
}

async function formPage(
  request: PageRequest,
  found: FoundOrder,
  options: ChangeOptions,
  asked: FormFields,
  refusal: Refusal | undefined,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { number, version } = found.order;
  const { fields, wrong, conflict } = await goOn({
    frame,
    found,
    // the form was opened just now, or it has been filled in for the version that it names
    fields: asked.has('version') ? asked : presentFields(options.present, version),
    refusal,
    quote: (answers) => quoteOf(options, answers, ctx),
  });
  const errors = wrong ? formErrors(request, wrong, changeLabels(options, frame.language), 'slot') : noErrors;
  return page(
    request,
    <ChangePage
      frame={frame}
      number={number}
      view={changeView(options, fields, errors, frame.formats, ctx.now)}
      errors={errors}
      conflict={conflict}
      now={ctx.now}
    />,
    conflict ? 409 : errors.status,
  );
}

/** The page without its form: why the order cannot be changed any more. */
function refusedPage(request: PageRequest, { order }: FoundOrder, refusal: Refusal): Response {
  const errors = formErrors(request, refusal, {});
  return page(
    request,
    <ChangePage
      frame={frameOf(request)}
      number={order.number}
      view={undefined}
      errors={errors}
      conflict={undefined}
      now={request.ctx.now}
    />,
    errors.status,
  );
}

/** Second step: shows what would be different; whatever cannot be had leads back to the form. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const fields = queryOf(request);
  const { found, possible } = await transaction(ctx, (tx) => load(tx, ctx, request));
  const { number, version } = found.order;
  // nothing has been filled in yet
  if (!fields.has('version')) return redirect(request, changeHref(number));
  if ('refusal' in possible) return refusedPage(request, found, possible.refusal);
  if (fieldValue(fields, 'version') !== String(version))
    return formPage(request, found, possible.options, fields, { code: 'stale' });
  const quoted = await refusalOf(() => quoteOf(possible.options, fields, ctx));
  if ('refusal' in quoted) return formPage(request, found, possible.options, fields, quoted.refusal);
  const carried = carriedChange(fields);
  return page(
    request,
    <CheckChangePage
      frame={frame}
      number={number}
      view={changeCheckView(quoted.done, frame.formats)}
      carried={carried}
      submissionKey={randomUUID()}
      formHref={`${changeHref(number)}?${new URLSearchParams(carried)}`}
    />,
  );
}

async function change(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const fields = await formOf(request);
  const changed = await refusalOf(async () =>
    changeOrder(ctx, { ...changeInput(fields), number: request.params.number }),
  );
  if ('done' in changed) return redirect(request, `${orderHref(changed.done.number)}?geaendert=1`);
  // what the customer cannot mend on the form is said on a page of its own
  if (['key-reused', 'forbidden', 'not-found'].includes(changed.refusal.code))
    throw new Refused(changed.refusal);
  return showForm(request, fields, changed.refusal);
}
