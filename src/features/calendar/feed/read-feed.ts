import { isOff } from '../../../domain/orders/index.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import { type ICalendarEvent, writeCalendar } from '../../../platform/ical/index.ts';
import { isToken, tokenHash } from '../../../platform/sessions/index.ts';
import { orderHref, statusView } from '../../orders/index.ts';
import { type Booked, bookedBetween } from '../queries.ts';
import { whereOf } from '../view.ts';
import { words } from '../words.ts';
import { customerName, ownerOfFeed } from './queries.ts';

/** What has been stays for a while, so that a calendar can still be asked about last month. */
const DAYS_BACK = 90;
const MOST_EVENTS = 5000;

/** Where the calendar is read: the portal's address for links, and who the carrier is. */
export interface FeedSite {
  readonly db: Database;
  readonly carrier: Pick<Carrier, 'name' | 'email' | 'timeZone'>;
  /** Without a trailing slash. */
  readonly publicUrl: string;
}

/** The calendar behind a secret address, as a file; undefined where the address leads nowhere. */
export async function readFeed(
  { db, carrier, publicUrl }: FeedSite,
  token: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  if (!isToken(token)) return undefined;
  const owner = await ownerOfFeed(db, tokenHash(token), now);
  if (!owner) return undefined;
  const { customer_id: customerId, language } = owner;
  // from midnight: within a day the same orders are the same bytes
  const from = now
    .toZonedDateTimeISO(carrier.timeZone)
    .startOfDay()
    .subtract({ days: DAYS_BACK })
    .toInstant();
  const { orders, name } = await db.transaction(customerId, async (tx) => ({
    orders: await bookedBetween(tx, { from, to: undefined, limit: MOST_EVENTS }),
    name: await customerName(tx, customerId),
  }));
  const t = words[language].ics;
  const domain = carrier.email.split('@').at(-1) ?? '';
  return writeCalendar({
    name: t.name({ carrier: carrier.name, customer: name }),
    owner: carrier.name,
    product: t.product,
    language,
    events: orders.map((order) => eventOf(order, language, { domain, publicUrl })),
  });
}

/** One order as a file to be opened by a calendar program; undefined where the firm has no such order. */
export async function orderFile(
  ctx: CustomerCtx,
  number: string,
  { carrier, publicUrl }: Omit<FeedSite, 'db'>,
): Promise<string | undefined> {
  const range = { from: LONG_AGO, to: undefined, limit: 1, number };
  const [order] = await transaction(ctx, (tx) => bookedBetween(tx, range));
  const domain = carrier.email.split('@').at(-1) ?? '';
  return (
    order &&
    writeCalendar({
      owner: carrier.name,
      product: words[ctx.language].ics.product,
      language: ctx.language,
      events: [eventOf(order, ctx.language, { domain, publicUrl })],
    })
  );
}

const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

function eventOf(
  order: Booked,
  language: Language,
  site: { readonly domain: string; readonly publicUrl: string },
): ICalendarEvent {
  const t = words[language].ics;
  const off = isOff(order.status);
  const waits = order.status === 'awaiting-approval';
  const service = order.serviceName[language];
  return {
    uid: `${order.number}@${site.domain}`,
    // whatever happens to an order makes another appointment of it, also that it takes place after all
    sequence: Number(order.events ?? 0),
    changedAt: order.changedAt ?? order.startsAt,
    startsAt: order.startsAt,
    endsAt: order.endsAt,
    summary: off ? t.cancelled({ summary: service }) : service,
    location: whereOf(order),
    description: [
      t.number({ number: order.number }),
      t.status({ status: statusView(order.status, language).text }),
      ...(order.reference ? [t.reference({ reference: order.reference })] : []),
    ].join('\n'),
    url: `${site.publicUrl}${orderHref(order.number)}`,
    status: off ? 'CANCELLED' : waits ? 'TENTATIVE' : 'CONFIRMED',
  };
}
