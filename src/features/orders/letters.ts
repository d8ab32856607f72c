import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database, Transaction } from '../../platform/db/database.ts';
import { type Formats, formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { wantsLetters } from '../customers/index.ts';
import { orderCancelled, ordersPlaced } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { findOrder, mailRecipient } from './queries.ts';
import { addressLines, orderHref } from './view.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

type Found = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** Writes to whoever placed or cancelled, in their language; to the main contact when the carrier did it. */
export function orderHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(ordersPlaced, (job, id) => send(services, job, job.numbers, 'placed', id)),
    handlerFor(orderCancelled, (job, id) => send(services, job, [job.number], 'cancelled', id)),
  ];
}

async function send(
  services: LetterServices,
  job: { customerId: number; personId: number | null },
  numbers: readonly string[],
  occasion: 'placed' | 'cancelled',
  key: string,
): Promise<void> {
  const { carrier, mailer, publicUrl } = services;
  const loaded = await services.db.transaction(job.customerId, (tx) =>
    load(tx, job.personId, numbers, occasion),
  );
  // whoever placed it may have left the firm meanwhile, or wants no such letters
  if (!loaded) return;
  const { recipient, orders } = loaded;
  const formats = formatsFor(recipient.language, carrier.timeZone);
  const t = letterWords[recipient.language];
  const letter = composeLetter({
    to: recipient.email,
    subject: t[occasion].subject({ numbers: numbers.join(', ') }),
    greeting: t.greeting({ name: recipient.name }),
    parts: [
      { kind: 'paragraph', text: t[occasion].opening({ count: orders.length }) },
      ...orders.flatMap((found) => orderParts(found, formats, publicUrl, occasion)),
    ],
    signature: [
      t.closing,
      carrier.name,
      `${t.phone} ${carrier.phone} (${carrier.phoneHours[recipient.language]})`,
    ],
  });
  await mailer.send(letter, key);
}

async function load(
  tx: Transaction,
  personId: number | null,
  numbers: readonly string[],
  occasion: 'placed' | 'cancelled',
) {
  const recipient = await mailRecipient(tx, personId ?? undefined);
  if (!recipient) return undefined;
  const kind = occasion === 'placed' ? 'orderConfirmations' : 'statusChanges';
  if (!(await wantsLetters(tx, recipient.id, kind))) return undefined;
  const orders: Found[] = [];
  for (const number of numbers) {
    const found = await findOrder(tx, number);
    if (found) orders.push(found);
  }
  return { recipient, orders };
}

function orderParts(
  { order, lines }: Found,
  formats: Formats,
  publicUrl: string,
  occasion: 'placed' | 'cancelled',
): LetterPart[] {
  const { language } = formats;
  const t = letterWords[language];
  const goods = lines.map(
    (line) => `${formats.number(line.quantity)} ${line.unit[language]} ${line.name[language]}`,
  );
  const facts: [string, string][] = [
    [t.number, order.number],
    [t.service, order.service_name[language]],
    [t.items, goods.join('; ')],
    [
      t.when,
      `${formats.longDate(order.service_date)}, ${formats.window(order.window_starts, order.window_ends)}`,
    ],
    [t.where, addressLines(order.address)],
    [t.reference, order.reference],
    [t.costCentre, order.cost_centre_label],
    [t.sum, t.sumText({ net: formats.money(order.net_cents), gross: formats.money(order.gross_cents) })],
  ];
  if (occasion === 'placed') {
    facts.push([
      t.cancellation,
      order.cancel_until ? t.cancelUntil({ at: formats.dateTime(order.cancel_until) }) : t.final,
    ]);
  }
  return [
    {
      kind: 'facts',
      title: `${order.number}: ${order.service_name[language]}`,
      facts: facts.filter(([, value]) => value),
    },
    { kind: 'link', text: t.show({ number: order.number }), href: publicUrl + orderHref(order.number) },
  ];
}
