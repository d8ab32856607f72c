import { may, transaction } from '../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { approvalHint } from '../approval/index.ts';
import { priceDisplay } from '../customers/index.ts';
import { OrderQuery, orderRows, showOrders, upcomingOrders } from '../orders/index.ts';
import { HomePage } from './pages/home-page.tsx';
import { nextServices } from './view.ts';

export const homeRoutes: readonly Route[] = [
  { method: 'GET', path: '/', access: 'signed-in', handle: showHome },
];

const NEXT_SHOWN = 6;
const LATEST_SHOWN = 5;

async function showHome(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const [{ next, display, approval }, latest] = await Promise.all([
    transaction(ctx, async (tx) => ({
      next: await upcomingOrders(tx, { from: ctx.now, limit: NEXT_SHOWN }),
      display: await priceDisplay(tx),
      approval: await approvalHint(tx, ctx, frame.formats),
    })),
    showOrders(ctx, OrderQuery.parse({}), LATEST_SHOWN),
  ]);
  return page(
    request,
    <HomePage
      frame={frame}
      name={frame.viewer?.name ?? ''}
      customer={ctx.customer}
      next={nextServices(next, frame.formats)}
      latest={orderRows(latest, frame.formats)}
      priceDisplay={display}
      approval={approval}
      now={ctx.now}
      mayPlace={may(ctx, 'orders.place')}
    />,
  );
}
