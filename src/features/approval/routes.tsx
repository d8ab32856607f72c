import { isExempt } from '../../domain/approval.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import {
  customerCtx,
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
import {
  APPROVALS,
  approvalRefusal,
  approvalTerms,
  approveHref,
  declineHref,
  findOrder,
  isOwnOrder,
  OrderNumber,
  ordererOf,
  orderHref,
  orderView,
  readNumber,
  withdrawHref,
} from '../orders/index.ts';
import { approveOrder } from './approve-order.ts';
import { declineOrder } from './decline-order.ts';
import { ApprovalsPage } from './pages/approvals-page.tsx';
import { DeclinePage } from './pages/decline-page.tsx';
import { WithdrawPage } from './pages/withdraw-page.tsx';
import { waitingOrders } from './queries.ts';
import { ruleRoutes } from './rule-routes.tsx';
import { waitingRows } from './view.ts';
import { withdrawOrder, withdrawRefusal } from './withdraw-order.ts';
import { words } from './words.ts';

const NUMBER = ':number';

export const approvalRoutes: readonly Route[] = [
  { method: 'GET', path: APPROVALS, access: 'orders.approve', handle: (request) => showList(request) },
  { method: 'POST', path: approveHref(NUMBER), access: 'orders.approve', handle: approve },
  {
    method: 'GET',
    path: declineHref(NUMBER),
    access: 'orders.approve',
    handle: (request) => askToDecline(request),
  },
  { method: 'POST', path: declineHref(NUMBER), access: 'orders.approve', handle: decline },
  {
    method: 'GET',
    path: withdrawHref(NUMBER),
    access: 'orders.place',
    handle: (request) => askToWithdraw(request),
  },
  { method: 'POST', path: withdrawHref(NUMBER), access: 'orders.place', handle: withdraw },
  ...ruleRoutes,
];

/** More than anybody decides in one sitting. */
const MOST_SHOWN = 200;

/** What waits; after a decision that was refused it says why. */
async function showList(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats, language } = frame;
  const { orders, terms } = await transaction(ctx, async (tx) => ({
    orders: await waitingOrders(tx, ctx.now, MOST_SHOWN + 1),
    terms: await approvalTerms(tx, ctx),
  }));
  const reader = { personId: personIdOf(ctx), exempt: isExempt(terms.rule, ordererOf(ctx, terms)) };
  const errors = refusal ? formErrors(request, refusal, {}) : noErrors;
  return page(
    request,
    <ApprovalsPage
      frame={frame}
      rows={waitingRows(orders.slice(0, MOST_SHOWN), reader, formats)}
      isCut={orders.length > MOST_SHOWN}
      now={ctx.now}
      done={doneText(request.url.searchParams, language)}
      refused={refusal && { title: errors.title ?? '', text: errors.summary[0]?.message ?? '' }}
      isAdmin={ctx.grants.isAdmin}
    />,
    errors.status,
  );
}

/** What the address says was decided just now; a number that is none is not repeated. */
function doneText(said: URLSearchParams, language: 'de' | 'en'): string | undefined {
  const t = words[language].list;
  const number = OrderNumber.shape.number.safeParse(said.get('nummer')).data;
  if (!number) return undefined;
  if (said.get('ok') === 'freigegeben') return t.approved({ number });
  return said.get('ok') === 'abgelehnt' ? t.declined({ number }) : undefined;
}

async function approve(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { number } = request.params;
  const isFromList = fieldValue(fields, 'from') === 'list';
  const result = await refusalOf(() => approveOrder(customerCtx(request), { number }));
  if ('done' in result) {
    const { number: approved } = result.done;
    return redirect(
      request,
      isFromList ? `${APPROVALS}?ok=freigegeben&nummer=${approved}` : `${orderHref(approved)}?freigegeben=1`,
    );
  }
  if (['not-found', 'forbidden'].includes(result.refusal.code)) throw new Refused(result.refusal);
  return showList(request, result.refusal);
}

/** The order behind the address, worded, with why it cannot be decided now. Refuses with `not-found`. */
async function load(request: PageRequest, ctx: CustomerCtx) {
  const number = readNumber(request.params);
  const { found, terms } = await transaction(ctx, async (tx) => ({
    found: (await findOrder(tx, number)) ?? refuse({ code: 'not-found' }),
    terms: await approvalTerms(tx, ctx),
  }));
  return {
    order: orderView(found, ctx, frameOf(request), terms),
    refusal: approvalRefusal(found.order, ctx, terms),
    gone: withdrawRefusal(found.order),
    isOwn: isOwnOrder(found.order, ctx),
  };
}

/** The question before declining, also after the answer was not accepted. */
async function askToDecline(request: PageRequest, refusal?: Refusal, reason = ''): Promise<Response> {
  const { order, refusal: impossible } = await load(request, customerCtx(request));
  const frame = frameOf(request);
  const shown = refusal ?? impossible;
  const errors = shown
    ? formErrors(request, shown, { reason: words[frame.language].decline.reason })
    : noErrors;
  return page(
    request,
    <DeclinePage frame={frame} order={order} isPossible={!impossible} reason={reason} errors={errors} />,
    // merely looking at it is no mistake
    refusal ? errors.status : 200,
  );
}

async function decline(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { number } = request.params;
  const input = { ...singleValues(fields), number };
  const result = await refusalOf(() => declineOrder(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${APPROVALS}?ok=abgelehnt&nummer=${result.done.number}`);
  if (['not-found', 'forbidden'].includes(result.refusal.code)) throw new Refused(result.refusal);
  return askToDecline(request, result.refusal, fieldValue(fields, 'reason'));
}

/** The question before taking an order back, also after it turned out to be too late for that. */
async function askToWithdraw(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const ctx = customerCtx(request);
  const { order, isOwn, gone } = await load(request, ctx);
  if (!isOwn) requireRight(ctx, 'orders.cancel');
  const shown = refusal ?? gone;
  const errors = shown ? formErrors(request, shown, {}) : noErrors;
  return page(
    request,
    <WithdrawPage frame={frameOf(request)} order={order} isPossible={!gone} errors={errors} />,
    refusal ? errors.status : 200,
  );
}

async function withdraw(request: PageRequest): Promise<Response> {
  const { number } = request.params;
  const result = await refusalOf(() => withdrawOrder(customerCtx(request), { number }));
  if ('done' in result) return redirect(request, `${orderHref(result.done.number)}?zurueckgezogen=1`);
  if (['not-found', 'forbidden'].includes(result.refusal.code)) throw new Refused(result.refusal);
  return askToWithdraw(request, result.refusal);
}
