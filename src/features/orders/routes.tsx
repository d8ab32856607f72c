import { ORDER_STATUSES } from '../../domain/orders/index.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../platform/context.ts';
import {
  customerCtx,
  downloadTable,
  fieldsOf,
  formErrors,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
  TABLE_FORMATS,
  type TableFormat,
} from '../../web/index.ts';
import { priceDisplay } from '../customers/index.ts';
import { approvalTerms } from './approval-terms.ts';
import { cancelOrder } from './cancel-order.ts';
import { changeRoutes } from './change/routes.tsx';
import { exportOrders } from './export-orders.ts';
import { orderAgain } from './order-again.ts';
import { cancelRefusal } from './order-rules.ts';
import { CancelPage } from './pages/cancel-page.tsx';
import { ConfirmationPage } from './pages/confirmation-page.tsx';
import { OrderListPage } from './pages/order-list-page.tsx';
import { OrderPage } from './pages/order-page.tsx';
import { findOrder, serviceNames } from './queries.ts';
import { readNumber } from './read-number.ts';
import { OrderQuery } from './schemas.ts';
import { showOrders } from './show-orders.ts';
import { againView, type OrderView, orderHref, orderRows, orderView } from './view.ts';
import { words } from './words.ts';

const EXPORT = '/auftraege/export';

const CONFIRMATION = '/auftraege/bestaetigung';

export const orderRoutes: readonly Route[] = [
  { method: 'GET', path: '/auftraege', access: 'signed-in', handle: showList },
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${EXPORT}.${format}`,
      access: 'signed-in',
      handle: (request) => saveList(request, format),
    }),
  ),
  { method: 'GET', path: CONFIRMATION, access: 'signed-in', handle: showConfirmation },
  { method: 'GET', path: '/auftraege/:number', access: 'signed-in', handle: showOrder },
  {
    method: 'GET',
    path: '/auftraege/:number/stornieren',
    access: 'orders.cancel',
    handle: (request) => askToCancel(request),
  },
  { method: 'POST', path: '/auftraege/:number/stornieren', access: 'orders.cancel', handle: cancel },
  ...changeRoutes,
];

/** Where a form that placed orders goes on to. */
export function confirmationAddress(numbers: readonly string[]): string {
  return `${CONFIRMATION}?${new URLSearchParams(numbers.map((number) => ['nummer', number]))}`;
}

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { searchParams } = request.url;
  const input = OrderQuery.parse(singleValues(fieldsOf(searchParams)));
  const [orders, services, display] = await Promise.all([
    showOrders(ctx, input),
    serviceNames(ctx.db),
    transaction(ctx, priceDisplay),
  ]);

  const filter = {
    service: input.service ?? '',
    status: input.status ?? '',
    from: input.from?.toString() ?? '',
    to: input.to?.toString() ?? '',
    search: input.search ?? '',
  };
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const address = (name?: 'newer' | 'older', cursor?: string) =>
    `/auftraege?${new URLSearchParams([...set, ...(name && cursor ? [[name, cursor]] : [])] as [string, string][])}`;
  const statusWords = words[frame.language].status;
  return page(
    request,
    <OrderListPage
      frame={frame}
      rows={orderRows(orders, frame.formats)}
      priceDisplay={display}
      summary={words[frame.language].list.shown({ count: orders.rows.length })}
      filter={filter}
      isFiltered={set.length > 0}
      saveAs={(format) => `${EXPORT}.${format}?${new URLSearchParams(set)}`}
      services={services.map(({ code, name }) => ({ value: code, label: name[frame.language] }))}
      statuses={ORDER_STATUSES.map((status) => ({ value: status, label: statusWords[status] }))}
      pager={{
        first: input.older || input.newer ? address() : undefined,
        newer: orders.newer && address('newer', orders.newer),
        older: orders.older && address('older', orders.older),
      }}
      mayPlace={may(ctx, 'orders.place')}
      mayApprove={may(ctx, 'orders.approve')}
    />,
  );
}

/** The whole list as filtered, as a file. */
function saveList(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const input = OrderQuery.parse(singleValues(fieldsOf(request.url.searchParams)));
  return downloadTable(request, format, {
    name: `${words[ctx.language].list.fileName}-${ctx.customer.number}`,
    ...exportOrders(ctx, input),
  });
}

async function showOrder(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const number = readNumber(request.params);
  const { found, again, terms } = await transaction(ctx, async (tx) => {
    const order = (await findOrder(tx, number)) ?? refuse({ code: 'not-found' });
    const waits = order.order.status === 'awaiting-approval';
    return {
      found: order,
      again: await orderAgain(tx, ctx, order),
      terms: waits ? await approvalTerms(tx, ctx) : undefined,
    };
  });
  const { searchParams } = request.url;
  return page(
    request,
    <OrderPage
      frame={frame}
      order={orderView(found, ctx, frame, terms)}
      now={ctx.now}
      just={JUST_DONE.find(([flag]) => searchParams.has(flag))?.[1]}
      again={again && againView(again, found, frame)}
    />,
  );
}

/** What the address says was done just now. */
const JUST_DONE = [
  ['geaendert', 'changed'],
  ['storniert', 'cancelled'],
  ['freigegeben', 'approved'],
  ['abgelehnt', 'declined'],
  ['zurueckgezogen', 'withdrawn'],
] as const;

/** More numbers than a basket can split into are not ours. */
const MOST_CONFIRMED = 10;

async function showConfirmation(request: PageRequest): Promise<Response> {
  const numbers = request.url.searchParams.getAll('nummer').slice(0, MOST_CONFIRMED);
  if (numbers.length === 0) refuse({ code: 'not-found' });
  const orders: OrderView[] = [];
  for (const number of numbers) orders.push(await viewOf(request, number));
  return page(request, <ConfirmationPage frame={frameOf(request)} orders={orders} />);
}

async function cancel(request: PageRequest): Promise<Response> {
  const result = await refusalOf(() => cancelOrder(customerCtx(request), { number: request.params.number }));
  if ('done' in result) return redirect(request, `${orderHref(result.done.number)}?storniert=1`);
  if (result.refusal.code === 'not-found') refuse(result.refusal);
  return askToCancel(request, result.refusal);
}

/** The question before cancelling, also after the answer was not accepted; where it is too late, why. */
async function askToCancel(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const ctx = customerCtx(request);
  const found = await stored(ctx, request.params.number);
  const frame = frameOf(request);
  const order = orderView(found, ctx, frame);
  if (!refusal && order.ownHref && order.isCancelledThere) return redirect(request, order.ownHref);
  const impossible = cancelRefusal(found.order, ctx.now);
  const shown = refusal ?? impossible;
  const errors = shown ? formErrors(request, shown, {}) : noErrors;
  return page(
    request,
    <CancelPage frame={frame} order={order} isPossible={!impossible} errors={errors} />,
    // merely looking at it is no mistake
    refusal ? errors.status : 200,
  );
}

/** The worded order behind a number. Refuses with `not-found`, also for another firm's. */
async function viewOf(request: PageRequest, number: string | undefined): Promise<OrderView> {
  const ctx = customerCtx(request);
  return orderView(await stored(ctx, number), ctx, frameOf(request));
}

async function stored(ctx: CustomerCtx, number: string | undefined) {
  const asked = readNumber({ number });
  return (await transaction(ctx, (tx) => findOrder(tx, asked))) ?? refuse({ code: 'not-found' });
}
