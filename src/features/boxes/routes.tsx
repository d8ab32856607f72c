import { transaction } from '../../platform/context.ts';
import {
  customerCtx,
  downloadTable,
  frameOf,
  type PageRequest,
  page,
  type Route,
  TABLE_FORMATS,
  type TableFormat,
} from '../../web/index.ts';
import { exportBalances, exportMovements } from './export-boxes.ts';
import { BoxesPage } from './pages/boxes-page.tsx';
import { BOXES } from './paths.ts';
import { boxBalances, latestMovements } from './queries.ts';
import { words } from './words.ts';

export const boxRoutes: readonly Route[] = [
  { method: 'GET', path: BOXES, access: 'signed-in', handle: show },
  ...TABLE_FORMATS.flatMap((format): Route[] => [
    {
      method: 'GET',
      path: `${BOXES}/bestand.${format}`,
      access: 'signed-in',
      handle: (request) => saveBalances(request, format),
    },
    {
      method: 'GET',
      path: `${BOXES}/bewegungen.${format}`,
      access: 'signed-in',
      handle: (request) => saveMovements(request, format),
    },
  ]),
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

async function saveBalances(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const name = `${words[ctx.language].balanceFile}-${ctx.customer.number}`;
  return downloadTable(request, format, { name, ...(await exportBalances(ctx)) });
}

function saveMovements(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const name = `${words[ctx.language].movementFile}-${ctx.customer.number}`;
  return downloadTable(request, format, { name, ...exportMovements(ctx) });
}
