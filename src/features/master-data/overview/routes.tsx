import { personIdOf, transaction } from '../../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page, type Route } from '../../../web/index.ts';
import { listAddresses } from '../addresses/queries.ts';
import { latestRequests } from '../company/queries.ts';
import { findInvoiceSettings } from '../invoice-settings/queries.ts';
import { findPreferences } from '../preferences/queries.ts';
import { OverviewPage } from './overview-page.tsx';
import { countMasterData } from './queries.ts';
import { overviewCards } from './view.ts';

export const overviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/konto/stammdaten', access: 'signed-in', handle: showOverview },
];

async function showOverview(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const personId = personIdOf(ctx);
  const data = await transaction(ctx, async (tx) => ({
    counts: await countMasterData(tx),
    addresses: await listAddresses(tx),
    settings: await findInvoiceSettings(tx),
    preferences: personId === undefined ? undefined : await findPreferences(tx, personId),
    latestRequest: (await latestRequests(tx, 1))[0],
  }));
  return page(
    request,
    <OverviewPage frame={frame} {...overviewCards({ ...data, company: ctx.customer }, frame)} />,
  );
}
