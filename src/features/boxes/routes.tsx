import { transaction } from '../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { BoxesPage } from './pages/boxes-page.tsx';
import { boxBalances, latestMovements } from './queries.ts';

export const boxRoutes: readonly Route[] = [
  { method: 'GET', path: '/bestellen/kisten', access: 'signed-in', handle: show },
];

const LATEST = 50;

async function show(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const { balances, movements } = await transaction(customerCtx(request), async (tx) => ({
    balances: await boxBalances(tx),
    movements: await latestMovements(tx, LATEST),
  }));
  return page(request, <BoxesPage frame={frame} balances={balances} movements={movements} />);
}
