import { randomInt } from 'node:crypto';
import { inTime, type OfferedWindow } from '../../domain/calendar/index.ts';
import { makeManifestCode } from '../../domain/drop-offs/index.ts';
import { type Totals, totals } from '../../domain/money.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, chosenOffer, readMailProducts } from '../catalogue/index.ts';
import { type CostCentre, openCostCentres } from '../customers/index.ts';
import { priced, promised, type Quote } from '../orders/index.ts';
import { type AnnouncedItem, announce } from './announce.ts';
import { type DropOffKind, serviceOf } from './kinds.ts';
import { particularsOf } from './particulars.ts';
import { type Announced, readSites, type Site } from './queries.ts';
import type { Announcement } from './schemas.ts';
import { siteCatalogue, sitesFor } from './site-catalogue.ts';

/** Everything that announcing a drop-off would promise. */
export interface DropOffQuote {
  readonly kind: DropOffKind;
  readonly site: Site;
  readonly items: readonly AnnouncedItem[];
  /** By the announced pieces, at the prices of the day; not what is charged. */
  readonly estimate: Totals;
  readonly announced: Announced;
  readonly manifestCode: string;
  /** The order around it. Its one line is the acceptance at the depot, which has a price of its own: nothing. */
  readonly quote: Quote;
}

/**
 * Works out what announcing a drop-off now would mean. Writes nothing; each call makes a manifest code of its own.
 *
 * Refuses with `slot-not-offered`, `slot-full`, or `invalid` for a site, product or cost centre that is none, and for
 * mail that is not taken in.
 */
export async function quoteDropOff(
  tx: Transaction,
  ctx: CustomerCtx,
  kind: DropOffKind,
  answers: Announcement,
): Promise<DropOffQuote> {
  const serviceCode = serviceOf(kind);
  const { site, costCentre } = await findPlace(tx, serviceCode, answers);
  const catalogue = await siteCatalogue(tx, ctx, serviceCode, site);
  const choice = chosenOffer(catalogue, [serviceCode], answers.slot, ctx.now);
  const { date } = choice.day;
  const items = announce(kind, await readMailProducts(tx), date, answers);
  const announced = { siteCode: site.code, note: answers.note, containers: answers.containers, items };
  const manifestCode = makeManifestCode(randomInt);
  return {
    kind,
    site,
    items,
    estimate: totals(items),
    announced,
    manifestCode,
    quote: {
      booking: { slot: answers.slot, reference: answers.reference, driverHint: '' },
      date,
      window: choice.window,
      address: placeOf(site),
      costCentre,
      ...oneOrder(catalogue, ctx, serviceCode, date, choice.window),
      orderBy: choice.orderBy,
      particulars: particularsOf(kind, announced, manifestCode, ctx.timeZone),
    },
  };
}

/** The site and the cost centre that are named. Refuses with `invalid` for one that is not there for this. */
export async function findPlace(
  tx: Transaction,
  serviceCode: string,
  wanted: Pick<Announcement, 'site' | 'costCentreId'>,
): Promise<{ site: Site; costCentre: CostCentre | undefined }> {
  const site = sitesFor(await readSites(tx), serviceCode).find(({ code }) => code === wanted.site);
  const costCentre = (await openCostCentres(tx)).find(({ id }) => id === wanted.costCentreId);
  const problems: FieldProblem[] = [];
  if (!site) problems.push({ field: 'site', problem: 'unknown' });
  if (wanted.costCentreId && !costCentre) problems.push({ field: 'costCentreId', problem: 'unknown' });
  if (!site || problems.length > 0) refuse({ code: 'invalid', fields: problems });
  return { site, costCentre };
}

/** Where a drop-off happens, as an order keeps it. */
export const placeOf = ({ name, street, postcode, city }: Site) => ({
  recipient: name,
  street,
  postcode,
  city,
  contactName: '',
  contactPhone: '',
});

function oneOrder(
  catalogue: Catalogue,
  ctx: CustomerCtx,
  serviceCode: string,
  date: Temporal.PlainDate,
  window: OfferedWindow,
) {
  const acceptance = [...catalogue.products.values()].find((product) => product.serviceCode === serviceCode);
  if (!acceptance) refuse({ code: 'slot-not-offered' });
  const lines = [priced({ product: acceptance, quantity: 1 })];
  const { cancelUntil, ...promises } = promised(catalogue, serviceCode, date, window);
  const sums = totals(lines);
  return {
    orders: [
      {
        ...promises,
        // what is announced for today could never be cancelled: better not to promise a time that has passed
        cancelUntil: cancelUntil && inTime(cancelUntil, ctx.now) ? cancelUntil : undefined,
        lines,
        ...sums,
      },
    ],
    totals: sums,
  };
}
