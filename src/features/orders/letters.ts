import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database, Transaction } from '../../platform/db/database.ts';
import { formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { type LetterKind, wantsLetters } from '../customers/index.ts';
import { orderCancelled, orderChanged, ordersPlaced } from './jobs.ts';
import { type LetterOrder, type Occasion, orderParts } from './letter-parts.ts';
import { letterWords } from './letter-words.ts';
import { allStates } from './order-state.ts';
import { findOrder, mailRecipient } from './queries.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

/** Writes to whoever placed, changed or cancelled, in their language; to the main contact when the carrier did it. */
export function orderHandlers(services: LetterServices): readonly JobHandler[] {
  return [
    handlerFor(ordersPlaced, (job, id) =>
      send(services, job, job.numbers, job.waits ? 'waiting' : 'placed', id),
    ),
    handlerFor(orderChanged, (job, id) => send(services, job, [job.number], 'changed', id, job.version)),
    handlerFor(orderCancelled, (job, id) => send(services, job, [job.number], 'cancelled', id)),
  ];
}

const LETTER_KINDS: Readonly<Record<Occasion, LetterKind>> = {
  placed: 'orderConfirmations',
  waiting: 'orderConfirmations',
  changed: 'statusChanges',
  cancelled: 'statusChanges',
};

async function send(
  services: LetterServices,
  job: { customerId: number; personId: number | null },
  numbers: readonly string[],
  occasion: Occasion,
  key: string,
  version?: number,
): Promise<void> {
  const { carrier, mailer, publicUrl } = services;
  const loaded = await services.db.transaction(job.customerId, async (tx) => {
    const recipient = await mailRecipient(tx, job.personId ?? undefined);
    if (!recipient || !(await wantsLetters(tx, recipient.id, LETTER_KINDS[occasion]))) return undefined;
    return { recipient, orders: await letterOrders(tx, numbers, FIRST.includes(occasion) ? 1 : version) };
  });
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
      ...orders.flatMap((order) => orderParts(order, formats, publicUrl, occasion)),
    ],
    signature: [
      t.closing,
      carrier.name,
      `${t.phone} ${carrier.phone} (${carrier.phoneHours[recipient.language]})`,
    ],
  });
  await mailer.send(letter, key);
}

/** Letters about orders as they came in. */
const FIRST: readonly Occasion[] = ['placed', 'waiting'];

/**
 * Orders as letters tell of them.
 * @param version the one to write about: somebody may have changed the order again since; absent: the newest
 */
export async function letterOrders(
  tx: Transaction,
  numbers: readonly string[],
  version?: number,
): Promise<LetterOrder[]> {
  const orders: LetterOrder[] = [];
  for (const number of numbers) {
    const found = await findOrder(tx, number);
    if (!found) continue;
    const states = allStates(found);
    const at = (version ?? states.length) - 1;
    const state = states[at];
    if (state) {
      const { service_code: serviceCode, service_name: serviceName } = found.order;
      const approveUntil = found.order.approve_until ?? undefined;
      orders.push({ number, serviceCode, serviceName, state, approveUntil, before: states[at - 1] });
    }
  }
  return orders;
}
