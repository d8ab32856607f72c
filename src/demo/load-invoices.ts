import { type Calendar, targetDayFrom, todayOf } from '../domain/calendar/index.ts';
import { readCatalogue, readMailProducts } from '../features/catalogue/index.ts';
import { type Invoicing, issueInvoice } from '../features/invoices/index.ts';
import { recordPayment } from '../features/payments/index.ts';
import type { Carrier } from '../platform/carrier/carrier.ts';
import type { Ctx, CustomerCtx } from '../platform/context.ts';
import { type Database, query } from '../platform/db/database.ts';
import { firstChargeable, invoicedFirms } from './queries.ts';
import { sampleInstant } from './sample-context.ts';

/**
 * Invoices the sample firms for every month that is over, each on the first business day after it; all but the last ones
 * are paid. Does nothing when there is an invoice already. Their pages are set by jobs.
 * @param ctx the carrier's, on the connection of the portal
 * @param owner reads whom there is something to charge
 */
export async function loadInvoices(
  ctx: Ctx,
  owner: Database,
  { carrier, appKey }: { readonly carrier: Carrier; readonly appKey: string },
): Promise<void> {
  if ((await owner.all(query.selectFrom('invoice').select('id').limit(1))).length > 0) return;
  const begins = await owner.transaction(undefined, firstChargeable);
  if (!begins) return;
  const { calendar } = await readCatalogue(ctx.db, ctx);
  const invoicing = { carrier, appKey, products: await readMailProducts(ctx.db) };
  const thisMonth = todayOf(ctx).with({ day: 1 });
  const firms = await owner.transaction(undefined, invoicedFirms);
  for (
    let month = begins.with({ day: 1 });
    Temporal.PlainDate.compare(month, thisMonth) < 0;
    month = month.add({ months: 1 })
  ) {
    const isLast = month.add({ months: 1 }).equals(thisMonth);
    for (const customer of firms) {
      await invoiceMonth({ ...ctx, customer }, calendar, invoicing, { month, isPaid: !isLast });
    }
  }
}

async function invoiceMonth(
  ctx: CustomerCtx,
  calendar: Calendar,
  invoicing: Invoicing,
  { month, isPaid }: { month: Temporal.PlainDate; isPaid: boolean },
): Promise<void> {
  const first = calendar.nextBusinessDay(month.add({ months: 1 }).subtract({ days: 1 }));
  const at = earlier(sampleInstant(ctx, first, '09:00'), ctx.now);
  const issuedOn = at.toZonedDateTimeISO(ctx.timeZone).toPlainDate();
  const issued = await ctx.db.transaction(ctx.customer.id, (tx) =>
    issueInvoice(tx, { ...ctx, now: at }, { first: month, issuedOn }, invoicing),
  );
  if (!('number' in issued) || !isPaid) return;
  const { number, gross } = issued;
  const paidOn = targetDayFrom(issuedOn.add({ days: 10 }));
  const now = sampleInstant(ctx, paidOn, '12:00');
  if (Temporal.Instant.compare(now, ctx.now) > 0) return;
  await recordPayment(
    { ...ctx, now },
    {
      number,
      kind: 'transfer',
      amount: `${Math.floor(gross / 100)},${String(gross % 100).padStart(2, '0')}`,
      paidOn: paidOn.toString(),
      key: `demo-payment-${number}`,
    },
  );
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b);
