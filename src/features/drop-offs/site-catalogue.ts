import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, readCatalogue } from '../catalogue/index.ts';
import type { Site } from './queries.ts';

/**
 * The catalogue for handing over at one site: the service has the windows and the places of the site there, on the
 * weekdays on which the site takes it in.
 */
export async function siteCatalogue(
  tx: Pick<Transaction, 'sql'>,
  ctx: Pick<CustomerCtx, 'now' | 'timeZone'>,
  serviceCode: string,
  site: Site,
): Promise<Catalogue> {
  const catalogue = await readCatalogue(tx, {
    now: ctx.now,
    timeZone: ctx.timeZone,
    serviceCodes: [serviceCode],
    pool: site.pool,
  });
  const takesIn = (weekday: number) =>
    site.services.some((one) => one.serviceCode === serviceCode && one.weekday === weekday);
  return {
    ...catalogue,
    services: new Map(
      [...catalogue.services].map(([code, service]) => [
        code,
        { ...service, windows: service.windows.filter(({ weekday }) => takesIn(weekday)) },
      ]),
    ),
  };
}

/** The sites that take a service in at all. */
export const sitesFor = (sites: readonly Site[], serviceCode: string): readonly Site[] =>
  sites.filter(({ services }) => services.some((one) => one.serviceCode === serviceCode));
